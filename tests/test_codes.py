"""The examples of the codes are what they say."""

from __future__ import annotations

from datetime import date

import pytest

import claimcheck
from claimcheck import Article
from claimcheck.model import codes

HOLDS = {
    "CC101": ("conflict", "value"),
    "CC103": ("conflict", "unit"),
    "CC104": ("conflict", "date"),
    "CC105": ("conflict", "status"),
    "CC106": ("conflict", "magnitude"),
    "CC107": ("conflict", "bound"),
    "CC202": ("compatible", "bound"),
    "CC203": ("refined_by", None),
    "CC301": ("agree", None),
}
"""How the two statements of an example stand to each other."""
FOUND = ["CC102", "CC302"]
"""Codes of whose example only a report has the finding; of the codes in neither list two sentences show nothing."""
DAY = date(2025, 9, 23)


@pytest.mark.parametrize("code", HOLDS)
def test_an_example_holds(code: str) -> None:
    found = claimcheck.compare(*codes()[code].example, language="en", date=DAY)
    assert (found.relation, found.type) == HOLDS[code]


@pytest.mark.parametrize("code", FOUND)
def test_an_example_gives_its_finding(code: str) -> None:
    first, second = (Article(text, text, language="en", published=DAY) for text in codes()[code].example)
    assert code in {finding.code for finding in claimcheck.reconcile([first, second]).findings}
