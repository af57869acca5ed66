"""Resolve times as written against a reference day.

Rules for bare forms are those measured on news with gold dates: a bare weekday is the latest such day that is not after
publication (91 % right in English), a day and month without a year the nearest one (94 % English, 98 % French).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from dateutil.easter import easter

from claimcheck.model import Granularity, Mod, Reference, TimeForm, When, WhenKind

__all__ = ["resolve"]

Days = tuple[date, date]

_MONTHS = 12
_SEASON_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"second": 0, "minute": 0, "hour": 0, "day": 1, "weekend": 7, "week": 7}
_SHORT = frozenset({"second", "minute"})
"""Units so short that a few of them rarely leave the day."""
_PARTS = frozenset({Mod.START, Mod.MID, Mod.END})
_SATURDAY = 5
_YEARS = {Granularity.YEAR: 1, Granularity.DECADE: 10, Granularity.CENTURY: 100}


def resolve(form: TimeForm, reference: Reference | None, *, is_planned: bool = False) -> When:
    """Place a time on the calendar.

    Args:
        form: the time as written.
        reference: the days on which it can have been written; where its two ends give different results, the time
            stays symbolic.
        is_planned: whether the sentence speaks of the future, which a bare weekday or month follows.
    """
    is_planned = is_planned or form.planned
    if form.kind is WhenKind.VAGUE and form.base is None:
        return _vague(form, reference)
    if form.kind is WhenKind.SET:
        return When(form)
    try:
        days, used = _days(form, reference, is_planned=is_planned)
        if days is not None and form.until is not None and form.clock is None:
            end = _end_of_stretch(form.until, days[0], reference)
            days = None if end is None or end < days[0] else (days[0], end)
    except (ValueError, OverflowError):  # 31 June, or a year before 1
        return When(form)
    return _bounded(form, days, used)


def _end_of_stretch(form: TimeForm, start: date, reference: Reference | None) -> date | None:
    """Return the last day of a stretch: without a year of its own, the next such time from its start on."""
    if form.year is None and form.unit is None and form.month is not None:
        years = (start.year, start.year + 1)
        return next((days[1] for days in _in_years(form, years) if days[1] >= start), None)
    if form.year is None and form.unit is None and form.weekday is not None:
        return _weekday(form, start, is_planned=True)[1]
    end = resolve(form, reference)
    return None if end.named is None else end.named[1]


def _days(form: TimeForm, reference: Reference | None, *, is_planned: bool) -> tuple[Days | None, Reference | None]:
    """Return the days that a form names, and the reference that this rests on."""
    if form.base is not None:
        base = resolve(form.base, reference, is_planned=is_planned)
        return (None if base.named is None else _from_base(form, base.named)), base.reference
    if form.from_text:
        return None, None
    if form.year is not None:
        return _absolute(form, form.year), None
    if reference is None:
        return None, None
    ends = {_relative(form, day, is_planned=is_planned) for day in (reference.earliest, reference.latest)}
    return (ends.pop() if len(ends) == 1 else None), reference


def _from_base(form: TimeForm, base: Days) -> Days | None:
    """Place a time told by another in the text: "the following week", "three days later", "a year earlier"."""
    if form.ordinal is not None and form.unit is not None and form.count is not None:
        return _part(form, form.unit, base)
    if form.weekday is not None:
        return _relative(form, base[0], is_planned=True)
    if form.unit is None or form.count is None or form.clock is not None:
        return base
    count = int(form.count)
    if form.granularity == form.unit:
        return _relative(form, base[0], is_planned=False)
    return _moved(base[0], form.unit, count), _moved_end(base, form.unit, count)


def _part(form: TimeForm, unit: str, whole: Days) -> Days | None:
    """Place so many units at the start or end of something larger; its first week is the one most of it lies in."""
    count, index = int(form.count or 1), form.ordinal or 1
    day = timedelta(days=1)
    if form.weekday is not None:  # "the first Monday of May", "the last Friday"
        start = whole[0] if index > 0 else whole[1] - 6 * day
        first = start + (form.weekday - start.weekday()) % 7 * day + timedelta(weeks=max(0, index - 1))
        return (first, first) if first <= whole[1] else None
    if unit == "week" and count == 1:
        first = whole[0] + timedelta(days=3) - timedelta(days=(whole[0] + timedelta(days=3)).weekday())
        if index < 0:
            first = whole[1] - 3 * day - timedelta(days=(whole[1] - 3 * day).weekday())
        first += timedelta(weeks=max(0, index - 1))
        return first, first + 6 * day
    if index < 0:
        first, last = _moved(whole[1] + day, unit, -count), whole[1]
    else:
        first = _moved(whole[0], unit, index - 1)
        last = _moved(first, unit, count) - day
    return (first, last) if whole[0] <= first <= last <= whole[1] else None


def _moved(day: date, unit: str, count: int) -> date:
    """Return the day so many units later, or the last of its month where that month is shorter."""
    if unit in _DAYS:
        return day + timedelta(days=_DAYS[unit] * count)
    month = day.month - 1 + count * _MONTHS_IN[unit]
    year, month = day.year + month // _MONTHS, month % _MONTHS + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _moved_end(days: Days, unit: str, count: int) -> date:
    """Move the last day of a stretch; whole months stay whole."""
    end = _moved(days[1] + timedelta(days=1), unit, count) - timedelta(days=1)
    return end if days[0] != days[1] else _moved(days[1], unit, count)


def _vague(form: TimeForm, reference: Reference | None) -> When:
    if reference is None or form.direction == 0 or form.from_text:
        return When(form)
    if form.direction < 0:
        return When(form, None, reference.latest, reference)
    return When(form, reference.earliest, None, reference)


def _bounded(form: TimeForm, days: Days | None, reference: Reference | None) -> When:
    if days is None:
        return When(form)
    earliest: date | None
    latest: date | None
    earliest, latest = days
    if form.clock is not None or form.part_of_day is not None:  # "after 10 a.m. on Monday" is that Monday
        return When(form, earliest, latest, reference, days)
    match form.mod:
        case Mod.SINCE:
            latest = None
        case Mod.AFTER:
            earliest, latest = days[1] + timedelta(days=1), None
        case Mod.BY:
            earliest = None
        case Mod.BEFORE:
            earliest, latest = None, days[0] - timedelta(days=1)
    return When(form, earliest, latest, reference, days)


def _absolute(form: TimeForm, year: int) -> Days:
    match form.granularity:
        case Granularity.DAY if form.after_easter is not None:
            day = easter(year) + timedelta(days=form.after_easter)
            return day, day
        case Granularity.DAY:
            day = date(year, form.month or 1, form.day or 1)
            return day, day
        case Granularity.MONTH:
            return _months(year, form.month or 1, 1)
        case Granularity.QUARTER:
            return _months(year, 3 * (form.ordinal or 1) - 2, 3)
        case Granularity.HALF:
            return _months(year, 6 * (form.ordinal or 1) - 5, 6)
        case Granularity.SEASON:
            return _months(year, _SEASON_MONTHS[form.season or "spring"], 3)
    return date(year, 1, 1), date(year + _YEARS.get(form.granularity, 1) - 1, 12, 31)


def _in_years(form: TimeForm, years: Iterable[int]) -> Iterator[Days]:
    """Yield the days that a form names in each of some years that have them, as not all have a 29 February."""
    for year in years:
        try:
            yield _absolute(form, year)
        except ValueError:
            continue


def _relative(form: TimeForm, day: date, *, is_planned: bool) -> Days | None:
    """Place a form without a year, as seen from one day."""
    if form.kind is WhenKind.DURATION:
        return _beside(form, day)
    if (form.day is not None or form.after_easter is not None) and form.unit is None:
        nearest = _nearest_day(form, day)
        return None if nearest is None else (nearest, nearest)
    if form.weekday is not None and form.month is None:
        return _weekday(form, day, is_planned=is_planned)
    if form.unit in _SHORT:
        return day, day
    if form.unit is not None and form.count is not None:
        return _shifted(form, day, form.unit, int(form.count))
    match form.granularity:
        case Granularity.MONTH if form.month:
            return _bare_month(form, day, is_planned=is_planned)
        case Granularity.QUARTER | Granularity.HALF | Granularity.SEASON:
            return _bare_part(form, day, is_planned=is_planned)
        case Granularity.WEEKEND:
            return _shifted(form, day, "weekend", 0 if is_planned or day.weekday() >= _SATURDAY else -1)
    return None


def _beside(form: TimeForm, day: date) -> Days | None:
    """Place a stretch that starts or ends with the day of the article: "the next four years", "the last 3 months"."""
    if form.direction == 0 or form.unit is None or form.count is None or int(form.count) != form.count:
        return None
    if form.unit in _SHORT:
        return day, day
    if form.unit == "hour":
        return None  # it may have begun the day before
    if form.unit == "quarter":  # those of the calendar
        day = _months(day.year, 3 * ((day.month - 1) // 3) + 1 + (3 if form.direction > 0 else 0), 3)[0]
    other = _moved(day, form.unit, int(form.count) * form.direction)
    last = timedelta(days=1)
    return (day, other - last) if form.direction > 0 else (other, day - last)


def _weekday(form: TimeForm, day: date, *, is_planned: bool) -> Days:
    """Place a weekday: bare, the latest not after the day; with "last" or "next", the one strictly before or after."""
    weekday = form.weekday or 0
    back = (day.weekday() - weekday) % 7
    if form.ordinal is not None or form.count == 0:  # "Monday of next week", "this Monday"
        found = day - timedelta(days=day.weekday()) + timedelta(days=weekday, weeks=int(form.count or 0))
    elif form.count is None:
        found = day + timedelta(days=(7 - back) % 7) if is_planned else day - timedelta(days=back)
    elif form.count < 0:
        found = day - timedelta(days=back or 7)
    else:
        found = day + timedelta(days=7 - back)
    return found, found


def _shifted(form: TimeForm, day: date, unit: str, count: int) -> Days | None:
    """Place "last week", "next year", "the second half of last year", "January this year", "three days ago"."""
    match unit:
        case "day":
            found = day + timedelta(days=count)
            return found, found
        case "week":
            monday = day - timedelta(days=day.weekday()) + timedelta(weeks=count)
            return monday, monday + timedelta(days=6)
        case "weekend":
            saturday = day - timedelta(days=day.weekday()) + timedelta(days=_SATURDAY, weeks=count)
            return saturday, saturday + timedelta(days=1)
        case "month":
            return _months(day.year, day.month + count, 1)
        case "quarter":
            return _months(day.year, 3 * ((day.month - 1) // 3) + 1 + 3 * count, 3)
        case "season":
            return _season(form.season or "spring", day, count)
        case "year":
            return _absolute(form, day.year + count)
        case "century":
            first = day.year // 100 * 100 + 100 * count
            return date(first, 1, 1), date(first + 99, 12, 31)
        case "decade":
            return date(day.year // 10 * 10 + 10 * count, 1, 1), date(day.year // 10 * 10 + 10 * count + 9, 12, 31)
    return None


def _season(name: str, day: date, count: int) -> Days:
    """Place "last summer", the last that is over; "next summer", the next to begin; "this summer"."""
    first = _SEASON_MONTHS[name]
    years = [_months(year, first, 3) for year in (day.year - 1, day.year, day.year + 1)]
    if count < 0:
        return max(days for days in [_months(day.year - 2, first, 3), *years] if days[1] < day)
    if count > 0:
        return min(days for days in years if days[0] > day)
    begun_last_year = first + 2 > _MONTHS and day.month <= first + 2 - _MONTHS
    return years[0] if begun_last_year else years[1]


def _bare_month(form: TimeForm, day: date, *, is_planned: bool) -> Days:
    """Place a month without a year: "next" or "last" as said, else the next in a plan, or the last that has begun."""
    month, year = form.month or 1, day.year
    if form.direction:
        year += (form.direction > 0 and month <= day.month) - (form.direction < 0 and month >= day.month)
    elif is_planned and month < day.month:
        year += 1
    elif not is_planned and month > day.month + (form.mod in _PARTS):  # "mid-October" may be the one to come
        year -= 1
    return _months(year, month, 1)


def _bare_part(form: TimeForm, day: date, *, is_planned: bool) -> Days:
    """Place a part of a year without its year: the nearest where plans are told, else the last that has begun."""
    years = [_absolute(form, year) for year in (day.year - 1, day.year, day.year + 1)]
    if is_planned:
        return min(years, key=lambda days: abs((day - days[0]).days + (day - days[1]).days))
    return max(days for days in years if days[0] <= day)


def _nearest_day(form: TimeForm, day: date) -> date | None:
    """Return the nearest day of that name: a day of the month with its weekday, or a day of the year.

    Measured on news: 94 % right in English, 98 % in French.
    """
    around: list[date] = []
    years = day.year - 1, day.year, day.year + 1
    if form.after_easter is not None:
        around = [easter(year) + timedelta(days=form.after_easter) for year in years]
        months: Iterable[int] = ()
    else:
        months = [form.month] if form.month is not None else range(1, _MONTHS + 1)
    for year in years:
        for month in months:
            try:
                around.append(date(year, month, form.day or 1))
            except ValueError:  # 29 February
                continue
    fitting = [found for found in around if form.month is not None or form.weekday in {None, found.weekday()}]
    if form.direction:
        fitting = [found for found in fitting if (found - day).days * form.direction >= 0]
    return min(fitting, key=lambda found: abs(found - day), default=None)


def _months(year: int, month: int, count: int) -> Days:
    """Return the days of `count` months; the month may lie outside 1 to 12."""
    first = date(year + (month - 1) // _MONTHS, (month - 1) % _MONTHS + 1, 1)
    last_year, last_month = year + (month + count - 2) // _MONTHS, (month + count - 2) % _MONTHS + 1
    return first, date(last_year, last_month, monthrange(last_year, last_month)[1])
