"""Arithmetic: two values that differ, and are the level before and after a change, or a whole and its part."""

from __future__ import annotations

from claimcheck.model import Claim, ConflictType, RelationKind, describe
from claimcheck.reconcile.connections import connect
from claimcheck.reconcile.judgement import Judgement, Setting
from claimcheck.reconcile.rules.value import same_number

__all__ = ["judge"]


def judge(a: Claim, b: Claim, setting: Setting) -> Judgement | None:
    """Say that two values can both hold because a formula connects them, or why not even a change explains them."""
    if a.quantity is None or b.quantity is None or a.article == b.article:
        return None
    if same_number(a.quantity, b.quantity, setting.tolerance):
        return None
    found = connect(a, b, setting)
    if found is None:
        return None
    why = f"{found.why}: {found.formula}"
    if found.holds and found.is_in_time:
        return Judgement(RelationKind.UPDATE, ConflictType.DATE, why, found)
    if found.holds:
        return Judgement(RelationKind.COMPATIBLE, ConflictType.SCOPE, why, found)
    shown = f"{describe.quantity(a.quantity)} / {describe.quantity(b.quantity)}"
    why = f"the values cannot both hold: {shown}; {why}"
    return Judgement(RelationKind.CONFLICT, ConflictType.VALUE, why, found)
