"""Which files the given paths stand for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import InputError
from claimcheck.ingest.decoding import printable, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["SUFFIXES", "files"]

SUFFIXES = (".txt", ".md", ".jsonl", ".ndjson", ".json")
"""What is read in folders; a file that is named itself may have any suffix."""


def files(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Path | InputError]:
    """Yield the files of all paths in order, each once however often it is named, and what is in the way."""
    seen: set[str] = set()
    for found in _all(paths):
        if isinstance(found, Path):
            # One file is one article: a second reading would look like a second source that agrees.
            place = os.path.realpath(found)
            if place in seen:
                continue
            seen.add(place)
        yield found


def _all(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Path | InputError]:
    for given in paths:
        if not os.fspath(given):
            # Path("") is the current folder, which an unset shell variable surely does not mean.
            yield InputError("a path is empty")
        elif os.path.isdir(given):  # noqa: PTH112  # unlike Path.is_dir, it raises for no name at all
            yield from _folder(Path(given))
        else:
            yield Path(given)


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
