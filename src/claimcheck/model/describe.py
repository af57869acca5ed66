"""Values in a reader's words, for the sentences of findings and reports."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model.quantity import Bound, Quantity, Scope
from claimcheck.model.when import When, WhenKind

__all__ = ["amount", "quantity", "unit", "when"]

_MAGNITUDES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_BOUND_WORDS = {
    Bound.ABOUT: "about ",
    Bound.AT_LEAST: "at least ",
    Bound.MORE_THAN: "more than ",
    Bound.AT_MOST: "up to ",
    Bound.LESS_THAN: "less than ",
}
_SCOPE_WORDS = {Scope.INSTALMENT: " at a time", Scope.CHANGE: " of change"}


def amount(number: Decimal) -> str:
    """Write a number with the largest magnitude word that fits.

    >>> amount(Decimal("1E11")), amount(Decimal(10500)), amount(Decimal("6.30"))
    ('100 billion', '10,500', '6.3')
    """
    for size, word in _MAGNITUDES:
        if abs(number) >= size:
            return f"{_plain(number / size)} {word}"
    return _plain(number)


def unit(name: str) -> str:
    """Write a unit name: `USD/gigawatt` is "USD per gigawatt"."""
    return name.replace("_", " ").replace("/", " per ")


def quantity(stated: Quantity) -> str:
    """Write a quantity with its bound, unit and scope."""
    label = "%" if stated.unit == "percent" else f" {unit(stated.unit)}" if stated.unit else ""
    tail = label + _SCOPE_WORDS.get(stated.scope, "")
    if stated.value is not None:
        return f"{_BOUND_WORDS.get(stated.bound, '')}{amount(stated.value)}{tail}"
    if stated.low is not None and stated.high is not None:
        return f"{amount(stated.low)} to {amount(stated.high)}{tail}"
    end = stated.low if stated.low is not None else stated.high
    return f"an unstated number{tail}" if end is None else f"{amount(end)} or more{tail}"


def when(stated: When) -> str:
    """Write a time as its days, or say that it is open."""
    if stated.kind is WhenKind.VAGUE or (stated.earliest is None and stated.latest is None):
        return "no certain day"
    if stated.earliest == stated.latest:
        return f"{stated.earliest:%-d %B %Y}"
    ends = (end and f"{end:%-d %B %Y}" for end in (stated.earliest, stated.latest))
    first, last = ends
    return f"{first or 'open'} to {last or 'open'}"


def _plain(number: Decimal) -> str:
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
