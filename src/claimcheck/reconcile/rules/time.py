"""Times: days on the calendar."""

from __future__ import annotations

from claimcheck.model import Claim, ConflictType, Mod, RelationKind, Status, TimeRelation, describe
from claimcheck.reconcile.judgement import Judgement, Setting

__all__ = ["judge"]


def judge(a: Claim, b: Claim, setting: Setting) -> Judgement | None:
    """Compare two times; what is not on the calendar is never in conflict, unless only the year of a day is unknown."""
    if a.when is None or b.when is None:
        return None
    shown = f"{describe.when(a.when)} / {describe.when(b.when)}"
    if frozenset((a.id, b.id)) in setting.dated_by:
        return Judgement(
            RelationKind.COMPATIBLE,
            None,
            f"{a.text!r} fits {b.text!r}, but one dated the other, so neither confirms it",
        )
    match a.when.relation(b.when):
        case TimeRelation.EQUAL:
            return Judgement(RelationKind.AGREE, None, f"both name {describe.when(a.when)}")
        case TimeRelation.WITHIN:
            return Judgement(RelationKind.REFINES, None, f"one time lies in the other: {shown}")
        case TimeRelation.OVERLAPS:
            return Judgement(RelationKind.COMPATIBLE, None, f"the times overlap: {shown}")
        case TimeRelation.DISJOINT:
            return _apart(a, b, setting, shown)
    if a.when.form == b.when.form:
        return Judgement(RelationKind.AGREE, None, "both give the same time in the same terms")
    return Judgement(RelationKind.COMPATIBLE, None, f"{a.text!r} and {b.text!r} cannot be compared on the calendar")


def _apart(a: Claim, b: Claim, setting: Setting, shown: str) -> Judgement:
    if a.when is not None and b.when is not None and a.when.may_be_same(b.when):
        why = f"the times are a day apart, and one was counted from the day of its article: {shown}"
        return Judgement(RelationKind.COMPATIBLE, ConflictType.DATE, why)
    ordered = setting.in_order(a, b)
    approximate = any(claim.when is not None and claim.when.mod is Mod.APPROX for claim in (a, b))
    if approximate:
        return Judgement(RelationKind.COMPATIBLE, ConflictType.DATE, f"the times differ, one is approximate: {shown}")
    if ordered is not None and ordered[0].status is Status.PLANNED:
        return Judgement(RelationKind.UPDATE, ConflictType.DATE, f"the later article moves the time: {shown}")
    return Judgement(RelationKind.CONFLICT, ConflictType.DATE, f"the times are apart: {shown}")
