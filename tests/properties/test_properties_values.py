"""What changes no value: the unit that it is given in, the way a language prints numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck

# a sentence for an amount, its unit, another unit, and how many of the other one is
UNITS = [
    ("The path to Velme is {} long.", "miles", "kilometres", "1.609344"),
    ("The bridge in Velme is {} wide.", "feet", "metres", "0.3048"),
    ("The parcel weighs {}.", "pounds", "kilograms", "0.45359237"),
    ("The park of Velme covers {}.", "acres", "hectares", "0.40468564224"),
    ("The dam of Velme delivers {}.", "gigawatts", "megawatts", "1000"),
]
amounts = st.sampled_from(["2.5", "12", "31", "47", "125", "360", "1,250", "8,430"])


def number(written: str) -> Decimal:
    return Decimal(written.replace(",", ""))


@given(st.sampled_from(UNITS), amounts, amounts)
@settings(max_examples=120)
def test_converting_an_amount_keeps_the_verdict(case: tuple[str, str, str, str], one: str, other: str) -> None:
    sentence, unit, converted, factor = case
    first = sentence.format(f"{one} {unit}")
    plain = claimcheck.compare(first, sentence.format(f"{other} {unit}"), language="en")
    amount = f"{(number(other) * Decimal(factor)).normalize():f} {converted}"
    there = claimcheck.compare(first, sentence.format(amount), language="en")
    back = claimcheck.compare(sentence.format(amount), first, language="en")
    # Not the type: a decimal point out of place is one between figures of one unit.
    assert [found.relation for found in (there, back)] == [plain.relation] * 2


def test_converting_a_volume_keeps_the_verdict() -> None:
    first, plain, converted = (
        f"The tank in Velme holds {a}." for a in ("2.5 litres", "31 litres", "0.031 cubic metres")
    )
    assert claimcheck.compare(first, plain, language="en").relation == "conflict"
    assert claimcheck.compare(first, converted, language="en").relation == "conflict"


# the language, what parts its thousands, and its decimal sign
PRINTED = [
    ("en", ",", "."), ("en", "’", "."), ("de", ".", ","), ("de", "\u00a0", ","), ("de", "'", "."),
    ("fr", "\u202f", ","),
    ("fr", " ", ","), ("fr", "'", "."), ("es", ".", ","), ("es", "\u00a0", ","), ("es", ",", "."), ("it", ".", ","),
    ("it", "'", "."), ("pt", ".", ","), ("pt", " ", ","), ("nl", ".", ","), ("nl", " ", ","),
]  # fmt: skip
values = st.builds(lambda digits: Decimal(digits).scaleb(-1), st.integers(10_001, 10**10).filter(lambda n: n % 10))


@pytest.mark.parametrize(("language", "group", "point"), PRINTED)
@given(value=values)
@settings(max_examples=25)
def test_a_number_has_one_value_however_its_language_prints_it(
    language: str, group: str, point: str, value: Decimal
) -> None:
    written = f"{value:,f}".replace(".", "\0").replace(",", group).replace("\0", point)
    (found,) = claimcheck.quantities(f"({written} kg)", language=language)
    assert (found.quantity.value, found.quantity.unit, found.text) == (value, "kilogram", f"{written} kg")
