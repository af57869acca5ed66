"""The benchmark of time expressions: what it hands to the scorer, and what it says where the sets are not here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

import claimcheck


@pytest.fixture
def benchmark(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("times")


def test_a_time_is_a_row_of_the_scorer(benchmark: ModuleType) -> None:
    text = "It opened on Monday and closed recently."
    rows = [benchmark.to_row(found) for found in claimcheck.times(text, language="en", date=date(2025, 9, 24))]
    assert rows == [
        {
            "start": 13,
            "end": 19,
            "text": "Monday",
            "value": "2025-09-22",
            "type": "DATE",
            "interval": ["2025-09-22", "2025-09-22"],
        },
        {"start": 31, "end": 39, "text": "recently", "value": "PAST_REF", "type": "DATE"},
    ]


def test_a_folder_without_the_scorer_is_one_clear_error(
    benchmark: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CLAIMCHECK_EVAL", str(tmp_path))
    assert benchmark.main(["--rounds", "0"]) == 2
    assert capsys.readouterr().err == f"CLAIMCHECK_EVAL names {tmp_path}, in which there is no temporal/score.py\n"


def test_without_a_folder_the_accuracy_is_left_out(
    benchmark: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CLAIMCHECK_EVAL", raising=False)
    assert benchmark.main(["--rounds", "0"]) == 0
    assert "the accuracy is left out" in capsys.readouterr().out


def test_what_is_timed_reads_a_text(benchmark: ModuleType) -> None:
    for system in benchmark.systems():
        assert system.call("en")("It opened on 22 September 2025, with 40 rooms.")
