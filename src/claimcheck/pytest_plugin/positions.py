"""Where the rows and keys of a TOML file stand in its text, which tomllib does not tell.

The text must have been accepted by tomllib; what is wrong with it is not found here.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = ["Entry", "Row", "line_of", "rows"]

_TOKEN = re.compile(
    r'''
      (?P<skip>[ \t]+|\#[^\n]*)
    | (?P<newline>\r?\n)
    | (?P<string>
          """(?:[^"\\]|\\.|"(?!""))*"{3,5}
        | \'\'\'(?:[^']|'(?!''))*'{3,5}
        | "(?:[^"\\\n]|\\.)*"
        | '[^'\n]*'
      )
    | (?P<sign>[\[\]{},=])
    | (?P<bare>[^\s\[\]{},="'\#]+)
    ''',
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One key with its value: `start` is where the key starts, the value stands from `value` to `end`."""

    start: int
    value: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """One table of an array of tables; `inline` says that it is written in braces."""

    start: int
    inline: bool
    entries: dict[str, Entry] = field(default_factory=dict)


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


def rows(text: str) -> dict[str, list[Row]]:
    """Return the rows of every array of tables at the top level, by its name."""
    return _Scanner(text).rows


def line_of(text: str, at: int) -> int:
    """Return the 1-based line of a character."""
    return text.count("\n", 0, at) + 1


class _Scanner:
    """Walks over the tokens once."""

    def __init__(self, text: str) -> None:
        self.rows: dict[str, list[Row]] = {}
        found = ((match.lastgroup or "", match) for match in _TOKEN.finditer(text))
        self._tokens = [_Token(kind, match[0], *match.span()) for kind, match in found if kind != "skip"]
        self._tokens.append(_Token("end", "", len(text), len(text)))
        self._at = 0
        self._document()

    @property
    def _next(self) -> _Token:
        return self._tokens[self._at]

    def _take(self) -> _Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _document(self) -> None:
        into: dict[str, Entry] | None = None
        is_top = True
        while self._next.kind != "end":
            if self._next.kind == "newline":
                self._take()
            elif self._next.text == "[":
                into, is_top = self._header(), False
            else:
                self._pair(into, is_top=is_top)

    def _header(self) -> dict[str, Entry] | None:
        """Read a table header; return where its keys belong, None for a table that is no row."""
        first = self._take()
        is_row = self._next.text == "["
        name = self._name("]")
        if not is_row:
            return None
        self._take()
        row = Row(first.start, inline=False)
        self.rows.setdefault(name, []).append(row)
        return row.entries

    def _pair(self, into: dict[str, Entry] | None, *, is_top: bool) -> None:
        start = self._next.start
        name = self._name("=")
        value = self._next.start
        end = self._value(name if is_top else None)
        if into is not None:
            into[name] = Entry(start, value, end)

    def _name(self, until: str) -> str:
        """Read a key, up to a sign that is taken as well."""
        parts = []
        while (token := self._take()).text != until:
            if token.kind == "string":
                parts.append(str(tomllib.loads(f"key = {token.text}")["key"]))
            elif token.text != "[":
                parts.append(token.text)
        return "".join(parts)

    def _value(self, name: str | None) -> int:
        """Read a value and return where it ends; `name` is set where its elements may be rows."""
        if self._next.text == "[":
            return self._array(name)
        if self._next.text == "{":
            return self._table({})
        end = self._take().end
        while self._next.kind == "bare":  # a date and its time of day may have a space between them
            end = self._take().end
        return end

    def _array(self, name: str | None) -> int:
        self._take()
        while self._next.text != "]":
            if name is not None and self._next.text == "{":
                row = Row(self._next.start, inline=True)
                self.rows.setdefault(name, []).append(row)
                self._table(row.entries)
            elif self._next.text == "," or self._next.kind == "newline":
                self._take()
            else:
                self._value(None)
        return self._take().end

    def _table(self, into: dict[str, Entry]) -> int:
        self._take()
        while self._next.text != "}":
            if self._next.text == "," or self._next.kind == "newline":
                self._take()
            else:
                self._pair(into, is_top=False)
        return self._take().end
