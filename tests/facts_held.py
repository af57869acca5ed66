"""Facts of a report as what they hold and what is said of them, for tests that compare reports."""

from __future__ import annotations

from collections import Counter

from claimcheck import Report

__all__ = ["facts", "grave", "said"]


def said(report: Report, names: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """Return the articles and the words of claims."""
    return frozenset((report.claim(name).article, report.claim(name).text) for name in names)


def facts(report: Report) -> Counter[tuple[frozenset[tuple[str, str]], str, str | None]]:
    """Return what each fact holds and what is said of it, whatever the numbering."""
    return Counter(
        (said(report, fact.claims), str(fact.verdict), fact.conflict_type and str(fact.conflict_type))
        for fact in report.facts
    )


def grave(report: Report) -> set[tuple[frozenset[str], str, str | None]]:
    """Return what is said of facts on which sources do not simply agree; that a copy agrees with itself is no news."""
    held = ((frozenset(text for _, text in members), verdict, kind) for members, verdict, kind in facts(report))
    return {fact for fact in held if fact[1] not in {"single", "agree"}}
