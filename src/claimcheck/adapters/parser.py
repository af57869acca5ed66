"""Dependency parses from a trained spaCy pipeline, where the user has one: none is needed, and none is downloaded.

Label schemes differ between pipelines (ClearNLP for English, TIGER for German, Universal Dependencies for the others);
what is read here leaves as one small view with a few relations after Universal Dependencies (Nivre et al. 2020).
"""

from __future__ import annotations

import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from claimcheck.adapters.spacy import installed_pipelines, load_pipeline, parsed
from claimcheck.errors import ModelError, ModelWarning

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

__all__ = ["AUTO", "NO_MODEL", "Parse", "Parser", "load_parser", "parser_of"]

AUTO = "auto"
"""Take the best pipeline installed for a language, if there is one."""
NO_MODEL = "none"
"""Take none."""
_SIZES = ("trf", "lg", "md", "sm")
_CASE = "case"

_CLEARNLP = {
    "nsubj": "nsubj", "nsubjpass": "nsubj", "csubj": "nsubj", "csubjpass": "nsubj", "dobj": "obj", "dative": "iobj",
    "pobj": "obl", "pcomp": "obl", "prep": _CASE, "agent": _CASE, "relcl": "acl:relcl", "acl": "acl", "xcomp": "xcomp",
    "advcl": "advcl", "conj": "conj",
}  # fmt: skip
_TIGER = {
    "sb": "nsubj", "oa": "obj", "da": "iobj", "mo": "obl", "op": "obl", "rc": "acl:relcl", "oc": "xcomp", "cj": "conj",
    "cd": "conj",
}  # fmt: skip
_PHRASES = frozenset({"pobj", "pcomp", "nk"})
"""What hangs on a preposition in the schemes that put it above its noun."""
_RELATIVE = "acl:relcl"
_MARKS = (
    (_CLEARNLP, frozenset({"dobj", "pobj", "pcomp", "prep", "agent", "dative", "nsubjpass", "csubjpass", "relcl"})),
    (_TIGER, frozenset({*_TIGER, "nk"})),
)
"""Labels that Universal Dependencies do not have, by which a parse alone tells its scheme."""
_ANY_LANGUAGE = "xx"
"""What spaCy calls the language of a pipeline for several."""


@dataclass(frozen=True, slots=True)
class Parse:
    """The words of a sentence with coarse parts of speech, heads and relations; the root is its own head.

    The noun after a preposition hangs on what the preposition hangs on, with the relation "obl", as in Universal
    Dependencies; the preposition hangs on the noun, with "case".
    """

    words: tuple[str, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parser:
    """A trained pipeline, for parsing sentences that are already cut into words, or the parse that a text has.

    `name` tells the pipeline and its version; `language` is its language, None where it serves any.
    """

    name: str
    _run: Callable[[Sequence[Any]], Parse]
    language: str | None = None
    _takes_places: bool = False

    def parse(self, words: Sequence[str], places: Sequence[tuple[int, int]] = ()) -> Parse:
        """Parse a sentence.

        Args:
            words: its words.
            places: the character offsets of each word in its text, by which a parse that is there is looked up.
        """
        return self._run(places if self._takes_places else words)

    def serving(self, language: str) -> Parser | None:
        """Return itself for a text of its language, None for one of another."""
        return self if self.language in {None, language} else None


@cache
def load_parser(model: str, language: str) -> Parser | None:
    """Return a parser for a language, or None where there is none to be had.

    Args:
        model: `AUTO`, `NO_MODEL`, or the name or folder of a pipeline, used for the articles of its own language.
        language: ISO 639-1 code.

    Raises:
        ModelError: the pipeline that was named cannot be loaded, or has no parser. One that `AUTO` finds is left out
            then, with a `ModelWarning`.
    """
    name = _installed(language) if model == AUTO else model
    if name is None or model == NO_MODEL:
        return None
    try:
        pipeline = load_pipeline(name)
        return _of_pipeline(pipeline) if pipeline.lang == language else None
    except ModelError as problem:
        if model != AUTO:
            raise
        warnings.warn(f"{problem}; going on without it", ModelWarning, stacklevel=2)
        return None


def _installed(language: str) -> str | None:
    """Return the most accurate pipeline installed for a language, by the sizes in spaCy's names."""
    names = [name for name in installed_pipelines() if name.partition("_")[0] == language]
    ranks = {size: rank for rank, size in enumerate(_SIZES)}
    known = [name for name in names if name.rpartition("_")[2] in ranks]
    return min(known, key=lambda name: (ranks[name.rpartition("_")[2]], name), default=None)


def _of_pipeline(pipeline: Language) -> Parser:
    """Return the parser of a loaded pipeline.

    Raises:
        ModelError: it sets no dependencies.
    """
    meta = pipeline.meta
    name = f"{meta['lang']}_{meta['name']} {meta['version']}"
    labels = {label for component in pipeline.pipe_labels.values() for label in component}
    scheme = _CLEARNLP if "dobj" in labels or "pobj" in labels else _TIGER if "sb" in labels else None

    def run(words: Sequence[str]) -> Parse:
        doc = parsed(pipeline, words)
        if not doc.has_annotation("DEP"):
            raise ModelError(f"the spaCy pipeline {name} sets no dependencies")
        return _view([*doc], [token.head.i for token in doc], scheme)

    run(["a"])  # a pipeline without a parser is refused here, not at the first article
    return Parser(name, run)


def parser_of(doc: Doc) -> Parser | None:
    """Return a parser that looks sentences up in a Doc, None where the Doc has no dependencies."""
    if not doc.has_annotation("DEP"):
        return None
    labels = {token.dep_.lower() for token in doc}
    scheme = next((scheme for scheme, marks in _MARKS if not marks.isdisjoint(labels)), None)
    starts = [token.idx for token in doc]

    def look_up(places: Sequence[tuple[int, int]]) -> Parse:
        spans = [range(bisect_right(starts, start) - 1, bisect_left(starts, end)) for start, end in places]
        word_of = {token: word for word, span in reversed([*enumerate(spans)]) for token in span}
        roots = [doc[span.start : span.stop].root for span in spans]
        heads = [word_of.get(root.head.i, word) for word, root in enumerate(roots)]  # itself, if in another sentence
        return _view(roots, heads, scheme)

    return Parser("the Doc's own", look_up, None if doc.lang_ == _ANY_LANGUAGE else doc.lang_, _takes_places=True)


def _view(tokens: Sequence[Token], heads: list[int], scheme: Mapping[str, str] | None) -> Parse:
    labels = [token.dep_.lower() for token in tokens]
    relations = [_of_ud(label) if scheme is None else scheme.get(label, label) for label in labels]
    if scheme is not None:
        for index, head in enumerate(heads):
            if head != index and (relations[head] == _CASE or tokens[head].pos_ == "ADP") and labels[index] in _PHRASES:
                heads[index], relations[index] = heads[head], "obl"
                heads[head], relations[head] = index, _CASE
    words, tags = (token.text for token in tokens), (token.pos_ for token in tokens)
    return Parse(tuple(words), tuple(tags), tuple(heads), tuple(relations))


def _of_ud(label: str) -> str:
    return label if label == _RELATIVE else label.partition(":")[0]
