"""The claims and their links as node-link JSON, which D3 and networkx read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import networkx as nx

from claimcheck.report.graph import build

if TYPE_CHECKING:
    from claimcheck.report.result import Report

__all__ = ["render"]


def render(report: Report) -> str:
    """Write the graph of `Report.to_graph` as node-link JSON."""
    return json.dumps(nx.node_link_data(build(report), edges="edges"), ensure_ascii=False, indent=2) + "\n"
