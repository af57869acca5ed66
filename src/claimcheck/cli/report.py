"""`claimcheck report`: what the articles agree on, and where they are in conflict."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.options import (
    CLEAN,
    ERROR,
    FINDINGS,
    ConfigFile,
    Date,
    FailOnOption,
    Jobs,
    Language,
    Model,
    Output,
    Paths,
    configured,
)
from claimcheck.cli.output import complain, terminal, write
from claimcheck.config import Config, Format
from claimcheck.errors import ClaimcheckError, InputError

if TYPE_CHECKING:
    from claimcheck.model import Article
    from claimcheck.report import Report

__all__ = ["report"]

_SUFFIXES = {
    ".txt": Format.TEXT, ".html": Format.HTML, ".htm": Format.HTML, ".md": Format.MARKDOWN, ".json": Format.JSON,
    ".jsonl": Format.JSONL, ".csv": Format.CSV, ".parquet": Format.PARQUET, ".sarif": Format.SARIF,
    ".graphml": Format.GRAPHML, ".jsonld": Format.JSONLD,
}  # fmt: skip
_SOON = 2.0
"""Seconds after which a bar shows how far it is."""


def report(  # noqa: PLR0913  # one parameter for each option
    paths: Paths,
    *,
    format_: Annotated[Format | None, typer.Option("--format", help="How to write it.  [default: text]")] = None,
    output: Output = None,
    select: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Only findings of this code or family (CC1); repeatable.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="No findings of this code or family; repeatable.")
    ] = None,
    fail_on: FailOnOption = None,
    date: Date = None,
    language: Language = None,
    model: Model = None,
    jobs: Jobs = None,
    config: ConfigFile = None,
) -> None:
    """Report on what the articles agree, and on what they are in conflict.

    Defaults can be set in the table [tool.claimcheck] of pyproject.toml.
    """
    try:
        settings = configured(
            config,
            format=format_ or _meant_by(output), select=select, ignore=ignore, fail_on=fail_on, date=date,
            language=language, model=model, jobs=jobs,
        )  # fmt: skip
        code = _run(paths, settings, output)
    except ClaimcheckError as error:
        complain(error)
        code = ERROR
    raise typer.Exit(code)


def _meant_by(output: Path | None) -> Format | None:
    """Return the format that the suffix of a file tells."""
    return None if output is None else _SUFFIXES.get(output.suffix.lower())


def _run(paths: Sequence[str], config: Config, output: Path | None) -> int:
    """Print report and problems; return the exit code."""
    from claimcheck.pipeline import read, reconcile  # noqa: PLC0415  # imports spaCy

    problems: list[InputError] = []
    articles = read(paths, on_problem=problems.append)
    worst = None
    try:
        if articles:
            result = reconcile(_with_bar(articles), config=config, problems=problems)
            problems, worst = list(result.problems), result.worst
            write(_rendered(result, config.format, output), output, articles)
    finally:
        for problem in problems:
            complain(problem)
    if problems or not articles:
        return ERROR
    return FINDINGS if config.fail_on.reached(worst) else CLEAN


def _with_bar(articles: Sequence["Article"]) -> Iterable["Article"]:
    """Show on stderr how many articles are done, where somebody is there to see it and it takes long."""
    from tqdm import tqdm  # noqa: PLC0415  # comes with spaCy

    bar: Iterable[Article] = tqdm(articles, unit=" articles", delay=_SOON, leave=False, file=sys.stderr, disable=None)
    return bar


def _rendered(result: "Report", form: Format, output: Path | None) -> str | bytes:
    if form is not Format.TEXT:
        return result.render(form.value)
    width, colour = terminal(output)
    return result.to_text(width=width, colour=colour)
