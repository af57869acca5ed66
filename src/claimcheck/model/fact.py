"""Links, facts and findings: what the claims of several articles amount to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Protocol

from claimcheck.model.claim import ClaimKind

__all__ = [
    "ConflictType",
    "Evidence",
    "Fact",
    "Finding",
    "Link",
    "Position",
    "Relation",
    "RelationKind",
    "Severity",
    "Verdict",
]


class Presenter(Protocol):
    """What shows a fact with its claims: a report."""

    def fact_html(self, fact: Fact) -> str:
        """Write a fact as HTML."""

    def plot(self, fact: str | None = None) -> Any:
        """Draw a fact."""


class RelationKind(StrEnum):
    """How two positions of one fact stand to each other, from the mildest to the gravest."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    REFINES = "refines"
    UPDATE = "update"
    CONFLICT = "conflict"

    @property
    def gravity(self) -> int:
        """Rank for choosing the most serious relation: conflict is the highest."""
        return list(RelationKind).index(self)


class Verdict(StrEnum):
    """The most serious relation of a fact; `single` where one claim stands alone."""

    SINGLE = "single"
    AGREE = "agree"
    COMPATIBLE = "compatible"
    REFINES = "refines"
    UPDATE = "update"
    CONFLICT = "conflict"


class ConflictType(StrEnum):
    """In what two positions differ."""

    VALUE = "value"
    BOUND = "bound"
    UNIT = "unit"
    SCOPE = "scope"
    DATE = "date"
    STATUS = "status"
    MAGNITUDE = "magnitude"


class Severity(StrEnum):
    """How much a finding asks for a reader's attention."""

    INFO = "info"
    WARNING = "warning"
    CONFLICT = "conflict"

    @property
    def gravity(self) -> int:
        """Rank for comparing: conflict is the highest."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for (positive weight) or against (negative) two claims speaking of one fact."""

    feature: str
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims held to speak of one fact; `weight` is the sum of the evidence."""

    a: str
    b: str
    weight: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """The claims of one fact that say the same, and how many independent sources they come from."""

    claims: tuple[str, ...]
    sources: int


@dataclass(frozen=True, slots=True)
class Relation:
    """How two positions, given by index, stand to each other.

    `derivation` is the formula over quoted claims that decided it, where arithmetic did, and that `why` tells.
    """

    a: int
    b: int
    relation: RelationKind
    type: ConflictType | None
    why: str
    derivation: str | None = None


class _InReport:
    """Holds the report that a fact stands in, outside its fields: the report has the fact among its own."""

    __slots__ = ("_report",)
    _report: Presenter

    @property
    def shown_by(self) -> Presenter | None:
        """The report that the fact stands in, None for a fact by itself."""
        return getattr(self, "_report", None)


@dataclass(frozen=True, slots=True, repr=False)
class Fact(_InReport):
    """The claims that speak of one thing.

    `consensus` is a claim of the position that has the most support, where sources weigh more that agree with others
    elsewhere; it is not a verdict on the truth. `shown_by` is the report that the fact stands in, which has the claims.
    """

    id: str
    label: str
    kind: ClaimKind
    positions: tuple[Position, ...]
    relations: tuple[Relation, ...]
    verdict: Verdict
    conflict_type: ConflictType | None
    consensus: str | None
    independent_sources: int

    def __repr__(self) -> str:
        return (
            f"<Fact {self.id} {self.label!r}: {self.verdict}, {len(self.claims)} claims, "
            f"{self.independent_sources} independent sources>"
        )

    def _repr_html_(self) -> str | None:
        return None if self.shown_by is None else self.shown_by.fact_html(self)

    def plot(self) -> Any:
        """Draw the values of the claims on one axis, a row for each source; see `Report.plot`.

        Raises:
            ValueError: the fact was not made by `reconcile`, so that its claims are not known.
        """
        if self.shown_by is None:
            raise ValueError("a fact by itself does not know its claims; take it from a report")
        return self.shown_by.plot(self.id)

    def within(self, report: Presenter) -> Fact:
        """Return the fact as one of a report."""
        fact = replace(self)
        object.__setattr__(fact, "_report", report)
        return fact

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of all claims of the fact, position by position."""
        return tuple(claim for position in self.positions for claim in position.claims)

    def relation(self, claim_a: str, claim_b: str) -> Relation | None:
        """Return how the positions of two of the claims stand to each other.

        None stands for claims of one position, and for two positions of so many that only those with the best supported
        one were compared.
        """
        place = {claim: number for number, position in enumerate(self.positions) for claim in position.claims}
        between = {place[claim_a], place[claim_b]}
        return next((relation for relation in self.relations if {relation.a, relation.b} == between), None)


@dataclass(frozen=True, slots=True)
class Finding:
    """What the report says of a fact, in one plain sentence, with the claims it rests on.

    `derivation` is a formula over quoted claims where arithmetic connects them.
    """

    code: str
    severity: Severity
    fact: str | None
    why: str
    claims: tuple[str, ...]
    derivation: str | None = None
