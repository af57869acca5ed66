"""Any text whatever: every format can be written, and every quote of it stands where it says."""

from __future__ import annotations

import csv
import json
import re
from io import BytesIO, StringIO
from xml.etree import ElementTree as ET

from hypothesis import example, given, settings
from hypothesis import strategies as st

import claimcheck
from claimcheck import Article, Report
from claimcheck.report import FORMATS

SIGNS = st.sampled_from([
    "\u202e", "\u200b", "\u200d", "\x1b[31m", "\0", "\uffff", "\u2028", "\r", "</script>", "[red]", "=1+1", "](x)", "|",
    "%0A::",
])  # fmt: skip
CLAIMS = st.sampled_from(["It cost 30 million euros. ", "It killed 5 people. ", "It opened on 3 March 2024. "])
PIECES = CLAIMS | SIGNS | st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
texts = st.lists(PIECES, min_size=1, max_size=8).map("".join)
labels = st.lists(SIGNS | st.text(st.characters(exclude_categories=["Cs"]), max_size=5), max_size=3).map("".join)


def reported(text: str, label: str) -> Report:
    first = Article(f"a{label}", text, label, f"https://{label}", label, language="en", path=f"{label}/a.txt")
    return claimcheck.reconcile([first, Article("b", "It cost 40 million euros.", "B", language="en")])


NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")


@given(texts, labels)
@example("It cost 30 million euros.", "\x1b\uffff")
@settings(max_examples=40)
def test_every_format_holds_any_text(text: str, label: str) -> None:
    report = reported(text, label)
    written = {name: report.render(name) for name in FORMATS if name != "parquet"}
    for content in written.values():
        assert isinstance(content, str)
        content.encode()
    assert all("\x1b" not in str(written[name]) for name in ("text", "html", "markdown", "github"))
    assert str(written["html"]).count("<script") == 1
    for name in ("json", "sarif", "nodelink", "jsonld"):
        json.loads(str(written[name]))
    assert len([json.loads(line) for line in str(written["jsonl"]).split("\n")[:-1]]) > len(report.claims)
    cells = [*csv.reader(StringIO(str(written["csv"]), newline=""))]
    assert len(cells) == len(report.claims) + 1
    texts_of = [cell for row in cells for cell in row if NUMBER.fullmatch(cell) is None]  # "-0.25" is no formula
    assert not [cell for cell in texts_of if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]
    graph = ET.parse(BytesIO(str(written["graphml"]).encode()))  # noqa: S314  # we wrote it
    assert len(graph.findall(".//{*}node")) == len(report.claims)


@given(texts, labels)
@settings(max_examples=60)
def test_every_quote_of_a_report_stands_where_it_says(text: str, label: str) -> None:
    report = reported(text, label)
    found = json.loads(report.to_json())
    whole = {article.id: article.text for article in report.articles}
    assert all(whole[claim["article"]][claim["start"] : claim["end"]] == claim["text"] for claim in found["claims"])
    for row in report.rows():
        line = whole[row["article"]].split("\n")[row["line"] - 1]
        assert line[row["column"] - 1 :].startswith(row["text"].split("\n")[0])
