"""The formats for other programs: what they hold, and that no word of an article can break out of it."""

from __future__ import annotations

import csv
import json
import os
import re
from dataclasses import replace
from decimal import Decimal
from html import unescape
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import jsonschema
import networkx as nx
import pytest
from small_report import HOSTILE, REPORT

from claimcheck.errors import InputError
from claimcheck.model import Base, Finding, Quantity, Severity, codes
from claimcheck.report import Report

SCHEMA = os.environ.get("CLAIMCHECK_SARIF_SCHEMA")
"""The JSON Schema of SARIF 2.1.0 that OASIS publishes; the repository does not hold it."""


CENTS = Decimal("0.26")
CONFLICT = next(finding for finding in REPORT if finding.severity is Severity.CONFLICT)
TYPES = ("article", "claim", "fact", "finding", "link", "problem")


def written(form: str, report: Report = REPORT) -> str:
    text = report.render(form)
    assert isinstance(text, str)
    return text


def hostile(words: str) -> Report:
    """The report with other words for the claim of the hostile article."""
    claims = tuple(replace(claim, text=words) if claim.article == HOSTILE.id else claim for claim in REPORT.claims)
    return replace(REPORT, claims=claims)


# ---------------------------------------------------------------- Markdown


def test_markdown_quotes_each_claim_in_bold_with_its_place() -> None:
    lines = written("markdown").splitlines()
    place = next(number for number, line in enumerate(lines) if "gazette.txt:3:134" in line)
    assert lines[place - 1] == "> Corvid is to put **up to $40 billion** into Lumen as each gigawatt goes online.  "
    assert "## Conflicts" in lines


