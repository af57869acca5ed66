"""Spelled integers, full dates, languages and similarity: the thin doors to other packages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.adapters.dateparser import full_date
from claimcheck.adapters.langid import rank_languages
from claimcheck.adapters.rapidfuzz import letters_apart, phrase_similarity
from claimcheck.adapters.text2num import spelled_integer


@pytest.mark.parametrize(
    ("words", "language", "value"),
    [
        ("twenty-five", "en", 25),
        ("Twenty Five", "en", 25),
        ("two hundred and fifty", "en", 250),
        ("one thousand two hundred", "en", 1200),
        ("quatre-vingt-dix-sept", "fr", 97),
        ("soixante et onze", "fr", 71),
        ("deux cents", "fr", 200),
        ("mille", "fr", 1000),
        ("river", "en", None),
        ("", "en", None),
        ("five river", "en", None),
    ],
)
def test_spelled_integer(words: str, language: str, value: int | None) -> None:
    assert spelled_integer(words, language) == value


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("3 May 1998", "en", date(1998, 5, 3)),
        ("03-May-1998", "en", date(1998, 5, 3)),
        ("May 3, 1998", "en", date(1998, 5, 3)),
        ("3 mai 1998", "fr", date(1998, 5, 3)),
        ("May 1998", "en", None),
        ("3 May", "en", None),
        ("1998", "en", None),
        ("31 June 1998", "en", None),
        ("a river", "en", None),
    ],
)
def test_full_date(text: str, language: str, day: date | None) -> None:
    assert full_date(text, language) == day


ENGLISH = "The river rose in the night and the villagers left their houses before the dam gave way. " * 4
FRENCH = "La rivière est montée dans la nuit et les villageois ont quitté leurs maisons avant la rupture. " * 4
DANISH = "Floden steg om natten, og beboerne forlod deres huse, før dæmningen brød sammen ved byen. " * 4


@pytest.mark.parametrize(("text", "code"), [(ENGLISH, "en"), (FRENCH, "fr"), (DANISH, "da")])
def test_the_language_of_a_long_text_comes_first(text: str, code: str) -> None:
    assert rank_languages(text)[0] == code


@pytest.mark.parametrize("text", [ENGLISH, "10 GW", ""])
def test_every_language_is_ranked_once(text: str) -> None:
    ranked = rank_languages(text)
    assert sorted(set(ranked)) == sorted(ranked)
    assert {"en", "fr", "de", "es"} <= set(ranked)


def test_a_long_text_is_told_from_its_beginning() -> None:
    assert rank_languages(ENGLISH * 12 + FRENCH * 40) == rank_languages(ENGLISH * 12)


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_symmetric(a: str, b: str) -> None:
    assert phrase_similarity(a, b) == phrase_similarity(b, a)
    assert 0 <= phrase_similarity(a, b) <= 1
    assert letters_apart(a, b) == letters_apart(b, a)
    assert (letters_apart(a, b) == 0) is (a == b)


def test_likeness_of_words_and_phrases() -> None:
    assert letters_apart("Sonn", "Son") == 1
    assert letters_apart("Australia", "Austria") == 2
    assert phrase_similarity("active weekly users", "weekly active users") == 1
