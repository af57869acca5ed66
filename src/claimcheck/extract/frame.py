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
from claimcheck.model import Interval

__all__ = ["Frame", "Slot", "frame_of"]


@dataclass(frozen=True, slots=True)
class Slot:
    """A number in its frame: its first character and the one past it, and the values that it allows with its bound.

    A number with a magnitude word is rounded; any other is what its digits say.
    """

    start: int
    end: int
    values: Interval
    is_bounded: bool


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
    line = Line(tokens, pack, pack.quantities)
    words: list[str | None] = []
    slots: list[Slot] = []
    found = (time for time in find_times(tokens, pack) if time.form.kind in PLACED and time.form.unit is None)
    times = [(time.start, time.end) for time in found]  # "6 years ago" counts years, "in 2024" counts nothing
    for number in find_numbers(tokens, pack):
        start, stop = tokens.starts[number.first], tokens.ends[number.end - 1]
        if any(begin < stop and start < past for begin, past in times):
            continue
        before, first = bound_before(line, number.first)
        after, end = (None, number.end) if before is not None else bound_after(line, number.end)
        bound = before or after
        stated = stated_quantity(Core(number, number, None), bound)
        values = stated.reach if number.scaled or number.is_about else stated.interval
        words += tokens.lower[line.floor : first]
        words.append(None)
        slots.append(Slot(start, stop, values, bound is not None))
        line.floor = end
    words += tokens.lower[line.floor : tokens.count]
    return Frame(tuple(words), tuple(slots))
