"""Vague counts."""

from __future__ import annotations

import pytest
from statements import SETTING, amount, calendar

from claimcheck.model import Claim
from claimcheck.reconcile.rules.vague import judge

DOZENS = amount("a1", "12..120", "person", "vague")

CASES = [
    (DOZENS, amount("b1", "12..120", "person", "vague"), "agree"),
    (DOZENS, amount("b1", "48", "person"), "refines"),
    (DOZENS, amount("b1", "30..40", "person"), "refines"),
    (DOZENS, amount("b1", "20..100", "person", "vague"), "refines"),
    (DOZENS, amount("b1", "100..1000", "person", "vague"), "compatible"),
    (DOZENS, amount("b1", "500", "person"), "compatible"),
    (DOZENS, amount("b1", "12..120", "person"), "refines"),
    (DOZENS, amount("b1", "48", "person", "at_least"), "compatible"),
]


@pytest.mark.parametrize(("a", "b", "relation"), CASES)
def test_vague_counts_never_conflict(a: Claim, b: Claim, relation: str) -> None:
    for found in (judge(a, b, SETTING), judge(b, a, SETTING)):
        assert found is not None
        assert (found.relation, found.type) == (relation, None)
        assert "vague count" in found.why


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (amount("a1", "30"), amount("b1", "30")),
        (amount("a1", "30..40"), amount("b1", "35")),
        (DOZENS, calendar("b1", "2025-09-22")),
    ],
)
def test_the_rule_is_silent_on_stated_numbers(a: Claim, b: Claim) -> None:
    assert judge(a, b, SETTING) is None
