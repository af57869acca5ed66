"""Phrase tables: printed variants, whole words, the longest phrase; checked against a search by hand."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.lang import Hit, PhraseTable
from claimcheck.lang.lexicon import alternation

CUES = PhraseTable({"at": 1, "at least": 2, "at least as": 3, "l'an": 4, "in-kind": 5, "us$": 6, "u.s.": 7, "+": 8})


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("at least 10", Hit(0, 8, 2)),
        ("AT LEAST 10", Hit(0, 8, 2)),
        ("at \t least 10", Hit(0, 10, 2)),
        ("at\u00a0least 10", Hit(0, 8, 2)),
        ("at\u202fleast 10", Hit(0, 8, 2)),
        ("at\nleast 10", Hit(0, 2, 1)),
        ("at least as big", Hit(0, 11, 3)),
        ("at least assumed", Hit(0, 8, 2)),
        ("at leash", Hit(0, 2, 1)),
        ("attic", None),
        ("at2", None),
        ("at_", None),
        ("l'an dernier", Hit(0, 4, 4)),
        ("l’an dernier", Hit(0, 4, 4)),
        ("l‘an dernier", Hit(0, 4, 4)),
        ("in‑kind", Hit(0, 7, 5)),
        ("in–kind", Hit(0, 7, 5)),
        ("US$10", Hit(0, 3, 6)),
        ("u.s.x", Hit(0, 4, 7)),
        ("+5", Hit(0, 1, 8)),
        ("", None),
    ],
)
def test_after(text: str, hit: Hit[int] | None) -> None:
    assert CUES.after(text, 0) == hit


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("worth at least", Hit(6, 14, 2)),
        ("worth at  least", Hit(6, 15, 2)),
        ("at least as", Hit(0, 11, 3)),
        ("that", None),
        ("_at", None),
        ("de l’an", Hit(3, 7, 4)),
        ("4+", Hit(1, 2, 8)),
        ("", None),
    ],
)
def test_before(text: str, hit: Hit[int] | None) -> None:
    assert CUES.before(text, len(text)) == hit


def test_before_and_after_look_at_the_given_place_only() -> None:
    assert CUES.after("worth at least", 5) is None
    assert CUES.after("worth at least", 6) == Hit(6, 14, 2)
    assert CUES.before("at least 10", 9) is None
    assert CUES.before("at least 10", 8) == Hit(0, 8, 2)


def test_find_gives_whole_words_from_left_to_right_between_two_places() -> None:
    text = "At home, that is at least at 10."
    assert CUES.find(text, 0, len(text)) == [Hit(0, 2, 1), Hit(17, 25, 2), Hit(26, 28, 1)]
    assert CUES.find(text, 3, 26) == [Hit(17, 25, 2)]


@pytest.mark.parametrize(("phrase", "value"), [("AT  LEAST", 2), ("L’an", 4), ("in‐kind", 5), ("atleast", None)])
def test_get(phrase: str, value: int | None) -> None:
    assert CUES.get(phrase) == value


def test_an_empty_table_finds_nothing() -> None:
    empty = PhraseTable[int]({})
    assert not empty
    assert CUES
    assert (empty.after("at", 0), empty.before("at", 2), empty.find("at", 0, 2)) == (None, None, [])


def test_the_longest_phrase_wins_in_any_case() -> None:
    assert PhraseTable({"Ab": 1, "ab c": 2}).after("ab c", 0) == Hit(0, 4, 2)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("mıllion", 1),
        ("mileſ", 2),
        ("ſecond", 3),
        ("\u212aelvin", 4),
        ("mİllion", 1),
    ],
)
def test_letters_that_match_without_case_have_a_value(text: str, value: int) -> None:
    table = PhraseTable({"million": 1, "miles": 2, "second": 3, "kelvin": 4})
    assert table.after(text, 0) == Hit(0, len(text), value)
    assert table.before(text, len(text)) == Hit(0, len(text), value)
    assert table.find(text, 0, len(text)) == [Hit(0, len(text), value)]


words = st.text("ab' -", min_size=1, max_size=5).filter(lambda word: word == " ".join(word.split()))
tables = st.dictionaries(words, st.integers(), min_size=1, max_size=6)


@given(tables, st.text("ab' -c", max_size=12), st.integers(0, 12))
def test_after_and_before_find_the_longest_whole_phrase(phrases: Mapping[str, int], text: str, at: int) -> None:
    text = " ".join(text.split())
    at = min(at, len(text))
    table = PhraseTable(phrases)
    ahead = [p for p in phrases if text.startswith(p, at) and not _glued(p[-1], text[at + len(p) : at + len(p) + 1])]
    behind = [
        p for p in phrases if text[:at].endswith(p) and not _glued(p[0], text[max(0, at - len(p) - 1) : at - len(p)])
    ]
    longest = max(ahead, key=len, default=None)
    assert table.after(text, at) == (longest and Hit(at, at + len(longest), phrases[longest]))
    longest = max(behind, key=len, default=None)
    assert table.before(text, at) == (longest and Hit(at - len(longest), at, phrases[longest]))


def _glued(inside: str, outside: str) -> bool:
    return inside.isalpha() and outside.isalpha()


@given(tables)
def test_every_phrase_is_found_and_named(phrases: Mapping[str, int]) -> None:
    table = PhraseTable(phrases)
    for phrase, value in phrases.items():
        assert table.get(phrase) == value
        assert table.after(phrase, 0) == Hit(0, len(phrase), value)
        assert table.before(phrase, len(phrase)) == Hit(0, len(phrase), value)


@given(st.lists(words, min_size=1, max_size=8))
def test_an_alternation_matches_its_phrases_and_no_other(phrases: list[str]) -> None:
    pattern = re.compile(alternation(phrases))
    assert all(pattern.fullmatch(phrase) for phrase in phrases)
    assert [phrase for phrase in ("c", "", "a" * 6) if pattern.fullmatch(phrase)] == []
