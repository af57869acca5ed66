"""Intervals of exact numbers: what a claim says about an unknown value."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

__all__ = ["Interval"]

_INFINITY = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Interval:
    """A set of numbers between two ends; `None` stands for an end that is open to infinity.

    >>> at_least_ten = Interval(Decimal(10), None)
    >>> at_least_ten.contains(Decimal(12)), Interval.point(10).overlaps(at_least_ten)
    (True, True)

    Raises:
        ValueError: the interval would hold no number.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low is None or self.high is None:
            return
        if self.low > self.high or (self.low == self.high and (self.low_open or self.high_open)):
            raise ValueError(f"an interval from {self.low} to {self.high} holds no number")

    @classmethod
    def point(cls, value: Decimal | int) -> Interval:
        """Return the interval that holds one number only."""
        exact = Decimal(value)
        return cls(exact, exact)

    @property
    def is_point(self) -> bool:
        """Whether exactly one number is inside."""
        return self.low is not None and self.low == self.high

    def contains(self, other: Decimal | Interval) -> bool:
        """Whether a number, or every number of another interval, is inside."""
        inner = other if isinstance(other, Interval) else Interval.point(other)
        return _low_key(self) <= _low_key(inner) and _high_key(inner) <= _high_key(self)

    def overlaps(self, other: Interval) -> bool:
        """Whether some number is in both."""
        return self.intersection(other) is not None

    def disjoint(self, other: Interval) -> bool:
        """Whether no number is in both."""
        return not self.overlaps(other)

    def intersection(self, other: Interval) -> Interval | None:
        """Return the numbers in both, or None where there is none."""
        low = max(self, other, key=_low_key)
        high = min(self, other, key=_high_key)
        try:
            return Interval(low.low, high.high, low.low_open, high.high_open)
        except ValueError:
            return None

    def scaled(self, factor: Decimal, offset: Decimal = Decimal(0)) -> Interval:
        """Return the interval of `x * factor + offset`; a negative factor swaps the ends."""
        low, high = (None if end is None else end * factor + offset for end in (self.low, self.high))
        if factor < 0:
            return Interval(high, low, self.high_open, self.low_open)
        return Interval(low, high, self.low_open, self.high_open)


def _low_key(interval: Interval) -> tuple[Decimal, bool]:
    return (-_INFINITY, False) if interval.low is None else (interval.low, interval.low_open)


def _high_key(interval: Interval) -> tuple[Decimal, bool]:
    return (_INFINITY, True) if interval.high is None else (interval.high, not interval.high_open)
