"""Schedules: what the steps of a payment or build-out hang on ("as each gigawatt is completed")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.extract.scan import before_spaces
from claimcheck.lang import Pack, Tokens, tokenise

__all__ = ["ScheduleSpan", "find_schedules"]

_CLAUSE_END = re.compile(r"[,;:.!?\"”»)](?!\d)|$")
_NO_UNIT = "fold"
_REACH = 8
"""Words after the opening in which the thing that is counted off must be named."""
_STEP_REACH = 200
"""Characters that these words take at most."""


@dataclass(frozen=True, slots=True)
class ScheduleSpan:
    """A clause that ties steps to something, and the unit or noun that one step is, where it is named.

    `is_stepwise` says that the clause opens with a word of its own for gradual progress.
    """

    start: int
    end: int
    per: str | None
    is_stepwise: bool = False


def find_schedules(text: str, start: int, end: int, pack: Pack) -> list[ScheduleSpan]:
    """Return the clauses between two places that say by what steps something advances."""
    found, stop = [], start
    for hit in pack.condition_starters.find(text, start, end):
        if stop < hit.end:
            close = _CLAUSE_END.search(text, hit.end, end)
            stop = close.start() if close else end
        at = before_spaces(text, hit.start)
        opening = pack.condition_progress.before(text, at)
        is_stepwise = opening is not None and opening.start >= start
        begin = opening.start if opening is not None and is_stepwise else hit.start
        step = _step(text, hit.end, min(stop, hit.end + _STEP_REACH), pack)
        if step is not None or is_stepwise:
            found.append(ScheduleSpan(begin, before_spaces(text, stop), step, is_stepwise))
    return found


def _step(text: str, at: int, stop: int, pack: Pack) -> str | None:
    """Return the first unit or known noun after the opening."""
    tokens, words = tokenise(text, at, stop), 0
    for place in range(tokens.count):
        if not tokens.words[place][0].isalpha() or _is_inside(tokens, place):
            continue
        if words == _REACH:
            break
        words += 1
        hit = pack.quantities.units.after(tokens, place) or pack.quantities.nouns.after(tokens, place)
        if hit is not None and hit[1] != _NO_UNIT:
            return hit[1]
    return None


def _is_inside(tokens: Tokens, place: int) -> bool:
    """Whether a hyphen ties a word to another before it: "wind-plant", but "12-gigawatt"."""
    is_tied = place > 1 and tokens.is_glued(place) and tokens.is_glued(place - 1)
    return is_tied and tokens.words[place - 1] == "-" and tokens.words[place - 2][-1].isalpha()
