"""Quantities: a number with its currency or unit, what it is per, its bound, trend and scope.

The grammar around a number, each part optional and in the words of the language pack:

    quantity := [trend] [bound] [filler] [sign] NUMBER [range NUMBER] [unit | noun phrase] [per unit] [scope] [bound]
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.extract.cues import bound_after, bound_before, scope_after, scope_before, trend_before
from claimcheck.extract.line import Line
from claimcheck.extract.numbers import Number, find_numbers
from claimcheck.extract.ranges import range_of
from claimcheck.extract.times import TimeSpan
from claimcheck.extract.units import Unit, each_of, per_unit, unit_of
from claimcheck.lang import Pack, fold
from claimcheck.model import Bound, Quantity, Scope

__all__ = ["QuantitySpan", "find_quantities"]

_APPOSITION = re.compile(r"[^\W\d][\w’'-]+, $")
_SCORE = re.compile(r"[-–][0-9]")
_NAMED = re.compile(r"(?P<name>[^\W\d_]*[A-Z][\w’'-]*) $")
_NAME_REACH = 24
_MAX_AGE = 115
_HUNDRED = Decimal(100)
_LEAST_BARE_VAGUE = 10**11
"""A vague count of nothing ("billions in funding") is a figure of speech below hundreds of billions."""


@dataclass(frozen=True, slots=True)
class QuantitySpan:
    """A quantity at its place.

    `measure` is the counted noun with its modifiers, as written, where there is one; `each` is a noun that the quantity
    may belong to one by one ("10 gigawatt sites").
    """

    start: int
    end: int
    quantity: Quantity
    measure: str | None = None
    each: str | None = None


def find_quantities(text: str, start: int, end: int, pack: Pack, times: list[TimeSpan]) -> list[QuantitySpan]:
    """Return the quantities between two places of a text, from left to right; numbers inside `times` are left out."""
    line = Line(text, start, end, pack, tuple((time.start, time.end) for time in times))
    numbers = [number for number in find_numbers(text, start, end, pack) if not line.is_time(number.start, number.end)]
    found = [QuantitySpan(hit.start, hit.end, _exact(*hit.value)) for hit in pack.spans.find(text, start, end)]
    done = start
    for index, number in enumerate(numbers):
        following = numbers[index + 1] if index + 1 < len(numbers) else None
        if number.start >= done and (quantity := _quantity(line, number, following)) is not None:
            found.append(quantity)
            done = quantity.end
    return sorted(found, key=lambda span: span.start)


def _exact(value: Decimal, unit: str) -> Quantity:
    return Quantity(value, value, value, unit, significant=len(value.as_tuple().digits))


def _quantity(line: Line, number: Number, following: Number | None) -> QuantitySpan | None:
    """Read everything around a number; None where it is no claim."""
    unit = _share(line, number) if number.is_share else unit_of(line, number)
    if _is_aged(line, number, unit) or (unit is None and _is_age(line, number)):
        return QuantitySpan(number.start, number.end, _exact(number.low, "year"), measure="age")
    pair = None if _is_step(line, number, unit) else range_of(line, number, unit, following)
    if pair is None and (share := _ratio(line, number, following)) is not None:
        return share
    first, last = (pair.first, pair.last) if pair is not None else (number, number)
    unit = pair.unit if pair is not None else unit
    start = unit.start if unit is not None and unit.start is not None else first.start
    end = max(unit.end if unit is not None else last.end, last.end)
    if pair is not None:
        opened = line.pack.numbers.range_open.before(line.text, line.before_spaces(start))
        bound, start = None, opened.start if opened is not None else start
    else:
        bound, start = _bound(line, number, start)
    trend, is_change = trend_before(line, start)
    per, end = per_unit(line, end) if unit is not None else (None, end)
    scope, end = scope_after(line, end)
    scope = scope or scope_before(line, start)
    if bound is None:
        bound, end = bound_after(line, end)
    if bound is None and number.is_about:
        bound = Bound.ABOUT
    if _is_no_claim(line, number, unit, informative=bool(bound or trend or pair or per)):
        return None
    quantity = replace(_stated(first, last, unit, bound, per), trend=trend)
    if quantity.scope is Scope.TOTAL:
        fallback = Scope.CHANGE if is_change else Scope.SHARE if _is_share(line, number, unit, end) else Scope.TOTAL
        quantity = replace(quantity, scope=scope or fallback)
    each = each_of(line, number, unit) if unit is not None and per is None else None
    return QuantitySpan(start, end, quantity, unit.measure if unit is not None else None, each)


def _ratio(line: Line, number: Number, following: Number | None) -> QuantitySpan | None:
    """Read "one in five", or "1 in 5 voters": a share in percent."""
    if following is None or number.value is None or following.value is None:
        return None
    between = line.text[number.end : following.start].strip()
    if line.pack.numbers.ratio.get(between) is None or not 0 < number.value < following.value <= _HUNDRED:
        return None
    counted = unit_of(line, following)
    measure = counted.measure if counted is not None else None
    if measure is None and not number.spelled:
        return None
    percent = round(number.value * _HUNDRED / following.value, 1)
    quantity = Quantity(percent, percent, percent, "percent", scope=Scope.SHARE, significant=2)
    return QuantitySpan(number.start, following.end, quantity, measure)


def _share(line: Line, number: Number) -> Unit:
    """Read "a quarter of the voters": a share, with what it is a share of as its measure."""
    counted = unit_of(line, number)
    return Unit("percent", number.end, measure=counted.measure if counted is not None else None)


def _is_share(line: Line, number: Number, unit: Unit | None, end: int) -> bool:
    """Whether a quantity is a part of a whole: "a quarter", or "60 percent of" something."""
    if unit is None or unit.name != "percent":
        return False
    return number.is_share or line.pack.scope_of.after(line.text, line.past_spaces(end)) is not None


def _is_step(line: Line, number: Number, unit: Unit | None) -> bool:
    """Whether a number is the change in "rose by $4 to $12": both have their unit, so they are two quantities."""
    if unit is None or not unit.known:
        return False
    _, is_change = trend_before(line, unit.start if unit.start is not None else number.start)
    return is_change


def _bound(line: Line, number: Number, start: int) -> tuple[Bound | None, int]:
    """Read the bound before a number, also where the unit stands before both ("a magnitude of at least 5.9")."""
    bound, place = bound_before(line, start)
    if bound is None and start < number.start:
        bound, _ = bound_before(line, number.start)
    return bound, place


def _stated(first: Number, last: Number, unit: Unit | None, bound: Bound | None, per: str | None) -> Quantity:
    """Put the parts together: which ends the bound leaves open."""
    name = unit.name if unit is not None else ""
    if per is not None and not name.endswith(f"/{per}"):
        name = f"{name}/{per}"
    below = name.partition("/")[2] or None
    scope = Scope.RATE if below is not None else Scope.TOTAL
    low, high = min(first.low, last.low), max(first.high, last.high)
    if low != high or first is not last:
        kind = Bound.RANGE if first is not last else Bound.VAGUE
        return Quantity(None, low, high, name, kind, per=below, scope=scope, significant=last.significant)
    bound = bound or Bound.EXACT
    ends = (
        None if bound in {Bound.AT_MOST, Bound.LESS_THAN} else low,
        None if bound in {Bound.AT_LEAST, Bound.MORE_THAN} else high,
    )
    return Quantity(low, *ends, name, bound, per=below, scope=scope, significant=first.significant)


def _is_aged(line: Line, number: Number, unit: Unit | None) -> bool:
    """Whether a word for age stands before a number that no unit of time follows: "aged 19 won the race"."""
    is_time = unit is not None and unit.name in line.pack.times.units.values()
    return not is_time and line.pack.ages_before.before(line.text, line.before_spaces(number.start)) is not None


def _is_age(line: Line, number: Number) -> bool:
    """Whether a bare number between a name and a comma is an age: "Ann Lee, 41, of Norrby"."""
    value = number.value
    if value is None or number.spelled or not 1 <= value <= _MAX_AGE or value != value.to_integral_value():
        return False
    named = _APPOSITION.search(line.text, max(line.start, number.start - 40), number.start)
    return named is not None and line.text[number.end : number.end + 1] in {",", ".", ")", ";"}


def _follows_name(line: Line, number: Number) -> bool:
    """Whether a number stands right after a capitalised word inside a sentence, as a model does: "Fabrik 737"."""
    match = _NAMED.search(line.text, max(line.start, number.start - _NAME_REACH), number.start)
    if match is None or fold(match.group("name")) in line.pack.predicates:
        return False
    return match.start() > line.start and line.text[match.start() - 1 : match.start()] == " "


def _is_no_claim(line: Line, number: Number, unit: Unit | None, *, informative: bool) -> bool:
    """Whether a number is part of a name, a pronoun, a back reference, or counts nothing at all."""
    pack, before = line.pack, line.before_spaces(number.start)
    is_loose = unit is None or not unit.known
    named = pack.name_before.before(line.text, before)
    if named is not None and (is_loose or line.text[named.start].isupper()):
        return True
    if is_loose and not number.spelled and not number.scaled and _follows_name(line, number):
        return True
    if pack.furniture.after(line.text, line.past_spaces(number.end)) is not None:
        return True
    if unit is None and _SCORE.match(line.text, number.end):
        return True
    if line.text[number.start : number.end].lower() in pack.ones:
        word = line.word(line.past_spaces(number.end))
        return is_loose or pack.one_is_article or (word is not None and fold(word.group()) in pack.one_pronoun)
    if unit is None and number.value is None:
        return number.high < _LEAST_BARE_VAGUE
    if (
        number.spelled
        and unit is not None
        and (is_loose or unit.name in pack.back_nouns)
        and pack.definite.before(line.text, before) is not None
    ):
        return True  # "the two companies" points back at them, it does not count them
    if number.is_share or number.scaled:
        return False
    return unit is None and not informative
