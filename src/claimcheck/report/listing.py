"""The claims of articles as a table for a terminal, without anything compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from claimcheck.report import words
from claimcheck.report.console import printed
from claimcheck.report.quote import visible
from claimcheck.report.writer import Writer

if TYPE_CHECKING:
    from claimcheck.model import Claim
    from claimcheck.report.result import Report

__all__ = ["render"]

_ROOM = 0


def render(report: Report, width: int = 80, *, colour: bool = False) -> str:
    """Write a line for each claim: where it stands, its words, its value as it is compared, and what it is about.

    Args:
        report: what to show.
        width: columns to fill.
        colour: use colour and bold.
    """
    writer = Writer(report, _ROOM)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for head in ("place", "claim", "value", "about"):
        table.add_column(head, overflow="fold")
    for claim in report.claims:
        quote = writer.quote(claim.id)
        value = "; ".join((quote.value, *quote.notes))
        table.add_row(Text(quote.place, "dim"), Text(quote.marked, "bold"), Text(value), Text(_about(claim)))
    count = Text(words.count(len(report.claims), "claim"))
    return printed([count, table] if report.claims else [count], width, colour=colour)


def _about(claim: Claim) -> str:
    """Write who does what, and what is measured."""
    verb = claim.predicate or claim.predicate_text
    parts = (claim.subject_name or claim.subject, verb, claim.object_name or claim.object)
    said = " ".join(part for part in parts if part)
    measure = claim.measure_name or claim.measure
    return visible(f"{said}: {measure}" if said and measure and measure not in parts else said or measure or "")
