"""Claims written out by hand, for the tests of linking."""

from __future__ import annotations

from datetime import date
from typing import Any

from claimcheck.model import (
    Claim,
    ClaimKind,
    DateBasis,
    Granularity,
    Reference,
    Schedule,
    TimeForm,
    When,
    WhenKind,
)
from claimcheck.normalise import normalise_claims
from written_quantity import quantity

__all__ = ["PUBLISHED", "amount", "clock", "day", "schedule", "vague_day", "weekday", "year", "year_of"]

PUBLISHED = Reference(date(2025, 9, 24), date(2025, 9, 24), DateBasis.GIVEN)


def _claim(name: str, kind: ClaimKind, **fields: Any) -> Claim:
    """Make a claim of the article that its name starts with; `who` and `words` are its names and content words.

    Subject and object are names.
    """
    fields = {f"{role}_name": fields[role] for role in ("subject", "object", "measure") if role in fields} | fields
    who, words = fields.pop("who", ""), fields.pop("words", "")
    claim = Claim(
        name,
        name[0],
        kind,
        0,
        1,
        name,
        (0, 1),
        participants=tuple(filter(None, who.split(", "))),
        context=frozenset(words.split()),
        **fields,
    )
    reference = PUBLISHED if claim.when is not None and claim.when.form.year is None else None
    return normalise_claims([claim], reference)[0]


def amount(name: str, number: str, unit: str = "USD", **fields: Any) -> Claim:
    """Make a claim of a quantity; what a quantity has is given to it, all else to the claim."""
    own = {key: fields.pop(key) for key in ("bound", "scope", "low", "high", "trend") if key in fields}
    return _claim(name, ClaimKind.QUANTITY, quantity=quantity(number, unit, **own), **fields)


def day(name: str, iso: str, **fields: Any) -> Claim:
    """Make a claim of a day with its year, with `mod` of one that is open to a side."""
    on, mod = date.fromisoformat(iso), fields.pop("mod", None)
    form = TimeForm(WhenKind.POINT, Granularity.DAY, year=on.year, month=on.month, day=on.day, mod=mod)
    return _claim(name, ClaimKind.DATE, when=When(form), **fields)


def clock(name: str, iso: str, time: str, **fields: Any) -> Claim:
    """Make a claim of a time of a day."""
    on = date.fromisoformat(iso)
    form = TimeForm(WhenKind.POINT, Granularity.DAY, year=on.year, month=on.month, day=on.day)
    hour = TimeForm(WhenKind.POINT, Granularity.HOUR, clock=time, from_text=True, base=form)
    return _claim(name, ClaimKind.DATE, when=When(hour), **fields)


def year(number: int) -> When:
    """Make the time of a year, for what belongs to one."""
    return When(TimeForm(WhenKind.INTERVAL, Granularity.YEAR, year=number))


def year_of(name: str, number: int, **fields: Any) -> Claim:
    """Make a claim of a year, with `mod` of one that is open to a side."""
    form = TimeForm(WhenKind.INTERVAL, Granularity.YEAR, year=number, mod=fields.pop("mod", None))
    return _claim(name, ClaimKind.DATE, when=When(form), **fields)


def weekday(name: str, number: int, *, dated: bool = True, **fields: Any) -> Claim:
    """Make a claim of a bare weekday (Monday is 0), on the calendar or not."""
    form = TimeForm(WhenKind.POINT, Granularity.DAY, weekday=number)
    claim = _claim(name, ClaimKind.DATE, when=When(form), **fields)
    return claim if dated else normalise_claims([claim], None)[0]


def vague_day(name: str, direction: int, **fields: Any) -> Claim:
    """Make a claim of a time that names no day but looks back (-1) or ahead (1)."""
    form = TimeForm(WhenKind.VAGUE, Granularity.DAY, direction=direction)
    return _claim(name, ClaimKind.DATE, when=When(form), **fields)


def schedule(name: str, per: str | None, **fields: Any) -> Claim:
    """Make a claim of what a payment advances by."""
    return _claim(name, ClaimKind.SCHEDULE, schedule=Schedule(per), **fields)
