"""How a claim is put: its status, and who says it."""

from __future__ import annotations

from claimcheck.adapters.spacy import Sentence
from claimcheck.extract.syntax import NounPhrase, Syntax
from claimcheck.lang import Pack
from claimcheck.model import Status

__all__ = ["attribution", "status"]

_STOPS = frozenset(";:.!?()[]—–")
_STATUS_REACH = 9
_SOURCE_REACH = 3
_CLOSING = frozenset("\"'”’»)")


def status(sentence: Sentence, text: str, pack: Pack, anchor: int, at: int) -> Status | None:
    """Return what a question mark or the gravest cue before a predicate or a claim says; None without any.

    Args:
        sentence: the sentence.
        text: its text.
        pack: the language pack.
        anchor: the first token of the predicate, or of the claim.
        at: the first token of the claim.
    """
    tokens = sentence.tokens
    if _is_question(sentence):
        return Status.ASKED
    begin = max(0, anchor - _STATUS_REACH)
    anchor = max(anchor, at)
    for index in range(anchor - 1, begin - 1, -1):
        if tokens[index].text in _STOPS or tokens[index].lower in pack.clause_breaks:
            begin = index + 1
            break
    if begin >= len(tokens) or begin >= anchor:
        return None
    base = sentence.start
    stretch = text[tokens[begin].start - base : tokens[anchor - 1].end - base]
    cues = {hit.value for hit in pack.statuses.find(stretch, 0, len(stretch))}
    if any(_is_future(token.lower, pack) for token in tokens[begin : anchor + 1]):
        cues.add(Status.PLANNED)
    for known in (Status.NEGATED, Status.PLANNED, Status.HEDGED, Status.DONE):
        if known in cues:
            return known
    return None


def _is_question(sentence: Sentence) -> bool:
    """Whether a question mark ends the sentence."""
    return next((token.text for token in reversed(sentence.tokens) if token.text not in _CLOSING), "").endswith("?")


def _is_future(word: str, pack: Pack) -> bool:
    """Whether a word has an ending of the future tense and is no name or known other word."""
    endings = pack.future_endings
    return bool(endings) and word.endswith(endings) and word not in pack.function_words and word.isalpha()


def attribution(sentence: Sentence, text: str, syntax: Syntax, pack: Pack) -> NounPhrase | None:
    """Return who says it: the subject of a verb of saying, or who comes after "according to" and "said".

    Args:
        sentence: the sentence.
        text: its text.
        syntax: its clauses.
        pack: the language pack.
    """
    hit = next(iter(pack.attributions.find(text, 0, len(text))), None)
    if hit is None:
        return None
    first, last = sentence.index_at(sentence.start + hit.start), sentence.index_at(sentence.start + hit.end - 1) + 1
    verb = next((verb for verb in syntax.verbs if verb.first <= first < verb.end), None)
    if not hit.value and verb is not None and verb.subject is not None and verb.subject.end <= first:
        return verb.subject
    after = next((phrase for phrase in syntax.phrases if last <= phrase.first <= last + _SOURCE_REACH), None)
    before = [phrase for phrase in syntax.phrases if first - _SOURCE_REACH <= phrase.end <= first]
    return after if hit.value or not before else before[-1]
