"""Unit conversion through pint, one parse per distinct unit name.

Temperatures have an offset, so a conversion is `base = value * factor + offset`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from math import prod
from typing import TYPE_CHECKING

from claimcheck.units.lists import listed

if TYPE_CHECKING:
    from pint import UnitRegistry

__all__ = ["Conversion", "is_measure", "symbol", "to_base"]

_OIL = "oil_barrel"
"""What a barrel is in news; pint's plain barrel is one of beer."""
_PREFIXES = (
    "exa", "peta", "tera", "giga", "mega", "kilo", "hecto", "deca", "deci", "centi", "milli", "micro", "nano", "pico",
)  # fmt: skip
_COMPOUNDS = "compounds.txt"
"""Counted nouns of several words that are one thing."""
_SHARES = {"fraction": Decimal(100)}
"""Shares that are no percentages, and how many percent one of them is."""
_KINDS = {"person": "people.txt", "home": "dwellings.txt"}
"""Counted nouns that compare with one another, and the list of each kind."""
_SIGNIFICANT = 12
"""Decimal digits kept of pint's binary factors: what a chain of doubles keeps."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """How values of a unit become values of its base unit: `value * factor + offset`, in `unit`."""

    factor: Decimal
    offset: Decimal
    unit: str


@cache
def _registry() -> UnitRegistry[float]:
    from pint import UnitRegistry  # noqa: PLC0415  # pint takes a tenth of spaCy's import time; only units need it

    registry: UnitRegistry[float] = UnitRegistry(autoconvert_offset_to_baseunit=True)
    registry.load_definitions((files("claimcheck.units") / "units.txt").read_text(encoding="utf-8").splitlines())
    return registry


@cache
def _measures() -> frozenset[str]:
    """Return the names of units of measurement, with the metric multiples of those that take them."""
    names = listed("measures.txt")
    starred = {name[1:] for name in names if name[0] == "*"}
    plain = {name for name in names if name[0] != "*"}
    return frozenset(plain | starred | {prefix + name for prefix in _PREFIXES for name in starred})


@cache
def to_base(unit: str) -> Conversion:
    """Return the conversion of a unit name to its base unit; what pint does not know is its own base.

    Each side of a "/" is converted by itself, so that a currency or a counted noun can be in a rate.

    >>> to_base("gigawatt").factor == Decimal("1E9"), to_base("gigawatt").unit
    (True, 'watt')
    >>> to_base("USD/gigawatt").unit
    'USD/watt'
    """
    if "/" in unit and (whole := _pint_base(unit)) is not None:
        return whole
    counted, *below = unit.split("/")
    if not below:
        return _part_base(counted)
    over = [Conversion(Decimal(1), Decimal(0), part) if _is_period(part) else _part_base(part) for part in below]
    return Conversion(
        _part_base(counted).factor / prod(part.factor for part in over),
        Decimal(0),
        "/".join([_part_base(counted).unit, *(part.unit for part in over)]),
    )


@cache
def is_measure(*units: str) -> bool:
    """Whether units are all units of measurement, of one dimension."""
    bases = {None if (known := _pint_base(unit)) is None else known.unit for unit in units}
    return None not in bases and len(bases) == 1


@cache
def symbol(unit: str) -> str:
    """Return the short form of a unit name, or the name itself where pint knows none.

    >>> symbol("gigawatt"), symbol("USD"), symbol("data center")
    ('GW', 'USD', 'data center')
    """
    return unit if _pint_base(unit) is None else f"{_registry().parse_units(unit, as_delta=False):~}"


def _is_period(unit: str) -> bool:
    """Whether a unit is a time: users a week are no quarter of users a month, so below them it stays as it is."""
    return (known := _pint_base(unit)) is not None and known.unit == "second"


def _part_base(unit: str) -> Conversion:
    if (known := _pint_base(unit)) is not None:
        return known
    if unit in _SHARES:
        return Conversion(_SHARES[unit], Decimal(0), "percent")
    # What describes a counted noun ("school bus", "eligible pensioner") stands before it: things compare by the noun.
    compounds = (compound.replace("_", " ") for compound in listed(_COMPOUNDS))
    noun = next((noun for noun in compounds if f" {unit}".endswith(f" {noun}")), unit.rpartition(" ")[2])
    kind = next((kind for kind, nouns in _KINDS.items() if noun in listed(nouns)), noun)
    return Conversion(Decimal(1), Decimal(0), kind)


def _pint_base(unit: str) -> Conversion | None:
    """Convert a unit of measurement, or a quotient of such; None for anything else."""
    from pint.errors import PintTypeError  # noqa: PLC0415  # as above

    names = _measures()
    if unit not in names and not all(part in names for part in unit.split("/")):
        return None
    registry = _registry()
    parsed = registry.parse_units(unit.replace("barrel", _OIL), as_delta=False)
    try:
        one, zero = (registry.Quantity(number, parsed).to_base_units() for number in (1, 0))
    except PintTypeError:  # nothing is counted by a scale that starts elsewhere: "5 km/Celsius"
        return None
    named = "watt" if registry.is_compatible_with(parsed, "watt") else str(one.units)
    return Conversion(_exact(one.magnitude - zero.magnitude), _exact(zero.magnitude), named)


def _exact(number: float) -> Decimal:
    return Decimal(f"{float(number):.{_SIGNIFICANT}g}")
