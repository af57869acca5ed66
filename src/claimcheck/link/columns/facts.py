"""Claim records become facts: equal numbers first, then rounded ones, then those that contradict.

Everything happens between records of one name in one unit. Each step hangs what fewer say on what more say, or what is
rounder on what is finer, so that a fact is a tree and grows together without any two records compared.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.adapters.arrays import HAIR, Flags, Floats, Ints, best, near, roots, runs
from claimcheck.link.columns.groups import PAUSE, SAME_DAY, Groups
from claimcheck.link.columns.records import Records
from claimcheck.link.columns.spellings import one_spelling
from claimcheck.model import SCALE_WORDS

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["link_records"]

_EXACT = 0.05
"""The rounding, as a share of a number, up to which it tells what it is about: that of two digits."""
_ROUNDER = 8
"""How far a number may stand, in the order of numbers, from the finer one that it rounds."""
_OTHERS = 12
"""How far a group may stand, in the order of days, from one that contradicts it."""

_TINY = 1e-300

_DAY_SPREAD = 1.4
"""How far the mean days of two groups of one report each may differ to be one day, in days; of more reports less."""
_FEWER = 0.75
"""What a contradiction is told by at most, as a share of those who tell the other."""

_LINK_APART = 5.0
"""The sum from which on a group is taken to contradict another, of these, for and against:"""
_DAY, _OTHER_DAY = 3.0, -20.0
_PUBLISHED = ((4.0, 1.0), (10.0, 0.0), (30.0, -2.0), (np.inf, -20.0))
"""By how many days apart the middle reports of both are, at most."""
_TOLD_BY_FEWER, _TOLD_BY_AS_MANY = 1.0, -3.0
_NUMBERS = ((math.log(2), 2.0), (math.log(20), 0.0), (np.inf, -3.0))
"""By how far apart both numbers are, at most, as the logarithm of their ratio."""
_SLIP = 2.0
"""In place of these where a scale word is lost, doubled or mistranslated:"""
_SLIPS = tuple(math.log(times) for times in SCALE_WORDS)


def link_records(table: pa.Table) -> Ints:
    """Return the fact of each record: the number of the first row that speaks of it.

    Records are of one fact where their names are spellings of one name, their units the same, and their numbers equal
    or roundings of one another in reports of about the same days. A number that fewer state of the same name,
    predicate and day belongs to the fact as well: it contradicts. Names in quite different spellings, and what is said
    around the numbers, are for `link_claims`, which has the articles.

    Args:
        table: columns `article` and `subject`, `predicate`, `unit` (strings), `number` and `rounding` (floats, in base
            units; half a unit of the last significant place), `published` and `day` (dates or null: of the article, and
            of what is reported). None of the others is null. Their order breaks ties.

    Returns:
        An array of shape (rows,).
    """
    records = Records.of(table)
    who = one_spelling(records)
    exact = runs(records.number.view(np.int64))
    statements = Groups.of(
        records, who, exact, runs(who, records.what, records.unit, exact, by=records.published, gap=PAUSE)
    )
    facts = roots(_rounded(statements))
    facts = roots(_otherwise_put(statements, facts))[facts]
    groups = Groups.of(records, who, exact, runs(facts)[statements.ids])
    ids = runs(roots(_contradicting(groups))[groups.ids])
    return best(ids, np.arange(len(ids)))[ids]


def _rounded(statements: Groups) -> Ints:
    """Hang each statement on the one that it rounds: of the nearest day, then that which most make."""
    a, b = near(runs(statements.who, statements.what, statements.unit), statements.number, _ROUNDER)
    a, b = _ordered(a, b, statements.rounding, -statements.size)
    is_round = np.abs(statements.number[a] - statements.number[b]) <= statements.rounding[a] * (1 + HAIR)
    a, b = _kept(a, b, is_round & statements.may_be_one(a, b))
    days = np.nan_to_num(statements.days_apart(a, b), nan=SAME_DAY + 1)
    return _hung(a, b, len(statements.size), days, -statements.size[b])


def _otherwise_put(statements: Groups, facts: Ints) -> Ints:
    """Hang statements of one number with another predicate on those of the fact that most speak of."""
    a, b = near(runs(statements.who, statements.unit, statements.number.view(np.int64)), statements.first, _OTHERS)
    size = np.bincount(facts, weights=statements.size, minlength=len(facts))[facts]
    a, b = _ordered(a, b, -size, facts)  # of facts of one size too, each pair the same way round
    tells = statements.rounding[a] <= _EXACT * np.abs(statements.number[a])
    a, b = _kept(a, b, tells & (facts[a] != facts[b]) & statements.may_be_one(a, b))
    return _hung(facts[a], facts[b], len(facts), -size[b])


def _contradicting(groups: Groups) -> Ints:
    """Hang each group on the one that it contradicts: of those that contradict none themselves, the likeliest."""
    day = np.where(np.isnan(groups.day), groups.middle, groups.day)
    a, b = _ordered(*near(runs(groups.who, groups.what, groups.unit), day, _OTHERS), -groups.size)
    weight = _weight_apart(groups, a, b)
    a, b = _kept(a, b, weight >= _LINK_APART)
    weight = weight[weight >= _LINK_APART]
    is_hung = np.zeros(len(groups.size), dtype=bool)
    is_hung[a] = True
    weight = weight[~is_hung[b]]
    a, b = _kept(a, b, ~is_hung[b])
    return _hung(a, b, len(groups.size), -weight, -groups.size[b])


def _weight_apart(groups: Groups, a: Ints, b: Ints) -> Floats:
    """Return what speaks for the first of two groups contradicting the second."""
    spread = np.sqrt(1 / np.maximum(groups.dated[a], 1) + 1 / np.maximum(groups.dated[b], 1))
    apart = np.abs(groups.mean[a] - groups.mean[b])
    day = np.where(np.isnan(apart), 0.0, np.where(apart <= _DAY_SPREAD * spread, _DAY, _OTHER_DAY))
    fewer = groups.size[a] <= _FEWER * groups.size[b]
    weight: Floats = (
        day
        + _step(np.abs(groups.middle[a] - groups.middle[b]), _PUBLISHED)
        + np.where(fewer, _TOLD_BY_FEWER, _TOLD_BY_AS_MANY)
        + np.where(_slipped(groups, a, b), _SLIP, _step(_ratio(groups.number[a], groups.number[b]), _NUMBERS))
    )
    return weight


def _slipped(groups: Groups, a: Ints, b: Ints) -> Flags:
    """Whether numbers differ by a scale word: of the same digits, or, of two or more, as far as rounding shows."""
    roundness = groups.rounding / np.maximum(np.abs(groups.number), _TINY)
    slack = np.maximum(roundness[a], roundness[b])
    ratio = _ratio(groups.number[a], groups.number[b])
    off = np.min([np.abs(ratio - slip) for slip in _SLIPS], axis=0)
    is_slip: Flags = off <= np.where(slack <= _EXACT, slack, 0.0) + HAIR
    return is_slip


def _ratio(a: Floats, b: Floats) -> Floats:
    """Return the logarithm of the ratio of numbers, the larger above, as if infinite where their signs differ."""
    apart = np.abs(np.log(np.maximum(np.abs(a), _TINY)) - np.log(np.maximum(np.abs(b), _TINY)))
    return np.where(np.sign(a) == np.sign(b), apart, np.inf)


def _step(values: Floats, steps: tuple[tuple[float, float], ...]) -> Floats:
    """Return the weight of the first step that each value does not pass."""
    ends, weights = np.array(steps).T
    found: Floats = weights[np.searchsorted(ends[:-1], values)]
    return found


def _ordered(a: Ints, b: Ints, *ranks: Floats | Ints) -> tuple[Ints, Ints]:
    """Turn pairs so that the first member has the higher rank; where all are equal, the higher number."""
    order = np.lexsort((np.arange(len(ranks[0])), *reversed(ranks)))
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    return np.where(place[a] > place[b], a, b), np.where(place[a] > place[b], b, a)


def _kept(a: Ints, b: Ints, is_kept: Flags) -> tuple[Ints, Ints]:
    return a[is_kept], b[is_kept]


def _hung(a: Ints, b: Ints, count: int, *ranks: Floats | Ints) -> Ints:
    """Return the parent of each: the best second member of its pairs, or itself where it is the first of none."""
    parents = np.arange(count)
    chosen = best(a, *ranks)
    parents[a[chosen]] = b[chosen]
    return parents
