"""Tokens and the phrase tables over them: places slice back, the longest phrase is found; checked by hand searches."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimcheck.lang import available, tokenise
from claimcheck.lang.tokens import TokenTable

SAME = str.maketrans("’‘‐‑−⁄", "''---/")
"""Signs that printers use, as packs write them."""

odd_text = st.text(
    st.characters(exclude_categories=["Cs"])
    | st.sampled_from("0123456789.,'’-‑−$€%½\r\n\t\u00a0\u202f\u200f\u202eİıſßﬁé\u0301אב")
)


def split(text: str) -> list[str]:
    return tokenise(text).words[:-1]


# ---------------------------------------------------------------- tokens


@given(odd_text)
@example("Jusqu’à 1 234,5 m²\r\nd’ici 2030 — 5 ‑ 7\u2028½")
@example("\u202eעשרה 10 מיליון\u202c")
@example("İstanbul'da 5 mıllion ſecond")
def test_tokens_slice_back(text: str) -> None:
    tokens = tokenise(text)
    slices = [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    assert [written.translate(SAME) for written in slices] == tokens.words[:-1]
    assert [written for written in slices if not written or re.search(r"\s", written)] == []
    assert all(end <= start for end, start in zip(tokens.ends, tokens.starts[1:], strict=False))
    assert "".join(slices) == "".join(text.split())


@given(odd_text)
def test_there_is_as_much_of_everything_as_there_are_tokens(text: str) -> None:
    tokens = tokenise(text)
    assert tokens.text is text
    assert len(tokens.starts) == len(tokens.ends) == tokens.count
    assert len(tokens.words) == len(tokens.lower) == tokens.count + 1
    assert (tokens.words[-1], tokens.lower[-1]) == ("", "")
    assert not tokens.is_glued(0)
    assert not tokens.is_glued(tokens.count)


@given(odd_text, odd_text, odd_text)
def test_the_tokens_of_a_part_are_those_of_its_text(before: str, text: str, after: str) -> None:
    part = tokenise(before + text + after, len(before), len(before) + len(text))
    alone = tokenise(text)
    assert (part.words, part.lower) == (alone.words, alone.lower)
    assert part.starts == [start + len(before) for start in alone.starts]
    assert part.ends == [end + len(before) for end in alone.ends]


@given(odd_text)
def test_a_token_is_glued_where_no_space_is_before_it(text: str) -> None:
    tokens = tokenise(text)
    glued = [tokens.is_glued(index) for index in range(1, tokens.count)]
    assert glued == [end == start for (_, end), (start, _) in pairwise(zip(tokens.starts, tokens.ends, strict=True))]


@given(st.text("aé1.,'’- \n½", max_size=20))
def test_cutting_again_at_a_token_changes_nothing_after_it(text: str) -> None:
    tokens = tokenise(text)
    for index, start in enumerate(tokens.starts):
        assert tokenise(text, start).words == tokens.words[index:]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # numbers keep their separators, and give up what follows them
        ("1,234.5", ["1,234.5"]),
        ("1’234", ["1'234"]),
        ("5. 6, 7", ["5", ".", "6", ",", "7"]),
        ("1.5.", ["1.5", "."]),
        (".75", [".", "75"]),
        ("192.168.0.1", ["192.168.0.1"]),
        ("3½", ["3", "½"]),
        ("10kg", ["10", "kg"]),
        ("m2", ["m", "2"]),
        ("m² ²", ["m²", "²"]),
        ("٣ １０", ["٣", "１", "０"]),
        # signs stand alone
        ("US$4bn", ["US", "$", "4", "bn"]),
        ("(5%)...", ["(", "5", "%", ")", ".", ".", "."]),
        ("24-to-30", ["24", "-", "to", "-", "30"]),
        ("a_b", ["a", "_", "b"]),
        ("−5 ‑ 3–4", ["-", "5", "-", "3", "–", "4"]),
        ("1⁄2", ["1", "/", "2"]),
        # an elided word keeps its apostrophe, any other apostrophe stands alone
        ("d’ici l'an", ["d'", "ici", "l'", "an"]),
        ("aujourd‘hui", ["aujourd'", "hui"]),
        ("Lumen's users'", ["Lumen'", "s", "users", "'"]),
        ("l’1", ["l'", "1"]),
        ("'n' roll", ["'", "n", "'", "roll"]),
        ("metà' di", ["metà", "'", "di"]),
        # spaces of all kinds part tokens and are in none
        (" a\u00a0b\u202fc\u2009d\te\r\nf\u2028g ", ["a", "b", "c", "d", "e", "f", "g"]),
        ("a\u200bb", ["a", "\u200b", "b"]),
        ("", []),
        (" \r\n", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert split(text) == words


@pytest.mark.parametrize(
    ("text", "lower"), [("MW", "mw"), ("É", "é"), ("mıllion", "million"), ("mİle", "mile"), ("ſecond", "second")]
)
def test_lower(text: str, lower: str) -> None:
    tokens = tokenise(text)
    assert (tokens.words[0], tokens.lower[0]) == (text, lower)


def test_places_are_of_the_whole_text() -> None:
    tokens = tokenise("up to\r\n $100bn", 3)
    assert list(zip(tokens.words, tokens.starts, tokens.ends, strict=False)) == [
        ("to", 3, 5),
        ("$", 8, 9),
        ("100", 9, 12),
        ("bn", 12, 14),
    ]
    assert [tokens.is_glued(index) for index in range(5)] == [False, False, True, True, False]


# ---------------------------------------------------------------- tables

CUES = TokenTable({"at": 1, "at least": 2, "at least as": 3, "l'an": 4, "in-kind": 5, "d'": 6, "u.s.": 7, "+": 8})


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("at least 10", (2, 2)),
        ("AT LEAST 10", (2, 2)),
        ("at \t\r\n least 10", (2, 2)),
        ("at\u00a0least\u202f10", (2, 2)),
        ("at least as big", (3, 3)),
        ("at least assumed", (2, 2)),
        ("at leash", (1, 1)),
        ("attic", None),
        ("at2", (1, 1)),
        ("l'an dernier", (2, 4)),
        ("l’an dernier", (2, 4)),
        ("L‘AN", (2, 4)),
        ("lan", None),
        ("in‑kind", (3, 5)),
        ("in kind", None),
        ("d’un tiers", (1, 6)),
        ("d un", None),
        ("u.s.x", (4, 7)),
        ("+5", (1, 8)),
        ("", None),
    ],
)
def test_after(text: str, hit: tuple[int, int] | None) -> None:
    assert CUES.after(tokenise(text), 0) == hit


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("worth at least", (1, 2)),
        ("worth at\nleast", (1, 2)),
        ("at least as", (0, 3)),
        ("least", None),
        ("that", None),
        ("de l’an", (1, 4)),
        ("4+", (1, 8)),
        ("", None),
    ],
)
def test_before(text: str, hit: tuple[int, int] | None) -> None:
    tokens = tokenise(text)
    assert CUES.before(tokens, tokens.count) == hit


def test_an_elided_word_is_found_before_the_next() -> None:
    assert CUES.before(tokenise("moins d’un"), 2) == (1, 6)


def test_before_and_after_look_at_the_given_place_only() -> None:
    tokens = tokenise("worth at least 10")
    assert (CUES.after(tokens, 0), CUES.after(tokens, 1), CUES.after(tokens, 2)) == (None, (3, 2), None)
    assert (CUES.before(tokens, 4), CUES.before(tokens, 3), CUES.before(tokens, 2)) == (None, (1, 2), (1, 1))
    assert (CUES.before(tokens, 0), CUES.before(tokens, -1)) == (None, None)
    assert CUES.after(tokens, tokens.count) is None


@pytest.mark.parametrize(("phrase", "value"), [("AT  LEAST", 2), ("L’an", 4), ("in‐kind", 5), ("atleast", None)])
def test_get(phrase: str, value: int | None) -> None:
    assert CUES.get(phrase) == value


def test_case_counts_where_it_is_asked_for() -> None:
    table = TokenTable({"MW": "mega", "mW": "milli", "sq. ft": "foot"}, exact_case=True)
    assert (table.get("MW"), table.get("mW"), table.get("mw")) == ("mega", "milli", None)
    assert table.after(tokenise("mW"), 0) == (1, "milli")
    assert table.after(tokenise("Mw"), 0) is None
    assert table.after(tokenise("sq. ft"), 0) == (3, "foot")
    assert table.after(tokenise("Sq. ft"), 0) is None
    assert table.before(tokenise("5 mW"), 2) == (1, "milli")
    assert table.before(tokenise("5 mw"), 2) is None


@pytest.mark.parametrize(
    ("text", "hit"),
    [("A$5", (2, "AUD")), ("A $5", None), ("a$5", None), ("US$ 5", (2, "USD")), ("US $5", (2, "USD")), ("U S$5", None)],
)
def test_signs_that_are_written_together_stand_together(text: str, hit: tuple[int, str] | None) -> None:
    table = TokenTable({"A$": "AUD", "US$": "USD", "US $": "USD"}, exact_case=True)
    tokens = tokenise(text)
    assert table.after(tokens, 0) == hit
    place = tokens.words.index("5")
    assert table.before(tokens, place) == (hit and (0, hit[1]))


def test_without_exact_case_spaces_do_not_count() -> None:
    assert TokenTable({"in-kind": 1}).after(tokenise("in - kind"), 0) == (3, 1)


@pytest.mark.parametrize("text", ["citta' italiane", "citta’ (", "citta'"])
def test_an_apostrophe_for_an_accent_belongs_to_its_word(text: str) -> None:
    tokens = tokenise(text)
    assert TokenTable({"citta'": "city"}).after(tokens, 0) == (2, "city")


def test_an_empty_table_finds_nothing() -> None:
    empty = TokenTable[int]({})
    assert not empty
    assert not TokenTable({"": 1, " ": 2})
    assert CUES
    tokens = tokenise("at")
    assert (empty.after(tokens, 0), empty.before(tokens, 1), empty.get("at"), [*empty.openers()]) == (
        None,
        None,
        None,
        [],
    )


def test_openers_are_the_first_tokens() -> None:
    assert set(CUES.openers()) == {"at", "l'", "in", "d'", "u", "+", "d"}


words = st.text("ab'- .", min_size=1, max_size=6).filter(lambda word: split(word) and not word.rstrip().endswith("'"))


def spaced(phrase: str) -> str:
    """Return a phrase with a space between its tokens, one spelling for all that have the same."""
    apart = " ".join(split(phrase))
    return apart if apart == phrase else spaced(apart)  # "a'b" is cut after its apostrophe, "a' b" also before it


tables = st.dictionaries(words.map(spaced), st.integers(), min_size=1, max_size=6)


@given(tables, st.text("ab'- .c", max_size=14))
def test_after_and_before_find_the_longest_phrase(phrases: Mapping[str, int], text: str) -> None:
    tokens, table = tokenise(text), TokenTable(phrases)
    cut = {phrase: split(phrase) for phrase in phrases}
    for at in range(tokens.count + 1):
        ahead = [p for p, own in cut.items() if tokens.words[at : at + len(own)] == own]
        behind = [p for p, own in cut.items() if at >= len(own) and tokens.words[at - len(own) : at] == own]
        assert table.after(tokens, at) == max(
            ((at + len(cut[p]), phrases[p]) for p in ahead), key=lambda hit: hit[0], default=None
        )
        assert table.before(tokens, at) == min(
            ((at - len(cut[p]), phrases[p]) for p in behind), key=lambda hit: hit[0], default=None
        )


@given(tables, st.booleans())
def test_every_phrase_is_found_and_named(phrases: Mapping[str, int], exact: bool) -> None:  # noqa: FBT001
    table = TokenTable(phrases, exact_case=exact)
    for phrase, value in phrases.items():
        tokens = tokenise(phrase)
        assert table.get(phrase) == value
        assert table.after(tokens, 0) == (tokens.count, value)
        assert table.before(tokens, tokens.count) == (0, value)


@pytest.mark.parametrize("code", available())
@pytest.mark.parametrize("section", ["units", "currencies", "nouns", "measures"])
def test_every_form_of_a_pack_is_found_as_printers_write_it(code: str, section: str) -> None:
    text = (files("claimcheck.lang") / "data" / f"{code}.toml").read_text(encoding="utf-8")
    table = TokenTable({form: key for key, forms in tomllib.loads(text)[section].items() for form in forms})
    missed = []
    for form in {form for forms in tomllib.loads(text)[section].values() for form in forms if form[-1] != "'"}:
        printed = tokenise(form.replace("'", "’").replace("-", "‑").replace(" ", "\u00a0").title() + " (")
        hit = table.after(printed, 0)
        if hit is None or hit[0] != printed.count - 1 or table.before(printed, hit[0]) != (0, hit[1]):
            missed.append(form)
    assert missed == []
