"""The part of a trading day that a price or its move belongs to: "in premarket trading", "closed at"."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.extract.quantities import QuantitySpan
from claimcheck.extract.sentence import SentenceView
from claimcheck.extract.time_span import TimeSpan
from claimcheck.model import Granularity, TimeForm, When, WhenKind
from claimcheck.units import is_currency, is_hundredth

__all__ = ["period_of"]

_REACH = 40
"""Characters between a quantity and the words for the part of the day."""
_MOVES = frozenset({"percent", "point", "basis_point", "percentage_point"})


def period_of(at: SentenceView, span: QuantitySpan, time: TimeSpan | None) -> tuple[When, str] | None:
    """Return the time that a quantity belongs to and the words for it, None where the sentence says none.

    Args:
        at: the sentence.
        span: the quantity.
        time: the time that stands with it, where one does.
    """
    session = _session(at, span)
    if time is not None:
        form = time.form if session is None else replace(time.form, session=session[0])
        return When(form), at.text[time.start - at.sentence.start : time.end - at.sentence.start]
    if session is None:
        return None
    return When(TimeForm(WhenKind.VAGUE, Granularity.HOUR, session=session[0])), session[1]


def _session(at: SentenceView, span: QuantitySpan) -> tuple[str, str] | None:
    """Return the part of the trading day whose words stand nearest to an amount of money or a move."""
    unit = span.quantity.unit
    if not (unit in _MOVES or is_currency(unit) or is_hundredth(unit)):
        return None
    start, end = span.start - at.sentence.start, span.end - at.sentence.start
    hits = at.pack.sessions.find(at.text, max(0, start - 2 * _REACH), min(len(at.text), end + 2 * _REACH))
    near = min(hits, key=lambda hit: max(start - hit.end, hit.start - end), default=None)
    if near is None or max(start - near.end, near.start - end) > _REACH:
        return None
    return near.value, at.text[near.start : near.end]
