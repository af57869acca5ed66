"""Rows of any table: as text for a terminal, as CSV, as JSON lines."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from typing import Any

from rich.table import Table
from rich.text import Text

from claimcheck.report.console import printed
from claimcheck.report.quote import visible

__all__ = ["as_csv", "as_jsonl", "as_text"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, or leaves out before one, also in text from an article."""


def as_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Write rows as CSV (RFC 4180); text that a spreadsheet would run as a formula gets an apostrophe in front."""
    buffer = StringIO()
    writer = csv.DictWriter(buffer, columns)
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _harmless(value) if isinstance(value, str) else value for name, value in row.items()})
    return buffer.getvalue()


def as_jsonl(rows: Iterable[Mapping[str, Any]]) -> str:
    """Write each row as a line of JSON; what JSON has no form for, such as a day, becomes text."""
    return "".join(f"{json.dumps(row, ensure_ascii=False, default=str)}\n" for row in rows)


def as_text(columns: Sequence[str], rows: Iterable[Mapping[str, Any]], width: int, *, colour: bool) -> str:
    """Write rows as a table that fills this many columns of a terminal."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name in columns:
        table.add_column(Text(visible(name)), overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if value is None else visible(str(value))) for value in row.values()))
    return printed([table], width, colour=colour)


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
