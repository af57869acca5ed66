"""Numbers printed with the group sign of another country: "2,500 chozas" in Spanish are no two and a half huts."""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.extract.line import Line, past_hyphen
from claimcheck.extract.number import Number, significant_digits
from claimcheck.extract.reading import Core
from claimcheck.extract.unit import AGE, Unit
from claimcheck.extract.units import per_unit
from claimcheck.units import is_measure

__all__ = ["regrouped"]

_GROUPED = re.compile(r"([1-9][0-9]{0,2})[.,]([0-9]{3})")
_THOUSAND = 1000
_EURO = "EUR"
"""Its countries write the sign the other way, so that "1,500 euros" may be the price of a litre in their languages."""
_TENS = 2
"""Digits before the sign from which on it is none."""


def regrouped(line: Line, core: Core) -> Core:
    """Read the decimal sign of a number as a group sign, where what it counts has no thousandth parts.

    That is any counted thing, and money where the last two digits are zeros, of millions the last one; but neither
    per something else.
    """
    unit = core.unit
    if unit is None or _is_rate(line, unit):
        return core
    low = _with_thousands(line, core.low, unit)
    high = _with_thousands(line, core.high, unit) if core.is_range else low
    return core if low is core.low and high is core.high else replace(core, low=low, high=high)


def _is_rate(line: Line, unit: Unit) -> bool:
    opened = line.words.per.after(line.tokens, past_hyphen(line.tokens, unit.end))
    if opened is None:
        return False
    is_article = opened[1]
    return not is_article or per_unit(line, unit.end, [], is_money=unit.is_money)[0] is not None


def _with_thousands(line: Line, number: Number, unit: Unit) -> Number:
    word = next((word for word in line.tokens.words[number.first : number.end] if word[0].isdigit()), "")
    printed = _GROUPED.fullmatch(word)
    if printed is None or word[-4] != line.words.numbers.decimal:
        return number
    head, tail = printed.groups()
    is_round = tail.endswith("0" if number.scaled else "00") and (unit.name != _EURO or len(head) >= _TENS)
    must_be_round = unit.is_money or number.scaled
    if not (unit.is_money or _is_counted(unit)) or (must_be_round and not is_round):
        return number
    low, high = (end.to_integral_value() for end in (number.low * _THOUSAND, number.high * _THOUSAND))
    return replace(number, low=low, high=high, significant=significant_digits(low))


def _is_counted(unit: Unit) -> bool:
    return unit.measure is not None and unit.measure != AGE and not is_measure(unit.name)
