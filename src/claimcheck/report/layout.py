"""A report in reading order: what is shown first, and what is only listed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimcheck.model import Fact, Severity, Verdict
from claimcheck.report import words
from claimcheck.report.quote import visible
from claimcheck.report.view import FactView, Section, View
from claimcheck.report.writer import Writer, findings_by_fact, gravest_first

if TYPE_CHECKING:
    from claimcheck.report.result import Report

__all__ = ["conflicts", "lay_out"]

_ACROSS = "Across facts and articles"
_SINGLE = "From one source, with a remark"


def lay_out(report: Report, room: int) -> View:
    """Put a report in reading order: conflicts first, what only one source says last.

    Args:
        report: what to show.
        room: how many characters of its sentence each quote keeps around the claim.
    """
    writer = Writer(report, room)
    facts = [writer.fact(fact) for fact in _ordered(report)]
    shared = [fact for fact in facts if not _is_plain_single(fact)]
    sections = [
        Section(
            _SINGLE if verdict is Verdict.SINGLE else wording.heading,
            tuple(fact for fact in shared if fact.verdict is verdict),
        )
        for verdict, wording in words.VERDICT_WORDS.items()
    ]
    loose = tuple(writer.finding(finding) for finding in gravest_first(f for f in report if f.fact is None))
    sections.append(Section(_ACROSS, findings=loose))
    tally = Counter(fact.verdict for fact in facts)
    return View(
        counts=_counts(report),
        tallies=tuple((verdict, tally[verdict]) for verdict in words.VERDICT_WORDS if tally[verdict]),
        sections=tuple(section for section in sections if section.facts or section.findings),
        singles=tuple(fact for fact in facts if _is_plain_single(fact)),
        articles=tuple(writer.article(article.id) for article in report.articles),
        problems=tuple(visible(str(problem)) for problem in report.problems),
        folder=visible(writer.folder) if writer.folder else None,
    )


def conflicts(report: Report) -> int:
    """Count the facts in conflict."""
    return sum(fact.verdict is Verdict.CONFLICT for fact in report.facts)


def _counts(report: Report) -> tuple[str, ...]:
    counts = [
        words.count(len(report.articles), "article"),
        words.count(len(report.claims), "claim"),
        words.count(len(report.facts), "fact"),
    ]
    voices = max((fact.independent_sources for fact in report.facts), default=0)
    if voices > 1:
        counts.append(f"up to {words.count(voices, 'independent voice')}")
    counts += [f"with {visible(model)}" for model in report.models]
    return tuple(counts)


def _ordered(report: Report) -> list[Fact]:
    """Facts by verdict, then by the gravest finding, then by how many independent sources speak of them."""
    by_fact, rank = findings_by_fact(report), list(words.VERDICT_WORDS)

    def key(fact: Fact) -> tuple[int, int, int]:
        gravest = max((finding.severity.gravity for finding in by_fact[fact.id]), default=-1)
        return rank.index(fact.verdict), -gravest, -fact.independent_sources

    return sorted(report.facts, key=key)


def _is_plain_single(fact: FactView) -> bool:
    """Whether a fact has one claim and nothing to say of it that needs room."""
    needs_room = any(finding.derivation or finding.severity is not Severity.INFO for finding in fact.sentences)
    return fact.verdict is Verdict.SINGLE and not needs_room
