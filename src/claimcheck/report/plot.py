"""Charts for notebooks, by altair: the report as sources by facts, and the values of one fact on an axis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

from claimcheck.errors import MissingExtraError
from claimcheck.model import Verdict, describe
from claimcheck.report import words
from claimcheck.report.spans import days_of, quantities_of

if TYPE_CHECKING:
    from claimcheck.model import Claim, Fact
    from claimcheck.report.result import Report
    from claimcheck.report.spans import Measured

__all__ = ["links", "of_fact", "overview"]

_COLOURS = {
    Verdict.CONFLICT: "#c2185b", Verdict.UPDATE: "#7b1fa2", Verdict.REFINES: "#0277bd",
    Verdict.COMPATIBLE: "#f9a825", Verdict.AGREE: "#2e7d32", Verdict.SINGLE: "#9e9e9e",
}  # fmt: skip
_SHAPES = {"no": "circle", "above": "triangle-right", "below": "triangle-left"}
"""The point of a value, by the side that its bound leaves open."""
_LONGEST = 60
"""Characters of a label."""


def overview(report: Report) -> Any:
    """Draw each fact that two articles share as a row, each article as a column, coloured by verdict."""
    alt = _altair()
    rows = [
        {
            "fact": f"{fact.id} {words.shortened(fact.label, _LONGEST)}",
            "source": report.article(claim.article).name,
            "verdict": words.VERDICT_WORDS[fact.verdict].word,
            "says": f"{describe.claim(claim)}: {claim.text}",
        }
        for fact in report.facts
        if fact.verdict is not Verdict.SINGLE
        for claim in map(report.claim, fact.claims)
    ]
    return (
        alt.Chart(alt.Data(values=rows))
        .mark_rect(stroke="white")
        .encode(
            x=alt.X("source:N", title=None),
            y=alt.Y("fact:N", title=None, sort=list(dict.fromkeys(row["fact"] for row in rows))),
            color=alt.Color("verdict:N", title="verdict", scale=_scale(alt)),
            tooltip=["source:N", "verdict:N", "says:N"],
        )
    )


def of_fact(report: Report, fact: Fact) -> Any:
    """Draw the claims of a fact, a row each: a bar from the least to the most it allows, a point at its value.

    A triangle points to the side that a bound leaves open. What cannot stand on one axis with the others, such as
    another currency, is only written.
    """
    alt = _altair()
    claims = [report.claim(claim) for claim in fact.claims]
    measured = quantities_of(claims) or days_of(claims)
    rows = [_row(report, claim, measured) for claim in claims]
    kind = "T" if measured and measured.is_days else "Q"
    title = f"{words.VERDICT_WORDS[fact.verdict].word}: {words.shortened(fact.label, _LONGEST)}"
    base = alt.Chart(alt.Data(values=rows), title=title).encode(
        y=alt.Y("source:N", title=None), tooltip=["source:N", "value:N", "claim:N"]
    )
    beside = alt.value("width" if measured else 0)  # not over the axis, where it would seem to stand at a number
    written = base.mark_text(align="left", baseline="middle", dx=10, color="gray")
    apart = written.transform_filter("datum.at == null").encode(x=beside, text="value:N")
    if measured is None:
        return alt.layer(apart, view=alt.ViewBackground(stroke=None))  # without an axis there is no frame
    ticks = alt.Axis(format="~s") if kind == "Q" else alt.Axis()
    axis = alt.X(f"low:{kind}", title=measured.caption, scale=alt.Scale(zero=False), axis=ticks)
    bars = base.mark_rule(strokeWidth=4, opacity=0.5).encode(x=axis, x2="high")
    shape = alt.Shape("open:N", legend=None, scale=alt.Scale(domain=list(_SHAPES), range=list(_SHAPES.values())))
    points = base.mark_point(filled=True, size=80, opacity=1).encode(x=f"at:{kind}", shape=shape)
    labels = base.mark_text(align="left", baseline="middle", dx=10).encode(x=f"at:{kind}", text="value:N")
    return bars + points + labels + apart


def links(report: Report) -> Any:
    """Draw linked claims as points, coloured by verdict, and their links as lines, heavier ones thicker."""
    alt = _altair()
    graph = report.to_graph()
    graph.remove_nodes_from([node for node, degree in list(graph.degree) if degree == 0])
    places = nx.spring_layout(graph, seed=0, weight=None) if graph else {}
    wording = {str(verdict): words.VERDICT_WORDS[verdict].word for verdict in Verdict}
    points = [
        {
            **_place("", places[node]), "source": data.get("source", data["article"]), "claim": data["text"],
            "fact": data.get("fact"), "verdict": wording.get(data.get("verdict", "")),
        }
        for node, data in graph.nodes(data=True)
    ]  # fmt: skip
    lines = [
        {**_place("", places[a]), **_place("2", places[b]), "weight": data["weight"]}
        for a, b, data in graph.edges(data=True)
    ]
    plain = {"axis": None, "scale": alt.Scale(zero=False)}
    edges = (
        alt.Chart(alt.Data(values=lines))
        .mark_rule(opacity=0.4)
        .encode(
            x=alt.X("x:Q", **plain), y=alt.Y("y:Q", **plain), x2="x2", y2="y2",
            strokeWidth=alt.StrokeWidth("weight:Q", legend=None), tooltip=["weight:Q"],
        )
    )  # fmt: skip
    nodes = (
        alt.Chart(alt.Data(values=points))
        .mark_point(filled=True, size=120, opacity=1)
        .encode(
            x="x:Q", y="y:Q", color=alt.Color("verdict:N", title="verdict", scale=_scale(alt)),
            tooltip=["source:N", "claim:N", "fact:N", "verdict:N"],
        )
    )  # fmt: skip
    return (edges + nodes).properties(width=500, height=400)


def _place(mark: str, place: Any) -> dict[str, float]:
    """Return the two coordinates of a point, under names with a mark."""
    return {f"x{mark}": float(place[0]), f"y{mark}": float(place[1])}


def _row(report: Report, claim: Claim, measured: Measured | None) -> dict[str, Any]:
    """Return what a claim is drawn from: a bar that is open on a side starts or ends at its number."""
    low, high = _ends(claim, measured)
    return {
        "source": report.article(claim.article).name, "claim": claim.text, "value": describe.claim(claim),
        "low": high if low is None else low, "high": low if high is None else high, "at": high if low is None else low,
        "open": "no" if (low is None) is (high is None) else "above" if high is None else "below",
    }  # fmt: skip


def _ends(claim: Claim, measured: Measured | None) -> tuple[float | str | None, float | str | None]:
    """Return the ends on the axis, None where they are open, both where the claim has no place on it."""
    span = measured.spans.get(claim.id) if measured else None
    if span is None:
        return None, None
    if claim.when is not None:
        first, last = (day.isoformat() if day else None for day in (claim.when.earliest, claim.when.latest))
        return first, last
    return span.low, span.high


def _scale(alt: Any) -> Any:
    names = [words.VERDICT_WORDS[verdict].word for verdict in _COLOURS]
    return alt.Scale(domain=names, range=list(_COLOURS.values()))


def _altair() -> Any:
    try:
        import altair as alt  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise MissingExtraError("a chart", "altair", "notebook") from error
    return alt
