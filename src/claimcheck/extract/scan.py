"""What of a text is read at all: its lines, without web addresses and page furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["CAPITALS", "SMALL", "before_spaces", "blanked", "head_end", "lines", "pieces"]

_LATIN = [chr(code) for code in range(0x250)]
CAPITALS = "".join(filter(str.isupper, _LATIN))
"""The capitals of all languages in Latin letters, for a class in a pattern: names come from any of them ("Łódź")."""
SMALL = "".join(filter(str.islower, _LATIN))
"""Their small letters."""

# A space never ends a broken address whose quotes are curly, so typographic quotes end one too.
_ADDRESS = re.compile(
    r"""(?ix) \b(?:https?://|ftp://|www\.)[^\s<>"“”«»]+ | \b[\w.+-]+@[\w-]+(?:\.[\w-]+)+
        | (?<![\w@])(?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|info|io|co)(?:\.[a-z]{2})?/[^\s<>"“”«»]*
        | \bhref\s*=\s*[^\s>]+
        | [#@][^\W\d]\w+ | \?[\w-]+=[^\s<>"“”«»]+ """
)
# A tag or code that is glued to a closing quote, as a broken address leaves it behind ("twit-881256″").
_DEBRIS = re.compile(r"\b[^\W\d_]+-\d{5,}\b")

# What goes on for longer without a space is data, not words, and costs tokenisers the square of its length.
_NO_WORD = re.compile(r"(?<!\S)\S{301,}")

# A quotation mark between two words without a space glues them together for every tokeniser.
_GLUED_QUOTE = re.compile(r"(?<=[\w:.,])[“”«»\"](?=\w)")


# The signs without which a pattern has nothing to find: looking for them is far quicker than the pattern.
_BLANKS = (("/", "@", "#", "=", "www."), _ADDRESS), (("-",), _DEBRIS), (("“", "”", "«", "»", '"'), _GLUED_QUOTE)


def blanked(text: str) -> str:
    """Return the text with addresses, glued quotation marks and endless words replaced by as many spaces."""

    def spaces(match: re.Match[str]) -> str:
        return " " * len(match.group())

    text = _NO_WORD.sub(spaces, text)  # first, for the other patterns take long over them too
    for signs, pattern in _BLANKS:
        if any(sign in text for sign in signs):
            text = pattern.sub(spaces, text)
    return text


_LINE = re.compile(r"[^\r\n\u2028\u2029\f\v\x85]+")
# A full stop after a word of three letters and before a capital: abbreviations are shorter, or the pack names them. The
# stop comes first and what stands before it second: so the search leaps from stop to stop.
_SENTENCE_END = re.compile(rf"[.!?](?<=[^\W\d_][^\W\d_][^\W\d_].)[^\S\n]+(?=[\"“«¿¡‘(]?[^\W\d_{SMALL}])")
_ENDED = re.compile(r"[.!?…][\"'”’»)]*\s*$")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_WORD_REACH = 30
"""Letters of a word that are looked at."""


def before_spaces(text: str, at: int, start: int = 0) -> int:
    """Return the end of what stands before the spaces that end at `at`, not going back beyond `start`."""
    while at > start and text[at - 1].isspace():
        at -= 1
    return at


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of each line that holds something."""
    for match in _LINE.finditer(text):
        if not match.group().isspace():
            yield match.start(), match.end()


def head_end(text: str) -> int:
    """Return where the title and what stands with it end: at the first line that ends with a sentence.

    It is 0 for a text that starts with a sentence, and for one that holds none.
    """
    return next((start for start, end in lines(text) if _ENDED.search(text, start, end)), 0)


def pieces(text: str, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the offsets of each stretch of a line that surely ends with a sentence: one sentence or a few.

    Args:
        text: the text.
        abbreviations: words after which a full stop ends no sentence, in lower case.
    """
    for start, end in lines(text):
        at = start
        for match in _SENTENCE_END.finditer(text, start, end):
            stop = match.start()
            word = _LAST_WORD.search(text, max(at, stop + 1 - _WORD_REACH), stop)
            if word is None or word.group().lower() not in abbreviations:
                yield at, stop + 1
                at = match.end()
        yield at, end
