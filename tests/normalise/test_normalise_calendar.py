"""Times as written, placed on the calendar."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model import DateBasis, Granularity, Mod, Reference, TimeForm, When, WhenKind
from claimcheck.normalise.calendar import resolve

WEDNESDAY = "2025-09-24"


def form(granularity: str, kind: WhenKind = WhenKind.INTERVAL, **fields: Any) -> TimeForm:
    return TimeForm(kind, Granularity(granularity), **fields)


def seen_from(first: str, last: str | None = None) -> Reference:
    return Reference(date.fromisoformat(first), date.fromisoformat(last or first), DateBasis.GIVEN)


def days(when: When) -> str | None:
    """Write the ends of a time as "first/last", one day alone, and None where neither is known."""
    if when.earliest is None and when.latest is None:
        return None
    first, last = (".." if end is None else end.isoformat() for end in (when.earliest, when.latest))
    return first if first == last else f"{first}/{last}"


ABSOLUTE = [
    (form("day", year=2024, month=2, day=29), "2024-02-29"),
    (form("day", year=2025, month=9, day=22, weekday=0), "2025-09-22"),
    (form("month", year=2024, month=2), "2024-02-01/2024-02-29"),
    (form("month", year=2025, month=12, mod=Mod.END), "2025-12-01/2025-12-31"),
    (form("quarter", year=2026, ordinal=1), "2026-01-01/2026-03-31"),
    (form("quarter", year=2026, ordinal=4), "2026-10-01/2026-12-31"),
    (form("half", year=2026, ordinal=1), "2026-01-01/2026-06-30"),
    (form("half", year=2026, ordinal=2), "2026-07-01/2026-12-31"),
    (form("season", year=2026, season="spring"), "2026-03-01/2026-05-31"),
    (form("season", year=2026, season="autumn"), "2026-09-01/2026-11-30"),
    (form("season", year=2026, season="winter"), "2026-12-01/2027-02-28"),
    (form("year", year=2026), "2026-01-01/2026-12-31"),
    (form("decade", year=1990), "1990-01-01/1999-12-31"),
    (form("century", year=1900), "1900-01-01/1999-12-31"),
    (form("year", year=2019, mod=Mod.SINCE), "2019-01-01/.."),
    (form("year", year=2030, mod=Mod.BY), "../2030-12-31"),
    (form("day", year=2026, month=3, day=1, mod=Mod.BY), "../2026-03-01"),
    (form("year", year=1850, mod=Mod.APPROX), "1850-01-01/1850-12-31"),
    (form("year", year=2025, mod=Mod.AFTER), "2026-01-01/.."),
    (form("month", year=2025, month=5, mod=Mod.BEFORE), "../2025-04-30"),
    # With a time of day, "after", "before" and "by" are of that day.
    (form("day", year=2025, month=5, day=14, mod=Mod.AFTER, clock="10:00"), "2025-05-14"),
    (form("day", year=2025, month=5, day=14, mod=Mod.BY, part_of_day="EV"), "2025-05-14"),
    # Days told by Easter.
    (form("day", year=2025, after_easter=0), "2025-04-20"),
    (form("day", year=2025, after_easter=1), "2025-04-21"),
    (form("day", year=2025, after_easter=-2), "2025-04-18"),
    # Stretches: the end follows the start, and a year that only the start has holds for both.
    (form("month", year=2025, month=5, until=form("month", month=7)), "2025-05-01/2025-07-31"),
    (form("month", year=2025, month=11, until=form("month", month=2)), "2025-11-01/2026-02-28"),
    (form("month", year=2025, month=5, until=form("day", month=5, day=20)), "2025-05-01/2025-05-20"),
    (form("day", year=2025, month=9, day=22, until=form("day", month=9, day=22)), "2025-09-22"),
    (form("day", year=2025, month=9, day=22, until=form("day", weekday=4)), "2025-09-22/2025-09-26"),
    (form("day", year=2024, month=2, day=25, until=form("day", month=2, day=29)), "2024-02-25/2024-02-29"),
    (form("day", year=2023, month=12, day=27, until=form("day", month=2, day=29)), "2023-12-27/2024-02-29"),
    (form("day", year=2025, month=2, day=25, until=form("day", month=2, day=29)), None),
    (form("year", year=2025, until=form("year", year=2027)), "2025-01-01/2027-12-31"),
    (form("year", year=2025, until=form("year", year=2023)), None),
    (form("year", year=2025, until=form("day", from_text=True)), None),
    (form("day", year=2025, month=5, day=14, clock="10:00", until=form("hour", clock="12:00")), "2025-05-14"),
]


@pytest.mark.parametrize(("stated", "expected"), ABSOLUTE)
@pytest.mark.parametrize("reference", [None, seen_from(WEDNESDAY)])
def test_a_time_with_its_year_needs_no_reference(
    stated: TimeForm, expected: str | None, reference: Reference | None
) -> None:
    when = resolve(stated, reference)
    assert (days(when), when.reference) == (expected, None)


MAY = form("month", year=2025, month=5)  # from a Thursday to a Saturday
DAY = form("day", year=2025, month=5, day=14)  # a Wednesday
YEAR = form("year", year=2025)

# What is told by another time of the text.
BASED = [
    # A part of something larger.
    (form("month", ordinal=1, unit="month", count=9, base=YEAR), "2025-01-01/2025-09-30"),
    (form("month", ordinal=2, unit="month", count=1, base=YEAR), "2025-02-01/2025-02-28"),
    (form("month", ordinal=-1, unit="month", count=2, base=YEAR), "2025-11-01/2025-12-31"),
    (form("month", ordinal=1, unit="month", count=13, base=YEAR), None),
    (form("month", ordinal=13, unit="month", count=1, base=YEAR), None),
    (form("month", ordinal=-1, unit="month", count=13, base=YEAR), None),
    (form("day", ordinal=-1, unit="day", count=10, base=MAY), "2025-05-22/2025-05-31"),
    (form("day", ordinal=1, unit="day", count=31, base=MAY), "2025-05-01/2025-05-31"),
    (form("week", ordinal=1, unit="week", count=1, base=MAY), "2025-04-28/2025-05-04"),
    (form("week", ordinal=2, unit="week", count=1, base=MAY), "2025-05-05/2025-05-11"),
    (form("week", ordinal=-1, unit="week", count=1, base=MAY), "2025-05-26/2025-06-01"),
    (form("week", ordinal=1, unit="week", count=2, base=MAY), "2025-05-01/2025-05-14"),
    (form("day", ordinal=1, unit="week", count=1, weekday=0, base=MAY), "2025-05-05"),
    (form("day", ordinal=1, unit="week", count=1, weekday=3, base=MAY), "2025-05-01"),
    (form("day", ordinal=3, unit="week", count=1, weekday=4, base=MAY), "2025-05-16"),
    (form("day", ordinal=5, unit="week", count=1, weekday=5, base=MAY), "2025-05-31"),
    (form("day", ordinal=5, unit="week", count=1, weekday=6, base=MAY), None),
    (form("day", ordinal=-1, unit="week", count=1, weekday=4, base=MAY), "2025-05-30"),
    (form("day", ordinal=-1, unit="week", count=1, weekday=5, base=MAY), "2025-05-31"),
    # The same time, and one of its hours.
    (form("day", base=DAY), "2025-05-14"),
    (form("day", count=1, base=DAY), "2025-05-14"),
    (form("month", base=MAY), "2025-05-01/2025-05-31"),
    (form("hour", unit="hour", count=3, clock="10:00", base=DAY), "2025-05-14"),
    # The weekday that follows, and the unit of the calendar.
    (form("day", weekday=0, base=DAY), "2025-05-19"),
    (form("day", weekday=0, base=MAY), "2025-05-05"),
    (form("week", unit="week", count=1, base=DAY), "2025-05-19/2025-05-25"),
    (form("week", unit="week", count=1, base=MAY), "2025-05-05/2025-05-11"),
    (form("day", unit="day", count=3, base=DAY), "2025-05-17"),
    # So long before or after.
    (form("day", unit="week", count=2, base=DAY), "2025-05-28"),
    (form("day", unit="hour", count=2, base=DAY), "2025-05-14"),
    (form("day", unit="year", count=1, base=DAY), "2026-05-14"),
    (form("day", unit="quarter", count=1, base=DAY), "2025-08-14"),
    (form("day", unit="half", count=-1, base=DAY), "2024-11-14"),
    (form("year", unit="decade", count=1, base=YEAR), "2035-01-01/2035-12-31"),
    (form("year", unit="century", count=-1, base=YEAR), "1925-01-01/1925-12-31"),
    (form("month", unit="year", count=-1, base=MAY), "2024-05-01/2024-05-31"),
    (form("month", unit="year", count=1, base=form("month", year=2023, month=2)), "2024-02-01/2024-02-29"),
    (form("day", unit="month", count=1, base=form("day", year=2025, month=1, day=31)), "2025-02-28"),
    (form("day", unit="month", count=-2, base=form("day", year=2025, month=1, day=31)), "2024-11-30"),
    (form("day", unit="day", count=3, base=form("day", from_text=True)), None),
]


@pytest.mark.parametrize(("stated", "expected"), BASED)
@pytest.mark.parametrize("is_planned", [False, True])
def test_a_time_told_by_another_is_counted_from_it(stated: TimeForm, expected: str | None, is_planned: bool) -> None:  # noqa: FBT001
    assert days(resolve(stated, seen_from(WEDNESDAY), is_planned=is_planned)) == expected


def test_a_time_told_by_a_relative_one_rests_on_its_reference() -> None:
    stated = form("day", unit="week", count=1, base=form("day", weekday=MONDAY))
    told, planned = (resolve(stated, seen_from(WEDNESDAY), is_planned=is_planned) for is_planned in (False, True))
    assert (days(told), told.reference) == ("2025-09-29", seen_from(WEDNESDAY))
    assert days(planned) == "2025-10-06"
    assert resolve(stated, None) == When(stated)


def test_a_stretch_may_end_with_a_relative_time() -> None:
    stated = form("year", year=2019, until=form("year", unit="year", count=-1))
    assert days(resolve(stated, seen_from(WEDNESDAY))) == "2019-01-01/2024-12-31"


def test_the_day_of_a_time_of_day_is_named() -> None:
    when = resolve(form("day", weekday=MONDAY, clock="10:00", mod=Mod.AFTER), seen_from(WEDNESDAY))
    assert when.named == (date(2025, 9, 22), date(2025, 9, 22))


def stretch(unit: str, count: int | Decimal, direction: int) -> TimeForm:
    return form(unit, WhenKind.DURATION, unit=unit, count=count, direction=direction)


# A stretch that starts or ends with a Wednesday in September.
BESIDE = [
    (stretch("year", 4, 1), "2025-09-24/2029-09-23"),
    (stretch("month", 3, -1), "2025-06-24/2025-09-23"),
    (stretch("week", 2, -1), "2025-09-10/2025-09-23"),
    (stretch("day", 10, 1), "2025-09-24/2025-10-03"),
    (stretch("quarter", 2, 1), "2025-10-01/2026-03-31"),
    (stretch("quarter", 2, -1), "2025-01-01/2025-06-30"),
    (stretch("minute", 5, -1), "2025-09-24"),
    (stretch("hour", 5, -1), None),
    (stretch("year", Decimal("2.5"), 1), None),
    (stretch("year", 4, 0), None),
    (form("year", WhenKind.DURATION, unit="year", direction=1), None),
]


@pytest.mark.parametrize(("stated", "expected"), BESIDE)
def test_a_stretch_that_looks_back_or_ahead_borders_on_the_day(stated: TimeForm, expected: str | None) -> None:
    assert days(resolve(stated, seen_from(WEDNESDAY))) == expected


MONDAY, TUESDAY, WEDNESDAYS, FRIDAY, SUNDAY = 0, 1, 2, 4, 6
# form, day of the article, days, and the days in a plan where they differ
RELATIVE = [
    # Bare weekdays: the last one up to the day; the next one in a plan.
    (form("day", weekday=MONDAY), WEDNESDAY, "2025-09-22", "2025-09-29"),
    (form("day", weekday=TUESDAY), WEDNESDAY, "2025-09-23", "2025-09-30"),
    (form("day", weekday=WEDNESDAYS), WEDNESDAY, "2025-09-24", None),
    (form("day", weekday=SUNDAY), WEDNESDAY, "2025-09-21", "2025-09-28"),
    (form("day", weekday=SUNDAY), "2026-01-01", "2025-12-28", "2026-01-04"),
    (form("day", weekday=MONDAY, mod=Mod.SINCE), WEDNESDAY, "2025-09-22/..", "2025-09-29/.."),
    (form("day", weekday=MONDAY, mod=Mod.BY), WEDNESDAY, "../2025-09-22", "../2025-09-29"),
    (form("day", weekday=MONDAY, clock="10:00", mod=Mod.AFTER), WEDNESDAY, "2025-09-22", "2025-09-29"),
    # "last" and "next" never mean the day itself.
    (form("day", weekday=MONDAY, unit="week", count=-1), WEDNESDAY, "2025-09-22", None),
    (form("day", weekday=WEDNESDAYS, unit="week", count=-1), WEDNESDAY, "2025-09-17", None),
    (form("day", weekday=MONDAY, unit="week", count=1), WEDNESDAY, "2025-09-29", None),
    (form("day", weekday=WEDNESDAYS, unit="week", count=1), WEDNESDAY, "2025-10-01", None),
    (form("day", weekday=SUNDAY, unit="week", count=0), WEDNESDAY, "2025-09-28", None),
    (form("day", weekday=MONDAY, unit="week", count=0), WEDNESDAY, "2025-09-22", None),
    (form("day", weekday=FRIDAY, unit="week", count=1), WEDNESDAY, "2025-09-26", None),
    # A day of a week that is counted from the one of the day.
    (form("day", weekday=FRIDAY, unit="week", count=1, ordinal=1), WEDNESDAY, "2025-10-03", None),
    (form("day", weekday=SUNDAY, unit="week", count=-1, ordinal=1), WEDNESDAY, "2025-09-21", None),
    # Weekends.
    (form("weekend"), WEDNESDAY, "2025-09-20/2025-09-21", "2025-09-27/2025-09-28"),
    (form("weekend"), "2025-09-27", "2025-09-27/2025-09-28", None),
    (form("weekend", unit="weekend", count=0), WEDNESDAY, "2025-09-27/2025-09-28", None),
    (form("weekend", unit="weekend", count=1), WEDNESDAY, "2025-10-04/2025-10-05", None),
    # Days counted from the day.
    (form("minute", unit="minute", count=-5), WEDNESDAY, "2025-09-24", None),
    (form("day", unit="day", count=0), WEDNESDAY, "2025-09-24", None),
    (form("day", unit="day", count=-1), "2025-03-01", "2025-02-28", None),
    (form("day", unit="day", count=1), "2024-02-28", "2024-02-29", None),
    (form("day", unit="day", count=-3, direction=-1), WEDNESDAY, "2025-09-21", None),
    # Calendar units counted from the one that holds the day.
    (form("week", unit="week", count=-1), WEDNESDAY, "2025-09-15/2025-09-21", None),
    (form("week", unit="week", count=0), "2025-09-28", "2025-09-22/2025-09-28", None),
    (form("week", unit="week", count=1), "2025-12-31", "2026-01-05/2026-01-11", None),
    (form("month", unit="month", count=0), WEDNESDAY, "2025-09-01/2025-09-30", None),
    (form("month", unit="month", count=-1), "2025-01-15", "2024-12-01/2024-12-31", None),
    (form("month", unit="month", count=5), WEDNESDAY, "2026-02-01/2026-02-28", None),
    (form("month", unit="month", count=-14, direction=-1), WEDNESDAY, "2024-07-01/2024-07-31", None),
    (form("quarter", unit="quarter", count=-1), WEDNESDAY, "2025-04-01/2025-06-30", None),
    (form("quarter", unit="quarter", count=1), "2025-11-02", "2026-01-01/2026-03-31", None),
    (form("quarter", unit="quarter", count=-1), "2025-02-02", "2024-10-01/2024-12-31", None),
    (form("year", unit="year", count=-2, direction=-1), WEDNESDAY, "2023-01-01/2023-12-31", None),
    (form("year", unit="year", count=1), WEDNESDAY, "2026-01-01/2026-12-31", None),
    (form("year", unit="year", count=1, mod=Mod.BY), WEDNESDAY, "../2026-12-31", None),
    (form("decade", unit="decade", count=-1), WEDNESDAY, "2010-01-01/2019-12-31", None),
    (form("quarter", unit="quarter", count=0), "2025-04-10", "2025-04-01/2025-06-30", None),
    (form("decade", unit="decade", count=1), WEDNESDAY, "2030-01-01/2039-12-31", None),
    (form("century", unit="century", count=0), WEDNESDAY, "2000-01-01/2099-12-31", None),
    (form("century", unit="century", count=-1), WEDNESDAY, "1900-01-01/1999-12-31", None),
    # Parts of a year that is counted from the one of the day.
    (form("half", ordinal=2, unit="year", count=1), WEDNESDAY, "2026-07-01/2026-12-31", None),
    (form("quarter", ordinal=3, unit="year", count=-1), WEDNESDAY, "2024-07-01/2024-09-30", None),
    (form("month", month=1, unit="year", count=0), WEDNESDAY, "2025-01-01/2025-01-31", None),
    (form("season", season="spring", unit="season", count=1), WEDNESDAY, "2026-03-01/2026-05-31", None),
    (form("season", season="summer", unit="season", count=-1), "2025-04-02", "2024-06-01/2024-08-31", None),
    (form("season", season="summer", unit="season", count=-1), "2025-08-31", "2024-06-01/2024-08-31", None),
    (form("season", season="summer", unit="season", count=1), "2025-06-01", "2026-06-01/2026-08-31", None),
    (form("season", season="summer", unit="season", count=1), "2025-07-10", "2026-06-01/2026-08-31", None),
    (form("season", season="summer", unit="season", count=0), WEDNESDAY, "2025-06-01/2025-08-31", None),
    (form("season", season="winter", unit="season", count=0), "2026-02-10", "2025-12-01/2026-02-28", None),
    (form("season", season="winter", unit="season", count=0), "2026-03-10", "2026-12-01/2027-02-28", None),
    # Parts without a year are the last that have begun; in a plan, the nearest.
    (form("quarter", ordinal=4), WEDNESDAY, "2024-10-01/2024-12-31", "2025-10-01/2025-12-31"),
    (form("quarter", ordinal=3), "2025-07-01", "2025-07-01/2025-09-30", None),
    (form("half", ordinal=1), "2025-10-10", "2025-01-01/2025-06-30", "2026-01-01/2026-06-30"),
    (form("season", season="winter"), WEDNESDAY, "2024-12-01/2025-02-28", "2025-12-01/2026-02-28"),
    (form("quarter", ordinal=2), WEDNESDAY, "2025-04-01/2025-06-30", None),
    (form("half", ordinal=1), WEDNESDAY, "2025-01-01/2025-06-30", None),
    (form("season", season="summer"), WEDNESDAY, "2025-06-01/2025-08-31", None),
    # A month without a year is the last one that has begun; in a plan, the next one that has not ended.
    (form("month", month=1, unit="year"), WEDNESDAY, "2025-01-01/2025-01-31", "2026-01-01/2026-01-31"),
    (form("month", month=11, unit="year"), WEDNESDAY, "2024-11-01/2024-11-30", "2025-11-01/2025-11-30"),
    (form("month", month=9, unit="year"), WEDNESDAY, "2025-09-01/2025-09-30", None),
    (form("month", month=10, mod=Mod.MID), WEDNESDAY, "2025-10-01/2025-10-31", None),
    (form("month", month=11, mod=Mod.MID), WEDNESDAY, "2024-11-01/2024-11-30", "2025-11-01/2025-11-30"),
    (form("month", month=10), WEDNESDAY, "2024-10-01/2024-10-31", "2025-10-01/2025-10-31"),
    # With "next" or "last" it never is the one that runs.
    (form("month", month=11, direction=1), WEDNESDAY, "2025-11-01/2025-11-30", None),
    (form("month", month=9, direction=1), WEDNESDAY, "2026-09-01/2026-09-30", None),
    (form("month", month=5, direction=1), WEDNESDAY, "2026-05-01/2026-05-31", None),
    (form("month", month=11, direction=-1), WEDNESDAY, "2024-11-01/2024-11-30", None),
    (form("month", month=9, direction=-1), WEDNESDAY, "2024-09-01/2024-09-30", None),
    (form("month", month=5, direction=-1), WEDNESDAY, "2025-05-01/2025-05-31", None),
    # A day and month without a year are the nearest ones.
    (form("day", month=9, day=22), WEDNESDAY, "2025-09-22", None),
    (form("day", month=12, day=30), "2025-01-02", "2024-12-30", None),
    (form("day", month=1, day=3), "2024-12-30", "2025-01-03", None),
    (form("day", month=7, day=4, weekday=MONDAY), "2025-07-01", "2025-07-04", None),
    (form("day", month=2, day=29), "2025-01-10", "2024-02-29", None),
    (form("day", month=2, day=29), "2023-12-10", "2024-02-29", None),
    (form("day", month=9, day=22, direction=1), WEDNESDAY, "2026-09-22", None),
    (form("day", month=9, day=24, direction=1), WEDNESDAY, "2025-09-24", None),
    (form("day", month=12, day=30, direction=-1), WEDNESDAY, "2024-12-30", None),
    (form("day", after_easter=1), WEDNESDAY, "2025-04-21", None),
    (form("day", after_easter=1, direction=1), WEDNESDAY, "2026-04-06", None),
    # A day of the month with its weekday.
    (form("day", day=22, weekday=MONDAY), WEDNESDAY, "2025-09-22", None),
    (form("day", day=30, weekday=TUESDAY), "2025-12-20", "2025-12-30", None),
    (form("day", day=6, weekday=TUESDAY), "2025-12-20", "2026-01-06", None),
    (form("day", day=31, weekday=WEDNESDAYS), "2025-12-20", "2025-12-31", None),
]


@pytest.mark.parametrize(("stated", "day", "expected", "_planned"), RELATIVE)
def test_a_relative_time_is_placed(stated: TimeForm, day: str, expected: str, _planned: str | None) -> None:
    when = resolve(stated, seen_from(day))
    assert (days(when), when.reference) == (expected, seen_from(day))
    assert when.form is stated


@pytest.mark.parametrize(("stated", "day", "expected", "planned"), RELATIVE)
def test_a_plan_looks_ahead(stated: TimeForm, day: str, expected: str, planned: str | None) -> None:
    assert days(resolve(stated, seen_from(day), is_planned=True)) == (planned or expected)


@pytest.mark.parametrize(("stated", "_day", "_expected", "_planned"), RELATIVE)
def test_a_relative_time_without_a_reference_stays_symbolic(
    stated: TimeForm, _day: str, _expected: str, _planned: str | None
) -> None:
    when = resolve(stated, None)
    assert (days(when), when.reference, when.form) == (None, None, stated)


# A reference span, and what is certain for every day in it.
SPANS = [
    (form("day", weekday=MONDAY), ("2025-09-22", "2025-09-28"), "2025-09-22"),
    (form("day", weekday=MONDAY), ("2025-09-22", "2025-09-29"), None),
    (form("day", unit="day", count=-1), ("2025-09-22", "2025-09-23"), None),
    (form("week", unit="week", count=-1), ("2025-09-22", "2025-09-28"), "2025-09-15/2025-09-21"),
    (form("week", unit="week", count=-1), ("2025-09-21", "2025-09-22"), None),
    (form("month", unit="month", count=0), ("2025-09-22", "2025-10-01"), None),
    (form("half", ordinal=2, unit="year", count=1), ("2025-09-22", "2025-10-06"), "2026-07-01/2026-12-31"),
    (form("half", ordinal=2, unit="year", count=1), ("2025-12-22", "2026-01-05"), None),
    (form("day", month=9, day=22), ("2025-09-22", "2025-10-06"), "2025-09-22"),
]


@pytest.mark.parametrize(("stated", "span", "expected"), SPANS)
def test_a_reference_span_must_not_leave_a_choice(
    stated: TimeForm, span: tuple[str, str], expected: str | None
) -> None:
    when = resolve(stated, seen_from(*span))
    assert days(when) == expected
    assert when.reference == (seen_from(*span) if expected else None)


VAGUE = [
    (-1, "../2025-09-28"),
    (1, "2025-09-22/.."),
]


@pytest.mark.parametrize(("direction", "expected"), VAGUE)
def test_a_vague_time_is_open_from_the_reference_on(direction: int, expected: str) -> None:
    stated = form("day", WhenKind.VAGUE, direction=direction)
    when = resolve(stated, seen_from("2025-09-22", "2025-09-28"))
    assert (days(when), when.is_dated) == (expected, False)
    assert when.reference == seen_from("2025-09-22", "2025-09-28")
    assert days(resolve(stated, None)) is None


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param(form("day", year=2025, month=6, day=31), id="31 June 2025"),
        pytest.param(form("day", year=2025, month=2, day=29), id="29 February 2025"),
        pytest.param(form("day", year=2025, month=13, day=1), id="a thirteenth month"),
        pytest.param(form("day", month=6, day=31), id="31 June"),
        pytest.param(form("day", month=2, day=30), id="30 February"),
        pytest.param(form("year", unit="year", count=-99_999), id="years before the calendar"),
        pytest.param(form("year", unit="year", count=99_999), id="years after the calendar"),
        pytest.param(form("day", unit="day", count=-(10**12)), id="days before the calendar"),
        pytest.param(form("day", unit="day", count=10**9), id="days after the calendar"),
        pytest.param(form("hour", unit="hour", count=-2), id="hours"),
        pytest.param(form("hour", clock="09:30"), id="a clock time"),
        pytest.param(form("day", WhenKind.SET, unit="day", count=1), id="every day"),
        pytest.param(form("day", WhenKind.VAGUE), id="a vague time of no direction"),
        pytest.param(form("day", WhenKind.VAGUE, direction=1, from_text=True), id="some time after another"),
        pytest.param(form("day", unit="day", count=0, from_text=True), id="the same day as another"),
    ],
)
def test_what_is_on_no_calendar_stays_symbolic(stated: TimeForm) -> None:
    when = resolve(stated, seen_from(WEDNESDAY))
    assert (when, when.is_dated) == (When(stated), False)


def test_29_february_far_from_a_leap_year_stays_symbolic() -> None:
    assert days(resolve(form("day", month=2, day=29), seen_from("2026-06-01"))) is None


@pytest.mark.parametrize(("count", "expected"), [(0, "2025-12-01/2026-02-28"), (-1, "2024-12-01/2025-02-28")])
def test_in_january_this_winter_began_in_december(count: int, expected: str) -> None:
    assert days(resolve(form("season", season="winter", unit="season", count=count), seen_from("2026-01-15"))) == (
        expected
    )


forms = st.builds(
    TimeForm,
    st.sampled_from([kind for kind in WhenKind if kind not in {WhenKind.DURATION, WhenKind.SET}]),
    st.sampled_from(Granularity),
    year=st.none() | st.integers(1500, 2100),
    month=st.none() | st.integers(1, 12),
    day=st.none() | st.integers(1, 31),
    weekday=st.none() | st.integers(0, 6),
    ordinal=st.none() | st.integers(1, 2),
    season=st.none() | st.sampled_from(["spring", "summer", "autumn", "winter"]),
    unit=st.none() | st.sampled_from([str(granularity) for granularity in Granularity]),
    count=st.none() | st.integers(-10_000, 10_000),
    direction=st.sampled_from([-1, 0, 1]),
    mod=st.none() | st.sampled_from(Mod),
)


@given(forms, st.dates(), st.integers(0, 30), st.booleans())
def test_ends_are_in_order_whatever_is_stated(
    stated: TimeForm,
    day: date,
    span: int,
    planned: bool,  # noqa: FBT001  # drawn, not called by hand
) -> None:
    last = date.fromordinal(min(day.toordinal() + span, date.max.toordinal()))
    when = resolve(stated, Reference(day, last, DateBasis.INFERRED), is_planned=planned)
    assert when.form == stated
    if when.earliest is not None and when.latest is not None:
        assert when.earliest <= when.latest
