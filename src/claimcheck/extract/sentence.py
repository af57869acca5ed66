"""A sentence with what is found in it before any claim is looked at: clauses, predicates, names, who says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from claimcheck.adapters.parser import Parse, Parser
from claimcheck.adapters.spacy import PhraseFinder, Sentence
from claimcheck.extract.clauses import analyse
from claimcheck.extract.names import Name, common_nouns, find_names, seen_names
from claimcheck.extract.standing import attributions, source_at
from claimcheck.extract.syntax import NounPhrase, Syntax, VerbGroup
from claimcheck.lang import Pack, Pos, VerbForm

__all__ = ["ParsedSentence", "Predicate", "SentenceReader", "SentenceView"]

_CONTENT_LENGTH = 4
_LEAST_PLACE = 3
_DATELINE = 10
"""Tokens in which a dateline ends."""
_DASHES = frozenset({"-", "--", "–", "—"})
_EXTENSIONS = 2
"""Phrases that belong to the one before: "the price of a barrel of oil"."""
_PLAIN_NUMBER = "50"
_PARTED_REACH = 30
"""Tokens from a verb to what it is parted from."""
_OPENING_VERB = 2
"""Tokens at most of a verb that opens a quantity: "se estima" en 3."""
_LONGEST_PARSED = 200
"""Tokens of a sentence; longer ones are lists and tables, of which parsers make nothing at a high cost."""

Spans = Sequence[tuple[int, int]]
"""Character offsets of spans."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate form at its place among the tokens."""

    first: int
    end: int
    name: str
    is_verb: bool


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A parse, in which each quantity is one word; `place` and `tokens` lead from tokens to its words and back."""

    parse: Parse
    place: Mapping[int, int]
    tokens: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence and what was found in it."""

    sentence: Sentence
    pack: Pack
    syntax: Syntax
    predicates: tuple[Predicate, ...]
    names: tuple[Name, ...]
    text: str
    participants: tuple[str, ...]
    """The distinct names of the sentence, in order."""
    context: frozenset[str]
    """The content words of the sentence, in lower case and in the singular."""
    sources: tuple[tuple[int, NounPhrase], ...]
    """Who says it, each with the first token of the words that say so."""
    quantities: Mapping[int, int]
    """The first tokens of quantities, and the tokens after them."""
    before: tuple[str, ...]
    """The names of the sentence before, in the same paragraph."""
    topic: str | None
    """The name that the sentence before is about."""
    parsed: ParsedSentence | None
    """What a trained pipeline makes of it, where there is one."""

    # ---------------------------------------------------------------- words

    def lower(self, index: int) -> str:
        """Return a token in lower case."""
        return self.sentence.tokens[index].lower

    def is_of(self, index: int | None) -> bool:
        """Whether a token ties a noun to the one before it: "of"."""
        return index is not None and self.pack.is_of(self.lower(index))

    def words(self, first: int, end: int) -> str:
        """Return the words from one token to another, as written, with one space where there is any."""
        if first >= end:
            return ""
        tokens, start = self.sentence.tokens, self.sentence.start
        return " ".join(self.text[tokens[first].start - start : tokens[end - 1].end - start].split())

    def claim_tokens(self, start: int, end: int) -> tuple[int, int]:
        """Return the tokens of a claim between two character offsets, without a verb that opens it: "averaged 7"."""
        first, last = self.sentence.index_at(start), self.sentence.index_at(max(start, end - 1)) + 1
        last = min(last, len(self.sentence.tokens))  # a long line is cut, maybe within it
        reach = range(first, min(first + _OPENING_VERB + 1, last))
        opened = next((at for at in reach if at in self.quantities), first)
        return opened, last

    def source_at(self, index: int) -> NounPhrase | None:
        """Return who says what stands at a token."""
        return source_at(self.sources, index)

    def offsets(self, place: Predicate | VerbGroup) -> tuple[int, int]:
        """Return the character offsets of a place among the tokens."""
        tokens = self.sentence.tokens
        return tokens[place.first].start, tokens[place.end - 1].end

    def phrase_text(self, phrase: NounPhrase | None) -> str | None:
        """Return the words of a noun phrase and those tied to it, without an article before them."""
        if phrase is None:
            return None
        first, end = phrase.first, self._extended(phrase)
        while first < phrase.end - 1 and self.syntax.tags[first] & Pos.DET:
            first += 1
        return self.words(first, end)

    def _extended(self, phrase: NounPhrase) -> int:
        """Return the token after a noun phrase and those tied to it: "the price of oil", "Corvid and Lumen"."""
        end = phrase.end
        for _ in range(_EXTENSIONS):
            following = self._tied(end)
            if following is None:
                break
            end = following.end
        return end

    def _tied(self, end: int) -> NounPhrase | None:
        """Return the noun phrase that an "of" or "and" ties to the one that ends at a token."""
        genitive = self.syntax.phrase_at(end)
        if genitive is not None and genitive.first == genitive.case == end and end not in self.quantities:
            return genitive  # "die Zahl der Toten"
        following = self.syntax.phrase_at(end + 1)
        if following is None or following.first != end + 1 or following.first in self.quantities:
            return None
        is_and = following.is_joined and following.case is None and bool(self.syntax.tags[end] & Pos.CCONJ)
        return following if is_and or (following.case == end and self.is_of(end)) else None

    def is_period(self, phrase: NounPhrase) -> bool:
        """Whether a noun phrase is about a length of time: "in the quarter", but not "the full-year forecast"."""
        place = range(phrase.first, phrase.end)
        return any(self.lower(at) in self.pack.periods and self.lower(at - 1) != "-" for at in place if at)

    # ---------------------------------------------------------------- names

    def name_in(self, phrase: NounPhrase | None) -> str | None:
        """Return the first name in a noun phrase and those tied to it."""
        if phrase is None:
            return None
        end = self._extended(phrase)
        return next((name.text for name in self.names if phrase.first <= name.first < end), None)

    def name_of(self, phrase: NounPhrase | None) -> str | None:
        """Return the name that a noun phrase holds, or stands for: "the company"."""
        return self.name_in(phrase) or (self._antecedent(phrase) if phrase is not None else None)

    def name_before(self, index: int) -> str | None:
        """Return the last name before a token, one without a preposition if there is one."""
        left = [name for name in self.names if name.end <= index]
        free = [name for name in left if not name.first or not self.syntax.tags[name.first - 1] & Pos.ADP]
        chosen = free or left
        return chosen[-1].text if chosen else None

    def _antecedent(self, phrase: NounPhrase) -> str | None:
        """Return the name that a pronoun, or "the company", takes up: the only one before it, else the last subject."""
        if not phrase.is_pronoun and not self._takes_up(phrase):
            return None
        names = {name.text for name in self.names if name.end <= phrase.first} | set(self.before)
        return next(iter(names)) if len(names) == 1 else self.topic

    def _takes_up(self, phrase: NounPhrase) -> bool:
        """Whether a noun phrase is one by which a text takes up whom it has named: "the company"."""
        is_definite = self.syntax.tags[phrase.first] & Pos.DET and self.lower(phrase.first) not in self.pack.articles
        words = {self.lower(index) for index in range(phrase.first, phrase.end)}
        return bool(is_definite) and not words.isdisjoint(self.pack.syntax.nominals)

    @property
    def subject_name(self) -> str | None:
        """The name of its first subject, or that its first subject stands for."""
        subjects = (verb.clause.subject for verb in self.syntax.verbs if verb.clause is not None)
        return self.name_of(next((subject for subject in subjects if subject is not None), None))

    # ---------------------------------------------------------------- the sentence before

    @property
    def points_back(self) -> bool:
        """Whether the sentence speaks of those of the one before: it names nobody, or says "this investment"."""
        return not self.participants or self.back_reference() is not None

    def back_reference(self) -> str | None:
        """Return the class of a predicate noun that points back to an earlier sentence ("This investment")."""
        for predicate in self.predicates:
            is_noun = not predicate.is_verb and predicate.first > 0
            if is_noun and self.lower(predicate.first - 1) in self.pack.back_references:
                return predicate.name
        return None


