"""A number at its place among the tokens of a text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal

__all__ = ["VULGAR", "Number", "both_ends", "significant_digits"]

VULGAR = {
    "¼": (1, 4), "½": (1, 2), "¾": (3, 4), "⅐": (1, 7), "⅑": (1, 9), "⅒": (1, 10), "⅓": (1, 3), "⅔": (2, 3),
    "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8),
    "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
_FRACTION = Context(prec=6)


@dataclass(slots=True)
class Number:
    """A number at its place among the tokens: one value, or a low and a high end.

    `is_share` marks a part of a whole ("two thirds"), `is_about` a word for a round count ("une dizaine"); `scaled`
    says that a magnitude is multiplied in, `factor` which one, `spelled` that it is written in words.
    """

    first: int
    end: int
    low: Decimal
    high: Decimal
    significant: int | None
    spelled: bool = False
    scaled: bool = False
    is_share: bool = False
    is_about: bool = False
    factor: Decimal = Decimal(1)

    @property
    def value(self) -> Decimal | None:
        """The one value, None for a vague count."""
        return self.low if self.low == self.high else None


def both_ends(value: Decimal) -> tuple[Decimal, Decimal]:
    """Return a fraction, rounded to six digits, as the low and the high end of a number."""
    value = _FRACTION.plus(value).normalize()
    return value, value


def significant_digits(value: Decimal) -> int:
    """Count the digits that carry information: all written, but of the closing zeros of a whole number at most one.

    >>> [significant_digits(Decimal(n)) for n in ("4.5", "10", "170000", "15800", "6.30")]
    [2, 2, 2, 3, 3]
    """
    _, digits, exponent = value.as_tuple()
    written = "".join(map(str, digits)).lstrip("0")
    if not isinstance(exponent, int) or exponent:
        return max(1, len(written))
    return max(min(2, len(written)), len(written.rstrip("0")), 1)
