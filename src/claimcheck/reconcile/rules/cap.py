"""Caps and floors: "up to 100" against "up to 10" allow common values, yet name different limits."""

from __future__ import annotations

from claimcheck.model import Bound, Claim, ConflictType, RelationKind, describe
from claimcheck.reconcile.judgement import Judgement, Setting
from claimcheck.reconcile.rules.value import same_number

__all__ = ["judge"]

_CAPS = frozenset({Bound.AT_MOST})


def judge(a: Claim, b: Claim, setting: Setting) -> Judgement | None:
    """Compare two limits of one kind as limits."""
    if a.quantity is None or b.quantity is None or not {a.quantity.bound, b.quantity.bound} <= _CAPS:
        return None
    if a.quantity.base is None or b.quantity.base is None or a.quantity.base.unit != b.quantity.base.unit:
        return None
    if same_number(a.quantity, b.quantity, setting.tolerance):
        return Judgement(RelationKind.AGREE, None, f"both set the limit at {describe.quantity(a.quantity)}")
    shown = f"{describe.quantity(a.quantity)} / {describe.quantity(b.quantity)}"
    return Judgement(RelationKind.CONFLICT, ConflictType.BOUND, f"the limits differ: {shown}")
