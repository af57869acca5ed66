"""The report JSON as records: their fields, in this order, are the contract `claimcheck.report/1`."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from claimcheck.model import (
    Bound,
    ClaimKind,
    ConflictType,
    Granularity,
    Provenance,
    RelationKind,
    Scope,
    Severity,
    Status,
    Trend,
    Verdict,
)

__all__ = [
    "SCHEMA",
    "ArticleRecord",
    "BaseRecord",
    "ClaimRecord",
    "EvidenceRecord",
    "FactRecord",
    "FindingRecord",
    "LinkRecord",
    "Number",
    "PositionRecord",
    "ProblemRecord",
    "PublishedFrom",
    "QuantityRecord",
    "RelationRecord",
    "ReportRecord",
    "ScheduleRecord",
    "WhenRecord",
]

SCHEMA: Literal["claimcheck.report/1"] = "claimcheck.report/1"
"""The name and version of the contract; a breaking change raises the number."""

PublishedFrom = Literal["metadata", "text", "inferred", "given"]
"""How the day of an article is known."""

Number = int | float
"""A JSON number, written without a fraction where it has none."""


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """One article that was read, and how its day is known."""

    id: str
    path: str | None
    source: str | None
    published: date | None
    published_from: PublishedFrom | None
    language: str | None


@dataclass(frozen=True, slots=True)
class BaseRecord:
    """The same quantity in base units; null is an open end."""

    low: Number | None
    high: Number | None
    unit: str


@dataclass(frozen=True, slots=True)
class QuantityRecord:
    """A quantity as stated, magnitudes multiplied out; a null end is open."""

    value: Number | None
    low: Number | None
    high: Number | None
    unit: str
    bound: Bound
    trend: Trend | None
    per: str | None
    scope: Scope
    base: BaseRecord | None


@dataclass(frozen=True, slots=True)
class WhenRecord:
    """A time as inclusive days; `anchor` says how the day that a relative time counts from is known."""

    earliest: date | None
    latest: date | None
    precision: Granularity
    edtf: str | None
    anchor: str | None


@dataclass(frozen=True, slots=True)
class ScheduleRecord:
    """The step that a payment or build-out advances by; null where none is named."""

    per: str | None


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """One claim; `start`, `end` and `sentence` count characters of the article's text."""

    id: str
    article: str
    kind: ClaimKind
    start: int
    end: int
    text: str
    sentence: tuple[int, int]
    quantity: QuantityRecord | None
    when: WhenRecord | None
    schedule: ScheduleRecord | None
    subject: str | None
    subject_name: str | None
    predicate: str | None
    predicate_text: str | None
    object: str | None
    object_name: str | None
    measure: str | None
    measure_name: str | None
    condition: str | None
    as_of: str | None
    status: Status
    attribution: str | None
    confidence: float
    provenance: dict[str, Provenance]
    note: str | None


@dataclass(frozen=True, slots=True)
class PositionRecord:
    """The claims of one fact that say the same, and from how many independent sources."""

    claims: list[str]
    sources: int


@dataclass(frozen=True, slots=True)
class RelationRecord:
    """How two positions, given by index, stand to each other."""

    a: int
    b: int
    relation: RelationKind
    type: ConflictType | None
    why: str


@dataclass(frozen=True, slots=True)
class FactRecord:
    """The claims that speak of one thing; `consensus` is the claim with the widest support, not a truth."""

    id: str
    label: str
    kind: ClaimKind
    verdict: Verdict
    conflict_type: ConflictType | None
    positions: list[PositionRecord]
    relations: list[RelationRecord]
    independent_sources: int
    consensus: str | None


@dataclass(frozen=True, slots=True)
class FindingRecord:
    """What the report says of a fact, in one sentence; `fact` is null where it concerns no single fact."""

    code: str
    severity: Severity
    fact: str | None
    why: str
    derivation: str | None
    claims: list[str]


@dataclass(frozen=True, slots=True)
class EvidenceRecord:
    """One reason for (positive weight) or against (negative) a link."""

    feature: str
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class LinkRecord:
    """Two claims held to speak of one fact."""

    a: str
    b: str
    weight: float
    evidence: list[EvidenceRecord]


@dataclass(frozen=True, slots=True)
class ProblemRecord:
    """One input that could not be used."""

    path: str | None
    line: int | None
    message: str


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """A claimcheck report; `models` are the trained pipelines that helped, with their versions."""

    schema: Literal["claimcheck.report/1"]
    articles: list[ArticleRecord]
    claims: list[ClaimRecord]
    facts: list[FactRecord]
    findings: list[FindingRecord]
    links: list[LinkRecord]
    models: list[str]
    agreement: dict[str, float]
    problems: list[ProblemRecord]
