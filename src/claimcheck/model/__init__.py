"""What every stage speaks of: frozen records over the standard library, without I/O."""

from claimcheck.model.article import Article, DateBasis
from claimcheck.model.claim import Claim, ClaimKind, Provenance, Schedule, Status
from claimcheck.model.codes import Code, codes
from claimcheck.model.fact import (
    ConflictType,
    Evidence,
    Fact,
    Finding,
    Link,
    Position,
    Relation,
    RelationKind,
    Severity,
    Verdict,
)
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import SCALE_WORDS, Base, Bound, Quantity, QuantityMention, Scope, Trend
from claimcheck.model.when import (
    SESSIONS,
    Granularity,
    Mod,
    Reference,
    TimeForm,
    TimeMention,
    TimeRelation,
    When,
    WhenKind,
)

__all__ = [
    "SCALE_WORDS", "SESSIONS", "Article", "Base", "Bound", "Claim", "ClaimKind", "Code", "ConflictType", "DateBasis",
    "Evidence", "Fact", "Finding", "Granularity", "Interval", "Link", "Mod", "Position", "Provenance", "Quantity",
    "QuantityMention", "Reference", "Relation", "RelationKind", "Schedule", "Scope", "Severity", "Status",
    "TimeForm", "TimeMention", "TimeRelation", "Trend", "Verdict", "When", "WhenKind", "codes",
]  # fmt: skip
