"""A quantity while it is read: the tokens it takes, and how its parts become one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.extract.number import Number
from claimcheck.extract.unit import Unit
from claimcheck.model import Bound, Quantity, Scope, Trend

__all__ = ["LOWER", "UPPER", "Core", "Reading", "bounded", "exact", "stated_quantity", "turned"]

LOWER = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})
UPPER = frozenset({Bound.AT_MOST, Bound.LESS_THAN})


@dataclass(slots=True)
class Reading:
    """A quantity with the tokens it takes; `number` is what it was read from."""

    first: int
    end: int
    quantity: Quantity
    measure: str | None
    each: str | None = None
    number: Number | None = None
    is_money: bool = False


@dataclass(slots=True)
class Core:
    """A number or the two ends of a range, with their unit: what the cues of a quantity stand around.

    `bound` is set where one stands inside, between number and unit.
    """

    low: Number
    high: Number
    unit: Unit | None
    is_range: bool = False
    bound: Bound | None = None


_TURNED = {
    Bound.AT_LEAST: Bound.LESS_THAN,
    Bound.MORE_THAN: Bound.AT_MOST,
    Bound.AT_MOST: Bound.MORE_THAN,
    Bound.LESS_THAN: Bound.AT_LEAST,
}


def turned(quantity: Quantity) -> Quantity:
    """Return what a denied bound says of a number: not more than ten are ten at most."""
    return bounded(quantity, _TURNED[quantity.bound])


def bounded(quantity: Quantity, bound: Bound) -> Quantity:
    """Return a quantity of one number with another bound."""
    ends = (None if bound in UPPER else quantity.value, None if bound in LOWER else quantity.value)
    return replace(quantity, low=ends[0], high=ends[1], bound=bound)


def exact(value: Decimal, unit: str) -> Quantity:
    """Return a quantity of one number without any cue."""
    return Quantity(value, value, value, unit, significant=len(value.as_tuple().digits))


def stated_quantity(
    core: Core, bound: Bound | None, per: str | None = None, trend: Trend | None = None, scope: Scope = Scope.TOTAL
) -> Quantity:
    """Put the parts together: which ends the bound leaves open."""
    name = core.unit.name if core.unit is not None else ""
    if per is not None and not name.endswith(f"/{per}"):
        name = f"{name}/{per}"
    below = name.partition("/")[2] or None
    scope = Scope.RATE if below is not None else scope
    first, last = core.low, core.high
    if core.is_range:
        low, high = min(first.low, last.low), max(first.high, last.high)
        bound = Bound.ABOUT if bound is Bound.ABOUT else Bound.RANGE
        return Quantity(None, low, high, name, bound, trend, below, scope, last.significant)
    low, high = first.low, first.high
    if low != high:
        return Quantity(None, low, high, name, Bound.VAGUE, trend, below, scope, first.significant)
    bound = bound or Bound.EXACT
    ends = (None if bound in UPPER else low, None if bound in LOWER else high)
    return Quantity(low, *ends, name, bound, trend, below, scope, first.significant)
