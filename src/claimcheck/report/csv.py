"""The claims as CSV: one row a claim, the columns of `claim_rows.rows`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.report.claim_rows import COLUMNS, rows
from claimcheck.report.tabular import as_csv

if TYPE_CHECKING:
    from claimcheck.report.result import Report

__all__ = ["render"]


def render(report: Report) -> str:
    """Write the claims as CSV (RFC 4180) that a spreadsheet may open."""
    return as_csv([*COLUMNS], rows(report))
