"""How a claim is put: its status, and who says it."""

from __future__ import annotations

from collections.abc import Container, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from claimcheck.adapters.spacy import Sentence
from claimcheck.extract.syntax import NounPhrase, Syntax
from claimcheck.lang import Pack
from claimcheck.model import Status

__all__ = ["attributions", "source_at", "status"]

_STOPS = frozenset(";:.!?()[]—–")
_STATUS_REACH = 9
_SOURCE_REACH = 3
_CLOSING = frozenset("\"'”’»)")


def status(
    sentence: Sentence, text: str, pack: Pack, span: tuple[int, int], taken: Container[int] = ()
) -> Status | None:
    """Return what a question mark or the gravest cue before a predicate or a claim says; None without any.

    Args:
        sentence: the sentence.
        text: its text.
        pack: the language pack.
        span: the first token of the predicate, or of the claim; and that of the claim.
        taken: tokens of negations that are part of a bound, and deny nothing: "does not exceed $3".
    """
    tokens = sentence.tokens
    if _is_question(sentence):
        return Status.ASKED
    begin, anchor = max(0, span[0] - _STATUS_REACH), max(span)
    for index in range(anchor - 1, begin - 1, -1):
        if tokens[index].text in _STOPS or tokens[index].lower in pack.clause_breaks:
            begin = index + 1
            break
    if begin >= len(tokens) or begin >= anchor:
        return None
    first = tokens[begin].start - sentence.start
    stretch = text[first : tokens[anchor - 1].end - sentence.start]
    cues = {
        hit.value
        for hit in pack.statuses.find(stretch, 0, len(stretch))
        if (pack.has_capitals or not _is_name(text, first + hit.start))
        and not (hit.value is Status.NEGATED and sentence.index_at(tokens[begin].start + hit.end - 1) in taken)
    }
    words = [tokens[begin - 1].text if begin else "", *(token.text for token in tokens[begin : anchor + 1])]
    if pack.future_endings and any(pack.is_future(word, before) for before, word in pairwise(words)):
        cues.add(Status.PLANNED)
    for known in (Status.NEGATED, Status.PLANNED, Status.HEDGED, Status.DONE):
        if known in cues:
            return known
    return None


def _is_name(text: str, start: int) -> bool:
    """Whether a word has a capital of its own: "in May", but not a word that opens a sentence or a quotation."""
    return text[start].isupper() and text[:start].rstrip()[-1:].isalnum()


def _is_question(sentence: Sentence) -> bool:
    """Whether a question mark ends the sentence."""
    return next((token.text for token in reversed(sentence.tokens) if token.text not in _CLOSING), "").endswith("?")


def attributions(
    sentence: Sentence, text: str, syntax: Syntax, pack: Pack, quantities: AbstractSet[int]
) -> tuple[tuple[int, NounPhrase], ...]:
    """Return who says it, with the first token of the words that say so: "said", "according to".

    Args:
        sentence: the sentence.
        text: its text.
        syntax: its clauses.
        pack: the language pack.
        quantities: the first tokens of quantities, which say nothing.
    """
    hits = pack.attributions.find(text, 0, len(text))
    if not hits:
        return ()
    people = [p for p in syntax.phrases if quantities.isdisjoint(range(p.first, p.end))]
    found = []
    for hit in hits:
        first, last = sentence.index_at(sentence.start + hit.start), sentence.index_at(sentence.start + hit.end - 1) + 1
        source = _source(sentence, syntax, people, (first, last), is_after=bool(hit.value))
        if source is not None:
            found.append((first, source))
    return tuple(found)


def source_at(sources: Sequence[tuple[int, NounPhrase]], index: int) -> NounPhrase | None:
    """Return who says what stands at a token: the last that was named before it, else the first after it.

    Who says something else ("but the mayor said") says nothing of what went before.
    """
    before = [source for first, source in sources if first <= index]
    if before:
        return before[-1]
    return next((source for _, source in sources if not source.is_joined or source.first <= index), None)


def _source(
    sentence: Sentence, syntax: Syntax, people: Sequence[NounPhrase], place: tuple[int, int], *, is_after: bool
) -> NounPhrase | None:
    """Return who comes after "according to", or before or after "said"."""
    first, last = place
    after = next((phrase for phrase in people if last <= phrase.first <= last + _SOURCE_REACH), None)
    if is_after:
        return after
    verb = next((verb for verb in syntax.verbs if verb.first <= first < verb.end), None)
    before = [phrase for phrase in people if first - _SOURCE_REACH <= phrase.end <= first]
    is_aside = last < len(sentence.tokens) and sentence.tokens[last].text == "," and bool(before)
    if is_aside and before[-1].case is None and before[-1].end == (verb.first if verb else first):
        return before[-1]  # "The fire, police said, killed"
    spoken = max((other.end for other in syntax.verbs if other.end <= first), default=0)
    other = next((p for p in people if p.is_joined and p.case is None and spoken <= p.first and p.end <= first), None)
    if other is not None and spoken:
        return other  # "put it at 12, but the mayor of Leeds said"
    is_inserted = first > 0 and sentence.tokens[first - 1].text == "," and after is not None and after.case is None
    if not is_inserted and verb is not None and verb.subject in people and verb.subject is not None:
        return verb.subject if verb.subject.end <= first else after
    return after if is_inserted or not before else before[-1]
