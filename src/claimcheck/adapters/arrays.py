"""Arrow columns as arrays, and grouping of these with numpy: what a loop over a million claims would be too slow for.

Groups are arrays of integers, one a row; where they are counted from 0 without a gap they are called ids.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["HAIR", "Flags", "Floats", "Ints", "best", "codes", "days", "medians", "near", "roots", "runs"]

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

HAIR = 1e-9
"""The share by which computing with floats may be off."""


def codes(column: pa.ChunkedArray) -> Ints:
    """Return a number for each value of a column without nulls, the same for equal ones; shape (rows,)."""
    numbers: Ints = column.combine_chunks().dictionary_encode().indices.to_numpy().astype(np.int64)
    return numbers


def days(column: pa.ChunkedArray) -> Floats:
    """Return dates as days since 1970-01-01, NaN for null; shape (rows,)."""
    import pyarrow as pa  # noqa: PLC0415  # an extra

    since: Floats = column.cast(pa.date32()).cast(pa.int32()).cast(pa.float64()).to_numpy()
    return since


def runs(*groups: Ints, by: Floats | None = None, gap: float = 0.0) -> Ints:
    """Return an id for each row, the same for rows that are equal in all groups and have no gap in a value between.

    Ids are counted in the order of their first rows.

    Args:
        groups: arrays of shape (rows,).
        by: a value of each row, shape (rows,); a step of more than `gap` from one row to the next begins a new run.
        gap: the widest step inside a run, in the unit of `by`.

    >>> runs(np.array([7, 7, 2, 7]), by=np.array([0.0, 9.0, 0.0, 1.0]), gap=2.0).tolist()
    [0, 1, 2, 0]
    """
    keys = [*([by] if by is not None else []), *reversed(groups)]
    order = np.lexsort(keys)
    begins = np.zeros(len(order), dtype=bool)
    begins[:1] = True
    for group in groups:
        begins[1:] |= np.diff(group[order]) != 0
    if by is not None:
        begins[1:] |= np.diff(by[order]) > gap
    ids = np.empty(len(order), dtype=np.int64)
    ids[order] = np.cumsum(begins) - 1
    return _by_first_row(ids)


def _by_first_row(ids: Ints) -> Ints:
    """Number ids by their first rows, so that no tie hangs on what codes the rows of others have."""
    first = best(ids, np.arange(len(ids)))
    numbers = np.empty_like(first)
    numbers[np.argsort(first)] = np.arange(len(first))
    renumbered: Ints = numbers[ids]
    return renumbered


def near(groups: Ints, by: Floats, reach: int) -> tuple[Ints, Ints]:
    """Return the pairs of rows of one group that are at most `reach` places apart when sorted by a value.

    >>> [pair.tolist() for pair in near(np.array([1, 1, 5, 1]), np.array([3.0, 1.0, 2.0, 2.0]), 1)]
    [[3, 0], [1, 3]]
    """
    order = np.lexsort((by, groups))
    sorted_ = groups[order]
    ones, others = [order[:0]], [order[:0]]
    for step in range(1, reach + 1):
        is_one = sorted_[step:] == sorted_[:-step]
        ones.append(order[step:][is_one])
        others.append(order[:-step][is_one])
    return np.concatenate(ones), np.concatenate(others)


def best(groups: Ints, *ranks: NDArray[np.generic]) -> Ints:
    """Return the row of each group that has the lowest rank; the first rank counts most, then the order of rows.

    >>> best(np.array([4, 4, 2]), np.array([1, 0, 5])).tolist()
    [2, 1]
    """
    order = np.lexsort((*reversed(ranks), groups))
    begins = np.ones(len(order), dtype=bool)
    begins[1:] = np.diff(groups[order]) != 0
    return order[begins]


def roots(parents: Ints) -> Ints:
    """Return the root of each node of a forest, whose roots are their own parents.

    >>> roots(np.array([0, 0, 1, 3])).tolist()
    [0, 0, 0, 3]
    """
    while not np.array_equal(above := parents[parents], parents):
        parents = above
    return parents


def medians(ids: Ints, values: Floats, count: int) -> Floats:
    """Return the upper median of the values of each id, NaN values left out, NaN where there is none; shape (count,).

    >>> medians(np.array([0, 0, 0, 1]), np.array([5.0, 1.0, np.nan, np.nan]), 2).tolist()
    [5.0, nan]
    """
    is_known = ~np.isnan(values)
    ids, values = ids[is_known], values[is_known]
    order = np.lexsort((values, ids))
    sizes = np.bincount(ids, minlength=count)
    middle = np.cumsum(sizes) - sizes + sizes // 2
    found = np.full(count, np.nan)
    found[sizes > 0] = values[order][middle[sizes > 0]]
    return found
