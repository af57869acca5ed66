"""Tokens of a stretch of text, and phrase tables over them: what the quantity grammar reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from operator import add
from typing import Generic, TypeVar

__all__ = ["ODD_LETTERS", "SIGNS", "Found", "TokenTable", "Tokens", "tokenise"]

Value = TypeVar("Value")
Found = tuple[int, Value]
"""A phrase found: the index of the token on its far side, and what the table says of it."""

# Numbers keep their separators; letters keep an apostrophe that elides ("d'", "l'"); each sign stands alone. ASCII
# digits only: \d would take the digits of every script, which print numbers by other rules.
_TOKEN = re.compile(r"([0-9]+(?:[.,'][0-9]+)*|[¼-¾⅐-⅞]|[^\W\d_¼-¾⅐-⅞]+(?:'(?=[^\W_]))?|\S)(\s*)")
_DIGIT = re.compile("[0-9¼-¾⅐-⅞]")
SIGNS = {"’": "'", "‘": "'", "‐": "-", "‑": "-", "−": "-", "⁄": "/"}
"""Signs that printers use interchangeably, each one character as the text has it, so that offsets stay.

The dash is none of them: between numbers it is another sign than a hyphen.
"""
_ODD = "ıİſ"
ODD_LETTERS = str.maketrans(_ODD, "iis")
"""Letters whose lower case is another letter than the one a pack writes, and which `re.IGNORECASE` takes for it."""


@dataclass(slots=True)
class Tokens:
    """The tokens of a text between two places: as written, in lower case, and where they start and end.

    Indices run from 0 to `count`, where `words` and `lower` hold an empty string, so that rules may look ahead.
    `present` is the set of `lower`, also without the apostrophe of "Monday's", and `has_digits` says whether a
    number is among them: both rule out quickly what a text does not hold.
    """

    text: str
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    count: int
    present: frozenset[str]
    has_digits: bool

    def is_glued(self, index: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return 0 < index < self.count and self.starts[index] == self.ends[index - 1]


def tokenise(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Cut a stretch of text into tokens.

    >>> tokenise("Up to $100bn, d’ici 2030").words
    ['Up', 'to', '$', '100', 'bn', ',', "d'", 'ici', '2030', '']
    """
    end = len(text) if end is None else end
    piece = plain = text[start:end]
    is_plain = piece.isascii()
    if not is_plain:
        for sign, usual in SIGNS.items():
            plain = plain.replace(sign, usual)
    pairs = _TOKEN.findall(plain)
    words, gaps = map(list, zip(*pairs, strict=True)) if pairs else ([], [])
    # The offsets are summed by functions in C: this is the one loop that every character of a text passes.
    lengths = list(map(len, words))
    steps = map(add, lengths, map(len, gaps))
    starts = list(accumulate(steps, initial=start + len(piece) - len(piece.lstrip())))
    starts.pop()
    ends = list(map(add, starts, lengths))
    if not is_plain and any(letter in plain for letter in _ODD):
        lower = [word.translate(ODD_LETTERS).lower() for word in words]
    else:
        lower = list(map(str.lower, words))
    present = {*lower, *(word[:-1] for word in lower if word[-1] == "'")} if "'" in plain else set(lower)
    words.append("")
    lower.append("")
    has_digits = _DIGIT.search(plain) is not None
    return Tokens(text, words, lower, starts, ends, len(starts), frozenset(present), has_digits)


class TokenTable(Generic[Value]):
    """Finds the longest phrase that starts, or ends, exactly at a token.

    Matching ignores case; with `exact_case` it does not, and tokens that a phrase writes together ("A$") must stand
    together in the text.

    >>> table = TokenTable({"at least": "at_least", "at": "?"})
    >>> table.after(tokenise("worth at least 10"), 1)
    (3, 'at_least')
    >>> table.before(tokenise("worth at least 10"), 3)
    (1, 'at_least')
    """

    __slots__ = ("_exact", "_first", "_last", "_whole")

    def __init__(self, phrases: Mapping[str, Value], *, exact_case: bool = False) -> None:
        self._exact = exact_case
        self._whole: dict[tuple[str, ...], Value] = {}
        self._first: dict[str, list[tuple[list[str], tuple[bool, ...], Value]]] = {}
        self._last: dict[str, list[tuple[list[str], tuple[bool, ...], Value]]] = {}
        for phrase, value in phrases.items():
            tokens = tokenise(phrase.removesuffix("'"))
            forms = (tokens.words if exact_case else tokens.lower)[:-1]
            if not forms:
                continue
            if phrase.endswith("'"):  # an elided word ("d'") keeps its apostrophe before the next, "citta'" does not
                self._add([*forms, "'"], (False,) * tokens.count, value)
                forms[-1] += "'"
            glued = tuple(exact_case and tokens.is_glued(index) for index in range(1, tokens.count))
            self._add(forms, glued, value)
        for table in (self._first, self._last):
            for entries in table.values():
                entries.sort(key=lambda entry: -len(entry[0]))

    def _add(self, forms: list[str], glued: tuple[bool, ...], value: Value) -> None:
        self._whole[tuple(forms)] = value
        self._first.setdefault(forms[0], []).append((forms[1:], glued, value))
        self._last.setdefault(forms[-1], []).append((forms[:-1], glued, value))

    def __bool__(self) -> bool:
        return bool(self._whole)

    def openers(self) -> Iterable[str]:
        """Return the first tokens of all phrases."""
        return self._first.keys()

    def after(self, tokens: Tokens, at: int) -> Found[Value] | None:
        """Return the longest phrase that starts at a token: the index past it, and its value."""
        words = tokens.words if self._exact else tokens.lower
        entries = self._first.get(words[at])
        if entries is None:
            return None
        for rest, glued, value in entries:
            end = at + 1 + len(rest)
            if not rest:
                return end, value
            if words[at + 1 : end] == rest and (not any(glued) or _is_glued(tokens, at, glued)):
                return end, value
        return None

    def before(self, tokens: Tokens, end: int) -> Found[Value] | None:
        """Return the longest phrase that ends right before a token: the index it starts at, and its value."""
        if end <= 0:
            return None
        words = tokens.words if self._exact else tokens.lower
        entries = self._last.get(words[end - 1])
        if entries is None:
            return None
        for rest, glued, value in entries:
            at = end - 1 - len(rest)
            if not rest:
                return at, value
            if at >= 0 and words[at : end - 1] == rest and (not any(glued) or _is_glued(tokens, at, glued)):
                return at, value
        return None

    def single(self, word: str) -> Value | None:
        """Return what the table says of one token, written as the table compares it."""
        return self._whole.get((word,))

    def get(self, phrase: str) -> Value | None:
        """Return what the table says of a whole phrase."""
        tokens = tokenise(phrase)
        return self._whole.get(tuple((tokens.words if self._exact else tokens.lower)[:-1]))


def _is_glued(tokens: Tokens, at: int, glued: tuple[bool, ...]) -> bool:
    return all(tokens.is_glued(at + 1 + place) for place, must in enumerate(glued) if must)
