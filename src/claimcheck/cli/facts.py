"""`claimcheck facts`: the facts of a whole store, by columns."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.options import CLEAN, Jobs, Scheduler, StoreFile, configured
from claimcheck.cli.output import finish, terminal, write

if TYPE_CHECKING:
    from claimcheck.pipeline import Linked

__all__ = ["facts"]

_SHOWN = ("subject", "predicate", "unit", "number", "least", "most", "articles", "conflict")


def facts(
    store: StoreFile,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Gets the tables facts and claims, as Parquet.")],
    *,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
) -> None:
    """Link the claims of an archive that is too large for a report, and show the facts that are most in conflict.

    Who, what, how much and when are compared, and not the words around: fewer claims find each other than in a report.
    """

    def run() -> int:
        from claimcheck.pipeline import Store  # noqa: PLC0415  # imports spaCy
        from claimcheck.scale import connected  # noqa: PLC0415

        with connected(scheduler) as client:
            linked = Store(store).facts(folder, jobs=configured(None, jobs=jobs).jobs, client=client)
        write(_summary(linked, folder), None)
        return CLEAN

    finish(run)


def _summary(linked: "Linked", folder: Path) -> str:
    from claimcheck.report import tabular  # noqa: PLC0415  # imports rich

    told = f"{folder}: {linked.claims} claims, {linked.facts} facts, {linked.in_conflict} with conflicts\n"
    if not linked.in_conflict:
        return told
    width, colour = terminal(None)
    worst = [{name: row[name] for name in _SHOWN} for row in linked.worst]
    return f"{told}\n{tabular.as_text(_SHOWN, worst, width, colour=colour)}"
