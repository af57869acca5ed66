"""What a reader sees of a report, as records between the model and the formats.

Every string here is fit to be shown (see `quote.visible`); formats only have to escape for themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.model import Severity, Verdict

__all__ = [
    "ArticleView",
    "EvidenceView",
    "FactView",
    "FindingView",
    "PositionView",
    "Quote",
    "Section",
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
