"""Spelled integers through text2num: "twenty-five", "quatre-vingt-dix-sept"."""

from __future__ import annotations

from functools import lru_cache

__all__ = ["spelled_integer"]


@lru_cache(maxsize=4096)
def spelled_integer(words: str, language: str) -> int | None:
    """Return the integer that a run of number words spells, None if it does not spell one.

    The run must hold no digits and no decimal words: text2num glues these to magnitudes.
    """
    from text_to_num import text2num  # noqa: PLC0415

    try:
        return int(text2num(words.lower(), language))
    except ValueError:
        return None
