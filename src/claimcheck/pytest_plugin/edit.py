"""Rewriting one expectation in its file, touching nothing else; refused unless the result is proved right."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from claimcheck.pytest_plugin.expectations import ROW_KEYS, Expectation, parse
from claimcheck.pytest_plugin.judge import NUMBERS
from claimcheck.pytest_plugin.positions import Entry, Row, line_of, rows
from claimcheck.pytest_plugin.show import ExpectationError, shown_path
from claimcheck.report.quote import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["rewrite"]

_LONG = Decimal(10) ** 6
"""From here on a float is written with an exponent."""


def rewrite(expectation: Expectation, changes: Mapping[str, object]) -> list[str]:
    """Change keys of one expectation in its file; None drops a key. Return one line for each change.

    Raises:
        ExpectationError: the file is not as it was read, cannot be written, or would change in more than asked for.
    """
    path = expectation.path
    try:
        text = path.read_bytes().decode("utf-8")
        before = parse(text)
    except (OSError, ValueError) as error:
        raise ExpectationError(f"not rewritten, the file cannot be read: {error}") from error
    if not _holds(before, expectation, expectation.values):
        raise ExpectationError("not rewritten, the file has changed since it was read")
    edited, told = text, []
    like = _number_in(text, rows(text)[expectation.table][expectation.place])
    for key, new in changes.items():
        row = rows(edited)[expectation.table][expectation.place]
        change = _Change(key, None if new is None else _literal(new, like), [*ROW_KEYS[expectation.table]])
        told.append(f"{shown_path(path)}:{line_of(edited, row.start)}: {expectation.name}: {change.told(edited, row)}")
        edited = change.made(edited, row)
    _prove(edited, before, expectation, changes)
    try:
        path.write_bytes(edited.encode("utf-8"))
    except OSError as error:
        raise ExpectationError(f"not rewritten, the file cannot be written: {error.strerror or error}") from error
    return told


def _holds(content: Mapping[str, Any], expectation: Expectation, values: Mapping[str, object]) -> bool:
    listed = content.get(expectation.table, [])
    return expectation.place < len(listed) and listed[expectation.place] == values


def _prove(edited: str, before: dict[str, Any], expectation: Expectation, changes: Mapping[str, object]) -> None:
    """Parse the edited text again, and compare it with what it should say.

    Raises:
        ExpectationError: it says something else.
    """
    wanted = deepcopy(before)
    row = wanted[expectation.table][expectation.place]
    for key, new in changes.items():
        row.pop(key, None)
        if new is not None:
            row[key] = new
    try:
        is_right = parse(edited) == wanted
    except tomllib.TOMLDecodeError:
        is_right = False
    if not is_right:
        raise ExpectationError(
            f"not rewritten, the line is laid out in a way that cannot be edited safely: {', '.join(changes)}"
        )


@dataclass(frozen=True, slots=True)
class _Change:
    """One key of one row, with the literal that it gets; None drops it.

    `order` has the keys that a row can have: a new one goes behind the nearest of those before it.
    """

    key: str
    literal: str | None
    order: list[str]

    def told(self, text: str, row: Row) -> str:
        """Say what changes."""
        if self.key not in row.entries:
            return visible(f"{self.key} {self.literal} added")
        old = text[row.entries[self.key].value : row.entries[self.key].end]
        return visible(f"{self.key} {old} dropped" if self.literal is None else f"{self.key} {old} -> {self.literal}")

    def made(self, text: str, row: Row) -> str:
        """Return the text with the change."""
        if self.key not in row.entries:
            return text if self.literal is None else self._added(text, row)
        entry = row.entries[self.key]
        if self.literal is not None:
            return text[: entry.value] + self.literal + text[entry.end :]
        return self._dropped_inline(text, row) if row.inline else _without_line(text, entry)

    def _added(self, text: str, row: Row) -> str:
        known = [key for key in self.order[: self.order.index(self.key)] if key in row.entries]
        last = row.entries[known[-1]] if known else max(row.entries.values(), key=lambda entry: entry.start)
        if row.inline:
            return f"{text[: last.end]}, {self.key} = {self.literal}{text[last.end :]}"
        line_start = text.rfind("\n", 0, last.start) + 1
        line_end = text.find("\n", last.end)
        if line_end < 0:
            return f"{text}\n{text[line_start : last.start]}{self.key} = {self.literal}\n"
        newline = "\r\n" if text[line_end - 1] == "\r" else "\n"
        line = f"{text[line_start : last.start]}{self.key} = {self.literal}{newline}"
        return text[: line_end + 1] + line + text[line_end + 1 :]

    def _dropped_inline(self, text: str, row: Row) -> str:
        entries = sorted(row.entries.values(), key=lambda entry: entry.start)
        at = entries.index(row.entries[self.key])
        if at:
            return text[: entries[at - 1].end] + text[entries[at].end :]
        following = entries[1].start if len(entries) > 1 else entries[0].end
        return text[: entries[0].start] + text[following:]


def _without_line(text: str, entry: Entry) -> str:
    """Take a key out of a table: with its line, unless a comment stands there too."""
    line_start = text.rfind("\n", 0, entry.start) + 1
    line_end = text.find("\n", entry.end)
    line_end = len(text) if line_end < 0 else line_end + 1
    rest = text[entry.end : line_end]
    return text[:line_start] + (rest.lstrip(" \t") if rest.strip() else "") + text[line_end:]


def _number_in(text: str, row: Row) -> str:
    """Return how a row writes its number, for a new one to look alike."""
    return next((text[row.entries[key].value : row.entries[key].end] for key in NUMBERS if key in row.entries), "1.0")


def _literal(new: object, like: str) -> str:
    """Write a value as TOML."""
    if isinstance(new, Decimal):
        return _number(new, is_float=not like.lstrip("+-").replace("_", "").isdigit())
    return new.isoformat() if isinstance(new, dt.date) else json.dumps(str(new), ensure_ascii=False)


def _number(number: Decimal, *, is_float: bool) -> str:
    """Write a number.

    >>> [_number(Decimal(number), is_float=True) for number in ("10", "1.20E9", "6.40")]
    ['10.0', '1.2e9', '6.4']
    """
    if number != number.to_integral_value():
        return f"{number.normalize():f}"
    if not is_float:
        return f"{number:.0f}"
    return f"{number:.1f}" if abs(number) < _LONG else f"{number.normalize():e}".replace("e+", "e")
