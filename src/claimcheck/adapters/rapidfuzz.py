"""String similarity through rapidfuzz, for names and measures that are spelled differently."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, Levenshtein

__all__ = ["letters_apart", "phrase_similarity", "slips_apart"]


@lru_cache(maxsize=65536)
def letters_apart(a: str, b: str) -> int:
    """Return how many letters must be changed, added or left out to turn one word into the other (Levenshtein)."""
    return Levenshtein.distance(a, b)


def slips_apart(a: str, b: str) -> int:
    """Return the same where two neighbours that changed places are one slip (optimal string alignment)."""
    return OSA.distance(a, b)


@lru_cache(maxsize=65536)
def phrase_similarity(a: str, b: str) -> float:
    """Return how alike two phrases are, from 0 to 1, whatever the order of their words."""
    return fuzz.token_set_ratio(a.casefold(), b.casefold()) / 100
