"""What holds of the claims of any text whatever, and texts that are hard to read."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from phrase_tables import LANGUAGES, PHRASES

import claimcheck
from claimcheck.extract.scan import blanked, lines
from claimcheck.model import Claim

PUBLISHED = date(2025, 9, 24)
SPACES = [
    " ",
    "  ",
    "\u00a0",
    "\u202f",
    "\u2009",
    "\t",
    "\n",
    "\r\n",
    "\n\n",
    "\u2028",
    "\u200b",
    "\ufeff",
    "",
    ", ",
    "; ",
]
ADDRESSES = [
    "https://example.org/2024/05/10-million?page=12#top",
    "(www.example.org/a-12)",
    "desk2024@example.org",
    "@desk12",
    "#100days",
    'href="https://example.org/12 GW"',
]

# Signs that a pattern may take for others: letters that match without case, printers' variants, other digits.
VARIANTS = [*zip("isk'-123", "ıſ\u212a‘‑¹２٣", strict=True), (" ", "\u2009")]

odd_text = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("0123456789.,-$€%"),
    max_size=12,
)
odd_phrases = st.builds(
    lambda phrase, variant: phrase[1].replace(*variant), st.sampled_from(PHRASES), st.sampled_from(VARIANTS)
)
pieces = st.sampled_from([text for _, text in PHRASES]) | st.sampled_from(ADDRESSES) | odd_phrases | odd_text
texts = st.lists(st.tuples(pieces, st.sampled_from(SPACES)), max_size=6).map(
    lambda parts: "".join(text + space for text, space in parts)
)


def read(text: str, language: str) -> list[Claim]:
    return claimcheck.extract(text, language=language, date=PUBLISHED)


@given(st.sampled_from(LANGUAGES), texts)
@example("en", "See https://example.org/12-GW\n10 GW")
@settings(max_examples=300)
def test_claims_slice_their_text(language: str, text: str) -> None:
    claims = read(text, language)
    assert [text[claim.start : claim.end] for claim in claims] == [claim.text for claim in claims]
    assert all(0 <= claim.start < claim.end <= len(text) for claim in claims)
    assert all(claim.text == claim.text.strip() for claim in claims)
    assert all(claim.sentence[0] <= claim.start < claim.sentence[1] for claim in claims)
    assert all(first.start <= second.start for first, second in pairwise(claims))
    assert len({claim.id for claim in claims}) == len(claims)


@given(st.sampled_from(LANGUAGES), texts)
def test_a_claim_states_one_thing_with_its_ends_in_order(language: str, text: str) -> None:
    for claim in read(text, language):
        assert [claim.quantity, claim.when, claim.schedule].count(None) == 2
        if claim.quantity is not None:
            assert not claim.quantity.interval.disjoint(claim.quantity.interval)
            assert claim.quantity.base is not None
            assert claim.quantity.slack >= 0
        if claim.when is not None and claim.when.earliest is not None and claim.when.latest is not None:
            assert claim.when.earliest <= claim.when.latest


@given(st.sampled_from(LANGUAGES), texts)
def test_times_slice_their_text(language: str, text: str) -> None:
    mentions = claimcheck.times(text, language=language, date=PUBLISHED)
    assert [text[mention.start : mention.end] for mention in mentions] == [mention.text for mention in mentions]


@given(st.sampled_from(LANGUAGES), texts)
@settings(max_examples=50)
def test_reading_twice_gives_the_same(language: str, text: str) -> None:
    assert read(text, language) == read(text, language)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("space", [" ", "\n", "\u00a0"])
def test_no_claim_is_read_from_an_address(address: str, space: str) -> None:
    text = f"The park delivers 10 GW.{space}{address}{space}It opened on 22 September 2025."
    assert [claim.text for claim in read(text, "en")] == ["10 GW", "22 September 2025"]


@given(texts)
def test_blanking_keeps_every_offset(text: str) -> None:
    read_text = blanked(text)
    assert len(read_text) == len(text)
    assert all(new in (old, " ") for new, old in zip(read_text, text, strict=True))
    assert blanked(read_text) == read_text


@given(texts)
def test_lines_are_apart_and_hold_all_that_is_not_space(text: str) -> None:
    found = list(lines(text))
    assert all(first[1] <= second[0] for first, second in pairwise(found))
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())


# a text, and what an English reader claims of it
HARD = [
    ("", []),
    (" \n\t ", []),
    ("9" * 600 + " dollars", []),
    ("1" + "0" * 28, ["1" + "0" * 28]),
    ("1" + "0" * 28 + ".5", []),
    ("12345678901234567890123456789012.5 percent rose to 1e30 km", []),
    ("0" * 50 + ".0" * 50, []),
    ("$" * 50 + "1", ["$1"]),
    ("99999999999999 years ago", ["99999999999999 years"]),
    ("31 June 2024 and 2024-02-30", ["31 June 2024"]),
    ("February 29", ["February 29"]),
    ("1" + ",000" * 60 + " tonnes", []),
    ("a\0b 10 GW", ["10 GW"]),
]


@pytest.mark.parametrize(("text", "spans"), HARD)
def test_hard_texts_are_read(text: str, spans: list[str]) -> None:
    assert [claim.text for claim in read(text, "en")] == spans


@pytest.mark.parametrize("text", [text for text, _ in HARD])
@pytest.mark.parametrize("language", LANGUAGES)
def test_hard_texts_break_no_language(text: str, language: str) -> None:
    assert [text[claim.start : claim.end] for claim in read(text, language)] == [c.text for c in read(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "spans"),
    [
        pytest.param("en", "5 mıllion dollars", ["5 mıllion dollars"], id="a dotless i"),
        pytest.param("en", "It opened laſt week.", ["laſt week"], id="a long s"),
        pytest.param("fr", "Il a ouvert avant‑hier.", ["avant‑hier"], id="a no-break hyphen in a word of time"),
        pytest.param("fr", "Il ouvre aujourd‘hui.", ["aujourd‘hui"], id="an opening quotation mark for an apostrophe"),
        pytest.param("en", "A storm ² days ago.", [], id="a raised digit"),
        pytest.param("en", "It holds ٣ people.", [], id="Arabic digits"),
        pytest.param("en", "It holds １０ people.", [], id="full-width digits"),
    ],
)
def test_strange_letters_are_read_and_strange_digits_left(language: str, text: str, spans: list[str]) -> None:
    assert [claim.text for claim in read(text, language)] == spans


def test_an_address_changes_nothing_around_it() -> None:
    (plain,) = read("Storms hit, and floods injured 12 people.", "en")
    (linked,) = read("Storms hit https://example.org/a , and floods injured 12 people.", "en")
    assert (linked.predicate, linked.predicate_text) == (plain.predicate, plain.predicate_text) == ("injure", "injured")


LONG = 3_000
RUNS = [
    "1", "1 ", "12 ", "111 ", "1.", "1,", "1-", "1/2 ", "$", "$1 ", "€ ", "two ", "hundred ", "million ", "two and ",
    "half a ", "tens of ", "up to ", "a ", "5 percent to ", "5 people and ", "aged 5 and ", "Monday ", "in 2019 ",
    "two days ago ", " ", "\t", "A", "Ab ", "Abcd. ", ". ", "'", "5'", '"', "(5) ", "a@", "http://", "zwei", "-", "½",
]  # fmt: skip


@pytest.mark.parametrize(("run", "language"), [*((run, "en") for run in RUNS), ("zwei", "de"), ("12 ", "fr")])
def test_a_long_run_of_one_thing_is_read_to_its_end(run: str, language: str) -> None:
    """A pattern that tries every length of a run at each of its places would not come back from these."""
    text = f"{run * (LONG // len(run))} It cost 7 dollars."
    mentions = claimcheck.quantities(text, language=language)
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert "7 dollars" in {mention.text for mention in mentions}
    claims = claimcheck.extract(text, language=language)
    assert all(text[claim.start : claim.end] == claim.text for claim in claims)
    assert "7 dollars" in {claim.text for claim in claims}


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("It is NaN dollars.", []),
        ("It is 1e400 dollars.", []),
        ("It is 10^9 dollars.", []),
        ("It is ١٠٠ dollars.", []),
        ("It is ¼ mile.", ["¼ mile"]),
        ("It is 1/4 mile.", ["1/4 mile"]),
        ("It is 10 1/2 miles.", ["10 1/2 miles"]),
        ("It is 7 3/4 %.", ["7 3/4 %"]),
    ],
)
def test_odd_numbers_are_read_rightly_or_left(text: str, spans: list[str]) -> None:
    assert [mention.text for mention in claimcheck.quantities(text, language="en")] == spans


@given(st.sampled_from(PHRASES))
def test_quantities_are_those_of_the_claims(phrase: tuple[str, str]) -> None:
    """The quick way finds the same spans and values; the claims may tell a unit by what they are about."""
    language, text = phrase
    claims = [claim for claim in claimcheck.extract(text, language=language) if claim.quantity is not None]
    mentions = claimcheck.quantities(text, language=language)
    assert [(m.start, m.end, m.quantity.value) for m in mentions] == [
        (c.start, c.end, c.quantity.value) for c in claims if c.quantity is not None
    ]
