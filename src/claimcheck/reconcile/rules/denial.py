"""Denials and questions: one source states what another denies or asks."""

from __future__ import annotations

from claimcheck.model import Claim, ConflictType, RelationKind, Status
from claimcheck.reconcile.judgement import Judgement, Setting

__all__ = ["judge"]

_PUT = {Status.NEGATED: "in the negative", Status.ASKED: "as a question"}


def judge(a: Claim, b: Claim, setting: Setting) -> Judgement | None:
    """Never let a denial or a question agree with a statement; what exactly is denied, rules cannot tell for sure."""
    for status, put in _PUT.items():
        if status in {a.status, b.status} and a.status is not b.status:
            one, other = (a, b) if a.status is status else (b, a)
            why = f"put {put} in {setting.name(one)}, not in {setting.name(other)}: {one.text!r} / {other.text!r}"
            return Judgement(RelationKind.COMPATIBLE, ConflictType.STATUS, why)
    return None
