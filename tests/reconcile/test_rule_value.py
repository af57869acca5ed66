"""Numbers as intervals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from statements import SETTING, amount, calendar, schedule, setting, year

from claimcheck.model import Claim, Granularity, RelationKind, Scope, Status, TimeForm, Trend, When, WhenKind
from claimcheck.reconcile.rules import judge as judge_by_all
from claimcheck.reconcile.rules.value import judge, same_number

KILLED = {"unit": "person", "predicate": "kill"}
CHANGE: dict[str, Any] = {"unit": "percent", "scope": Scope.CHANGE}

RAZED: dict[str, Any] = {"unit": "house", "predicate": "destroy"}
PLANNED, HEDGED, DONE = Status.PLANNED, Status.HEDGED, Status.DONE
MAY = When(TimeForm(WhenKind.INTERVAL, Granularity.MONTH, year=2025, month=5))
TUESDAY = When(TimeForm(WhenKind.POINT, Granularity.DAY, weekday=1))
RECENTLY = When(TimeForm(WhenKind.VAGUE, Granularity.DAY, direction=-1))
AT_THE_CLOSE = When(TimeForm(WhenKind.VAGUE, Granularity.HOUR, session="close"))
THURSDAY = When(TimeForm(WhenKind.POINT, Granularity.DAY, weekday=3))

PLAN = {"status": Status.PLANNED, "predicate": "buy"}

CASES = [
    # One number.
    (amount("a1", "30"), amount("b1", "30"), "agree", None),
    (amount("a1", "48", "kilometer"), amount("b1", "30", "mile"), "agree", None),
    (amount("a1", "10", "gigawatt"), amount("b1", "10000", "megawatt"), "agree", None),
    (amount("a1", "125", "kilowatt"), amount("b1", "0.12375", "megawatt"), "agree", None),
    (amount("a1", "77", "degF"), amount("b1", "25", "degC"), "agree", None),
    (amount("a1", "30..40"), amount("b1", "30..40"), "agree", None),
    (amount("a1", "13E9", bound="more_than"), amount("b1", "13E9", bound="more_than"), "agree", None),
    # The two ends of a range, and those of an approximate one, which are 5 % off at most.
    (amount("a1", "30..40", bound="about"), amount("b1", "30..40", bound="about"), "agree", None),
    (amount("a1", "30..40", bound="about"), amount("b1", "30..40"), "agree", None),
    (amount("a1", "100..150", bound="about"), amount("b1", "157"), "refines", None),
    (amount("a1", "100..150"), amount("b1", "157"), "conflict", "value"),
    (amount("a1", "100..150", bound="about"), amount("b1", "170"), "conflict", "value"),
    # A number and what it rounds to.
    (amount("a1", "4.46E12"), amount("b1", "4.5E12"), "agree", None),
    (amount("a1", "102E6"), amount("b1", "100E6"), "agree", None),
    (amount("a1", "6.28E9"), amount("b1", "6.3E9"), "agree", None),
    (amount("a1", "6.23E9"), amount("b1", "6.3E9"), "conflict", "value"),
    (amount("a1", "6.25E9"), amount("b1", "6.3E9"), "compatible", "bound"),
    # A half is not rounded to one, nor one and a half.
    (amount("a1", "1", "minute"), amount("b1", "30", "second"), "conflict", "value"),
    (amount("a1", "1E9"), amount("b1", "1.5E9"), "conflict", "value"),
    # One number, another bound.
    (amount("a1", "13E9", bound="more_than"), amount("b1", "13E9"), "compatible", "bound"),
    (amount("a1", "10", "gigawatt", "at_least"), amount("b1", "10", "gigawatt"), "compatible", "bound"),
    (amount("a1", "100E9", bound="at_most"), amount("b1", "100E9"), "compatible", "bound"),
    (amount("a1", "100E9", bound="about"), amount("b1", "100E9"), "agree", None),
    (amount("a1", "100", bound="about"), amount("b1", "103"), "agree", None),
    (amount("a1", "13E9", bound="about", **PLAN), amount("b1", "13.2E9"), "compatible", "bound"),
    (amount("a1", "13E9", bound="more_than"), amount("b1", "13E9", bound="at_least"), "compatible", "bound"),
    # One value inside the other.
    (amount("a1", "12E9..13.5E9"), amount("b1", "13.2E9"), "refines", None),
    (amount("a1", "12E9..13.5E9"), amount("b1", "12.5E9..13E9"), "refines", None),
    (amount("a1", "13E9", bound="more_than"), amount("b1", "14E9"), "refines", None),
    (amount("a1", "100E9", bound="at_most"), amount("b1", "60E9"), "refines", None),
    (amount("a1", "300", bound="about"), amount("b1", "310"), "refines", None),
    # Numbers after "more than" are rounded down.
    (amount("a1", "57000", bound="more_than"), amount("b1", "64000", bound="more_than"), "conflict", "bound"),
    (amount("a1", "40000", bound="more_than"), amount("b1", "41500", bound="more_than"), "refines", None),
    (amount("a1", "570", bound="more_than"), amount("b1", "580", bound="more_than"), "conflict", "bound"),
    (amount("a1", "100", bound="more_than"), amount("b1", "310", bound="more_than"), "conflict", "bound"),
    (amount("a1", "57", bound="more_than"), amount("b1", "64", bound="more_than"), "refines", None),
    (amount("a1", "0", bound="more_than"), amount("b1", "64", bound="more_than"), "refines", None),
    (amount("a1", "57000", bound="at_least"), amount("b1", "64000", bound="at_least"), "refines", None),
    (amount("a1", "57000", bound="more_than"), amount("b1", "64000"), "refines", None),
    # A plan in round figures, settled since.
    (amount("a1", "13E9", bound="about", **PLAN), amount("b1", "13.9E9"), "update", "value"),
    (amount("a1", "12E9..13E9", **PLAN), amount("b1", "13.9E9", **PLAN), "update", "value"),
    (amount("b1", "12E9..13E9", **PLAN), amount("a1", "13.9E9", **PLAN), "conflict", "value"),
    (amount("b1", "12E9..13E9", **PLAN), amount("c1", "13.9E9", **PLAN), "update", "value"),
    (amount("a1", "13.1E9", **PLAN), amount("b1", "13.9E9", **PLAN), "conflict", "value"),
    (amount("a1", "13E9", bound="about", **PLAN), amount("b1", "15E9", **PLAN), "conflict", "value"),
    (amount("a1", "12E9..13E9", **PLAN), amount("b1", "13.9E9", bound="more_than", **PLAN), "conflict", "bound"),
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
    # A share of a number is a tolerance after conversion only, and never on a scale whose zero is not nothing.
    (amount("a1", "50.1", "gigawatt"), amount("b1", "50.3", "gigawatt"), "conflict", "value"),
    (amount("a1", "20", "degC"), amount("b1", "72", "degF"), "conflict", "value"),
    # A rise and a fall.
    (amount("a1", "3.9", trend=Trend.UP, **CHANGE), amount("b1", "3.9", **CHANGE), "agree", None),
    # Tolls that grow.
    (amount("a1", "30", **KILLED), amount("b1", "42", **KILLED), "update", "value"),
    (amount("a1", "30", "person", predicate="injure"), amount("b1", "42", "person"), "update", "value"),
    (amount("a1", "30", **RAZED), amount("b1", "42", **RAZED), "update", "value"),
    (amount("a1", "30", **RAZED), amount("b1", "42", "house"), "update", "value"),
    (amount("a1", "42", **RAZED), amount("b1", "30", **RAZED), "conflict", "value"),
    (amount("a1", "30", **RAZED), amount("b1", "42", trend=Trend.DOWN, **RAZED), "conflict", "value"),
    # Counts of people are taken anew, whichever way they go.
    (amount("a1", "42", **KILLED), amount("b1", "30", **KILLED), "update", "value"),
    (amount("a1", "400", "person", predicate="employ"), amount("b1", "310", "worker"), "update", "value"),
    (amount("b1", "30", **KILLED), amount("c1", "42", **KILLED), "conflict", "value"),
    (amount("a1", "30", predicate="cost"), amount("b1", "42", predicate="cost"), "conflict", "value"),
    (amount("a1", "30", **KILLED), amount("b1", "42", trend=Trend.DOWN, **KILLED), "update", "value"),
    # A plan or a guess beside a statement.
    (amount("a1", "30", status=PLANNED), amount("b1", "35"), "compatible", "status"),
    (amount("a1", "30", status=HEDGED), amount("b1", "35", status=DONE), "compatible", "status"),
    (amount("a1", "30", status=PLANNED), amount("b1", "30"), "agree", None),
    (amount("a1", "30", status=PLANNED), amount("b1", "35", status=PLANNED), "conflict", "value"),
    (amount("a1", "30", status=DONE), amount("b1", "35"), "conflict", "value"),
    # What is decided is no forecast: the plan and its report speak of one number.
    (amount("a1", "30", **PLAN), amount("b1", "35", predicate="buy"), "conflict", "value"),
    (
        amount("a1", "30", "car", status=PLANNED, predicate="recall"),
        amount("b1", "35", "car", predicate="recall"),
        "conflict",
        "value",
    ),
    (amount("a1", "30", **PLAN), amount("b1", "35", predicate="cost"), "compatible", "status"),
    # The times that two values belong to.
    (amount("a1", "30", period=year(2024)), amount("b1", "35"), "compatible", "date"),
    (amount("a1", "30", period=MAY), amount("b1", "35"), "compatible", "date"),
    (amount("a1", "30", period=TUESDAY), amount("b1", "35"), "conflict", "value"),
    (amount("a1", "30", period=year(2024)), amount("b1", "35", period=year(2024)), "conflict", "value"),
    (amount("a1", "30", period=year(2025)), amount("b1", "35", period=MAY), "conflict", "value"),
    (amount("a1", "30", period=TUESDAY), amount("b1", "35", period=THURSDAY), "compatible", "date"),
    (amount("a1", "30", period=TUESDAY), amount("b1", "35", period=year(2024)), "compatible", "date"),
    (amount("a1", "30", period=RECENTLY), amount("b1", "35", period=TUESDAY), "compatible", "date"),
    (amount("a1", "30", period=AT_THE_CLOSE), amount("b1", "35", period=TUESDAY), "conflict", "value"),
    (
        amount("a1", "30", period=year(2024), predicate="buy", object_name="Lumen"),
        amount("b1", "35", period=year(2023)),
        "conflict",
        "value",
    ),
    (amount("a1", "30", period=TUESDAY), amount("b1", "35", period=TUESDAY), "conflict", "value"),
    (amount("a1", "30", period=year(2024)), amount("b1", "30"), "agree", None),
    # Two measurements lie apart by a little, two counts or sums do not.
    (amount("a1", "50.1", "kilometer"), amount("b1", "50.3", "kilometer"), "compatible", "value"),
    (amount("a1", "93", "kilometer"), amount("b1", "100.0", "kilometer"), "compatible", "value"),
    (amount("a1", "92", "kilometer"), amount("b1", "100.0", "kilometer"), "conflict", "value"),
    (amount("a1", "30..40", "kilometer"), amount("b1", "42.5", "kilometer"), "conflict", "value"),
    (amount("a1", "41", "hectare"), amount("b1", "43", "hectare"), "compatible", "value"),
    (amount("a1", "41", "kilogram"), amount("b1", "43", "kilogram"), "compatible", "value"),
    (amount("a1", "41", "kilometer/hour"), amount("b1", "43", "kilometer/hour"), "compatible", "value"),
    (amount("a1", "41", "minute"), amount("b1", "43", "minute"), "compatible", "value"),
    (amount("a1", "41"), amount("b1", "43"), "conflict", "value"),
    (amount("a1", "41", "percent"), amount("b1", "43", "percent"), "conflict", "value"),
    (amount("a1", "41", "house"), amount("b1", "43", "house"), "conflict", "value"),
    # A round number reaches further than its zeros say.
    (amount("a1", "600"), amount("b1", "612"), "agree", None),
    (amount("a1", "600"), amount("b1", "635"), "conflict", "value"),
    (amount("a1", "60"), amount("b1", "61"), "conflict", "value"),
    (amount("a1", "610"), amount("b1", "622"), "conflict", "value"),
]


@pytest.mark.parametrize(("a", "b", "relation", "kind"), CASES)
def test_values(a: Claim, b: Claim, relation: str, kind: str | None) -> None:
    for found in (judge(a, b, SETTING), judge(b, a, SETTING), judge_by_all(a, b, SETTING)):
        assert found is not None
        assert (found.relation, found.type) == (relation, kind)
        assert found.why
        assert "None" not in found.why


OPPOSED = [
    # 30 miles are 48.28 km: the two numbers are one, so that only their bounds tell whether both can hold.
    (amount("a1", "30", "mile", "at_most"), amount("b1", "48", "kilometer", "at_least"), "compatible"),
    (amount("a1", "30", "mile", "at_least"), amount("b1", "48", "kilometer", "at_most"), "compatible"),
    (amount("a1", "30", "mile", "at_most"), amount("b1", "48", "kilometer", "more_than"), "conflict"),
    (amount("a1", "30", "mile", "less_than"), amount("b1", "48", "kilometer", "at_least"), "conflict"),
    (amount("a1", "30", "mile", "less_than"), amount("b1", "48", "kilometer", "at_most"), "compatible"),
    (amount("a1", "72", "kilometer", "at_most"), amount("b1", "72", "kilometer", "at_least"), "compatible"),
    (amount("a1", "72", "kilometer", "at_most"), amount("b1", "72.4", "kilometer", "at_least"), "conflict"),
]


@pytest.mark.parametrize(("a", "b", "relation"), OPPOSED)
def test_bounds_that_are_opposed_are_so_in_base_units(a: Claim, b: Claim, relation: str) -> None:
    for found in (judge(a, b, SETTING), judge(b, a, SETTING)):
        assert found is not None
        assert (found.relation, found.type) == (relation, "bound")


@pytest.mark.parametrize(("low", "high"), [("more_than", "less_than"), ("at_least", "less_than")])
def test_above_and_below_one_number_cannot_both_hold(low: str, high: str) -> None:
    found = judge(amount("a1", "300", "person", low), amount("b1", "300", "person", high), SETTING)
    assert found is not None
    assert (found.relation, found.type) == ("conflict", "bound")


def test_the_tolerance_between_units_is_a_setting() -> None:
    a, b = amount("a1", "50.1", "megawatt"), amount("b1", "68000", "horsepower")  # 50.7 MW
    exact, loose = (judge(a, b, setting(tolerance=Decimal(share))) for share in ("0", "0.04"))
    assert exact is not None
    assert loose is not None
    assert (exact.relation, loose.relation) == ("conflict", "agree")


@pytest.mark.parametrize(("first", "second"), [("30", "42"), ("42", "30")])
def test_an_unknown_order_of_articles_updates_nothing(first: str, second: str) -> None:
    found = judge(amount("a1", first, **KILLED), amount("b1", second, **KILLED), setting({"a": None}))
    assert found is not None
    assert found.relation is RelationKind.CONFLICT


def test_an_inferred_day_orders_no_articles() -> None:
    inferred = replace(SETTING.articles["a"], published_until=date(2025, 9, 23))
    known = replace(SETTING, articles={**SETTING.articles, "a": inferred})
    found = judge(amount("a1", "30", **KILLED), amount("b1", "42", **KILLED), known)
    assert found is not None
    assert found.relation is RelationKind.CONFLICT


@pytest.mark.parametrize(
    ("fields", "larger", "relation"),
    [(KILLED, "60", "update"), (KILLED, "59", "conflict"), ({"unit": "house", "predicate": "build"}, "60", "conflict")],
)
def test_a_toll_many_times_as_high_in_an_article_without_a_day_is_rather_a_later_one(
    fields: dict[str, str], larger: str, relation: str
) -> None:
    found = judge(amount("a1", "30", **fields), amount("b1", larger, **fields), setting({"a": None}))
    assert found is not None
    assert (found.relation, found.type) == (relation, "value")
    assert f"30 {'people' if fields is KILLED else 'houses'} / {larger} " in found.why


@pytest.mark.parametrize("bound", ["exact", "at_most"])
def test_units_that_do_not_compare_are_not_in_conflict(bound: str) -> None:
    found = judge_by_all(amount("a1", "300", "gigawatt", bound), amount("b1", "40", "person", bound), SETTING)
    assert (found.relation, found.type) == ("compatible", "unit")
    assert "300 gigawatts / " in found.why


def test_numbers_of_other_units_are_not_the_same_number() -> None:
    a, b = amount("a1", "300", "gigawatt"), amount("b1", "300", "person")
    assert a.quantity is not None
    assert b.quantity is not None
    assert not same_number(a.quantity, b.quantity, Decimal(0))


@pytest.mark.parametrize(("number", "words"), [("300", "is the same"), ("304", "rounds to the other")])
def test_another_bound_on_one_number_says_how_the_numbers_stand(number: str, words: str) -> None:
    found = judge(amount("a1", "300"), amount("b1", number, bound="more_than"), SETTING)
    assert found is not None
    assert (found.relation, found.type) == ("compatible", "bound")
    assert f"the number {words}, its bound differs" in found.why


def test_the_sentence_quotes_both_values() -> None:
    found = judge(amount("a1", "30", **KILLED), amount("b1", "42", **KILLED), SETTING)
    assert found is not None
    assert found.why == "the later article, B, counts anew after A: 30 people / 42 people"


@pytest.mark.parametrize("other", [calendar("b1", "2025-09-22"), schedule("b1", "gigawatt")])
def test_the_rule_is_silent_without_two_numbers(other: Claim) -> None:
    assert judge(amount("a1", "30", scope=Scope.TOTAL), other, SETTING) is None
