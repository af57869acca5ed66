"""Reading with its problems as texts."""

from __future__ import annotations

from pathlib import Path

from claimcheck.errors import InputError
from claimcheck.ingest import Limits, read
from claimcheck.model import Article

__all__ = ["read_all"]


def read_all(*paths: str | Path, limits: Limits | None = None) -> tuple[list[Article], list[str]]:
    """Read articles; return them and what is wrong with the rest."""
    problems: list[InputError] = []
    articles = read(paths, on_problem=problems.append, limits=limits)
    return articles, [str(problem) for problem in problems]
