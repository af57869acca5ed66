"""Options that several subcommands share; annotations are evaluated, because typer makes the options from them."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar, Unpack

import typer

from claimcheck.config import Config, FailOn, Format, Options
from claimcheck.errors import ClaimcheckError, ConfigError

__all__ = [
    "CLEAN",
    "ERROR",
    "FINDINGS",
    "ConfigFile",
    "Date",
    "FailOnOption",
    "Jobs",
    "Language",
    "Model",
    "Output",
    "Paths",
    "Scheduler",
    "StoreFile",
    "configured",
    "form_of",
    "refuse",
]

CLEAN, FINDINGS, ERROR = 0, 1, 2
"""The exit codes."""

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Articles, folders of articles, patterns, or - for the standard input."),
]
StoreFile = Annotated[Path, typer.Argument(metavar="STORE", help="The file of a store, or a folder with a snapshot.")]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file, not to stdout.")]
FailOnOption = Annotated[
    FailOn | None, typer.Option("--fail-on", help="Exit with 1 from this severity on.  [default: conflict]")
]
Date = Annotated[
    str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="Publication day of articles that have none.")
]
Language = Annotated[
    str | None,
    typer.Option("--language", metavar="CODE", help="Language of all articles, instead of telling it from the text."),
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", metavar="N", help="Processes that do the work, 0 for one on each core.  [default: 1]"),
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler", metavar="ADDRESS", help="Scheduler of a Dask cluster that does the work, as tcp://10.0.0.1:8786."
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME",
        help="Trained spaCy pipeline, auto for the best one installed, or none.  [default: auto]",
    ),
]
ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config", metavar="FILE", help="Read [tool.claimcheck] from this file, not the nearest pyproject.toml."
    ),
]


_SUFFIXES = {
    ".txt": Format.TEXT, ".html": Format.HTML, ".htm": Format.HTML, ".md": Format.MARKDOWN, ".json": Format.JSON,
    ".jsonl": Format.JSONL, ".csv": Format.CSV, ".parquet": Format.PARQUET, ".sarif": Format.SARIF,
    ".graphml": Format.GRAPHML, ".jsonld": Format.JSONLD,
}  # fmt: skip
_Form = TypeVar("_Form", bound=StrEnum)


def form_of(forms: type[_Form], given: _Form | None, output: Path | None) -> _Form | None:
    """Return the format that is given, else the one that the suffix of the file tells, if any.

    Raises:
        ClaimcheckError: the suffix tells a format that is none of these.
    """
    told = None if output is None else _SUFFIXES.get(output.suffix.lower())
    if given is not None or told is None:
        return given
    if told.value not in [form.value for form in forms]:
        raise ClaimcheckError(f"{output}: {told.value} is not written here; choose one by --format: {', '.join(forms)}")
    return forms(told.value)


def refuse(why: str, **options: object) -> None:
    """Refuse options that were given, by their names, where they would do nothing.

    Raises:
        ClaimcheckError: there is one.
    """
    given = ", ".join(f"--{name}" for name, value in options.items() if value is not None)
    if given:
        raise ClaimcheckError(f"{given}: {why}")


def configured(file: Path | None, **options: Unpack[Options]) -> Config:
    """Put the options over the settings of the project; an error names the option as its user wrote it."""
    defaults = Config.load() if file is None else Config.read(file)
    try:
        return defaults.merged(**options)
    except ConfigError as error:
        raise ConfigError(f"--{error}") from error
