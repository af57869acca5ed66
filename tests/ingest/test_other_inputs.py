"""Records of other tools, CSV, web pages, patterns and the standard input."""

from __future__ import annotations

import io
import json
import os
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from claimcheck.errors import InputError, MissingExtraError
from claimcheck.ingest import read
from claimcheck.model import Article, DateBasis
from claimcheck.report import Report
from reading import read_all

pytestmark = pytest.mark.usefixtures("in_folder")


def known(name: str, text: str, **fields: Any) -> Article:
    basis = DateBasis.METADATA if "published" in fields else DateBasis.UNKNOWN
    return Article(name, text, published_from=basis, line=None, **fields)


RECORDS = [
    pytest.param(
        {
            "title": "T", "author": "A", "hostname": "gazette.example", "date": "2025-09-22", "id": None,
            "source": "https://gazette.example/a", "source-hostname": "The Gazette", "raw_text": "10 GW",
            "text": "10 GW.", "language": "en",
        },
        known("a", "10 GW.", source="The Gazette", url="https://gazette.example/a", title="T", language="en",
              published=date(2025, 9, 22), path="a.json"),
        id="trafilatura",
    ),
    pytest.param(
        {"hostname": "gazette.example", "source-hostname": None, "raw_text": "10 GW", "text": None},
        known("a", "10 GW", source="gazette.example", path="a.json"),
        id="trafilatura without a name and formatted text",
    ),
    pytest.param(
        {
            "maintext": "10 GW.", "date_publish": "2025-09-22 09:00:00", "date_download": "2025-09-24 09:00:00",
            "source_domain": "gazette.example", "language": "en", "title": "T", "url": "https://gazette.example/a",
        },
        known("a", "10 GW.", source="gazette.example", url="https://gazette.example/a", title="T", language="en",
              published=date(2025, 9, 22), path="a.json"),
        id="news-please",
    ),
    pytest.param(
        {
            "uri": "https://agency.example/1", "headline": "T", "body_text": "10 GW.", "language": "en",
            "versioncreated": "2025-09-23T10:00:00Z", "firstcreated": "2025-09-22T10:00:00Z",
            "copyrightholder": "Agency",
        },
        known("https://agency.example/1", "10 GW.", source="Agency", url="https://agency.example/1", title="T",
              language="en", published=date(2025, 9, 22), path="a.json"),
        id="ninjs 1",
    ),
    pytest.param(
        {
            "uri": "urn:1", "headlines": [{"role": "main", "value": "T"}], "infosources": [{"name": "Agency"}],
            "bodies": [{"contenttype": "text/html", "value": "<p>"}, {"contenttype": "text/plain", "value": "10 GW."}],
        },
        known("urn:1", "10 GW.", source="Agency", title="T", path="a.json"),
        id="ninjs 2",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("record", "article"), RECORDS)
def test_the_records_of_other_tools_are_known(record: dict[str, object], article: Article) -> None:
    Path("a.json").write_text(json.dumps(record), encoding="utf-8")
    assert read_all("a.json") == ([article], [])


def test_a_record_of_another_tool_without_a_text_is_a_problem() -> None:
    Path("a.json").write_text(json.dumps({"bodies": "10 GW", "infosources": 3}), encoding="utf-8")
    articles, problems = read_all("a.json")
    assert articles == []
    assert problems[0].startswith('a.json: "text": ')


def test_rows_are_articles() -> None:
    Path("a.csv").write_text(
        'Text,source,date,rating\n"10 GW.\nMore.",Gazette,2025-09-22,5\n,Wire,,\n"11 GW.",Wire\n1,2,3,4,5\n', "utf-8"
    )
    assert read_all("a.csv") == (
        [
            known("a", "10 GW.\nMore.", source="Gazette", published=date(2025, 9, 22), path="a.csv"),
            known("a-2", "11 GW.", source="Wire", path="a.csv"),
        ],
        ['a.csv:4: "text": is empty', "a.csv:6: has 5 cells under a head of 4"],
    )


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ("text,source-hostname", "agency.example"),
        ("body_text,usageterms", None),
        ("maintext,source_domain", "agency.example"),
    ],
)
def test_a_head_may_be_that_of_another_tool(head: str, source: str | None) -> None:
    Path("a.csv").write_text(f"{head}\n10 GW.,agency.example\n", encoding="utf-8")
    assert read_all("a.csv") == ([known("a", "10 GW.", source=source, path="a.csv")], [])


