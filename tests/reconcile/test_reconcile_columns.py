"""Records of one fact compared by columns with what most articles give."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from claimcheck.reconcile import compare_records

SCHEMA = pa.schema(
    [
        ("claim", pa.string()), ("article", pa.string()), ("subject", pa.string()), ("predicate", pa.string()),
        ("unit", pa.string()), ("number", pa.float64()), ("rounding", pa.float64()), ("low", pa.float64()),
        ("high", pa.float64()), ("published", pa.date32()),
    ]
)  # fmt: skip


def record(claim: str, number: float, rounding: float = 0.5, day: int = 1, **fields: Any) -> dict[str, Any]:
    known = {"article": claim, "subject": "Lumen", "predicate": "buy", "unit": "m2", "published": date(2025, 3, day)}
    ends = {"low": number - rounding, "high": number + rounding}
    return {**known, **ends, "claim": claim, "number": float(number), "rounding": rounding, **fields}


def compared(*records: dict[str, Any], facts: list[int] | None = None) -> tuple[list[str], list[dict[str, Any]]]:
    table = pa.Table.from_pylist(list(records), schema=SCHEMA)
    claims, described = compare_records(table, np.array(facts or [0] * len(records), dtype=np.int64))
    return claims["relation"].to_pylist(), described.to_pylist()


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        pytest.param(record("c", 310), "agree", id="the same"),
        pytest.param(record("c", 300, 50), "agree", id="rounded"),
        pytest.param(record("c", 310.4), "agree", id="within what is rounded"),
        pytest.param(record("c", 310.5), "compatible", id="at the end of what is rounded"),
        pytest.param(record("c", 311), "compatible", id="ends that touch from above"),
        pytest.param(record("c", 309), "compatible", id="ends that touch from below"),
        pytest.param(record("c", 250, low=250.0, high=None), "compatible", id="at least less"),
        pytest.param(record("c", 400, low=None, high=400.0), "compatible", id="at most more"),
        pytest.param(record("c", 400, low=400.0, high=None), "conflict", id="at least more"),
        pytest.param(record("c", 400), "conflict", id="another number"),
        pytest.param(record("c", 400, day=9, unit="person"), "update", id="more people later"),
        pytest.param(record("c", 400, day=9, predicate="kill"), "update", id="a count that only grows"),
        pytest.param(record("c", 200, day=9, unit="person"), "conflict", id="fewer people later"),
        pytest.param(record("c", 200, unit="person", published=date(2025, 2, 1)), "update", id="fewer people before"),
        pytest.param(record("c", 400, day=9), "conflict", id="another number later"),
        pytest.param(record("c", 400, unit="person", published=None), "conflict", id="nobody knows when"),
    ],
)
def test_one_against_two(other: dict[str, Any], relation: str) -> None:
    two = [record(name, 310, unit=other["unit"], predicate=other["predicate"]) for name in "ab"]
    assert compared(*two, other)[0] == ["agree", "agree", relation]
    assert compared(other, *two)[0] == [relation, "agree", "agree"]


def test_articles_are_counted_and_not_how_often_one_says_it() -> None:
    often = [record(f"o{place}", 400, article="o") for place in range(5)]
    assert compared(*often, record("a", 310), record("b", 310))[0] == ["conflict"] * 5 + ["agree"] * 2


def test_what_other_facts_say_does_not_count() -> None:
    others = [record("d", 310, article="b"), record("e", 310, article="c"), record("f", 310)]
    found, described = compared(
        *others, record("a", 310), record("b", 400), record("c", 400), facts=[1, 1, 1, 0, 0, 0]
    )  # fmt: skip
    assert found == ["agree", "agree", "agree", "conflict", "agree", "agree"]
    assert [fact["articles"] for fact in described] == [3, 3]


def test_of_those_who_give_one_number_the_most_exact_speaks() -> None:
    assert compared(record("a", 300, 50), record("b", 300), record("c", 340))[0] == ["agree", "agree", "conflict"]


def test_floats_that_are_off_by_a_hair_are_one_number() -> None:
    records = [record("a", 3e9, 0), record("b", 3e9, 0), record("c", 3e9 + 1e-6, 0)]
    assert compared(*records)[0] == ["agree"] * 3


def test_a_limit_below_zero_leaves_open_what_lies_below_it() -> None:
    cold = [record("a", -310), record("b", -310), record("c", -200, low=None, high=-200.0)]
    assert compared(*cold)[0] == ["agree", "agree", "compatible"]


def test_a_count_grows_from_the_day_of_those_who_say_what_most_say() -> None:
    days = {"c": 5, "d": 9, "e": 9}
    later = [record(name, 400 + day, day=day, unit="person") for name, day in days.items()]
    two = [record(name, 310, unit="person") for name in "ab"]
    assert compared(*two, *later)[0] == ["agree"] * 2 + ["update"] * 3


def test_facts_are_described() -> None:
    _, described = compared(
        record("a", 310), record("x", 7, 0.5, 4, unit="person", subject="Oravia"), record("b", 310, day=3),
        record("c", 400), facts=[0, 1, 0, 0],
    )  # fmt: skip
    assert described == [
        {
            "fact": "a", "subject": "Lumen", "predicate": "buy", "unit": "m2", "number": 310.0, "least": 310.0,
            "most": 400.0, "first": date(2025, 3, 1), "last": date(2025, 3, 3), "claims": 3, "articles": 3, "agree": 2,
            "compatible": 0, "update": 0, "conflict": 1,
        },
        {
            "fact": "x", "subject": "Oravia", "predicate": "buy", "unit": "person", "number": 7.0, "least": 7.0,
            "most": 7.0, "first": date(2025, 3, 4), "last": date(2025, 3, 4), "claims": 1, "articles": 1, "agree": 1,
            "compatible": 0, "update": 0, "conflict": 0,
        },
    ]  # fmt: skip


def test_each_record_names_its_fact() -> None:
    table = pa.Table.from_pylist([record("a", 1), record("b", 2), record("c", 1)], schema=SCHEMA)
    claims, _ = compare_records(table, np.array([0, 1, 0]))
    assert claims.select(["claim", "fact"]).to_pylist() == [
        {"claim": "a", "fact": "a"}, {"claim": "b", "fact": "b"}, {"claim": "c", "fact": "a"},
    ]  # fmt: skip


def test_no_record_is_no_fact() -> None:
    assert compared() == ([], [])
