"""Ranges: two numbers that are the ends of one quantity."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.extract.line import Line
from claimcheck.extract.numbers import Number
from claimcheck.extract.units import Unit, unit_of

__all__ = ["Range", "range_of"]

_DASH = re.compile(r"[^\S\n]?[-–—‐‑][^\S\n]?")
_THOUSAND = 1000
_FAR = 100
"""Ends that are a hundredfold apart are two numbers, not a range."""


@dataclass(frozen=True, slots=True)
class Range:
    """Two ends with the unit that they share."""

    first: Number
    last: Number
    unit: Unit | None


def range_of(line: Line, number: Number, unit: Unit | None, following: Number | None) -> Range | None:
    """Join a number with the one after it, which lends it unit and magnitude: "$10 to $15 billion"."""
    if following is None or number.value is None or following.value is None:
        return None
    known = unit if unit is not None and unit.known else None
    first_end = known.end if known is not None else number.end
    second = unit_of(line, following)
    second_start = second.start if second is not None and second.start is not None else following.start
    opening = known.start if known is not None and known.start is not None else number.start
    if second_start < first_end or not _joined(line, opening, first_end, second_start):
        return None
    if known is not None and second is not None and known.name != second.name:
        return None
    if known is not None and known.start is None and second is None:
        return None  # "58 votes to 42": what has its unit behind it does not lend it
    if known is None and second is None and not (number.scaled or following.scaled):
        return None
    first = _with_shared_magnitude(number, following)
    if first is None:
        return None
    shared = second or known
    return Range(first, following, None if shared is None else replace(shared, start=known.start if known else None))


def _joined(line: Line, opening: int, start: int, end: int) -> bool:
    """Whether what stands between two numbers makes them a range."""
    between = line.text[start:end]
    if _DASH.fullmatch(between):
        return True
    needs_opening = line.pack.numbers.range_words.get(between.strip(" -\u00a0\u202f"))
    if needs_opening is None:
        return False
    return not needs_opening or line.pack.numbers.range_open.before(line.text, line.before_spaces(opening)) is not None


def _with_shared_magnitude(first: Number, second: Number) -> Number | None:
    """Give "12" in "12 to 13 billion" the magnitude of the second; None where the two cannot be one range."""
    if first.low <= 0 or second.low <= 0:
        return first
    if second.scaled and not first.scaled:
        factor = Decimal(1)
        while first.low * factor * _THOUSAND <= second.high:
            factor *= _THOUSAND
        return replace(first, low=first.low * factor, high=first.high * factor)
    return first if second.high < first.low * _FAR else None
