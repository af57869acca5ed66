"""Quantities: what their bound leaves open, and how exact they are."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from claimcheck.model import Base, Bound, Interval, Quantity


def stated(
    value: str | None, significant: int | None = None, bound: Bound = Bound.EXACT, *, low: str = "", high: str = ""
) -> Quantity:
    """Make a quantity of dollars; `low` and `high` stand in for the value of a range."""
    ends = [Decimal(end or value or 0) for end in (low, high)]
    number = None if value is None else Decimal(value)
    return Quantity(number, ends[0], ends[1], "USD", bound, significant=significant)


@pytest.mark.parametrize(
    ("value", "significant", "rounding"),
    [
        ("4.5E12", 2, "5E10"),
        ("10", 2, "0.5"),
        ("10", 1, "2.5"),
        ("1E9", 1, "2.5E8"),
        ("2", 1, "0.5"),
        ("-1", 1, "0.25"),
        ("9", 1, "0.5"),
        ("6.30", 3, "0.005"),
        ("15800", 3, "50"),
        ("-15800", 3, "50"),
        ("0.75", 2, "0.005"),
        ("10", None, "0"),
        ("0", 1, "0"),
    ],
)
def test_rounding_is_half_a_unit_of_the_last_digit(value: str, significant: int | None, rounding: str) -> None:
    assert stated(value, significant).rounding == Decimal(rounding)


@pytest.mark.parametrize(
    ("value", "significant", "rounding"),
    [
        ("600", 2, "15"),
        ("600", 1, "50"),
        ("-600", 2, "15"),
        ("9E8", 2, "2.25E7"),
        pytest.param("100", 2, "5", id="the zeros leave more"),
        pytest.param("600", 3, "0.5", id="written to the last digit"),
        pytest.param("620", 2, "5", id="two digits"),
        pytest.param("60", 2, "0.5", id="below a hundred"),
    ],
)
def test_a_round_number_is_rounded_more_freely(value: str, significant: int, rounding: str) -> None:
    assert stated(value, significant).rounding == Decimal(rounding)


def test_a_range_is_rounded_as_its_upper_end() -> None:
    assert stated(None, 2, Bound.RANGE, low="20", high="3100").rounding == 50


@pytest.mark.parametrize(
    ("bound", "value", "significant", "slack"),
    [
        (Bound.ABOUT, "1000", 2, "50"),
        (Bound.ABOUT, "-1000", 2, "50"),
        (Bound.ABOUT, "2", 1, "0.5"),
        (Bound.ABOUT, "1000", None, "50"),
        (Bound.EXACT, "1000", 2, "50"),
        (Bound.EXACT, "1234", 4, "0.5"),
        (Bound.AT_LEAST, "1234", 4, "0.5"),
    ],
)
def test_slack_is_the_rounding_and_for_about_a_twentieth(
    bound: Bound, value: str, significant: int | None, slack: str
) -> None:
    assert stated(value, significant, bound).slack == Decimal(slack)


def test_an_approximate_range_is_off_by_a_twentieth_of_its_upper_end() -> None:
    assert stated(None, 2, Bound.ABOUT, low="20", high="3000").slack == 150


@pytest.mark.parametrize(
    ("bound", "interval"),
    [
        (Bound.EXACT, Interval.point(10)),
        (Bound.AT_LEAST, Interval(Decimal(10))),
        (Bound.MORE_THAN, Interval(Decimal(10), low_open=True)),
        (Bound.AT_MOST, Interval(None, Decimal(10))),
        (Bound.LESS_THAN, Interval(None, Decimal(10), high_open=True)),
    ],
)
def test_the_interval_follows_the_bound(bound: Bound, interval: Interval) -> None:
    quantity = Quantity(Decimal(10), interval.low, interval.high, "USD", bound)
    assert quantity.interval == interval
    assert quantity.interval.contains(Decimal(10)) is (bound not in {Bound.MORE_THAN, Bound.LESS_THAN})


@pytest.mark.parametrize(("low", "high"), [("8", "10"), ("8", None), (None, "10")])
@pytest.mark.parametrize("slack", ["0", "1"])
def test_the_reach_of_a_base_is_its_ends_moved_by_the_slack(low: str | None, high: str | None, slack: str) -> None:
    """Ends that were moved are outside themselves: what rounds away is not allowed."""
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    reach = Base(ends[0], ends[1], "watt", slack=Decimal(slack)).reach
    lowest = None if ends[0] is None else ends[0] - Decimal(slack)
    highest = None if ends[1] is None else ends[1] + Decimal(slack)
    assert (reach.low, reach.high) == (lowest, highest)
    assert [reach.contains(end) for end in (lowest, highest) if end is not None] == [slack == "0"] * (
        2 - ends.count(None)
    )
    assert all(reach.contains(end) for end in ends if end is not None)


def test_a_base_in_another_unit_keeps_its_open_ends() -> None:
    more = Base(Decimal(8), None, "meter", Decimal(8), Decimal(2), Decimal(1), low_open=True)
    turned = Base(None, Decimal(-15), "foot", Decimal(-15), Decimal(4), Decimal(2), high_open=True)
    assert more.scaled(Decimal(-2), "foot", Decimal(1)) == turned
    assert (more.interval, turned.interval) == (
        Interval(Decimal(8), low_open=True),
        Interval(None, Decimal(-15), high_open=True),
    )
    assert replace(more, slack=Decimal(0)).reach == more.interval


@pytest.mark.parametrize(("bound", "ends"), [("more_than", (True, False)), ("less_than", (False, True))])
def test_a_quantity_is_a_base_in_its_own_unit(bound: str, ends: tuple[bool, bool]) -> None:
    low, high = (Decimal(30) if is_open else None for is_open in ends)
    plain = Quantity(Decimal(30), low, high, "mile", Bound(bound), significant=2).plain
    assert plain == Base(low, high, "mile", Decimal(30), Decimal("0.5"), Decimal("0.5"), *ends)


FOUR = Base(Decimal(4), Decimal(4), "USD", Decimal(4), rounding=Decimal("0.5"))

SAME_NUMBERS = [
    pytest.param(FOUR, True, id="itself"),
    pytest.param(replace(FOUR, number=Decimal("4.4"), rounding=Decimal("0.05")), True, id="what it rounds"),
    pytest.param(replace(FOUR, number=Decimal("4.5"), rounding=Decimal("0.05")), False, id="the end of what it rounds"),
    pytest.param(replace(FOUR, high=None), True, id="another bound"),
    pytest.param(replace(FOUR, unit="EUR"), False, id="another unit"),
    pytest.param(replace(FOUR, number=None), True, id="a range of the same ends"),
    pytest.param(replace(FOUR, number=None, high=Decimal(5)), False, id="a range"),
]


@pytest.mark.parametrize(("other", "is_same"), SAME_NUMBERS)
def test_two_bases_state_one_number_where_one_rounds_to_the_other(other: Base, is_same: bool) -> None:  # noqa: FBT001
    assert FOUR.is_same_number(other) is is_same
    assert other.is_same_number(FOUR) is is_same


def test_numbers_that_are_not_rounded_are_equal_or_apart() -> None:
    exact = replace(FOUR, rounding=Decimal(0))
    assert exact.is_same_number(exact)
    assert not exact.is_same_number(replace(exact, number=Decimal("4.001")))


def test_the_reach_in_the_own_unit_holds_its_ends() -> None:
    about = Quantity(Decimal(40), Decimal(40), Decimal(40), "mile", Bound.ABOUT, significant=2)
    assert about.reach == Interval(Decimal(38), Decimal(42))
    assert about.plain.reach == Interval(Decimal(38), Decimal(42), low_open=True, high_open=True)
