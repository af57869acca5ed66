"""Numbers as intervals."""

from __future__ import annotations

from decimal import Decimal

import pytest
from statements import SETTING, amount, calendar, schedule, setting

from claimcheck.model import Claim, RelationKind, Scope, Trend
from claimcheck.reconcile.rules import judge as judge_by_all
from claimcheck.reconcile.rules.value import judge

KILLED = {"unit": "person", "predicate": "kill"}

CASES = [
    # One number.
    (amount("a1", "30"), amount("b1", "30"), "agree", None),
    (amount("a1", "48", "kilometer"), amount("b1", "30", "mile"), "agree", None),
    (amount("a1", "10", "gigawatt"), amount("b1", "10000", "megawatt"), "agree", None),
    (amount("a1", "77", "degF"), amount("b1", "25", "degC"), "agree", None),
    (amount("a1", "30..40"), amount("b1", "30..40"), "agree", None),
    (amount("a1", "13E9", bound="more_than"), amount("b1", "13E9", bound="more_than"), "agree", None),
    # One number, another bound.
    (amount("a1", "13E9", bound="more_than"), amount("b1", "13E9"), "compatible", "bound"),
    (amount("a1", "10", "gigawatt", "at_least"), amount("b1", "10", "gigawatt"), "compatible", "bound"),
    (amount("a1", "100E9", bound="at_most"), amount("b1", "100E9"), "compatible", "bound"),
    (amount("a1", "100E9", bound="about"), amount("b1", "100E9"), "compatible", "bound"),
    (amount("a1", "13E9", bound="more_than"), amount("b1", "13E9", bound="at_least"), "compatible", "bound"),
    # One value inside the other.
    (amount("a1", "12E9..13.5E9"), amount("b1", "13.2E9"), "refines", None),
    (amount("a1", "12E9..13.5E9"), amount("b1", "12.5E9..13E9"), "refines", None),
    (amount("a1", "13E9", bound="more_than"), amount("b1", "14E9"), "refines", None),
    (amount("a1", "100E9", bound="at_most"), amount("b1", "60E9"), "refines", None),
    (amount("a1", "100", bound="about"), amount("b1", "103"), "refines", None),
    # Values that overlap.
    (amount("a1", "30..40"), amount("b1", "35..50"), "compatible", "bound"),
    (amount("a1", "10", bound="at_least"), amount("b1", "20", bound="at_most"), "compatible", "bound"),
    # Values apart.
    (amount("a1", "30"), amount("b1", "35"), "conflict", "value"),
    (amount("a1", "30..40"), amount("b1", "50..60"), "conflict", "value"),
    (amount("a1", "100", bound="about"), amount("b1", "150"), "conflict", "value"),
    (amount("a1", "40", bound="at_least"), amount("b1", "30"), "conflict", "bound"),
    (amount("a1", "40", bound="more_than"), amount("b1", "30", bound="at_most"), "conflict", "bound"),
    (amount("a1", "48", "kilometer"), amount("b1", "40", "mile"), "conflict", "value"),
    # Tolls that grow.
    (amount("a1", "30", **KILLED), amount("b1", "42", **KILLED), "update", "value"),
    (amount("a1", "30", "person", predicate="injure"), amount("b1", "42", "person"), "update", "value"),
    (amount("a1", "42", **KILLED), amount("b1", "30", **KILLED), "conflict", "value"),
    (amount("b1", "30", **KILLED), amount("c1", "42", **KILLED), "conflict", "value"),
    (amount("a1", "30", predicate="cost"), amount("b1", "42", predicate="cost"), "conflict", "value"),
    (amount("a1", "30", **KILLED), amount("b1", "42", trend=Trend.DOWN, **KILLED), "conflict", "value"),
]


@pytest.mark.parametrize(("a", "b", "relation", "kind"), CASES)
def test_values(a: Claim, b: Claim, relation: str, kind: str | None) -> None:
    for found in (judge(a, b, SETTING), judge(b, a, SETTING), judge_by_all(a, b, SETTING)):
        assert found is not None
        assert (found.relation, found.type) == (relation, kind)
        assert found.why


@pytest.mark.xfail(strict=True, reason="a finer number that rounds to the other is said to refine it")
@pytest.mark.parametrize(("fine", "round_number"), [("4.46E12", "4.5E12"), ("102E6", "100E6"), ("6.28E9", "6.3E9")])
def test_a_number_agrees_with_what_it_rounds_to(fine: str, round_number: str) -> None:
    found = judge(amount("a1", fine), amount("b1", round_number), SETTING)
    assert found is not None
    assert found.relation is RelationKind.AGREE


@pytest.mark.parametrize(("low", "high"), [("more_than", "less_than"), ("at_least", "less_than")])
def test_above_and_below_one_number_cannot_both_hold(low: str, high: str) -> None:
    found = judge(amount("a1", "300", "person", low), amount("b1", "300", "person", high), SETTING)
    assert found is not None
    assert (found.relation, found.type) == ("conflict", "bound")


@pytest.mark.xfail(strict=True, reason="the direction of a change is not looked at")
def test_a_rise_and_a_fall_by_one_number_cannot_both_hold() -> None:
    up, down = (
        amount(name, "3.9", "percent", scope=Scope.CHANGE, trend=trend)
        for name, trend in (("a1", Trend.UP), ("b1", Trend.DOWN))
    )
    found = judge(up, down, SETTING)
    assert found is not None
    assert (found.relation, found.type) == ("conflict", "value")


@pytest.mark.xfail(strict=True, reason="a share of a value counted from absolute zero is no tolerance")
def test_the_tolerance_of_a_temperature_does_not_follow_the_zero_of_its_scale() -> None:
    found = judge(amount("a1", "20", "degC"), amount("b1", "72", "degF"), SETTING)
    assert found is not None
    assert found.relation is not RelationKind.AGREE


def test_the_tolerance_between_units_is_a_setting() -> None:
    a, b = amount("a1", "50.0", "kilometer"), amount("b1", "32.0", "mile")
    exact, loose = (judge(a, b, setting(tolerance=Decimal(share))) for share in ("0", "0.04"))
    assert exact is not None
    assert loose is not None
    assert (exact.relation, loose.relation) == ("conflict", "agree")


def test_an_unknown_order_of_articles_updates_nothing() -> None:
    found = judge(amount("a1", "30", **KILLED), amount("b1", "42", **KILLED), setting({"a": None}))
    assert found is not None
    assert found.relation is RelationKind.CONFLICT


def test_the_sentence_quotes_both_values() -> None:
    found = judge(amount("a1", "30", **KILLED), amount("b1", "42", **KILLED), SETTING)
    assert found is not None
    assert found.why == "B is later and higher than A: 30 people / 42 people"


@pytest.mark.parametrize("other", [calendar("b1", "2025-09-22"), schedule("b1", "gigawatt")])
def test_the_rule_is_silent_without_two_numbers(other: Claim) -> None:
    assert judge(amount("a1", "30", scope=Scope.TOTAL), other, SETTING) is None
