"""Charts and frames for notebooks."""

from __future__ import annotations

import pickle
import sys
from dataclasses import asdict, replace
from decimal import Decimal
from typing import Any

import pytest
from small_report import REPORT

import claimcheck
from claimcheck.errors import ClaimcheckError, MissingExtraError
from claimcheck.model import Article, Base, Position, Quantity
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
    assert (cap["at"], cap["high"], cap["open"]) == (4e10, 4e10, "below")
    assert len(rows) == len(fact.claims)


def money(amount: int, currency: str) -> Quantity:
    number = Decimal(amount)
    return Quantity(number, number, number, currency, base=Base(number, number, currency, number))


@pytest.mark.parametrize(
    ("amounts", "places", "title"),
    [
        ([money(80, "EUR"), money(120, "USD")], [None, None], None),
        ([money(80, "EUR"), money(120, "USD"), money(90, "EUR")], [80.0, None, 90.0], "In EUR"),
    ],
)
def test_what_shares_no_axis_is_only_written(
    amounts: list[Quantity], places: list[float | None], title: str | None
) -> None:
    claims = tuple(replace(REPORT.claims[0], id=f"n{n}", quantity=amount) for n, amount in enumerate(amounts))
    fact = replace(REPORT.facts[3], positions=tuple(Position((claim.id,), 1) for claim in claims))
    report = replace(REPORT, claims=claims, links=(), findings=(), facts=(fact,))
    drawn = report.plot(fact.id)
    assert [row["at"] for row in layers(drawn)[0]] == places
    axes = [layer["encoding"]["x"].get("title") for layer in drawn.to_dict()["layer"] if "x2" in layer["encoding"]]
    assert axes == ([title] if title else [])


def test_an_open_time_points_to_its_open_side() -> None:
    texts = {"a": "Lumen will open the plant by 2028.", "b": "Lumen will open the plant in 2028."}
    report = claimcheck.reconcile(Article(name, text, language="en") for name, text in texts.items())
    (fact,) = (fact for fact in report.facts if len(fact.claims) == len(texts))
    drawn = {row["claim"]: row for row in layers(fact.plot())[0]}
    assert (drawn["by 2028"]["at"], drawn["by 2028"]["open"]) == ("2028-12-31", "below")
    assert drawn["2028"]["open"] == "no"


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


@pytest.mark.parametrize("library", ["foo", "dask", ""])
def test_a_frame_of_no_such_library_is_one_sentence(library: str) -> None:
    pytest.importorskip("narwhals", reason="the extra notebook is not installed")
    with pytest.raises(ValueError, match=rf"^no data frames of '{library}'; there are pandas, polars, [a-z, ]+$"):
        REPORT.to_frame(library)


def test_a_library_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "modin", None)
    monkeypatch.setitem(sys.modules, "modin.pandas", None)
    with pytest.raises(ClaimcheckError, match=r"^a data frame of modin needs modin"):
        REPORT.to_frame("modin")


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
