"""Load, merge, check and compile language packs.

A pack is `data/<code>.toml`, written by hand, over `data/common.toml`, which holds what all languages share.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from claimcheck.errors import LanguageError, PackError
from claimcheck.lang.lexicon import PhraseTable
from claimcheck.lang.times import TimeLexicon, compile_times
from claimcheck.model import Bound, Scope, Status, Trend
from claimcheck.units import currency_codes

__all__ = ["Numbers", "Pack", "Predicate", "available", "load_pack", "predicate_group"]

_SHORT = 3
"""Words up to this length are taken as they are, unless listed as exceptions: "gas" is no plural."""
_ENDINGS = "future_endings"
_ACRONYM_PLURAL = re.compile(r"[A-Z]{2,}s")
_DATA = files("claimcheck.lang") / "data"
_SECTIONS = frozenset({
    "language", "number", "units", "currencies", "units_as_spans", "units_as_ages", "units_before", "per", "nouns",
    "singular", "bounds", "followers", "scope", "trend", "skip", "words", "predicates", "measures", "status",
    "attribution", "conditions", "time",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Numbers:
    """How a language prints and spells numbers."""

    digits: re.Pattern[str]
    decimal: str
    group: str
    words: PhraseTable[int]
    word_run: re.Pattern[str]
    magnitudes: PhraseTable[Decimal]
    letters: PhraseTable[Decimal]
    fractions: PhraseTable[Decimal]
    shares: PhraseTable[Decimal]
    vague: PhraseTable[tuple[Decimal, Decimal]]
    approximate: PhraseTable[Decimal]
    ratio: PhraseTable[bool]
    minus: PhraseTable[bool]
    trigger: re.Pattern[str]
    range_words: PhraseTable[bool]
    """Words between the ends of a range; the value says whether the range must have been opened ("between")."""
    range_open: PhraseTable[bool]


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a predicate form stands for: a class shared by languages, as a verb or as a noun."""

    name: str
    is_verb: bool


@dataclass(frozen=True, slots=True)
class Pack:
    """A compiled language pack. Tables map forms as written to what they mean."""

    code: str
    name: str
    numbers: Numbers
    units: PhraseTable[str]
    symbols: PhraseTable[str]
    currencies: PhraseTable[str]
    currency_signs: PhraseTable[str]
    units_before: PhraseTable[str]
    spans: PhraseTable[tuple[Decimal, str]]
    nouns: PhraseTable[str]
    per: PhraseTable[bool]
    """Words that open a rate; the value says whether the word is also an article."""
    per_article_units: frozenset[str]
    period_adjectives: Mapping[str, str]
    bound_before: PhraseTable[Bound]
    bound_after: PhraseTable[Bound]
    bound_fillers: PhraseTable[bool]
    scope_before: PhraseTable[Scope]
    scope_after: PhraseTable[Scope]
    scope_of: PhraseTable[bool]
    """The preposition between a scaled number and its noun: "milliards de dollars"."""
    partitives: PhraseTable[bool]
    """What stands between a number and a whole that it is taken from: "seven of its villages"."""
    followers: PhraseTable[bool]
    """Words between a number and its noun: "two more victims"."""
    ages: PhraseTable[bool]
    """What makes a number of years an age: "-old"."""
    ages_before: PhraseTable[bool]
    """The same before a bare number: "aged"."""
    trend: PhraseTable[Trend]
    trend_links: PhraseTable[bool]
    """Words between a trend and its number; the value says whether the number is then the level reached."""
    ordinals: PhraseTable[bool]
    name_before: PhraseTable[bool]
    definite: PhraseTable[bool]
    """Words that make a counted noun point back at things already named ("the two companies")."""
    furniture: PhraseTable[bool]
    back_nouns: frozenset[str]
    """Counted nouns that, after one of these, point back all the same."""
    one_pronoun: frozenset[str]
    one_is_article: bool
    ones: frozenset[str]
    """The words for 1, which are pronouns or articles more often than numbers."""
    articles: frozenset[str]
    """Indefinite articles, which count one: "a day ago"."""
    function_words: frozenset[str]
    prepositions: frozenset[str]
    openers: frozenset[str]
    titles: frozenset[str]
    clause_breaks: frozenset[str]
    premodifiers: frozenset[str]
    singular_endings: tuple[tuple[str, str], ...]
    singular_exceptions: Mapping[str, str]
    predicates: Mapping[str, Predicate]
    milestone_forms: PhraseTable[str]
    measures: Mapping[str, str]
    statuses: PhraseTable[Status]
    future_endings: tuple[str, ...]
    attributions: PhraseTable[bool]
    """Words of saying; the value says whether the source comes right after ("according to")."""
    credits: PhraseTable[bool]
    condition_starters: PhraseTable[bool]
    condition_progress: PhraseTable[bool]
    condition_money: frozenset[str]
    back_references: frozenset[str]
    """Words that make a predicate noun point back: "this investment"."""
    times: TimeLexicon

    def singular(self, word: str) -> str:
        """Return the singular of a lower-cased noun or an acronym, by the endings and exceptions of the language."""
        if _ACRONYM_PLURAL.fullmatch(word):
            return word[:-1]
        if "-" in word:
            return "-".join(self.singular(part) for part in word.split("-"))
        if word in self.singular_exceptions:
            return self.singular_exceptions[word]
        for plural, singular in self.singular_endings:
            if word.endswith(plural) and (plural == singular or len(word) > max(len(plural) + 1, _SHORT)):
                return word[: len(word) - len(plural)] + singular
        return word

    def is_plural(self, word: str) -> bool:
        """Whether a word looks like a plural noun: by its ending, or as an acronym with a small s ("GPUs")."""
        return self.singular(word.lower()) != word.lower() or _ACRONYM_PLURAL.fullmatch(word) is not None


