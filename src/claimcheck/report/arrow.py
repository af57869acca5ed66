"""The claims as an Arrow table, which pandas, polars and DuckDB take without a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimcheck.errors import MissingExtraError
from claimcheck.report.claim_rows import COLUMNS, rows

if TYPE_CHECKING:
    import pyarrow as pa

    from claimcheck.report.result import Report

__all__ = ["table"]


def table(report: Report) -> pa.Table:
    """Return one row for each claim; numbers are doubles, as Arrow's decimals have no room for 1E40 beside 0.001.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise MissingExtraError("an Arrow table", "pyarrow", "notebook") from error
    types = {"int": pa.int64(), "number": pa.float64(), "str": pa.string(), "date": pa.date32()}
    schema = pa.schema([(name, types[kind]) for name, kind in COLUMNS.items()])
    records = rows(report)
    return pa.table(
        {name: [_plain(row[name], kind) for row in records] for name, kind in COLUMNS.items()}, schema=schema
    )


def _plain(value: Any, kind: str) -> Any:
    return float(value) if kind == "number" and value is not None else value
