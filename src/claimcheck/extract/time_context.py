"""Times that are told by others in the text: "the same day", "a year earlier", "at 8 p.m."."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from claimcheck.extract.time_span import PLACED, TimeSpan
from claimcheck.model import Granularity, TimeForm, WhenKind

__all__ = ["Told"]

_ORDER = tuple(Granularity)
_PERIODS = frozenset({Granularity.MONTH, Granularity.QUARTER, Granularity.HALF, Granularity.YEAR})
"""What is compared with the year before."""


@dataclass(slots=True)
class Told:
    """The times that an article has told so far, the last of each granularity, of periods and of all.

    `is_near` says that the last stands in the same stretch of text.
    """

    last: TimeForm | None = None
    period: TimeForm | None = None
    is_near: bool = False
    of: dict[Granularity, TimeForm] = field(default_factory=dict)

    def placed(self, span: TimeSpan) -> TimeSpan:
        """Return a time with the one that it is told by; any other is then the last told."""
        form = span.form
        if form.from_text:
            if form.base is not None and form.base.granularity is Granularity.DAY:
                self.of[Granularity.DAY] = form.base
            based = self._based(form) if form.base is None else form
            return span if based is form else replace(span, form=based)
        is_year_ago = span.is_counted and form.unit == "year" and form.count == -1
        if is_year_ago and self.period is not None and self.period.granularity is Granularity.QUARTER:
            return replace(span, form=_moved_year(self.period))  # the same quarter
        if form.kind in PLACED and form.clock is None:
            self.of[form.granularity] = self.last = form
            self.is_near = True
            if form.kind is WhenKind.INTERVAL and form.granularity in _PERIODS and not _looks_back(form):
                self.period = form
        return span

    def _based(self, form: TimeForm) -> TimeForm:
        if form.clock is not None or form.part_of_day is not None:
            day = self.of.get(Granularity.DAY)
            return form if day is None else replace(form, base=replace(day, mod=None))
        if form.kind is WhenKind.VAGUE:
            return self._counted(form)
        if form.unit == "period":
            return self._period(form)
        known = self.of.get(form.granularity)
        if not form.count:  # "the same year", "the quarter"
            if known is not None:
                return replace(known, mod=form.mod)
            is_quarter = form.granularity is Granularity.QUARTER
            return replace(form, from_text=False, count=-1) if is_quarter else form
        base = self.last
        return replace(form, from_text=False) if base is None else replace(form, base=replace(base, mod=None))

    def _period(self, form: TimeForm) -> TimeForm:
        """Read "the same period", and "the 1988 period": that of the year named."""
        period = None if self.period is None else replace(self.period, mod=form.mod)
        if form.year is None:
            return form if period is None else period
        if period is None or period.ordinal is None:
            return replace(form, unit=None, from_text=False)
        return TimeForm(period.kind, period.granularity, year=form.year, ordinal=period.ordinal, mod=form.mod)

    def _counted(self, form: TimeForm) -> TimeForm:
        """Read "a year earlier": counted from the last time told, if that is not coarser than what is counted."""
        if form.direction or form.unit is None:  # "three days after" what follows; "some time later"
            return form
        base = self.period if form.unit == "year" and self.period is not None else self.last
        if form.unit == "year" and form.count == -1 and (base is None or (_looks_back(base) and not self.is_near)):
            return replace(form, kind=WhenKind.INTERVAL, from_text=False)
        if base is None or _ORDER.index(base.granularity) > _ORDER.index(Granularity(form.unit)):
            return form
        return replace(form, kind=base.kind, granularity=base.granularity, base=replace(base, mod=None))


def _looks_back(form: TimeForm) -> bool:
    """Whether a year is one that news compare with: a past one, or one that is named."""
    return form.granularity is Granularity.YEAR and (form.year is not None or (form.count or 0) < 0)


def _moved_year(period: TimeForm) -> TimeForm:
    base = replace(period, mod=None)
    return TimeForm(period.kind, period.granularity, unit="year", count=-1, from_text=True, base=base)
