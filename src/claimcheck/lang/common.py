"""What all languages share: the sections of `data/common.toml`, each by a function of its own."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = [
    "DATA", "amounts_of_one", "common", "dollar_marks", "home_dollars", "losses", "measures_of_units",
    "money_measures", "owned_measures", "predicate_group", "shares_of_measures", "units_of_measures",
    "yearly_measures",
]  # fmt: skip

DATA = files("claimcheck.lang") / "data"
"""Where the language packs lie."""


@cache
def common() -> Mapping[str, Any]:
    """Return the whole of `common.toml`, as parsed."""
    return tomllib.loads((DATA / "common.toml").read_text(encoding="utf-8"))


@cache
def predicate_group(name: str) -> frozenset[str]:
    """Return the predicate classes of a group of `common.toml`: "milestones", "growing", ...

    Raises:
        KeyError: there is no such group.
    """
    return frozenset(common()["predicates"][name])


@cache
def units_of_measures() -> Mapping[str, str]:
    """Return what a bare number counts, by the name of its measure."""
    return dict(common()["units_of_measures"])


@cache
def measures_of_units() -> Mapping[str, str]:
    """Return the names of the measures that have a unit of their own, by unit."""
    return dict(common()["measures_of_units"])


@cache
def shares_of_measures() -> Mapping[str, str]:
    """Return the name of the measure that a part of another is, by the name of the other."""
    return dict(common()["shares_of_measures"])


@cache
def losses() -> Mapping[str, str]:
    """Return the predicate of making the number of something fall, by its unit."""
    return dict(common()["losses"])


@cache
def owned_measures() -> frozenset[str]:
    """Return the names of the measures that each firm or person has of its own."""
    return frozenset(common()["owned"]["measures"])


@cache
def amounts_of_one() -> frozenset[str]:
    """Return the names of the measures of which two may be one amount of money."""
    return frozenset(common()["amounts"]["measures"])


@cache
def money_measures() -> frozenset[str]:
    """Return the names of the measures whose bare numbers are money."""
    return frozenset(common()["money"]["measures"])


@cache
def yearly_measures() -> frozenset[str]:
    """Return the names of the measures that are of a year where no other time is said."""
    return frozenset(common()["money"]["yearly"])


@cache
def home_dollars() -> Mapping[str, str]:
    """Return the dollar of each country that has one, by the top-level domain of the country."""
    return dict(common()["home_dollars"])


@cache
def dollar_marks() -> frozenset[str]:
    """Return what after an amount says which dollar it is: "U.S."."""
    return frozenset(common()["dollar_marks"])
