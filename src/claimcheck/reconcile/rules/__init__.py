"""The rules of the calculus, each in its own file, tried in this order; the first that has something to say decides.

A rule is a function `judge(a, b, setting)` over two claims of one fact; it returns None where it does not apply.
"""

from collections.abc import Callable

from claimcheck.model import Claim
from claimcheck.reconcile.judgement import Judgement, Setting
from claimcheck.reconcile.rules import (
    arithmetic,
    cap,
    currency,
    denial,
    direction,
    magnitude,
    period,
    schedule,
    status,
    time,
    vague,
    value,
    yearly,
)

__all__ = ["RULES", "judge"]

Rule = Callable[[Claim, Claim, Setting], Judgement | None]

RULES: tuple[Rule, ...] = (
    schedule.judge,
    denial.judge,
    status.judge,
    time.judge,
    arithmetic.judge,
    period.judge,
    direction.judge,
    vague.judge,
    yearly.judge,
    currency.judge,
    cap.judge,
    magnitude.judge,
    value.judge,
)


def judge(a: Claim, b: Claim, setting: Setting) -> Judgement:
    """Return the judgement of the first rule that applies; `value` applies to every pair of quantities."""
    found = (rule(a, b, setting) for rule in RULES)
    judgement = next((judgement for judgement in found if judgement is not None), None)
    if judgement is None:
        raise ValueError(f"no rule compares {a.kind} with {b.kind}")
    return judgement
