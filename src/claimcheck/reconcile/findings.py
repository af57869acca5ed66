"""Findings: what the report says of each fact, with a stable code and one plain sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.model import (
    Bound,
    Claim,
    ClaimKind,
    ConflictType,
    DateBasis,
    Fact,
    Finding,
    RelationKind,
    Severity,
    Verdict,
    describe,
)
from claimcheck.reconcile.judgement import Derivation, Setting
from claimcheck.reconcile.voices import Voices

__all__ = ["coverage_findings", "fact_findings", "voice_findings"]

_CONFLICT_CODES = {
    ConflictType.VALUE: "CC101",
    ConflictType.SCOPE: "CC102",
    ConflictType.UNIT: "CC103",
    ConflictType.DATE: "CC104",
    ConflictType.STATUS: "CC105",
    ConflictType.MAGNITUDE: "CC106",
    ConflictType.BOUND: "CC107",
}


def fact_findings(
    fact: Fact, claims: Mapping[str, Claim], setting: Setting, derivation: Derivation | None
) -> list[Finding]:
    """Return the findings on one fact; a fact that one source states alone gets none unless it is ambiguous."""
    found = []
    main = _verdict_finding(fact, claims, setting, derivation)
    if main is not None:
        found.append(main)
    if derivation is not None and (main is None or main.derivation is None):
        code, severity = ("CC302", Severity.INFO) if derivation.holds else ("CC206", Severity.WARNING)
        why = _sentence(derivation.why)
        found.append(Finding(code, severity, fact.id, why, derivation.claims, derivation=derivation.formula))
    found += [
        Finding("CC305", Severity.INFO, fact.id, f"{claim.text!r} {claim.note}", (claim.id,))
        for claim in (claims[claim] for claim in fact.claims)
        if claim.note is not None and claim.kind is ClaimKind.QUANTITY
    ]
    found += _inferred(fact, claims, setting)
    return found


def _verdict_finding(
    fact: Fact, claims: Mapping[str, Claim], setting: Setting, derivation: Derivation | None
) -> Finding | None:
    if fact.verdict is Verdict.SINGLE:
        return None
    if fact.verdict is Verdict.AGREE:
        return _agreement(fact, claims, setting)
    gravest = max(fact.relations, key=lambda relation: relation.relation.gravity).relation
    told, *more = [r for r in fact.relations if r.relation is gravest and r.type is fact.conflict_type]
    code, severity = _code(gravest, fact)
    why = f"{_sentence(told.why)}{_more(len(more))}"
    members = fact.claims
    is_told = derivation is not None and derivation.formula == told.derivation
    formula = None
    if derivation is not None and (is_told or derivation.holds):
        why = why if is_told else f"{why} {_sentence(derivation.why)}"
        members = tuple(dict.fromkeys((*members, *derivation.claims)))
        formula = derivation.formula
    return Finding(code, severity, fact.id, why, members, derivation=formula)


def _code(relation: RelationKind, fact: Fact) -> tuple[str, Severity]:
    match relation:
        case RelationKind.CONFLICT:
            return _CONFLICT_CODES[fact.conflict_type or ConflictType.VALUE], Severity.CONFLICT
        case RelationKind.UPDATE:
            return "CC201", Severity.WARNING
        case RelationKind.REFINES:
            return "CC203", Severity.INFO
    return "CC202", Severity.WARNING if fact.conflict_type is not None else Severity.INFO


def _agreement(fact: Fact, claims: Mapping[str, Claim], setting: Setting) -> Finding | None:
    members = [claims[claim] for claim in fact.claims]
    articles = list(dict.fromkeys(claim.article for claim in members))
    if len(articles) == 1:
        return None
    languages = {setting.articles[article].language for article in articles}
    across = f" in {len(languages)} languages" if len(languages) > 1 else ""
    voice = f", {fact.independent_sources} of them independent," if fact.independent_sources < len(articles) else ""
    why = f"{len(articles)} sources{across}{voice} say {_value(members[0])}."
    return Finding("CC301", Severity.INFO, fact.id, why, fact.claims)


def _value(claim: Claim) -> str:
    if claim.quantity is not None and claim.quantity.bound is Bound.VAGUE:
        return f"the same vague count ({claim.text})"
    if claim.quantity is not None:
        return describe.quantity(claim.quantity)
    if claim.when is not None and claim.when.is_dated:
        return describe.when(claim.when)
    return f"the same ({claim.text})"


def _inferred(fact: Fact, claims: Mapping[str, Claim], setting: Setting) -> list[Finding]:
    """Say which times of a fact rest on an inferred day, once for the fact."""
    if fact.verdict is Verdict.SINGLE:
        return []
    resting = [
        claim
        for claim in (claims[claim] for claim in fact.claims)
        if claim.when is not None
        and claim.when.is_dated
        and claim.when.reference is not None
        and claim.when.reference.basis is DateBasis.INFERRED
    ]
    if not resting:
        return []
    shown = "; ".join(
        f"{claim.text!r} in {setting.name(claim)} is taken as {describe.when(claim.when)}"
        for claim in resting
        if claim.when
    )
    why = f"The articles carry no date; it was inferred from what they and others say: {shown}."
    return [Finding("CC304", Severity.INFO, fact.id, why, tuple(claim.id for claim in resting))]


def voice_findings(voices: Voices, setting: Setting) -> list[Finding]:
    """Say which articles were merged into one voice, and which retell a source that is not among the articles."""
    articles = setting.articles
    found = [
        Finding(
            "CC303", Severity.INFO, None, f"{articles[a].name} and {articles[b].name} count as one voice: {why}.", ()
        )
        for a, b, why in voices.merged
    ]
    found += [
        Finding(
            "CC303",
            Severity.INFO,
            None,
            f"{articles[article].name} retells another outlet ({credited}), so it adds no voice of its own.",
            (),
        )
        for article, credited in voices.retold.items()
    ]
    return found


def coverage_findings(
    facts: Sequence[Fact], claims: Mapping[str, Claim], setting: Setting, voices: Voices
) -> list[Finding]:
    """Say so where nothing could be compared: one article, one voice, or no fact in common."""
    number = len(setting.articles)
    if number == 0:
        return []
    if number == 1:
        why = "Only one article was read, so there is no other to compare it with."
    elif len(set(voices.voice.values())) == 1:
        why = f"All {number} articles are one voice, so none confirms another."
    elif any(len({claims[claim].article for claim in fact.claims}) > 1 for fact in facts):
        return []
    else:
        why = f"None of the {number} articles speaks of a fact of another."
    return [Finding("CC306", Severity.INFO, None, why, ())]


def _more(pairs: int) -> str:
    return f" ({pairs} more such pair{'s' if pairs > 1 else ''}.)" if pairs else ""


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if not text.endswith(".") else f"{text[:1].upper()}{text[1:]}"
