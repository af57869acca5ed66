"""Times: as written (`TimeForm`) and on the calendar (`When`).

The text forms are EDTF (ISO 8601-2:2019, with its codes for quarters and halves) and TIMEX3 (ISO 24617-1).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from claimcheck.model.article import DateBasis

__all__ = ["SESSIONS", "Granularity", "Mod", "Reference", "TimeForm", "TimeMention", "TimeRelation", "When", "WhenKind"]

_EDTF_QUARTER = 32
_EDTF_HALF = 39
_EDTF_SEASON = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_TIMEX_SEASON = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
_TIMEX_UNIT = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "weekend": "WE", "week": "W", "month": "M",
    "quarter": "Q", "half": "H", "year": "Y", "decade": "E", "century": "C",
}  # fmt: skip
_REFERENCES = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_YEARS_IN = {"E": 10}
_MONTHS_IN_QUARTER = 3
_MONTHS_IN_HALF = 6
_MONTHS_IN_YEAR = 12
_CLOCK_SLACK = 5
"""Minutes by which two times of day may differ and be the same; twice as many where one is approximate."""


class WhenKind(StrEnum):
    """What sort of time an expression names."""

    POINT = "point"
    INTERVAL = "interval"
    DURATION = "duration"
    SET = "set"
    VAGUE = "vague"


class Granularity(StrEnum):
    """How fine a time is stated."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


_MONTHS_OF = {
    Granularity.MONTH: (1, 1),
    Granularity.QUARTER: (_MONTHS_IN_QUARTER, 1),
    Granularity.SEASON: (_MONTHS_IN_QUARTER, 3),
    Granularity.HALF: (_MONTHS_IN_HALF, 1),
    Granularity.YEAR: (_MONTHS_IN_YEAR, 1),
    Granularity.DECADE: (10 * _MONTHS_IN_YEAR, 1),
}
"""How many months one has, and the first month of the year in which one begins."""


_LONG = frozenset({Granularity.MONTH, Granularity.QUARTER, Granularity.SEASON, Granularity.HALF, Granularity.YEAR})


class Mod(StrEnum):
    """What modifies a time."""

    START = "start"
    MID = "mid"
    END = "end"
    APPROX = "approx"
    SINCE = "since"
    AFTER = "after"
    BY = "by"
    BEFORE = "before"


SESSIONS = ("premarket", "early", "close", "after_hours")
"""The parts of a trading day, in their order; what says none is of its close."""
_OPENING = frozenset({Mod.SINCE, Mod.AFTER, Mod.BY, Mod.BEFORE})
"""What leaves one end of a time open."""


class TimeRelation(StrEnum):
    """How two times stand to each other on the calendar."""

    EQUAL = "equal"
    WITHIN = "within"
    OVERLAPS = "overlaps"
    DISJOINT = "disjoint"
    INCOMPARABLE = "incomparable"


@dataclass(frozen=True, slots=True)
class Reference:
    """The day, or span of days, that a relative time is resolved against, and how it is known."""

    earliest: date
    latest: date
    basis: DateBasis


