"""Quantities: numbers with a unit, a bound and a scope."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from claimcheck.model.interval import Interval

__all__ = ["Base", "Bound", "Quantity", "QuantityMention", "Scope", "Trend"]

_ABOUT = Decimal("0.05")
"""How far "about" reaches: a share of the number, the middle of what corpus studies of round numbers report."""

_HUNDREDS = 2
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
    place, `slack` how far off it may be and still be stated so, by rounding or approximation.
    """

    low: Decimal | None
    high: Decimal | None
    unit: str
    number: Decimal | None = None
    slack: Decimal = Decimal(0)
    rounding: Decimal = Decimal(0)

    @property
    def reach(self) -> Interval:
        """The values that the statement allows, ends moved outwards by the slack; what rounds away is outside."""
        low = None if self.low is None else self.low - self.slack
        high = None if self.high is None else self.high + self.slack
        has_slack = self.slack > 0
        return Interval(low, high, has_slack and low is not None, has_slack and high is not None)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as stated, magnitudes multiplied out ("10 billion dollars" is 1E10 USD).

    `low` and `high` are the ends that the bound leaves (None = open); `unit` is a pint name, an ISO 4217 code,
    "percent", or a counted noun in the singular, with "/" before what it is per ("USD/gigawatt"). `significant` counts
    the digits that carry information. `base` is set by the normalise stage.
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
    def reach(self) -> Interval:
        """The values that the statement allows, in `unit`, ends moved outwards by the slack."""
        ends = self.interval
        low, high = ends.low, ends.high
        low, high = None if low is None else low - self.slack, None if high is None else high + self.slack
        return Interval(low, high) if self.slack else ends

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
        return max(place, abs(number) * _ROUND) if is_round and self.significant <= _HUNDREDS else place

    @property
    def slack(self) -> Decimal:
        """How far the true number may be from the stated one, in `unit`: rounding, or 5 % where it is approximate."""
        if self.bound is Bound.ABOUT and self.value is not None:
            return max(self.rounding, abs(self.value) * _ABOUT)
        return self.rounding


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A quantity at its place in a text; `measure` is the counted noun with its modifiers, as written."""

    start: int
    end: int
    text: str
    quantity: Quantity
    measure: str | None = None
