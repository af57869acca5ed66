"""What is drawn of a report: which claims have a place on an axis, in what unit, and what the timeline holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from small_report import CLAIMS, FACTS, REPORT
from small_spans import QUARTER_PAST_FOUR, a_day, day

from claimcheck.model import (
    Base,
    Bound,
    Claim,
    ClaimKind,
    Fact,
    Granularity,
    Mod,
    Position,
    Quantity,
    Scope,
    Status,
    TimeForm,
    Trend,
    Verdict,
    When,
    WhenKind,
)
from claimcheck.report import Report
from claimcheck.report.axis import Span
from claimcheck.report.chart import chart
from claimcheck.report.layout import lay_out
from claimcheck.report.spans import days_of, quantities_of, span_of_days
from claimcheck.report.timeline import timeline
from claimcheck.report.view import ChartView, TimelineView


def stated(low: str | None, high: str | None, unit: str = "km", **parts: Any) -> Quantity:
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    return Quantity(ends[0] if low == high else None, ends[0], ends[1], unit, **parts)


def change(value: str, trend: Trend, bound: Bound = Bound.EXACT) -> Quantity:
    low, high = None if bound is Bound.LESS_THAN else value, None if bound is Bound.MORE_THAN else value
    return stated(low, high, trend=trend, scope=Scope.CHANGE, bound=bound)


def based(quantity: Quantity, factor: str, unit: str) -> Quantity:
    ends = [None if end is None else end * Decimal(factor) for end in (quantity.low, quantity.high)]
    return replace(quantity, base=Base(ends[0], ends[1], unit, slack=Decimal(100)))


def claims(*values: Quantity | When | None) -> list[Claim]:
    return [
        replace(
            CLAIMS[0],
            id=f"n{number}",
            quantity=value if isinstance(value, Quantity) else None,
            when=value if isinstance(value, When) else None,
        )
        for number, value in enumerate(values)
    ]


MILE, KM, METER = (based(stated("1", "1", unit), factor, "meter") for unit, factor in
                   (("mile", "1609.344"), ("kilometer", "1000"), ("meter", "1")))  # fmt: skip


@pytest.mark.parametrize(
    ("values", "caption", "words"),
    [
        ((stated("3", "3"), stated("5", "5")), "In kms", ["3 kms", "5 kms"]),
        ((stated("3", None), stated(None, "5")), "In kms", ["from 3 kms", "up to 5 kms"]),
        ((stated("3", None, bound=Bound.MORE_THAN), stated(None, "5", bound=Bound.LESS_THAN)), "In kms",
         ["above 3 kms", "below 5 kms"]),
        ((stated("3", "4"), stated("40", "40", bound=Bound.ABOUT)), "In kms", ["3 to 4 kms", "40 kms, give or take 2"]),
        ((stated("3", "4", bound=Bound.ABOUT), stated("5", "5")), "In kms", ["3 to 4 kms, give or take 0.2", "5 kms"]),
        ((MILE, KM, KM), "In kilometers", ["1.60934 kilometers", "1 kilometers", "1 kilometers"]),
        ((MILE, KM, METER), "In meters", ["1,609.34 meters", "1,000 meters", "1 meters"]),
        ((based(stated("2", "2", "brother"), "1", "person"), based(stated("2", "2", "sister"), "1", "person")),
         "In people", ["2 people", "2 people"]),
        ((based(stated("20", "20", "degC"), "14.6", "kelvin"), based(stated("68", "68", "degF"), "4.3", "kelvin")),
         "In kelvins", ["292 kelvins", "292.4 kelvins"]),
        ((stated("3", "3", ""), stated("5", "5", "")), "As a bare number", ["3", "5"]),
        ((change("3", Trend.UP), change("5", Trend.DOWN)), "In kms", ["3 kms", "-5 kms"]),
        ((stated("3", "3", trend=Trend.UP), stated("5", "5", trend=Trend.DOWN)), "In kms", ["3 kms", "5 kms"]),
        ((MILE, stated("3", "3", "litre"), KM), "In miles", ["1 miles", "0.621371 miles"]),
    ],
)  # fmt: skip
def test_quantities_come_to_one_unit(values: tuple[Quantity, ...], caption: str, words: list[str]) -> None:
    measured = quantities_of(claims(*values))
    assert measured is not None
    assert (measured.caption, list(measured.words.values())) == (caption, words)


@pytest.mark.parametrize(
    "values",
    [
        (),
        (stated("3", "3"),),
        (stated("3", "3"), None),
        (stated("3", "3"), stated(None, None)),
        (stated("3", "3"), stated("Infinity", "Infinity")),
        (stated("3", "3"), stated("1e400", "1e400")),
        (stated("3", "3", "EUR"), stated("3", "3", "USD")),
        (based(stated("3", "3", "EUR"), "1", "EUR"), based(stated("3", "3", "USD"), "1", "USD")),
    ],
)
def test_an_axis_needs_two_quantities_of_one_unit(values: tuple[Quantity | None, ...]) -> None:
    assert quantities_of(claims(*values)) is None


@pytest.mark.parametrize(
    ("fall", "words", "span"),
    [
        (change("3", Trend.DOWN, Bound.MORE_THAN), "below -3 kms", Span(None, -3.0, high_open=True)),
        (change("3", Trend.DOWN, Bound.LESS_THAN), "above -3 kms", Span(-3.0, None, low_open=True)),
    ],
)
def test_a_fall_beside_a_rise_is_open_on_its_other_side(fall: Quantity, words: str, span: Span) -> None:
    measured = quantities_of(claims(change("5", Trend.UP), fall))
    assert measured is not None
    assert (measured.words["n1"], replace(measured.spans["n1"], slack=0.0)) == (words, span)


def test_only_what_is_measured_shows_its_rounding() -> None:
    counted = quantities_of(claims(stated("3", "3", significant=1), stated("5", "5", significant=1)))
    measured = quantities_of(claims(stated("6.4", "6.4", significant=2), stated("6.1", "6.1", significant=2)))
    assert counted is not None
    assert measured is not None
    assert (counted.with_bands, measured.with_bands) == (False, True)


def when(first: date | None, last: date | None, kind: WhenKind = WhenKind.POINT, **parts: Any) -> When:
    return When(TimeForm(kind, Granularity.DAY, **parts), first, last)


TUESDAY = date(2025, 3, 4)


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (when(TUESDAY, TUESDAY), a_day(2025, 3, 4)),
        (when(None, TUESDAY), Span(None, day(2025, 3, 5))),
        (when(TUESDAY, None, WhenKind.VAGUE), Span(day(2025, 3, 4), None, fuzzy=True)),
        (when(TUESDAY, TUESDAY, mod=Mod.APPROX), replace(a_day(2025, 3, 4), fuzzy=True)),
        (when(TUESDAY, TUESDAY, clock="04:15"), QUARTER_PAST_FOUR),
        (when(TUESDAY, TUESDAY, clock="04:15", until=TimeForm(WhenKind.POINT, Granularity.HOUR)), a_day(2025, 3, 4)),
        (when(date.max, date.max), Span(float(date.max.toordinal()), date.max.toordinal() + 1.0)),
        (when(None, None), None),
    ],
)
def test_times_take_whole_days_or_their_minute(time: When, expected: Span | None) -> None:
    assert span_of_days(time, by_clock=True) == expected


def test_clocks_of_two_zones_are_not_put_on_one_axis() -> None:
    here, there = (when(TUESDAY, TUESDAY, clock="04:15", zone=zone) for zone in ("UTC", "CET"))
    apart, together = days_of(claims(here, there)), days_of(claims(here, here))
    assert apart is not None
    assert together is not None
    assert set(apart.spans.values()) == {a_day(2025, 3, 4)}
    assert set(together.spans.values()) == {QUARTER_PAST_FOUR}


def drawn(fact: Fact, report: Report = REPORT) -> ChartView | None:
    changed = replace(report, facts=(fact,), findings=())
    view = lay_out(changed, 320)
    shown = [*(found for section in view.sections for found in section.facts), *view.singles]
    return chart(changed, shown[0])


def test_a_chart_has_a_row_for_each_thing_that_a_source_says() -> None:
    found = drawn(FACTS[3])
    assert found is not None
    assert [(row.letter, row.source, row.value) for row in found.rows] == [
        ("A", "The Gazette", "up to 40 billion USD"),
        ("A", "Le Courrier", "up to 40 billion USD"),
        ("B", "<b>Wire</b> [bold]", "40 billion USD"),
    ]
    assert [row.mark and row.mark.opens for row in found.rows] == ["left", "left", ""]
    assert found.caption == "In USD"


@pytest.mark.parametrize("number", [0, 4])
def test_facts_without_two_values_to_draw_have_no_chart(number: int) -> None:
    assert drawn(FACTS[number]) is None


def test_what_cannot_be_drawn_is_said_beside_the_others() -> None:
    found = drawn(replace(FACTS[3], positions=(*FACTS[3].positions, Position(("c3",), 1))))
    assert found is not None
    assert [(row.drawn, row.mark) for row in found.rows if row.mark is None] == [("cannot be drawn on this axis", None)]


def test_denied_and_repeated_claims() -> None:
    denied = replace(CLAIMS[0], id="d", status=Status.NEGATED)
    again = replace(CLAIMS[0], id="again")
    report = replace(REPORT, claims=(*CLAIMS, denied, again))
    found = drawn(replace(FACTS[1], positions=(Position(("c1", "again", "c5", "d"), 2),)), report)
    assert found is not None
    assert [(row.source, row.value) for row in found.rows] == [
        ("The Gazette", "at least 8 gigawatts"),
        ("Le Courrier", "at least 8 gigawatts"),
        ("The Gazette", "at least 8 gigawatts, denied"),
    ]


def test_many_sources_that_say_the_same_share_a_row() -> None:
    articles = tuple(replace(REPORT.articles[0], id=f"m{n}", source=f"Paper {n}") for n in range(30))
    copies = tuple(replace(CLAIMS[0], id=f"k{n}", article=f"m{n}") for n in range(30))
    report = replace(REPORT, articles=(*REPORT.articles, *articles), claims=(*CLAIMS, *copies))
    found = drawn(replace(FACTS[1], positions=(Position(tuple(copy.id for copy in copies), 30),)), report)
    assert found is not None
    assert [row.source for row in found.rows] == ["30 sources"]


def on_timeline(report: Report) -> TimelineView | None:
    view = lay_out(report, 320)
    return timeline(report, [fact for section in view.sections for fact in section.facts])


def test_a_timeline_needs_two_dated_facts() -> None:
    assert on_timeline(REPORT) is None
    vague = replace(CLAIMS[9], id="v", when=when(TUESDAY, None, WhenKind.VAGUE))
    other = replace(FACTS[2], id="f9", positions=(Position(("v",), 1), Position(("v",), 1)))
    assert on_timeline(replace(REPORT, claims=(*CLAIMS, vague), facts=(*FACTS, other))) is None


def test_a_timeline_goes_by_the_calendar() -> None:
    early = replace(CLAIMS[9], id="e", when=when(TUESDAY, TUESDAY))
    other = Fact("f9", "Signing", ClaimKind.DATE, (Position(("e", "c10"), 1),), (), Verdict.AGREE, None, "e", 1)
    found = on_timeline(replace(REPORT, claims=(*CLAIMS, early), facts=(*FACTS, other)))
    assert found is not None
    assert [(event.fact, event.label, event.when) for event in found.events] == [
        (None, "Articles published", "22 September 2025"),
        ("f9", "Signing", "4 March 2025 / 1 January 2026 to 31 December 2026"),
        ("f3", "Start of building", "1 July 2026 to 31 December 2026 / 1 January 2026 to 31 December 2026"),
    ]
    assert [len(event.marks) for event in found.events] == [2, 2, 2]
