"""Scale words lost, doubled or mistranslated."""

from __future__ import annotations

import pytest
from statements import SETTING, amount, calendar

from claimcheck.model import Claim
from claimcheck.reconcile.rules.magnitude import judge

CASES = [
    (amount("a1", "1.2E6"), amount("b1", "1.2E9"), "1,000 times"),
    (amount("a1", "13E9"), amount("b1", "13E12"), "1,000 times"),
    (amount("a1", "47E3"), amount("b1", "47E9"), "1,000,000 times"),
    (amount("a1", "47"), amount("b1", "47E9"), "1,000,000,000 times"),
    (amount("a1", "100"), amount("b1", "1000"), "10 times"),
    (amount("a1", "4E11"), amount("b1", "4E12"), "10 times"),
    (amount("a1", "100E9", bound="about"), amount("b1", "10E9"), "10 times"),
    (amount("a1", "100E9", bound="more_than"), amount("b1", "10E9", bound="less_than"), "10 times"),
]


@pytest.mark.parametrize(("a", "b", "times"), CASES)
def test_the_same_digits_at_another_scale(a: Claim, b: Claim, times: str) -> None:
    for found in (judge(a, b, SETTING), judge(b, a, SETTING)):
        assert found is not None
        assert (found.relation, found.type) == ("conflict", "magnitude")
        assert times in found.why


SILENT = [
    pytest.param(amount("a1", "3", "person"), amount("b1", "30", "person"), id="small counts"),
    pytest.param(amount("a1", "1.2E9"), amount("b1", "1.2E9"), id="equal"),
    pytest.param(amount("a1", "1.2E6"), amount("b1", "1.3E9"), id="other digits"),
    pytest.param(amount("a1", "1.2E6"), amount("b1", "1.2E8"), id="a hundred times"),
    pytest.param(amount("a1", "10", "gigawatt"), amount("b1", "10000", "megawatt"), id="another unit"),
    pytest.param(amount("a1", "1.2E6", bound="at_most"), amount("b1", "1.2E9"), id="a limit"),
    pytest.param(amount("a1", "1E6..2E6"), amount("b1", "1E9..2E9"), id="ranges"),
    pytest.param(amount("a1", "10E9", bound="more_than"), amount("b1", "100E9"), id="a floor that holds"),
    pytest.param(amount("a1", "1E9", bound="more_than"), amount("b1", "10E9", bound="less_than"), id="both hold"),
    pytest.param(amount("a1", "0"), amount("b1", "1.2E9"), id="zero"),
    pytest.param(amount("a1", "1.2E6"), calendar("b1", "2025-09-22"), id="a time"),
]


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_the_rule_is_silent(a: Claim, b: Claim) -> None:
    assert judge(a, b, SETTING) is None
