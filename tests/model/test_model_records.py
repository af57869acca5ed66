"""The small rules of articles and facts."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from claimcheck.model import (
    Article,
    Base,
    Claim,
    ClaimKind,
    Fact,
    Position,
    Quantity,
    RelationKind,
    Severity,
    Verdict,
)


@pytest.mark.parametrize(
    ("article", "name"),
    [
        (Article("a1", "", source="The Ledger", title="Dam breaks", path="dam.txt"), "The Ledger"),
        (Article("a1", "", title="Dam breaks", path="dam.txt"), "Dam breaks"),
        (Article("a1", "", path="dam.txt"), "dam.txt"),
        (Article("a1", "", source=""), "a1"),
    ],
)
def test_an_article_is_called_by_the_best_name_it_has(article: Article, name: str) -> None:
    assert article.name == name


def test_relations_and_severities_rank_from_mild_to_grave() -> None:
    assert [kind.value for kind in sorted(RelationKind, key=lambda kind: kind.gravity)] == [
        "agree", "compatible", "refines", "update", "conflict",
    ]  # fmt: skip
    assert max(Severity, key=lambda severity: severity.gravity) is Severity.CONFLICT
    assert Severity.WARNING.gravity > Severity.INFO.gravity


def test_every_relation_can_be_a_verdict() -> None:
    assert {kind.value for kind in RelationKind} == {verdict.value for verdict in Verdict} - {"single"}


def test_a_fact_lists_its_claims_position_by_position() -> None:
    positions = (Position(("b:1", "a:2"), 2), Position(("c:1",), 1))
    fact = Fact("f1", "loan", ClaimKind.QUANTITY, positions, (), Verdict.CONFLICT, None, "b:1", 3)
    assert fact.claims == ("b:1", "a:2", "c:1")


STAFF = Base(Decimal(3), Decimal(3), "person", Decimal(3))
TOLD = "no time stated"

CLAIMS = [
    pytest.param({"quantity": Quantity(Decimal(3), None, None, "nurse", base=STAFF)}, STAFF, True, False, id="people"),
    pytest.param(
        {"quantity": Quantity(Decimal(3), None, None, "nurse"), "note": TOLD}, None, False, False, id="no base"
    ),
    pytest.param({"kind": ClaimKind.DATE}, None, False, False, id="a time"),
    pytest.param({"kind": ClaimKind.DATE, "note": TOLD}, None, False, True, id="a step without one"),
]


@pytest.mark.parametrize(("fields", "base", "counts_people", "is_untimed"), CLAIMS)
def test_a_claim_tells_its_base_and_whether_it_has_a_time(
    fields: dict[str, Any],
    base: Base | None,
    counts_people: bool,  # noqa: FBT001
    is_untimed: bool,  # noqa: FBT001
) -> None:
    claim = Claim("a1", "a", **{"kind": ClaimKind.QUANTITY, **fields}, start=0, end=1, text="3", sentence=(0, 1))
    assert (claim.base, claim.counts_people, claim.is_untimed) == (base, counts_people, is_untimed)
