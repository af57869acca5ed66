"""Two values that a change or a sum connects."""

from __future__ import annotations

from dataclasses import replace

import pytest
from statements import SETTING, amount

from claimcheck.model import Claim, RelationKind, Scope, Trend
from claimcheck.reconcile import Setting
from claimcheck.reconcile.rules import arithmetic, judge

STOCK = {"subject_name": "Corvid", "measure_name": "price", "predicate": "end"}
UP = {"scope": Scope.CHANGE, "trend": Trend.UP, "subject_name": "Corvid", "measure_name": "price"}
DOWN = UP | {"trend": Trend.DOWN}


def beside(*claims: Claim) -> Setting:
    """Make a setting in which the claims of an article stand in one sentence."""
    sentences: dict[tuple[str, tuple[int, int]], list[Claim]] = {}
    for claim in claims:
        sentences.setdefault((claim.article, claim.sentence), []).append(claim)
    return replace(SETTING, sentences=sentences)


LEVEL = amount("a1", "24.34", **STOCK)
KILLED = {"unit": "person", "predicate": "kill"}

# name, the claims of one article, the claim of another, the relation, and what the sentence says
CASES: list[tuple[str, list[Claim], Claim, RelationKind | None, str]] = [
    (
        "the level before a rise",
        [LEVEL, amount("a2", "0.26", **UP)],
        amount("b1", "24.08", **STOCK),
        RelationKind.UPDATE,
        "24.34 USD - 0.26 USD = 24.08 USD",
    ),
    (
        "the level before a fall",
        [LEVEL, amount("a2", "0.26", **DOWN)],
        amount("b1", "24.60", **STOCK),
        RelationKind.UPDATE,
        "24.34 USD + 0.26 USD = 24.6 USD",
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
        [LEVEL, amount("a2", "0.26", **UP)],
        amount("b1", "24.13", **STOCK),
        RelationKind.CONFLICT,
        "before the change that A names it was not 'b1' either",
    ),
    (
        "far from both",
        [LEVEL, amount("a2", "0.26", **UP)],
        amount("b1", "30", **STOCK),
        None,
        "",
    ),
    ("the change of another share", [LEVEL, amount("a2", "0.26", **UP | {"subject_name": "Lumen"})],
     amount("b1", "24.08", **STOCK), None, ""),
    ("a change of another measure", [LEVEL, amount("a2", "0.26", **UP | {"measure_name": "profit"})],
     amount("b1", "24.08", **STOCK), None, ""),
    ("no change beside it", [LEVEL], amount("b1", "24.08", **STOCK), None, ""),
    ("the same number", [LEVEL, amount("a2", "0.26", **UP)], amount("b1", "24.34", **STOCK), None, ""),
    (
        "parts and whole",
        [amount("a1", "11", **KILLED), amount("a2", "6", **KILLED)],
        amount("b1", "17", **KILLED),
        RelationKind.COMPATIBLE,
        "11 + 6 = 17",
    ),
    (
        "three parts",
        [amount("a1", "2", **KILLED), amount("a2", "3", **KILLED), amount("a3", "4", **KILLED)],
        amount("b1", "9", **KILLED),
        RelationKind.COMPATIBLE,
        "2 + 3 + 4 = 9",
    ),
    ("parts that do not add up", [amount("a1", "11", **KILLED), amount("a2", "6", **KILLED)],
     amount("b1", "18", **KILLED), None, ""),
    ("what happened otherwise",
     [amount("a1", "11", **KILLED), amount("a2", "6", "person", predicate="injure")], amount("b1", "17", **KILLED),
     None, ""),
    ("a bound is no part", [amount("a1", "11", **KILLED), amount("a2", "6", bound="at_least", **KILLED)],
     amount("b1", "17", **KILLED), None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("said", "other", "relation", "words"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_arithmetic_between_two_sources(
    said: list[Claim], other: Claim, relation: RelationKind | None, words: str
) -> None:
    setting = beside(*said, other)
    for a, b in ((said[0], other), (other, said[0])):
        found = arithmetic.judge(a, b, setting)
        assert (found.relation if found else None) is relation
        assert words in (found.why if found else "")
        if relation is not None:
            assert judge(a, b, setting) == found


def test_an_article_is_not_held_against_itself() -> None:
    level, change, other = LEVEL, amount("a2", "0.26", **UP), amount("a3", "24.08", **STOCK)
    assert arithmetic.judge(level, other, beside(level, change, other)) is None
