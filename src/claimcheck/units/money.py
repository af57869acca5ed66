"""Currencies, and exchange rates at a day.

The rates are the euro reference rates of the European Central Bank, as bundled by CurrencyConverter; a day without a
rate takes the last one known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.units.lists import listed

if TYPE_CHECKING:
    from currency_converter import CurrencyConverter

__all__ = [
    "ExchangeRate", "currency_codes", "exchange_rate", "is_coin", "is_currency", "is_hundredth", "main_currency",
]  # fmt: skip

_FIRST = date(1999, 1, 4)
"""The first day of the reference rates."""
_LOOK_BACK = 10
"""Days without a rate that are bridged by the last known one; the longest holiday gap is five."""


@dataclass(frozen=True, slots=True)
class ExchangeRate:
    """How many `target` one `origin` bought on `day`, and who says so."""

    origin: str
    target: str
    rate: Decimal
    day: date
    source: str = "European Central Bank"


def currency_codes() -> frozenset[str]:
    """Return the ISO 4217 codes that claimcheck knows."""
    return listed("currencies.txt")


def is_currency(unit: str) -> bool:
    """Whether a unit name is an ISO 4217 code that claimcheck knows."""
    return unit in currency_codes()


def is_coin(unit: str) -> bool:
    """Whether a unit name is money, but does not tell of which currency: a coin, or a name that several share."""
    return unit in {name.removeprefix("*") for name in listed("coins.txt")}


def is_hundredth(unit: str) -> bool:
    """Whether a unit name is a coin that is a hundredth of its currency, be it dollars or pounds."""
    return f"*{unit}" in listed("coins.txt")


def main_currency(units: Iterable[str]) -> str | None:
    """Return the currency that occurs most among unit names, the first of equals; None where there is none."""
    counts = Counter(filter(is_currency, units))
    return counts.most_common(1)[0][0] if counts else None


@cache
def _converter() -> CurrencyConverter:
    from currency_converter import CurrencyConverter  # noqa: PLC0415  # reads its table of rates when built

    return CurrencyConverter(decimal=True)


@cache
def exchange_rate(origin: str, target: str, day: date) -> ExchangeRate | None:
    """Return the rate on a day, or the last one before it; None where there is none within ten days."""
    from currency_converter import RateNotFoundError  # noqa: PLC0415

    for back in range(min(_LOOK_BACK, (day - _FIRST).days + 1)):
        known = day - timedelta(days=back)
        try:
            rate = _converter().convert(1, origin, target, date=known)
        except RateNotFoundError:
            continue
        except ValueError:
            return None
        return ExchangeRate(origin, target, rate, known)
    return None
