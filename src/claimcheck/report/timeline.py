"""The dated facts of a report in the order of the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.model import WhenKind, describe
from claimcheck.report import words
from claimcheck.report.axis import Scale, Span
from claimcheck.report.axis_days import broken_days, day_ticks
from claimcheck.report.chart import mark
from claimcheck.report.quote import visible
from claimcheck.report.spans import span_of_days
from claimcheck.report.view import EventView, TimelineView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.report.result import Report
    from claimcheck.report.view import FactView

__all__ = ["timeline"]

_LEAST = 2
_MOST_TIMES = 3
_UNPLACED = frozenset({WhenKind.VAGUE, WhenKind.DURATION, WhenKind.SET})


def timeline(report: Report, facts: Iterable[FactView]) -> TimelineView | None:
    """Put dated facts on one axis, the days of the articles first; None where fewer than two are on the calendar."""
    dated = [(fact, times) for fact in facts if (times := _times(report, fact))]
    if len(dated) < _LEAST:
        return None
    dated.sort(key=lambda pair: (min(end for span in pair[1] for end in span.ends), pair[0].label))
    published = _published(report)
    scale = broken_days([*published, *(span for _, times in dated for span in times)])
    events = [
        EventView(
            fact=fact.id,
            label=fact.label,
            verdict=fact.verdict,
            when=_listed(list(times.values())),
            marks=tuple(dict.fromkeys(mark(span, scale) for span in times)),
        )
        for fact, times in dated
    ]
    if published:
        events.insert(0, _articles(published, scale))
    return TimelineView(scale, day_ticks(scale), tuple(events))


def _times(report: Report, fact: FactView) -> dict[Span, str]:
    """The different times that are stated for a fact, with their words."""
    claims = (report.claim(quote.claim) for quote in fact.quotes)
    times: dict[Span, str] = {}
    for claim in claims:
        if claim.when is None or claim.when.kind in _UNPLACED:
            continue
        if (span := span_of_days(claim.when)) is not None:
            times.setdefault(span, words.value(claim))
    return times


def _published(report: Report) -> dict[Span, str]:
    """The days on which articles were published, with their words."""
    found: dict[Span, str] = {}
    for article in sorted(report.articles, key=lambda article: (str(article.published), article.id)):
        if article.published is not None:
            last = article.published_until or article.published
            span = Span(article.published.toordinal(), last.toordinal() + 1, fuzzy=last != article.published)
            found[span] = describe.day(article.published)
    return found


def _articles(published: dict[Span, str], scale: Scale) -> EventView:
    days = list(dict.fromkeys(published.values()))
    when = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
    return EventView(None, "Articles published", None, when, tuple(mark(span, scale) for span in published))


def _listed(times: list[str]) -> str:
    shown = " / ".join(dict.fromkeys(times[:_MOST_TIMES]))
    more = len(times) - _MOST_TIMES
    return visible(f"{shown} and {more} more" if more > 0 else shown)
