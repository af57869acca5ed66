"""What a number counts or measures: the currency, unit or counted noun beside it, and what it is per."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimcheck.extract.line import Line
from claimcheck.extract.numbers import Number
from claimcheck.lang import Hit, Pack, fold, predicate_group

__all__ = ["Unit", "each_of", "per_unit", "unit_of"]

_NOUN_REACH = 4
_AUXILIARIES = 2
_TIED = 3
"""Letters that a word which a hyphen ties to a number must have: "12-gauge", but not "10-K"."""
_SPELLED = 4
"""Symbols ("GW") have no plural, so only a unit in letters tells singular from plural."""


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit found beside a number.

    `name` is canonical; `start` is set where it stands before the number; `end` is past number and unit. `measure` is
    the counted noun as written. `known` says that the pack names the unit, so that it is not just any plural.
    """

    name: str
    end: int
    start: int | None = None
    measure: str | None = None
    is_money: bool = False
    known: bool = True


def unit_of(line: Line, number: Number) -> Unit | None:
    """Return the unit of a number: a currency, else a unit of measurement, else what is counted."""
    return _money(line, number) or _measured(line, number) or _counted(line, number) or _people(line, number)


def _money(line: Line, number: Number) -> Unit | None:
    """Read a currency before ("US$4") or after the number ("4 euros", "milliards de dollars")."""
    pack, before = line.pack, line.before_spaces(number.start)
    touching = number.start - before <= 1
    sign = pack.currency_signs.before(line.text, before) if touching and before > line.start else None
    if sign is not None:
        return Unit(sign.value, number.end, start=sign.start, is_money=True)
    place = line.unit_place(number.end)
    word = pack.currencies.after(line.text, place) or pack.currency_signs.after(line.text, place)
    if word is None and (linked := _past_link(line, number)) is not None:
        word = pack.currencies.after(line.text, linked)
    return None if word is None else Unit(word.value, word.end, is_money=True)


def _past_link(line: Line, number: Number) -> int | None:
    """Return the place after what links a number to its noun: "of" after a scaled one, "of its" after any."""
    place, pack = line.past_spaces(number.end), line.pack
    if place > number.end and (part := pack.partitives.after(line.text, place)) is not None:
        return line.past_spaces(part.end)
    if number.scaled and (link := pack.scope_of.after(line.text, place)) is not None:
        return line.past_spaces(link.end)
    return None


def _measured(line: Line, number: Number) -> Unit | None:
    """Read a unit of measurement after the number, the longest that fits, or one that stands before it."""
    pack, places = line.pack, [line.unit_place(number.end)]
    if (linked := _past_link(line, number)) is not None:
        places.append(linked)
    hits = [
        hit
        for place in places
        for table in (pack.symbols, pack.units)
        if (hit := table.after(line.text, place)) is not None
    ]
    if hits:
        best = max(hits, key=lambda hit: hit.end)
        if best.value == "year" and pack.ages_before.before(line.text, line.before_spaces(number.start)) is not None:
            return Unit("year", best.end, measure="age")
        return _age(line, best.end) or Unit(best.value, best.end)
    at = line.before_spaces(number.start)
    if line.text[at - 1 : at] == "-":
        at -= 1
    if (bound := pack.bound_before.before(line.text, at)) is not None:
        at = line.before_spaces(bound.start)
    before = pack.units_before.before(line.text, at)
    return None if before is None else Unit(before.value, number.end, start=before.start)


def _age(line: Line, end: int) -> Unit | None:
    """Read the rest of "year-old" after its unit."""
    hit = line.pack.ages.after(line.text, line.unit_place(end))
    return None if hit is None else Unit("year", hit.end, measure="age")


