"""Quantities: a number with its currency or unit, what it is per, its bound, trend and scope.

The grammar around a number, each part optional and in the words of the language pack:

    quantity := [trend] [bound] [filler] [sign] NUMBER [range NUMBER] [unit | noun phrase] [per unit] [scope] [bound]
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.extract.numbers import Number, find_numbers
from claimcheck.extract.times import TimeSpan
from claimcheck.lang import Pack
from claimcheck.model import Bound, Quantity, Scope, Trend

__all__ = ["QuantitySpan", "find_quantities"]

_WORD = re.compile(r"[^\W\d_](?:[\w’'.-]*\w)?")
_SPACES = re.compile(r"[^\S\n]*")
_UNIT_GAP = re.compile(r"(?:[^\S\n]|[-‐‑](?=[^\W\d]))?")
_DASH = re.compile(r"[^\S\n]?[-–—‐‑][^\S\n]?(?=[^\s\w]?\S?\d)")
_NOUN_REACH = 4
_AGE = re.compile(r"(?:[A-Z]\w+[’']?|\)),? $")
_MAX_AGE = 115
_SPELLED_UNIT = 4
"""Symbols ("GW") have no plural, so only a unit in letters tells singular from plural."""
_LEAST_BARE_VAGUE = 10**11
"""A vague count of nothing ("billions in funding") is a figure of speech below hundreds of billions."""


@dataclass(frozen=True, slots=True)
class QuantitySpan:
    """A quantity at its place. `measure` is the counted noun with its modifiers, as written, where there is one."""

    start: int
    end: int
    quantity: Quantity
    measure: str | None = None
    each: str | None = None
    """A noun that the quantity may belong to one by one: "10 gigawatt sites"."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """The unit found beside a number: its canonical name, where it ends, and whether a currency sign went before."""

    name: str
    end: int
    start: int | None = None
    measure: str | None = None
    is_money: bool = False
    factor: Decimal = Decimal(1)
    known: bool = True


def find_quantities(text: str, start: int, end: int, pack: Pack, times: list[TimeSpan]) -> list[QuantitySpan]:
    """Return the quantities between two places of a text, from left to right; numbers inside `times` are left out."""
    numbers = [
        number
        for number in find_numbers(text, start, end, pack)
        if not any(number.start < time.end and time.start < number.end for time in times)
    ]
    found: list[QuantitySpan] = []
    found += _spans_without_number(text, start, end, pack)
    skip_to = start
    for index, number in enumerate(numbers):
        if number.start < skip_to:
            continue
        following = numbers[index + 1] if index + 1 < len(numbers) else None
        quantity = _quantity(text, number, following, pack, end)
        if quantity is not None:
            found.append(quantity)
            skip_to = quantity.end
    return sorted(found, key=lambda span: span.start)


def _spans_without_number(text: str, start: int, end: int, pack: Pack) -> list[QuantitySpan]:
    """Find words that are a number and a unit in one ("decade-long")."""
    return [
        QuantitySpan(hit.start, hit.end, _exact(hit.value[0], hit.value[1]))
        for hit in pack.spans.find(text, start, end)
    ]


def _exact(value: Decimal, unit: str) -> Quantity:
    return Quantity(value, value, value, unit, significant=len(value.as_tuple().digits))


def _quantity(text: str, number: Number, following: Number | None, pack: Pack, end: int) -> QuantitySpan | None:
    unit = _unit(text, number, pack, end)
    pair = _range(text, number, unit, following, pack, end)
    first, last = number, number
    if pair is not None:
        first, last, unit = pair
    start = unit.start if unit is not None and unit.start is not None else first.start
    close = max(unit.end if unit is not None else last.end, last.end)
    if unit is None and (age := _age(text, number, pack)):
        return QuantitySpan(number.start, number.end, _exact(number.low, "year"), measure=age)
    bound, start = _bound_before(text, start, pack, ranged=pair is not None)
    per, close = _per(text, close, pack) if unit is not None else (None, close)
    scope, close = _scope_after(text, close, pack)
    after = pack.bound_after.after(text, close + _spaces(text, close))
    if after is not None and bound is None:
        bound, close = after.value, after.end
    trend, changed = _trend(text, start, pack)
    if _is_not_a_claim(text, number, unit, pack, informative=bool(bound or trend or pair or per)):
        return None
    quantity = _stated(first, last, unit, bound, per)
    if quantity.scope is Scope.TOTAL:
        quantity = replace(quantity, scope=scope or (Scope.CHANGE if changed else Scope.TOTAL))
    return QuantitySpan(
        start,
        close,
        replace(quantity, trend=trend),
        unit.measure if unit else None,
        each=_each(text, number, unit, pack) if unit is not None and per is None else None,
    )


def _each(text: str, number: Number, unit: _Unit, pack: Pack) -> str | None:
    """Return a plural noun right after a unit that is written in the singular, though the number is not one."""
    written = re.split(r"[\s-]", text[number.end : unit.end])[-1]
    if unit.is_money or not unit.known or unit.measure or number.value == 1 or len(written) < _SPELLED_UNIT:
        return None
    if pack.is_plural(written) or text[unit.end : unit.end + 1] != " " or "-" in text[number.end : unit.end]:
        return None
    word = _WORD.match(text, unit.end + 1)
    if word is None or word.group().lower() in pack.function_words or not pack.is_plural(word.group()):
        return None
    return word.group()


def _stated(first: Number, last: Number, unit: _Unit | None, bound: Bound | None, per: str | None) -> Quantity:
    """Put the parts together: which ends the bound leaves open."""
    name = unit.name if unit else "percent" if first.is_share else ""
    factor = unit.factor if unit else Decimal(1)
    if per is not None and not name.endswith(f"/{per}"):
        name = f"{name}/{per}"
    shown_per = name.partition("/")[2] or None
    scope = Scope.RATE if shown_per else Scope.TOTAL
    low, high = first.low * factor, last.high * factor
    if low != high or first is not last:
        kind = Bound.RANGE if first is not last else Bound.VAGUE
        low, high = min(low, high), max(low, high)
        return Quantity(None, low, high, name, kind, per=shown_per, scope=scope, significant=last.significant)
    bound = bound or Bound.EXACT
    stated_low = None if bound in {Bound.AT_MOST, Bound.LESS_THAN} else low
    stated_high = None if bound in {Bound.AT_LEAST, Bound.MORE_THAN} else high
    return Quantity(
        low, stated_low, stated_high, name, bound, per=shown_per, scope=scope, significant=first.significant
    )


# ---------------------------------------------------------------- units


def _unit(text: str, number: Number, pack: Pack, end: int) -> _Unit | None:
    return _money(text, number, pack) or _measure_unit(text, number, pack) or _counted(text, number, pack, end)


def _money(text: str, number: Number, pack: Pack) -> _Unit | None:
    """Read a currency before ("US$4") or after the number ("4 euros", "100-million-dollar")."""
    gap = 1 if text[number.start - 1 : number.start].isspace() else 0
    sign = pack.currency_signs.before(text, number.start - gap) if number.start - gap > 0 else None
    if sign is not None:
        end = number.end
        return _Unit(sign.value, end, start=sign.start, is_money=True)
    place = _unit_place(text, number.end)
    word = pack.currencies.after(text, place) or pack.currency_signs.after(text, place)
    if word is None:
        linked = _skip_of(text, number, pack)
        word = None if linked is None else pack.currencies.after(text, linked)
    if word is None:
        return None
    if word.value == "cent":  # a hundredth of the dollar, euro, pound...: which one is for later stages to say
        return _Unit("cent", word.end, is_money=True)
    return _Unit(word.value, word.end, is_money=True)


def _skip_of(text: str, number: Number, pack: Pack) -> int | None:
    """Return the place after "of" or "de" that follows a scaled or vague number ("milliards de dollars")."""
    if not number.scaled:
        return None
    match = _WORD.match(text, number.end + _spaces(text, number.end))
    if match is None:
        return None
    word = match.group().lower().replace("’", "'")
    if pack.scope_of.get(word):
        return match.end() + _spaces(text, match.end())
    if elided := pack.scope_of.after(text, match.start()):
        return elided.end
    return None


def _unit_place(text: str, at: int) -> int:
    gap = _UNIT_GAP.match(text, at)
    return gap.end() if gap else at


def _measure_unit(text: str, number: Number, pack: Pack) -> _Unit | None:
    """Read a unit of measurement after the number, the longest that fits."""
    place = _unit_place(text, number.end)
    hits = [hit for table in (pack.symbols, pack.units) if (hit := table.after(text, place)) is not None]
    if (linked := _skip_of(text, number, pack)) is not None:
        hits += [hit for table in (pack.symbols, pack.units) if (hit := table.after(text, linked)) is not None]
    before = pack.units.before(text, _unit_before(text, number.start))
    if before is not None and before.value == "magnitude" and not hits:
        return _Unit("magnitude", number.end, start=before.start)
    if not hits:
        return None
    best = max(hits, key=lambda hit: hit.end)
    return _age_of(text, best.end, pack) or _Unit(best.value, best.end)


def _unit_before(text: str, at: int) -> int:
    while at > 0 and text[at - 1] in " -\u00a0":
        at -= 1
    return at


def _age_of(text: str, end: int, pack: Pack) -> _Unit | None:
    """Read the rest of "year-old" after its unit."""
    hit = pack.ages.after(text, end + (1 if text[end : end + 1] in "- " else 0))
    return None if hit is None else _Unit("year", hit.end, measure="age")


def _counted(text: str, number: Number, pack: Pack, end: int) -> _Unit | None:
    """Read the counted noun: a noun of the pack, or the first plural within a few words.

    A period in its modifiers ("weekly active users") becomes part of the unit.
    """
    place = _skip_of(text, number, pack) or _unit_place(text, number.end)
    begin, period = place, None
    for _ in range(_NOUN_REACH):
        if (noun := pack.nouns.after(text, place)) is not None:
            measure = text[begin : noun.end]
            return _Unit(_with_period(noun.value, period), noun.end, measure=measure)
        match = _WORD.match(text, place, end)
        if match is None:
            return None
        word = match.group().lower().replace("’", "'")
        if word in pack.function_words or word in pack.clause_breaks:
            return None
        period = period or pack.period_adjectives.get(word)
        if word not in pack.premodifiers and word not in pack.period_adjectives and pack.is_plural(match.group()):
            name = _head(match.group(), pack)
            return _Unit(_with_period(name, period), match.end(), measure=text[begin : match.end()], known=False)
        spaces = _spaces(text, match.end())
        if not spaces:
            return None
        place = match.end() + spaces
    return None


def _head(word: str, pack: Pack) -> str:
    """Return the singular of a counted noun; names and acronyms keep their capitals."""
    if (singular := pack.singular(word)) != word and singular.isupper():
        return singular
    singular = pack.singular(word.lower())
    return word[: len(singular)] if word[:1].isupper() and word.lower().startswith(singular) else singular


def _with_period(name: str, period: str | None) -> str:
    return f"{name}/{period}" if period else name


# ---------------------------------------------------------------- ranges


def _range(
    text: str, number: Number, unit: _Unit | None, following: Number | None, pack: Pack, end: int
) -> tuple[Number, Number, _Unit | None] | None:
    """Join two numbers that are the ends of one range, the first taking unit and magnitude from the second."""
    if following is None or number.value is None or following.value is None:
        return None
    first_end = unit.end if unit is not None and unit.known else number.end
    second = _unit(text, following, pack, end)
    second_start = second.start if second is not None and second.start is not None else following.start
    if second_start < first_end or not _joins(text, first_end, second_start, number, unit, pack):
        return None
    unit_known = unit if unit is not None and unit.known else None
    if unit_known is not None and second is not None and unit_known.name != second.name:
        return None
    if unit_known is None and second is None and not number.scaled:
        return None
    shared = _share_magnitude(number, following)
    if shared is None:
        return None
    merged = (
        replace(second or unit_known, start=unit_known.start if unit_known else None) if second or unit_known else None
    )
    return shared, following, merged


def _joins(text: str, start: int, end: int, number: Number, unit: _Unit | None, pack: Pack) -> bool:
    """Whether what stands between two numbers makes them a range."""
    between = text[start:end]
    if _DASH.fullmatch(between) or between.strip() in {"-", "–", "—"}:
        return True
    word = pack.numbers.range_words.get(between.strip(" -\u00a0\u202f"))
    if word is None:
        return False
    opening = unit.start if unit is not None and unit.start is not None else number.start
    opened = pack.numbers.range_open.before(text, len(text[:opening].rstrip())) is not None
    return opened or not word


def _share_magnitude(first: Number, second: Number) -> Number | None:
    """Give "12" in "12 to 13 billion" the magnitude of the second; None where the two cannot be one range."""
    if first.low <= 0 or second.low <= 0:
        return first
    if second.scaled and not first.scaled:
        factor = Decimal(1)
        while first.low * factor * 1000 <= second.high:
            factor *= 1000
        return replace(first, low=first.low * factor, high=first.high * factor)
    hundredfold = 100
    return first if second.high < first.low * hundredfold else None


# ---------------------------------------------------------------- cues


def _spaces(text: str, at: int) -> int:
    match = _SPACES.match(text, at)
    return match.end() - at if match else 0


def _bound_before(text: str, start: int, pack: Pack, *, ranged: bool) -> tuple[Bound | None, int]:
    """Read a bound cue before the number, past filler words; for a range its opening word."""
    at = len(text[:start].rstrip(" \u00a0\u202f"))
    if ranged:
        hit = pack.numbers.range_open.before(text, at)
        return None, hit.start if hit is not None else start
    for _ in range(2):
        cue = pack.bound_before.before(text, at)
        if cue is not None:
            return cue.value, cue.start
        filler = pack.bound_fillers.before(text, at)
        if filler is None:
            return None, start
        at = len(text[: filler.start].rstrip(" \u00a0\u202f"))
    return None, start


def _per(text: str, end: int, pack: Pack) -> tuple[str | None, int]:
    """Read what the quantity is per: "per gigawatt", "a share", "-per-year"."""
    at = _unit_place(text, end)
    hit = pack.per.after(text, at)
    if hit is None:
        return None, end
    place = _unit_place(text, hit.end)
    name = pack.units.after(text, place) or pack.nouns.after(text, place) or pack.symbols.after(text, place)
    if name is None:
        return None, end
    is_article = hit.value
    if (
        is_article
        and name.value not in pack.per_article_units
        and text[place : name.end].lower() not in pack.per_article_units
    ):
        return None, end
    return name.value, name.end


def _scope_after(text: str, end: int, pack: Pack) -> tuple[Scope | None, int]:
    hit = pack.scope_after.after(text, end + _spaces(text, end))
    return (None, end) if hit is None else (hit.value, hit.end)


def _trend(text: str, start: int, pack: Pack) -> tuple[Trend | None, bool]:
    """Read a word of rise or fall before the number; the flag says that the number is the change itself."""
    at = len(text[:start].rstrip(" \u00a0\u202f"))
    changed = False
    for _ in range(3):
        scope = pack.scope_before.before(text, at)
        trend = pack.trend.before(text, at)
        changed = changed or (scope is not None and scope.value is Scope.CHANGE)
        if trend is not None:
            return trend.value, changed
        link = pack.trend_links.before(text, at)
        if link is None:
            return None, False
        at = len(text[: link.start].rstrip(" \u00a0\u202f"))
    return None, False


# ---------------------------------------------------------------- what is not a claim


def _age(text: str, number: Number, pack: Pack) -> str | None:
    """Say "age" where a bare number between a name and a comma is one ("Ann Lee, 38, of Troy")."""
    value = number.value
    if value is None or number.spelled or not 1 <= value <= _MAX_AGE or value != value.to_integral_value():
        return None
    after = text[number.end : number.end + 1]
    named = _AGE.search(text[max(0, number.start - 20) : number.start])
    return "age" if named and "," in named.group() and after in {",", ".", ")", ";"} else None


def _is_not_a_claim(text: str, number: Number, unit: _Unit | None, pack: Pack, *, informative: bool) -> bool:
    before = len(text[: number.start].rstrip(" \u00a0\u202f"))
    named = pack.name_before.before(text, before) is not None and (unit is None or not unit.known)
    if named:
        return True
    word = text[number.start : number.end].lower()
    if word in pack.ones:
        return _is_pronoun(text, number, unit, pack)
    if number.spelled and unit is not None and not unit.known and pack.definite.before(text, before) is not None:
        return True  # "the two companies" points back at them, it does not count them
    if unit is None and number.value is None:
        return number.high < _LEAST_BARE_VAGUE
    if number.is_share or number.scaled:
        return False
    return unit is None and not (informative and not number.spelled)


def _is_pronoun(text: str, number: Number, unit: _Unit | None, pack: Pack) -> bool:
    """Whether a word for 1 is a pronoun or an article: before nothing counted, or before "of"."""
    match = _WORD.match(text, number.end + _spaces(text, number.end))
    following = match.group().lower().replace("’", "'") if match else ""
    return unit is None or not unit.known or pack.one_is_article or following in pack.one_pronoun
