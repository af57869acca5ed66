"""Cues around a number: bounds, scope and trend, in the words of the pack."""

from __future__ import annotations

import re

from claimcheck.extract.line import Line
from claimcheck.model import Bound, Scope, Trend

__all__ = ["bound_after", "bound_before", "scope_after", "scope_before", "trend_before"]

_FILLERS = 2
_WORD_REACH = 30
"""Characters that an article and one word may take."""
_ARTICLE_AND_WORD = re.compile(r"(?<!\w)(?P<article>[^\W\d_]+) (?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)$")
_LINKS = 3


def bound_before(line: Line, start: int) -> tuple[Bound | None, int]:
    """Read a bound before the place, past filler words ("up to a mere"); return it and where it starts."""
    at = line.before_spaces(start)
    for _ in range(_FILLERS):
        cue = line.pack.bound_before.before(line.text, at)
        if cue is not None:
            return cue.value, cue.start
        filler = line.pack.bound_fillers.before(line.text, at)
        before = _described(line, at) if filler is None else filler.start
        if before is None:
            break
        at = line.before_spaces(before)
    return None, start


def _described(line: Line, end: int) -> int | None:
    """Return where an article and one word, which is no unit and no number, start before a place ("a mere")."""
    match = _ARTICLE_AND_WORD.search(line.text, max(line.start, end - _WORD_REACH), end)
    if match is None or match["article"].lower() not in line.pack.articles:
        return None
    known = (line.pack.units, line.pack.numbers.magnitudes)
    return None if any(table.get(match["word"]) is not None for table in known) else match.start()


def bound_after(line: Line, end: int) -> tuple[Bound | None, int]:
    """Read a bound after the place ("or more"); return it and where it ends."""
    hit = line.pack.bound_after.after(line.text, line.past_spaces(end))
    return (None, end) if hit is None else (hit.value, hit.end)


def scope_after(line: Line, end: int) -> tuple[Scope | None, int]:
    """Read a scope after the place ("at a time"); return it and where it ends."""
    hit = line.pack.scope_after.after(line.text, line.past_spaces(end))
    return (None, end) if hit is None else (hit.value, hit.end)


def scope_before(line: Line, start: int) -> Scope | None:
    """Read a scope before the place ("tranches of")."""
    hit = line.pack.scope_before.before(line.text, line.before_spaces(start))
    return hit.value if hit is not None and hit.value is Scope.INSTALMENT else None


def trend_before(line: Line, start: int) -> tuple[Trend | None, bool]:
    """Read a word of rise or fall before the place; the flag says that the number is the change itself."""
    at, is_change, is_level = line.before_spaces(start), False, False
    for _ in range(_LINKS):
        scope = line.pack.scope_before.before(line.text, at)
        is_change = is_change or (scope is not None and scope.value is Scope.CHANGE)
        if (trend := line.pack.trend.before(line.text, at)) is not None:
            return trend.value, is_change and not is_level
        link = line.pack.trend_links.before(line.text, at)
        if link is None:
            break
        is_level = is_level or link.value
        at = line.before_spaces(link.start)
    return None, False
