"""Engines: one result, whatever does the work and whichever of its workers die."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from workload import double, fail_on_seven

import claimcheck
from claimcheck import Article, Config
from claimcheck.errors import ClusterError, MissingExtraError
from claimcheck.pipeline.archive import CLAIMS, FACTS, link_archive
from claimcheck.scale import (
    Died,
    Engine,
    connected,
    in_buckets,
    in_cluster,
    in_turn,
    on_dask,
    on_processes,
    on_spark,
    write_whole,
)
from command import run

if TYPE_CHECKING:
    from distributed import Client

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
WARM = "claimcheck.pipeline.archive"


@contextmanager
def local_cluster(workers: int) -> Iterator[Client]:
    """Start workers in processes of their own."""
    import dask  # noqa: PLC0415  # slow to import
    from distributed import LocalCluster  # noqa: PLC0415

    # The scheduler gives up at once on what kills a worker, so that a test knows how many it kills.
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        LocalCluster(  # type: ignore[no-untyped-call]
            n_workers=workers, threads_per_worker=1, memory_limit="2GB", dashboard_address=":0"
        ) as local,
        local.get_client() as client,
    ):
        yield client


@pytest.fixture(scope="module")
def cluster() -> Iterator[Client]:
    """A cluster on which nothing is killed."""
    with local_cluster(2) as client:
        yield client


@pytest.fixture
def doomed() -> Iterator[Client]:
    """One worker more than a test kills: one that is killed while it starts in place of another may not come back."""
    with local_cluster(3) as client:
        yield client


def die_on_seven(number: int) -> int:
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def die_once(number: int, *, marks: Path) -> int:
    """Kill the worker that is given the number 5 first."""
    mark = marks / "died"
    if number == 5 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def records(path: Path, first: int) -> Path:
    """Write claim records of five names."""
    rows = range(first, first + 60)
    pq.write_table(
        pa.table(
            {
                "claim": [f"c{row}" for row in rows],
                "article": [f"a{row // 3}" for row in rows],
                "subject": [("Lumen", "Oravia", "Lumen Mills", "Brankovo", "Orvaia")[row % 5] for row in rows],
                "predicate": ["buy"] * 60,
                "unit": ["m2"] * 60,
                "number": [float(300 + 10 * (row % 7)) for row in rows],
                "rounding": [5.0] * 60,
                "low": [float(295 + 10 * (row % 7)) for row in rows],
                "high": [float(305 + 10 * (row % 7)) for row in rows],
                "published": pa.array([20_000 + row % 4 for row in rows], pa.int32()).cast(pa.date32()),
                "day": pa.array([19_999 if row % 2 else None for row in rows], pa.int32()).cast(pa.date32()),
            }
        ),
        path,
    )
    return path


def written(folder: Path) -> dict[str, list[dict[str, Any]]]:
    return {
        part: pq.read_table(folder / part).sort_by([(key, "ascending")]).to_pylist()
        for part, key in ((CLAIMS, "claim"), (FACTS, "fact"))
    }


def test_a_cluster_gives_results_in_the_order_of_the_items(cluster: Client) -> None:
    with closing(in_cluster(double, range(40), cluster)) as results:
        assert list(results) == [(number, number * 2) for number in range(40)]


def test_an_item_that_kills_workers_is_given_back_and_no_other_is_lost(doomed: Client) -> None:
    with closing(in_cluster(die_on_seven, range(12), doomed, batch=4)) as results:
        assert list(results) == [(number, Died(7) if number == 7 else number) for number in range(12)]


def test_a_worker_that_is_killed_midway_costs_nothing(doomed: Client, tmp_path: Path) -> None:
    assert on_dask(doomed)(partial(die_once, marks=tmp_path), range(20)) == [*range(20)]
    assert (tmp_path / "died").exists()


def test_an_exception_of_the_function_is_raised(cluster: Client) -> None:
    with pytest.raises(ValueError, match=r"^seven$"):
        on_dask(cluster)(fail_on_seven, range(12))


def test_what_kills_its_workers_is_told_with_its_likely_cause(doomed: Client) -> None:
    told = r"^a part of the work killed its worker, .* too little memory, .*--jobs"
    for engine in (on_dask(doomed), on_processes(2, module="time")):
        with pytest.raises(ClusterError, match=told):
            engine(die_on_seven, range(8))


@pytest.mark.parametrize(
    ("calls", "what"), [([True], "the names of claims were counted"), ([True, False], "claims were linked")]
)
def test_what_was_being_done_when_workers_died_is_told(calls: list[bool], what: str, tmp_path: Path) -> None:
    def dying(function: Any, items: Any) -> Any:
        if calls.pop():
            raise ClusterError("all died")
        return in_turn(function, items)

    files = [records(tmp_path / "0.parquet", 0)]
    with pytest.raises(ClusterError, match=rf"^while {what}: all died$"):
        link_archive(files, tmp_path / "out", engine=dying)


@pytest.mark.parametrize(("at_once", "size", "buckets"), [(1, 250_000, 1), (3, 250_000, 3), (1, 50, 4), (3, 50, 6)])
def test_there_is_work_for_all_that_work_at_once(
    at_once: int, size: int, buckets: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimcheck.pipeline.archive._BUCKET", size)
    files = [records(tmp_path / f"{number}.parquet", 60 * number) for number in range(3)]
    link_archive(files, tmp_path / "out", at_once=at_once)
    assert len(list((tmp_path / "out" / CLAIMS).iterdir())) == buckets


def test_a_report_from_a_cluster_is_the_report(cluster: Client) -> None:
    articles = claimcheck.read(FIXTURES / "velme-flood")
    articles.append(Article("odd", "10 km", language="ja"))
    config = Config(model="none")
    here, there = (claimcheck.reconcile(articles, config=config, client=client) for client in (None, cluster))
    assert there.to_json() == here.to_json()
    assert len(here.problems) == 1


@pytest.mark.parametrize("name", ["processes", "dask"])
def test_archives_are_linked_alike_by_every_engine(cluster: Client, name: str, tmp_path: Path) -> None:
    files = [records(tmp_path / f"{number}.parquet", 60 * number) for number in range(3)]
    engine: Engine = on_dask(cluster) if name == "dask" else on_processes(2, module=WARM)
    alone = link_archive(files, tmp_path / "alone")
    assert link_archive(files, tmp_path / name, engine=engine, at_once=2) == alone
    assert written(tmp_path / name) == written(tmp_path / "alone")
    assert alone.claims == 180
    assert 1 < alone.facts < 60


def test_a_run_takes_the_place_of_the_last(tmp_path: Path) -> None:
    files = [records(tmp_path / f"{number}.parquet", 60 * number) for number in range(3)]
    folder = tmp_path / "out"
    link_archive(files, folder, at_once=4)
    assert len(list((folder / FACTS).iterdir())) > 1
    link_archive(files[:1], folder)
    assert len(written(folder)[CLAIMS]) == 60
    assert sorted(path.name for path in folder.iterdir()) == [CLAIMS, FACTS]


def test_spark_does_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pyspark = pytest.importorskip("pyspark")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    files = [records(tmp_path / f"{number}.parquet", 60 * number) for number in range(3)]
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)  # or executors take what the path has
    context = pyspark.SparkContext("local[2]")
    try:
        there = link_archive(files, tmp_path / "spark", engine=on_spark(context), at_once=context.defaultParallelism)
    finally:
        context.stop()
    assert there == link_archive(files, tmp_path / "alone")
    assert written(tmp_path / "spark") == written(tmp_path / "alone")


def odd(table: pa.Table) -> Any:
    return (table["n"].to_numpy() % 3).astype(np.int64)


def taken(bucket: int, table: pa.Table) -> tuple[int, list[int]]:
    return bucket, table["n"].to_pylist()


def test_buckets_have_their_rows_in_order(tmp_path: Path) -> None:
    files = []
    for first in (0, 100, 200):
        files.append(tmp_path / f"{first}.parquet")
        write_whole(pa.table({"n": range(first, first + 90)}), files[-1])
    parts = tmp_path / "parts"
    parts.mkdir()
    (parts / "000007.parquet").write_text("left by a run that was cut short", encoding="utf-8")
    found = in_buckets(in_turn, files, parts, bucket_of=odd, work=taken, buckets=4)
    rows = [row for first in (0, 100, 200) for row in range(first, first + 90)]
    assert found == [(bucket, [row for row in rows if row % 3 == bucket]) for bucket in range(4)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0.parquet", "100.parquet", "200.parquet"]


def test_a_cluster_without_workers_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    from distributed import LocalCluster  # noqa: PLC0415  # slow to import

    monkeypatch.setattr("claimcheck.scale.cluster._PATIENCE", 0.1)
    monkeypatch.setattr("claimcheck.scale.cluster._NOBODY", 3)
    with (
        LocalCluster(n_workers=0, dashboard_address=":0") as local,  # type: ignore[no-untyped-call]
        local.get_client() as client,
        pytest.raises(ClusterError, match=r"^the cluster has had no worker for 0 seconds$"),
    ):
        on_dask(client)(double, [1])


def leave_pid(number: int, *, folder: Path) -> int:
    """Tell which worker did the number."""
    (folder / "unfinished").write_text(str(os.getpid()), encoding="utf-8")
    (folder / "unfinished").rename(folder / str(number))
    return number


def test_a_result_whose_worker_does_not_answer_is_waited_for(
    doomed: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimcheck.scale.cluster._PATIENCE", 0.2)
    monkeypatch.setattr("claimcheck.scale.cluster._FETCHING", 0.2)
    with closing(in_cluster(partial(leave_pid, folder=tmp_path), range(2), doomed, batch=1)) as results:
        assert next(results) == (0, 0)
        futures = doomed.futures
        for _ in range(100):
            if (tmp_path / "1").exists() and all(future.status == "finished" for future in futures.values()):
                break
            time.sleep(0.1)
        silent = int((tmp_path / "1").read_text(encoding="utf-8"))
        os.kill(silent, signal.SIGSTOP)
        threading.Timer(1, os.kill, (silent, signal.SIGCONT)).start()
        assert next(results) == (1, 1)


def late(number: int) -> int:
    raise TimeoutError(number)


def test_what_takes_too_long_for_the_function_is_raised(cluster: Client) -> None:
    with pytest.raises(TimeoutError, match=r"^1$"):
        on_dask(cluster)(late, [1])


def test_no_scheduler_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ClusterError, match=r"^nowhere: no scheduler of Dask answers: "), connected("nowhere"):
        pass
    monkeypatch.setitem(sys.modules, "distributed", None)
    missing = pytest.raises(MissingExtraError, match=r"^a cluster needs distributed, which the extra 'cluster' of")
    with missing, connected("tcp://127.0.0.1:1"):
        pass


def test_no_scheduler_is_no_cluster() -> None:
    with connected(None) as client:
        assert client is None


def test_the_commands_work_on_a_cluster(cluster: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in "ab":
        Path(f"{name}.txt").write_text("Lumen bought 310,000 square metres of land.", encoding="utf-8")
    there = ["--scheduler", str(cluster.scheduler_info()["address"])]
    plain = ["a.txt", "b.txt", "--language", "en", "--model", "none"]

    def shown(*arguments: str) -> str:
        code, written, problems = run(*arguments)
        assert (code, problems) == (0, "")
        return written

    assert shown("report", *plain, *there) == shown("report", *plain)
    assert shown("add", "s.duckdb", *plain, *there) == "s.duckdb: 2 new, 0 changed, 0 as they were\n"
    assert shown("facts", "s.duckdb", "out", *there) == "out: 2 claims, 1 facts, 0 with conflicts\n"
