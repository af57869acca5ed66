"""The words by which a sentence is taken apart: small words by what they do, and the forms of verbs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

__all__ = ["VERB_KEYS", "WORD_CLASSES", "Pos", "SyntaxLexicon", "VerbForm", "compile_syntax"]

_LONG = 3
"""Letters that a word must have before an ending for the ending to tell."""
_REMEMBERED = 1 << 16
"""Words whose form is remembered; what a text may hold is unlimited."""


class Pos:
    """Parts of speech, coarse ones after Universal Dependencies; small words may have several, joined with |.

    Plain integers, because an enum of flags takes a third of the time of the whole extraction.
    """

    NOUN: Final = 1 << 0
    """Nouns, and adjectives with them."""
    PROPN: Final = 1 << 1
    NUM: Final = 1 << 2
    DET: Final = 1 << 3
    PRON: Final = 1 << 4
    ADP: Final = 1 << 5
    PART: Final = 1 << 6
    """What an infinitive stands after: "to"."""
    CCONJ: Final = 1 << 7
    SCONJ: Final = 1 << 8
    REL: Final = 1 << 9
    """Relative pronouns."""
    AUX: Final = 1 << 10
    VERB: Final = 1 << 11
    ADV: Final = 1 << 12
    POSS: Final = 1 << 13
    """The sign of the genitive: "'s"."""
    TIME: Final = 1 << 14
    QUOTE: Final = 1 << 15
    PUNCT: Final = 1 << 16


class VerbForm:
    """What forms of a verb a word may be, joined with |; plain integers like `Pos`."""

    FINITE: Final = 1 << 0
    """A form that is nothing but a verb: "said"."""
    PRESENT: Final = 1 << 1
    """A form that may be a noun as well: "costs"."""
    INFINITIVE: Final = 1 << 2
    PARTICIPLE: Final = 1 << 3
    GERUND: Final = 1 << 4


WORD_CLASSES: Mapping[str, int] = {
    "determiners": Pos.DET,
    "pronouns": Pos.PRON,
    "adpositions": Pos.ADP,
    "infinitive_marks": Pos.PART,
    "coordinators": Pos.CCONJ,
    "subordinators": Pos.SCONJ,
    "relatives": Pos.REL,
    "auxiliaries": Pos.AUX,
    "adverbs": Pos.ADV,
    "possessives": Pos.POSS,
}
"""The keys of `[syntax]` that list words by part of speech."""

VERB_KEYS: Mapping[str, int] = {
    "finite": VerbForm.FINITE,
    "present": VerbForm.PRESENT,
    "infinitive": VerbForm.INFINITIVE,
    "participle": VerbForm.PARTICIPLE,
    "finite_and_participle": VerbForm.FINITE | VerbForm.PARTICIPLE,
    "gerund": VerbForm.GERUND,
}
"""The keys that list forms or endings of verbs."""


@dataclass(frozen=True, slots=True)
class SyntaxLexicon:
    """Small words by part of speech, and verbs by form."""

    small: Mapping[str, int]
    adverb_endings: tuple[str, ...]
    goals: frozenset[str]
    """Prepositions that the object of a verb may follow."""
    oblique: frozenset[str]
    """Determiners and pronouns that no subject has."""
    articles: frozenset[str]
    """Determiners, and prepositions that hold one."""
    copulas: frozenset[str]
    """Verbs that say what something is."""
    nominals: frozenset[str]
    """Nouns by which a text takes up whom it has named: "the company"."""
    bearings: frozenset[str]
    """Words that say where a length leads to: "south"."""
    away: frozenset[str]
    """Prepositions before the place that a length is counted from."""
    is_head_first: bool
    """Whether a noun stands before its adjectives."""
    is_verb_second: bool
    """Whether the subject may follow the finite verb, and other verbs stand at the end."""
    has_infinitives: bool
    """Whether infinitives have forms of their own, so that a present form is none."""
    verbs: Mapping[str, int]
    endings: tuple[tuple[str, int], ...]
    """Endings of verbs that no list has, the longest first."""
    nouns: frozenset[str]
    """Words with the form of a verb that are nouns far more often."""
    _known: dict[str, int] = field(default_factory=dict, repr=False)

    def verb_form(self, word: str) -> int:
        """Return what forms of a verb a lower-case word may be; none for a word that is no verb."""
        if (known := self._known.get(word)) is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[word] = self._verb_form(word)
        return known

    def _verb_form(self, word: str) -> int:
        if (form := self.verbs.get(word)) is not None:
            return form
        if "-" in word.strip("-") and (form := self.verbs.get(word.rpartition("-")[2])) is not None:
            return form & VerbForm.PARTICIPLE
        for ending, form in self.endings:
            if word.endswith(ending) and len(word) >= len(ending) + _LONG:
                return form
        return 0


def compile_syntax(data: Mapping[str, Any]) -> SyntaxLexicon:
    """Compile the sections `syntax` and `verbs` of a pack."""
    syntax, verbs = data["syntax"], data["verbs"]
    small: dict[str, int] = {}
    for key, pos in WORD_CLASSES.items():
        for word in syntax[key]:
            small[word] = small.get(word, 0) | pos
    forms: dict[str, int] = {}

    def learn(words: Iterable[str], form: int) -> None:
        for word in words:
            forms[word] = forms.get(word, 0) | form

    for key, form in VERB_KEYS.items():
        learn(verbs.get(key, ()), form)
    for table in verbs["conjugations"].values():
        for key, form in VERB_KEYS.items():
            learn((stem + ending for ending in table.get(key, ()) for stem in table["stems"]), form)
    for word in verbs["not"]:
        forms[word] = 0
    endings = {ending: form for key, form in VERB_KEYS.items() for ending in verbs["endings"].get(key, ())}
    return SyntaxLexicon(
        small=small,
        adverb_endings=tuple(syntax["adverb_endings"]),
        goals=frozenset(syntax["goals"]),
        oblique=frozenset(syntax["oblique"]),
        articles=frozenset(syntax["determiners"]) | frozenset(syntax.get("contracted", ())),
        copulas=frozenset(syntax["copulas"]),
        nominals=frozenset(syntax["nominals"]),
        bearings=frozenset(syntax["bearings"]),
        away=frozenset(syntax["away"]),
        is_head_first=syntax.get("head_first", False),
        is_verb_second=syntax.get("verb_second", False),
        has_infinitives=any(form & VerbForm.INFINITIVE for form in forms.values()),
        verbs=forms,
        endings=tuple(sorted(endings.items(), key=lambda pair: (-len(pair[0]), pair[0]))),
        nouns=frozenset(verbs["nouns"]),
    )
