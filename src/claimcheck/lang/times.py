"""The time words of a language pack: a table from tokens to the classes that the time grammar is written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from claimcheck.lang.tokens import Tokens, TokenTable, tokenise
from claimcheck.model import Granularity, Mod

__all__ = ["CUES", "TIME_WORDS", "TimeClass", "TimeLexicon", "TimeWord", "compile_times"]

TimeClass = str
"""The name of a word class of the time grammar, which `claimcheck.extract.time_grammar` explains."""

_TABLES = {
    "months": "M", "weekdays": "W", "recurring": "WS", "shifts": "S", "again": "A", "comparable": "YA", "days": "D",
    "day_parts": "DP", "recurring_parts": "PS", "relative": "RU", "ends": "PU", "parts": "P", "ordinals": "O",
    "halves": "H", "quarters": "Q", "seasons": "SE", "decades": "YW", "halves_of_day": "CL", "hours": "HW",
    "holidays": "HD", "counts": "X", "vague": "V", "deictic": "R",
}  # fmt: skip
"""The tables of a pack that say what words stand for, and the class of their words.

Most list the forms under what they stand for; those of `_BY_FORM` give each form its value.
"""
_BY_FORM = frozenset({
    "months", "weekdays", "recurring", "days", "relative", "ends", "parts", "halves_of_day", "hours", "holidays",
    "counts",
})  # fmt: skip
_SIGNS = {",": "c", "-": "hy", "–": "hy", "/": "sl", ".": "dot", ":": "col", "(": "lp", ")": "rp"}


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A word or phrase of the time grammar: the tokens after its first, its class, and what it stands for.

    `cased` words are written with a capital wherever they mean a time ("May"); `is_plain` ones are a single token in
    any case.
    """

    rest: tuple[str, ...]
    kind: TimeClass
    value: Any
    cased: bool = False
    is_plain: bool = True

    def end_at(self, tokens: Tokens, at: int) -> int | None:
        """Return the index past the word where it stands at a token, None where it does not."""
        end = at + 1 + len(self.rest)
        if self.rest and tuple(tokens.lower[at + 1 : end]) != self.rest:
            return None
        if self.cased:
            written = tokens.text[tokens.starts[at] : tokens.ends[end - 1]]
            return end if next((letter.isupper() for letter in written if letter.isalpha()), False) else None
        return end


@dataclass(frozen=True, slots=True)
class TimeLexicon:
    """Time words of one language.

    `words` is keyed by first token; `openers` are the tokens without which there is no time, `starters` those that one
    may start with, `articles` those that tell nothing alone; `doubtful` names are other words too, and need one of the
    `bare_cues` before them. `cues` bound a time ("since"). `tense` says of a phrase whether it speaks of the future.
    """

    words: Mapping[str, tuple[TimeWord, ...]]
    openers: frozenset[str]
    starters: frozenset[str]
    articles: frozenset[str]
    doubtful: frozenset[str]
    month_first: bool
    """Whether the month stands first in a date in digits."""
    has_capital_months: bool
    """Whether months are written with a capital, so that it makes no other name of one."""
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    cues: TokenTable[Mod]
    bare_cues: frozenset[str]
    tense: TokenTable[bool]

    def at(self, tokens: Tokens, place: int) -> list[tuple[TimeClass, int, Any]]:
        """Return the classes of the words that start at a token, each with the index past it and its value."""
        lower = tokens.lower[place]
        known = self.words.get(lower)
        if known is None:
            known = self.words.get(lower[:-1]) if lower[-1:] == "'" else None  # "Monday's"
            if known is None:
                return []
        found, past = [], place + 1
        following = tokens.lower[past]
        for word in known:
            if word.is_plain:
                found.append((word.kind, past, word.value))
            elif (not word.rest or word.rest[0] == following) and (end := word.end_at(tokens, place)) is not None:
                found.append((word.kind, end, word.value))
        return found


