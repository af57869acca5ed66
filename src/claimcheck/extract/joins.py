"""Two quantities that are one: "five feet two inches", "15 euros 50", "over 20 and up to 35", "7 crowns ($1)"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claimcheck.extract.line import CLOSERS, Line
from claimcheck.extract.number import Number, both_ends
from claimcheck.extract.reading import LOWER, UPPER, Reading, bounded
from claimcheck.extract.units import per_unit, unit_of
from claimcheck.model import Bound, Scope
from claimcheck.units import is_measure

__all__ = ["between_bounds", "in_brackets", "with_cents", "with_part", "with_rate"]

_PERCENT = "percent"
_HUNDRED = Decimal(100)
_CENTS = 2
"""Digits of the cents in "15 euros 50"."""


def with_part(line: Line, whole: Reading, part: Reading) -> Reading | None:
    """Add the smaller unit to the larger before it: "five feet two inches", "3 dollars and 50 cents"."""
    tokens, place = line.tokens, whole.end
    value, added = whole.quantity.value, part.quantity.value
    known = line.words.parts_of_units.get(part.quantity.unit)
    if known is None or value is None or added is None or part.number is None or whole.number is None:
        return None
    name, count = known
    fits = whole.is_money if name == "currency" else whole.quantity.unit == name
    if not fits or whole.number.scaled or not 0 < added < count or part.quantity.bound is not Bound.EXACT:
        return None
    while place < part.first and (tokens.lower[place] in line.words.numbers.joiners or tokens.lower[place] == ","):
        place += 1
    if place not in {part.first, part.number.first} and line.words.numbers.range_words.after(tokens, place) != (
        part.first,
        True,
    ):
        return None
    both, _ = both_ends(value + (added / count).copy_sign(value))
    quantity = whole.quantity
    ends = (None if quantity.low is None else both, None if quantity.high is None else both)
    return replace(
        whole,
        end=part.end,
        quantity=replace(quantity, value=both, low=ends[0], high=ends[1], significant=len(both.as_tuple().digits)),
    )


def with_cents(line: Line, whole: Reading, part: Number) -> Reading | None:
    """Add the bare hundredths after a whole amount: "15 euros 50", "15 dollars and 50", "1 metro 85"."""
    tokens, place, value = line.tokens, whole.end, whole.quantity.value
    if value is None or whole.number is None or whole.number.scaled or value != value.to_integral_value():
        return None
    hit = line.words.numbers.range_words.after(tokens, place)
    place = hit[0] if hit is not None and hit[1] else place
    is_printed = part.end == part.first + 1 and len(tokens.words[part.first]) == _CENTS
    if part.first != place or part.low != part.high or not 0 < part.low < _HUNDRED or not (is_printed or part.spelled):
        return None
    floor, line.floor = line.floor, whole.end
    unit, line.floor = unit_of(line, part), floor
    if unit is not None:
        return None
    if hit is not None and tokens.lower[part.end] not in CLOSERS:
        return None
    both = value + (part.low / _HUNDRED).copy_sign(value)
    ends = (None if whole.quantity.low is None else both, None if whole.quantity.high is None else both)
    quantity = replace(whole.quantity, value=both, low=ends[0], high=ends[1], significant=len(both.as_tuple().digits))
    return replace(whole, end=part.end, quantity=quantity)


def in_brackets(line: Line, stated: Reading, again: Reading) -> Reading:
    """Give what restates a quantity its trend and scope, and an equivalent in brackets its bound as well.

    "4 cents, or 2 percent" is a change where the cents are one, "over 7 million crowns ($1.1 million)" a lower bound.
    """
    is_bracketed = line.tokens.words[stated.end] in {"(", "/"} and again.first == stated.end + 1
    if _is_change_again(line, stated, again, is_bracketed=is_bracketed):
        return _with_change(stated, again)
    one, other = stated.quantity, again.quantity
    if not is_bracketed or not ((again.is_money and stated.is_money) or is_measure(other.unit, one.unit)):
        return again
    again = _with_change(stated, again)
    has_bound = other.bound is not Bound.EXACT or one.bound in {Bound.RANGE, Bound.VAGUE}
    if has_bound or other.unit == one.unit:
        return again
    return replace(again, quantity=bounded(again.quantity, one.bound))


def _is_change_again(line: Line, stated: Reading, again: Reading, *, is_bracketed: bool) -> bool:
    """Whether a percentage tells a change once more: "4 cents, or 2 percent", "4 cents (2 percent)"."""
    if stated.quantity.scope is not Scope.CHANGE or not _is_percentage(again):
        return False
    told = line.words.restating.after(line.tokens, stated.end + (line.tokens.words[stated.end] == ","))
    return is_bracketed or (told is not None and _starts(again, told[0]))


def _with_change(stated: Reading, again: Reading) -> Reading:
    one, other = stated.quantity, again.quantity
    scope = Scope.CHANGE if one.scope is Scope.CHANGE else other.scope
    return replace(again, quantity=replace(other, trend=other.trend or one.trend, scope=scope))


def _starts(reading: Reading, place: int) -> bool:
    return place == reading.first or (reading.number is not None and place + 1 == reading.number.first)


def _is_percentage(reading: Reading) -> bool:
    return reading.quantity.unit == _PERCENT and reading.quantity.scope is not Scope.SHARE


def with_rate(
    line: Line, stated: Reading, again: Reading, times: list[tuple[int, int]]
) -> tuple[Reading, Reading] | None:
    """Give an amount and its equivalent in brackets what both are per: "200 crowns ($20) a month"."""
    tokens, close = line.tokens, again.end
    is_restated = tokens.words[stated.end] == "(" and again.first == stated.end + 1 and tokens.words[close] == ")"
    if not is_restated or not again.is_money or not stated.is_money:
        return None
    per, end = per_unit(line, close + 1, times, is_money=True)
    if per is None or stated.quantity.per or again.quantity.per:
        return None
    line.floor = end
    first, second = (
        replace(r, quantity=replace(r.quantity, unit=f"{r.quantity.unit}/{per}", per=per, scope=Scope.RATE))
        for r in (stated, again)
    )
    return first, second


def between_bounds(line: Line, lower: Reading, upper: Reading) -> Reading | None:
    """Join two opposite bounds into a range: "greater than 20 and less than 35"."""
    one, other = lower.quantity, upper.quantity
    if one.value is None or other.value is None or (one.unit and other.unit and one.unit != other.unit):
        return None
    tokens, place = line.tokens, lower.end
    if {one.bound, other.bound} - LOWER - UPPER or (one.bound in LOWER) == (other.bound in LOWER):
        return None
    if tokens.lower[place] == ",":
        place += 1
    if (joint := line.words.numbers.range_words.after(tokens, place)) is not None:
        place = joint[0]
    elif tokens.lower[place] in line.pack.clause_breaks:
        place += 1
    low, high = (one, other) if one.bound in LOWER else (other, one)
    if place != upper.first or place == lower.end or low.value is None or high.value is None or low.value >= high.value:
        return None
    quantity = replace(
        other, value=None, low=low.value, high=high.value, unit=one.unit or other.unit, bound=Bound.RANGE
    )
    return replace(upper, first=lower.first, quantity=quantity, measure=lower.measure or upper.measure)
