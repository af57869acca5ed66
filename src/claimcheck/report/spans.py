"""What claims of one fact allow, as spans that one axis can show: in one unit, or in days."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.model import Bound, Claim, Mod, Quantity, Scope, Trend, When, WhenKind, describe
from claimcheck.report.axis import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Measured", "days_of", "quantities_of", "span_of_days"]

_LEAST = 2
"""How many claims an axis needs: one value alone is read faster than drawn."""
_FUZZY = frozenset({Bound.ABOUT, Bound.VAGUE})
_BESIDE_ZERO = frozenset({"degC", "degF"})
"""Units that a factor alone does not convert."""
_LARGEST = Decimal("1e300")
_COUNTED = Decimal("0.5")
"""The slack of a number that is given to the last one, as people are counted."""
_MINUTES_IN_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class _Ends:
    """Both ends in the unit of the axis, None where they are open; `low_open` and `high_open` are those of `Span`."""

    low: Decimal | None
    high: Decimal | None
    slack: Decimal
    low_open: bool
    high_open: bool

    @property
    def negated(self) -> _Ends:
        """The same below zero, where what was low is high."""
        low, high = (None if end is None else -end for end in (self.high, self.low))
        return _Ends(low, high, self.slack, self.high_open, self.low_open)


@dataclass(frozen=True, slots=True)
class Measured:
    """The spans of claims by their ids, and in words what is drawn for each.

    `whole` says that no end has a fraction, `with_bands` that what rounding allows matters for comparing.
    """

    spans: Mapping[str, Span]
    words: Mapping[str, str]
    caption: str
    is_days: bool = False
    whole: bool = False
    with_bands: bool = False


def quantities_of(claims: Sequence[Claim]) -> Measured | None:
    """Bring the quantities of claims to one unit; None where fewer than two of them share one."""
    stated = {
        claim.id: claim.quantity for claim in claims if claim.quantity is not None and _is_drawable(claim.quantity)
    }
    if len(stated) < _LEAST:
        return None
    unit, ends = _in_one_unit(stated)
    if len(ends) < _LEAST:
        return None
    changes = {claim: stated[claim].trend for claim in ends if stated[claim].scope is Scope.CHANGE}
    if {Trend.UP, Trend.DOWN} <= {*changes.values()}:  # a level that was fallen to is no number below zero
        ends = {claim: found.negated if changes.get(claim) is Trend.DOWN else found for claim, found in ends.items()}
    whole = all(end is None or end == end.to_integral_value() for e in ends.values() for end in (e.low, e.high))
    return Measured(
        spans={claim: _span(stated[claim], found) for claim, found in ends.items()},
        words={claim: _words(stated[claim], found, unit) for claim, found in ends.items()},
        caption=f"In {describe.unit(unit, plural=True)}" if unit else "As a bare number",
        whole=whole,
        with_bands=not whole or any(found.slack > _COUNTED for found in ends.values()),
    )


def days_of(claims: Sequence[Claim]) -> Measured | None:
    """Bring the times of claims to days; None where fewer than two of them have an end on the calendar."""
    stated = {claim.id: claim.when for claim in claims if claim.when is not None}
    zones = {when.form.zone for when in stated.values() if when.form.clock}
    spans = {claim: span_of_days(when, by_clock=len(zones) == 1) for claim, when in stated.items()}
    known = {claim: span for claim, span in spans.items() if span is not None}
    if len(known) < _LEAST:
        return None
    written = {claim: describe.when(stated[claim]) for claim in known}
    return Measured(spans=known, words=written, caption="On the calendar", is_days=True)


def span_of_days(when: When, *, by_clock: bool = False) -> Span | None:
    """Return the days of a time, from the first to the end of the last, or its minute where `by_clock` is set."""
    if when.earliest is None and when.latest is None:
        return None
    fuzzy = when.kind is WhenKind.VAGUE or when.mod is Mod.APPROX
    low = None if when.earliest is None else float(when.earliest.toordinal())
    high = None if when.latest is None else when.latest.toordinal() + 1.0
    if by_clock and low is not None and when.earliest == when.latest and when.form.clock and when.form.until is None:
        hour, minute = when.form.clock.split(":")[:2]
        low = high = low + (int(hour) * 60 + int(minute)) / _MINUTES_IN_DAY
    return Span(low, high, fuzzy=fuzzy)


def _is_drawable(quantity: Quantity) -> bool:
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    return bool(ends) and all(end.is_finite() and abs(end) < _LARGEST for end in ends)


def _in_one_unit(stated: Mapping[str, Quantity]) -> tuple[str, dict[str, _Ends]]:
    """The ends and the slack of quantities in the unit that most of them can be drawn in."""
    units = Counter(quantity.unit for quantity in stated.values())
    if len(units) == 1:
        return next(iter(units)), {claim: _ends(q, q.low, q.high, q.slack) for claim, q in stated.items()}
    based = {claim: (quantity, quantity.base) for claim, quantity in stated.items() if quantity.base is not None}
    if not based:
        return "", {}
    base_unit = Counter(base.unit for _, base in based.values()).most_common(1)[0][0]
    shared = {claim: pair for claim, pair in based.items() if pair[1].unit == base_unit}
    unit, factor = base_unit, Decimal(1)
    stated_units = Counter(quantity.unit for quantity, _ in shared.values())
    if base_unit not in stated_units and not _BESIDE_ZERO & set(stated_units):
        unit = stated_units.most_common(1)[0][0]
        factor = next((_factor(quantity) for quantity, _ in shared.values() if quantity.unit == unit), Decimal(1))
        unit = base_unit if factor == 1 else unit
    return unit, {
        claim: _ends(quantity, _divided(base.low, factor), _divided(base.high, factor), base.slack / factor)
        for claim, (quantity, base) in shared.items()
    }


def _ends(quantity: Quantity, low: Decimal | None, high: Decimal | None, slack: Decimal) -> _Ends:
    low_open = quantity.bound is Bound.MORE_THAN and low is not None
    return _Ends(low, high, slack, low_open, quantity.bound is Bound.LESS_THAN and high is not None)


def _factor(quantity: Quantity) -> Decimal:
    """How many base units one unit of a quantity is."""
    base = quantity.base
    pairs = ((quantity.low, base.low), (quantity.high, base.high)) if base else ()
    return next((based / end for end, based in pairs if end and based), Decimal(1))


def _divided(end: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if end is None else end / factor


def _span(quantity: Quantity, ends: _Ends) -> Span:
    return Span(
        low=None if ends.low is None else float(ends.low),
        high=None if ends.high is None else float(ends.high),
        slack=float(ends.slack),
        low_open=ends.low_open,
        high_open=ends.high_open,
        fuzzy=quantity.bound in _FUZZY,
    )


def _words(quantity: Quantity, ends: _Ends, unit: str) -> str:
    """What is drawn for a quantity, in the unit of the axis."""
    low, high, slack = (
        None if end is None else describe.amount(_short(end)) for end in (ends.low, ends.high, ends.slack)
    )
    name = f" {describe.unit(unit, plural=True)}" if unit else ""
    if low is None:
        return f"{'below' if ends.high_open else 'up to'} {high}{name}"
    if high is None:
        return f"{'above' if ends.low_open else 'from'} {low}{name}"
    stated = f"{low}{name}" if low == high else f"{low} to {high}{name}"
    return f"{stated}, give or take {slack}" if quantity.bound is Bound.ABOUT else stated


def _short(number: Decimal) -> Decimal:
    """A number with no more digits than a reader needs to find it on an axis."""
    return Decimal(f"{number:.6g}")
