"""The values of one fact, drawn on one axis."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimcheck.model import Claim, Status
from claimcheck.report import words
from claimcheck.report.axis import Scale, Span, number_ticks, numbers
from claimcheck.report.axis_days import day_ticks, days
from claimcheck.report.quote import visible
from claimcheck.report.spans import Measured, days_of, quantities_of
from claimcheck.report.view import ChartRow, ChartView, Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.report.result import Report
    from claimcheck.report.view import FactView

__all__ = ["chart", "mark"]

_MOST_ROWS = 12
"""With more rows than this, the sources that say the same share one."""
_THIN = 1.5
"""A bar narrower than this, in percent, is drawn as a point, as it could not be seen."""


def chart(report: Report, fact: FactView) -> ChartView | None:
    """Draw what the sources say of a fact; None where fewer than two of its claims can stand on an axis."""
    letters = {quote.claim: position.letter for position in fact.positions for quote in position.quotes}
    claims = [report.claim(quote.claim) for quote in fact.quotes]
    measured = quantities_of(claims) or days_of(claims)
    if measured is None:
        return None
    spans = list(measured.spans.values())
    if measured.is_days:
        scale = days(spans)
        ticks = day_ticks(scale)
    else:
        scale = numbers(spans)
        ticks = number_ticks(scale, whole=measured.whole)
    several = len(fact.positions) > 1
    rows = [_row(report, claim, letters[claim.id] if several else "", measured, scale) for claim in claims]
    caption = f"{measured.caption}, on a logarithmic scale" if scale.is_log else measured.caption
    return ChartView(visible(caption), ticks, _without_repeats(rows))


def mark(span: Span, scale: Scale, *, with_band: bool = False) -> Mark:
    """Say what to draw for one span; `with_band` also draws the slack of a value that is not approximate."""
    opens = "left" if span.low is None else "right" if span.high is None else ""
    start = 0.0 if span.low is None else scale.at(span.low)
    end = 100.0 if span.high is None else scale.at(span.high)
    is_point = not opens and (span.low == span.high or end - start < _THIN)
    reach = [scale.at(place) for place in span.reach]
    band = None
    if span.slack and (with_band or span.fuzzy) and reach[-1] - reach[0] >= _THIN:
        band = (reach[0], reach[-1])
    return Mark(
        start=start,
        end=end,
        opens=opens,
        point=round((start + end) / 2, 2) if is_point else None,
        band=None if opens else band,
        hollow=span.low_open or span.high_open,
        fuzzy=span.fuzzy,
    )


def _row(report: Report, claim: Claim, letter: str, measured: Measured, scale: Scale) -> ChartRow:
    span = measured.spans.get(claim.id)
    value = words.value(claim)
    if claim.status in {Status.NEGATED, Status.ASKED}:
        value += f", {words.STATUS_WORDS[claim.status]}"
    return ChartRow(
        letter=letter,
        source=visible(report.article(claim.article).name),
        value=value,
        drawn=visible(measured.words[claim.id]) if span else "cannot be drawn on this axis",
        mark=mark(span, scale, with_band=measured.with_bands) if span else None,
    )


def _without_repeats(rows: Sequence[ChartRow]) -> tuple[ChartRow, ...]:
    """One row for what a source says twice, and for what many sources say where there are too many of them."""
    found = tuple(dict.fromkeys(rows))
    if len(found) <= _MOST_ROWS:
        return found
    said: Counter[tuple[str, str]] = Counter((row.letter, row.value) for row in found)
    return tuple(
        ChartRow(
            row.letter, words.count(number, "source") if number > 1 else row.source, row.value, row.drawn, row.mark
        )
        for row, number in ((row, said[row.letter, row.value]) for row in _firsts(found))
    )


def _firsts(rows: Iterable[ChartRow]) -> Iterable[ChartRow]:
    first: dict[tuple[str, str], ChartRow] = {}
    for row in rows:
        first.setdefault((row.letter, row.value), row)
    return first.values()
