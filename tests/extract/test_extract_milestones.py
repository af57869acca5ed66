"""Steps that happen once, said to be done or planned without a time."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.model import ClaimKind, WhenKind

DONE, PLANNED = ("done", -1), ("planned", 1)

MILESTONES = [
    ("en", "The deal was finalized.", "finalized", "finalise", DONE),
    ("en", "The contract has been signed.", "signed", "sign", DONE),
    ("en", "The firms Corvid and Lumen will finalize the deal.", "finalize", "finalise", PLANNED),
    ("en", "They want to sign a pact.", "sign", "sign", PLANNED),
    ("fr", "L’accord a été finalisé.", "finalisé", "finalise", DONE),
    ("fr", "Ils veulent signer le contrat.", "signer", "sign", PLANNED),
]


@pytest.mark.parametrize(("language", "text", "span", "predicate", "state"), MILESTONES)
def test_a_milestone_without_a_time(
    language: str, text: str, span: str, predicate: str, state: tuple[str, int]
) -> None:
    (claim,) = claimcheck.extract(text, language=language)
    assert (claim.kind, claim.text, claim.predicate, claim.note) == (
        ClaimKind.DATE,
        span,
        predicate,
        "no time stated",
    )
    assert claim.when is not None
    assert (claim.status, claim.when.form.direction, claim.when.kind) == (*state, WhenKind.VAGUE)
    assert claim.confidence == 0.5


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "The deal was not finalized.", id="denied"),
        pytest.param("en", "They finalize deals.", id="neither done nor planned"),
        pytest.param("en", "The signing took long.", id="a noun"),
        pytest.param("en", "The plant was built.", id="no milestone"),
        pytest.param("fr", "La signature a duré.", id="a French noun"),
    ],
)
def test_no_milestone(language: str, text: str) -> None:
    assert claimcheck.extract(text, language=language) == []


@pytest.mark.parametrize(
    ("language", "text", "span"),
    [
        ("en", "The contract was signed on 3 May 2024.", "3 May 2024"),
        ("en", "The treaty will be finalized next spring.", "next spring"),
        ("fr", "L’accord sera signé lundi.", "lundi"),
    ],
)
def test_a_milestone_with_a_time_is_told_once(language: str, text: str, span: str) -> None:
    (claim,) = claimcheck.extract(text, language=language)
    assert (claim.text, claim.note) == (span, None)
    assert claim.predicate in {"sign", "finalise"}


def test_two_milestones_of_a_sentence_are_two_claims() -> None:
    claims = claimcheck.extract("The deal was finalized and will be signed.", language="en")
    assert [(claim.text, claim.status) for claim in claims] == [("finalized", "done"), ("signed", "planned")]


def test_a_milestone_that_no_other_article_tells_is_dropped_from_a_report() -> None:
    done = claimcheck.Article("a", "The deal of Corvid with Lumen was finalized.", language="en")
    other = claimcheck.Article("b", "The deal of Corvid with Lumen is worth $3 billion.", language="en")
    planned = claimcheck.Article("c", "The firms Corvid and Lumen will finalize the deal next spring.", language="en")
    assert "finalized" not in [claim.text for claim in claimcheck.reconcile([done, other]).claims]
    assert "finalized" in [claim.text for claim in claimcheck.reconcile([done, planned]).claims]
