"""Weekdays that stand beside their dates."""

from __future__ import annotations

from datetime import date

import pytest

import claimcheck
from claimcheck import Article


def found(text: str, language: str = "en") -> list[tuple[str, tuple[str, ...]]]:
    """Return what is said of the weekdays of a text of 3 February 2026, and the quotes it points at."""
    report = claimcheck.reconcile([Article("a", text, "Herald", published=date(2026, 2, 3), language=language)])
    return [
        (finding.why, tuple(report.claim(claim).text for claim in finding.claims))
        for finding in report.findings
        if finding.code == "CC205"
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bridge opened on Saturday, January 31st.", "en"),
        ("The bridge opened on Saturday, 31 January 2026.", "en"),
        ("The bridge opened on Friday.", "en"),
        ("The bridge opened on 31 January 2026.", "en"),
        ("Le pont a ouvert le samedi 31 janvier 2026.", "fr"),
    ],
)
def test_a_weekday_that_fits_is_no_finding(text: str, language: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "quote"),
    [
        ("The bridge opened on Friday, January 31st.", "en", "Friday, January 31st"),
        ("The bridge opened on Friday, 31 January 2026.", "en", "Friday, 31 January 2026"),
        ("Le pont a ouvert le vendredi 31 janvier 2026.", "fr", "le vendredi 31 janvier 2026"),
        ("Die Brücke eröffnete am Freitag, den 31. Januar 2026.", "de", "Freitag, den 31. Januar 2026"),
    ],
)
def test_a_weekday_of_another_date_is_a_finding(text: str, language: str, quote: str) -> None:
    why = f"Herald names {quote!r}, but 31 January 2026 was a Saturday, not a Friday."
    assert found(text, language) == [(why, (quote,))]
