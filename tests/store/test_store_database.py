"""The file of a store: what is written is read again unchanged, whole or not at all, beside other processes."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

import claimcheck
from claimcheck import Article
from claimcheck.errors import MissingExtraError, StoreError
from claimcheck.pipeline.extraction import extracted
from claimcheck.store import Database, Entry, database, digest_of, is_store, origin_of, schema

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


def entry(name: str, text: str = "The mill cost $3 million.", digest: str = "d") -> Entry:
    article = Article(name, text, source="Wire", published=date(2025, 9, 23), language="en", path=f"{name}.txt")
    return Entry(article, claimcheck.extract(article, model="none"), None, f"/{name}.txt#{name}", digest)


@pytest.fixture
def store(tmp_path: Path) -> Database:
    return Database(tmp_path / "a.duckdb", patience=0.3)


def test_entries_come_back_as_they_were(store: Database) -> None:
    articles = claimcheck.read(sorted(FIXTURES.glob("*/*.txt")))
    work = extracted(articles, claimcheck.Config(model="none"), print)
    entries = [Entry(item.article, item.claims, "m", origin_of(item.article), "d") for item in work]
    assert len(entries) > 20
    store.put(entries[::-1])
    assert list(store.entries()) == sorted(entries, key=lambda entry: entry.origin)


def test_an_article_is_replaced_in_its_place(store: Database) -> None:
    store.put([entry("b"), entry("a")])
    store.put([entry("b", "The mill cost $4 million. It has 20 looms.", "e"), entry("c")])
    assert list(store.known().items()) == [
        ("/b.txt#b", ("b", "e")), ("/a.txt#a", ("a", "d")), ("/c.txt#c", ("c", "d")),
    ]  # fmt: skip
    assert [claim.text for item in store.entries() for claim in item.claims] == [
        "$3 million", "$4 million", "20 looms", "$3 million",
    ]  # fmt: skip


def test_an_id_that_another_article_has_is_refused(store: Database) -> None:
    store.put([entry("a")])
    with pytest.raises(StoreError, match="another process has added articles meanwhile; add yours again"):
        store.put([entry("b"), replace(entry("a", "Another."), origin="/elsewhere/a.txt#a")])
    assert list(store.entries()) == [entry("a")]


def test_columns_say_what_queries_need(store: Database) -> None:
    store.put([entry("a", "Ann Lee bought at least 20 looms on 3 May 2024.")])
    found = store.query("SELECT text, first, last, value, unit, bound, subject, predicate FROM claim ORDER BY first")
    assert found.to_pylist()[0] == {
        "text": "at least 20 looms", "first": 15, "last": 32, "value": 20.0, "unit": "loom", "bound": "at_least",
        "subject": "Ann Lee", "predicate": "buy",
    }  # fmt: skip
    assert store.query("SELECT earliest, latest FROM claim WHERE kind = 'date'").to_pylist() == [
        {"earliest": date(2024, 5, 3), "latest": date(2024, 5, 3)}
    ]
    assert store.query("SELECT source, published, text FROM article").to_pylist() == [
        {"source": "Wire", "published": date(2025, 9, 23), "text": "Ann Lee bought at least 20 looms on 3 May 2024."}
    ]


def test_any_reader_opens_it(store: Database) -> None:
    store.put([entry("a")])
    with duckdb.connect(str(store.path), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM claim").fetchall() == [(1,)]


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("SELECT x FROM claim", 'Binder Error: Referenced column "x" not found'),
        ("DELETE FROM claim", "read-only mode"),
        ("SELEC", "Parser Error"),
        (" ", "the statement selects nothing"),
    ],
)
def test_a_wrong_statement_is_an_error(store: Database, statement: str, message: str) -> None:
    store.put([entry("a")])
    with pytest.raises(StoreError) as error:
        store.query(statement)
    assert str(error.value).startswith(f"{store.path}: ")
    assert message in str(error.value)
    assert len(list(store.entries())) == 1


def test_what_is_no_store_is_named(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "other.duckdb")) as connection:
        connection.execute("CREATE TABLE claim (x INTEGER)")
    (tmp_path / "text.txt").write_text("The mill cost $3 million.", encoding="utf-8")
    for name, message in {
        "none.duckdb": "there is no such store",
        "other.duckdb": "is a DuckDB database, but no store of claims",
        "text.txt": "cannot be opened",
    }.items():
        with pytest.raises(StoreError, match=message) as error:
            list(Database(tmp_path / name).entries())
        assert str(error.value).startswith(f"{tmp_path / name}: ")
    for name in ("other.duckdb", "text.txt"):
        before = (tmp_path / name).read_bytes()
        with pytest.raises(StoreError):
            Database(tmp_path / name).put([entry("a")])
        assert (tmp_path / name).read_bytes() == before
    assert [is_store(tmp_path / name) for name in ("none.duckdb", "text.txt", ".", "other.duckdb")] == [
        False, False, False, True,
    ]  # fmt: skip


@pytest.mark.parametrize("use", ["known", "entries", "query", "put"])
def test_a_folder_without_a_snapshot_is_named(tmp_path: Path, use: str) -> None:
    store = Database(tmp_path)
    uses: dict[str, Callable[[], object]] = {
        "known": store.known,
        "entries": lambda: list(store.entries()),
        "query": lambda: store.query("SELECT 1"),
        "put": lambda: store.put([entry("a")]),
    }
    with pytest.raises(StoreError, match=r"is a folder without a snapshot; name the file of a store first$"):
        uses[use]()


def test_a_snapshot_that_is_broken_is_named(tmp_path: Path) -> None:
    for table in ("article", "claim"):
        (tmp_path / f"{table}.parquet").write_text("no Parquet", encoding="utf-8")
    for use in (Database(tmp_path).known, lambda: list(Database(tmp_path).entries())):
        with pytest.raises(StoreError, match=r"^.*: Invalid Input Error: .*Parquet|magic bytes"):
            use()


def test_a_name_that_is_no_path_is_no_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = tmp_path / ("x" * 350)
    assert not is_store(long)
    with pytest.raises(StoreError, match=r"cannot be opened: File name too long$"):
        Database(long).known()
    assert Database(Path(__file__) / "below.duckdb").known() == {}
    stat = os.stat

    def refuse(path: Any, *arguments: Any, **options: Any) -> os.stat_result:
        if path == tmp_path / "shut" / "a.duckdb":
            raise PermissionError(13, "Permission denied", path)
        return stat(path, *arguments, **options)

    monkeypatch.setattr(os, "stat", refuse)
    assert not is_store(tmp_path / "shut" / "a.duckdb")


def test_only_what_duckdb_says_of_locks_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "lock blocks" / "x.duckdb"
    path.parent.mkdir()
    path.write_text("The mill cost $3 million.", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be opened: IO Error: "):
        Database(path, patience=5).known()


def test_what_has_the_origin_of_another_takes_its_place(store: Database) -> None:
    store.put([entry("a"), entry("b")])
    renamed = replace(entry("c", "The mill cost $4 million."), origin=entry("a").origin)
    store.put([renamed])
    assert list(store.entries()) == [renamed, entry("b")]
    assert store.query("SELECT count(*) AS n FROM claim").to_pylist() == [{"n": 2}]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="other systems have no named pipes")
def test_no_pipe_is_a_store_and_what_comes_through_it_is_kept() -> None:
    read_end, write_end = os.pipe()
    os.write(write_end, b"Lumen paid $3 million.")
    os.close(write_end)
    try:
        assert not is_store(Path(f"/dev/fd/{read_end}"))
        assert os.read(read_end, 5) == b"Lumen"
    finally:
        os.close(read_end)


def test_a_store_is_brought_up_to_date(store: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    store.put([entry("a")])
    step = "ALTER TABLE article ADD COLUMN topic VARCHAR DEFAULT 'mills'"
    monkeypatch.setattr(database, "STEPS", (*schema.STEPS, step))
    assert len(list(store.entries())) == 1  # an older one is read as it is
    store.put([entry("b")])
    assert store.query("SELECT topic FROM article").to_pylist() == [{"topic": "mills"}] * 2
    monkeypatch.undo()
    for use in (store.known, lambda: store.put([entry("c")])):
        with pytest.raises(StoreError, match="was written by a newer claimcheck"):
            use()


def test_a_step_that_fails_leaves_the_store_as_it_was(store: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    store.put([entry("a")])
    monkeypatch.setattr(database, "STEPS", (*schema.STEPS, "ALTER TABLE article ADD COLUMN x INTEGER; SELECT nothing"))
    with pytest.raises(StoreError, match="cannot be written"):
        store.put([entry("b")])
    monkeypatch.undo()
    assert [item.article.id for item in store.entries()] == ["a"]


@contextmanager
def open_elsewhere(path: Path, seconds: float) -> Iterator[None]:
    """Hold a file open for writing in another process."""
    script = f"import duckdb, time; c = duckdb.connect({str(path)!r}); print('open', flush=True); time.sleep({seconds})"
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:  # noqa: S603
        assert process.stdout is not None
        assert process.stdout.readline() == b"open\n"
        yield
        process.kill()


def test_a_store_that_stays_open_elsewhere_is_an_error(store: Database) -> None:
    store.put([entry("a")])
    with open_elsewhere(store.path, 60):
        for use in (store.known, lambda: list(store.entries()), lambda: store.put([entry("b")])):
            with pytest.raises(StoreError, match="another process has it open; try again when that is done"):
                use()
    assert list(store.known()) == ["/a.txt#a"]


def test_a_store_is_waited_for(store: Database) -> None:
    store.put([entry("a")])
    patient = Database(store.path, patience=30)
    with open_elsewhere(store.path, 0.5):
        patient.put([entry("b")])
        assert len(list(patient.entries())) == 2


def test_a_snapshot_is_read_as_the_store_is(store: Database, tmp_path: Path) -> None:
    store.put([entry("b"), entry("a")])
    folder = tmp_path / "new" / "snapshot"
    store.snapshot(folder)
    assert sorted(path.name for path in folder.iterdir()) == ["article.parquet", "claim.parquet"]
    assert is_store(folder)
    with open_elsewhere(store.path, 60):
        assert list(Database(folder).entries()) == [entry("a"), entry("b")]
    with pytest.raises(StoreError, match="is there already; a snapshot gets a folder of its own"):
        store.snapshot(folder)
    assert [path.name for path in folder.parent.iterdir()] == ["snapshot"]
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be written"):
        store.snapshot(tmp_path / "file" / "x")
    with pytest.raises(StoreError, match="a snapshot can only be read"):
        Database(folder).put([entry("d")])


# In a process of its own, to be killed: puts articles, three at a time, for as long as it lives.
WRITER = """
import sys
from pathlib import Path
from itertools import count
from claimcheck import Article
from claimcheck.store import Database, Entry
from claimcheck.model import Claim, ClaimKind

