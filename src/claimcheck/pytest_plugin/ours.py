"""Which files are of this plugin; told without loading more than the standard library, as most files are not."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["FILES", "is_ours"]

FILES = {"claims.toml": ("claim", "non_claim"), "facts.toml": ("fact",)}
"""The tables that each file holds."""
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
    tables = (content.get(table) for tables in FILES.values() for table in tables)
    return any(
        isinstance(listed, list) and listed and all(isinstance(row, dict) for row in listed) for listed in tables
    )
