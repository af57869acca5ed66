"""What a reader sees of a report, as records between the model and the formats.

Every string here is fit to be shown (see `quote.visible`); formats only have to escape for themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.model import Severity, Verdict
    from claimcheck.report.axis import Scale, Tick

__all__ = [
    "ArticleView",
    "ChartRow",
    "ChartView",
    "EventView",
    "EvidenceView",
    "FactView",
    "FindingView",
    "Mark",
    "PositionView",
    "Quote",
    "Section",
    "TimelineView",
    "View",
]


@dataclass(frozen=True, slots=True)
class Quote:
    """One claim in the words of its article; `marked` are exactly the characters of the claim."""

    claim: str
    article: str
    source: str
    language: str | None
    place: str
    value: str
    notes: tuple[str, ...]
    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding; `quotes` are the claims it rests on that no position beside it shows."""

    code: str
    severity: Severity
    why: str
    derivation: str | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class PositionView:
    """The quotes that say the same, under one letter."""

    letter: str
    sources: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """Why two claims were linked: `share` is each weight as a part of the largest, for drawing."""

    a: Quote
    b: Quote
    weight: float
    reasons: tuple[tuple[str, float, str, float], ...]


@dataclass(frozen=True, slots=True)
class FactView:
    """One fact with all that is said of it."""

    id: str
    label: str
    verdict: Verdict
    detail: str | None
    independent_sources: int
    sentences: tuple[FindingView, ...]
    positions: tuple[PositionView, ...]
    related: tuple[Quote, ...]
    consensus: str | None
    relations: tuple[str, ...]
    evidence: tuple[EvidenceView, ...]
    leading: str | None
    """The letter of the position with the widest support, None where no position leads."""

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes of all positions."""
        return tuple(quote for position in self.positions for quote in position.quotes)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its facts, or with findings that belong to no single fact."""

    heading: str
    facts: tuple[FactView, ...] = ()
    findings: tuple[FindingView, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article that was read."""

    id: str
    name: str
    title: str | None
    place: str
    url: str | None
    language: str
    published: str


@dataclass(frozen=True, slots=True)
class View:
    """The whole report in reading order."""

    counts: tuple[str, ...]
    tallies: tuple[tuple[Verdict, int], ...]
    sections: tuple[Section, ...]
    singles: tuple[FactView, ...]
    articles: tuple[ArticleView, ...]
    problems: tuple[str, ...]
    folder: str | None
    """The folder that holds all articles; places are given within it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What is drawn for one value: places are percent of the width of the axis.

    `start` and `end` are the ends of what is drawn, which reaches the end of the axis where `opens` names a side.
    `point` is where a single value stands, `band` what slack there is around the value. `hollow` says that the end
    itself is outside, `fuzzy` that the words are approximate.
    """

    start: float
    end: float
    opens: str = ""
    point: float | None = None
    band: tuple[float, float] | None = None
    hollow: bool = False
    fuzzy: bool = False


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One line of a chart; without a mark, `drawn` says why there is none."""

    letter: str
    source: str
    value: str
    drawn: str
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class ChartView:
    """The values of one fact on one axis; `caption` says what the axis counts."""

    caption: str
    ticks: tuple[Tick, ...]
    rows: tuple[ChartRow, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """One line of the timeline, with a mark for each time that is stated; that of the articles belongs to no fact."""

    fact: str | None
    label: str
    verdict: Verdict | None
    when: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The dated facts in the order of the calendar; the axis is broken between the pieces of its scale."""

    scale: Scale
    ticks: tuple[Tick, ...]
    events: tuple[EventView, ...]
