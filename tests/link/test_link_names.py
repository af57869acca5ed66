"""One spelling for each name."""

from __future__ import annotations

from itertools import permutations

import pytest
from claims_to_link import amount

from claimcheck.link.names import canonical_names, is_same_name

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
