"""Load, merge, check and compile language packs.

A pack is `data/<code>.toml` with the forms of verbs in `data/verbs/<code>.toml`, written by hand, over
`data/common.toml`, which holds what all languages share.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from claimcheck.errors import LanguageError, PackError
from claimcheck.lang.common import DATA, common
from claimcheck.lang.lexicon import PhraseTable
from claimcheck.lang.quantities import Opener, QuantityLexicon, compile_quantities, inverted, number_and_unit
from claimcheck.lang.schema import schema
from claimcheck.lang.syntax import SyntaxLexicon, compile_syntax
from claimcheck.lang.times import TimeLexicon, compile_times
from claimcheck.lang.tokens import tokenise
from claimcheck.model import Status

__all__ = ["Pack", "Predicate", "available", "load_pack"]

_SHORT = 3
"""Words up to this length are taken as they are, unless listed as exceptions: "gas" is no plural."""
_NO_STATUS = frozenset({"negations", "future_endings"})
"""Lists among the statuses that are named otherwise."""
_OPENING = frozenset({"", ".", "!", "?", ":", ";", "¿", "¡", '"', "“", "«", "‘"})
"""What stands before a word that has a capital because it opens a sentence or a quotation."""
_REMEMBERED = 1 << 16
"""Words whose plural is remembered; what a text may hold is unlimited."""
_ACRONYM_PLURAL = re.compile(r"[A-Z]{2,}s")


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a predicate form stands for: a class shared by languages, as a verb or as a noun."""

    name: str
    is_verb: bool


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """A compiled language pack. Tables map forms as written to what they mean.

    Packs are compared by identity, so that what is compiled from one can be remembered by it.
    """

    code: str
    name: str
    quantities: QuantityLexicon
    nouns: PhraseTable[str]
    articles: frozenset[str]
    """Indefinite articles, which count one: "a day ago"."""
    function_words: frozenset[str]
    capitalised: frozenset[str]
    """Words that open sentences, so that their capital makes no name of them."""
    clause_breaks: frozenset[str]
    premodifiers: frozenset[str]
    describing: frozenset[str]
    """Those of them that tell all the same what is counted: "new"."""
    has_modifiers: bool
    """Whether the words before a counted noun tell what is counted: "school buses"."""
    has_capitals: bool
    """Whether nouns are capitalised, so that a capital tells one."""
    common_endings: tuple[str, ...]
    """What common nouns end in and names do not, where both have capitals."""
    has_invariables: bool
    """Whether nouns that end as plurals do, and that the endings or exceptions keep as they are, may be plurals."""
    singular_endings: tuple[tuple[str, str], ...]
    singular_exceptions: Mapping[str, str]
    predicates: Mapping[str, Predicate]
    parted: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    """Verbs that part in a main clause: what may stand at its end, with the class, by the form that stands early."""
    milestone_forms: PhraseTable[str]
    measures: Mapping[str, str]
    dimensions: Mapping[str, str]
    """Words that say what a length beside them measures: "wide"."""
    sessions: PhraseTable[str]
    """Words for the parts of a trading day: "in premarket trading"."""
    statuses: PhraseTable[Status]
    negations: frozenset[str]
    """Words that negate the verb beside them."""
    future_endings: tuple[str, ...]
    attributions: PhraseTable[bool]
    """Words of saying; the value says whether the source comes right after ("according to")."""
    credits: PhraseTable[bool]
    condition_starters: PhraseTable[bool]
    condition_progress: PhraseTable[bool]
    condition_money: frozenset[str]
    back_references: frozenset[str]
    """Words that make a predicate noun point back: "this investment"."""
    syntax: SyntaxLexicon
    times: TimeLexicon
    periods: frozenset[str]
    """Nouns for lengths of time: "year", "quarters"."""
    triggers: frozenset[str]
    """Tokens without which, and without digits, a stretch of text holds no claim; empty where words are compounds."""
    abbreviations: frozenset[str]
    """Words before a full stop that ends no sentence."""
    unnamed: frozenset[str]
    """Words that have a capital for other reasons than being a name."""
    _plurals: dict[str, bool] = field(default_factory=dict, repr=False)
    """What `is_plural` has said: the same few thousand words come again and again."""
    _singulars: dict[str, str] = field(default_factory=dict, repr=False)

    def is_of(self, word: str) -> bool:
        """Whether a lower-case word ties a noun to the one before it: "of"."""
        return self.quantities.of.single(word) is not None

    def is_future(self, word: str, before: str) -> bool:
        """Whether a word has an ending of the future tense and is no name ("Riviera") or known other word.

        Args:
            word: the word as written.
            before: the token before it, empty at the start of a text.
        """
        if not self.future_endings or not word.lower().endswith(self.future_endings):
            return False
        is_name = word[0].isupper() and not word.isupper() and before not in _OPENING
        return word.isalpha() and word.lower() not in self.function_words and not is_name

    def singular(self, word: str) -> str:
        """Return the singular of a lower-cased noun or an acronym, by the endings and exceptions of the language."""
        if (known := self._singulars.get(word)) is None:
            if len(self._singulars) >= _REMEMBERED:
                self._singulars.clear()
            known = self._singulars[word] = self._singular(word)
        return known

    def _singular(self, word: str) -> str:
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
        """Whether a word looks like a plural noun: by its ending or capital, or as an acronym with an s ("GPUs")."""
        if (known := self._plurals.get(word)) is None:
            if len(self._plurals) >= _REMEMBERED:
                self._plurals.clear()
            lower = word.lower()
            known = self.singular(lower) != lower or _ACRONYM_PLURAL.fullmatch(word) is not None
            known = known or (self.has_invariables and self._is_invariable(lower))
            known = (known and not self.has_capitals) or (
                self.has_capitals and word[:1].isupper() and len(word) > _SHORT
            )
            self._plurals[word] = known
        return known

    def _is_invariable(self, word: str) -> bool:
        """Whether a noun is written in the plural as in the singular: "villageois"."""
        if word in self.singular_exceptions:
            return self.singular_exceptions[word] == word
        return next((plural == one for plural, one in self.singular_endings if word.endswith(plural)), False)


