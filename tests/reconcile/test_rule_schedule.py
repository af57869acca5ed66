"""What a payment advances by."""

from __future__ import annotations

import pytest
from statements import SETTING, amount, calendar, schedule

from claimcheck.model import Claim, Scope
from claimcheck.reconcile.rules.schedule import judge

CLAUSE = "as each gigawatt is deployed"
INSTALMENT = amount("b1", "10E9", scope=Scope.INSTALMENT, text="$10 billion at a time")

CASES = [
    (schedule("a1", "gigawatt"), schedule("b1", "gigawatt"), "agree", None, "both advance by gigawatt"),
    (schedule("a1", None), schedule("b1", None), "agree", None, "both advance by the same step"),
    (schedule("a1", "gigawatt"), schedule("b1", "data center"), "compatible", "scope", "gigawatt / data center"),
    (schedule("a1", "gigawatt"), schedule("b1", None), "compatible", "scope", "gigawatt / an unnamed step"),
    (
        schedule("a1", "gigawatt", text=CLAUSE),
        INSTALMENT,
        "conflict",
        "scope",
        "one pays by amount ($10 billion at a time), the other by progress (as each gigawatt is deployed)",
    ),
]


@pytest.mark.parametrize(("a", "b", "relation", "kind", "why"), CASES)
def test_schedules(a: Claim, b: Claim, relation: str, kind: str | None, why: str) -> None:
    found = judge(a, b, SETTING)
    assert found is not None
    assert (found.relation, found.type) == (relation, kind)
    assert why in found.why


def test_the_amount_is_named_before_the_progress_whoever_comes_first() -> None:
    clause = schedule("a1", "gigawatt", text=CLAUSE)
    assert judge(INSTALMENT, clause, SETTING) == judge(clause, INSTALMENT, SETTING)


@pytest.mark.parametrize("claim", [INSTALMENT, calendar("b1", "2025-09-22")])
def test_the_rule_is_silent_without_a_schedule(claim: Claim) -> None:
    assert judge(INSTALMENT, claim, SETTING) is None
