"""Magnitudes: a scale word lost, doubled or mistranslated."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model import SCALE_WORDS, Bound, Claim, ConflictType, RelationKind, describe
from claimcheck.reconcile.judgement import Judgement, Setting
from claimcheck.reconcile.kinds import other_kinds

__all__ = ["judge"]

_SLIPS = SCALE_WORDS | {Decimal(10)}
_LEAST = 1000
"""Below this, a tenfold difference is as likely two honest counts."""
_NUMBERS = frozenset({Bound.EXACT, Bound.ABOUT, Bound.MORE_THAN, Bound.AT_LEAST, Bound.LESS_THAN})


def judge(a: Claim, b: Claim, setting: Setting) -> Judgement | None:
    """Say that two numbers with the same digits differ by exactly a scale word."""
    if a.quantity is None or b.quantity is None or not {a.quantity.bound, b.quantity.bound} <= _NUMBERS:
        return None
    if a.quantity.unit != b.quantity.unit or a.quantity.value is None or b.quantity.value is None:
        return None
    if a.quantity.interval.overlaps(b.quantity.interval):
        return None
    low, high = sorted((a.quantity.value, b.quantity.value))
    if low <= 0 or high / low not in _SLIPS or high < _LEAST or other_kinds(a, b, setting) is not None:
        return None
    shown = f"{describe.quantity(a.quantity)} / {describe.quantity(b.quantity)}"
    return Judgement(
        RelationKind.CONFLICT,
        ConflictType.MAGNITUDE,
        f"the digits are the same, the scale differs {high / low:,f} times: {shown}",
    )
