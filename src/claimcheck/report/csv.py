"""The claims as CSV: one row a claim, the columns of `table.rows`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.report.rows import as_csv
from claimcheck.report.table import COLUMNS, rows

if TYPE_CHECKING:
    from claimcheck.report.result import Report

__all__ = ["render"]


def render(report: Report) -> str:
    """Write the claims as CSV (RFC 4180) that a spreadsheet may open."""
    return as_csv([*COLUMNS], rows(report))