store, begin = Database(Path(sys.argv[1])), int(sys.argv[2])
for number in count(begin):
    batch = []
    for part in "abc":
        name = f"{number}{part}"
        claims = [Claim(f"{name}:{n}", name, ClaimKind.QUANTITY, n, n + 1, "x", (0, 9)) for n in range(40)]
        batch.append(Entry(Article(name, "x" * 2000), claims, None, name, "d"))
    store.put(batch)
    print(number, flush=True)
"""


def test_a_killed_writer_leaves_whole_batches(store: Database) -> None:
    chance = random.Random(5)  # noqa: S311  # when to kill
    committed = set[int]()
    for start in range(0, 600, 100):
        command = [sys.executable, "-c", WRITER, str(store.path), str(start)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603
            assert process.stdout is not None
            committed.add(int(process.stdout.readline()))
            time.sleep(chance.random() * 0.4)
            os.kill(process.pid, signal.SIGKILL)
            committed |= {int(line) for line in process.stdout.read().splitlines()}
        held = {item.article.id: len(item.claims) for item in store.entries()}
        assert set(held.values()) == {40}
        numbers = {int(name[:-1]) for name in held}
        assert held.keys() == {f"{number}{part}" for number in numbers for part in "abc"}
        assert committed <= numbers
        assert len(numbers - committed) <= start // 100 + 1  # each killed one may have written what it did not yet say


def test_a_digest_changes_with_all_that_an_article_is_read_with() -> None:
    article = entry("a").article
    same = digest_of(article, ["1", "auto"])
    assert digest_of(replace(article, id="b", path="elsewhere"), ["1", "auto"]) == same
    changed = [
        replace(article, text="x"), replace(article, source="Daily"), replace(article, published=None),
        replace(article, language="fr"),
    ]  # fmt: skip
    digests = {digest_of(other, ["1", "auto"]) for other in changed}
    assert len(digests | {same, digest_of(article, ["2", "auto"])}) == len(changed) + 2


def test_the_extra_is_named(store: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(MissingExtraError, match="a store needs duckdb, which the extra 'store' of claimcheck installs"):
        store.put([entry("a")])


def test_records_are_json(store: Database) -> None:
    store.put([entry("a")])
    (row,) = store.query("SELECT record FROM claim").to_pylist()
    assert json.loads(row["record"])["text"] == "$3 million"
