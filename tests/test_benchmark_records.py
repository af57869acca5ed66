"""`benchmarks/records.py` gives `link_archive` what the generated claims say."""

from __future__ import annotations

import math
import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pyarrow as pa
import pytest


@pytest.fixture
def records(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("records")


def test_bounds_and_rounding_become_ends(records: ModuleType) -> None:
    rows = {
        "claim_id": [1, 2, 3, 4], "article_id": [1, 1, 2, 2], "subject": ["Lumen"] * 4, "predicate": ["buy"] * 4,
        "dimension": ["area"] * 4, "value_base": [310.0, 300.0, 4.5, 20.0], "bound": ["=", ">=", "<=", "~"],
        "published": [None] * 4, "event_date": [None] * 4,
    }  # fmt: skip
    found = records.records(pa.table(rows)).to_pydict()
    assert found["rounding"] == pytest.approx([5, 50, 0.05, 5])
    assert found["low"] == [305.0, 250.0, None, 14.0]
    assert found["high"] == [315.0, None, 4.55, 26.0]


@pytest.mark.parametrize(("jobs", "is_known"), [(1, True), (2, False)])
def test_the_cost_of_several_processes_is_not_that_of_one(
    records: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, jobs: int, is_known: bool
) -> None:
    monkeypatch.setattr(records, "link_archive", lambda *_, **__: None)
    cost = records.ours(tmp_path, jobs)
    assert [not math.isnan(cost[name]) for name in ("cpu", "peak_rss_mb")] == [is_known] * 2


@pytest.mark.evaluation
@pytest.mark.skipif("CLAIMCHECK_EVAL" not in os.environ, reason="CLAIMCHECK_EVAL is not set")
def test_generated_claims_are_linked(records: ModuleType) -> None:
    ((_, found),) = records.compare(5_000, 1, Path(os.environ["CLAIMCHECK_EVAL"]) / "scale", splink=False)
    assert found["f1"] > 0.8
    assert found["conflict_pair_recall"] > 0.5
