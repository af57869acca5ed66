"""Functions that are given to processes and workers, which import them from here."""

from __future__ import annotations

__all__ = ["double", "fail_on_seven"]


def double(number: int) -> int:
    return number * 2


def fail_on_seven(number: int) -> int:
    if number == 7:
        raise ValueError("seven")
    return number
