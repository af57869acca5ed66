"""The tutorial shows what the command prints."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_sample_is_the_beginning_of_the_report() -> None:
    tutorial = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    sample = tutorial.split("this is the beginning:\n\n```\n")[1].split("\n```")[0].splitlines()
    run = subprocess.run(
        [sys.executable, "-m", "claimcheck", "report", "fixtures/openai-nvidia", "--fail-on", "never"],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True, timeout=120,
    )  # fmt: skip
    printed = [line.rstrip() for line in run.stdout.splitlines()]
    assert printed[: len(sample)] == sample
