"""Quantities in base units, and the times of a whole article."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

import claimcheck
from claimcheck.model import (
    Bound,
    Claim,
    ClaimKind,
    DateBasis,
    Granularity,
    Quantity,
    Reference,
    Scope,
    Status,
    TimeForm,
    When,
    WhenKind,
)
from claimcheck.normalise import normalise_claims, resolve_times

TUESDAY = Reference(date(2025, 9, 23), date(2025, 9, 23), DateBasis.GIVEN)


def stating(number: str, unit: str, bound: Bound = Bound.EXACT, significant: int | None = None) -> Claim:
    value = Decimal(number)
    low = None if bound in {Bound.AT_MOST, Bound.LESS_THAN} else value
    high = None if bound in {Bound.AT_LEAST, Bound.MORE_THAN} else value
    quantity = Quantity(value, low, high, unit, bound, significant=significant)
    return Claim("c", "a", ClaimKind.QUANTITY, 0, 1, number, (0, 1), quantity=quantity)


def based(claim: Claim, *others: Claim) -> Quantity:
    quantity = normalise_claims([claim, *others], None)[0].quantity
    assert quantity is not None
    assert quantity.base is not None
    return quantity


BASES = [
    ("10", "gigawatt", "1E10", "watt"),
    ("48", "kilometer", "48000", "meter"),
    ("30", "mile", "48280.32", "meter"),
    ("25", "degC", "298.15", "kelvin"),
    ("77", "degF", "298.15", "kelvin"),
    ("2", "hour", "7200", "second"),
    ("12", "GPU", "12", "GPU"),
    ("12", "soldier", "12", "person"),
    ("4.5", "percent", "4.5", "percent"),
    ("10", "USD/gigawatt", "1E-8", "USD/watt"),
    ("700", "user/week", "700", "user/week"),
    ("13", "USD", "13", "USD"),
    ("6", "", "6", ""),
]


@pytest.mark.parametrize(("number", "unit", "base", "base_unit"), BASES)
def test_a_base_unit(number: str, unit: str, base: str, base_unit: str) -> None:
    quantity = based(stating(number, unit))
    assert quantity.base is not None
    assert quantity.base.number is not None
    assert float(quantity.base.number) == pytest.approx(float(base), rel=1e-9)
    assert quantity.base.unit == base_unit
    assert (quantity.base.low, quantity.base.high) == (quantity.base.number, quantity.base.number)
    assert (quantity.value, quantity.unit) == (Decimal(number), unit)


@pytest.mark.parametrize(
    ("bound", "low", "high"),
    [
        (Bound.AT_LEAST, "1E10", None),
        (Bound.MORE_THAN, "1E10", None),
        (Bound.AT_MOST, None, "1E10"),
        (Bound.LESS_THAN, None, "1E10"),
        (Bound.ABOUT, "1E10", "1E10"),
    ],
)
def test_an_open_end_stays_open(bound: Bound, low: str | None, high: str | None) -> None:
    base = based(stating("10", "gigawatt", bound)).base
    assert base is not None
    assert (base.low, base.high) == (low and Decimal(low), high and Decimal(high))
    assert base.number == Decimal("1E10")


@pytest.mark.parametrize(
    ("claim", "slack", "rounding"),
    [
        (stating("4.5E12", "USD", significant=2), "5E10", "5E10"),
        (stating("48", "kilometer", significant=2), "500", "500"),
        (stating("20", "degC", significant=2), "0.5", "0.5"),
        (stating("20", "gigawatt", Bound.ABOUT, significant=2), "1E9", "5E8"),
        (stating("20", "gigawatt"), "0", "0"),
    ],
)
def test_what_rounding_leaves_open_is_in_the_base_unit_too(claim: Claim, slack: str, rounding: str) -> None:
    base = based(claim).base
    assert base is not None
    assert (base.slack, base.rounding) == (Decimal(slack), Decimal(rounding))


@pytest.mark.parametrize(
    ("coin", "others", "number", "unit"),
    [
        ("cent", [], "7", "cent"),
        ("cent", ["gigawatt"], "7", "cent"),
        ("cent", ["USD"], "0.07", "USD"),
        ("cent", ["EUR", "USD", "EUR"], "0.07", "EUR"),
        ("penny", [], "7", "penny"),
        ("penny", ["GBP"], "0.07", "GBP"),
        ("centime", ["CHF"], "0.07", "CHF"),
        ("satoshi", ["USD"], "7", "satoshi"),
        ("sen", ["USD"], "7", "sen"),
    ],
)
def test_coins_are_of_the_main_currency_of_the_article(coin: str, others: list[str], number: str, unit: str) -> None:
    base = based(stating("7", coin), *(stating("3", other) for other in others)).base
    assert base is not None
    assert (base.number, base.unit) == (Decimal(number), unit)


@pytest.mark.parametrize(
    ("unit", "base_unit"),
    [("USD/year", "USD"), ("USD/month", "USD/month"), ("user/year", "user/year"), ("USD/share", "USD/share")],
)
def test_money_by_the_year_is_compared_as_money(unit: str, base_unit: str) -> None:
    base = based(stating("7", unit)).base
    assert base is not None
    assert (base.number, base.unit) == (Decimal(7), base_unit)


def test_a_change_of_temperature_has_no_offset() -> None:
    change = stating("2", "degC").quantity
    assert change is not None
    warming = Claim(
        "c",
        "a",
        ClaimKind.QUANTITY,
        0,
        1,
        "2",
        (0, 1),
        quantity=Quantity(change.value, change.low, change.high, change.unit, scope=Scope.CHANGE),
    )
    base = based(warming).base
    assert base is not None
    assert base.number == 2


# a number and its unit, the number and unit that stand elsewhere in the article, and the unit the first comes to have
SHARED_UNITS = [
    pytest.param("6.7", "", "6.7", "magnitude", "magnitude", id="no unit"),
    pytest.param("6.7", "quake", "6.7", "magnitude", "magnitude", id="a counted noun"),
    pytest.param("6.70", "", "6.7", "magnitude", "magnitude", id="written otherwise"),
    pytest.param("6.5", "", "6.5", "kilometer", "kilometer", id="a length"),
    # as they are
    pytest.param("6", "", "6", "magnitude", "", id="a whole number"),
    pytest.param("6.0", "", "6.0", "magnitude", "", id="a whole number with a fraction of zero"),
    pytest.param("6.2", "", "6.7", "magnitude", "", id="another number"),
    pytest.param("-6.7", "", "6.7", "magnitude", "", id="another sign"),
    pytest.param("6.7", "USD", "6.7", "magnitude", "USD", id="money"),
    pytest.param("6.7", "USD/barrel", "6.7", "magnitude", "USD/barrel", id="money for something"),
    pytest.param("6.7", "cent", "6.7", "magnitude", "cent", id="coins"),
    pytest.param("6.7", "percent/year", "6.7", "magnitude", "percent/year", id="percent a year"),
    pytest.param("6.7", "dog/second", "6.7", "magnitude", "dog/second", id="things for a measure"),
    pytest.param("6.7", "percent", "6.7", "magnitude", "percent", id="percent"),
    pytest.param("6.7", "percentage_point", "6.7", "magnitude", "percentage_point", id="percentage points"),
    pytest.param("6.7", "mile", "6.7", "magnitude", "mile", id="a measure of its own"),
    pytest.param("6.5", "pizza", "6.5", "kilometer", "pizza", id="a noun that no length is told of"),
    pytest.param("6.7", "", "6.7", "quake", "", id="the other counts"),
    pytest.param("6.7", "", "6.7", "USD", "", id="the other is money"),
    pytest.param("6.7", "", "6.7", "percent", "", id="the other is a share"),
]


@pytest.mark.parametrize(("number", "unit", "other", "other_unit", "expected"), SHARED_UNITS)
def test_a_fraction_takes_the_unit_that_its_number_has_in_the_article(
    number: str, unit: str, other: str, other_unit: str, expected: str
) -> None:
    plain, measured = stating(number, unit), stating(other, other_unit)
    for claims in ([plain, measured], [measured, plain]):
        found = normalise_claims(claims, None)
        units = [claim.quantity and claim.quantity.unit for claim in found]
        assert units == [expected if claim is plain else other_unit for claim in claims]
        assert [claim.confidence for claim in found] == [
            0.5 if claim is plain and unit != expected else 1.0 for claim in claims
        ]


def test_a_fraction_takes_the_measure_with_the_unit_and_keeps_its_bound() -> None:
    plain = replace(stating("6.5", "", Bound.MORE_THAN), measure="It", confidence=0.7)
    measured = replace(stating("6.5", "kilometer"), measure_name="length", confidence=0.9)
    found, kept = normalise_claims([plain, measured], None)
    assert found.quantity is not None
    assert found.quantity.base is not None
    assert (found.measure, found.measure_name, found.confidence) == ("It", "length", 0.35)
    assert (found.quantity.bound, found.quantity.low, found.quantity.high) == (Bound.MORE_THAN, Decimal("6.5"), None)
    assert (found.quantity.base.low, found.quantity.base.unit) == (Decimal(6500), "meter")
    assert (kept.measure_name, kept.confidence) == ("length", 0.9)


def test_a_number_that_is_measured_in_two_units_tells_none() -> None:
    for units in (["", "kilometer", "meter"], ["", "meter", "kilometer", "kilometer"]):
        found = normalise_claims([stating("6.5", unit) for unit in units], None)
        assert [claim.quantity and claim.quantity.unit for claim in found] == units


def test_a_range_takes_no_unit() -> None:
    ends = Quantity(None, Decimal("6.7"), Decimal("6.9"), "", Bound.RANGE)
    found = normalise_claims([replace(stating("6.7", ""), quantity=ends), stating("6.7", "magnitude")], None)
    assert [claim.quantity and claim.quantity.unit for claim in found] == ["", "magnitude"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The quake had a magnitude of 6.7. The survey of Norrby said it was 6.7.", ["magnitude", "magnitude"]),
        ("The quake had a magnitude of 6.7. The survey of Norrby said it was 6.2.", ["magnitude", ""]),
        ("The quake had a magnitude of 6.7. The firm Corvid lost 6.7 percent.", ["magnitude", "percent"]),
    ],
)
def test_a_number_said_again_is_of_the_same_unit(text: str, units: list[str]) -> None:
    assert [claim.quantity and claim.quantity.unit for claim in claimcheck.extract(text, language="en")] == units


def on(weekday: int, status: Status = Status.STATED) -> Claim:
    form = TimeForm(WhenKind.POINT, Granularity.DAY, weekday=weekday)
    return Claim("c", "a", ClaimKind.DATE, 0, 1, "Monday", (0, 1), when=When(form), status=status)


def test_times_follow_the_status_of_their_claim() -> None:
    found = normalise_claims([on(0), on(0, Status.PLANNED), on(0, Status.DONE)], TUESDAY)
    assert [claim.when and claim.when.earliest for claim in found] == [
        date(2025, 9, 22),
        date(2025, 9, 29),
        date(2025, 9, 22),
    ]


def test_times_can_be_resolved_anew() -> None:
    symbolic = normalise_claims([on(0), stating("3", "mile")], None)
    assert symbolic[0].when is not None
    assert symbolic[0].when.earliest is None
    dated = resolve_times(symbolic, TUESDAY)
    assert dated[0].when is not None
    assert dated[0].when.reference == TUESDAY
    assert dated[1] == symbolic[1]
    assert resolve_times(dated, None) == symbolic


def of_weekday(weekday: int, status: Status = Status.STATED) -> Claim:
    form = TimeForm(WhenKind.POINT, Granularity.DAY, weekday=weekday)
    return replace(stating("3", "mile"), as_of="on Monday", period=When(form), status=status)


def test_the_time_that_a_quantity_belongs_to_is_resolved_like_any_other() -> None:
    found = normalise_claims([of_weekday(0), of_weekday(0, Status.PLANNED)], TUESDAY)
    assert [claim.period and claim.period.earliest for claim in found] == [date(2025, 9, 22), date(2025, 9, 29)]
    assert [claim.as_of for claim in found] == ["on Monday", "on Monday"]


def test_the_time_that_a_quantity_belongs_to_can_be_resolved_anew() -> None:
    symbolic = normalise_claims([of_weekday(0)], None)
    assert symbolic[0].period is not None
    assert symbolic[0].period.earliest is None
    (dated,) = resolve_times(symbolic, TUESDAY)
    assert dated.period is not None
    assert (dated.period.earliest, dated.period.reference) == (date(2025, 9, 22), TUESDAY)
    assert resolve_times([dated], None) == symbolic


def test_an_article_without_claims_has_none() -> None:
    assert normalise_claims([], TUESDAY) == []


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("de", "Im Zug saßen 140 Reisende.", "person"),
        ("de", "Im Zug saßen 140 Fahrgäste.", "person"),
        ("en", "The plant will bring 180 jobs.", "person"),
        ("en", "The plant will bring 180 hires.", "person"),
        ("de", "Geplant sind 180 Einstellungen.", "person"),
        ("fr", "L'usine prévoit 180 embauches.", "person"),
        ("es", "La planta prevé 180 contrataciones.", "person"),
        ("it", "Sono previste 180 assunzioni.", "person"),
        ("pt", "A fábrica prevê 180 contratações.", "person"),
        ("nl", "De fabriek plant 180 aanwervingen.", "person"),
        ("es", "Se han derrumbado 180 casas.", "home"),
        ("es", "Se han derrumbado 180 viviendas.", "home"),
    ],
)
def test_counted_nouns_of_one_kind_have_one_base(language: str, text: str, kind: str) -> None:
    (claim,) = claimcheck.extract(text, language=language)
    assert claim.quantity is not None
    assert claim.quantity.base is not None
    assert claim.quantity.base.unit == kind
