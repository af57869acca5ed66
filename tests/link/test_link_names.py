"""One spelling for each name."""

from __future__ import annotations

from itertools import permutations

import pytest
from claims_to_link import amount
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.link.names import asked_keys, canonical_names, is_same_name, offered_keys

SAME = [
    ("OpenAI", "Openai"),
    ("NVIDIA", "Nvidia"),
    ("Masayoshi Son", "Masayoshi Sonn"),
    ("Nvidia Corporation", "Nvidia"),
    ("Jensen Huang", "Huang"),
    ("Bank of Norrby", "Norrby"),
    ("Electronic Data Systems", "EDS"),
    ("Jean-Claude Martin", "JCM"),
    ("White House Press Office", "White House"),
    ("Nvidia Corporation", "NVIDIA"),
    ("Nvidia Corporation", "nvidia"),
    ("Marc Delacroix", "Marc Lacroix"),
    ("Marc Lacroix", "Marc Delacroix"),
    ("Eva Dimarco", "Eva Marco"),
]
OTHER = [
    ("Norrby", "Velme"),
    ("Microsoft", "Micron"),
    ("North Korea", "South Korea"),
    ("Iran", "Iraq"),
    ("Leeds", "Lee"),
    ("Ann Lee", "Lee"),
    ("Electronic Data Systems", "EDC"),
    ("Nvidia", "N"),
    ("Jensen Huang Foundation", "Huang"),
    ("Corvidson Steel", "Corvid"),
    ("Stargate", "SG"),
    ("Maria Lopez", "Mario Lopez"),
    ("Alberto Fernandez", "Alberto Hernandez"),
    ("Washingtons", "Washington"),
    ("Delacroix", "Lacroix"),
    ("Eve Delacroix", "Marc Lacroix"),
    ("Mark Stevens", "Mark Evens"),
    ("Tom Bradley", "Tom Adley"),
    ("Ivo Dela", "Ivo La"),
    ("Velme 737", "Velme 747"),
    ("A320neo", "A330neo"),
]


@pytest.mark.parametrize(("longer", "shorter"), SAME)
def test_spellings_of_one_name(longer: str, shorter: str) -> None:
    assert is_same_name(longer, shorter)


@pytest.mark.parametrize(("longer", "shorter"), OTHER)
def test_different_names_stay_apart(longer: str, shorter: str) -> None:
    assert not is_same_name(longer, shorter)


def test_two_words_that_begin_and_end_alike_stay_apart() -> None:
    assert not is_same_name("Australia", "Austria")


def test_a_space_in_a_name_is_a_slip() -> None:
    assert is_same_name("Open AI", "OpenAI")


def test_each_name_maps_to_the_longest_spelling_whatever_role_it_has() -> None:
    claims = [
        amount("a1", "3", who="Nvidia Corporation, OpenAI"),
        amount("b1", "3", who="Nvidia, Openai", subject="Velme"),
        amount("c1", "3", who="Norrby", object="OpenAi"),
    ]
    assert canonical_names(claims) == {
        "Nvidia Corporation": "nvidia corporation",
        "Nvidia": "nvidia corporation",
        "OpenAI": "openai",
        "OpenAi": "openai",
        "Openai": "openai",
        "Velme": "velme",
        "Norrby": "norrby",
    }


def test_the_order_of_claims_does_not_matter() -> None:
    claims = [amount(f"{n}1", "3", who=n_who) for n, n_who in enumerate(["OpenAI", "Openai", "Open Ai", "Velme"])]
    tables = [canonical_names(order) for order in permutations(claims)]
    assert all(table == tables[0] for table in tables)


def test_no_claims_have_no_names() -> None:
    assert canonical_names([]) == {}
    assert canonical_names([amount("a1", "3")]) == {}


def test_a_surname_is_whom_its_own_article_names_in_full() -> None:
    claims = [amount("a1", "3", who="Ann Petrova"), amount("b1", "3", who="Zoe Petrova, Petrova")]
    names = canonical_names(claims)
    assert names["Petrova"] == "zoe petrova"


def test_a_surname_that_may_be_of_two_stands_for_itself() -> None:
    claims = [
        amount("a1", "3", who="Ann Petrova"),
        amount("b1", "3", who="Zoe Petrova"),
        amount("c1", "3", who="Petrova"),
    ]
    assert canonical_names(claims)["Petrova"] == "petrova"


letters = st.text("abcde", min_size=1, max_size=6).map(str.title)
full_names = st.lists(letters, min_size=1, max_size=3)


@st.composite
def spellings(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a name, and what some writer may make of it."""
    words = draw(full_names)
    other = [*words]
    match draw(st.integers(0, 4)):
        case 0:
            place = draw(st.integers(0, len(other) - 1))
            at = draw(st.integers(0, len(other[place]) - 1))
            other[place] = (
                other[place][:at] + draw(st.sampled_from(["", "a", "e", "ab"])) + other[place][at + 1 :] or "A"
            )
        case 1:
            other = other[: draw(st.integers(1, len(other)))]
        case 2:
            other = other[-draw(st.integers(1, len(other))) :]
        case 3:
            other = ["".join(word[0] for word in other).upper()]
        case 4:
            other[-1] = f"De{other[-1].lower()}"
    one, two = " ".join(words), " ".join(other)
    return (one, two) if len(one) >= len(two) else (two, one)


@given(spellings())
def test_every_spelling_of_a_name_shares_a_key_with_it(names: tuple[str, str]) -> None:
    longer, shorter = names
    if is_same_name(longer, shorter):
        assert set(offered_keys(longer)) & set(asked_keys(shorter))
