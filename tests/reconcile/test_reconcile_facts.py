"""Groups of claims become facts with positions, relations and a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest
from statements import SETTING, amount, calendar, schedule, vague_time

from claimcheck.model import Claim, Fact, RelationKind, Scope, Severity, Status, Verdict
from claimcheck.reconcile import Voices, reconcile_facts

APART = Voices({"a": "a", "b": "b", "c": "c"}, (), {})
COPIES = Voices({"a": "a", "b": "b", "c": "b"}, (), {})


def the_fact(*claims: Claim, voices: Voices = APART) -> Fact:
    (fact,), _, _ = reconcile_facts(
        [[claim.id for claim in claims]], {claim.id: claim for claim in claims}, SETTING, voices
    )
    return fact


def said(fact: Fact) -> list[str]:
    return [" ".join(position.claims) for position in fact.positions]


KILLED = {"unit": "person", "predicate": "kill"}
AT_MOST, MORE = {"bound": "at_most"}, {"bound": "more_than"}

VERDICTS: list[tuple[Sequence[Claim], list[str], str, str | None]] = [
    ([amount("a1", "30")], ["a1"], "single", None),
    ([amount("a1", "30"), amount("b1", "30"), amount("c1", "30")], ["a1 b1 c1"], "agree", None),
    ([amount("a1", "13", **MORE), amount("b1", "13"), amount("c1", "13")], ["a1", "b1 c1"], "compatible", "bound"),
    ([amount("a1", "12..14"), amount("b1", "13"), amount("c1", "13")], ["a1", "b1 c1"], "refines", None),
    ([amount("a1", "30", **KILLED), amount("b1", "42", **KILLED)], ["a1", "b1"], "update", "value"),
    ([amount("a1", "30"), amount("b1", "35"), amount("c1", "30")], ["a1 c1", "b1"], "conflict", "value"),
    (
        [amount("a1", "13", **MORE), amount("b1", "13"), amount("c1", "9")],
        ["a1", "b1", "c1"],
        "conflict",
        "value",
    ),
    ([calendar("a1", "2025-09-22"), calendar("b1", "2025-09-22")], ["a1 b1"], "agree", None),
    (
        [vague_time("a1", -1, status=Status.DONE), vague_time("b1", 1, status=Status.PLANNED)],
        ["a1", "b1"],
        "conflict",
        "status",
    ),
    ([schedule("a1", "gigawatt"), amount("b1", "3", scope=Scope.INSTALMENT)], ["a1", "b1"], "conflict", "scope"),
]


@pytest.mark.parametrize(("claims", "positions", "verdict", "kind"), VERDICTS)
def test_the_verdict_is_the_gravest_relation(
    claims: Sequence[Claim], positions: list[str], verdict: str, kind: str | None
) -> None:
    fact = the_fact(*claims)
    assert (said(fact), fact.verdict, fact.conflict_type) == (positions, verdict, kind)


@pytest.mark.parametrize("claims", [case[0] for case in VERDICTS])
def test_the_order_of_claims_changes_no_verdict(claims: Sequence[Claim]) -> None:
    expected = the_fact(*claims)
    for order in permutations(claims):
        fact = the_fact(*order)
        assert (fact.verdict, fact.conflict_type) == (expected.verdict, expected.conflict_type)
        assert sorted(map(sorted, said(fact))) == sorted(map(sorted, said(expected)))


def test_the_order_of_claims_of_a_position_changes_no_conflict_type() -> None:
    claims = [amount("a1", "1.2E6"), amount("b1", "1.23E6"), amount("c1", "1.2E9")]
    assert len({the_fact(*order).conflict_type for order in permutations(claims)}) == 1


def test_every_pair_of_positions_has_a_relation() -> None:
    fact = the_fact(amount("a1", "30"), amount("b1", "35"), amount("c1", "30..40"))
    assert [(r.a, r.b, r.relation) for r in fact.relations] == [
        (0, 1, RelationKind.CONFLICT),
        (0, 2, RelationKind.REFINES),
        (1, 2, RelationKind.REFINES),
    ]


def test_claims_of_a_position_all_agree_with_one_another() -> None:
    """48 km and 49 km both round to 30 miles and are two lengths all the same."""
    fact = the_fact(amount("a1", "48", "kilometer"), amount("b1", "30", "mile"), amount("c1", "49", "kilometer"))
    assert not any({"a1", "c1"} <= set(position.claims) for position in fact.positions)


def test_sources_of_a_position_are_independent_voices() -> None:
    claims = [amount("a1", "30"), amount("b1", "35"), amount("c1", "35")]
    assert [p.sources for p in the_fact(*claims).positions] == [1, 2]
    fact = the_fact(*claims, voices=COPIES)
    assert ([p.sources for p in fact.positions], fact.independent_sources) == ([1, 1], 2)


CONSENSUS = [
    ([amount("a1", "30"), amount("b1", "35"), amount("c1", "35")], APART, "b1"),
    ([amount("a1", "30"), amount("b1", "35"), amount("c1", "35")], COPIES, "a1"),
    ([amount("a1", "30"), amount("b1", "35")], APART, "a1"),
    ([amount("a1", "30")], APART, "a1"),
]


@pytest.mark.parametrize(("claims", "voices", "expected"), CONSENSUS)
def test_the_consensus_is_what_most_independent_sources_say(
    claims: Sequence[Claim], voices: Voices, expected: str
) -> None:
    assert the_fact(*claims, voices=voices).consensus == expected


LABELS = [
    ([amount("a1", "3", subject="Corvid", predicate="invest", object="Lumen")], "Corvid: invest (Lumen)"),
    ([amount("a1", "3", subject="Corvid", predicate="earn", measure="revenue")], "Corvid: earn, revenue"),
    ([amount("a1", "3", "person", predicate="kill", participants=("Velme",))], "Velme: kill, people"),
    ([amount("a1", "3", subject="Corvid", object="Corvid")], "Corvid: amount"),
    ([amount("a1", "3")], "amount"),
    ([calendar("a1", "2025-09-22", subject="Corvid", predicate="announce")], "Corvid: announce, when"),
    ([schedule("a1", "plant", subject="Corvid", predicate="invest")], "Corvid: schedule of payment"),
    (
        [amount("a1", "3", subject="Corvid", predicate="invest", scope=Scope.INSTALMENT)],
        "Corvid: schedule of payment",
    ),
    (
        [
            amount("a1", "3", subject="Lumen", predicate="buy"),
            amount("b1", "3", subject="Corvid", predicate="invest"),
            amount("c1", "3", subject="Corvid", predicate="invest"),
        ],
        "Corvid: invest",
    ),
]


@pytest.mark.parametrize(("claims", "label"), LABELS)
def test_the_label_says_what_most_claims_say(claims: Sequence[Claim], label: str) -> None:
    assert the_fact(*claims).label == label


def test_facts_follow_their_groups_and_findings_their_gravity() -> None:
    claims = [
        amount("a1", "30", "plant"),
        amount("b1", "30", "plant"),
        amount("a2", "7"),
        amount("a3", "30E6"),
        amount("b3", "35E6"),
    ]
    groups = [["a1", "b1"], ["a2"], ["a3", "b3"]]
    facts, findings, _ = reconcile_facts(groups, {claim.id: claim for claim in claims}, SETTING, APART)
    assert [(fact.id, fact.claims) for fact in facts] == [("f1", ("a1", "b1")), ("f2", ("a2",)), ("f3", ("a3", "b3"))]
    assert [fact.verdict for fact in facts] == [Verdict.AGREE, Verdict.SINGLE, Verdict.CONFLICT]
    assert [(finding.fact, finding.severity) for finding in findings] == [
        ("f3", Severity.CONFLICT),
        ("f1", Severity.INFO),
    ]


def test_no_groups_make_no_facts() -> None:
    facts, _, agreement = reconcile_facts([], {}, SETTING, APART)
    assert (facts, agreement) == ([], {})
