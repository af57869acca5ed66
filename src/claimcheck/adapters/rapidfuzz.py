"""String similarity through rapidfuzz, for names and measures that are spelled differently."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz

__all__ = ["name_similarity", "phrase_similarity"]


@lru_cache(maxsize=65536)
def name_similarity(a: str, b: str) -> float:
    """Return how alike two names are, from 0 to 1; case does not count."""
    return fuzz.ratio(a.casefold(), b.casefold()) / 100


@lru_cache(maxsize=65536)
def phrase_similarity(a: str, b: str) -> float:
    """Return how alike two phrases are, from 0 to 1, whatever the order of their words."""
    return fuzz.token_set_ratio(a.casefold(), b.casefold()) / 100
