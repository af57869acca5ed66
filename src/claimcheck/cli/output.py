"""Where the result of a subcommand goes: to stdout or a file; problems go to stderr."""

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from claimcheck.cli.options import ERROR
from claimcheck.errors import ClaimcheckError
from claimcheck.report.quote import visible

if TYPE_CHECKING:
    from claimcheck.model import Article

__all__ = ["complain", "finish", "terminal", "with_bar", "write"]

_SOON = 2.0
"""Seconds after which a bar shows how far it is."""
_WIDTH = 100
"""Columns of a text that does not go to a terminal."""


def terminal(output: Path | None) -> tuple[int, bool]:
    """Return the columns that a text may fill, and whether it may be coloured."""
    on_terminal = sys.stdout.isatty() and output is None
    colour = on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return shutil.get_terminal_size((_WIDTH, 0)).columns if on_terminal else _WIDTH, colour


def write(content: str | bytes, output: Path | None, articles: Sequence["Article"] = ()) -> None:
    """Write a result.

    Args:
        content: the result; bytes must go to a file unless stdout is none that people read.
        output: the file, or None for stdout.
        articles: what was read, so that it is not overwritten.

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
        if output.exists() and any(_is_at(article, output) for article in articles):
            raise ClaimcheckError(f"{output}: is one of the articles, and is not overwritten")
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


def complain(what: object) -> None:
    """Write one line of what is wrong to stderr."""
    typer.echo(f"claimcheck: {visible(str(what))}", err=True)


def _is_at(article: "Article", output: Path) -> bool:
    return article.path is not None and Path(article.path).exists() and output.samefile(article.path)


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
