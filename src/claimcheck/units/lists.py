"""The lists of names in this folder: words apart from one another by spaces, under comments."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["listed"]


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words of a list."""
    lines = (files("claimcheck.units") / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
