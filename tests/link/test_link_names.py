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
]
OTHER = [
    ("Norrby", "Velme"),
    ("Microsoft", "Micron"),
    ("North Korea", "South Korea"),
    ("Austria", "Australia"),
    ("Iran", "Iraq"),
    ("Leeds", "Lee"),
    ("Ann Lee", "Lee"),
    ("Electronic Data Systems", "EDC"),
    ("Nvidia", "N"),
    ("Jensen Huang Foundation", "Huang"),
    ("Corvidson Steel", "Corvid"),
    ("Stargate", "SG"),
]


@pytest.mark.parametrize(("longer", "shorter"), SAME)
def test_spellings_of_one_name(longer: str, shorter: str) -> None:
    assert is_same_name(longer, shorter)


@pytest.mark.parametrize(("longer", "shorter"), OTHER)
def test_different_names_stay_apart(longer: str, shorter: str) -> None:
    assert not is_same_name(longer, shorter)


@pytest.mark.xfail(strict=True, reason="one letter in two long names is taken for a slip")
@pytest.mark.parametrize(("one", "other"), [("Maria Lopez", "Mario Lopez"), ("Alberto Fernandez", "Alberto Hernandez")])
def test_people_with_like_names_stay_apart(one: str, other: str) -> None:
    assert not is_same_name(one, other)


def test_each_name_maps_to_the_longest_spelling_whatever_role_it_has() -> None:
    claims = [
        amount("a1", "3", who="Nvidia Corporation, OpenAI"),
        amount("b1", "3", who="Nvidia, Openai", subject="Velme"),
        amount("c1", "3", who="Norrby", object="Open AI"),
    ]
    assert canonical_names(claims) == {
        "Nvidia Corporation": "nvidia corporation",
        "Nvidia": "nvidia corporation",
        "Open AI": "open ai",
        "OpenAI": "open ai",
        "Openai": "open ai",
        "Velme": "velme",
        "Norrby": "norrby",
    }


@pytest.mark.xfail(strict=True, reason="a word in capitals is only ever taken for initials, and parts keep their case")
@pytest.mark.parametrize("part", ["NVIDIA", "nvidia"])
def test_a_part_of_a_name_may_be_written_in_other_case(part: str) -> None:
    assert is_same_name("Nvidia Corporation", part)


def test_the_order_of_claims_does_not_matter() -> None:
    claims = [amount(f"{n}1", "3", who=n_who) for n, n_who in enumerate(["OpenAI", "Openai", "Open Ai", "Velme"])]
    tables = [canonical_names(order) for order in permutations(claims)]
    assert all(table == tables[0] for table in tables)


def test_no_claims_have_no_names() -> None:
    assert canonical_names([]) == {}
    assert canonical_names([amount("a1", "3")]) == {}
