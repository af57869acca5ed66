"""What holds in every test."""

from __future__ import annotations

import pytest

from claimcheck.adapters import parser


@pytest.fixture(autouse=True)
def no_installed_pipelines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the trained pipelines that a developer may have: a test that wants one names it."""
    monkeypatch.setattr(parser, "installed_pipelines", list)
