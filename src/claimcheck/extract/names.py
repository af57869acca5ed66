"""Names of people, firms and places, by their capitals: no trained model and no list of today's companies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from claimcheck.adapters.spacy import Token
from claimcheck.extract.scan import CAPITALS, SMALL
from claimcheck.lang import Pack

__all__ = ["Name", "common_nouns", "find_names", "seen_names"]

# The capital comes first and what stands before it second: so the search leaps from capital to capital.
_MID_SENTENCE = re.compile(
    rf"[{CAPITALS}](?:(?:(?<=[^\W\d_] .)|(?<=[^\W\d_][,;] .))[\w&]*\w|(?<=\b.)\w*[{CAPITALS}]\w*)"
)
_HEADLINE_SHARE = 0.6
_HEADLINE_WORDS = 3
_FULL_STOPS = frozenset('.!?…”"»')


@dataclass(frozen=True, slots=True)
class Name:
    """A name at its place among the tokens of a sentence."""

    first: int
    end: int
    text: str


def seen_names(text: str) -> frozenset[str]:
    """Return, in lower case, the words that a text capitalises inside sentences: they are names anywhere in it."""
    body = (line for line in text.splitlines() if not _is_headline(line.split()))
    return frozenset(match.group().lower() for line in body for match in _MID_SENTENCE.finditer(line))


def common_nouns(text: str, pack: Pack) -> frozenset[str]:
    """Return, in lower case, the nouns of a text that cannot be names where every noun has a capital.

    They are those that stand behind an article somewhere ("ein Feuer"); of two capitalised words in a row neither is
    ("die Deutsche Bank").
    """
    if not pack.has_capitals:
        return frozenset()
    return frozenset(match.group(1).lower() for match in _behind_article(pack).finditer(text))


@cache
def _behind_article(pack: Pack) -> re.Pattern[str]:
    articles = "|".join(map(re.escape, sorted(pack.syntax.articles)))
    return re.compile(rf"\b(?i:{articles}) (?:[{SMALL}]+ ){{0,2}}([{CAPITALS}][\w-]*)(?![\w-]| [{CAPITALS}])")


def _is_headline(words: Sequence[str]) -> bool:
    """Whether most words of a line have a capital and no full stop ends it, so that capitals tell nothing there."""
    if not words or words[-1][-1:] in _FULL_STOPS:
        return False
    letters = [word for word in words[1:] if word[:1].isalpha()]
    return len(letters) >= _HEADLINE_WORDS and sum(word[:1].isupper() for word in letters) >= _HEADLINE_SHARE * len(
        letters
    )


def find_names(
    tokens: Sequence[Token], pack: Pack, seen: frozenset[str], common: frozenset[str] = frozenset()
) -> list[Name]:
    """Return the runs of capitalised words that are names, from left to right.

    The first word of a sentence, and every word of a headline, counts only if it is `seen` elsewhere as a name. What is
    `common` only goes on a name.
    """
    headline = not pack.has_capitals and _is_headline([token.text for token in tokens])
    names: list[Name] = []
    start: int | None = None
    for index, token in enumerate(tokens):
        named = (
            token.text != token.lower
            and _may_name(token, pack)
            and not (_is_symbol(tokens, index, pack) or _is_code(tokens, index, pack))
            and not (start is None and (token.lower in common or token.lower.endswith(pack.common_endings)))
            and (_certain(index, token, headline=headline) or token.lower in seen or _opens_clause(tokens, index, pack))
        )
        if named or (start is not None and _hyphen_inside(tokens, index)):
            start = index if start is None else start
        elif start is not None:
            names.append(Name(start, index, _joined(tokens[start:index])))
            start = None
    if start is not None:
        names.append(Name(start, len(tokens), _joined(tokens[start:])))
    return names


def _opens_clause(tokens: Sequence[Token], index: int, pack: Pack) -> bool:
    """Whether the first word of a sentence begins a name ("Ann Lee"), or is one by its verb: "Contoso has bought"."""
    word = tokens[index].lower
    if index > 0 or index + 1 >= len(tokens) or pack.is_plural(word) or word in pack.predicates:
        return False
    following = tokens[index + 1].lower
    if _may_name(tokens[1], pack) and not _is_headline([token.text for token in tokens]):
        form = pack.syntax.verb_form(word)
        return word not in pack.syntax.small and word not in pack.premodifiers and not form
    predicate = pack.predicates.get(following)
    return pack.statuses.get(following) is not None or (predicate is not None and predicate.is_verb)


def _hyphen_inside(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is the hyphen of a double name ("Alsace-Lorraine"), which the tokeniser cuts apart."""
    if tokens[index].text != "-" or index + 1 >= len(tokens):
        return False
    return tokens[index - 1].end == tokens[index].start and tokens[index + 1].is_capitalised


def _joined(tokens: Sequence[Token]) -> str:
    """Write a name as it stands in the text, one space between its words."""
    text = tokens[0].text
    for before, token in pairwise(tokens):
        text += token.text if before.end == token.start else f" {token.text}"
    return text


def _may_name(token: Token, pack: Pack) -> bool:
    if len(token.lower) <= 1 or token.lower in pack.unnamed or not token.is_capitalised:
        return False
    return pack.quantities.units.single(token.lower) is None and not _is_magnitude(token, pack)  # "5 Meter", "24 Mrd."


def _is_magnitude(token: Token, pack: Pack) -> bool:
    return pack.quantities.numbers.magnitudes.single(token.lower.removesuffix(".")) is not None


def _is_symbol(tokens: Sequence[Token], index: int, pack: Pack) -> bool:
    """Whether a word is the symbol of a unit by the number before it: "85 MW"."""
    return (
        index > 0 and tokens[index - 1].text[-1:].isdigit() and bool(pack.quantities.symbols.single(tokens[index].text))
    )


def _is_code(tokens: Sequence[Token], index: int, pack: Pack) -> bool:
    """Whether a word is the code of a currency by the number beside it: "CHF 30", "30 millones de BRL".

    Away from numbers many codes are names: "AMD", "RON".
    """
    if pack.quantities.signs.single(tokens[index].text) is None:
        return False
    if index + 1 < len(tokens) and tokens[index + 1].text[0].isdigit():
        return True
    before = index - 1 if index > 1 and pack.is_of(tokens[index - 1].lower) else index
    number = tokens[before - 1] if before else None
    return number is not None and (number.text[-1].isdigit() or _is_magnitude(number, pack))


def _certain(index: int, token: Token, *, headline: bool) -> bool:
    """Whether capitals alone make a word a name: inside a sentence, or with a capital after its first letter."""
    return (index > 0 and not headline) or (any(char.isupper() for char in token.text[1:]) and not token.text.isupper())
