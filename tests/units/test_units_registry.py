"""Conversion to base units: measures convert, counted things, periods below them and currencies stay."""

from __future__ import annotations

from decimal import Decimal
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.units import Conversion, is_measure, symbol, to_base


def listed(name: str) -> set[str]:
    lines = (files("claimcheck.units") / name).read_text(encoding="utf-8").splitlines()
    return {word for line in lines if not line.startswith("#") for word in line.split()}


NAMES = listed("measures.txt")
STARRED = {name.removeprefix("*") for name in NAMES if name.startswith("*")}
PREFIXES = (
    "exa", "peta", "tera", "giga", "mega", "kilo", "hecto", "deca", "deci", "centi", "milli", "micro", "nano", "pico",
)  # fmt: skip
MEASURES = {name for name in NAMES if not name.startswith("*")} | STARRED
MULTIPLES = {prefix + name for prefix in PREFIXES for name in STARRED}
LISTED = MEASURES | MULTIPLES | listed("people.txt") | {"fraction"}


def in_base(value: str, unit: str) -> Decimal:
    conversion = to_base(unit)
    return Decimal(value) * conversion.factor + conversion.offset


@pytest.mark.parametrize("unit", ["kilometer/degC", "degF/hour"])
def test_a_rate_of_a_scale_with_another_zero_is_no_measure(unit: str) -> None:
    assert not is_measure(unit)
    assert symbol(unit) == unit
    assert "/" in to_base(unit).unit


@pytest.mark.parametrize(
    ("unit", "factor", "base"),
    [
        ("gigawatt", "1E9", "watt"),
        ("megawatt", "1E6", "watt"),
        ("watt", "1", "watt"),
        ("kilometer", "1000", "meter"),
        ("mile", "1609.344", "meter"),
        ("foot", "0.3048", "meter"),
        ("metric_ton", "1000", "kilogram"),
        ("hour", "3600", "second"),
        ("basis_point", "0.01", "percentage_point"),
        ("percentage_point", "1", "percentage_point"),
        ("magnitude", "1", "magnitude"),
        ("bar", "100000", "kilogram / meter / second ** 2"),
        ("millibar", "100", "kilogram / meter / second ** 2"),
        ("fraction", "100", "percent"),
        ("year_of_age", "31557600", "second"),
    ],
)
def test_a_unit_of_measurement_has_a_factor(unit: str, factor: str, base: str) -> None:
    conversion = to_base(unit)
    assert (conversion.factor, conversion.offset, conversion.unit) == (Decimal(factor), Decimal(0), base)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("100", "kilometer/hour"), ("62.1371192237", "mile/hour")),
        (("1", "knot"), ("1.852", "kilometer/hour")),
        (("32", "degF"), ("0", "degC")),
        (("212", "degF"), ("100", "degC")),
        (("1", "kilometer**2"), ("100", "hectare")),
        (("1", "barrel"), ("42", "gallon")),
        (("1", "barrel/day"), ("42", "gallon/day")),
        (("1", "terawatt_hour"), ("1000", "gigawatt_hour")),
        (("1", "week"), ("7", "day")),
        (("40", "USD/gigawatt"), ("0.04", "USD/megawatt")),
        (("1000", "USD/metric_ton"), ("1", "USD/kilogram")),
        (("1", "turn"), ("360", "degree")),
        (("3", "revolution"), ("3", "turn")),
        (("1", "degree"), ("60", "arcminute")),
        (("1", "bar"), ("1000", "hectopascal")),
        (("1", "nautical_mile"), ("1852", "meter")),
        (("1", "megatonne"), ("1E9", "kilogram")),
        (("1", "bushel"), ("2150.42", "inch**3")),
        (("1", "exajoule"), ("1000", "petajoule")),
        (("0.25", "fraction"), ("25", "percent")),
        (("18", "month_of_age"), ("1.5", "year_of_age")),
        (("3", "week_of_age"), ("21", "day_of_age")),
        (("74", "year_of_age"), ("74", "year")),
    ],
)
def test_units_of_one_kind_meet_in_one_base(a: tuple[str, str], b: tuple[str, str]) -> None:
    assert to_base(a[1]).unit == to_base(b[1]).unit
    assert float(in_base(*a)) == pytest.approx(float(in_base(*b)), rel=1e-9)


