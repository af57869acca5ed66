"""Days and times of day as spans on an axis, for the tests of drawings."""

from __future__ import annotations

from datetime import date

from claimcheck.report.axis import Span


def day(year: int, month: int, number: int) -> float:
    return float(date(year, month, number).toordinal())


def a_day(year: int, month: int, number: int) -> Span:
    return Span(day(year, month, number), day(year, month, number) + 1)


QUARTER_PAST_FOUR = Span(day(2025, 3, 4) + 255 / 1440, day(2025, 3, 4) + 255 / 1440)
