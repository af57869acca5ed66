"""A line of an article under the reading head, with the small moves that every rule makes on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from claimcheck.extract.number import Number
from claimcheck.lang import Pack, QuantityLexicon, Tokens
from claimcheck.model import Quantity

__all__ = ["CLOSERS", "Line", "past_hyphen", "past_link"]

CLOSERS = frozenset({",", ".", ")", ";", ""})
"""What ends a clause after a bare number."""
_MILLION = 10**6
"""From here on printed numbers take "of" in the languages where a magnitude word does: "4 000 000 de degrés"."""


@dataclass(slots=True)
class Line:
    """A line of an article as tokens, with the words of its language.

    `floor` is the index past the last quantity read: what stands before it belongs to that one. `change` is this
    one where it is a change, so that what follows may be the level it leads to. `numbers` are all of the line.
    """

    tokens: Tokens
    pack: Pack
    floor: int = 0
    change: Quantity | None = None
    numbers: Sequence[Number] = ()
    words: QuantityLexicon = field(init=False)
    """The words around numbers in its language; kept, as every rule asks for them."""

    def __post_init__(self) -> None:
        self.words = self.pack.quantities

    def text(self, first: int, end: int) -> str:
        """Return the text from a token to the one before another."""
        return self.tokens.text[self.tokens.starts[first] : self.tokens.ends[end - 1]]


def past_hyphen(tokens: Tokens, at: int) -> int:
    """Return the index past a hyphen that ties a unit to its number ("10-mile", and "30 - year" where spaced)."""
    return at + 1 if tokens.lower[at] == "-" and tokens.is_glued(at) == tokens.is_glued(at + 1) else at


def past_link(line: Line, number: Number) -> int | None:
    """Return the index past what links a number to its noun: "of" after a scaled one, "of its" after any."""
    tokens = line.tokens
    if (part := line.words.partitives.after(tokens, number.end)) is not None:
        return part[0]
    if (number.scaled or number.is_share or number.low >= _MILLION) and (
        link := line.words.of.after(tokens, number.end)
    ) is not None:
        return link[0]
    return None
