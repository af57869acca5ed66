"""Amounts that an article restates in brackets, in another currency or unit: does the conversion hold?

"85.1 billion euros ($100 billion)" checks itself: at the rate of the article's day the two must be about equal.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from claimcheck.model import Claim, Finding, Scope, Severity, describe
from claimcheck.reconcile.judgement import Setting
from claimcheck.units import exchange_rate, is_currency, is_measure, symbol, to_base

__all__ = ["conversion_findings"]

_BRACKETS = {"(": ")", "[": "]"}
_MONEY_TOLERANCE = Decimal("0.1")
"""How far a converted amount may be off: newsrooms round, and take the rate of another day."""
_MEASURE_TOLERANCE = Decimal("0.05")
_DEGREES = Decimal(2)
"""The same for temperatures, whose zero is arbitrary, in degrees."""


@dataclass(frozen=True, slots=True)
class _Amount:
    """A quantity with one number: in its unit, which has a base unit, and how far off the number may be."""

    value: Decimal
    unit: str
    base: str
    slack: Decimal
    is_change: bool


@dataclass(frozen=True, slots=True)
class _Restated:
    """An amount as it should read in the unit of its conversion, and how far off that may be."""

    right: Decimal
    shown: str
    allowed: Decimal


def conversion_findings(claims: Iterable[Claim], setting: Setting) -> list[Finding]:
    """Return a finding for each amount in brackets that does not restate the one before it."""
    by_article: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.base is not None and claim.base.number is not None:
            by_article.setdefault(claim.article, []).append(claim)
    found = []
    for members in by_article.values():
        for stated, again in pairwise(sorted(members, key=lambda claim: claim.start)):
            if _is_restated(stated, again, setting) and (finding := _finding(stated, again, setting)) is not None:
                found.append(finding)
    return found


def _is_restated(stated: Claim, again: Claim, setting: Setting) -> bool:
    text = setting.articles[stated.article].text
    close = _BRACKETS.get(text[stated.end : again.start].strip())
    return close is not None and text[again.end :].lstrip()[:1] == close


def _finding(stated: Claim, again: Claim, setting: Setting) -> Finding | None:
    first, second = _amount(stated), _amount(again)
    if first is None or second is None or first.unit == second.unit:
        return None
    restated = _exchanged(first, second, setting, stated) if first.base != second.base else _measured(first, second)
    if restated is None or not restated.right or abs(second.value - restated.right) <= restated.allowed + second.slack:
        return None
    why = (
        f"{setting.name(again)} converts {stated.text!r} to {again.text!r}, but {restated.shown}: "
        f"the two differ by {abs(second.value - restated.right) / abs(restated.right):.0%}."
    )
    return Finding("CC204", Severity.WARNING, None, why, (stated.id, again.id), derivation=restated.shown)


def _measured(first: _Amount, second: _Amount) -> _Restated | None:
    """Return the first amount in the unit of the second."""
    if not is_measure(first.unit, second.unit):
        return None
    here, there = to_base(first.unit), to_base(second.unit)
    shift = Decimal(0) if second.is_change else here.offset - there.offset
    right = (first.value * here.factor + shift) / there.factor
    off = abs(first.slack * here.factor / there.factor)
    allowed = _DEGREES if there.offset else abs(right) * _MEASURE_TOLERANCE
    return _Restated(right, f"{_shown(first.value, first.unit)} = {_shown(_short(right), second.unit)}", allowed + off)


def _exchanged(first: _Amount, second: _Amount, setting: Setting, stated: Claim) -> _Restated | None:
    """Return the first amount in the currency of the second, at the rate of the article's day."""
    day = setting.published(stated)
    if not (is_currency(first.unit) and is_currency(second.unit)) or day is None:
        return None
    rate = exchange_rate(first.unit, second.unit, day)
    if rate is None:
        return None
    right = first.value * rate.rate
    shown = (
        f"{_shown(first.value, first.unit)} x {rate.rate:.4f} = {_shown(_short(right), second.unit)} "
        f"({rate.source}, {rate.day.isoformat()})"
    )
    return _Restated(right, shown, right * _MONEY_TOLERANCE + first.slack * rate.rate)


def _amount(claim: Claim) -> _Amount | None:
    quantity = claim.quantity
    if quantity is None or quantity.value is None or quantity.base is None:
        return None
    is_change = quantity.scope is Scope.CHANGE
    return _Amount(quantity.value, quantity.unit, quantity.base.unit, quantity.slack, is_change)


def _short(number: Decimal) -> Decimal:
    """Round to three digits, as a reader would."""
    return round(number, 2 - number.adjusted()) if number else number


def _shown(number: Decimal, unit: str) -> str:
    return f"{describe.amount(number)} {symbol(unit)}"
