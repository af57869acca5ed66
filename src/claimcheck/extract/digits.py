"""Numbers in digits, as they are printed: "1,234.5", "4 500", "10 1/2", "-40"; and what only looks like one."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from claimcheck.extract.line import past_hyphen
from claimcheck.extract.magnitudes import letters_after, with_magnitude
from claimcheck.extract.number import VULGAR, Number, both_ends, significant_digits
from claimcheck.extract.unit import LONE_DEGREES, is_glued_degree
from claimcheck.lang import Pack, Tokens

__all__ = ["MOST_DIGITS", "parse_digits", "printed_number", "sign_before", "with_sign"]

_GROUP = 3
"""Digits between two group signs."""
_PHONE = 3
"""Groups of digits in a row that make a telephone number, a serial number or the like."""
_PHONE_DIGITS = 4
"""Digits that such a group has at most."""
_MOST_GROUPS = 24
"""Tokens of such a run that are looked at, so that no run costs more the longer it is."""
_MINUS = frozenset("-–")
_OPENERS = frozenset("([{“‘«\"'=<>~≈")
"""Signs after which a hyphen is a minus; after others it joins: "10%-20%"."""
_PHONE_SIGNS = frozenset({"-", "."})
MOST_DIGITS = 30
"""Longer runs of digits are no numbers of news, and would cost more the longer they are; Python reads none of 5000."""
_LONE_LETTERS = 2
"""Capitals that a hyphen ties to digits make a form or a model: "8-K", "747-SP"."""


def printed_number(tokens: Tokens, at: int, pack: Pack) -> tuple[Number | None, int]:
    """Read a number in digits, unless it is part of a name, an ordinal, a clock time, a score or a serial number.

    Returns:
        The number, None where there is none; and the index from which to read on in that case.
    """
    if (end := _run_end(tokens, at)) > at:
        return None, end
    if _is_name_part(tokens, at, pack):
        return None, at + 1
    read = _digits(tokens, at, pack)
    if read is None:
        return None, at + 1
    first, end, value, significant = read
    words = tokens.words
    fraction = _fraction(tokens, at, end, pack)
    if fraction is not None:
        share, end = fraction
        is_alone = end == at + 3 and words[at + 1] == "/"
        value, significant = (share, 2) if is_alone else (value + share, significant + 2)
    elif _is_formula(tokens, end):
        return None, end + 2
    if _is_glued_name(tokens, end, pack):
        return None, end + 1
    number = with_magnitude(tokens, Number(first, end, value, value, significant), pack)
    is_fraction = number.end == at + 3 and words[at + 1] == "/"
    number.is_share = is_fraction and not _meets_unit(tokens, number.end, pack)
    return with_sign(tokens, number, pack), end


def _digits(tokens: Tokens, at: int, pack: Pack) -> tuple[int, int, Decimal, int] | None:
    """Return where digits start and end, with a point before or groups after them, their value and significance."""
    words, lexicon = tokens.words, pack.quantities.numbers
    text, first, end, decimal = words[at], at, at + 1, lexicon.decimal
    if at > 0 and words[at - 1] == "." and text.isdecimal() and tokens.is_glued(at) and not _hangs(tokens, at - 1):
        text, first, decimal = f"0.{text}", at - 1, "."
    while (wider := _spaced_group(tokens, end, text, pack)) is not None:
        text += wider
        end += 1
    parsed = parse_digits(text, decimal, lexicon.group)
    return None if parsed is None else (first, end, *parsed)


def _hangs(tokens: Tokens, at: int) -> bool:
    """Whether a sign hangs on a letter, a digit or a sign like it."""
    return tokens.is_glued(at) and (tokens.words[at - 1][-1].isalnum() or tokens.words[at - 1] == tokens.words[at])


def _is_formula(tokens: Tokens, at: int) -> bool:
    """Whether a sign and more hang on digits, as in a date, a clock time, a score or a power: "9/11", "10:30"."""
    if at + 1 >= tokens.count or tokens.words[at] not in {"/", ":", "^"}:
        return False
    is_tied = tokens.is_glued(at) and tokens.is_glued(at + 1)
    return is_tied and (tokens.words[at] == "^" or tokens.words[at + 1][0].isdigit())


def _run_end(tokens: Tokens, at: int) -> int:
    """Return the end of a run of short groups of digits ("06 12 34 56", "555-12-34"), or the start where it is none."""
    words, end, groups = tokens.words, at, 0
    last = min(tokens.count, at + _MOST_GROUPS)
    while end < last and words[end].isdecimal() and len(words[end]) <= _PHONE_DIGITS:
        groups += 1
        following = end + 1
        if following < tokens.count and words[following] in _PHONE_SIGNS and tokens.is_glued(following):
            following += 1
            if not tokens.is_glued(following):
                end = following - 1
                break
        elif following < tokens.count and tokens.starts[following] - tokens.ends[end] != 1:
            end = following
            break
        end = following
    is_grouped = all(len(word) == _GROUP for word in words[at + 1 : end]) and len(words[at]) <= _GROUP
    return end if groups >= _PHONE and end > at and not is_grouped else at


def _spaced_group(tokens: Tokens, at: int, head: str, pack: Pack) -> str | None:
    """Return the digits of a group that a space ties to the number before it: "4 500", "1 234,5"."""
    lexicon, word = pack.quantities.numbers, tokens.words[at]
    if not word[:1].isdecimal() or not head.isdecimal() or len(word) < _GROUP or head[0] == "0":
        return None
    if tokens.text[tokens.ends[at - 1] : tokens.starts[at]] not in lexicon.spaced:
        return None
    is_first = len(head) <= _GROUP
    digits = re.match(r"[0-9]+", word)
    fits = digits is not None and digits.end() == _GROUP
    if not fits or not (is_first or _is_after_group(tokens, at)):
        return None
    return word if len(word) == _GROUP or word[_GROUP] == lexicon.decimal else None


def _is_after_group(tokens: Tokens, at: int) -> bool:
    return len(tokens.words[at - 1]) == _GROUP and tokens.words[at - 2].isdecimal()


def _fraction(tokens: Tokens, at: int, end: int, pack: Pack) -> tuple[Decimal, int] | None:
    """Read a fraction that the digits open ("3/4") or that follows them ("10 1/2", "2½")."""
    words = tokens.words
    if words[end][:1] in VULGAR and words[end]:
        over, under = VULGAR[words[end]]
        return both_ends(Decimal(over) / under)[0], end + 1
    for start in (at, end):
        if start + 2 >= tokens.count or words[start + 1] != "/" or (start == at and end != at + 1):
            continue
        top, bottom = words[start], words[start + 2]
        if not (top.isdecimal() and bottom.isdecimal()) or len(top) > 2 or len(bottom) > _GROUP:  # noqa: PLR2004
            continue
        follows = start + 3 < tokens.count and words[start + 3] == "/"
        if int(bottom) not in pack.quantities.numbers.denominators or int(top) == 0 or follows:
            continue
        # more than a whole ("3/2 hours") is a fraction before a unit alone: "5/2" may be a date, a score or odds
        if int(top) < int(bottom) or (start == at and _meets_unit(tokens, start + 3, pack)):
            return both_ends(Decimal(top) / Decimal(bottom))[0], start + 3
    return None


def _meets_unit(tokens: Tokens, end: int, pack: Pack) -> bool:
    """Whether a unit follows, perhaps behind a hyphen."""
    place = past_hyphen(tokens, end)
    return any(table.after(tokens, place) is not None for table in (pack.quantities.units, pack.quantities.symbols))


def _is_name_part(tokens: Tokens, at: int, pack: Pack) -> bool:
    """Whether digits hang on a letter ("GPT-4", "A10"), which is no currency ("US$4"), bound or range ("24-to-30")."""
    words, lower = tokens.words, tokens.lower
    if not tokens.is_glued(at):
        return False
    quantities = pack.quantities
    before = words[at - 1]
    if before[-1].isalpha():
        if lower[at - 1] in quantities.numbers.before_digits:
            return False  # "2mila500"
        return quantities.signs_before.before(tokens, at) is None and quantities.units_before.before(tokens, at) is None
    if before in {"#", "@", "_", "/", "\\", ":"}:
        return tokens.is_glued(at - 1) or before == "#"
    if before == "." and tokens.is_glued(at - 1):
        return words[at - 2][-1].isalnum()
    if before != "-" or not tokens.is_glued(at - 1) or not words[at - 2][-1].isalpha():
        return False
    if at > 2 and words[at - 3][-1].isdigit() and tokens.is_glued(at - 2):  # noqa: PLR2004
        return False  # "5k-20k": letters that hang on digits are their magnitude or unit
    tables = (
        quantities.numbers.range_words,
        quantities.bound_before,
        quantities.numbers.minus,
        quantities.units_before,
    )
    known = any(table.before(tokens, place) is not None for table in tables for place in (at - 1, at))
    return not known and lower[at - 2] not in pack.function_words


def _is_glued_name(tokens: Tokens, end: int, pack: Pack) -> bool:
    """Whether letters that are neither a magnitude nor a unit hang on digits: "5G", "4K", "1990s", "8-K"."""
    words = tokens.words
    if not tokens.is_glued(end):
        return False
    quantities = pack.quantities
    if words[end] == "-" and tokens.is_glued(end + 1) and words[end + 1].isupper():
        is_symbol = words[end + 1] not in LONE_DEGREES and quantities.symbols.after(tokens, end + 1) is not None
        return len(words[end + 1]) <= _LONE_LETTERS and not is_symbol
    if quantities.ordinals.after(tokens, end) is not None:
        return True
    if not words[end][0].isalpha():
        return False
    if letters_after(tokens, end - 1, end, pack) is not None:
        return False
    if words[end] in LONE_DEGREES:
        return not is_glued_degree(tokens, end, pack)
    tables = (
        quantities.numbers.magnitudes,
        quantities.symbols,
        quantities.units,
        quantities.currencies,
        quantities.signs,
        quantities.ages_in_years,
    )
    return all(table.after(tokens, end) is None for table in tables)


def with_sign(tokens: Tokens, number: Number, pack: Pack) -> Number:
    """Take in the minus sign or word before a number."""
    first, is_negative = sign_before(tokens, number.first, pack)
    number.first = first
    if is_negative:
        number.low, number.high = -number.high, -number.low
    return number


def sign_before(tokens: Tokens, first: int, pack: Pack) -> tuple[int, bool]:
    """Return where a number with its minus sign or word starts, and whether it has one."""
    words = tokens.words
    if first > 0 and words[first - 1] in _MINUS and tokens.is_glued(first):
        is_free = not tokens.is_glued(first - 1) or words[first - 2] in _OPENERS
        if is_free or pack.quantities.signs_before.before(tokens, first - 1) is not None:
            return first - 1, True
    at = first - 1 if first > 0 and words[first - 1] == "-" else first
    hit = pack.quantities.numbers.minus.before(tokens, at)
    # "au moins 3" is a bound, although "moins 3" is below zero
    is_bound = hit is not None and pack.quantities.bound_before.before(tokens, at) is not None
    return (first, False) if hit is None or is_bound else (hit[0], True)


@lru_cache(maxsize=1 << 16)
def parse_digits(digits: str, decimal: str, group: str) -> tuple[Decimal, int] | None:
    """Return the value of printed digits and how many of them carry information; None where they are no number.

    A separator is a decimal sign if it is the language's own, or if not exactly three digits follow it.

    >>> parse_digits("1,234.5", ".", ","), parse_digits("1,5", ".", ","), parse_digits("4.500", ",", ".")
    ((Decimal('1234.5'), 5), (Decimal('1.5'), 2), (Decimal('4500'), 2))
    >>> parse_digits("192.168.0.1", ".", ","), parse_digits("007", ".", ",")
    (None, None)
    """
    if len(digits) > MOST_DIGITS:
        return None
    *heads, tail = re.split(r"[.,']", digits)
    signs = re.findall(r"[.,']", digits)
    if len(digits) > 1 and digits[0] == "0" and digits[1].isdigit():
        return None
    if not signs:
        value = Decimal(digits)
        return value, significant_digits(value)
    last, others = signs[-1], signs[:-1]
    if others and all(sign == last for sign in others):
        is_decimal = False  # one sign several times groups digits
    elif others:
        is_decimal = last != "'"  # of two signs the last is the decimal one
    else:
        fits = len(tail) == _GROUP and len(heads[0]) <= _GROUP and heads[0] != "0"
        is_decimal = last != "'" and (last == decimal or not fits or last not in group)
    groups = heads[1:] if is_decimal else [*heads[1:], tail]
    if is_decimal and others and last in others:
        return None
    if not _are_groups(heads[0], groups, signs[0]):
        return None
    whole = "".join(heads) if is_decimal else "".join([*heads, tail])
    value = Decimal(f"{whole}.{tail}") if is_decimal else Decimal(whole)
    return value, significant_digits(value)


def _are_groups(head: str, groups: list[str], sign: str) -> bool:
    """Whether digits are grouped by three, or as in India by two and at last by three: "12,34,567"."""
    if not groups:
        return True
    if len(head) > _GROUP:
        return False
    if all(len(group) == _GROUP for group in groups):
        return True
    return (
        sign == ","
        and len(head) < _GROUP
        and len(groups[-1]) == _GROUP
        and all(len(g) == _GROUP - 1 for g in groups[:-1])
    )
