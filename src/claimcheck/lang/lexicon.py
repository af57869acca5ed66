"""Phrase tables: the words of a language pack, compiled for finding at a place of a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from claimcheck.lang.tokens import ODD_LETTERS, SIGNS

__all__ = ["Hit", "PhraseTable", "alternation", "fold", "plain"]

Value = TypeVar("Value")

_SPACE = r"[^\S\n]+"
# What printers use interchangeably; a pack writes the plain one. Inside a phrase a dash is a hyphen too.
_PLAIN = {**SIGNS, "–": "-"}
_VARIANTS = {
    usual: f"[{re.escape(usual)}{''.join(sign for sign, plain in _PLAIN.items() if plain == usual)}]"
    for usual in _PLAIN.values()
} | {" ": _SPACE}
_SPACES = re.compile(r"\s+")
_SIGNS = str.maketrans(_PLAIN)
# A phrase that ends in a sign ("$") may touch the number; one that ends in a letter may not touch a letter.
_END = r"(?:(?<=\W)|(?!\w))"
_WINDOW = 60
"""Characters looked at before a place; no phrase of a pack is longer."""


class Hit(NamedTuple, Generic[Value]):
    """A phrase found in a text: where, and what the table says of it."""

    start: int
    end: int
    value: Value


def plain(text: str) -> str:
    """Return a text with one kind of space, apostrophe and hyphen, as packs are written."""
    return _SPACES.sub(" ", text).translate(_SIGNS)


def fold(text: str) -> str:
    """Return a text as packs are written, in lower case.

    >>> fold("Avant‑Hier"), fold("aujourd’hui")
    ('avant-hier', "aujourd'hui")
    """
    return plain(text).translate(ODD_LETTERS).lower()


def alternation(phrases: list[str]) -> str:
    """Write a regular expression that matches any of the phrases, longest first, sharing their beginnings.

    >>> alternation(["as", "at", "ate"])
    'a(?:s|t(?:e)?)'
    """
    trie: dict[str, Any] = {}
    for phrase in phrases:
        node = trie
        for char in phrase:
            node = node.setdefault(char, {})
        node[""] = {}
    return _write(trie)


def _write(node: dict[str, Any]) -> str:
    branches = []
    for char, rest in node.items():
        if char == "":
            continue
        tail = char
        while len(rest) == 1 and "" not in rest:  # a run without a fork is written as plain text
            ((char, rest),) = rest.items()  # noqa: PLW2901
            tail += char
        branches.append("".join(_VARIANTS.get(c) or re.escape(c) for c in tail) + _write(rest))
    if not branches:
        return ""
    group = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
    return f"{group}?" if "" in node else group


class PhraseTable(Generic[Value]):
    """Finds the longest phrase that starts, or ends, exactly at a place of a text.

    Matching ignores case; any run of spaces matches a space, any apostrophe or hyphen its kind.
    A phrase is found only as whole words.

    >>> table = PhraseTable({"at least": "at_least", "at": "?"})
    >>> table.after("at  least 10", 0)
    Hit(start=0, end=9, value='at_least')
    >>> table.before("worth at least", 14).value
    'at_least'
    """

    def __init__(self, phrases: Mapping[str, Value]) -> None:
        self._values = {fold(phrase): value for phrase, value in phrases.items()}

    # Most tables are asked in one way alone, and long patterns are slow to compile: each waits for its first use.

    @cached_property
    def _forward(self) -> re.Pattern[str]:
        return re.compile(f"(?:{self._any()}){_END}", re.IGNORECASE)

    @cached_property
    def _backward(self) -> re.Pattern[str]:
        return re.compile(f"(?:{self._any(-1)}){_END}", re.IGNORECASE)

    @cached_property
    def _anywhere(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{self._any()})(?!\w)", re.IGNORECASE)

    def _any(self, step: int = 1) -> str:
        """Write what matches any of the phrases; -1 writes them from their ends."""
        return alternation([phrase[::step] for phrase in self._values]) or r"(?!)"

    def __bool__(self) -> bool:
        return bool(self._values)

    def after(self, text: str, at: int) -> Hit[Value] | None:
        """Return the longest phrase that starts at `at`."""
        if (match := self._forward.match(text, at)) is None:
            return None
        return Hit(at, match.end(), self._values[fold(match.group())])

    def before(self, text: str, at: int) -> Hit[Value] | None:
        """Return the longest phrase that ends at `at`."""
        mirrored = text[max(0, at - _WINDOW) : at][::-1]
        if (match := self._backward.match(mirrored)) is None:
            return None
        return Hit(at - match.end(), at, self._values[fold(match.group()[::-1])])

    def find(self, text: str, start: int, end: int) -> list[Hit[Value]]:
        """Return every phrase between two places, from left to right, not overlapping."""
        return [
            Hit(match.start(), match.end(), self._values[fold(match.group())])
            for match in self._anywhere.finditer(text, start, end)
        ]

    def get(self, phrase: str) -> Value | None:
        """Return what the table says of a whole phrase."""
        return self._values.get(fold(phrase))
