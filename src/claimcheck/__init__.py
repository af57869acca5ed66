"""claimcheck: what several articles claim, linked, compared and explained.

The names below are loaded when first used: importing claimcheck loads no other package, so that a program which only
may need it does not wait for spaCy.
"""

from __future__ import annotations

import sys
from importlib import import_module, metadata
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.config import Config
    from claimcheck.errors import ClaimcheckError, InputError
    from claimcheck.model import Article, Claim, Fact, Finding, Interval, Quantity, When
    from claimcheck.pipeline import Comparison, Store, compare, extract, quantities, read, reconcile, times
    from claimcheck.report import Report

    __version__: str

__all__ = [
    "Article",
    "Claim",
    "ClaimcheckError",
    "Comparison",
    "Config",
    "Fact",
    "Finding",
    "InputError",
    "Interval",
    "Quantity",
    "Report",
    "Store",
    "When",
    "__version__",
    "compare",
    "extract",
    "quantities",
    "read",
    "reconcile",
    "times",
]

_HOMES = {
    "claimcheck.config": ("Config",),
    "claimcheck.errors": ("ClaimcheckError", "InputError"),
    "claimcheck.model": ("Article", "Claim", "Fact", "Finding", "Interval", "Quantity", "When"),
    "claimcheck.pipeline": ("Comparison", "Store", "compare", "extract", "quantities", "read", "reconcile", "times"),
    "claimcheck.report": ("Report",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


if not TYPE_CHECKING:  # a type checker that saw it would believe in every name

    def __getattr__(name: str) -> object:
        if name == "__version__":
            value: object = metadata.version("claimcheck")
        elif name in _HOME_OF:
            value = getattr(import_module(_HOME_OF[name]), name)
        else:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return __all__


class _Package(ModuleType):
    """Keeps the functions `extract` and `reconcile` from being replaced by the stages of the same name.

    Importing a module binds it in its package: `claimcheck.extract` would be the function or the stage, depending on
    what was imported first. Here it is the function always; `from claimcheck.extract import ...` finds the stage still.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME_OF and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