@cache
def available() -> tuple[str, ...]:
    """Return the codes of all languages that have a pack, sorted."""
    names = (entry.name for entry in _DATA.iterdir())
    return tuple(
        sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml") and name != "common.toml")
    )


@cache
def _common() -> Mapping[str, Any]:
    return tomllib.loads((_DATA / "common.toml").read_text(encoding="utf-8"))


@cache
def predicate_group(name: str) -> frozenset[str]:
    """Return the predicate classes of a group of `common.toml`: "milestones", "growing", ...

    Raises:
        KeyError: there is no such group.
    """
    return frozenset(_common()["predicates"][name])


@cache
def load_pack(code: str) -> Pack:
    """Return the compiled pack of a language.

    Raises:
        LanguageError: there is no pack for the code.
        PackError: the pack is not well-formed.
    """
    if code not in available():
        raise LanguageError(f"no language pack for {code!r}; there are {', '.join(available())}")
    name = f"{code}.toml"
    return compile_pack(tomllib.loads((_DATA / name).read_text(encoding="utf-8")), _common(), f"lang/data/{name}")


def compile_pack(data: Mapping[str, Any], common: Mapping[str, Any], name: str) -> Pack:
    """Compile the tables of a pack file.

    Raises:
        PackError: a section is missing, unknown, or has a value of the wrong shape.
    """
    if wrong := sorted(_SECTIONS ^ data.keys()):
        raise PackError(f"{name}: missing or unknown section: {', '.join(wrong)}")
    try:
        return _compile(data, common)
    except (AttributeError, KeyError, TypeError, ValueError, re.error) as problem:
        raise PackError(f"{name}: {type(problem).__name__}: {problem}") from problem


def _compile(data: Mapping[str, Any], common: Mapping[str, Any]) -> Pack:
    words, scope, skip, per = data["words"], data["scope"], data["skip"], data["per"]
    signs = dict(common["currency_signs"]) | {code: code for code in currency_codes()}
    return Pack(
        code=data["language"]["code"],
        name=data["language"]["name"],
        numbers=_numbers(data["number"], common),
        units=PhraseTable(_inverted(data["units"])),
        symbols=PhraseTable(_inverted(common["symbols"]), exact_case=True),
        currencies=PhraseTable(_inverted(data["currencies"])),
        currency_signs=PhraseTable(signs, exact_case=True),
        units_before=PhraseTable(_inverted(data["units_before"])),
        spans=PhraseTable({form: (Decimal(n), unit) for form, (n, unit) in data["units_as_spans"].items()}),
        nouns=PhraseTable(_inverted(data["nouns"])),
        per=PhraseTable({word: word in per["article_words"] for word in per["words"]}),
        per_article_units=frozenset(per["periods"]) | frozenset(per["article_units"]),
        period_adjectives=_inverted(per["adjectives"]),
        bound_before=PhraseTable({form: Bound(key) for form, key in _inverted(data["bounds"]["before"]).items()}),
        bound_after=PhraseTable({form: Bound(key) for form, key in _inverted(data["bounds"]["after"]).items()}),
        bound_fillers=_flags(data["bounds"]["fillers"]),
        scope_before=PhraseTable(
            dict.fromkeys(scope["change_before"], Scope.CHANGE)
            | dict.fromkeys(scope["instalment_before"], Scope.INSTALMENT)
        ),
        scope_after=PhraseTable(dict.fromkeys(scope["instalment_after"], Scope.INSTALMENT)),
        scope_of=_flags(scope["of"]),
        partitives=_flags(data["followers"]["partitives"]),
        followers=_flags(data["followers"]["words"]),
        ages=_flags(data["units_as_ages"]["after"]),
        ages_before=_flags(data["units_as_ages"]["before"]),
        trend=PhraseTable({form: Trend(key) for key in ("up", "down") for form in data["trend"][key]}),
        trend_links=PhraseTable(
            dict.fromkeys(data["trend"]["links"], False) | dict.fromkeys(data["trend"]["levels"], True)
        ),
        ordinals=_flags(skip["ordinals"]),
        name_before=_flags(skip["name_before"]),
        definite=_flags(skip["definite"]),
        furniture=_flags(skip["furniture"]),
        back_nouns=frozenset(common["nouns"]["back"]),
        one_pronoun=frozenset(skip["one_pronoun"]),
        one_is_article=skip.get("one_is_article", False),
        ones=frozenset(form for form, value in data["number"]["words"].items() if value == 1),
        articles=frozenset(words["articles"]),
        function_words=frozenset(words["function"]),
        prepositions=frozenset(words["prepositions"]),
        openers=frozenset(words["openers"]),
        titles=frozenset(words["titles"]),
        clause_breaks=frozenset(words["clause_breaks"]),
        premodifiers=frozenset(words["adjective_before_noun"]),
        singular_endings=tuple((plural, singular) for plural, singular in data["singular"]["endings"]),
        singular_exceptions=data["singular"]["exceptions"],
        predicates=_predicates(data["predicates"]),
        milestone_forms=PhraseTable(
            {form: name for name in common["predicates"]["milestones"] for form in data["predicates"][name]["verbs"]}
        ),
        measures=_inverted(data["measures"]),
        statuses=PhraseTable({form: Status(key) for form, key in _inverted(data["status"]).items() if key != _ENDINGS}),
        future_endings=tuple(data["status"][_ENDINGS]),
        attributions=PhraseTable(
            dict.fromkeys(data["attribution"]["phrases"], False)
            | dict.fromkeys(data["attribution"]["before_source"], True)
        ),
        credits=_flags(data["attribution"]["credits"]),
        condition_starters=_flags(data["conditions"]["starters"]),
        condition_progress=_flags(data["conditions"]["progress"]),
        condition_money=frozenset(data["conditions"]["money"]),
        back_references=frozenset(data["conditions"]["back_references"]),
        times=compile_times(data["time"]),
    )


