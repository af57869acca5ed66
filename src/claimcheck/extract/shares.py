"""Parts of a whole: "a quarter of the voters", "one in five", "un foyer sur quatre", "a 60 percent stake"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claimcheck.extract.cues import bound_before
from claimcheck.extract.line import Line, past_link
from claimcheck.extract.number import Number, both_ends
from claimcheck.extract.reading import Core, Reading, stated_quantity
from claimcheck.extract.unit import Unit
from claimcheck.extract.units import unit_of
from claimcheck.lang import Pos, VerbForm
from claimcheck.model import Scope

__all__ = ["is_part_of_whole", "ratio", "share_unit"]

_LARGEST_WHOLE = Decimal(100)
"""Above it only one of so many is surely a part of them: "1 in 200 patients", but "it sold 120 in 150 towns"."""
_FRACTION = "fraction"
_NOUN_REACH = 4
"""Tokens of what is counted between the two numbers of a ratio: "un chef d'entreprise sur trois"."""


def ratio(line: Line, number: Number, following: Number | None) -> Reading | None:
    """Read "one in five", "1 in 5 voters", "un foyer sur quatre": a part of a whole."""
    if following is None or number.value is None or following.value is None:
        return None
    if not 0 < number.value < following.value or (number.value != 1 and following.value > _LARGEST_WHOLE):
        return None
    hit = line.words.numbers.ratio.after(line.tokens, number.end)
    if hit is not None and hit[0] == following.first:
        counted = unit_of(line, following)
        measure = counted.measure if counted is not None else None
        is_ratio = measure is not None or (number.spelled and counted is None)  # no goal is "one in 150 minutes"
    else:
        measure = _counted_between(line, number, following)
        is_ratio = measure is not None
    if not is_ratio:
        return None
    value, _ = both_ends(number.value / following.value)
    bound, first = bound_before(line, number.first)
    part = replace(number, low=value, high=value, significant=2)
    unit = Unit(_FRACTION, following.end)
    quantity = stated_quantity(Core(part, part, unit), bound, scope=Scope.SHARE)
    return Reading(first, following.end, quantity, measure)


def _counted_between(line: Line, number: Number, following: Number) -> str | None:
    """Return what is counted between the two numbers of a ratio, where the second has nothing else to count."""
    tokens, end = line.tokens, following.first
    link = line.words.numbers.ratio.before(tokens, end)
    if link is None or not link[1] or not 0 < link[0] - number.end <= _NOUN_REACH:
        return None
    between = range(number.end, link[0])
    is_noun = all(
        tokens.words[at][0].isalpha() and (at > number.end or tokens.lower[at] not in line.pack.function_words)
        for at in between
    )
    after = following.end
    is_other = tokens.words[after][:1].isupper() or (
        unit_of(line, following) is not None and not _is_verb(line, tokens.lower[after])
    )
    return line.text(number.end, link[0]) if is_noun and not is_other else None


def _is_verb(line: Line, word: str) -> bool:
    """Whether a word is a verb for sure, whatever unit it might be: "uno su tre ha", "vive"."""
    syntax = line.pack.syntax
    return bool(syntax.small.get(word, 0) & Pos.AUX or syntax.verb_form(word) & VerbForm.FINITE)


def share_unit(line: Line, number: Number) -> Unit:
    """Read "a quarter of the voters": a share, with the whole as its measure; "1/4 of a mile" is no share."""
    tokens, linked = line.tokens, past_link(line, number)
    if linked is not None:
        place = linked + 1 if tokens.lower[linked] in line.pack.articles else linked
        unit = line.words.units.after(tokens, place)
        if unit is not None and not line.pack.is_plural(tokens.words[place]):
            return Unit(unit[1], unit[0])
    counted = unit_of(line, number)
    return Unit(_FRACTION, number.end, measure=counted.measure if counted is not None else None)


def is_part_of_whole(line: Line, number: Number, unit: Unit | None, begin: int, end: int) -> bool:
    """Whether a quantity is a part of a whole: "a quarter", "60 percent of" something, "a 60 percent stake"."""
    if unit is None or unit.name not in {"percent", _FRACTION}:
        return False
    words, tokens = line.words, line.tokens
    linked = words.of.before(tokens, begin)
    is_told = words.shares.after(tokens, end) or (linked is not None and words.shares.before(tokens, linked[0]))
    return number.is_share or bool(is_told) or words.of.after(tokens, end) is not None
