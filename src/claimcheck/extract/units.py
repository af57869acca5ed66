"""The unit of a number: a currency, a unit of measurement or what is counted; and what it is per."""

from __future__ import annotations

from claimcheck.extract.counted import counted_noun, counted_people
from claimcheck.extract.currencies import money_unit, money_word_before
from claimcheck.extract.line import CLOSERS, Line, past_hyphen, past_link
from claimcheck.extract.number import Number
from claimcheck.extract.unit import AGE, AGED, LONE_DEGREES, MAX_AGE, Unit, is_glued_degree
from claimcheck.units import to_base

__all__ = ["each_of", "per_unit", "unit_of"]

_SPELLED = 4
"""Symbols ("GW") have no plural, so only a unit in letters tells singular from plural."""
_CLOSERS = frozenset(".,;:!?)")
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_BEFORE_AGE = 2
"""Tokens that an age must have before it: a name and a comma, or a noun and "of"."""
_POINT = "percentage_point"
_HUNDRED = 100
_SHORT = 2
"""Letters of a symbol that may be a word as well."""


def unit_of(line: Line, number: Number) -> Unit | None:
    """Return the unit of a number: a currency, else a unit of measurement, else what is counted."""
    return (
        money_unit(line, number)
        or _measured(line, number)
        or counted_noun(line, number)
        or counted_people(line, number)
        or money_word_before(line, number)
    )


def _measured(line: Line, number: Number) -> Unit | None:
    """Read a unit of measurement after the number, the longest that fits, or one that stands before it."""
    tokens, words = line.tokens, line.words
    known = _unit_before(line, number)
    place = past_hyphen(tokens, number.end)
    best: tuple[int, str] | None = None
    for start in (place, past_link(line, number)):
        if start is None:
            continue
        for table in (words.symbols, words.units):
            hit = table.after(tokens, start)
            if hit is not None and (best is None or hit[0] > best[0]) and _is_unit(line, start, hit[0]):
                best = hit
    if best is None and (close := _BRACKETS.get(tokens.words[place])) is not None:
        hit = words.symbols.after(tokens, place + 1) or words.units.after(tokens, place + 1)
        best = (hit[0] + 1, hit[1]) if hit is not None and tokens.words[hit[0]] == close else None
    is_abbreviation = (
        best is not None and len(tokens.words[best[0] - 1]) <= _SHORT and tokens.words[best[0] - 1].isalpha()
    )
    if known is not None and (best is None or is_abbreviation):
        return known  # "magnitudo 5,8 ha svegliato": the letters are a word, not hectares
    if best is not None and not (best[1] == _POINT and _is_of_index(line, number, best[0])):
        return _aged(line, number, best)
    if (years := words.ages_in_years.after(tokens, place)) is not None:
        return Unit("year_of_age", years[0], measure=AGE)
    return None


def _is_of_index(line: Line, number: Number, end: int) -> bool:
    """Whether a word that stands for percentage points means those of an index: beside one, or by their number."""
    bare = line.words.nouns.before(line.tokens, end)
    is_bare = bare is not None and bare[0] == end - 1 and line.tokens.lower[number.end] == line.tokens.lower[end - 1]
    is_beside = not line.tokens.present.isdisjoint(line.words.indices)
    return is_bare and (is_beside or max(abs(number.low), abs(number.high)) > _HUNDRED)


def _unit_before(line: Line, number: Number) -> Unit | None:
    """Read a unit that stands before its number, and before its bound: "magnitude of at least 4.6"."""
    tokens, words, at = line.tokens, line.words, number.first
    if tokens.words[at - 1] == "-" and tokens.is_glued(at):
        at -= 1
    if (bound := words.bound_before.before(tokens, at)) is not None:
        at = bound[0]
    before = words.units_before.before(tokens, at)
    return None if before is None or before[0] < line.floor else Unit(before[1], number.end, first=before[0])


