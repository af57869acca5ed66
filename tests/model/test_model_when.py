"""Times on the calendar: their text forms, and how two of them stand to each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import whens

from claimcheck.model import (
    DateBasis,
    Granularity,
    Mod,
    Reference,
    TimeForm,
    TimeRelation,
    When,
    WhenKind,
)

Days = tuple[str | None, str | None]


def when(granularity: str, days: Days, kind: WhenKind = WhenKind.INTERVAL, **fields: Any) -> When:
    earliest, latest = (None if day is None else date.fromisoformat(day) for day in days)
    return When(TimeForm(kind, Granularity(granularity), **fields), earliest, latest)


ON_THE_CALENDAR = [
    ("day", ("2025-09-22", "2025-09-22"), {}, "2025-09-22", "2025-09-22"),
    ("week", ("2025-09-22", "2025-09-28"), {}, "2025-09-22/2025-09-28", "2025-W39"),
    ("week", ("2024-12-30", "2025-01-05"), {}, "2024-12-30/2025-01-05", "2025-W01"),
    ("weekend", ("2025-09-20", "2025-09-21"), {}, "2025-09-20/2025-09-21", "2025-W38-WE"),
    ("month", ("2025-02-01", "2025-02-28"), {}, "2025-02", "2025-02"),
    ("month", ("2025-05-01", "2025-07-31"), {}, "2025-05-01/2025-07-31", "2025-05"),
    ("month", ("2025-02-01", "2025-02-28"), {"mod": Mod.END}, "2025-02-01/2025-02-28", "2025-02"),
    ("quarter", ("2026-01-01", "2026-03-31"), {}, "2026-33", "2026-Q1"),
    ("quarter", ("2026-10-01", "2026-12-31"), {}, "2026-36", "2026-Q4"),
    ("half", ("2026-01-01", "2026-06-30"), {}, "2026-40", "2026-H1"),
    ("half", ("2026-07-01", "2026-12-31"), {}, "2026-41", "2026-H2"),
    ("season", ("2026-03-01", "2026-05-31"), {"season": "spring"}, "2026-21", "2026-SP"),
    ("season", ("2026-06-01", "2026-08-31"), {"season": "summer"}, "2026-22", "2026-SU"),
    ("season", ("2026-09-01", "2026-11-30"), {"season": "autumn"}, "2026-23", "2026-FA"),
    ("season", ("2026-12-01", "2027-02-28"), {"season": "winter"}, "2026-24", "2026-WI"),
    ("year", ("2026-01-01", "2026-12-31"), {}, "2026", "2026"),
    ("year", ("2026-01-01", "2026-12-31"), {"mod": Mod.APPROX}, "2026~", "2026"),
    ("year", ("2026-01-01", "2026-12-31"), {"mod": Mod.START}, "2026-01-01/2026-12-31", "2026"),
    ("decade", ("1990-01-01", "1999-12-31"), {}, "199X", "199"),
    # Stretches of several, and what is none of the calendar.
    ("month", ("2026-06-01", "2027-06-30"), {}, "2026-06-01/2027-06-30", "2026-06"),
    ("month", ("2026-06-01", "2026-06-29"), {}, "2026-06-01/2026-06-29", "2026-06"),
    ("month", ("2024-02-01", "2024-02-29"), {}, "2024-02", "2024-02"),
    ("quarter", ("2025-01-01", "2025-06-30"), {}, "2025-01-01/2025-06-30", "2025-Q1"),
    ("quarter", ("2025-02-01", "2025-04-30"), {}, "2025-02-01/2025-04-30", "2025-Q1"),
    ("half", ("2025-01-01", "2025-12-31"), {}, "2025-01-01/2025-12-31", "2025-H1"),
    ("half", ("2025-04-01", "2025-09-30"), {}, "2025-04-01/2025-09-30", "2025-H1"),
    ("season", ("2026-06-01", "2026-11-30"), {"season": "summer"}, "2026-06-01/2026-11-30", "2026-SU"),
    ("year", ("2026-01-01", "2027-12-31"), {}, "2026-01-01/2027-12-31", "2026"),
    ("year", ("2026-04-01", "2027-03-31"), {}, "2026-04-01/2027-03-31", "2026"),
    ("decade", ("1990-01-01", "2019-12-31"), {}, "1990-01-01/2019-12-31", "199"),
    ("decade", ("1995-01-01", "2004-12-31"), {}, "1995-01-01/2004-12-31", "199"),
    ("century", ("1900-01-01", "1999-12-31"), {}, "1900-01-01/1999-12-31", "19"),
]


@pytest.mark.parametrize(("granularity", "days", "fields", "edtf", "timex3"), ON_THE_CALENDAR)
def test_text_forms(granularity: str, days: Days, fields: dict[str, Any], edtf: str, timex3: str) -> None:
    time = when(granularity, days, **fields)
    assert (time.edtf, time.timex3, time.timex3_type) == (edtf, timex3, "DATE")
    assert time.is_dated


@pytest.mark.parametrize(
    ("days", "mod", "edtf"),
    [
        (("2019-01-01", None), Mod.SINCE, "2019-01-01/.."),
        ((None, "2030-12-31"), Mod.BY, "../2030-12-31"),
        (("2019-01-01", "2019-12-31"), Mod.SINCE, "2019-01-01/2019-12-31"),
        ((None, None), None, None),
    ],
)
def test_open_ends(days: Days, mod: Mod | None, edtf: str | None) -> None:
    assert when("year", days, mod=mod).edtf == edtf


@pytest.mark.parametrize(("direction", "timex3"), [(-1, "PAST_REF"), (0, "PRESENT_REF"), (1, "FUTURE_REF")])
def test_a_vague_time_is_a_direction(direction: int, timex3: str) -> None:
    time = when("day", ("2025-09-24", None), WhenKind.VAGUE, direction=direction)
    assert (time.timex3, time.is_dated) == (timex3, False)


@pytest.mark.parametrize(
    ("unit", "count", "timex3"),
    [
        ("minute", 90, "PT90M"),
        ("hour", 48, "PT48H"),
        ("day", 3, "P3D"),
        ("week", 3, "P3W"),
        ("month", 6, "P6M"),
        ("quarter", 2, "P2Q"),
        ("year", 5, "P5Y"),
        ("decade", 2, "P20Y"),
        ("century", 1, "P1C"),
        ("week", None, "PXW"),
        ("hour", None, "PTXH"),
        (None, None, "PXD"),
    ],
)
def test_a_duration_is_a_period(unit: str | None, count: int | None, timex3: str) -> None:
    time = when(unit or "day", (None, None), WhenKind.DURATION, unit=unit, count=count)
    assert (time.timex3, time.timex3_type, time.edtf) == (timex3, "DURATION", None)


@pytest.mark.parametrize(
    ("fields", "timex3"),
    [({"unit": "day", "count": 1}, "P1D"), ({"weekday": 0, "unit": "week", "count": 1}, "XXXX-WXX-1")],
)
def test_what_recurs_is_a_set(fields: dict[str, Any], timex3: str) -> None:
    time = when("day", (None, None), WhenKind.SET, **fields)
    assert (time.timex3, time.timex3_type) == (timex3, "SET")


def test_a_clock_makes_a_time_of_day() -> None:
    time = when("day", ("2025-09-22", "2025-09-22"), WhenKind.POINT, clock="10:30")
    assert (time.timex3, time.timex3_type) == ("2025-09-22T10:30", "TIME")


def test_the_relative_form_is_kept() -> None:
    reference = Reference(date(2025, 9, 24), date(2025, 9, 24), DateBasis.GIVEN)
    form = TimeForm(WhenKind.INTERVAL, Granularity.WEEK, unit="week", count=-1, mod=Mod.END)
    last_week = When(form, date(2025, 9, 15), date(2025, 9, 21), reference)
    assert (last_week.form, last_week.anchor, last_week.mod) == (form, "given", Mod.END)
    assert (last_week.kind, last_week.granularity) == (WhenKind.INTERVAL, Granularity.WEEK)
    dated = when("year", ("2025-01-01", "2025-12-31"), year=2025)
    assert dated.anchor is None


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (("2025-01-01", "2025-12-31"), ("2025-01-01", "2025-12-31"), "equal"),
        (("2025-03-01", "2025-03-31"), ("2025-01-01", "2025-12-31"), "within"),
        (("2025-01-01", "2025-01-31"), ("2025-01-01", "2025-12-31"), "within"),
        (("2025-01-01", "2025-06-30"), ("2025-04-01", "2025-09-30"), "overlaps"),
        (("2025-01-01", "2025-01-31"), ("2025-01-31", "2025-02-28"), "overlaps"),
        (("2025-01-01", "2025-01-31"), ("2025-02-01", "2025-02-28"), "disjoint"),
        (("2025-01-01", None), ("2020-01-01", "2020-12-31"), "incomparable"),
        ((None, None), (None, None), "incomparable"),
    ],
)
def test_relations(a: Days, b: Days, relation: str) -> None:
    first, second = when("month", a), when("month", b)
    assert first.relation(second) == second.relation(first) == TimeRelation(relation)


def undated(granularity: str, **form: Any) -> When:
    return When(TimeForm(WhenKind.POINT, Granularity(granularity), **form))


MAY_13 = undated("day", month=5, day=13)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [("early", "close", "disjoint"), ("close", "close", "equal"), ("early", None, "within")],
)
def test_two_parts_of_a_trading_day_are_apart(one: str, other: str | None, relation: str) -> None:
    a, b = (when("day", ("2025-05-13", "2025-05-13"), year=2025, session=session) for session in (one, other))
    assert a.relation(b) is b.relation(a) is TimeRelation(relation)
    without_a_day = undated("hour", session=one), undated("hour", session=other)
    assert (without_a_day[0].relation(without_a_day[1]) is TimeRelation.DISJOINT) == (relation == "disjoint")


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (MAY_13, MAY_13, "equal"),
        (MAY_13, undated("day", month=5, day=14), "disjoint"),
        (MAY_13, undated("day", month=6, day=13), "disjoint"),
        (MAY_13, undated("month", month=6), "disjoint"),
        (MAY_13, undated("month", month=5), "within"),
        (undated("month", month=5), undated("month", month=6), "incomparable"),
        (MAY_13, when("day", ("2025-05-13", "2025-05-13"), year=2025, month=5, day=13), "within"),
        (MAY_13, when("day", ("2025-05-14", "2025-05-14"), year=2025, month=5, day=14), "disjoint"),
        (MAY_13, when("month", ("2025-05-01", "2025-05-31"), year=2025, month=5), "within"),
        (MAY_13, when("month", ("2025-06-01", "2025-06-30"), year=2025, month=6), "disjoint"),
        # what is longer, relative or vague has no day of the year
        (MAY_13, when("year", ("2025-01-01", "2025-12-31"), year=2025), "incomparable"),
        (MAY_13, undated("day", weekday=1), "incomparable"),
        (MAY_13, undated("month", month=5, mod=Mod.END), "incomparable"),
        (MAY_13, undated("day", month=5, day=14, mod=Mod.SINCE), "incomparable"),
        (MAY_13, undated("month", month=6, unit="year", count=-1), "incomparable"),
        (MAY_13, undated("quarter", ordinal=3), "incomparable"),
    ],
)
def test_without_a_year_a_day_compares_by_its_month(a: When, b: When, relation: str) -> None:
    assert a.relation(b) is b.relation(a) is TimeRelation(relation)


def test_a_vague_time_compares_with_nothing() -> None:
    days = ("2025-01-01", "2025-01-31")
    assert when("day", days, WhenKind.VAGUE).relation(when("day", days)) is TimeRelation.INCOMPARABLE


@given(whens(), whens())
def test_a_relation_is_that_of_the_days(a: When, b: When) -> None:
    first, second = days_of(a), days_of(b)
    expected = (
        TimeRelation.EQUAL
        if first == second
        else TimeRelation.DISJOINT
        if first.isdisjoint(second)
        else TimeRelation.WITHIN
        if first <= second or second <= first
        else TimeRelation.OVERLAPS
    )
    assert a.relation(b) is b.relation(a) is expected


def days_of(time: When) -> set[date]:
    assert time.earliest is not None
    assert time.latest is not None
    return {time.earliest + timedelta(days=n) for n in range((time.latest - time.earliest).days + 1)}


MONDAY = ("2025-09-22", "2025-09-22")
TUESDAY = ("2025-09-23", "2025-09-23")
WEDNESDAY = ("2025-09-24", "2025-09-24")


def _year(number: int, mod: Mod | None = None, *, first: bool = True, last: bool = True) -> When:
    days = (f"{number}-01-01" if first else None, f"{number}-12-31" if last else None)
    return when("year", days, mod=mod)


BY_2028 = _year(2028, Mod.BY, first=False)
SINCE_2028 = _year(2028, Mod.SINCE, last=False)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (BY_2028, BY_2028, "equal"),
        (BY_2028, _year(2028), "within"),
        (BY_2028, _year(2026), "within"),
        (BY_2028, _year(2029), "disjoint"),
        (BY_2028, _year(2026, Mod.BY, first=False), "within"),
        (BY_2028, SINCE_2028, "overlaps"),
        (BY_2028, _year(2029, Mod.SINCE, last=False), "disjoint"),
        (SINCE_2028, _year(2028), "within"),
        (SINCE_2028, _year(2027), "disjoint"),
        # an end that no word opens is not known, and what is vague never compares
        (_year(2028, first=False), _year(2029), "incomparable"),
        (_year(2028, Mod.BY, first=False, last=False), _year(2029), "incomparable"),
        (when("day", ("2025-09-22", None), WhenKind.VAGUE, mod=Mod.AFTER), _year(2024), "incomparable"),
    ],
)
def test_an_end_that_a_word_opens_reaches_on(a: When, b: When, relation: str) -> None:
    assert a.relation(b) is b.relation(a) is TimeRelation(relation)


def test_an_open_end_of_a_day_may_be_the_day_beside_it() -> None:
    by_monday = When(
        TimeForm(WhenKind.POINT, Granularity.DAY, weekday=0, mod=Mod.BY),
        None,
        date(2025, 9, 22),
        Reference(date(2025, 9, 20), date(2025, 9, 20), DateBasis.GIVEN),
    )
    assert by_monday.may_be_same(when("day", TUESDAY, WhenKind.POINT))
    assert not by_monday.may_be_same(when("day", WEDNESDAY, WhenKind.POINT))
    assert not by_monday.may_be_same(when("day", MONDAY, WhenKind.POINT))


def at(clock: str | None, days: Days = MONDAY, **fields: Any) -> When:
    """Make a time of day, or with None a day."""
    return when("day" if clock is None else "hour", days, WhenKind.POINT, clock=clock, **fields)


NINE = TimeForm(WhenKind.POINT, Granularity.HOUR, clock="21:00")


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        # the clock alone
        (at("04:40"), at("04:40"), "equal"),
        (at("04:40"), at("04:45"), "equal"),
        (at("03:58"), at("04:02"), "equal"),
        (at("04:40"), at("04:46"), "disjoint"),
        (at("04:40"), at("16:40"), "disjoint"),
        # one or both approximate
        (at("04:40", mod=Mod.APPROX), at("04:50"), "equal"),
        (at("04:40", mod=Mod.APPROX), at("04:50", mod=Mod.APPROX), "equal"),
        (at("04:40", mod=Mod.APPROX), at("04:51"), "disjoint"),
        (at("04:40", mod=Mod.APPROX), at("04:51", mod=Mod.APPROX), "disjoint"),
        # a stretch of time, whose other end the clock does not tell
        (at("04:40", mod=Mod.BY), at("04:46"), "overlaps"),
        (at("04:40", mod=Mod.AFTER), at("06:00"), "overlaps"),
        (at("04:40", mod=Mod.BEFORE), at("04:40"), "overlaps"),
        (at("04:40", mod=Mod.BEFORE), at("04:40", mod=Mod.BEFORE), "equal"),
        (at("19:00", until=NINE), at("20:00"), "overlaps"),
        # one zone
        (at("04:40", zone="gmt"), at("04:40", zone="gmt"), "equal"),
        (at("04:40", zone="gmt"), at("04:45", zone="gmt"), "equal"),
        (at("04:40", zone="gmt"), at("04:46", zone="gmt"), "disjoint"),
        # two zones, or one that is named and one that is not
        (at("04:40", zone="gmt"), at("04:40", zone="edt"), "overlaps"),
        (at("04:40", zone="gmt"), at("12:40", zone="local time"), "overlaps"),
        (at("04:40", zone="gmt"), at("04:40"), "overlaps"),
        (at("04:40", zone="gmt"), at("12:40"), "overlaps"),
        # against a day, or more
        (at("04:40"), at(None), "within"),
        (at("04:40", zone="gmt"), at(None), "within"),
        (at("04:40"), when("week", ("2025-09-22", "2025-09-28")), "within"),
        (at(None), at(None), "equal"),
        # on other days
        (at("04:40"), at("04:40", TUESDAY), "disjoint"),
        (at("04:40"), at(None, TUESDAY), "disjoint"),
        # on no day
        (at("04:40", (None, None)), at("04:40", (None, None)), "incomparable"),
        (at("04:40", (None, None)), at("04:40"), "incomparable"),
    ],
)
def test_times_of_day_are_apart_by_the_clock(a: When, b: When, relation: str) -> None:
    assert a.relation(b) is b.relation(a) is TimeRelation(relation)


minutes = st.integers(0, 24 * 60 - 1)


@given(minutes, minutes | st.integers(-12, 12), st.sampled_from([None, Mod.APPROX]))
def test_two_clocks_are_the_same_for_a_few_minutes(start: int, gap: int, mod: Mod | None) -> None:
    end = min(max(start + gap, 0), 24 * 60 - 1)
    first, second = (f"{minute // 60:02d}:{minute % 60:02d}" for minute in (start, end))
    is_same = abs(end - start) <= (5 if mod is None else 10)
    expected = TimeRelation.EQUAL if is_same else TimeRelation.DISJOINT
    assert at(first, mod=mod).relation(at(second)) is at(second).relation(at(first, mod=mod)) is expected


def counted(granularity: str, days: Days, **fields: Any) -> When:
    """Make a time that was counted from the day of its article."""
    reference = Reference(date(2025, 9, 24), date(2025, 9, 24), DateBasis.GIVEN)
    return replace(when(granularity, days, **fields), reference=reference)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (counted("day", MONDAY), when("day", TUESDAY), True),
        (counted("hour", MONDAY, clock="23:40"), when("hour", TUESDAY, clock="04:40"), True),
        (counted("hour", MONDAY, clock="23:40"), when("day", TUESDAY), True),
        (counted("day", MONDAY), when("hour", TUESDAY, clock="04:40"), True),
        (counted("day", MONDAY, weekday=0), when("day", TUESDAY), True),
        (counted("day", (TUESDAY[0], None), mod=Mod.AFTER), when("day", MONDAY), True),
        pytest.param(when("hour", MONDAY), when("hour", TUESDAY), False, id="neither counted"),
        pytest.param(counted("hour", MONDAY), when("hour", MONDAY), False, id="the same day"),
        pytest.param(counted("hour", MONDAY), when("hour", WEDNESDAY), False, id="two days apart"),
        pytest.param(counted("hour", MONDAY, weekday=0), when("hour", TUESDAY, weekday=1), False, id="two weekdays"),
        pytest.param(counted("hour", MONDAY), when("week", ("2025-09-23", "2025-09-29")), False, id="a week"),
        pytest.param(counted("hour", MONDAY), when("minute", TUESDAY), False, id="a minute"),
        pytest.param(counted("hour", MONDAY), when("hour", (None, None)), False, id="no day"),
    ],
)
def test_days_and_hours_a_day_apart_may_be_the_same(a: When, b: When, *, expected: bool) -> None:
    assert a.may_be_same(b) is b.may_be_same(a) is expected
