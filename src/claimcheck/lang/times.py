"""The time words of a language pack, compiled into patterns.

A pattern of a pack is a regular expression in which `{month}`, `{n}` and the like stand for word classes; each class
becomes a named group, so that the rules that read a match need no words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claimcheck.lang.lexicon import PhraseTable, alternation, fold
from claimcheck.lang.tokens import tokenise

__all__ = ["DATE", "NUMBER", "YEAR", "TimeLexicon", "TimePattern", "compile_times"]

NUMBER, YEAR, DATE = "0", "2000", "1/1"
"""What stands for a number, a number that may be a year, and a date in digits among the first tokens."""
_HELPERS = frozenset({"shift", "part"})
"""Classes whose words make a time only beside those of another."""
_UNCERTAIN = re.compile(r"\([^()]*\)\?|\([^()]*\|[^()]*\)")
_WHOLE_WORD = re.compile(r"\{([a-z]+)\}(?=$|[ ,)|]|\(\?[=!])")
"""A class whose word is a token of its own; letters right after it ("{weekday}abend") make it part of another."""
_DIGITS = re.compile(r"\[[^\]]*\]|\\d")
_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")
# Signs that every language shares.
_FIXED = {
    "day": r"(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9])",
    "year": r"(?P<year>(?:1[5-9]|20)[0-9][0-9])(?![0-9])",
    "decade": r"(?P<decade>(?:1[5-9]|20)[0-9]0)",
}
_DAY, _MONTH = r"(?P<day>3[01]|[12][0-9]|0?[1-9])", r"(?P<month_number>1[0-2]|0?[1-9])"
_YEAR = r"(?P<short_year>(?:19|20)?[0-9][0-9])"
_NUMERIC = {
    "iso": r"(?P<year>(?:19|20)[0-9][0-9])-(?P<month_number>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12][0-9]|3[01])",
    "mdy": rf"{_MONTH}/{_DAY}/{_YEAR}",
    "dmy": rf"{_DAY}[/.]{_MONTH}[/.]{_YEAR}",
}


@dataclass(frozen=True, slots=True)
class TimePattern:
    """A pattern, the rule that reads its matches, and what a text must hold for it to match at all.

    `needs` has a bit for each word class that the pattern cannot do without: its place among `TimeLexicon.classes`.
    """

    rule: str
    pattern: re.Pattern[str]
    needs: int


@dataclass(frozen=True, slots=True)
class TimeLexicon:
    """Time words and patterns of one language.

    `patterns` stand in the order of the pack; the tables say what the text of each named group means. `classes` holds a
    token of each word of each class, `openers` those without which there is no time,
    `vague_tokens` those without which there is no vague one.
    """

    classes: tuple[frozenset[str], ...]
    openers: frozenset[str]
    vague_tokens: frozenset[str]

    patterns: tuple[TimePattern, ...]
    trigger: re.Pattern[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: Mapping[str, str]
    shifts: Mapping[str, int]
    days: Mapping[str, int]
    parts: Mapping[str, str]
    halves: Mapping[str, int]
    quarters: Mapping[str, int]
    seasons: Mapping[str, str]
    halves_of_day: Mapping[str, int]
    vague: PhraseTable[int]
    since: PhraseTable[bool]
    by: PhraseTable[bool]
    approx: PhraseTable[bool]


def compile_times(data: Mapping[str, Any]) -> TimeLexicon:
    """Compile the `[time]` section of a pack.

    Raises:
        KeyError: a pattern names a class that the pack does not have.
        re.error: a pattern is not a regular expression.
    """
    units = {form: unit for unit, forms in data["units"].items() for form in forms}
    classes = _FIXED | {
        "month": _group("month", data["months"], exact=True),
        "weekday": _group("weekday", data["weekdays"], exact=True),
        "unit": _group("unit", units),
        "shift": _group("shift", data["shifts"]),
        "dayword": _group("dayword", data["days"]),
        "part": _group("part", data["parts"]),
        "half": _group("half", data["halves"]),
        "quarter": _group("quarter", data["quarters"]),
        "season": _group("season", data["seasons"]),
        "n": r"(?P<n>[0-9]+|(?:[^\W\d]+))",
    }
    firsts = _first_tokens(data, units)
    names = list(firsts)
    patterns = [
        TimePattern("date", re.compile(rf"(?<![\w/-]){_NUMERIC[form]}(?![\w/])"), 1 << names.index(need))
        for form, need in (("iso", "year"), (data["numeric_order"], "numeric"))
    ]
    for rule, sources in data["patterns"].items():
        for source in sources:
            body = _PLACEHOLDER.sub(lambda match: classes[match[1]], _spelled(source))
            pattern = re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)
            patterns.append(TimePattern(rule, pattern, _needs(rule, source, names)))
    return TimeLexicon(
        classes=tuple(firsts.values()),
        openers=frozenset().union(*(words for name, words in firsts.items() if name not in _HELPERS))
        | frozenset(map(_longest_token, data["vague"])),
        vague_tokens=frozenset(map(_longest_token, data["vague"])),
        patterns=tuple(patterns),
        trigger=re.compile("|".join(_triggers(data, units)) + r"|(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\d[/.:-]\d"),
        months=_folded(data["months"]),
        weekdays=_folded(data["weekdays"]),
        units=_folded(units),
        shifts=_folded(data["shifts"]),
        days=_folded(data["days"]),
        parts=_folded(data["parts"]),
        halves=_folded(data["halves"]),
        quarters=_folded(data["quarters"]),
        seasons=_folded(data["seasons"]),
        halves_of_day=_folded(data["halves_of_day"]),
        vague=PhraseTable(data["vague"]),
        since=PhraseTable(dict.fromkeys(data["cues"]["since"], True)),
        by=PhraseTable(dict.fromkeys(data["cues"]["by"], True)),
        approx=PhraseTable(dict.fromkeys(data["cues"]["approx"], True)),
    )


def _first_tokens(data: Mapping[str, Any], units: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Return a token of each word of each class, the longest; digits stand for themselves as kinds of number."""
    clock = [*data["halves_of_day"], *data["clock_marks"], ":"]
    forms = {
        "month": data["months"], "weekday": data["weekdays"], "unit": units, "shift": data["shifts"],
        "dayword": data["days"], "part": data["parts"], "half": data["halves"], "quarter": data["quarters"],
        "season": data["seasons"], "clock": clock,
    }  # fmt: skip
    firsts = {name: {_longest_token(form.replace("_", " ")) for form in words} for name, words in forms.items()}
    kinds = {"day": NUMBER, "year": YEAR, "decade": YEAR, "numeric": DATE}
    plain = {name: frozenset(NUMBER if word[0].isdigit() else word for word in words) for name, words in firsts.items()}
    return plain | {name: frozenset({kind}) for name, kind in kinds.items()}


