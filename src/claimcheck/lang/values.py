"""What a value of a language pack may be: one check for each kind of value, saying what is wrong with it.

A check takes a value and gives a message for each mistake, with the place in the value where it stands: the number of
the text or number in a list, or None for the value as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from claimcheck.model import Granularity

__all__ = [
    "DAY_PARTS", "Check", "Mistakes", "counts", "day", "day_of_year", "endings", "flag", "form", "forms", "named_forms",
    "number", "one_of", "open_count", "pairs", "period_and", "span", "text", "unit", "vague", "whole",
]  # fmt: skip

Mistakes = Iterator[tuple[int | None, str]]
Check = Callable[[Any], Mistakes]

DAY_PARTS = ("MO", "MI", "AF", "EV", "NI")
"""Codes of TIMEX3 for the parts of a day."""


def flag(value: Any) -> Mistakes:
    """Check a switch."""
    if not isinstance(value, bool):
        yield None, f"{value!r} is neither true nor false"


def text(value: Any) -> Mistakes:
    """Check a text that is no form: a name, or a row of signs."""
    if not isinstance(value, str):
        yield None, f"{value!r} is no text in quotes"
    elif not value:
        yield None, "the text is empty"


def form(value: Any) -> Mistakes:
    """Check a word or phrase as it is looked for in texts."""
    if not isinstance(value, str):
        yield None, f"{value!r} is no text in quotes"
    elif not value.strip():
        yield None, "a form is empty"
    elif value != value.strip():
        yield None, f"{value!r} starts or ends with a space"


def forms(value: Any) -> Mistakes:
    """Check a list of forms, none of them twice."""
    yield from _each(value, form)
    yield from _twice(value)


def _twice(value: Any) -> Mistakes:
    if isinstance(value, list):
        for i, item in enumerate(value):
            if isinstance(item, str) and item in value[:i]:
                yield i, f"{item!r} stands here twice"


def endings(value: Any) -> Mistakes:
    """Check a list of endings of words, none of them twice; the empty one leaves a stem as it is."""
    yield from _each(value, _ending)
    yield from _twice(value)


def _ending(value: Any) -> Mistakes:
    if not isinstance(value, str):
        yield None, f"{value!r} is no text in quotes"
    elif value != value.strip() or " " in value:
        yield None, f"{value!r} is no ending: it holds a space"


def number(value: Any) -> Mistakes:
    """Check a number above zero, which is written in quotes where it has a fraction."""
    if (read := _read(value)) is None:
        yield None, f"{value!r} is no number"
    elif read <= 0:
        yield None, f"{value!r} is not above zero"


def whole(low: int, high: int | None = None) -> Check:
    """Return a check for integers between two ends, both included."""

    def check(value: Any) -> Mistakes:
        if not isinstance(value, int) or isinstance(value, bool):
            yield None, f"{value!r} is no whole number"
        elif value < low or (high is not None and value > high):
            yield None, f"{value} is not {f'{low} or more' if high is None else f'between {low} and {high}'}"

    return check


def vague(value: Any) -> Mistakes:
    """Check the lowest and highest number that a vague word stands for."""
    ends = [_read(item) for item in value] if isinstance(value, list) else []
    match ends:
        case [Decimal() as low, Decimal() as high] if low <= high:
            return
    yield None, f"{value!r} is not a lowest and a highest number"


def one_of(names: Iterable[str | int]) -> Check:
    """Return a check for names, or numbers, that the code knows."""
    known = list(names)

    def check(value: Any) -> Mistakes:
        if value not in known:
            yield None, f"{value!r} is none of {', '.join(map(str, known))}"

    return check


def named_forms(names: Iterable[str]) -> Check:
    """Return a check for lists of names that the code knows."""
    check_name = one_of(names)
    return lambda value: _each(value, check_name)


def unit(is_unit: Callable[[str], bool]) -> Check:
    """Return a check for the name of a unit."""

    def check(value: Any) -> Mistakes:
        if not (isinstance(value, str) and is_unit(value)):
            yield None, f"{value!r} is no unit that claimcheck knows"

    return check


def span(is_unit: Callable[[str], bool]) -> Check:
    """Return a check for a number and the unit that it counts."""
    check_unit = unit(is_unit)

    def check(value: Any) -> Mistakes:
        match value:
            case [count, str(unit)]:
                yield from ((0, message) for _, message in number(count))
                yield from ((1, message) for _, message in check_unit(unit))
            case _:
                yield None, f"{value!r} is not a number and a unit"

    return check


def pairs(value: Any) -> Mistakes:
    """Check pairs of endings, the second of which may be empty."""
    return _each_pair(value, _endings)


def counts(value: Any) -> Mistakes:
    """Check pairs of a word and the number that it stands for."""
    return _each_pair(value, _count)


def _endings(pair: Any) -> Mistakes:
    match pair:
        case [str(plural), str()] if plural:
            pass
        case _:
            yield None, f"{pair!r} is not a plural ending and a singular one"


def _count(pair: Any) -> Mistakes:
    match pair:
        case [str(word), count] if word:
            yield from number(count)
        case _:
            yield None, f"{pair!r} is not a word and its number"


def _each_pair(value: Any, check: Check) -> Mistakes:
    """Check the pairs of a list; a mistake is placed by the single items, which is how lines are found."""
    if not isinstance(value, list):
        yield None, f"{value!r} is no list"
        return
    at = 0
    for pair in value:
        yield from ((at, message) for _, message in check(pair))
        at += len(pair) if isinstance(pair, list) else 1


def day(value: Any) -> Mistakes:
    """Check what a word for a day stands for: days from the day of the article, and a part of that day."""
    match value:
        case [count, str(part)]:
            yield from ((0, message) for _, message in whole(-7, 7)(count))
            if part not in DAY_PARTS:
                yield 1, f"{part!r} is no part of the day; there are {', '.join(DAY_PARTS)}"
        case _:
            yield from whole(-7, 7)(value)


def open_count(value: Any) -> Mistakes:
    """Check a count, where 0 stands for an open one ("several")."""
    if value != 0 or isinstance(value, bool):
        yield from number(value)


def day_of_year(value: Any) -> Mistakes:
    """Check a month and a day, [12, 25], or a number of days from Easter Sunday."""
    match value:
        case int() if not isinstance(value, bool):
            yield from whole(-63, 63)(value)
        case [int(month), int(number)] if 1 <= month <= 12 and 1 <= number <= 31:  # noqa: PLR2004
            return
        case _:
            yield None, f"{value!r} is neither a month and a day nor a number of days from Easter"


def period_and(check: Check) -> Check:
    """Return a check of a period with something said of it: ["year", -1]."""

    def checked(value: Any) -> Mistakes:
        match value:
            case [str(period), said] if period in set(Granularity):
                yield from ((1, message) for _, message in check(said))
            case _:
                yield None, f"{value!r} is not a period and what is said of it"

    return checked


def _each(value: Any, check: Check) -> Mistakes:
    if not isinstance(value, list):
        yield None, f"{value!r} is no list"
        return
    for i, item in enumerate(value):
        yield from ((i, message) for _, message in check(item))


def _read(value: Any) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        read = Decimal(str(value))
    except InvalidOperation:
        return None
    return read if read.is_finite() else None
