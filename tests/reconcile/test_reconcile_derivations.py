"""Arithmetic between facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from statements import SETTING, amount, by, calendar, schedule, setting

from claimcheck.model import (
    Claim,
    ClaimKind,
    Fact,
    Granularity,
    Mod,
    Position,
    Relation,
    RelationKind,
    Scope,
    Status,
    TimeForm,
    Trend,
    Verdict,
    When,
    WhenKind,
)
from claimcheck.reconcile import Setting
from claimcheck.reconcile.derivations import derive
from claimcheck.reconcile.judgement import Derivation

CLAUSE = "as each gigawatt is deployed"


def fact(name: str, *claims: Claim, relations: Sequence[Relation] = ()) -> Fact:
    kinds = {claim.kind for claim in claims}
    kind = ClaimKind.SCHEDULE if ClaimKind.SCHEDULE in kinds else claims[0].kind
    positions = tuple(Position((claim.id,), 1) for claim in claims)
    return Fact(name, name, kind, positions, tuple(relations), Verdict.AGREE, None, None, 1)


def derived(
    *groups: Sequence[Claim], known: Setting = SETTING, relations: Sequence[Relation] = ()
) -> dict[str, Derivation]:
    """Derive from facts of the claims of each group; the claims of an article stand in one sentence.

    The relations are those of the first fact.
    """
    facts = [
        fact(f"f{number}", *group, relations=relations if number == 1 else ()) for number, group in enumerate(groups, 1)
    ]
    claims = [claim for group in groups for claim in group]
    sentences = {
        (claim.article, claim.sentence): [other for other in claims if other.article == claim.article]
        for claim in claims
    }
    return derive(facts, {claim.id: claim for claim in claims}, replace(known, sentences=sentences))


TOTAL = amount("a1", "100E9", bound="at_most", condition=CLAUSE)
EXTENT = amount("a2", "10", "gigawatt", "at_least")
STEP = schedule("a3", "gigawatt", condition=CLAUSE)
PART = amount("b1", "10E9", scope=Scope.INSTALMENT)


def test_instalments_and_steps_are_reconciled_by_the_rate() -> None:
    found = derived([TOTAL], [EXTENT], [STEP, PART])
    assert found == {
        "f3": Derivation(
            "100 billion USD / 10 GW = 10 billion USD/GW",
            "10 instalments of 10 billion USD are one per gigawatt, so both can hold",
            ("a1", "a2", "a3", "b1"),
        )
    }


def test_a_total_in_another_currency_hides_no_other() -> None:
    elsewhere = amount("a4", "85E9", "EUR", bound="at_most", condition=CLAUSE)
    assert "f4" in derived([elsewhere], [TOTAL], [EXTENT], [STEP, PART])


NOT_BY_STEPS = [
    pytest.param([TOTAL], [EXTENT], [STEP, amount("b1", "20E9", scope=Scope.INSTALMENT)], id="another instalment"),
    pytest.param([TOTAL], [EXTENT], [STEP, amount("b1", "10E9", "EUR", scope=Scope.INSTALMENT)], id="currency"),
    pytest.param([TOTAL], [EXTENT], [schedule("a3", "plant", condition=CLAUSE), PART], id="another step"),
    pytest.param([TOTAL], [EXTENT], [schedule("a3", None, condition=CLAUSE), PART], id="no step named"),
    pytest.param([TOTAL], [amount("c2", "10", "gigawatt")], [STEP, PART], id="the extent of an unrelated article"),
    pytest.param([amount("a1", "100E9")], [EXTENT], [STEP, PART], id="a total that nothing is said of"),
    pytest.param([amount("c1", "100E9", condition=CLAUSE)], [EXTENT], [STEP, PART], id="an unrelated total"),
    pytest.param([TOTAL], [EXTENT], [STEP], id="no instalment"),
    pytest.param([TOTAL], [EXTENT], [STEP, amount("b1", "10E9")], id="an amount that is no instalment"),
]


@pytest.mark.parametrize("groups", [case.values for case in NOT_BY_STEPS], ids=[case.id for case in NOT_BY_STEPS])
def test_what_the_wording_does_not_invite_is_not_derived(groups: Sequence[Sequence[Claim]]) -> None:
    assert derived(*groups) == {}


def test_instalments_add_up_to_the_total() -> None:
    count = amount("a5", "10", "instalment")
    found = derived([TOTAL], [count], [STEP, PART])
    assert found["f3"].formula == "10 x 10 billion USD = 100 billion USD"
    assert found["f3"].claims == ("a1", "b1", "a5")
    assert "add up to the total" in found["f3"].why
    assert derived([TOTAL], [amount("a5", "9", "instalment")], [STEP, PART]) == {}


RATE = amount("a1", "10E9", "USD/gigawatt", scope=Scope.RATE)
WHOLE = amount("a2", "50E9")
WIDE = amount("a3", "5", "gigawatt")


def test_rate_and_extent_give_the_total() -> None:
    assert derived([RATE], [WHOLE], [WIDE]) == {
        "f1": Derivation(
            "10 billion USD/GW x 5 GW = 50 billion USD", "rate and extent give the total", ("a1", "a3", "a2")
        )
    }


NOT_BY_RATE = [
    pytest.param([RATE], [WHOLE], [amount("a3", "6", "gigawatt")], id="another extent"),
    pytest.param([RATE], [WHOLE], [amount("a3", "5", "plant")], id="another unit"),
    pytest.param([RATE], [amount("a2", "50E9", "EUR")], [WIDE], id="another currency"),
    pytest.param([RATE], [amount("b2", "50E9")], [WIDE], id="the total of another article"),
    pytest.param([RATE], [WHOLE], [amount("b3", "5", "gigawatt")], id="the extent of another article"),
    pytest.param([RATE], [amount("a2", "50E9", scope=Scope.CHANGE)], [WIDE], id="a change"),
    pytest.param([amount("a1", "10", "person/hour", scope=Scope.RATE)], [WHOLE], [WIDE], id="a rate of other units"),
    pytest.param([amount("a1", "10E9")], [WHOLE], [WIDE], id="no rate"),
]


@pytest.mark.parametrize("groups", [case.values for case in NOT_BY_RATE], ids=[case.id for case in NOT_BY_RATE])
def test_a_rate_is_checked_within_its_article_only(groups: Sequence[Sequence[Claim]]) -> None:
    assert derived(*groups) == {}


def test_a_total_within_one_percent_will_do() -> None:
    assert "f1" in derived([RATE], [amount("a2", "50.4E9")], [WIDE])
    assert "f1" in derived([amount("a1", "10.1E9", "USD/gigawatt", scope=Scope.RATE)], [WHOLE], [WIDE])
    assert derived([RATE], [amount("a2", "51E9")], [WIDE]) == {}


def test_nothing_is_divided_by_zero() -> None:
    assert derived([TOTAL], [amount("a2", "0", "gigawatt")], [STEP, PART]) == {}


def test_price_and_shares_give_the_sum() -> None:
    price = amount("a1", "25", "USD/share", scope=Scope.RATE)
    found = derived([price], [amount("a2", "400E6", "share")], [amount("a3", "10E9")])
    assert found["f1"].formula == "25 USD/share x 400 million shares = 10 billion USD"


STAFF = amount("a2", "1500", "worker")
SHARE = amount("a1", "30", "percent", scope=Scope.SHARE)

# name, the share, the whole, the part, and whether they come out
SHARES = [
    ("the part", SHARE, STAFF, amount("a3", "450", "worker"), True),
    ("a part in the words of another noun", SHARE, STAFF, amount("a3", "450", "person"), True),
    ("another part", SHARE, STAFF, amount("a3", "400", "worker"), False),
    ("a part of other things", SHARE, STAFF, amount("a3", "450", "shop"), False),
    ("a part in another article", SHARE, STAFF, amount("b3", "450", "worker"), False),
    ("a change and no share", amount("a1", "30", "percent", scope=Scope.CHANGE), STAFF, amount("a3", "450", "worker"),
     False),
    ("all of it", amount("a1", "100", "percent", scope=Scope.SHARE), amount("a2", "450", "worker"),
     amount("a3", "450", "worker"), False),
    ("a share of a share", amount("a1", "50", "percent", scope=Scope.SHARE), amount("a2", "30", "percent"),
     amount("a3", "15", "percent"), False),
    ("a part that is a change", SHARE, STAFF, amount("a3", "450", "worker", scope=Scope.CHANGE), False),
]  # fmt: skip


@pytest.mark.parametrize(("share", "whole", "part", "holds"), [c[1:] for c in SHARES], ids=[c[0] for c in SHARES])
def test_share_and_whole_give_the_part(share: Claim, whole: Claim, part: Claim, holds: bool) -> None:  # noqa: FBT001
    found = derived([share], [whole], [part]).get("f3")
    assert (found is not None) == holds
    if found is not None:
        assert found.formula.startswith("30 percent x 1,500 workers = 450")
        assert found.claims == ("a1", "a2", "a3")
        assert "give the part" in found.why


def test_one_is_in_the_singular_and_two_in_the_plural() -> None:
    half = amount("a1", "50", "percent", scope=Scope.SHARE)
    found = derived([half], [amount("a2", "2", "worker")], [amount("a3", "1", "worker")])
    assert found["f3"].formula == "50 percent x 2 workers = 1 worker"


def born(name: str, year: int, **fields: Any) -> Claim:
    return calendar(name, f"{year}-01-01", f"{year}-12-31", predicate="bear", subject_name="Ann Lee", **fields)


def aged(name: str, years: str, **fields: Any) -> Claim:
    return amount(name, years, **{"unit": "year_of_age", "measure_name": "age", "subject_name": "Ann Lee", **fields})


# name, the age in an article of 2025, the birth in another, and whether they fit; None where nothing is said
AGES = [
    ("before the birthday", aged("a1", "66"), born("b1", 1958), True),
    ("after the birthday", aged("a1", "67"), born("b1", 1958), True),
    ("too old", aged("a1", "71"), born("b1", 1958), False),
    ("too young", aged("a1", "65"), born("b1", 1958), False),
    ("another person", aged("a1", "71", subject_name="Bo Kim"), born("b1", 1958), None),
    ("no birth", aged("a1", "71"), replace(born("b1", 1958), predicate="lead"), None),
    ("a denied birth", aged("a1", "71"), born("b1", 1958, status=Status.NEGATED), None),
    ("a denied age", aged("a1", "71", status=Status.NEGATED), born("b1", 1958), None),
    ("a birth of no certain year", aged("a1", "71"), replace(born("b1", 1958), when=by("b1", "1958-12-31").when), None),
    (
        "an approximate birth",
        aged("a1", "71"),
        replace(born("b1", 1958), when=calendar("b1", "1958-01-01", "1958-12-31", mod=Mod.APPROX).when),
        None,
    ),
    ("a floor below it", aged("a1", "60", bound="more_than"), born("b1", 1958), True),
    ("a floor at it", aged("a1", "67", bound="more_than"), born("b1", 1958), True),
    ("a floor above it", aged("a1", "68", bound="at_least"), born("b1", 1958), False),
    ("a cap below it", aged("a1", "66", bound="less_than"), born("b1", 1958), False),
    ("about as old", aged("a1", "65", bound="about"), born("b1", 1958), True),
    ("an age in months", aged("a1", "800", unit="month_of_age"), born("b1", 1958), True),
    ("another age in months", aged("a1", "71", unit="month_of_age"), born("b1", 1958), False),
    ("an age in what is no time", aged("a1", "71", unit="person"), born("b1", 1958), None),
    ("no age", amount("a1", "71", "year", subject_name="Ann Lee"), born("b1", 1958), None),
]


@pytest.mark.parametrize(("age", "birth", "fits"), [case[1:] for case in AGES], ids=[case[0] for case in AGES])
def test_an_age_is_held_against_the_year_of_birth(age: Claim, birth: Claim, fits: bool | None) -> None:  # noqa: FBT001
    found = derived([age], [birth]).get("f1")
    assert (found.holds if found is not None else None) is fits
    if found is not None:
        assert found.formula == "2025 - 1958 = 67"
        assert found.claims == (age.id, birth.id)
        assert f"{'fits' if fits else 'does not fit'} the year of birth in B" in found.why


@pytest.mark.parametrize(("years", "fits"), [("34", False), ("35", True), ("45", True), ("46", False)])
def test_a_birth_in_a_decade_fits_the_ages_of_all_its_years(years: str, fits: bool) -> None:  # noqa: FBT001
    birth = replace(born("b1", 1980), when=calendar("b1", "1980-01-01", "1989-12-31").when)
    found = derived([aged("a1", years)], [birth])["f1"]
    assert (found.holds, found.formula) == (fits, "2025 - 1980 to 1989 = 36 to 45")


def test_an_age_is_not_counted_without_a_day() -> None:
    assert derived([aged("a1", "71")], [born("b1", 1958)], known=setting({"a": None})) == {}


def test_neither_a_denied_birth_nor_a_fact_of_another_kind_ends_the_search() -> None:
    births = [born("b1", 1950, status=Status.NEGATED)], [born("c1", 1958)]
    assert derived(*births, [aged("a1", "67")])["f3"].claims == ("a1", "c1")


def on(day: date) -> When:
    return When(TimeForm(WhenKind.POINT, Granularity.DAY, year=day.year, month=day.month, day=day.day))


def close(name: str, price: str, day: int) -> Claim:
    names: dict[str, Any] = {"subject_name": "Corvid", "measure_name": "price", "predicate": "end"}
    return amount(name, price, period=on(date(2025, 9, day)), **names)


RISE = amount("a2", "0.31", scope=Scope.CHANGE, trend=Trend.UP, subject_name="Corvid", measure_name="price")

# name, the close that another article gives of another day, and whether it fits a close of 38.52 on the 23rd
CLOSES = [
    ("the close before", close("b1", "38.21", 22), True),
    ("over a weekend", close("b1", "38.21", 19), True),
    ("another close before", close("b1", "38.26", 22), False),
    ("five days before", close("b1", "38.26", 18), None),
    ("a week before", close("b1", "38.26", 15), None),
    ("the day after", close("b1", "38.26", 24), None),
    ("the same day", close("b1", "38.26", 23), None),
    ("the same article", close("a3", "38.26", 22), None),
    ("of nobody", replace(close("b1", "38.26", 22), subject_name=None), None),
    ("what is no level", replace(close("b1", "38.26", 22), predicate="employ"), None),
]


@pytest.mark.parametrize(("other", "fits"), [case[1:] for case in CLOSES], ids=[case[0] for case in CLOSES])
def test_a_level_and_its_change_are_held_against_the_day_before(other: Claim, fits: bool | None) -> None:  # noqa: FBT001
    found = derived([close("a1", "38.52", 23)], [RISE], [other]).get("f1")
    assert (found.holds if found is not None else None) is fits
    if found is not None:
        assert found.formula == "38.52 USD - 0.31 USD = 38.21 USD"
        assert found.claims == ("a1", "a2", other.id)
        assert "the change that A names" in found.why


LEVEL = amount("a1", "38.52", subject_name="Corvid", measure_name="price")

# name, what differs from a level of 38.52 after a rise, how the two stand to each other, and whether they fit
POSITIONS = [
    ("the level before", amount("b1", "38.21"), RelationKind.UPDATE, True),
    ("near the level before", amount("b1", "38.26"), RelationKind.CONFLICT, False),
    ("another level", amount("b1", "30"), RelationKind.CONFLICT, None),
    ("the same article", amount("a3", "38.21"), RelationKind.CONFLICT, None),
    ("what lies within the other", amount("b1", "38.21"), RelationKind.REFINES, None),
]


@pytest.mark.parametrize(("other", "relation", "fits"), [case[1:] for case in POSITIONS], ids=[p[0] for p in POSITIONS])
def test_positions_that_differ_are_connected(other: Claim, relation: RelationKind, fits: bool | None) -> None:  # noqa: FBT001
    found = derived([LEVEL, other], [RISE], relations=[Relation(0, 1, relation, None, "")]).get("f1")
    assert (found.holds if found is not None else None) is fits
    if found is not None:
        assert found.formula == "38.52 USD - 0.31 USD = 38.21 USD"
        assert found.claims == ("a1", "a2", "b1")
        assert "the change that A names" in found.why


def test_parts_that_give_the_whole_are_connected() -> None:
    killed = {"unit": "person", "predicate": "kill"}
    parts, whole = [amount("a1", "8", **killed), amount("a2", "5", **killed)], amount("b1", "13", **killed)
    relations = [Relation(0, 1, RelationKind.COMPATIBLE, None, "")]
    found = derived([whole, parts[0]], [parts[1]], relations=relations)
    assert (found["f1"].formula, found["f1"].claims) == ("8 + 5 = 13", ("b1", "a1", "a2"))


@pytest.mark.parametrize(("currency", "formula"), [("EUR", "70 EUR + 50 EUR = 120 EUR"), ("USD", None)])
def test_parts_in_one_currency_give_no_whole_in_another(currency: str, formula: str | None) -> None:
    parts = [amount(name, number, "EUR", predicate="cost") for name, number in (("a1", "70"), ("a2", "50"))]
    whole = amount("b1", "120", currency, predicate="cost")
    found = derived([whole, parts[0]], [parts[1]], relations=[Relation(0, 1, RelationKind.CONFLICT, None, "")])
    assert (found["f1"].formula if found else None) == formula
