"""Schedules: what a payment advances by."""

from __future__ import annotations

from claimcheck.model import Claim, ClaimKind, ConflictType, RelationKind, describe
from claimcheck.reconcile.judgement import Judgement, Setting

__all__ = ["judge"]


def judge(a: Claim, b: Claim, _: Setting) -> Judgement | None:
    """Compare what two schedules hang on: an amount at a time against a step of progress is a conflict of scope."""
    if ClaimKind.SCHEDULE not in {a.kind, b.kind}:
        return None
    if a.schedule is not None and b.schedule is not None:
        if a.schedule.per == b.schedule.per:
            step = describe.unit(a.schedule.per) if a.schedule.per else "the same step"
            return Judgement(RelationKind.AGREE, None, f"both advance by {step}")
        steps = " / ".join(describe.unit(claim.schedule.per or "an unnamed step") for claim in (a, b) if claim.schedule)
        return Judgement(
            RelationKind.COMPATIBLE, ConflictType.SCOPE, f"both advance with progress, by another step: {steps}"
        )
    amount, clause = (a, b) if a.quantity is not None else (b, a)
    return Judgement(
        RelationKind.CONFLICT,
        ConflictType.SCOPE,
        f"one pays by amount ({amount.text}), the other by progress ({clause.text})",
    )
