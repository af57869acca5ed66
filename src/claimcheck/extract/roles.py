"""The roles of a claim: who and what it is about, and how it is put, from the clause around it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import NamedTuple, TypeGuard

from claimcheck.extract.measures import (
    dimension,
    distant_place,
    is_copula,
    measure_name,
    measured_by_verb,
    predicate_of,
    tied_noun,
)
from claimcheck.extract.parsed import ParsedRoles
from claimcheck.extract.parties import merged, other_party, parsed_parties, subject_of
from claimcheck.extract.quantities import QuantitySpan
from claimcheck.extract.reading import LOWER, UPPER
from claimcheck.extract.sentence import Predicate, SentenceView
from claimcheck.extract.standing import status
from claimcheck.extract.syntax import Clause, NounPhrase, VerbGroup
from claimcheck.extract.unit import AGE
from claimcheck.lang import Pos, VerbForm, losses, measures_of_units, predicate_group, shares_of_measures
from claimcheck.model import Provenance, Scope, Status
from claimcheck.units import is_measure

__all__ = ["Roles", "read_roles"]

_DISTANCE = "distance"
"""The measure of a length that leads from a place, which is its object."""
_SHARE = "share"
"""The measure of a part of something that is not said: "a 10 percent stake"."""
_FALL = "fall"
_OPENING = frozenset("([")
_GAP = 1
"""Tokens beside a claim between an auxiliary and its verb."""


@dataclass(frozen=True, slots=True)
class Roles:
    """What the words around a claim say of it.

    `predicate_span` are the character offsets of a verb or noun of a known class; `has_event` says that a verb, or a
    noun that a time is part of, tells what happens; `is_tied` that the measure is a noun that the quantity is tied to;
    `turns_bound` that the verb of a bounded amount is negated: "did not cost more than $3".
    """

    subject: str | None = None
    subject_name: str | None = None
    predicate: str | None = None
    predicate_text: str | None = None
    predicate_span: tuple[int, int] | None = None
    has_event: bool = False
    is_tied: bool = False
    object: str | None = None
    object_name: str | None = None
    measure: str | None = None
    measure_name: str | None = None
    status: Status = Status.STATED
    turns_bound: bool = False
    attribution: str | None = None
    provenance: tuple[tuple[str, Provenance], ...] = ()

    @property
    def is_doubtful(self) -> bool:
        """Whether word order and a parse disagree about a role, or a bystander had to fill it."""
        return any(source in {Provenance.DISPUTED, Provenance.FALLBACK} for _, source in self.provenance)


@dataclass(frozen=True, slots=True)
class _Place:
    """A claim where it stands: its tokens, the noun phrase around it, the noun that it is tied to, and what it states.

    `quantity` is None for a time or a schedule. `is_level` says that the claim opens with a verb and its preposition,
    after which a number is the level of something: "estimated at $3".
    """

    first: int
    last: int
    is_level: bool
    phrase: NounPhrase | None
    thing: NounPhrase | None
    quantity: QuantitySpan | None

    @property
    def is_age(self) -> bool:
        """Whether it states how old somebody is."""
        return self.quantity is not None and self.quantity.measure == AGE


class _Predication(NamedTuple):
    """The verb that a claim belongs to, what its noun says that happens, and what its verb says."""

    verb: VerbGroup | None
    event: Predicate | None
    action: Predicate | None


def read_roles(at: SentenceView, start: int, end: int, quantity: QuantitySpan | None = None) -> Roles:
    """Read the roles of the claim between two character offsets.

    Args:
        at: the sentence.
        start: offset of the first character of the claim.
        end: offset past its last one.
        quantity: what it states, unless it is a time or a schedule.
    """
    first, last = at.claim_tokens(start, end)
    opened = at.sentence.index_at(start)
    is_level = first > opened and bool(at.pack.syntax.small.get(at.lower(first), 0) & Pos.ADP)
    first, last = _restated(at, first) or (first, last)
    if quantity is None and (dated := _dated_event(at, first, last)) is not None:
        return _of_event(at, dated)
    phrase = at.syntax.phrase_at(first)
    place = _Place(
        first, last, is_level, phrase, tied_noun(at, phrase, last) if quantity is not None else None, quantity
    )
    said = _predication(at, place)
    verb, event, action = said
    by_parse = parsed_parties(at, first) if quantity is not None and not place.is_age else ParsedRoles()
    by_order = subject_of(at, phrase, verb, place.thing, first) if not place.is_age else None
    subject, subject_source = merged(at, by_order, by_parse.subject)
    measured = _measured(at, place, verb, subject)
    target, target_source = _target(at, place, said, measured, by_parse)
    subject_name = _subject_name(at, place, subject)
    if subject is None and subject_name is None and (bystander := _bystander(at, place, verb)) is not None:
        subject_name, subject_source = bystander, Provenance.FALLBACK
    distant = distant_place(at, last) if _is_length(place) else None
    spatial = dimension(at, first, last) if _is_length(place) else None
    object_name = distant or at.name_of(target)
    measure = quantity.measure if quantity is not None and quantity.measure else at.phrase_text(measured)
    described = at.phrase_text(_aged(place)) if place.is_age else measure if _is_subject(phrase) else None
    source = at.source_at(first)
    negation = _negation_of_bound(at, quantity, verb, opened)
    standing = _standing(at, place, said, {*range(opened, last), *negation}, is_bare=measure is None)
    origins = (("subject", subject_source), ("object", target_source))
    predicate, told = event or action, action or event
    return Roles(
        subject=at.phrase_text(subject) or subject_name or described,
        subject_name=subject_name,
        predicate=_loss(at, place, said) or (predicate.name if predicate is not None else None),
        predicate_text=_predicate_words(at, verb, action, event, last),
        predicate_span=at.offsets(told) if told is not None else None,
        is_tied=place.thing is not None,
        has_event=verb is not None,
        object=at.phrase_text(target),
        object_name=object_name if object_name != subject_name else None,
        measure=measure,
        measure_name=spatial or (_measure_name(at, quantity, measured) if distant is None else _DISTANCE),
        status=standing or (Status.ATTRIBUTED if source is not None else Status.STATED),
        turns_bound=bool(negation),
        attribution=_attribution(at, source),
        provenance=tuple((role, found) for role, found in origins if found is not None),
    )


def _predication(at: SentenceView, place: _Place) -> _Predication:
    """Return what happens, by the words around a claim."""
    phrase, is_quantity = place.phrase, place.quantity is not None
    verb = _verb(at, phrase, place.first, place.last)
    event = _event(at, place.thing, verb, (place.first, place.last))
    if event is not None and verb is not None and verb.first >= place.last and phrase is not None:
        is_apart = phrase.case is not None and phrase.verb is None
        is_apart = is_apart and (verb.clause is None or verb.clause.parent is None)
        verb = None if is_apart else verb  # "Despite the investment of $3 in it," stands for itself
    action = predicate_of(at, verb)
    is_counting = not is_quantity and action is not None and action.name in predicate_group("counting")
    if event is None and (is_counting or (action is None and (not is_quantity or _is_subject(phrase)))):
        event = _carried_event(at, verb)
    return _Predication(verb, event, action)


def _measured(at: SentenceView, place: _Place, verb: VerbGroup | None, subject: NounPhrase | None) -> NounPhrase | None:
    """Return the noun that says what a quantity measures: that it is tied to, or that its verb gives an amount."""
    if place.thing is not None or place.quantity is None or place.phrase is None:
        return place.thing
    if not _governs(verb, place.phrase, place.first):
        return None
    unit = place.quantity.quantity.unit
    return measured_by_verb(at, place.phrase, verb, subject, unit, is_level=place.is_level)


def _target(
    at: SentenceView, place: _Place, said: _Predication, measured: NounPhrase | None, by_parse: ParsedRoles
) -> tuple[NounPhrase | None, Provenance | None]:
    """Return the object, and how it was found; what is measured is none."""
    of_event = said.event is not None and not said.event.is_verb
    by_order = other_party(at, place.phrase, said.verb, measured, (place.first, place.last), of_event=of_event)
    return merged(at, by_order, None if _holds(measured, by_parse.object) else by_parse.object)


def _subject_name(at: SentenceView, place: _Place, subject: NounPhrase | None) -> str | None:
    """Return the name of the subject; that of an age closes the noun phrase that the age is in."""
    thing = place.thing
    if place.is_age and thing is not None:  # "the 34-year-old driver Ann Lee", but not "the 34-year-old Leeds driver"
        return next((n.text for n in at.names if thing.first <= n.first and n.end == thing.end), None)
    return at.name_of(subject)


def _bystander(at: SentenceView, place: _Place, verb: VerbGroup | None) -> str | None:
    """Return the last name before a claim that has no subject, or is none itself, where anyone can be its subject."""
    is_object = place.is_age and verb is not None and _is_object(at, place.phrase, verb)
    if is_object or _is_subject(place.phrase):
        return None
    is_led = verb is not None and verb.first <= place.first and not place.is_age
    return at.name_before(verb.first if verb is not None and is_led else place.first)


def _is_length(place: _Place) -> bool:
    return place.quantity is not None and not place.is_age and is_measure(place.quantity.quantity.unit, "meter")


def _loss(at: SentenceView, place: _Place, said: _Predication) -> str | None:
    """Return what a verb that makes a number fall does to what is counted: "cut 30 jobs", but not "fell by 30 jobs"."""
    verb, _, action = said
    if place.quantity is None or verb is None or action is None or action.name != _FALL:
        return None
    return losses().get(place.quantity.quantity.unit) if _is_object(at, place.phrase, verb) else None


def _negation_of_bound(at: SentenceView, quantity: QuantitySpan | None, verb: VerbGroup | None, opened: int) -> range:
    """Return the token of the word that denies a bounded amount, an empty range where there is none.

    It stands right before the amount, among the verbs before it, or right before those, with a verb after it: not so in
    "not only cost more than $3", nor where the amount is only compared: "is not known as more than $3".
    """
    if quantity is None or quantity.quantity.bound not in {*LOWER, *UPPER} or opened == 0:
        return range(0)
    if at.pack.syntax.small.get(at.lower(opened - 1), 0) & Pos.SCONJ:
        return range(0)
    negations, tags = at.pack.negations, at.syntax.tags
    places = [opened - 1]
    if verb is not None and verb.end <= opened:
        first = verb.first
        while not verb.is_finite and (before := next((v for v in at.syntax.verbs if v.end == first), None)) is not None:
            verb, first = before, before.first  # "is not expected to cost"
        places += [place for place in range(max(0, first - 1), opened - 1) if tags[place + 1] & (Pos.VERB | Pos.AUX)]
    found = next((place for place in places if at.lower(place) in negations), opened)
    return range(found, min(found + 1, opened))


def _standing(
    at: SentenceView, place: _Place, said: _Predication, taken: Container[int], *, is_bare: bool
) -> Status | None:
    """Return how a claim is put, None where no word says it.

    `taken` are tokens whose negation a bound has taken in; `is_bare` says that the claim measures nothing with a name.
    """
    verb, event, action = said
    spoken = action.first if action is not None else verb.head if verb is not None else None
    anchor = spoken if spoken is not None else event.first if event is not None else place.first
    standing = status(at.sentence, at.text, at.pack, (anchor, place.first), taken)
    is_alone = is_bare and event is None and standing is not Status.ASKED
    if is_alone and _is_denied(at, place.phrase, verb, place.first):
        return Status.NEGATED  # of an amount alone: 30 victims who "were not tourists" are 30 all the same
    return standing


def _dated_event(at: SentenceView, first: int, last: int) -> Predicate | None:
    """Return the event whose noun a time is part of; in its place "shooting" is a noun, but "fire" no dismissal."""
    thing = _dated_noun(at, first, last)
    if thing is None:
        return None
    nouns = [
        p
        for p in at.predicates
        if thing.first <= p.first < p.end <= thing.end
        and (not p.is_verb or at.pack.syntax.verb_form(at.lower(p.end - 1)) & VerbForm.GERUND)
    ]
    return nouns[0 if at.pack.syntax.is_head_first else -1] if nouns else None


def _dated_noun(at: SentenceView, first: int, last: int) -> NounPhrase | None:
    """Return the noun phrase that a time is part of: "Monday's attack", "the Monday raid", "after the raid Monday"."""
    tags = at.syntax.tags
    if not tags[first] & Pos.TIME:
        return None
    is_owner = last < len(tags) and bool(tags[last] & Pos.POSS)
    if first > 1 and at.is_of(first - 1) and not is_owner:
        return at.syntax.phrase_at(first - 2)
    following = at.syntax.phrase_at(last + is_owner)
    if following is not None and following.first == last + is_owner and following.case is None:
        is_definite = at.pack.quantities.definite.single(at.lower(first)) is not None  # "this morning" stands alone
        is_inside = is_definite or bool(first and tags[first - 1] & Pos.DET)
        is_bare = not at.pack.syntax.is_head_first and not tags[following.first] & (Pos.DET | Pos.PRON | Pos.PROPN)
        if is_owner or (is_inside and is_bare):
            return following
    before = at.syntax.phrase_at(first - 1) if first else None
    is_oblique = before is not None and before.end == first and before.case is not None and not at.is_of(before.case)
    return before if is_oblique else None


def _of_event(at: SentenceView, event: Predicate) -> Roles:
    """Return the roles of the time of an event that a noun names.

    The verb beside it says neither whom the event befell nor whether it did: "was not hurt in Monday's attack".
    """
    source = at.source_at(event.first)
    return Roles(
        predicate=event.name,
        predicate_text=at.words(event.first, event.end),
        predicate_span=at.offsets(event),
        has_event=True,
        status=Status.ATTRIBUTED if source is not None else Status.STATED,
        attribution=_attribution(at, source),
    )


def _attribution(at: SentenceView, source: NounPhrase | None) -> str | None:
    """Return who says it: a name, what a pronoun stands for, or a noun as written."""
    if source is None or source.is_pronoun:
        return at.name_of(source)
    return at.name_in(source) or at.phrase_text(source)


def _measure_name(at: SentenceView, quantity: QuantitySpan | None, measured: NounPhrase | None) -> str | None:
    """Return the shared name of what a quantity measures, by its unit or its words."""
    if quantity is not None and quantity.measure == AGE:
        return AGE
    by_unit = measures_of_units().get(quantity.quantity.unit) if quantity is not None else None
    name = by_unit or measure_name(at, measured)
    if quantity is None or quantity.quantity.scope is not Scope.SHARE:
        return name
    if name is None and measured is not None:
        words = (at.lower(place) for place in range(measured.first, measured.end))
        return _SHARE if any(at.pack.quantities.shares.single(word) for word in words) else None
    return shares_of_measures().get(name or "", name)  # "7 percent of the market"


def _governs(verb: VerbGroup | None, phrase: NounPhrase, first: int) -> TypeGuard[VerbGroup]:
    """Whether a verb stands before a claim, or has the noun phrase of the claim before it at the end of the clause."""
    return verb is not None and (verb.first <= first or phrase.verb is verb)


def _holds(phrase: NounPhrase | None, index: int | None) -> bool:
    return phrase is not None and index is not None and phrase.first <= index < phrase.end


def _aged(place: _Place) -> NounPhrase | None:
    """Return the noun that an age describes: "the 34-year-old driver", "le conducteur âgé de 34 ans"."""
    return place.phrase.host if place.thing is None and place.phrase is not None else place.thing


def _is_object(at: SentenceView, phrase: NounPhrase | None, verb: VerbGroup) -> bool:
    """Whether a noun phrase is what something is done to, so that it is not about the one who does it."""
    return phrase is not None and phrase.verb is verb and phrase.case is None and not is_copula(at, verb)


def _is_subject(phrase: NounPhrase | None) -> bool:
    """Whether a noun phrase is the subject of its clause."""
    return phrase is not None and phrase.is_subject


def _is_denied(at: SentenceView, phrase: NounPhrase | None, verb: VerbGroup | None, first: int) -> bool:
    """Whether a copula denies what the amount that is its subject is: "the $3 billion was never a commitment"."""
    if verb is None or verb.clause is None or not _is_subject(phrase) or not is_copula(at, verb):
        return False
    said = next((p for p in verb.clause.phrases if p.verb is verb and p is not phrase and p.first >= verb.end), None)
    if said is None or said.case is not None or said.is_pronoun:
        return False
    return status(at.sentence, at.text, at.pack, (said.first + 1, first)) is Status.NEGATED


def _restated(at: SentenceView, first: int) -> tuple[int, int] | None:
    """Return the tokens of the quantity that one in brackets restates: "85 euros ($100)"."""
    if first == 0 or at.lower(first - 1) not in _OPENING:
        return None
    return next(((begin, end) for begin, end in at.quantities.items() if end == first - 1), None)


def _verb(at: SentenceView, phrase: NounPhrase | None, first: int, last: int) -> VerbGroup | None:
    """Return the verb that a place of the sentence belongs to: the last before it in its clause, else the next."""
    clause = (phrase.clause if phrase is not None else None) or at.syntax.clauses[first]
    if phrase is not None and clause.subject is phrase:
        mine = [verb for verb in clause.verbs if verb.subject is phrase]
        return next((verb for verb in mine if verb.has_verb), mine[0] if mine else None)
    around: Clause | None = clause
    while around is not None and not around.verbs:
        around = around.parent
    if around is None:
        return None
    if phrase is not None and phrase.verb is not None and phrase.verb.first >= last:
        return phrase.verb  # "hat 3 Milliarden investiert" has its verb at the end
    before = [verb for verb in around.verbs if verb.first <= first]
    after = [verb for verb in around.verbs if verb.first >= last]
    if before:
        late = after[0] if after and after[0].has_verb and not after[0].is_finite else None
        is_open = not before[-1].has_verb and (
            at.pack.syntax.is_verb_second or _stands_in(before[-1], late, (first, last))
        )
        return late if late is not None and is_open else before[-1]
    finite = (verb for verb in after if verb.has_verb and verb.is_finite)
    return next(finite, None) or next((verb for verb in after if verb.has_verb), after[0] if after else None)


def _stands_in(auxiliary: VerbGroup, verb: VerbGroup | None, place: tuple[int, int]) -> bool:
    """Whether little but a claim stands between an auxiliary and its verb: "ont" le 22 septembre "rendu" publique."""
    first, last = place
    return verb is not None and first - auxiliary.end <= _GAP and verb.first - last <= _GAP


def _event(
    at: SentenceView, thing: NounPhrase | None, verb: VerbGroup | None, place: tuple[int, int]
) -> Predicate | None:
    """Return what a claim's noun says that happens: "an investment of"; or "12 dead" inside the claim itself."""
    first, last = place
    inside = next((p for p in at.predicates if first <= p.first and p.end <= last and _is_state(at, p)), None)
    if inside is not None:
        return inside
    if thing is None and verb is not None and is_copula(at, verb):
        thing = verb.subject
    return _event_noun(at, thing)


