"""Linking by columns: which records are of one fact, and that nothing else hangs on the other records."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.adapters.arrays import best, medians, near, roots, runs
from claimcheck.link import link_records, related_names

START = date(2025, 3, 1)
SCHEMA = pa.schema(
    [
        ("article", pa.string()), ("subject", pa.string()), ("predicate", pa.string()), ("unit", pa.string()),
        ("number", pa.float64()), ("rounding", pa.float64()), ("published", pa.date32()), ("day", pa.date32()),
    ]
)  # fmt: skip


def record(number: float, rounding: float = 0.5, **fields: Any) -> dict[str, Any]:
    """Make a record; `published` and `day` count days."""
    known = {
        "article": "a",
        "subject": "Lumen",
        "predicate": "buy",
        "unit": "m2",
        "published": 0,
        "day": None,
        **fields,
    }
    days = {name: None if known[name] is None else START + timedelta(days=known[name]) for name in ("published", "day")}
    return {**known, **days, "number": float(number), "rounding": rounding}


def facts(*records: dict[str, Any]) -> list[int]:
    found: list[int] = link_records(pa.Table.from_pylist(list(records), schema=SCHEMA)).tolist()
    return found


def told(times: int, number: float, rounding: float = 0.5, **fields: Any) -> list[dict[str, Any]]:
    """Make the records of several articles that tell the same."""
    return [record(number, rounding, article=f"{number} {place}", **fields) for place in range(times)]


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        pytest.param(record(310), record(310, published=20), True, id="one number"),
        pytest.param(record(310), record(310, published=40), False, id="one number, other news"),
        pytest.param(record(310), record(310, unit="person"), False, id="another unit"),
        pytest.param(record(310), record(310, subject="Brankovo"), False, id="another name"),
        pytest.param(record(310), record(310, subject="Lumen Mills"), True, id="a short form"),
        pytest.param(record(310), record(310 * (1 + 1e-15)), True, id="what conversion leaves"),
        pytest.param(record(310), record(300, 50), True, id="rounded"),
        pytest.param(record(310), record(400, 50), False, id="rounded from something else"),
        pytest.param(record(310, day=1), record(300, 50, day=9), False, id="rounded, of another day"),
        pytest.param(record(310), record(310, predicate="own"), True, id="otherwise put"),
        pytest.param(record(3, 0.5), record(3, 0.5, predicate="own"), False, id="otherwise put, and a round number"),
        pytest.param(record(310, day=1), record(310, predicate="own", day=9), False, id="otherwise put, another day"),
        pytest.param(record(310), record(420), False, id="one against one"),
        pytest.param(record(0), record(0), True, id="none"),
        pytest.param(record(-310), record(310), False, id="signs differ"),
        pytest.param(record(310, published=None), record(310, published=None), True, id="days unknown"),
        pytest.param(record(310, published=None, day=3), record(310, published=5), True, id="the day for the paper's"),
    ],
)
def test_two_records(first: dict[str, Any], second: dict[str, Any], *, is_one: bool) -> None:
    for pair in ((first, second), (second, first)):
        assert facts(*pair) == [0, 0 if is_one else 1]


@pytest.mark.parametrize(
    ("few", "is_one"),
    [
        pytest.param(told(2, 420, day=1), True, id="fewer say so of the day"),
        pytest.param(told(4, 420, day=1), False, id="as many do"),
        pytest.param(told(2, 420, day=8), False, id="of another day"),
        pytest.param(told(2, 420), False, id="of no day"),
        pytest.param(told(2, 420, day=1, predicate="own"), False, id="something else"),
        pytest.param(told(2, 420, day=1, published=15), False, id="later"),
        pytest.param(told(2, 31_000, day=1), False, id="far off"),
        pytest.param(told(2, 310_000, day=1), True, id="a lost scale word"),
        pytest.param(told(2, 311_000, day=1), False, id="other digits"),
        pytest.param(told(2, -420, day=1), False, id="another sign"),
    ],
)
def test_what_fewer_tell_contradicts(few: list[dict[str, Any]], *, is_one: bool) -> None:
    most = told(4, 310, day=1)
    assert facts(*most, *few) == [0] * 4 + [0 if is_one else 4] * len(few)
    assert len({*facts(*few, *most)}) == (1 if is_one else 2)


def test_days_of_many_reports_tell_apart_what_those_of_few_do_not() -> None:
    few = [*told(4, 310, day=1), *told(1, 420, day=2)]
    many = [*told(40, 310, day=1), *told(20, 420, day=2)]
    assert len({*facts(*few)}) == 1
    assert len({*facts(*many)}) == 2


def test_a_day_that_is_a_mistake_does_not_count() -> None:
    wrong = record(310, article="w", day=200)
    assert len({*facts(*told(8, 310, day=1), wrong, *told(3, 420, day=1))}) == 1


def test_what_contradicts_one_that_contradicts_stays_by_itself() -> None:
    chain = [*told(8, 310, day=1), *told(5, 420, day=1), *told(2, 8000, day=1)]
    assert facts(*chain) == [0] * 13 + [13] * 2


def test_a_slip_in_a_name_is_one_name_where_the_same_is_said_of_both() -> None:
    said = [record(number, subject="Lumenko") for number in (310, 470, 990) for _ in range(2)]
    assert facts(*said, record(310, subject="Lumneko"), record(470, subject="Lumneko"))[6:] == [0, 2]
    assert facts(*said, record(310, subject="Lumneko"), record(12, subject="Lumneko"), record(13, subject="Lumneko"))[
        6:
    ] == [6, 7, 8]
    assert facts(*said, record(310, subject="Lumneko", published=90))[6:] == [6]


def test_a_fact_is_the_first_record_of_it_also_where_a_later_one_is_its_root() -> None:
    assert facts(record(300, 50), record(7), record(310), record(7)) == [0, 1, 0, 1]
    assert facts(*told(2, 420, day=1), record(7), *told(4, 310, day=1), record(7)) == [0, 0, 2, 0, 0, 0, 0, 2]


def test_facts_of_one_size_do_not_hang_on_one_another_in_a_circle() -> None:
    buy, own, sell = ({"predicate": predicate} for predicate in ("buy", "own", "sell"))
    circle = [
        record(311, 1, **buy), record(312, 0.5, **sell), record(310, 5, **own), record(311, 1, **sell),
        record(312, 0.5, **own), record(310, 5, **buy),
    ]  # fmt: skip
    assert facts(*circle) == [0] * 6


def test_no_record_is_no_fact() -> None:
    assert facts() == []


def test_related_names_are_those_that_may_be_linked() -> None:
    related = related_names(["Lumen", "Lumen Mills", "Lumne", "Lumenko", "Oravia", "Orvaia Group"])
    assert related["Lumen"] == related["Lumen Mills"] == related["Lumne"]
    assert related["Oravia"] == related["Orvaia Group"]
    assert len({related[name] for name in ("Lumen", "Lumenko", "Oravia")}) == 3


NAMES = ["Lumen", "Lumen Mills", "Lumne", "Brankovo", "Brankvoo", "Brankovo Steel", "Oravia"]
RECORDS = st.lists(
    st.builds(
        record,
        st.sampled_from([3, 300, 310, 312, 420, 310_000]),
        st.sampled_from([0.5, 5.0, 50.0]),
        subject=st.sampled_from(NAMES),
        predicate=st.sampled_from(["buy", "own"]),
        unit=st.sampled_from(["m2", "person"]),
        published=st.none() | st.integers(0, 60),
        day=st.none() | st.integers(-2, 4),
        article=st.sampled_from("abcd"),
    ),
    max_size=40,
)


@given(RECORDS)
@settings(max_examples=200)
def test_names_that_are_not_related_may_be_linked_in_different_places(records: list[dict[str, Any]]) -> None:
    whole = facts(*records)
    related = related_names({one["subject"] for one in records})
    for root in {*related.values()}:
        places = [place for place, one in enumerate(records) if related[one["subject"]] == root]
        assert [places[fact] for fact in facts(*(records[place] for place in places))] == [
            whole[place] for place in places
        ]


@given(RECORDS)
@settings(max_examples=100)
def test_a_fact_is_its_first_record_and_has_one_unit(records: list[dict[str, Any]]) -> None:
    found = facts(*records)
    assert all(found[fact] == fact and fact <= place for place, fact in enumerate(found))
    assert [records[fact]["unit"] for fact in found] == [one["unit"] for one in records]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 9)), max_size=30))
def test_arrays_do_what_loops_would(rows: list[tuple[int, int]]) -> None:
    groups = np.array([group for group, _ in rows], dtype=np.int64)
    values = np.array([value for _, value in rows], dtype=np.float64)
    ids = runs(groups)
    seen: dict[int, int] = {}
    assert ids.tolist() == [seen.setdefault(group, len(seen)) for group, _ in rows]
    assert [rows[row] for row in best(groups, values)] == [
        min((row for row in rows if row[0] == group), key=lambda row: row[1]) for group in sorted({*groups.tolist()})
    ]
    middles = [sorted(value for group, value in rows if group == name) for name in seen]
    assert medians(ids, values, len(seen)).tolist() == [middle[len(middle) // 2] for middle in middles]
    pairs = {frozenset(pair) for pair in zip(*(side.tolist() for side in near(groups, values, 30)), strict=True)}
    assert pairs == {
        frozenset((a, b)) for a, b in permutations(range(len(rows)), 2) if rows[a][0] == rows[b][0]
    }  # fmt: skip


def test_roots_are_found_however_deep() -> None:
    assert roots(np.array([0, *range(99)])).tolist() == [0] * 100
