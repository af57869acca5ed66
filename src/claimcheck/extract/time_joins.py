"""Times that are one: "3 days after January 12", "5 p.m. on Friday", "from May to June"."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.extract.time_forms import whole_count
from claimcheck.extract.time_span import PLACED, TimeSpan
from claimcheck.lang import Pack, Tokens
from claimcheck.model import Granularity, Mod, TimeForm, WhenKind

__all__ = ["joined"]

_LINKS = 3
"""Tokens between a time of day and its day."""
_FROM = {None, Mod.SINCE, Mod.START, Mod.MID, Mod.END}
_TO = {None, Mod.BY, Mod.START, Mod.MID, Mod.END}


def joined(spans: list[TimeSpan], tokens: Tokens, pack: Pack) -> list[TimeSpan]:
    """Return the spans with those that are one put together."""
    found: list[TimeSpan] = []
    for span in spans:
        found.append(span)
        while len(found) > 1 and (both := _both(found[-2], found[-1], tokens, pack)) is not None:
            found[-2:] = [both]
    return found


def _both(left: TimeSpan, right: TimeSpan, tokens: Tokens, pack: Pack) -> TimeSpan | None:
    if right.first - left.past > _LINKS:
        return None
    form = (
        _counted_from(left, right, tokens, pack)
        or _on_day(left, right, tokens, pack)
        or _week_of(left, right, tokens, pack)
        or _stretch(left, right, tokens, pack)
    )
    if form is None:
        return None
    return TimeSpan(left.start, right.end, form, left.first, right.past)


def _links(tokens: Tokens, first: int, end: int, pack: Pack) -> list[set[str]] | None:
    """Return the classes of each word between two places, None where some word has none that links."""
    found, at = [], first
    while at < end:
        kinds = {(kind, past) for kind, past, _ in pack.times.at(tokens, at) if kind in _LINKING and past <= end}
        if not kinds:
            return None
        at = max(past for _, past in kinds)
        found.append({kind for kind, past in kinds if past == at})
    return found


_LINKING = frozenset({"fr", "to", "and", "on", "the", "c", "of", "hy"})


def _counted_from(left: TimeSpan, right: TimeSpan, tokens: Tokens, pack: Pack) -> TimeForm | None:
    """Read "three weeks after January 12", "two days before yesterday"."""
    length, named = left.form, right.form
    if length.count is None or named.kind not in PLACED:
        return None
    links = _links(tokens, left.past, right.first, pack)
    is_close = links is not None and (not links or (len(links) == 1 and "the" in links[0]))
    is_after = length.kind is WhenKind.VAGUE and length.direction and is_close  # "three days after"
    is_from = length.kind is WhenKind.DURATION and not length.direction and named.mod is Mod.SINCE and links == []
    counted = whole_count(length.count, length.unit) if length.unit is not None else None
    if not (is_after or is_from) or counted is None:
        return None
    count, unit = counted
    return TimeForm(
        named.kind,
        named.granularity,
        unit=unit,
        count=count,
        from_text=True,
        base=replace(named, mod=None),
    )


def _week_of(left: TimeSpan, right: TimeSpan, tokens: Tokens, pack: Pack) -> TimeForm | None:
    """Read "the week of April 10": the week that holds the day."""
    length, day = left.form, right.form
    is_week = length.kind is WhenKind.DURATION and length.unit == "week" and length.count == 1 and not length.direction
    if not is_week or day.granularity is not Granularity.DAY or day.kind is not WhenKind.POINT or day.from_text:
        return None
    links = _links(tokens, left.past, right.first, pack)
    if links is None or len(links) != 1 or "of" not in links[0]:
        return None
    return TimeForm(
        WhenKind.INTERVAL, Granularity.WEEK, unit="week", count=0, from_text=True, base=replace(day, mod=None)
    )


def _on_day(left: TimeSpan, right: TimeSpan, tokens: Tokens, pack: Pack) -> TimeForm | None:
    """Read a time of day with its day, on either side."""
    for clock, day in ((left, right), (right, left)):
        is_clock = clock.form.from_text and (clock.form.clock or clock.form.part_of_day) and clock.form.base is None
        is_day = day.form.granularity is Granularity.DAY and day.form.kind is WhenKind.POINT and not day.form.clock
        if not (is_clock and is_day) or (day.form.from_text and day.form.base is None):
            continue
        links = _links(tokens, left.past, right.first, pack)
        if links is None or len(links) > 1 or right.form.mod not in {None, Mod.BEFORE, Mod.AFTER}:
            return None
        if links and not links[0] & ({"on", "the", "of", "fr", "btw"} | ({"c"} if clock is left else set())):
            return None
        return replace(clock.form, base=replace(day.form, mod=None), mod=clock.form.mod or day.form.mod)
    return None


def _stretch(left: TimeSpan, right: TimeSpan, tokens: Tokens, pack: Pack) -> TimeForm | None:
    """Read a stretch from one time to another: "from May to June", "between 2014 and 2018", "2 to 4 p.m."."""
    start, end = left.form, right.form
    links = _links(tokens, left.past, right.first, pack)
    if links is None:
        return None
    before = (
        [kind for kind, past, _ in pack.times.at(tokens, left.first - 1) if past == left.first] if left.first else []
    )
    is_opened = "fr" in before or start.mod is Mod.SINCE
    is_linked = any({"to", "hy"} & kinds for kinds in links) or (end.mod is Mod.BY and not links)
    is_between = "btw" in before and len(links) == 1 and "and" in links[0]
    if start.clock is not None and end.clock is not None and start.until is None:
        return replace(start, mod=None, until=end) if is_linked or is_between else None
    if not {start.kind, end.kind} <= PLACED or start.until is not None or end.until is not None:
        return None
    if start.from_text or end.from_text or start.mod not in _FROM or end.mod not in _TO:
        return None
    is_alike = start.granularity is end.granularity
    is_dashed = is_alike and start.mod is None and len(links) == 1 and "hy" in links[0]  # "June-August 1992"
    is_years = is_alike and start.granularity is Granularity.YEAR and is_linked
    if not ((is_opened and is_linked) or is_between or is_dashed or is_years):
        return None
    if start.year is not None and end.year is not None and start.year > end.year:
        return None
    if start.year is None and end.year is not None and start.month is not None:
        is_before = start.month <= (end.month or start.month)  # "November-February 2017"
        start = replace(start, year=end.year if is_before else end.year - 1)
    return replace(start, kind=WhenKind.INTERVAL, mod=None, until=replace(end, mod=None))
