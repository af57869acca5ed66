"""Who a claim is about, and who else has a part in it: subject and object, by word order and by a parse."""

from __future__ import annotations

from claimcheck.extract.measures import direct_object
from claimcheck.extract.parsed import ParsedRoles, parsed_roles
from claimcheck.extract.sentence import SentenceView
from claimcheck.extract.syntax import NounPhrase, VerbGroup, owner_of
from claimcheck.lang import Pos
from claimcheck.model import Provenance

__all__ = ["merged", "other_party", "parsed_parties", "subject_of"]


def subject_of(
    at: SentenceView, phrase: NounPhrase | None, verb: VerbGroup | None, thing: NounPhrase | None, first: int
) -> NounPhrase | None:
    """Return the subject of a verb, or who a noun belongs to that has none.

    Args:
        at: the sentence.
        phrase: the noun phrase that the claim is in.
        verb: the verb that the claim belongs to.
        thing: the noun that the claim is tied to.
        first: the first token of the claim.
    """
    is_aside = phrase is not None and phrase.case is not None
    if verb is None or is_aside:
        near = (phrase, thing) if verb is None or verb.first > first else (phrase,)
        owners = (owner_of(one, at.syntax.tags) for one in near if one is not None)
        owner = next((owner for owner in owners if owner is not None and not at.is_period(owner)), None)
        if owner is not None or verb is None:
            return owner
    clause, subject = verb.clause, verb.subject
    while subject is None and clause is not None:
        subject, clause = clause.subject, clause.parent
    if subject is not None and subject.first <= first < subject.end:
        return owner_of(subject, at.syntax.tags)
    return subject


def other_party(  # noqa: PLR0913  # what a sentence has to say of it
    at: SentenceView,
    phrase: NounPhrase | None,
    verb: VerbGroup | None,
    measured: NounPhrase | None,
    place: tuple[int, int],
    *,
    of_event: bool,
) -> NounPhrase | None:
    """Return the other party: the direct object, else who or what the money goes to, is with, or is for.

    Args:
        at: the sentence.
        phrase: the noun phrase that the claim is in.
        verb: the verb that the claim belongs to.
        measured: what the claim measures, which is no party.
        place: the first token of the claim and the one after it.
        of_event: whether a noun says what happens: "the $3 takeover".
    """
    first, last = place
    is_tied = phrase is not None and phrase.verb is verb
    direct = direct_object(at, verb, phrase) if verb is not None and (verb.first <= first or is_tied) else None
    if direct is not None and direct is not measured:
        return direct
    clause = (phrase.clause if phrase is not None else None) or at.syntax.clauses[first]
    last = verb.end if verb is not None and verb.first >= last and not is_tied else last
    hosts = (None, phrase, measured)
    free = [p for p in clause.phrases if p.host in hosts and p is not phrase and not _holds(measured, p)]
    goals = [p for p in free if _is_goal(at, p)]
    stop = next((v.first for v in clause.verbs if v.first >= last and v is not verb), len(at.syntax.tags))
    after = (p for p in goals if last <= p.first < stop)
    before = (p for p in goals if p.first < first and (verb is None or verb.end <= p.first or p.verb is verb))
    whole = next((p for p in clause.phrases if p.host is phrase is not None and p.first >= place[1]), None)
    of_whole = whole if of_event and whole is not None and at.is_of(whole.case) else None
    return next(before, None) or next(after, None) or of_whole  # "the $3 takeover of the bank"


def _is_goal(at: SentenceView, phrase: NounPhrase) -> bool:
    """Whether a noun phrase follows a preposition that an object may follow, and is no mere number."""
    if phrase.case is None or phrase.first in at.quantities or at.lower(phrase.case) not in at.pack.syntax.goals:
        return False
    if at.is_period(phrase):
        return False
    return not all(tag & (Pos.NUM | Pos.DET) for tag in at.syntax.tags[phrase.first : phrase.end])


def _holds(outer: NounPhrase | None, inner: NounPhrase) -> bool:
    return outer is not None and outer.first <= inner.first < outer.end


def parsed_parties(at: SentenceView, first: int) -> ParsedRoles:
    """Return subject and object of the quantity at a token by the parse, as places among the tokens."""
    if at.parsed is None or first not in at.parsed.place:
        return ParsedRoles()
    found, tokens = parsed_roles(at.parsed.parse, at.parsed.place[first]), at.parsed.tokens
    subject, target = (None if index is None else tokens[index] for index in (found.subject, found.object))
    return ParsedRoles(subject, target)


def merged(
    at: SentenceView, phrase: NounPhrase | None, parsed: int | None
) -> tuple[NounPhrase | None, Provenance | None]:
    """Put what word order and a parse say of a role together; where they differ, the parse is right more often.

    Args:
        at: the sentence.
        phrase: the role by word order.
        parsed: the token of its head by the parse.
    """
    if parsed is None or not _may_be_party(at, parsed):
        return phrase, Provenance.ORDER if phrase is not None else None
    if phrase is not None and phrase.first <= parsed < phrase.end:
        return phrase, Provenance.BOTH
    other = at.syntax.phrase_at(parsed) or NounPhrase(parsed, parsed + 1)
    return other, Provenance.PARSE if phrase is None else Provenance.DISPUTED


def _may_be_party(at: SentenceView, index: int) -> bool:
    """Whether a word of a parse can be a subject or object: no amount, time or sign, nor a mere circumstance."""
    phrase = at.syntax.phrase_at(index)
    if index in at.quantities or at.syntax.tags[index] & (Pos.TIME | Pos.PUNCT | Pos.QUOTE):
        return False
    if phrase is None:
        return True
    return not at.is_period(phrase) and (phrase.case is None or at.lower(phrase.case) in at.pack.syntax.goals)
