"""Ages that no unit follows: "aged 19 won the race", "Ann Lee, 41, of Norrby", "Jan Bos (41)"."""

from __future__ import annotations

from claimcheck.extract.cues import bound_before
from claimcheck.extract.line import CLOSERS, Line
from claimcheck.extract.number import Number
from claimcheck.extract.reading import Core, Reading, exact, stated_quantity
from claimcheck.extract.unit import AGE, AGED, MAX_AGE, Unit
from claimcheck.lang import Pos
from claimcheck.units import to_base

_QUALIFIERS = Pos.ADP | Pos.SCONJ | Pos.CCONJ
_ADULT = 10
"""Below it a number that a preposition follows may be a score: "he is 3 under"."""

_IN_NAMES = Pos.ADP | Pos.DET
_LONGEST_NAME = 6
_PARTICLE = 3
"""Letters of the small words that names hold: "van der"."""
_IN_BRACKETS = 3
"""Tokens that an age in brackets has before it at least: a name and the bracket."""

__all__ = ["another_age", "stated_age", "unit_of_ages"]


def stated_age(line: Line, number: Number, unit: Unit | None) -> Reading | None:
    """Read an age that no unit follows: "aged 19 won the race", "Ann Lee, 41, of Norrby", "she was 41 when ..."."""
    is_time = unit is not None and unit.name.split("_")[0] in AGED
    is_stated = not is_time and line.words.ages_before.before(line.tokens, number.first) is not None
    is_alone = unit is None and (_follows_name_and_comma(line, number) or _is_bracketed(line, number))
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
    """Whether a bare number stands between a name, which is no street's, and a comma."""
    tokens, at = line.tokens, number.first
    if not _may_be_age(number):
        return False
    is_named = at > 1 and tokens.words[at - 1] == "," and tokens.words[at - 2][0].isupper()
    if not is_named or not tokens.words[at - 2].isalpha() or tokens.words[number.end] not in CLOSERS:
        return False
    before = max(_name_start(line, at - 1) - 1, line.floor)
    return line.words.streets.isdisjoint(tokens.lower[before : at - 1])


def _is_bracketed(line: Line, number: Number) -> bool:
    """Whether a bare number stands in brackets after a name of two words or more, where texts print ages so."""
    tokens, at = line.tokens, number.first
    if not line.words.ages_in_brackets or not _may_be_age(number):
        return False
    if at < _IN_BRACKETS or tokens.words[at - 1] != "(" or tokens.words[number.end] != ")":
        return False
    if (noun := line.words.nouns.before(tokens, at - 1)) is not None:
        return to_base(noun[1]).unit == "person"
    if line.words.name_before.before(tokens, at - 1) is not None:
        return False  # "siehe Kapitel (3)"
    return sum(word[0].isupper() for word in tokens.words[_name_start(line, at - 1) : at - 1]) > 1


def _may_be_age(number: Number) -> bool:
    value = number.value
    return value is not None and not number.spelled and 1 <= value <= MAX_AGE and value == value.to_integral_value()


def _name_start(line: Line, end: int) -> int:
    """Return where the words of a name that ends at a token start: capitalised ones, and "van der" between them."""
    tokens, small, first = line.tokens, line.pack.syntax.small, end
    for at in range(end - 1, max(line.floor, end - _LONGEST_NAME) - 1, -1):
        word = tokens.words[at]
        is_particle = len(word) <= _PARTICLE or small.get(word, 0) & _IN_NAMES
        if not word.isalpha() or not (word[0].isupper() or is_particle):
            break
        first = at
    return first
