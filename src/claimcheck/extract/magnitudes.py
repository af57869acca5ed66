"""What multiplies a number that stands before it: magnitude words and letters, dozens, and a half."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.extract.number import Number
from claimcheck.lang import NumberLexicon, Pack, QuantityLexicon, Tokens

__all__ = ["collective_after", "letters_after", "with_magnitude"]

_MOST_MAGNITUDES = 4
"""Magnitudes that one number has at most: "a hundred thousand million"."""
_LOOK_BACK = 4
"""Tokens that the first end of a range may take between a currency sign and the second end."""


def with_magnitude(tokens: Tokens, number: Number, pack: Pack) -> Number:
    """Add a half and multiply by the magnitudes that follow: "two and a half million", "dos millones y medio"."""
    quantities = pack.quantities
    lexicon = quantities.numbers
    at, factor, half = number.end, Decimal(1), Decimal(0)
    if (hit := lexicon.and_half.after(tokens, at)) is not None:
        at, half = hit[0], Decimal("0.5")
    if number.low != 1 or number.spelled:
        grouped = collective_after(tokens, number, lexicon) if at == number.end else None
        scale = lexicon.magnitudes.after(tokens, at)
        if grouped is not None and (scale is None or grouped.end >= scale[0]):
            number, at = grouped, grouped.end
    begin = at
    for _ in range(_MOST_MAGNITUDES):
        place = at + 1 if tokens.lower[at] == "-" and tokens.is_glued(at) else at
        magnitude = lexicon.magnitudes.after(tokens, place)
        if magnitude is None:
            break
        at, factor = magnitude[0], factor * magnitude[1]
    if at == begin and (letters := letters_after(tokens, number.first, at, pack)) is not None:
        at, factor = letters
    if at > begin and not half and (hit := lexicon.and_half.after(tokens, at)) is not None:
        at, half = hit[0], Decimal("0.5")
    if at > number.end:
        half *= number.factor  # "un million et demi" is one and a half million
        number.low, number.high = (number.low + half) * factor, (number.high + half) * factor
        number.end, number.scaled, number.factor = at, number.scaled or factor > 1, number.factor * factor
        number.significant = number.significant + 1 if number.significant and half else number.significant
    return number


def collective_after(tokens: Tokens, number: Number, lexicon: NumberLexicon) -> Number | None:
    """Multiply a number by a noun for a count: "two dozen", "une quarantaine"."""
    place = number.end
    for table, is_about in ((lexicon.collectives, False), (lexicon.approximate, True)):
        if (hit := table.after(tokens, place)) is not None:
            end, count = hit
            low = number.low * count
            return Number(number.first, end, low, low, 1, spelled=True, scaled=True, is_about=is_about)
    return None


def letters_after(tokens: Tokens, first: int, at: int, pack: Pack) -> tuple[int, Decimal] | None:
    """Read a short magnitude: glued on if it means nothing else, or beside a currency, or before what is counted."""
    word, quantities = tokens.words[at], pack.quantities
    factor = quantities.numbers.letters.get(word)
    if factor is None:
        return None
    glued = tokens.is_glued(at)
    lexicon = quantities.numbers
    has_decimals = lexicon.decimal in tokens.words[at - 1]
    if glued and (word in lexicon.safe_letters or (has_decimals and word in lexicon.letters_after_decimals)):
        return at + 1, factor
    if tokens.is_glued(at + 1) and tokens.words[at + 1][0].isalnum():
        return None
    if _beside_currency(tokens, first, at + 1, quantities):
        return at + 1, factor
    if not glued or tokens.is_glued(at + 1):
        return None
    counted = quantities.nouns.after(tokens, at + 1) is not None
    if counted or (word.isupper() and pack.is_plural(tokens.words[at + 1])):
        return at + 1, factor
    return None


def _beside_currency(tokens: Tokens, first: int, end: int, quantities: QuantityLexicon) -> bool:
    """Whether a currency stands before or after a number, or before the other end of its range ("$140-150m")."""
    if quantities.currencies.after(tokens, end) is not None or quantities.signs.after(tokens, end) is not None:
        return True
    before = first - 1 if first > 0 and tokens.words[first - 1] == "-" and tokens.is_glued(first) else first
    if quantities.signs_before.before(tokens, before) is not None:
        return True
    low = max(0, first - _LOOK_BACK)
    place = first - 1
    if place > low and (
        tokens.lower[place] == "-" or tokens.lower[place] == "–" or quantities.numbers.range_words.before(tokens, first)
    ):
        while place > low and not tokens.words[place][0].isdigit():
            place -= 1
        return quantities.signs_before.before(tokens, place) is not None
    return False
