"""What the values of metadata may look like, wherever they are written."""

from __future__ import annotations

import re
from datetime import date, datetime

__all__ = ["KEYS", "day", "language_code", "shown"]

KEYS = ("date", "language", "source", "title", "url")
"""The metadata that front matter and records share."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,8}")
_REGION_LENGTH = 2
_SHOWN = 60
"""How much of a wrong value a message repeats."""


def shown(value: str) -> str:
    """Return a wrong value as a message repeats it."""
    return value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"


def day(written: str) -> date:
    """Read an ISO 8601 date, or the day of an ISO 8601 date and time as it stands there.

    Other notations are refused, because "03/04/2025" is two different days on two sides of an ocean.

    >>> day("2025-09-22T23:30:00-05:00")
    datetime.date(2025, 9, 22)

    Raises:
        ValueError: it is neither.
    """
    try:
        return datetime.fromisoformat(written.strip()).date()
    except ValueError:
        raise ValueError(f'"{shown(written)}" is not an ISO date such as 2025-09-23') from None


def language_code(written: str) -> str:
    """Read a language code, with a region where one is given, in the usual spelling.

    Whether there is a pack for it is not known here: this only tells codes from other words.

    >>> language_code("EN"), language_code("fr_ca")
    ('en', 'fr-CA')

    Raises:
        ValueError: it does not have the form of a code.
    """
    if not _LANGUAGE.fullmatch(written.strip()):
        raise ValueError(f'"{shown(written)}" is not a language code such as en or fr-CA')
    first, *rest = re.split("[-_]", written.strip())
    return "-".join([first.lower(), *(part.upper() if len(part) == _REGION_LENGTH else part for part in rest)])
