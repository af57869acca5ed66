"""The quantity words of a language pack, compiled into tables over tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from typing import Any

from claimcheck.lang.tokens import TokenTable
from claimcheck.model import Bound, Scope, Trend
from claimcheck.units import currency_codes

__all__ = ["NumberLexicon", "Opener", "QuantityLexicon", "compile_quantities"]

_COMPOUND_LEAST = 5
"""Letters that a spelled number written as one word has at least ("ventuno" has seven, "ottanta" is listed)."""
_SPACES = " \u00a0\u202f\u2009"


class Opener(IntEnum):
    """What kind of number a token may open."""

    WORD = 1
    DECIMAL = 2
    VAGUE = 3
    PART = 4
    COLLECTIVE = 5
    MAGNITUDE = 6
    ARTICLE = 7


@dataclass(frozen=True, slots=True)
class NumberLexicon:
    """How a language prints and spells numbers.

    `openers` says what kind of number a token may open; `group` and `decimal` are the separators of printed numbers,
    `spaced` are the spaces that may group digits.
    """

    decimal: str
    group: str
    spaced: frozenset[str]
    openers: Mapping[str, Opener]
    words: Mapping[str, int]
    counted: frozenset[str]
    """Tokens that may stand in a spelled number: words and magnitudes."""
    joiners: frozenset[str]
    points: frozenset[str]
    """Words between a spelled number and its decimals."""
    compound: re.Pattern[str] | None
    """Matches a spelled number that is written as one word; None where the language does not."""
    compound_heads: frozenset[str]
    """The first letters of such words, for ruling other words out quickly."""
    magnitudes: TokenTable[Decimal]
    letters: Mapping[str, Decimal]
    safe_letters: frozenset[str]
    """Those of them that glued to a number mean nothing else."""
    letters_after_decimals: frozenset[str]
    """The same after decimals: "4.3M"."""
    parts: TokenTable[int]
    """Names of fractions and their denominators."""
    parts_alone: TokenTable[int]
    before_digits: frozenset[str]
    """Words for thousand that digits may follow: "2 mil 500"."""
    collectives: TokenTable[Decimal]
    approximate: TokenTable[Decimal]
    vague: TokenTable[tuple[Decimal, Decimal]]
    decimals: TokenTable[Decimal]
    and_half: TokenTable[bool]
    each: TokenTable[int]
    """One in so many, with the number: "jeder dritte"."""
    ratio: TokenTable[bool]
    """Words between a part and its whole; the value says whether what is counted may stand before them."""
    minus: TokenTable[bool]
    minus_after: TokenTable[bool]
    """The same after a temperature: "12 degrees below zero"."""
    range_words: TokenTable[bool]
    """Words between the ends of a range; the value says whether the range must have been opened ("between")."""
    range_open: TokenTable[bool]
    denominators: frozenset[int]

    def may_open(self, word: str) -> bool:
        """Whether a lower-case token may open a number in words."""
        return word in self.openers or word[:2] in self.compound_heads

    def is_compound(self, word: str) -> bool:
        """Whether a lower-case token is a spelled number that is written as one word."""
        if self.compound is None or word[:2] not in self.compound_heads:
            return False
        return self.compound.fullmatch(word) is not None


@dataclass(frozen=True, slots=True)
class QuantityLexicon:
    """The tables around a number: what it counts, what bounds it, and what makes it no claim."""

    numbers: NumberLexicon
    units: TokenTable[str]
    symbols: TokenTable[str]
    currencies: TokenTable[str]
    signs: TokenTable[tuple[str, Decimal]]
    """Currency signs and codes, each with the magnitude written into it ("MUSD")."""
    signs_before: TokenTable[tuple[str, Decimal]]
    """The same before a number, where what a transliteration left of a sign is one too."""
    dollar_marks: TokenTable[str]
    """What after an amount says which dollar it is: "$75 U.S."."""
    units_before: TokenTable[str]
    spans: TokenTable[tuple[Decimal, str]]
    nouns: TokenTable[str]
    per: TokenTable[bool]
    """Words that open a rate; the value says whether the word is also an article."""
    per_article_units: frozenset[str]
    periods: frozenset[str]
    """Those of them that are times: only money is so much "a share", anything is so much "a day"."""
    period_adjectives: Mapping[str, str]
    parts_of_units: Mapping[str, tuple[str, int]]
    bound_before: TokenTable[Bound]
    bound_after: TokenTable[Bound]
    bound_fillers: TokenTable[bool]
    lasting: TokenTable[bool]
    """Bounds that right after an amount tell how long: "5 million over two years"."""
    scope_before: TokenTable[Scope]
    scope_after: TokenTable[Scope]
    of: TokenTable[bool]
    """The preposition between a scaled number and its noun: "milliards de dollars"."""
    restating: TokenTable[bool]
    """What stands before the same once more in other units: "4 cents, or 2 percent"."""
    shares: TokenTable[bool]
    """Nouns that make a percentage a part of a whole: "stake"."""
    partitives: TokenTable[bool]
    """What stands between a number and a whole that it is taken from: "seven of its villages"."""
    followers: TokenTable[bool]
    """Words between a number and its noun: "two more victims"."""
    ages: TokenTable[bool]
    """What makes a number of years an age: "-old"."""
    ages_before: TokenTable[bool]
    """The same before a bare number: "aged"."""
    ages_said_of: TokenTable[bool]
    """What makes a bare number at the end of a clause an age: "she is"."""
    ages_in_brackets: bool
    """Whether a bare number in brackets after a name is an age: "Kapitän Jansen (41)"."""
    ages_in_years: TokenTable[bool]
    """Words that alone make a number an age in years: "yo"."""
    trend: TokenTable[Trend]
    moves: TokenTable[Trend]
    """Verbs of rise and fall, which may have other uses too: beside a share they are a trend."""
    comparatives: TokenTable[Trend]
    """Words for more and less, which beside a share tell which way it goes: "6 % más"."""
    separable: Mapping[str, Mapping[str, Trend]]
    """Verbs of rise and fall by the particle that stands after their number, where the language parts them."""
    phrasal: TokenTable[bool]
    """Verbs that end in a word of rise or fall and mean neither: "set up"."""
    trend_links: TokenTable[bool]
    """Words between a trend and its number; the value says whether the number is then the level reached."""
    ordinals: TokenTable[bool]
    name_before: TokenTable[bool]
    definite: TokenTable[bool]
    """Words that make a counted noun point back at things already named ("the two companies")."""
    furniture: TokenTable[bool]
    warmth: frozenset[str]
    """Words beside which a letter on a number is a degree: "temperatures of 40C"."""
    indices: frozenset[str]
    """Words beside which points are those of an index: "l'indice gagne 35 points"."""
    streets: frozenset[str]
    """Words in names of streets, after which a number between commas is no age: "via Lama, 12"."""
    back_nouns: frozenset[str]
    """Counted nouns that, after one of these, point back all the same."""
    one_pronoun: frozenset[str]
    ones: frozenset[str]
    """The words for 1, which are pronouns or articles more often than numbers."""


def compile_quantities(data: Mapping[str, Any], common: Mapping[str, Any], seed: Mapping[str, Any]) -> QuantityLexicon:
    """Compile the quantity sections of a pack.

    Args:
        data: the pack as written by hand.
        common: what all languages share.
        seed: unit and currency names of the language from CLDR.
    """
    scope, skip, per, ages = data["scope"], data["skip"], data["per"], data["units_as_ages"]
    bounds = data["bounds"]
    dropped = set(data["cldr"]["drop"])
    units = _without(inverted(seed.get("units", {})), dropped) | inverted(data["units"])
    currencies = _without(inverted(seed.get("currencies", {})), dropped) | inverted(data["currencies"])
    signs_bounding = {form: Bound(key) for form, key in inverted(common["bound_signs"]).items()}
    return QuantityLexicon(
        numbers=_numbers(data["number"], common, data["words"]["articles"], data["time"].get("ordinals", {})),
        units=TokenTable(_prefixed(units, common) | units),
        symbols=TokenTable(_without(_symbols(common), dropped), exact_case=True),
        currencies=TokenTable(currencies),
        signs=TokenTable(_signs(common) | _scaled_currencies(data), exact_case=True),
        signs_before=TokenTable(
            _signs(common) | {sign: (code, Decimal(1)) for sign, code in common["transliterated_signs"].items()},
            exact_case=True,
        ),
        dollar_marks=TokenTable(common["dollar_marks"], exact_case=True),
        units_before=TokenTable(inverted(data["units_before"])),
        spans=TokenTable(number_and_unit(data)),
        nouns=TokenTable(inverted(data["nouns"])),
        per=TokenTable({word: word in per["article_words"] for word in per["words"]}),
        per_article_units=frozenset(per["periods"]) | frozenset(per["article_units"]),
        periods=frozenset(per["periods"]),
        period_adjectives=inverted(per["adjectives"]),
        parts_of_units={part: (whole, n) for part, (whole, n) in common["parts_of_units"].items()},
        bound_before=TokenTable(
            signs_bounding | {form: Bound(key) for form, key in inverted(bounds["before"]).items()}
        ),
        bound_after=TokenTable({form: Bound(key) for form, key in inverted(bounds["after"]).items()}),
        bound_fillers=flags(bounds["fillers"]),
        lasting=flags(bounds.get("lasting", ())),
        scope_before=TokenTable(
            dict.fromkeys(scope["change_before"], Scope.CHANGE)
            | dict.fromkeys(scope["instalment_before"], Scope.INSTALMENT)
        ),
        scope_after=TokenTable(dict.fromkeys(scope["instalment_after"], Scope.INSTALMENT)),
        of=flags(scope["of"]),
        restating=flags(scope.get("restating", ())),
        shares=flags(scope["shares"]),
        partitives=flags(data["followers"]["partitives"]),
        followers=flags(data["followers"]["words"]),
        ages=flags(ages["after"]),
        ages_before=flags(ages["before"]),
        ages_said_of=flags(ages.get("said_of", [])),
        ages_in_brackets=ages.get("in_brackets", False),
        ages_in_years=flags(ages["years"]),
        trend=TokenTable(
            {form: Trend(key) for key in ("up", "down") for form in [*data["trend"][key], *common["trend_signs"][key]]}
        ),
        moves=TokenTable(
            {
                form: Trend(key)
                for key, verbs in (("up", "rise"), ("down", "fall"))
                for form in data["predicates"][verbs]["verbs"]
            }
            | {
                form: Trend(key)
                for key, verbs in (("up", "raising"), ("down", "lowering"))
                for form in data["trend"].get(verbs, [])
            }
        ),
        comparatives=TokenTable(
            {
                form: Trend(key)
                for key, words in (("up", "more"), ("down", "less"))
                for form in data["trend"].get(words, [])
            }
        ),
        separable=_separable(data),
        phrasal=flags(data["trend"].get("phrasal", [])),
        trend_links=TokenTable(
            dict.fromkeys(data["trend"]["links"], False) | dict.fromkeys(data["trend"]["levels"], True)
        ),
        ordinals=flags(skip["ordinals"]),
        name_before=flags(skip["name_before"]),
        definite=flags(skip["definite"]),
        furniture=flags(skip["furniture"]),
        warmth=frozenset(data["words"].get("warmth", ())),
        indices=frozenset(data["words"].get("indices", ())),
        streets=frozenset(ages.get("streets", ())),
        back_nouns=frozenset(common["nouns"]["back"]),
        one_pronoun=frozenset(skip["one_pronoun"]),
        ones=frozenset(form for form, value in data["number"]["words"].items() if value == 1),
    )


def _numbers(
    data: Mapping[str, Any], common: Mapping[str, Any], articles: list[str], ordinals: Mapping[str, list[str]]
) -> NumberLexicon:
    words: dict[str, int] = data["words"]
    ratio = data["ratio"]
    each = {
        f"{word} {ordinal}": int(under)
        for word in ratio.get("each", ())
        for under, forms in ordinals.items()
        if int(under) > 1
        for ordinal in forms
    }
    parts = data["parts"] | each
    magnitudes = _decimals(data["magnitudes"])
    vague = {form: (Decimal(low), Decimal(high)) for form, (low, high) in data["vague"].items()}
    kinds = (
        (Opener.ARTICLE, articles),
        (Opener.MAGNITUDE, magnitudes),
        (Opener.PART, parts),
        (Opener.COLLECTIVE, [*data["collectives"], *data["approximate"]]),
        (Opener.VAGUE, vague),
        (Opener.DECIMAL, data["decimals"]),
        (Opener.WORD, words),
    )
    openers = {first: kind for kind, forms in kinds for first in flags(forms).openers() if not first.isdigit()}
    alone = {form: parts[form] for form in data["parts_alone"]}
    compound, heads = None, frozenset[str]()
    if data["compounds"]:
        compound, heads = _compound(data)
    return NumberLexicon(
        decimal=data["decimal"],
        group="".join(sign for sign in data["group"] if sign not in _SPACES) + "'",
        spaced=frozenset(sign for sign in data["group"] if sign in _SPACES),
        openers=openers,
        words=words,
        counted=frozenset([*words, *data["spelled_magnitudes"]]),
        joiners=frozenset(data["joiners"]),
        points=frozenset(data.get("points", ())),
        compound=compound,
        compound_heads=heads,
        magnitudes=TokenTable(magnitudes),
        letters=_decimals(common["magnitude_letters"]),
        safe_letters=frozenset(common["magnitude_letters_safe"]["forms"]),
        letters_after_decimals=frozenset(common["magnitude_letters_safe"]["after_decimals"]),
        parts=TokenTable(parts),
        parts_alone=TokenTable(alone),
        before_digits=frozenset(data.get("before_digits", ())),
        collectives=TokenTable(_decimals(data["collectives"])),
        approximate=TokenTable(_decimals(data["approximate"])),
        vague=TokenTable(vague),
        decimals=TokenTable(_decimals(data["decimals"])),
        and_half=flags(data["and_half"]),
        each=TokenTable(each),
        ratio=TokenTable({word: word in ratio.get("after_noun", ()) for word in ratio["words"]}),
        minus=flags(data["minus"]),
        minus_after=flags(data["minus_after"]),
        range_words=TokenTable(dict.fromkeys(data["range_words"], False) | dict.fromkeys(data["range_and"], True)),
        range_open=flags(data["range_open"]),
        denominators=frozenset(common["denominators"]["values"]),
    )


def _compound(data: Mapping[str, Any]) -> tuple[re.Pattern[str], frozenset[str]]:
    """Write what a spelled number in one word is made of: number words and joiners, the longest first."""
    blocks = sorted({*data["words"], *data["spelled_magnitudes"], *data["joiners"]} - {"-"}, key=len, reverse=True)
    letters = [block for block in blocks if block.isalpha()]
    pattern = re.compile(f"(?=.{{{_COMPOUND_LEAST},}})(?:{'|'.join(map(re.escape, letters))}){{2,12}}")
    heads = frozenset(word[:2] for word in [*data["words"], *data["spelled_magnitudes"]])
    return pattern, heads


def _symbols(common: Mapping[str, Any]) -> dict[str, str]:
    table = {}
    for symbol, (unit, letters) in common["prefixed_symbols"].items():
        table[symbol] = unit
        table.update({letter + symbol: common["prefix_letters"][letter] + unit for letter in letters.split()})
    return table | inverted(common["symbols"])


def _prefixed(units: Mapping[str, str], common: Mapping[str, Any]) -> dict[str, str]:
    """Write the metric multiples of the units of a pack, in all spellings of the prefixes."""
    bases = [(form, unit) for form, unit in units.items() if unit in set(common["prefixed_units"]["names"])]
    return {
        spelling + form: prefix + unit
        for prefix, spellings in common["prefix_words"].items()
        for spelling in spellings
        for form, unit in bases
    }


def _signs(common: Mapping[str, Any]) -> dict[str, tuple[str, Decimal]]:
    one, codes = Decimal(1), currency_codes()
    table = {code: (code, one) for code in codes}
    table |= {code: (code.upper(), one) for code in common["lower_codes"]["codes"]}
    for code in codes & set(common["dollar_codes"]["codes"]):
        table |= {form: (code, one) for name in (code, code.lower()) for form in (f"{name} $", f"$ {name}")}
    scaled = common["scaled_codes"]
    table |= {f"M{code}": (code, Decimal(scaled["M"])) for code in scaled["codes"]}
    return table | {sign: (code, one) for sign, code in common["currency_signs"].items()}


def _scaled_currencies(data: Mapping[str, Any]) -> dict[str, tuple[str, Decimal]]:
    return {form: (code, Decimal(n)) for form, (n, code) in data.get("scaled_currencies", {}).items()}


def number_and_unit(data: Mapping[str, Any]) -> dict[str, tuple[Decimal, str]]:
    """Return the words of a pack that are number and unit at once, also those put together of the two."""
    whole = {form: (Decimal(n), unit) for form, (n, unit) in data["units_as_spans"].items()}
    return whole | {
        word + ending: (Decimal(n), span["unit"])
        for span in data.get("compound_spans", {}).values()
        for word, n in span["numbers"]
        for ending in span["endings"]
    }


def inverted(data: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return the key of each form of a table of lists."""
    return {form: key for key, forms in data.items() for form in forms}


def flags(forms: Iterable[str]) -> TokenTable[bool]:
    """Return a table that only says whether a phrase is there."""
    return TokenTable(dict.fromkeys(forms, True))


def _without(table: dict[str, str], dropped: set[str]) -> dict[str, str]:
    return {form: key for form, key in table.items() if form not in dropped}


def _decimals(data: Mapping[str, Any]) -> dict[str, Decimal]:
    return {form: Decimal(str(value)) for form, value in data.items()}


def _separable(data: Mapping[str, Any]) -> dict[str, dict[str, Trend]]:
    """Return the verbs that stand apart from their particle in a main clause ("nam ... af"), by the particle."""
    table: dict[str, dict[str, Trend]] = {}
    for key in ("up", "down") if data["syntax"].get("verb_second") else ():
        for form in data["trend"][key]:
            verb, _, particle = form.partition(" ")
            if particle and " " not in particle:
                table.setdefault(particle, {})[verb] = Trend(key)
    return table
