"""Text files, with an optional block of metadata above the text.

    ---
    source: Daily Ledger
    date: 2025-09-22
    language: en
    ---
    The mayor will ...

The keys are those of `fields.KEYS`, in any case and order; quotes around a value are dropped. `Article.text` is what
stands *after* the block, character by character, so that every span is in the article and none in its metadata.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from claimcheck.ingest.fields import KEYS, day, language_code, shown
from claimcheck.model import Article, DateBasis

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.ingest.origin import Origin

__all__ = ["parse"]

_FENCE = "---"
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_QUOTED = re.compile(r"""(["'])((?:(?!\1).)*)\1""")
_READERS: dict[str, Callable[[str], Any]] = {"date": day, "language": language_code}


def parse(text: str, origin: Origin) -> Article:
    """Make an article out of the text of a file.

    Raises:
        InputError: the block is not well-formed, or nothing follows it, or more than the limits permit.
    """
    values, start = _block(text, origin)
    body = text[start:]
    if not body.strip():
        raise origin.problem("has no text after its front matter")
    article = Article(
        origin.article,
        body,
        source=values.get("source"),
        url=values.get("url"),
        title=values.get("title"),
        published=values.get("date"),
        published_from=DateBasis.METADATA if values.get("date") else DateBasis.UNKNOWN,
        language=values.get("language"),
        path=origin.path,
        line=text.count("\n", 0, start) + 1,
    )
    return origin.within_limits(article)


def _block(text: str, origin: Origin) -> tuple[dict[str, Any], int]:
    """Return the metadata that was given, and where the text after it starts."""
    lines = _LINE.finditer(text)
    if next(lines)[1].rstrip() != _FENCE:
        return {}, 0
    values: dict[str, Any] = {}
    for number, line in enumerate(lines, start=2):
        if line[1].rstrip() == _FENCE:
            return values, line.end()
        try:
            values |= _entry(line[1], values)
        except ValueError as error:
            raise origin.problem(str(error), number) from error
    raise origin.problem(f'the front matter that starts here has no closing "{_FENCE}"', 1)


def _entry(line: str, before: dict[str, Any]) -> dict[str, Any]:
    name, colon, written = (part.strip() for part in line.partition(":"))
    key = name.lower()
    if not line.strip():
        return {}
    if not colon:
        raise ValueError(f'front matter needs "key: value" or a closing "{_FENCE}", not "{shown(name)}"')
    if key not in KEYS:
        raise ValueError(f'front matter knows no key "{shown(name)}", only {", ".join(KEYS)}')
    if key in before:
        raise ValueError(f'front matter has "{key}" twice')
    quoted = _QUOTED.fullmatch(written)
    value = quoted[2].strip() if quoted else written
    return {key: _READERS.get(key, str)(value) if value else None}
