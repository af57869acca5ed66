"""The tables of roles: well made, and no role of any language is right less often than its floor."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from claimcheck.lang import available

ROOT = Path(__file__).resolve().parent.parent
LEAST_ROWS = 50


@pytest.fixture
def benchmark(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    return import_module("roles")


def test_every_language_has_a_table(benchmark: ModuleType) -> None:
    assert tuple(benchmark.languages()) == available()


@pytest.mark.parametrize("language", available())
def test_the_rows_are_well_made(benchmark: ModuleType, language: str) -> None:
    rows = benchmark.rows(language)
    assert len(rows) >= LEAST_ROWS
    for row in rows:
        assert row.text.count(row.claim) == 1, row.claim
        assert all(row.roles[role] for role in benchmark.ROLES), row.text


@pytest.mark.parametrize("language", available())
def test_no_role_falls_below_its_floor(benchmark: ModuleType, language: str) -> None:
    floors = benchmark.floors()[language]
    measured = benchmark.figures(language)
    assert {role: share for role, share in measured.items() if share < floors[role]} == {}
    assert floors.keys() == measured.keys()


@pytest.mark.parametrize(
    ("accepted", "got", "right"),
    [
        (["fine"], "a hefty fine", True),
        (["fines"], "fine", True),
        (["fine"], "profit", False),
        (["-"], "", True),
        (["fine"], "", False),
        (["-"], "profit", False),
        (["data center"], "new data centers center", True),
    ],
)
def test_what_is_right(benchmark: ModuleType, accepted: list[str], got: str, right: bool) -> None:  # noqa: FBT001
    assert benchmark.is_right(accepted, got) is right


def test_an_update_raises_floors_and_never_lowers_one(
    benchmark: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "roles.toml"
    file.write_text("[nl]\nmeasure = 1.00\npredicate = 0.10\nsubject = 0.10\nobject = 0.10\nall = 0.10\n")
    monkeypatch.setattr(benchmark, "FLOORS", file)
    assert benchmark.main(["nl", "--update"]) == 0
    floors = benchmark.floors()["nl"]
    assert floors["measure"] == 1.0
    assert all(floors[role] > 0.5 for role in benchmark.ROLES)
