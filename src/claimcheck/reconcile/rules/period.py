"""Periods: what is said of two times is two facts, even where the numbers are one."""

from __future__ import annotations

from claimcheck.lang import predicate_group
from claimcheck.model import Claim, ConflictType, RelationKind, TimeRelation, describe
from claimcheck.reconcile.judgement import Judgement, Setting

__all__ = ["judge"]


def judge(a: Claim, b: Claim, _: Setting) -> Judgement | None:
    """Say that two quantities belong to two times that are apart on the calendar."""
    if a.quantity is None or b.quantity is None or a.period is None or b.period is None:
        return None
    if not (a.may_recur and b.may_recur) and {a.predicate, b.predicate} & predicate_group("decided"):
        return None  # the day of a deed is no period of its number
    if a.period.may_be_same(b.period) or a.period.relation(b.period) is not TimeRelation.DISJOINT:
        return None
    shown = f"{describe.quantity(a.quantity)} / {describe.quantity(b.quantity)}"
    return Judgement(RelationKind.COMPATIBLE, ConflictType.DATE, f"they belong to two times: {shown}")
