"""Numbers that claim nothing: labels, scores, articles, back references, page furniture."""

from __future__ import annotations

from claimcheck.extract.line import Line
from claimcheck.extract.number import Number
from claimcheck.extract.unit import Unit
from claimcheck.lang import Tokens, predicate_group
from claimcheck.model import Bound

__all__ = ["is_no_claim"]

_LEAST_BARE_VAGUE = 10**11
"""A vague count of nothing ("billions in funding") is a figure of speech below hundreds of billions."""
_ONE_COUNTS = frozenset({"percent", "percentage_point", "year"})
"""Units of which an article counts one: "un pour cent", "pendant un an"."""
_LABEL = 4
"""Digits without a group sign that may be a year, a clock time or a label."""
_LEAST_BARE = 1000
"""A bare number with neither decimals, bound nor trend says something by its size alone from here on."""


def is_no_claim(line: Line, number: Number, unit: Unit | None, *, bound: Bound | None, informative: bool) -> bool:
    """Whether a number is part of a name, a pronoun, a back reference, or counts nothing at all."""
    words, pack, tokens = line.words, line.pack, line.tokens
    is_letter = (
        unit is not None
        and unit.end == number.end + 1
        and len(tokens.words[number.end]) == 1
        and tokens.words[number.end].isalpha()
    )
    is_loose = unit is None or not unit.known or is_letter
    named = words.name_before.before(tokens, number.first)
    opened = words.bound_before.before(tokens, number.first)
    if named is not None and (opened is None or opened[0] >= named[0]):  # "the top 40", but "to top 40"
        is_name = tokens.words[named[0]][0].isupper() and not pack.has_capitals
        if is_loose or is_name:
            return True
    if is_loose and not number.spelled and not number.scaled and _is_label(line, number, unit):
        return True
    if words.furniture.after(tokens, number.end) is not None:
        return True
    if unit is None and bound is None and _is_score(tokens, number):
        return True
    if number.end == number.first + 1 and tokens.lower[number.first] in words.ones:
        return _is_article(line, number, unit) and not (unit is not None and unit.known and informative)
    if unit is None and number.value is None:
        return number.high < _LEAST_BARE_VAGUE
    is_counted = number.spelled and number.value is not None
    is_definite = is_counted and words.definite.before(tokens, number.first) is not None
    if is_definite and unit is not None and (is_loose or unit.name in words.back_nouns):
        return True  # "the two companies" points back at them, it does not count them
    if number.is_share or number.scaled or unit is not None or informative:
        return False
    return _is_bare(line, number)


def _is_label(line: Line, number: Number, unit: Unit | None) -> bool:
    """Whether a number stands after or before a name as its label: "Fabrik 737", "10115 Berlin"."""
    if not line.pack.has_capitals:
        return _follows_name(line, number)
    text = line.tokens.words[number.first]
    return (unit is None and _follows_name(line, number)) or (text.isdecimal() and len(text) > _LABEL)


def _follows_name(line: Line, number: Number) -> bool:
    """Whether a number stands right after a capitalised word inside a sentence, as a model does: "Fabrik 737"."""
    tokens, at = line.tokens, number.first
    if at < 2 or tokens.words[at - 1] == tokens.lower[at - 1] or not tokens.words[at - 1][-1].isalpha():  # noqa: PLR2004
        return False
    known = tokens.lower[at - 1] in line.pack.predicates or tokens.lower[at - 1] in line.pack.function_words
    return (
        not known
        and tokens.words[at - 2] not in {".", ":", "!", "?"}
        and (line.pack.quantities.trend.before(tokens, at) is None)
    )


def _is_score(tokens: Tokens, number: Number) -> bool:
    """Whether a dash and digits hang on a number that is not joined to them: "won 3-2"."""
    at = number.end
    return tokens.lower[at] in {"-", "–"} and tokens.is_glued(at) and tokens.words[at + 1][:1].isdigit()


def _is_article(line: Line, number: Number, unit: Unit | None) -> bool:
    """Whether a word for 1 is an article or a pronoun rather than a count: "un mort" counts, "un homme" does not."""
    if unit is None:
        return True
    word = line.tokens.lower[number.first]
    if word not in line.pack.articles:
        return line.tokens.lower[number.end] in line.words.one_pronoun
    if unit.is_money or unit.name in _ONE_COUNTS or unit.name.endswith("_of_age"):
        return False
    if unit.measure is None:
        return True
    counted = line.pack.predicates.get(line.tokens.lower[number.end])
    return counted is None or counted.name not in predicate_group("persons")


def _is_bare(line: Line, number: Number) -> bool:
    """Whether a number with no unit, bound or trend says too little to be a claim: a label, a year, a small count."""
    value = number.value
    if value is None or number.spelled:
        return True
    if value != value.to_integral_value():
        return False
    text = line.tokens.words[number.first]
    return value < _LEAST_BARE or (text.isdecimal() and len(text) <= _LABEL)
