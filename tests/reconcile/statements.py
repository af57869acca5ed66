"""Claims written out by hand, for the tests of the rules."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import claimcheck
from claimcheck import Report
from claimcheck.model import (
    Article,
    Claim,
    ClaimKind,
    DateBasis,
    Granularity,
    Mod,
    Reference,
    Schedule,
    TimeForm,
    When,
    WhenKind,
)
from claimcheck.normalise import normalise_claims
from claimcheck.reconcile import Setting
from written_quantity import quantity

__all__ = [
    "SETTING",
    "amount",
    "by",
    "calendar",
    "schedule",
    "setting",
    "symbolic",
    "told_by",
    "vague_time",
    "year",
    "yearless",
]

DAYS = {"a": date(2025, 9, 22), "b": date(2025, 9, 24), "c": date(2025, 9, 24)}


def told_by(language: str, one: str, other: str) -> Report:
    """Return the report on two texts without a date, each of which claims something."""
    report = claimcheck.reconcile([Article("a", one, language=language), Article("b", other, language=language)])
    assert {claim.article for claim in report.claims} == {"a", "b"}
    return report


def setting(days: Mapping[str, date | None] | None = None, **fields: Any) -> Setting:
    """Make a setting of the articles a, b and c: a is older than the others; their sources are "A", "B" and "C"."""
    known = DAYS | dict(days or {})
    return Setting(
        {name: Article(name, "", name.upper(), published=known[name], language="en") for name in known}, **fields
    )


SETTING = setting()


def _claim(name: str, kind: ClaimKind, **fields: Any) -> Claim:
    """Make a claim of the article that its name starts with."""
    text = fields.pop("text", name)
    claim = Claim(name, name[0], kind, 0, 1, text, (0, 1), **fields)
    return claim if claim.quantity is None else normalise_claims([claim], None)[0]


def amount(name: str, number: str, unit: str = "USD", bound: str = "exact", **fields: Any) -> Claim:
    """Make a claim of a quantity; "10..20" is a range, closing zeros count up to two digits."""
    own = {key: fields.pop(key) for key in ("scope", "trend", "per") if key in fields}
    return _claim(name, ClaimKind.QUANTITY, quantity=quantity(number, unit, bound, **own), **fields)


def calendar(name: str, first: str, last: str | None = None, **fields: Any) -> Claim:
    """Make a claim of a time on the calendar."""
    earliest, latest = date.fromisoformat(first), date.fromisoformat(last or first)
    basis, mod = fields.pop("basis", None), fields.pop("mod", None)
    form = TimeForm(WhenKind.INTERVAL if last else WhenKind.POINT, Granularity.DAY, year=earliest.year, mod=mod)
    reference = None if basis is None else Reference(earliest, latest, DateBasis(basis))
    return _claim(name, ClaimKind.DATE, when=When(form, earliest, latest, reference), **fields)


def by(name: str, last: str) -> Claim:
    """Make a claim of a time up to a day, open towards the past."""
    latest = date.fromisoformat(last)
    form = TimeForm(WhenKind.POINT, Granularity.DAY, year=latest.year, mod=Mod.BY)
    return _claim(name, ClaimKind.DATE, when=When(form, None, latest))


def year(number: int) -> When:
    """Make the time of a year, for what belongs to one."""
    form = TimeForm(WhenKind.INTERVAL, Granularity.YEAR, year=number)
    return When(form, date(number, 1, 1), date(number, 12, 31))


def symbolic(name: str, weekday: int, mod: Mod | None = None, **fields: Any) -> Claim:
    """Make a claim of a weekday that is not on the calendar."""
    form = TimeForm(WhenKind.POINT, Granularity.DAY, weekday=weekday, mod=mod)
    return _claim(name, ClaimKind.DATE, when=When(form), **fields)


def yearless(name: str, month: int, day: int | None = None) -> Claim:
    """Make a claim of a month, or of a day in it, of an unknown year."""
    form = TimeForm(WhenKind.POINT, Granularity.MONTH if day is None else Granularity.DAY, month=month, day=day)
    return _claim(name, ClaimKind.DATE, when=When(form))


def vague_time(name: str, direction: int, **fields: Any) -> Claim:
    """Make a claim of a time that names no day."""
    form = TimeForm(WhenKind.VAGUE, Granularity.DAY, direction=direction)
    return _claim(name, ClaimKind.DATE, when=When(form), **fields)


def schedule(name: str, per: str | None, **fields: Any) -> Claim:
    """Make a claim of what a payment advances by."""
    return _claim(name, ClaimKind.SCHEDULE, schedule=Schedule(per), **fields)
