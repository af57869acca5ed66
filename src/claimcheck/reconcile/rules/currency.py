"""Currencies: two amounts of one fact in two currencies."""

from __future__ import annotations

from claimcheck.model import Claim, ConflictType, RelationKind
from claimcheck.reconcile.judgement import Judgement, Setting
from claimcheck.units import exchange_rate, is_currency

__all__ = ["judge"]


def judge(a: Claim, b: Claim, setting: Setting) -> Judgement | None:
    """Convert one amount at the rate of its article's day, shown with its day and source."""
    if a.quantity is None or b.quantity is None or a.quantity.base is None or b.quantity.base is None:
        return None
    origin, target = a.quantity.base.unit, b.quantity.base.unit
    if origin == target or not (is_currency(origin) and is_currency(target)):
        return None
    day = setting.published(a) or setting.published(b)
    rate = exchange_rate(origin, target, day) if day is not None else None
    if rate is None:
        why = f"{origin} and {target} cannot be compared without a day and a rate for it"
        return Judgement(RelationKind.COMPATIBLE, ConflictType.UNIT, why)
    shown = f"at {rate.rate:.4f} {target} per {origin} ({rate.source}, {rate.day.isoformat()})"
    converted = a.quantity.base.reach.scaled(rate.rate).widened(setting.currency_tolerance)
    if converted.overlaps(b.quantity.base.reach):
        return Judgement(
            RelationKind.AGREE, None, f"the amounts are equal {shown}, within {setting.currency_tolerance:.0%}"
        )
    return Judgement(RelationKind.CONFLICT, ConflictType.UNIT, f"the amounts differ {shown}")
