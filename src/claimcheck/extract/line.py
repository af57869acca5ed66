"""A line of an article under the reading head, with the small moves that every rule makes on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.extract.scan import before_spaces
from claimcheck.lang import Pack

__all__ = ["Line"]

_SPACES = re.compile(r"[^\S\n]*")
_UNIT_GAP = re.compile(r"(?:[^\S\n]{1,3}|[-‐‑](?=[^\W\d]))?")
_WORD = re.compile(r"[^\W\d_](?:[\w’'.-]*\w)?")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text: rules read between `start` and `end`, offsets are those of the text.

    `times` are the spans of its time expressions, whose words mean nothing else.
    """

    text: str
    start: int
    end: int
    pack: Pack
    times: tuple[tuple[int, int], ...] = ()

    def is_time(self, start: int, end: int) -> bool:
        """Whether a stretch touches a time expression."""
        return any(start < close and opening < end for opening, close in self.times)

    def past_spaces(self, at: int) -> int:
        """Return the first place from `at` on that is no space."""
        match = _SPACES.match(self.text, at)
        return match.end() if match else at

    def before_spaces(self, at: int) -> int:
        """Return the end of what stands before the spaces that end at `at`."""
        return before_spaces(self.text, at, self.start)

    def unit_place(self, at: int) -> int:
        """Return where a unit would start after a number: past one space, or past a hyphen before a letter."""
        match = _UNIT_GAP.match(self.text, at)
        return match.end() if match else at

    def word(self, at: int) -> re.Match[str] | None:
        """Return the word that starts exactly at a place."""
        return _WORD.match(self.text, at, self.end)

    def words(self, at: int, limit: int) -> Iterator[re.Match[str]]:
        """Yield up to `limit` words from a place on that only spaces stand between."""
        for _ in range(limit):
            match = self.word(at)
            if match is None:
                return
            yield match
            at = self.past_spaces(match.end())
            if at == match.end():
                return
