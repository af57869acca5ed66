"""Articles as CSV: one row each, under a head with the keys of a record; other columns are ignored."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from claimcheck.errors import InputError
from claimcheck.ingest import records
from claimcheck.ingest.fields import shown
from claimcheck.model import Article

__all__ = ["parse"]

_LONGEST = 2**31 - 1
"""Characters of a cell; Python's own limit is shorter than a long article."""
_OURS = frozenset({"claim", "article", "verdict"})


def parse(text: str, article: str, path: str | None) -> Iterator[Article | InputError]:
    """Read rows of articles; `article` is the id of those that bring none.

    Raises:
        InputError: there is no column for the text, the file is not CSV, or it is a table of claims that we wrote.
    """
    limit = csv.field_size_limit(_LONGEST)
    try:
        yield from _rows(StringIO(text, newline=""), article, path)
    except csv.Error as error:
        raise InputError(f"is not CSV: {error}", path) from error
    finally:
        csv.field_size_limit(limit)


def _rows(lines: Iterable[str], article: str, path: str | None) -> Iterator[Article | InputError]:
    reader = csv.reader(lines, strict=True)
    head = [name.strip().lower() for name in next(reader, [])]
    if set(head) >= _OURS:
        raise InputError("is a table of claims that claimcheck wrote, not of articles", path, 1)
    if "text" not in records.translated(dict(zip(head, head, strict=True))):
        raise InputError(f'has no column "text", only {shown(", ".join(head)) or "an empty head"}', path, 1)
    line = reader.line_num + 1
    for cells in reader:
        if len(cells) > len(head):
            yield InputError(f"has {len(cells)} cells under a head of {len(head)}", path, line)
        elif cells:
            yield records.checked(dict(zip(head, cells, strict=False)), article, path, line, "")
        line = reader.line_num + 1
