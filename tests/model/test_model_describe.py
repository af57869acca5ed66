"""Values in a reader's words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from claimcheck.model import Bound, Granularity, Quantity, Scope, TimeForm, Trend, When, WhenKind, describe


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("0", "0"),
        ("7", "7"),
        ("6.30", "6.3"),
        ("100", "100"),
        ("10500", "10,500"),
        ("1E3", "1,000"),
        ("999999", "999,999"),
        ("1000000", "1 million"),
        ("2500000", "2.5 million"),
        ("1E11", "100 billion"),
        ("4.50E12", "4.5 trillion"),
        ("3.2E15", "3,200 trillion"),
        ("-2.5E9", "-2.5 billion"),
        ("0.050", "0.05"),
    ],
)
def test_amount(number: str, words: str) -> None:
    assert describe.amount(Decimal(number)) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("USD/gigawatt", "USD per gigawatt"),
        ("percentage_point", "percentage point"),
        ("data center", "data center"),
        ("meter**3", "cubic meter"),
        ("EUR/meter**2", "EUR per square meter"),
        ("meter ** 2", "square meter"),
        ("kilometer / hour", "kilometer per hour"),
    ],
)
def test_unit(name: str, words: str) -> None:
    assert describe.unit(name) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("boy", "boys"),
        ("survey", "surveys"),
        ("story", "stories"),
        ("bus", "buses"),
        ("box", "boxes"),
        ("branch", "branches"),
        ("dish", "dishes"),
        ("month", "months"),
        ("young person", "young people"),
        ("policeman", "policemen"),
        ("young fisherman", "young fishermen"),
        ("German", "Germans"),
        ("human", "humans"),
        ("wolf", "wolves"),
        ("chief", "chiefs"),
        ("kW", "kW"),
        ("aircraft", "aircraft"),
    ],
)
def test_a_unit_in_the_plural(name: str, words: str) -> None:
    assert describe.unit(name, plural=True) == words


ONE, TEN = Decimal(1), Decimal(10)


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(TEN, TEN, TEN, "gigawatt"), "10 gigawatts"),
        (Quantity(ONE, ONE, ONE, "gigawatt"), "1 gigawatt"),
        (Quantity(TEN, TEN, TEN, "foot**2"), "10 square feet"),
        (Quantity(TEN, TEN, TEN, "user/week"), "10 users per week"),
        (Quantity(TEN, TEN, TEN, "city"), "10 cities"),
        (Quantity(TEN, TEN, TEN, "percent"), "10%"),
        (Quantity(TEN, TEN, TEN, ""), "10"),
        (Quantity(TEN, TEN, TEN, "USD/share", scope=Scope.RATE), "10 USD per share"),
        (Quantity(TEN, TEN, TEN, "USD", Bound.ABOUT), "about 10 USD"),
        (Quantity(TEN, TEN, None, "USD", Bound.AT_LEAST), "at least 10 USD"),
        (Quantity(TEN, TEN, None, "USD", Bound.MORE_THAN), "more than 10 USD"),
        (Quantity(TEN, None, TEN, "USD", Bound.AT_MOST), "up to 10 USD"),
        (Quantity(TEN, None, TEN, "USD", Bound.LESS_THAN), "less than 10 USD"),
        (Quantity(None, TEN, Decimal("1E6"), "person", Bound.RANGE), "10 to 1 million people"),
        (Quantity(None, TEN, Decimal("1E6"), "person", Bound.ABOUT), "about 10 to 1 million people"),
        (Quantity(None, TEN, None, "person", Bound.VAGUE), "at least 10 people"),
        (Quantity(None, None, TEN, "person", Bound.VAGUE), "up to 10 people"),
        (Quantity(None, None, None, "", Bound.VAGUE), "an unstated number"),
        (Quantity(None, None, None, "person", Bound.VAGUE), "an unstated number of people"),
        (Quantity(TEN, TEN, TEN, "USD", scope=Scope.INSTALMENT), "10 USD at a time"),
        (Quantity(TEN, TEN, TEN, "percent", scope=Scope.CHANGE), "a change of 10%"),
        (Quantity(TEN, TEN, TEN, "percent", trend=Trend.UP, scope=Scope.CHANGE), "a rise of 10%"),
        (Quantity(TEN, TEN, TEN, "USD", Bound.ABOUT, Trend.DOWN, scope=Scope.CHANGE), "a fall of about 10 USD"),
        (Quantity(None, ONE, TEN, "percent", Bound.RANGE, Trend.UP, scope=Scope.CHANGE), "a rise of 1 to 10%"),
        (Quantity(TEN, TEN, TEN, "percent", trend=Trend.UP), "10%"),
        (Quantity(TEN, TEN, TEN, "degC"), "10 °C"),
        (Quantity(-TEN, -TEN, -TEN, "degF"), "-10 °F"),
        (Quantity(TEN, TEN, TEN, "year_of_age"), "10 years of age"),
        (Quantity(ONE, ONE, ONE, "year_of_age"), "1 year of age"),
        (Quantity(TEN, TEN, TEN, "magnitude"), "magnitude 10"),
        (Quantity(TEN, TEN, None, "magnitude", Bound.AT_LEAST), "magnitude at least 10"),
        (Quantity(Decimal("0.5"), Decimal("0.5"), Decimal("0.5"), "fraction"), "0.5 of the whole"),
    ],
)
def test_quantity(quantity: Quantity, words: str) -> None:
    assert describe.quantity(quantity) == words


DAY = TimeForm(WhenKind.POINT, Granularity.DAY)
VAGUE = TimeForm(WhenKind.VAGUE, Granularity.DAY)
CLOCK = TimeForm(WhenKind.POINT, Granularity.HOUR, clock="14:30")


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (When(DAY, date(2025, 9, 2), date(2025, 9, 2)), "2 September 2025"),
        (When(DAY, date(2025, 9, 2), date(2025, 10, 22)), "2 September 2025 to 22 October 2025"),
        (When(DAY, date(2025, 9, 2), None), "from 2 September 2025 on"),
        (When(DAY, None, date(2025, 9, 2)), "until 2 September 2025"),
        (When(DAY), "no certain day"),
        (When(replace(DAY, month=5, day=13)), "13 May of no certain year"),
        (When(replace(DAY, month=5, granularity=Granularity.MONTH)), "May of no certain year"),
        (When(VAGUE, date(2025, 9, 2), None), "no certain day"),
        (When(replace(VAGUE, direction=1)), "some time ahead"),
        (When(replace(VAGUE, direction=-1)), "some time past"),
        (When(CLOCK, date(2025, 9, 2), date(2025, 9, 2)), "2 September 2025, 14:30"),
    ],
)
def test_when(time: When, words: str) -> None:
    assert describe.when(time) == words


class Foreign(date):
    """A day in a process whose locale names months in another language."""

    def __format__(self, form: str) -> str:
        return "vendémiaire"


def test_the_names_of_months_and_weekdays_hang_on_no_locale() -> None:
    assert [describe.day(Foreign(2025, month, 5)) for month in (1, 9, 12)] == [
        "5 January 2025", "5 September 2025", "5 December 2025",
    ]  # fmt: skip
    assert [describe.weekday(number) for number in (0, 6)] == ["Monday", "Sunday"]
