"""A quantity written out by hand, for the tests of linking and of the rules."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from claimcheck.model import Bound, Quantity

__all__ = ["quantity"]


def quantity(number: str, unit: str = "USD", bound: str = "exact", **fields: Any) -> Quantity:
    """Make a quantity from the number as written; "10..20" has two ends; closing zeros count up to two digits."""
    low, _, high = number.partition("..")
    first, last = Decimal(low), Decimal(high or low)
    kind = Bound.RANGE if high and bound == "exact" else Bound(bound)
    ends = {
        Bound.AT_LEAST: (first, None),
        Bound.MORE_THAN: (first, None),
        Bound.AT_MOST: (None, first),
        Bound.LESS_THAN: (None, first),
    }.get(kind, (first, last))
    value = None if high or kind is Bound.VAGUE else first
    digits = max(len(first.normalize().as_tuple().digits), min(2, first.adjusted() + 1))
    return Quantity(value, *ends, unit, kind, **{"significant": digits, **fields})
