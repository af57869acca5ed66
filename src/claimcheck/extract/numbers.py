"""Numbers as they are printed or spelled, before any unit.

    number    := [minus] core [half] {magnitude} [half]
    core      := digits [fraction] | fraction | words | word for a fraction or a count ("half", "dozen", "millions")
    fraction  := "1/2" | "½" | words or article, then a part ("two thirds", "a quarter")

A count without a number ("dozens of thousands") is a low and a high end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from claimcheck.extract.digits import printed_number, with_sign
from claimcheck.extract.magnitudes import collective_after, with_magnitude
from claimcheck.extract.number import VULGAR, Number, both_ends, significant_digits
from claimcheck.extract.spelled import counting_article, part_of_whole, spelled_number, vague_count, worded_number
from claimcheck.lang import NumberLexicon, Opener, Pack, Tokens

__all__ = ["find_numbers"]

_THOUSAND = 1000


def find_numbers(tokens: Tokens, pack: Pack, times: Iterable[tuple[int, int]] = ()) -> list[Number]:
    """Return the numbers of a stretch of text from left to right, not overlapping.

    Args:
        tokens: those of the stretch.
        pack: the language pack.
        times: the tokens of times, in which no number starts: the year is no part of "in 2023 12 000 people".
    """
    lexicon, taken = pack.quantities.numbers, {at for first, end in times for at in range(first, end)}
    lower = tokens.lower
    found: list[Number] = []
    done = 0
    for at in range(tokens.count):
        word = lower[at]
        if at < done or not ("0" <= word[0] <= "9" or word[0] in VULGAR or lexicon.may_open(word)) or at in taken:
            continue
        number, done = _number_at(tokens, at, pack, found[-1].end if found else 0)
        if number is not None:
            if found and _continues(tokens, found[-1], number, lexicon):
                number = _sum(found.pop(), number)
            elif found and _completes(tokens, found[-1], number, lexicon):
                number = _completed(found.pop(), number)
            found.append(number)
            done = number.end
    return found


def _continues(tokens: Tokens, whole: Number, rest: Number, lexicon: NumberLexicon) -> bool:
    """Whether a number goes on with the next magnitude: "2 milhões e 300 mil"."""
    if not (whole.scaled and rest.scaled) or rest.high >= whole.factor or rest.low <= 0 or whole.low != whole.high:
        return False
    between = tokens.lower[whole.end : rest.first]
    return not between or (len(between) == 1 and between[0] in lexicon.joiners and between[0] != "-")


def _completes(tokens: Tokens, thousands: Number, rest: Number, lexicon: NumberLexicon) -> bool:
    """Whether digits go on with a word for thousand before them, and share their magnitude: "2 mil 500 millones"."""
    at = rest.first
    if thousands.end != at or tokens.lower[at - 1] not in lexicon.before_digits or thousands.value is None:
        return False
    is_below = not rest.scaled or rest.factor > _THOUSAND
    is_printed = rest.value is not None and tokens.words[at].isdecimal() and rest.low / rest.factor < _THOUSAND
    return is_printed and is_below and thousands.low > 0 and not thousands.low % _THOUSAND


def _completed(thousands: Number, rest: Number) -> Number:
    value = thousands.low * rest.factor + rest.low
    significant = significant_digits(thousands.low + rest.low / rest.factor)
    return replace(
        thousands, end=rest.end, low=value, high=value, significant=significant, scaled=True, factor=rest.factor
    )


def _sum(whole: Number, rest: Number) -> Number:
    ends = (whole.low + rest.low.copy_sign(whole.low), whole.high + rest.high.copy_sign(whole.high))
    low, high = sorted(ends)  # below zero those of a vague count change places
    return replace(whole, end=rest.end, low=low, high=high, significant=significant_digits(low), factor=rest.factor)


def _number_at(tokens: Tokens, at: int, pack: Pack, floor: int) -> tuple[Number | None, int]:
    """Read the number that a token opens; also return the index from which to read on where it opens none."""
    word = tokens.lower[at]
    if "0" <= word[0] <= "9":
        return printed_number(tokens, at, pack)
    if word[0] in VULGAR:
        over, under = VULGAR[word[0]]
        number = Number(at, at + 1, *both_ends(Decimal(over) / under), 2)
        return with_sign(tokens, with_magnitude(tokens, number, pack), pack), at + 1
    kind = pack.quantities.numbers.openers.get(word, Opener.WORD)
    if kind is Opener.WORD:
        return spelled_number(tokens, at, pack), at + 1
    if at > 0 and tokens.is_glued(at) and tokens.words[at - 1][-1].isalnum():
        return None, at + 1
    if kind is Opener.PART:
        has_article = at > floor and tokens.lower[at - 1] in pack.articles
        return part_of_whole(tokens, at, pack, has_article=has_article), at + 1
    if kind in _ALONE:
        return _ALONE[kind](tokens, at, pack), at + 1
    return _counted_off(tokens, at, pack, kind) if at > floor else None, at + 1


_ALONE = {Opener.ARTICLE: counting_article, Opener.DECIMAL: worded_number, Opener.VAGUE: vague_count}
"""How a number is read that its first token alone opens."""


def _counted_off(tokens: Tokens, at: int, pack: Pack, kind: Opener) -> Number | None:
    """Read a magnitude or a noun for a count after an article: "a million", "a dozen"."""
    if tokens.lower[at - 1] not in pack.articles:
        return None
    if (longer := spelled_number(tokens, at, pack)) is not None and longer.end > at + 1:
        return replace(longer, first=at - 1)  # "a hundred and fifty"
    number = Number(at - 1, at, Decimal(1), Decimal(1), 1, spelled=True)
    if kind is Opener.COLLECTIVE:
        grouped = collective_after(tokens, number, pack.quantities.numbers)
        return None if grouped is None else with_magnitude(tokens, grouped, pack)
    done = with_magnitude(tokens, number, pack)
    return done if done.end > at else None