@pytest.mark.parametrize("markup", ["<script>", "<b>Wire", "[red]", "\x1b", "\u202e", " @", " #1"])
def test_nothing_in_an_article_is_markup_in_markdown(markup: str) -> None:
    article = replace(HOSTILE, text=HOSTILE.text.replace("Breaking", "Breaking by @somebody in #1"))
    text = written("markdown", replace(REPORT, articles=(*REPORT.articles[:2], article)))
    assert markup not in re.sub(r"^#.*$", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("address", ["https://deal.example/a", "FTP://deal.example", "www.deal.example", "WWW.d.de"])
def test_no_address_in_an_article_is_a_link_in_markdown(address: str) -> None:
    article = replace(HOSTILE, text=HOSTILE.text.replace("Breaking", f"Breaking on {address} now"))
    text = written("markdown", replace(REPORT, articles=(*REPORT.articles[:2], article)))
    assert address not in text
    assert address in unescape(text)


def test_a_remark_on_a_claim_that_stands_alone_is_in_markdown() -> None:
    remarks = tuple(Finding("CC305", Severity.INFO, "f1", why, ("c4",)) for why in ("Counted | by itself.", "Old."))
    text = written("markdown", replace(REPORT, findings=remarks))
    (row,) = (line for line in text.splitlines() if "60 million" in line)
    assert row.endswith("| The Gazette | gazette.txt:4:14 | Counted \\| by itself. (CC305)<br>Old. (CC305) |")


# ---------------------------------------------------------------- JSON lines


def test_json_lines_hold_the_records_of_the_json() -> None:
    lines = [json.loads(line) for line in written("jsonl").splitlines()]
    whole = json.loads(written("json"))
    assert lines[0]["type"] == "report"
    assert lines[0]["schema"] == whole["schema"]
    for name in ("article", "claim", "fact", "finding", "link", "problem"):
        records = [
            {key: value for key, value in line.items() if key != "type"} for line in lines if line["type"] == name
        ]
        assert records == whole[f"{name}s"]
    assert len(lines) == 1 + sum(len(whole[f"{name}s"]) for name in TYPES)


# ---------------------------------------------------------------- CSV, Parquet


def test_csv_holds_the_rows() -> None:
    rows = list(csv.DictReader(StringIO(written("csv"))))
    assert [row["text"] for row in rows] == [claim.text for claim in REPORT.claims]
    assert rows[5]["high"] == "40000000000"
    assert rows[5]["low"] == ""


AMOUNTS = [
    (Quantity(Decimal(34), Decimal(34), Decimal(34), "year_of_age"), "34", "year"),
    (Quantity(Decimal(26), Decimal(26), Decimal(26), "cent", base=Base(CENTS, CENTS, "USD", CENTS)), "0.26", "USD"),
    (Quantity(Decimal(26), Decimal(26), Decimal(26), "cent"), "26", "cent"),
    (Quantity(Decimal(10), Decimal(10), None, "gigawatt", base=Base(Decimal(10**10), None, "watt")), "10", "gigawatt"),
]


@pytest.mark.parametrize(("quantity", "number", "unit"), AMOUNTS)
def test_csv_and_json_give_an_amount_in_one_unit(quantity: Quantity, number: str, unit: str) -> None:
    report = replace(REPORT, claims=(replace(REPORT.claims[0], quantity=quantity),), facts=(), links=(), findings=())
    (row,) = csv.DictReader(StringIO(written("csv", report)))
    (record,) = json.loads(written("json", report))["claims"]
    assert (row["value"], row["low"], row["unit"]) == (number, number, unit)
    assert (record["quantity"]["value"], record["quantity"]["unit"]) == (float(number), unit)


@pytest.mark.parametrize("words", ["=1+1", "+1", "-5 percent", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_no_cell_is_a_formula(words: str) -> None:
    rows = list(csv.DictReader(StringIO(written("csv", hostile(words)), newline="")))
    texts = [row["text"] for row in rows if row["article"] == HOSTILE.id]
    assert set(texts) == {f"'{words}"}


def test_parquet_holds_the_rows() -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra notebook is not installed")
    content = REPORT.render("parquet")
    assert isinstance(content, bytes)
    table = parquet.read_table(BytesIO(content))
    assert table["text"].to_pylist() == [claim.text for claim in REPORT.claims]


# ---------------------------------------------------------------- SARIF, GitHub


def sarif(report: Report = REPORT) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(written("sarif", report))["runs"][0]
    return run


def test_sarif_points_at_the_claims() -> None:
    run = sarif()
    assert [result["ruleId"] for result in run["results"]] == [finding.code for finding in REPORT]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == list(codes())
    conflict = run["results"][REPORT.index(CONFLICT)]
    assert conflict["level"] == "error"
    claim = REPORT.claim(CONFLICT.claims[0])
    article = REPORT.article(claim.article)
    place = conflict["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == article.path
    line = article.text.split("\n")[place["region"]["startLine"] - 1]
    assert line[place["region"]["startColumn"] - 1 : place["region"]["endColumn"] - 1] == claim.text
    assert len(conflict["relatedLocations"]) == len(CONFLICT.claims) - 1


@pytest.mark.parametrize("severity", Severity)
def test_sarif_levels(severity: Severity) -> None:
    finding = Finding("CC301", severity, None, "Why.", ())
    (result,) = sarif(replace(REPORT, findings=(finding,)))["results"]
    assert result["level"] == {"conflict": "error", "warning": "warning", "info": "note"}[severity]
    assert [place["physicalLocation"]["region"] for place in result["locations"]] == [{"startLine": 1}]


def test_sarif_names_problems_and_files_that_hold_no_plain_text() -> None:
    articles = tuple(replace(article, path="a folder/ä.json", line=None) for article in REPORT.articles)
    run = sarif(replace(REPORT, articles=articles, problems=(InputError("is empty", "b.txt"),)))
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == "b.txt: is empty"
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "a%20folder/%C3%A4.json"}}


def test_sarif_fingerprints_stay_when_lines_move() -> None:
    moved = tuple(
        replace(
            claim, start=claim.start + 2, end=claim.end + 2, sentence=(claim.sentence[0] + 2, claim.sentence[1] + 2)
        )
        for claim in REPORT.claims
    )
    articles = tuple(replace(article, text=f"\n\n{article.text}") for article in REPORT.articles)
    marks = [
        [result["partialFingerprints"] for result in sarif(report)["results"]]
        for report in (REPORT, replace(REPORT, claims=moved, articles=articles))
    ]
    assert marks[0] == marks[1]
    assert len({mark["claimcheck/v1"] for mark in marks[0]}) == len(REPORT)


@pytest.mark.skipif(SCHEMA is None, reason="CLAIMCHECK_SARIF_SCHEMA names no schema of SARIF 2.1.0")
@pytest.mark.parametrize("report", [REPORT, Report((), (), (), (), ())])
def test_sarif_follows_its_schema(report: Report) -> None:
    jsonschema.validate(json.loads(written("sarif", report)), json.loads(Path(str(SCHEMA)).read_text(encoding="utf-8")))


def test_github_annotates_conflicts_and_warnings() -> None:
    lines = written("github").splitlines()
    loud = [finding for finding in REPORT if finding.severity is not Severity.INFO]
    assert [line.split(" ")[0] for line in lines] == [
        {"conflict": "::error", "warning": "::warning"}[finding.severity] for finding in loud
    ]
    place = r"file=[a-z]+\.txt,line=\d+,endLine=\d+,col=\d+,endColumn=\d+"
    assert all(re.fullmatch(rf"::\w+ {place},title=claimcheck CC\d+::.+", line) for line in lines)


@pytest.mark.parametrize(
    ("path", "why", "line"),
    [
        ("a,b:c%.txt", "Why.", "file=a%2Cb%3Ac%25.txt,"),
        ("\x1b[31m\x9b.txt", "Why.", "file=%1B[31m%9B.txt,"),
        ("a.txt", "100 %\n::error::gone", "::100 %25 ::error::gone"),
        ("a.txt", "a\r\nb", "::a b"),
    ],
)
def test_no_text_ends_a_command(path: str, why: str, line: str) -> None:
    articles = tuple(replace(article, path=path) for article in REPORT.articles)
    findings = (replace(CONFLICT, why=why),)
    (found,) = written("github", replace(REPORT, articles=articles, findings=findings)).splitlines()
    assert line in found
    assert found.startswith("::error file=")


# ---------------------------------------------------------------- graphs, JSON-LD


def test_graph_files_hold_the_graph() -> None:
    graph = REPORT.to_graph()
    read = nx.read_graphml(BytesIO(written("graphml").encode()))
    assert sorted(read.nodes) == sorted(graph.nodes)
    assert {frozenset(edge) for edge in read.edges} == {frozenset(edge) for edge in graph.edges}
    linked = json.loads(written("nodelink"))
    assert set(linked) >= {"nodes", "edges"}
    assert nx.utils.graphs_equal(nx.node_link_graph(linked, edges="edges"), graph)


def test_a_graph_file_can_be_read_whatever_the_ids_are() -> None:
    ids = ["\x1b[31m", "a b", "a  b", "\uffff"]
    claims = tuple(replace(REPORT.claims[0], id=name) for name in ids)
    report = replace(REPORT, claims=claims, facts=(), findings=(), links=(replace(REPORT.links[0], a="a b", b="a  b"),))
    read = nx.read_graphml(BytesIO(report.render("graphml").encode()))  # type: ignore[union-attr]
    assert [*read.nodes] == ["⟨U+001B⟩[31m", "a b", "a b'", "⟨U+FFFF⟩"]
    assert [*read.edges] == [("a b", "a b'")]


def test_json_ld_says_who_claims_what_and_where() -> None:
    document = json.loads(written("jsonld"))
    assert document["@context"] == "https://schema.org"
    nodes = {node["@id"]: node for node in document["@graph"]}
    assert len(nodes) == len(REPORT.articles) + len(REPORT.claims)
    claim = next(node for node in nodes.values() if node.get("name") == "up to $40 billion")
    assert claim["@type"] == "Claim"
    assert claim["text"] == "Corvid is to put up to $40 billion into Lumen as each gigawatt goes online."
    article = nodes[claim["appearance"]["@id"]]
    assert article["datePublished"] == "2025-09-22"
    assert article["url"] == "https://gazette.example/lumen"
    assert [node.get("datePublished") for node in nodes.values() if node.get("inLanguage") == "fr"] == [None]
    assert all("javascript" not in str(node.get("url")) for node in nodes.values())
