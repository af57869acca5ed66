"""Where things stand in a TOML text: the parser of the standard library does not tell.

The text is one that `tomllib` has accepted, so this only splits it into statements and counts lines.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

__all__ = ["Path", "Places"]

Path = tuple[str, ...]
"""The keys that lead to a value, from the outermost table."""

_TOKEN = re.compile(
    r"""
      (?P<comment>\#[^\n]*)
    | (?P<text>\"{3}[\s\S]*?\"{3} | '{3}[\s\S]*?'{3} | "(?:[^"\\\n]|\\.)*" | '[^'\n]*')
    | (?P<newline>\n)
    | (?P<sign>[\[\]{},=])
    | (?P<bare>[^\s\[\]{},=\#"']+)
    """,
    re.VERBOSE,
)


class _Token(NamedTuple):
    kind: str
    text: str
    line: int


class Places:
    """The lines of the sections, keys and list items of a TOML text.

    >>> places = Places(chr(10).join(["[units]", "watt = [", "'watt',", "'watts',", "]"]))
    >>> places.line(("units",)), places.line(("units", "watt")), places.line(("units", "watt"), 1)
    (1, 2, 4)
    """

    def __init__(self, text: str) -> None:
        self._lines: dict[Path, int] = {(): 1}
        self._items: dict[Path, list[int]] = {}
        section: Path = ()
        for statement in _statements(text):
            if statement[0].text == "[":
                section = _names(token for token in statement if token.kind != "sign")
                self._note(section, statement[0].line)
                continue
            equals = next(i for i, token in enumerate(statement) if token.text == "=")
            path = section + _names(iter(statement[:equals]))
            self._note(path, statement[0].line)
            self._items[path] = [token.line for token in statement[equals:] if token.kind != "sign"]

    def line(self, path: Path, item: int | None = None) -> int:
        """Return the 1-based line of a section, a key, or the n-th text or number of its value.

        What is not written anywhere has the line of the nearest table around it.
        """
        items = self._items.get(path, [])
        if item is not None and item < len(items):
            return items[item]
        while path not in self._lines:
            path = path[:-1]
        return self._lines[path]

    def _note(self, path: Path, line: int) -> None:
        for end in range(1, len(path) + 1):  # a section also opens the tables around it
            self._lines.setdefault(path[:end], line)


def _statements(text: str) -> Iterator[Sequence[_Token]]:
    """Split a text into section headers and assignments, which end with the line where all brackets are closed."""
    statement: list[_Token] = []
    depth = 0
    line = 1
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if kind == "newline" and depth == 0 and statement:
            yield statement
            statement = []
        if kind == "sign":
            depth += (match.group() in "[{") - (match.group() in "]}")
        if kind not in ("newline", "comment"):
            statement.append(_Token(kind, match.group(), line))
        line += match.group().count("\n")
    if statement:
        yield statement


def _names(tokens: Iterator[_Token]) -> Path:
    """Return the parts of a key, which may be quoted and joined by dots."""
    names: list[str] = []
    for token in tokens:
        if token.kind == "text":
            names.append(tomllib.loads(f"key = {token.text}")["key"])
        else:
            names += filter(None, token.text.split("."))
    return tuple(names)
