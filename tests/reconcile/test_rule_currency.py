"""Two amounts in two currencies."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from statements import amount, setting

from claimcheck.model import Claim, RelationKind
from claimcheck.reconcile import Setting
from claimcheck.reconcile.rules.currency import judge
from claimcheck.units import exchange_rate

FRIDAY = date(2024, 6, 14)  # 1 EUR = 1.0686 USD
SETTING = setting({"a": FRIDAY, "b": FRIDAY})

CASES = [
    (amount("a1", "100E9", "EUR"), amount("b1", "107E9", "USD"), "agree", None),
    (amount("a1", "100E9", "EUR"), amount("b1", "105E9", "USD"), "agree", None),
    (amount("a1", "100E9", "EUR"), amount("b1", "125E9", "USD"), "conflict", "unit"),
    (amount("a1", "101E9", "EUR"), amount("b1", "101E9", "USD"), "conflict", "unit"),
    (amount("a1", "5E9", "USD"), amount("b1", "786E9", "JPY"), "agree", None),
    (amount("a1", "100E9", "EUR", "about"), amount("b1", "107E9", "USD"), "agree", None),
    # How far a number may be rounded is converted with it: three dollars are 471 yen, give or take 79.
    (amount("a1", "3", "USD"), amount("b1", "520", "JPY"), "agree", None),
    (amount("a1", "5E9", "USD", "about"), amount("b1", "822E9", "JPY"), "compatible", "bound"),
    # Other numbers that can both hold, as each is rounded or leaves an end open.
    (amount("a1", "100E9", "EUR"), amount("b1", "100E9", "USD"), "compatible", "bound"),
    (amount("a1", "90..110", "EUR"), amount("b1", "100", "USD"), "compatible", "bound"),
    (amount("a1", "100E9", "EUR", "more_than"), amount("b1", "900E9", "USD"), "compatible", "bound"),
    (amount("a1", "100E9", "EUR", "less_than"), amount("b1", "900E9", "USD"), "conflict", "unit"),
    # One number, another bound.
    (amount("a1", "100E9", "EUR", "more_than"), amount("b1", "107E9", "USD"), "compatible", "bound"),
    # Caps are compared as caps.
    (amount("a1", "100E9", "EUR", "at_most"), amount("b1", "107E9", "USD", "at_most"), "agree", None),
    (amount("a1", "100E9", "EUR", "at_most"), amount("b1", "10E9", "USD", "at_most"), "conflict", "unit"),
    (amount("a1", "100E9", "EUR", "at_most"), amount("b1", "10E9", "USD"), "compatible", "bound"),
]


@pytest.mark.parametrize(("a", "b", "relation", "kind"), CASES)
def test_amounts_are_converted_at_the_rate_of_the_day(a: Claim, b: Claim, relation: str, kind: str | None) -> None:
    for found in (judge(a, b, SETTING), judge(b, a, SETTING)):
        assert found is not None
        assert (found.relation, found.type) == (relation, kind)
        assert "per " in found.why


def test_the_sentence_shows_rate_day_source_and_tolerance() -> None:
    found = judge(amount("a1", "100E9", "EUR"), amount("b1", "107E9", "USD"), SETTING)
    assert found is not None
    assert "1.0686 USD per EUR (European Central Bank, 2024-06-14)" in found.why
    assert "within 3%" in found.why


def test_a_weekend_shows_the_day_of_the_rate() -> None:
    sunday = date(2024, 6, 16)
    found = judge(amount("a1", "1E9", "EUR"), amount("b1", "2E9", "USD"), setting({"a": sunday, "b": sunday}))
    assert found is not None
    assert "(European Central Bank, 2024-06-14)" in found.why


@pytest.mark.parametrize("known", ["a", "b"])
def test_the_day_of_either_article_will_do(known: str) -> None:
    days = {"a": None, "b": None} | {known: FRIDAY}
    found = judge(amount("a1", "100E9", "EUR"), amount("b1", "107E9", "USD"), setting(days))
    assert found is not None
    assert found.relation is RelationKind.AGREE


UNKNOWN = [
    pytest.param(amount("a1", "1E9", "EUR"), setting({"a": None, "b": None}), id="no day"),
    pytest.param(amount("a1", "1E9", "EUR"), setting({"a": date(1990, 1, 1)}), id="before the euro"),
    pytest.param(amount("a1", "1E9", "VND"), SETTING, id="no rate for the currency"),
]


@pytest.mark.parametrize(("a", "known"), UNKNOWN)
def test_without_a_rate_nothing_is_held_against_the_amounts(a: Claim, known: Setting) -> None:
    found = judge(a, amount("b1", "9E9", "USD"), known)
    assert found is not None
    assert (found.relation, found.type) == ("compatible", "unit")
    assert f"{a.quantity.unit if a.quantity else None} and USD" in found.why


def test_the_tolerance_is_a_setting() -> None:
    a, b = amount("a1", "101E9", "EUR"), amount("b1", "116E9", "USD")
    narrow, wide = (judge(a, b, setting({"a": FRIDAY}, currency_tolerance=Decimal(t))) for t in ("0.03", "0.10"))
    assert narrow is not None
    assert wide is not None
    assert (narrow.relation, wide.relation) == ("conflict", "agree")


SILENT = [
    (amount("a1", "30"), amount("b1", "30")),
    (amount("a1", "30", "gigawatt"), amount("b1", "30")),
    (amount("a1", "30", "person"), amount("b1", "30", "plant")),
]


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_the_rule_is_silent_without_two_currencies(a: Claim, b: Claim) -> None:
    assert judge(a, b, SETTING) is None


def test_the_rate_of_the_tables_is_the_one_used() -> None:
    rate = exchange_rate("EUR", "USD", FRIDAY)
    assert rate is not None
    assert rate.rate == Decimal("1.0686")
