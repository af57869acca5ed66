"""Parsers from trained pipelines: a small one is trained here, on a handful of sentences of our own."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

import claimcheck
from claimcheck.adapters import parser
from claimcheck.errors import ModelError, ModelWarning
from trained_pipeline import train

# Words, and the head and relation of each: in Universal Dependencies, in ClearNLP's labels, and in TIGER's.
UD = [
    ("Corvid invested 50 in Lumen .", [1, 1, 1, 4, 1, 1], ["nsubj", "ROOT", "obj", "case", "obl", "punct"]),
    ("Norrby paid 50 to Corvid .", [1, 1, 1, 4, 1, 1], ["nsubj", "ROOT", "obj", "case", "obl", "punct"]),
    ("The mill sold 50 to Lumen", [1, 2, 2, 2, 5, 2], ["det", "nsubj", "ROOT", "obj", "case", "obl"]),
]
CLEARNLP = [
    ("Corvid invested 50 in Lumen .", [1, 1, 1, 1, 3, 1], ["nsubj", "ROOT", "dobj", "prep", "pobj", "punct"]),
    ("Norrby paid 50 to Corvid .", [1, 1, 1, 1, 3, 1], ["nsubj", "ROOT", "dobj", "prep", "pobj", "punct"]),
    ("The mill sold 50 to Lumen", [1, 2, 2, 2, 2, 4], ["det", "nsubj", "ROOT", "dobj", "prep", "pobj"]),
]
TIGER = [
    ("Corvid invested 50 in Lumen .", [1, 1, 1, 1, 3, 1], ["sb", "ROOT", "oa", "mo", "nk", "punct"]),
    ("Norrby paid 50 to Corvid .", [1, 1, 1, 1, 3, 1], ["sb", "ROOT", "oa", "mo", "nk", "punct"]),
    ("The mill sold 50 to Lumen", [1, 2, 2, 2, 2, 4], ["nk", "sb", "ROOT", "oa", "mo", "nk"]),
]


@pytest.fixture(scope="module")
def ud(tmp_path_factory: pytest.TempPathFactory) -> str:
    return train(UD, "ud", tmp_path_factory.mktemp("ud"))


@pytest.fixture(scope="module")
def clearnlp(tmp_path_factory: pytest.TempPathFactory) -> str:
    return train(CLEARNLP, "clearnlp", tmp_path_factory.mktemp("clearnlp"))


@pytest.fixture(scope="module")
def tiger(tmp_path_factory: pytest.TempPathFactory) -> str:
    return train(TIGER, "tiger", tmp_path_factory.mktemp("tiger"))


@pytest.mark.parametrize("name", ["ud", "clearnlp", "tiger"])
def test_label_schemes_become_one_view(name: str, request: pytest.FixtureRequest) -> None:
    reader = parser.load_parser(request.getfixturevalue(name), "en")
    assert reader is not None
    assert reader.name == f"en_{name} 0.0.1"
    found = reader.parse(["Corvid", "invested", "50", "in", "Lumen", "."])
    assert found.tags == ("PROPN", "VERB", "NUM", "ADP", "PROPN", "PUNCT")
    assert found.heads == (1, 1, 1, 4, 1, 1)
    assert found.relations[0] == "nsubj"
    assert found.relations[2:5] == ("obj", "case", "obl")


def test_a_parse_is_merged_with_the_rules(ud: str) -> None:
    text = "Corvid invested $50 million in Lumen ."
    (claim,) = claimcheck.extract(text, language="en", model=ud)
    (plain,) = claimcheck.extract(text, language="en", model="none")
    assert (claim.subject, claim.object) == (plain.subject, plain.object) == ("Corvid", "Lumen")
    assert dict(claim.provenance) == {"subject": "order and parse", "object": "order and parse"}
    assert dict(plain.provenance) == {"subject": "order", "object": "order"}


def test_the_report_names_the_pipeline(ud: str) -> None:
    articles = [claimcheck.Article("a", "The mill sold 50 boats to Lumen.", language="en")]
    assert claimcheck.reconcile(articles, config=claimcheck.Config(model=ud)).models == ("en_ud 0.0.1",)
    assert claimcheck.reconcile(articles, config=claimcheck.Config(model="none")).models == ()


def test_a_pipeline_serves_its_own_language_only(ud: str) -> None:
    assert parser.load_parser(ud, "fr") is None


def test_a_pipeline_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ModelError, match="en_no_such_pipeline"):
        parser.load_parser("en_no_such_pipeline", "en")


def test_a_pipeline_without_a_parser_is_an_error(tmp_path: Path) -> None:
    spacy.blank("en", meta={"name": "bare", "version": "1.0"}).to_disk(tmp_path)
    with pytest.raises(ModelError, match=r"en_bare 1\.0 sets no dependencies"):
        parser.load_parser(str(tmp_path), "en")


@pytest.mark.parametrize(
    ("installed", "best"),
    [
        ([], None),
        (["de_core_news_lg"], None),
        (["en_core_web_sm", "en_core_web_trf", "en_core_web_lg"], "en_core_web_trf"),
        (["en_core_web_sm", "en_core_web_md", "en_my_own"], "en_core_web_md"),
    ],
)
def test_auto_takes_the_best_pipeline_installed_and_does_without_a_broken_one(
    installed: list[str], best: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def load(name: str) -> None:
        asked.append(name)
        raise ModelError(name)

    monkeypatch.setattr(parser, "installed_pipelines", lambda: installed)
    monkeypatch.setattr(parser, "load_pipeline", load)
    parser.load_parser.cache_clear()
    if best is None:
        assert parser.load_parser(parser.AUTO, "en") is None
    else:
        with pytest.warns(ModelWarning, match=f"{best}; going on without it"):
            assert parser.load_parser(parser.AUTO, "en") is None
    parser.load_parser.cache_clear()
    assert asked == ([] if best is None else [best])


def test_none_takes_none() -> None:
    assert parser.load_parser(parser.NO_MODEL, "en") is None
