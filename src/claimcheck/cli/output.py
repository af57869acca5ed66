"""Where the result of a subcommand goes: to stdout or a file; problems go to stderr."""

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from claimcheck.cli.options import ERROR
from claimcheck.errors import ClaimcheckError, InputError
from claimcheck.report.quote import visible

if TYPE_CHECKING:
    from claimcheck.model import Article

__all__ = ["complain", "files_of", "finish", "telling", "terminal", "with_bar", "write"]

_SOON = 2.0
"""Seconds after which a bar shows how far it is."""
_WIDTH = 100
"""Columns of a text that does not go to a terminal."""


def terminal(output: Path | None) -> tuple[int, bool]:
    """Return the columns that a text may fill, and whether it may be coloured."""
    on_terminal = sys.stdout.isatty() and output is None
    colour = on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return shutil.get_terminal_size((_WIDTH, 0)).columns if on_terminal else _WIDTH, colour


def write(content: str | bytes, output: Path | None, protected: Iterable[Path] = ()) -> None:
    """Write a result.

    Args:
        content: the result; bytes must go to a file unless stdout is none that people read.
        output: the file, or None for stdout.
        protected: the files that the result is made from, which are not overwritten.

    Raises:
        ClaimcheckError: it cannot be written.
    """
    if isinstance(content, str):
        text = content if content.endswith("\n") or not content else f"{content}\n"
        if output is None:
            _print(text)
            return
        content = text.encode(errors="backslashreplace")
    if output is None:
        if sys.stdout.isatty():
            raise ClaimcheckError("this format is no text; write it to a file with --output")
        _print(content)
        return
    try:
        # Unlike Path.exists, os.path.exists raises for no name, such as that of an input that does not exist.
        if output.exists() and any(os.path.exists(file) and output.samefile(file) for file in protected):  # noqa: PTH110
            raise ClaimcheckError(f"{output}: is what the result is made from, and is not overwritten")
        output.write_bytes(content)
    except OSError as error:
        raise ClaimcheckError(f"{output}: cannot be written: {error.strerror or error}") from error


def with_bar(articles: Iterable["Article"]) -> Iterable["Article"]:
    """Show on stderr how many articles are done, where somebody is there to see it and it takes long."""
    from tqdm import tqdm  # noqa: PLC0415  # comes with spaCy

    bar: Iterable[Article] = tqdm(articles, unit=" articles", delay=_SOON, leave=False, file=sys.stderr, disable=None)
    return bar


def finish(run: Callable[[], int]) -> NoReturn:
    """Exit with the code that a run returns; an error is told in a line, and has a code of its own."""
    try:
        code = run()
    except ClaimcheckError as error:
        complain(error)
        code = ERROR
    raise typer.Exit(code)


@contextmanager
def telling() -> Iterator[list[InputError]]:
    """Give a list for problems, and tell those that are on it in the end, also where an error is raised."""
    problems: list[InputError] = []
    try:
        yield problems
    finally:
        for problem in problems:
            complain(problem)


def complain(what: object) -> None:
    """Write one line of what is wrong to stderr."""
    typer.echo(f"claimcheck: {visible(str(what))}", err=True)


def files_of(read: Iterable["Article | InputError"]) -> list[Path]:
    """Return the files that were read, well or with a problem."""
    return [Path(one.path) for one in read if one.path is not None]


def _print(content: str | bytes) -> None:
    try:
        if isinstance(content, str):
            sys.stdout.write(content)
        else:
            sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except OSError as error:
        if error.errno not in {errno.EPIPE, errno.EINVAL}:  # EINVAL is what Windows says
            raise ClaimcheckError(f"stdout cannot be written: {error.strerror or error}") from error
        # The reader, such as `head`, has seen enough. Python would complain again when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
