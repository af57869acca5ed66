"""Tokens, sentences and phrase matching through a blank spaCy pipeline: no trained model is needed."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from claimcheck.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc, Span

__all__ = ["PhraseFinder", "Sentence", "Token", "installed_pipelines", "load_pipeline", "parsed", "sentences"]

_LONGEST = 400
"""Tokens of a sentence; what goes on for longer is a list or a table, and is cut, so that cost stays linear."""
_MOST_WORDS = 200_000
"""Words that a pipeline may come to know; spaCy forgets none, and half a kilobyte each is much in a long run."""

_pipelines: dict[str, Language] = {}


@dataclass(slots=True)
class Token:
    """A word or sign, with its character offsets in the text it was cut from; `lower` has a plain apostrophe.

    Nothing changes one. It is not frozen because that takes four times as long to make, and there is one for each word.
    """

    text: str
    start: int
    end: int
    lower: str

    @property
    def is_capitalised(self) -> bool:
        """Whether the word starts with a letter and holds a capital: "Ann", but also "iPhone"."""
        return self.text != self.lower and self.text[:1].isalpha() and any(char.isupper() for char in self.text)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as its tokens; `start` and `end` are character offsets.

    `span` is spaCy's own view of it, and `place` gives the index among `tokens` for each index of its document, which
    holds runs of spaces as tokens too.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    span: Span
    place: Mapping[int, int]

    def index_at(self, position: int) -> int:
        """Return the index of the first token that ends after a character position."""
        return bisect_right(self.tokens, position, key=_END)


_END = attrgetter("end")


def _pipeline(language: str) -> Language:
    """Return the pipeline of a language, the same one until it knows too many words."""
    known = _pipelines.get(language)
    if known is None or len(known.vocab.strings) > _MOST_WORDS:
        known = _pipelines[language] = _blank(language)
    return known


def _blank(language: str) -> Language:
    import spacy  # noqa: PLC0415  # takes most of a second; the command's help must not wait for it

    pipeline = spacy.blank(language)
    pipeline.add_pipe("sentencizer")
    pipeline.max_length = sys.maxsize  # the limit is for trained pipelines, which are given single sentences
    return pipeline


def sentences(text: str, language: str, start: int = 0) -> list[Sentence]:
    """Cut a line of text into sentences of tokens, and a sentence without an end into pieces.

    Args:
        text: the line; it should hold no line break.
        language: the code of a spaCy language.
        start: offset of the line in its article, added to all offsets.
    """
    pipeline = _pipeline(language)
    doc = pipeline.make_doc(text)
    for _, component in pipeline.pipeline:
        doc = component(doc)
    plain = text.replace("’", "'")
    # One array instead of a Python object per token and property: this is the innermost loop of all.
    rows = doc.to_array(["IDX", "LENGTH", "IS_SPACE"]).tolist()
    found = []
    spans = [doc[at : min(at + _LONGEST, s.end)] for s in doc.sents for at in range(s.start, s.end, _LONGEST)]
    for span in spans:
        first, end = span.start, span.end
        words = [(at, at + length) for at, length, is_space in rows[first:end] if not is_space]
        if words:
            tokens = [Token(text[at:past], start + at, start + past, plain[at:past].lower()) for at, past in words]
            indices = (index for index in range(first, end) if not rows[index][2])
            place = {index: number for number, index in enumerate(indices)}
            found.append(Sentence(tokens[0].start, tokens[-1].end, tuple(tokens), span, place))
    return found


def installed_pipelines() -> list[str]:
    """Return the names of the trained pipelines that are installed."""
    from spacy.util import get_installed_models  # noqa: PLC0415

    return get_installed_models()


def load_pipeline(name: str) -> Language:
    """Load a trained pipeline by its name or folder.

    Raises:
        ModelError: there is none, or it does not fit this spaCy.
    """
    import spacy  # noqa: PLC0415

    try:
        return spacy.load(name, exclude=["ner"])
    except (OSError, ImportError, ValueError) as problem:
        raise ModelError(f"cannot load the spaCy pipeline {name!r}: {problem}") from problem


def parsed(pipeline: Language, words: Sequence[str]) -> Doc:
    """Run a pipeline over one sentence that is already cut into words."""
    from spacy.tokens import Doc  # noqa: PLC0415

    doc = Doc(pipeline.vocab, words=list(words), sent_starts=[True, *[False] * (len(words) - 1)])
    for _, component in pipeline.pipeline:
        doc = component(doc)
    return doc


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
        spans = [(first, end, self._strings[key]) for key, first, end in self._matcher(sentence.span)]
        spans.sort(key=lambda span: (span[0] - span[1], span[0]))
        taken: set[int] = set()
        kept = []
        for first, end, label in spans:
            if taken.isdisjoint(range(first, end)):
                taken.update(range(first, end))
                kept.append((sentence.place[first], sentence.place[end - 1] + 1, label))
        return sorted(kept)
