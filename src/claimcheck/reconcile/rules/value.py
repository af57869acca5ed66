"""Values: the interval logic that every pair of quantities falls under."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.lang import predicate_group
from claimcheck.model import (
    Bound,
    Claim,
    ConflictType,
    Quantity,
    RelationKind,
    Status,
    TimeRelation,
    Trend,
    When,
    WhenKind,
    describe,
)
from claimcheck.reconcile.judgement import Judgement, Setting
from claimcheck.reconcile.kinds import other_kinds

__all__ = ["PLAIN", "judge", "same_number"]

# On a scale whose zero is not nothing, a share of a number is no tolerance.
_OFFSET_SCALES = frozenset({"kelvin"})
# What is measured or estimated rather than counted or decided, and how far two honest measurements lie apart.
_MEASURED = frozenset({"meter", "meter ** 2", "meter ** 3", "kilogram", "meter / second", "second"})
_MEASURING = Decimal("0.07")
# How far two counts of one day lie apart at most.
_MULTIPLIED = 2
_LEAST_FLOOR = 100
"""From here on a number after "more than" is taken for one that was rounded down."""
_OPEN = frozenset({Status.PLANNED, Status.HEDGED})
PLAIN = frozenset({Bound.EXACT, Bound.ABOUT, Bound.RANGE})
"""Bounds that leave no side open: news leaves "about" out as it likes."""
_ONE_SIDED = frozenset({Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.LESS_THAN})


def judge(a: Claim, b: Claim, setting: Setting) -> Judgement | None:
    """Compare two quantities of one unit as intervals."""
    if a.quantity is None or b.quantity is None or a.base is None or b.base is None:
        return None
    shown = f"{describe.quantity(a.quantity)} / {describe.quantity(b.quantity)}"
    if a.base.unit != b.base.unit:
        return Judgement(RelationKind.COMPATIBLE, ConflictType.UNIT, f"the units do not compare: {shown}")
    if same_number(a.quantity, b.quantity, setting.tolerance):
        return _same(a.quantity, b.quantity, shown, is_settled=_loose_plan(a, b) is None)
    if _are_floors_apart(a.quantity, b.quantity):
        return _apart(a, b, setting, shown)
    reach_a, reach_b = a.base.reach, b.base.reach
    if reach_a.contains(reach_b) or reach_b.contains(reach_a):
        return Judgement(RelationKind.REFINES, None, f"one value lies within the other: {shown}")
    if reach_a.overlaps(reach_b):
        return Judgement(RelationKind.COMPATIBLE, ConflictType.BOUND, f"the values can both hold: {shown}")
    return _apart(a, b, setting, shown)


def same_number(a: Quantity, b: Quantity, tolerance: Decimal) -> bool:
    """Whether two quantities state one number: one rounds to the other, or they are equal after conversion.

    Args:
        a: a quantity with its base.
        b: another in the same base unit.
        tolerance: the share of the larger number by which they may differ after conversion.
    """
    if a.base is None or b.base is None or a.base.unit != b.base.unit:
        return False
    if a.base.is_same_number(b.base):
        return True
    if a.unit == b.unit or a.base.unit in _OFFSET_SCALES or a.base.number is None or b.base.number is None:
        return False
    return abs(a.base.number - b.base.number) <= tolerance * max(abs(a.base.number), abs(b.base.number))


def _are_floors_apart(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers are both "more than" another: who writes so rounds down to the last digit that counts.

    "More than 57,000" is then 57,000 to 58,000, and not more than 64,000, though no logic forbids it.
    """
    if a.bound is not Bound.MORE_THAN or b.bound is not Bound.MORE_THAN or a.base is None or b.base is None:
        return False
    low, high = sorted((base.number or Decimal(0), base.rounding) for base in (a.base, b.base))
    return low[0] >= _LEAST_FLOOR and low[0] + 2 * low[1] <= high[0]


def _same(a: Quantity, b: Quantity, shown: str, *, is_settled: bool) -> Judgement:
    if a.bound is b.bound:
        return Judgement(RelationKind.AGREE, None, f"both give {describe.quantity(a)}")
    if is_settled and {a.bound, b.bound} <= PLAIN:  # who writes "about 350" and who writes "350" mean the same
        return Judgement(RelationKind.AGREE, None, f"both give the same number: {shown}")
    if {a.bound, b.bound} <= _ONE_SIDED and _are_opposed(a, b):
        return Judgement(RelationKind.CONFLICT, ConflictType.BOUND, f"one stays below, the other above: {shown}")
    same = "is the same" if a.value == b.value else "rounds to the other"
    return Judgement(RelationKind.COMPATIBLE, ConflictType.BOUND, f"the number {same}, its bound differs: {shown}")


def _are_opposed(a: Quantity, b: Quantity) -> bool:
    """Whether one of two quantities of one number stays below it, the other above; conversion sets none apart."""
    if a.base is None or b.base is None or a.base.number is None or b.base.number is None:
        return False
    shift = a.base.number - b.base.number if a.unit != b.unit else Decimal(0)
    return a.base.interval.disjoint(b.base.interval.scaled(Decimal(1), shift))


