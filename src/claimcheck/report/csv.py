"""The claims as CSV (RFC 4180) that a spreadsheet may open: one row a claim, the columns of `table.rows`."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from claimcheck.report.table import COLUMNS, rows

if TYPE_CHECKING:
    from claimcheck.report.result import Report

__all__ = ["render"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula, also in text that comes from an article."""


def render(report: Report) -> str:
    """Write the claims as CSV; text that a spreadsheet would run as a formula gets an apostrophe in front."""
    buffer = StringIO()
    writer = csv.DictWriter(buffer, COLUMNS)
    writer.writeheader()
    for row in rows(report):
        writer.writerow({name: _harmless(value) if isinstance(value, str) else value for name, value in row.items()})
    return buffer.getvalue()


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
