"""The report object: a sequence, look-ups, rows and the graph."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from small_report import REPORT

from claimcheck.model import Severity
from claimcheck.report import FORMATS, Report

if TYPE_CHECKING:
    from collections.abc import Callable


def test_is_a_sequence_of_its_findings() -> None:
    assert [finding.code for finding in REPORT] == ["CC101", "CC103", "CC102", "CC201"]
    assert (len(REPORT), REPORT[-1].code, len(REPORT[1:3])) == (4, "CC201", 2)


def test_repr_counts() -> None:
    assert repr(REPORT) == "<Report: 3 articles, 10 claims, 5 facts, 1 conflict>"


def test_worst_is_the_gravest_severity() -> None:
    assert REPORT.worst is Severity.CONFLICT
    assert replace(REPORT, findings=REPORT.findings[:2]).worst is Severity.WARNING
    assert replace(REPORT, findings=()).worst is None


@pytest.mark.parametrize(
    ("look_up", "known", "message"),
    [
        (Report.article, "a2", "no article 'x' in this report; it starts with a1, a2, a3"),
        (Report.claim, "c7", "no claim 'x' in this report; it starts with c1, c2, c3, c4, c5"),
        (Report.fact, "f5", "no fact 'x' in this report; it starts with f1, f2, f3, f4, f5"),
    ],
)
def test_looks_up_by_id(look_up: Callable[[Report, str], object], known: str, message: str) -> None:
    assert getattr(look_up(REPORT, known), "id", None) == known
    with pytest.raises(KeyError, match=message):
        look_up(REPORT, "x")


def test_rows_are_flat_and_exact() -> None:
    rows = REPORT.rows()
    assert len(rows) == 10
    assert list(rows[0]) == [
        "article", "source", "published", "text", "start", "end", "kind", "value", "low", "high", "unit", "bound",
        "earliest", "latest", "status", "subject", "predicate", "object", "measure", "fact", "verdict",
    ]  # fmt: skip
    cap, phase = rows[5], rows[6]
    assert (cap["value"], cap["low"], cap["bound"], cap["fact"]) == (Decimal(10**11), None, "at_most", "f4")
    assert (phase["earliest"], phase["kind"], phase["verdict"]) == (date(2026, 7, 1), "date", "refines")


def test_graph_survives_a_graph_file() -> None:
    graph = REPORT.to_graph()
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (10, 3)
    file = BytesIO()
    nx.write_graphml(graph, file)
    file.seek(0)
    read = nx.read_graphml(file)
    assert read.nodes["c2"]["high"] == 1e11
    assert "low" not in read.nodes["c2"]
    assert read.edges["c1", "c5"]["weight"] == 6.5
    assert "language -0.5: Two languages." in read.edges["c1", "c5"]["evidence"]
    assert "name⟨U+0000⟩ Corvid" in read.edges["c3", "c8"]["evidence"]


def test_graph_text_is_visible() -> None:
    claim = replace(REPORT.claims[0], text="\x1b[31m10")
    assert replace(REPORT, claims=(claim,), links=()).to_graph().nodes["c1"]["text"] == "⟨U+001B⟩[31m10"


@pytest.mark.parametrize(
    ("name", "start"), [("text", "claimcheck  3 art"), ("json", "{\n"), ("html", "<!doctype html>")]
)
def test_formats(name: str, start: str) -> None:
    assert list(FORMATS) == ["text", "json", "html"]
    assert FORMATS[name](REPORT).startswith(start)


@pytest.mark.parametrize("name", ["text", "json", "html"])
def test_an_empty_report_can_be_given_out(name: str) -> None:
    assert FORMATS[name](Report((), (), (), (), ()))


def test_importing_the_stage_loads_no_library() -> None:
    code = "import claimcheck.report, sys; print({'rich', 'jinja2', 'pydantic', 'networkx'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert run.stdout == "set()\n"
