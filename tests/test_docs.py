"""The documents tell what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import claimcheck
from claimcheck.model import codes
from claimcheck.reconcile.rules import RULES

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "docs" / "reconciliation.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """Return the rows of the first table below a heading, without its head."""
    section = TEXT.split(f"## {heading}\n")[1]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_every_code_is_told_with_its_meaning() -> None:
    text = (ROOT / "docs" / "codes.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## (\w+)\n\n(.*?)\n(?=\n## |\Z)", text, re.DOTALL | re.MULTILINE))
    told = {
        code.name: " ".join([f"**{code.title}**", code.meaning, *(f"> {line}" for line in code.example)])
        for code in codes().values()
    }
    assert {name: " ".join(section.split()) for name, section in sections.items()} == told


def test_every_rule_is_told_in_its_order() -> None:
    told = [row[0] for row in rows("From facts to verdicts")]
    assert told[: len(RULES)] == [rule.__module__.rpartition(".")[2] for rule in RULES]


def test_the_explanation_is_what_the_code_prints() -> None:
    found = re.search(r'>>> print\(report\.explain\("(\S+)", "(\S+)"\)\)\n(.*?)\n```', TEXT, re.DOTALL)
    assert found is not None
    report = claimcheck.reconcile(claimcheck.read([ROOT / "fixtures" / "openai-nvidia"]))
    assert str(report.explain(found[1], found[2])) == found[3]
