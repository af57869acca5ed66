"""Vague counts: "millions of"."""

from __future__ import annotations

from claimcheck.model import Bound, Claim, RelationKind
from claimcheck.reconcile.judgement import Judgement, Setting

__all__ = ["judge"]


def judge(a: Claim, b: Claim, _: Setting) -> Judgement | None:
    """Compare a vague count with another number; it refines it or stands beside it, and never conflicts."""
    if a.quantity is None or b.quantity is None or Bound.VAGUE not in {a.quantity.bound, b.quantity.bound}:
        return None
    if (a.quantity.low, a.quantity.high, a.quantity.bound) == (b.quantity.low, b.quantity.high, b.quantity.bound):
        return Judgement(RelationKind.AGREE, None, "both give the same vague count")
    if a.quantity.interval.contains(b.quantity.interval) or b.quantity.interval.contains(a.quantity.interval):
        return Judgement(RelationKind.REFINES, None, "one number makes the other's vague count exact")
    return Judgement(RelationKind.COMPATIBLE, None, "a vague count cannot be held against a number")
