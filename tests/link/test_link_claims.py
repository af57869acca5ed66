"""Facts from the claims of several articles."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from claims_to_link import amount, day, schedule, vague_day, weekday, year, year_of

from claimcheck.link import Linker, Scorer, Weigher, link_claims
from claimcheck.link.blocks import candidate_pairs
from claimcheck.link.within import is_same_statement
from claimcheck.model import Claim, Mod, Scope, Status
from claimcheck.normalise import normalise_claims

LANGUAGES = {"a": "en", "b": "fr", "c": "en", "d": "en"}
DEAL: dict[str, Any] = {
    "who": "Corvid, Lumen",
    "predicate": "invest",
    "subject": "Corvid",
    "words": "corvid invest lumen chip",
}
FLOOD: dict[str, Any] = {"who": "Velme", "predicate": "kill", "words": "flood velme victim"}

QUAKE: dict[str, Any] = {"who": "Velme", "predicate": "strike", "words": "quake velme island"}


def groups(*claims: Claim) -> list[str]:
    """Write the facts of some claims, sorted: "a1 b1"."""
    _, found = link_claims(claims, LANGUAGES)
    return sorted(" ".join(sorted(group)) for group in found)


TOGETHER = [
    pytest.param(
        [
            amount("a1", "100E9", bound="at_most", **DEAL),
            amount("b1", "100E9", **{**DEAL, "words": "corvid investir puce"}),
        ],
        id="one amount in two languages",
    ),
    pytest.param(
        [amount("a1", "48", "kilometer", **DEAL), amount("c1", "30", "mile", **DEAL)],
        id="one length in two units",
    ),
    pytest.param(
        [amount("a1", "100E9", **DEAL), amount("c1", "85E9", "EUR", **DEAL)],
        id="two currencies, with the same people and the same verb",
    ),
    pytest.param(
        [amount("a1", "30", "person", **FLOOD), amount("c1", "42", "person", **FLOOD)],
        id="two tolls of one flood",
    ),
    pytest.param(
        [
            amount("a1", "210E6", period=year(2024), **{**DEAL, "predicate": "earn", "words": "corvid chip"}),
            amount("c1", "180E6", period=year(2024), **{**DEAL, "predicate": "earn", "words": "corvid lorry"}),
        ],
        id="two values of one year",
    ),
    pytest.param(
        [amount("a1", "1.2E6", **DEAL), amount("c1", "1.2E9", **DEAL)],
        id="a slip of a scale word",
    ),
    pytest.param(
        [amount("a1", "10..99", bound="vague", unit="person", **FLOOD), amount("c1", "48", "person", **FLOOD)],
        id="a vague count and a number in its reach",
    ),
    pytest.param(
        [weekday("a1", 0, dated=False, **DEAL), day("b1", "2025-09-22", **DEAL)],
        id="a weekday and the day it fits",
    ),
    pytest.param(
        [
            vague_day("a1", 1, status=Status.PLANNED, **{**DEAL, "predicate": "finalise"}),
            vague_day("c1", -1, status=Status.DONE, **{**DEAL, "predicate": "finalise"}),
        ],
        id="a milestone done and planned",
    ),
    pytest.param(
        [schedule("a1", "gigawatt", **DEAL), schedule("b1", "data center", **DEAL)],
        id="two schedules of one payment",
    ),
    pytest.param(
        [schedule("a1", "gigawatt", **DEAL), amount("c1", "10E9", scope=Scope.INSTALMENT, **DEAL)],
        id="a schedule and the instalment it replaces",
    ),
    pytest.param(
        [amount("a1", "13E9", **DEAL), amount("a2", "13E9", **DEAL)],
        id="one article that repeats itself",
    ),
    pytest.param(
        [
            amount("a1", "4.6", "magnitude", measure="magnitude", attribution="Survey of Norrby", **QUAKE),
            amount("a2", "4.8", "magnitude", measure="magnitude", attribution="Velme Institute", **QUAKE),
            amount("c1", "4.6", "magnitude", measure="magnitude", **QUAKE),
            amount("d1", "4.8", "magnitude", measure="magnitude", **QUAKE),
        ],
        id="two sources that one article holds against each other",
    ),
    pytest.param(
        [
            amount("a1", "4.8", "magnitude", measure="magnitude", **{**QUAKE, "predicate": "reach"}),
            amount("c1", "4.8", "magnitude", measure="magnitude", **QUAKE),
        ],
        id="one measure by two verbs",
    ),
]


@pytest.mark.parametrize("claims", TOGETHER)
def test_claims_of_one_fact_are_linked(claims: list[Claim]) -> None:
    assert len(groups(*claims)) == 1


APART = [
    pytest.param(
        [
            amount("a1", "13E9", **DEAL),
            amount("c1", "13E9", who="Velme", predicate="cost", subject="Velme", words="dam velme cost repair"),
        ],
        id="one amount in two stories",
    ),
    pytest.param(
        [
            amount("a1", "12", "person", subject="flood", **FLOOD),
            amount("c1", "12", "person", subject="Mill", **{**FLOOD, "predicate": "employ", "words": "mill staff pay"}),
        ],
        id="one small count in two roles",
    ),
    pytest.param(
        [
            amount("a1", "3E9", **DEAL),
            amount("c1", "7E9", **{**DEAL, "predicate": "earn", "measure": "revenue", "words": "corvid earn quarter"}),
        ],
        id="two amounts in two roles",
    ),
    pytest.param(
        [
            amount("a1", "12400", **{**DEAL, "subject": "Rill", "who": "Rill, Brennick"}),
            amount("c1", "10100", **{**DEAL, "subject": "Kest", "who": "Kest, Brennick"}),
        ],
        id="two values of two people",
    ),
    pytest.param(
        [
            amount("a1", "210E6", period=year(2024), **{**DEAL, "predicate": "earn", "words": "corvid chip"}),
            amount("c1", "180E6", period=year(2023), **{**DEAL, "predicate": "earn", "words": "corvid lorry"}),
        ],
        id="the values of two years",
    ),
    pytest.param(
        [amount("a1", "100E9", **DEAL), amount("a2", "10E9", **DEAL)],
        id="two values in one article",
    ),
    pytest.param(
        [amount("a1", "100E9", **DEAL), amount("c1", "10E9", scope=Scope.INSTALMENT, **DEAL)],
        id="an instalment and the total",
    ),
    pytest.param(
        [
            amount("a1", "3E9", scope=Scope.CHANGE, **{**DEAL, "words": "corvid invest lumen"}),
            amount("c1", "7E9", **{**DEAL, "words": "corvid profit quarter"}),
        ],
        id="a change and the level",
    ),
    pytest.param(
        [
            amount("a1", "42", "year", measure="age", subject="Ann Lee", who="Ann Lee, Velme"),
            amount("c1", "42", "year", measure="age", subject="Bo Kim", who="Bo Kim, Velme"),
        ],
        id="the same age of two people",
    ),
    pytest.param(
        [
            amount("a1", "42", "year", measure="age", subject="Ann Lee", who="Ann Lee, Velme"),
            amount("c1", "57", "year", measure="age", subject="Bo Kim", who="Bo Kim, Velme"),
        ],
        id="two ages of two people",
    ),
    pytest.param(
        [amount("a1", "30", "mile", **DEAL), amount("c1", "30", "person", **DEAL)],
        id="one number in two units",
    ),
    pytest.param(
        [amount("a1", "30E6"), amount("c1", "35E6")],
        id="two values that nothing ties together",
    ),
    pytest.param(
        [
            amount("a1", "30E6", who="Velme", words="velme flood river dam"),
            amount("c1", "35E6", who="Velme", words="velme school pupil class"),
        ],
        id="two values that share a name only",
    ),
    pytest.param(
        [
            day("a1", "2025-09-22", who="Velme", words="velme flood"),
            day("c1", "2025-09-23", who="Velme", words="velme flood"),
        ],
        id="two days without a verb",
    ),
    pytest.param(
        [day("a1", "2025-09-22", **DEAL), weekday("c1", 3, **{**DEAL, "words": "corvid talks"})],
        id="two days of which one is relative, on less than all",
    ),
    pytest.param(
        [
            day("a1", "2025-09-12", **{**DEAL, "words": "corvid one two three four five six seven"}),
            day("c1", "2025-09-23", **{**DEAL, "words": "corvid uno due tre quattro cinque sei sette"}),
        ],
        id="two days with one verb in two sentences",
    ),
    pytest.param(
        [
            amount("a1", "4.6", "magnitude", measure="magnitude", attribution="Survey of Norrby", **QUAKE),
            amount("a2", "4.8", "magnitude", measure="magnitude", attribution="Survey of Norrby", **QUAKE),
        ],
        id="two values of one source in one article",
    ),
    pytest.param(
        [
            amount("a1", "4.2", "magnitude", measure="magnitude", attribution="Survey of Norrby", **QUAKE),
            replace(
                amount("a2", "4.6", "magnitude", measure="magnitude", attribution="Velme Institute", **QUAKE),
                sentence=(5, 6),
            ),
        ],
        id="two values of two sources in two sentences of one article",
    ),
    pytest.param(
        [
            day("a1", "2025-09-22", who="Velme", words="velme gazette daily"),
            day("c1", "2025-09-22", who="Velme", words="velme gazette daily"),
        ],
        id="the day in two datelines",
    ),
    pytest.param(
        [day("a1", "2025-09-22", **DEAL), amount("c1", "2025", "", **DEAL)],
        id="a time and a number",
    ),
]


@pytest.mark.parametrize("claims", APART)
def test_claims_of_two_facts_stay_apart(claims: list[Claim]) -> None:
    assert len(groups(*claims)) == 2


def test_a_day_that_a_quantity_belongs_to_is_not_moved_to_another_day() -> None:
    sold = {**DEAL, "predicate": "sell"}
    days = [day("a2", "2025-09-12", **sold), day("c2", "2025-09-23", **sold)]
    assert groups(*days) == ["a2 c2"]
    assert groups(*days, amount("a1", "13E9", as_of="a2", **sold)) == ["a1", "a2", "c2"]


def test_whoever_weighs_such_a_day_is_told_what_bars_the_link() -> None:
    sold = {**DEAL, "predicate": "sell"}
    claims = [day("a2", "2025-09-12", **sold), day("c2", "2025-09-23", **sold), amount("a1", "13E9", as_of="a2")]
    bar = Weigher(claims, LANGUAGES)(*claims[:2])[-1]
    assert (bar.feature, bar.weight) == ("barred", 0.0)
    assert "only the time that a number belongs to" in bar.why
    assert Weigher(claims[:2], LANGUAGES)(*claims[:2])[-1].feature != "barred"


def test_a_day_that_a_quantity_belongs_to_may_be_that_day_elsewhere() -> None:
    sold = {**DEAL, "predicate": "sell"}
    days = [day("a2", "2025-09-12", **sold), day("c2", "2025-09-12", **sold)]
    assert groups(*days, amount("a1", "13E9", as_of="a2", **sold)) == ["a1", "a2 c2"]


STORY = [
    amount("a1", "100E9", bound="at_most", **DEAL),
    amount("a2", "13E9", **{**DEAL, "who": "Norrby, Lumen", "subject": "Norrby"}),
    amount("a3", "10", "gigawatt", who="Lumen", predicate="build"),
    schedule("a4", "gigawatt", **DEAL),
    amount("b1", "100E9", bound="at_most", **{**DEAL, "words": "corvid investir puce"}),
    amount("b2", "10", "gigawatt", who="Lumen", predicate="build"),
    schedule("b3", "data center", **DEAL),
    amount("c1", "100E9", **DEAL),
    amount("c2", "10E9", scope=Scope.INSTALMENT, **DEAL),
    amount("c3", "13E9", bound="more_than", **{**DEAL, "who": "Norrby, Lumen", "subject": "Norrby"}),
    day("d1", "2025-09-22", who="Corvid", predicate="announce"),
    weekday("c4", 0, who="Corvid", predicate="announce"),
]


def test_a_story_falls_into_its_facts() -> None:
    assert groups(*STORY) == ["a1 b1 c1", "a2 c3", "a3 b2", "a4 b3 c2", "c4 d1"]


@pytest.mark.parametrize("turn", range(len(STORY)))
def test_the_order_of_claims_changes_no_group(turn: int) -> None:
    expected = groups(*STORY)
    assert groups(*STORY[turn:], *STORY[:turn]) == expected
    assert groups(*reversed([*STORY[turn:], *STORY[:turn]])) == expected


def test_a_middle_value_does_not_glue_two_others() -> None:
    """The rounded number fits both finer ones, which do not fit each other and come from one article."""
    claims = [
        amount("a1", "4.46E12", **DEAL),
        amount("a2", "4.54E12", **DEAL),
        amount("c1", "4.5E12", **DEAL),
    ]
    for order in permutations(claims):
        assert groups(*order) in (["a1 c1", "a2"], ["a1", "a2 c1"])


def test_groups_hold_every_claim_once_in_the_order_given() -> None:
    links, found = link_claims(STORY, LANGUAGES)
    order = [claim.id for claim in STORY]
    assert sorted(claim for group in found for claim in group) == sorted(order)
    assert all(group == sorted(group, key=order.index) for group in found)
    assert [group[0] for group in found] == sorted((group[0] for group in found), key=order.index)
    assert links


def test_a_link_is_the_sum_of_its_evidence() -> None:
    links, _ = link_claims(STORY, LANGUAGES)
    for link in links:
        assert link.weight == pytest.approx(sum(item.weight for item in link.evidence), abs=0.01)
        assert link.weight >= 2
        assert all(item.why for item in link.evidence)


EARNED = {**DEAL, "predicate": "earn"}
UNDATED = [
    amount("a1", "210E6", **EARNED),
    amount("c1", "180E6", **EARNED),
    amount("d1", "180E6", **EARNED),
    day("a2", "2025-09-22", **QUAKE),
    weekday("c2", 0, dated=False, **QUAKE),
    year_of("d2", 2023, **QUAKE),
]

# the claims that become known better, or others
DATED = [
    [replace(UNDATED[0], period=year(2024)), replace(UNDATED[1], period=year(2023))],
    [weekday("c2", 0, **QUAKE)],
    [day("d2", "2025-09-22", **QUAKE)],
    [amount("a1", "180E6", **EARNED)],
    [],
]


@pytest.mark.parametrize("now", DATED)
def test_linked_again_claims_are_as_if_linked_once(now: list[Claim]) -> None:
    changed = {claim.id: claim for claim in now}
    claims = [changed.get(claim.id, claim) for claim in UNDATED]
    linker = Linker(LANGUAGES)
    first = linker.link(UNDATED)
    assert linker.link(claims) == link_claims(claims, LANGUAGES)
    assert linker.link(claims[1:]) == link_claims(claims[1:], LANGUAGES)
    assert linker.link(UNDATED) == first == link_claims(UNDATED, LANGUAGES)


def test_what_no_day_can_change_is_not_weighed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed: list[tuple[str, str]] = []
    clues = Scorer.clues

    def noted(scorer: Scorer, a: Claim, b: Claim) -> list[Any]:
        weighed.append((a.id, b.id))
        return clues(scorer, a, b)

    monkeypatch.setattr(Scorer, "clues", noted)
    linker = Linker(LANGUAGES)
    linker.link(UNDATED)
    assert ("a1", "c1") in weighed
    weighed.clear()
    linker.link([*UNDATED[:4], weekday("c2", 0, **QUAKE), UNDATED[5]])
    assert {pair for pair in weighed if "1" in pair[0]} == set()
    assert ("a2", "c2") in weighed


def test_no_claims_make_no_facts() -> None:
    assert link_claims([], {}) == ([], [])


def crowd(size: int) -> list[Claim]:
    """Make claims of one story by as many articles: four facts, one of them disputed."""
    made = []
    for number in range(size):
        own = {**DEAL, "words": f"corvid invest lumen word{number}"}
        value = ("100E9", "90E9")[number % 10 == 0]
        claims = [
            amount(f"a{number}", value, **own),
            amount(f"b{number}", "13E9", **{**own, "predicate": "earn"}),
            amount(f"c{number}", "700", "person", **{**own, "predicate": "employ"}),
            amount(f"d{number}", "12", "person", **{**own, "predicate": "kill"}),
        ]
        made += [replace(claim, article=f"article{number}") for claim in claims]
    return made


def test_a_large_block_falls_into_the_facts_of_a_small_one() -> None:
    claims = crowd(450)
    _, found = link_claims(claims, {claim.article: "en" for claim in claims})
    assert sorted({claim[0] for claim in group} for group in found) == [{"a"}, {"b"}, {"c"}, {"d"}]


def test_the_pairs_of_a_large_block_grow_with_its_claims() -> None:
    def pairs(size: int) -> int:
        return sum(1 for _ in candidate_pairs(crowd(size), lambda claim: claim.participants))

    small, large = pairs(450), pairs(900)
    assert small < 40 * len(crowd(450))
    assert large < 2.2 * small


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (day("a1", "2025-09-22", **QUAKE), day("a2", "2025-09-22", **QUAKE), True),
        (day("a1", "2025-09-22", mod=Mod.BY, **QUAKE), day("a2", "2025-09-22", mod=Mod.BY, **QUAKE), True),
        (day("a1", "2025-09-24", mod=Mod.BY, **QUAKE), day("a2", "2025-09-22", **QUAKE), False),
    ],
)
def test_a_time_that_is_open_to_a_side_repeats_only_itself(a: Claim, b: Claim, *, same: bool) -> None:
    assert is_same_statement(*normalise_claims([a, b], None)) is same
