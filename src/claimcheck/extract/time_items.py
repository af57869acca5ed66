"""The word classes of the time grammar at each token: those of the pack, and those of digits and number words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from claimcheck.extract.digits import MOST_DIGITS, parse_digits
from claimcheck.extract.number import Number
from claimcheck.extract.spelled import spelled_number, worded_number
from claimcheck.extract.time_grammar import Item
from claimcheck.lang import Opener, Pack, Tokens

__all__ = ["TimeItems"]

_FIRST_YEAR, _LAST_YEAR = 1500, 2099
"""What four digits without a separator may be as a year."""
_CENTURY = 100
_TEN = 10
_CENTURY_SPLIT = 35
"""Two-digit years from here on are of the 1900s: news look back further than ahead."""
_LAST_HOUR, _LAST_MINUTE = 24, 59
_YEAR_DIGITS, _PAIR = 4, 2
_MOST = 9999
_NUMERIC = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9/])|([0-9]{1,2})([/.-])([0-9]{1,2})\5([0-9]{4}|[0-9]{2})(?![0-9/-]|\.[0-9])"
)
_DAY_AND_MONTH = re.compile(r"([0-9]{1,2})/([0-9]{1,2})(?![0-9/-]|[.,][0-9])")
_MONTHS, _MONTH_DAYS = 12, 31
_CLOCK = re.compile(r"([0-9]{1,2})\.([0-9]{2})\Z")


_READERS = {Opener.WORD: spelled_number, Opener.DECIMAL: worded_number}
"""How a number in words is read that may count units of time."""


class TimeItems:
    """The classes of the tokens of a text, read once each, when they are asked for."""

    def __init__(self, tokens: Tokens, pack: Pack) -> None:
        self._tokens = tokens
        self._pack = pack
        self._numbers = pack.quantities.numbers
        self._read: dict[int, list[Item]] = {}

    def at(self, place: int) -> list[Item]:
        """Return the classes of what starts at a token, each with the index past it and its value."""
        items = self._read.get(place)
        if items is None:
            items = self._read[place] = self._items(place) if place < self._tokens.count else []
        return items

    def _items(self, place: int) -> list[Item]:
        word = self._tokens.lower[place]
        items = self._pack.times.at(self._tokens, place)
        if "0" <= word[0] <= "9":
            items += self._digits(place, word) if len(word) <= MOST_DIGITS else ()
        elif self._numbers.may_open(word):
            items += self._spelled(place, word)
        if (half := self._numbers.and_half.after(self._tokens, place)) is not None:
            items.append(("hf", half[0], None))
        return items

    def _digits(self, place: int, word: str) -> Iterator[Item]:
        """Read what starts with a digit."""
        tokens = self._tokens
        if place and tokens.is_glued(place) and tokens.words[place - 1][-1].isalpha():
            if len(word) == _PAIR and word.isdecimal():
                yield "YY", place + 1, _full_year(int(word))  # "1T25"
            return  # "GPT4", "A380"; a hyphen does not end in a letter
        if (numeric := self._numeric(place) or self._without_year(place)) is not None:
            yield numeric
        if not word.isdecimal():
            yield from self._printed(place, word)
            return
        yield from self._whole(place, word)

    def _whole(self, place: int, word: str) -> Iterator[Item]:
        """Read a whole number: a year, an hour, a day, or a count."""
        tokens, number = self._tokens, int(word)
        if len(word) == _YEAR_DIGITS and _FIRST_YEAR <= number <= _LAST_YEAR:
            yield "Y", place + 1, number
        if len(word) == _PAIR:
            yield "YY", place + 1, _full_year(number)
            if number <= _LAST_MINUTE and tokens.is_glued(place):
                yield "MM", place + 1, number
        if len(word) == _YEAR_DIGITS and number // _CENTURY <= _LAST_HOUR and number % _CENTURY <= _LAST_MINUTE:
            yield "H4", place + 1, divmod(number, _CENTURY)
        if number <= _MOST:
            yield "N", place + 1, number
            sign = next((end for kind, end, _ in self._pack.times.at(tokens, place + 1) if kind == "os"), None)
            if sign is not None and tokens.is_glued(place + 1):
                yield "O", sign, number

    def _printed(self, place: int, word: str) -> Iterator[Item]:
        """Read a number with a separator: a time of day, or a count with decimals."""
        if (clock := _CLOCK.match(word)) is not None:
            hour, minute = int(clock[1]), int(clock[2])
            if hour <= _LAST_HOUR and minute <= _LAST_MINUTE:
                yield "HM", place + 1, (hour, minute)
        parsed = parse_digits(word, self._numbers.decimal, self._numbers.group)
        if parsed is not None:
            yield from _count(place + 1, parsed[0])

    def _numeric(self, place: int) -> Item | None:
        """Read a date in digits: "2025-09-22", "9/22/2025", "22.09.25"."""
        tokens = self._tokens
        start = tokens.starts[place]
        found = _NUMERIC.match(tokens.text, start)
        if found is None or (start and tokens.text[start - 1] in "/.-" and tokens.is_glued(place)):
            return None
        if found[1]:
            parts = int(found[1]), int(found[2]), int(found[3])
        else:
            first, second = int(found[4]), int(found[6])
            month, day = (first, second) if self._pack.times.month_first and found[5] == "/" else (second, first)
            year = int(found[7])
            parts = year if len(found[7]) == _YEAR_DIGITS else _full_year(year), month, day
            if found[5] == "-" and len(found[7]) < _YEAR_DIGITS:
                return None  # "10-11-12" is a row of numbers
        try:
            day_named = date(*parts)
        except ValueError:
            return None
        end = place
        while tokens.ends[end] < found.end():
            end += 1
        return ("num", end + 1, day_named) if tokens.ends[end] == found.end() else None

    def _without_year(self, place: int) -> Item | None:
        """Read a day and month in digits: "22/09"."""
        tokens = self._tokens
        found = _DAY_AND_MONTH.match(tokens.text, tokens.starts[place])
        if found is None or place + 2 >= tokens.count or (place and tokens.is_glued(place)):
            return None
        first, second = int(found[1]), int(found[2])
        month, day = (first, second) if self._pack.times.month_first else (second, first)
        if not (1 <= month <= _MONTHS and 1 <= day <= _MONTH_DAYS):
            return None
        return "dm", place + 3, (month, day)  # past day, "/" and month

    def _spelled(self, place: int, word: str) -> Iterator[Item]:
        """Read a number in words, or an article that stands for one."""
        if word in self._pack.articles:
            yield "ART", place + 1, 1
        number = self._in_words(place)
        if number is not None and number.is_share and (value := self._numbers.words.get(word)):  # "two quarters"
            yield "N", place + 1, value
        if number is None or number.value is None or number.is_share:
            return
        yield from _count(number.end, number.value)
        if number.value != int(number.value):
            return
        value = int(number.value)
        if _FIRST_YEAR <= value <= _LAST_YEAR:
            yield "YS", number.end, value
        if _FIRST_YEAR <= value * _CENTURY <= _LAST_YEAR:  # "nineteen ninety-six"
            rest = self._in_words(number.end)
            if rest is not None and rest.value is not None and not rest.is_share and _TEN <= rest.value < _CENTURY:
                yield "YS", rest.end, value * _CENTURY + int(rest.value)

    def _in_words(self, place: int) -> Number | None:
        """Return the number in words that starts at a token."""
        word = self._tokens.lower[place] if place < self._tokens.count else ""
        opener = self._numbers.openers.get(word, Opener.WORD)
        is_number = opener in _READERS and self._numbers.may_open(word)
        return _READERS[opener](self._tokens, place, self._pack) if is_number else None


def _count(end: int, value: Decimal) -> Iterator[Item]:
    """Read how many of something there are."""
    if value != int(value):
        yield "DEC", end, value
    elif value <= _MOST:
        yield "N", end, int(value)


def _full_year(year: int) -> int:
    return year + (1900 if year >= _CENTURY_SPLIT else 2000)
