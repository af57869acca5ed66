"""Denials: one source states what another denies."""

from __future__ import annotations

from claimcheck.model import Claim, ConflictType, RelationKind, Status
from claimcheck.reconcile.judgement import Judgement, Setting

__all__ = ["judge"]


def judge(a: Claim, b: Claim, setting: Setting) -> Judgement | None:
    """Never let a denial agree with a statement; what exactly is denied, token rules cannot tell for sure."""
    if Status.NEGATED not in {a.status, b.status} or a.status is b.status:
        return None
    denied, stated = (a, b) if a.status is Status.NEGATED else (b, a)
    sources = f"put in the negative in {setting.name(denied)}, not in {setting.name(stated)}"
    why = f"{sources}: {denied.text!r} / {stated.text!r}"
    return Judgement(RelationKind.COMPATIBLE, ConflictType.STATUS, why)
