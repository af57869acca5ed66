"""Done in one source, planned in another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from statements import SETTING, amount, calendar, setting, symbolic, vague_time

from claimcheck.model import Claim, Granularity, RelationKind, Status, TimeForm, When, WhenKind
from claimcheck.reconcile.rules.status import judge

DONE, PLANNED = Status.DONE, Status.PLANNED

AFTER_SOMETHING = TimeForm(WhenKind.VAGUE, Granularity.DAY, direction=-1, from_text=True)
AFTER = replace(vague_time("b1", -1, status=DONE), when=When(AFTER_SOMETHING))

CASES = [
    (vague_time("a1", 1, status=PLANNED), vague_time("b1", -1, status=DONE), "update"),
    (vague_time("a1", -1, status=DONE), vague_time("b1", 1, status=PLANNED), "conflict"),
    (vague_time("b1", -1, status=DONE), vague_time("c1", 1, status=PLANNED), "conflict"),
    (symbolic("a1", 0, status=PLANNED), vague_time("b1", -1, status=DONE), "update"),
    (calendar("a1", "2025-10-01", status=PLANNED), vague_time("b1", -1, status=DONE), "update"),
]


@pytest.mark.parametrize(("a", "b", "relation"), CASES)
def test_done_and_planned(a: Claim, b: Claim, relation: str) -> None:
    found = judge(a, b, SETTING)
    assert found is not None
    assert (found.relation, found.type) == (relation, "status")
    done = a if a.status is DONE else b
    assert f"done in {done.article.upper()} ('{done.text}')" in found.why


def test_an_unknown_order_of_articles_is_a_conflict() -> None:
    found = judge(vague_time("a1", 1, status=PLANNED), vague_time("b1", -1, status=DONE), setting({"a": None}))
    assert found is not None
    assert found.relation is RelationKind.CONFLICT


SILENT = [
    pytest.param(vague_time("a1", -1, status=DONE), vague_time("b1", -1, status=DONE), id="both done"),
    pytest.param(vague_time("a1", 1, status=PLANNED), vague_time("b1", 1, status=PLANNED), id="both planned"),
    pytest.param(vague_time("a1", 1, status=PLANNED), vague_time("b1", 1), id="one stated"),
    pytest.param(
        calendar("a1", "2025-10-01", status=PLANNED), calendar("b1", "2025-09-20", status=DONE), id="two days"
    ),
    pytest.param(amount("a1", "30", status=PLANNED), amount("b1", "30", status=DONE), id="numbers"),
    pytest.param(amount("a1", "30", status=PLANNED), vague_time("b1", -1, status=DONE), id="a number and a time"),
    pytest.param(vague_time("a1", 1, status=PLANNED), AFTER, id="one counted from something in the text"),
]


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_the_rule_is_silent(a: Claim, b: Claim) -> None:
    assert judge(a, b, SETTING) is judge(b, a, SETTING) is None
