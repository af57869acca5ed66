"""The claims as a data frame of the user's library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimcheck.errors import ClaimcheckError, MissingExtraError
from claimcheck.report.arrow import table

if TYPE_CHECKING:
    from claimcheck.report.result import Report

__all__ = ["build"]

_KNOWN = ("pandas", "polars", "pyarrow", "modin", "cudf")
"""The libraries whose data frames hold their rows, so that narwhals can fill them."""


def build(report: Report, backend: str) -> Any:
    """Return one row for each claim, as `claim_rows.rows` has them; args and errors are those of `Report.to_frame`."""
    try:
        import narwhals  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise MissingExtraError("a data frame", "narwhals", "notebook") from error
    if backend not in _KNOWN:
        raise ValueError(f"no data frames of {backend!r}; there are {', '.join(_KNOWN)}")
    known: Any = backend
    try:
        return narwhals.from_arrow(table(report), backend=known).to_native()
    except ModuleNotFoundError as error:
        raise ClaimcheckError(f"a data frame of {backend} needs {error.name}, which is not installed") from error