@pytest.mark.parametrize(
    "unit",
    [
        "",
        "percent",
        "cent",
        "USD",
        "user",
        "pirate",
        "data center",
        "user/week",
        "USD/month",
        "USD/share",
        "pirate/day",
        "quarter",
        "decibel",
        "point",
        "link",
        "hand",
        "fold",
        "penny",
    ],
)
def test_what_is_counted_stays_as_it_is(unit: str) -> None:
    conversion = to_base(unit)
    assert (conversion.factor, conversion.offset, conversion.unit) == (Decimal(1), Decimal(0), unit)


@pytest.mark.parametrize(
    ("unit", "base"),
    [
        ("eligible ballot", "ballot"),
        ("fishing boat", "boat"),
        ("yellow school bus", "bus"),
        ("data center", "data center"),
        ("new data center", "data center"),
        ("new data center/year", "data center/year"),
        ("metadata center", "center"),
        ("data center worker", "person"),
        ("young soldier", "person"),
        ("injured person", "person"),
        ("job", "person"),
        ("house", "home"),
        ("wooden house", "home"),
        ("fishing boat/day", "boat/day"),
        ("USD/fishing boat", "USD/boat"),
        ("second world war", "war"),
    ],
)
def test_counted_nouns_compare_without_what_describes_them(unit: str, base: str) -> None:
    assert to_base(unit) == Conversion(Decimal(1), Decimal(0), base)


@pytest.mark.parametrize(
    ("units", "known"),
    [
        (("gigawatt",), True),
        (("bar",), True),
        (("turn",), True),
        (("year_of_age",), True),
        (("mile/hour",), True),
        (("kilometer/second",), True),
        (("meter**3/second",), True),
        (("percentage_point",), True),
        (("percent",), False),
        (("fraction",), False),
        (("fold",), False),
        (("USD",), False),
        (("cent",), False),
        (("USD/gigawatt",), False),
        (("hand",), False),
        (("quarter",), False),
        (("",), False),
        (("/",), False),
        (("mile", "kilometer"), True),
        (("mile", "kilometer", "foot"), True),
        (("mile/hour", "knot"), True),
        (("mile", "hour"), False),
        (("year", "year_of_age"), True),
        (("mile", "user"), False),
        (("user", "user"), False),
    ],
)
def test_is_measure(units: tuple[str, ...], known: bool) -> None:  # noqa: FBT001  # a table
    assert is_measure(*units) is known


@pytest.mark.parametrize("unit", ["kilomile", "kilohour", "megaacre", "kilofraction", "kilo", "kilokilogram"])
def test_only_starred_units_take_metric_prefixes(unit: str) -> None:
    assert not is_measure(unit)


def test_a_share_is_no_multiple() -> None:
    assert to_base("fraction").unit != to_base("fold").unit


def test_users_a_week_and_a_month_do_not_convert_into_each_other() -> None:
    assert to_base("user/week").unit != to_base("user/month").unit


@pytest.mark.parametrize(
    ("unit", "base"),
    [("USD/gigawatt", "USD/watt"), ("USD/gigawatt/year", "USD/watt/year"), ("user/kilometer**2", "user/meter ** 2")],
)
def test_each_part_of_a_rate_converts_by_itself(unit: str, base: str) -> None:
    assert to_base(unit).unit == base


@given(st.from_regex(r"[a-zé’']{1,3}[-.’']?[a-zé]{2,6}", fullmatch=True).filter(lambda word: word not in LISTED))
def test_a_word_of_no_list_is_counted_as_itself(word: str) -> None:
    assert to_base(word) == Conversion(Decimal(1), Decimal(0), word)
    assert symbol(word) == word


def test_metric_multiples_are_measures_of_their_unit() -> None:
    assert {"gigawatt", "kilowatt_hour", "milliampere_hour", "centiliter", "exabyte", "picosecond"} <= MULTIPLES
    wrong = [
        (prefix, name) for prefix in PREFIXES for name in STARRED if not is_measure(prefix + name, name, f"kilo{name}")
    ]
    assert wrong == []


@pytest.mark.parametrize("name", sorted(MEASURES | MULTIPLES))
def test_every_measure_is_known_to_pint(name: str) -> None:
    """A name that pint does not know stops it."""
    assert is_measure(name)
    conversion = to_base(name)
    assert conversion.factor.is_finite()
    assert conversion.factor > 0
    assert symbol(name)


@pytest.mark.parametrize(
    ("unit", "short"),
    [("gigawatt", "GW"), ("kilometer/hour", "km / h"), ("USD", "USD"), ("percent", "percent"), ("pirate", "pirate")],
)
def test_symbol(unit: str, short: str) -> None:
    assert symbol(unit) == short
