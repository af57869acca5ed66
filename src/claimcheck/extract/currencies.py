"""Currencies beside a number: "US$4", "4 euros", "milliards de dollars", "75 USD million"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.extract.line import Line, past_hyphen, past_link
from claimcheck.extract.number import Number
from claimcheck.extract.unit import DOLLAR, Unit
from claimcheck.lang import Tokens

__all__ = ["money_unit", "money_word_before"]

_LEAST_NAMED = 10
"""A number below this after the name of a currency is no amount of it: "won 3-2"."""


def money_unit(line: Line, number: Number) -> Unit | None:
    """Read a currency before ("US$4") or after the number ("4 euros", "milliards de dollars")."""
    tokens, words = line.tokens, line.words
    before = words.signs_before.before(tokens, number.first)
    if before is not None and words.signs.before(tokens, number.first) is None:  # "PS38,700", but not "the PS5"
        before = before if number.scaled or number.low >= _LEAST_NAMED else None
    if before is not None and before[0] >= line.floor:
        first, (name, factor) = before
        named = words.currencies.after(tokens, number.end)
        if name == DOLLAR and named is not None:  # "$5,000 pesos"
            return Unit(named[1], named[0], first=first, is_money=True)
        if name == DOLLAR and (mark := words.dollar_marks.after(tokens, number.end)) is not None:
            return Unit(mark[1], mark[0], first=first, is_money=True)
        end = _past_second_sign(line, number.end, name)
        return Unit(
            name, end, first=first, is_money=True, factor=factor if factor != 1 else _magnitude_after(line, number, end)
        )
    place = past_hyphen(tokens, number.end)
    for start in (place, past_link(line, number)):
        if start is None:
            continue
        word = words.currencies.after(tokens, start)
        measure = words.units.after(tokens, start)
        if word is not None and (number.scaled or measure is None or measure[0] < word[0]):
            # "361 million pounds" are money, "208 pounds" a weight
            return Unit(word[1], word[0], is_money=True, factor=_magnitude_after(line, number, word[0]))
        if (sign := words.signs.after(tokens, start)) is not None and not _opens_number(tokens, sign[0]):
            end, (name, factor) = sign
            return Unit(name, end, is_money=True, factor=factor if factor != 1 else _magnitude_after(line, number, end))
    return None


def _opens_number(tokens: Tokens, at: int) -> bool:
    """Whether a number hangs on the sign before it, so that the sign is its own: "1 $5 stamp"."""
    return tokens.is_glued(at) and tokens.words[at][0].isdigit() and not tokens.is_glued(at - 1)


def _past_second_sign(line: Line, end: int, name: str) -> int:
    """Return the index past a currency that is written twice: "$10 dollars"."""
    hit = line.words.currencies.after(line.tokens, end)
    if hit is not None and hit[1] == name:
        return hit[0]
    sign = line.words.signs.after(line.tokens, end)
    if sign is not None and sign[1][0] == name and not line.tokens.words[sign[0]][:1].isdigit():
        return sign[0]
    return end


def _magnitude_after(line: Line, number: Number, end: int) -> Decimal | None:
    """Return the magnitude after a currency: "75 USD million"."""
    if number.scaled:
        return None
    hit = line.words.numbers.magnitudes.after(line.tokens, end)
    return None if hit is None or line.words.numbers.words.get(line.tokens.lower[end]) is not None else hit[1]


def money_word_before(line: Line, number: Number) -> Unit | None:
    """Read a currency in words right before a number that has no other unit: "dollar 22.5 million"."""
    before = line.words.currencies.before(line.tokens, number.first)
    if before is None or before[0] < line.floor or number.spelled or number.low < _LEAST_NAMED:
        return None
    return Unit(before[1], number.end, first=before[0], is_money=True)
