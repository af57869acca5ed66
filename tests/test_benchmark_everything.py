"""`benchmarks/everything.py` runs scripts that are there, with options that they have."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"


@pytest.mark.parametrize("evaluation", [True, False])
def test_scripts_have_the_options_that_they_are_given(
    *, evaluation: bool, script: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    if evaluation:
        monkeypatch.setenv("CLAIMCHECK_EVAL", "somewhere")
    else:
        monkeypatch.delenv("CLAIMCHECK_EVAL", raising=False)
    commands = script("everything").commands(10, [5, 6])
    timed = {"scale.py", "growth.py", "quantities.py", "times.py", "roles.py"}
    assert {name for name, *_ in commands} == timed | ({"records.py"} if evaluation else set())
    for name, *arguments in commands:
        done = subprocess.run(  # noqa: S603
            [sys.executable, str(BENCHMARKS / name), "--help"], check=True, capture_output=True, text=True
        )
        assert all(option in done.stdout for option in arguments if option.startswith("--")), name
