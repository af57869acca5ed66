"""`benchmarks/everything.py` runs scripts that are there, with options that they have."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"


@pytest.mark.parametrize("evaluation", [True, False])
def test_scripts_have_the_options_that_they_are_given(*, evaluation: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    if evaluation:
        monkeypatch.setenv("CLAIMCHECK_EVAL", "somewhere")
    else:
        monkeypatch.delenv("CLAIMCHECK_EVAL", raising=False)
    commands = import_module("everything").commands(10, [5, 6])
    assert ("records.py" in {script for script, *_ in commands}) is evaluation
    for script, *arguments in commands:
        done = subprocess.run(  # noqa: S603
            [sys.executable, str(BENCHMARKS / script), "--help"], check=True, capture_output=True, text=True
        )
        assert all(option in done.stdout for option in arguments if option.startswith("--")), script
