"""Vague counts: "millions of"."""

from __future__ import annotations

from claimcheck.model import Bound, Claim, ConflictType, RelationKind
from claimcheck.reconcile.judgement import Judgement, Setting

__all__ = ["judge"]


def judge(a: Claim, b: Claim, _: Setting) -> Judgement | None:
    """Compare a vague count with another number; it refines it or stands beside it, and never conflicts."""
    if a.quantity is None or b.quantity is None or Bound.VAGUE not in {a.quantity.bound, b.quantity.bound}:
        return None
    left, right = a.base, b.base
    if left is None or right is None:
        return None
    if left.unit != right.unit:
        why = f"a vague count cannot be held against one of another unit: {a.text!r} / {b.text!r}"
        return Judgement(RelationKind.COMPATIBLE, ConflictType.UNIT, why)
    if (left.interval, a.quantity.bound) == (right.interval, b.quantity.bound):
        return Judgement(RelationKind.AGREE, None, "both give the same vague count")
    if left.interval.contains(right.interval) or right.interval.contains(left.interval):
        return Judgement(RelationKind.REFINES, None, "one number makes the other's vague count exact")
    return Judgement(RelationKind.COMPATIBLE, None, "a vague count cannot be held against a number")
