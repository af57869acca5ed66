"""What one source states and another denies or asks."""

from __future__ import annotations

import pytest
from statements import SETTING, amount, calendar, schedule, vague_time

from claimcheck.model import Claim, Status
from claimcheck.reconcile.rules import judge as judge_by_all
from claimcheck.reconcile.rules.denial import judge

DENIED = Status.NEGATED

DENIALS = [
    pytest.param(amount("a1", "30", status=DENIED), amount("b1", "30"), id="the same number"),
    pytest.param(amount("a1", "30", status=DENIED), amount("b1", "30", status=Status.DONE), id="done"),
    pytest.param(amount("a1", "30", status=DENIED), amount("b1", "30", status=Status.HEDGED), id="hedged"),
    pytest.param(amount("a1", "30", status=DENIED), amount("b1", "80"), id="another number"),
    pytest.param(
        amount("a1", "30", "person", predicate="kill"),
        amount("b1", "42", "person", predicate="kill", status=DENIED),
        id="a later toll",
    ),
    pytest.param(amount("a1", "30", status=Status.ASKED), amount("b1", "30"), id="a question"),
    pytest.param(amount("a1", "30", status=Status.ASKED), amount("b1", "80", status=DENIED), id="asked and denied"),
    pytest.param(calendar("a1", "2025-10-01", status=DENIED), calendar("b1", "2025-10-01"), id="the same day"),
    pytest.param(
        vague_time("a1", 1, status=Status.PLANNED), vague_time("b1", 1, status=DENIED), id="a step that is planned"
    ),
]


@pytest.mark.parametrize(("a", "b"), DENIALS)
def test_a_denial_never_agrees(a: Claim, b: Claim) -> None:
    for found in (judge(a, b, SETTING), judge(b, a, SETTING), judge_by_all(a, b, SETTING)):
        assert found is not None
        assert (found.relation, found.type) == ("compatible", "status")


def test_the_sentence_quotes_both_words() -> None:
    denied, stated = amount("a1", "30", text="30 dollars", status=DENIED), amount("b1", "30", text="$30")
    for found in (judge(denied, stated, SETTING), judge(stated, denied, SETTING)):
        assert found is not None
        assert found.why == "put in the negative in A, not in B: '30 dollars' / '$30'"


SILENT = [
    pytest.param(amount("a1", "30", status=DENIED), amount("b1", "30", status=DENIED), id="both deny"),
    pytest.param(amount("a1", "30", status=Status.ASKED), amount("b1", "30", status=Status.ASKED), id="both ask"),
    pytest.param(amount("a1", "30"), amount("b1", "30"), id="both state"),
    pytest.param(amount("a1", "30", status=Status.PLANNED), amount("b1", "30"), id="one plans"),
    pytest.param(schedule("a1", "gigawatt"), schedule("b1", "gigawatt"), id="schedules"),
]


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_without_one_denial_the_other_rules_decide(a: Claim, b: Claim) -> None:
    assert judge(a, b, SETTING) is None


def test_two_denials_of_one_number_agree() -> None:
    assert (
        judge_by_all(amount("a1", "30", status=DENIED), amount("b1", "30", status=DENIED), SETTING).relation == "agree"
    )