def compile_times(
    data: Mapping[str, Any], seed: Mapping[str, Any], status: Mapping[str, Any], said: Iterable[str]
) -> TimeLexicon:
    """Compile the `[time]` section of a pack.

    Args:
        data: the section.
        seed: names of months and weekdays from CLDR, for those that the section does not have.
        status: the `[status]` section, which gives the words of tense.
        said: words of saying, which are told of the past ("said on Tuesday that it will").
    """
    months = seed.get("months") or data.get("months", {})
    data = {**data, **{name: _with_seed(data.get(name, {}), seed.get(name, {})) for name in ("months", "weekdays")}}
    table: dict[str, list[TimeWord]] = {}
    openers: set[str] = set()
    for kind, form, value in _forms(data):
        firsts = _tokens(form)
        cased = form != form.lower()
        table.setdefault(firsts[0], []).append(
            TimeWord(tuple(firsts[1:]), kind, value, cased, is_plain=len(firsts) == 1 and not cased)
        )
        if kind in _OPENING:
            openers.add(max(firsts, key=len))
    for sign, kind in _SIGNS.items():
        table.setdefault(sign, []).append(TimeWord((), kind, sign))
    cues = {form: Mod(cue) for cue, forms in data["cues"].items() for form in forms if cue != "bare"}
    return TimeLexicon(
        words={first: tuple(sorted(words, key=lambda word: -len(word.rest))) for first, words in table.items()},
        openers=frozenset(openers),
        starters=frozenset(first for first, words in table.items() if any(word.kind not in _LINKS for word in words)),
        articles=frozenset(data["words"].get("the", ())),
        doubtful=frozenset(data.get("doubtful", ())),
        month_first=data["numeric_order"] == "mdy",
        has_capital_months=all(form[:1].isupper() for form in months),
        months={form.lower(): value for form, value in data["months"].items()},
        weekdays={form.lower(): value for form, value in data["weekdays"].items()},
        cues=TokenTable(cues),
        bare_cues=frozenset(data["cues"]["bare"]),
        tense=TokenTable(dict.fromkeys([*said, *status["done"]], False) | dict.fromkeys(status["planned"], True)),
    )


_OPENING = frozenset({
    "M", "W", "WS", "WP", "A", "YA", "D", "DP", "RU", "PU", "U", "H", "Q", "SE", "YW", "DB", "HD", "HW", "CL", "CM",
    "V", "R",
})  # fmt: skip
"""Classes of which a time holds at least one word, unless digits make it one."""
_LINKS = frozenset({
    "of", "on", "to", "and", "aft", "bef", "fr", "btw", "Z", "os", "pos", "DS", "ear", "lat", "agoa", "aheada", "CM",
    "PE",
    *_SIGNS.values(),
})  # fmt: skip
"""Classes that stand between the parts of a time, or end it."""


def _with_seed(forms: Mapping[str, int], seed: Mapping[str, int]) -> dict[str, int]:
    own = {form.lower() for form in forms}
    return {**forms, **{form.lower(): value for form, value in seed.items() if form.lower() not in own}}


def _forms(data: Mapping[str, Any]) -> Iterator[tuple[TimeClass, str, Any]]:
    """Yield the class, form and value of every time word of a pack."""
    for name, kind in _TABLES.items():
        for key, value in data.get(name, {}).items():
            if name in _BY_FORM:
                yield kind, key, value
            else:
                yield from ((kind, form, _meaning(key)) for form in value)
    for unit, forms in data["units"].items():
        yield from (("U", form, (Granularity(unit), False)) for form in forms)
    for unit, forms in data.get("plurals", {}).items():
        yield from (("U", form, (Granularity(unit), True)) for form in forms)
    for kind, forms in data["words"].items():
        yield from ((_WORDS[kind], form, form if kind == "zones" else None) for form in forms)
    yield from (("CM", form, None) for form in data.get("clock_marks", ()))
    for weekday, day in data["weekdays"].items():  # "Montagabend"
        for value, parts in data.get("glued_day_parts", {}).items():
            yield from (("WP", weekday + part, (day, value)) for part in parts)


def _meaning(key: str) -> int | str:
    """Return what a key of a table stands for: TOML has no numbers as keys."""
    return int(key) if key[-1].isdigit() else key


_WORDS = {
    "the": "the", "of": "of", "on": "on", "every": "ev", "ago_before": "agob", "ago_after": "agoa",
    "ahead_before": "aheadb", "ahead_after": "aheada", "earlier": "ear", "later": "lat", "after": "aft",
    "before": "bef", "from": "fr", "between": "btw", "to": "to", "and": "and", "year": "fy", "decade_before": "DB",
    "decade_after": "DS", "zones": "Z", "ordinal_signs": "os", "possessive": "pos", "period": "PE", "at": "at",
    "at_hour": "ah",
}  # fmt: skip
TIME_WORDS = tuple(_WORDS)
"""The lists of a pack's `[time.words]`."""
CUES = tuple(map(str, (Mod.SINCE, Mod.AFTER, Mod.BY, Mod.BEFORE, Mod.APPROX)))
"""What a word before a time may say of it."""


def _tokens(form: str) -> list[str]:
    tokens = tokenise(form.removesuffix("'")).lower[:-1]
    if form.endswith("'"):
        tokens[-1] += "'"
    return tokens
