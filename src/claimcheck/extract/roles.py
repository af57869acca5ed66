"""Who and what a claim is about, from the words around it: predicate, subject, object, measure, status, attribution.

Token rules only: the nearest predicate of the clause wins, weighed by its side and its kind. Costs are in units of
"one certain neighbour"; they order candidates and mean nothing beyond that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claimcheck.adapters.spacy import PhraseFinder, Sentence
from claimcheck.extract.names import Name, find_names
from claimcheck.lang import Pack, load_pack
from claimcheck.model import Status

__all__ = ["Predicate", "Roles", "SentenceView", "view"]

_STOPS = frozenset(";:.!?()[]—–")
_MEASURE_REACH = 6
_STATUS_REACH = 9
_CONTENT_LENGTH = 4
_FAR = 20
_CONTIGUOUS = 4
_NOUN_OF_TIME = 3.0
_AGE = "age"
"""The measure of a person's age: it belongs to the name right before it, whatever the verb."""
_INSIDE = 0.4
"""A predicate word inside the claim itself ("12 dead") all but settles it."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate form at its place among the tokens."""

    first: int
    end: int
    name: str
    is_verb: bool


@dataclass(frozen=True, slots=True)
class Roles:
    """What the words around a claim say of it."""

    subject: str | None = None
    predicate: str | None = None
    predicate_text: str | None = None
    predicate_span: tuple[int, int] | None = None
    is_verb: bool = False
    object: str | None = None
    measure: str | None = None
    status: Status = Status.STATED
    attribution: str | None = None


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence with its predicates, names and cues found, for reading the roles of each claim in it."""

    sentence: Sentence
    pack: Pack
    predicates: tuple[Predicate, ...]
    names: tuple[Name, ...]
    text: str
    participants: tuple[str, ...]
    """The distinct names of the sentence, in order."""
    context: frozenset[str]
    """The content words of the sentence, in lower case and in the singular."""
    attribution: str | None
    """Who says it."""

    def roles(self, start: int, end: int, measure: str | None = None, *, of_time: bool = False) -> Roles:
        """Read the roles of the claim between two character offsets; a time belongs to a verb before a noun."""
        first, last = self.sentence.index_at(start), self.sentence.index_at(max(start, end - 1)) + 1
        predicate = self._predicate(first, last, noun_cost=_NOUN_OF_TIME if of_time else 0.0)
        subject = self._subject(first, predicate if measure != _AGE else None)
        return Roles(
            subject=subject,
            predicate=predicate.name if predicate else None,
            predicate_text=self._words(predicate.first, predicate.end) if predicate else None,
            predicate_span=self._span(predicate) if predicate else None,
            is_verb=predicate is not None and predicate.is_verb,
            object=self._object(first, last, predicate, subject),
            measure=measure or self._measure(first, last),
            status=self._status(first, predicate),
            attribution=self.attribution,
        )

    def is_near(self, start: int, end: int, other: tuple[int, int]) -> bool:
        """Whether another span stands close to one between two offsets, in the same clause."""
        left, right = sorted(((start, end), other))
        first, last = self.sentence.index_at(max(left[0], left[1] - 1)) + 1, self.sentence.index_at(right[0])
        between = self.sentence.tokens[first:last]
        return len(between) <= _MEASURE_REACH and not self._broken(first, last) and all(t.text != "," for t in between)

    def noun_before(self, first: int) -> tuple[str, str] | None:
        """Return (head, phrase) of the plain noun phrase right before a token: "weekly active users have" reached."""
        tokens = self.sentence.tokens
        index = first - 1
        while index >= 0 and tokens[index].lower in self.pack.function_words and tokens[index].text.isalpha():
            index -= 1
        end = index + 1
        while index >= 0 and end - index <= _CONTIGUOUS and tokens[index].text.isalpha():
            if tokens[index].lower in self.pack.function_words:
                break
            index -= 1
        if end - index <= 1:
            return None
        return tokens[end - 1].text, self._words(index + 1, end)

    def roles_of(self, predicate: Predicate) -> Roles:
        """Read the roles around a verb that is itself the claim."""
        return Roles(
            subject=self._subject(predicate.first, predicate),
            predicate=predicate.name,
            predicate_text=self._words(predicate.first, predicate.end),
            predicate_span=self._span(predicate),
            is_verb=True,
            object=self._object(predicate.first, predicate.end, predicate, None),
            status=self._status(predicate.first, predicate),
            attribution=self.attribution,
        )

    @property
    def points_back(self) -> bool:
        """Whether the sentence speaks of those of the one before: it names nobody, or says "this investment"."""
        return not self.participants or self.back_reference() is not None

    def back_reference(self) -> str | None:
        """Return the class of a predicate noun that points back to an earlier sentence ("This investment")."""
        tokens = self.sentence.tokens
        for predicate in self.predicates:
            if (
                not predicate.is_verb
                and predicate.first
                and tokens[predicate.first - 1].lower in self.pack.back_references
            ):
                return predicate.name
        return None

    def _predicate(self, first: int, last: int, noun_cost: float) -> Predicate | None:
        best: tuple[float, Predicate] | None = None
        for candidate in self.predicates:
            cost = self._cost(candidate, first, last)
            if cost is not None and not candidate.is_verb:
                cost += noun_cost
            if cost is not None and (best is None or cost < best[0]):
                best = (cost, candidate)
        return best[1] if best else None

    def _cost(self, candidate: Predicate, first: int, last: int) -> float | None:
        """Weigh a predicate for a claim; None where a clause boundary lies between."""
        if candidate.end <= first:
            gap, words = first - candidate.end, (candidate.end, first)
        elif candidate.first >= last:
            gap, words = candidate.first - last, (last, candidate.first)
        else:
            return _INSIDE
        if gap > _FAR or self._broken(*words):
            return None
        is_left = candidate.end <= first
        if candidate.is_verb:
            return 1.0 + 0.2 * gap if is_left else 1.5 + 0.25 * gap
        if not is_left and gap < _CONTIGUOUS and self._contiguous(*words):
            return 0.5
        if is_left and gap <= 1 and self._is_link(*words):
            return 0.7
        return (2.0 if is_left else 2.5) + 0.3 * gap

    def _broken(self, first: int, end: int) -> bool:
        """Whether a clause ends between two tokens."""
        tokens = self.sentence.tokens[first:end]
        return any(token.text in _STOPS or token.lower in self.pack.clause_breaks for token in tokens)

    def _contiguous(self, first: int, end: int) -> bool:
        """Whether only plain words stand between two tokens, as inside one noun phrase."""
        tokens = self.sentence.tokens[first:end]
        return all(token.lower not in self.pack.function_words and token.text[0].isalpha() for token in tokens)

    def _is_link(self, first: int, end: int) -> bool:
        """Whether at most one preposition or bound word stands between two tokens."""
        return all(token.lower in self.pack.function_words for token in self.sentence.tokens[first:end])

    def _subject(self, first: int, predicate: Predicate | None) -> str | None:
        before = predicate.first if predicate is not None and predicate.is_verb and predicate.end <= first else first
        left = [name for name in self.names if name.end <= before]
        free = [name for name in left if not self._after_preposition(name)]
        chosen = free or left
        return chosen[-1].text if chosen else None

    def _after_preposition(self, name: Name) -> bool:
        tokens = self.sentence.tokens
        return name.first > 0 and tokens[name.first - 1].lower in self.pack.prepositions

    def _object(self, first: int, last: int, predicate: Predicate | None, subject: str | None) -> str | None:
        after = last if predicate is None else max(last, predicate.end) if predicate.first >= last else last
        right = [name for name in self.names if name.first >= after and not self._broken(after, name.first)]
        if right:
            return right[0].text
        if predicate is not None and predicate.end <= first:
            between = [name for name in self.names if predicate.end <= name.first < first]
            if between:
                return between[-1].text
        others = [name.text for name in self.names if name.end <= first and name.text != subject]
        return others[-1] if others and predicate is not None and not predicate.is_verb else None

    def _measure(self, first: int, last: int) -> str | None:
        """Return what a claim measures: "10 GW of data centers", "revenue of $4", else the noun phrase after it."""
        tokens = self.sentence.tokens
        if (
            last < len(tokens)
            and self.pack.quantities.of.single(tokens[last].lower)
            and (of := self._noun_phrase(last + 1))
        ):
            return of
        window = range(max(0, first - _MEASURE_REACH), min(len(tokens), last + _MEASURE_REACH))
        near = sorted((min(abs(i - first), abs(i - last)), i) for i in window if i < first or i >= last)
        for _, index in near:
            words = (self._words(index, index + 2).lower(), tokens[index].lower)
            named = next((self.pack.measures[word] for word in words if word in self.pack.measures), None)
            if named is not None and not self._parted(index, first, last):
                return named
        return self._noun_phrase(last)

    def _parted(self, index: int, first: int, last: int) -> bool:
        """Whether a comma, a joining word or the end of a clause stands between a word and a claim."""
        between = self.sentence.tokens[last:index] if index >= last else self.sentence.tokens[index + 1 : first]
        joins = self.pack.quantities.numbers.range_words
        return any(
            t.text == "," or t.text in _STOPS or joins.single(t.lower) or t.lower in self.pack.clause_breaks
            for t in between
        )

    def _noun_phrase(self, first: int) -> str | None:
        """Return the run of plain words that starts at a token, without an article, up to a verb or a name."""
        tokens, verbs = self.sentence.tokens, {p.first for p in self.predicates if p.is_verb}
        if first < len(tokens) and tokens[first].lower in self.pack.articles:
            first += 1
        ends = verbs | {name.first for name in self.names if name.first > first}
        end = first
        while end < min(len(tokens), first + _CONTIGUOUS) and end not in ends and self._contiguous(end, end + 1):
            end += 1
        return self._words(first, end) or None

    def _status(self, at: int, predicate: Predicate | None) -> Status:
        """Return the gravest cue shortly before the predicate, or the claim where it has none."""
        tokens = self.sentence.tokens
        anchor = predicate.first if predicate is not None else at
        begin = max(0, anchor - _STATUS_REACH)
        anchor = max(anchor, at)
        for index in range(anchor - 1, begin - 1, -1):
            if tokens[index].text in _STOPS or tokens[index].lower in self.pack.clause_breaks:
                begin = index + 1
                break
        if begin >= len(tokens) or begin >= anchor:
            cues: set[Status] = set()
        else:
            base = self.sentence.start
            stretch = self.text[tokens[begin].start - base : tokens[anchor - 1].end - base]
            cues = {hit.value for hit in self.pack.statuses.find(stretch, 0, len(stretch))}
            if any(self._is_future(token.lower) for token in tokens[begin : anchor + 1]):
                cues.add(Status.PLANNED)
        for status in (Status.NEGATED, Status.PLANNED, Status.HEDGED, Status.DONE):
            if status in cues:
                return status
        return Status.ATTRIBUTED if self.attribution is not None else Status.STATED

    def _is_future(self, word: str) -> bool:
        """Whether a word has an ending of the future tense and is no name or known other word."""
        endings = self.pack.future_endings
        return bool(endings) and word.endswith(endings) and word not in self.pack.function_words and word.isalpha()

    def _words(self, first: int, end: int) -> str:
        tokens = self.sentence.tokens[first:end]
        return " ".join(token.text for token in tokens)

    def _span(self, predicate: Predicate) -> tuple[int, int]:
        tokens = self.sentence.tokens
        return tokens[predicate.first].start, tokens[predicate.end - 1].end


def _attribution(sentence: Sentence, text: str, names: Sequence[Name], pack: Pack) -> str | None:
    """Return who says it: the name nearest to a word of saying, else the first plain word beside it."""
    hit = next(iter(pack.attributions.find(text, 0, len(text))), None)
    if hit is None:
        return None
    base, tokens = sentence.start, sentence.tokens
    first, last = sentence.index_at(base + hit.start), sentence.index_at(base + hit.end - 1) + 1
    before, after = (
        range(first - 1, max(-1, first - _MEASURE_REACH), -1),
        range(last, min(last + _CONTIGUOUS, len(tokens))),
    )
    for side in (after,) if hit.value else (before, after):
        for index in side:
            name = next((name for name in names if name.first <= index < name.end), None)
            if name is not None:
                return name.text
            if not tokens[index].text.isalpha():
                break
            if tokens[index].lower not in pack.function_words:
                return tokens[index].text
    return None


@cache
def _finder(language: str) -> PhraseFinder:
    forms = load_pack(language).predicates
    return PhraseFinder(language, {form: f"{p.name} {'v' if p.is_verb else 'n'}" for form, p in forms.items()})


def view(text: str, sentence: Sentence, pack: Pack, seen: frozenset[str]) -> SentenceView:
    """Find the predicates and names of a sentence."""
    predicates = []
    for first, end, label in _finder(pack.code).find(sentence):
        name, kind = label.split()
        predicates.append(Predicate(first, end, name, kind == "v"))
    names, written = tuple(find_names(sentence.tokens, pack, seen)), text[sentence.start : sentence.end]
    function_words, singular = pack.function_words, pack.singular
    return SentenceView(
        sentence,
        pack,
        tuple(predicates),
        names,
        written,
        participants=tuple(dict.fromkeys(name.text for name in names)),
        context=frozenset(
            singular(token.lower)
            for token in sentence.tokens
            if len(token.lower) >= _CONTENT_LENGTH and token.lower[0].isalpha() and token.lower not in function_words
        ),
        attribution=_attribution(sentence, written, names, pack),
    )