def _counted(line: Line, number: Number) -> Unit | None:
    """Read the counted noun: one of the pack, the first plural within a few words, or what a hyphen ties on.

    A period in its modifiers ("weekly active users") becomes part of the unit.
    """
    pack = line.pack
    begin = _past_link(line, number) or line.unit_place(number.end)
    whole = line.pack.numbers.digits.match(line.text, begin)
    if whole is not None and begin > number.end + 1:  # "20 of the 70 rescued": the part, counted as the whole is
        counted = _counted(line, replace(number, end=whole.end()))
        return None if counted is None else replace(counted, end=number.end)
    period, tied = None, line.text[begin - 1 : begin] == "-"
    while (follower := pack.followers.after(line.text, begin)) is not None:
        begin = line.past_spaces(follower.end)
    for match in line.words(begin, _NOUN_REACH):
        if (noun := pack.nouns.after(line.text, match.start())) is not None:
            return _with_period_after(line, begin, noun, period)
        word = fold(match.group())
        if word in pack.function_words or word in pack.clause_breaks:
            return None
        period = period or pack.period_adjectives.get(word)
        is_modifier = word in pack.premodifiers or word in pack.period_adjectives
        if not is_modifier and ((tied and len(word) >= _TIED) or pack.is_plural(match.group())):
            name = _with_period(_head(match.group(), pack), period)
            return Unit(name, match.end(), measure=line.text[begin : match.end()], known=tied)
    return None


def _with_period_after(line: Line, begin: int, noun: Hit[str], period: str | None) -> Unit:
    """Make the unit of a counted noun, with a period after it where none went before ("abonnés mensuels")."""
    end = noun.end
    following = line.word(line.past_spaces(end))
    if period is None and following is not None:
        period = line.pack.period_adjectives.get(fold(following.group()))
        end = following.end() if period is not None else end
    return Unit(_with_period(noun.value, period), end, measure=line.text[begin:end])


def _people(line: Line, number: Number) -> Unit | None:
    """Read a bare number beside a word for what happens to people: "killing 12", "50 were injured"."""
    pack = line.pack
    at = line.before_spaces(number.start)
    if (bound := pack.bound_before.before(line.text, at)) is not None:
        at = line.before_spaces(bound.start)
    before = line.text[line.start : at].rsplit(None, 1)[-1:]
    around = [fold(word) for word in before]
    for match in line.words(line.past_spaces(number.end), _AUXILIARIES + 1):
        around.append(fold(match.group()))
        if around[-1] not in pack.function_words:
            break
    found = (pack.predicates.get(word) for word in around)
    if any(predicate is not None and predicate.name in predicate_group("persons") for predicate in found):
        return Unit("person", number.end)
    return None


def _head(word: str, pack: Pack) -> str:
    """Return the singular of a counted noun; names and acronyms keep their capitals."""
    if (singular := pack.singular(word)) != word and singular.isupper():
        return singular
    singular = pack.singular(word.lower())
    return word[: len(singular)] if word[:1].isupper() and word.lower().startswith(singular) else singular


def _with_period(name: str, period: str | None) -> str:
    return f"{name}/{period}" if period else name


def per_unit(line: Line, end: int) -> tuple[str | None, int]:
    """Read what a quantity that ends at `end` is per: "per gigawatt", "a share", "-per-year"."""
    pack = line.pack
    hit = pack.per.after(line.text, line.unit_place(end))
    if hit is None:
        return None, end
    place = line.unit_place(hit.end)
    tables = (pack.units, pack.nouns, pack.symbols)
    name = next((found for table in tables if (found := table.after(line.text, place)) is not None), None)
    if name is None or line.is_time(hit.start, name.end):
        return None, end
    is_article, written = hit.value, fold(line.text[place : name.end])
    if is_article and not {name.value, written} & pack.per_article_units:
        return None, end
    return name.value, name.end


def each_of(line: Line, number: Number, unit: Unit) -> str | None:
    """Return a plural noun after a unit in the singular though the number is not one: "10 gigawatt sites"."""
    written = line.text[number.end : unit.end].replace("-", " ").split()[-1:]
    is_spelled = bool(written) and len(written[0]) >= _SPELLED and not line.pack.is_plural(written[0])
    if unit.is_money or not unit.known or unit.measure or number.value == 1 or not is_spelled:
        return None
    if "-" in line.text[number.end : unit.end] or line.text[unit.end : unit.end + 1] != " ":
        return None
    word = line.word(unit.end + 1)
    if word is None or fold(word.group()) in line.pack.function_words or not line.pack.is_plural(word.group()):
        return None
    return word.group()
