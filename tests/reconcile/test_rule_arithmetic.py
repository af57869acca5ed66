"""Two values that a change or a sum connects."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from statements import SETTING, amount, calendar

from claimcheck.model import Claim, ConflictType, RelationKind, Scope, Trend
from claimcheck.normalise import normalise_claims
from claimcheck.reconcile import Setting
from claimcheck.reconcile.connections import connect
from claimcheck.reconcile.rules import arithmetic, judge
from written_quantity import quantity

STOCK = {"subject_name": "Corvid", "measure_name": "price", "predicate": "end"}
UP: dict[str, Any] = {"scope": Scope.CHANGE, "trend": Trend.UP, "subject_name": "Corvid", "measure_name": "price"}
DOWN = UP | {"trend": Trend.DOWN}


def beside(*claims: Claim) -> Setting:
    """Make a setting in which the claims of an article stand in one sentence."""
    sentences: dict[tuple[str, tuple[int, int]], list[Claim]] = {}
    for claim in claims:
        sentences.setdefault((claim.article, claim.sentence), []).append(claim)
    return replace(SETTING, sentences=sentences)


FALL = amount("a2", "100", "percent", **DOWN)
ALL_OF_IT = replace(
    FALL, quantity=replace(quantity("100", "percent"), significant=None, scope=Scope.CHANGE, trend=Trend.DOWN)
)
LEVEL = amount("a1", "38.52", **STOCK)
KILLED = {"unit": "person", "predicate": "kill"}

TYPES: dict[RelationKind | None, ConflictType] = {
    RelationKind.UPDATE: ConflictType.DATE,
    RelationKind.COMPATIBLE: ConflictType.SCOPE,
    RelationKind.CONFLICT: ConflictType.VALUE,
}

# name, the claims of one article, the claim of another, the relation, and what the sentence says
CASES: list[tuple[str, list[Claim], Claim, RelationKind | None, str]] = [
    (
        "the level before a rise",
        [LEVEL, amount("a2", "0.31", **UP)],
        amount("b1", "38.21", **STOCK),
        RelationKind.UPDATE,
        "'b1' is the level before the change that A names: 38.52 USD - 0.31 USD = 38.21 USD",
    ),
    (
        "the level before a fall",
        [LEVEL, amount("a2", "0.31", **DOWN)],
        amount("b1", "38.83", **STOCK),
        RelationKind.UPDATE,
        "38.52 USD + 0.31 USD = 38.83 USD",
    ),
    (
        "a change in percent",
        [amount("a1", "21", **STOCK), amount("a2", "5", "percent", **UP)],
        amount("b1", "20", **STOCK),
        RelationKind.UPDATE,
        "21 USD / 1.05 = 20 USD",
    ),
    (
        "a fall by half",
        [amount("a1", "20", **STOCK), amount("a2", "50", "percent", **DOWN)],
        amount("b1", "40", **STOCK),
        RelationKind.UPDATE,
        "20 USD / 0.5 = 40 USD",
    ),
    (
        "near the level before, and not it",
        [LEVEL, amount("a2", "0.31", **UP)],
        amount("b1", "38.26", **STOCK),
        RelationKind.CONFLICT,
        "USD; before the change that A names it was not 'b1' either: 38.52 USD - 0.31 USD = 38.21 USD",
    ),
    (
        "far from both",
        [LEVEL, amount("a2", "0.31", **UP)],
        amount("b1", "30", **STOCK),
        None,
        "",
    ),
    ("the change of another share", [LEVEL, amount("a2", "0.31", **UP | {"subject_name": "Lumen"})],
     amount("b1", "38.21", **STOCK), None, ""),
    ("a change of another measure", [LEVEL, amount("a2", "0.31", **UP | {"measure_name": "profit"})],
     amount("b1", "38.21", **STOCK), None, ""),
    ("no change beside it", [LEVEL], amount("b1", "38.21", **STOCK), None, ""),
    ("the same number", [LEVEL, amount("a2", "0.31", **UP)], amount("b1", "38.52", **STOCK), None, ""),
    (
        "parts and whole",
        [amount("a1", "8", **KILLED), amount("a2", "5", **KILLED)],
        amount("b1", "13", **KILLED),
        RelationKind.COMPATIBLE,
        "A gives the parts, B the whole: 8 + 5 = 13",
    ),
    (
        "three parts",
        [amount("a1", "2", **KILLED), amount("a2", "3", **KILLED), amount("a3", "4", **KILLED)],
        amount("b1", "9", **KILLED),
        RelationKind.COMPATIBLE,
        "2 + 3 + 4 = 9",
    ),
    ("parts that do not add up", [amount("a1", "8", **KILLED), amount("a2", "5", **KILLED)],
     amount("b1", "14", **KILLED), None, ""),
    ("parts of something else", [amount("a1", "8", "house", predicate="kill"), amount("a2", "5", "house",
     predicate="kill")], amount("b1", "13", **KILLED), None, ""),
    ("what is counted otherwise", [amount("a1", "8", **KILLED), amount("a2", "5", "house", predicate="kill")],
     amount("b1", "13", **KILLED), None, ""),
    ("parts of no deed", [amount("a1", "8", "person"), amount("a2", "5", "person")], amount("b1", "13", "person"),
     None, ""),
    ("a change between them", [amount("a1", "21", **STOCK), amount("a2", "7", **UP | {"subject_name": "Lumen"}),
     amount("a3", "1", **STOCK), amount("a4", "1", **UP)], amount("b1", "20", **STOCK), RelationKind.UPDATE,
     "21 USD - 1 USD = 20 USD"),
    ("a rise of unsaid direction", [LEVEL, amount("a2", "0.31", **UP | {"trend": None})],
     amount("b1", "38.83", **STOCK), None, ""),
    ("a total that rises", [LEVEL, amount("a2", "0.31", **UP | {"scope": Scope.TOTAL})],
     amount("b1", "38.21", **STOCK), None, ""),
    ("a change in another unit", [LEVEL, amount("a2", "0.31", "EUR", **UP)], amount("b1", "38.21", **STOCK), None, ""),
    ("a change in the coin of the currency", normalise_claims([LEVEL, amount("a2", "31", "cent", **UP)], None),
     amount("b1", "38.21", **STOCK), RelationKind.UPDATE, "38.52 USD - 0.31 USD = 38.21 USD"),
    ("a fall to nothing", [amount("a1", "0", **STOCK), amount("a2", "100", "percent", **DOWN)],
     amount("b1", "40", **STOCK), None, ""),
    ("from nothing", [amount("a1", "20", **STOCK), amount("a2", "20", **UP)], amount("b1", "0", **STOCK),
     RelationKind.UPDATE, "20 USD - 20 USD = 0 USD"),
    ("a change in another unit, then the one", [LEVEL, amount("a2", "0.31", "EUR", **UP), amount("a3", "0.31", **UP)],
     amount("b1", "38.21", **STOCK), RelationKind.UPDATE, "38.52 USD - 0.31 USD = 38.21 USD"),
    ("half as far from the level before as from that after", [LEVEL, amount("a2", "0.30", **UP)],
     amount("b1", "38.32", **STOCK), None, ""),
    ("a fall by all of it", normalise_claims([amount("a1", "0", **STOCK), ALL_OF_IT], None),
     amount("b1", "40", **STOCK), None, ""),
    ("a level that is not rounded", [amount("a1", "0", **STOCK), amount("a2", "0.31", **DOWN)],
     amount("b1", "0.31", **STOCK), RelationKind.UPDATE, "0 USD + 0.31 USD = 0.31 USD"),
    ("a level before that may be nothing", [amount("a1", "20", **STOCK), amount("a2", "19.5", **UP)],
     amount("b1", "0.5", **STOCK), RelationKind.UPDATE, "20 USD - 19.5 USD = 0.5 USD"),
    ("parts beside a time", [amount("a1", "8", **KILLED), amount("a2", "5", **KILLED), calendar("a3", "2025-09-22")],
     amount("b1", "13", **KILLED), RelationKind.COMPATIBLE, "8 + 5 = 13"),
    ("a change is no part", [amount("a1", "8", scope=Scope.CHANGE, **KILLED), amount("a2", "5", **KILLED)],
     amount("b1", "13", **KILLED), None, ""),
    ("parts of a length", [amount("a1", "30", "kilometer", predicate="build"), amount("a2", "18", "kilometer",
     predicate="build")], amount("b1", "48", "kilometer", predicate="build"), RelationKind.COMPATIBLE, "30 + 18 = 48"),
    ("what happened otherwise",
     [amount("a1", "8", **KILLED), amount("a2", "5", "person", predicate="injure")], amount("b1", "13", **KILLED),
     None, ""),
    ("a bound is no part", [amount("a1", "8", **KILLED), amount("a2", "5", bound="at_least", **KILLED)],
     amount("b1", "13", **KILLED), None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("said", "other", "relation", "words"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_arithmetic_between_two_sources(
    said: list[Claim], other: Claim, relation: RelationKind | None, words: str
) -> None:
    setting = beside(*said, other)
    for a, b in ((said[0], other), (other, said[0])):
        found = arithmetic.judge(a, b, setting)
        assert (found.relation if found else None) is relation
        assert (found.type if found else None) is TYPES.get(relation)
        assert words in (found.why if found else "")
        if relation is not None:
            assert judge(a, b, setting) == found


def test_one_number_is_no_sum() -> None:
    about, exact = amount("a1", "13", bound="about", **KILLED), amount("b1", "13", **KILLED)
    assert connect(about, exact, beside(about, exact)) is None


def test_an_article_is_not_held_against_itself() -> None:
    level, change, other = LEVEL, amount("a2", "0.31", **UP), amount("a3", "38.21", **STOCK)
    assert arithmetic.judge(level, other, beside(level, change, other)) is None
