"""Facts, findings and claims of one report turned into what a reader sees of them."""

from __future__ import annotations

import os.path
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.model import Article, Claim, Fact, Finding, Link, Verdict
from claimcheck.report import words
from claimcheck.report.quote import excerpt, place_of, visible
from claimcheck.report.view import ArticleView, EvidenceView, FactView, FindingView, PositionView, Quote

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from claimcheck.report.result import Report

__all__ = ["Writer", "findings_by_fact", "gravest_first"]


def findings_by_fact(report: Report) -> defaultdict[str | None, list[Finding]]:
    """Return the findings of each fact, those that belong to no single fact under None."""
    found: defaultdict[str | None, list[Finding]] = defaultdict(list)
    for finding in report:
        found[finding.fact].append(finding)
    return found


def gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings with what asks for most attention in front, otherwise in their order."""
    return sorted(findings, key=lambda finding: -finding.severity.gravity)


def _shared_folder(report: Report) -> str | None:
    """The folder that all articles lie in, so that it need not be repeated in every place."""
    paths = [Path(article.path) for article in report.articles if article.path and "://" not in article.path]
    if not paths or len(paths) < len(report.articles) or len({path.is_absolute() for path in paths}) > 1:
        return None
    return os.path.commonpath([path.parent for path in paths]) or None


def _letter(index: int) -> str:
    letters, rest = "", index + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


class Writer:
    """Turns the records of one report into views."""

    def __init__(self, report: Report, room: int) -> None:
        self._report = report
        self._room = room
        self.folder = _shared_folder(report)
        self._by_fact = findings_by_fact(report)
        self._links: defaultdict[str, list[Link]] = defaultdict(list)
        for link in report.links:
            if (fact := report.fact_of(link.a, link.b)) is not None:
                self._links[fact.id].append(link)

    def article(self, identifier: str) -> ArticleView:
        """Show one article."""
        article = self._report.article(identifier)
        return ArticleView(
            id=article.id,
            name=visible(article.name),
            title=visible(article.title) if article.title and article.title != article.name else None,
            place=visible(article.path or article.id),
            url=visible(article.web_address) if article.web_address else None,
            language=visible(article.language or "language unknown"),
            published=words.published(article),
        )

    def quote(self, identifier: str, *, in_base: bool = False) -> Quote:
        """Quote one claim, with its value in base units as well where `in_base` is set."""
        claim = self._report.claim(identifier)
        article = self._report.article(claim.article)
        place = place_of(article, claim.start, claim.end)
        before, marked, after = excerpt(article.text, claim.start, claim.end, claim.sentence, self._room)
        base = words.base_value(claim) if in_base else None
        return Quote(
            claim=claim.id,
            article=article.id,
            source=visible(article.name),
            language=visible(article.language) if article.language else None,
            place=f"{visible(self._within_folder(article))}:{place.line}:{place.column}",
            value=words.value(claim),
            notes=((f"= {base}",) if base else ()) + words.notes(claim),
            before=before,
            marked=marked,
            after=after,
        )

    def finding(self, finding: Finding, shown: AbstractSet[str] = frozenset()) -> FindingView:
        """Show one finding, quoting those of its claims that are not among the ones `shown` beside it."""
        unseen = dict.fromkeys(claim for claim in finding.claims if claim not in shown)
        return FindingView(
            code=visible(finding.code),
            severity=finding.severity,
            why=visible(finding.why),
            derivation=visible(finding.derivation) if finding.derivation else None,
            quotes=tuple(self.quote(claim) for claim in unseen),
        )

    def fact(self, fact: Fact) -> FactView:
        """Show one fact with its findings, positions, relations and the evidence of its links."""
        members = frozenset(fact.claims)
        sentences = tuple(self.finding(finding, members) for finding in gravest_first(self._by_fact[fact.id]))
        positions = self._positions(fact)
        leading = _leading(fact)
        related = {quote.claim: quote for finding in sentences for quote in finding.quotes}
        return FactView(
            id=fact.id,
            label=visible(fact.label),
            verdict=fact.verdict,
            detail=words.CONFLICT_WORDS[fact.conflict_type] if fact.conflict_type else None,
            independent_sources=fact.independent_sources,
            sentences=sentences,
            positions=positions,
            related=tuple(related.values()),
            consensus=self._consensus(fact, leading),
            relations=tuple(_relations(fact)),
            evidence=tuple(self._evidence(link) for link in self._links[fact.id]),
            leading=leading,
        )

    def _within_folder(self, article: Article) -> str:
        path = article.path or article.id
        path = str(Path(path).relative_to(self.folder)) if self.folder else path
        return path if article.line is not None or not article.path else f"{path}#{article.id}"

    def _positions(self, fact: Fact) -> tuple[PositionView, ...]:
        units = {unit for claim in fact.claims if (unit := _unit(self._report.claim(claim)))}
        return tuple(
            PositionView(
                letter=_letter(index),
                sources=position.sources,
                quotes=tuple(self.quote(claim, in_base=len(units) > 1) for claim in position.claims),
            )
            for index, position in enumerate(fact.positions)
        )

    def _consensus(self, fact: Fact, leading: str | None) -> str | None:
        if leading is None or fact.consensus is None:
            return None
        stated = words.value(self._report.claim(fact.consensus))
        backing = next(position.sources for position in fact.positions if fact.consensus in position.claims)
        share = f"{backing} of {words.count(fact.independent_sources, 'independent source')}"
        return f"Widest support: {leading}, {stated} ({share}). Support is not proof."

    def _evidence(self, link: Link) -> EvidenceView:
        most = max((abs(reason.weight) for reason in link.evidence), default=0.0) or 1.0
        reasons = tuple(
            (visible(reason.feature), reason.weight, visible(reason.why), abs(reason.weight) / most)
            for reason in link.evidence
        )
        return EvidenceView(self.quote(link.a), self.quote(link.b), link.weight, reasons)


def _unit(claim: Claim) -> str | None:
    return claim.quantity.unit if claim.quantity else None


def _leading(fact: Fact) -> str | None:
    """The letter of the consensus position, where more independent sources stand behind it than behind any other."""
    for index, position in enumerate(fact.positions):
        others = [other.sources for other in fact.positions if other is not position]
        if fact.consensus in position.claims and others and position.sources > max(others):
            return _letter(index)
    return None


def _relations(fact: Fact) -> Iterable[str]:
    """How the positions stand to each other, one sentence a pair."""
    for relation in fact.relations:
        pair = f"{_letter(relation.a)} and {_letter(relation.b)}"
        wording = words.VERDICT_WORDS[Verdict(relation.relation)].word.lower()
        yield visible(f"{pair}: {wording}. {relation.why}")