@dataclass(frozen=True, slots=True)
class TimeForm:
    """A time as written, before any calendar.

    `unit` and `count` are the relative form: ("week", -1) is last week, ("year", 1) next year; with `year` set the form
    is absolute. `weekday` counts from Monday = 0. `ordinal` is the number of the quarter or half, `after_easter` the
    days from Easter Sunday. `direction` is -1 for the past and 1 for the future, where the words say so. For durations
    and sets `count` is how many `unit`s, None for an open number. `part_of_day` is a code of TIMEX3 ("MO", "EV").

    `from_text` marks a time that is told by another in the text ("the same day", "a year earlier", a time of day), and
    `base` is that other where it is known; with a base, `ordinal` and `count` pick a part of it ("the first nine months
    of 2025"). `until` is the end of a stretch of which this form is the beginning. `planned` says that the words around
    speak of the future. `clock` is a time of day ("14:30"), `zone` the words for its time zone, `session` a part of the
    trading day, one of `SESSIONS`.
    """

    kind: WhenKind
    granularity: Granularity
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    ordinal: int | None = None
    season: str | None = None
    unit: str | None = None
    count: int | Decimal | None = None
    direction: int = 0
    mod: Mod | None = None
    clock: str | None = None
    zone: str | None = None
    part_of_day: str | None = None
    from_text: bool = False
    base: TimeForm | None = None
    until: TimeForm | None = None
    planned: bool = False
    after_easter: int | None = None
    session: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A time on the calendar as far as it is known.

    `earliest` and `latest` are inclusive days, None where that end is open or unknown. `reference` is the day that a
    relative form was resolved against; without one it stays symbolic and compares with nothing. `named` is the first
    and last day of what the words name, which a word such as "since" opens to one side.
    """

    form: TimeForm
    earliest: date | None = None
    latest: date | None = None
    reference: Reference | None = None
    named: tuple[date, date] | None = None

    @property
    def kind(self) -> WhenKind:
        """What sort of time this is."""
        return self.form.kind

    @property
    def granularity(self) -> Granularity:
        """How fine the time is stated."""
        return self.form.granularity

    @property
    def mod(self) -> Mod | None:
        """What modifies the time, if anything."""
        return self.form.mod

    @property
    def is_dated(self) -> bool:
        """Whether both ends are on the calendar."""
        return self.earliest is not None and self.latest is not None and self.kind is not WhenKind.VAGUE

    @property
    def is_open(self) -> bool:
        """Whether a word such as "by" or "since" leaves one end open and the other is on the calendar."""
        return (
            self.mod in _OPENING
            and self.kind is not WhenKind.VAGUE
            and (self.earliest is None) != (self.latest is None)
        )

    @property
    def is_long(self) -> bool:
        """Whether it is a month, a year or the like, over which things are counted."""
        return self.granularity in _LONG

    @property
    def anchor(self) -> str | None:
        """How the reference day is known, None for a time that needs none or has none."""
        return None if self.reference is None else str(self.reference.basis)

    @property
    def edtf(self) -> str | None:
        """The time as EDTF; None where it is not on the calendar.

        >>> form = TimeForm(WhenKind.INTERVAL, Granularity.HALF, year=2026, ordinal=2)
        >>> When(form, date(2026, 7, 1), date(2026, 12, 31)).edtf
        '2026-41'
        """
        if self.earliest is None and self.latest is None:
            return None
        if self.earliest is None or self.latest is None or self.mod in _OPENING:
            ends = (end.isoformat() if end else ".." for end in (self.earliest, self.latest))
            return "/".join(ends)
        code = self._calendar_code()
        if code is None:
            return f"{self.earliest.isoformat()}/{self.latest.isoformat()}"
        return f"{code}~" if self.mod is Mod.APPROX else code

    @property
    def timex3_type(self) -> str:
        """The TIMEX3 type: DATE, TIME, DURATION or SET."""
        if self.kind in {WhenKind.DURATION, WhenKind.SET}:
            return self.kind.upper()
        return "TIME" if self.form.clock or self.form.part_of_day else "DATE"

    @property
    def timex3(self) -> str:
        """The TIMEX3 value."""
        if self.kind in {WhenKind.DURATION, WhenKind.SET}:
            return self._timex_period()
        first = self.named[0] if self.named is not None else self.earliest if self.latest is not None else None
        form = self.form
        if form.clock and first is None:
            return f"T{form.clock}"
        if self.kind is WhenKind.VAGUE or first is None:
            return _REFERENCES[0 if form.from_text else form.direction]
        is_part = form.base is not None and form.ordinal is not None and form.count != 1  # "the first nine months"
        if self.named is not None and form.clock is None and (form.until is not None or is_part):
            return "/".join(day.isoformat() for day in self.named)
        of_day = form.clock or form.part_of_day
        return self._timex_date(first) + (f"T{of_day}" if of_day else "")

    def relation(self, other: When) -> TimeRelation:
        """Say how this time stands to another on the calendar; unknown ends compare with nothing.

        Where nothing but the year is unknown, month and day still tell two times apart, as of one year. A word such as
        "by" leaves one end open, which is known: "by 2028" holds 2028, and 2029 is apart from it. A time of day lies
        within its day; two of one day are apart by the clock, where both name the same zone or none. Two parts of
        trading days are apart whatever the day.
        """
        sessions = self.form.session, other.form.session
        if None not in sessions and sessions[0] != sessions[1]:
            return TimeRelation.DISJOINT
        mine, theirs = self._ends(), other._ends()
        if mine is None or theirs is None:
            return self._in_any_year(other)
        if mine == theirs:
            return TimeRelation.WITHIN if sessions[0] != sessions[1] else self._by_clock(other)
        if mine[1] < theirs[0] or theirs[1] < mine[0]:
            return TimeRelation.DISJOINT
        inside = (mine[0] >= theirs[0] and mine[1] <= theirs[1]) or (theirs[0] >= mine[0] and theirs[1] <= mine[1])
        return TimeRelation.WITHIN if inside else TimeRelation.OVERLAPS

    def _ends(self) -> tuple[date, date] | None:
        """Return the first and last day, the calendar's own where that end is open; None where one is unknown."""
        if not (self.is_dated or self.is_open):
            return None
        return self.earliest or date.min, self.latest or date.max

    def _in_any_year(self, other: When) -> TimeRelation:
        """Say how two times of which one lacks the year stand to each other in whatever year; months may be of two."""
        mine, theirs = self.day_of_year, other.day_of_year
        if mine is None or theirs is None:
            return TimeRelation.INCOMPARABLE
        if mine == theirs:
            return TimeRelation.EQUAL if self.form.year == other.form.year else TimeRelation.WITHIN
        if mine[1] is None and theirs[1] is None:
            return TimeRelation.INCOMPARABLE
        is_same_month = mine[0] == theirs[0]
        return TimeRelation.WITHIN if is_same_month and None in {mine[1], theirs[1]} else TimeRelation.DISJOINT

    @property
    def day_of_year(self) -> tuple[int, int | None] | None:
        """The month, and the day where one is named; None for what is longer, relative, or only a part of a month."""
        form, first, last = self.form, self.earliest, self.latest
        if form.mod is not None or form.until is not None or form.clock is not None or form.base is not None:
            return None
        if self.is_dated and first is not None and last is not None:
            if first == last:
                return first.month, first.day
            return (first.month, None) if form.granularity is Granularity.MONTH else None
        is_named = form.month is not None and form.count is None and form.unit is None and form.year is None
        if not is_named or form.month is None or form.granularity not in {Granularity.DAY, Granularity.MONTH}:
            return None
        return form.month, form.day

    def _by_clock(self, other: When) -> TimeRelation:
        """Say how two times of the same days stand to each other by the clock."""
        mine, theirs = self.form.clock, other.form.clock
        if self.form == other.form or (mine is None and theirs is None):
            return TimeRelation.EQUAL
        if mine is None or theirs is None:
            return TimeRelation.WITHIN
        is_stretch = any(time.form.until is not None or time.mod in _OPENING for time in (self, other))
        if is_stretch or self.form.zone != other.form.zone:
            return TimeRelation.OVERLAPS
        slack = _CLOCK_SLACK * (1 + (Mod.APPROX in {self.mod, other.mod}))
        return TimeRelation.EQUAL if abs(_minutes(mine) - _minutes(theirs)) <= slack else TimeRelation.DISJOINT

    def may_be_same(self, other: When) -> bool:
        """Whether two times are a day apart and one was counted from the day of its article.

        Articles cross midnight and time zones on their way to print, so a day between "today" here and "Monday" there
        tells nothing.
        """
        if self.reference is None and other.reference is None:
            return False
        weekdays = {self.form.weekday, other.form.weekday}
        mine, theirs = self._ends(), other._ends()
        if mine is None or theirs is None or (len(weekdays) > 1 and None not in weekdays):
            return False
        if not {self.granularity, other.granularity} <= {Granularity.DAY, Granularity.HOUR}:
            return False
        return (max(mine[0], theirs[0]) - min(mine[1], theirs[1])).days == 1

    def _calendar_code(self) -> str | None:
        """The single EDTF code whose days these are, if there is one."""
        first, last, form = self.earliest, self.latest, self.form
        if first is None or last is None or form.mod in {Mod.START, Mod.MID, Mod.END}:
            return None
        if first == last:
            return first.isoformat()
        if not _is_one(form.granularity, first, last):
            return None
        match form.granularity:
            case Granularity.MONTH:
                return f"{first:%Y-%m}"
            case Granularity.QUARTER:
                return f"{first:%Y}-{_EDTF_QUARTER + 1 + (first.month - 1) // _MONTHS_IN_QUARTER}"
            case Granularity.HALF:
                return f"{first:%Y}-{_EDTF_HALF + 1 + (first.month - 1) // _MONTHS_IN_HALF}"
            case Granularity.SEASON if form.season in _EDTF_SEASON:
                return f"{first:%Y}-{_EDTF_SEASON[form.season]}"
            case Granularity.YEAR:
                return f"{first:%Y}"
            case Granularity.DECADE if first.year % 10 == 0:
                return f"{first.year // 10}X"
        return None

    def _timex_date(self, first: date) -> str:
        form = self.form
        match form.granularity:
            case Granularity.WEEK | Granularity.WEEKEND:
                year, week, _ = first.isocalendar()
                return f"{year}-W{week:02d}" + ("-WE" if form.granularity is Granularity.WEEKEND else "")
            case Granularity.MONTH:
                return f"{first:%Y-%m}"
            case Granularity.QUARTER:
                return f"{first:%Y}-Q{1 + (first.month - 1) // _MONTHS_IN_QUARTER}"
            case Granularity.HALF:
                return f"{first:%Y}-H{1 + (first.month - 1) // _MONTHS_IN_HALF}"
            case Granularity.SEASON if form.season:
                return f"{first:%Y}-{_TIMEX_SEASON[form.season]}"
            case Granularity.YEAR:
                return f"{first:%Y}"
            case Granularity.DECADE:
                return f"{first.year // 10}"
            case Granularity.CENTURY:
                return f"{first.year // 100}"
        return first.isoformat()

    def _timex_period(self) -> str:
        unit = _TIMEX_UNIT.get(self.form.unit or "", "D")
        count = "X" if self.form.count is None else self.form.count
        if unit in _YEARS_IN and not isinstance(count, str):
            unit, count = "Y", count * _YEARS_IN[unit]
        if self.kind is WhenKind.SET and self.form.weekday is not None:
            return f"XXXX-WXX-{self.form.weekday + 1}"
        return f"P{unit[0]}{count}{unit[1]}" if unit.startswith("T") else f"P{count}{unit}"


def _is_one(granularity: Granularity, first: date, last: date) -> bool:
    """Whether two days are the first and last of one month, quarter or the like of the calendar."""
    months, start = _MONTHS_OF.get(granularity, (0, 1))
    apart = (last.year - first.year) * _MONTHS_IN_YEAR + last.month - first.month
    if apart + 1 != months or (first.month - start) % min(months, _MONTHS_IN_YEAR):
        return False
    return first.day == 1 and last.day == monthrange(last.year, last.month)[1]


def _minutes(clock: str) -> int:
    """Return the minutes from midnight of a time of day."""
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression at its place in a text, whether or not a claim hangs on it."""

    start: int
    end: int
    text: str
    when: When
