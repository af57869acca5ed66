"""Which scale an axis has, what is labelled on it, and where values lie on it."""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise

import pytest
from small_spans import QUARTER_PAST_FOUR, a_day, day

from claimcheck.report import axis_days
from claimcheck.report.axis import Piece, Scale, Span, number_ticks, numbers
from claimcheck.report.axis_days import broken_days, day_ticks, days
from claimcheck.report.chart import mark
from claimcheck.report.view import Mark


@pytest.mark.parametrize(
    ("spans", "is_log"),
    [
        ([Span(1.2e6, 1.2e6), Span(1.2e9, 1.2e9)], True),
        ([Span(1, 50)], True),
        ([Span(1, 49)], False),
        ([Span(0, 1000)], False),
        ([Span(-5, 1000)], False),
        ([Span(7, 7)], False),
        ([Span(3, None), Span(None, 900)], True),
    ],
)
def test_orders_of_magnitude_make_the_scale_logarithmic(spans: list[Span], is_log: bool) -> None:  # noqa: FBT001
    assert numbers(spans).is_log is is_log


@pytest.mark.parametrize(
    "spans",
    [
        [Span(3, 3), Span(5, 5)],
        [Span(10, None, 0.5), Span(10, 10, 0.5)],
        [Span(None, 250, 5, high_open=True), Span(120, 120, 6)],
        [Span(1.2e6, 1.2e6, 5e4), Span(1.2e9, 1.2e9, 5e7)],
        [Span(0, 0), Span(0, 0)],
        [Span(-3, -3), Span(4, 4)],
        [Span(1e-9, 1e-9), Span(2e-9, 2e-9)],
        [Span(1e250, 1e250), Span(1e251, 1e251)],
    ],
)
def test_every_end_lies_on_the_axis_in_its_order(spans: list[Span]) -> None:
    scale = numbers(spans)
    ends = sorted(end for span in spans for end in span.ends)
    places = [scale.at(end) for end in ends]
    assert places == sorted(places)
    assert all(0 <= place < 100 for place in places)
    assert len(set(places)) == len(set(ends))
    ticks = [tick.at for tick in number_ticks(scale, whole=False)]
    assert 2 <= len(ticks) <= 6
    assert ticks == sorted(set(ticks))


@pytest.mark.parametrize(
    ("low", "high", "whole", "expected"),
    [
        (2.6, 5.4, True, ["3", "4", "5"]),
        (2.6, 5.4, False, ["3", "4", "5"]),
        (0.36, 9.64, True, ["2", "4", "6", "8"]),
        (0.9, 1.3, True, ["1"]),
        (6.0, 6.5, False, ["6", "6.2", "6.4"]),
        (9.0e10, 1.1e11, False, ["90 billion", "95 billion", "100 billion", "105 billion", "110 billion"]),
        (0.0, 100.0, False, ["0", "25", "50", "75", "100"]),
        (-2.0, 2.0, True, ["-2", "-1", "0", "1", "2"]),
        (1.0e18, 2.0e18, False, ["1e+18", "1.25e+18", "1.5e+18", "1.75e+18", "2e+18"]),
    ],
)
def test_round_numbers_are_labelled(low: float, high: float, whole: bool, expected: list[str]) -> None:  # noqa: FBT001
    assert [tick.label for tick in number_ticks(Scale((Piece(low, high),)), whole=whole)] == expected


def test_powers_of_ten_are_labelled_on_a_logarithmic_axis() -> None:
    ticks = number_ticks(Scale((Piece(5e5, 2e9),), is_log=True), whole=False)
    assert [tick.label for tick in ticks] == ["1 million", "10 million", "100 million", "1 billion"]
    gaps = {round(b.at - a.at, 1) for a, b in pairwise(ticks)}
    assert len(gaps) == 1


def test_a_value_beyond_the_axis_lies_on_its_end() -> None:
    scale = Scale((Piece(10, 20),))
    assert (scale.at(-1e9), scale.at(15), scale.at(1e9)) == (0.0, 50.0, 100.0)
    assert Scale((Piece(10, 1000),), is_log=True).at(-3) == 0.0


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([a_day(2024, 6, 9), a_day(2024, 6, 12)], ["9 Jun 2024", "10 Jun", "11 Jun", "12 Jun", "13 Jun"]),
        ([a_day(2024, 6, 9)], ["8 Jun 2024", "9 Jun", "10 Jun", "11 Jun"]),
        ([QUARTER_PAST_FOUR], ["4 Mar 03:30", "04:00", "04:30", "05:00"]),
        ([Span(day(2026, 1, 1), day(2027, 1, 1))], ["Jan 2026", "Apr", "Jul", "Oct", "Jan 2027"]),
        ([Span(day(1911, 1, 1), day(2024, 6, 1))], ["1950", "2000"]),
        ([Span(1.0, 200.0)], ["Jan 1", "Mar", "May", "Jul"]),
        ([Span(day(9999, 1, 1), day(9999, 12, 31))], ["Jan 9999", "Apr", "Jul", "Oct"]),
    ],
)
def test_the_calendar_is_labelled_as_finely_as_there_is_room(spans: list[Span], expected: list[str]) -> None:
    assert [tick.label for tick in day_ticks(days(spans))] == expected


