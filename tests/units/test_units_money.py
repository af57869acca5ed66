"""Currencies and the rate of a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from claimcheck.units import currency_codes, exchange_rate, is_coin, is_currency, is_hundredth

FRIDAY = date(2024, 6, 14)


def test_codes_are_three_capitals() -> None:
    codes = currency_codes()
    assert [code for code in codes if not (len(code) == 3 and code.isascii() and code.isupper())] == []
    assert {"USD", "EUR", "JPY"} <= codes


@pytest.mark.parametrize(
    ("unit", "known"), [("USD", True), ("usd", False), ("cent", False), ("", False), ("GPU", False)]
)
def test_is_currency(unit: str, known: bool) -> None:  # noqa: FBT001  # a table
    assert is_currency(unit) is known


@pytest.mark.parametrize(
    ("unit", "coin", "hundredth"),
    [
        ("cent", True, True),
        ("penny", True, True),
        ("centime", True, True),
        ("sen", True, False),
        ("satoshi", True, False),
        ("*cent", False, False),
        ("cents", False, False),
        ("USD", False, False),
        ("", False, False),
    ],
)
def test_coins(unit: str, coin: bool, hundredth: bool) -> None:  # noqa: FBT001  # a table
    assert (is_coin(unit), is_hundredth(unit)) == (coin, hundredth)


@pytest.mark.parametrize("day", [FRIDAY, date(2024, 6, 15), date(2024, 6, 16)])
def test_a_weekend_takes_the_rate_of_friday(day: date) -> None:
    found = exchange_rate("EUR", "USD", day)
    assert found is not None
    assert (found.origin, found.target, found.day, found.source) == ("EUR", "USD", FRIDAY, "European Central Bank")
    assert found.rate == Decimal("1.0686")


def test_there_and_back_is_one() -> None:
    there, back = exchange_rate("USD", "JPY", FRIDAY), exchange_rate("JPY", "USD", FRIDAY)
    assert there is not None
    assert back is not None
    assert float(there.rate * back.rate) == pytest.approx(1)
    assert float(there.rate) == pytest.approx(157, abs=2)


@pytest.mark.parametrize(
    ("origin", "target", "day"),
    [
        pytest.param("XXX", "USD", FRIDAY, id="unknown origin"),
        pytest.param("USD", "XXX", FRIDAY, id="unknown target"),
        pytest.param("EUR", "USD", date(1990, 1, 1), id="before the euro"),
        pytest.param("EUR", "USD", date.min, id="first day of the calendar"),
        pytest.param("EUR", "USD", date.max, id="last day of the calendar"),
        pytest.param("EUR", "USD", date(2999, 1, 1), id="not yet known"),
        pytest.param("EUR", "RUB", date(2023, 6, 14), id="suspended"),
    ],
)
def test_no_rate(origin: str, target: str, day: date) -> None:
    assert exchange_rate(origin, target, day) is None
