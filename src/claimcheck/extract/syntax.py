"""What a sentence is taken apart into: noun phrases, verb groups and clauses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claimcheck.lang import Pos

__all__ = ["Clause", "NounPhrase", "Syntax", "VerbGroup", "owner_of"]


@dataclass(slots=True, eq=False)
class NounPhrase:
    """A run of nouns, with articles and adjectives, at its place among the tokens.

    `case` is the place of the preposition before it. `verb` is the verb group that it follows in its clause.
    """

    first: int
    end: int
    case: int | None = None
    is_pronoun: bool = False
    is_oblique: bool = False
    is_joined: bool = False
    """Whether a joining word stands before it: "and Lumen"."""
    clause: Clause | None = field(default=None, repr=False)
    verb: VerbGroup | None = field(default=None, repr=False)
    host: NounPhrase | None = field(default=None, repr=False)
    """The noun phrase right before it, which its preposition ties it to: "a fine" of "a fine of $3"."""

    @property
    def is_subject(self) -> bool:
        """Whether it is the subject of its clause."""
        return self.clause is not None and self.clause.subject is self


@dataclass(slots=True, eq=False)
class VerbGroup:
    """A verb with its auxiliaries; `head` is the token of the verb that says what happens."""

    first: int
    end: int
    head: int
    is_finite: bool
    has_verb: bool
    """Whether there is more than auxiliaries."""
    clause: Clause | None = field(default=None, repr=False)
    subject: NounPhrase | None = None


@dataclass(slots=True, eq=False)
class Clause:
    """Verb groups that share a subject, and the noun phrases around them, in their order."""

    is_relative: bool = False
    parent: Clause | None = field(default=None, repr=False)
    subject: NounPhrase | None = None
    verbs: list[VerbGroup] = field(default_factory=list)
    phrases: list[NounPhrase] = field(default_factory=list)

    @property
    def is_finite(self) -> bool:
        """Whether it has a finite verb."""
        return any(verb.is_finite for verb in self.verbs)


@dataclass(frozen=True, slots=True)
class Syntax:
    """The parts of speech, noun phrases and verb groups of a sentence, each in order."""

    tags: Sequence[int]
    phrases: Sequence[NounPhrase]
    verbs: Sequence[VerbGroup]
    clauses: Sequence[Clause]
    """The clause of each token."""
    _phrase_at: Mapping[int, NounPhrase]

    def phrase_at(self, index: int) -> NounPhrase | None:
        """Return the noun phrase that a token is in."""
        return self._phrase_at.get(index)


def owner_of(phrase: NounPhrase, tags: Sequence[int]) -> NounPhrase | None:
    """Return the owner that a noun phrase names: "Corvid's $4 million mill"."""
    signs = (index for index in range(phrase.first + 1, phrase.end) if tags[index] & Pos.POSS)
    return next((NounPhrase(phrase.first, index, clause=phrase.clause) for index in signs), None)
