"""Groups of claim records, and what each group says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np

from claimcheck.adapters.arrays import Flags, Floats, Ints, best, medians, runs
from claimcheck.link.columns.records import Records

__all__ = ["PAUSE", "SAME_DAY", "Groups"]

PAUSE = 25.0
"""Days without a report from which on the same number is taken to be news of something else."""
SAME_DAY = 2.0
"""Days that the days which two groups state may differ by, where their numbers agree."""
_DAY_REACH = 3.0
"""Days from the median beyond which a day is taken for a mistake."""


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups of records, and what each says, arrays of shape (groups,) but for `ids`, the group of each record.

    `who`, `what`, `unit`, `number` and `rounding` are those of most records. `first`, `middle` and `last` are the days
    of the reports. `day` is the middle of the days that they state, NaN where none is, `mean` the mean of those about
    it, and `dated` counts these.
    """

    ids: Ints
    size: Ints
    who: Ints
    what: Ints
    unit: Ints
    number: Floats
    rounding: Floats
    first: Floats
    middle: Floats
    last: Floats
    day: Floats
    mean: Floats
    dated: Floats

    @classmethod
    def of(cls, records: Records, who: Ints, exact: Ints, ids: Ints) -> Self:
        """Gather the records of each id."""
        count = int(ids.max(initial=-1)) + 1
        alike = runs(ids, exact, records.what)
        main = best(ids, -np.bincount(alike)[alike], records.rounding)
        day = medians(ids, records.day, count)
        is_about = np.abs(records.day - day[ids]) <= _DAY_REACH
        dated = np.bincount(ids[is_about], minlength=count).astype(np.float64)
        days = np.bincount(ids[is_about], weights=records.day[is_about], minlength=count)
        return cls(
            ids=ids,
            size=np.bincount(ids, minlength=count),
            who=who[main],
            what=records.what[main],
            unit=records.unit[main],
            number=records.number[main],
            rounding=records.rounding[main],
            first=records.published[best(ids, records.published)],
            middle=medians(ids, records.published, count),
            last=records.published[best(ids, -records.published)],
            day=day,
            mean=np.divide(days, dated, out=np.full(count, np.nan), where=dated > 0),
            dated=dated,
        )

    def pause(self, a: Ints, b: Ints) -> Floats:
        """Return the days without a report between those of two groups, below zero where they overlap."""
        return np.maximum(self.first[a], self.first[b]) - np.minimum(self.last[a], self.last[b])

    def days_apart(self, a: Ints, b: Ints) -> Floats:
        """Return how far the days that two groups state are apart, NaN where one of them states none."""
        return np.abs(self.day[a] - self.day[b])

    def may_be_one(self, a: Ints, b: Ints) -> Flags:
        """Whether two groups of one number are reported, and happen, at about one time."""
        return (self.pause(a, b) <= PAUSE) & ~(self.days_apart(a, b) > SAME_DAY)