def _longest_token(form: str) -> str:
    return max(tokenise(form).lower, key=len)


def _needs(rule: str, source: str, names: Sequence[str]) -> int:
    """Return the bits of the classes outside optional and alternative groups, and of what the rule always needs."""
    certain = source
    while (shorter := _UNCERTAIN.sub(lambda group: "" if group[0].startswith("(?: ") else "\0", certain)) != certain:
        certain = shorter
    needed = {name for name in _WHOLE_WORD.findall(certain) if name in names}
    needed |= {"clock"} if rule == "clock" else {"year"} if "<year>" in source or rule == "decade" else set()
    return sum(1 << names.index(name) for name in needed)


def _spelled(source: str) -> str:
    """Let the spaces, apostrophes and digits of a pattern match all that printers use for them."""
    source = source.replace(" ?", r"[^\S\n]*").replace(" ", r"[^\S\n]+")
    source = source.replace("'", "['’‘]")
    return _DIGITS.sub(lambda match: match[0].replace(r"\d", "0-9") if match[0][0] == "[" else "[0-9]", source)


def _group(name: str, forms: Iterable[str], *, exact: bool = False) -> str:
    written = [form.replace("_", " ") for form in forms]
    if exact:  # a month or weekday name is written as the pack has it, capitalised, or in capitals
        written = sorted({*written, *(form.capitalize() for form in written), *(form.upper() for form in written)})
        return f"(?P<{name}>(?-i:{alternation(written)}))"
    return f"(?P<{name}>{alternation(written)})"


def _triggers(data: Mapping[str, Any], units: Mapping[str, str]) -> list[str]:
    """Write one word-level alternation per class whose words open or carry a time."""
    exact = [form for section in ("months", "weekdays") for form in data[section]]
    anycase = [*units, *data["days"], *data["seasons"], *data["halves"], *data["quarters"], *data["vague"]]
    marks = alternation([*data["halves_of_day"], *data["clock_marks"]])
    return [
        rf"[0-9][^\S\n]?(?i:{marks})(?!\w)",
        _group("exact", exact, exact=True),
        rf"(?<!\w)(?i:{alternation(anycase)})",
    ]


def _folded(table: Mapping[str, Any]) -> dict[str, Any]:
    return {fold(form.replace("_", " ")): value for form, value in table.items()}
