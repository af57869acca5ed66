"""Quantities: numbers with a unit, a bound and a scope."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from claimcheck.model.interval import Interval

__all__ = ["SCALE_WORDS", "Base", "Bound", "Quantity", "QuantityMention", "Scope", "Trend"]

SCALE_WORDS = frozenset({Decimal(10) ** 3, Decimal(10) ** 6, Decimal(10) ** 9})
"""Quotients of two numbers of which one lost or gained a scale word."""

_ABOUT = Decimal("0.05")
"""How far "about" reaches: a share of the number, the middle of what corpus studies of round numbers report."""

_HUNDREDS = 2
"""The exponent from which on a number with one digit and zeros is a round one."""
_FEW_DIGITS = 2
_ROUND = Decimal("0.025")
"""How far a round number reaches at least: a share of it."""
_QUARTER = Decimal("0.25")
"""How far any number is rounded at most: a share of it. One and a half is not called one, and half a one neither."""


class Bound(StrEnum):
    """How a stated number limits the true one."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    RANGE = "range"
    VAGUE = "vague"


class Trend(StrEnum):
    """The direction of a change."""

    UP = "up"
    DOWN = "down"


class Scope(StrEnum):
    """What the number covers."""

    TOTAL = "total"
    INSTALMENT = "instalment"
    RATE = "rate"
    CHANGE = "change"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Base:
    """The same quantity in base units, for comparing.

    `number` is the number as stated, whatever end the bound makes it; `rounding` is half a unit of its last significant
    place, `slack` how far off it may be and still be stated so, by rounding or approximation. An open end ("more than")
    is itself outside.
    """

    low: Decimal | None
    high: Decimal | None
    unit: str
    number: Decimal | None = None
    slack: Decimal = Decimal(0)
    rounding: Decimal = Decimal(0)
    low_open: bool = False
    high_open: bool = False

    @property
    def interval(self) -> Interval:
        """The values that the statement allows, read literally."""
        return Interval(self.low, self.high, self.low_open, self.high_open)

    @property
    def reach(self) -> Interval:
        """The values that the statement allows, ends moved outwards by the slack; what rounds away is outside."""
        if not self.slack:
            return self.interval
        low = None if self.low is None else self.low - self.slack
        high = None if self.high is None else self.high + self.slack
        return Interval(low, high, low is not None, high is not None)

    def is_same_number(self, other: Base) -> bool:
        """Whether two quantities in one unit state one number, or one range: one rounds to the other."""
        if self.unit != other.unit:
            return False
        if self.number is None or other.number is None:
            return (self.low, self.high) == (other.low, other.high)
        return self.number == other.number or abs(self.number - other.number) < max(self.rounding, other.rounding)

    def scaled(self, factor: Decimal, unit: str, offset: Decimal = Decimal(0)) -> Base:
        """Return the quantity in another unit, of which `x * factor + offset` are as much as x of this one."""
        ends = self.interval.scaled(factor, offset)
        number = None if self.number is None else self.number * factor + offset
        slack, rounding = self.slack * abs(factor), self.rounding * abs(factor)
        return Base(ends.low, ends.high, unit, number, slack, rounding, ends.low_open, ends.high_open)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as stated, magnitudes multiplied out ("10 billion dollars" is 1E10 USD).

    `low` and `high` are the ends that the bound leaves (None = open); `value` is None where there are two numbers, as
    in a range, which may be approximate ("about 10 to 15"), and in a vague count. `unit` is a pint name, an ISO 4217
    code, "percent", or a counted noun in the singular, with "/" before what it is per ("USD/gigawatt"). `significant`
    counts the digits that carry information. `base` is set by the normalise stage.
    """

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    bound: Bound = Bound.EXACT
    trend: Trend | None = None
    per: str | None = None
    scope: Scope = Scope.TOTAL
    significant: int | None = None
    base: Base | None = None

    @property
    def interval(self) -> Interval:
        """The values that the statement allows, read literally, in `unit`."""
        return Interval(self.low, self.high, self.bound is Bound.MORE_THAN, self.bound is Bound.LESS_THAN)

    @property
    def plain(self) -> Base:
        """The quantity in its own unit, as a base."""
        ends = self.interval
        return Base(
            ends.low, ends.high, self.unit, self.value, self.slack, self.rounding, ends.low_open, ends.high_open
        )

    @property
    def reach(self) -> Interval:
        """The values that the statement allows, in `unit`, ends moved outwards by the slack.

        Unlike that of a base, which tells whether two numbers are one, it holds its ends: they may have been rounded
        either way.
        """
        ends = self.interval
        low = None if ends.low is None else ends.low - self.slack
        high = None if ends.high is None else ends.high + self.slack
        return Interval(low, high) if self.slack else ends

    @property
    def is_point(self) -> bool:
        """Whether one number is stated, with no side left open."""
        return self.value is not None and self.bound in {Bound.EXACT, Bound.ABOUT}

    @property
    def is_whole(self) -> bool:
        """Whether no number that is stated has a fraction."""
        return all(number is None or number == number.to_integral_value() for number in (self.low, self.high))

    @property
    def rounding(self) -> Decimal:
        """Half a unit in the last significant place: how far the number may be rounded, in `unit`.

        A number from 100 on with one digit and zeros ("600") is rounded more freely than its zeros say; one ("1",
        "1 billion") by a quarter of itself at most, as no one calls one and a half one.

        >>> Quantity(Decimal("4.5E12"), Decimal("4.5E12"), Decimal("4.5E12"), "USD", significant=2).rounding
        Decimal('5E+10')
        """
        number = self.value or self.high or self.low
        if not number or self.significant is None:
            return Decimal(0)
        place = min(Decimal(5).scaleb(number.adjusted() - self.significant), abs(number) * _QUARTER)
        is_round = number.adjusted() >= _HUNDREDS and len(number.normalize().as_tuple().digits) == 1
        return max(place, abs(number) * _ROUND) if is_round and self.significant <= _FEW_DIGITS else place

    @property
    def slack(self) -> Decimal:
        """How far the true number may be from the stated one, in `unit`: rounding, or 5 % where it is approximate."""
        number = self.value or self.high
        if self.bound is Bound.ABOUT and number is not None:
            return max(self.rounding, abs(number) * _ABOUT)
        return self.rounding


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A quantity at its place in a text; `measure` is the counted noun with its modifiers, as written."""

    start: int
    end: int
    text: str
    quantity: Quantity
    measure: str | None = None
