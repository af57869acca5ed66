"""Arithmetic between facts, searched only where the wording invites it.

    total = instalment x count      total = rate x extent      part = share x whole      age = year - year of birth
    before = after - change

"10 billion at a time" beside "up to 100 billion, as each gigawatt is deployed" and "10 gigawatts" invites
100 billion USD / 10 GW = 10 billion USD/GW: ten instalments are one per gigawatt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations, product

from claimcheck.lang import predicate_group
from claimcheck.model import (
    Bound,
    Claim,
    ClaimKind,
    Fact,
    Granularity,
    Interval,
    Mod,
    RelationKind,
    Scope,
    Status,
    describe,
)
from claimcheck.reconcile.connections import connect
from claimcheck.reconcile.judgement import Derivation, Setting
from claimcheck.units import is_currency, is_measure, symbol, to_base

__all__ = ["derive"]

_TOLERANCE = Decimal("0.01")
_INSTALMENT = "instalment"
"""The counted noun of "in ten instalments", as the packs name it."""
_PERCENT = "percent"
_HUNDRED = Decimal(100)
_AGE = "age"
_DAYS_BEFORE = 4
"""Days that may lie between two closes: a weekend with a holiday."""


@dataclass(frozen=True, slots=True)
class _Term:
    """A number of a formula, with the claim that states it."""

    claim: Claim
    number: Decimal
    unit: str
    scope: Scope

    def __str__(self) -> str:
        above, _, below = self.unit.partition("/")
        if below:
            name = f"{symbol(above)}/{symbol(below)}"
        else:
            is_noun = not is_measure(above) and not is_currency(above)
            name = describe.unit(above, plural=self.number != 1) if is_noun else symbol(above)
        return f"{describe.amount(self.number)} {name}"


def derive(facts: Sequence[Fact], claims: Mapping[str, Claim], setting: Setting) -> dict[str, Derivation]:
    """Return the derivation that connects the claims of a fact, by fact id, where there is one.

    Args:
        facts: all facts.
        claims: the claims by id.
        setting: which claims stand in one sentence, and when articles are of.
    """
    neighbours = _Neighbours(facts, claims)
    found = {}
    for fact in facts:
        members = [claims[claim] for claim in fact.claims]
        if fact.kind is ClaimKind.SCHEDULE:
            candidates = _of_schedule(members, neighbours)
        elif fact.kind is ClaimKind.QUANTITY:
            candidates = _of_quantity(fact, members, neighbours, setting)
        else:
            continue
        derivation = next(candidates, None)
        if derivation is not None:
            found[fact.id] = derivation
    return found


class _Neighbours:
    """The claims that a fact's arithmetic may use: those of its articles, and the facts of amounts to be paid out.

    Args:
        facts: all facts.
        claims: the claims by id.
    """

    def __init__(self, facts: Sequence[Fact], claims: Mapping[str, Claim]) -> None:
        self.terms: defaultdict[str, list[_Term]] = defaultdict(list)
        for term in _terms(claims.values()):
            self.terms[term.claim.article].append(term)
        self.births: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in claims.values():
            if claim.when is not None and claim.subject_name and claim.predicate in predicate_group("births"):
                self.births[claim.subject_name.casefold()].append(claim)
        self.levels: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in claims.values():
            if (key := _level_of(claim)) is not None:
                self.levels[key].append(claim)
        self._paid: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
        self._claims = claims
        for fact in facts:
            for claim in (claims[name] for name in fact.claims):
                if claim.condition is not None and claim.quantity is not None:
                    self._paid[claim.article, claim.condition].append(fact)

    def paid_out(self, members: Sequence[Claim]) -> list[_Term]:
        """Return the totals that schedules pay out: the facts of the amounts that the schedules are said of."""
        facts = {
            fact.id: fact
            for claim in members
            if claim.condition is not None
            for fact in self._paid[claim.article, claim.condition]
        }
        return [term for fact in facts.values() for term in _terms(self._claims[claim] for claim in fact.claims)]


def _terms(claims: Iterable[Claim]) -> list[_Term]:
    return [
        _Term(claim, claim.quantity.value, claim.quantity.unit, claim.quantity.scope)
        for claim in claims
        if claim.quantity is not None and claim.quantity.value
    ]


def _of_schedule(members: Sequence[Claim], neighbours: _Neighbours) -> Iterator[Derivation]:
    """Hold each instalment against the total: by the extent of a step, and by a stated count."""
    steps = {(claim.article, claim.schedule.per): claim for claim in members if claim.schedule is not None}
    parts = [term for term in _terms(members) if term.scope is Scope.INSTALMENT]
    totals = neighbours.paid_out(members) if parts else []
    articles = dict.fromkeys([*(claim.article for claim in members), *(term.claim.article for term in totals)])
    terms = [term for article in articles for term in neighbours.terms[article]]
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


def _of_quantity(
    fact: Fact, members: Sequence[Claim], neighbours: _Neighbours, setting: Setting
) -> Iterator[Derivation]:
    """Connect the positions that differ with one another, then each claim with what its article says beside it."""
    yield from _of_positions(fact, members, setting)
    for term in _terms(members):
        yield from _of_rate(term, neighbours)
        yield from _of_share(term, setting)
        yield from _of_age(term, neighbours, setting)
        yield from _of_change(term.claim, neighbours, setting)


def _of_positions(fact: Fact, members: Sequence[Claim], setting: Setting) -> Iterator[Derivation]:
    """Connect two positions by the change or the parts that one of them names."""
    if all(relation.relation is RelationKind.REFINES for relation in fact.relations):
        return
    by_id = {claim.id: claim for claim in members}
    first = [by_id[position.claims[0]] for position in fact.positions]
    for a, b in combinations(first, 2):
        if a.article != b.article and (found := connect(a, b, setting)) is not None:
            yield found


def _of_rate(rate: _Term, neighbours: _Neighbours) -> Iterator[Derivation]:
    """Check total = rate x extent, and so price x shares, within the article that states the rate."""
    above, _, below = rate.unit.partition("/")
    if not below:
        return
    near = neighbours.terms[rate.claim.article]
    totals = [term for term in near if term.unit == above and term.scope is Scope.TOTAL]
    extents = [term for term in near if term.unit == below]
    for total, extent in product(totals, extents):
        if _close(rate.number * extent.number, total.number):
            used = (rate.claim.id, extent.claim.id, total.claim.id)
            yield Derivation(f"{rate} x {extent} = {total}", "rate and extent give the total", used)


def _of_share(part: _Term, setting: Setting) -> Iterator[Derivation]:
    """Check part = share x whole within a sentence: "30 percent of its 1,500 workers, or 450"."""
    beside = _terms(setting.beside(part.claim)) if part.scope is Scope.TOTAL and part.unit != _PERCENT else []
    shares = [term for term in beside if term.unit == _PERCENT and term.scope is Scope.SHARE]
    for share, whole in product(shares, beside):
        is_whole = whole.number > part.number and _base_unit(whole) == _base_unit(part)
        if is_whole and _close(share.number / _HUNDRED * whole.number, part.number):
            used = (share.claim.id, whole.claim.id, part.claim.id)
            yield Derivation(f"{share} x {whole} = {part}", "share and whole give the part", used)


def _of_age(age: _Term, neighbours: _Neighbours, setting: Setting) -> Iterator[Derivation]:
    """Hold an age against the year of birth that an article gives the same person."""
    claim = age.claim
    published = setting.published(claim)
    quantity = claim.quantity
    if claim.measure_name != _AGE or claim.subject_name is None or published is None or quantity is None:
        return
    if not is_measure(quantity.unit, Granularity.YEAR):
        return
    in_years = to_base(quantity.unit).factor / to_base(Granularity.YEAR).factor
    stated = (quantity.reach if quantity.bound is Bound.ABOUT else quantity.interval).scaled(in_years)
    for birth in neighbours.births.get(claim.subject_name.casefold(), ()):
        years = _years(birth)
        if years is None or Status.NEGATED in {birth.status, claim.status}:
            continue
        first, last = years
        oldest, youngest = published.year - first, published.year - last
        holds = stated.overlaps(Interval(Decimal(youngest - 1), Decimal(oldest + 1), high_open=True))
        formula = f"{published.year} - {_span(first, last)} = {_span(youngest, oldest)}"
        fits = "fits" if holds else "does not fit"
        why = f"the age of {claim.subject_name} ({claim.text!r}) {fits} the year of birth in {setting.name(birth)}"
        yield Derivation(formula, why, (claim.id, birth.id), holds)


def _years(birth: Claim) -> tuple[int, int] | None:
    """Return the first and last year that a birth can be of, None where one is not known or approximate."""
    when = birth.when
    if when is None or when.earliest is None or when.latest is None or when.mod is Mod.APPROX:
        return None
    return when.earliest.year, when.latest.year


def _span(low: int, high: int) -> str:
    return str(low) if low == high else f"{low} to {high}"


def _of_change(level: Claim, neighbours: _Neighbours, setting: Setting) -> Iterator[Derivation]:
    """Hold a level and its change against the level that another article gives of a day or so before."""
    key, day = _level_of(level), _day_of(level)
    if key is None or day is None:
        return
    for other in neighbours.levels[key]:
        before = _day_of(other)
        if other.article == level.article or before is None or not 0 < (day - before).days <= _DAYS_BEFORE:
            continue
        if (found := connect(level, other, setting)) is not None:
            yield found


def _level_of(claim: Claim) -> tuple[str, str] | None:
    """Return whose level, in what base unit, a claim states; None for one that states none of a certain day."""
    quantity, base = claim.quantity, claim.base
    if quantity is None or base is None or quantity.scope is not Scope.TOTAL or claim.subject_name is None:
        return None
    is_level = claim.predicate in predicate_group("levels") and _day_of(claim) is not None
    return (claim.subject_name.casefold(), base.unit) if is_level else None


def _day_of(claim: Claim) -> date | None:
    """Return the day that a quantity belongs to."""
    period = claim.period
    return period.earliest if period is not None and period.earliest == period.latest else None


def _base_unit(term: _Term) -> str | None:
    return term.claim.base.unit if term.claim.base is not None else None


def _close(a: Decimal, b: Decimal) -> bool:
    return abs(a - b) <= abs(b) * _TOLERANCE
