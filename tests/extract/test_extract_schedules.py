"""What the steps of a payment hang on."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.extract.schedules import find_schedules
from claimcheck.lang import load_pack
from claimcheck.model import Claim, ClaimKind


def spans(text: str, language: str) -> list[tuple[str, str | None, bool]]:
    found = find_schedules(text, 0, len(text), load_pack(language))
    return [(text[span.start : span.end], span.per, span.is_stepwise) for span in found]


CLAUSES = [
    ("en", "money as each gigawatt is deployed, it said", "as each gigawatt is deployed", "gigawatt", False),
    ("en", "paid progressively as each gigawatt opens", "progressively as each gigawatt opens", "gigawatt", True),
    ("en", "with the deployment of each gigawatt", "with the deployment of each gigawatt", "gigawatt", False),
    ("en", "$3 for each data center.", "for each data center", "data center", False),
    ("en", "gradually with each new plant; more", "gradually with each new plant", "plant", True),
    ("en", "whenever a plant opens.", "whenever a plant opens", "plant", False),
    ("fr", "versés à chaque gigawatt installé", "à chaque gigawatt installé", "gigawatt", False),
    (
        "fr",
        "versés progressivement à mesure que les centres de données ouvrent, dit-il",
        "progressivement à mesure que les centres de données ouvrent",
        "data center",
        True,
    ),
    # units whose names are those of CLDR, and those put together
    ("fr", "pour chaque gigawatt-heure livré", "pour chaque gigawatt-heure livré", "gigawatt_hour", False),
    ("fr", "pour chaque hectolitre livré", "pour chaque hectolitre livré", "hectoliter", False),
    ("en", "paid for each bushel sold", "for each bushel sold", "bushel", False),
    ("en", "paid for each 12-gigawatt park", "for each 12-gigawatt park", "gigawatt", False),
    ("de", "Geld für jeden Hektoliter Milch", "für jeden Hektoliter Milch", "hectoliter", False),
    ("es", "dinero por cada hectolitro", "por cada hectolitro", "hectoliter", False),
    ("it", "soldi per ogni ettolitro", "per ogni ettolitro", "hectoliter", False),
    ("nl", "geld voor elke hectoliter", "voor elke hectoliter", "hectoliter", False),
    ("pt", "dinheiro para cada hectolitro", "para cada hectolitro", "hectoliter", False),
    ("fr", "progressivement à mesure que tout avance", "progressivement à mesure que tout avance", None, True),
]


@pytest.mark.parametrize(("language", "text", "clause", "per", "stepwise"), CLAUSES)
def test_a_clause_of_steps(language: str, text: str, clause: str, per: str | None, stepwise: bool) -> None:  # noqa: FBT001  # a table
    assert spans(text, language) == [(clause, per, stepwise)]


NO_CLAUSES = [
    ("en", "for each of them"),
    ("en", "for each pseudo-plant"),
    ("en", "each gigawatt"),
    ("en", "gradually, the plant grew"),
    ("en", "as each one of all those who had come to see it built a plant"),
    ("en", "as each one left, a plant"),
    ("fr", "versés à chaque fois"),
]


@pytest.mark.parametrize(("language", "text"), NO_CLAUSES)
def test_no_clause_of_steps(language: str, text: str) -> None:
    assert spans(text, language) == []


def schedules(text: str) -> list[Claim]:
    return [claim for claim in claimcheck.extract(text, language="en") if claim.kind is ClaimKind.SCHEDULE]


def test_a_schedule_belongs_to_the_amount_of_its_sentence() -> None:
    text = "The firm Corvid will invest $100 billion in Lumen as each gigawatt is deployed."
    amount, clause = claimcheck.extract(text, language="en")
    assert (clause.kind, clause.text, clause.schedule and clause.schedule.per) == (
        "schedule",
        "as each gigawatt is deployed",
        "gigawatt",
    )
    assert amount.condition == clause.condition == clause.text
    assert (clause.predicate, clause.subject, clause.object) == (amount.predicate, amount.subject, amount.object)


def test_a_schedule_that_points_back_belongs_to_the_amount_before() -> None:
    text = "The firm Corvid will invest $100 billion in Lumen. The money is released as each plant opens."
    (clause,) = schedules(text)
    assert (clause.schedule and clause.schedule.per, clause.predicate) == ("plant", "invest")
    assert set(clause.participants) == {"Corvid", "Lumen"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Crowds cheer as each plant opens.", id="no amount"),
        pytest.param("The firm Corvid will build 10 gigawatts as each plant opens.", id="no amount of money"),
        pytest.param("It cost $3 billion. " + "Long words follow. " * 40 + "Paid as each plant opens.", id="far away"),
    ],
)
def test_a_schedule_without_an_amount_is_no_claim(text: str) -> None:
    assert schedules(text) == []
