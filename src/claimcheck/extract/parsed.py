"""Subject and object of a quantity from a dependency parse, where there is one.

Reads nothing but the small view of `adapters.parser.Parse`, so that it works the same for every pipeline.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.adapters.parser import Parse

__all__ = ["ParsedRoles", "parsed_roles"]

_VERBS = frozenset({"VERB", "AUX"})
_PASSING_ON = frozenset({"xcomp", "conj", "advcl"})
"""Relations over which a verb shares the subject of the one above it: "plans to invest"."""
_OF_NOUN = frozenset({"acl", "acl:relcl"})
"""Relations of a clause to the noun that is its subject: "a firm that employs"."""
_OBJECTS = ("obj", "iobj", "obl")
_SELF_AND_ABOVE = 64
"""Steps up a tree before it is given up as a circle."""


@dataclass(frozen=True, slots=True)
class ParsedRoles:
    """The words of subject and object, as places of the parse; None for what is not found."""

    subject: int | None = None
    object: int | None = None


def parsed_roles(parse: Parse, quantity: int) -> ParsedRoles:
    """Return the heads of the subject and the object of the verb that a quantity depends on.

    Args:
        parse: the sentence.
        quantity: the place of the quantity in it.
    """
    path = list(_above(parse, quantity))
    verb = next((index for index in path if parse.tags[index] in _VERBS), None)
    if verb is None:
        return ParsedRoles(object=_object(parse, path[-1], set(path)))
    return ParsedRoles(_subject(parse, verb, set(path)), _object(parse, verb, set(path)))


def _above(parse: Parse, index: int) -> Iterator[int]:
    """Yield a word, what it depends on, and so on up to the root."""
    for _ in range(_SELF_AND_ABOVE):
        yield index
        if parse.heads[index] == index:
            return
        index = parse.heads[index]


def _children(parse: Parse, index: int, relation: str) -> list[int]:
    return [at for at, head in enumerate(parse.heads) if head == index != at and parse.relations[at] == relation]


def _subject(parse: Parse, verb: int, path: set[int]) -> int | None:
    """Return the subject of a verb, or of the verb that it takes its subject from; none where it is the quantity."""
    for index in _above(parse, verb):
        found = _children(parse, index, "nsubj")
        if found:
            return None if found[0] in path else found[0]
        if parse.relations[index] in _OF_NOUN:
            return parse.heads[index]
        if parse.relations[index] not in _PASSING_ON:
            return None
    return None


def _object(parse: Parse, index: int, path: set[int]) -> int | None:
    """Return the object of a word, other than the quantity and what it is part of."""
    found = (at for relation in _OBJECTS for at in _children(parse, index, relation) if at not in path)
    return next(found, None)
