"""Bring the quantities of claims to base units and their times to the calendar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from claimcheck.model import Claim, Granularity, Quantity, Reference, Scope, Status
from claimcheck.normalise.calendar import resolve
from claimcheck.units import is_currency, is_hundredth, is_measure, main_currency, to_base

__all__ = ["normalise_claims", "resolve_times"]

_HUNDREDTHS = Decimal("0.01")
_SHARE = "percent"
_SCALES = frozenset({"magnitude"})
"""Units whose numbers may stand before what they rank as a count does: "a 6.7 quake"."""


def normalise_claims(claims: Sequence[Claim], reference: Reference | None) -> list[Claim]:
    """Return the claims of one article with base units set and times resolved.

    Args:
        claims: the claims of one article, as extracted.
        reference: the days on which the article can have been written, None where nothing is known.
    """
    claims = _with_shared_units(claims)
    currency = main_currency(claim.quantity.unit for claim in claims if claim.quantity is not None)
    based = [
        claim if claim.quantity is None else replace(claim, quantity=_with_base(claim.quantity, currency))
        for claim in claims
    ]
    return resolve_times(based, reference)


def _with_shared_units(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Give a fraction that counts nothing the unit that the article measures the same number in: "it was" 6.7."""
    measured: dict[Decimal, Claim | None] = {}
    for claim in claims:
        quantity = claim.quantity
        if quantity is None or quantity.value is None or quantity.is_whole or not is_measure(quantity.unit):
            continue
        known = measured.setdefault(quantity.value, claim)
        if known is not None and known.quantity is not None and known.quantity.unit != quantity.unit:
            measured[quantity.value] = None  # of two units nobody knows which is meant
    return [_measured_as(claim, measured) for claim in claims] if measured else claims


def _measured_as(claim: Claim, measured: Mapping[Decimal, Claim | None]) -> Claim:
    quantity = claim.quantity
    same = measured.get(quantity.value) if quantity is not None and quantity.value is not None else None
    if quantity is None or same is None or same.quantity is None:
        return claim
    if quantity.unit and not (same.quantity.unit in _SCALES and _is_counted(quantity.unit)):
        return claim
    unit = replace(quantity, unit=same.quantity.unit)
    return replace(claim, quantity=unit, measure_name=same.measure_name, confidence=claim.confidence / 2)


def _is_counted(unit: str) -> bool:
    """Whether a unit is a counted noun."""
    is_money = is_currency(unit) or is_hundredth(unit)
    return not ("/" in unit or is_money or is_measure(unit) or to_base(unit).unit == _SHARE)


def resolve_times(claims: Sequence[Claim], reference: Reference | None) -> list[Claim]:
    """Return the claims with their times resolved anew against a reference."""
    return [_resolved(claim, reference) for claim in claims]


def _resolved(claim: Claim, reference: Reference | None) -> Claim:
    is_planned = claim.status is Status.PLANNED
    if claim.when is not None:
        return replace(claim, when=resolve(claim.when.form, reference, is_planned=is_planned))
    if claim.period is not None:
        return replace(claim, period=resolve(claim.period.form, reference, is_planned=is_planned))
    return claim


def _without_year(unit: str) -> str:
    """Return the unit that an amount is compared in: of money by the year news mostly leaves the year out."""
    money, _, per = unit.partition("/")
    return money if per == Granularity.YEAR and is_currency(money) else unit


def _with_base(quantity: Quantity, currency: str | None) -> Quantity:
    """Set the base; cents and the like are a hundredth of the currency that the article uses most."""
    if is_hundredth(quantity.unit) and currency is not None:
        factor, offset, unit = _HUNDREDTHS, Decimal(0), currency
    else:
        conversion = to_base(_without_year(quantity.unit))
        factor, offset, unit = conversion.factor, conversion.offset, conversion.unit
    if quantity.scope is Scope.CHANGE:
        offset = Decimal(0)  # a rise by 2 degrees is the same on every scale of that step
    return replace(quantity, base=quantity.plain.scaled(factor, unit, offset))
