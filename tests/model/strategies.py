"""Random values of the model, for property tests."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from claimcheck.model import Granularity, Interval, TimeForm, When, WhenKind

__all__ = ["factors", "intervals", "numbers", "whens"]

numbers = st.builds(
    lambda digits, shift: Decimal(digits).scaleb(shift), st.integers(-(10**9), 10**9), st.integers(-3, 6)
) | st.integers(-3, 3).map(Decimal)
"""Numbers that meet each other often enough for ends to coincide, and stay exact when they are scaled."""

factors = st.sampled_from([Decimal(f) for f in ("-1000", "-1", "-0.5", "0.001", "0.25", "1", "2", "1E9")])


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Draw an interval with closed, open and unbounded ends, points among them."""
    first, second = draw(numbers), draw(numbers)
    low, high = min(first, second), max(first, second)
    if low == high:
        return Interval.point(low)
    low_end, high_end = draw(st.none() | st.just(low)), draw(st.none() | st.just(high))
    return Interval(
        low_end,
        high_end,
        low_open=low_end is not None and draw(st.booleans()),
        high_open=high_end is not None and draw(st.booleans()),
    )


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Draw a time on the calendar of up to a month, close enough to others to meet them."""
    first = date(2025, 1, 1) + timedelta(days=draw(st.integers(0, 60)))
    last = first + timedelta(days=draw(st.integers(0, 30)))
    return When(TimeForm(WhenKind.INTERVAL, Granularity.DAY), first, last)
