"""Tokens, sentences and phrase matching through a blank spaCy pipeline: no trained model is needed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

__all__ = ["PhraseFinder", "Sentence", "Token", "sentences"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign, with its character offsets in the text it was cut from."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The word in lower case, with a plain apostrophe."""
        return self.text.lower().replace("’", "'")

    @property
    def is_capitalised(self) -> bool:
        """Whether the word starts with a capital or, like "iPhone", holds one."""
        return self.text[:1].isalpha() and any(char.isupper() for char in self.text)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as its tokens; `start` and `end` are character offsets."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    doc: Doc
    place: Mapping[int, int]
    """Index among `tokens` of each token of `doc`, which holds runs of spaces as tokens too."""

    def index_at(self, position: int) -> int:
        """Return the index of the first token that ends after a character position."""
        for index, token in enumerate(self.tokens):
            if token.end > position:
                return index
        return len(self.tokens)


@cache
def _pipeline(language: str) -> Language:
    import spacy  # noqa: PLC0415  # takes most of a second; the command's help must not wait for it

    pipeline = spacy.blank(language)
    pipeline.add_pipe("sentencizer")
    return pipeline


def sentences(text: str, language: str, start: int = 0) -> list[Sentence]:
    """Cut a line of text into sentences of tokens.

    Args:
        text: the line; it should hold no line break.
        language: the code of a spaCy language.
        start: offset of the line in its article, added to all offsets.
    """
    doc = _pipeline(language)(text)
    found = []
    for span in doc.sents:
        words = [t for t in span if not t.is_space]
        tokens = tuple(Token(t.text, start + t.idx, start + t.idx + len(t)) for t in words)
        if tokens:
            place = {t.i - span.start: index for index, t in enumerate(words)}
            found.append(Sentence(tokens[0].start, tokens[-1].end, tokens, span.as_doc(), place))
    return found


class PhraseFinder:
    """Finds phrases in tokenised sentences, whatever their case, with spaCy's PhraseMatcher.

    Args:
        language: the code of a spaCy language.
        phrases: the phrases, each with what to return for it.
    """

    def __init__(self, language: str, phrases: Mapping[str, str]) -> None:
        from spacy.matcher import PhraseMatcher  # noqa: PLC0415

        pipeline = _pipeline(language)
        self._strings = pipeline.vocab.strings
        self._matcher: PhraseMatcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
        by_label: dict[str, list[str]] = {}
        for phrase, label in phrases.items():
            by_label.setdefault(label, []).append(phrase)
        for label, forms in by_label.items():
            written: Iterable[str] = {*forms, *(form.replace("'", "’") for form in forms)}
            self._matcher.add(label, [pipeline.make_doc(form) for form in written])

    def find(self, sentence: Sentence) -> list[tuple[int, int, str]]:
        """Return (first token, end token, label) of each phrase, the longest where they overlap, left to right."""
        spans = [(first, end, self._strings[key]) for key, first, end in self._matcher(sentence.doc)]
        spans.sort(key=lambda span: (span[0] - span[1], span[0]))
        taken: set[int] = set()
        kept = []
        for first, end, label in spans:
            if taken.isdisjoint(range(first, end)):
                taken.update(range(first, end))
                kept.append((sentence.place[first], sentence.place[end - 1] + 1, label))
        return sorted(kept)
