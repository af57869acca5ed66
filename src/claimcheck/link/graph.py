"""Compare the claims of all articles in blocks, and hold the links in a graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations, product
from statistics import fmean

import networkx as nx

from claimcheck.link.blocks import candidate_pairs
from claimcheck.link.cluster import cluster
from claimcheck.link.evidence import STRANGER, Scorer, near, total
from claimcheck.model import Claim, Evidence, Link, TimeRelation

__all__ = ["link_claims"]

LINK = 2.0
"""The weight, in bits, from which two claims are linked: odds of four to one."""
LINK_APART = 1.0
"""The same without the value where the values differ, for conflicts must rest on who and what."""
LINK_APART_DATE = 6.0
"""The same for times that differ: one predicate has many days in a story."""
LINK_APART_RELATIVE = 8.0
"""The same where one of the times is relative ("on Monday"): the rule that dated it errs one time in ten."""
AGAINST = -4.0
"""The weight below which two claims must not be in one fact, whatever joins them."""
JOIN_APART = -1.5
"""What two linked groups of different value need on average, without the value, to be held as one fact in conflict."""

JOIN_APART_DATE = 5.0
"""The same for times that differ."""

_VALUE_FEATURES = frozenset({"value", "gap", "time"})
_TOUCHING = frozenset({TimeRelation.EQUAL, TimeRelation.WITHIN, TimeRelation.OVERLAPS})


def link_claims(claims: Sequence[Claim], languages: Mapping[str, str]) -> tuple[list[Link], list[list[str]]]:
    """Return the links between claims, and the groups of claims that each speak of one fact.

    Args:
        claims: normalised claims of all articles, ids unique.
        languages: the language of each article, by id.
    """
    scorer = Scorer.of(claims, languages)
    clocks = {(c.article, c.sentence, c.as_of) for c in claims if c.as_of is not None}
    by_id = {claim.id: claim for claim in claims}

    @cache
    def evidence(a: str, b: str) -> tuple[Evidence, ...]:
        return scorer.evidence(by_id[a], by_id[b])

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(by_id)
    for first, second in candidate_pairs(claims):
        reasons = evidence(first.id, second.id)
        weight = total(reasons)
        is_clock = any((c.article, c.sentence, c.text) in clocks for c in (first, second) if c.when is not None)
        if weight >= LINK and _may_link(first, second, reasons) and not (is_clock and _differs(reasons)):
            graph.add_edge(first.id, second.id, link=Link(first.id, second.id, round(weight, 2), reasons))
    links: list[Link] = [data["link"] for _, _, data in graph.edges(data=True)]

    def may_join(left: Sequence[str], right: Sequence[str]) -> bool:
        apart = []
        torn: set[str] = set()
        for a, b in product(left, right):
            first, second = by_id[a], by_id[b]
            if first.article == second.article and not _same_statement(first, second):
                torn.add(first.article)
                continue
            reasons = evidence(a, b)
            if _differs(reasons):
                apart.append(total(reasons, without=_VALUE_FEATURES))
            elif total(reasons) < AGAINST:
                return False
        for article in torn:
            mine = [by_id[claim] for claim in (*left, *right) if by_id[claim].article == article]
            if not any(_is_disputed(a, b) for a, b in combinations(mine, 2)):
                return False
        return not apart or fmean(apart) >= (JOIN_APART if by_id[left[0]].when is None else JOIN_APART_DATE)

    groups: list[list[str]] = []
    for component in nx.connected_components(graph):  # groups never cross components, so each is settled by itself
        members = [claim.id for claim in claims if claim.id in component]
        groups += cluster(members, [link for link in links if link.a in component], may_join)
    order = {claim.id: place for place, claim in enumerate(claims)}
    return links, sorted(groups, key=lambda group: order[group[0]])


def _may_link(a: Claim, b: Claim, reasons: Sequence[Evidence]) -> bool:
    """Whether a heavy enough pair may be linked: what differs in value must match in who and what."""
    if a.article == b.article:
        return _same_statement(a, b) or _is_disputed(a, b)
    if a.when is not None and not any(claim.predicate or claim.predicate_text for claim in (a, b)):
        return False  # a day of which nothing is said, as in the line with the date, is no fact
    if not _differs(reasons):
        return True
    if any(item.feature == STRANGER for item in reasons):
        return False  # what differs in value and in whom it is about is two facts, not a conflict
    if a.when is not None and (a.predicate is None or a.predicate != b.predicate):
        return False
    needed = LINK_APART if a.when is None else LINK_APART_RELATIVE if _is_relative(a, b) else LINK_APART_DATE
    return total(reasons, without=_VALUE_FEATURES) >= needed


def _differs(reasons: Iterable[Evidence]) -> bool:
    """Whether the values or times of two claims are apart."""
    return any(item.feature == "gap" or (item.feature == "time" and item.weight < 0) for item in reasons)


def _is_relative(a: Claim, b: Claim) -> bool:
    """Whether one of two times was counted from the day of its article."""
    return any(claim.when is not None and claim.when.reference is not None for claim in (a, b))


def _is_disputed(a: Claim, b: Claim) -> bool:
    """Whether two claims of one article give the values of two sources for one measure: "the mayor said it was 15"."""
    if a.quantity is None or b.quantity is None or a.attribution is None or b.attribution is None:
        return False
    is_one_measure = a.measure_name is not None and a.measure_name == b.measure_name
    return is_one_measure and a.sentence == b.sentence and a.attribution != b.attribution


def _same_statement(a: Claim, b: Claim) -> bool:
    """Whether two claims of one article say the same, so that they may be one fact."""
    if a.quantity is not None and b.quantity is not None:
        return near(a.quantity, b.quantity) == 1.0
    if a.note is not None or b.note is not None:
        return False  # a step without a time is a statement of its own
    if a.when is not None and b.when is not None:
        relation = a.when.relation(b.when)
        return a.predicate == b.predicate and (a.when.form == b.when.form or relation in _TOUCHING)
    return False
