"""The report as Markdown, for a pull request or a newsroom chat: a table of the facts, then each with its quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.report import words
from claimcheck.report.layout import lay_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.report.result import Report
    from claimcheck.report.view import FactView, FindingView, Quote, Section, View

__all__ = ["render"]

_ROOM = 160
_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]|~"} | {sign: f"&#{ord(sign)};" for sign in "<>&@#"})
"""What could be taken for markup, for HTML, or for the mention of a person or an issue."""
_OPENING = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)]))")
"""What would begin a list or underline a heading."""


def render(report: Report) -> str:
    """Write a report as Markdown in GitHub's dialect."""
    view = lay_out(report, _ROOM)
    blocks = [*_head(view)]
    for section in view.sections:
        blocks += _section(section)
    blocks += _rest(view)
    return "\n\n".join(blocks) + "\n"


def _plain(text: str) -> str:
    """Write text so that no sign of it is markup."""
    return _OPENING.sub(lambda found: f"{found[1]}{found[3] or ''}\\{found[2] or found[4]}", text.translate(_SIGNS))


def _head(view: View) -> Iterator[str]:
    yield "# claimcheck"
    yield " · ".join(_plain(part) for part in view.counts)
    if view.tallies:
        tallies = ((words.VERDICT_WORDS[verdict], number) for verdict, number in view.tallies)
        yield " · ".join(f"{wording.symbol} {number} {wording.tally}" for wording, number in tallies)


def _section(section: Section) -> Iterator[str]:
    yield f"## {_plain(section.heading)}"
    for fact in section.facts:
        yield from _fact(fact)
    for finding in section.findings:
        yield f"{_sentence(finding)}"
        yield from _quotes(finding.quotes)


def _fact(fact: FactView) -> Iterator[str]:
    yield f"### {words.VERDICT_WORDS[fact.verdict].symbol} {_plain(fact.label)}"
    sources = words.count(fact.independent_sources, "independent source")
    yield " · ".join(_plain(part) for part in (fact.detail, sources, fact.id) if part)
    yield from (_sentence(finding) for finding in fact.sentences)
    if not fact.sentences:
        yield from (_plain(relation) for relation in fact.relations)
    for position in fact.positions:
        if len(fact.positions) > 1:
            yield f"**{position.letter}** ({words.count(position.sources, 'independent source')})"
        yield from _quotes(position.quotes)
    if fact.related:
        yield "Beside it:"
        yield from _quotes(fact.related)
    if fact.consensus:
        yield _plain(fact.consensus)


def _sentence(finding: FindingView) -> str:
    formula = f"  \n{_plain(finding.derivation)}" if finding.derivation else ""
    return f"{_plain(finding.why)} ({finding.code}){formula}"


def _quotes(quotes: tuple[Quote, ...]) -> Iterator[str]:
    """Yield the quotes, each with the claim itself in bold, who says it, and where."""
    for quote in quotes:
        value = " · ".join(_plain(part) for part in (quote.value, *quote.notes))
        said = f"{_plain(quote.before)}**{_plain(quote.marked)}**{_plain(quote.after)}"
        yield f"> {said}  \n> {_plain(quote.source)}, {_plain(quote.place)}: {value}"


def _rest(view: View) -> Iterator[str]:
    if view.singles:
        yield f"## {words.VERDICT_WORDS[view.singles[0].verdict].heading}"
        rows = (quote for fact in view.singles for quote in fact.quotes[:1])
        lines = [f"| {_plain(q.marked)} | {_plain(q.value)} | {_plain(q.source)} | {_plain(q.place)} |" for q in rows]
        yield "\n".join(["| claim | value | source | place |", "|---|---|---|---|", *lines])
    yield "## Articles"
    yield "\n".join(
        f"- {_plain(article.name)}: {_plain(article.place)}, {_plain(article.language)}, {_plain(article.published)}"
        for article in view.articles
    )
    if view.problems:
        yield "## Problems"
        yield "\n".join(f"- {_plain(problem)}" for problem in view.problems)
