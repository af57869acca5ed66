"""Text for a terminal of a given width, by Rich."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType

__all__ = ["printed"]


def printed(blocks: Iterable[RenderableType], width: int, *, colour: bool) -> str:
    """Return what Rich prints, without the spaces that it fills lines with; only what the arguments say shapes it."""
    buffer = StringIO()
    console = Console(
        file=buffer,
        width=width,
        color_system="standard" if colour else None,
        no_color=not colour,
        force_terminal=colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for block in blocks:
        console.print(block)
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"
