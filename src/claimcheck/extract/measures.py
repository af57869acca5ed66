"""What a quantity measures: the noun that it is tied to, or what its verb gives an amount."""

from __future__ import annotations

from claimcheck.extract.sentence import Predicate, SentenceView
from claimcheck.extract.syntax import NounPhrase, VerbGroup
from claimcheck.extract.unit import PERIODS
from claimcheck.lang import Pos, predicate_group

__all__ = [
    "dimension",
    "direct_object",
    "distant_place",
    "is_copula",
    "measure_name",
    "measured_by_verb",
    "predicate_of",
    "tied_noun",
]

_RATIOS = frozenset({"percent", "percentage_point", "basis_point"})
_BEARING = 4
"""Tokens after a length in which its bearing stands: "to the south"."""
_PLACE_GAP = 2
"""Tokens that may stand between a bearing and the preposition of the place."""
_LONGEST_MEASURE = 4


def tied_noun(at: SentenceView, phrase: NounPhrase | None, last: int) -> NounPhrase | None:
    """Return the noun that a quantity is tied to: "10 GW of data centers", "a $3 deal", "a fine of $3".

    Args:
        at: the sentence.
        phrase: the noun phrase that the quantity is in.
        last: the token after the quantity.
    """
    if phrase is None:
        return None
    if any(
        tag & (Pos.NOUN | Pos.PROPN) and at.lower(place) not in at.pack.premodifiers  # "60 weitere wurden"
        for place, tag in enumerate(at.syntax.tags[last : phrase.end], last)
    ):
        return NounPhrase(last, phrase.end, clause=phrase.clause, verb=phrase.verb)
    if phrase.host is not None and at.is_of(phrase.case):
        return _whole(at, phrase.host)
    following = at.syntax.phrase_at(last + 1)
    is_next = following is not None and following.case == last
    if is_next and (at.is_of(last) or (phrase.case is None and _is_measure(at, following))):
        return following
    return None


def distant_place(at: SentenceView, last: int) -> str | None:
    """Return the name of the place that a length before a token is the distance from: "50 km south of Leeds".

    Without a bearing the name must stand right behind its preposition: "50 km from Leeds".
    """
    syntax, tokens = at.pack.syntax, at.sentence.tokens
    if last < len(tokens) and tokens[last].text == "(":  # "50 km (30 miles) south of"
        last = next((place for place in range(last, len(tokens)) if tokens[place].text == ")"), last)
    last += last < len(tokens) and tokens[last].text == ")"
    reach = range(last, min(last + _BEARING, len(tokens)))
    bearing = next((place for place in reach if at.lower(place) in syntax.bearings), None)
    start = last if bearing is None else bearing + 1
    for name in at.names:
        before = name.first - 1
        if at.lower(before) in syntax.articles and at.lower(before) not in syntax.away:
            before -= 1
        if start <= before <= start + _PLACE_GAP and at.lower(before) in syntax.away:
            return name.text
    return None


def dimension(at: SentenceView, first: int, last: int) -> str | None:
    """Return what a length measures by the word beside it: "30 metres wide", "30 mètres de large", "largo 30 metri".

    Args:
        at: the sentence.
        first: the first token of the length.
        last: the token after it.
    """
    behind = last + (last < len(at.sentence.tokens) and (at.is_of(last) or at.lower(last) == "-"))
    before = first - 1 - (first > 1 and at.is_of(first - 1))
    places = (place for place in (behind, before) if 0 <= place < len(at.sentence.tokens))
    return next((name for place in places if (name := at.pack.dimensions.get(at.lower(place))) is not None), None)


def _whole(at: SentenceView, phrase: NounPhrase) -> NounPhrase:
    """Return the noun that a bare one goes with: "une aide d'urgence de" 5 euros."""
    while (
        phrase.host is not None and at.is_of(phrase.case) and not at.syntax.tags[phrase.first] & (Pos.DET | Pos.PROPN)
    ):
        phrase = phrase.host
    return phrase


