"""Which files the given paths stand for."""

from __future__ import annotations

import os
import re
from glob import has_magic
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import InputError
from claimcheck.ingest.decoding import STDIN, printable, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["SUFFIXES", "files"]

SUFFIXES = (".txt", ".md", ".html", ".htm", ".jsonl", ".ndjson", ".json")
"""What is read in folders, where a CSV is rather data of another kind; a file that is named may have any suffix."""
_STARS = re.compile(r"\*{2,}")
"""Stars that are not all of a part of a path stand for what one does."""


def files(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Path | str | InputError]:
    """Yield the files of all paths in order, each once however often it is named, and what is in the way.

    The standard input, written "-", is no path: for it `decoding.STDIN` is yielded, a string.
    """
    seen: set[str] = set()
    for found in _all(paths):
        if isinstance(found, Path):
            # One file is one article: a second reading would look like a second source that agrees.
            place = os.path.realpath(found)
            if place in seen:
                continue
            seen.add(place)
        yield found


def _all(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Path | str | InputError]:
    for given in paths:
        if not os.fspath(given):
            # Path("") is the current folder, which an unset shell variable surely does not mean.
            yield InputError("a path is empty")
        elif "\0" in os.fspath(given):
            yield InputError("a path holds a NUL character")
        elif os.fspath(given) == "-":
            yield STDIN
        elif os.path.isdir(given):  # noqa: PTH112  # unlike Path.is_dir, it raises for no name at all
            yield from _folder(Path(given))
        elif (pattern := os.fspath(given)) and has_magic(pattern) and not os.path.lexists(pattern):
            yield from _matching(pattern)
        else:
            yield Path(given)


def _matching(pattern: str) -> Iterator[Path | str | InputError]:
    """Yield what a pattern matches that no shell has replaced, folders with all that is in them.

    Hidden files are left out, unless the pattern asks for them.
    """
    # Unlike the module glob, Path.glob enters no folder by a link: two links in a circle would have no end.
    anchor = Path(pattern).anchor
    parts = [_STARS.sub("*", part) if part != "**" else part for part in Path(pattern).parts[bool(anchor) :]]
    wants_hidden = any(map(_is_hidden, parts))
    try:
        matching = sorted(Path(anchor).glob("/".join(parts)))
    except RecursionError:
        yield InputError("leads to folders nested too deep", printable(pattern))
        return
    found = [path for path in matching if wants_hidden or not any(map(_is_hidden, path.parts))]
    if not found:
        yield InputError("matches no file", printable(pattern))
    yield from _all(found)


def _folder(folder: Path) -> Iterator[Path | InputError]:
    errors: list[InputError] = []
    found: list[Path] = []
    waiting = [folder]
    while waiting:  # however deep, where os.walk calls itself for each level
        place = waiting.pop()
        try:
            entries = [Path(entry) for entry in os.scandir(place)]
        except OSError as error:
            errors.append(unreadable(error, printable(place)))
            continue
        for entry in entries:
            if not entry.is_dir():
                found += [entry] if _is_wanted(entry.name) else []
            elif not (entry.is_symlink() or _is_hidden(entry.name)):
                waiting.append(entry)
    yield from sorted(errors, key=str)
    for file in sorted(found):
        yield InputError("is a pipe; name it to have it read", printable(file)) if file.is_fifo() else file
    if not (found or errors):
        yield InputError(f"the folder holds no article ({' '.join(SUFFIXES)})", printable(folder))


def _is_hidden(part: str) -> bool:
    return part.startswith(".") and part != ".."


def _is_wanted(name: str) -> bool:
    """Leave out hidden files, other kinds of files, and the note that tells people what the folder is."""
    return name.lower().endswith(SUFFIXES) and not _is_hidden(name) and not name.upper().startswith("README")
