"""Which files the given paths stand for."""

from __future__ import annotations

import os
from glob import glob, has_magic
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import InputError
from claimcheck.ingest.decoding import STDIN, printable, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["SUFFIXES", "files"]

SUFFIXES = (".txt", ".md", ".html", ".htm", ".jsonl", ".ndjson", ".json")
"""What is read in folders, where a CSV is rather data of another kind; a file that is named may have any suffix."""


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
        elif os.fspath(given) == "-":
            yield STDIN
        elif os.path.isdir(given):  # noqa: PTH112  # unlike Path.is_dir, it raises for no name at all
            yield from _folder(Path(given))
        elif (pattern := os.fspath(given)) and has_magic(pattern) and not os.path.lexists(pattern):
            yield from _matching(pattern)
        else:
            yield Path(given)


def _matching(pattern: str) -> Iterator[Path | str | InputError]:
    """Yield what a pattern matches that no shell has replaced, folders with all that is in them."""
    found = sorted(glob(pattern, recursive=True))  # noqa: PTH207  # Path.glob takes no absolute pattern
    if not found:
        yield InputError("matches no file", pattern)
    yield from _all(found)


def _folder(folder: Path) -> Iterator[Path | InputError]:
    errors: list[InputError] = []
    found: list[Path] = []

    def note(error: OSError) -> None:
        errors.append(unreadable(error, printable(Path(error.filename))))

    for place, folders, names in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(place, name) for name in names if _is_wanted(name)]
    yield from errors
    yield from sorted(found)
    if not (found or errors):
        yield InputError(f"the folder holds no article ({' '.join(SUFFIXES)})", printable(folder))


def _is_wanted(name: str) -> bool:
    """Leave out hidden files, other kinds of files, and the note that tells people what the folder is."""
    return name.lower().endswith(SUFFIXES) and not name.startswith(".") and not name.upper().startswith("README")
