"""The doors to pint and to the exchange rates."""

from claimcheck.units.money import ExchangeRate, currency_codes, exchange_rate, is_currency, main_currency
from claimcheck.units.registry import Conversion, symbol, to_base

__all__ = [
    "Conversion",
    "ExchangeRate",
    "currency_codes",
    "exchange_rate",
    "is_currency",
    "main_currency",
    "symbol",
    "to_base",
]
