"""Quantities: a number with its currency or unit, what it is per, its bound, trend and scope.

The grammar around a number, each part optional and in the words of the language pack:

    quantity := [trend] [bound] [filler] [sign] NUMBER [range NUMBER] [unit | noun phrase] [per unit] [scope] [bound]

Two of them may be one: "greater than 20 and up to 35" is a range, "five feet two inches" a length.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.extract.ages import another_age, stated_age, unit_of_ages
from claimcheck.extract.cues import (
    bound_after,
    bound_before,
    compared,
    scope_after,
    scope_before,
    trend_after,
    trend_before,
)
from claimcheck.extract.digits import sign_before
from claimcheck.extract.grouped import regrouped
from claimcheck.extract.joins import between_bounds, in_brackets, with_cents, with_part, with_rate
from claimcheck.extract.line import Line
from claimcheck.extract.no_claims import is_no_claim
from claimcheck.extract.number import Number
from claimcheck.extract.numbers import find_numbers
from claimcheck.extract.ranges import lent_by_level, past_level_link, range_of
from claimcheck.extract.reading import Core, Reading, exact, stated_quantity
from claimcheck.extract.shares import is_part_of_whole, ratio, share_unit
from claimcheck.extract.time_span import TimeSpan
from claimcheck.extract.unit import AGE, PERIODS, Unit
from claimcheck.extract.units import each_of, per_unit, unit_of
from claimcheck.lang import Pack, Tokens
from claimcheck.model import Bound, Quantity, Scope

__all__ = ["QuantitySpan", "find_quantities"]

_HALF = Decimal("0.5")
_METER = "meter"
"""The unit whose hundredths may stand bare after it as those of money do: "1 metro 85"."""
_CHANGING = frozenset({"percent", "percentage_point", "basis_point", "cent", "centime", "penny", "point"})
"""Units whose amount may be followed by its direction: "a 3 percent drop"."""
_STEPS = frozenset({"percentage_point", "basis_point"})
"""Units of differences alone."""
_TEMPERATURES = frozenset({"degC", "degF", "degree"})
_SENTENCE_ENDS = frozenset({".", "!", "?", ";"})
_LIST_REACH = 4
"""Tokens to the next number of a list with hyphens left open: "four-, five- and six-cylinder"."""
_LIST_LENGTH = 12
"""Numbers of such a list at most."""


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


def find_quantities(tokens: Tokens, pack: Pack, times: list[TimeSpan]) -> list[QuantitySpan]:
    """Return the quantities of a stretch of text, from left to right; numbers inside `times` are left out."""
    line = Line(tokens, pack)
    taken = _token_spans(tokens, times)
    numbers = find_numbers(tokens, pack, taken)
    if taken:
        numbers = [number for number in numbers if not _is_taken(number.first, number.end, taken)]
    line.numbers = numbers
    has_spans = not tokens.present.isdisjoint(pack.quantities.spans.openers())
    readings = [span for span in _spans(line) if not _is_taken(span.first, span.end, taken)] if has_spans else []
    index, last = 0, None
    while index < len(numbers):
        number = numbers[index]
        index += 1
        if number.first < line.floor:
            continue
        following = numbers[index] if index < len(numbers) else None
        reading = _quantity(line, number, following, taken, last)
        if last is not None and last.measure == AGE:
            reading = another_age(line, last, number) or reading
        if reading is None:
            continue
        is_split = reading.is_money or reading.quantity.unit == _METER
        if is_split and following is not None and (cents := with_cents(line, reading, following)) is not None:
            reading = cents
        if last is not None:
            reading = in_brackets(line, last, reading)
        line.floor, line.change = reading.end, reading.quantity if reading.quantity.scope is Scope.CHANGE else None
        if (
            last is not None
            and (joined := with_part(line, last, reading) or between_bounds(line, last, reading)) is not None
        ):
            readings[-1] = reading = joined
        elif last is not None and (rates := with_rate(line, last, reading, taken)) is not None:
            readings[-1], reading = rates
            readings.append(reading)
        else:
            readings.append(reading)
        last = reading
    found = [
        QuantitySpan(tokens.starts[r.first], tokens.ends[_last(tokens, r)], r.quantity, r.measure, r.each)
        for r in readings
    ]
    return sorted(found, key=lambda span: span.start) if has_spans else found


def _last(tokens: Tokens, reading: Reading) -> int:
    """Return the index of the last token of a quantity; the full stop of a sentence is none of it ("4.2 mln.")."""
    last = reading.end - 1
    return last - 1 if reading.end == tokens.count and tokens.words[last] == "." else last


def _is_taken(first: int, end: int, spans: list[tuple[int, int]]) -> bool:
    """Whether a stretch of tokens touches one of the spans, which stand in order and apart."""
    place = bisect_left(spans, (end, 0)) - 1
    return place >= 0 and spans[place][1] > first


def _token_spans(tokens: Tokens, times: list[TimeSpan]) -> list[tuple[int, int]]:
    """Return the token spans of time expressions."""
    return [(bisect_right(tokens.ends, time.start), bisect_left(tokens.starts, time.end)) for time in times]


def _spans(line: Line) -> list[Reading]:
    """Read the words that are number and unit at once: "decade-long"."""
    found, done, openers = [], 0, line.words.spans.openers()
    for at, word in enumerate(line.tokens.lower):
        if word in openers and at >= done and (hit := line.words.spans.after(line.tokens, at)) is not None:
            end, (value, unit) = hit
            done = end
            found.append(Reading(at, end, exact(value, unit), None))
    return found


def _quantity(
    line: Line, number: Number, following: Number | None, times: list[tuple[int, int]], last: Reading | None
) -> Reading | None:
    """Read everything around a number; None where it is no claim."""
    unit = share_unit(line, number) if number.is_share else _unit(line, number, following)
    if unit is None and last is not None:
        unit = _elided(line, number, last)
    if unit is None and (lent := lent_by_level(line, number, following)) is not None:
        number, unit = lent
    if (age := stated_age(line, number, unit)) is not None:
        span = range_of(line, number, None, following)
        known = None if span is None else unit_of_ages(line, span)
        if span is None or known is None:
            return age
        return _around(line, Core(span.low, span.high, known, is_range=True), number, times)
    if (behind := _past_bound(line, number)) is not None:
        return _around(line, behind, number, times)
    pair = None if _is_step(line, number, unit) else range_of(line, number, unit, following)
    if pair is not None:
        return _around(line, replace(pair, unit=pair.unit or unit_of_ages(line, pair)), number, times)
    if (share := ratio(line, number, following)) is not None:
        return share
    if unit is not None and unit.name in _TEMPERATURES:
        number, unit = _below_zero(line, number, unit)
    return _around(line, Core(number, number, unit), number, times)


def _past_bound(line: Line, number: Number) -> Core | None:
    """Read the bound that stands between a number and its unit: "200 or more people"."""
    bound, place = bound_after(line, number.end)
    if bound is None or number.is_share:
        return None
    unit = unit_of(line, replace(number, end=place))
    return None if unit is None or unit.first is not None else Core(number, number, unit, bound=bound)


def _around(line: Line, core: Core, number: Number, times: list[tuple[int, int]]) -> Reading | None:
    """Read the cues before and after a number and its unit; None where they make no claim."""
    core, unit = regrouped(line, core), core.unit
    core, begin, end = _extent(line, core)
    bound, begin = _bound(line, number, begin) if not _tells_length(line, core, begin) else (None, begin)
    bound = core.bound or bound
    is_changing = unit is not None and unit.name in _CHANGING
    is_step = unit is not None and unit.name in _STEPS
    trend, is_change = trend_before(line, begin, is_changing=is_changing, is_told=is_step)
    if _is_former(line, number, end):
        trend, is_change = None, False
    per, end = per_unit(line, end, times, is_money=unit.is_money) if unit is not None else (None, end)
    scope, end = scope_after(line, end)
    scope = scope or scope_before(line, begin)
    if (halved := _with_half(line, core, end)) is not None:
        core, end = halved
    if bound is None or bound is Bound.ABOUT:
        after, end = bound_after(line, end)
        bound = after or bound or (Bound.ABOUT if number.is_about else None)
    link = line.words.trend_links.before(line.tokens, begin) if trend is None else None
    is_level = link is not None and link[1]
    may_change = trend is None and (is_changing or (unit is not None and unit.is_money))
    if (may_change or (trend is None and is_level)) and (direction := trend_after(line, begin, end)) is not None:
        trend, is_change = direction, not is_level  # "auf 14 gestiegen"
    elif trend is None and is_changing and (direction := compared(line, begin, end)) is not None:
        trend, is_change, scope = direction, False, scope or Scope.TOTAL  # "6 % de plus" is no share of a whole
    informative = bool(bound or trend or core.is_range or per or halved is not None)
    if is_no_claim(line, number, unit, bound=Bound.RANGE if core.is_range else bound, informative=informative):
        return None
    if scope is None:
        scope = (
            Scope.CHANGE
            if is_change
            else Scope.SHARE
            if is_part_of_whole(line, number, unit, begin, end)
            else Scope.TOTAL
        )
    quantity = stated_quantity(core, bound, per, trend, scope)
    each = each_of(line, number, unit) if unit is not None and per is None else None
    measure, is_money = (unit.measure, unit.is_money) if unit is not None else (None, False)
    return Reading(begin, end, quantity, measure, each, number, is_money)


def _tells_length(line: Line, core: Core, begin: int) -> bool:
    """Whether what might bound a time leads from the amount before to it: "5 million over two years"."""
    lasting = line.words.lasting.before(line.tokens, begin)
    return lasting is not None and 0 < line.floor == lasting[0] and core.unit is not None and core.unit.name in PERIODS


def _is_former(line: Line, number: Number, end: int) -> bool:
    """Whether a quantity is the level that a change started from: "sank von 15 auf 12 Prozent"."""
    level = past_level_link(line, number, end)
    return level is not None and line.tokens.words[level][:1].isdigit()


def _extent(line: Line, core: Core) -> tuple[Core, int, int]:
    """Return a number multiplied by a magnitude that its unit brings, with the tokens that both take."""
    unit, numbers = core.unit, line.words.numbers
    begin = unit.first if unit is not None and unit.first is not None else core.low.first
    end = max(unit.end if unit is not None else core.high.end, core.high.end)
    if unit is not None and unit.factor is not None:
        core = replace(core, low=_times(core.low, unit.factor), high=_times(core.high, unit.factor))
        if unit.end >= end and (hit := numbers.magnitudes.after(line.tokens, end)) is not None:
            end = hit[0]
    elif unit is not None and unit.first is not None and not core.is_range:
        begin, is_negative = sign_before(line.tokens, begin, line.pack)
        number = _times(core.low, Decimal(-1)) if is_negative else core.low  # "-$5"
        core = replace(core, low=number, high=number)
    if core.is_range and (opened := numbers.range_open.before(line.tokens, begin)) is not None:
        begin = opened[0]
    return core, begin, end


def _with_half(line: Line, core: Core, end: int) -> tuple[Core, int] | None:
    """Return a number with the half that follows its unit, and where it ends: "an hour and a half"."""
    half = line.words.numbers.and_half.after(line.tokens, end)
    if half is None or core.unit is None or core.is_range:
        return None
    low, high = core.low.low + _HALF.copy_sign(core.low.low), core.high.high + _HALF.copy_sign(core.high.high)
    significant = None if core.low.significant is None else core.low.significant + 1
    number = replace(core.low, low=low, high=high, significant=significant)
    return replace(core, low=number, high=number), half[0]


def _unit(line: Line, number: Number, following: Number | None) -> Unit | None:
    """Return the unit of a number, where need be that of the whole it is a part of, or of a list it stands in."""
    if following is not None:
        tokens, end = line.tokens, number.end
        part = line.words.partitives.after(tokens, end)
        if part is not None and part[0] == following.first:  # "40 million of the 3 billion crowns"
            whole = unit_of(line, following)
            return None if whole is None else replace(whole, end=end, first=None)
        if (last := _last_of_list(line, number)) is not None:
            shared = unit_of(line, last)
            return None if shared is None or shared.first is not None else replace(shared, end=end)
    return unit_of(line, number)


def _last_of_list(line: Line, number: Number) -> Number | None:
    """Return the number that ends a list of numbers with hyphens left open: "four-, five- and six-cylinder engines"."""
    tokens, last = line.tokens, number
    first = bisect_left(line.numbers, number.end, key=lambda other: other.first)
    for following in line.numbers[first : first + _LIST_LENGTH]:
        end = last.end
        is_open = tokens.lower[end] == "-" and tokens.is_glued(end)
        is_open = is_open and (not tokens.is_glued(end + 1) or tokens.words[end + 1] == ",")
        if not is_open or following.first - end > _LIST_REACH:
            break
        last = following
    return None if last is number else last


def _elided(line: Line, number: Number, last: Reading) -> Unit | None:
    """Return the noun that "another 70" or "70 more" leaves out: the one counted before it in the sentence."""
    tokens, unit = line.tokens, last.quantity.unit
    others = line.words.followers
    if others.before(tokens, number.first) is None and others.after(tokens, number.end) is None:
        return None
    is_counted = bool(unit) and last.measure is not None and not last.is_money and last.quantity.scope is Scope.TOTAL
    is_near = not any(word in _SENTENCE_ENDS for word in tokens.words[last.end : number.first])
    return Unit(unit, number.end) if is_counted and is_near and last.measure != AGE else None


def _times(number: Number, factor: Decimal) -> Number:
    is_scaled = number.scaled or factor > 1
    return replace(number, low=number.low * factor, high=number.high * factor, scaled=is_scaled)


def _below_zero(line: Line, number: Number, unit: Unit) -> tuple[Number, Unit]:
    """Read the sign of a temperature that stands apart: "- 20 degrees Fahrenheit", "12 degrees below zero"."""
    tokens, at = line.tokens, number.first
    if (after := line.words.numbers.minus_after.after(tokens, unit.end)) is not None and number.low > 0:
        return replace(number, low=-number.low, high=-number.high), replace(unit, end=after[0])
    if number.low <= 0 or at <= line.floor or tokens.words[at - 1] != "-" or tokens.is_glued(at - 1):
        return number, unit
    return replace(number, first=at - 1, low=-number.low, high=-number.high), unit


def _is_step(line: Line, number: Number, unit: Unit | None) -> bool:
    """Whether a number is the change in "rose by $4 to $12": both have their unit, so they are two quantities."""
    if unit is None or not unit.known:
        return False
    _, is_change = trend_before(line, unit.first if unit.first is not None else number.first)
    return is_change


def _bound(line: Line, number: Number, first: int) -> tuple[Bound | None, int]:
    """Read the bound before a number, also where the unit stands before both ("a magnitude of at least 4.6")."""
    bound, place = bound_before(line, first)
    if bound is None and first < number.first:
        bound, inner = bound_before(line, number.first)
        place = min(place, inner)  # "cerca de 10 a 15": the word that opens a range ends the bound
    return bound, place
