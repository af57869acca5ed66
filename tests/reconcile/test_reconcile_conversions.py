"""Amounts restated in brackets: a conversion that holds is silent, one that does not is a finding."""

from __future__ import annotations

from datetime import date

import pytest

import claimcheck
from claimcheck import Article

DAY = date(2025, 9, 22)
"""A Monday: one euro bought 1.1781 dollars."""


def found(text: str, day: date | None = DAY) -> list[tuple[str, str]]:
    """Return the wording and the formula of each wrong conversion of a text."""
    report = claimcheck.reconcile([Article("a", text, "Herald", published=day, language="en")])
    return [(finding.why, finding.derivation or "") for finding in report.findings if finding.code == "CC204"]


@pytest.mark.parametrize(
    "text",
    [
        "The deal cost $100bn (85.1bn euros).",
        "The deal cost about 85 billion euros ($100 billion).",
        "The wall is 48 km (30 miles) long.",
        "The wall is 48 km [30 miles] long.",
        "Snow lay 12 inches (30 cm) deep.",
        "It was 40 °C (104 °F) in the shade.",
        "It was -40 °C (-40 °F) in the shade.",
        "The sea rose by 2 °C (3.6 °F).",
        "The wall is 48 km (70 tonnes) long.",
        "It sold 40 boats (30 million dollars).",
        "The wall is 48 km long. It weighs (80 miles) nothing.",
        "The deal cost $100bn, or 70bn euros.",
        "The wall is 1,200 miles (300 kilometers of it alone) long.",
        "The deal cost $10bn ($9bn) at first.",
        "The wall is 48 km (40 km) long.",
        "The wall is 48 km (32 miles) long.",
        "The wall is 480 km (310 miles) long.",
        "The deal cost $100bn (92bn euros).",
        "The ticket costs $3 (540 yen).",
    ],
)
def test_a_right_conversion_or_none_is_no_finding(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "formula", "share"),
    [
        (
            "The deal cost $100bn (40bn euros).",
            "100 billion USD x 0.8488 = 84.9 billion EUR (European Central Bank, 2025-09-22)",
            "53%",
        ),
        (
            "The deal cost 85.1bn euros ($1bn).",
            "85.1 billion EUR x 1.1781 = 100 billion USD (European Central Bank, 2025-09-22)",
            "99%",
        ),
        ("The wall is 48 km (80 miles) long.", "48 km = 29.8 mi", "168%"),
        ("The wall is 48 km ( 80 miles ) long.", "48 km = 29.8 mi", "168%"),
        ("It was 40 °C (109 °F) in the shade.", "40 °C = 104 °F", "5%"),
        ("It was 40 °C (120 °F) in the shade.", "40 °C = 104 °F", "15%"),
        ("The sea rose by 2 °C (36 °F).", "2 °C = 3.6 °F", "900%"),
    ],
)
def test_a_wrong_conversion_is_a_finding_with_its_formula(text: str, formula: str, share: str) -> None:
    ((why, shown),) = found(text)
    assert shown == formula
    assert f"differ by {share}." in why
    assert formula in why
    assert "Herald" in why


def test_each_article_is_read_by_itself() -> None:
    texts = {"a": "The wall is 48 km (80 miles) long.", "b": "The wall is 51 km (90 miles) long."}
    report = claimcheck.reconcile([Article(name, text, language="en") for name, text in texts.items()])
    found = [finding for finding in report.findings if finding.code == "CC204"]
    assert [[report.claim(claim).article for claim in finding.claims] for finding in found] == [["a"] * 2, ["b"] * 2]


def test_money_is_not_converted_without_a_day() -> None:
    assert found("The deal cost $100bn (70bn euros).", None) == []


def test_a_finding_names_both_claims_and_no_fact() -> None:
    report = claimcheck.reconcile([Article("a", "The wall is 48 km (80 miles) long.", language="en")])
    (finding,) = [finding for finding in report.findings if finding.code == "CC204"]
    assert finding.fact is None
    assert [report.claim(claim).text for claim in finding.claims] == ["48 km", "80 miles"]
