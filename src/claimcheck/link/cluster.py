"""Group claims into facts without chaining unlike claims together.

Links are taken from the strongest down; two groups join only if nothing across them speaks against it (a greedy form of
correlation clustering, Bansal et al. 2004), so a chain of weak links never glues a story into one fact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from claimcheck.model import Link

__all__ = ["Group", "cluster"]

Group = Sequence[str]

_SMALL = 24
_GROWTH = 1.5
"""How much two groups of more than a few claims must grow, once they could not join, before they are tried again."""


def cluster(ids: Iterable[str], links: Sequence[Link], may_join: Callable[[Group, Group], bool]) -> list[list[str]]:
    """Return the groups of claim ids, each sorted as `ids` is.

    Args:
        ids: all claims.
        links: pairs held to be of one fact.
        may_join: whether two groups, which a link connects, can be one fact.
    """
    order = {claim: place for place, claim in enumerate(ids)}
    group_of = {claim: [claim] for claim in order}
    refused: dict[tuple[int, int], int] = {}
    for link in sorted(links, key=lambda link: (-link.weight, order[link.a], order[link.b])):
        left, right = sorted((group_of[link.a], group_of[link.b]), key=lambda group: (-len(group), order[group[0]]))
        if left is right:
            continue
        pair, size = (id(left), id(right)), len(left) + len(right)
        if size < refused.get(pair, 0):
            continue
        if not may_join(left, right):
            refused[pair] = int(size * _GROWTH) + 1 if size > _SMALL else size + 1
            continue
        left += right
        for claim in right:
            group_of[claim] = left
    groups = {id(group): sorted(group, key=order.__getitem__) for group in group_of.values()}
    return sorted(groups.values(), key=lambda group: order[group[0]])
