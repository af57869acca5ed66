"""Directions: one source has a number rise, the other has it fall."""

from __future__ import annotations

from claimcheck.model import Claim, ConflictType, RelationKind, Trend, describe
from claimcheck.reconcile.judgement import Judgement, Setting

__all__ = ["judge"]


def judge(a: Claim, b: Claim, _: Setting) -> Judgement | None:
    """Say that a rise and a fall cannot both hold, whatever the numbers."""
    if a.quantity is None or b.quantity is None or {a.quantity.trend, b.quantity.trend} != {Trend.UP, Trend.DOWN}:
        return None
    shown = f"{describe.quantity(a.quantity)} / {describe.quantity(b.quantity)}"
    return Judgement(RelationKind.CONFLICT, ConflictType.VALUE, f"one is a rise, the other a fall: {shown}")
