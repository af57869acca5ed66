"""The facts of a whole store, by columns: what its claims are compared by, and what comes of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from claimcheck import Article, Config, Store
from claimcheck.errors import ClusterError, StoreError
from claimcheck.model import DateBasis
from command import run

PLAIN = Config(model="none")


def article(name: str, square_feet: str, day: int = 3) -> Article:
    text = f"Lumen bought {square_feet} of land on 2 May 2024."
    return Article(name, text, language="en", published=date(2024, 5, day))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "s.duckdb")
    most = [article(f"a{number}", "310,000 square metres") for number in range(4)]
    store.add([*most, article("b", "420,000 square metres"), article("c", "42 hectares")], config=PLAIN)
    return store


def test_a_store_has_what_claims_are_compared_by(store: Store) -> None:
    columns = "name, base_unit, base_number, base_rounding, base_low, base_high, day"
    found = store.query(f"SELECT {columns} FROM claim WHERE article IN ('b', 'c') AND value IS NOT NULL").to_pylist()  # noqa: S608
    assert found == [
        {
            "name": "Lumen", "base_unit": "meter ** 2", "base_number": 420_000.0, "base_rounding": 5000.0,
            "base_low": 415_000.0, "base_high": 425_000.0, "day": date(2024, 5, 2),
        }
    ] * 2  # fmt: skip


def test_facts_are_written_and_counted(store: Store, tmp_path: Path) -> None:
    linked = store.facts(tmp_path / "out")
    assert (linked.claims, linked.facts, linked.in_conflict) == (6, 1, 1)
    facts = pq.read_table(tmp_path / "out" / "facts").to_pylist()
    assert facts == [*linked.worst]
    assert {name: facts[0][name] for name in ("subject", "number", "least", "most", "articles", "conflict")} == {
        "subject": "Lumen", "number": 310_000.0, "least": 310_000.0, "most": 420_000.0, "articles": 6, "conflict": 2,
    }  # fmt: skip
    claims = pq.read_table(tmp_path / "out" / "claims").to_pylist()
    assert [claim["relation"] for claim in claims] == ["agree"] * 4 + ["conflict"] * 2
    assert {claim["fact"] for claim in claims} == {claims[0]["claim"]}
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["claims", "facts"]


def test_the_command_shows_what_is_most_in_conflict(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, shown, problems = run("facts", "s.duckdb", "out", "--jobs", "2")
    lines = shown.splitlines()
    assert lines[0] == "out: 6 claims, 1 facts, 1 with conflicts"
    assert lines[2].split() == ["subject", "predicate", "unit", "number", "least", "most", "articles", "conflict"]
    assert lines[3].split() == ["Lumen", "buy", "meter", "**", "2", "310000.0", "310000.0", "420000.0", "6", "2"]
    assert (code, problems) == (0, "")
    assert store.facts("out").facts == 1


def test_a_day_that_a_text_states_is_the_day_of_its_article(tmp_path: Path) -> None:
    store = Store(tmp_path / "s.duckdb")
    text = "3 May 2024\n\nLumen bought 310,000 square metres of land."
    store.add([Article("a", text, language="en"), article("b", "310,000 square metres", 4)], config=PLAIN)
    assert store.query("SELECT id, published FROM article ORDER BY id").to_pylist() == [
        {"id": "a", "published": date(2024, 5, 3)},
        {"id": "b", "published": date(2024, 5, 4)},
    ]
    assert [article.published_from for article in store.report().articles] == [DateBasis.TEXT, DateBasis.UNKNOWN]
    store.facts(tmp_path / "out")
    (fact,) = pq.read_table(tmp_path / "out" / "facts").to_pylist()
    assert (fact["first"], fact["last"]) == (date(2024, 5, 3), date(2024, 5, 4))


def test_what_is_not_ours_in_the_folder_is_left_alone(store: Store, tmp_path: Path) -> None:
    foreign = tmp_path / "out" / "claims" / "extra.parquet"
    foreign.parent.mkdir(parents=True)
    foreign.touch()
    assert store.facts(tmp_path / "out").facts == 1
    assert foreign.exists()


def test_a_run_that_fails_leaves_nothing_but_what_it_has_done(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ClusterError("all are dead")

    monkeypatch.setattr("claimcheck.pipeline.archive.link_records", broken)
    with pytest.raises(ClusterError):
        store.facts(tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["claims", "facts"]


def test_without_conflicts_there_is_no_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Store("s.duckdb").add([Article("a", "It rained.", language="en")], config=PLAIN)
    assert run("facts", "s.duckdb", "out") == (0, "out: 0 claims, 0 facts, 0 with conflicts\n", "")


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["none.duckdb", "out"], "claimcheck: none.duckdb: there is no such store; claimcheck add makes one\n"),
        (["s.duckdb", "s.duckdb"], "claimcheck: s.duckdb: cannot be written: File exists\n"),
        (["s.duckdb", "s.duckdb/out"], "claimcheck: s.duckdb/out: cannot be written: Not a directory\n"),
        (["s.duckdb", "out", "--jobs", "-1"], "claimcheck: --jobs: should be a number of processes, or 0 for one on"),
    ],
)
def test_what_cannot_be_done_is_told(
    arguments: list[str], error: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, shown, problems = run("facts", *arguments)
    assert (code, shown) == (2, "")
    assert problems.startswith(error)


def test_an_older_store_gets_these_columns_with_the_next_addition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path / "s.duckdb")
    with monkeypatch.context() as before:
        before.setattr("claimcheck.pipeline.stored.VERSION", 1)
        store.add([article("a0", "310,000 square metres")], config=PLAIN)
    with duckdb.connect(str(tmp_path / "s.duckdb")) as connection:
        for column in ("name", "base_unit", "base_number", "base_rounding", "base_low", "base_high", "day"):
            connection.execute(f"ALTER TABLE claim DROP COLUMN {column}")
        connection.execute("UPDATE store SET version = 1")
    older = r"s\.duckdb: an older claimcheck made it; the next addition brings it up to date$"
    with pytest.raises(StoreError, match=older):
        store.facts(tmp_path / "out")
    added = store.add([article("a0", "310,000 square metres"), article("d", "9 hectares")], config=PLAIN)
    assert (added.new, added.changed, added.same) == (1, 1, 0)
    assert store.facts(tmp_path / "out").claims == 2
