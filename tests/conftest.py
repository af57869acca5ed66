"""What holds in every test."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.adapters import parser


@pytest.fixture(autouse=True)
def no_installed_pipelines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the trained pipelines that a developer may have: a test that wants one names it."""
    monkeypatch.setattr(parser, "installed_pipelines", list)


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test in an empty folder of its own."""
    monkeypatch.chdir(tmp_path)
