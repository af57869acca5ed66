"""Words of an article as a reader may safely see them: nothing hidden, and the right characters marked."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from claimcheck.model import Article

__all__ = ["Place", "excerpt", "place_of", "visible"]

_SPACE = re.compile(r"\s+")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co"})
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
"""What has no shape, though its category is that of letters, signs or accents."""
_NEEDED = re.compile(r"(?<=[^\x00-\x7f])(?:[\u200c\u200d](?=[^\x00-\x7f])|[\ufe00-\ufe0f])")
"""Those that writing itself needs, in Persian or in emoji; between digits they would hide where a number ends."""
_LAST_OF_PLANE = 0xFFFE
"""The bits that the two characters of each plane share which are none, and which XML cannot hold."""
_SOFT_HYPHEN = "\u00ad"


def visible(text: str) -> str:
    r"""Write text on one line with every control and direction character spelled out.

    Articles are not trusted: an escape sequence could repaint a terminal, a direction override could make a number
    read backwards.

    >>> visible("pay\n 10\u202e0 dollars")
    'pay 10⟨U+202E⟩0 dollars'
    """
    line = _SPACE.sub(" ", text).replace(_SOFT_HYPHEN, "")
    if line.isprintable() and not _UNSEEN.search(line):
        return line
    needed = {match.start() for match in _NEEDED.finditer(line)}
    return "".join(
        f"⟨U+{ord(char):04X}⟩" if _is_hidden(char) and at not in needed else char for at, char in enumerate(line)
    )


def _is_hidden(char: str) -> bool:
    is_none = ord(char) & _LAST_OF_PLANE == _LAST_OF_PLANE
    return is_none or unicodedata.category(char) in _HIDDEN or _UNSEEN.match(char) is not None


def excerpt(text: str, start: int, end: int, sentence: tuple[int, int], room: int) -> tuple[str, str, str]:
    """Return what stands before, in and after a span, within its sentence, for quoting it.

    Args:
        text: the article.
        start: first character of the span.
        end: character after the span.
        sentence: the sentence around; the quotation never leaves it.
        room: how many characters around the span to keep; a cut falls between words and is marked.
    """
    first, last = min(sentence[0], start), max(sentence[1], end)
    before, after = text[first:start].lstrip(), text[end:last].rstrip()
    keep_before = max(room // 2, room - len(after))
    keep_after = max(room // 2, room - len(before))
    if len(before) > keep_before:
        before = "… " + _from_word(before, len(before) - keep_before)
    if len(after) > keep_after:
        after = _from_word(after[::-1], len(after) - keep_after)[::-1] + " …"
    return visible(before), visible(text[start:end]), visible(after)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands: lines and columns count from 1, as editors do; the end is the column after the last."""

    line: int
    column: int
    end_line: int
    end_column: int


def place_of(article: Article, start: int, end: int) -> Place:
    r"""Return where the characters from `start` to `end` of an article stand in its file, or else in its text.

    >>> place_of(Article("a", "one\ntwo", line=5), 5, 7)
    Place(line=6, column=2, end_line=6, end_column=4)
    """
    lines = [article.text.count("\n", 0, at) + (article.line or 1) for at in (start, end)]
    columns = [at - article.text.rfind("\n", 0, at) for at in (start, end)]
    return Place(lines[0], columns[0], lines[1], columns[1])


def _from_word(text: str, at: int) -> str:
    """What follows `at`, without the rest of a word that the cut would split."""
    if text[at - 1].isspace():
        return text[at:]
    parts = text[at:].split(maxsplit=1)
    partial = text[at:] if len(parts) < 2 or text[at].isspace() else parts[1]  # noqa: PLR2004
    return partial.lstrip()
