"""The gate's own arithmetic, on reports small enough to check by eye."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from claimcheck.model import (
    Article,
    Bound,
    Claim,
    ClaimKind,
    ConflictType,
    Fact,
    Finding,
    Granularity,
    Position,
    Quantity,
    Schedule,
    Severity,
    Status,
    TimeForm,
    Verdict,
    When,
    WhenKind,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

TEXTS = {"one": "A wall 3 m high fell on Monday near the A5.", "two": "Un mur de 4 m est tombé lundi."}


@dataclass(frozen=True)
class TinyReport:
    """Has what the gate reads of a report."""

    claims: tuple[Claim, ...] = ()
    facts: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()
    articles: tuple[Article, ...] = tuple(Article(f"a-{stem}", TEXTS[stem], path=f"x/{stem}.txt") for stem in TEXTS)


@pytest.fixture(scope="module")
def gate(script: Callable[[str], ModuleType]) -> ModuleType:
    """The command line of the gate; its parts can be imported, too."""
    return script("gate")


def metres(number: int, bound: Bound = Bound.EXACT) -> Quantity:
    return Quantity(Decimal(number), Decimal(number), Decimal(number), "meter", bound)


def claim(name: str, stem: str, text: str, quantity: Quantity | None = None, when: When | None = None) -> Claim:
    start = TEXTS[stem].index(text)
    kind = ClaimKind.QUANTITY if quantity else ClaimKind.DATE
    return Claim(name, f"a-{stem}", kind, start, start + len(text), text, (0, len(TEXTS[stem])), quantity, when)


def fact(verdict: Verdict, *claims: str) -> Fact:
    positions = tuple(Position((name,), 1) for name in claims)
    kind = ConflictType.VALUE if verdict is Verdict.CONFLICT else None
    return Fact("f", "a fact", ClaimKind.QUANTITY, positions, (), verdict, kind, None, len(claims))


def day(first: date | None, last: date | None = None) -> When:
    return When(TimeForm(WhenKind.POINT, Granularity.DAY), first, last or first)


ONE = claim("c1", "one", "3 m", metres(3))
TWO = claim("c2", "two", "4 m", metres(4))
MONDAY = claim("c3", "one", "on Monday", when=day(date(2024, 6, 10)))
LUNDI = claim("c4", "two", "lundi", when=day(date(2024, 6, 10)))
ALL = (ONE, TWO, MONDAY, LUNDI)


@pytest.fixture
def story(gold: ModuleType) -> Any:
    monday = date(2024, 6, 10)
    return gold.Story(
        "walls",
        (
            gold.GoldClaim("height", "one", "3 m high", "quantity", value=3.0, unit=("meter",)),
            gold.GoldClaim("hauteur", "two", "4 m", "quantity", value=4.0, unit=("meter",)),
            gold.GoldClaim("day", "one", "Monday", "date", earliest=monday, latest=monday, status="stated"),
            gold.GoldClaim("jour", "two", "lundi", "date", earliest=monday, latest=monday),
        ),
        (gold.NonClaim("one", "A5", "road name"),),
        (
            gold.GoldFact("heights", "height of the wall", "conflict", ("height", "hauteur"), "4 m - 3 m"),
            gold.GoldFact("days", "day of the fall", "agree", ("day", "jour")),
        ),
    )


def test_a_perfect_report_scores_one_everywhere(scoring: ModuleType, story: Any) -> None:
    why = Finding("CC101", Severity.CONFLICT, "f", "why", ("c1", "c2"), "4 m - 3 m = 1 m")
    facts = (fact(Verdict.CONFLICT, "c1", "c2"), fact(Verdict.AGREE, "c3", "c4"))
    scored = scoring.score(story, TinyReport(ALL, facts, (why,)))
    assert set(scoring.figures(scored).values()) == {1.0}
    assert scored.errors == ()


def test_an_empty_report_has_full_precision_and_no_recall(scoring: ModuleType, story: Any) -> None:
    figures = scoring.figures(scoring.score(story, TinyReport()))
    assert {name for name, figure in figures.items() if figure == 0} == {
        "claims_recall",
        "links_recall",
        "conflicts_recall",
        "derivations_recall",
    }


def test_spurious_claims_cost_precision_and_non_claims_are_named(scoring: ModuleType, story: Any) -> None:
    road = claim("c5", "one", "5", metres(5))
    scored = scoring.score(story, TinyReport((*ALL, road)))
    assert scored.claims.precision == 0.8
    assert scored.non_claims == ("walls: one: 5 (road name)",)


def test_a_claim_that_matches_gold_may_reach_over_a_non_claim(scoring: ModuleType, story: Any) -> None:
    reaching = claim("c3", "one", "on Monday near the A5", when=day(date(2024, 6, 10)))
    assert scoring.score(story, TinyReport((reaching,))).non_claims == ()


def test_two_claims_on_one_gold_claim_match_once_and_the_better_one(scoring: ModuleType, story: Any) -> None:
    again = claim("c0", "one", "3", metres(3))
    texts = {"one": TEXTS["one"], "two": TEXTS["two"]}
    assert scoring.align(story.claims, [("one", again), ("one", ONE)], texts) == {"height": ONE}


def test_another_kind_does_not_match(scoring: ModuleType, story: Any) -> None:
    assert scoring.align(story.claims, [("one", claim("c0", "one", "3 m", when=day(None)))], TEXTS) == {}


def test_one_fact_for_everything_costs_link_precision(scoring: ModuleType, story: Any) -> None:
    scored = scoring.score(story, TinyReport(ALL, (fact(Verdict.AGREE, "c1", "c2", "c3", "c4"),)))
    assert (scored.links.precision, scored.links.recall) == (0.5, 1.0)


def test_a_false_alarm_and_a_missed_conflict(scoring: ModuleType, story: Any) -> None:
    facts = (fact(Verdict.AGREE, "c1", "c2"), fact(Verdict.CONFLICT, "c3", "c4"))
    scored = scoring.score(story, TinyReport(ALL, facts))
    assert (scored.conflicts.precision, scored.conflicts.recall) == (0.0, 0.0)


def test_status_is_judged_where_gold_states_it(scoring: ModuleType, story: Any) -> None:
    claims = (ONE, TWO, replace(MONDAY, status=Status.PLANNED), replace(LUNDI, status=Status.PLANNED))
    scored = scoring.score(story, TinyReport(claims))
    assert (scored.statuses.found, scored.statuses.wanted) == (0, 1)


@pytest.mark.parametrize(
    ("quantity", "gold", "right"),
    [
        pytest.param(metres(3), {"value": 3.0, "unit": ("meter",)}, True, id="exact"),
        pytest.param(metres(3), {"value": 3.0, "unit": ("foot",)}, False, id="unit"),
        pytest.param(metres(3), {"value": 3.0, "unit": ("mètre", "meter")}, True, id="one of several units"),
        pytest.param(metres(3), {"value": 3.0}, True, id="unit not stated"),
        pytest.param(metres(3), {"value": 3.1}, False, id="value"),
        pytest.param(metres(3), {"value": 3.0, "bound": "at_least"}, False, id="bound"),
        pytest.param(metres(3, Bound.ABOUT), {"value": 3.0, "bound": "about"}, True, id="about leaves the ends open"),
        pytest.param(metres(3, Bound.AT_LEAST), {"value": 3.0, "bound": "at_least"}, False, id="closed end"),
        pytest.param(
            Quantity(Decimal(3), Decimal(3), None, "meter", Bound.AT_LEAST),
            {"value": 3.0, "bound": "at_least"},
            True,
            id="at least",
        ),
        pytest.param(
            Quantity(None, Decimal(3), Decimal(5), "meter", Bound.RANGE),
            {"low": 3.0, "high": 5.0, "bound": "range"},
            True,
            id="range",
        ),
        pytest.param(Quantity(None, None, None, "GPU", Bound.VAGUE), {"bound": "vague"}, True, id="vague"),
    ],
)
def test_quantities(scoring: ModuleType, quantity: Quantity, gold: dict[str, Any], right: bool) -> None:  # noqa: FBT001
    wanted = scoring.GoldClaim("g", "one", "3 m", "quantity", **gold)
    assert scoring.value_right(wanted, replace(ONE, quantity=quantity)) is right


@pytest.mark.parametrize(
    ("when", "earliest", "latest", "right"),
    [
        pytest.param(day(date(2024, 6, 10)), date(2024, 6, 10), date(2024, 6, 10), True, id="day"),
        pytest.param(day(date(2024, 6, 3)), date(2024, 6, 10), date(2024, 6, 10), False, id="another day"),
        pytest.param(day(date(1954, 1, 1), date(2024, 6, 11)), date(1954, 1, 1), None, True, id="only one end judged"),
        pytest.param(day(None), None, None, True, id="open"),
        pytest.param(day(date(2024, 6, 10)), None, None, False, id="open in gold but dated"),
    ],
)
def test_dates(scoring: ModuleType, when: When, earliest: date | None, latest: date | None, right: bool) -> None:  # noqa: FBT001
    wanted = scoring.GoldClaim("g", "one", "Monday", "date", earliest=earliest, latest=latest)
    assert scoring.value_right(wanted, replace(MONDAY, when=when)) is right


def test_schedules_compare_what_they_advance_by(gold: ModuleType, scoring: ModuleType) -> None:
    step = replace(ONE, kind=ClaimKind.SCHEDULE, quantity=None, schedule=Schedule("gigawatt"))
    assert scoring.value_right(gold.GoldClaim("g", "one", "3 m", "schedule", per=("gigawatt",)), step)
    assert not scoring.value_right(gold.GoldClaim("g", "one", "3 m", "schedule", per=("data center",)), step)


def test_words_that_gold_has_are_in_its_article(gold: ModuleType) -> None:
    row = gold.NonClaim("one", "ab", "why", 2)
    assert gold.span_of(row, {"one": "ab ab"}) == (3, 5)
    with pytest.raises(gold.GateError, match="occurrence 2 of 'ab' is not in one"):
        gold.span_of(row, {"one": "ab"})


def test_gold_may_have_the_marks_of_the_pytest_plugin(gold: ModuleType, tmp_path: Path) -> None:
    row = 'id = "a", article = "one", text = "3 m", kind = "quantity", unit = "meter", xfail = "no rule"'
    (tmp_path / "claims.toml").write_text(f"claim = [{{{row}}}]\n")
    (tmp_path / "facts.toml").write_text("fact = []\n")
    (claim,) = gold.read_story(tmp_path).claims
    assert claim == gold.GoldClaim("a", "one", "3 m", "quantity", unit=("meter",))


def test_floors_are_rounded_down(floors: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "gate.toml").write_text(floors.to_toml("abc", {"claims_recall": 0.8799, "links_recall": 0.29}))
    known = floors.read_floors(tmp_path / "gate.toml")
    assert (known.digest, known.floors) == ("abc", {"claims_recall": 0.87, "links_recall": 0.29})


def test_missing_floors_say_what_to_do(gold: ModuleType, floors: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(gold.GateError, match="--update"):
        floors.read_floors(tmp_path / "gate.toml")


def test_a_floor_is_lowered_only_on_demand(
    gate: ModuleType, scoring: ModuleType, story: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    floors, file = gate.gate_floors, tmp_path / "gate.toml"
    file.write_text(floors.to_toml("abc", {"claims_recall": 1.0}))
    for name, value in {"FLOORS": file, "FIXTURES": tmp_path, "stories": lambda: [tmp_path]}.items():
        monkeypatch.setattr(floors, name, value)
    monkeypatch.setattr(gate, "stories", lambda: [tmp_path])
    monkeypatch.setattr(gate, "measure", lambda _: scoring.score(story, TinyReport((ONE,))))
    assert gate.main([]) == 1
    assert gate.main(["--update"]) == 1
    assert "claims_recall = 1.00" in file.read_text()
    assert gate.main(["--update", "--allow-regression"]) == 0
    assert "claims_recall = 0.25" in file.read_text()
