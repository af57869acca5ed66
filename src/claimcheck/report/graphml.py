"""The claims and their links as GraphML, which Gephi, yEd and Cytoscape read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from claimcheck.report.graph import build
from claimcheck.report.quote import visible

if TYPE_CHECKING:
    from claimcheck.report.result import Report

__all__ = ["render"]


def render(report: Report) -> str:
    """Write the graph of `Report.to_graph` as GraphML, its nodes by names that XML can hold."""
    graph = build(report)
    nodes: dict[str, str] = {}
    for node in graph:
        name = visible(node)
        while name in nodes:  # two that differ in what is not seen, such as in their spaces
            name += "'"
        nodes[name] = node
    names = {node: name for name, node in nodes.items()}
    lines = nx.generate_graphml(nx.relabel_nodes(graph, names), named_key_ids=True)
    return "<?xml version='1.0' encoding='utf-8'?>\n" + "\n".join(lines) + "\n"
