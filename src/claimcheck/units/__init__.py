"""The doors to pint and to the exchange rates."""

from claimcheck.units.money import (
    ExchangeRate,
    currency_codes,
    exchange_rate,
    is_coin,
    is_currency,
    is_hundredth,
    main_currency,
)
from claimcheck.units.registry import Conversion, is_measure, symbol, to_base

__all__ = [
    "Conversion",
    "ExchangeRate",
    "currency_codes",
    "exchange_rate",
    "is_coin",
    "is_currency",
    "is_hundredth",
    "is_measure",
    "main_currency",
    "symbol",
    "to_base",
]
