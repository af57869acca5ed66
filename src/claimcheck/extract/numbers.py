"""Numbers as they are printed or spelled, before any unit.

A number is digits with the language's separators, or number words, then any magnitude ("4.5 trillion", "$100bn",
"half a million"); or a count without a number ("dozens", "des centaines de milliards"); or a share ("two-thirds").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.adapters.text2num import spelled_integer
from claimcheck.extract.scan import before_spaces
from claimcheck.lang import Pack

__all__ = ["Number", "find_numbers"]

_GAP = re.compile(r"[^\S\n]?-?[^\S\n]?")
_NEGATIVE = re.compile(r"(?:^|[\s(])[-−]$")
_NAME_BEFORE = re.compile(r"[^\W\d_][-‐‑/.]?$|\d[:.,/]$|#$")
_NAME_AFTER = re.compile(r":\d|[-/]?[^\W\d_]+\d|/\d|[.,]\d+[.,]\d")
_NUMERALS = frozenset("0123456789.,")
_VULGAR = {"¼": "0.25", "½": "0.5", "¾": "0.75", "⅓": "0.333", "⅔": "0.667"}
_LETTERS = re.compile(r"[^\W\d_]+")
_RANGE_BEFORE = re.compile(r"\d[\d.,]*[-–—]$")
_GROUP = 3
"""Digits between two group signs."""
_SAFE_LETTERS = frozenset({"k", "bn", "Bn", "BN", "mn", "Mn", "mln", "tn", "Tn", "trn"})
"""Short magnitudes that mean nothing else; the others ("m") are read only beside a currency."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number at its place: one value, or a low and a high end; `is_share` marks a part of a whole, in percent.

    `is_about` marks a word for a round count ("une dizaine").
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    significant: int | None
    spelled: bool = False
    scaled: bool = False
    is_share: bool = False
    is_about: bool = False

    @property
    def value(self) -> Decimal | None:
        """The one value, None for a vague count."""
        return self.low if self.low == self.high else None


def find_numbers(text: str, start: int, end: int, pack: Pack) -> Iterator[Number]:
    """Yield the numbers that start between two places of a text, from left to right, not overlapping."""
    at = start
    while (trigger := pack.numbers.trigger.search(text, at, end)) is not None:
        number = _number_at(text, trigger.start(), pack)
        if number is None:
            at = trigger.end() if text[trigger.end() - 1] not in _NUMERALS else _digits_end(text, trigger.start(), end)
            continue
        yield number
        at = number.end


def _digits_end(text: str, at: int, end: int) -> int:
    """Return the end of a run of letters and digits that is no number, so that no part of it is read again."""
    while at < end and (text[at].isalnum() or (text[at] in ".,-" and text[at + 1 : at + 2].isalnum())):
        at += 1
    return max(at, 1)


def _number_at(text: str, at: int, pack: Pack) -> Number | None:
    if text[at] in _NUMERALS:
        return _printed(text, at, pack)
    numbers = pack.numbers
    if (hit := numbers.vague.after(text, at)) is not None:
        low, high = hit.value
        return Number(
            at, hit.end, low, high, significant_digits(low) if low == high else None, spelled=True, scaled=True
        )
    if (rounded := numbers.approximate.after(text, at)) is not None:
        number = Number(at, rounded.end, rounded.value, rounded.value, 1, spelled=True, scaled=True, is_about=True)
        return _with_magnitude(text, number, pack, must=False)
    if (share := numbers.shares.after(text, at)) is not None and text[share.end : share.end + 1] != "-":
        return Number(at, share.end, share.value, share.value, 2, spelled=True, is_share=True)
    spelled = _spelled(text, at, pack)
    fraction = numbers.fractions.after(text, at)
    if fraction is not None and (spelled is None or fraction.end > spelled.end):
        number = Number(at, fraction.end, fraction.value, fraction.value, 2, spelled=True)
        counts = fraction.value != 1 or _bounds_a_unit(text, number, pack)  # an article alone counts nothing
        return _with_magnitude(text, number, pack, must=not counts)
    return spelled


def _bounds_a_unit(text: str, article: Number, pack: Pack) -> bool:
    """Whether an article stands between a bound and a unit: "about an hour"."""
    bound = pack.bound_before.before(text, before_spaces(text, article.start))
    return bound is not None and pack.units.after(text, article.end + 1) is not None


def _printed(text: str, at: int, pack: Pack) -> Number | None:
    """Read a number in digits, unless it is part of a name, an ordinal, a clock time or a score."""
    numbers = pack.numbers
    if (match := numbers.digits.match(text, at)) is None:
        return None
    before, rest = text[max(0, at - 8) : at], text[match.end() : match.end() + 8]
    if _is_name_part(text, at, before, pack) or _NAME_AFTER.match(rest):
        return None
    if pack.ordinals.after(text, match.end()) is not None or _is_glued_name(text, at, match.end(), pack):
        return None
    value = parse_digits(match.group(), numbers.decimal, numbers.group)
    significant = significant_digits(value)
    if _NEGATIVE.search(before):
        value, at = -value, at - 1
    elif (minus := pack.numbers.minus.before(text, before_spaces(text, at))) is not None:
        value, at = -value, minus.start
    end = match.end()
    if (part := _VULGAR.get(text[end : end + 1])) is not None:
        value, end = value + Decimal(part), end + 1
    number = Number(at, end, value, value, significant)
    return _with_magnitude(text, number, pack, must=False)


