"""Read two texts that differ in their numbers alone to the letter."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model import ConflictType, Interval, RelationKind
from claimcheck.reconcile.judgement import Judgement

__all__ = ["judge_to_the_letter"]


def judge_to_the_letter(a: Sequence[Interval], b: Sequence[Interval]) -> tuple[Judgement, bool]:
    """Compare the values of two texts place by place; the flag says that those of the second lie within the first's.

    Args:
        a: the values that numbers of a text allow.
        b: those that other numbers in the same places of another text allow.

    Raises:
        ValueError: the texts have not the same number of numbers.
    """
    pairs = list(zip(a, b, strict=True))
    if any(one.disjoint(other) for one, other in pairs):
        is_exact = all(one.is_point and other.is_point for one, other in pairs)
        kind = ConflictType.VALUE if is_exact else ConflictType.BOUND
        why = "the texts differ in their numbers alone, which cannot both hold"
        return Judgement(RelationKind.CONFLICT, kind, why), False
    if all(other.contains(one) for one, other in pairs):
        return Judgement(RelationKind.REFINES, None, "the numbers of the first lie within those of the second"), False
    if all(one.contains(other) for one, other in pairs):
        return Judgement(RelationKind.REFINES, None, "the numbers of the second lie within those of the first"), True
    why = "the texts differ in their numbers alone, which can both hold"
    return Judgement(RelationKind.COMPATIBLE, ConflictType.BOUND, why), False
