"""The floors of the gate, with the digest of the stories that they belong to."""

from __future__ import annotations

import hashlib
import math
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gate_gold import FIXTURES, GateError, stories

if TYPE_CHECKING:
    from collections.abc import Mapping

FLOORS = Path(__file__).with_name("gate.toml")
_LOST = 1e-6
"""What binary floats may lose of a figure in percent."""


@dataclass(frozen=True, slots=True)
class Floors:
    """What `gate.toml` holds."""

    digest: str
    floors: dict[str, float]


def digest() -> str:
    """Return the SHA-256 over the names and bytes of all files of the stories."""
    summed = hashlib.sha256()
    for path in sorted(path for folder in stories() for path in folder.iterdir() if path.is_file()):
        content = path.read_bytes()
        summed.update(f"{path.relative_to(FIXTURES).as_posix()} {len(content)}\n".encode())
        summed.update(content)
    return summed.hexdigest()


def read_floors(path: Path | None = None) -> Floors:
    """Read the floors.

    Raises:
        GateError: there are none yet.
    """
    path = path or FLOORS
    if not path.exists():
        raise GateError(f"there is no {path.name}: run `python benchmarks/gate.py --update` and commit it")
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    return Floors(content["digest"], content["floors"])


def lowered(old: Mapping[str, float], new: Mapping[str, float]) -> list[str]:
    """Return the floors that the new figures would lower or drop."""
    return [
        f"{name}: {floor:.2f} -> {rounded_down(new.get(name, 0.0)):.2f}"
        for name, floor in old.items()
        if new.get(name, 0.0) < floor
    ]


def to_toml(summed: str, measured: Mapping[str, float]) -> str:
    """Write the figures, rounded down, as the text of `gate.toml`."""
    lines = [f"{name} = {rounded_down(figure):.2f}" for name, figure in measured.items()]
    head = "# Written by `python benchmarks/gate.py --update`: each figure may not fall below its floor.\n"
    return head + f'digest = "{summed}"\n\n[floors]\n' + "\n".join(lines) + "\n"


def rounded_down(figure: float) -> float:
    """Return a figure with two decimals that is never more; 29 of 50 is 0.58, whatever binary floats make of it."""
    return math.floor(figure * 100 + _LOST) / 100