class SentenceReader:
    """Reads the sentences of one text.

    Args:
        text: the whole text.
        pack: the language pack.
        parser: reads sentences that hold a quantity once more, where there is one.
    """

    def __init__(self, text: str, pack: Pack, parser: Parser | None = None) -> None:
        self._text, self._pack, self._parser = text, pack, parser
        self._seen, self._common = seen_names(text), common_nouns(text, pack)

    def view(
        self, sentence: Sentence, quantities: Spans = (), times: Spans = (), previous: SentenceView | None = None
    ) -> SentenceView:
        """Find the clauses, predicates and names of a sentence.

        Args:
            sentence: the sentence.
            quantities: where quantities that start in it are, in characters of the text.
            times: where such times are.
            previous: the sentence before, in the same paragraph.
        """
        pack, written = self._pack, self._text[sentence.start : sentence.end]
        names = tuple(find_names(sentence.tokens, pack, self._seen, self._common))
        places = [_past_verb(sentence, place, pack) for place in _tokens(sentence, quantities)]
        timed = {at for place in _tokens(sentence, times) for at in place}
        counts = {place.start for place in places}
        names = tuple(name for name in names if name.first not in counts and name.first not in timed)
        known = {at: Pos.PROPN for name in names for at in range(name.first, name.end)}
        known |= dict.fromkeys(timed, Pos.TIME)
        known |= {at: Pos.NUM for place in places for at in place}
        known |= dict.fromkeys(range(_dateline(sentence)), Pos.PUNCT)
        starts = {place.start: place.stop for place in places}
        syntax = analyse(sentence.tokens, pack, known, frozenset(starts))
        return SentenceView(
            sentence,
            pack,
            syntax,
            tuple(_predicates(sentence, pack)),
            names,
            written,
            participants=tuple(dict.fromkeys(name.text for name in names)),
            context=_context(sentence, pack),
            sources=attributions(sentence, written, syntax, pack, starts.keys()),
            quantities=starts,
            before=previous.participants if previous is not None else (),
            topic=previous.subject_name if previous is not None else None,
            parsed=_parsed(sentence, starts, self._parser) if self._parser is not None and starts else None,
        )


