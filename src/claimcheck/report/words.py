"""What the report calls things: verdicts, values, dates and how a claim is put."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.model import Article, Claim, ConflictType, DateBasis, Status, Verdict, describe
from claimcheck.report.quote import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "CONFLICT_WORDS",
    "VERDICT_WORDS",
    "Wording",
    "base_value",
    "count",
    "notes",
    "published",
    "shortened",
    "value",
]


class Wording(NamedTuple):
    """How a verdict is shown: never by colour alone."""

    symbol: str
    word: str
    heading: str
    tally: str


VERDICT_WORDS = {
    Verdict.CONFLICT: Wording("≠", "Conflict", "Conflicts", "in conflict"),
    Verdict.UPDATE: Wording("→", "Update", "Updates: later reports differ", "updated"),
    Verdict.REFINES: Wording("⊂", "More precise", "One source is more precise", "more precise"),
    Verdict.COMPATIBLE: Wording("≈", "Wording differs", "Values fit, wording differs", "worded differently"),
    Verdict.AGREE: Wording("=", "Agree", "Sources agree", "in agreement"),
    Verdict.SINGLE: Wording("·", "One source", "Said by one source only", "from one source only"),
}
"""Every verdict in the order of the report: the gravest first."""

CONFLICT_WORDS = {
    ConflictType.VALUE: "different values",
    ConflictType.BOUND: "different limits",
    ConflictType.UNIT: "different units",
    ConflictType.SCOPE: "different basis",
    ConflictType.DATE: "different dates",
    ConflictType.STATUS: "different status",
    ConflictType.MAGNITUDE: "off by a power of ten",
}

STATUS_WORDS = {
    Status.HEDGED: "hedged",
    Status.PLANNED: "planned",
    Status.DONE: "done",
    Status.NEGATED: "denied",
    Status.ASKED: "asked",
}
_BASIS_WORDS = {
    DateBasis.GIVEN: "given by the user",
    DateBasis.METADATA: "from its metadata",
    DateBasis.TEXT: "stated in the text or its web address",
}


def count(number: int, noun: str) -> str:
    """Write a number with its noun.

    >>> count(1, "article"), count(3, "article")
    ('1 article', '3 articles')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def shortened(text: str, room: int) -> str:
    """Write a text on one line in so many characters.

    >>> shortened("a long label", 8)
    'a long …'
    """
    line = visible(text)
    return line if len(line) <= room else f"{line[: room - 1]}…"


def value(claim: Claim) -> str:
    """Write what a claim states, as it is compared."""
    return visible(describe.claim(claim))


def base_value(claim: Claim) -> str | None:
    """Write a quantity in the base unit that it was compared in, None where it has none."""
    base = claim.quantity.base if claim.quantity else None
    if base is None:
        return None
    ends = (None if end is None else describe.amount(end) for end in (base.low, base.high))
    low, high = ends
    unit = describe.unit(base.unit, plural=not base.low == base.high == 1)
    if low is None or high is None:
        return visible(f"{low} {unit} or more" if low else f"up to {high} {unit}" if high else unit)
    return visible(f"{low} {unit}" if low == high else f"{low} to {high} {unit}")


def notes(claim: Claim) -> tuple[str, ...]:
    """Write how a claim is put, and what its value hangs on, in a few words each."""
    return tuple(visible(note) for note in _notes(claim))


def published(article: Article) -> str:
    """Write the day of an article, and plainly how it is known."""
    first, last = article.published, article.published_until
    if first is None:
        return "no date known"
    if article.published_from is DateBasis.INFERRED:
        days = describe.day(first) if last in {None, first} else f"{describe.day(first)} to {describe.day(last)}"
        return f"{days}: inferred, not stated"
    basis = _BASIS_WORDS.get(article.published_from, "how it is known is not recorded")
    return f"{describe.day(first)} ({basis})"


def _notes(claim: Claim) -> Iterable[str]:
    if claim.status in STATUS_WORDS:
        yield STATUS_WORDS[claim.status]
    if claim.attribution:
        yield f"according to {claim.attribution}"
    elif claim.status is Status.ATTRIBUTED:
        yield "attributed"
    if claim.condition:
        yield f"hangs on: {claim.condition}"
    if claim.as_of:
        yield f"as of {claim.as_of}"
    if claim.when is not None and claim.when.anchor == DateBasis.INFERRED:
        yield "counted from an inferred date"
    if claim.note:
        yield claim.note
