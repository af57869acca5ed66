"""The report object: a sequence, look-ups, rows and the graph."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from small_report import REPORT

from claimcheck.config import Format
from claimcheck.errors import MissingExtraError
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
        "claim", "article", "source", "published", "text", "start", "end", "line", "column", "kind", "value", "low",
        "high", "unit", "bound", "scope", "earliest", "latest", "status", "subject", "predicate", "object", "measure",
        "condition", "attribution", "fact", "verdict",
    ]  # fmt: skip
    cap, phase = rows[5], rows[6]
    assert (cap["value"], cap["low"], cap["bound"], cap["fact"]) == (Decimal(40 * 10**9), None, "at_most", "f4")
    assert (phase["earliest"], phase["kind"], phase["verdict"]) == (date(2026, 7, 1), "date", "refines")


def test_graph_survives_a_graph_file() -> None:
    graph = REPORT.to_graph()
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (10, 3)
    file = BytesIO()
    nx.write_graphml(graph, file)
    file.seek(0)
    read = nx.read_graphml(file)
    assert read.nodes["c2"]["high"] == 4e10
    assert "low" not in read.nodes["c2"]
    assert read.edges["c1", "c5"]["weight"] == 6.5
    assert "language -0.5: Two languages." in read.edges["c1", "c5"]["evidence"]
    assert "name⟨U+0000⟩ Corvid" in read.edges["c3", "c8"]["evidence"]


def test_graph_text_is_visible() -> None:
    claim = replace(REPORT.claims[0], text="\x1b[31m10")
    assert replace(REPORT, claims=(claim,), links=()).to_graph().nodes["c1"]["text"] == "⟨U+001B⟩[31m10"


SELECTIONS: list[tuple[list[str], list[str], list[str]]] = [
    ([], [], ["CC101", "CC103", "CC102", "CC201"]),
    (["CC1"], [], ["CC101", "CC103", "CC102"]),
    ([], ["CC1"], ["CC201"]),
    (["CC1"], ["CC102", "CC103"], ["CC101"]),
    (["CC102"], ["CC1"], ["CC102"]),
    (["CC1", "CC2"], ["CC1"], ["CC201"]),
    (["CC3"], [], []),
    (["cc1"], ["cc103"], ["CC101", "CC102"]),
]


@pytest.mark.parametrize(("select", "ignore", "codes"), SELECTIONS)
def test_findings_are_selected_by_code(select: list[str], ignore: list[str], codes: list[str]) -> None:
    report = REPORT.selected(select, ignore)
    assert [finding.code for finding in report] == codes
    told = {finding.fact for finding in REPORT}
    kept = {finding.fact for finding in report}
    wanted = [f.id for f in REPORT.facts if f.id in kept or (not select and f.id not in told)]
    assert [fact.id for fact in report.facts] == wanted
    assert report.claims == REPORT.claims


@pytest.mark.parametrize("name", ["select", "ignore"])
@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("CC2", r"""^should be a list of codes such as \["CC1", "CC206"\], not 'CC2'$"""),
        (["CC9"], r'^"CC9" is no code, and none begins so; did you mean CC\d+\?$'),
    ],
)
def test_what_is_no_list_of_codes_selects_nothing_silently(name: str, wanted: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        REPORT.selected(**{name: wanted})


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_report_can_be_given_out(name: str) -> None:
    written = Report((), (), (), (), ()).render(name)
    assert written == "" if name == "github" else written


def test_the_formats_are_those_of_the_settings() -> None:
    assert list(FORMATS) == list(Format)


def test_an_unknown_format_is_named_with_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"^no format 'xml'; there are text, json, html, "):
        REPORT.render("xml")


def test_frames_take_the_report() -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="the extra notebook is not installed")
    table = pyarrow.table(REPORT)
    assert table.column_names == list(REPORT.rows()[0])
    assert table["high"].to_pylist()[5] == 4e10
    assert table["earliest"].to_pylist()[6] == date(2026, 7, 1)
    assert pyarrow.table(Report((), (), (), (), ())).num_rows == 0


def test_a_frame_needs_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"^an Arrow table needs pyarrow, which the extra 'notebook' of"):
        REPORT.render("parquet")


def test_importing_the_stage_loads_no_library() -> None:
    code = "import claimcheck.report, sys; print({'rich', 'jinja2', 'pydantic', 'networkx'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert run.stdout == "set()\n"
