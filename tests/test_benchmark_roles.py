"""The tables of roles: well made, and no role of any language is right less often than its floor."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from claimcheck.lang import available

LEAST_ROWS = 50


@pytest.fixture
def benchmark(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("roles")


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


def test_an_update_rounds_down_but_not_what_floats_lose(
    benchmark: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(benchmark, "FLOORS", tmp_path / "roles.toml")
    shares = dict(zip((*benchmark.ROLES, "all"), (29 / 50, 0.5899, 1.0, 0.07, 0.0), strict=True))
    monkeypatch.setattr(benchmark, "figures", lambda *_: shares)
    benchmark.main(["nl", "--update"])
    assert list(benchmark.floors()["nl"].values()) == [0.58, 0.58, 1.0, 0.07, 0.0]


def test_figures_of_a_trained_pipeline_are_no_floors(benchmark: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        benchmark.main(["nl", "--update", "--model", "somewhere"])
    assert "run it without --model" in capsys.readouterr().err