def _apart(a: Claim, b: Claim, setting: Setting, shown: str) -> Judgement:
    ordered = setting.in_order(a, b)
    if ordered is not None and _is_counted_anew(*ordered):
        earlier, later = ordered
        why = f"the later article, {setting.name(later)}, counts anew after {setting.name(earlier)}: {shown}"
        return Judgement(RelationKind.UPDATE, ConflictType.VALUE, why)
    if ordered is None and _has_multiplied(a, b):
        why = "such counts grow while a story runs, and the order of the articles is not known"
        return Judgement(RelationKind.UPDATE, ConflictType.VALUE, f"{why}: {shown}")
    if (loose := _loose_plan(a, b)) is not None and (ordered is None or ordered[0] is loose):
        why = f"{setting.name(loose)} gives a plan in round figures, which may have been settled since"
        return Judgement(RelationKind.UPDATE, ConflictType.VALUE, f"{why}: {shown}")
    if (kinds := other_kinds(a, b, setting)) is not None:
        return Judgement(RelationKind.COMPATIBLE, ConflictType.SCOPE, f"{kinds}: {shown}")
    if (elsewhere := _elsewhere(a, b)) is not None:
        return Judgement(RelationKind.COMPATIBLE, elsewhere[0], f"{elsewhere[1]}: {shown}")
    if _is_measured_alike(a, b):
        return Judgement(RelationKind.COMPATIBLE, ConflictType.VALUE, f"two measurements differ little: {shown}")
    bounds = {claim.quantity.bound for claim in (a, b) if claim.quantity is not None}
    kind = ConflictType.VALUE if bounds <= PLAIN else ConflictType.BOUND
    return Judgement(RelationKind.CONFLICT, kind, f"the values cannot both hold: {shown}")


def _elsewhere(a: Claim, b: Claim) -> tuple[ConflictType, str] | None:
    """Say why two values that differ may both hold: one is a plan, or they may belong to two times."""
    statuses = {a.status, b.status}
    open_ones = {Status.HEDGED} if {a.predicate, b.predicate} <= predicate_group("decided") else _OPEN
    if len(statuses & open_ones) == 1 and len(statuses) > 1:
        return ConflictType.STATUS, "one is planned or expected, the other stated"
    if _session(a) != _session(b):
        return ConflictType.DATE, "they are of two parts of a trading day"
    periods = [claim.period for claim in (a, b) if claim.period is not None and not _is_bare_session(claim.period)]
    if len(periods) == 1 and periods[0].is_long:  # a figure of a year says nothing of one without any
        return ConflictType.DATE, "only one says of which time it speaks"
    is_other = len(periods) > 1 and periods[0].form != periods[1].form
    if is_other and periods[0].relation(periods[1]) is TimeRelation.INCOMPARABLE:
        return ConflictType.DATE, "they may belong to two times"
    return None


def _is_bare_session(period: When) -> bool:
    """Whether a time names a part of a trading day alone, and no day."""
    return period.form.session is not None and period.kind is WhenKind.VAGUE


def _session(claim: Claim) -> str:
    """Return the part of the trading day that a number is of, which is the close where nothing is said."""
    session = None if claim.period is None else claim.period.form.session
    return session or "close"


def _loose_plan(a: Claim, b: Claim) -> Claim | None:
    """Return the one of two claims that is a plan in round figures or a range, where the other has more digits."""
    for loose, exact in ((a, b), (b, a)):
        one, other = loose.quantity, exact.quantity
        if one is None or other is None or loose.status not in _OPEN or other.bound is not Bound.EXACT:
            continue
        is_finer = (other.significant or 0) > (one.significant or 0)
        if one.bound in {Bound.ABOUT, Bound.RANGE} and is_finer:
            return loose
    return None


def _is_measured_alike(a: Claim, b: Claim) -> bool:
    """Whether two measurements of a length, an area, a weight, a speed or a duration lie close together."""
    left, right = a.base, b.base
    if left is None or right is None or left.number is None or right.number is None or left.unit not in _MEASURED:
        return False
    return abs(left.number - right.number) <= max(abs(left.number), abs(right.number)) * _MEASURING


def _has_multiplied(a: Claim, b: Claim) -> bool:
    """Whether one of two counts that only grow is so much larger that it is rather a later one than another opinion."""
    left, right = (claim.base.number if claim.base is not None else None for claim in (a, b))
    if left is None or right is None or not {a.predicate, b.predicate} & predicate_group("growing"):
        return False
    return min(left, right) * _MULTIPLIED <= max(left, right)


def _is_counted_anew(earlier: Claim, later: Claim) -> bool:
    """Whether two counts of people, which go either way, or a count that only grows and did."""
    if earlier.counts_people and later.counts_people:
        return True
    return earlier.predicate in predicate_group("growing") and _grew(earlier, later)


def _grew(earlier: Claim, later: Claim) -> bool:
    before, after = (claim.base.number if claim.base is not None else None for claim in (earlier, later))
    falling = later.quantity is not None and later.quantity.trend is Trend.DOWN
    return before is not None and after is not None and after > before and not falling
