"""The examples of the codes are what they say."""

from __future__ import annotations

from datetime import date

import pytest

import claimcheck
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
"""How the two statements of an example stand to each other; of the other codes two sentences alone show nothing."""


@pytest.mark.parametrize("code", HOLDS)
def test_an_example_holds(code: str) -> None:
    found = claimcheck.compare(*codes()[code].example, language="en", date=date(2025, 9, 23))
    assert (found.relation, found.type) == HOLDS[code]
