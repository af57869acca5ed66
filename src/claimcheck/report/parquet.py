"""The claims as a Parquet file: the columns of `claim_rows.rows`, numbers as double precision, days as dates."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from claimcheck.report.arrow import table

if TYPE_CHECKING:
    from claimcheck.report.result import Report

__all__ = ["render"]


def render(report: Report) -> bytes:
    """Write the claims as Parquet.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    claims = table(report)
    from pyarrow import parquet  # noqa: PLC0415  # an extra

    buffer = BytesIO()
    parquet.write_table(claims, buffer)
    return buffer.getvalue()
