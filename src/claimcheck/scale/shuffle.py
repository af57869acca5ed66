"""Tables split by bucket and worked on bucket by bucket: two maps over files, on any engine.

Every file is written whole and then named, and named after what it is made of, so that a run that was cut short is run
again over what it left, and nothing stands twice.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from claimcheck.adapters.arrays import Ints
from claimcheck.scale.engines import Engine

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["in_buckets", "write_whole"]

_BUCKET = "bucket"
_GROUPS = 64
"""Row groups of a part: a reader of one bucket reads a little more than that bucket."""

Result = TypeVar("Result")


def in_buckets(  # noqa: PLR0913  # one for each part of the work
    engine: Engine,
    files: Sequence[Path],
    folder: Path,
    *,
    bucket_of: Callable[[pa.Table], Ints],
    work: Callable[[int, pa.Table], Result],
    buckets: int,
) -> list[Result]:
    """Gather the rows of each bucket, in the order of files and rows, and return what the work makes of each.

    Args:
        engine: what maps; files and folder must be within reach of its workers under the same names.
        files: Parquet files with the same columns.
        folder: where the parts stand meanwhile.
        bucket_of: the bucket of each row of a table, shape (rows,), from 0 to `buckets` - 1.
        work: takes a bucket and its rows.
        buckets: how many there are; those of one worker must fit into its memory one at a time.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        parts = engine(partial(_split, folder=folder, bucket_of=bucket_of), list(enumerate(files)))
        return engine(partial(_gathered, parts=parts, work=work), range(buckets))
    finally:
        shutil.rmtree(folder, ignore_errors=True)  # a worker of a run that failed may still write


def write_whole(table: pa.Table, path: Path, row_group: int | None = None) -> None:
    """Write a Parquet file under another name and rename it, so that it is never seen half written."""
    import pyarrow.parquet as pq  # noqa: PLC0415  # an extra

    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    pq.write_table(table, scratch, row_group_size=row_group)
    scratch.replace(path)


def _split(numbered: tuple[int, Path], *, folder: Path, bucket_of: Callable[[pa.Table], Ints]) -> Path:
    """Write the rows of a file sorted by bucket, so that a reader finds a bucket by the statistics of row groups."""
    import pyarrow as pa  # noqa: PLC0415  # an extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    number, file = numbered
    table = pq.read_table(file)
    buckets = bucket_of(table)
    order = np.argsort(buckets, kind="stable")
    path = folder / f"{number:06}.parquet"
    write_whole(
        table.append_column(_BUCKET, pa.array(buckets)).take(pa.array(order)),
        path,
        row_group=max(1, table.num_rows // _GROUPS),
    )
    return path


def _gathered(bucket: int, *, parts: Sequence[Path], work: Callable[[int, pa.Table], Result]) -> Result:
    import pyarrow as pa  # noqa: PLC0415  # an extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    tables = [pq.read_table(part, filters=[(_BUCKET, "==", bucket)]) for part in parts]
    return work(bucket, pa.concat_tables(tables).drop_columns([_BUCKET]))
