"""Money by the year against money of no said time."""

from __future__ import annotations

import pytest
from statements import SETTING, amount, calendar, year

from claimcheck.model import Claim, Granularity, TimeForm, When, WhenKind
from claimcheck.reconcile.rules import judge as judge_all
from claimcheck.reconcile.rules.yearly import judge

MAY = When(TimeForm(WhenKind.INTERVAL, Granularity.MONTH, year=2025, month=5))

APART = [
    (amount("a1", "60E6", "USD/year"), amount("b1", "60E6")),
    (amount("a1", "60E6", "USD/year"), amount("b1", "90E6")),
    (amount("a1", "60E6", "USD/year"), amount("b1", "90E6", measure_name="price")),
    (amount("a1", "60E6", "USD/year"), amount("b1", "90E6", measure_name="revenue", period=MAY)),
]


@pytest.mark.parametrize(("a", "b"), APART)
def test_an_amount_by_the_year_and_one_that_may_not_be_can_both_hold(a: Claim, b: Claim) -> None:
    found = judge(a, b, SETTING)
    assert found is not None
    assert (found.relation, found.type) == ("compatible", "scope")
    assert "by the year: 60 million USD" in found.why


COMPARED = [
    (amount("a1", "60E6", "USD/year"), amount("b1", "60E6", "USD/year"), "agree"),
    (amount("a1", "60E6", "USD/year"), amount("b1", "60E6", period=year(2024)), "agree"),
    (amount("a1", "60E6", "USD/year"), amount("b1", "60E6", measure_name="revenue"), "agree"),
    (amount("a1", "60E6", "USD/year"), amount("b1", "90E6", measure_name="revenue"), "conflict"),
]


@pytest.mark.parametrize(("a", "b", "relation"), COMPARED)
def test_two_amounts_by_the_year_are_compared_as_amounts(a: Claim, b: Claim, relation: str) -> None:
    assert judge(a, b, SETTING) is None
    assert judge_all(a, b, SETTING).relation == relation


SILENT = [
    (amount("a1", "60", "user/year"), amount("b1", "60", "user")),
    (amount("a1", "60", "USD/month"), amount("b1", "60")),
    (amount("a1", "60", "USD"), amount("b1", "60", "EUR")),
    (amount("a1", "60", "USD/year"), calendar("b1", "2025-09-22")),
]


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_the_rule_is_silent_without_money_by_the_year(a: Claim, b: Claim) -> None:
    assert judge(a, b, SETTING) is None
