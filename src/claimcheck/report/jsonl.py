"""The report as JSON lines: one record a line, each with its `type`, for tools that read a stream."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from claimcheck.report.json import document
from claimcheck.report.records import ReportRecord

if TYPE_CHECKING:
    from claimcheck.report.result import Report

__all__ = ["render"]

_TYPES = {
    "articles": "article",
    "claims": "claim",
    "facts": "fact",
    "findings": "finding",
    "links": "link",
    "problems": "problem",
}
"""The lists of the report JSON whose records become lines, in this order, and the type of each."""


def render(report: Report) -> str:
    """Write the records of the report JSON a line each; the first line is the `report` itself, with what is no list."""
    whole = TypeAdapter(ReportRecord).dump_python(document(report), mode="json")
    head = {name: value for name, value in whole.items() if name not in _TYPES}
    lines = [{"type": "report", **head}]
    lines += [{"type": kind, **record} for name, kind in _TYPES.items() for record in whole[name]]
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)
