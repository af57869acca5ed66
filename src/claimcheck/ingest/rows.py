"""Articles as CSV: one row each, under a head with the keys of a record; other columns are ignored."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from claimcheck.errors import InputError
from claimcheck.ingest import records
from claimcheck.ingest.origin import Origin
from claimcheck.model import Article

__all__ = ["parse"]

_LONGEST = 2**31 - 1
"""Characters of a cell; Python's own limit is shorter than a long article."""
_OURS = frozenset({"claim", "article", "verdict"})


def parse(text: str, origin: Origin) -> Iterator[Article | InputError]:
    """Read rows of articles.

    Raises:
        InputError: there is no column for the text, or no row, or the file is not CSV from some line on, or it is a
            table of claims that we wrote.
    """
    limit = csv.field_size_limit(_LONGEST)
    try:
        yield from _rows(StringIO(text, newline=""), origin)
    finally:
        csv.field_size_limit(limit)


def _rows(lines: Iterable[str], origin: Origin) -> Iterator[Article | InputError]:
    rows = _numbered(lines, origin)
    _, cells = next(rows, (1, []))
    head = [name.strip().lower() for name in cells]
    if set(head) >= _OURS:
        raise origin.problem("is a table of claims that claimcheck wrote, not of articles", 1)
    if (wrong := records.wrong_head(head)) is not None:
        raise origin.problem(wrong, 1)
    line = None
    for line, cells in rows:
        if len(cells) > len(head):
            yield origin.problem(f"has {len(cells)} cells under a head of {len(head)}", line)
        elif cells:
            yield records.checked(dict(zip(head, cells, strict=False)), origin, line)
    if line is None:
        raise origin.problem("has a head and no row")


def _numbered(lines: Iterable[str], origin: Origin) -> Iterator[tuple[int, list[str]]]:
    """Yield rows with the line that each starts on."""
    reader = csv.reader(lines, strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        # A quotation mark out of place: what follows could be rows, or the lines of one cell.
        raise origin.problem(f"is not CSV from here on, and nothing more is read: {error}", line) from error
