"""Connections by arithmetic between two values of one fact which differ.

    level before + change = level after      and      part + part = whole

"$38.52 after a rise of 31 cents" is no other opinion than "$38.21", and eight pilots and five nurses are the
thirteen people of another source. Searched only in the sentence of a claim: a change that it names, and counts of the
same deed.
"""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model import Base, Claim, Interval, Quantity, Scope, Trend, describe
from claimcheck.reconcile.judgement import Derivation, Setting
from claimcheck.units import is_currency, is_hundredth, symbol

__all__ = ["connect"]

_PERCENT = "percent"
_HUNDRED = Decimal(100)
_NEAR = Decimal(2)
"""How many times nearer a value must be to the level before than to the level after, to be meant as the former."""


def connect(a: Claim, b: Claim, setting: Setting) -> Derivation | None:
    """Return the arithmetic that connects two claims, None where there is none, as for any but quantities in one unit.

    Args:
        a: a claim.
        b: another, whose value differs.
        setting: which claims stand in the sentence of each.
    """
    if a.base is None or b.base is None or a.base.unit != b.base.unit:
        return None
    for one, other in ((a, b), (b, a)):
        for connection in (_before_change(one, other, setting), _whole(one, other, setting)):
            if connection is not None:
                return connection
    return None


def _before_change(level: Claim, other: Claim, setting: Setting) -> Derivation | None:
    """Hold a value against the level that another claim's level had before the change which its sentence names."""
    here, there = _number(level), _number(other)
    if here is None or there is None or here.number is None or there.number is None:
        return None
    for change in setting.beside(level):
        quantity = change.quantity
        if quantity is None or quantity.scope is not Scope.CHANGE or quantity.trend is None:
            continue
        if change.subject_name != level.subject_name or change.measure_name != level.measure_name:
            continue
        old = _old(here, quantity)
        if old is None:
            continue
        formula = f"{_shown(level)} {_undone(change)} = {_amount(_rounded(_middle(old), here), here.unit)}"
        claims = (level.id, change.id, other.id)
        if old.overlaps(there.reach):
            why = f"{other.text!r} is the level before the change that {setting.name(level)} names"
            return Derivation(formula, why, claims, holds=True, is_in_time=True)
        if abs(there.number - _middle(old)) * _NEAR < abs(there.number - here.number):
            why = f"before the change that {setting.name(level)} names it was not {other.text!r} either"
            return Derivation(formula, why, claims, holds=False, is_in_time=True)
    return None


def _old(level: Base, change: Quantity) -> Interval | None:
    """Return what a level was before a change, in its base unit."""
    base, number = change.base, level.number
    if base is None or base.number is None or number is None:
        return None
    rise = 1 if change.trend is Trend.UP else -1
    if base.unit == _PERCENT:
        ends = [
            (number + off) / (1 + rise * (base.number + shift) / _HUNDRED)
            for off in (-level.rounding, level.rounding)
            for shift in (-base.rounding, base.rounding)
            if base.number + shift != -rise * _HUNDRED
        ]
        return Interval(min(ends), max(ends)) if ends else None
    if base.unit != level.unit:
        return None
    slack = max(level.rounding, base.rounding)
    middle = number - rise * base.number
    return Interval(middle - slack, middle + slack)


def _whole(whole: Claim, part: Claim, setting: Setting) -> Derivation | None:
    """Hold a count against the sum of those that one sentence of another source gives for the same deed."""
    total, first = _number(whole), _number(part)
    if total is None or first is None or total.number is None or part.predicate is None:
        return None
    others = [claim for claim in setting.beside(part) if _is_such_a_part(claim, part)]
    parts = sorted((part, *others), key=lambda claim: claim.start)
    numbers = [claim.base.number for claim in parts if claim.base is not None]
    if len(parts) == 1 or None in numbers or sum(filter(None, numbers)) != total.number:
        return None
    formula = f"{' + '.join(_shown(claim) for claim in parts)} = {_shown(whole)}"
    why = f"{setting.name(part)} gives the parts, {setting.name(whole)} the whole"
    return Derivation(formula, why, (whole.id, *(claim.id for claim in parts)), holds=True, is_in_time=False)


def _is_such_a_part(claim: Claim, part: Claim) -> bool:
    """Whether a claim counts more of what another one counts: "eight pilots and five nurses were flown out"."""
    mine, other = _number(claim), part.base
    return mine is not None and other is not None and mine.unit == other.unit and claim.predicate == part.predicate


def _number(claim: Claim) -> Base | None:
    """Return the base of a level or total that is one number, be it an approximate one."""
    quantity = claim.quantity
    if quantity is None or quantity.scope is not Scope.TOTAL or not quantity.is_point:
        return None
    return quantity.base


def _undone(change: Claim) -> str:
    """Write what takes a change back: "- 0.31 USD", "/ 1.05"."""
    quantity = change.quantity
    is_rise = quantity is not None and quantity.trend is Trend.UP
    if quantity is not None and quantity.base is not None and quantity.base.unit == _PERCENT:
        share = (quantity.base.number or Decimal(0)) / _HUNDRED
        return f"/ {describe.amount(1 + share if is_rise else 1 - share)}"
    return f"{'-' if is_rise else '+'} {_shown(change)}"


def _rounded(number: Decimal, level: Base) -> Decimal:
    """Round a number as the level is rounded from which it was counted."""
    return number.quantize(Decimal(1).scaleb(level.rounding.adjusted())) if level.rounding else number


def _middle(interval: Interval) -> Decimal:
    low, high = interval.low or Decimal(0), interval.high or Decimal(0)
    return (low + high) / 2


def _shown(claim: Claim) -> str:
    """Write the number of a claim with the short form of its unit, or without that of a counted noun."""
    quantity = claim.quantity
    if quantity is None or quantity.value is None or quantity.base is None:
        return claim.text
    if is_hundredth(quantity.unit) and quantity.base.number is not None:
        return _amount(quantity.base.number, quantity.base.unit)
    return _amount(quantity.value, quantity.unit)


def _amount(number: Decimal, unit: str) -> str:
    return f"{describe.amount(number)} {symbol(unit)}" if is_currency(unit) else describe.amount(number)
