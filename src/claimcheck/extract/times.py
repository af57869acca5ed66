"""Time expressions: where they stand and what their words say, before any calendar."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from claimcheck.adapters.dateparser import full_date
from claimcheck.adapters.text2num import spelled_integer
from claimcheck.extract.scan import before_spaces
from claimcheck.lang import DATE, NUMBER, YEAR, Pack, Tokens, fold
from claimcheck.model import Granularity, Mod, TimeForm, WhenKind

__all__ = ["TimeSpan", "find_times"]

_SPAN_GROUPS = ("month_span", "year_span", "year_paren", "clock_span")
"""Named groups that hold the expression itself where its pattern also asks for a word before it."""
_OFFSETS = {"ago": (-1, True), "ahead": (1, True), "earlier": (-1, False), "later": (1, False)}
"""Direction of each rule for counted periods, and whether it counts from the day of the article."""
_LEFTOVER = re.compile(
    r"\b\d{1,2}[-. ]{1,2}[^\W\d]{3,10}[-., ]{1,2}\d{4}\b|\b[^\W\d]{3,10}\.? \d{1,2}\w{0,2}[ ,]+\d{4}\b"
)
_YEAR_DIGITS = 4
_CENTURY_SPLIT = 70
"""Two-digit years from here on are of the 1900s, as in POSIX strptime (which splits at 69)."""


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time as written, at its place; `start` includes a cue such as "since"."""

    start: int
    end: int
    form: TimeForm


def find_times(tokens: Tokens, start: int, end: int, pack: Pack) -> list[TimeSpan]:
    """Return the time expressions among the tokens of a stretch of text, the longest where they overlap.

    Args:
        tokens: those of the text between the two offsets.
        start: where the stretch starts in the text.
        end: where it ends.
        pack: the language pack.
    """
    lexicon, text = pack.times, tokens.text
    present = _kinds(tokens)
    if lexicon.openers.isdisjoint(present) and lexicon.trigger.search(text, start, end) is None:
        return []  # only the slower search sees a word inside another ("Montagabend")
    held = sum(1 << place for place, words in enumerate(lexicon.classes) if not words.isdisjoint(present))
    found: list[TimeSpan] = []
    for hit in lexicon.vague.find(text, start, end) if not lexicon.vague_tokens.isdisjoint(present) else ():
        form = TimeForm(WhenKind.VAGUE, Granularity.DAY, direction=hit.value)
        found.append(TimeSpan(hit.start, hit.end, form))
    for time in lexicon.patterns:
        if time.needs & ~held:
            continue
        for match in time.pattern.finditer(text, start, end):
            form_read = _read(time.rule, match.groupdict(), pack)
            if form_read is not None:
                group = next((name for name in _SPAN_GROUPS if match.groupdict().get(name)), 0)
                found.append(TimeSpan(match.start(group), match.end(group), form_read))
    kept = _longest(found)
    if YEAR in present:
        kept = _longest(_leftovers(text, start, end, pack), kept)
    return [_with_cue(text, span, pack) for span in kept]


def _kinds(tokens: Tokens) -> set[str]:
    """Return the tokens of a text, with what kinds of number it holds."""
    present = set(tokens.present)
    digits = [word for word in present if "0" <= word[:1] <= "9"]
    if digits:
        present.add(NUMBER)
        if any(len(word) == _YEAR_DIGITS and "15" <= word[:2] <= "20" for word in digits):
            present.add(YEAR)
        if "/" in present or any(word.count(".") > 1 for word in digits):
            present.add(DATE)
    return present


def _longest(spans: list[TimeSpan], taken: list[TimeSpan] | None = None) -> list[TimeSpan]:
    """Return spans that do not overlap, nor touch any that is `taken`, the longest first; from left to right."""
    kept = list(taken or ())
    for span in sorted(spans, key=lambda s: s.start - s.end):
        place = bisect_left(kept, span.end, key=_start)
        # of those that start left of its end, only the last can reach into it
        if place == 0 or kept[place - 1].end <= span.start:
            kept.insert(place, span)
    return kept


def _start(span: TimeSpan) -> int:
    return span.start


def _leftovers(text: str, start: int, end: int, pack: Pack) -> list[TimeSpan]:
    """Ask dateparser about full dates in forms that no pattern of the pack has."""
    found = []
    for match in _LEFTOVER.finditer(text, start, end):
        day = full_date(match.group(), pack.code)
        if day is not None:
            form = TimeForm(WhenKind.POINT, Granularity.DAY, year=day.year, month=day.month, day=day.day)
            found.append(TimeSpan(match.start(), match.end(), form))
    return found


def _with_cue(text: str, span: TimeSpan, pack: Pack) -> TimeSpan:
    """Take in a word before the time that bounds it ("since 2019", "by Friday")."""
    if span.form.mod is not None or span.form.kind is WhenKind.VAGUE:
        return span
    before = before_spaces(text, span.start)
    for table, mod in ((pack.times.since, Mod.SINCE), (pack.times.by, Mod.BY), (pack.times.approx, Mod.APPROX)):
        if (hit := table.before(text, before)) is not None:
            return TimeSpan(hit.start, span.end, replace(span.form, mod=mod))
    return span


