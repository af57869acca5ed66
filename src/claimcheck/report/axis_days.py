"""Where days and times of day lie on a drawn axis: a day is 1, counted as `date.toordinal` does."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from claimcheck.report.axis import PAD, Piece, Scale, Span, Tick, room

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["broken_days", "day_ticks", "days"]

_Stretches = list[tuple[float, float]]

_HOUR = 1 / 24
_TICKS = 5
_GAP = 0.6
"""What share of a stretch of days has to be empty, and how many, for the axis to leave it out."""
_LEAST_GAP = 60.0
_PIECES = 4
_BREAK = 5.0
"""How wide a break is drawn, in percent."""
_LEAST_SHARE = 0.12
_MINUTES = (15, 30, 60, 120, 180, 360, 720)
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000)
_DAYS_IN_MONTH = 30.44
_DAYS_IN_YEAR = 365
_CLOCK, _DAY, _MONTH, _YEAR = "{0:%H:%M}", "{0.day} {0:%b}", "{0:%b}", "{0:%Y}"
"""How times are labelled; no system's own form of `strftime`, such as a day without its zero, is among them."""
_FIRST, _LAST = 1.0, float(date.max.toordinal())


def days(spans: Sequence[Span]) -> Scale:
    """Choose a linear scale of days that shows all spans: neighbouring days, or hours, where they are of one time."""
    ends = [end for span in spans for end in span.reach]
    low, high = min(ends), max(ends)
    around = 1.0 if high - low == 1.0 else max(0.0, _HOUR - (high - low))
    low, high = low - around, high + around
    before, after = room(spans)
    return Scale((_piece(low - before * (high - low), high + after * (high - low)),))


def broken_days(spans: Sequence[Span]) -> Scale:
    """Choose a scale of days that leaves long empty stretches out, so that a day stays visible beside a century."""
    stretches = sorted((min(span.reach), max(span.reach)) for span in spans)
    groups = _groups(stretches)
    shares = [max(_LEAST_SHARE, len(group) / len(stretches)) for group in groups]
    percent = (100.0 - _BREAK * (len(groups) - 1)) / sum(shares)
    pieces, start = [], 0.0
    for group, share in zip(groups, shares, strict=True):
        low, high = group[0][0], max(end for _, end in group)
        pad = max(PAD * (high - low), 1.0)
        pieces.append(_piece(low - pad, high + pad, start, start + share * percent))
        start += share * percent + _BREAK
    return Scale(tuple(pieces))


def day_ticks(scale: Scale) -> tuple[Tick, ...]:
    """Choose times of day, days, months or years to label on an axis of days."""
    return tuple(
        Tick(scale.at(at), label)
        for piece in scale.pieces
        for at, label in _labels(piece, max(1, int(_TICKS * (piece.end - piece.start) / 100)))
    )


def _piece(low: float, high: float, start: float = 0.0, end: float = 100.0) -> Piece:
    return Piece(max(low, _FIRST), min(high, _LAST), round(start, 2), round(end, 2))


def _groups(stretches: _Stretches) -> list[_Stretches]:
    """Group stretches of days, apart where most of what they reach over is empty."""
    groups = [stretches]
    while len(groups) < _PIECES:
        gaps = [_widest_gap(group) for group in groups]
        number = max(range(len(groups)), key=lambda index: gaps[index][0])
        share, cut = gaps[number]
        if share < _GAP:
            break
        groups[number : number + 1] = [groups[number][:cut], groups[number][cut:]]
    return groups


def _widest_gap(group: _Stretches) -> tuple[float, int]:
    """The share of a group's days that its widest gap takes, and the number of the stretch after it."""
    reach, widest, cut = group[0][1], 0.0, 0
    for number, (low, high) in enumerate(group):
        if low - reach > widest:
            widest, cut = low - reach, number
        reach = max(reach, high)
    return (widest / (reach - group[0][0]) if widest >= _LEAST_GAP else 0.0), cut


def _labels(piece: Piece, most: int) -> list[tuple[float, str]]:
    """The labelled times of one piece: of the finest kind of which no more than `most` fall on it."""
    width = piece.high - piece.low
    if most == 1:
        return [_middle(piece)]
    for minutes in _MINUTES if width <= 2 else ():  # noqa: PLR2004  # from three days on, days are fine enough
        if width * 24 * 60 / minutes <= most:
            return _changing(_multiples(piece, minutes / (24 * 60)), _CLOCK, f"{_DAY} {_CLOCK}")
    for number in _DAYS:
        if width / number <= most:
            # The first day that `toordinal` counts was a Monday, so that weeks begin on Mondays.
            found = (at + 1 for at in _multiples(piece, number, 1))
            return _changing(found, _DAY, f"{_DAY} {_YEAR}") or [_middle(piece)]
    for months in _MONTHS:
        if width / (months * _DAYS_IN_MONTH) <= most:
            forms = (_YEAR, _YEAR) if months % 12 == 0 else (_MONTH, f"{_MONTH} {_YEAR}")
            return _changing(_months(piece, months), *forms) or [_middle(piece)]
    return [_middle(piece)]


def _multiples(piece: Piece, step: float, offset: float = 0.0) -> Iterator[float]:
    first, last = math.ceil((piece.low - offset) / step), math.floor((piece.high - offset) / step)
    return (index * step for index in range(first, last + 1))


def _months(piece: Piece, step: int) -> Iterator[float]:
    first, last = date.fromordinal(math.ceil(piece.low)), date.fromordinal(math.floor(piece.high))
    start = first.year * 12 + first.month - 1
    for month in range(start - start % step, last.year * 12 + last.month, step):
        if month >= 12 and piece.low <= (at := date(month // 12, month % 12 + 1, 1).toordinal()) <= piece.high:  # noqa: PLR2004  # months of a year
            yield float(at)


def _changing(times: Iterable[float], plain: str, full: str) -> list[tuple[float, str]]:
    """Label times in the full form where the part that the plain form leaves out changes."""
    labelled, left_out = [], ""
    for at in times:
        moment = _moment(at)
        now = f"{moment:%Y-%m-%d}" if plain == _CLOCK else f"{moment:%Y}"
        labelled.append((at, (plain if now == left_out else full).format(moment)))
        left_out = now
    return labelled


def _middle(piece: Piece) -> tuple[float, str]:
    at, width = (piece.low + piece.high) / 2, piece.high - piece.low
    shown = (_DAY, _YEAR) if width < _DAYS_IN_MONTH else (_MONTH, _YEAR) if width < _DAYS_IN_YEAR else (_YEAR,)
    return at, " ".join(shown).format(_moment(at))


def _moment(at: float) -> datetime:
    midnight = datetime.fromordinal(int(at)).replace(tzinfo=UTC)
    return midnight + timedelta(minutes=round((at - int(at)) * 24 * 60))
