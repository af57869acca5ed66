"""Which files the given paths stand for."""

from __future__ import annotations

import os
import re
import stat
from fnmatch import fnmatch
from glob import has_magic
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import InputError
from claimcheck.ingest.decoding import STDIN, printable, unreadable
from claimcheck.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["SUFFIXES", "files"]

SUFFIXES = (".txt", ".md", ".html", ".htm", ".jsonl", ".ndjson", ".json")
"""What is read in folders, where a CSV is rather data of another kind; a file that is named may have any suffix."""
_STARS = re.compile(r"\*{2,}")
"""Stars that are not all of a part of a path stand for what one does."""


def files(paths: Iterable[str | os.PathLike[str] | Article]) -> Iterator[Path | str | Article | InputError]:
    """Yield the files of all paths in order, each once however often it is named, and what is in the way.

    The standard input, written "-", is no path: for it `decoding.STDIN` is yielded, a string. Articles among the paths
    keep their place.
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


def _all(paths: Iterable[str | os.PathLike[str] | Article]) -> Iterator[Path | str | Article | InputError]:
    for given in paths:
        if isinstance(given, Article):
            yield given
        elif not os.fspath(given):
            # Path("") is the current folder, which an unset shell variable surely does not mean.
            yield InputError("a path is empty")
        elif "\0" in os.fspath(given):
            yield InputError("a path holds a NUL character")
        elif os.fspath(given) == "-":
            yield STDIN
        elif os.path.isdir(given):  # noqa: PTH112  # os.path.isdir never raises
            yield from _folder(Path(given))
        elif (pattern := os.fspath(given)) and has_magic(pattern) and not os.path.lexists(pattern):
            yield from _matching(pattern)
        else:
            yield Path(given)


def _matching(pattern: str) -> Iterator[Path | str | Article | InputError]:
    """Yield what a pattern matches that no shell has replaced, folders with all that is in them.

    Hidden files and folders are left out where the pattern does not ask for them, as it does by a dot.
    """
    # Unlike the module glob, Path.glob enters no folder by a link: two links in a circle would have no end.
    anchor = Path(pattern).anchor
    parts = [_STARS.sub("*", part) if part != "**" else part for part in Path(pattern).parts[bool(anchor) :]]
    try:
        matching = sorted(Path(anchor).glob("/".join(parts)))
    except RecursionError:
        yield InputError("leads to folders nested too deep", printable(pattern))
        return
    except OSError as error:  # a part that is too long for a name
        yield unreadable(error, printable(pattern))
        return
    found = [path for path in matching if _is_asked_for(path.parts[bool(anchor) :], parts)]
    if not found:
        yield InputError("matches no file", printable(pattern))
    yield from _all(found)


def _is_asked_for(names: Sequence[str], parts: Sequence[str]) -> bool:
    """Whether the parts of a pattern match a path so that each hidden name stands where the part begins with a dot."""
    if not (names and parts):
        return not names and all(part == "**" for part in parts)
    first, *rest = parts
    if first == "**":
        return _is_asked_for(names, rest) or (not _is_hidden(names[0]) and _is_asked_for(names[1:], parts))
    is_shown = _is_hidden(first) or not _is_hidden(names[0])
    return is_shown and fnmatch(names[0], first) and _is_asked_for(names[1:], rest)


def _folder(folder: Path) -> Iterator[Path | InputError]:
    errors: list[InputError] = []
    found: list[Path] = []
    waiting = [folder]
    while waiting:  # however deep, where os.walk calls itself for each level
        place = waiting.pop()
        try:
            with os.scandir(place) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting += [] if _is_hidden(entry.name) else [Path(entry)]
                    elif _is_wanted(entry.name) and not os.path.isdir(entry):  # noqa: PTH112  # a link to a folder
                        found.append(Path(entry))
        except OSError as error:
            errors.append(unreadable(error, printable(place)))
    yield from sorted(errors, key=str)
    for file in sorted(found):
        yield InputError("is a pipe; name it to have it read", printable(file)) if _is_pipe(file) else file
    if not (found or errors):
        yield InputError(f"the folder holds no article ({' '.join(SUFFIXES)})", printable(folder))


def _is_pipe(file: Path) -> bool:
    try:
        return stat.S_ISFIFO(file.stat().st_mode)
    except OSError:
        return False  # whoever reads it says why it cannot be


def _is_hidden(part: str) -> bool:
    return part.startswith(".") and part != ".."


def _is_wanted(name: str) -> bool:
    """Leave out hidden files, other kinds of files, and the note that tells people what the folder is."""
    return name.lower().endswith(SUFFIXES) and not _is_hidden(name) and not name.upper().startswith("README")
