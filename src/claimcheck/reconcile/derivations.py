"""Arithmetic between facts, searched only where the wording invites it.

    total = instalment x count      and      total = rate x extent

"10 billion at a time" beside "up to 100 billion, as each gigawatt is deployed" and "10 gigawatts" invites
100 billion USD / 10 GW = 10 billion USD/GW: ten instalments are one per gigawatt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.model import Claim, ClaimKind, Fact, Quantity, Scope, describe
from claimcheck.units import is_currency, symbol

__all__ = ["Derivation", "derive"]

_TOLERANCE = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Derivation:
    """A formula over claims, and what it shows in one plain sentence."""

    formula: str
    why: str
    claims: tuple[str, ...]


def derive(facts: Sequence[Fact], claims: Mapping[str, Claim]) -> dict[str, Derivation]:
    """Return the derivation that connects the positions of a fact, by fact id, where there is one."""
    found = {}
    for fact in facts:
        members = [claims[claim] for claim in fact.claims]
        candidates = (
            _from_schedule(members, facts, claims) if fact.kind is ClaimKind.SCHEDULE else _from_rate(members, claims)
        )
        derivation = next(candidates, None)
        if derivation is not None:
            found[fact.id] = derivation
    return found


def _from_schedule(
    members: Sequence[Claim], facts: Sequence[Fact], claims: Mapping[str, Claim]
) -> Iterator[Derivation]:
    """Divide the total that a schedule pays out by the extent of its step, and compare with the instalment."""
    instalments = [c for c in members if c.quantity is not None and c.quantity.scope is Scope.INSTALMENT]
    clauses = [c for c in members if c.schedule is not None and c.schedule.per is not None]
    for instalment in instalments:
        for total in _totals(members, facts, claims):
            yield from _by_count(instalment, total, claims)
            for clause in clauses:
                for extent in _extents(clause, claims):
                    yield from _quotient(instalment, total, extent, clause)


def _totals(members: Sequence[Claim], facts: Sequence[Fact], claims: Mapping[str, Claim]) -> Iterator[Claim]:
    """Yield the amounts that the schedules are said of, and then the others of their facts."""
    conditions = {(claim.article, claim.condition) for claim in members if claim.condition}
    for fact in facts:
        group = [claims[claim] for claim in fact.claims]
        if any((claim.article, claim.condition) in conditions and claim.quantity is not None for claim in group):
            yield from (claim for claim in group if claim.quantity is not None and claim.quantity.value is not None)


def _extents(clause: Claim, claims: Mapping[str, Claim]) -> Iterator[Claim]:
    """Yield the quantities of the article of a clause that are stated in the unit of its step."""
    step = clause.schedule.per if clause.schedule is not None else None
    for claim in claims.values():
        if claim.article == clause.article and claim.quantity is not None and claim.quantity.unit == step:
            yield claim


def _quotient(instalment: Claim, total: Claim, extent: Claim, clause: Claim) -> Iterator[Derivation]:
    whole, part, size = _value(total), _value(instalment), _value(extent)
    if (
        whole is None
        or part is None
        or not size
        or total.quantity is None
        or instalment.quantity is None
        or extent.quantity is None
    ):
        return
    if total.quantity.unit != instalment.quantity.unit or not _close(whole / size, part):
        return
    rate_unit = f"{total.quantity.unit}/{symbol(extent.quantity.unit)}"
    formula = f"{_shown(whole, total.quantity)} / {_shown(size, extent.quantity)} = {describe.amount(whole / size)} {rate_unit}"
    step = describe.unit(extent.quantity.unit)
    why = f"{describe.amount(whole / part)} instalments of {_shown(part, instalment.quantity)} are one per {step}, so both can hold"
    yield Derivation(formula, why, (total.id, extent.id, clause.id, instalment.id))


def _by_count(instalment: Claim, total: Claim, claims: Mapping[str, Claim]) -> Iterator[Derivation]:
    """Check total = instalment x count where a source counts the instalments."""
    whole, part = _value(total), _value(instalment)
    if whole is None or not part or total.quantity is None or instalment.quantity is None:
        return
    for claim in claims.values():
        if claim.quantity is None or claim.quantity.unit != "instalment" or claim.quantity.value is None:
            continue
        count = claim.quantity.value
        if total.quantity.unit == instalment.quantity.unit and _close(part * count, whole):
            formula = (
                f"{describe.amount(count)} x {_shown(part, instalment.quantity)} = {_shown(whole, total.quantity)}"
            )
            why = "the instalments add up to the total, so both can hold"
            yield Derivation(formula, why, (total.id, instalment.id, claim.id))


def _from_rate(members: Sequence[Claim], claims: Mapping[str, Claim]) -> Iterator[Derivation]:
    """Check total = rate x extent for a rate of money per unit, a total in that money and an extent in that unit."""
    for rate in members:
        if rate.quantity is None or rate.quantity.per is None or rate.quantity.value is None:
            continue
        money = rate.quantity.unit.partition("/")[0]
        if not is_currency(money):
            continue
        mine = [c for c in claims.values() if c.article == rate.article and c.quantity is not None and c.quantity.value]
        totals = [
            c for c in mine if c.quantity is not None and c.quantity.unit == money and c.quantity.scope is Scope.TOTAL
        ]
        extents = [c for c in mine if c.quantity is not None and c.quantity.unit == rate.quantity.per]
        for total in totals:
            for extent in extents:
                yield from _product(rate, total, extent)


def _product(rate: Claim, total: Claim, extent: Claim) -> Iterator[Derivation]:
    each, whole, size = _value(rate), _value(total), _value(extent)
    if (
        each is None
        or whole is None
        or size is None
        or rate.quantity is None
        or total.quantity is None
        or extent.quantity is None
    ):
        return
    if _close(each * size, whole):
        shown_rate = f"{describe.amount(each)} {total.quantity.unit}/{symbol(extent.quantity.unit)}"
        formula = f"{shown_rate} x {_shown(size, extent.quantity)} = {_shown(whole, total.quantity)}"
        yield Derivation(formula, "rate and extent give the total", (rate.id, extent.id, total.id))


def _value(claim: Claim) -> Decimal | None:
    return claim.quantity.value if claim.quantity is not None else None


def _shown(number: Decimal, quantity: Quantity) -> str:
    return f"{describe.amount(number)} {symbol(quantity.unit)}".strip()


def _close(a: Decimal, b: Decimal) -> bool:
    return abs(a - b) <= abs(b) * _TOLERANCE
