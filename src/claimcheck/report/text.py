"""The report for a terminal: legible without colour, at any width, whatever the articles hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from claimcheck.model import Severity, Verdict
from claimcheck.report import words
from claimcheck.report.console import printed
from claimcheck.report.layout import lay_out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

    from claimcheck.report.result import Report
    from claimcheck.report.view import ArticleView, FactView, FindingView, Quote, Section, View

__all__ = ["render"]

_ROOM = 110
_MARKS = ("▸", "◂")
_STYLES = {
    Verdict.CONFLICT: "bold red",
    Verdict.UPDATE: "bold magenta",
    Verdict.REFINES: "bold cyan",
    Verdict.COMPATIBLE: "bold yellow",
    Verdict.AGREE: "bold green",
    Verdict.SINGLE: "bold",
}
_SEVERITY_WORDS = {Severity.CONFLICT: "≠ Conflict", Severity.WARNING: "! Note well", Severity.INFO: "· Note"}


def render(report: Report, width: int = 80, *, colour: bool = False) -> str:
    """Write a report for a terminal of this width; see `Report.to_text`."""
    return printed(_Page(lay_out(report, _ROOM), width, colour=colour).blocks(), width, colour=colour)


class _Page:
    """Lays one view out in columns that stay aligned from fact to fact."""

    def __init__(self, view: View, width: int, *, colour: bool) -> None:
        self._view = view
        self._marks = ("", "") if colour else _MARKS
        quotes = [
            quote for section in view.sections for fact in section.facts for quote in (*fact.quotes, *fact.related)
        ]
        self._source_width = _fitting((quote.source for quote in quotes), width // 6)
        self._value_width = _fitting((part for quote in quotes for part in (quote.value, *quote.notes)), width // 4)

    def blocks(self) -> Iterable[RenderableType]:
        yield from self._head()
        for section in self._view.sections:
            yield from self._section(section)
        yield from self._singles()
        yield from self._articles()
        yield from self._problems()

    def _head(self) -> Iterable[RenderableType]:
        yield Text.assemble(("claimcheck", "bold"), "  ", " · ".join(self._view.counts))
        tallies = (
            Text(
                f"{words.VERDICT_WORDS[verdict].symbol} {number} {words.VERDICT_WORDS[verdict].tally}", _STYLES[verdict]
            )
            for verdict, number in self._view.tallies
        )
        yield Text("   ").join(tallies)
        if self._view.sections:
            start, end = self._marks
            shown = f"{start}the claim itself{end}" if start else "the claim in bold"
            place = f"the place in {self._view.folder}" if self._view.folder else "the place"
            yield Text(f"For each source: the value as it is compared, the words around it ({shown}), {place}.", "dim")

    def _section(self, section: Section) -> Iterable[RenderableType]:
        yield from _heading(section.heading, len(section.facts) + len(section.findings))
        for fact in section.facts:
            yield from self._fact(fact)
        for finding in section.findings:
            yield Text()
            yield Text(_SEVERITY_WORDS[finding.severity], "bold")
            yield from _sentence(finding)
            if finding.quotes:
                yield self._quotes(finding.quotes)

    def _fact(self, fact: FactView) -> Iterable[RenderableType]:
        wording = words.VERDICT_WORDS[fact.verdict]
        title = Text.assemble(
            (f"{wording.symbol} {wording.word.upper()}", _STYLES[fact.verdict]), "  ", (fact.label, "bold")
        )
        sources = words.count(fact.independent_sources, "independent source")
        about = " · ".join(part for part in (fact.detail, sources, fact.id) if part)
        yield Text()
        yield title
        yield _indented(Text(about, "dim"))
        for finding in fact.sentences:
            yield from _sentence(finding)
        if not fact.sentences:
            yield from (_indented(Text(relation)) for relation in fact.relations)
        for position in fact.positions:
            if len(fact.positions) > 1:
                backing = words.count(position.sources, "independent source")
                yield _indented(Text.assemble((f"{position.letter}", "bold"), (f"  {backing}", "dim")), above=1)
            else:
                yield Text()
            yield self._quotes(position.quotes)
        if fact.related:
            yield _indented(Text("Also used", "bold"), above=1)
            yield self._quotes(fact.related)
        if fact.consensus:
            yield _indented(Text(fact.consensus, "dim"), above=1)

    def _quotes(self, quotes: Iterable[Quote]) -> RenderableType:
        grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
        grid.add_column(width=self._source_width, overflow="fold")
        grid.add_column(width=self._value_width, overflow="fold")
        grid.add_column(ratio=1, overflow="fold")
        for quote in quotes:
            grid.add_row(Text(quote.source), _value(quote), self._words(quote))
        return _indented(grid)

    def _words(self, quote: Quote) -> Text:
        start, end = self._marks
        marked = (f"{start}{quote.marked}{end}", "bold reverse" if not start else "bold")
        return Text.assemble(quote.before, marked, quote.after, "\n", (quote.place, "dim"))

    def _singles(self) -> Iterable[RenderableType]:
        if not self._view.singles:
            return
        yield from _heading(words.VERDICT_WORDS[Verdict.SINGLE].heading, len(self._view.singles))
        grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
        for ratio in (5, 4, 5):
            grid.add_column(ratio=ratio, overflow="fold")
        for fact in self._view.singles:
            for quote in fact.quotes:
                label = Text("\n").join([Text(fact.label), *(Text(finding.why, "dim") for finding in fact.sentences)])
                grid.add_row(label, _value(quote), Text.assemble(quote.source, "\n", (quote.place, "dim")))
        yield _indented(grid)

    def _articles(self) -> Iterable[RenderableType]:
        yield from _heading("Articles read", len(self._view.articles))
        for article in self._view.articles:
            yield _indented(_article(article))

    def _problems(self) -> Iterable[RenderableType]:
        if self._view.problems:
            yield from _heading("Could not be used", len(self._view.problems))
            yield from (_indented(Text(f"! {problem}")) for problem in self._view.problems)


def _heading(title: str, number: int) -> Iterable[RenderableType]:
    yield Text()
    yield Rule(Text(f"{title} ({number})", "bold"), align="left", style="dim")


def _sentence(finding: FindingView) -> Iterable[RenderableType]:
    yield _indented(Text.assemble(finding.why, (f"  {finding.code}", "dim")))
    if finding.derivation:
        yield _indented(Text(finding.derivation, "bold"), left=6)


def _value(quote: Quote) -> Text:
    return Text("\n").join([Text(quote.value, "bold"), *(Text(note, "dim") for note in quote.notes)])


def _article(article: ArticleView) -> Text:
    parts = (article.title, article.published, article.language, article.place, article.url)
    return Text.assemble((article.name, "bold"), "  ", " · ".join(part for part in parts if part))


def _indented(block: RenderableType, *, left: int = 2, above: int = 0) -> Padding:
    return Padding(block, (above, 0, 0, left))


def _fitting(texts: Iterable[str], most: int) -> int:
    """A column as wide as its longest text, up to a limit that leaves room for the quotes."""
    return min(max((len(text) for text in texts), default=1), most)
