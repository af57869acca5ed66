"""Numbers as printed and spelled: every format of a language reads back to the value that was written."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimcheck.extract.digits import parse_digits
from claimcheck.extract.number import Number, significant_digits
from claimcheck.extract.numbers import find_numbers
from claimcheck.lang import NumberLexicon, available, load_pack, tokenise

SECTIONS = ("words", "magnitudes", "parts", "collectives", "approximate", "vague", "decimals")


def lexicon(code: str) -> NumberLexicon:
    return load_pack(code).quantities.numbers


def words(code: str) -> dict[str, Any]:
    """Return the section of a pack that numbers are read by."""
    text = (files("claimcheck.lang") / "data" / f"{code}.toml").read_text(encoding="utf-8")
    section: dict[str, Any] = tomllib.loads(text)["number"]
    return section


def found(code: str, text: str) -> list[tuple[str, Number]]:
    """Return the numbers of a text, each with what it slices to."""
    tokens = tokenise(text)
    numbers = find_numbers(tokens, load_pack(code))
    return [(text[tokens.starts[number.first] : tokens.ends[number.end - 1]], number) for number in numbers]


def read(code: str, text: str) -> list[tuple[str, str | None]]:
    """Return the numbers of a text as written, each with its value, None for a vague count."""
    return [
        (written, None if number.value is None else f"{number.value.normalize():f}")
        for written, number in found(code, text)
    ]


SIGNS = [(code, sign) for code in available() for sign in ("", *sorted({*lexicon(code).group} - {"’"}))]
FORMATS = [*SIGNS, *((code, sign) for code in available() for sign in ("’", *sorted(lexicon(code).spaced)))]
values = st.builds(lambda digits, places: Decimal(digits).scaleb(-places), st.integers(0, 10**15), st.integers(0, 3))
pieces = {
    code: sorted({
        *(form for section in SECTIONS for form in words(code)[section]),
        *words(code)["joiners"], *words(code)["and_half"], *words(code)["range_words"], *words(code)["minus"],
        *load_pack(code).articles,
        "1", "12", "1,000", "1.000", "2.5", "2,5", "½", "007", "3/4", "-", "–", "−", "/", ".", ",", "(", ")", "'", "’",
        "$", "€", "%", "k", "m", "bn", "M", "GPT-4", "10:30", "²", "٣",
    })
    for code in available()
}  # fmt: skip
spaces = st.sampled_from([" ", " ", "\u00a0", "\u202f", "  ", "\r\n", "\u200f", ""])
texts = st.sampled_from(available()).flatmap(
    lambda code: st.tuples(
        st.just(code),
        st.lists(st.tuples(st.sampled_from(pieces[code]) | st.text(max_size=3), spaces), max_size=8).map(
            lambda parts: "".join(text + space for text, space in parts)
        ),
    )
)


def printed(value: Decimal, code: str, group: str) -> str:
    plain = f"{value:,f}".replace(",", "\0").replace(".", lexicon(code).decimal)
    return plain.replace("\0", group)


# ---------------------------------------------------------------- digits


@given(values, st.sampled_from(SIGNS))
def test_digits_read_back(value: Decimal, form: tuple[str, str]) -> None:
    code, group = form
    numbers = lexicon(code)
    assert parse_digits(printed(value, code, group), numbers.decimal, numbers.group) == (
        value,
        significant_digits(value),
    )


@given(values, st.sampled_from(FORMATS))
def test_a_printed_number_is_found_whole(value: Decimal, form: tuple[str, str]) -> None:
    code, group = form
    digits = printed(value, code, group)
    ((written, number),) = found(code, f"({digits})")
    assert (written, number.value, number.significant) == (digits, value, significant_digits(value))


@given(values, st.sampled_from(FORMATS), st.sampled_from("-−‑"))
def test_a_printed_number_below_zero_is_found_whole(value: Decimal, form: tuple[str, str], minus: str) -> None:
    code, group = form
    digits = minus + printed(value, code, group)
    ((written, number),) = found(code, f"({digits})")
    assert (written, number.value) == (digits, -value)


@pytest.mark.parametrize(
    ("digits", "code", "value"),
    [
        ("1,5", "en", "1.5"),
        ("4.500", "en", "4.500"),
        ("1,234,567.89", "en", "1234567.89"),
        ("1.234.567", "en", "1234567"),
        ("1'234'567", "en", "1234567"),
        ("1'234.5", "en", "1234.5"),
        ("12,34,567", "en", "1234567"),
        ("1,2345", "en", "1.2345"),
        ("1.5", "fr", "1.5"),
        ("4.500", "fr", "4500"),
        ("4,500", "fr", "4.500"),
        ("1.234.567,89", "fr", "1234567.89"),
        ("1.234,5", "de", "1234.5"),
        ("1.234", "it", "1234"),
        ("1.234", "nl", "1234"),
        ("0.500", "de", "0.500"),
        # a group sign before which more than three digits stand can only be a decimal one
        ("12345,678", "en", "12345.678"),
        ("12345.678", "fr", "12345.678"),
    ],
)
def test_a_separator_is_read_by_the_language_and_its_place(digits: str, code: str, value: str) -> None:
    parsed = parse_digits(digits, lexicon(code).decimal, lexicon(code).group)
    assert parsed == (Decimal(value), significant_digits(Decimal(value)))


@pytest.mark.parametrize(
    "digits",
    ["007", "00.5", "192.168.0.1", "1,234,56", "1234,567,890", "1,23,456,78", "1.2.3", "1,234.567,8", "9" * 31],
)
def test_what_only_looks_like_a_number_is_none(digits: str) -> None:
    assert parse_digits(digits, ".", ",") is None


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


# ---------------------------------------------------------------- any text


@given(texts)
@example(("en", "$5m or 3½ of 10 1/2, minus 2"))
@example(("fr", "1 234 567,5 et un million et demi"))
@example(("fr", "moins mille Md centaines"))
@settings(max_examples=300)
def test_numbers_slice_to_what_they_read(case: tuple[str, str]) -> None:
    code, text = case
    tokens = tokenise(text)
    numbers = find_numbers(tokens, load_pack(code))
    assert all(first.end <= second.first for first, second in pairwise(numbers))
    for number in numbers:
        assert 0 <= number.first < number.end <= tokens.count
        assert number.low <= number.high
        assert number.significant is None or number.significant > 0
        assert (number.value is None) == (number.low != number.high)
        written = text[tokens.starts[number.first] : tokens.ends[number.end - 1]]
        assert written == written.strip() != ""
        if written.isascii() and written.isdecimal():
            assert number.value == Decimal(written)


@given(texts)
@settings(max_examples=50)
def test_the_numbers_of_a_part_are_those_of_its_text(case: tuple[str, str]) -> None:
    code, text = case
    around = f"Velme {text} Velme"
    tokens = tokenise(around, len("Velme "), len(around) - len(" Velme"))
    alone = tokenise(text)
    assert find_numbers(tokens, load_pack(code)) == find_numbers(alone, load_pack(code))


# ---------------------------------------------------------------- words


@pytest.mark.parametrize("code", available())
def test_every_number_word_reads_as_its_value(code: str) -> None:
    """A word that Italians write with an apostrophe for an accent may be read without it."""
    hits = {word: read(code, f"({word})") for word in words(code)["words"]}
    assert {word: [(written.rstrip("'"), value) for written, value in found] for word, found in hits.items()} == {
        word: [(word.rstrip("'"), str(value))] for word, value in words(code)["words"].items()
    }


@pytest.mark.parametrize(
    ("code", "section", "word"),
    [
        (code, section, word)
        for code in available()
        for section in ("magnitudes", "collectives", "approximate")
        for word in words(code)[section]
    ],
)
def test_every_magnitude_and_count_multiplies_the_number_before_it(code: str, section: str, word: str) -> None:
    ((written, number),) = found(code, f"(3 {word})")
    factor = Decimal(str(words(code)[section][word]))
    assert (written, number.value, number.scaled) == (f"3 {word}", 3 * factor, True)


@pytest.mark.parametrize("code", available())
def test_every_word_for_a_number_with_a_fraction_reads_as_its_value(code: str) -> None:
    numbers = {word: found(code, f"({word})") for word in words(code)["decimals"]}
    assert {word: [number.value for _, number in hits] for word, hits in numbers.items()} == {
        word: [Decimal(value)] for word, value in words(code)["decimals"].items()
    }


@pytest.mark.parametrize("code", available())
def test_every_vague_count_has_two_ends(code: str) -> None:
    ends = {word: [(n.low, n.high) for _, n in found(code, f"({word})")] for word in words(code)["vague"]}
    assert ends == {word: [(Decimal(low), Decimal(high))] for word, (low, high) in words(code)["vague"].items()}


@pytest.mark.parametrize("code", available())
def test_a_round_count_is_about(code: str) -> None:
    hits = [found(code, f"(3 {word})")[0][1].is_about for word in words(code)["approximate"]]
    assert hits == [True] * len(hits)


@pytest.mark.parametrize(
    ("code", "text", "numbers"),
    [
        # digits
        ("en", "a GPT-4 model", []),
        ("en", "COVID-19, A10, v1.2, x5 and an F-16", []),
        ("en", "5G, 4K, 5x, the 1990s, form 8-K, 1e6 and 10^6", []),
        ("en", "the 3rd of 12", [("12", "12")]),
        ("en", "at 10:30 or 007", []),
        ("en", "2/3 of it", [("2/3", "0.666667")]),
        ("en", "24/09/2025 or 2025-09-24", []),
        ("en", "06 12 34 56 78, 555-12-34, 192.168.0.1 and #5", []),
        ("en", "9" * 600, []),
        ("en", "² and ٣ and １０", []),
        ("en", ".75 of it", [(".75", "0.75")]),
        ("en", "5, 5.", [("5", "5"), ("5", "5")]),
        ("en", "5-7 and 3–4", [("5", "5"), ("7", "7"), ("3", "3"), ("4", "4")]),
        ("en", "-7, −3 or minus 5", [("-7", "-7"), ("−3", "-3"), ("minus 5", "-5")]),
        ("en", "3½ and ½ and 10 1/2", [("3½", "3.5"), ("½", "0.5"), ("10 1/2", "10.5")]),
        ("en", "1\u00a0234\u00a0567 or 1’234.5", [("1\u00a0234\u00a0567", "1234567"), ("1’234.5", "1234.5")]),
        ("en", "1 234", [("1", "1"), ("234", "234")]),
        ("fr", "le 3e des 12", [("12", "12")]),
        ("fr", "1 234,5 et 12 500 000", [("1 234,5", "1234.5"), ("12 500 000", "12500000")]),
        # words
        ("en", "twenty-five and 1,200", [("twenty-five", "25"), ("1,200", "1200")]),
        ("en", "two hundred and fifty thousand", [("two hundred and fifty thousand", "250000")]),
        ("en", "twenty twenty", [("twenty", "20"), ("twenty", "20")]),
        ("en", "one hundred and more", [("one hundred", "100")]),
        ("fr", "vingt et un ou 1 200", [("vingt et un", "21"), ("1 200", "1200")]),
        ("fr", "quatre-vingt-dix-sept", [("quatre-vingt-dix-sept", "97")]),
        ("fr", "au moins 3, moins 5", [("3", "3"), ("moins 5", "-5")]),
        ("de", "zweihundertfünfzig, einundzwanzig", [("zweihundertfünfzig", "250"), ("einundzwanzig", "21")]),
        ("es", "treinta y cinco mil", [("treinta y cinco mil", "35000")]),
        ("it", "ventuno o duecentocinquanta", [("ventuno", "21"), ("duecentocinquanta", "250")]),
        ("nl", "tweehonderdvijftig", [("tweehonderdvijftig", "250")]),
        ("pt", "trinta e cinco", [("trinta e cinco", "35")]),
        # magnitudes
        ("en", "2.5 million or $3bn", [("2.5 million", "2500000"), ("3bn", "3000000000")]),
        ("en", "5 m and $5m", [("5", "5"), ("5m", "5000000")]),
        ("en", "100k, 100 K and $100K", [("100k", "100000"), ("100", "100"), ("100K", "100000")]),
        ("en", "2 million 300 thousand", [("2 million 300 thousand", "2300000")]),
        ("en", "two and a half million", [("two and a half million", "2500000")]),
        ("en", "one million and a half", [("one million and a half", "1500000")]),
        ("en", "half a million of a hundred", [("half a million", "500000"), ("a hundred", "100")]),
        ("fr", "2,5 millions, 3 milliards", [("2,5 millions", "2500000"), ("3 milliards", "3000000000")]),
        ("de", "anderthalb Millionen, 2,5 Mrd.", [("anderthalb Millionen", "1500000"), ("2,5 Mrd.", "2500000000")]),
        ("es", "dos millones y medio", [("dos millones y medio", "2500000")]),
        ("nl", "een half miljoen", [("een half miljoen", "500000")]),
        ("pt", "dois milhões e 300 mil", [("dois milhões e 300 mil", "2300000")]),
        # parts and counts
        ("en", "two thirds of a dozen", [("two thirds", "0.666667"), ("a dozen", "12")]),
        ("en", "a quarter of it, half the town", [("a quarter", "0.25"), ("half", "0.5")]),
        ("en", "the quarter and a third floor", []),
        ("en", "dozens of 12-inch pipes", [("dozens", None), ("12", "12")]),
        ("en", "tens of thousands", [("tens of thousands", None)]),
        ("fr", "les deux tiers, une dizaine", [("deux tiers", "0.666667"), ("une dizaine", "10")]),
        ("de", "ein Drittel der Stadt, zwei Dutzend", [("ein Drittel", "0.333333"), ("zwei Dutzend", "24")]),
    ],
)
def test_what_is_a_number(code: str, text: str, numbers: list[tuple[str, str | None]]) -> None:
    assert read(code, text) == numbers


@pytest.mark.parametrize(
    ("code", "text", "marks"),
    [
        ("en", "twelve", {"spelled"}),
        ("en", "2 million", {"scaled"}),
        ("en", "two million", {"spelled", "scaled"}),
        ("en", "2/3 of", {"is_share"}),
        ("en", "two thirds of", {"spelled", "is_share"}),
        ("en", "a couple of", {"spelled", "scaled", "is_about"}),
        ("en", "1,200", set()),
    ],
)
def test_a_number_says_how_it_is_written(code: str, text: str, marks: set[str]) -> None:
    ((_, number),) = found(code, text)
    assert {mark for mark in ("spelled", "scaled", "is_share", "is_about") if getattr(number, mark)} == marks


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens", "12", "120"),
        ("tens of thousands", "10000", "100000"),
        ("hundreds of millions", "1E8", "1E9"),
    ],
)
def test_a_count_without_a_number_is_composed(text: str, low: str, high: str) -> None:
    ((_, number),) = found("en", text)
    assert (number.low, number.high, number.significant) == (Decimal(low), Decimal(high), None)