NO_TABLES = [
    ("name,date\na,b\n", 'a.csv:1: has no column "text", only name, date'),
    ('text\n"a', "a.csv:2: is not CSV from here on, and nothing more is read: unexpected end of data"),
    ("text\n", "a.csv: has a head and no row"),
    ("text,Text\na,b\n", 'a.csv:1: has two columns "text"'),
    ("date,text,Date\n2025-09-22,b,2025-09-23\n", 'a.csv:1: has two columns "date"'),
    ("maintext,date_publish,date_publish\na,b,c\n", 'a.csv:1: has two columns "date_publish"'),
    ("claim,article,text,verdict\na,b,c,d\n", "a.csv:1: is a table of claims that claimcheck wrote, not of articles"),
]


@pytest.mark.parametrize(("content", "problem"), NO_TABLES)
def test_a_table_without_articles_is_a_problem(content: str, problem: str) -> None:
    Path("a.csv").write_text(content, encoding="utf-8")
    assert read_all("a.csv") == ([], [problem])


def test_columns_that_are_not_read_may_have_one_name() -> None:
    Path("a.csv").write_text("note,text,note\na,10 GW,b\n", encoding="utf-8")
    assert read_all("a.csv") == ([known("a", "10 GW", path="a.csv")], [])


def test_rows_before_a_mistake_are_kept() -> None:
    Path("a.csv").write_text('text\n"10\nGW"\n\n"11 GW" x\n12 GW\n', encoding="utf-8")
    articles, problems = read_all("a.csv")
    assert [article.text for article in articles] == ["10\nGW"]
    assert problems == ["a.csv:5: is not CSV from here on, and nothing more is read: ',' expected after '\"'"]


def test_a_cell_may_be_long() -> None:
    text = "10 GW. " * 50_000
    Path("a.csv").write_text(f"text\n{text}\n", encoding="utf-8")
    assert [article.text for article in read_all("a.csv")[0]] == [text]


def test_csv_in_a_folder_is_left_alone() -> None:
    Path("a.csv").write_text("text\n10 GW\n", encoding="utf-8")
    Path("b.txt").write_text("10 GW", encoding="utf-8")
    assert [article.path for article in read_all(".")[0]] == ["b.txt"]


PAGE = """<!doctype html><html lang="en"><head><title>Plant | The Gazette</title>
<meta property="og:site_name" content="The Gazette"><meta property="article:published_time" content="2025-09-22">
<link rel="canonical" href="https://gazette.example/plant"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Plant</h1>
<p>Corvid will build a plant for 30 million dollars in the north of the country, as its head said on Monday.</p>
<p>Some 400 people will work there in two years from now, according to the plans that the town has seen.</p>
</article><footer>Imprint</footer></body></html>
"""


def test_the_article_of_a_page_is_found() -> None:
    pytest.importorskip("trafilatura", reason="the extra web is not installed")
    Path("a.html").write_text(PAGE, encoding="utf-8")
    (article,), problems = read_all("a.html")
    assert problems == []
    assert "30 million dollars" in article.text
    assert "Imprint" not in article.text
    assert (article.source, article.published, article.url) == (
        "The Gazette", date(2025, 9, 22), "https://gazette.example/plant",
    )  # fmt: skip
    assert article.line is None


NO_PAGES = [
    ("<html><body></body></html>", "a.html: holds no article that can be told from the rest of the page"),
    ('<meta name="generator" content="claimcheck 1">', "a.html: is a report of claimcheck, not an article"),
]


@pytest.mark.parametrize(("content", "problem"), NO_PAGES)
def test_a_page_without_an_article_is_a_problem(content: str, problem: str) -> None:
    pytest.importorskip("trafilatura", reason="the extra web is not installed")
    Path("a.html").write_text(content, encoding="utf-8")
    assert read_all("a.html") == ([], [problem])


def test_a_report_that_we_wrote_is_no_article() -> None:
    pytest.importorskip("trafilatura", reason="the extra web is not installed")
    Path("report.html").write_text(Report((), (), (), (), ()).to_html(), encoding="utf-8")
    assert read_all("report.html") == ([], ["report.html: is a report of claimcheck, not an article"])


def test_a_page_needs_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    Path("a.html").write_text(PAGE, encoding="utf-8")
    Path("b.txt").write_text("10 GW", encoding="utf-8")
    articles, problems = read_all("a.html", "b.txt")
    assert [article.id for article in articles] == ["b"]
    assert problems == ["a.html: is HTML, which needs trafilatura; the extra 'web' of claimcheck installs it"]


def test_a_pattern_stands_for_the_files_that_it_matches() -> None:
    for name in ("b1.txt", "b2.txt", "c.txt"):
        Path(name).write_text("10 GW", encoding="utf-8")
    assert [article.path for article in read_all("b*.txt", "b1.txt")[0]] == ["b1.txt", "b2.txt"]
    assert read_all("d*.txt") == ([], ["d*.txt: matches no file"])
    Path("[1].txt").write_text("10 GW", encoding="utf-8")
    assert [article.path for article in read_all("[1].txt")[0]] == ["[1].txt"]
    Path("folder").mkdir()
    long = f"*/{'x' * 300}"
    assert read_all(long) == ([], [f"{long}: cannot be read: File name too long"])


