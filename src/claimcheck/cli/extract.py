"""`claimcheck extract`: the claims of each article, without comparing them."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.options import (
    CLEAN,
    ERROR,
    ConfigFile,
    Date,
    Jobs,
    Language,
    Model,
    Output,
    Paths,
    configured,
    form_of,
)
from claimcheck.cli.output import files_of, finish, telling, terminal, with_bar, write
from claimcheck.config import Config

if TYPE_CHECKING:
    from claimcheck.report import Report

__all__ = ["extract"]


class _Form(StrEnum):
    """How claims are written; all but text are the formats of a report."""

    TEXT = "text"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    JSONLD = "jsonld"


def extract(  # noqa: PLR0913  # one parameter for each option
    paths: Paths,
    *,
    format_: Annotated[_Form | None, typer.Option("--format", help="How to write them.  [default: text]")] = None,
    output: Output = None,
    date: Date = None,
    language: Language = None,
    model: Model = None,
    jobs: Jobs = None,
    config: ConfigFile = None,
) -> None:
    """List the claims of each article: what it states in numbers and dates, and about what."""

    def run() -> int:
        settings = configured(config, date=date, language=language, model=model, jobs=jobs)
        return _run(paths, settings, form_of(_Form, format_, output) or _Form.TEXT, output)

    finish(run)


def _run(paths: Sequence[str], config: Config, form: _Form, output: Path | None) -> int:
    from claimcheck.pipeline import extract_all, read  # noqa: PLC0415  # imports spaCy

    with telling() as problems:
        articles = read(paths, on_problem=problems.append, config=config)
        if articles:
            found = extract_all(with_bar(articles), config=config, problems=problems)
            problems[:] = found.problems
            written = _table(found, output) if form is _Form.TEXT else found.render(form.value)
            write(written, output, files_of([*articles, *problems]))
    return ERROR if problems or not articles else CLEAN


def _table(found: "Report", output: Path | None) -> str:
    """Write a line for each claim: where it stands, its words, its value, and what it is about."""
    from claimcheck.report import listing  # noqa: PLC0415  # imports rich

    width, colour = terminal(output)
    return listing.render(found, width, colour=colour)
