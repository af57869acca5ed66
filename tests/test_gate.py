"""Accuracy on the stories in `fixtures/` may not fall; benchmarks/gate.py says how it is measured."""

from __future__ import annotations

import importlib.util
import sys
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
STORIES = sorted(path.parent for path in (ROOT / "fixtures").glob("*/claims.toml"))


@pytest.fixture(scope="module")
def gate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gate", ROOT / "benchmarks" / "gate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up by name
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def total(gate: ModuleType) -> Any:
    return reduce(gate.Score.__add__, map(gate.measure, STORIES), gate.Score())


@pytest.fixture(scope="module")
def known(gate: ModuleType) -> Any:
    try:
        return gate.read_floors()
    except gate.GateError as error:
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
def test_gold_texts_occur_in_their_articles(gate: ModuleType, folder: Path) -> None:
    story = gate.read_story(folder)
    for gold in story.claims + story.non_claims:
        gate.locate((folder / f"{gold.article}.txt").read_text(encoding="utf-8"), gold.text, gold.nth)


@pytest.mark.parametrize("folder", STORIES, ids=lambda path: path.name)
def test_gold_facts_join_claims_of_several_articles(gate: ModuleType, folder: Path) -> None:
    story = gate.read_story(folder)
    article = {claim.id: claim.article for claim in story.claims}
    assert len(article) == len(story.claims), "two claims have one id"
    for fact in story.facts:
        assert len({article[claim] for claim in fact.claims}) > 1, fact.id


def test_the_floors_belong_to_these_fixtures(gate: ModuleType, known: Any) -> None:
    assert known.digest == gate.digest(), (
        "the fixtures have changed: run `python benchmarks/gate.py --update` and look at the diff"
    )


def test_every_figure_has_a_floor(gate: ModuleType, known: Any) -> None:
    assert set(known.floors) == set(gate.figures(gate.Score()))


def test_no_figure_is_below_its_floor(gate: ModuleType, known: Any, total: Any) -> None:
    assert gate.lowered(known.floors, gate.figures(total)) == [], (
        "`python benchmarks/gate.py --errors` lists the errors"
    )


def test_no_road_phone_or_model_number_is_a_claim(total: Any) -> None:
    assert total.non_claims == ()
