"""What claims.toml and facts.toml hold, checked row by row: a mistake is one sentence with its file and line."""

from __future__ import annotations

import datetime as dt
import difflib
import math
import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.errors import InputError
from claimcheck.model import Bound, ClaimKind, ConflictType, Status, Verdict
from claimcheck.pytest_plugin.judge import NUMBERS
from claimcheck.pytest_plugin.ours import FILES, NEEDED
from claimcheck.pytest_plugin.positions import Row, line_of, rows
from claimcheck.pytest_plugin.show import shown_path
from claimcheck.report.quote import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from enum import StrEnum
    from pathlib import Path

__all__ = ["CLAIMS", "ROW_KEYS", "Expectation", "near", "parse", "read_expectations"]

CLAIMS = "claims.toml"
_FILE_OF = {table: file for file, tables in FILES.items() for table in tables}
_TOLD_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)$")
_WORDY = re.compile(r"\W+")
_NAME_ROOM = 40
"""Characters of its text that the id of a non_claim keeps."""


class _Type(NamedTuple):
    """What a value may be, in words and as a test."""

    words: str
    fits: Callable[[Any], bool]


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(_is_text(one) for one in value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool) and math.isfinite(value)


def _one_of(kind: type[StrEnum]) -> _Type:
    return _Type(f"one of {', '.join(kind)}", lambda value: isinstance(value, str) and value in list(kind))


_ID = _Type(
    'a text of visible characters without "::"',
    lambda value: _is_text(value) and visible(value) == value and "::" not in value,
)
_TEXT = _Type("a text", _is_text)
_TEXTS = _Type("a list of texts", _is_texts)
_TEXT_OR_TEXTS = _Type("a text or a list of texts", lambda value: isinstance(value, str) or _is_texts(value))
_NUMBER = _Type("a number", _is_number)
_COUNT = _Type(
    "a whole number from 1 on", lambda value: isinstance(value, int) and not isinstance(value, bool) and value > 0
)
_DAY = _Type(
    "a day such as 2025-09-22", lambda value: isinstance(value, dt.date) and not isinstance(value, dt.datetime)
)

