"""Which claims are compared: those of one block, a kind of claim in one base unit.

A small block is compared whole. In a large one each claim meets its neighbours in sorted lists (Hernández and Stolfo
1995), one list for each name with each predicate and each value that it stands beside, so that the number of pairs
grows with the number of claims, and claims of one fact meet whether their values agree or not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

import numpy as np

from claimcheck.model import Claim, ClaimKind, Scope
from claimcheck.units import is_currency

__all__ = ["block_of", "candidate_pairs", "value_key"]

_WHOLE = 400
"""Claims up to which every two of a block are compared."""
_NEIGHBOURS = 6
"""How many claims after it in a list a claim is compared with."""


def candidate_pairs(
    claims: Sequence[Claim], names_of: Callable[[Claim], Iterable[str]]
) -> Iterator[tuple[Claim, Claim]]:
    """Yield the pairs worth weighing, each once, the earlier claim first.

    Args:
        claims: the claims.
        names_of: the participants of a claim in canonical spelling.
    """
    blocks: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        blocks[block_of(claim)].append(claim)
    for block in blocks.values():
        if len(block) <= _WHOLE:
            yield from combinations(block, 2)
        else:
            yield from _neighbours(block, names_of)


def _neighbours(block: Sequence[Claim], names_of: Callable[[Claim], Iterable[str]]) -> Iterator[tuple[Claim, Claim]]:
    """Yield the pairs that stand near each other in one of the sorted lists."""
    lists: dict[tuple[str | None, ...], int] = {}
    entries = [
        (lists.setdefault(key, len(lists)), place)
        for place, claim in enumerate(block)
        for key in _keys(claim, names_of(claim))
    ]
    of, at = np.array(entries, dtype=np.int64).T
    values = np.array([_number(claim) for claim in block])
    order = np.lexsort((at, values[at], of))
    of, at = of[order], at[order]
    codes = []
    for step in range(1, _NEIGHBOURS + 1):
        is_near = of[step:] == of[:-step]
        one, other = at[step:][is_near], at[:-step][is_near]
        codes.append(np.minimum(one, other) * len(block) + np.maximum(one, other))
    for code in np.unique(np.concatenate(codes)).tolist():
        first, second = divmod(code, len(block))
        yield block[first], block[second]


def _keys(claim: Claim, names: Iterable[str]) -> Iterator[tuple[str | None, ...]]:
    """Yield the lists that a claim stands in."""
    value = value_key(claim)
    yield "value", value, claim.predicate
    for name in names:
        yield "name", name, claim.predicate
        yield "name and value", name, value


def _number(claim: Claim) -> float:
    """Return what a claim is sorted by: its number in base units, or its first day."""
    base, when = claim.base, claim.when
    if base is not None:
        return float(base.number or base.low or base.high or 0)
    return float(when.earliest.toordinal()) if when is not None and when.earliest is not None else 0.0


def value_key(claim: Claim) -> str:
    """Return a key that is equal for claims of one value in one base unit."""
    base, when = claim.base, claim.when
    if base is not None:
        return f"{base.low}|{base.high}|{base.unit}"
    return f"{when.earliest}|{when.latest}" if when is not None else ""


def block_of(claim: Claim) -> str:
    """Return the block of a claim: schedules with instalments, all money together, else kind and base unit."""
    quantity = claim.quantity
    pays = quantity is not None and quantity.scope is Scope.INSTALMENT and is_currency(quantity.unit)
    if claim.kind is ClaimKind.SCHEDULE or pays:
        return "schedule"
    if claim.base is not None:
        return "money" if is_currency(claim.base.unit) else f"quantity {claim.base.unit}"
    return "date"
