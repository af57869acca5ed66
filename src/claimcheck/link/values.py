"""What the quantities of claims are, and how near two of them come to each other."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.lang import predicate_group
from claimcheck.model import SCALE_WORDS, Base, Bound, Claim, Quantity
from claimcheck.units import is_currency, is_measure

__all__ = ["SHARED_OUT", "counts_things", "is_slip", "is_toll", "kind_given", "near"]

SHARED_OUT = frozenset({"person", "percent"})
"""Base units that count or share out many things in one story, as money and measures do."""


def near(a: Quantity, b: Quantity) -> float | None:
    """Return 1 where two quantities round to one another, a half where they only overlap, None where they are apart."""
    if a.base is None or b.base is None or a.base.unit != b.base.unit:
        return None
    if a.base.is_same_number(b.base):
        return 1.0
    is_loose = a.value is None or b.value is None or Bound.ABOUT in {a.bound, b.bound}
    return _overlap(a.base, b.base) if is_loose else None


def _overlap(a: Base, b: Base) -> float | None:
    """Return a half for closed values that overlap; open bounds reach too much to tell."""
    is_closed = a.low is not None and a.high is not None and b.low is not None and b.high is not None
    return 0.5 if is_closed and a.reach.overlaps(b.reach) else None


def is_slip(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers of more than one digit differ by exactly a scale word ("1.2 million", "1.2 billion")."""
    low, high = sorted(abs(q.value) for q in (a, b) if q.value) if a.value and b.value else (Decimal(1), Decimal(1))
    return a.unit == b.unit and high / low in SCALE_WORDS and len(low.normalize().as_tuple().digits) > 1


def counts_things(claim: Claim) -> bool:
    """Whether the unit of a claim is a counted noun, which itself says what is counted."""
    return claim.quantity is not None and bool(claim.base and claim.base.unit) and not _is_measured(claim.quantity)


def _is_measured(quantity: Quantity) -> bool:
    """Whether the unit of a quantity is money, a part, or one of measurement, and no counted noun."""
    unit = quantity.base.unit if quantity.base is not None else quantity.unit
    return unit in SHARED_OUT or is_currency(unit.partition("/")[0]) or is_measure(quantity.unit)


def kind_given(claim: Claim) -> str | None:
    """Return the kind of value that an article may give one of: a toll by its predicate, a measurement by its unit."""
    if is_toll(claim):
        return claim.predicate
    quantity, base = claim.quantity, claim.base
    if quantity is None or base is None or not is_measure(quantity.unit) or base.unit in SHARED_OUT:
        return None
    return base.unit


def is_toll(claim: Claim) -> bool:
    """Whether a claim counts people to whom something happened."""
    return claim.predicate in predicate_group("tolls") and claim.counts_people
