"""What holds in every test."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings

from claimcheck.adapters import parser

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"

# The first example of a run loads the packs, and a busy machine is slow: no property is timed.
settings.register_profile("claimcheck", deadline=None)
settings.load_profile("claimcheck")


@pytest.fixture(autouse=True)
def no_installed_pipelines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the trained pipelines that a developer may have: a test that wants one names it."""
    monkeypatch.setattr(parser, "installed_pipelines", list)


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test in an empty folder of its own."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module")
def script() -> Iterator[Callable[[str], ModuleType]]:
    """Import scripts of the benchmarks by their names, which other modules may bear: none stays imported."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCHMARKS))
        yield import_module
    for name, module in [*sys.modules.items()]:
        if Path(getattr(module, "__file__", None) or "").parent == BENCHMARKS:
            del sys.modules[name]


@pytest.fixture(scope="module")
def gold(script: Callable[[str], ModuleType]) -> ModuleType:
    """The part of the gate that reads what is right."""
    return script("gate_gold")


@pytest.fixture(scope="module")
def scoring(script: Callable[[str], ModuleType]) -> ModuleType:
    """The part of the gate that compares."""
    return script("gate_score")


@pytest.fixture(scope="module")
def floors(script: Callable[[str], ModuleType]) -> ModuleType:
    """The part of the gate that knows what no figure may fall below."""
    return script("gate_floors")
