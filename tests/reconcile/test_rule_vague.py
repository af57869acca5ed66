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
    # In base units, and only there.
    (DOZENS, amount("b1", "12..120", "worker", "vague"), "agree"),
    (amount("a1", "1000..9999", "meter", "vague"), amount("b1", "1..9.999", "kilometer", "vague"), "agree"),
    (amount("a1", "1000..9999", "meter", "vague"), amount("b1", "3", "kilometer"), "refines"),
    (amount("a1", "1000..9999", "meter", "vague"), amount("b1", "3000", "kilometer"), "compatible"),
]


@pytest.mark.parametrize(("a", "b", "relation"), CASES)
def test_vague_counts_never_conflict(a: Claim, b: Claim, relation: str) -> None:
    for found in (judge(a, b, SETTING), judge(b, a, SETTING)):
        assert found is not None
        assert (found.relation, found.type) == (relation, None)
        assert "vague count" in found.why


MILLIONS = amount("a1", "1E6..999E6", "USD", "vague")


@pytest.mark.parametrize(
    "other",
    [
        amount("b1", "1E6..999E6", "EUR", "vague"),
        amount("b1", "3E6", "EUR"),
        amount("b1", "20E9", "EUR"),
        amount("b1", "1E6..999E6", "person", "vague"),
    ],
)
def test_a_vague_count_of_another_unit_neither_agrees_nor_conflicts(other: Claim) -> None:
    for found in (judge(MILLIONS, other, SETTING), judge(other, MILLIONS, SETTING)):
        assert found is not None
        assert (found.relation, found.type) == ("compatible", "unit")
        assert "another unit: " in found.why


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
