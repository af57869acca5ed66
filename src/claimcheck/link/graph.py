"""Compare the claims of all articles in blocks, and hold the links in a graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product
from statistics import fmean

import networkx as nx

from claimcheck.lang import predicate_group
from claimcheck.link.blocks import block_of, candidate_pairs
from claimcheck.link.cluster import Group, cluster
from claimcheck.link.features import OTHER_MEASURE, STRANGER, Clue, Weights
from claimcheck.link.scorer import Scorer, differs, told, total
from claimcheck.link.within import head_disputes, is_disputed, is_same_statement
from claimcheck.model import Claim, Evidence, Link

__all__ = ["Linker", "Weigher", "link_claims"]

LINK = 1.5
"""The weight, in bits, from which two claims are linked: odds of nearly three to one."""
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

_FEW = 8
"""Claims of one article in a group up to which telling them apart costs more than comparing them all."""
_SPREAD = 12
"""Claims of a group that speak for all of it when it meets another."""

_VALUE_FEATURES = frozenset({"value", "gap", "time"})

_FAR = -6.0
"""What a value weighs that is more than five times the other."""
_SAID_ALIKE = frozenset({"verb", "toll"})
"""Evidence that two claims say one thing though no predicate does."""

_Pair = tuple[str, str]
"""The ids of two claims."""
_Apart = tuple[bool, float]
"""Whether two claims differ in value, and what else speaks for them, or all if they do not differ."""
_Place = tuple[str, tuple[int, int], str]
"""Words in a sentence of an article."""


class Weigher:
    """Weighs any two claims of a corpus on demand; what it takes to do so is counted when it is first asked.

    Args:
        claims: all claims of the corpus.
        languages: the language of each article, by id.
    """

    def __init__(self, claims: Sequence[Claim], languages: Mapping[str, str]) -> None:
        self._claims, self._languages = claims, languages
        self._known: tuple[Scorer, frozenset[_Place]] | None = None

    def __call__(self, a: Claim, b: Claim) -> tuple[Evidence, ...]:
        """Return the prior and the evidence for and against two claims speaking of one fact, and what bars a link.

        There is none of claims of two blocks, which are never compared.
        """
        if block_of(a) != block_of(b):
            return ()
        if self._known is None:
            self._known = Scorer.of(self._claims, self._languages), _period_texts(self._claims)
        scorer, period_texts = self._known
        clues = scorer.clues(a, b)
        bar = _bar(a, b, clues, period_texts) if total(clues) >= LINK else None
        return told(clues) if bar is None else (*told(clues), Evidence("barred", 0.0, bar))


def link_claims(
    claims: Sequence[Claim],
    languages: Mapping[str, str],
    *,
    weights: Mapping[str, Weights] | None = None,
    least: float = LINK,
) -> tuple[list[Link], list[list[str]]]:
    """Return the links between claims, and the groups of claims that each speak of one fact.

    Args:
        claims: normalised claims of all articles, ids unique.
        languages: the language of each article, by id.
        weights: the weights of observations, by kind of claim; by default those shipped.
        least: the weight from which on two claims are linked, in bits.
    """
    return Linker(languages, weights=weights, least=least).link(claims)


class Linker:
    """Links claims, and links them again when some were dated, without weighing again what no day can change.

    Args:
        languages: the language of each article, by id.
        weights: the weights of observations, by kind of claim; by default those shipped.
        least: the weight from which on two claims are linked, in bits.
    """

    def __init__(
        self, languages: Mapping[str, str], *, weights: Mapping[str, Weights] | None = None, least: float = LINK
    ) -> None:
        self._languages, self._weights, self._least = languages, weights, least
        self._claims: Mapping[str, Claim] = {}
        self._links: Mapping[_Pair, Link] = {}
        self._apart: dict[_Pair, _Apart] = {}

    def link(self, claims: Sequence[Claim]) -> tuple[list[Link], list[list[str]]]:
        """Return the links between claims, and the groups of claims that each speak of one fact.

        Args:
            claims: normalised claims of all articles, ids unique.
        """
        before, self._claims = self._claims, {claim.id: claim for claim in claims}
        same = _unchanged(before, self._claims)
        scorer, period_texts = Scorer.of(claims, self._languages, self._weights), _period_texts(claims)
        disputes = frozenset(head_disputes(claims))
        graph: nx.Graph[str] = nx.Graph()
        graph.add_nodes_from(self._claims)
        known, self._apart = self._apart, {}
        for first, second in candidate_pairs(claims, scorer.corpus.participants):
            pair = first.id, second.id
            if first.article != second.article:
                if first.id in same and second.id in same:
                    if (link := self._links.get(pair)) is not None:
                        graph.add_edge(*pair, link=link)
                    continue
                if scorer.are_two_stories(first, second):
                    continue
            clues = scorer.clues(first, second)
            weight = total(clues)
            is_heavy = weight >= self._least and _bar(first, second, clues, period_texts) is None
            if is_heavy or frozenset(pair) in disputes:
                graph.add_edge(*pair, link=Link(*pair, round(weight, 2), told(clues)))
                self._apart[_ordered(*pair)] = _apart(clues)
        self._apart |= {pair: found for pair, found in known.items() if same.issuperset(pair)}
        links: list[Link] = [data["link"] for _, _, data in graph.edges(data=True)]
        self._links = {(link.a, link.b): link for link in links}
        return links, _groups(claims, graph, links, _Referee(scorer, self._claims, disputes, self._apart))


def _unchanged(before: Mapping[str, Claim], now: Mapping[str, Claim]) -> frozenset[str]:
    """Return the ids of the quantities that are as they were, where the claims are those of before.

    What speaks for two quantities hangs on them and on names, words and values of the others, and on no other's time.
    """
    if before.keys() != now.keys():
        return frozenset()
    return frozenset(name for name, claim in now.items() if claim is before[name] and claim.quantity is not None)


def _groups(claims: Sequence[Claim], graph: nx.Graph[str], links: Sequence[Link], referee: _Referee) -> list[list[str]]:
    """Cluster each connected component by itself, for groups never cross components."""
    component = {name: number for number, names in enumerate(nx.connected_components(graph)) for name in names}
    members: defaultdict[int, list[str]] = defaultdict(list)
    for claim in claims:
        members[component[claim.id]].append(claim.id)
    inside: defaultdict[int, list[Link]] = defaultdict(list)
    for link in links:
        inside[component[link.a]].append(link)
    groups = [group for number, ids in members.items() for group in cluster(ids, inside[number], referee.may_join)]
    order = {claim.id: place for place, claim in enumerate(claims)}
    return sorted(groups, key=lambda group: order[group[0]])


class _Referee:
    """Judges whether two groups of claims may be one fact.

    Args:
        scorer: weighs two claims.
        claims: the claims by id.
        disputes: pairs of claims of one article which contradict each other.
        known: pairs that were weighed already, to which others are added.
    """

    def __init__(
        self,
        scorer: Scorer,
        claims: Mapping[str, Claim],
        disputes: frozenset[frozenset[str]],
        known: dict[_Pair, _Apart],
    ) -> None:
        self._scorer, self._claims, self._disputes, self._known = scorer, claims, disputes, known
        self._articles: dict[int, tuple[Group, defaultdict[str, list[Claim]], int]] = {}

    def may_join(self, left: Group, right: Group) -> bool:
        """Whether nothing across two groups speaks against joining them; of large groups some claims speak for all."""
        if not self._agree_within_articles(left, right):
            return False
        apart = []
        for a, b in product(_spread(left), _spread(right)):
            first, second = self._claims[a], self._claims[b]
            if first.article == second.article and not is_same_statement(first, second):
                continue
            is_apart, weight = self._weight(a, b)
            if is_apart:
                apart.append(weight)
            elif weight < AGAINST:
                return False
        return not apart or fmean(apart) >= (JOIN_APART if self._claims[left[0]].when is None else JOIN_APART_DATE)

    def _weight(self, a: str, b: str) -> _Apart:
        """Hold two claims against each other, once."""
        pair = _ordered(a, b)
        if (known := self._known.get(pair)) is None:
            known = self._known[pair] = _apart(self._scorer.clues(self._claims[a], self._claims[b]))
        return known

    def _agree_within_articles(self, left: Group, right: Group) -> bool:
        """Whether the claims that two groups have of one article say the same, or give the values of two sources."""
        mine, theirs = self._of_articles(left), self._of_articles(right)
        if len(mine) > len(theirs):
            mine, theirs = theirs, mine
        for article, ours in mine.items():
            others = theirs.get(article, [])
            if all(is_same_statement(a, b) for a, b in product(_distinct(ours), _distinct(others))):
                continue
            if not any(self._is_disputed(a, b) for a, b in combinations([*ours, *others], 2)):
                return False
        return True

    def _is_disputed(self, a: Claim, b: Claim) -> bool:
        return is_disputed(a, b) or frozenset((a.id, b.id)) in self._disputes

    def _of_articles(self, group: Group) -> dict[str, list[Claim]]:
        """Return the claims of a group by article; a group only ever grows at its end."""
        known = self._articles.get(id(group))
        if known is None or known[0] is not group:
            known = group, defaultdict(list), 0
        _, by_article, seen = known
        for name in group[seen:]:
            claim = self._claims[name]
            by_article[claim.article].append(claim)
        self._articles[id(group)] = group, by_article, len(group)
        return by_article


def _distinct(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Return claims without those that state what another one states, where they are many."""
    if len(claims) <= _FEW:
        return claims
    return list({(claim.quantity, claim.when, claim.predicate, claim.is_untimed): claim for claim in claims}.values())


