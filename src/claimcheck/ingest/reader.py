"""Every file becomes articles or problems, never an exception: one bad file must not hide the others."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from claimcheck.errors import InputError
from claimcheck.ingest import front_matter
from claimcheck.ingest.decoding import STDIN, load, load_stdin, printable
from claimcheck.ingest.limits import Limits
from claimcheck.ingest.origin import Origin
from claimcheck.ingest.walk import files
from claimcheck.model import Article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

__all__ = ["each", "read", "unique_id"]


def read(given: Any, *, on_problem: Callable[[InputError], None], limits: Limits | None = None) -> list[Article]:
    """Read articles from files and folders, or from the rows of a data frame.

    Folders are walked, in a fixed order, for the suffixes in `walk.SUFFIXES`. A file that is named itself may have any
    suffix, and is read as text unless it is JSON, CSV or HTML. "-" is the standard input.

    Args:
        given: files and folders, of which one alone need not be in a list, or a data frame.
        on_problem: called once for each input that cannot be used, while reading goes on with the others.
        limits: how much an input may hold; by default those of `Limits()`.

    Returns:
        The articles in the order they are given in, with ids that are unique among them.
    """
    articles: list[Article] = []
    ids: dict[str, int] = {}
    for article in each(given, on_problem=on_problem, limits=limits):
        unique = unique_id(article.id, ids)
        articles.append(article if unique == article.id else replace(article, id=unique))
    return articles


def each(given: Any, *, on_problem: Callable[[InputError], None], limits: Limits | None = None) -> Iterator[Article]:
    """Yield articles as they are read, as `read` does, but with the ids that they have of themselves."""
    for outcome in _given(given, limits or Limits()):
        if isinstance(outcome, InputError):
            on_problem(outcome)
        else:
            yield outcome


def _given(given: Any, limits: Limits) -> Iterator[Article | InputError]:
    if isinstance(given, str | os.PathLike):
        return _outcomes([given], limits)
    if not isinstance(given, list | tuple):
        from claimcheck.ingest import frames  # noqa: PLC0415  # imports pydantic

        if frames.is_frame(given):
            return frames.parse(given, limits)
    return _outcomes(given, limits)


def _outcomes(given: Iterable[str | os.PathLike[str] | Article], limits: Limits) -> Iterator[Article | InputError]:
    for found in files(given):
        if isinstance(found, Article | InputError):
            yield found
            continue
        try:
            yield from _parse_stdin(limits) if isinstance(found, str) else _parse(found, limits)
        except InputError as problem:
            yield problem


def _parse(file: Path, limits: Limits) -> Iterator[Article | InputError]:
    return _parsed(load(file, limits), file.suffix.lower(), Origin(printable(file.stem), printable(file), limits))


def _parse_stdin(limits: Limits) -> Iterator[Article | InputError]:
    """Read the standard input, whose first sign tells JSON and web pages from text."""
    text = load_stdin(limits)
    first = text.lstrip()[:1]
    suffix = {"[": ".json", "<": ".html"}.get(first, ".txt")
    if first == "{":
        suffix = ".jsonl" if all(line.lstrip()[:1] in {"{", ""} for line in text.splitlines()) else ".json"
    return _parsed(text, suffix, Origin("stdin", STDIN, limits))


def _parsed(text: str, suffix: str, origin: Origin) -> Iterator[Article | InputError]:
    # Imported where they are needed: pydantic and trafilatura are slow to import, and text files need neither.
    match suffix:
        case ".json" | ".jsonl" | ".ndjson":
            from claimcheck.ingest import records  # noqa: PLC0415

            yield from (records.parse if suffix == ".json" else records.parse_lines)(text, origin)
        case ".csv":
            from claimcheck.ingest import rows  # noqa: PLC0415

            yield from rows.parse(text, origin)
        case ".html" | ".htm":
            from claimcheck.ingest import html  # noqa: PLC0415

            yield html.parse(text, origin)
        case _:
            yield front_matter.parse(text, origin)


def unique_id(wanted: str, taken: dict[str, int]) -> str:
    """Return an id not taken yet; `taken` remembers the number last put behind each."""
    unique, number = wanted, taken.get(wanted, 1)
    while unique in taken:
        number += 1
        unique = f"{wanted}-{number}"
    taken[wanted] = number
    taken.setdefault(unique, 1)
    return unique
