"""Articles as the rows of a data frame: pandas, polars, pyarrow and whatever narwhals knows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from claimcheck.errors import InputError, MissingExtraError
from claimcheck.ingest.limits import Limits
from claimcheck.ingest.origin import Origin
from claimcheck.ingest.records import checked, wrong_head
from claimcheck.model import Article

__all__ = ["is_frame", "parse"]

_MARKS = ("__arrow_c_stream__", "__dataframe__", "__narwhals_dataframe__")
"""What data frames have and lists of paths have not."""
_MISSING = frozenset({"nan", "NaT", "<NA>"})


def is_frame(what: object) -> bool:
    """Whether something is a data frame."""
    return any(hasattr(what, mark) for mark in _MARKS)


def parse(frame: Any, limits: Limits) -> Iterator[Article | InputError]:
    """Read a frame whose columns are the keys of a record; other columns are ignored, missing values left out.

    Raises:
        MissingExtraError: narwhals is not installed.
    """
    try:
        import narwhals as nw  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise MissingExtraError("a data frame", "narwhals", "notebook") from error
    try:
        known = nw.from_native(frame, eager_only=True)
        wrong = wrong_head([str(name) for name in known.columns])
    except ValueError as error:  # two columns of one name
        wrong = f"cannot be read: {' '.join(str(error).split())}"
    if wrong is not None:
        yield InputError(f"the data frame {wrong}")
        return
    for number, row in enumerate(known.iter_rows(named=True), start=1):
        record = {name: _plain(value) for name, value in row.items() if not _is_missing(value)}
        yield checked(record, Origin(f"row{number}", None, limits), where=f"row {number}: ")


def _is_missing(value: Any) -> bool:
    """Whether a cell is one of the ways that frames write that there is nothing."""
    return value is None or (not isinstance(value, str) and str(value) in _MISSING)


def _plain(value: Any) -> Any:
    """Return a cell as JSON would have it."""
    return value.isoformat() if isinstance(value, date) else value
