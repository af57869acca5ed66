"""Claim records as arrays: who, what, how much and when of each claim, without the words around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.adapters.arrays import Floats, Ints, codes, days

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Records"]

_DIGITS = 12
"""Digits to which numbers are compared: the rest is what conversion of units leaves behind."""


@dataclass(frozen=True, slots=True)
class Records:
    """The columns of claim records, all of shape (records,).

    `who` is an index into `names`; `what`, `unit` and `article` are codes. `number` is in base units, `rounding` half a
    unit of its last significant place. `published` and `day` count days; a `day` that is not stated is NaN.
    """

    names: list[str]
    who: Ints
    what: Ints
    unit: Ints
    article: Ints
    number: Floats
    rounding: Floats
    published: Floats
    day: Floats

    @classmethod
    def of(cls, table: pa.Table) -> Records:
        """Take the columns of a table apart; see `link_records` for what it has."""
        names = table["subject"].combine_chunks().dictionary_encode()
        published, day = (days(table[name]) for name in ("published", "day"))
        published = np.where(np.isnan(published), day, published)
        return cls(
            names=names.dictionary.to_pylist(),
            who=names.indices.to_numpy().astype(np.int64),
            what=codes(table["predicate"]),
            unit=codes(table["unit"]),
            article=codes(table["article"]),
            number=_tidy(table["number"].to_numpy()),
            rounding=table["rounding"].to_numpy(),
            published=np.where(np.isnan(published), 0.0, published),  # days that nobody knows are one day
            day=day,
        )


def _tidy(numbers: Floats) -> Floats:
    """Return numbers without what conversions leave behind in their last digits."""
    size = np.floor(np.log10(np.maximum(np.abs(numbers), 1e-300)))
    scale = 10.0 ** (size - _DIGITS)
    return np.round(numbers / scale) * scale
