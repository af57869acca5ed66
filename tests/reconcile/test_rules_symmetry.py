"""What holds of every pair of claims: the order in which they are given changes no judgement."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from statements import SETTING, amount, calendar, schedule, symbolic, vague_time, year

from claimcheck.model import Bound, Claim, ConflictType, Mod, RelationKind, Scope, Status, Trend
from claimcheck.reconcile.rules import RULES, judge

numbers = st.sampled_from(["0", "3", "10", "30", "31", "42", "100", "1000", "10000", "1.2E6", "1.2E9", "4.46E12"])
ranges = st.sampled_from(["30..40", "35..50", "10..99", "3..3000"])
predicates = st.sampled_from([None, "kill", "cost", "finalise"])
statuses = st.sampled_from(Status)
periods = st.none() | st.sampled_from([year(2024), year(2025)])


@st.composite
def quantities(draw: st.DrawFn, units: list[str]) -> Claim:
    """Draw a claim of a quantity of one of the units, from any article."""
    name = draw(st.sampled_from("abc"))
    bound = draw(st.sampled_from(Bound))
    with_ends = bound in {Bound.RANGE, Bound.VAGUE} or (bound is Bound.ABOUT and draw(st.booleans()))
    number = draw(ranges if with_ends else numbers)
    return amount(
        f"{name}1",
        number,
        draw(st.sampled_from(units)),
        "exact" if bound is Bound.RANGE else bound,
        scope=draw(st.sampled_from(Scope)),
        trend=draw(st.none() | st.sampled_from(Trend)),
        predicate=draw(predicates),
        status=draw(statuses),
        period=draw(periods),
    )


@st.composite
def times(draw: st.DrawFn) -> Claim:
    """Draw a claim of a time, on the calendar or not."""
    name, status = f"{draw(st.sampled_from('abc'))}2", draw(statuses)
    match draw(st.sampled_from(["day", "span", "symbolic", "vague"])):
        case "day":
            day = draw(st.sampled_from(["2025-09-22", "2025-09-23", "2026-03-01"]))
            return calendar(name, day, status=status, mod=draw(st.none() | st.just(Mod.APPROX)))
        case "span":
            first = draw(st.sampled_from(["2025-09-22", "2026-01-01"]))
            return calendar(name, first, draw(st.sampled_from(["2026-06-30", "2026-12-31"])), status=status)
        case "symbolic":
            return symbolic(name, draw(st.integers(0, 2)), status=status)
    return vague_time(name, draw(st.sampled_from([-1, 1])), status=status)


schedules = st.builds(
    lambda name, per: schedule(f"{name}3", per), st.sampled_from("abc"), st.sampled_from([None, "gigawatt", "plant"])
)
people = quantities(["person"])
instalments = st.builds(
    lambda claim: replace(claim, quantity=claim.quantity and replace(claim.quantity, scope=Scope.INSTALMENT)),
    quantities(["USD"]),
)
pairs = (
    st.tuples(people, people)
    | st.tuples(quantities(["USD", "EUR"]), quantities(["USD"]))
    | st.tuples(times(), times())
    | st.tuples(schedules, schedules)
    | st.tuples(schedules, instalments)
)


@given(pairs)
def test_the_order_of_two_claims_changes_no_judgement(pair: tuple[Claim, Claim]) -> None:
    a, b = pair
    there, back = judge(a, b, SETTING), judge(b, a, SETTING)
    assert (there.relation, there.type) == (back.relation, back.type)


@given(pairs)
def test_a_judgement_says_why_in_words_and_has_a_type_where_it_is_grave(pair: tuple[Claim, Claim]) -> None:
    found = judge(*pair, SETTING)
    assert found.why
    assert not found.why.endswith(".")
    if found.relation in {RelationKind.CONFLICT, RelationKind.UPDATE}:
        assert found.type in set(ConflictType)
    if found.relation in {RelationKind.AGREE, RelationKind.REFINES}:
        assert found.type is None


@given(people | times() | schedules)
def test_a_claim_agrees_with_itself(claim: Claim) -> None:
    assert judge(claim, replace(claim, id="c9", article="c"), SETTING).relation is RelationKind.AGREE


@given(pairs)
@example((schedule("a1", "gigawatt"), amount("b1", "10E9", scope=Scope.INSTALMENT)))
def test_the_first_rule_that_speaks_decides(pair: tuple[Claim, Claim]) -> None:
    spoken = [found for rule in RULES if (found := rule(*pair, SETTING)) is not None]
    assert judge(*pair, SETTING) == spoken[0]


def test_a_number_and_a_time_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="no rule compares quantity with date"):
        judge(amount("a1", "30"), calendar("b1", "2025-09-22"), SETTING)


def test_the_tolerance_between_units_is_a_share_of_the_larger_number() -> None:
    a, b = amount("a1", "100.001", "kilometer"), amount("b1", "61.5195", "mile")  # 99.006 km
    assert [judge(*pair, SETTING).relation for pair in ((a, b), (b, a))] == [RelationKind.AGREE] * 2


def test_the_rate_is_that_of_the_earlier_day_whatever_the_order() -> None:
    a, b = amount("a1", "1.0E9", "EUR"), amount("b1", "1.15E9", "USD")
    for found in (judge(a, b, SETTING), judge(b, a, SETTING)):
        assert "(European Central Bank, 2025-09-22)" in found.why


def test_two_base_units_are_no_conflict_of_value() -> None:
    a = amount("a1", "2", "gigawatt", scope=Scope.INSTALMENT)
    b = amount("b1", "10E9", "USD", scope=Scope.INSTALMENT)
    for found in (judge(a, b, SETTING), judge(b, a, SETTING)):
        assert (found.relation, found.type) == (RelationKind.COMPATIBLE, ConflictType.UNIT)