def _ordered(a: str, b: str) -> _Pair:
    return (a, b) if a < b else (b, a)


def _apart(clues: Sequence[Clue]) -> _Apart:
    """Return whether two claims differ in value, and what else speaks for them, or all if they do not differ."""
    is_apart = differs(clues)
    return is_apart, total(clues, without=_VALUE_FEATURES if is_apart else frozenset())


def _spread(group: Group) -> Group:
    """Return a group, or claims from all over it where it is large."""
    return group if len(group) <= _SPREAD else [group[len(group) * n // _SPREAD] for n in range(_SPREAD)]


def _period_texts(claims: Iterable[Claim]) -> frozenset[_Place]:
    """Return the words for the times that quantities belong to, with their article and sentence."""
    return frozenset((claim.article, claim.sentence, claim.as_of) for claim in claims if claim.as_of is not None)


def _bar(a: Claim, b: Claim, clues: Sequence[Clue], period_texts: frozenset[_Place]) -> str | None:
    """Say why a heavy enough pair may not be linked, None where it may: what differs must match in who and what."""
    is_apart = differs(clues)
    if is_apart and any((c.article, c.sentence, c.text) in period_texts for c in (a, b) if c.when is not None):
        return "times that differ are two facts where one is only the time that a number belongs to"
    if a.article == b.article:
        is_one = is_same_statement(a, b) or is_disputed(a, b)
        return None if is_one else "two claims of one article are of one fact only where they say the same"
    if a.when is not None and not any(claim.predicate or claim.predicate_text for claim in (a, b)):
        return "nothing is said of the times"  # as in the line with the date
    features = {feature for feature, _, _ in clues}
    if OTHER_MEASURE in features:
        return "what is measured is two things"
    if _are_other_deeds(a, b):
        return "what is done is two things"
    if not is_apart:
        return None
    if (other := _other_fact(a, b, clues)) is not None:
        return other
    if a.when is not None and (a.predicate is None or a.predicate != b.predicate):
        return "times that differ are of one fact only where one thing is said to happen at both"
    needed = LINK_APART if a.when is None else LINK_APART_RELATIVE if _is_relative(a, b) else LINK_APART_DATE
    rest = total(clues, without=_VALUE_FEATURES)
    return None if rest >= needed else f"what differs needs {needed:.1f} bits without the value, and has {rest:.1f}"


def _are_other_deeds(a: Claim, b: Claim) -> bool:
    """Whether two predicates are never one: opening and closing, or two harms of which people are counted."""
    both = {a.predicate, b.predicate}
    return both == predicate_group("opposites") or (len(both) > 1 and both <= predicate_group("tolls"))


def _other_fact(a: Claim, b: Claim, clues: Sequence[Clue]) -> str | None:
    """Say what else two claims differ in besides their value, where that makes them two facts."""
    features = {feature for feature, _, _ in clues}
    if STRANGER in features:
        return "what differs in value and in whom it is about is two facts, not a conflict"
    if "story" in features:
        return "what differs in value and in the names of its article is two stories, not a conflict"
    is_far = any(feature == "gap" and weight <= _FAR for feature, weight, _ in clues)
    if is_far and a.predicate != b.predicate and features.isdisjoint(_SAID_ALIKE):
        return "what differs more than fivefold is two facts where it is not said with one verb"
    return None


def _is_relative(a: Claim, b: Claim) -> bool:
    """Whether one of two times was counted from the day of its article."""
    return any(claim.when is not None and claim.when.reference is not None for claim in (a, b))
