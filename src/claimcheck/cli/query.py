"""`claimcheck query`: the tables of a store, by SQL."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.options import CLEAN, Output, StoreFile, form_of, refuse
from claimcheck.cli.output import finish, terminal, write
from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["query"]

_COLUMNS = "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_name <> 'store'"


class _Form(StrEnum):
    """How rows are written."""

    TEXT = "text"
    JSONL = "jsonl"
    CSV = "csv"


def query(
    store: StoreFile,
    statement: Annotated[
        str | None, typer.Argument(metavar="[SQL]", help="What to select.  [default: the tables and their columns]")
    ] = None,
    *,
    format_: Annotated[_Form | None, typer.Option("--format", help="How to write the rows.  [default: text]")] = None,
    output: Output = None,
    snapshot: Annotated[
        Path | None, typer.Option("--snapshot", metavar="FOLDER", help="Write the tables as Parquet files instead.")
    ] = None,
) -> None:
    """Select from the tables of a store, article and claim; nothing in it can be changed."""

    def run() -> int:
        from claimcheck.pipeline import Store  # noqa: PLC0415  # imports spaCy
        from claimcheck.store import files_of  # noqa: PLC0415  # imports pydantic

        if snapshot is not None:
            if statement is not None:
                raise ClaimcheckError("--snapshot writes whole tables, and takes no SQL")
            refuse("a snapshot is Parquet, in the folder of --snapshot", format=format_, output=output)
            Store(store).snapshot(snapshot)
        else:
            form = form_of(_Form, format_, output) or _Form.TEXT
            found = Store(store).query(statement or _COLUMNS)
            write(_written(found, form, output), output, files_of(store))
        return CLEAN

    finish(run)


def _written(found: "pa.Table", form: _Form, output: Path | None) -> str:
    from claimcheck.report import tabular  # noqa: PLC0415  # imports rich

    match form:
        case _Form.JSONL:
            return tabular.as_jsonl(found.to_pylist())
        case _Form.CSV:
            return tabular.as_csv(found.column_names, found.to_pylist())
        case _Form.TEXT:
            width, colour = terminal(output)
            return tabular.as_text(found.column_names, found.to_pylist(), width, colour=colour)
