"""Orders of words other than subject, verb, object: late verbs and late subjects, settled once a sentence is apart."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.adapters.spacy import Token
from claimcheck.extract.syntax import NounPhrase, VerbGroup
from claimcheck.lang import Pack

__all__ = ["settle_order"]


def settle_order(
    tokens: Sequence[Token],
    pack: Pack,
    phrases: Sequence[NounPhrase],
    verbs: Sequence[VerbGroup],
    quantities: frozenset[int],
) -> None:
    """Give late verbs their noun phrases, and verbs their late subjects.

    Args:
        tokens: those of the sentence.
        pack: the language pack.
        phrases: the noun phrases of the sentence.
        verbs: its verb groups.
        quantities: the first tokens of quantities.
    """
    if pack.syntax.is_verb_second:
        _settle_inverted(verbs, quantities)
        _settle_late_verbs(tokens, phrases)
    if pack.syntax.is_head_first:
        _settle_passives(tokens, pack, verbs)


def _settle_inverted(verbs: Sequence[VerbGroup], quantities: frozenset[int]) -> None:
    """Give a clause that opens with something else the subject that follows its finite verb."""
    for verb in verbs:
        clause = verb.clause
        if clause is None or not verb.is_finite or clause.is_relative or clause.verbs[0] is not verb:
            continue
        subject = clause.subject
        if subject is not None and subject.first not in quantities:
            continue
        free = [p for p in clause.phrases if p.first >= verb.end and p.case is None and not p.is_oblique]
        unit = next((p for p in free if p.first not in quantities), None)
        is_free = subject is None or not verb.has_verb  # "3 Milliarden will Siemens", but "8000 Gäste sahen das Spiel"
        clause.subject = (unit if is_free else None) or subject or next(iter(free), None)
        for other in clause.verbs:
            other.subject = clause.subject
        for phrase in clause.phrases:  # "Den Schaden hat die Polizei auf 3 Euro geschätzt"
            if phrase.end <= verb.first and phrase.is_oblique and phrase.case is None and not phrase.is_pronoun:
                phrase.verb = verb if verb.has_verb else clause.verbs[-1]


def _settle_late_verbs(tokens: Sequence[Token], phrases: Sequence[NounPhrase]) -> None:
    """Tie noun phrases to the verb that they stand before, at the end of a clause: "hat 3 Euro gezahlt"."""
    for phrase in phrases:
        clause = phrase.clause
        if clause is None:
            continue
        is_inner = phrase.verb is None and (clause.is_relative or clause.parent is not None)
        if phrase.verb is None and not is_inner:
            continue
        late = (v for v in clause.verbs if v.first >= phrase.end and (is_inner or (v.has_verb and not v.is_finite)))
        verb = next(late, None)
        if verb is not None and all(token.text != "," for token in tokens[phrase.end : verb.first]):
            phrase.verb = verb


def _settle_passives(tokens: Sequence[Token], pack: Pack, verbs: Sequence[VerbGroup]) -> None:
    """Give a passive without a subject the noun phrase right after it: "Foram vendidos 400 carros"."""
    for verb in verbs:
        is_passive = verb.end - verb.first > 1 and tokens[verb.first].lower in pack.syntax.copulas
        if verb.subject is None and is_passive and verb.clause is not None and verb.clause.subject is None:
            after = (p for p in verb.clause.phrases if p.first == verb.end and p.case is None)
            verb.subject = verb.clause.subject = next(after, None)
