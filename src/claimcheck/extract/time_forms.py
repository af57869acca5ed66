"""What a shape of the time grammar says: from the classes that matched to a time as written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from claimcheck.extract.time_grammar import Match
from claimcheck.model import Granularity, Mod, TimeForm, WhenKind

__all__ = ["form_of", "whole_count"]

_DAYS_IN_MONTH = 31
_HALF_DAY, _DAY_HOURS = 12, 24
_LAST_MINUTE = 59
_LAST_CENTURY = 21
_DAY_UNITS = frozenset({"second", "minute", "hour", "day"})
_PERIODS = frozenset({"week", "weekend", "month", "quarter", "year"})
"""Units that "the" alone points at: "the quarter" is the one just spoken of."""
_HALF = Decimal("0.5")
_FINER = {
    "century": ("year", 100), "decade": ("year", 10), "year": ("month", 12), "quarter": ("month", 3),
    "week": ("day", 7), "day": ("hour", 24), "hour": ("minute", 60), "minute": ("second", 60),
}  # fmt: skip
"""The unit that a part of another is told in, and how many of it make one; no day divides every month."""

Values = Mapping[str, Any]


def form_of(match: Match) -> TimeForm | None:
    """Return what a match says, None where its parts make no time ("the 13th century" does, "the 13th month" not)."""
    values: dict[str, Any] = {}
    for kind, _, value in match.items:
        values.setdefault(kind, value)
    if match.rule in {"days", "days_month_first"}:
        return _days(match)
    if match.rule == "part":
        return _part(match)
    if match.rule == "years":
        return _years(match)
    if "P" in values:
        form = _READERS[match.rule](values)
        return None if form is None else replace(form, mod=Mod(values["P"]))
    return _READERS[match.rule](values)


def _year_in(values: Values) -> int | None:
    return next((values[key] for key in ("Y", "YS", "YY") if key in values), None)


def _date(values: Values) -> TimeForm | None:
    if "num" in values:
        day = values["num"]
        return TimeForm(WhenKind.POINT, Granularity.DAY, year=day.year, month=day.month, day=day.day)
    if isinstance(values.get("HD"), int):
        form = TimeForm(
            WhenKind.POINT, Granularity.DAY, weekday=values.get("W"), year=_year_in(values), after_easter=values["HD"]
        )
        return _in_year(form, values) if "U" in values else replace(form, direction=values.get("S", 0))
    if "HD" in values or "dm" in values:
        month, number = values["HD" if "HD" in values else "dm"]
        values = {**values, "M": month, "N": number}
    if "YY" in values and values["YY"] % 100 <= _DAYS_IN_MONTH:
        return None  # "22 May 15" rather counts fifteen of something
    number = values["N"] if "N" in values else values["O"]
    if not 1 <= number <= _DAYS_IN_MONTH:
        return None
    form = TimeForm(
        WhenKind.POINT, Granularity.DAY, month=values["M"], day=number, weekday=values.get("W"), year=_year_in(values)
    )
    if "U" in values:
        return _in_year(form, values)
    return replace(form, direction=values["S"]) if "S" in values and form.year is None else form


def _day_of_month(values: Values) -> TimeForm | None:
    day = values["O"] if "O" in values else values["N"]
    if not 1 <= day <= _DAYS_IN_MONTH:
        return None
    return TimeForm(WhenKind.POINT, Granularity.DAY, day=day, weekday=values.get("W"))


def _in_year(form: TimeForm, values: Values) -> TimeForm | None:
    """Place a part of the year in "last year", or in "the year"."""
    unit, is_plural = values["U"]
    if unit != "year" or is_plural:
        return None
    return replace(form, unit="year", count=values.get("S", 0))


def _part_of_year(granularity: Granularity, key: str, field: str) -> Callable[[Values], TimeForm | None]:
    def read(values: Values) -> TimeForm | None:
        form = TimeForm(WhenKind.INTERVAL, granularity, year=_year_in(values), **{field: values[key]})
        if "U" in values:
            return _in_year(form, values)
        if "S" not in values:
            return form
        unit = "season" if granularity is Granularity.SEASON else "year"
        return replace(form, unit=unit, count=values["S"])

    return read


def _month(values: Values) -> TimeForm | None:
    if "YY" in values and values["YY"] % 100 <= _DAYS_IN_MONTH:
        return None
    form = TimeForm(WhenKind.INTERVAL, Granularity.MONTH, month=values["M"], year=_year_in(values))
    if "U" in values:
        return _in_year(form, values)
    if "S" not in values:
        return form
    return replace(form, direction=values["S"]) if values["S"] else replace(form, unit="year", count=0)


def _year(values: Values) -> TimeForm | None:
    year = values["Y"] if "Y" in values else values["YS"]
    return TimeForm(WhenKind.INTERVAL, Granularity.YEAR, year=year)


def _days(match: Match) -> TimeForm | None:
    """Read days of one month: "3-5 May 2025"."""
    first, last = (value for kind, _, value in match.items if kind in {"N", "O"})
    if any(kind == "and" for kind, *_ in match.items) and last != first + 1:
        return None  # only days in a row are one time
    rest = tuple(item for item in match.items if item[0] not in {"N", "O"})
    ends = [form_of(Match("date", match.end, (("N", 0, day), *rest))) for day in (first, last)]
    if ends[0] is None or ends[1] is None or first >= last:
        return None
    return replace(ends[0], kind=WhenKind.INTERVAL, until=ends[1])


def _years(match: Match) -> TimeForm | None:
    """Read "2014-2018", or "2014-18"."""
    first, last = (value for kind, _, value in match.items if kind in {"Y", "YY"})
    if match.items[-1][0] == "YY":
        last = first // 100 * 100 + last % 100
    is_slashed = any(kind == "sl" for kind, *_ in match.items)
    if first >= last or (is_slashed and last != first + 1):  # "2014/65" is the number of a law
        return None
    ends = [TimeForm(WhenKind.INTERVAL, Granularity.YEAR, year=year) for year in (first, last)]
    return replace(ends[0], until=ends[1])


def _decade(values: Values) -> TimeForm | None:
    if "U" in values and values["U"][0] not in {"year", "decade"}:
        return None
    year = next(values[key] for key in ("Y", "YY", "YW") if key in values)
    if year % 10:
        return None
    return TimeForm(WhenKind.INTERVAL, Granularity.DECADE, year=year)


def _century(values: Values) -> TimeForm | None:
    if values["U"][0] != "century" or not 1 <= values["O"] <= _LAST_CENTURY:
        return None
    return TimeForm(WhenKind.INTERVAL, Granularity.CENTURY, year=100 * (values["O"] - 1))


def _relative(values: Values) -> TimeForm | None:
    if "RU" in values:
        unit, count = values["RU"]
        return TimeForm(WhenKind.INTERVAL, Granularity(unit), unit=unit, count=count)
    if "PU" in values:
        unit, part = values["PU"]
        form = TimeForm(WhenKind.INTERVAL, Granularity(unit), mod=Mod(part), year=_year_in(values))
        return form if form.year is not None else replace(form, unit=unit, count=0)
    unit, is_plural = values["U"]
    shift = values.get("S", 0)
    if is_plural:  # "in the coming weeks"
        return None if shift == 0 or "P" in values else TimeForm(WhenKind.VAGUE, Granularity(unit), direction=shift)
    if unit == "weekend" and not shift:
        return TimeForm(WhenKind.INTERVAL, Granularity.WEEKEND)
    if unit == "decade" and shift < 0 and "P" not in values:  # "the past decade": the last ten years
        return TimeForm(WhenKind.DURATION, Granularity.DECADE, unit=unit, count=1, direction=shift)
    if unit in _DAY_UNITS and unit != "day":
        return None
    if unit == "day" and (shift or "S" not in values):
        return None
    return TimeForm(WhenKind.INTERVAL if unit != "day" else WhenKind.POINT, Granularity(unit), unit=unit, count=shift)


def _weekday(values: Values) -> TimeForm | None:
    weekday, part = values["WP"] if "WP" in values else (values["W"], values.get("DP"))
    form = TimeForm(WhenKind.POINT, Granularity.DAY, weekday=weekday, part_of_day=part)
    if "U" in values:
        unit, is_plural = values["U"]
        if unit != "week" or is_plural:
            return None
        return replace(form, unit="week", count=values["S"], ordinal=0)  # of that week of the calendar
    return replace(form, unit="week", count=values["S"]) if "S" in values else form


def _day(values: Values) -> TimeForm | None:
    part = values.get("DP")
    count = values.get("D", 0)
    if isinstance(count, list):  # "tonight" is a day and a part of it
        count, part = count
    if "D" not in values and values["S"] != 0:
        if part != "NI" or values["S"] > 0:
            return None
        count = -1  # "last night"
    return TimeForm(WhenKind.POINT, Granularity.DAY, unit="day", count=count, part_of_day=part)


def _again(values: Values) -> TimeForm | None:
    """Read a time told by another: "the same year", "the following Monday", "the quarter", "the 1988 period"."""
    count = values.get("A")
    if "Y" in values:
        is_own = "PE" in values or values["U"][0] == "quarter"
        form = TimeForm(WhenKind.INTERVAL, Granularity.YEAR, year=values["Y"], unit="period", from_text=True)
        return form if is_own else None
    if "W" in values:
        return TimeForm(WhenKind.POINT, Granularity.DAY, weekday=values["W"], count=count, from_text=True)
    if "DP" in values:
        return None if count else _part_of_day(values)
    if "PE" in values:
        return TimeForm(WhenKind.INTERVAL, Granularity.YEAR, unit="period", count=count, from_text=True)
    unit, is_plural = values["U"]
    if is_plural or unit in _DAY_UNITS - {"day"}:
        return None
    if unit == "weekend" and not count:
        return TimeForm(WhenKind.INTERVAL, Granularity.WEEKEND)
    if count is None:
        if unit == "quarter":
            return TimeForm(WhenKind.INTERVAL, Granularity.QUARTER, unit=unit, from_text=True)
        return TimeForm(WhenKind.DURATION, Granularity(unit), unit=unit, count=1) if unit in _PERIODS else None
    kind = WhenKind.POINT if unit == "day" else WhenKind.INTERVAL
    return TimeForm(kind, Granularity(unit), unit=unit, count=count, from_text=True)


def _comparable(values: Values) -> TimeForm | None:
    """Read what is compared with a year before: "the year-earlier quarter"."""
    if "U" in values and values["U"][0] not in _PERIODS:
        return None
    for key, granularity in (("Q", Granularity.QUARTER), ("H", Granularity.HALF)):
        if key in values:
            form = TimeForm(WhenKind.INTERVAL, granularity, ordinal=values[key])
            return TimeForm(form.kind, granularity, unit="year", count=values["YA"], from_text=True, base=form)
    return TimeForm(WhenKind.VAGUE, Granularity.YEAR, unit="year", count=values["YA"], from_text=True)


def _part(match: Match) -> TimeForm | None:
    """Read so many units at the start or end of something larger: "the first nine months of 2025"."""
    place = next(at for at, item in enumerate(match.items) if item[0] in {"U", "W"})
    weekday = match.items[place][2] if match.items[place][0] == "W" else None
    unit, _ = ("week", False) if weekday is not None else match.items[place][2]
    which = {kind: value for kind, _, value in match.items[: place + 1]}
    index = which["O"] if "O" in which else which["S"]
    if not index or ("S" in which and index > 0) or unit in _DAY_UNITS - {"day"}:
        return None
    whole = form_of(Match(_WHOLES[match.items[-1][0]], match.end, match.items[place + 2 :]))
    if whole is None:
        return None
    granularity = Granularity.DAY if weekday is not None else Granularity(unit)
    kind = WhenKind.POINT if granularity is Granularity.DAY else WhenKind.INTERVAL
    return TimeForm(
        kind,
        granularity,
        weekday=weekday,
        unit=unit,
        ordinal=index,
        count=which.get("N", 1),
        from_text=True,
        base=whole,
    )


def whole_count(count: Decimal | int, unit: str) -> tuple[int, str] | None:
    """Return how many whole units a count of others is: half a year is six months; None where it is not so many.

    >>> whole_count(Decimal("2.5"), "year"), whole_count(3, "year"), whole_count(Decimal("0.5"), "month")
    ((30, 'month'), (3, 'year'), None)
    """
    while count != int(count):
        if unit not in _FINER:
            return None
        unit, number = _FINER[unit]
        count *= number
    return int(count), unit


def _number(values: Values) -> Decimal | int | None:
    """Return how many; None for "several"."""
    found = next((values[key] for key in ("N", "O", "DEC", "ART", "X") if key in values), None)
    found = Decimal(str(found)) if isinstance(found, float) else found or None
    return found + _HALF if found is not None and "hf" in values else found


def _offset(direction: int, *, is_anchored: bool) -> Callable[[Values], TimeForm | None]:
    def read(values: Values) -> TimeForm | None:
        unit, is_plural = values["U"]
        number = _number(values)
        counted = None if number is None else whole_count(number, unit)
        if counted is None:  # "several years ago", "years ago", "half a month ago"
            form = TimeForm(WhenKind.VAGUE, Granularity(unit), direction=direction, from_text=not is_anchored)
            return form if is_plural or number is not None else None
        count, unit = counted
        if not is_anchored:
            return TimeForm(WhenKind.VAGUE, Granularity(unit), unit=unit, count=direction * count, from_text=True)
        kind = WhenKind.POINT if unit in _DAY_UNITS else WhenKind.INTERVAL
        return TimeForm(kind, Granularity(unit), unit=unit, count=direction * count, direction=direction)

    return read


def _beside(values: Values) -> TimeForm | None:
    """Read "three days after", whatever it was that they came after."""
    unit, _ = values["U"]
    number = _number(values)
    count, unit = (None, unit) if number is None else whole_count(number, unit) or (None, unit)
    direction = 1 if "aft" in values else -1
    count = None if count is None else direction * count
    return TimeForm(WhenKind.VAGUE, Granularity(unit), unit=unit, count=count, direction=direction, from_text=True)


def _span(values: Values) -> TimeForm | None:
    """Read a stretch of time beside the day of the article: "the next four years"."""
    unit, _ = values["U"]
    if not values["S"]:
        return None
    number = _number(values)
    count, unit = (number, unit) if number is None else whole_count(number, unit) or (number, unit)
    return TimeForm(WhenKind.DURATION, Granularity(unit), unit=unit, count=count, direction=values["S"])


def _set(values: Values) -> TimeForm | None:
    if not {"W", "WS", "WP"}.isdisjoint(values):
        weekday = values["WP"][0] if "WP" in values else values["W" if "W" in values else "WS"]
        return TimeForm(WhenKind.SET, Granularity.DAY, weekday=weekday, unit="week", count=1)
    unit = values["U"][0]
    return TimeForm(WhenKind.SET, Granularity(unit), unit=unit, count=values.get("N") or values.get("O") or 1)


def _clock(values: Values) -> TimeForm | None:
    whole = next((values[key] for key in ("HM", "H4") if key in values), None)
    hour, minute = whole or (values["N" if "N" in values else "HW"], values.get("MM", 0))
    minute = values["YY"] % 100 if "YY" in values else minute
    if minute > _LAST_MINUTE or hour > _DAY_HOURS or ("CL" in values and hour > _HALF_DAY and values["CL"] == 0):
        return None
    if "CL" in values and hour <= _HALF_DAY:
        hour = hour % _HALF_DAY + values["CL"]
    part = values.get("DP")
    if part is not None and hour < _HALF_DAY:
        hour += _HALF_DAY if part in {"AF", "EV"} else 0
    clock = f"{hour % _DAY_HOURS:02d}:{minute:02d}"
    form = TimeForm(WhenKind.POINT, Granularity.HOUR, clock=clock, zone=values.get("Z"), from_text=True)
    return replace(form, until=form) if {"to", "hy"} & values.keys() else form


def _part_of_day(values: Values) -> TimeForm | None:
    return TimeForm(WhenKind.POINT, Granularity.DAY, unit="day", count=0, part_of_day=values["DP"], from_text=True)


def _duration(values: Values) -> TimeForm | None:
    unit, is_plural = values["U"]
    if unit == "second" and "ART" in values:
        return None  # "a second attempt"
    if {"N", "X", "ART", "DEC"}.isdisjoint(values):
        return TimeForm(WhenKind.DURATION, Granularity(unit), unit=unit) if is_plural else None
    if "DEC" not in values and "N" in values and values["N"] == 0:
        return None
    return TimeForm(WhenKind.DURATION, Granularity(unit), unit=unit, count=_number(values))


def _vague(values: Values) -> TimeForm | None:
    return TimeForm(WhenKind.VAGUE, Granularity.DAY, direction=values["V"] if "V" in values else values["R"])


_WHOLES = {"M": "month", "Q": "quarter", "Y": "year", "U": "relative", "S": "relative"}
"""The rule of what a part is taken from, by the last class of its shape."""
_READERS: Mapping[str, Callable[[Values], TimeForm | None]] = {
    "date": _date,
    "date_month_first": _date,
    "day_of_month": _day_of_month,
    "month": _month,
    "half": _part_of_year(Granularity.HALF, "H", "ordinal"),
    "quarter": _part_of_year(Granularity.QUARTER, "Q", "ordinal"),
    "season": _part_of_year(Granularity.SEASON, "SE", "season"),
    "year": _year,
    "decade": _decade,
    "century": _century,
    "relative": _relative,
    "weekday": _weekday,
    "day": _day,
    "again": _again,
    "comparable": _comparable,
    "beside": _beside,
    "ago": _offset(-1, is_anchored=True),
    "ahead": _offset(1, is_anchored=True),
    "earlier": _offset(-1, is_anchored=False),
    "later": _offset(1, is_anchored=False),
    "span": _span,
    "set": _set,
    "clock": _clock,
    "part_of_day": _part_of_day,
    "duration": _duration,
    "vague": _vague,
    "deictic": _vague,
}
