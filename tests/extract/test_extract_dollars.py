"""Which dollar a bare sign is."""

from __future__ import annotations

from datetime import date

import pytest

import claimcheck
from claimcheck import Article

DAY = date(2025, 9, 22)


def units(text: str, **fields: object) -> list[str]:
    claims = claimcheck.extract(Article("a", text, language="en", **fields))  # type: ignore[arg-type]
    return [claim.quantity.unit for claim in claims if claim.quantity is not None]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www.herald.example.com.au/a", "AUD"),
        ("https://herald.example.ca/a?b=c", "CAD"),
        ("https://herald.example.nz", "NZD"),
        ("https://herald.example.com/ca/", "USD"),
        ("https://herald.example.fr/", "USD"),
        (None, "USD"),
    ],
)
def test_the_country_of_the_source_decides(address: str | None, expected: str) -> None:
    assert units("The mill cost $30 million.", url=address) == [expected]


def test_the_name_of_the_source_may_be_its_address() -> None:
    assert units("The mill cost $30 million.", source="herald.example.ca") == ["CAD"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("US$30 million", "USD"),
        ("US $30 million", "USD"),
        ("U.S. $30 million", "USD"),
        ("$30 million U.S.", "USD"),
        ("$US30 million", "USD"),
        ("30 million dollars", "USD"),
        ("NZ$4", "NZD"),
    ],
)
def test_a_marked_dollar_stays_what_it_is(text: str, unit: str) -> None:
    assert units(f"The mill cost {text}.", url="https://herald.example.ca/a") == [unit]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("$10M", "CAD"),
        ("$75 million", "CAD"),
        ("about $5", "CAD"),
        ("$5 per MWh", "CAD/megawatt_hour"),
        ("up to $3bn", "CAD"),
    ],
)
def test_a_bare_dollar_is_of_the_country_whatever_stands_around(text: str, unit: str) -> None:
    assert units(f"The mill cost {text}.", url="https://herald.example.ca/a") == [unit]


@pytest.mark.parametrize("address", ["https://[", "https://[x]/herald", "//]", "https://\u2100herald"])
def test_a_malformed_address_names_no_country(address: str) -> None:
    assert units("It cost $3 million.", url=address) == units("It cost $3 million.", source=address) == ["USD"]


def test_a_rate_keeps_what_it_is_per() -> None:
    assert units("It pays $25 a share.", url="https://herald.example.ca/a") == ["CAD/share"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost $100 million (US$66 million). The fee was $3 million.", ["AUD", "USD", "AUD"]),
        ("It cost $100 million (61.5 million euros). The fee was $3 million.", ["CAD", "EUR", "CAD"]),
        ("It cost $100 million (85 million euros). The fee was $3 million.", ["USD", "EUR", "USD"]),
        ("It cost $100 million (US$12.9 million). The fee was $3 million.", ["HKD", "USD", "HKD"]),
        ("It cost $100 million (5 million euros). The fee was $3 million.", ["USD", "EUR", "USD"]),
        # an amount that says no more of its dollar than the other, or says it itself, restates nothing
        ("It cost $100 million ($66 million). The fee was $3 million.", ["USD"] * 3),
        ("It cost NZ$100 million (US$66 million). The fee was $3 million.", ["NZD", "USD", "USD"]),
        # two dollars fit
        ("It cost $100 million (58.5 million euros). The fee was $3 million.", ["USD", "EUR", "USD"]),
        # what stands in brackets is more than the amount
        ("It cost $100 million (US$66 million of it in cash). The fee was $3 million.", ["USD"] * 3),
    ],
)
def test_an_equivalent_in_the_article_decides(text: str, expected: list[str]) -> None:
    assert units(text, published=DAY) == expected


def test_without_a_day_an_equivalent_decides_nothing() -> None:
    assert units("It cost $100 million (US$66 million).") == ["USD", "USD"]


def test_the_claim_says_how_its_dollar_was_told() -> None:
    (claim,) = claimcheck.extract(Article("a", "It cost $3 million.", url="https://herald.example.ca", language="en"))
    assert claim.note == "is taken as CAD, as the source's country has it"