def _is_unit(line: Line, start: int, end: int) -> bool:
    """Whether a symbol is no letter of a name: nothing in letters or digits hangs on it ("800 F-Series", "13F")."""
    tokens, after = line.tokens, line.tokens.words[end]
    if tokens.words[start] in LONE_DEGREES and end == start + 1:
        is_last = not tokens.is_glued(end) or after in _CLOSERS
        is_degree = not tokens.is_glued(start) or is_glued_degree(tokens, start, line.pack)
        return is_degree and is_last and not after[:1].isupper()
    if not tokens.is_glued(end):
        return True
    if after == "-" and len(tokens.words[start]) == 1 and tokens.words[start].isalpha() and tokens.is_glued(end + 1):
        return not tokens.words[end + 1][0].isdigit()
    return not after[0].isalnum()


def _aged(line: Line, number: Number, hit: tuple[int, str]) -> Unit:
    """Make the unit of a measure; of a time that is an age, the age ("two months old", "aged 19 years")."""
    end, name = hit
    tokens, words = line.tokens, line.words
    if name in AGED:
        if (old := words.ages.after(tokens, past_hyphen(tokens, end))) is not None:
            return Unit(f"{name}_of_age", old[0], measure=AGE)
        if (years := words.ages_in_years.after(tokens, past_hyphen(tokens, number.end))) is not None:
            return Unit("year_of_age", years[0], measure=AGE)
        if words.ages_before.before(tokens, number.first) is not None:
            return Unit(f"{name}_of_age", end, measure=AGE)
        if name == "year" and _is_of_person(line, number, end):
            return Unit("year_of_age", end, measure=AGE)
    return Unit(name, end)


def _is_of_person(line: Line, number: Number, end: int) -> bool:
    """Whether years say how old somebody is: "un hombre de 34 años", "Ann Lee, 34 anni, di Norrby"."""
    tokens, at = line.tokens, number.first
    if at < _BEFORE_AGE or number.low != number.high or not 1 <= number.low <= MAX_AGE:
        return False
    linked = line.words.of.before(tokens, at)
    first = at if linked is None else linked[0]
    is_apart = first > 0 and tokens.words[first - 1] == "," and tokens.words[end] in CLOSERS
    if linked is None and not is_apart:
        return False
    last = first - 1 if is_apart else first
    noun = line.words.nouns.before(tokens, last)
    if noun is not None:
        return to_base(noun[1]).unit == "person"
    word, lower = tokens.words[last - 1], tokens.lower[last - 1]
    is_other = lower in line.pack.predicates or lower in line.pack.measures or lower in line.pack.function_words
    return is_apart and word.isalpha() and not number.spelled and not is_other


def per_unit(line: Line, end: int, times: list[tuple[int, int]], *, is_money: bool = False) -> tuple[str | None, int]:
    """Read what a quantity that ends before a token is per: "per gigawatt", "a share", "-per-year"."""
    tokens, words = line.tokens, line.words
    if is_money and (period := words.period_adjectives.get(tokens.lower[end])) is not None:
        return period, end + 1  # "euros mensuales"
    hit = words.per.after(tokens, past_hyphen(tokens, end))
    if hit is None:
        return None, end
    place, is_article = hit
    place = past_hyphen(tokens, place)
    name = next(
        (found for table in (words.symbols, words.units, words.nouns) if (found := table.after(tokens, place))), None
    )
    if name is None:
        word = tokens.lower[place]
        if is_article or not word[:1].isalpha() or word in line.pack.function_words or tokens.words[place] != word:
            return None, end
        name = (place + 1, line.pack.singular(word))
    if any(name[0] > first and end < last for first, last in times):
        return None, end
    written = " ".join(tokens.lower[place : name[0]])
    if is_article and not {name[1], written} & (words.per_article_units if is_money else words.periods):
        return None, end
    return name[1], name[0]


def each_of(line: Line, number: Number, unit: Unit) -> str | None:
    """Return a plural noun after a unit in the singular though the number is not one: "10 gigawatt sites"."""
    tokens, end = line.tokens, unit.end
    written = tokens.words[end - 1]
    is_spelled = end > number.end and len(written) >= _SPELLED and not line.pack.is_plural(written)
    if unit.is_money or not unit.known or unit.measure or number.value == 1 or not is_spelled:
        return None
    if "-" in tokens.words[number.end : end] or end >= tokens.count or not tokens.words[end][0].isalpha():
        return None
    if tokens.lower[end] in line.pack.function_words or not line.pack.is_plural(tokens.words[end]):
        return None
    return tokens.words[end]
