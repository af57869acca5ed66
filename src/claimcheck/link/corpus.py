"""What is counted over all claims of a corpus before two of them are weighed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import inf, prod

import networkx as nx

from claimcheck.link.blocks import value_key
from claimcheck.link.names import canonical_names
from claimcheck.link.values import counts_things, kind_given
from claimcheck.model import Claim

__all__ = ["Corpus"]

_LEAST_WORD = 4
_CORPUS = 0.5
"""The share of all articles from which on a name is what the corpus is about."""
_TELLING = 4
"""The rarest names that two articles share which are taken to be independent."""
_MET = 100_000
"""Pairs of articles that are remembered: a block is compared article by article, so that they soon return."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The names, values and words of a corpus.

    Args:
        languages: the language of each article, by id.
        names: the participants of each article, in canonical spelling, by id.
        holders: how many articles have each name.
        canonical: names as written, to one spelling each.
        involved: the participants of each claim, in canonical spelling.
        kinds: the kind of value of each claim that an article may give one of (`kind_given`).
        given: how many values of a kind an article gives, by article and kind.
        counting: whether the unit of each claim is a counted noun.
        stories: the number of the story of each article, by id: articles that names connect, through others too.
        uses: how often an article of the story that has a claim's value states it, by claim: one that returns in many
            roles ("Monday") identifies none of them.
        rarity: how telling each context word is where two claims share it, by story: 1 where no other article has it,
            towards 0 where all do. Counted by story, so that an article of another changes nothing.
        norms: the length of the vector of a claim's context words, each as rare as it is, by claim.
    """

    languages: Mapping[str, str]
    names: Mapping[str, frozenset[str]]
    holders: Mapping[str, int]
    canonical: Mapping[str, str]
    involved: Mapping[str, frozenset[str]]
    kinds: Mapping[str, str | None]
    given: Mapping[tuple[str, str], int]
    counting: Mapping[str, bool]
    stories: Mapping[str, int]
    uses: Mapping[str, float]
    rarity: Mapping[int, Mapping[str, float]]
    norms: Mapping[str, float]
    _met: dict[tuple[str, str], float | None] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, claims: Sequence[Claim], languages: Mapping[str, str]) -> Corpus:
        """Count the names, values and words of a corpus.

        Args:
            claims: all claims of the corpus.
            languages: the language of each article, by id.
        """
        canonical = canonical_names(claims)
        involved = {claim.id: frozenset(canonical[name] for name in claim.participants) for claim in claims}
        names = _names(claims, involved, languages)
        stories = _stories(names)
        rarity = _rarity(claims, stories)
        kinds = {claim.id: kind_given(claim) for claim in claims}
        return cls(
            languages=languages,
            names=names,
            holders=Counter(name for mine in names.values() for name in mine),
            canonical=canonical,
            involved=involved,
            kinds=kinds,
            given=_given(claims, kinds),
            counting={claim.id: counts_things(claim) for claim in claims},
            stories=stories,
            uses=_uses(claims, stories),
            rarity=rarity,
            norms={
                claim.id: sum(rarity[stories[claim.article]][word] ** 2 for word in claim.context) ** 0.5
                for claim in claims
            },
        )

    def participants(self, claim: Claim) -> frozenset[str]:
        """Return the participants of a claim in canonical spelling."""
        return self.involved[claim.id]

    def expected(self, a: str, b: str) -> float | None:
        """Return how many articles have the names that two articles share, were names independent.

        That is infinite where they share none, nor words of any, and none where it tells nothing: an article has no
        names, or all of the corpus is about one that they share.
        """
        if (a, b) not in self._met:
            if len(self._met) >= _MET:
                self._met.clear()
            self._met[a, b] = self._expected(a, b)
        return self._met[a, b]

    def _expected(self, a: str, b: str) -> float | None:
        mine, theirs = (self.names.get(article, frozenset()) for article in (a, b))
        if not mine or not theirs:
            return None
        size = len(self.languages)
        shares = sorted(self.holders[name] / size for name in mine & theirs)
        if not shares:
            return inf if _words(mine).isdisjoint(_words(theirs)) else None
        return size * prod(shares[:_TELLING]) if shares[-1] <= _CORPUS else None

    def same_language(self, a: Claim, b: Claim) -> bool:
        """Whether two claims are in one language, so that their words can be compared."""
        return self.languages.get(a.article) == self.languages.get(b.article)


@lru_cache(maxsize=4096)
def _words(names: frozenset[str]) -> frozenset[str]:
    """Return the longer words of names: "Leeds Castle" and "Leeds" are of one story, if not one name."""
    return frozenset(word for name in names for word in name.split() if len(word) >= _LEAST_WORD)


def _names(
    claims: Sequence[Claim], involved: Mapping[str, frozenset[str]], articles: Mapping[str, str]
) -> dict[str, frozenset[str]]:
    """Return the participants of each article, in canonical spelling."""
    names: dict[str, set[str]] = {article: set() for article in articles}
    for claim in claims:
        names.setdefault(claim.article, set()).update(involved[claim.id])
    return {article: frozenset(mine) for article, mine in names.items()}


def _stories(names: Mapping[str, frozenset[str]]) -> dict[str, int]:
    """Return a number for each article, the same where names connect articles; one without names is by itself."""
    graph: nx.Graph[tuple[str, str]] = nx.Graph()
    for article, mine in names.items():
        graph.add_node(("article", article))
        graph.add_edges_from((("article", article), ("name", name)) for name in mine)
    return {
        key: number
        for number, nodes in enumerate(nx.connected_components(graph))
        for kind, key in nodes
        if kind == "article"
    }


def _given(claims: Sequence[Claim], kinds: Mapping[str, str | None]) -> Counter[tuple[str, str]]:
    """Count the values of one kind that each article gives."""
    found = ((claim, kinds[claim.id]) for claim in claims)
    values = {(claim.article, kind, value_key(claim)) for claim, kind in found if kind is not None}
    return Counter((article, kind) for article, kind, _ in values)


def _uses(claims: Sequence[Claim], stories: Mapping[str, int]) -> dict[str, float]:
    """Return how often an article of its story that has the value of a claim states it, by claim."""
    keys = {claim.id: (stories[claim.article], value_key(claim)) for claim in claims}
    uses = Counter(keys.values())
    users = Counter(key for _, key in {(claim.article, keys[claim.id]) for claim in claims})
    return {claim: uses[key] / users[key] for claim, key in keys.items()}


def _rarity(claims: Sequence[Claim], stories: Mapping[str, int]) -> dict[int, dict[str, float]]:
    """Return how telling each context word is where two claims of a story share it, by story."""
    articles: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        articles[claim.article] |= claim.context
    words: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for article, mine in articles.items():
        words[stories[article]].update(mine)
    sizes = Counter(stories.values())
    return {
        story: {word: 1 / (1 + 2 * max(count - 2, 0) / sizes[story]) for word, count in counts.items()}
        for story, counts in words.items()
    }
