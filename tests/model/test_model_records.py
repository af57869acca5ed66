"""The small rules of articles and facts."""

from __future__ import annotations

import pytest

from claimcheck.model import (
    Article,
    ClaimKind,
    Fact,
    Position,
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