def _dateline(sentence: Sentence) -> int:
    """Return how many tokens the place and agency take that a report may open with: "LEEDS (Wire) - The mayor"."""
    tokens = sentence.tokens
    if not tokens or len(tokens[0].text) < _LEAST_PLACE or not tokens[0].text.isalpha() or not tokens[0].text.isupper():
        return 0
    for at in range(1, min(_DATELINE, len(tokens) - 1)):
        is_spaced = tokens[at - 1].end < tokens[at].start and tokens[at].end < tokens[at + 1].start
        if tokens[at].text in _DASHES and is_spaced:
            return at + 1
    return 0


@cache
def _finder(pack: Pack) -> PhraseFinder:
    forms = pack.predicates
    return PhraseFinder(pack.code, {form: f"{p.name} {'v' if p.is_verb else 'n'}" for form, p in forms.items()})


def _predicates(sentence: Sentence, pack: Pack) -> list[Predicate]:
    found = []
    for first, end, label in _finder(pack).find(sentence):
        name, kind = label.split()
        is_noun = pack.has_capitals and first > 0 and sentence.tokens[end - 1].text[0].isupper()  # "30 Verletzte"
        found.append(Predicate(first, end, name, kind == "v" and not is_noun))
    parted = _parted(sentence, pack) if pack.parted else {}
    return [*(p for p in found if p.first not in parted), *parted.values()]


def _parted(sentence: Sentence, pack: Pack) -> dict[int, Predicate]:
    """Return the verbs whose other part ends their clause, by their token: "ruft 300 Autos zurück"."""
    found, words = {}, [token.lower for token in sentence.tokens]
    for at, word in enumerate(words):
        for rest, name in pack.parted.get(word, ()):
            size = len(rest)
            ends = range(at + 1 + size, min(len(words), at + _PARTED_REACH + size - 1) + 1)
            if any(tuple(words[end - size : end]) == rest and _ends_clause(words, end, pack) for end in ends):
                found[at] = Predicate(at, at + 1, name, is_verb=True)
    return found


def _ends_clause(words: Sequence[str], at: int, pack: Pack) -> bool:
    """Whether nothing of a clause follows before a token."""
    if at == len(words) or not words[at][0].isalnum():
        return True
    return words[at] in pack.clause_breaks or bool(pack.syntax.small.get(words[at], 0) & (Pos.CCONJ | Pos.SCONJ))


def _tokens(sentence: Sentence, spans: Spans) -> list[range]:
    """Return the tokens of spans that start in a sentence; what a long line was cut in ends with it."""
    last = len(sentence.tokens)
    return [range(sentence.index_at(start), min(sentence.index_at(end - 1) + 1, last)) for start, end in spans]


def _past_verb(sentence: Sentence, place: range, pack: Pack) -> range:
    """Return the tokens of a quantity without a verb that opens it: "averaged 7 points", "se estima en 3"."""
    words = [sentence.tokens[at].lower for at in place[:-1]]
    verb = 1 if words and pack.syntax.small.get(words[0], 0) & (Pos.PRON | Pos.ADV) else 0
    is_verb = verb < len(words) and bool(pack.syntax.verb_form(words[verb]) & (VerbForm.FINITE | VerbForm.PARTICIPLE))
    return place[verb + 1 :] if is_verb else place


def _context(sentence: Sentence, pack: Pack) -> frozenset[str]:
    """Return the content words of a sentence, in lower case and in the singular."""
    function_words, singular = pack.function_words, pack.singular
    return frozenset(
        singular(token.lower)
        for token in sentence.tokens
        if len(token.lower) >= _CONTENT_LENGTH and token.lower[0].isalpha() and token.lower not in function_words
    )


def _parsed(sentence: Sentence, quantities: Mapping[int, int], parser: Parser) -> ParsedSentence | None:
    """Parse a sentence with each quantity as one plain number, for "US$300 billion" misleads parsers."""
    if len(sentence.tokens) > _LONGEST_PARSED:
        return None
    words: list[str] = []
    place: dict[int, int] = {}
    tokens: list[int] = []
    places: list[tuple[int, int]] = []
    index = 0
    while index < len(sentence.tokens):
        place[index] = len(words)
        tokens.append(index)
        words.append(_PLAIN_NUMBER if index in quantities else sentence.tokens[index].text)
        after = max(quantities.get(index, 0), index + 1)
        places.append((sentence.tokens[index].start, sentence.tokens[after - 1].end))
        index = after
    return ParsedSentence(parser.parse(words, places), place, tuple(tokens))
