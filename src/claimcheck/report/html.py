"""The report as one HTML page, and as a short table for notebooks: plain HTML and CSS, no script, no network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from claimcheck.report import words
from claimcheck.report.layout import lay_out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.report.result import Report
    from claimcheck.report.view import FactView, View

__all__ = ["render", "summary"]

_ROOM = 320


@dataclass(frozen=True, slots=True)
class _Cell:
    """What one article says of one fact; `apart` where it does not stand with the leading position."""

    lines: tuple[tuple[str, str], ...]
    apart: bool


def render(report: Report) -> str:
    """Write a report as one page that can be saved, mailed and printed."""
    return _fill("report.html.j2", report)


def summary(report: Report) -> str:
    """Write what a notebook shows under a cell: the counts, and one line for each fact."""
    return _fill("summary.html.j2", report)


def _fill(template: str, report: Report) -> str:
    environment = Environment(
        loader=PackageLoader("claimcheck.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    view = lay_out(report, _ROOM)
    shared = [fact for section in view.sections for fact in section.facts]
    return environment.get_template(template).render(
        view=view,
        wording=words.VERDICT_WORDS,
        count=words.count,
        matrix=[(fact, _cells(fact, view)) for fact in shared],
    )


def _cells(fact: FactView, view: View) -> list[_Cell | None]:
    """One cell for each article, in the order of the articles; None where it says nothing of the fact."""
    lines: dict[str, dict[tuple[str, str], None]] = {}
    for position in fact.positions:
        letter = position.letter if len(fact.positions) > 1 else ""
        for quote in position.quotes:
            lines.setdefault(quote.article, {})[letter, quote.value] = None
    return [
        _Cell(tuple(said), apart=_stands_apart(fact, said)) if said else None
        for said in (lines.get(article.id) for article in view.articles)
    ]


def _stands_apart(fact: FactView, said: Iterable[tuple[str, str]]) -> bool:
    return fact.leading is not None and any(letter != fact.leading for letter, _ in said)
