"""The claims as a data frame of the user's library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimcheck.errors import ClaimcheckError, MissingExtraError
from claimcheck.report.arrow import table

if TYPE_CHECKING:
    from claimcheck.report.result import Report

__all__ = ["build"]


def build(report: Report, backend: str) -> Any:
    """Return one row for each claim, the columns of `table.rows`; args and errors are those of `Report.to_frame`."""
    try:
        import narwhals  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise MissingExtraError("a data frame", "narwhals", "notebook") from error
    known: Any = backend  # narwhals says which there are
    try:
        return narwhals.from_arrow(table(report), backend=known).to_native()
    except ModuleNotFoundError as error:
        raise ClaimcheckError(f"a data frame of {backend} needs {error.name}, which is not installed") from error
