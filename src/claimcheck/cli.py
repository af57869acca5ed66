"""The command `claimcheck`: the result goes to stdout, everything else to stderr.

Exit codes are those of linters: 0 clean, 1 findings at or above `--fail-on`, 2 wrong usage or an input that could not
be read (the others are still reported). spaCy and its kin are imported inside the command, so that `--help` is quick.

Annotations are evaluated here, because typer makes the options from them.
"""

import errno
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Unpack

import typer

from claimcheck.config import Config, FailOn, Format, Options
from claimcheck.errors import ClaimcheckError, ConfigError, InputError

if TYPE_CHECKING:
    from claimcheck.model import Article
    from claimcheck.report import Report

__all__ = ["app", "main"]

_CLEAN, _FINDINGS, _ERROR = 0, 1, 2
_WIDTH = 100
"""Columns of a text report that does not go to a terminal."""

# Without rich markup, help texts may speak of [tool.claimcheck], and errors are lines instead of boxes.
app = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)


def main() -> None:
    """Run the command with the arguments of the process, and exit."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show "€" gets an escape instead of ending the program.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    app(prog_name="claimcheck")


def _print_version(wanted: bool) -> None:  # noqa: FBT001  # typer calls it so
    if wanted:
        from claimcheck import __version__  # noqa: PLC0415  # looked up on disk, for this option only

        typer.echo(f"claimcheck {__version__}")
        raise typer.Exit


@app.callback()
def claimcheck(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Reconcile what several news articles claim: numbers and dates, linked, compared and explained."""


@app.command()
def report(  # noqa: PLR0913  # one parameter for each option
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Articles, or folders of articles.")],
    *,
    format_: Annotated[Format | None, typer.Option("--format", help="How to write it.  [default: text]")] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file instead of stdout.")
    ] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="Exit with 1 from this severity on.  [default: conflict]")
    ] = None,
    date: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Publication day of articles that have none.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="Language of all articles, instead of telling it from the text.")
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Trained spaCy pipeline, auto for the best one installed, or none.  [default: auto]"
        ),
    ] = None,
) -> None:
    """Report on what the articles agree, and on what they are in conflict.

    Defaults can be set in the table [tool.claimcheck] of pyproject.toml.
    """
    try:
        config = _configured(format=format_, fail_on=fail_on, date=date, language=language, model=model)
        code = _run(paths, config, output)
    except ClaimcheckError as error:
        _complain(error)
        code = _ERROR
    raise typer.Exit(code)


def _configured(**options: Unpack[Options]) -> Config:
    """Put the options over the settings of the project; an error names the option as its user wrote it."""
    defaults = Config.load()
    try:
        return defaults.merged(**options)
    except ConfigError as error:
        raise ConfigError(f"--{error}") from error


def _run(paths: Sequence[str], config: Config, output: Path | None) -> int:
    """Print report and problems; return the exit code."""
    from claimcheck.pipeline import read, reconcile  # noqa: PLC0415  # imports spaCy

    problems: list[InputError] = []
    articles = read(paths, on_problem=problems.append)
    worst = None
    try:
        if articles:
            result = reconcile(articles, config=config, problems=problems)
            problems, worst = list(result.problems), result.worst
            _write(_rendered(result, config.format, to_file=output is not None), output, articles)
    finally:
        for problem in problems:
            _complain(problem)
    if problems or not articles:
        return _ERROR
    return _FINDINGS if config.fail_on.reached(worst) else _CLEAN


def _rendered(result: "Report", form: Format, *, to_file: bool) -> str:
    if form is not Format.TEXT:
        from claimcheck.report import FORMATS  # noqa: PLC0415  # loaded by the pipeline

        return FORMATS[form.value](result)
    on_terminal = sys.stdout.isatty() and not to_file
    colour = on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = shutil.get_terminal_size((_WIDTH, 0)).columns if on_terminal else _WIDTH
    return result.to_text(width=width, colour=colour)


def _write(text: str, output: Path | None, articles: Sequence["Article"]) -> None:
    text = text if text.endswith("\n") else f"{text}\n"
    if output is None:
        _print(text)
        return
    try:
        if output.exists() and any(article.path and output.samefile(article.path) for article in articles):
            raise ClaimcheckError(f"{output}: is one of the articles, and is not overwritten")
        output.write_text(text, encoding="utf-8", errors="backslashreplace", newline="")
    except OSError as error:
        raise ClaimcheckError(f"{output}: cannot be written: {error.strerror or error}") from error


def _print(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        if error.errno not in {errno.EPIPE, errno.EINVAL}:  # EINVAL is what Windows says
            raise ClaimcheckError(f"stdout cannot be written: {error.strerror or error}") from error
        # The reader, such as `head`, has seen enough. Python would complain again when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(what: object) -> None:
    typer.echo(f"claimcheck: {' '.join(str(what).splitlines())}", err=True)
