"""The documents tell what the code does."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

import claimcheck
from claimcheck.cli import app
from claimcheck.config import Config
from claimcheck.lang.schema import Table, schema
from claimcheck.model import codes
from claimcheck.reconcile.rules import RULES
from claimcheck.report import FORMATS

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


COMMAND = (ROOT / "docs" / "command.md").read_text(encoding="utf-8")


def test_every_option_is_told() -> None:
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]  # a group has them
    for name, command in commands.items():
        assert f"| `{name}` |" in COMMAND
        for option in command.params:
            for flag in option.opts:
                assert not flag.startswith("--") or flag == "--help" or f"`{flag}`" in COMMAND, (name, flag)


def test_every_setting_is_told() -> None:
    table = tomllib.loads(re.findall(r"```toml\n(.*?)```", COMMAND, re.DOTALL)[0])["tool"]["claimcheck"]
    assert {name.replace("-", "_") for name in table} == {field.name for field in dataclasses.fields(Config)}


def test_every_format_is_told() -> None:
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)) == set(FORMATS)


PACKS = (ROOT / "docs" / "language-packs.md").read_text(encoding="utf-8")


def keys_of(table: Table, *above: str) -> Iterator[tuple[str, ...]]:
    """Yield the path of every key that a table of a pack takes by its name."""
    for key, held in table.keys.items():
        yield (*above, key)
        if isinstance(held, Table):
            yield from keys_of(held, *above, key)
    if isinstance(table.rest, Table):
        yield from keys_of(table.rest, *above)


def told_of(path: tuple[str, ...]) -> str:
    """Return the rows that tell of a key: those of its section, or of its table of times; a table has any of these."""
    packs, times = PACKS.split("## Times")
    if path[0] != "time" or len(path) == 1:
        return "".join(line for line in packs.splitlines() if re.match(rf"\| `{path[0]}\b", line))
    return "".join(
        line for line in times.splitlines() if len(path) < 3 or line.startswith(f"| `{path[1]}` |")
    )  # a list


@pytest.mark.parametrize("path", [path for path in keys_of(schema()) if path[0] != "predicates" or path[2:]])
def test_every_key_of_a_language_pack_is_told(path: tuple[str, ...]) -> None:
    """Classes of predicates apart: `common.toml` says which there are."""
    told = set(re.findall(r"\w+(?:\.\w+)*", " ".join(re.findall(r"`([^`]+)`", told_of(path)))))
    assert {path[-1], ".".join(path), ".".join(path[-2:])} & told


def test_what_a_language_pack_needs_for_times_is_told() -> None:
    times = schema().keys["time"]
    assert isinstance(times, Table)
    (told,) = re.findall(r"(`[^.]*`) must be there", PACKS.split("## Times")[1])
    assert set(re.findall(r"\w+", told.replace(" and ", " "))) == times.keys.keys() - times.optional


def test_the_reference_has_what_the_package_offers_and_what_that_returns() -> None:
    text = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^::: [\w.]+\.(\w+)$", text, re.MULTILINE))
    errors = {name for name in claimcheck.__all__ if name.endswith("Error")}
    assert listed - {*claimcheck.__all__} == {"errors", "Added", "Linked", "Explanation"}
    assert {*claimcheck.__all__} - listed == {"__version__", *errors}
    (returned,) = re.findall(r"^What its methods return[^#]*", text, re.MULTILINE)
    assert "Added" in returned
    assert "Linked" in returned


def test_the_site_has_every_page() -> None:
    listed = re.findall(r"[\w-]+\.md", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(page.name for page in (ROOT / "docs").glob("*.md"))