class Strict(datetime):
    """A moment of a system that knows only what the standard knows of formats."""

    def strftime(self, form: str) -> str:
        assert "%-" not in form
        return super().strftime(form)


def test_labels_need_no_format_of_one_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(axis_days, "datetime", Strict)
    assert [tick.label for tick in day_ticks(days([a_day(2024, 6, 9)]))][:2] == ["8 Jun 2024", "9 Jun"]
    assert day_ticks(days([QUARTER_PAST_FOUR]))[0].label == "4 Mar 03:30"
    assert day_ticks(Scale((Piece(day(2024, 6, 8), day(2024, 6, 10), 0.0, 10.0),)))[0].label == "9 Jun 2024"


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([a_day(2024, 6, 9), a_day(2024, 6, 12)], ["Jun 2024"]),
        ([a_day(1911, 5, 1), a_day(2024, 6, 9), a_day(2024, 6, 12)], ["May 1911", "Jun 2024"]),
        ([a_day(1911, 5, 1), a_day(2010, 1, 1), a_day(2024, 6, 9)], ["May 1911", "Jan 2010", "Jun 2024"]),
        ([Span(day(1911, 5, 1), day(2024, 6, 9)), a_day(2024, 6, 12)], ["Apr 1902 to Jun 2033"]),
        ([Span(None, day(2024, 6, 9)), a_day(2024, 6, 12)], ["Jun 2024"]),
    ],
)
def test_long_empty_times_are_left_out_of_the_timeline(spans: list[Span], expected: list[str]) -> None:
    scale = broken_days(spans)
    months = [
        [f"{date.fromordinal(int(at)):%b %Y}" for at in (piece.low + 1, piece.high - 2)] for piece in scale.pieces
    ]
    assert [" to ".join(dict.fromkeys(found)) for found in months] == expected
    assert (scale.pieces[0].start, scale.pieces[-1].end) == (0.0, 100.0)
    for (before, after), middle in zip(pairwise(scale.pieces), scale.breaks, strict=True):
        assert after.start - before.end == pytest.approx(5.0, abs=0.02)
        assert before.end + 2 < middle < after.start - 2
    places = [scale.at(end) for end in sorted(end for span in spans for end in span.ends)]
    assert places == sorted(places)


def test_the_axis_is_broken_into_few_pieces_with_a_label_each() -> None:
    scale = broken_days([a_day(year, 1, 1) for year in (2, 1950, 2005, 2023, 2024)])
    assert len(scale.pieces) == 4
    assert [tick.label for tick in day_ticks(scale)] == ["1 Jan 2", "1 Jan 1950", "1 Jan 2005", "2023"]


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(50, 50), Mark(50.0, 50.0, point=50.0)),
        (Span(50, 50, slack=10), Mark(50.0, 50.0, point=50.0)),
        (Span(50, 50, slack=10, fuzzy=True), Mark(50.0, 50.0, point=50.0, band=(40.0, 60.0), fuzzy=True)),
        (Span(50, 50, slack=0.1, fuzzy=True), Mark(50.0, 50.0, point=50.0, fuzzy=True)),
        (Span(20, 80), Mark(20.0, 80.0)),
        (Span(20, 21), Mark(20.0, 21.0, point=20.5)),
        (Span(20, None, slack=10, low_open=True), Mark(20.0, 100.0, opens="right", hollow=True)),
        (Span(None, 80), Mark(0.0, 80.0, opens="left")),
    ],
)
def test_points_ranges_open_ends_and_approximations_are_drawn_apart(span: Span, expected: Mark) -> None:
    assert mark(span, Scale((Piece(0, 100),))) == expected


def test_rounding_is_drawn_where_it_matters() -> None:
    assert mark(Span(50, 50, slack=10), Scale((Piece(0, 100),)), with_band=True).band == (40.0, 60.0)
