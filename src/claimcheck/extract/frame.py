"""A text as the words around its numbers, to tell two texts that differ in their numbers alone."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.extract.cues import bound_after, bound_before
from claimcheck.extract.line import Line
from claimcheck.extract.numbers import find_numbers
from claimcheck.extract.reading import Core, stated_quantity
from claimcheck.extract.time_span import PLACED
from claimcheck.extract.times import find_times
from claimcheck.lang import Pack, tokenise
from claimcheck.model import Bound, Interval, TimeForm

__all__ = ["Frame", "Slot", "frame_of"]


@dataclass(frozen=True, slots=True)
class Slot:
    """A number in its frame: its first character and the one past it, and the values that it allows with its bound.

    A number with a magnitude word, or "about" before it, is rounded; any other is what its digits say.
    """

    start: int
    end: int
    values: Interval
    is_bounded: bool
    is_rounded: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """The words of a text, None in the place of each number with its bound, and those numbers."""

    words: tuple[str | None, ...]
    slots: tuple[Slot, ...]


def frame_of(text: str, pack: Pack) -> Frame:
    """Return the frame of a text; every number counts, whatever it stands for, but those of times on the calendar.

    Args:
        text: the text.
        pack: the language pack of its language.
    """
    tokens = tokenise(text)
    line = Line(tokens, pack)
    words: list[str | None] = []
    slots: list[Slot] = []
    times = [(time.first, time.past) for time in find_times(tokens, pack) if _is_dated(time.form)]
    for number in find_numbers(tokens, pack, times):
        if any(first < number.end and number.first < past for first, past in times):
            continue
        before, first = bound_before(line, number.first)
        after, end = (None, number.end) if before is not None else bound_after(line, number.end)
        bound = before or after
        stated = stated_quantity(Core(number, number, None), bound)
        is_rounded = number.scaled or bound is Bound.ABOUT
        values = stated.reach if is_rounded else stated.interval
        words += tokens.lower[line.floor : first]
        words.append(None)
        start, stop = tokens.starts[number.first], tokens.ends[number.end - 1]
        slots.append(Slot(start, stop, values, bound is not None, is_rounded))
        line.floor = end
    words += tokens.lower[line.floor : tokens.count]
    return Frame(tuple(words), tuple(slots))


def _is_dated(form: TimeForm) -> bool:
    """Whether a time names a day or year of the calendar; "6 years ago" only counts years."""
    is_counted = form.unit is not None and form.base is None
    is_named = any(part is not None for part in (form.year, form.month, form.day, form.weekday, form.clock))
    return form.kind in PLACED and (is_named or not is_counted)
