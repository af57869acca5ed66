"""Arithmetic between facts, searched only where the wording invites it.

    total = instalment x count      and      total = rate x extent

"10 billion at a time" beside "up to 100 billion, as each gigawatt is deployed" and "10 gigawatts" invites
100 billion USD / 10 GW = 10 billion USD/GW: ten instalments are one per gigawatt.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from claimcheck.model import Claim, ClaimKind, Fact, Scope, describe
from claimcheck.units import is_currency, symbol

__all__ = ["Derivation", "derive"]

_TOLERANCE = Decimal("0.01")
_INSTALMENT = "instalment"
"""The counted noun of "in ten instalments", as the packs name it."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """A formula over claims, and what it shows in one plain sentence."""

    formula: str
    why: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Term:
    """A number of a formula, with the claim that states it."""

    claim: Claim
    number: Decimal
    unit: str
    scope: Scope

    def __str__(self) -> str:
        money, _, below = self.unit.partition("/")
        name = f"{symbol(money)}/{symbol(below)}" if below else symbol(money)
        return f"{describe.amount(self.number)} {name}"


def derive(facts: Sequence[Fact], claims: Mapping[str, Claim]) -> dict[str, Derivation]:
    """Return the derivation that connects the claims of a fact, by fact id, where there is one."""
    terms = _terms(claims.values())
    found = {}
    for fact in facts:
        members = [claims[claim] for claim in fact.claims]
        if fact.kind is ClaimKind.SCHEDULE:
            candidates = _of_schedule(members, terms, _paid_out(members, facts, claims))
        else:
            candidates = _of_rate(_terms(members), terms)
        derivation = next(candidates, None)
        if derivation is not None:
            found[fact.id] = derivation
    return found


def _terms(claims: Iterable[Claim]) -> list[_Term]:
    return [
        _Term(claim, claim.quantity.value, claim.quantity.unit, claim.quantity.scope)
        for claim in claims
        if claim.quantity is not None and claim.quantity.value
    ]


def _paid_out(members: Sequence[Claim], facts: Sequence[Fact], claims: Mapping[str, Claim]) -> list[_Term]:
    """Return the totals that schedules pay out: the facts of the amounts that the schedules are said of."""
    said_of = {(claim.article, claim.condition) for claim in members if claim.condition}
    found: list[_Term] = []
    for fact in facts:
        terms = _terms(claims[claim] for claim in fact.claims)
        if any((term.claim.article, term.claim.condition) in said_of for term in terms):
            found += terms
    return found


def _of_schedule(members: Sequence[Claim], terms: Sequence[_Term], totals: Sequence[_Term]) -> Iterator[Derivation]:
    """Hold each instalment against the total: by the extent of a step, and by a stated count."""
    steps = {(claim.article, claim.schedule.per): claim for claim in members if claim.schedule is not None}
    parts = [term for term in _terms(members) if term.scope is Scope.INSTALMENT]
    for part, total in product(parts, totals):
        if part.unit != total.unit:
            continue
        for term in terms:
            clause = steps.get((term.claim.article, term.unit))
            if clause is not None and _close(total.number / term.number, part.number):
                rate = _Term(part.claim, total.number / term.number, f"{total.unit}/{term.unit}", Scope.RATE)
                count = describe.amount(total.number / part.number)
                why = f"{count} instalments of {part} are one per {describe.unit(term.unit)}, so both can hold"
                used = (total.claim.id, term.claim.id, clause.id, part.claim.id)
                yield Derivation(f"{total} / {term} = {rate}", why, used)
            if term.unit == _INSTALMENT and _close(part.number * term.number, total.number):
                why = "the instalments add up to the total, so both can hold"
                formula = f"{describe.amount(term.number)} x {part} = {total}"
                yield Derivation(formula, why, (total.claim.id, part.claim.id, term.claim.id))


def _of_rate(members: Sequence[_Term], terms: Sequence[_Term]) -> Iterator[Derivation]:
    """Check total = rate x extent for a rate of money per unit, within the article that states it."""
    for rate in members:
        money, _, below = rate.unit.partition("/")
        if not below or not is_currency(money):
            continue
        near = [term for term in terms if term.claim.article == rate.claim.article]
        totals = [term for term in near if term.unit == money and term.scope is Scope.TOTAL]
        extents = [term for term in near if term.unit == below]
        for total, extent in product(totals, extents):
            if _close(rate.number * extent.number, total.number):
                used = (rate.claim.id, extent.claim.id, total.claim.id)
                yield Derivation(f"{rate} x {extent} = {total}", "rate and extent give the total", used)


def _close(a: Decimal, b: Decimal) -> bool:
    return abs(a - b) <= abs(b) * _TOLERANCE
