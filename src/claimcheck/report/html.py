"""The report as one HTML page, and as a short table for notebooks.

The page needs nothing beside itself: its style and its small script stand in it, and it is complete without the script.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from claimcheck.report import words
from claimcheck.report.chart import chart
from claimcheck.report.facets import facets
from claimcheck.report.layout import lay_out
from claimcheck.report.timeline import timeline
from claimcheck.report.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.model import Fact
    from claimcheck.report.result import Report
    from claimcheck.report.view import ArticleView, EvidenceView, FactView, View

__all__ = ["fact", "render", "summary"]

_ROOM = 320
_MOST_CELLS = 20_000
"""A table of more cells than this takes longer to open than anyone reads in it."""
_MOST_LINKS = 3


@dataclass(frozen=True, slots=True)
class _Cell:
    """What one article says of one fact; `apart` where it does not stand with the leading position."""

    lines: tuple[tuple[str, str], ...]
    apart: bool


@dataclass(frozen=True, slots=True)
class _Matrix:
    """Who says what: a row for each fact, a column for each article that shares one.

    `rest` counts the facts that have no row, `silent` are the articles that have no column.
    """

    articles: tuple[ArticleView, ...]
    rows: tuple[tuple[FactView, tuple[_Cell | None, ...]], ...]
    rest: int
    silent: tuple[ArticleView, ...]


def render(report: Report) -> str:
    """Write a report as one page that can be saved, mailed and printed."""
    view = lay_out(report, _ROOM)
    shared = _shared(view)
    return (
        _environment(view.folder)
        .get_template("report.html.j2")
        .render(
            view=view,
            wording=words.VERDICT_WORDS,
            count=words.count,
            matrix=_matrix(view, shared),
            charts={fact.id: drawn for fact in shared if (drawn := chart(report, fact)) is not None},
            links={fact.id: _strongest(fact.evidence) for fact in shared},
            timeline=timeline(report, shared),
            addresses={article.id: article.url for article in view.articles if article.url},
            facets=facets(report, (*shared, *view.singles)),
        )
    )


def summary(report: Report) -> str:
    """Write what a notebook shows under a cell: the counts, and one line for each fact."""
    view = lay_out(report, _ROOM)
    template = _environment().get_template("summary.html.j2")
    return template.render(view=view, wording=words.VERDICT_WORDS, count=words.count, facts=_shared(view))


def fact(report: Report, fact: Fact) -> str:
    """Write what a notebook shows of one fact: its verdict, who says what, and what was found."""
    shown = Writer(report, _ROOM).fact(fact)
    return _environment().get_template("one.html.j2").render(fact=shown, wording=words.VERDICT_WORDS)


def _environment(folder: str | None = None) -> Environment:
    environment = Environment(
        loader=PackageLoader("claimcheck.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["hash"] = _hash
    environment.filters["short"] = partial(_short, folder=folder)
    return environment


def _short(source: str, folder: str | None) -> str:
    """A source that is known by its file only, without the folder that all files share."""
    return source.removeprefix(f"{folder}/") if folder else source


def _hash(text: str) -> str:
    """The hash by which a content security policy permits exactly this style or script."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _shared(view: View) -> list[FactView]:
    return [fact for section in view.sections for fact in section.facts]


def _matrix(view: View, facts: list[FactView]) -> _Matrix:
    """The facts against the articles, gravest first, as far as a browser can show them at once."""
    heard = {quote.article for fact in facts for quote in fact.quotes}
    articles = tuple(article for article in view.articles if article.id in heard)
    room = _MOST_CELLS // max(1, len(articles))
    return _Matrix(
        articles=articles,
        rows=tuple((fact, _cells(fact, articles)) for fact in facts[:room]),
        rest=max(0, len(facts) - room),
        silent=tuple(article for article in view.articles if article.id not in heard),
    )


def _cells(fact: FactView, articles: Iterable[ArticleView]) -> tuple[_Cell | None, ...]:
    """One cell for each article, in their order; None where it says nothing of the fact."""
    lines: dict[str, dict[tuple[str, str], None]] = {}
    for position in fact.positions:
        letter = position.letter if len(fact.positions) > 1 else ""
        for quote in position.quotes:
            lines.setdefault(quote.article, {})[letter, quote.value] = None
    return tuple(
        _Cell(tuple(said), apart=_stands_apart(fact, said)) if said else None
        for said in (lines.get(article.id) for article in articles)
    )


def _stands_apart(fact: FactView, said: Iterable[tuple[str, str]]) -> bool:
    return fact.leading is not None and any(letter != fact.leading for letter, _ in said)


def _strongest(evidence: tuple[EvidenceView, ...]) -> tuple[EvidenceView, ...]:
    """The links to show: all where they are few, else the strongest that hold all claims of a fact together."""
    if len(evidence) <= _MOST_LINKS:
        return evidence
    group = {claim: {claim} for link in evidence for claim in (link.a.claim, link.b.claim)}
    kept = []
    for link in sorted(evidence, key=lambda link: -link.weight):
        if link.b.claim not in group[link.a.claim]:
            joined = group[link.a.claim] | group[link.b.claim]
            group.update(dict.fromkeys(joined, joined))
            kept.append(link)
    return tuple(kept)
