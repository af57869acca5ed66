"""Done in one source, planned in another."""

from __future__ import annotations

import pytest
from statements import SETTING, amount, calendar, setting, symbolic, vague_time

from claimcheck.model import Claim, RelationKind, Status
from claimcheck.reconcile.rules.status import judge

DONE, PLANNED = Status.DONE, Status.PLANNED

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
]


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_the_rule_is_silent(a: Claim, b: Claim) -> None:
    assert judge(a, b, SETTING) is None
