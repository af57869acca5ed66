"""`claimcheck report`: what the articles agree on, and where they are in conflict."""

from collections.abc import Sequence
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
    Scheduler,
    configured,
    form_of,
    refuse,
)
from claimcheck.cli.output import files_of, finish, telling, terminal, with_bar, write
from claimcheck.config import Config, Format
from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from claimcheck.report import Report

__all__ = ["report"]


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
    where: Annotated[
        str | None,
        typer.Option(
            "--where", metavar="SQL", help="Only articles of a store that fit, as \"published >= '2025-09-01'\"."
        ),
    ] = None,
    date: Date = None,
    language: Language = None,
    model: Model = None,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    config: ConfigFile = None,
) -> None:
    """Report on what the articles agree, and on what they are in conflict.

    In place of articles the file of a store may stand; see claimcheck add.
    Defaults can be set in the table [tool.claimcheck] of pyproject.toml.
    """

    def run() -> int:
        settings = configured(
            config,
            format=form_of(Format, format_, output), select=select, ignore=ignore, fail_on=fail_on, date=date,
            language=language, model=model, jobs=jobs,
        )  # fmt: skip
        if (store := _store(paths)) is None:
            refuse("it chooses among the articles of a store; name the file of one", where=where)
            return _run(paths, settings, output, scheduler)
        refuse(
            f"{store} holds claims that are extracted already; these options are for claimcheck add",
            date=date, language=language, model=model, jobs=jobs, scheduler=scheduler,
        )  # fmt: skip
        return _of_store(store, where, settings, output)

    finish(run)


def _run(paths: Sequence[str], config: Config, output: Path | None, scheduler: str | None) -> int:
    """Print report and problems; return the exit code."""
    from claimcheck.pipeline import read, reconcile  # noqa: PLC0415  # imports spaCy
    from claimcheck.scale import connected  # noqa: PLC0415

    worst = None
    with telling() as problems:
        articles = read(paths, on_problem=problems.append, config=config)
        if articles:
            with connected(scheduler) as client:
                result = reconcile(with_bar(articles), config=config, problems=problems, client=client)
            problems[:], worst = result.problems, result.worst
            write(_rendered(result, config.format, output), output, files_of([*articles, *problems]))
    if problems or not articles:
        return ERROR
    return FINDINGS if config.fail_on.reached(worst) else CLEAN


def _store(paths: Sequence[str]) -> Path | None:
    """Return the store among what is to be reported on.

    Raises:
        ClaimcheckError: something stands beside it.
    """
    from claimcheck.store import is_store  # noqa: PLC0415  # imports pydantic

    stores = [path for path in map(Path, paths) if is_store(path)]
    if stores and len(paths) > 1:
        raise ClaimcheckError(f"{stores[0]}: a store is reported on by itself; add the other articles to it")
    return stores[0] if stores else None


def _of_store(path: Path, where: str | None, config: Config, output: Path | None) -> int:
    from claimcheck import store  # noqa: PLC0415  # imports pydantic
    from claimcheck.pipeline import Store  # noqa: PLC0415  # imports spaCy

    result = Store(path).report(where=where, config=config)
    if where is not None and not result.articles:
        raise ClaimcheckError(f"{path}: no article fits --where {where}")
    write(_rendered(result, config.format, output), output, [*store.files_of(path), *files_of(result.articles)])
    return FINDINGS if config.fail_on.reached(result.worst) else CLEAN


def _rendered(result: "Report", form: Format, output: Path | None) -> str | bytes:
    if form is not Format.TEXT:
        return result.render(form.value)
    width, colour = terminal(output)
    return result.to_text(width=width, colour=colour)
