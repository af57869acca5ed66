"""Compare the claims of all articles in blocks, and hold the links in a graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

import networkx as nx

from claimcheck.link.cluster import cluster
from claimcheck.link.evidence import Scorer, near, total
from claimcheck.model import Claim, ClaimKind, Evidence, Link, Scope, TimeRelation
from claimcheck.units import is_currency

__all__ = ["link_claims"]

LINK = 2.0
"""The weight, in bits, from which two claims are linked: odds of four to one."""
_LINK_APART = 4.0
"""The same without the value where the values differ: sixteen to one, for conflicts must rest on who and what."""
_AGAINST = -2.0
"""The weight below which two claims must not be in one fact, whatever joins them."""
_TOUCHING = frozenset({TimeRelation.EQUAL, TimeRelation.WITHIN, TimeRelation.OVERLAPS})
_JOIN_APART = 2.0
"""The same for two claims of different value that only others join: below it, they stay in two facts."""
_VALUE_FEATURES = frozenset({"value", "time"})


def link_claims(claims: Sequence[Claim], languages: Mapping[str, str]) -> tuple[list[Link], list[list[str]]]:
    """Return the links between claims, and the groups of claims that each speak of one fact.

    Args:
        claims: normalised claims of all articles, ids unique.
        languages: the language of each article, by id.
    """
    scorer = Scorer.of(claims, dict(languages))
    by_id = {claim.id: claim for claim in claims}

    @cache
    def evidence(a: str, b: str) -> tuple[Evidence, ...]:
        return scorer.evidence(by_id[a], by_id[b])

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(by_id)
    for first, second in _pairs(claims):
        reasons = evidence(first.id, second.id)
        weight = total(reasons)
        if weight >= LINK and _may_link(first, second, reasons):
            graph.add_edge(first.id, second.id, link=Link(first.id, second.id, round(weight, 2), reasons))
    links: list[Link] = [link for _, _, link in graph.edges(data="link")]

    def against(a: str, b: str) -> bool:
        first, second = by_id[a], by_id[b]
        if first.article == second.article and not _same_statement(first, second):
            return True
        reasons = evidence(a, b)
        return total(reasons) < _AGAINST or (_differs(reasons) and total(reasons, without=_VALUE_FEATURES) < _JOIN_APART)

    groups: list[list[str]] = []
    for component in nx.connected_components(graph):  # groups never cross components, so each is settled by itself
        members = [claim.id for claim in claims if claim.id in component]
        inside = [link for link in links if link.a in component]
        groups += cluster(members, inside, against)
    order = {claim.id: place for place, claim in enumerate(claims)}
    return links, sorted(groups, key=lambda group: order[group[0]])


def _pairs(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Yield the pairs worth weighing: of one block, each pair once."""
    blocks: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for key in _blocks(claim):
            blocks[key].append(claim)
    for block in blocks.values():
        yield from combinations(block, 2)


def _blocks(claim: Claim) -> Iterable[str]:
    """Return the blocks of a claim: its kind with its base unit, and the schedules for an instalment."""
    if claim.kind is ClaimKind.SCHEDULE:
        return ["schedule"]
    if claim.quantity is not None and claim.quantity.base is not None:
        if claim.quantity.scope is Scope.INSTALMENT:
            return ["schedule"]
        unit = claim.quantity.base.unit
        return ["money" if is_currency(unit) else f"quantity {unit}"]
    return ["date"]


def _may_link(a: Claim, b: Claim, reasons: Sequence[Evidence]) -> bool:
    """Whether a heavy enough pair may be linked: what differs in value must match in who and what."""
    if a.article == b.article:
        return _same_statement(a, b)
    return not _differs(reasons) or total(reasons, without=_VALUE_FEATURES) >= _LINK_APART


def _differs(reasons: Sequence[Evidence]) -> bool:
    """Whether the values or times of two claims are apart."""
    return any(item.feature in _VALUE_FEATURES and item.weight < 0 for item in reasons)


def _same_statement(a: Claim, b: Claim) -> bool:
    """Whether two claims of one article say the same, so that they may be one fact."""
    if a.quantity is not None and b.quantity is not None:
        return near(a.quantity, b.quantity) == 1.0
    if a.when is not None and b.when is not None:
        relation = a.when.relation(b.when)
        return a.predicate == b.predicate and (a.when.form == b.when.form or relation in _TOUCHING)
    return False