@cache
def available() -> tuple[str, ...]:
    """Return the codes of all languages that have a pack, sorted."""
    names = (entry.name for entry in DATA.iterdir())
    return tuple(
        sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml") and name != "common.toml")
    )


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
    seed = DATA / "cldr" / name
    parts = [part for part in (name, f"verbs/{name}") if (DATA / part).is_file()]
    return compile_pack(
        {f"lang/data/{part}": (DATA / part).read_text(encoding="utf-8") for part in parts},
        common(),
        tomllib.loads(seed.read_text(encoding="utf-8")) if seed.is_file() else {},
    )


def compile_pack(sources: Mapping[str, str], shared: Mapping[str, Any], seed: Mapping[str, Any] | None = None) -> Pack:
    """Compile the tables of the files of a pack, over those of its seed from CLDR.

    Args:
        sources: the text of each file of the pack, by what to call the file where it is wrong.
        shared: what all languages share.
        seed: unit and currency names of the language from CLDR.

    Raises:
        PackError: a text is no TOML, or a section is missing, unknown, in two files, or has a value of the wrong shape.
    """
    data: dict[str, Any] = {}
    for name, text in sources.items():
        try:
            part = tomllib.loads(text)
        except tomllib.TOMLDecodeError as problem:
            raise PackError(f"{name}: {problem}") from problem
        if twice := sorted(part.keys() & data.keys()):
            raise PackError(f"{name}: stands in another file of the pack too: {', '.join(twice)}")
        data |= part
    name = next(iter(sources))
    known = schema()
    if known.keys.keys() - known.optional - data.keys() or data.keys() - known.keys.keys():
        raise PackError(_told(data, sources))
    try:
        return _compile(data, shared, seed or {})
    except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError, re.error) as problem:
        raise PackError(_told(data, sources) or f"{name}: {type(problem).__name__}: {problem}") from problem


def _told(data: Mapping[str, Any], sources: Mapping[str, str]) -> str:
    """Return all that is wrong with a pack, a mistake a line; nothing where only the compiler finds it wrong."""
    from claimcheck.lang.check import problems  # noqa: PLC0415  # costs time that only who edits a pack should pay

    return "\n".join(problems(data, sources))


