"""Articles whose metadata give another day than the head of their text."""

from __future__ import annotations

from datetime import timedelta

from claimcheck.model import Finding, Severity, describe
from claimcheck.reconcile.judgement import Setting

__all__ = ["stamp_findings"]

_SLACK = timedelta(days=2)
"""How far the two may be apart: what is printed, what was updated, another time zone."""


def stamp_findings(setting: Setting) -> list[Finding]:
    """Return a finding for each article that contradicts itself about its day; its metadata are gone by."""
    found = []
    for article in setting.articles.values():
        stamp = setting.stamped.get(article.id)
        if stamp is None or article.published is None or abs(article.published - stamp) <= _SLACK:
            continue
        why = (
            f"{article.name} is dated {describe.day(article.published)} by its metadata, but its text is headed "
            f"{describe.day(stamp)}; relative times are counted from the former."
        )
        found.append(Finding("CC207", Severity.WARNING, None, why, ()))
    return found