def _is_glued_name(text: str, at: int, end: int, pack: Pack) -> bool:
    """Whether letters that are neither a magnitude nor a unit hang on digits: "5G", "4K"."""
    if not text[end : end + 1].isalpha():
        return False
    numbers = pack.numbers
    if (letters := numbers.letters.after(text, end)) is not None and text[end : letters.end] in _SAFE_LETTERS:
        return False
    if letters is not None and (beside_currency(text, at, letters.end, pack) or _counts(text, letters.end, pack)):
        return False
    known = (numbers.magnitudes, pack.symbols, pack.units, pack.currencies, pack.currency_signs)
    return all(table.after(text, end) is None for table in known)


def _counts(text: str, end: int, pack: Pack) -> bool:
    """Whether a capital magnitude stands before something counted: "3B users", but not "4K television"."""
    if not text[end - 1].isupper() or text[end : end + 1] != " ":
        return False
    word = _LETTERS.match(text, end + 1)
    return pack.nouns.after(text, end + 1) is not None or (word is not None and pack.is_plural(word.group()))


def _is_name_part(text: str, at: int, before: str, pack: Pack) -> bool:
    """Whether digits hang on a letter ("GPT-4"), which is not a currency ("US$4") or a range ("24-to-30")."""
    if _NAME_BEFORE.search(before) is None:
        return False
    bare = at - 1 if before.endswith(("-", "‐", "‑")) else at
    tables = (pack.numbers.range_words, pack.units_before)
    return pack.currency_signs.before(text, at) is None and all(table.before(text, bare) is None for table in tables)


def _spelled(text: str, at: int, pack: Pack) -> Number | None:
    """Read a run of number words."""
    if (run := pack.numbers.word_run.match(text, at)) is None:
        return None
    words = run.group()
    value = pack.numbers.words.get(words)
    if value is None:
        value = spelled_integer(words, pack.code)
    if value is None:
        return None
    exact = Decimal(value)
    number = Number(at, run.end(), exact, exact, significant_digits(exact), spelled=True, scaled=" " in words)
    return _with_magnitude(text, number, pack, must=False)


def _with_magnitude(text: str, number: Number, pack: Pack, *, must: bool) -> Number | None:
    """Multiply a number by the magnitude words after it; None where one `must` follow and does not."""
    numbers, at, factor = pack.numbers, number.end, Decimal(1)
    while True:
        gap = _GAP.match(text, at)
        place = gap.end() if gap else at
        hit = numbers.magnitudes.after(text, place)
        if hit is None:
            break
        factor, at = factor * hit.value, hit.end
    if at == number.end and (letters := numbers.letters.after(text, at)) is not None:
        is_money = beside_currency(text, number.start, letters.end, pack)
        if text[at : letters.end] in _SAFE_LETTERS or is_money or _counts(text, letters.end, pack):
            factor, at = letters.value, letters.end
    elif (
        at == number.end
        and text[at : at + 1] == " "
        and (letters := numbers.letters.after(text, at + 1)) is not None
        and beside_currency(text, number.start, letters.end, pack)
    ):
        factor, at = letters.value, letters.end
    if at == number.end:
        return None if must else number
    return replace(number, end=at, low=number.low * factor, high=number.high * factor, scaled=True)


def beside_currency(text: str, start: int, end: int, pack: Pack) -> bool:
    """Whether a currency stands before or after a stretch of text, or before the other end of a range ("$140-150m")."""
    if (other_end := _RANGE_BEFORE.search(text[max(0, start - 12) : start])) is not None:
        start -= len(other_end.group())
    after = end + 1 if text[end : end + 1] in {" ", "\u00a0", "\u202f"} else end
    return (
        pack.currency_signs.before(text, start) is not None
        or pack.currencies.after(text, after) is not None
        or pack.currency_signs.after(text, after) is not None
    )


def parse_digits(digits: str, decimal: str, group: str) -> Decimal:
    """Return the value of printed digits.

    A separator is a decimal sign if it is the language's own, or if not exactly three digits follow it.

    >>> parse_digits("1,234.5", ".", ","), parse_digits("1,5", ".", ","), parse_digits("4.500", ",", " .")
    (Decimal('1234.5'), Decimal('1.5'), Decimal('4500'))
    """
    head, sign, tail = digits, "", ""
    if (last := re.search(r"[.,](?=\d*$)", digits)) is not None:
        head, sign, tail = digits[: last.start()], last.group(), digits[last.end() :]
    if sign and (
        sign == decimal or len(tail) != _GROUP or (sign not in group and head.isdigit() and len(head) > _GROUP)
    ):
        return Decimal(f"{re.sub(r'[^0-9]', '', head) or 0}.{tail}")
    return Decimal(re.sub(r"[^0-9]", "", digits))


def significant_digits(value: Decimal) -> int:
    """Count the digits that carry information: all written, but of the closing zeros of a whole number at most one.

    >>> [significant_digits(Decimal(n)) for n in ("4.5", "10", "170000", "15800", "6.30")]
    [2, 2, 2, 3, 3]
    """
    digits = "".join(map(str, value.as_tuple().digits)).lstrip("0")
    if (
        value != value.to_integral_value()
        or not isinstance(value.as_tuple().exponent, int)
        or value.as_tuple().exponent
    ):
        return max(1, len(digits))
    return max(min(2, len(digits)), len(digits.rstrip("0")), 1)