PATTERNS = [
    (".d/*.txt", [".d/a.txt"]),
    ("{}/.d/*.txt", [".d/a.txt"]),
    (".d/.*.txt", [".d/.b.txt"]),
    (".*/*.txt", [".d/a.txt"]),
    ("e/**/*.txt", ["e/c.txt", "e/f/d.txt"]),
    ("**/.g/*.txt", ["e/.g/h.txt"]),
    ("**/*.txt", ["e/c.txt", "e/f/d.txt"]),
    ("e/f/../.g/*.txt", ["e/f/../.g/h.txt"]),
    ("**", ["e/c.txt", "e/f/d.txt"]),
]


@pytest.mark.parametrize(("pattern", "matched"), PATTERNS)
def test_a_pattern_asks_for_hidden_files_part_by_part(pattern: str, matched: list[str], tmp_path: Path) -> None:
    for name in (".d/a.txt", ".d/.b.txt", "e/c.txt", "e/f/d.txt", "e/.g/h.txt", "e/.g/.i.txt"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("10 GW", encoding="utf-8")
    articles, problems = read_all(pattern.format(tmp_path))
    assert [os.path.relpath(article.path or "") for article in articles] == [os.path.normpath(name) for name in matched]
    assert problems == []


STREAMS = [
    pytest.param("10 GW", ["10 GW"], id="text"),
    pytest.param("---\nlanguage: en\n---\n10 GW", ["10 GW"], id="front matter"),
    pytest.param('{"text": "10 GW"}\n{"text": "11 GW"}\n', ["10 GW", "11 GW"], id="JSON lines"),
    pytest.param('{\n"text": "10 GW"\n}\n', ["10 GW"], id="a JSON object"),
    pytest.param('[{"text": "10 GW"}]', ["10 GW"], id="a JSON array"),
]


@pytest.mark.parametrize(("content", "texts"), STREAMS)
def test_a_dash_is_the_standard_input(content: str, texts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    articles, problems = read_all("-")
    assert problems == []
    assert [article.text for article in articles] == texts
    assert {article.path for article in articles} == {"<stdin>"}


def test_a_bad_standard_input_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert read_all("-") == ([], ["<stdin>: is empty"])
    monkeypatch.setattr("sys.stdin", None)  # as Python has it where the shell was told `<&-`
    assert read_all("-") == ([], ["<stdin>: is closed"])


def test_a_standard_input_that_cannot_be_read_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=SimpleNamespace(read=refuse)))
    assert read_all("-") == ([], ["<stdin>: cannot be read: Input/output error"])


# ---------------------------------------------------------------- data frames

COLUMNS = {
    "text": ["10 GW.", "11 GW.", ""],
    "date": [date(2025, 9, 22), None, None],
    "source": ["Gazette", None, "Wire"],
    "rating": [1.5, None, 2.0],
}


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_a_frame_holds_articles(library: str) -> None:
    module = pytest.importorskip(library, reason="no data frames of this library")
    pytest.importorskip("narwhals", reason="the extra notebook is not installed")
    make = module.table if library == "pyarrow" else module.DataFrame
    problems: list[InputError] = []
    articles = read(make(COLUMNS), on_problem=problems.append)
    assert articles == [
        known("row1", "10 GW.", source="Gazette", published=date(2025, 9, 22)),
        known("row2", "11 GW."),
    ]
    assert [str(problem) for problem in problems] == ['row 3: "text": is empty']


@pytest.mark.parametrize(
    ("columns", "problem"),
    [
        (["texte", "date"], 'the data frame has no column "text", only texte, date'),
        (["text", "text"], "the data frame cannot be read: Expected unique column names, got: - 'text' 2 times"),
    ],
)
def test_a_frame_without_articles_is_one_problem(columns: list[str], problem: str) -> None:
    pandas = pytest.importorskip("pandas", reason="no data frames of this library")
    pytest.importorskip("narwhals", reason="the extra notebook is not installed")
    problems: list[InputError] = []
    frame = pandas.DataFrame([["10 GW.", "2025-09-22"]] * 3, columns=columns)
    assert read(frame, on_problem=problems.append) == []
    assert [str(found) for found in problems] == [problem]


def test_a_frame_needs_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    class Frame:
        def __arrow_c_stream__(self) -> None: ...

    monkeypatch.setitem(sys.modules, "narwhals", None)
    with pytest.raises(MissingExtraError, match=r"^a data frame needs narwhals, which the extra 'notebook'"):
        read(Frame(), on_problem=print)
