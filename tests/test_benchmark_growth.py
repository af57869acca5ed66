"""The benchmark of growth and that of the consensus: their made worlds, and that what they print is measured."""

from __future__ import annotations

import random
from collections.abc import Callable
from types import ModuleType

import pytest


@pytest.fixture
def growth(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("growth")


@pytest.fixture
def consensus(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("consensus")


@pytest.mark.parametrize(("size", "hot"), [(60, 0), (300, 0), (300, 300), (400, 250)])
def test_a_corpus_has_the_claims_asked_for(growth: ModuleType, size: int, hot: int) -> None:
    articles, claims, truth = growth.corpus(size, random.Random(1), hot)  # noqa: S311  # no secret
    assert len(claims) == len(truth) == size
    assert len({claim.id for claim in claims}) == size
    assert {claim.article for claim in claims} == {article.id for article in articles}
    stories = [fact.partition(".")[0] for fact in truth.values()]
    assert max(stories.count(story) for story in set(stories)) >= hot


def test_the_same_seed_makes_the_same_corpus(growth: ModuleType) -> None:
    one, other = (growth.corpus(100, random.Random(5)) for _ in range(2))  # noqa: S311  # no secret
    assert one == other


def test_pairs_are_scored_by_the_facts_they_were_made_from(growth: ModuleType) -> None:
    truth = {"a": "x", "b": "x", "c": "x", "d": "y"}
    assert growth.score([["a", "b", "c"], ["d"]], truth) == (1.0, 1.0)
    assert growth.score([["a", "b"], ["c", "d"]], truth) == (0.5, pytest.approx(1 / 3))
    assert growth.score([["a"], ["b"], ["c"], ["d"]], truth) == (0.0, 0.0)


def test_a_made_corpus_is_linked_right(growth: ModuleType) -> None:
    found = growth.run(400, seed=3)
    assert found["claims"] == 400
    assert found["precision"] > 0.85
    assert found["recall"] > 0.95
    assert found["link"] > 0


@pytest.mark.parametrize("world", ["all alike", "mixed", "few good"])
def test_weighed_sources_are_no_worse_than_a_majority(consensus: ModuleType, world: str) -> None:
    scores = [consensus.scores(world, 300, 12, seed) for seed in range(4)]
    majority, weighed = (sum(score[side] for score in scores) / len(scores) for side in (0, 1))
    assert 0.5 < majority <= weighed + 0.005
    assert weighed > majority + 0.03 or world != "few good"
