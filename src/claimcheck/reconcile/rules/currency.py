"""Currencies: two amounts of one fact in two currencies."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claimcheck.model import Bound, Claim, ConflictType, Quantity, RelationKind
from claimcheck.reconcile.judgement import Judgement, Setting
from claimcheck.reconcile.rules.value import PLAIN, same_number
from claimcheck.units import ExchangeRate, exchange_rate, is_currency

__all__ = ["judge"]


def judge(a: Claim, b: Claim, setting: Setting) -> Judgement | None:
    """Convert one amount at the rate of the earlier article's day, shown with its day and source."""
    if a.quantity is None or b.quantity is None or a.base is None or b.base is None:
        return None
    origin, target = a.base.unit, b.base.unit
    if origin == target or not (is_currency(origin) and is_currency(target)):
        return None
    day = min(filter(None, (setting.published(a), setting.published(b))), default=None)
    rate = exchange_rate(origin, target, day) if day is not None else None
    if rate is None:
        why = f"{origin} and {target} cannot be compared without a day and a rate for it"
        return Judgement(RelationKind.COMPATIBLE, ConflictType.UNIT, why)
    shown = f"at {rate.rate:.4f} {target} per {origin} ({rate.source}, {rate.day.isoformat()})"
    return _compared(_converted(a.quantity, rate), b.quantity, setting.currency_tolerance, shown)


def _converted(quantity: Quantity, rate: ExchangeRate) -> Quantity:
    """Return an amount with its base in the other currency."""
    return quantity if quantity.base is None else replace(quantity, base=quantity.base.scaled(rate.rate, rate.target))


def _compared(a: Quantity, b: Quantity, tolerance: Decimal, shown: str) -> Judgement | None:
    """Compare two amounts in one currency by number first, then as intervals; caps as caps."""
    if a.base is None or b.base is None:
        return None
    if same_number(a, b, tolerance):
        if a.bound is b.bound or {a.bound, b.bound} <= PLAIN:
            return Judgement(RelationKind.AGREE, None, f"the amounts are equal {shown}, within {tolerance:.0%}")
        why = f"the amounts are equal {shown}, within {tolerance:.0%}, their bounds differ"
        return Judgement(RelationKind.COMPATIBLE, ConflictType.BOUND, why)
    both_caps = a.bound is Bound.AT_MOST and b.bound is Bound.AT_MOST
    if a.base.reach.overlaps(b.base.reach) and not both_caps:
        return Judgement(RelationKind.COMPATIBLE, ConflictType.BOUND, f"the amounts can both hold {shown}")
    return Judgement(RelationKind.CONFLICT, ConflictType.UNIT, f"the amounts differ {shown}")
