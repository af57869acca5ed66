"""The test tables of the language packs, `fixtures/phrases/<language>.toml`."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

__all__ = ["LANGUAGES", "PHRASES", "Entry", "cases", "table"]

TABLES = Path(__file__).parents[2] / "fixtures" / "phrases"
LANGUAGES = sorted(path.stem for path in TABLES.glob("*.toml"))

Entry = dict[str, Any]


@cache
def table(language: str) -> dict[str, Any]:
    """Read the table of a language."""
    return tomllib.loads((TABLES / f"{language}.toml").read_text(encoding="utf-8"), parse_float=Decimal)


def cases(section: str) -> list[Any]:
    """Give every entry of a section, in all languages, as a case named by its text."""
    found = []
    for language in LANGUAGES:
        for entry in table(language)[section]:
            marks = [pytest.mark.xfail(strict=True, reason=entry["todo"])] if "todo" in entry else []
            found.append(pytest.param(language, entry, id=f"{language}: {entry['text']}", marks=marks))
    return found


PHRASES = [
    (language, entry["text"])
    for language in LANGUAGES
    for section in ("quantity", "time", "none")
    for entry in table(language)[section]
]
"""Every text of the tables with its language."""
