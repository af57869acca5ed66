"""Where numbers lie on a drawn axis, in percent of its width."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.model import describe

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["PAD", "Piece", "Scale", "Span", "Tick", "number_ticks", "numbers", "room"]

PAD = 0.08
"""Room left free beyond the outermost ends, as a share of the width."""
_ARROW = 0.16
"""The same where a value is open to that side: enough to see that its line goes on."""
_LOG_FROM = 50
"""From this ratio on, the smallest value of a linear axis would be lost beside its zero."""
_IN_SLACK = 6
"""How many times its largest slack an axis shows at least: closer up, rounding would look like disagreement."""
_TICKS = 4
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_LONG_LABEL = 14


@dataclass(frozen=True, slots=True)
class Span:
    """What one claim allows, as numbers; None is an end that is open.

    `slack` is how far the true value may be beyond the ends; `low_open` and `high_open` say that an end itself is
    outside, `fuzzy` that the words are approximate.
    """

    low: float | None
    high: float | None
    slack: float = 0.0
    low_open: bool = False
    high_open: bool = False
    fuzzy: bool = False

    @property
    def ends(self) -> tuple[float, ...]:
        """The ends that are not open."""
        return tuple(end for end in (self.low, self.high) if end is not None)

    @property
    def reach(self) -> tuple[float, ...]:
        """The ends that are not open, moved outwards by the slack."""
        low = () if self.low is None else (self.low - self.slack,)
        return low if self.high is None else (*low, self.high + self.slack)


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on an axis."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of values, and the part of the axis, in percent, that shows it."""

    low: float
    high: float
    start: float = 0.0
    end: float = 100.0


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps values to percent of the width of an axis; between two pieces the axis is broken."""

    pieces: tuple[Piece, ...]
    is_log: bool = False

    @property
    def breaks(self) -> tuple[float, ...]:
        """The middles of what separates its pieces, in percent from the left."""
        return tuple(round((before.end + after.start) / 2, 2) for before, after in pairwise(self.pieces))

    def at(self, value: float) -> float:
        """Return where a value lies, in percent from the left; what is beyond the axis lies on its end."""
        piece = next((piece for piece in self.pieces if value <= piece.high), self.pieces[-1])
        low, high, inside = (self._evenly(number) for number in (piece.low, piece.high, value))
        share = min(max((inside - low) / (high - low), 0.0), 1.0)
        return round(piece.start + share * (piece.end - piece.start), 2)

    def _evenly(self, value: float) -> float:
        """The value as it is spaced evenly; below the start of a logarithmic axis all is its start."""
        return math.log10(max(value, self.pieces[0].low)) if self.is_log else value


def numbers(spans: Sequence[Span]) -> Scale:
    """Choose a scale that shows all spans, logarithmic where they reach over orders of magnitude.

    >>> numbers([Span(1e6, 1e6), Span(1e9, 1e9)]).is_log, numbers([Span(3, 3), Span(5, 5)]).is_log
    (True, False)
    """
    stated = [end for span in spans for end in span.ends]
    before, after = room(spans)
    if min(stated) > 0 and max(stated) / min(stated) >= _LOG_FROM:
        decades = math.log10(max(stated) / min(stated))
        start, end = min(stated) / 10 ** (before * decades), max(stated) * 10 ** (after * decades)
        return Scale((Piece(start, end),), is_log=True)
    reach = [end for span in spans for end in span.reach]
    low, high = min(reach), max(reach)
    flat = 0.0 if high > low else abs(high) * 0.2 or 1.0
    least = max(flat, _IN_SLACK * max(span.slack for span in spans))
    missing = max(0.0, least - (high - low))
    low, high = low - missing / 2, high + missing / 2
    start, end = low - before * (high - low), high + after * (high - low)
    return Scale((Piece(max(start, 0.0) if min(stated) >= 0 else start, end),))


def number_ticks(scale: Scale, *, whole: bool) -> tuple[Tick, ...]:
    """Choose round numbers to label on an axis of numbers; `whole` keeps to those without a fraction."""
    piece = scale.pieces[0]
    chosen = _powers(piece) if scale.is_log else []
    if len(chosen) < 2:  # noqa: PLR2004  # a scale can only be read off two numbers
        chosen = _round_numbers(piece, whole=whole)
    return tuple(Tick(scale.at(float(number)), _label(number)) for number in chosen)


def room(spans: Sequence[Span]) -> tuple[float, float]:
    """Return how much to leave free before the first and after the last end, as shares of the width."""
    before = _ARROW if any(span.low is None for span in spans) else PAD
    return before, _ARROW if any(span.high is None for span in spans) else PAD


def _powers(piece: Piece) -> list[Decimal]:
    first, last = math.ceil(math.log10(piece.low)), math.floor(math.log10(piece.high))
    step = max(1, math.ceil((last - first + 1) / (_TICKS + 1)))
    return [Decimal(1).scaleb(power) for power in range(first, last + 1, step)]


def _round_numbers(piece: Piece, *, whole: bool) -> list[Decimal]:
    """The multiples of 1, 2, 2.5 or 5 times a power of ten on a stretch, as many as can be labelled.

    Where all are `whole`, those of 1 stand for those of a part of it, and those of 2 for those of 2.5.
    """
    rough = Decimal(repr(piece.high - piece.low)) / _TICKS
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(power * factor for factor in _STEPS if power * factor >= rough)
    if whole:
        step = max(Decimal(1), step.to_integral_value(rounding="ROUND_FLOOR"))
    first, last = math.ceil(Decimal(repr(piece.low)) / step), math.floor(Decimal(repr(piece.high)) / step)
    return [step * index for index in range(first, last + 1)]


def _label(number: Decimal) -> str:
    label = describe.amount(number)
    return label if len(label) <= _LONG_LABEL else f"{number.normalize():.3g}"
