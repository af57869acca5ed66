"""What a rule sees and what it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from claimcheck.model import Article, Claim, ConflictType, RelationKind, WhenKind

__all__ = ["Derivation", "Judgement", "Setting", "lies_within"]


@dataclass(frozen=True, slots=True)
class Derivation:
    """A formula over claims, and what it shows, in one plain sentence without a full stop.

    `holds` is False where it reveals that the claims do not fit. `is_in_time` says that they belong to two times,
    rather than to a whole and its part.
    """

    formula: str
    why: str
    claims: tuple[str, ...]
    holds: bool = True
    is_in_time: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """How two claims of one fact stand to each other, and why, in one plain sentence without a full stop.

    `derivation` is the arithmetic that decided it, which the sentence tells.
    """

    relation: RelationKind
    type: ConflictType | None
    why: str
    derivation: Derivation | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What the rules know beside the two claims.

    Args:
        articles: all articles by id.
        tolerance: the share by which numbers may differ after unit conversion and still agree.
        currency_tolerance: the same after currency conversion.
        dated_by: pairs of claims of which one dated the other's article.
        stamped: the day at the head of the text of each article whose metadata give one as well.
        sentences: the claims of each sentence, by article and place.
    """

    articles: Mapping[str, Article]
    tolerance: Decimal = Decimal("0.01")
    currency_tolerance: Decimal = Decimal("0.03")
    dated_by: frozenset[frozenset[str]] = frozenset()
    stamped: Mapping[str, date] = field(default_factory=dict)
    sentences: Mapping[tuple[str, tuple[int, int]], Sequence[Claim]] = field(default_factory=dict)
    dating: frozenset[str] = field(init=False)
    """The claims of those pairs."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "dating", frozenset[str]().union(*self.dated_by))

    def published(self, claim: Claim) -> date | None:
        """Return the day of the claim's article, None where it is unknown or only inferred."""
        article = self.articles[claim.article]
        return None if article.published_until is not None else article.published

    def beside(self, claim: Claim) -> list[Claim]:
        """Return the other claims of a claim's sentence."""
        return [other for other in self.sentences.get((claim.article, claim.sentence), ()) if other.id != claim.id]

    def name(self, claim: Claim) -> str:
        """Return what a reader calls the claim's source."""
        return self.articles[claim.article].name

    def in_order(self, a: Claim, b: Claim) -> tuple[Claim, Claim] | None:
        """Return the two claims with the earlier published first, None where the order is unknown."""
        day_a, day_b = self.published(a), self.published(b)
        if day_a is None or day_b is None or day_a == day_b:
            return None
        return (a, b) if day_a < day_b else (b, a)


def lies_within(inner: Claim, outer: Claim) -> bool:
    """Whether the value or time of one claim leaves nothing open that that of another settles."""
    if inner.quantity is not None and outer.quantity is not None:
        one, other = inner.base, outer.base
        return one is not None and other is not None and other.reach.contains(one.reach)
    if inner.when is None or outer.when is None or WhenKind.VAGUE in {inner.when.kind, outer.when.kind}:
        return False
    first, last = inner.when.earliest, inner.when.latest
    start, end = outer.when.earliest, outer.when.latest
    if first is None or last is None or start is None or end is None:
        return False
    return start <= first and last <= end
