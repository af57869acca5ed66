"""Which claims are compared: those of one block, a kind of claim in one base unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from claimcheck.model import Claim, ClaimKind, Scope
from claimcheck.units import is_currency

__all__ = ["block_of", "candidate_pairs"]


def candidate_pairs(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Yield the pairs worth weighing: those of one block."""
    blocks: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        blocks[block_of(claim)].append(claim)
    for block in blocks.values():
        yield from combinations(block, 2)


def block_of(claim: Claim) -> str:
    """Return the block of a claim: schedules with instalments, all money together, else kind and base unit."""
    quantity = claim.quantity
    pays = quantity is not None and quantity.scope is Scope.INSTALMENT and is_currency(quantity.unit)
    if claim.kind is ClaimKind.SCHEDULE or pays:
        return "schedule"
    if quantity is not None and quantity.base is not None:
        unit = quantity.base.unit
        return "money" if is_currency(unit) else f"quantity {unit}"
    return "date"
