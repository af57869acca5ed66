"""Caps: "up to 100" and "up to 10" allow common values, yet name two limits; "at least 10" only says less than 100."""

from __future__ import annotations

from claimcheck.model import Bound, Claim, ConflictType, RelationKind, describe
from claimcheck.reconcile.judgement import Judgement, Setting
from claimcheck.reconcile.rules.value import same_number

__all__ = ["judge"]


def judge(a: Claim, b: Claim, setting: Setting) -> Judgement | None:
    """Compare two caps as limits."""
    if a.quantity is None or b.quantity is None or {a.quantity.bound, b.quantity.bound} != {Bound.AT_MOST}:
        return None
    if a.base is None or b.base is None or a.base.unit != b.base.unit:
        return None
    if same_number(a.quantity, b.quantity, setting.tolerance):
        return Judgement(RelationKind.AGREE, None, f"both set the limit at {describe.quantity(a.quantity)}")
    shown = f"{describe.quantity(a.quantity)} / {describe.quantity(b.quantity)}"
    return Judgement(RelationKind.CONFLICT, ConflictType.BOUND, f"the limits differ: {shown}")
