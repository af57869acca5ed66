"""Independence: articles that copy or retell one another count as one voice.

Copies are found by containment of four-word shingles (Broder 1997): copies of news share at least 0.64 of the shorter
text, different articles on one story at most 0.04. Retellings in other words are found by their credit line.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations_with_replacement
from zlib import crc32

import networkx as nx

from claimcheck.model import Article

__all__ = ["Voices", "voices_of"]

_SHINGLE = 4
_COPY = 0.5
_LEAST_SHINGLES = 30
"""Below this a text is too short to tell a copy from a coincidence."""
_SMALL = 1000
"""Articles up to which every shared shingle is looked at."""
_STEP = 8
_HOLDERS = 8
_WORD = re.compile(r"\w+")
_CREDIT_REACH = 60
_SENTENCE = re.compile(r"[.!?](?:\s|$)|\n")


@dataclass(frozen=True, slots=True)
class Voices:
    """Which articles speak with one voice, and why.

    `voice` gives each article's voice, `merged` the pairs of articles that were joined, with the reason, and `retold`
    what the articles credit that retell a source that is not among them.
    """

    voice: dict[str, str]
    merged: tuple[tuple[str, str, str], ...]
    retold: dict[str, str]

    def count(self, articles: Sequence[str]) -> int:
        """Count the independent voices among articles; a retelling of an absent source adds none to others."""
        first_hand = {self.voice[article] for article in articles if article not in self.retold}
        return len(first_hand) or min(1, len(articles))


def voices_of(articles: Sequence[Article], credits_in: Callable[[Article], Sequence[int]]) -> Voices:
    """Find the articles that are not independent.

    Args:
        articles: all articles.
        credits_in: the offsets in an article's text right after each phrase that credits another outlet.
    """
    joined: nx.Graph[str] = nx.Graph()
    joined.add_nodes_from(article.id for article in articles)
    merged: list[tuple[str, str, str]] = []
    for a, b, shared in _copies(articles):
        merged.append((a, b, f"they share {shared:.0%} of the shorter text"))
        joined.add_edge(a, b)
    retold: dict[str, str] = {}
    of_source: dict[str, list[str]] = {}
    for article in articles:
        if article.source:
            of_source.setdefault(article.source.casefold(), []).append(article.id)
    for article in articles:
        for place in credits_in(article):
            credited = _SENTENCE.split(article.text[place : place + _CREDIT_REACH])[0].strip(" :,")
            named = _sources_in(credited, of_source)
            if article.source is not None and article.source.casefold() in named:
                continue
            origin = next((o for source in named for o in of_source[source]), None)
            if origin is not None:
                merged.append((origin, article.id, f"the second credits the first: {credited!r}"))
                joined.add_edge(origin, article.id)
            elif credited[:1].isupper():
                retold[article.id] = credited
    order = {article.id: place for place, article in enumerate(articles)}
    voice = {name: min(names, key=order.__getitem__) for names in nx.connected_components(joined) for name in names}
    return Voices({article.id: voice[article.id] for article in articles}, tuple(merged), retold)


def _copies(articles: Sequence[Article]) -> Iterator[tuple[str, str, float]]:
    """Yield pairs of articles of which one holds half of the other or more, each with those before it.

    Only articles that share a shingle are compared; of a large corpus only one shingle in eight is looked at, and an
    article meets the first few that have it, so that the cost grows with the number of articles (Broder 1997).
    """
    by_text: dict[str, str] = {}
    texts: dict[str, str] = {}
    holders: defaultdict[int, list[str]] = defaultdict(list)
    step, most = (1, len(articles)) if len(articles) <= _SMALL else (_STEP, _HOLDERS)
    for article in articles:
        if (first := by_text.setdefault(article.text, article.id)) != article.id:
            yield first, article.id, 1.0
            continue
        texts[article.id] = article.text
        mine = _shingles(article.text)
        if len(mine) < _LEAST_SHINGLES:
            continue  # too short to tell a copy from a coincidence
        picked = [shingle for shingle in mine if not shingle % step]
        for other in dict.fromkeys(other for shingle in picked for other in holders[shingle]):
            theirs = _shingles(texts[other])
            shared = len(mine & theirs) / min(len(mine), len(theirs))
            if shared >= _COPY:
                yield other, article.id, shared
        for shingle in picked:
            if len(holders[shingle]) < most:
                holders[shingle].append(article.id)


def _sources_in(credited: str, sources: Collection[str]) -> list[str]:
    """Return the sources that a credit names, in whole words, longest first."""
    words = [match.span() for match in _WORD.finditer(credited)]
    found = {credited[start:end].casefold() for (start, _), (_, end) in combinations_with_replacement(words, 2)}
    return sorted(found.intersection(sources), key=len, reverse=True)


@lru_cache(maxsize=4096)
def _shingles(text: str) -> frozenset[int]:
    """Return the checksums of every four words in a row."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return frozenset(crc32(" ".join(words[at : at + _SHINGLE]).encode()) for at in range(len(words) - _SHINGLE + 1))
