"""Why two claims are one fact or two: the evidence as a waterfall, after Splink's charts of match weights."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from itertools import accumulate
from typing import TYPE_CHECKING

from claimcheck.report.quote import visible

if TYPE_CHECKING:
    from claimcheck.model import Claim, Evidence, Fact
    from claimcheck.report.result import Report

__all__ = ["Explanation", "explain"]


@dataclass(frozen=True, slots=True, repr=False)
class Explanation:
    """The evidence on two claims, in bits, and what came of it.

    `weight` is the sum of the evidence: at 0 the odds are even that the two speak of one fact, and each bit doubles
    them. `is_linked` says that the pair was heavy enough for a link, and nothing forbade it. Two claims that are not
    linked may still be of one fact through others, and two that are linked may be kept apart by others.
    """

    claim_a: Claim
    claim_b: Claim
    evidence: tuple[Evidence, ...]
    weight: float
    is_linked: bool
    fact: Fact | None
    """The fact that both are of, None where they are of two."""
    relation: str | None
    """How they stand to each other within it."""

    def __str__(self) -> str:
        lines = [f"{_shown(self.claim_a)}  /  {_shown(self.claim_b)}"]
        width = max(len(item.feature) for item in self.evidence)
        sums = accumulate(item.weight for item in self.evidence)
        lines += [
            f"  {item.feature:{width}s} {item.weight:+6.2f} {after:+7.2f}  {visible(item.why)}"
            for item, after in zip(self.evidence, sums, strict=True)
        ]
        return "\n".join([*lines, f"  {self.outcome}"])

    @property
    def outcome(self) -> str:
        """What came of it, in one line."""
        linked = "linked" if self.is_linked else "not linked"
        where = "two facts" if self.fact is None else f"one fact ({self.fact.id}, {visible(self.fact.label)})"
        how = f": {visible(self.relation)}" if self.relation else ""
        return f"{self.weight:+.2f} bits, {linked}, {where}{how}"

    def __repr__(self) -> str:
        return f"<Explanation: {self.claim_a.id} / {self.claim_b.id}, {self.weight:+.2f} bits>"

    def _repr_html_(self) -> str:
        sums = accumulate(item.weight for item in self.evidence)
        rows = "".join(
            f"<tr><th>{escape(item.feature)}</th><td>{item.weight:+.2f}</td><td>{after:+.2f}</td>"
            f"<td>{escape(visible(item.why))}</td></tr>"
            for item, after in zip(self.evidence, sums, strict=True)
        )
        head = f"{escape(_shown(self.claim_a))} / {escape(_shown(self.claim_b))}"
        columns = "".join(f"<th>{name}</th>" for name in ("evidence", "bits", "sum", "why"))
        return (
            f"<table><caption>{head}</caption><thead><tr>{columns}</tr></thead><tbody>{rows}</tbody>"
            f'<tfoot><tr><td colspan="4">{escape(self.outcome)}</td></tr></tfoot></table>'
        )


def explain(report: Report, a: Claim, b: Claim) -> Explanation:
    """Weigh two claims of a report.

    Raises:
        ValueError: the claims cannot be weighed against each other.
    """
    if report.weigh is None:
        raise ValueError("this report was not made by reconcile(), so there is nothing to weigh its claims with")
    evidence = report.weigh(a, b)
    if not evidence:
        raise ValueError(f"{_shown(a)} and {_shown(b)} are never compared: they are not of one kind and unit")
    fact = report.fact_of(a.id, b.id)
    return Explanation(
        a,
        b,
        evidence,
        round(sum(item.weight for item in evidence), 2),
        any({link.a, link.b} == {a.id, b.id} for link in report.links),
        fact,
        _relation(fact, a.id, b.id) if fact is not None else None,
    )


def _relation(fact: Fact, a: str, b: str) -> str | None:
    """Return how two claims stand to each other in their fact, in one sentence."""
    if any({a, b} <= {*position.claims} for position in fact.positions):
        return "they say the same"
    relation = fact.relation(a, b)
    return None if relation is None else relation.why


def _shown(claim: Claim) -> str:
    return f"{claim.id} {visible(claim.text)!r}"
