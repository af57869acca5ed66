"""Two claims of one article: the same said again, two facts, or the article against itself.

An article seldom gives two values of one thing, so two claims of it that differ are two facts; unless it tells who says
which, or its title says what nothing below it does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from claimcheck.link.blocks import block_of, value_key
from claimcheck.link.values import near
from claimcheck.model import Claim, Scope, TimeRelation

__all__ = ["head_disputes", "is_disputed", "is_same_statement"]

_TOUCHING = frozenset({TimeRelation.EQUAL, TimeRelation.WITHIN, TimeRelation.OVERLAPS})


def is_same_statement(a: Claim, b: Claim) -> bool:
    """Whether two claims of one article say the same, so that they may be one fact."""
    if a.quantity is not None and b.quantity is not None:
        return near(a.quantity, b.quantity) == 1.0
    if a.is_untimed or b.is_untimed:
        return False  # a step without a time is a statement of its own
    if a.when is not None and b.when is not None:
        touch = a.when.relation(b.when) in _TOUCHING and not (a.when.is_open or b.when.is_open)
        return a.predicate == b.predicate and (a.when.form == b.when.form or touch)
    return False


def is_disputed(a: Claim, b: Claim) -> bool:
    """Whether two claims of one article give the values of two sources for one measure: "the mayor said it was 15"."""
    if a.quantity is None or b.quantity is None or a.attribution is None or b.attribution is None:
        return False
    is_one_measure = a.measure_name is not None and a.measure_name == b.measure_name
    return is_one_measure and a.sentence == b.sentence and a.attribution != b.attribution


def head_disputes(claims: Iterable[Claim]) -> Iterator[frozenset[str]]:
    """Yield the pairs of claims of which the title gives a value that the only one below it contradicts.

    The two must have one predicate and one unit, the title's value must not stand in the text below, nor more than one
    other value of that predicate and unit.
    """
    alike: defaultdict[tuple[str, str, str | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        if _is_plain(claim):
            alike[claim.article, block_of(claim), claim.predicate].append(claim)
    for members in alike.values():
        above = [claim for claim in members if claim.in_head]
        below = [claim for claim in members if not claim.in_head]
        if len({value_key(claim) for claim in above}) == len({value_key(claim) for claim in below}) == 1:
            yield from (frozenset((a.id, b.id)) for a in above for b in below if not is_same_statement(a, b))


def _is_plain(claim: Claim) -> bool:
    """Whether a claim is a count or level with a known verb, stated as one number."""
    quantity = claim.quantity
    if quantity is None or claim.predicate is None or not quantity.unit or quantity.scope is not Scope.TOTAL:
        return False
    return quantity.is_point
