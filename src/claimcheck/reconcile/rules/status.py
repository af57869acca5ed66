"""Status: the same step done in one source and still planned in another."""

from __future__ import annotations

from claimcheck.model import Claim, ConflictType, RelationKind, Status, WhenKind
from claimcheck.reconcile.judgement import Judgement, Setting

__all__ = ["judge"]


def judge(a: Claim, b: Claim, setting: Setting) -> Judgement | None:
    """Compare the status of two events; done in the later article is an update, otherwise a conflict."""
    if a.when is None or b.when is None or {a.status, b.status} != {Status.PLANNED, Status.DONE}:
        return None
    if a.when.form.from_text or b.when.form.from_text:
        return None  # "hours later" than something else, which may be another step
    if WhenKind.VAGUE not in {a.when.kind, b.when.kind}:
        return None  # times that name a day are compared as days
    done, planned = (a, b) if a.status is Status.DONE else (b, a)
    ordered = setting.in_order(a, b)
    why = f"done in {setting.name(done)} ({done.text!r}), planned in {setting.name(planned)} ({planned.text!r})"
    if ordered is not None and ordered[1] is done:
        return Judgement(RelationKind.UPDATE, ConflictType.STATUS, f"{why}; the later article has it done")
    return Judgement(RelationKind.CONFLICT, ConflictType.STATUS, why)
