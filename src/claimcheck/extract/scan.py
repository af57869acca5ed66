"""What of a text is read at all: its lines, without web addresses and page furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["before_spaces", "blanked", "lines"]

# A space never ends a broken address whose quotes are curly, so typographic quotes end one too.
_ADDRESS = re.compile(
    r"""(?ix) \b(?:https?://|ftp://|www\.)[^\s<>"“”«»]+ | \b[\w.+-]+@[\w-]+(?:\.[\w-]+)+
        | (?<![\w@])(?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|info|io|co)(?:\.[a-z]{2})?/[^\s<>"“”«»]*
        | \bhref\s*=\s*[^\s>]+
        | [#@][^\W\d]\w+ | \?[\w-]+=[^\s<>"“”«»]+ """
)
# A tag or code that is glued to a closing quote, as a broken address leaves it behind ("twit-881256″").
_DEBRIS = re.compile(r"\b[^\W\d_]+-\d{5,}\b")


# A quotation mark between two words without a space glues them together for every tokeniser.
_GLUED_QUOTE = re.compile(r"(?<=[\w:.,])[“”«»\"](?=\w)")


def blanked(text: str) -> str:
    """Return the text with each web or mail address, and each glued quotation mark, replaced by as many spaces."""

    def spaces(match: re.Match[str]) -> str:
        return " " * len(match.group())

    for pattern in (_ADDRESS, _DEBRIS, _GLUED_QUOTE):
        text = pattern.sub(spaces, text)
    return text


def before_spaces(text: str, at: int, start: int = 0) -> int:
    """Return the end of what stands before the spaces that end at `at`, not going back beyond `start`."""
    while at > start and text[at - 1].isspace():
        at -= 1
    return at


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of each line that holds something."""
    for match in re.finditer(r"[^\r\n\u2028\u2029\f\v\x85]*\S[^\r\n\u2028\u2029\f\v\x85]*", text):
        yield match.start(), match.end()
