"""Independence: articles that copy or retell one another count as one voice.

Copies are found by containment of four-word shingles (Broder 1997): copies of news share at least 0.64 of the shorter
text, different articles on one story at most 0.04. Retellings in other words are found by their credit line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from claimcheck.model import Article

__all__ = ["Voices", "voices_of"]

_SHINGLE = 4
_COPY = 0.5
_LEAST_SHINGLES = 30
"""Below this a text is too short to tell a copy from a coincidence."""
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
    voice = {article.id: article.id for article in articles}
    merged: list[tuple[str, str, str]] = []
    retold: dict[str, str] = {}
    shingles = {article.id: _shingles(article.text) for article in articles}
    for a, b in combinations(articles, 2):
        shared = 1.0 if a.text == b.text else _containment(shingles[a.id], shingles[b.id])
        if shared >= _COPY:
            merged.append((a.id, b.id, f"they share {shared:.0%} of the shorter text"))
            _join(voice, a.id, b.id)
    for article in articles:
        for place in credits_in(article):
            credited = _SENTENCE.split(article.text[place : place + _CREDIT_REACH])[0].strip(" :,")
            if _is_named(article, credited):
                continue
            origin = next((o for o in articles if o.id != article.id and _is_named(o, credited)), None)
            if origin is not None:
                merged.append((origin.id, article.id, f"the second credits the first: {credited!r}"))
                _join(voice, origin.id, article.id)
            elif credited[:1].isupper():
                retold[article.id] = credited
    return Voices(voice, tuple(merged), retold)


def _join(voice: dict[str, str], a: str, b: str) -> None:
    kept, gone = voice[a], voice[b]
    for article, current in voice.items():
        if current == gone:
            voice[article] = kept


def _is_named(article: Article, credited: str) -> bool:
    """Whether a credit names the source of an article, in whole words."""
    if article.source is None:
        return False
    return re.search(rf"(?<!\w){re.escape(article.source)}(?!\w)", credited, re.IGNORECASE) is not None


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = [word.casefold() for word in _WORD.findall(text)]
    return frozenset(tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))


def _containment(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> float:
    shorter = min(len(a), len(b))
    return len(a & b) / shorter if shorter >= _LEAST_SHINGLES else 0.0
