"""Limits."""

from __future__ import annotations

import pytest
from statements import SETTING, amount, calendar

from claimcheck.model import Claim
from claimcheck.reconcile.rules.cap import judge

CASES = [
    (amount("a1", "100E9", bound="at_most"), amount("b1", "100E9", bound="at_most"), "agree", None),
    (
        amount("a1", "48", "kilometer", "at_most"),
        amount("b1", "30", "mile", "at_most"),
        "agree",
        None,
    ),
    (amount("a1", "48", "kilometer", "at_most"), amount("b1", "40", "mile", "at_most"), "conflict", "bound"),
    (amount("a1", "100E9", bound="at_most"), amount("b1", "10E9", bound="at_most"), "conflict", "bound"),
    (amount("a1", "100E9", bound="at_most"), amount("b1", "90E9", bound="at_most"), "conflict", "bound"),
]


@pytest.mark.parametrize(("a", "b", "relation", "kind"), CASES)
def test_limits_are_compared_as_limits(a: Claim, b: Claim, relation: str, kind: str | None) -> None:
    found = judge(a, b, SETTING)
    assert found is not None
    assert (found.relation, found.type) == (relation, kind)
    assert "limit" in found.why
    assert "up to " in found.why


SILENT = [
    (amount("a1", "100E9", bound="at_most"), amount("b1", "100E9")),
    (amount("a1", "100E9", bound="at_most"), amount("b1", "10E9", bound="at_least")),
    (amount("a1", "100E9", bound="at_most"), amount("b1", "10E9", bound="less_than")),
    (amount("a1", "100E9"), amount("b1", "100E9")),
    (amount("a1", "100", "gigawatt", "at_most"), amount("b1", "100", "person", "at_most")),
    (amount("a1", "100E9", bound="at_most"), calendar("b1", "2025-09-22")),
]


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_the_rule_is_silent_unless_both_are_limits(a: Claim, b: Claim) -> None:
    assert judge(a, b, SETTING) is None
