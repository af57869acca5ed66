"""Groups of claims become facts with positions, relations and a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from statements import SETTING, amount, calendar, schedule, setting, vague_time

from claimcheck.model import Claim, ConflictType, Fact, Mod, RelationKind, Scope, Severity, Status, Trend, Verdict
from claimcheck.reconcile import Setting, Voices, reconcile_facts

APART = Voices({"a": "a", "b": "b", "c": "c"}, (), {})
COPIES = Voices({"a": "a", "b": "b", "c": "b"}, (), {})


def the_fact(*claims: Claim, voices: Voices = APART, known: Setting = SETTING) -> Fact:
    (fact,), _, _ = reconcile_facts(
        [[claim.id for claim in claims]], {claim.id: claim for claim in claims}, known, voices
    )
    return fact


def said(fact: Fact) -> list[str]:
    return [" ".join(position.claims) for position in fact.positions]


KILLED = {"unit": "person", "predicate": "kill"}
MORE = {"bound": "more_than"}

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
    # Of relations that are as grave the one that says in what the claims differ.
    (
        [
            calendar("a1", "2025-07-01", "2025-12-31"),
            calendar("b1", "2025-05-01", "2025-08-31"),
            calendar("c1", "2024-01-15", mod=Mod.APPROX),
        ],
        ["a1", "b1", "c1"],
        "compatible",
        "date",
    ),
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
        assert (fact.verdict, fact.conflict_type, fact.kind) == (
            expected.verdict,
            expected.conflict_type,
            expected.kind,
        )
        assert sorted(map(sorted, said(fact))) == sorted(map(sorted, said(expected)))


def test_the_order_of_claims_of_a_position_changes_no_conflict_type() -> None:
    claims = [amount("a1", "1.2E6"), amount("b1", "1.23E6"), amount("c1", "1.2E9")]
    assert {the_fact(*order).conflict_type for order in permutations(claims)} == {ConflictType.VALUE}


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
    assert said(fact) in (["a1 b1", "c1"], ["a1", "b1 c1"])


def test_one_sum_of_two_days_is_converted_for_each() -> None:
    """One hundred euros were 107 dollars on the first day and 118 on the second."""
    days = {"a": date(2024, 6, 14), "b": date(2025, 9, 22), "c": date(2025, 9, 24)}
    claims = [amount("a1", "100", "EUR"), amount("b1", "100", "EUR"), amount("c1", "107", "USD")]
    assert said(the_fact(*claims, known=setting(days))) == ["a1 b1", "c1"]


def test_a_time_that_dated_another_article_does_not_confirm_its_own() -> None:
    claims = [calendar("a1", "2025-09-22"), calendar("b1", "2025-09-22")]
    fact = the_fact(*claims, known=setting(dated_by=frozenset({frozenset({"a1", "b1"})})))
    assert (said(fact), fact.verdict) == (["a1", "b1"], Verdict.COMPATIBLE)


@pytest.mark.parametrize("twice", [None, 6])
def test_of_very_many_positions_each_is_compared_with_the_best_supported(twice: int | None) -> None:
    values = [str(1001 + 103 * place) for place in range(41)]
    claims = [amount(f"a{place}", value) for place, value in enumerate(values)]
    again = [] if twice is None else [amount("b1", values[twice])]
    best = twice or 0
    relations = the_fact(*claims, *again).relations
    assert [(r.a, r.b) for r in relations] == [(min(n, best), max(n, best)) for n in range(41) if n != best]
    assert len(the_fact(*claims[1:]).relations) == 40 * 39 / 2


# the articles of ten claims, the day of another number, and how it stands to them: it conflicts with those of its day
CROWDS = [
    ("abbbbbaaaa", date(2025, 9, 24), RelationKind.CONFLICT),
    ("baaaaabbbb", date(2025, 9, 22), RelationKind.CONFLICT),
    ("abbbbbaaaa", date(2025, 9, 25), RelationKind.UPDATE),
]


@pytest.mark.parametrize(("articles", "day", "relation"), CROWDS)
def test_of_many_that_say_the_same_the_first_and_the_last_in_time_speak(
    articles: str, day: date, relation: RelationKind
) -> None:
    crowd = [amount(f"{article}{place}", "30", **KILLED) for place, article in enumerate(articles)]
    fact = the_fact(*crowd, amount("c1", "42", **KILLED), known=setting({"c": day}))
    assert [r.relation for r in fact.relations] == [relation]


def test_of_many_that_agree_each_wording_speaks() -> None:
    numbers = ["600"] * 5 + ["612"] + ["600"] * 4
    crowd = [amount(f"a{place}", number) for place, number in enumerate(numbers)]
    fact = the_fact(*crowd, amount("b1", "595"))
    assert [r.why for r in fact.relations] == ["the values cannot both hold: 612 USD / 595 USD"]


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
    ([amount("a1", "3", "person", subject="Corvid", measure="corvid")], "Corvid: people"),
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


def test_a_change_in_the_sentence_of_a_claim_explains_the_level_before() -> None:
    stock = {"subject_name": "Corvid", "measure_name": "price"}
    change = amount("a2", "0.31", scope=Scope.CHANGE, trend=Trend.UP, **stock)
    claims = [amount("a1", "38.52", **stock), change, amount("b1", "38.21", **stock)]
    (fact, _), _, _ = reconcile_facts([["a1", "b1"], ["a2"]], {claim.id: claim for claim in claims}, SETTING, APART)
    assert fact.verdict is Verdict.UPDATE


def test_the_agreement_is_that_of_sources_and_of_an_article_without_one() -> None:
    claims = {name: amount(name, "30") for name in ("a1", "b1")}
    articles = dict(SETTING.articles) | {"b": replace(SETTING.articles["b"], source=None)}
    _, _, agreement = reconcile_facts([["a1", "b1"]], claims, replace(SETTING, articles=articles), APART)
    assert agreement == {"A": 1.0, "b": 1.0}


def test_no_groups_make_no_facts() -> None:
    facts, _, agreement = reconcile_facts([], {}, SETTING, APART)
    assert (facts, agreement) == ([], {})
