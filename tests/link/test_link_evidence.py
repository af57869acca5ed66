"""What speaks for and against two claims being of one fact: the sign of each feature, and when it is silent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from claims_to_link import amount, clock, day, schedule, vague_day, weekday, year, year_of

from claimcheck.link import Scorer, total
from claimcheck.link.scorer import told
from claimcheck.link.values import is_slip, near
from claimcheck.model import Claim, Mod, Quantity, Scope, Status
from claimcheck.normalise import normalise_claims
from written_quantity import quantity

ENGLISH = {"a": "en", "b": "en", "c": "en", "d": "en"}


def based(stated: Quantity) -> Quantity:
    claim = amount("a1", "1")
    found = normalise_claims([Claim("c", "a", claim.kind, 0, 1, "", (0, 1), quantity=stated)], None)[0].quantity
    assert found is not None
    return found


def weigh(a: Claim, b: Claim, others: Sequence[Claim] = (), languages: dict[str, str] = ENGLISH) -> dict[str, float]:
    scorer = Scorer.of([a, b, *others], languages)
    evidence = told(scorer.clues(a, b))
    found = {item.feature: item.weight for item in evidence}
    assert len(found) == len(evidence)
    assert {item.feature: item.weight for item in told(scorer.clues(b, a))} == found
    return found


KILL = {"predicate": "kill"}
UNNAMED: dict[str, Any] = {"measure_name": None}
"""For a measure in words that have no name in all languages."""

# feature, two claims, and whether it speaks for (1), against (-1) or not at all (0)
SIGNS = [
    ("value", amount("a1", "30"), amount("b1", "30"), 1),
    ("value", amount("a1", "4.46E12"), amount("b1", "4.5E12"), 1),
    ("value", amount("a1", "48", "kilometer"), amount("b1", "30", "mile"), 1),
    ("value", amount("a1", "30", bound="about"), amount("b1", "31"), 1),
    ("value", amount("a1", "30..40"), amount("b1", "30..40"), 1),
    ("value", amount("a1", "30..40"), amount("b1", "35"), 1),
    ("value", amount("a1", "1.2E6"), amount("b1", "1.2E9"), 1),
    ("value", amount("a1", "30"), amount("b1", "35"), 0),
    ("value", amount("a1", "30..40"), amount("b1", "50..60"), 0),
    ("gap", amount("a1", "100"), amount("b1", "180"), -1),
    ("gap", amount("a1", "100"), amount("b1", "900"), -1),
    ("gap", amount("a1", "30..40"), amount("b1", "50..60"), -1),
    ("gap", amount("a1", "-30"), amount("b1", "40"), -1),
    ("gap", amount("a1", "30", bound="at_least"), amount("b1", "60", bound="at_least"), -1),
    ("gap", amount("a1", "3", "plant"), amount("b1", "4", "plant"), 1),
    ("gap", amount("a1", "3", "person"), amount("b1", "4", "person"), -1),
    ("gap", amount("a1", "3", "plant"), amount("b1", "5", "plant"), -1),
    ("gap", amount("a1", "1", "plant"), amount("b1", "2", "plant"), -1),
    ("value", amount("a1", "30E6", "USD/year"), amount("b1", "30E6"), 1),
    ("value", amount("a1", "30E6", "USD/month"), amount("b1", "30E6"), 0),
    ("gap", amount("a1", "30"), amount("b1", "30"), 0),
    ("gap", amount("a1", "1.2E6"), amount("b1", "1.2E9"), 0),
    ("gap", amount("a1", "30", "USD"), amount("b1", "80", "EUR"), 0),
    ("gap", amount("a1", "10..99", bound="vague"), amount("b1", "500"), 0),
    ("value", amount("a1", "30", "USD"), amount("b1", "30", "EUR"), 0),
    ("value", day("a1", "2025-09-22"), day("b1", "2025-09-22"), 0),
    ("value", amount("a1", "10..99", bound="vague"), amount("b1", "10..99", bound="vague"), 1),
    ("value", amount("a1", "10..99", bound="vague"), amount("b1", "500"), -1),
    ("value", amount("a1", "10..99", bound="vague"), amount("b1", "48"), 0),
    ("time", day("a1", "2025-09-22"), day("b1", "2025-09-22"), 1),
    ("time", day("a1", "2025-09-22"), weekday("b1", 0), 1),
    ("time", day("a1", "2025-09-22"), weekday("b1", 0, dated=False), 1),
    ("time", weekday("a1", 0, dated=False), weekday("b1", 0, dated=False), 1),
    ("time", vague_day("a1", 1), vague_day("b1", 1), 1),
    ("time", day("a1", "2025-09-22"), day("b1", "2025-09-23"), -1),
    ("time", day("a1", "2025-09-22"), weekday("b1", 1, dated=False), -1),
    ("time", vague_day("a1", 1), vague_day("b1", -1), 0),
    ("time", day("a1", "2025-09-22"), vague_day("b1", -1), 0),
    ("time", amount("a1", "30"), amount("b1", "30"), 0),
    ("time", day("a1", "2025-09-22"), day("b1", "2025-09-24", mod=Mod.BY), 0),
    ("time", day("a1", "2025-09-22"), day("b1", "2025-09-19", mod=Mod.BY), -1),
    ("time", year_of("a1", 2028), year_of("b1", 2028, mod=Mod.BY), 1),
    ("time", year_of("a1", 2028), year_of("b1", 2029, mod=Mod.BY), 0),
    ("predicate", day("a1", "2025-09-22", predicate="finalise"), day("b1", "2025-09-22", predicate="end"), 1),
    ("toll", amount("a1", "3", "person", **KILL), amount("b1", "5", "person", **KILL), 1),
    ("toll", amount("a1", "3", "person", **KILL), amount("b1", "5", "person", predicate="injure"), 0),
    ("toll", amount("a1", "3", "person", predicate="employ"), amount("b1", "5", "person", predicate="employ"), 0),
    ("toll", amount("a1", "3", **KILL), amount("b1", "5", **KILL), 0),
    ("alone", amount("a1", "5.1", "magnitude"), amount("b1", "4.8", "magnitude"), 1),
    ("alone", amount("a1", "14", "kilometer"), amount("b1", "18000", "meter"), 1),
    ("alone", amount("a1", "5.1", "magnitude"), amount("b1", "5.1", "magnitude"), 0),
    ("alone", amount("a1", "5.1", "magnitude"), amount("a2", "4.8", "magnitude"), 0),
    ("alone", amount("a1", "3", "home"), amount("b1", "5", "home"), 0),
    ("alone", amount("a1", "3", "percent"), amount("b1", "5", "percent"), 0),
    ("alone", amount("a1", "3", "EUR/kilometer"), amount("b1", "5", "EUR/kilometer"), 0),
    ("toll", amount("a1", "3", "person", **KILL), amount("a2", "5", "person", **KILL), 0),
    ("measure", amount("a1", "3", "job", measure="posts"), amount("b1", "3", "job", measure="jobs"), 0),
    ("time", clock("a1", "2025-09-22", "10:00"), clock("b1", "2025-09-22", "10:00"), 1),
    ("time", clock("a1", "2025-09-22", "10:00"), clock("b1", "2025-09-22", "15:00"), -1),
    ("time", clock("a1", "2025-09-22", "10:00"), day("b1", "2025-09-22"), -1),
    ("time", clock("a1", "2025-09-22", "10:00"), day("b1", "2025-09-24"), -1),
    ("predicate", amount("a1", "3", **KILL), amount("b1", "3", **KILL), 1),
    ("predicate", amount("a1", "3", measure="age", **KILL), amount("b1", "3", measure="age", predicate="say"), 0),
    ("predicate", amount("a1", "3", **KILL), amount("b1", "3", predicate="injure"), -1),
    ("predicate", amount("a1", "3", **KILL), amount("b1", "3"), 0),
    ("verb", amount("a1", "3", predicate_text="Fined"), amount("b1", "3", predicate_text="fined"), 1),
    ("verb", amount("a1", "3", predicate_text="fined"), amount("b1", "3", predicate_text="sang"), 0),
    ("verb", amount("a1", "3", predicate_text="killed", **KILL), amount("b1", "3", predicate_text="killed"), 0),
    ("status", day("a1", "2025-09-22", status=Status.PLANNED), day("b1", "2025-09-22", **KILL), -1),
    ("status", day("a1", "2025-09-22", status=Status.PLANNED, **KILL), day("b1", "2025-09-22", **KILL), 0),
    ("predicate", schedule("a1", "gigawatt", predicate="invest"), schedule("b1", None, predicate="invest"), 1),
    ("name", amount("a1", "3", who="Nvidia"), amount("b1", "3", who="NVIDIA, Velme"), 1),
    ("name", amount("a1", "3", who="Nvidia"), amount("b1", "3", who="Velme"), -1),
    ("name", amount("a1", "3", who="Nvidia"), amount("b1", "3"), 0),
    ("story", amount("a1", "3", who="Nvidia"), amount("b1", "3", who="Velme"), -1),
    ("story", amount("a1", "3", who="Nvidia"), amount("b1", "3", who="Nvidia"), 0),
    ("story", amount("a1", "3", who="Nvidia"), amount("b1", "3"), 0),
    ("story", amount("a1", "3", who="Velme Island"), amount("b1", "3", who="Velme City"), 0),
    ("story", amount("a1", "3", who="Nvidia"), amount("a2", "3", who="Velme"), 0),
    ("subject", amount("a1", "3", subject="Nvidia"), amount("b1", "3", subject="NVIDIA"), 1),
    ("stranger", amount("a1", "3", subject="Nvidia"), amount("b1", "3", subject="Velme"), -1),
    ("subject", amount("a1", "3", subject="Nvidia"), amount("b1", "3"), 0),
    ("object", amount("a1", "3", object="Lumen"), amount("b1", "3", object="LUMEN"), 1),
    ("stranger", amount("a1", "3", object="Lumen"), amount("b1", "3", object="Velme"), -1),
    ("object", amount("a1", "3", object="Lumen", who="Velme"), amount("b1", "3", object="Velme"), 0),
    ("object", amount("a1", "3", object="Lumen"), amount("b1", "3"), 0),
    ("period", amount("a1", "3", period=year(2024)), amount("b1", "3", period=year(2024)), 1),
    ("period", amount("a1", "3", period=year(2024)), amount("b1", "3", period=year(2023)), -1),
    ("period", amount("a1", "3", period=year(2024)), amount("b1", "3"), 0),
    ("other measure", amount("a1", "3", measure="revenue"), amount("b1", "3", measure="profit"), -1),
    ("other measure", amount("a1", "3", measure="price"), amount("b1", "3", measure="cost"), 0),
    ("measure", amount("a1", "3", measure="sales", **UNNAMED), amount("b1", "3", measure="annual sales", **UNNAMED), 1),
    ("measure", amount("a1", "3", measure="sales", **UNNAMED), amount("b1", "3", measure="harvest", **UNNAMED), -1),
    ("measure", amount("a1", "3", measure="sales"), amount("b1", "3"), 0),
    ("measure", amount("a1", "3", "person", measure="miners"), amount("b1", "3", "person", measure="workers"), 0),
    ("scope", amount("a1", "3", scope=Scope.INSTALMENT), amount("b1", "3"), -1),
    ("scope", amount("a1", "3", scope=Scope.CHANGE), amount("b1", "3"), -1),
    ("scope", amount("a1", "3", scope=Scope.CHANGE), amount("b1", "3", scope=Scope.CHANGE), 0),
    ("scope", amount("a1", "3", scope=Scope.SHARE), amount("b1", "3"), 0),
    ("status", amount("a1", "3", status=Status.NEGATED), amount("b1", "3"), -1),
    ("status", amount("a1", "3", status=Status.NEGATED), amount("b1", "3", status=Status.NEGATED), 0),
    ("status", amount("a1", "3", status=Status.PLANNED), amount("b1", "3"), 0),
    ("status", amount("a1", "3", status=Status.HEDGED), amount("b1", "3"), -1),
    ("status", amount("a1", "3", status=Status.HEDGED), amount("b1", "3", status=Status.HEDGED), 0),
    ("context", amount("a1", "3", words="dam river flood"), amount("b1", "3", words="dam river wall"), 1),
    ("context", amount("a1", "3", words="dam river"), amount("b1", "3", words="chip share"), -1),
    ("context", amount("a1", "3", words="dam river"), amount("b1", "3"), 0),
]


@pytest.mark.parametrize(("feature", "a", "b", "sign"), SIGNS)
def test_the_sign_of_a_feature(feature: str, a: Claim, b: Claim, sign: int) -> None:
    weight = weigh(a, b).get(feature)
    assert (weight is None, (weight or 0) > 0) == (sign == 0, sign > 0)


def test_the_prior_is_always_there_and_speaks_against() -> None:
    assert weigh(amount("a1", "3", "person"), amount("b1", "4", "person"))["prior"] < 0
    assert weigh(day("a1", "2025-09-22"), vague_day("b1", 1))["prior"] < 0
    assert weigh(schedule("a1", None), schedule("b1", None))["prior"] < 0


def test_words_of_two_languages_are_not_compared() -> None:
    a = amount("a1", "3", words="dam river", measure="profit", **UNNAMED)
    b = amount("b1", "3", words="barrage fleuve", measure="ventes", **UNNAMED)
    assert weigh(a, b, languages={"a": "en", "b": "fr"}).keys() == {"prior", "value"}
    assert weigh(a, b).keys() == {"prior", "value", "measure", "context"}


# Of two pairs, the first must weigh more.
ORDER = [
    ("value", (amount("a1", "300"), amount("b1", "300")), (amount("a1", "3"), amount("b1", "3"))),
    ("value", (amount("a1", "300"), amount("b1", "300")), (amount("a1", "300", bound="about"), amount("b1", "310"))),
    ("time", (day("a1", "2025-09-22"), day("b1", "2025-09-22")), (vague_day("a1", 1), vague_day("b1", 1))),
    (
        "name",
        (amount("a1", "3", who="Nvidia, Velme"), amount("b1", "3", who="Nvidia, Velme")),
        (amount("a1", "3", who="Nvidia, Velme"), amount("b1", "3", who="Nvidia")),
    ),
    (
        "predicate",
        (day("a1", "2025-09-22", predicate="sign"), day("b1", "2025-09-22", predicate="sign")),
        (day("a1", "2025-09-22", predicate="build"), day("b1", "2025-09-22", predicate="build")),
    ),
    ("value", (amount("a1", "30", "person"), amount("b1", "30", "person")),
     (amount("a1", "2", "man"), amount("b1", "2", "person"))),
    ("value", (amount("a1", "4.8", "magnitude"), amount("b1", "4.8", "magnitude")),
     (amount("a1", "6", "plant"), amount("b1", "6", "plant"))),
    ("prior", (amount("a1", "6", "plant"), amount("b1", "7", "plant")), (amount("a1", "6"), amount("b1", "7"))),
    ("prior", (amount("a1", "6", "plant"), amount("b1", "7", "plant")),
     (amount("a1", "6", "person"), amount("b1", "7", "person"))),
    ("prior", (amount("a1", "6", "plant"), amount("b1", "7", "plant")),
     (amount("a1", "6", "mile"), amount("b1", "7", "mile"))),
    ("gap", (amount("a1", "10", "person", **KILL), amount("b1", "30", "person", **KILL)),
     (amount("a1", "10", "person"), amount("b1", "30", "person"))),
    ("gap", (amount("a1", "10", "person", **KILL), amount("b1", "30", "person", **KILL)),
     (amount("a1", "10", "person", **KILL), amount("b1", "90", "person", **KILL))),
    ("measure", (amount("a1", "3", measure="revenue"), amount("b1", "3", measure="revenue")),
     (amount("a1", "3", "year", measure="age"), amount("b1", "3", "year", measure="age"))),
    ("gap", (amount("a1", "100"), amount("b1", "107")), (amount("a1", "100"), amount("b1", "120"))),
    ("gap", (amount("a1", "100"), amount("b1", "120")), (amount("a1", "100"), amount("b1", "190"))),
    ("gap", (amount("a1", "100"), amount("b1", "190")), (amount("a1", "100"), amount("b1", "450"))),
    ("gap", (amount("a1", "100"), amount("b1", "450")), (amount("a1", "100"), amount("b1", "550"))),
]  # fmt: skip


@pytest.mark.parametrize(("feature", "more", "less"), ORDER)
def test_some_evidence_weighs_more(feature: str, more: tuple[Claim, Claim], less: tuple[Claim, Claim]) -> None:
    assert weigh(*more)[feature] > weigh(*less)[feature]


def test_a_subject_that_nobody_names_weighs_more() -> None:
    theirs = schedule("b1", None, subject="Velme", who="Velme")
    named = weigh(schedule("a1", None, subject="Corvid", who="Corvid, Velme"), theirs)["subject"]
    unnamed = weigh(schedule("a1", None, subject="Corvid", who="Corvid"), theirs)["stranger"]
    assert unnamed < named < 0


def test_the_age_of_another_person_weighs_more() -> None:
    counts = weigh(amount("a1", "3", subject="Lee"), amount("b1", "3", subject="Kim"))["stranger"]
    ages = weigh(amount("a1", "3", subject="Lee", measure="age"), amount("b1", "3", subject="Kim", measure="age"))
    assert ages["subject"] < counts < 0


def test_what_another_firm_has_of_its_own_weighs_more() -> None:
    prices = weigh(amount("a1", "3", subject="Lee"), amount("b1", "3", subject="Kim"))["stranger"]
    owned = [
        weigh(amount("a1", "3", subject="Lee", measure=mine), amount("b1", "3", subject="Kim", measure=theirs))
        for mine, theirs in (("revenue", "revenue"), ("share", "market share"))
    ]
    assert all(evidence["subject"] < prices < 0 for evidence in owned)


def test_the_times_that_quantities_belong_to_outweigh_one_value() -> None:
    same, other = (weigh(amount("a1", "3", period=year(2024)), amount("b1", "3", period=year(n))) for n in (2024, 2023))
    assert other["period"] + other["value"] < 0 < same["period"]


@pytest.mark.parametrize(("make", "value"), [(amount, "300"), (day, "2025-09-22")])
def test_a_value_that_returns_in_many_roles_identifies_less(make: Callable[..., Claim], value: str) -> None:
    a, b = make("a1", value), make("b1", value)
    again = [make(f"a{n}", value) for n in range(2, 5)]
    feature = "value" if a.quantity is not None else "time"
    assert weigh(a, b, again)[feature] < weigh(a, b)[feature]
    others = [make("c1", value), make("d1", value)]
    assert weigh(a, b, others)[feature] == weigh(a, b)[feature]


def test_a_word_that_every_article_has_says_less() -> None:
    a, b = (amount(name, "3", words=words, who="Ava") for name, words in (("a1", "dam flood"), ("b1", "dam storm")))
    common = [amount(name, "3", words="dam", who="Ava") for name in ("c1", "d1")]
    assert weigh(a, b, common)["context"] < weigh(a, b)["context"]


def test_articles_of_another_story_change_no_weight() -> None:
    a, b = (amount(name, "3", words=words, who="Ava") for name, words in (("a1", "dam flood"), ("b1", "dam storm")))
    others = [amount(name, "3", words="dam", who="Bo") for name in ("c1", "c2", "d1")]
    assert weigh(a, b, others) == weigh(a, b)


def test_the_total_may_leave_features_out() -> None:
    clues = [("prior", -1.5, str), ("value", 7.0, str), ("name", 1.0, str)]
    assert total(clues) == 6.5
    assert total(clues, without=frozenset({"value", "name"})) == -1.5
    assert total([]) == 0


NEAR = [
    (quantity("30"), quantity("30"), 1.0),
    (quantity("4.46E12"), quantity("4.5E12"), 1.0),
    (quantity("4E6", significant=1), quantity("4.4E6"), 1.0),
    (quantity("4E6", significant=1), quantity("4.5E6"), None),
    (quantity("48", "kilometer"), quantity("30", "mile"), 1.0),
    (quantity("77", "degF"), quantity("25", "degC"), 1.0),
    (quantity("30"), quantity("30", bound="at_least"), 1.0),
    (quantity("13E9", bound="more_than"), quantity("13E9"), 1.0),
    (quantity("30..40"), quantity("30..40"), 1.0),
    (quantity("30..40"), quantity("35"), 0.5),
    (quantity("30..40"), quantity("38..50"), 0.5),
    (quantity("100", bound="about", significant=3), quantity("104", significant=3), 0.5),
    (quantity("30"), quantity("35"), None),
    (quantity("30..40"), quantity("42"), None),
    (quantity("30", bound="at_least"), quantity("40"), None),
    (quantity("30..40"), quantity("35", bound="at_least"), None),
    (quantity("30", "USD"), quantity("30", "EUR"), None),
    (quantity("30", "mile"), quantity("30", "degC"), None),
]


@pytest.mark.parametrize(("a", "b", "expected"), NEAR)
def test_near(a: Quantity, b: Quantity, expected: float | None) -> None:
    assert near(based(a), based(b)) == expected
    assert near(based(b), based(a)) == expected


def test_nothing_is_near_what_has_no_base() -> None:
    assert near(quantity("30"), quantity("30")) is None


SLIPS = [
    ("1.2E6", "1.2E9", "USD", True),
    ("1.2E3", "1.2E9", "USD", True),
    ("12E3", "12E12", "USD", True),
    ("12", "12000", "GPU", True),
    ("2E6", "2E9", "USD", False),
    ("1.2E6", "1.3E9", "USD", False),
    ("1.2E6", "1.2E7", "USD", False),
    ("1.2E6", "1.2E6", "USD", False),
    ("0", "12", "USD", False),
    ("12..13", "12000", "USD", False),
]


@pytest.mark.parametrize(("a", "b", "unit", "expected"), SLIPS)
def test_a_slip_of_a_scale_word(a: str, b: str, unit: str, expected: bool) -> None:  # noqa: FBT001  # a table
    assert is_slip(quantity(a, unit), quantity(b, unit)) is expected
    assert is_slip(quantity(b, unit), quantity(a, unit)) is expected


def test_two_units_hold_no_slip() -> None:
    assert not is_slip(quantity("12", "megawatt"), quantity("12000", "gigawatt"))


SHAPES: dict[str, list[Any]] = {
    "who": ["", "Leeds", "Nvidia, Velme, Norrby, Stargate"],
    "words": ["", "dam river", "chip share"],
    "predicate": [None, "sign", "kill"],
    "subject": [None, "Nvidia", "Velme"],
    "object": [None, "Velme", "Norrby"],
    "period": [None, year(2023), year(2024)],
    "status": [Status.STATED, Status.NEGATED],
}


def shaped(name: str, shape: dict[str, Any]) -> list[Claim]:
    """Make a claim of every kind with the same roles; only a quantity belongs to a time."""
    fields: dict[str, Any] = {**shape}
    steps: dict[str, Any] = {key: value for key, value in shape.items() if key != "period"}
    ages = [amount(f"{name}1", "42", "year", measure=measure, **fields) for measure in ("age", "term", None)]
    return [
        *ages,
        amount(f"{name}2", "42", "person", **fields),
        amount(f"{name}3", "5", scope=Scope.INSTALMENT, **fields),
        amount(f"{name}4", "10..99", bound="vague", **fields),
        amount(f"{name}5", "4.2E6", scope=Scope.CHANGE, **fields),
        day(f"{name}6", "2025-09-22", **steps),
        weekday(f"{name}7", 1, **steps),
        weekday(f"{name}8", 0, dated=False, **steps),
        vague_day(f"{name}9", 1, **steps),
        schedule(f"{name}10", "gigawatt", **steps),
        schedule(f"{name}11", None, **steps),
    ]


SHAPE_LIST = [dict(zip(SHAPES, values, strict=True)) for values in product(*SHAPES.values())]


@pytest.mark.parametrize("first", [SHAPE_LIST[0], SHAPE_LIST[-1]])
def test_every_weight_that_a_feature_asks_for_is_in_its_table(first: dict[str, Any]) -> None:
    """Drives all features over all kinds; a key that `weights.toml` lacks is a KeyError here."""
    left = shaped("a", first)
    seen: set[str] = set()
    for shape in SHAPE_LIST[::61] + SHAPE_LIST[-8:]:
        right = shaped("b", shape)
        scorer = Scorer.of([*left, *right], ENGLISH)
        for a, b in product(left, right):
            money = {"schedule", "instalment"}
            kinds = {str(claim.quantity.scope) if claim.quantity else str(claim.kind) for claim in (a, b)}
            if a.kind is b.kind or kinds <= money:
                seen |= {item.feature for item in told(scorer.clues(a, b))}
                assert all(item.why for item in told(scorer.clues(a, b)))
    expected = {"prior", "value", "gap", "time", "scope", "measure"}
    assert seen >= expected | (
        {"name", "story", "predicate", "subject", "object", "period", "status", "context"} if first["who"] else set()
    )


def stories(common: int, size: int) -> tuple[Scorer, Claim, Claim]:
    """Make a corpus in which some articles share one name, and return its scorer with two claims of such articles."""
    claims = [
        replace(
            amount("a1", "3", who="Velme" if number < common else f"Norrby{number}"),
            id=f"{number}",
            article=f"n{number}",
        )
        for number in range(size)
    ]
    return Scorer.of(claims, {claim.article: "en" for claim in claims}), claims[0], claims[1]


# articles with the name, all articles, and whether it speaks against one story
COMMON = [(2, 400, False), (50, 400, False), (120, 400, True), (190, 400, True), (300, 400, False), (30, 40, False)]


@pytest.mark.parametrize(("common", "size", "is_against"), COMMON)
def test_a_name_that_many_articles_have_tells_no_story(common: int, size: int, is_against: bool) -> None:  # noqa: FBT001
    """Where more than half of all have it, it is what the corpus is about."""
    scorer, a, b = stories(common, size)
    weights = [item.weight for item in told(scorer.clues(a, b)) if item.feature == "story"]
    assert bool(weights) == is_against
    assert all(weight < 0 for weight in weights)


def test_an_article_with_two_values_in_a_unit_gives_none_alone() -> None:
    a, b = amount("a1", "14", "kilometer"), amount("b1", "18", "kilometer")
    assert "alone" in weigh(a, b)
    assert "alone" in weigh(a, b, [amount("a2", "14", "kilometer"), amount("c1", "7", "kilometer")])
    assert "alone" not in weigh(a, b, [amount("a2", "7", "kilometer")])


def test_an_article_with_two_tolls_gives_none_alone() -> None:
    a, b = amount("a1", "3", "person", **KILL), amount("b1", "5", "person", **KILL)
    assert "toll" in weigh(a, b)
    assert "toll" in weigh(a, b, [amount("a2", "3", "person", **KILL), amount("c1", "7", "person", **KILL)])
    assert "toll" not in weigh(a, b, [amount("a2", "7", "person", **KILL)])


# two claims, and whether their values differ in two stories
TWO_STORIES = [
    (amount("a1", "3", who="Ava"), amount("b1", "8", who="Bo"), True),
    (day("a1", "2025-09-22", who="Ava"), day("b1", "2025-09-29", who="Bo"), True),
    (amount("a1", "3", who="Ava"), amount("b1", "3", who="Bo"), False),
    (day("a1", "2025-09-22", who="Ava"), day("b1", "2025-09-22", who="Bo"), False),
    (amount("a1", "3", who="Ava"), amount("b1", "8", who="Ava"), False),
    (amount("a1", "3", who="Ava"), amount("b1", "8"), False),
]


@pytest.mark.parametrize(("a", "b", "expected"), TWO_STORIES)
def test_what_differs_without_a_shared_name_is_of_two_stories(a: Claim, b: Claim, expected: bool) -> None:  # noqa: FBT001
    scorer = Scorer.of([a, b], ENGLISH)
    assert scorer.are_two_stories(a, b) == expected
    found = {item.feature: item.weight for item in told(scorer.clues(a, b))}
    assert expected == ("story" in found and (found.get("gap") is not None or found.get("time", 0) < 0))