def _compile(data: Mapping[str, Any], shared: Mapping[str, Any], seed: Mapping[str, Any]) -> Pack:
    words, singular, times = (
        data["words"],
        data["singular"],
        compile_times(data["time"], seed, data["status"], data["attribution"]["phrases"]),
    )
    quantities = compile_quantities(data, shared, seed)
    return Pack(
        code=data["language"]["code"],
        name=data["language"]["name"],
        quantities=quantities,
        nouns=PhraseTable(inverted(data["nouns"])),
        articles=frozenset(words["articles"]),
        function_words=frozenset(words["function"]),
        capitalised=frozenset(words["openers"]),
        clause_breaks=frozenset(words["clause_breaks"]),
        premodifiers=frozenset(words["adjective_before_noun"]),
        describing=frozenset(singular.get("describing", ())),
        has_modifiers=singular.get("modifiers", False),
        has_capitals=singular.get("capitalised", False),
        common_endings=tuple(singular.get("common_endings", ())),
        has_invariables=singular.get("invariable", False),
        singular_endings=tuple((plural, one) for plural, one in singular["endings"]),
        singular_exceptions=singular["exceptions"],
        predicates=_predicates(data["predicates"]),
        parted=_parted(data["predicates"]),
        milestone_forms=PhraseTable(_milestones(data, shared)),
        measures=inverted(data["measures"]),
        dimensions=inverted(data.get("dimensions", {})),
        sessions=PhraseTable(inverted(data.get("sessions", {}))),
        statuses=PhraseTable(
            {form: Status(key) for key, forms in data["status"].items() if key not in _NO_STATUS for form in forms}
            | dict.fromkeys(data["status"]["negations"], Status.NEGATED)
        ),
        negations=frozenset(data["status"]["negations"]),
        future_endings=tuple(data["status"]["future_endings"]),
        attributions=PhraseTable(
            dict.fromkeys(data["attribution"]["phrases"], False)
            | dict.fromkeys(data["attribution"]["before_source"], True)
        ),
        credits=_flags(data["attribution"]["credits"]),
        condition_starters=_flags(data["conditions"]["starters"]),
        condition_progress=_flags(data["conditions"]["progress"]),
        condition_money=frozenset(data["conditions"]["money"]),
        back_references=frozenset(data["conditions"]["back_references"]),
        syntax=compile_syntax(data),
        times=times,
        periods=frozenset(inverted(data["time"]["units"]) | inverted(data["time"].get("plurals", {}))),
        triggers=_triggers(data, shared, quantities, times),
        abbreviations=_abbreviations(data),
        unnamed=_unnamed(words, times, data, shared),
    )


def _predicates(data: Mapping[str, Any]) -> dict[str, Predicate]:
    table: dict[str, Predicate] = {}
    for name, forms in data.items():
        for key, is_verb in (("nouns", False), ("verbs", True)):
            table.update({form: Predicate(name, is_verb) for form in forms[key]})
    return table


def _parted(data: Mapping[str, Any]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, forms in data.items():
        for form in forms.get("parted", ()):
            verb, *rest = form.split()
            table.setdefault(verb, []).append((tuple(rest), name))
    return {verb: tuple(ends) for verb, ends in table.items()}


def _milestones(data: Mapping[str, Any], shared: Mapping[str, Any]) -> dict[str, str]:
    """Return the verbs of steps that happen once, with their class."""
    return {form: name for name in shared["predicates"]["milestones"] for form in data["predicates"][name]["verbs"]}


def _triggers(
    data: Mapping[str, Any], shared: Mapping[str, Any], quantities: QuantityLexicon, times: TimeLexicon
) -> frozenset[str]:
    if quantities.numbers.compound is not None:
        return frozenset()
    numbers = {word for word, kind in quantities.numbers.openers.items() if kind is not Opener.ARTICLE}
    phrases = [*_milestones(data, shared), *data["conditions"]["starters"], *number_and_unit(data)]
    return frozenset(numbers) | times.openers | {max(tokenise(phrase).lower, key=len) for phrase in phrases}


def _abbreviations(data: Mapping[str, Any]) -> frozenset[str]:
    """Return the words that a pack writes with a full stop: "approx.", "Mio."."""
    tables = (data["number"]["magnitudes"], inverted(data["units"]), inverted(data["bounds"]["before"]))
    forms = [form for table in tables for form in table] + [*data["words"]["titles"], *data["skip"]["name_before"]]
    return frozenset(form.removesuffix(".").rpartition(" ")[2].lower() for form in forms if form.endswith("."))


def _unnamed(
    words: Mapping[str, Any], times: TimeLexicon, data: Mapping[str, Any], shared: Mapping[str, Any]
) -> frozenset[str]:
    common_nouns: list[str] = []  # where every noun has a capital, those that the pack knows are no names
    if data["singular"].get("capitalised", False):
        nouns = [form for forms in data["predicates"].values() for form in forms["nouns"]]
        common_nouns = [*inverted(data["nouns"]), *inverted(data["measures"]), *inverted(data["currencies"]), *nouns]
    return frozenset({
        *map(str.lower, common_nouns), *words["function"], *words["openers"], *words["titles"],
        *times.months, *times.weekdays,
        *inverted(data["units"]), *map(str.lower, shared["currency_signs"]), *shared["lower_codes"]["codes"],
    })  # fmt: skip


def _flags(forms: Iterable[str]) -> PhraseTable[bool]:
    return PhraseTable(dict.fromkeys(forms, True))
