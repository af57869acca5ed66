"""Rises and falls."""

from __future__ import annotations

import pytest
from statements import SETTING, amount, calendar

from claimcheck.model import Scope, Trend
from claimcheck.reconcile.rules import judge as judge_by_all
from claimcheck.reconcile.rules.direction import judge


@pytest.mark.parametrize(
    ("number", "unit", "bound"),
    [("3.9", "percent", "exact"), ("118E9", "EUR", "exact"), ("100E9", "USD", "at_most")],
)
def test_a_rise_and_a_fall_cannot_both_hold(number: str, unit: str, bound: str) -> None:
    rise = amount("a1", "100E9" if unit != "percent" else "3.9", unit, bound, scope=Scope.CHANGE, trend=Trend.UP)
    fall = amount("b1", number, "USD" if unit == "EUR" else unit, bound, scope=Scope.CHANGE, trend=Trend.DOWN)
    for found in (judge(rise, fall, SETTING), judge_by_all(fall, rise, SETTING)):
        assert found is not None
        assert (found.relation, found.type) == ("conflict", "value")
        assert "rise" in found.why
        assert " / " in found.why


def test_one_direction_or_none_is_left_to_the_other_rules() -> None:
    rise, level = amount("a1", "3.9", "percent", trend=Trend.UP), amount("b1", "3.9", "percent")
    assert judge(rise, rise, SETTING) is None
    assert judge(rise, level, SETTING) is None
    assert judge(calendar("a1", "2024-06-10"), calendar("b1", "2024-06-11"), SETTING) is None
