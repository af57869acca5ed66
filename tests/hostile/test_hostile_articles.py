"""Articles made by a program, and records that look like paths, markup or each other."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

import claimcheck
from claimcheck import Article, InputError, Store
from claimcheck.config import Format
from command import run

HALF = "\ud800"
GOOD = Article("good", "The bridge in Velme cost 30 million euros.", language="en")
BAD = Article("bad", "The bridge in Velme cost 40 million euros.", language="en")


@pytest.mark.parametrize("field", ["id", "text", "source", "title", "url", "language", "path"])
def test_half_a_surrogate_pair_is_one_problem_of_one_article(field: str, tmp_path: Path) -> None:
    changed: dict[str, Any] = {field: f"a {HALF}"}
    articles = [replace(BAD, **changed), GOOD]
    report = claimcheck.reconcile(articles)
    added = Store(tmp_path / "s.duckdb").add(articles)
    place = "a \\ud800" if field in {"id", "path"} else "bad"
    message = f'{place}: "{field}": holds half of a surrogate pair at character 2'
    assert [str(problem) for problem in report.problems] == [str(problem) for problem in added.problems] == [message]
    assert [article.id for article in report.articles] == ["good"]
    assert added.new == 1


@pytest.mark.parametrize("door", [claimcheck.extract, claimcheck.quantities, claimcheck.times])
def test_half_a_surrogate_pair_in_a_text_is_told(door: Callable[..., Any]) -> None:
    with pytest.raises(InputError, match=r"^text: \"text\": holds half of a surrogate pair at character 10$"):
        door(f"It cost 5 {HALF} euros.", language="en")


IDS = [
    "../../x", "/etc/passwd", "..", ".", "C:\\x", "a/b", "a\nb", "a\tb", "a b", "a  b", "=1+1", "</script>", "\x1b[31m",
    "[red]", "a#b", "-", "con", "\u202eabc", "::error::x", "%0A", "x" * 4000, "", " ", "a:1", "a", "a", "a", "a-2", "ﬁ",
    "\uffff",
]  # fmt: skip


COUNTS: dict[str, Callable[[Path], int]] = {
    "json": lambda out: len({article["id"] for article in json.loads(out.read_text(encoding="utf-8"))["articles"]}),
    "jsonl": lambda out: sum(json.loads(line)["type"] == "article" for line in out.read_bytes().splitlines()),
    "csv": lambda out: len([*csv.DictReader(StringIO(out.read_bytes().decode()))]),
    "store": lambda out: Store(out).query("SELECT count(*) AS n FROM article").to_pylist()[0]["n"],
}
"""How many articles a file of that form holds; each has one claim."""


@pytest.mark.usefixtures("in_folder")
@pytest.mark.parametrize("form", [*Format, "store"])
def test_no_id_is_a_path(form: str) -> None:
    """Whatever ids a feed brings, what is written is the one file that was named, and no article is lost."""
    Path("in").mkdir()
    records = [
        json.dumps({"id": name, "text": f"The bridge cost {at} euros.", "language": "en"})
        for at, name in enumerate(IDS)
    ]
    Path("in/a.jsonl").write_text("\n".join(records), encoding="utf-8")
    command = ["add", "out", "in"] if form == "store" else ["report", "in", "--format", form, "-o", "out"]
    code, _, problems = run(*command)
    assert code in {0, 1}
    assert problems == ""
    assert sorted(path.as_posix() for path in Path().rglob("*")) == ["in", "in/a.jsonl", "out"]
    if (count := COUNTS.get(form)) is not None:
        assert count(Path("out")) == len(IDS)
