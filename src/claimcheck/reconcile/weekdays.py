"""Dates that name their weekday: does it fit? "Friday, 31 January 2026" was a Saturday."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.model import Claim, Finding, Severity, describe
from claimcheck.reconcile.judgement import Setting

__all__ = ["weekday_findings"]


def weekday_findings(claims: Iterable[Claim], setting: Setting) -> list[Finding]:
    """Return a finding for each date that was another weekday than the one it names."""
    found = []
    for claim in claims:
        when = claim.when
        if when is None or when.named is None or when.form.weekday is None or when.form.day is None:
            continue
        day, weekday = when.named[0], when.form.weekday
        if day.weekday() != weekday:
            was = f"{describe.day(day)} was a {describe.weekday(day.weekday())}, not a {describe.weekday(weekday)}"
            why = f"{setting.name(claim)} names {claim.text!r}, but {was}."
            found.append(Finding("CC205", Severity.WARNING, None, why, (claim.id,)))
    return found
