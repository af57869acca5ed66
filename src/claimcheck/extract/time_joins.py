"""Times that are one: "3 days after January 12", "5 p.m. on Friday", "from May to June"."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.extract.time_span import TimeSpan
from claimcheck.lang import Pack, Tokens
from claimcheck.model import Granularity, Mod, TimeForm, WhenKind

__all__ = ["joined"]

_LINKS = 3
"""Tokens between a time of day and its day."""
_PLACED = frozenset({WhenKind.POINT, WhenKind.INTERVAL})
_FROM = {Mod.SINCE, None}


def joined(spans: list[TimeSpan], tokens: Tokens, pack: Pack) -> list[TimeSpan]:
    """Return the spans with those that are one put together."""
    found: list[TimeSpan] = []
    for span in spans:
        both = _both(found[-1], span, tokens, pack) if found else None
        if both is None:
            found.append(span)
        else:
            found[-1] = both
    return found


def _both(left: TimeSpan, right: TimeSpan, tokens: Tokens, pack: Pack) -> TimeSpan | None:
    if right.first - left.past > _LINKS:
        return None
    start = right.first
    form = (
        _counted_from(left, right, tokens, pack)
        or _on_day(left, right, tokens, pack)
        or _stretch(left, right, tokens, pack)
    )
    if form is None:
        return None
    return TimeSpan(left.start, right.end, form, left.first, max(right.past, start))


def _kinds(tokens: Tokens, first: int, end: int, pack: Pack) -> list[str] | None:
    """Return the classes of the words between two places, None where some word has none that links."""
    kinds, at = [], first
    while at < end:
        hit = next(
            ((kind, past) for kind, past, _ in pack.times.at(tokens, at) if kind in _LINKING and past <= end), None
        )
        if hit is None:
            return None
        kinds.append(hit[0])
        at = hit[1]
    return kinds


_LINKING = frozenset({"aft", "bef", "fr", "to", "and", "on", "the", "c", "of", "hy"})


def _counted_from(left: TimeSpan, right: TimeSpan, tokens: Tokens, pack: Pack) -> TimeForm | None:
    """Read "three weeks after January 12", "two days before yesterday"."""
    length, named = left.form, right.form
    if length.count is None or length.direction or length.from_text or named.kind not in _PLACED:
        return None
    kinds = _kinds(tokens, left.past, right.first, pack)
    if length.kind is WhenKind.VAGUE and length.unit is not None:  # "three days after" is read together
        if kinds not in ([], ["the"]):
            return None
        count = int(length.count)
    elif length.kind is WhenKind.DURATION and named.mod is Mod.SINCE and right.first == left.past:  # "from tomorrow"
        count = int(length.count)
    else:
        return None
    return TimeForm(
        named.kind,
        named.granularity,
        unit=length.unit,
        count=count,
        from_text=True,
        base=replace(named, mod=None),
    )


def _on_day(left: TimeSpan, right: TimeSpan, tokens: Tokens, pack: Pack) -> TimeForm | None:
    """Read a time of day with its day, on either side."""
    for clock, day in ((left, right), (right, left)):
        is_clock = clock.form.from_text and (clock.form.clock or clock.form.part_of_day) and clock.form.base is None
        is_day = day.form.granularity is Granularity.DAY and day.form.kind is WhenKind.POINT and not day.form.clock
        if not (is_clock and is_day) or (day.form.from_text and day.form.base is None):
            continue
        kinds = _kinds(tokens, left.past, right.first, pack)
        is_tied = kinds is not None and len(kinds) <= 1 and (kinds != ["c"] or clock is left)
        if not is_tied or not set(kinds or ()) <= {"on", "the", "c", "of"} or right.form.mod is not None:
            return None
        return replace(clock.form, base=replace(day.form, mod=None), mod=left.form.mod)
    return None


def _stretch(left: TimeSpan, right: TimeSpan, tokens: Tokens, pack: Pack) -> TimeForm | None:
    """Read a stretch from one time to another: "from May to June", "between 2014 and 2018"."""
    start, end = left.form, right.form
    if not {start.kind, end.kind} <= _PLACED or start.until is not None or end.until is not None:
        return None
    if start.from_text or end.from_text or end.mod not in {None, Mod.BY}:
        return None
    kinds = _kinds(tokens, left.past, right.first, pack) or []
    before = (
        [kind for kind, past, _ in pack.times.at(tokens, left.first - 1) if past == left.first] if left.first else []
    )
    is_opened = "fr" in before or start.mod is Mod.SINCE
    links = end.mod is Mod.BY or bool({"to", "hy"} & set(kinds))
    if not ((is_opened and links) or ("btw" in before and kinds == ["and"])) or start.mod not in _FROM:
        return None
    if start.granularity is not end.granularity:
        return None
    if start.year is None and end.year is not None:
        start = replace(start, year=end.year)
    return replace(start, kind=WhenKind.INTERVAL, mod=None, until=replace(end, mod=None))