def _read(rule: str, groups: Mapping[str, str | None], pack: Pack) -> TimeForm | None:
    """Turn the named groups of a match into what they say."""
    words = {name: fold(text) for name, text in groups.items() if text}
    if rule in _OFFSETS:
        return _offset(words, rule, pack)
    if rule == "set":
        unit = pack.times.units[words["unit"]] if "unit" in words else "week"
        return TimeForm(WhenKind.SET, Granularity(unit), unit=unit, count=1)
    lexicon = pack.times
    if rule == "clock":
        return _clock(words, pack)
    mod = Mod(lexicon.parts[words["part"]]) if "part" in words else None
    year = int(words["year"]) if "year" in words else _short_year(words.get("short_year"))
    if rule == "day_word":
        return TimeForm(WhenKind.POINT, Granularity.DAY, unit="day", count=lexicon.days[words["dayword"]])
    if rule == "decade":
        return TimeForm(WhenKind.INTERVAL, Granularity.DECADE, year=int(words["decade"]), mod=mod)
    granularity, parts = _calendar_parts(rule, words, pack)
    if granularity is None:
        return None
    kind = WhenKind.POINT if granularity is Granularity.DAY else WhenKind.INTERVAL
    shift = _shift(words, pack)
    if shift is not None:
        unit = parts.pop("unit", None)
        unit = "year" if "year_word" in words else unit
        return TimeForm(kind, granularity, unit=unit, count=shift, mod=mod, **parts)
    parts.pop("unit", None)
    return TimeForm(kind, granularity, year=year, mod=mod, **parts)


def _shift(words: Mapping[str, str], pack: Pack) -> int | None:
    if "shift" in words:
        return pack.times.shifts[words["shift"]]
    return 0 if {"this_unit", "year_word"} & words.keys() or ("unit" in words and "part" in words) else None


def _calendar_parts(rule: str, words: Mapping[str, str], pack: Pack) -> tuple[Granularity | None, dict[str, Any]]:
    """Return how fine the time is, and the fields of the form that the words fill."""
    lexicon = pack.times
    month = lexicon.months.get(words.get("month", "")) or (
        int(words["month_number"]) if "month_number" in words else None
    )
    weekday = lexicon.weekdays[words["weekday"]] if "weekday" in words else None
    match rule:
        case "date":
            return Granularity.DAY, {"month": month, "day": int(words["day"]), "weekday": weekday}
        case "month":
            return Granularity.MONTH, {"month": month, "unit": "year"}
        case "half":
            return Granularity.HALF, {"ordinal": lexicon.halves[words["half"]]}
        case "quarter":
            return Granularity.QUARTER, {"ordinal": lexicon.quarters[words["quarter"]]}
        case "season":
            return Granularity.SEASON, {"season": lexicon.seasons[words["season"]], "unit": "season"}
        case "weekday":
            return Granularity.DAY, {"weekday": weekday}
        case "year":
            return Granularity.YEAR, {}
        case "relative" if weekday is not None:
            return Granularity.DAY, {"weekday": weekday, "unit": "week"}
        case "relative":
            unit = lexicon.units[words.get("this_unit") or words["unit"]]
            return Granularity(unit), {"unit": unit}
    return None, {}


def _clock(words: Mapping[str, str], pack: Pack) -> TimeForm:
    """Read a time of day, with its weekday or day word where it has one."""
    half = pack.times.halves_of_day.get(words.get("clock_half", ""), 0)
    hour = int(words["clock_hour"]) % (12 if half or "clock_half" in words else 24) + half
    clock = f"{hour:02d}:{words.get('clock_minute', '00')}"
    if "weekday" in words:
        return TimeForm(WhenKind.POINT, Granularity.DAY, weekday=pack.times.weekdays[words["weekday"]], clock=clock)
    if "dayword" in words:
        count = pack.times.days[words["dayword"]]
        return TimeForm(WhenKind.POINT, Granularity.DAY, unit="day", count=count, clock=clock)
    return TimeForm(WhenKind.POINT, Granularity.HOUR, clock=clock)


def _offset(words: Mapping[str, str], rule: str, pack: Pack) -> TimeForm | None:
    """Read "three days ago": the number may be spelled, or an article.

    "Three days later" is counted from another event, not from the day of the article, so it stays off the calendar.
    """
    direction, is_anchored = _OFFSETS[rule]
    text = words["n"]
    count = int(text) if text.isdecimal() else 1 if text in pack.articles else spelled_integer(text, pack.code)
    if count is None:
        return None
    unit = pack.times.units[words["unit"]]
    granularity = Granularity(unit)
    if not is_anchored:
        return TimeForm(WhenKind.VAGUE, granularity, unit=unit, count=direction * count)
    kind = WhenKind.POINT if granularity is Granularity.DAY else WhenKind.INTERVAL
    return TimeForm(kind, granularity, unit=unit, count=direction * count, direction=direction)


def _short_year(text: str | None) -> int | None:
    if text is None:
        return None
    year = int(text)
    century = 100
    if year >= century:
        return year
    return year + (1900 if year >= _CENTURY_SPLIT else 2000)
