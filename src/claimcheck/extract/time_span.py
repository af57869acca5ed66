"""A time expression at its place in a text."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.model import TimeForm, WhenKind

__all__ = ["PLACED", "TimeSpan"]

PLACED = frozenset({WhenKind.POINT, WhenKind.INTERVAL})
"""Kinds of times that have a place in the calendar."""


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time as written, at its place; `start` includes a cue such as "since".

    `first` and `past` are the tokens it takes. What is `is_idle` claims nothing by itself: "now", "every day", a length
    of time. What `is_counted` is so many units away ("a year ago").
    """

    start: int
    end: int
    form: TimeForm
    first: int
    past: int
    is_idle: bool = False
    is_counted: bool = False
