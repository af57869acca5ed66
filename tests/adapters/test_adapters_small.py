"""Spelled integers, full dates, languages and similarity: the thin doors to other packages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.adapters.dateparser import full_date
from claimcheck.adapters.langid import detect_language
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


@pytest.mark.parametrize(
    ("text", "supported", "code"),
    [
        (ENGLISH, ("en", "fr"), "en"),
        (FRENCH, ("en", "fr"), "fr"),
        pytest.param(DANISH, ("en", "fr"), "da", id="a long text in another language says so"),
        pytest.param("The dam broke.", ("en", "fr"), "en", id="short"),
        pytest.param("Le barrage a cédé.", ("en", "fr"), "fr", id="short, French"),
        pytest.param("10 GW", ("fr",), "fr", id="short, nothing else supported"),
        pytest.param("", ("en", "fr"), "en", id="empty"),
    ],
)
def test_detect_language(text: str, supported: tuple[str, ...], code: str) -> None:
    assert detect_language(text, supported) == code


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
