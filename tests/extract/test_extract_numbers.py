"""Numbers as printed: every format of a language reads back to the value that was written."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.extract.numbers import find_numbers, parse_digits, significant_digits
from claimcheck.lang import load_pack

FORMATS = {"en": (".", [",", "\u00a0", "\u202f", ""]), "fr": (",", [" ", "\u00a0", "\u202f", ".", ""])}
GROUPS = {"en": ",\u00a0\u202f", "fr": " \u00a0\u202f."}

values = st.builds(lambda digits, places: Decimal(digits).scaleb(-places), st.integers(0, 10**15), st.integers(0, 3))
formats = st.sampled_from([(code, group) for code, (_, groups) in FORMATS.items() for group in groups])


def printed(value: Decimal, code: str, group: str) -> str:
    plain = f"{value:,f}".replace(",", "\0").replace(".", FORMATS[code][0])
    return plain.replace("\0", group)


@given(values, formats)
def test_digits_read_back(value: Decimal, form: tuple[str, str]) -> None:
    code, group = form
    assert parse_digits(printed(value, code, group), FORMATS[code][0], GROUPS[code]) == value


@given(values, formats)
@settings(deadline=None)
def test_a_printed_number_is_found_whole(value: Decimal, form: tuple[str, str]) -> None:
    code, group = form
    text = f"({printed(value, code, group)})"
    found = list(find_numbers(text, 0, len(text), load_pack(code)))
    assert [(number.start, number.end, number.value) for number in found] == [(1, len(text) - 1, value)]


@pytest.mark.parametrize(
    ("digits", "code", "value"),
    [
        ("1,5", "en", "1.5"),
        ("4.500", "en", "4.500"),
        ("1,234,567.89", "en", "1234567.89"),
        (".75", "en", "0.75"),
        ("1.5", "fr", "1.5"),
        ("4.500", "fr", "4500"),
        ("4,500", "fr", "4.500"),
        ("1.234.567,89", "fr", "1234567.89"),
        ("12345,678", "en", "12345678"),
        ("12345.678", "fr", "12345678"),
        ("007", "en", "7"),
    ],
)
def test_a_separator_is_read_by_the_language_and_its_place(digits: str, code: str, value: str) -> None:
    assert parse_digits(digits, FORMATS[code][0], GROUPS[code]) == Decimal(value)


@pytest.mark.parametrize(
    ("number", "significant"),
    [
        ("0", 1),
        ("7", 1),
        ("10", 2),
        ("100", 2),
        ("1000000", 2),
        ("15800", 3),
        ("1234", 4),
        ("1200.0", 5),
        ("4.5", 2),
        ("6.30", 3),
        ("0.75", 2),
        ("0.05", 1),
        ("0.0", 1),
        ("-4.5", 2),
    ],
)
def test_significant_digits(number: str, significant: int) -> None:
    assert significant_digits(Decimal(number)) == significant


@given(st.integers(10, 10**12), st.integers(1, 6))
def test_closing_zeros_carry_no_information(number: int, zeros: int) -> None:
    assert significant_digits(Decimal(number * 10**zeros)) == significant_digits(Decimal(number))


@given(st.integers(1, 10**9), st.integers(1, 5))
def test_every_digit_of_a_fraction_carries_information(digits: int, places: int) -> None:
    assert significant_digits(Decimal(digits).scaleb(-places)) == len(str(digits))


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("en", "a GPT-4 model", []),
        ("en", "the 3rd of 12", ["12"]),
        ("en", "at 10:30 or 2/3", []),
        ("en", "twenty-five and 1,200", ["twenty-five", "1,200"]),
        ("en", "2.5 million or $3bn", ["2.5 million", "3bn"]),
        ("en", "5 m and $5m", ["5", "5m"]),
        ("en", "dozens of 12-inch pipes", ["dozens", "12"]),
        ("fr", "le 3e des 12", ["12"]),
        ("fr", "vingt et un ou 1 200", ["vingt et un", "1 200"]),
        ("fr", "2,5 millions, 3 milliards", ["2,5 millions", "3 milliards"]),
    ],
)
def test_what_is_a_number(code: str, text: str, found: list[str]) -> None:
    numbers = find_numbers(text, 0, len(text), load_pack(code))
    assert [text[number.start : number.end] for number in numbers] == found