def _numbers(data: Mapping[str, Any], common: Mapping[str, Any]) -> Numbers:
    decimal, group = data["decimal"], data["group"]
    separator, point = (f"[{re.escape(signs)}]" for signs in (group, decimal))
    digit = "[0-9]"  # \d would take the digits of every script, which print numbers by other rules
    grouped = rf"{digit}{{1,3}}(?:{separator}{digit}{{3}}(?!{digit}))+(?:{point}{digit}+)?"
    digits = rf"{grouped}|{digit}+(?:[.,]{digit}+)?|[.,]{digit}+"
    words = data["words"]
    # The longest run of number words, joined as the language joins them: "twenty-five", "vingt et un", "two hundred".
    counted = "|".join(map(re.escape, sorted([*words, *data["spelled_magnitudes"]], key=len, reverse=True)))
    joint = rf"(?:[^\S\n]+|-|[^\S\n]+(?:{'|'.join(map(re.escape, data['joiners']))})[^\S\n]+)"
    word_run = rf"(?<![\w-])(?:{counted})(?:{joint}(?:{counted}))*(?!\w)"
    vague = {form: (Decimal(low), Decimal(high)) for form, (low, high) in data["vague"].items()}
    openers = "|".join(
        re.escape(form).replace(r"\ ", r"[^\S\n]+")
        for form in sorted(
            [*vague, *data["approximate"], *data["shares"], *data["fractions"], *words], key=len, reverse=True
        )
    )
    return Numbers(
        digits=re.compile(digits),
        decimal=decimal,
        group=group,
        words=PhraseTable(words),
        word_run=re.compile(word_run, re.IGNORECASE),
        magnitudes=PhraseTable(_decimals(data["magnitudes"])),
        letters=PhraseTable(_decimals(common["magnitude_letters"]), exact_case=True),
        fractions=PhraseTable(_decimals(data["fractions"])),
        shares=PhraseTable(_decimals(data["shares"])),
        vague=PhraseTable(vague),
        minus=_flags(data["minus"]),
        ratio=_flags(data["ratio"]["words"]),
        approximate=PhraseTable(_decimals(data["approximate"])),
        trigger=re.compile(rf"(?<!\w)(?:{openers})(?!\w)|[.,]?[0-9]", re.IGNORECASE),
        range_words=PhraseTable(dict.fromkeys(data["range_words"], False) | dict.fromkeys(data["range_and"], True)),
        range_open=_flags(data["range_open"]),
    )


def _predicates(data: Mapping[str, Any]) -> dict[str, Predicate]:
    table: dict[str, Predicate] = {}
    for name, forms in data.items():
        for key, is_verb in (("nouns", False), ("verbs", True)):
            table.update({form: Predicate(name, is_verb) for form in forms[key]})
    return table


def _inverted(data: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {form: key for key, forms in data.items() for form in forms}


def _decimals(data: Mapping[str, Any]) -> dict[str, Decimal]:
    return {form: Decimal(str(value)) for form, value in data.items()}


def _flags(forms: Iterable[str]) -> PhraseTable[bool]:
    return PhraseTable(dict.fromkeys(forms, True))
