"""A store through its front door: what is new or changed is extracted, and its report is the one made from memory."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import claimcheck
from claimcheck import Article, Config, Store
from claimcheck.adapters.parser import Parser
from claimcheck.errors import InputError, MissingExtraError, ModelError, StoreError
from claimcheck.extract import extract_claims
from claimcheck.lang import Pack
from claimcheck.model import Claim
from claimcheck.pipeline import stored
from claimcheck.pipeline.dating import Alone, dated_alone

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
STORY = FIXTURES / "openai-nvidia"
SHARES = (Decimal("0.001"), Decimal("0.05"))
PLAIN = Config(model="none", language="en")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "a.duckdb")


@pytest.fixture
def extracted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the ids of the articles that are extracted from, as they are."""
    seen: list[str] = []

    def noted(article: Article, pack: Pack, parser: Parser | None) -> list[Claim]:
        seen.append(article.id)
        return extract_claims(article, pack, parser)

    monkeypatch.setattr("claimcheck.pipeline.extraction.extract_claims", noted)
    return seen


def write(folder: Path, **texts: str) -> None:
    folder.mkdir(exist_ok=True, parents=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def counts(added: stored.Added) -> tuple[int, int, int]:
    return added.new, added.changed, added.same


@pytest.mark.parametrize("story", sorted(path.parent.name for path in FIXTURES.glob("*/facts.toml")))
def test_its_report_is_the_one_from_memory(store: Store, story: str) -> None:
    articles = claimcheck.read(FIXTURES / story)
    assert counts(store.add(FIXTURES / story)) == (len(articles), 0, 0)
    assert store.report().to_json() == claimcheck.reconcile(articles).to_json()


def test_its_report_does_not_tell_how_it_grew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored, "_MOST", 1)
    files = sorted(STORY.glob("*.txt"))
    store.add([files[3], files[0]])
    store.add(files)
    assert store.report().to_json() == claimcheck.reconcile(claimcheck.read(files)).to_json()


@pytest.mark.parametrize(
    ("where", "chosen"),
    [
        ("id IN ('a', 'c')", "ac"),
        ("text ILIKE '% MILL %' AND published < '2025-03-01'", "a"),
        ("id <> 'a' -- not this one", "bc"),
        ("id IN (SELECT article FROM claim WHERE value > 4e6)", "bc"),
        ("source = 'Wire'", ""),
    ],
)
def test_articles_are_chosen_by_a_condition(store: Store, where: str, chosen: str) -> None:
    made = [
        Article("a", "Lumen bought the mill for $3 million.", published=date(2025, 1, 3)),
        Article("b", "Lumen bought the mill for $5 million.", published=date(2025, 4, 3)),
        Article("c", "Corvid sold 60 boats for $6 million.", published=date(2025, 1, 3)),
    ]
    store.add(made, config=PLAIN)
    report = store.report(where=where)
    assert "".join(article.id for article in report.articles) == "".join(a.id for a in made if a.id in chosen)
    assert report.to_json() == claimcheck.reconcile([a for a in made if a.id in chosen], config=PLAIN).to_json()


def test_a_condition_that_is_none_is_told(store: Store) -> None:
    store.add([Article("a", "It cost $3 million.")], config=PLAIN)
    with pytest.raises(StoreError, match=r'^.*a\.duckdb: Binder Error: Referenced column "when" not found'):
        store.report(where='"when" > 3')


def test_settings_for_comparing_are_those_of_the_report(store: Store) -> None:
    texts = ("The mill in Velme makes 50.0 megawatts.", "The mill in Velme makes 0.0509 gigawatts.")
    store.add([Article(name, text) for name, text in zip("ab", texts, strict=True)], config=PLAIN)
    verdicts = [store.report(config=Config(tolerance=share)).facts[0].verdict for share in SHARES]
    assert verdicts == ["conflict", "agree"]
    assert list(store.report(config=Config(select=("CC104",)))) == []


def test_only_what_is_new_or_changed_is_extracted(store: Store, tmp_path: Path, extracted: list[str]) -> None:
    folder = tmp_path / "in"
    write(folder, a="It cost $3 million.", b="It cost $4 million.")
    assert counts(store.add(folder, config=PLAIN)) == (2, 0, 0)
    write(folder, b="It cost $5 million and $6 million.", c="It cost $7 million.")
    assert counts(store.add(folder, config=PLAIN)) == (1, 1, 1)
    assert counts(store.add([folder / "a.txt", folder], config=PLAIN)) == (0, 0, 3)
    assert extracted == ["a", "b", "b", "c"]
    assert [claim.text for claim in store.report().claims] == ["$3 million", "$5 million", "$6 million", "$7 million"]


@pytest.mark.parametrize("kind", [iter, list])
def test_articles_may_stand_among_files(
    store: Store, tmp_path: Path, kind: Callable[[list[object]], Iterable[Path | Article]]
) -> None:
    write(tmp_path / "in", a="It cost $3 million.")
    given = [tmp_path / "in", Article("b", "It cost $4 million."), Article("c", "\ud800"), tmp_path / "in" / "a.txt"]
    added = store.add(kind([*given]), config=PLAIN)
    assert counts(added) == (2, 0, 0)
    assert [problem.path for problem in added.problems] == ["c"]
    assert [article.id for article in store.report().articles] == ["a", "b"]


def test_problems_are_told_where_an_error_ends_the_addition(store: Store, tmp_path: Path) -> None:
    write(tmp_path / "in", empty="", z="It cost $3 million.")
    told = list[InputError]()
    with pytest.raises(ModelError):
        store.add(tmp_path / "in", config=Config(model="no_such_model"), on_problem=told.append)
    assert [problem.message for problem in told] == ["is empty"]


