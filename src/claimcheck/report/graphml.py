"""The claims and their links as GraphML, which Gephi, yEd and Cytoscape read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from claimcheck.report.graph import build

if TYPE_CHECKING:
    from claimcheck.report.result import Report

__all__ = ["render"]


def render(report: Report) -> str:
    """Write the graph of `Report.to_graph` as GraphML."""
    lines = nx.generate_graphml(build(report), named_key_ids=True)
    return "<?xml version='1.0' encoding='utf-8'?>\n" + "\n".join(lines) + "\n"