_MARKS = {"xfail": _TEXT, "skip": _TEXT}
_PLACE = {"article": _TEXT, "text": _TEXT, "nth": _COUNT}
ROW_KEYS: dict[str, dict[str, _Type]] = {
    "claim": {
        "id": _ID, **_PLACE, "kind": _one_of(ClaimKind), **dict.fromkeys(NUMBERS, _NUMBER),
        "unit": _TEXT_OR_TEXTS, "bound": _one_of(Bound), "earliest": _DAY, "latest": _DAY, "per": _TEXT_OR_TEXTS,
        "status": _one_of(Status), **_MARKS,
    },
    "non_claim": {"id": _ID, **_PLACE, "why": _TEXT, **_MARKS},
    "fact": {
        "id": _ID, "what": _TEXT, "kind": _one_of(ClaimKind), "verdict": _one_of(Verdict),
        "conflict_type": _one_of(ConflictType), "claims": _TEXTS, "derivation": _TEXT, **_MARKS,
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Expectation:
    """One row: `table` and `place` say which of the file, `line` where it starts, `name` what its test is called.

    `values` are its keys as tomllib reads them, with Decimal for float.
    """

    path: Path
    line: int
    table: str
    place: int
    name: str
    values: Mapping[str, Any]

    @property
    def article(self) -> str:
        """The article that a claim or non_claim is in."""
        return str(self.values["article"])

    @property
    def text(self) -> str:
        """The words of a claim or non_claim."""
        return str(self.values["text"])

    @property
    def nth(self) -> int:
        """Which occurrence of the words is meant."""
        return int(self.values.get("nth", 1))

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims of a fact."""
        return tuple(self.values["claims"])

    def wrong(self, message: str) -> InputError:
        """Return an error that names this row."""
        return InputError(visible(message), shown_path(self.path), self.line)


def parse(text: str) -> dict[str, Any]:
    """Parse TOML, with numbers as they are written."""
    return tomllib.loads(text, parse_float=Decimal)


def read_expectations(path: Path) -> list[Expectation]:
    """Read a file of expectations, in its order.

    Raises:
        InputError: something in it is wrong; names file and line.
    """
    text, content = _load(path)
    placed = rows(text)
    found = []
    for table, listed in content.items():
        _check_table(table, listed, path, text)
        starts = placed.get(table, [])
        if len(starts) != len(listed):
            raise InputError(
                f"{table} has to be written as [[{table}]], or as a list of tables in braces", shown_path(path)
            )
        names: set[str] = set()
        for place, (values, row) in enumerate(zip(listed, starts, strict=True)):
            _check_row(table, values, _Lines(path, text, row))
            name = _name(table, values, names)
            names.add(name)
            found.append(Expectation(path, line_of(text, row.start), table, place, name, values))
    _check_unique(found)
    return sorted(found, key=lambda expectation: expectation.line)


def _load(path: Path) -> tuple[str, dict[str, Any]]:
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", shown_path(path)) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise InputError("is not UTF-8", shown_path(path), line) from error
    try:
        return text, parse(text)
    except tomllib.TOMLDecodeError as error:
        told = _TOLD_LINE.search(str(error))
        line = int(told[1]) if told else line_of(text, len(text.rstrip()))
        raise InputError(f"is not TOML: {_TOLD_LINE.sub('', str(error))}", shown_path(path), line) from error


@dataclass(frozen=True, slots=True)
class _Lines:
    """Knows the lines of one row, for errors."""

    path: Path
    text: str
    row: Row

    def wrong(self, message: str, key: str | None = None) -> InputError:
        """Return an error at a key, or at the start of the row."""
        at = self.row.entries[key].start if key in self.row.entries else self.row.start
        return InputError(message, shown_path(self.path), line_of(self.text, at))


def _check_table(table: str, listed: object, path: Path, text: str) -> None:
    found = re.search(rf"^\W*{re.escape(table)}\b", text, re.MULTILINE)
    line = line_of(text, found.end()) if found else None
    if table not in FILES[path.name]:
        home = _FILE_OF.get(table)
        hint = f"; it belongs into {home}" if home else near(table, FILES[path.name])
        raise InputError(f'{path.name} knows no key "{visible(table)}"{hint}', shown_path(path), line)
    if not isinstance(listed, list) or not all(isinstance(row, dict) for row in listed):
        raise InputError(f"{table} should be a list of tables", shown_path(path), line)


def _check_row(table: str, values: Mapping[str, object], lines: _Lines) -> None:
    known = ROW_KEYS[table]
    for key, value in values.items():
        if key not in known:
            raise lines.wrong(f'a {table} knows no key "{visible(key)}"{near(key, known)}', key)
        if not known[key].fits(value):
            raise lines.wrong(f"{key} should be {known[key].words}, not {_shown(value)}", key)
    for key in NEEDED[table]:
        if key not in values:
            raise lines.wrong(f'this {table} has no key "{key}"')


def _check_unique(found: Iterable[Expectation]) -> None:
    first: dict[str, Expectation] = {}
    for expectation in sorted(found, key=lambda row: row.line):
        other = first.setdefault(expectation.name, expectation)
        if other is not expectation:
            raise expectation.wrong(
                f'a second expectation with the id "{expectation.name}"; the first is in line {other.line}'
            )


def _name(table: str, values: Mapping[str, Any], taken: set[str]) -> str:
    """Return the id of a row; a non_claim need not have one, and gets one from its words."""
    if "id" in values:
        return str(values["id"])
    words = _WORDY.sub("-", values["text"][:_NAME_ROOM]).strip("-")
    stem = name = f"{table}:{_WORDY.sub('-', values['article'])}:{words}"
    number = 1
    while name in taken:
        number += 1
        name = f"{stem}:{number}"
    return name


def near(key: str, known: Iterable[str]) -> str:
    """Return the words that suggest what was meant, none where nothing is near."""
    found = difflib.get_close_matches(key, known, n=1)
    return f'; did you mean "{found[0]}"?' if found else ""


def _shown(value: object) -> str:
    return visible(
        f'"{value}"' if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)
    )
