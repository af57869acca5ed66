"""Whether what claimcheck says is what was expected, key by key. Nothing here knows of files or of pytest."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from claimcheck.model import Bound, Claim, ClaimKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["JUDGED", "NUMBERS", "Check", "Span", "aligned", "check_claim", "locate", "overlapping", "rewritten"]

NUMBERS = ("value", "low", "high")
"""The keys of a claim that are numbers."""
JUDGED = ("kind", *NUMBERS, "unit", "bound", "earliest", "latest", "per", "status")
"""The keys of a claim that are compared, in the order in which they are shown."""
_DAYS = ("earliest", "latest")
_TOLERANCE = Decimal("1e-6")
"""Relative, for numbers that cannot be written out, such as a third; far below any rounding in a text."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Check:
    """One key with what is expected and what is found; None stands for nothing, or for an open end."""

    key: str
    expected: object
    found: object
    is_right: bool


def locate(text: str, words: str, nth: int = 1) -> Span | None:
    """Return where the nth occurrence of some words is, None where there are fewer.

    >>> locate("10 of 10", "10", 2), locate("10 of 10", "10", 3)
    ((6, 8), None)

    Raises:
        ValueError: `nth` counts from 1.
    """
    if nth < 1:
        raise ValueError(f"nth says which occurrence is meant, from 1 on, not {nth}")
    start = -1
    for _ in range(nth):
        start = text.find(words, start + 1)
        if start < 0:
            return None
    return start, start + len(words)


def overlapping(span: Span, claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that share a character with a span, the best fit first."""
    touching = [claim for claim in claims if _likeness(span, claim) > 0]
    return sorted(touching, key=lambda claim: (-_likeness(span, claim), claim.start))


def aligned(wanted: Mapping[str, tuple[Span, str | None]], claims: Iterable[Claim]) -> dict[str, Claim]:
    """Match spans to the claims of one article, one to one, the best overlap first.

    A claim of another kind than the one wanted is taken only where none of that kind is left: then the kind is what is
    wrong. Spans that are the same may share a claim.

    Args:
        wanted: the span and, where it matters, the kind for each name.
        claims: all claims of the article.
    """
    candidates = [
        (kind is not None and kind != claim.kind, -likeness, name, claim.start, claim)
        for claim in claims
        for name, (span, kind) in wanted.items()
        if (likeness := _likeness(span, claim)) > 0
    ]
    found: dict[str, Claim] = {}
    taken: set[str] = set()
    for *_, name, _, claim in sorted(candidates, key=lambda row: row[:4]):
        if name not in found and claim.id not in taken:
            found[name] = claim
            taken.add(claim.id)
    by_span = {wanted[name][0]: claim for name, claim in found.items()}
    return {**{name: by_span[span] for name, (span, _) in wanted.items() if span in by_span}, **found}


def check_claim(wanted: Mapping[str, Any], claim: Claim) -> list[Check]:
    """Compare the keys that are written, and the two that are meant where they are not.

    A value without a bound is exact, and a date without days stays open.
    """
    expected = {key: wanted[key] for key in JUDGED if key in wanted}
    if "value" in expected:
        expected.setdefault("bound", Bound.EXACT)
    stays_open = expected.get("kind") == ClaimKind.DATE and not any(day in expected for day in _DAYS)
    if stays_open:
        expected |= dict.fromkeys(_DAYS)
    is_open = claim.when is None or not claim.when.is_dated
    return [
        Check(key, expected[key], found, is_open if stays_open and key in _DAYS else _fits(expected[key], found))
        for key, found in _stated(claim).items()
        if key in expected
    ]


def rewritten(wanted: Mapping[str, Any], claim: Claim) -> dict[str, object] | None:
    """Return the keys to change for a claim to be as expected, None for a key to drop.

    None in place of the keys: the claim is of another kind, which is for a person to change.
    """
    wrong = {check.key: check.found for check in check_claim(wanted, claim) if not check.is_right}
    if "kind" in wrong or (claim.quantity is None and not wrong.keys().isdisjoint({*NUMBERS, "unit", "bound"})):
        return None
    quantity = claim.quantity
    if quantity is None or wrong.keys().isdisjoint({*NUMBERS, "bound"}) or not any(key in wanted for key in NUMBERS):
        return wrong
    has_ends = wanted.get("bound") == Bound.RANGE or {"low", "high"} <= wanted.keys()
    keep = _keys_of_number(quantity.bound, has_ends=quantity.value is None)
    if _keys_of_number(wanted.get("bound", Bound.EXACT), has_ends=has_ends) != keep:
        # Other keys carry the number now.
        wrong |= {key: getattr(quantity, key) if key in keep else None for key in NUMBERS if key in {*keep, *wanted}}
    return wrong


def _keys_of_number(bound: str, *, has_ends: bool) -> tuple[str, ...]:
    """Return the keys that carry a number: a range has two ends, a vague count none that is stated."""
    if bound == Bound.VAGUE:
        return ()
    return ("low", "high") if has_ends else ("value",)


def _stated(claim: Claim) -> dict[str, object]:
    quantity, when = claim.quantity, claim.when
    numbers = {key: getattr(quantity, key, None) for key in ("value", "low", "high", "unit", "bound")}
    days = {key: getattr(when, key, None) for key in _DAYS}
    per = claim.schedule.per if claim.schedule else quantity.per if quantity else None
    return {"kind": claim.kind, **numbers, **days, "per": per, "status": claim.status}


def _fits(expected: object, found: object) -> bool:
    if isinstance(expected, list | tuple):
        return found in expected
    if isinstance(expected, int | float | Decimal) and isinstance(found, Decimal):
        wanted = Decimal(str(expected))
        return abs(wanted - found) <= _TOLERANCE * max(abs(wanted), abs(found))
    return expected == found


def _likeness(span: Span, claim: Claim) -> float:
    shared = min(span[1], claim.end) - max(span[0], claim.start)
    return shared / (span[1] - span[0] + claim.end - claim.start - shared)
