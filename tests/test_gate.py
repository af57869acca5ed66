"""Accuracy on the stories in `fixtures/` may not fall; benchmarks/gate.py says how it is measured."""

from __future__ import annotations

from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
STORIES = sorted(path.parent for path in (ROOT / "fixtures").glob("*/claims.toml"))


@pytest.fixture(scope="module")
def total(scoring: ModuleType) -> Any:
    return reduce(scoring.Score.__add__, map(scoring.measure, STORIES), scoring.Score())


@pytest.fixture(scope="module")
def known(floors: ModuleType) -> Any:
    try:
        return floors.read_floors()
    except floors.GateError as error:
        pytest.fail(str(error))


def test_there_are_stories() -> None:
    assert [path.name for path in STORIES] == [
        "bremhorst-overname",
        "fabbrica-castelmirto",
        "lurgtal-zugunglueck",
        "openai-nvidia",
        "terremoto-quilpara",
        "velme-flood",
    ]


@pytest.mark.parametrize("folder", STORIES, ids=lambda path: path.name)
def test_gold_texts_occur_in_their_articles(gold: ModuleType, folder: Path) -> None:
    story = gold.read_story(folder)
    texts = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.txt")}
    assert all(gold.span_of(row, texts) for row in story.claims + story.non_claims)


@pytest.mark.parametrize("folder", STORIES, ids=lambda path: path.name)
def test_gold_facts_join_claims_of_several_articles(gold: ModuleType, folder: Path) -> None:
    story = gold.read_story(folder)
    article = {claim.id: claim.article for claim in story.claims}
    assert len(article) == len(story.claims), "two claims have one id"
    for fact in story.facts:
        assert len({article[claim] for claim in fact.claims}) > 1, fact.id


def test_the_floors_belong_to_these_fixtures(floors: ModuleType, known: Any) -> None:
    assert known.digest == floors.digest(), (
        "the fixtures have changed: run `python benchmarks/gate.py --update` and look at the diff"
    )


def test_every_figure_has_a_floor(scoring: ModuleType, known: Any) -> None:
    assert set(known.floors) == set(scoring.figures(scoring.Score()))


def test_no_figure_is_below_its_floor(floors: ModuleType, scoring: ModuleType, known: Any, total: Any) -> None:
    assert floors.lowered(known.floors, scoring.figures(total)) == [], (
        "`python benchmarks/gate.py --errors` lists the errors"
    )


def test_no_road_phone_or_model_number_is_a_claim(total: Any) -> None:
    assert total.non_claims == ()
