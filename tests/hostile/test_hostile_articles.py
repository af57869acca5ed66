"""Articles made by a program, and records that look like paths, markup or each other."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import claimcheck
from claimcheck import Article, InputError, Store
from claimcheck.cli import app
from claimcheck.config import Format

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
    result = CliRunner().invoke(app, command, prog_name="claimcheck", catch_exceptions=False)
    assert (result.exit_code in {0, 1}, result.stderr) == (True, "")
    assert sorted(path.as_posix() for path in Path().rglob("*")) == ["in", "in/a.jsonl", "out"]
    if form == "json":
        articles = json.loads(Path("out").read_text(encoding="utf-8"))["articles"]
        assert len({article["id"] for article in articles}) == len(IDS)
