"""`claimcheck add`, `report` of a store and `query`, as a user types them."""

from __future__ import annotations

from pathlib import Path

import pytest

from command import run

TEXTS = {"a": "Lumen paid $3 million for the mill.", "b": "Lumen paid $5 million for the mill."}


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    for name, text in TEXTS.items():
        Path("in", f"{name}.txt").write_text(text, encoding="utf-8")


def test_a_store_is_reported_on_as_its_articles_are() -> None:
    assert run("add", "s.duckdb", "in", "--language", "en") == (0, "s.duckdb: 2 new, 0 changed, 0 as they were\n", "")
    assert run("add", "s.duckdb", "in", "--language", "en") == (0, "s.duckdb: 0 new, 0 changed, 2 as they were\n", "")
    expected = run("report", "in", "--language", "en")
    assert "≠ 1 in conflict" in expected[1]
    assert run("report", "s.duckdb") == expected == (1, expected[1], "")
    assert run("report", "s.duckdb", "--fail-on", "never", "--ignore", "CC1")[0] == 0


def test_a_part_of_a_store_is_reported_on() -> None:
    run("add", "s.duckdb", "in", "--language", "en")
    assert run("report", "s.duckdb", "--where", "id = 'a'") == run("report", "in/a.txt", "--language", "en")
    assert run("report", "s.duckdb", "--where", "id = 'z'") == (
        2, "", "claimcheck: s.duckdb: no article fits --where id = 'z'\n"
    )  # fmt: skip


def test_each_text_of_the_standard_input_is_an_article_of_its_own() -> None:
    counts = [run("add", "s.duckdb", "-", stdin=text)[1] for text in (*TEXTS.values(), TEXTS["a"])]
    assert [line.partition(": ")[2] for line in counts] == [
        "1 new, 0 changed, 0 as they were\n",
        "1 new, 0 changed, 0 as they were\n",
        "0 new, 0 changed, 1 as they were\n",
    ]
    assert (
        run("query", "s.duckdb", "SELECT id FROM article ORDER BY id", "--format", "csv")[1] == "id\nstdin\nstdin-2\n"
    )


def test_a_snapshot_is_reported_on_too() -> None:
    run("add", "s.duckdb", "in")
    assert run("query", "s.duckdb", "--snapshot", "snap") == (0, "", "")
    assert run("report", "snap") == run("report", "s.duckdb")
    assert run("query", "s.duckdb", "--snapshot", "snap") == (
        2, "", "claimcheck: snap: is there already; a snapshot gets a folder of its own\n"
    )  # fmt: skip


def test_a_snapshot_is_not_overwritten() -> None:
    run("add", "s.duckdb", "in")
    run("query", "s.duckdb", "--snapshot", "snap")
    before = Path("snap/claim.parquet").read_bytes()
    error = "claimcheck: snap/claim.parquet: is what the result is made from, and is not overwritten\n"
    assert run("report", "snap", "-o", "snap/claim.parquet") == (2, "", error)
    assert run("query", "snap", "SELECT 1", "--format", "csv", "-o", "snap/claim.parquet") == (2, "", error)
    assert Path("snap/claim.parquet").read_bytes() == before


def test_what_cannot_be_used_is_2_and_the_others_are_added() -> None:
    code, out, err = run("add", "s.duckdb", "in", "nowhere")
    assert (code, out) == (2, "s.duckdb: 2 new, 0 changed, 0 as they were\n")
    assert err == "claimcheck: nowhere: does not exist\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["add", "in/a.txt", "in"], "in/a.txt: cannot be opened"),
        (["add", "s.duckdb", "in", "--jobs", "-1"], "--jobs: "),
        (["report", "s.duckdb", "in"], "s.duckdb: a store is reported on by itself; add the other articles to it"),
        (
            ["report", "in", "--where", "id = 'a'"],
            "--where: it chooses among the articles of a store; name the file of",
        ),
        (["report", "s.duckdb", "-o", "s.duckdb"], "s.duckdb: is what the result is made from, and is not overwritten"),
        (["report", "s.duckdb", "-o", "in/a.txt"], "in/a.txt: is what the result is made from, and is not"),
        (["query", "s.duckdb", "SELECT 1", "-o", "./s.duckdb"], "s.duckdb: is what the result is made from, and is"),
        (
            ["report", "s.duckdb", "--model", "no_such_model", "--scheduler", "tcp://192.0.2.1:5"],
            "--model, --scheduler: s.duckdb holds claims that are extracted already; these options are for claimcheck",
        ),
        (
            ["report", "s.duckdb", "--date", "2025-09-23", "--language", "en", "--jobs", "2"],
            "--date, --language, --jobs: ",
        ),
        (["query", "s.duckdb", "SELECT 1", "--snapshot", "x"], "--snapshot writes whole tables, and takes no SQL"),
        (
            ["query", "s.duckdb", "--snapshot", "x", "-o", "y", "--format", "csv"],
            "--format, --output: a snapshot is Parq",
        ),
        (
            ["query", "s.duckdb", "SELECT 1", "-o", "y.md"],
            "y.md: markdown is not written here; choose one by --format:",
        ),
        (["query", "none.duckdb", "SELECT 1"], "none.duckdb: there is no such store; claimcheck add makes one"),
        (["query", "s.duckdb", "DROP TABLE claim"], "read-only"),
    ],
)
def test_a_mistake_is_one_line(arguments: list[str], told: str) -> None:
    run("add", "s.duckdb", "in")
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert told in err
    assert err.startswith("claimcheck: ")
    assert len(err.splitlines()) == 1
    assert Path("in/a.txt").read_text(encoding="utf-8") == TEXTS["a"]
    assert run("query", "s.duckdb", "SELECT count(*) AS n FROM claim", "--format", "csv")[1] == "n\n2\n"


LINES = """\
{"text": "$3 million", "value": 3000000.0, "source": null}
{"text": "$5 million", "value": 5000000.0, "source": null}
"""


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("text", "text        value      source\n$3 million  3000000.0\n$5 million  5000000.0\n"),
        ("csv", "text,value,source\n$3 million,3000000.0,\n$5 million,5000000.0,\n"),
        ("jsonl", LINES),
    ],
)
def test_rows_are_written(form: str, written: str) -> None:
    run("add", "s.duckdb", "in")
    statement = (
        "SELECT claim.text, value, source FROM claim JOIN article ON article.id = claim.article ORDER BY claim.id"
    )
    assert run("query", "s.duckdb", statement, "--format", form) == (0, written, "")
    assert run("query", "s.duckdb", statement, "--format", form, "-o", "out") == (0, "", "")
    assert Path("out").read_text(encoding="utf-8") == written
    suffix = {"text": "txt"}.get(form, form)
    assert run("query", "s.duckdb", statement, "-o", f"out.{suffix}") == (0, "", "")
    assert Path(f"out.{suffix}").read_text(encoding="utf-8") == written


def test_without_a_statement_the_columns_are_listed() -> None:
    run("add", "s.duckdb", "in")
    lines = [line.split() for line in run("query", "s.duckdb")[1].splitlines()]
    assert lines[:2] == [["table_name", "column_name", "data_type"], ["article", "id", "VARCHAR"]]
    assert ["claim", "value", "DOUBLE"] in lines
    assert {table for table, *_ in lines[1:]} == {"article", "claim"}
