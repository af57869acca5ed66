"""Dependency parses from a trained spaCy pipeline, where the user has one: none is needed, and none is downloaded.

Label schemes differ between pipelines (ClearNLP for English, TIGER for German, Universal Dependencies for the others);
what is read here leaves as one small view with a few relations after Universal Dependencies (Nivre et al. 2020).
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.adapters.spacy import installed_pipelines, load_pipeline, parsed
from claimcheck.errors import ModelError, ModelWarning

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["AUTO", "NO_MODEL", "Parse", "Parser", "load_parser"]

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
    """A trained pipeline, for parsing sentences that are already cut into words.

    `name` tells the pipeline and its version.
    """

    name: str
    _run: Callable[[Sequence[str]], Parse]

    def parse(self, words: Sequence[str]) -> Parse:
        """Parse a sentence."""
        return self._run(words)


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
        return _view(doc, scheme)

    run(["a"])  # a pipeline without a parser is refused here, not at the first article
    return Parser(name, run)


def _view(doc: Doc, scheme: Mapping[str, str] | None) -> Parse:
    heads, labels = [token.head.i for token in doc], [token.dep_.lower() for token in doc]
    relations = [_of_ud(label) if scheme is None else scheme.get(label, label) for label in labels]
    if scheme is not None:
        for index, head in enumerate(heads):
            if head != index and (relations[head] == _CASE or doc[head].pos_ == "ADP") and labels[index] in _PHRASES:
                heads[index], relations[index] = heads[head], "obl"
                heads[head], relations[head] = index, _CASE
    return Parse(tuple(token.text for token in doc), tuple(token.pos_ for token in doc), tuple(heads), tuple(relations))


def _of_ud(label: str) -> str:
    return label if label == _RELATIVE else label.partition(":")[0]
