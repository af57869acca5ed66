"""Failures as a person reads them: the words in the article with a caret line, and expected beside found."""

from __future__ import annotations

import os
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len

from claimcheck.errors import ClaimcheckError
from claimcheck.model import describe
from claimcheck.pytest_plugin.judge import Check, check_claim
from claimcheck.report import words
from claimcheck.report.quote import excerpt, place_of, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck.model import Article, Claim
    from claimcheck.pytest_plugin.judge import Span

__all__ = [
    "ExpectationError", "absent", "differences", "place", "quoted", "shown_path", "table", "unfound", "unmet", "value",
]  # fmt: skip

_ROOM = 90
"""Characters around the marked words that are quoted."""
_NEAREST = 3
_ENDS = frozenset({"low", "high", "earliest", "latest"})


class ExpectationError(ClaimcheckError):
    """An expectation does not hold.

    Args:
        headline: what is wrong, in one line.
        lines: the quotes and the table below it.
        changes: the keys that would make it right, None for a key to drop; None where a person has to decide.
    """

    def __init__(self, headline: str, lines: Iterable[str] = (), changes: Mapping[str, object] | None = None) -> None:
        self.headline = headline
        self.lines = tuple(lines)
        self.changes = changes
        super().__init__("\n".join([headline, *self.lines]))

    def at(self, where: str) -> ExpectationError:
        """Return the same with the place of the expectation in front."""
        return ExpectationError(f"{where}: {self.headline}", self.lines, self.changes)


def shown_path(path: str | Path) -> str:
    """Write a path as it is typed from the current folder, or in full where it lies elsewhere."""
    try:
        return visible(str(Path(path).relative_to(Path.cwd())))
    except (ValueError, OSError):  # OSError: the current folder is gone
        return visible(os.fspath(path))


def place(article: Article, at: int) -> str:
    """Write where a character stands, in the form that editors follow."""
    where = place_of(article, at, at)
    path = shown_path(article.path) if article.path else visible(article.id)
    if article.path and article.line is None:
        path = f"{path}#{visible(article.id)}"
    return f"{path}:{where.line}:{where.column}"


def quoted(article: Article, span: Span, around: Span | None = None) -> list[str]:
    """Quote some words with their surroundings, and a caret under every column that they fill.

    Args:
        article: where they stand.
        span: the words.
        around: the sentence to stay in, by default the line.
    """
    start, end = span
    first, last = around or (article.text.rfind("\n", 0, start) + 1, article.text.find("\n", end))
    before, marked, after = excerpt(article.text, start, end, (first, last if last >= 0 else len(article.text)), _ROOM)
    carets = " " * cell_len(before) + "^" * max(cell_len(marked), 1)
    return [place(article, start), f"    {before}{marked}{after}", f"    {carets}"]


def value(key: str, stated: object) -> str:
    """Write one expected or found value."""
    if stated is None:
        return "open" if key in _ENDS else "none"
    if isinstance(stated, Decimal | int):
        return describe.amount(Decimal(stated))
    if isinstance(stated, list | tuple):
        return " or ".join(value(key, one) for one in stated)
    return visible(str(stated)) or "none"


def differences(checks: Iterable[Check]) -> str:
    """Say in one line what is not as expected."""
    return ", ".join(
        f"{check.key} is {value(check.key, check.found)} instead of {value(check.key, check.expected)}"
        for check in checks
        if not check.is_right
    )


def table(checks: Sequence[Check]) -> list[str]:
    """Put expected beside found, with a mark before every key that differs."""
    cells = [("", "", "expected", "found")]
    cells += [
        (" " if check.is_right else ">", check.key, value(check.key, check.expected), value(check.key, check.found))
        for check in checks
    ]
    key_width, expected_width = (max(cell_len(row[column]) for row in cells) for column in (1, 2))
    return [
        f"  {mark:1} {_padded(key, key_width)}  {_padded(expected, expected_width)}  {found}".rstrip()
        for mark, key, expected, found in cells
    ]


def absent(phrase: str, nth: int, where: str) -> str:
    """Say that some words are not there, or not so often."""
    return f'"{visible(phrase)}" is not{"" if nth == 1 else f" {nth} times"} in {where}'


def unfound(article: Article, span: Span, claims: Iterable[Claim]) -> tuple[str, list[str]]:
    """Say in one line that no claim stands for some words, and show them with the nearest of the article's claims."""
    return "no claim is found here", [*quoted(article, span), *_nearest(article, span, claims)]


def unmet(article: Article, span: Span, wanted: Mapping[str, object], claim: Claim) -> tuple[str, list[str]] | None:
    """Say in one line what of a claim is not as expected, and show it; None where all is.

    Args:
        article: where the claim stands.
        span: the words that it stands for.
        wanted: the keys that are expected.
        claim: the claim.
    """
    checks = check_claim(wanted, claim)
    if all(check.is_right for check in checks):
        return None
    phrase = article.text[span[0] : span[1]]
    above = [] if claim.text == phrase else [Check("text", phrase, claim.text, is_right=True)]
    around = (min(claim.sentence[0], span[0]), max(claim.sentence[1], span[1]))
    return differences(checks), [*quoted(article, span, around), *table([*above, *checks])]


def _nearest(article: Article, span: Span, claims: Iterable[Claim]) -> list[str]:
    """List the claims of an article that stand nearest to a place where one was expected."""
    near = sorted(claims, key=lambda claim: max(claim.start - span[1], span[0] - claim.end))[:_NEAREST]
    if not near:
        return ["The article holds no claim."]
    return ["The nearest claims:"] + [
        f'  {place(article, claim.start)}  "{visible(claim.text)}"  {claim.kind}: {words.value(claim)}'
        for claim in sorted(near, key=lambda claim: claim.start)
    ]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))
