"""Texts as the words around their numbers."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from phrase_tables import PHRASES

from claimcheck.extract import frame_of
from claimcheck.lang import load_pack
from claimcheck.model import Interval

BLANK = "_"
"""What stands for a number in the tables below."""


def shown(text: str, language: str) -> tuple[str, list[str]]:
    """Return the words of a text with a blank for each number, and the numbers."""
    frame = frame_of(text, load_pack(language))
    words = " ".join(BLANK if word is None else word for word in frame.words)
    return words, [text[slot.start : slot.end] for slot in frame.slots]


# language, text, its words, and its numbers
WORDS = [
    ("en", "30 people died in Velme.", "_ people died in velme .", ["30"]),
    ("en", "Twelve people died, a dozen fled.", "_ people died , _ fled .", ["Twelve", "a dozen"]),
    ("en", "The firm Corvid paid $3.5bn.", "the firm corvid paid $ _ .", ["3.5bn"]),
    ("en", "Bo Kim, 42, won 3 of 7 races.", "bo kim , _ , won _ of _ races .", ["42", "3", "7"]),
    ("en", "Corvid grew by 4 to 5 percent.", "corvid grew by _ to _ percent .", ["4", "5"]),
    # a bound goes with its number
    ("en", "More than 30 people died.", "_ people died .", ["30"]),
    ("en", "At least 30 died, at most 12 fled.", "_ died , _ fled .", ["30", "12"]),
    ("en", "They sold 30 or more.", "they sold _ .", ["30"]),
    ("fr", "Plus de 30 personnes sont mortes.", "_ personnes sont mortes .", ["30"]),
    ("de", "Mehr als 30 Menschen starben.", "_ menschen starben .", ["30"]),
    ("es", "Murieron más de 30 personas.", "murieron _ personas .", ["30"]),
    ("it", "Oltre 30 persone sono morte.", "_ persone sono morte .", ["30"]),
    ("nl", "Meer dan 30 mensen stierven.", "_ mensen stierven .", ["30"]),
    ("pt", "Mais de 30 pessoas morreram.", "_ pessoas morreram .", ["30"]),
    # times on the calendar have no numbers
    ("en", "30 people came in 2024.", "_ people came in 2024 .", ["30"]),
    ("en", "It opened on 3 May 2024.", "it opened on 3 may 2024 .", []),
    ("en", "Between 2019 and 2024, 30 came.", "between 2019 and 2024 , _ came .", ["30"]),
    ("en", "It shook at 0440 GMT.", "it shook at 0440 gmt .", []),
    ("de", "Am 3. Mai 2024 kamen 30 Menschen.", "am 3 . mai 2024 kamen _ menschen .", ["30"]),
    ("en", "30 boats in the last quarter of 2024.", "_ boats in the last quarter of 2024 .", ["30"]),
    ("en", "30 boats in the first 6 months of 2024.", "_ boats in the first 6 months of 2024 .", ["30"]),
    ("en", "It opened on 3 May this year.", "it opened on 3 may this year .", []),
    # those that count years, and lengths of time, have
    ("en", "It opened 6 years ago.", "it opened _ years ago .", ["6"]),
    ("en", "It opens in 6 years.", "it opens in _ years .", ["6"]),
    ("en", "It closed in 2019 after 6 years.", "it closed in 2019 after _ years .", ["6"]),
    ("de", "Vor 6 Jahren starben 30 Menschen.", "vor _ jahren starben _ menschen .", ["6", "30"]),
    ("es", "Murieron hace 6 años.", "murieron hace _ años .", ["6"]),
    ("fr", "Il y a 6 ans, la crue vint.", "il y a _ ans , la crue vint .", ["6"]),
    # what looks like a year and counts
    ("en", "2024 people came.", "_ people came .", ["2024"]),
    # no numbers
    ("en", "Nobody came to Norrby.", "nobody came to norrby .", []),
    ("en", "", "", []),
]


@pytest.mark.parametrize(("language", "text", "words", "numbers"), WORDS)
def test_a_text_is_its_words_around_its_numbers(language: str, text: str, words: str, numbers: list[str]) -> None:
    assert shown(text, language) == (words, numbers)


def values(low: str | None, high: str | None, *, low_open: bool = False, high_open: bool = False) -> Interval:
    first, last = (None if end is None else Decimal(end) for end in (low, high))
    return Interval(first, last, low_open, high_open)


# text, the values that its number allows, and whether it has a bound
VALUES = [
    # what the digits say
    ("30 people died.", values("30", "30"), False),
    ("600 people died.", values("600", "600"), False),
    ("3,000 people fled.", values("3000", "3000"), False),
    ("5.9 percent fled.", values("5.9", "5.9"), False),
    ("Twelve people died.", values("12", "12"), False),
    ("More than 30 people died.", values("30", None, low_open=True), True),
    ("At least 30 people died.", values("30", None), True),
    ("Fewer than 30 people died.", values(None, "30", high_open=True), True),
    ("Up to 30 people died.", values(None, "30"), True),
    # rounded, for a magnitude is multiplied in
    ("30 million people fled.", values("29.25E6", "30.75E6"), False),
    ("It cost $3.5bn.", values("3.45E9", "3.55E9"), False),
    ("3 million people fled.", values("2.5E6", "3.5E6"), False),
    ("More than 30 million people fled.", values("29.25E6", None), True),
    ("Up to 30 million people fled.", values(None, "30.75E6"), True),
    ("About 30 million people fled.", values("28.5E6", "31.5E6"), True),
    # a count that is round by its word
    ("A dozen people died.", values("9", "15"), False),
    ("Dozens of people died.", values("12", "120"), False),
]


@pytest.mark.parametrize(("text", "expected", "is_bounded"), VALUES)
def test_a_number_allows_what_its_digits_say_or_round_to(text: str, expected: Interval, *, is_bounded: bool) -> None:
    (slot,) = frame_of(text, load_pack("en")).slots
    assert (slot.values, slot.is_bounded) == (expected, is_bounded)


SENTENCES = [
    ("en", "More than {} people died and {} boats sank in Velme."),
    ("en", "The firm Corvid sold {} mills for {} million euros in May 2024."),
    ("en", "It opened {} years ago, {} days before the storm."),
    ("en", "Lumen fell by {} percent, the {}-year-old mayor of Aldemont said."),
    ("de", "Mehr als {} Menschen starben, {} Boote sanken vor Norrby."),
    ("es", "Murieron más de {} personas y {} barcos se hundieron en Velme."),
    ("fr", "Plus de {} personnes sont mortes et {} bateaux ont coulé à Velme."),
    ("it", "Oltre {} persone sono morte e {} barche sono affondate a Velme."),
    ("nl", "Meer dan {} mensen stierven en {} boten zonken bij Velme."),
    ("pt", "Mais de {} pessoas morreram e {} barcos afundaram em Velme."),
]
no_years = st.integers(2, 1499) | st.integers(2100, 10**6)
pairs = st.tuples(no_years, no_years)


@given(st.sampled_from(SENTENCES), pairs, pairs)
def test_texts_that_differ_in_digits_alone_have_the_same_words(
    sentence: tuple[str, str], one: tuple[int, int], other: tuple[int, int]
) -> None:
    language, text = sentence
    first, second = (shown(text.format(*numbers), language) for numbers in (one, other))
    assert first[0] == second[0]
    assert first[0].split().count(BLANK) == 2
    for numbers, found in ((one, first[1]), (other, second[1])):
        assert [int(number.split()[0]) for number in found] == list(numbers)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("30 people died.", "30 people fled."),
        ("30 people died.", "30 men died."),
        ("30 people died in 2024.", "30 people died in 2025."),
        ("30 people died on 3 May.", "30 people died on 4 May."),
        ("It fell to 30 from 40.", "It fell to 30."),
    ],
)
def test_texts_that_differ_otherwise_have_other_words(one: str, other: str) -> None:
    assert shown(one, "en")[0] != shown(other, "en")[0]


@given(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=4))
def test_every_blank_has_its_number_in_the_order_of_the_text(phrases: list[tuple[str, str]]) -> None:
    language, text = phrases[0][0], " ".join(text for _, text in phrases)
    frame = frame_of(text, load_pack(language))
    assert frame.words.count(None) == len(frame.slots)
    assert all(0 <= slot.start < slot.end <= len(text) for slot in frame.slots)
    assert all(one.end <= other.start for one, other in pairwise(frame.slots))


@pytest.mark.parametrize(
    "text", ["It cost {} euros.", "Since {} it rained.", "It opened 3.{} years ago.", "On {}/5/2024."]
)
@pytest.mark.parametrize("length", [31, 5000])
def test_a_number_of_endless_digits_is_none(text: str, length: int) -> None:
    assert frame_of(text.format("9" * length), load_pack("en")).slots == ()
