"""Years: an amount of money by the year against one that may be of another time."""

from __future__ import annotations

from claimcheck.lang import yearly_measures
from claimcheck.model import Claim, ConflictType, Granularity, RelationKind, describe
from claimcheck.reconcile.judgement import Judgement, Setting
from claimcheck.units import is_currency

__all__ = ["judge"]

_BY_THE_YEAR = f"/{Granularity.YEAR}"


def judge(a: Claim, b: Claim, _: Setting) -> Judgement | None:
    """Keep an amount by the year apart from one that is not known to be: both may hold."""
    if a.quantity is None or b.quantity is None or a.base is None or b.base is None:
        return None
    units = {a.quantity.unit, b.quantity.unit}
    has_year = any(unit.endswith(_BY_THE_YEAR) and is_currency(unit.removesuffix(_BY_THE_YEAR)) for unit in units)
    if len(units) == 1 or not has_year or (_is_yearly(a) and _is_yearly(b)):
        return None
    shown = f"{describe.quantity(a.quantity)} / {describe.quantity(b.quantity)}"
    return Judgement(RelationKind.COMPATIBLE, ConflictType.SCOPE, f"only one is said to be by the year: {shown}")


def _is_yearly(claim: Claim) -> bool:
    """Whether an amount is by the year: it says so, or it is of a year, or of what is told by the year."""
    if claim.quantity is not None and claim.quantity.unit.endswith(_BY_THE_YEAR):
        return True
    if claim.period is not None:
        return claim.period.granularity is Granularity.YEAR
    return claim.measure_name in yearly_measures()
