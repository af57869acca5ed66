"""Arithmetic between facts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from statements import amount, schedule

from claimcheck.model import Claim, ClaimKind, Fact, Position, Scope, Verdict
from claimcheck.reconcile.derivations import Derivation, derive

CLAUSE = "as each gigawatt is deployed"


def fact(name: str, *claims: Claim) -> Fact:
    kinds = {claim.kind for claim in claims}
    kind = ClaimKind.SCHEDULE if ClaimKind.SCHEDULE in kinds else claims[0].kind
    positions = tuple(Position((claim.id,), 1) for claim in claims)
    return Fact(name, name, kind, positions, (), Verdict.AGREE, None, None, 1)


def derived(*groups: Sequence[Claim]) -> dict[str, Derivation]:
    facts = [fact(f"f{number}", *group) for number, group in enumerate(groups, 1)]
    return derive(facts, {claim.id: claim for group in groups for claim in group})


TOTAL = amount("a1", "100E9", bound="at_most", condition=CLAUSE)
EXTENT = amount("a2", "10", "gigawatt", "at_least")
STEP = schedule("a3", "gigawatt", condition=CLAUSE)
PART = amount("b1", "10E9", scope=Scope.INSTALMENT)


def test_instalments_and_steps_are_reconciled_by_the_rate() -> None:
    found = derived([TOTAL], [EXTENT], [STEP, PART])
    assert found == {
        "f3": Derivation(
            "100 billion USD / 10 GW = 10 billion USD/GW",
            "10 instalments of 10 billion USD are one per gigawatt, so both can hold",
            ("a1", "a2", "a3", "b1"),
        )
    }


NOT_BY_STEPS = [
    pytest.param([TOTAL], [EXTENT], [STEP, amount("b1", "20E9", scope=Scope.INSTALMENT)], id="another instalment"),
    pytest.param([TOTAL], [EXTENT], [STEP, amount("b1", "10E9", "EUR", scope=Scope.INSTALMENT)], id="currency"),
    pytest.param([TOTAL], [EXTENT], [schedule("a3", "plant", condition=CLAUSE), PART], id="another step"),
    pytest.param([TOTAL], [EXTENT], [schedule("a3", None, condition=CLAUSE), PART], id="no step named"),
    pytest.param([TOTAL], [amount("c2", "10", "gigawatt")], [STEP, PART], id="the extent of an unrelated article"),
    pytest.param([amount("a1", "100E9")], [EXTENT], [STEP, PART], id="a total that nothing is said of"),
    pytest.param([amount("c1", "100E9", condition=CLAUSE)], [EXTENT], [STEP, PART], id="an unrelated total"),
    pytest.param([TOTAL], [EXTENT], [STEP], id="no instalment"),
    pytest.param([TOTAL], [EXTENT], [STEP, amount("b1", "10E9")], id="an amount that is no instalment"),
]


@pytest.mark.parametrize("groups", [case.values for case in NOT_BY_STEPS], ids=[case.id for case in NOT_BY_STEPS])
def test_what_the_wording_does_not_invite_is_not_derived(groups: Sequence[Sequence[Claim]]) -> None:
    assert derived(*groups) == {}


def test_instalments_add_up_to_the_total() -> None:
    count = amount("a5", "10", "instalment")
    found = derived([TOTAL], [count], [STEP, PART])
    assert found["f3"].formula == "10 x 10 billion USD = 100 billion USD"
    assert found["f3"].claims == ("a1", "b1", "a5")
    assert derived([TOTAL], [amount("a5", "9", "instalment")], [STEP, PART]) == {}


RATE = amount("a1", "10E9", "USD/gigawatt", scope=Scope.RATE)
WHOLE = amount("a2", "50E9")
WIDE = amount("a3", "5", "gigawatt")


def test_rate_and_extent_give_the_total() -> None:
    assert derived([RATE], [WHOLE], [WIDE]) == {
        "f1": Derivation(
            "10 billion USD/GW x 5 GW = 50 billion USD", "rate and extent give the total", ("a1", "a3", "a2")
        )
    }


NOT_BY_RATE = [
    pytest.param([RATE], [WHOLE], [amount("a3", "6", "gigawatt")], id="another extent"),
    pytest.param([RATE], [WHOLE], [amount("a3", "5", "plant")], id="another unit"),
    pytest.param([RATE], [amount("a2", "50E9", "EUR")], [WIDE], id="another currency"),
    pytest.param([RATE], [amount("b2", "50E9")], [WIDE], id="the total of another article"),
    pytest.param([RATE], [WHOLE], [amount("b3", "5", "gigawatt")], id="the extent of another article"),
    pytest.param([RATE], [amount("a2", "50E9", scope=Scope.CHANGE)], [WIDE], id="a change"),
    pytest.param([amount("a1", "10", "person/hour", scope=Scope.RATE)], [WHOLE], [WIDE], id="a rate of people"),
    pytest.param([amount("a1", "10E9")], [WHOLE], [WIDE], id="no rate"),
]


@pytest.mark.parametrize("groups", [case.values for case in NOT_BY_RATE], ids=[case.id for case in NOT_BY_RATE])
def test_a_rate_is_checked_within_its_article_only(groups: Sequence[Sequence[Claim]]) -> None:
    assert derived(*groups) == {}


def test_a_total_within_one_percent_will_do() -> None:
    assert "f1" in derived([RATE], [amount("a2", "50.4E9")], [WIDE])
    assert derived([RATE], [amount("a2", "51E9")], [WIDE]) == {}


def test_nothing_is_divided_by_zero() -> None:
    assert derived([TOTAL], [amount("a2", "0", "gigawatt")], [STEP, PART]) == {}
