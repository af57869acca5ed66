"""Full dates that no pattern of a language pack reads, through dateparser.

dateparser guesses freely, so it is only asked about short spans that hold a four-digit year and a month, and only what
its `.period` says it really read is kept.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

__all__ = ["full_date"]

_BASE = datetime(2000, 1, 1)  # noqa: DTZ001  # any fixed midnight: the default is now, and results must not change with it


@cache
def _parser(language: str) -> DateDataParser:
    from dateparser.date import DateDataParser  # noqa: PLC0415

    return DateDataParser(
        languages=[language],
        settings={"RELATIVE_BASE": _BASE, "REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True},
    )


@lru_cache(maxsize=4096)
def full_date(text: str, language: str) -> date | None:
    """Return the day that a span names in full, None if it does not.

    >>> full_date("the 3rd of May, in the year 1998", "en") is None
    True
    """
    found = _parser(language).get_date_data(text)
    if found.date_obj is None or found.period != "day":
        return None
    return found.date_obj.date()
