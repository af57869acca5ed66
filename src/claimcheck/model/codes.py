"""The codes of findings, and what they mean: CC1xx conflicts, CC2xx differences that are none, CC3xx agreement."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Code", "codes"]


@dataclass(frozen=True, slots=True)
class Code:
    """What a code means: in one sentence, when it is reported, and statements that it is about."""

    name: str
    title: str
    meaning: str
    example: tuple[str, ...]


@cache
def codes() -> Mapping[str, Code]:
    """Return every code by its name, in order.

    >>> codes()["CC106"].title
    'Magnitude differs: the same digits, another scale word.'
    """
    table = tomllib.loads((files("claimcheck.model") / "codes.toml").read_text(encoding="utf-8"))
    return {
        name: Code(name, entry["title"], entry["meaning"], tuple(entry["example"])) for name, entry in table.items()
    }