def _event_noun(at: SentenceView, thing: NounPhrase | None) -> Predicate | None:
    """Return the noun for an event in a noun phrase."""
    if thing is None:
        return None
    nouns = [p for p in at.predicates if _is_state(at, p) and thing.first <= p.first < p.end <= thing.end]
    return nouns[0 if at.pack.syntax.is_head_first else -1] if nouns else None


def _carried_event(at: SentenceView, verb: VerbGroup | None) -> Predicate | None:
    """Return the event that is the object or subject of a verb that says none: "suffered injuries", "the toll rose"."""
    if verb is None or verb.clause is None:
        return None
    objects = (p for p in verb.clause.phrases if p.verb is verb and p.case is None)
    return _event_noun(at, next(objects, None)) or _event_noun(at, verb.subject)


def _is_state(at: SentenceView, predicate: Predicate) -> bool:
    """Whether a predicate is a noun or participle, which can be what a claim counts: "12 dead", "30 injured"."""
    form = at.pack.syntax.verb_form(at.lower(predicate.end - 1))
    return not predicate.is_verb or bool(form & VerbForm.PARTICIPLE)


def _is_credit(at: SentenceView, verb: VerbGroup, last: int) -> bool:
    """Whether a verb after a claim only tells who says it: "... on Monday, the railway said"."""
    return verb.first >= last and any(verb.first <= first < verb.end for first, _ in at.sources)


def _predicate_words(
    at: SentenceView, verb: VerbGroup | None, action: Predicate | None, event: Predicate | None, last: int
) -> str | None:
    """Return the words of the verb and of the noun that it carries, as written: "launched cooperation"."""
    spans = {(place.first, place.end) for place in (action, event) if place is not None}
    if action is None and verb is not None and not _is_credit(at, verb, last):
        spans.add((verb.head, verb.head + 1))
    return " ".join(at.words(*span) for span in sorted(spans)) or None
