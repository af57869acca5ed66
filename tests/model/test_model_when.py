"""Times on the calendar: their text forms, and how two of them stand to each other."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
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
    ("month", ("2025-02-01", "2025-02-28"), {}, "2025-02", "2025-02"),
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
    ],
)
def test_a_duration_is_a_period(unit: str, count: int | None, timex3: str) -> None:
    time = when(unit, (None, None), WhenKind.DURATION, unit=unit, count=count)
    assert (time.timex3, time.timex3_type, time.edtf) == (timex3, "DURATION", None)


def test_a_clock_makes_a_time_of_day() -> None:
    time = when("day", ("2025-09-22", "2025-09-22"), WhenKind.POINT, clock="10:30")
    assert (time.timex3, time.timex3_type) == ("2025-09-22T10:30", "TIME")


def test_the_relative_form_is_kept() -> None:
    reference = Reference(date(2025, 9, 24), date(2025, 9, 24), DateBasis.GIVEN)
    form = TimeForm(WhenKind.INTERVAL, Granularity.WEEK, unit="week", count=-1, mod=Mod.END)
    last_week = When(form, date(2025, 9, 15), date(2025, 9, 21), reference)
    assert (last_week.offset, last_week.anchor, last_week.mod) == (("week", -1), "given", Mod.END)
    assert (last_week.kind, last_week.granularity) == (WhenKind.INTERVAL, Granularity.WEEK)
    dated = when("year", ("2025-01-01", "2025-12-31"), year=2025)
    assert (dated.offset, dated.anchor) == (None, None)


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
