"""Settings: where they come from, which win, and what is said of wrong ones."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from claimcheck.config import Config, FailOn, Format
from claimcheck.errors import ConfigError
from claimcheck.model import Severity

if TYPE_CHECKING:
    from pathlib import Path

DEFAULTS = Config()


def project(folder: Path, text: str) -> Path:
    file = folder / "pyproject.toml"
    file.write_bytes(text.encode())
    return file


def test_defaults() -> None:
    assert dataclasses.asdict(DEFAULTS) == {
        "language": None,
        "date": None,
        "fail_on": FailOn.CONFLICT,
        "tolerance": Decimal("0.01"),
        "currency_tolerance": Decimal("0.03"),
        "format": Format.TEXT,
        "select": (),
        "ignore": (),
        "jobs": 1,
        "model": "auto",
        "max_file_size": 100_000_000,
        "max_article_length": 1_000_000,
        "max_label_length": 4_000,
        "max_page_tags": 50_000,
        "max_tag_attributes": 10_000,
    }


KEYS = [
    ('language = "FR"', Config(language="fr")),
    ("date = 2025-09-23", Config(date=date(2025, 9, 23))),
    ('date = "2025-09-23"', Config(date=date(2025, 9, 23))),
    ("date = 2025-09-23T10:00:00Z", Config(date=date(2025, 9, 23))),
    ('fail-on = "never"', Config(fail_on=FailOn.NEVER)),
    ("tolerance = 0.1", Config(tolerance=Decimal("0.1"))),
    ("tolerance = 0", Config(tolerance=Decimal(0))),
    ("currency-tolerance = 0.05", Config(currency_tolerance=Decimal("0.05"))),
    ('format = "html"', Config(format=Format.HTML)),
    ('select = ["CC1", "CC206"]', Config(select=("CC1", "CC206"))),
    ("ignore = []", Config()),
    ('select = ["cc1"]', Config(select=("CC1",))),
    ("jobs = 2", Config(jobs=2)),
    ('model = "none"', Config(model="none")),
    ("max-file-size = 5", Config(max_file_size=5)),
    ("max-article-length = 5", Config(max_article_length=5)),
    ("max-label-length = 5", Config(max_label_length=5)),
    ("max-page-tags = 5", Config(max_page_tags=5)),
    ("max-tag-attributes = 5", Config(max_tag_attributes=5)),
    ("", DEFAULTS),
]


@pytest.mark.parametrize(("line", "config"), KEYS)
def test_each_key_is_read(tmp_path: Path, line: str, config: Config) -> None:
    project(tmp_path, f"[tool.claimcheck]\n{line}\n")
    assert Config.load(tmp_path) == config


def test_the_nearest_file_upwards_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    project(tmp_path, '[tool.claimcheck]\nlanguage = "fr"')
    assert Config.load(inner).language == "fr"
    project(tmp_path / "a", '[tool.other]\nlanguage = "de"')
    assert Config.load(inner) == DEFAULTS
    monkeypatch.chdir(tmp_path)
    assert Config.load().language == "fr"


WRONG_FILES = [
    pytest.param('[tool.claimcheck]\nlanguge = "en"', 'has no key "languge"; did you mean "language"?', id="typo"),
    pytest.param('[tool.claimcheck]\nfail_on = "never"', 'no key "fail_on"; did you mean "fail-on"?', id="underscore"),
    pytest.param("[tool.claimcheck]\nToleranz = 1", 'no key "Toleranz"; did you mean "tolerance"?', id="capital"),
    pytest.param(
        '[tool.claimcheck]\nfail-on = "error"', "fail-on: should be one of conflict, warning, never, not", id="choice"
    ),
    pytest.param(
        "[tool.claimcheck]\nformat = 5",
        f"format: should be one of {', '.join(Format)}, not 5",
        id="choice of another type",
    ),
    pytest.param(
        "[tool.claimcheck]\ntolerance = 1", "tolerance: should be a share from 0 to below 1", id="percent for share"
    ),
    pytest.param("[tool.claimcheck]\ntolerance = -0.1", "tolerance: should be a share", id="negative"),
    pytest.param("[tool.claimcheck]\ntolerance = nan", "tolerance: should be a share", id="not a number"),
    pytest.param(
        "[tool.claimcheck]\ncurrency-tolerance = true", "currency-tolerance: should be a share", id="truth value"
    ),
    pytest.param("[tool.claimcheck]\ncurrency-tolerance = [1]", "currency-tolerance: should be a share", id="list"),
    pytest.param('[tool.claimcheck]\ndate = "23/09/2025"', 'date: "23/09/2025" is not an ISO date', id="date"),
    pytest.param(
        "[tool.claimcheck]\nlanguage = 5", "language: should be a language code such as en, not 5", id="language type"
    ),
    pytest.param(
        '[tool.claimcheck]\nlanguage = "English"', 'language: "English" is not a language code', id="language"
    ),
    pytest.param("[tool.claimcheck]\nmodel = 5", 'model: should be "auto", "none" or the name of', id="model"),
    pytest.param('[tool.claimcheck]\nselect = "CC1"', "select: should be a list of codes such as", id="codes as text"),
    pytest.param("[tool.claimcheck]\nignore = [1]", "ignore: should be a list of codes such as", id="codes as numbers"),
    pytest.param('[tool.claimcheck]\nignore = [""]', 'ignore: "" is no code', id="empty code"),
    pytest.param(
        '[tool.claimcheck]\nselect = ["CC999"]',
        'select: "CC999" is no code, and none begins so; did you mean',
        id="code",
    ),
    pytest.param("[tool.claimcheck]\njobs = -1", "jobs: should be a number of processes, or 0", id="negative jobs"),
    pytest.param("[tool.claimcheck]\njobs = true", "jobs: should be a number of processes, or 0", id="jobs"),
    pytest.param("[tool.claimcheck]\nmax-file-size = 0", "max-file-size: should be a number from 1 on", id="limit"),
    pytest.param(
        '[tool.claimcheck]\nmax-page-tags = "5"', "max-page-tags: should be a number from", id="limit as text"
    ),
    pytest.param("[tool]\nclaimcheck = 5", "claimcheck should be a table", id="no table"),
    pytest.param("tool = 5", "tool should be a table", id="no table of tools"),
    pytest.param("[tool.claimcheck", "is not TOML in UTF-8: ", id="not TOML"),
]


@pytest.mark.parametrize(("text", "message"), WRONG_FILES)
def test_a_wrong_file_is_named_with_its_key(tmp_path: Path, text: str, message: str) -> None:
    file = project(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        Config.load(tmp_path)
    assert str(caught.value).startswith(f"{file}: ")
    assert message in str(caught.value)


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_bytes(b"# caf\xe9")
    with pytest.raises(ConfigError, match=r"pyproject\.toml: is not TOML in UTF-8"):
        Config.load(tmp_path)


WRITTEN_IN_PYTHON: list[tuple[dict[str, Any], Config]] = [
    ({"fail_on": "warning", "format": "json"}, Config(fail_on=FailOn.WARNING, format=Format.JSON)),
    ({"tolerance": 0.02}, Config(tolerance=Decimal("0.02"))),
    ({"date": "2025-09-23"}, Config(date=date(2025, 9, 23))),
    ({"date": datetime(2025, 9, 23, 10)}, Config(date=date(2025, 9, 23))),  # noqa: DTZ001  # a naive one on purpose
]


@pytest.mark.parametrize(("values", "config"), WRITTEN_IN_PYTHON)
def test_values_are_brought_to_their_types(values: dict[str, Any], config: Config) -> None:
    assert Config(**values) == config
    assert DEFAULTS.merged(**values) == config


def test_options_win_over_settings_and_none_leaves_them() -> None:
    base = Config(language="fr", fail_on=FailOn.NEVER)
    assert base.merged(language=None, fail_on=FailOn.WARNING) == Config(language="fr", fail_on=FailOn.WARNING)
    with pytest.raises(ConfigError, match=r"^date: "):
        base.merged(date="soon")


REACHED = [
    (FailOn.CONFLICT, {Severity.CONFLICT}),
    (FailOn.WARNING, {Severity.CONFLICT, Severity.WARNING}),
    (FailOn.NEVER, set()),
]


@pytest.mark.parametrize(("fail_on", "failing"), REACHED)
def test_what_fails(fail_on: FailOn, failing: set[Severity]) -> None:
    assert {worst for worst in (None, *Severity) if fail_on.reached(worst)} == failing
