"""Claims as flat rows, the form that data frames and spreadsheets take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from claimcheck.report.amount import amount
from claimcheck.report.quote import place_of

if TYPE_CHECKING:
    from claimcheck.model import Claim, Fact
    from claimcheck.report.result import Report

__all__ = ["COLUMNS", "rows"]

COLUMNS: Mapping[str, str] = {
    "claim": "str", "article": "str", "source": "str", "published": "date", "text": "str", "start": "int",
    "end": "int", "line": "int", "column": "int", "kind": "str", "value": "number", "low": "number", "high": "number",
    "unit": "str", "bound": "str", "scope": "str", "earliest": "date", "latest": "date", "status": "str",
    "subject": "str", "predicate": "str", "object": "str", "measure": "str", "condition": "str", "attribution": "str",
    "fact": "str", "verdict": "str",
}  # fmt: skip
"""The columns of a row, and the kind of what they hold: numbers are Decimal."""


def rows(report: Report) -> list[dict[str, Any]]:
    """Return one row for each claim, in the order of the claims."""
    return [_row(report, claim, report.fact_of(claim.id)) for claim in report.claims]


def _row(report: Report, claim: Claim, fact: Fact | None) -> dict[str, Any]:
    article, quantity, when = report.article(claim.article), claim.quantity, claim.when
    place = place_of(article, claim.start, claim.end)
    stated = amount(quantity) if quantity else None
    return {
        "claim": claim.id,
        "article": article.id,
        "source": article.source,
        "published": article.published,
        "text": claim.text,
        "start": claim.start,
        "end": claim.end,
        "line": place.line,
        "column": place.column,
        "kind": str(claim.kind),
        "value": stated.value if stated else None,
        "low": stated.low if stated else None,
        "high": stated.high if stated else None,
        "unit": stated.unit if stated else None,
        "bound": str(quantity.bound) if quantity else None,
        "scope": str(quantity.scope) if quantity else None,
        "earliest": when.earliest if when else None,
        "latest": when.latest if when else None,
        "status": str(claim.status),
        "subject": claim.subject,
        "predicate": claim.predicate,
        "object": claim.object,
        "measure": claim.measure,
        "condition": claim.condition,
        "attribution": claim.attribution,
        "fact": fact.id if fact else None,
        "verdict": str(fact.verdict) if fact else None,
    }
