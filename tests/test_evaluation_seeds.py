"""The five seed articles, held against what a careful reader finds in them.

    CLAIMCHECK_EVAL=<folder> pytest -m evaluation

The articles and the gold file stand in the folders `seeds` and `gold` beside the one that the variable names.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import claimcheck
from claimcheck import Claim, Report
from claimcheck.model import ConflictType, Verdict

pytestmark = [
    pytest.mark.evaluation,
    pytest.mark.skipif("CLAIMCHECK_EVAL" not in os.environ, reason="CLAIMCHECK_EVAL is not set"),
]

FACTS = ["capacity", "investment", "oracle", "microsoft", "users", "gpus", "announced", "details", "first_phase"]
INSTALMENT = "$10 billion at a time"
DERIVATION = "100 billion USD / 10 GW = 10 billion USD/GW"


@pytest.fixture(scope="module")
def root() -> Path:
    return Path(os.environ["CLAIMCHECK_EVAL"]).resolve().parent


@pytest.fixture(scope="module")
def gold(root: Path) -> Any:
    return json.loads((root / "gold" / "seeds.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def report(root: Path) -> Report:
    return claimcheck.reconcile(claimcheck.read(root / "seeds"))


def at(report: Report, mention: dict[str, Any]) -> list[Claim]:
    """Return the claims that overlap a gold mention, wherever its text stands in its article."""
    article = next(a for a in report.articles if Path(a.path or a.id).stem == mention["article"])
    surface, found = mention["surface"], []
    start = article.text.find(surface)
    while start >= 0:
        found += [
            claim
            for claim in report.claims
            if claim.article == article.id and claim.start < start + len(surface) and start < claim.end
        ]
        start = article.text.find(surface, start + 1)
    return found


def mentions(gold: Any) -> Iterator[dict[str, Any]]:
    for fact in gold["facts"]:
        yield from fact["mentions"]
    yield from gold["singletons"]


def states(claim: Claim, mention: dict[str, Any]) -> bool:
    """Whether a claim states the value of a gold mention, in its unit; a time need only be one."""
    if claim.quantity is None or isinstance(mention["value"], str):
        return claim.when is not None and isinstance(mention["value"], str)
    number = claim.quantity.value
    return number is not None and float(number) == mention["value"] and claim.quantity.unit == mention["unit"]


def test_every_mention_with_a_value_is_found(gold: Any, report: Report) -> None:
    wanted = [mention for mention in mentions(gold) if mention["value"] is not None]
    assert len(wanted) > 20
    missed = [m["surface"] for m in wanted if not any(states(claim, m) for claim in at(report, m))]
    assert missed == []


def test_no_text_that_is_no_claim_is_taken_for_one(gold: Any, report: Report) -> None:
    taken = {m["surface"]: [claim.text for claim in at(report, m)] for m in gold["non_claims"]}
    assert {surface: claims for surface, claims in taken.items() if claims} == {}


@pytest.mark.parametrize("name", FACTS)
def test_a_gold_fact_is_one_fact(name: str, gold: Any, report: Report) -> None:
    (fact,) = (fact for fact in gold["facts"] if fact["id"] == name)
    home = {claim: reported.id for reported in report.facts for claim in reported.claims}
    found = [[claim for claim in at(report, m) if claim.kind == fact["kind"]] for m in fact["mentions"]]
    assert all(found)
    shared = set.intersection(*({home[claim.id] for claim in claims} for claims in found))
    assert len(shared) == 1, [[(claim.text, home[claim.id]) for claim in claims] for claims in found]


def test_payment_by_amount_and_by_progress_is_a_conflict_that_arithmetic_reconciles(report: Report) -> None:
    (instalment,) = (claim for claim in report.claims if claim.text == INSTALMENT)
    (fact,) = (fact for fact in report.facts if instalment.id in fact.claims)
    assert (fact.verdict, fact.conflict_type) == (Verdict.CONFLICT, ConflictType.SCOPE)
    assert len({report.claim(claim).article for claim in fact.claims}) == 4
    assert DERIVATION in {finding.derivation for finding in report if finding.fact == fact.id}
