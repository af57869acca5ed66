"""The claims of an archive linked by columns: in this process, in several, or on a cluster, with the same result."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from claimcheck.adapters.arrays import Ints
from claimcheck.errors import ClusterError
from claimcheck.link import link_records, related_names
from claimcheck.reconcile import compare_records
from claimcheck.scale import Engine, in_buckets, in_turn, write_whole

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["CLAIMS", "FACTS", "Linked", "link_archive"]

CLAIMS, FACTS = "claims", "facts"
"""The folders of the two tables."""
_BUCKET = 250_000
"""Claims of a bucket, about: 200 MB of memory while they are linked."""
_SHOWN = 10
"""Facts of `Linked.worst`."""


@dataclass(frozen=True, slots=True)
class Linked:
    """How many claims were linked, how many facts they speak of, and in how many of these some are in conflict.

    `worst` are rows of the facts with the most claims in conflict, as `compare_records` describes them.
    """

    claims: int
    facts: int
    in_conflict: int
    worst: Sequence[Mapping[str, Any]]


def link_archive(files: Sequence[Path], folder: Path, *, engine: Engine = in_turn, at_once: int = 1) -> Linked:
    """Link claim records and compare them, bucket by bucket, and write both tables as folders of Parquet files.

    Args:
        files: Parquet files with the columns that `compare_records` takes.
        folder: gets the folders `claims` and `facts`, in place of those of an earlier run. With the files, it must be
            within reach of the engine's workers.
        engine: what does the work; the result is the same whatever it is.
        at_once: how many items the engine does at once. So many buckets are made, or a multiple, that all have work.

    Raises:
        ClusterError: the workers of the engine died; says what was being done.
    """
    counts = Counter[str]()
    with _told("the names of claims were counted"):
        for names in engine(_names, files):
            counts.update(names)
    buckets = max(1, -(-counts.total() // (_BUCKET * at_once))) * at_once
    for part in (CLAIMS, FACTS):
        (folder / part).mkdir(parents=True, exist_ok=True)
    names_file = folder / ".names.parquet"
    try:
        write_whole(_bucketed(counts, buckets), names_file)
        with _told("claims were linked"):
            done = in_buckets(
                engine,
                files,
                folder / ".parts",
                bucket_of=partial(_bucket_of, names=names_file),
                work=partial(_link, folder=folder),
                buckets=buckets,
            )
    finally:
        names_file.unlink(missing_ok=True)
    for part in (CLAIMS, FACTS):
        for file in (folder / part).glob("*.parquet"):  # an earlier run may have had more; others are not ours
            if file.stem.isdecimal() and int(file.stem) >= buckets:
                file.unlink()
    return Linked(
        sum(one.claims for one in done),
        sum(one.facts for one in done),
        sum(one.in_conflict for one in done),
        _worst(row for one in done for row in one.worst),
    )


@contextmanager
def _told(what: str) -> Iterator[None]:
    """Say what was being done when workers died."""
    try:
        yield
    except ClusterError as error:
        raise ClusterError(f"while {what}: {error}") from error


def _names(file: Path) -> dict[str, int]:
    """Return how many records of a file each name has."""
    import pyarrow.parquet as pq  # noqa: PLC0415  # an extra

    counted = pq.read_table(file, columns=["subject"])["subject"].value_counts()
    return dict(zip(counted.field("values").to_pylist(), counted.field("counts").to_pylist(), strict=True))


def _bucketed(counts: Counter[str], buckets: int) -> pa.Table:
    """Return the bucket of each name: related names have one, and the fullest go first, each where there is most room.

    Columns `name` and `bucket`.
    """
    import pyarrow as pa  # noqa: PLC0415  # an extra

    related = related_names(counts)
    sizes = Counter[str]()
    for name, root in related.items():
        sizes[root] += counts[name]
    room = [(0, bucket) for bucket in range(buckets)]
    bucket_of = {}
    for root, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        filled, bucket = room[0]
        bucket_of[root] = bucket
        heapq.heapreplace(room, (filled + size, bucket))
    return pa.table(
        {
            "name": pa.array(related, pa.string()),
            "bucket": pa.array([bucket_of[root] for root in related.values()], pa.int64()),
        }
    )


def _bucket_of(table: pa.Table, *, names: Path) -> Ints:
    import pyarrow.compute as pc  # noqa: PLC0415  # an extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    known = pq.read_table(names)
    places = pc.index_in(table["subject"], value_set=known["name"].combine_chunks())
    buckets: Ints = known["bucket"].take(places).to_numpy().astype(np.int64)
    return buckets


def _link(bucket: int, table: pa.Table, *, folder: Path) -> Linked:
    """Link the records of a bucket and write what comes of it."""
    import pyarrow.compute as pc  # noqa: PLC0415  # an extra

    claims, facts = compare_records(table, link_records(table))
    write_whole(claims, folder / CLAIMS / f"{bucket:06}.parquet")
    write_whole(facts, folder / FACTS / f"{bucket:06}.parquet")
    torn = facts.filter(pc.greater(facts["conflict"], 0))
    worst = torn.sort_by([("conflict", "descending")]).slice(0, _SHOWN)
    return Linked(claims.num_rows, facts.num_rows, torn.num_rows, _worst(worst.to_pylist()))


def _worst(rows: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return sorted(rows, key=lambda row: (-row["conflict"], -row["articles"], str(row["fact"])))[:_SHOWN]