def _is_measure(at: SentenceView, phrase: NounPhrase | None) -> bool:
    """Whether a noun phrase names a measure, or an event that has an amount: "$3 billion in cash"."""
    syntax = at.pack.syntax
    if phrase is None or phrase.case is None or at.lower(phrase.case) not in syntax.goals:
        return False
    if syntax.is_head_first or at.syntax.tags[phrase.first] & (Pos.DET | Pos.PRON | Pos.NUM):
        return False  # where a preposition may hide an article, "nella costruzione" is no measure
    head = phrase.end - 1
    is_event = any(not p.is_verb and p.first <= head < p.end for p in at.predicates)
    return is_event or at.lower(head) in at.pack.measures


def measured_by_verb(  # noqa: PLR0913  # what a sentence has to say of it
    at: SentenceView, phrase: NounPhrase, verb: VerbGroup, subject: NounPhrase | None, unit: str, *, is_level: bool
) -> NounPhrase | None:
    """Return what a quantity measures by its verb: the object that it goes with, or the subject that moves or amounts.

    Args:
        at: the sentence.
        phrase: the noun phrase that the quantity is in.
        verb: the verb that it belongs to.
        subject: the subject of the verb.
        unit: the unit of the quantity.
        is_level: whether the preposition of a level is part of the quantity: "estimated at $3".
    """
    action = predicate_of(at, verb)
    is_amount = (action is not None and action.name in predicate_group("levels")) or is_copula(at, verb)
    if unit in PERIODS and not is_amount:
        return None  # "sold the plant in three years" is no measure of the plant
    is_oblique = phrase.case is not None and not (action is not None and _is_particle(at, phrase.case, action))
    is_oblique = is_oblique or is_level
    if is_oblique and (direct := direct_object(at, verb, phrase)) is not None:
        return direct  # "lowered its guidance to $84"
    return subject if is_amount or is_oblique or unit in _RATIOS else None


def predicate_of(at: SentenceView, verb: VerbGroup | None) -> Predicate | None:
    """Return the predicate class of a verb."""
    if verb is None:
        return None
    return next((p for p in at.predicates if p.is_verb and p.first <= verb.head < p.end), None)


def _is_particle(at: SentenceView, case: int, action: Predicate) -> bool:
    """Whether a preposition is part of the verb and opens no level: "pump in $4", but "priced at $4"."""
    return action.first < case < action.end and at.lower(case) in at.pack.syntax.goals


def is_copula(at: SentenceView, verb: VerbGroup) -> bool:
    """Whether a verb says what something is."""
    return at.lower(verb.head) in at.pack.syntax.copulas


def direct_object(at: SentenceView, verb: VerbGroup, phrase: NounPhrase | None) -> NounPhrase | None:
    """Return the object of a verb that no preposition opens, before the noun phrase of a claim or else right after."""
    clause = verb.clause
    if clause is None or is_copula(at, verb) or (phrase is not None and phrase.is_joined and phrase.case is None):
        return None
    bare = [p for p in clause.phrases if p.verb is verb and p.case is None and _may_be_object(at, p, verb)]
    before = (p for p in bare if phrase is None or p.end <= phrase.first)
    after = (p for p in bare if phrase is not None and p.first == phrase.end and phrase.case is not None)
    return next(before, None) or next(after, None)  # "cut costs by 3", "réduit de 3 les coûts"


def _may_be_object(at: SentenceView, phrase: NounPhrase, verb: VerbGroup) -> bool:
    """Whether a noun phrase without a preposition is no amount or time, and not the subject of its verb."""
    is_reflexive = phrase.is_pronoun and phrase.is_oblique and at.pack.syntax.is_verb_second
    is_amount = any(index in at.quantities for index in range(phrase.first, min(phrase.first + 2, phrase.end)))
    return phrase is not verb.subject and not is_reflexive and not is_amount and not at.is_period(phrase)


def measure_name(at: SentenceView, phrase: NounPhrase | None) -> str | None:
    """Return the name that packs share for the measure in a noun phrase."""
    if phrase is None:
        return None
    words = [token.lower for token in at.sentence.tokens[phrase.first : phrase.end + _LONGEST_MEASURE - 1]]
    places = range(phrase.end - phrase.first)  # of "the share of the market" only the first word is of the phrase
    named = (
        at.pack.measures.get(" ".join(words[i : i + size])) for size in range(_LONGEST_MEASURE, 0, -1) for i in places
    )
    return next((name for name in named if name is not None), None)
