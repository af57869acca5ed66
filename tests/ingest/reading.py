"""Reading with its problems as texts."""

from __future__ import annotations

from pathlib import Path

from claimcheck.errors import InputError
from claimcheck.ingest import read
from claimcheck.model import Article


def read_all(*paths: str | Path) -> tuple[list[Article], list[str]]:
    problems: list[InputError] = []
    articles = read(paths, on_problem=problems.append)
    return articles, [str(problem) for problem in problems]
