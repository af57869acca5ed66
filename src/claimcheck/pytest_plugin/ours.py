"""Which files are of this plugin; told without loading more than the standard library, as most files are not."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, TypeGuard

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["FILES", "NEEDED", "is_ours"]

FILES = {"claims.toml": ("claim", "non_claim"), "facts.toml": ("fact",)}
"""The tables that each file holds."""
NEEDED = {"claim": ("id", "article", "text"), "non_claim": ("article", "text"), "fact": ("id", "claims")}
"""The keys that each row of a table has."""
_LOOKS_OURS = re.compile(r"^\s*(?:\[\[\s*)?(?:claim|non_claim|fact)\s*(?:=\s*\[|\]\])", re.MULTILINE)


def is_ours(path: Path) -> bool:
    """Whether a file is one of expectations, or would be if its TOML were right."""
    try:
        text = path.read_bytes().decode("utf-8", errors="replace")
    except OSError:
        return False
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return _LOOKS_OURS.search(text) is not None
    return any(_is_rows(listed) and (key in NEEDED or _has_needed(listed)) for key, listed in content.items())


def _is_rows(listed: object) -> TypeGuard[list[dict[str, object]]]:
    return isinstance(listed, list) and bool(listed) and all(isinstance(row, dict) for row in listed)


def _has_needed(rows: list[dict[str, object]]) -> bool:
    """Whether rows look like ours, so that a misspelt key over them is a mistake and not another project's file."""
    return any(all(row.keys() >= set(needed) for row in rows) for needed in NEEDED.values())
