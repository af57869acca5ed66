"""Ranges: two numbers that are the ends of one quantity."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.extract.line import Line
from claimcheck.extract.number import Number
from claimcheck.extract.reading import Core
from claimcheck.extract.unit import Unit
from claimcheck.extract.units import per_unit, unit_of

__all__ = ["lent_by_level", "past_level_link", "range_of"]

_DASHES = frozenset({"-", "–", "—"})
_FAR = 100
"""Ends that are a hundredfold apart are two numbers, not a range, unless words open one."""
_LEAST_WORDED = 10
"""Bare numbers below this with a word between them may be a score too ("finished 2 to 5")."""
_LEAST_DASHED = 100
"""Bare numbers below this with a dash between them are a score, not a range."""


def range_of(line: Line, number: Number, unit: Unit | None, following: Number | None) -> Core | None:
    """Join a number with the one after it, which lends it unit and magnitude: "$10 to $15 billion"."""
    if following is None or number.value is None or following.value is None:
        return None
    known = unit if unit is not None and unit.known else None
    first_end = per_unit(line, known.end, [])[1] if known is not None else number.end
    join = _joined(line, number, known, first_end, following)
    if join is None:
        return None
    second_first, is_opened, is_dashed = join
    second = _unit_of_second(line, number, following)
    if second is not None and second.first is not None and second.first != second_first:
        return None
    if known is not None and second is not None and known.name != second.name:
        return None
    if known is not None and known.first is None and second is None and not is_opened:
        return None  # "58 votes to 42": what has its unit behind it does not lend it
    is_bare = known is None and second is None and not (number.scaled or following.scaled or is_opened)
    if is_bare and (
        number.spelled is not following.spelled or not _is_bare_range(number, following, is_dashed=is_dashed)
    ):
        return None
    first = _with_shared_magnitude(number, following, is_opened=is_opened)
    if first is None:
        return None
    shared = second or known
    if shared is not None and known is not None and second is None:
        shared = replace(known, end=following.end)
    unit = None if shared is None else replace(shared, first=known.first if known else None)
    return Core(first, following, unit, is_range=True)


def past_level_link(line: Line, number: Number, end: int) -> int | None:
    """Return the index past the word that leads from a level that ends at a token to the next: "von 3 auf"."""
    link = line.words.trend_links.after(line.tokens, end)
    is_opened = line.words.numbers.range_open.before(line.tokens, number.first) is not None
    return link[0] if link is not None and link[1] and is_opened else None


def lent_by_level(line: Line, number: Number, following: Number | None) -> tuple[Number, Unit] | None:
    """Give the first of two values the magnitude and unit of the second: "stieg von 3,1 auf 3,4 Milliarden Euro"."""
    if following is None or past_level_link(line, number, number.end) != following.first:
        return None
    unit = _unit_of_second(line, number, following)
    first = _with_shared_magnitude(number, following, is_opened=True)
    return None if unit is None or unit.first is not None or first is None else (first, replace(unit, end=number.end))


def _unit_of_second(line: Line, number: Number, following: Number) -> Unit | None:
    """Read the unit of the number after another, to which nothing before that one's end belongs."""
    floor, line.floor = line.floor, number.end
    unit = unit_of(line, following)
    line.floor = floor
    return unit


def _joined(
    line: Line, number: Number, known: Unit | None, end: int, following: Number
) -> tuple[int, bool, bool] | None:
    """Return where the second end starts with its sign, whether words open the range, and whether a dash joins it."""
    tokens, words, articles = line.tokens, line.words, line.pack.articles
    joint = _past_joint(line, end, following.first)
    if joint is None:
        return None
    place, is_dashed, needs_opening = joint
    if place + 1 == following.first and tokens.lower[place] in articles:
        place += 1  # "entre un 10% y un 20%"
    if place != following.first:
        sign = words.signs.before(tokens, following.first)
        if sign is None or sign[0] != place:
            return None
    opening = known.first if known is not None and known.first is not None else number.first
    if opening > 0 and tokens.lower[opening - 1] in articles:
        opening -= 1
    is_bounded = words.bound_before.before(tokens, opening) is not None  # "cerca de 250" opens no range
    is_opened = not is_bounded and words.numbers.range_open.before(tokens, opening) is not None
    return None if needs_opening and not is_opened else (place, is_opened, is_dashed)


def _past_joint(line: Line, end: int, second: int) -> tuple[int, bool, bool] | None:
    """Return the index past what joins two ends, whether that is a dash, and whether it joins only what was opened."""
    tokens, place = line.tokens, end
    if tokens.lower[place] == "-" and tokens.is_glued(place) and not tokens.is_glued(place + 1):
        place += 1  # "24- to 30-foot"
    is_dashed = tokens.lower[place] in _DASHES
    if is_dashed or tokens.lower[place] == "~":
        place += 1
    hit = line.words.numbers.range_words.after(tokens, place)
    if hit is None:
        return None if place == end else (place, is_dashed, False)
    place, needs_opening = hit
    if tokens.lower[place] == "-" and place != second:
        place += 1
    return place, False, needs_opening


def _is_bare_range(number: Number, following: Number, *, is_dashed: bool) -> bool:
    """Whether two bare numbers are a range: "20 to 100", "1000-5000", but no score, year span or serial number."""
    low, high = number.low, following.low
    as_years = 1500 <= low <= high <= 2100  # noqa: PLR2004
    if low >= high or as_years:
        return False
    if not is_dashed:
        return low >= _LEAST_WORDED
    return low >= _LEAST_DASHED and len(str(low)) == len(str(high))


def _with_shared_magnitude(first: Number, second: Number, *, is_opened: bool) -> Number | None:
    """Give "12" in "12 to 13 billion" the magnitude of the second; None where the two cannot be one range."""
    if first.low <= 0 or second.low <= 0:
        return first
    if second.scaled and not first.scaled and first.low * second.factor <= second.high:
        return replace(first, low=first.low * second.factor, high=first.high * second.factor, scaled=True)
    return first if is_opened or second.high < first.low * _FAR else None
