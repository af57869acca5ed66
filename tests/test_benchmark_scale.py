"""What `benchmarks/scale.py` times is the work that it names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def scale(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("scale")


def test_no_article_of_the_corpus_is_another(scale: ModuleType) -> None:
    articles = list(scale.corpus(80))
    assert len({article.text for article in articles}) == len({article.id for article in articles}) == 80


def test_the_stages_do_the_same_work(scale: ModuleType, tmp_path: Path) -> None:
    articles = list(scale.corpus(6))
    made = {name: scale.stage(name, articles, 2, tmp_path / "s.duckdb") for name in scale.STAGES}
    assert made["extract"]["claims"] == made["extract in processes"]["claims"] > 30
    assert (made["add"]["new"], made["add again"]["new"]) == (6, 0)
    assert made["tokenise"]["tokens"] > 500
    assert made["facts"]["claims"] >= made["facts"]["facts"] > 5
    assert all(stage["seconds"] > 0 for stage in made.values())
