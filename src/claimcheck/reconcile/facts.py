"""Turn groups of claims into facts: positions, relations, verdicts, and the findings on them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from claimcheck.model import (
    Claim,
    ClaimKind,
    ConflictType,
    Fact,
    Finding,
    Position,
    Relation,
    RelationKind,
    Scope,
    Verdict,
    describe,
)
from claimcheck.reconcile.consensus import find_consensus
from claimcheck.reconcile.conversions import conversion_findings
from claimcheck.reconcile.derivations import derive
from claimcheck.reconcile.findings import coverage_findings, fact_findings, voice_findings
from claimcheck.reconcile.judgement import Judgement, Setting
from claimcheck.reconcile.rules import judge
from claimcheck.reconcile.stamps import stamp_findings
from claimcheck.reconcile.voices import Voices
from claimcheck.reconcile.weekdays import weekday_findings
from claimcheck.units import is_currency

__all__ = ["reconcile_facts"]

_MOST_POSITIONS = 40
"""Positions of a fact up to which every two are compared."""
_FEW = 8
"""Claims of a position up to which each is compared with those of the others."""


def reconcile_facts(
    groups: Sequence[Sequence[str]], claims: Mapping[str, Claim], setting: Setting, voices: Voices
) -> tuple[list[Fact], list[Finding], Mapping[str, float]]:
    """Return the facts, in the order of the groups, the findings, the gravest first, and the agreement of sources.

    Args:
        groups: ids of the claims that speak of one fact; every claim is in one group.
        claims: the claims by id.
        setting: what the rules know beside the claims.
        voices: which articles are independent.
    """
    setting = replace(setting, sentences=_sentences(claims.values()))
    facts = [
        _fact(f"f{number}", [claims[claim] for claim in group], setting, voices)
        for number, group in enumerate(groups, 1)
    ]
    facts, agreement = _with_consensus(facts, claims, setting, voices)
    derivations = derive(facts, claims, setting)
    findings = [finding for fact in facts for finding in fact_findings(fact, claims, setting, derivations.get(fact.id))]
    findings += conversion_findings(claims.values(), setting)
    findings += weekday_findings(claims.values(), setting)
    findings += stamp_findings(setting)
    findings += voice_findings(voices, setting)
    findings += coverage_findings(facts, claims, setting, voices)
    findings.sort(key=lambda finding: -finding.severity.gravity)
    return facts, findings, agreement


def _with_consensus(
    facts: Sequence[Fact], claims: Mapping[str, Claim], setting: Setting, voices: Voices
) -> tuple[list[Fact], Mapping[str, float]]:
    """Set the consensus of each fact, and return how far each source is with it."""

    def source(claim: str) -> str:
        origin = setting.articles[voices.voice[claims[claim].article]]
        return origin.source or origin.id

    questions = [[{source(claim) for claim in position.claims} for position in fact.positions] for fact in facts]
    found = find_consensus(questions)
    settled = [
        replace(fact, consensus=fact.positions[winner].claims[0])
        for fact, winner in zip(facts, found.winners, strict=True)
    ]
    return settled, found.agreement


def _sentences(claims: Iterable[Claim]) -> dict[tuple[str, tuple[int, int]], list[Claim]]:
    found: defaultdict[tuple[str, tuple[int, int]], list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.article, claim.sentence].append(claim)
    return found


def _fact(name: str, members: Sequence[Claim], setting: Setting, voices: Voices) -> Fact:
    groups = _positions(members, setting)
    speakers = [_spokesmen(group, setting) for group in groups]
    relations = [_relation(i, j, speakers[i], speakers[j], setting) for i, j in _compared(groups)]
    positions = tuple(
        Position(tuple(claim.id for claim in group), voices.count([claim.article for claim in group]))
        for group in groups
    )
    gravest = max(relations, key=_gravity, default=None)
    verdict = Verdict.SINGLE if len(members) == 1 else Verdict.AGREE if gravest is None else Verdict(gravest.relation)
    return Fact(
        id=name,
        label=_label(members),
        kind=_kind(members),
        positions=positions,
        relations=tuple(relations),
        verdict=verdict,
        conflict_type=gravest.type if gravest is not None else None,
        consensus=None,
        independent_sources=voices.count([claim.article for claim in members]),
    )


def _positions(members: Sequence[Claim], setting: Setting) -> list[list[Claim]]:
    """Group claims that all agree with one another; claims that say the very same are looked at once."""
    same: dict[object, list[Claim]] = {}
    for claim in members:
        same.setdefault(_statement(claim, setting), []).append(claim)
    groups: list[list[list[Claim]]] = []
    for claims in same.values():
        home = next((g for g in groups if all(_agrees(claims[0], other[0], setting) for other in g)), None)
        if home is None:
            groups.append([claims])
        else:
            home.append(claims)
    place = {claim.id: number for number, claim in enumerate(members)}
    return [sorted((claim for claims in group for claim in claims), key=lambda c: place[c.id]) for group in groups]


def _statement(claim: Claim, setting: Setting) -> object:
    """Return what a claim says, for telling claims that no rule can tell apart."""
    is_money = claim.quantity is not None and is_currency(claim.quantity.unit)
    day = setting.published(claim) if is_money else None  # rates are of a day
    said = (claim.kind, claim.quantity, claim.when, claim.schedule, claim.period, claim.predicate, claim.status)
    return (*said, claim.measure_name, day, claim.id if claim.id in setting.dating else None)


def _compared(groups: Sequence[Sequence[Claim]]) -> Iterator[tuple[int, int]]:
    """Yield the positions to compare: all pairs, or of very many each with the best supported."""
    places = range(len(groups))
    if len(groups) <= _MOST_POSITIONS:
        yield from combinations(places, 2)
        return
    best = max(places, key=lambda place: (len(groups[place]), -place))
    yield from ((min(place, best), max(place, best)) for place in places if place != best)


def _spokesmen(position: Sequence[Claim], setting: Setting) -> Sequence[Claim]:
    """Return the claims of a position that are compared: of many that say the very same, the first and last in time."""
    if len(position) <= _FEW:
        return position
    same: dict[object, list[tuple[date, int]]] = {}
    for number, claim in enumerate(position):
        same.setdefault(_statement(claim, setting), []).append((setting.published(claim) or date.min, number))
    chosen = (number for places in list(same.values())[:_FEW] for _, number in (min(places), max(places)))
    return [position[number] for number in dict.fromkeys(chosen)]


def _agrees(a: Claim, b: Claim, setting: Setting) -> bool:
    return judge(a, b, setting).relation is RelationKind.AGREE


def _gravity(relation: Relation | Judgement) -> tuple[int, int]:
    """Rank a relation for choosing the gravest; of equal ones the type that stands first in its enum wins."""
    types = list(ConflictType)
    return relation.relation.gravity, -types.index(relation.type) if relation.type is not None else -len(types)


def _relation(i: int, j: int, left: Sequence[Claim], right: Sequence[Claim], setting: Setting) -> Relation:
    """Return the gravest relation between the claims of two positions."""
    judgements: list[Judgement] = [judge(a, b, setting) for a in left for b in right]
    gravest = max(judgements, key=_gravity)
    formula = gravest.derivation.formula if gravest.derivation is not None else None
    return Relation(i, j, gravest.relation, gravest.type, gravest.why, formula)


def _kind(members: Sequence[Claim]) -> ClaimKind:
    kinds = {claim.kind for claim in members}
    return ClaimKind.SCHEDULE if ClaimKind.SCHEDULE in kinds else members[0].kind


def _label(members: Sequence[Claim]) -> str:
    """Name a fact by what most of its claims say it is about: "Contoso: invest (Fabrikam)"."""
    subject = _most(c.subject_name or c.subject for c in members) or _most(n for c in members for n in c.participants)
    predicate = _most(claim.predicate for claim in members)
    measure = _most(claim.measure_name or claim.measure for claim in members)
    target = _most(claim.object_name or claim.object for claim in members)
    quantity = members[0].quantity
    paid = _kind(members) is ClaimKind.SCHEDULE or (quantity is not None and quantity.scope is Scope.INSTALMENT)
    if paid:
        what = "schedule of payment"
    else:
        known = {name.casefold() for name in (subject, target) if name}
        measured = None if measure is None or measure.casefold() in known else measure
        kind = "when" if quantity is None else None
        if quantity is not None and measured is None and not is_currency(quantity.unit):
            kind = describe.unit(quantity.unit, plural=True)
        parts = dict.fromkeys(part for part in (predicate, measured, kind) if part and part.casefold() not in known)
        what = ", ".join(parts) or "amount"
    label = f"{subject}: {what}" if subject else what
    return f"{label} ({target})" if target and target != subject else label


def _most(values: Iterable[str | None]) -> str | None:
    counted = Counter(value for value in values if value)
    return counted.most_common(1)[0][0] if counted else None
