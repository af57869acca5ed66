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
FOUND = {"CC102", "CC204", "CC205", "CC302", "CC305", "CC306"}
"""Codes of whose example only a report has the finding."""
UNSHOWN = {"CC201", "CC206", "CC207", "CC303", "CC304"}
"""Codes of whose example the sentences alone show nothing: they hang on days, metadata or what stands around."""
DAY = date(2025, 9, 23)


@pytest.mark.parametrize("code", HOLDS)
def test_an_example_holds(code: str) -> None:
    found = claimcheck.compare(*codes()[code].example, language="en", date=DAY)
    assert (found.relation, found.type) == HOLDS[code]


@pytest.mark.parametrize("code", sorted(FOUND))
def test_an_example_gives_its_finding(code: str) -> None:
    articles = [Article(text, text, language="en", published=DAY) for text in codes()[code].example]
    assert code in {finding.code for finding in claimcheck.reconcile(articles).findings}


def test_each_example_is_run_or_named_as_one_that_is_not() -> None:
    assert HOLDS.keys() | FOUND | UNSHOWN == codes().keys()
