"""The garbage collector at rest while a great many objects are made that all stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["collecting_later"]


@contextmanager
def collecting_later() -> Iterator[None]:
    """Keep the collector of cycles from walking over all that is there, again and again, and let it on afterwards.

    A report consists of very many small objects without cycles, and looking for some was a good part of its cost.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
