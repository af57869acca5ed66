"""Ages that no unit follows: "aged 19 won the race", "Ann Lee, 41, of Norrby", "she is 41"."""

from __future__ import annotations

from claimcheck.extract.cues import bound_before
from claimcheck.extract.line import CLOSERS, Line
from claimcheck.extract.number import Number
from claimcheck.extract.reading import Core, Reading, exact, stated_quantity
from claimcheck.extract.unit import AGE, AGED, MAX_AGE, Unit
from claimcheck.lang import Pos

_QUALIFIERS = Pos.ADP | Pos.SCONJ | Pos.CCONJ
_ADULT = 10
"""Below it a number that a preposition follows may be a score: "he is 3 under"."""

__all__ = ["another_age", "stated_age", "unit_of_ages"]


def stated_age(line: Line, number: Number, unit: Unit | None) -> Reading | None:
    """Read an age that no unit follows: "aged 19 won the race", "Ann Lee, 41, of Norrby", "she was 41 when ..."."""
    is_time = unit is not None and unit.name.split("_")[0] in AGED
    is_stated = not is_time and line.words.ages_before.before(line.tokens, number.first) is not None
    is_alone = unit is None and _follows_name_and_comma(line, number)
    if not is_stated and not is_alone and not _is_said_of_person(line, number, unit):
        return None
    bound, first = bound_before(line, number.first)
    quantity = stated_quantity(Core(number, number, Unit("year_of_age", number.end)), bound)
    return Reading(first, number.end, quantity, AGE)


def unit_of_ages(line: Line, span: Core) -> Unit | None:
    """Return the unit of a range of ages: "aged 19 to 25", "aged between 20 and 30"; None where it is none."""
    at = span.low.first
    opened = line.words.numbers.range_open.before(line.tokens, at)
    places = (at, at if opened is None else opened[0])
    is_stated = any(line.words.ages_before.before(line.tokens, place) is not None for place in places)
    if not is_stated or (span.unit is not None and span.unit.name != "year"):
        return None
    return Unit("year_of_age", span.high.end if span.unit is None else span.unit.end, measure=AGE)


def another_age(line: Line, last: Reading, number: Number) -> Reading | None:
    """Read the second of two ages: "brothers aged 58 and 61"."""
    hit = line.words.numbers.range_words.after(line.tokens, last.end)
    if hit is None or not hit[1] or hit[0] != number.first or not 1 <= number.low == number.high <= MAX_AGE:
        return None
    if line.words.units.after(line.tokens, number.end) is not None or line.words.nouns.after(line.tokens, number.end):
        return None
    return Reading(number.first, number.end, exact(number.low, last.quantity.unit), AGE)


def _is_said_of_person(line: Line, number: Number, unit: Unit | None) -> bool:
    """Whether "she is" or the like stands before a bare number, and its clause ends or is qualified after it."""
    has_words = unit is not None and (unit.first is not None or unit.end > number.end)
    if has_words or number.value is None or not 1 <= number.value <= MAX_AGE or number.scaled:
        return False
    _, first = bound_before(line, number.first)
    if line.words.ages_said_of.before(line.tokens, first) is None:
        return False
    tokens, small = line.tokens, line.pack.syntax.small
    is_qualified = bool(small.get(tokens.lower[number.end], 0) & _QUALIFIERS) and number.value >= _ADULT
    return tokens.words[number.end] in CLOSERS or is_qualified


def _follows_name_and_comma(line: Line, number: Number) -> bool:
    """Whether a bare number stands between a name and a comma."""
    value, tokens, at = number.value, line.tokens, number.first
    if value is None or number.spelled or not 1 <= value <= MAX_AGE or value != value.to_integral_value():
        return False
    is_named = at > 1 and tokens.words[at - 1] == "," and tokens.words[at - 2][0].isupper()
    return is_named and tokens.words[at - 2].isalpha() and tokens.words[number.end] in CLOSERS
