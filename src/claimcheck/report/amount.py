"""Quantities in the units that other programs know; claims have units of their own for ages and for coins."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.units import is_currency

if TYPE_CHECKING:
    from claimcheck.model import Quantity

__all__ = ["Amount", "amount"]

_AGE = "_of_age"
"""What our units of age have after pint's unit of time; the measure of the claim says that it is an age."""


class Amount(NamedTuple):
    """A number with its ends, None where they are open, in percent, an ISO 4217 code, a unit of pint's or a noun."""

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str


def amount(quantity: Quantity) -> Amount:
    """Write an age in its unit of time, and what is known in percent or in a currency in that.

    >>> from claimcheck.model import Base, Quantity
    >>> amount(Quantity(Decimal(34), Decimal(34), Decimal(34), "year_of_age")).unit
    'year'
    >>> coins = Base(Decimal("0.26"), Decimal("0.26"), "USD", Decimal("0.26"))
    >>> amount(Quantity(Decimal(26), Decimal(26), Decimal(26), "cent", base=coins))[::3]
    (Decimal('0.26'), 'USD')
    """
    unit = quantity.unit.removesuffix(_AGE)
    base = quantity.base
    if base is not None and base.unit != unit and (is_currency(base.unit) or base.unit == "percent"):
        return Amount(base.number, base.low, base.high, base.unit)
    return Amount(quantity.value, quantity.low, quantity.high, unit)
