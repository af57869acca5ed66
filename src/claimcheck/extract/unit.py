"""The unit of a number, as it is found."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claimcheck.lang import Pack, Tokens
from claimcheck.model import Granularity

__all__ = ["AGE", "AGED", "DOLLAR", "LONE_DEGREES", "MAX_AGE", "PERIODS", "PERSON", "Unit", "is_glued_degree"]

AGE = "age"
"""The measure of an age: it belongs to the name right before it, whatever the verb."""
AGED = frozenset({"day", "week", "month", "year"})
"""The times that ages are counted in."""
MAX_AGE = 115
PERIODS = frozenset({"second", *Granularity})
"""The units of time."""
PERSON = "person"
"""The unit that all who are counted are of."""
DOLLAR = "USD"
"""What a bare dollar sign is read as before anything tells which dollar it is."""

LONE_DEGREES = frozenset("CFK")
"""Letters that are degrees a space after a number, "12 C"; on "4K screens" and "form 13F" see `is_glued_degree`."""
_GLUED_DEGREES = frozenset("CF")


def is_glued_degree(tokens: Tokens, at: int, pack: Pack) -> bool:
    """Whether a letter on a number is a degree, because the text around speaks of warmth: "temperatures above 40C"."""
    return tokens.words[at] in _GLUED_DEGREES and not tokens.present.isdisjoint(pack.quantities.warmth)


@dataclass(slots=True)
class Unit:
    """The unit found beside a number.

    `name` is canonical; `first` is set where it stands before the number; `end` is the index past number and unit.
    `measure` is the counted noun as written. `known` says that the pack names the unit, so that it is not just any
    plural. `factor` is a magnitude that stands in or after the unit ("30 MUSD", "75 USD million").
    """

    name: str
    end: int
    first: int | None = None
    measure: str | None = None
    is_money: bool = False
    known: bool = True
    factor: Decimal | None = None
