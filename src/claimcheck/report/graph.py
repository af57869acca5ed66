"""Claims and links as a networkx graph that GraphML, GEXF and node-link JSON can all hold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import networkx as nx

from claimcheck.report import claim_rows
from claimcheck.report.quote import visible

if TYPE_CHECKING:
    from claimcheck.report.result import Report

__all__ = ["build"]


def build(report: Report) -> nx.Graph[str]:
    """Return the claims as nodes with the columns of `claim_rows.rows`, and the links as edges with their evidence.

    Graph files know neither Decimal nor None nor control characters, so numbers become floats, what is unknown is left
    out, and text is written visibly.
    """
    graph: nx.Graph[str] = nx.Graph(schema="claimcheck.graph/1")
    for claim, row in zip(report.claims, claim_rows.rows(report), strict=True):
        graph.add_node(claim.id, **{name: _plain(value) for name, value in row.items() if value is not None})
    for link in report.links:
        reasons = (f"{reason.feature} {reason.weight:+.1f}: {reason.why}" for reason in link.evidence)
        graph.add_edge(link.a, link.b, weight=float(link.weight), evidence=visible("; ".join(reasons)))
    return graph


def _plain(value: Any) -> str | int | float:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date):
        return value.isoformat()
    return visible(value) if isinstance(value, str) else int(value)