def test_an_article_whose_rows_cannot_be_made_is_told_and_the_others_are_added(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(article: Article, claims: list[Claim]) -> Alone:
        if article.id == "b":
            raise ZeroDivisionError("b")
        return dated_alone(article, claims)

    monkeypatch.setattr(stored, "dated_alone", broken)
    added = store.add([Article(name, "It cost $3 million.") for name in "abc"], config=PLAIN)
    assert counts(added) == (2, 0, 0)
    (problem,) = added.problems
    assert problem.path == "b"
    assert "a mistake of claimcheck in test_store.py:" in problem.message


def test_the_extra_is_named_before_anything_is_extracted_in_vain(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"^a store needs pyarrow, which the extra 'store' of claimcheck"):
        store.add([Article("a", "It cost $3 million.")], config=PLAIN)


@pytest.mark.parametrize("other", [Config(model="none"), Config(model="none", language="en", date=date(2024, 5, 3))])
def test_other_settings_for_reading_make_an_article_change(store: Store, other: Config) -> None:
    articles = [Article("a", "Lumen bought 100 mills on Monday, it said in a statement.")]
    store.add(articles, config=PLAIN)
    assert counts(store.add(articles, config=other)) == (0, 1, 0)
    assert store.report().articles[0].published == other.date


def test_another_version_makes_an_article_change(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [Article("a", "Lumen bought 100 mills.")]
    store.add(articles, config=PLAIN)
    monkeypatch.setattr("importlib.metadata.version", lambda _: "9.9")
    assert counts(store.add(articles, config=PLAIN)) == (0, 1, 0)


def test_articles_of_one_name_are_kept_apart(store: Store, tmp_path: Path) -> None:
    write(tmp_path / "one", a="It cost $3 million.")
    write(tmp_path / "two", a="It cost $4 million.")
    store.add(tmp_path / "one", config=PLAIN)
    store.add(tmp_path / "two", config=PLAIN)
    assert counts(store.add([tmp_path / "one", tmp_path / "two"], config=PLAIN)) == (0, 0, 2)
    assert [(claim.id, claim.text) for claim in store.report().claims] == [
        ("a:1", "$3 million"),
        ("a-2:1", "$4 million"),
    ]


def test_records_of_one_id_are_kept_apart(store: Store, tmp_path: Path) -> None:
    lines = [{"id": "r", "text": f"It cost ${number} million."} for number in (3, 4, 4)]
    (tmp_path / "x.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert counts(store.add(tmp_path / "x.jsonl", config=PLAIN)) == (3, 0, 0)
    assert counts(store.add(tmp_path / "x.jsonl", config=PLAIN)) == (0, 0, 3)
    assert [claim.id for claim in store.report().claims] == ["r:1", "r-2:1", "r-3:1"]


def test_what_cannot_be_used_is_told_and_the_others_are_added(store: Store, tmp_path: Path) -> None:
    write(tmp_path / "in", a="It cost $3 million.", empty="", b="Det kostade tre miljoner kronor att bygga om bron.")
    added = store.add([tmp_path / "in", tmp_path / "none"], config=Config(model="none"))
    assert added.new == 1
    assert [problem.path and Path(problem.path).name for problem in added.problems] == ["b.txt", "empty.txt", "none"]


def test_an_addition_that_was_cut_short_is_taken_up(
    store: Store, monkeypatch: pytest.MonkeyPatch, extracted: list[str]
) -> None:
    def cut_short(articles: Iterable[Article]) -> Iterable[Article]:
        for number, article in enumerate(articles):
            if number == 2:
                raise KeyboardInterrupt
            yield article

    monkeypatch.setattr(stored, "_MOST", 1)
    with pytest.raises(KeyboardInterrupt):
        store.add(STORY, watch=cut_short)
    assert counts(store.add(STORY)) == (3, 0, 2)
    assert len(extracted) == 5


def test_several_processes_store_the_same_as_one(store: Store, tmp_path: Path) -> None:
    other = Store(tmp_path / "b.duckdb")
    store.add(STORY)
    other.add(STORY, config=Config(jobs=2))
    assert store.report().to_json() == other.report().to_json()


def test_a_wrong_setting_is_an_error_and_nothing_is_written(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        store.add(STORY, config=Config(model="no_such_model"))
    assert list(tmp_path.iterdir()) == []


COUNTS = "SELECT count(DISTINCT article.id) AS a, count(*) AS c FROM article JOIN claim ON claim.article = article.id"

# In a process of its own: adds as fast as it can, to be read beside.
WRITER = """
import sys
from itertools import count
from claimcheck import Article, Config, Store
from claimcheck.pipeline import stored
from claimcheck.pipeline.dating import Alone, dated_alone

stored._MOST = 5
for n in count():
    articles = [Article(f"{n}-{k}", "Lumen bought 100 mills.") for k in range(5)]
    Store(sys.argv[1]).add(articles, config=Config(model="none", language="en"))
    print(n, flush=True)
"""


def test_a_notebook_reads_while_a_script_adds(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE) as process:  # noqa: S603
        try:
            assert process.stdout is not None
            process.stdout.readline()
            sizes, end = list[tuple[int, int]](), time.monotonic() + 60
            while len(sizes) < 10 or (sizes[0] == sizes[-1] and time.monotonic() < end):
                found = store.query(COUNTS)
                sizes.append((found["a"][0].as_py(), found["c"][0].as_py()))
                time.sleep(0.1)
        finally:
            process.kill()
    assert all(articles == claims and articles % 5 == 0 for articles, claims in sizes)
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[-1]
