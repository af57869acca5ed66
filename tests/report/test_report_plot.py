"""Charts and frames for notebooks."""

from __future__ import annotations

import pickle
import sys
from dataclasses import asdict, replace
from typing import Any

import pytest
from small_report import REPORT

import claimcheck
from claimcheck.errors import MissingExtraError
from claimcheck.model import Article, Finding, Severity
from claimcheck.report import Report

pytest.importorskip("altair", reason="the extra notebook is not installed")


def layers(chart: Any) -> list[list[dict[str, Any]]]:
    """Return the rows that each layer of a chart is drawn from."""
    spec = chart.to_dict()
    return [layer.get("data", spec.get("data"))["values"] for layer in spec.get("layer", [spec])]


def test_the_overview_has_a_cell_for_each_claim_of_a_shared_fact() -> None:
    (rows,) = layers(REPORT.plot())
    shared = [fact for fact in REPORT.facts if fact.verdict != "single"]
    assert len(rows) == sum(len(fact.claims) for fact in shared)
    assert {row["fact"].split(" ")[0] for row in rows} == {fact.id for fact in shared}


def test_a_fact_is_drawn_with_its_values() -> None:
    fact = next(fact for fact in REPORT.facts if "c6" in fact.claims)
    rows = {row["claim"]: row for row in layers(fact.plot())[0]}
    cap = rows[REPORT.claim("c6").text]
    assert (cap["at"], cap["high"], cap["open"]) == (1e11, 1e11, "below")
    assert len(rows) == len(fact.claims)


def test_an_open_time_points_to_its_open_side() -> None:
    texts = {"a": "Lumen will open the plant by 2028.", "b": "Lumen will open the plant in 2028."}
    report = claimcheck.reconcile(Article(name, text, language="en") for name, text in texts.items())
    (fact,) = (fact for fact in report.facts if len(fact.claims) == len(texts))
    drawn = {row["claim"]: row for row in layers(fact.plot())[0]}
    assert (drawn["by 2028"]["at"], drawn["by 2028"]["open"]) == ("2028-12-31", "below")
    assert drawn["2028"]["open"] == "no"


def test_arithmetic_makes_a_conflict_of_a_fact_that_agrees() -> None:
    fact = next(fact for fact in REPORT.facts if fact.verdict == "single")
    grave = Finding("CC206", Severity.CONFLICT, fact.id, "It does not come out.", fact.claims)
    report = replace(REPORT, findings=(grave,))
    assert {row["verdict"] for row in layers(report.plot())[0] if row["fact"].split(" ")[0] == fact.id} == {"Conflict"}
    assert '"title": "Conflict: ' in report.plot(fact.id).to_json()


@pytest.mark.parametrize("fact", REPORT.facts, ids=lambda fact: fact.id)
def test_every_fact_can_be_drawn(fact: Any) -> None:
    assert layers(REPORT.plot(fact.id))[0]


def test_links_are_drawn() -> None:
    lines, points = layers(REPORT.plot_links())
    assert len(lines) == len(REPORT.links)
    assert {point["claim"] for point in points} == {
        REPORT.claim(end).text for link in REPORT.links for end in (link.a, link.b)
    }
    assert layers(replace(REPORT, links=()).plot_links()) == [[], []]


def test_a_fact_by_itself_cannot_be_drawn() -> None:
    with pytest.raises(ValueError, match=r"^a fact by itself does not know its claims; take it from a report$"):
        replace(REPORT.facts[0]).plot()


def test_a_fact_of_a_report_is_a_plain_record_and_is_drawn_after_pickling() -> None:
    fact = REPORT.facts[0]
    assert fact.shown_by is REPORT
    assert asdict(fact) == asdict(replace(fact))
    restored = pickle.loads(pickle.dumps(REPORT)).facts[0]  # noqa: S301  # our own
    assert restored == fact
    assert restored.plot().to_dict() == fact.plot().to_dict()


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_a_report_is_a_frame(library: str) -> None:
    pytest.importorskip(library, reason="no data frames of this library")
    frame = REPORT.to_frame(library)
    assert type(frame).__module__.split(".")[0] == library
    assert len(frame) == len(REPORT.claims)


NEEDS = [
    (REPORT.plot, "altair", "a chart needs altair"),
    (REPORT.to_frame, "narwhals", "a data frame needs narwhals"),
]


@pytest.mark.parametrize(("make", "package", "message"), NEEDS)
def test_what_is_missing_is_named_with_its_extra(
    make: Any, package: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError, match=message):
        make()


REPRS = [
    (REPORT.facts[0], "<Fact f1 "),
    (REPORT.claims[0], "<Claim c1 "),
    (REPORT.articles[0], "<Article a1: The Gazette, 2025-09-22, en, "),
]


@pytest.mark.parametrize(("record", "start"), REPRS)
def test_records_are_shown_in_a_line(record: object, start: str) -> None:
    assert repr(record).startswith(start)
    assert "\n" not in repr(record)
    assert len(repr(record)) < 200


def test_claims_are_shown_as_tables() -> None:
    claim = replace(REPORT.claims[0], text="<script>10")
    shown = claim._repr_html_()
    assert "&lt;script&gt;10" in shown
    assert "<script>" not in shown


def test_an_empty_report_can_be_drawn() -> None:
    empty = Report((), (), (), (), ())
    assert layers(empty.plot()) == [[]]
    assert layers(empty.plot_links()) == [[], []]
