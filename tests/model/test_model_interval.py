"""The algebra of intervals, as laws and at its corners."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from strategies import factors, intervals, numbers

from claimcheck.model import Interval

ONE, TWO, THREE = Decimal(1), Decimal(2), Decimal(3)


@given(intervals(), intervals())
def test_overlapping_is_symmetric_and_the_opposite_of_disjoint(a: Interval, b: Interval) -> None:
    assert a.overlaps(b) is b.overlaps(a)
    assert a.disjoint(b) is not a.overlaps(b)


@given(intervals())
def test_an_interval_contains_and_overlaps_itself(a: Interval) -> None:
    assert a.contains(a)
    assert a.overlaps(a)
    assert a.intersection(a) == a


@given(intervals(), intervals(), numbers)
def test_what_contains_an_interval_contains_its_numbers(a: Interval, b: Interval, number: Decimal) -> None:
    both = a.intersection(b)
    inside = both is not None and both.contains(number)
    assert inside is (a.contains(number) and b.contains(number))


@given(intervals(), intervals())
def test_the_intersection_is_in_both(a: Interval, b: Interval) -> None:
    both = a.intersection(b)
    assert both == b.intersection(a)
    assert both is None or (a.contains(both) and b.contains(both))


@given(intervals(), intervals())
def test_containing_means_that_the_smaller_is_the_intersection(a: Interval, b: Interval) -> None:
    assert a.contains(b) is (a.intersection(b) == b)


@given(intervals(), intervals(), intervals())
def test_containing_is_transitive(a: Interval, b: Interval, c: Interval) -> None:
    middle = a.intersection(b)
    assume(middle is not None)
    assert middle is not None
    inner = middle.intersection(c)
    assume(inner is not None)
    assert inner is not None
    assert a.contains(middle)
    assert middle.contains(inner)
    assert a.contains(inner)


@given(intervals(), intervals())
def test_what_contains_each_other_is_equal(a: Interval, b: Interval) -> None:
    assert (a.contains(b) and b.contains(a)) is (a == b)


@given(intervals(), intervals(), factors, numbers)
def test_scaling_keeps_how_intervals_stand(a: Interval, b: Interval, factor: Decimal, offset: Decimal) -> None:
    scaled_a, scaled_b = a.scaled(factor, offset), b.scaled(factor, offset)
    assert scaled_a.contains(scaled_b) is a.contains(b)
    assert scaled_a.overlaps(scaled_b) is a.overlaps(b)
    both = a.intersection(b)
    assert scaled_a.intersection(scaled_b) == (None if both is None else both.scaled(factor, offset))
    assert scaled_a.is_point is a.is_point


@pytest.mark.parametrize(
    ("low", "high", "low_open", "high_open"),
    [
        (TWO, ONE, False, False),
        (ONE, ONE, True, False),
        (ONE, ONE, False, True),
    ],
)
def test_an_interval_holds_a_number(low: Decimal, high: Decimal, low_open: bool, high_open: bool) -> None:  # noqa: FBT001  # a table
    with pytest.raises(ValueError, match=f"an interval from {low} to {high} holds no number"):
        Interval(low, high, low_open, high_open)


@pytest.mark.parametrize(
    ("a", "b", "overlaps", "contains"),
    [
        pytest.param(Interval(ONE, TWO), Interval(TWO, THREE), True, False, id="a shared end"),
        pytest.param(Interval(ONE, TWO, high_open=True), Interval(TWO, THREE), False, False, id="an open end"),
        pytest.param(Interval(ONE, TWO), Interval(TWO, THREE, low_open=True), False, False, id="the other end open"),
        pytest.param(Interval(ONE, THREE), Interval(ONE, THREE, low_open=True), True, True, id="open inside closed"),
        pytest.param(Interval(ONE, THREE, low_open=True), Interval(ONE, THREE), True, False, id="closed inside open"),
        pytest.param(Interval(ONE), Interval(THREE), True, True, id="two without an upper end"),
        pytest.param(Interval(high=ONE), Interval(TWO), False, False, id="both unbounded, apart"),
        pytest.param(Interval(), Interval.point(5), True, True, id="everything"),
    ],
)
def test_ends(a: Interval, b: Interval, overlaps: bool, contains: bool) -> None:  # noqa: FBT001  # a table
    assert (a.overlaps(b), a.contains(b)) == (overlaps, contains)


@pytest.mark.parametrize(
    ("factor", "scaled"),
    [
        (Decimal(10), Interval(Decimal(10), Decimal(20), low_open=True)),
        (Decimal("0.5"), Interval(Decimal("0.5"), ONE, low_open=True)),
        (Decimal(-1), Interval(Decimal(-2), Decimal(-1), high_open=True)),
    ],
)
def test_a_negative_factor_swaps_the_ends(factor: Decimal, scaled: Interval) -> None:
    assert Interval(ONE, TWO, low_open=True).scaled(factor) == scaled
    turned = Interval(scaled.low, scaled.high, low_open=scaled.high_open, high_open=scaled.low_open)
    assert Interval(ONE, TWO, high_open=True).scaled(factor) == turned
