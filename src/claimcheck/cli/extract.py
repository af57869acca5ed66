"""`claimcheck extract`: the claims of each article, without comparing them."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.options import CLEAN, ERROR, ConfigFile, Date, Jobs, Language, Model, Output, Paths, configured
from claimcheck.cli.output import complain, finish, terminal, write
from claimcheck.config import Config
from claimcheck.errors import InputError

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
    format_: Annotated[_Form, typer.Option("--format", help="How to write them.")] = _Form.TEXT,
    output: Output = None,
    date: Date = None,
    language: Language = None,
    model: Model = None,
    jobs: Jobs = None,
    config: ConfigFile = None,
) -> None:
    """List the claims of each article: what it states in numbers and dates, and about what."""
    finish(
        lambda: _run(paths, configured(config, date=date, language=language, model=model, jobs=jobs), format_, output)
    )


def _run(paths: Sequence[str], config: Config, form: _Form, output: Path | None) -> int:
    from claimcheck.pipeline import extract_all, read  # noqa: PLC0415  # imports spaCy

    problems: list[InputError] = []
    articles = read(paths, on_problem=problems.append, config=config)
    found = extract_all(articles, config=config, problems=problems)
    if articles:
        write(_table(found, output) if form is _Form.TEXT else found.render(form.value), output, articles)
    for problem in found.problems:
        complain(problem)
    return ERROR if found.problems or not articles else CLEAN


def _table(found: "Report", output: Path | None) -> str:
    """Write a line for each claim: where it stands, its words, its value, and what it is about."""
    from claimcheck.report import listing  # noqa: PLC0415  # imports rich

    width, colour = terminal(output)
    return listing.render(found, width, colour=colour)
