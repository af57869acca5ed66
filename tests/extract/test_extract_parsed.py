"""Subject and object from literal parses."""

from __future__ import annotations

import pytest

from claimcheck.adapters.parser import Parse
from claimcheck.extract.parsed import parsed_roles


def parse(*rows: tuple[str, str, int, str]) -> Parse:
    """Make a parse of (word, part of speech, head, relation)."""
    words, tags, heads, relations = zip(*rows, strict=True)
    return Parse(words, tags, heads, relations)


PLAIN = parse(
    ("Corvid", "PROPN", 1, "nsubj"),
    ("invested", "VERB", 1, "root"),
    ("50", "NUM", 1, "obj"),
    ("in", "ADP", 4, "case"),
    ("Lumen", "PROPN", 1, "obl"),
)
SHARED = parse(
    ("Corvid", "PROPN", 1, "nsubj"),
    ("plans", "VERB", 1, "root"),
    ("to", "PART", 3, "mark"),
    ("pay", "VERB", 1, "xcomp"),
    ("Lumen", "PROPN", 3, "iobj"),
    ("50", "NUM", 3, "obj"),
)
RELATIVE = parse(
    ("a", "DET", 1, "det"),
    ("mill", "NOUN", 1, "root"),
    ("employing", "VERB", 1, "acl"),
    ("50", "NUM", 2, "obj"),
)
COUNTED = parse(("50", "NUM", 1, "nummod"), ("boats", "NOUN", 2, "nsubj"), ("sank", "VERB", 2, "root"))
NOUN = parse(
    ("an", "DET", 1, "det"),
    ("investment", "NOUN", 1, "root"),
    ("of", "ADP", 3, "case"),
    ("50", "NUM", 1, "nmod"),
    ("in", "ADP", 5, "case"),
    ("Lumen", "PROPN", 1, "obl"),
)


@pytest.mark.parametrize(
    ("sentence", "quantity", "subject", "target"),
    [
        (PLAIN, 2, "Corvid", "Lumen"),
        (SHARED, 5, "Corvid", "Lumen"),
        (RELATIVE, 3, "mill", None),
        (COUNTED, 0, None, None),
        (NOUN, 3, None, "Lumen"),
    ],
    ids=["plain", "shared subject", "relative clause", "quantity is the subject", "noun without a verb"],
)
def test_subject_and_object(sentence: Parse, quantity: int, subject: str | None, target: str | None) -> None:
    roles = parsed_roles(sentence, quantity)
    found = (roles.subject, roles.object)
    assert tuple(None if at is None else sentence.words[at] for at in found) == (subject, target)


def test_a_tree_that_is_a_circle_is_given_up() -> None:
    circle = parse(("a", "NOUN", 1, "dep"), ("b", "NOUN", 0, "dep"))
    roles = parsed_roles(circle, 0)
    assert (roles.subject, roles.object) == (None, None)
