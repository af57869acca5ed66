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
_ADDRESS = re.compile(r"(?<=[a-z])(:)(?=//)|(?<=www)(\.)", re.IGNORECASE)
"""What would make a link of an address, as GitHub makes one of what begins with a scheme or with www."""


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
    line = _OPENING.sub(lambda found: f"{found[1]}{found[3] or ''}\\{found[2] or found[4]}", text.translate(_SIGNS))
    return _ADDRESS.sub(lambda found: f"&#{ord(found[0])};", line)


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


def _row(fact: FactView, quote: Quote) -> str:
    """Return the row of a claim that stands alone, with what is found on it."""
    remarks = "<br>".join(f"{_plain(finding.why)} ({finding.code})" for finding in fact.sentences)
    cells = (*map(_plain, (quote.marked, quote.value, quote.source, quote.place)), remarks)
    return f"| {' | '.join(cells)} |"


def _rest(view: View) -> Iterator[str]:
    if view.singles:
        yield f"## {words.VERDICT_WORDS[view.singles[0].verdict].heading}"
        rows = [_row(fact, quote) for fact in view.singles for quote in fact.quotes]
        yield "\n".join(["| claim | value | source | place | remark |", "|---|---|---|---|---|", *rows])
    yield "## Articles"
    yield "\n".join(
        f"- {_plain(article.name)}: {_plain(article.place)}, {_plain(article.language)}, {_plain(article.published)}"
        for article in view.articles
    )
    if view.problems:
        yield "## Problems"
        yield "\n".join(f"- {_plain(problem)}" for problem in view.problems)
