"""`claimcheck add`: articles into a store."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.options import CLEAN, ERROR, ConfigFile, Date, Jobs, Language, Model, Paths, Scheduler, configured
from claimcheck.cli.output import finish, telling, with_bar, write
from claimcheck.config import Config

__all__ = ["add"]


def add(  # noqa: PLR0913  # one parameter for each option
    store: Annotated[Path, typer.Argument(metavar="STORE", help="The file of the store; made if there is none.")],
    paths: Paths,
    *,
    date: Date = None,
    language: Language = None,
    model: Model = None,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    config: ConfigFile = None,
) -> None:
    """Put articles with their claims into a store, which then can be reported on.

    Only articles that are new or have changed are read for claims. Stop it at any time: what was done is kept.
    """
    settings = partial(configured, config, date=date, language=language, model=model, jobs=jobs)
    finish(lambda: _run(store, paths, settings(), scheduler))


def _run(path: Path, paths: list[str], config: Config, scheduler: str | None) -> int:
    from claimcheck.pipeline import Store  # noqa: PLC0415  # imports spaCy
    from claimcheck.scale import connected  # noqa: PLC0415

    with telling() as problems:
        with connected(scheduler) as client:
            added = Store(path).add(paths, config=config, on_problem=problems.append, watch=with_bar, client=client)
        write(f"{path}: {added.new} new, {added.changed} changed, {added.same} as they were", None)
    return ERROR if problems else CLEAN
