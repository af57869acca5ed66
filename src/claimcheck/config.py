"""Settings: one frozen record, from Python, from `[tool.claimcheck]` in pyproject.toml, and from the command line.

[tool.claimcheck]
language = "en"             # for all articles, instead of telling it from each text
date = 2025-09-23           # publication day of articles that have none
fail-on = "warning"         # conflict, warning or never
tolerance = 0.01            # share by which numbers in two units may differ and still agree
currency-tolerance = 0.03   # the same, between two currencies
format = "text"             # text, json, html, markdown, jsonl, csv, parquet, sarif, github, graphml, nodelink, jsonld
select = ["CC1", "CC206"]   # only findings of these codes or families
ignore = ["CC305"]          # no findings of these
jobs = 1                    # processes that extract; 0 for one on each core
model = "auto"              # a trained spaCy pipeline: the best one installed, or its name, or none
max-file-size = 100_000_000     # bytes of a file
max-article-length = 1_000_000  # characters of a text
max-label-length = 4_000        # characters of an id, a source, a title or an address
max-page-tags = 50_000          # tags of a web page
max-tag-attributes = 10_000     # attributes of one of them

What holds more than one of the last five permits is left out.
"""

from __future__ import annotations

import datetime as dt
import difflib
import os
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypedDict

from claimcheck.adapters.parser import AUTO, NO_MODEL
from claimcheck.errors import ConfigError
from claimcheck.ingest import Limits
from claimcheck.ingest.fields import day, language_code
from claimcheck.lang import available
from claimcheck.model import Severity
from claimcheck.report.selection import wanted_codes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Unpack

__all__ = ["Config", "FailOn", "Format", "Options"]


class FailOn(StrEnum):
    """The mildest severity that makes the command fail."""

    CONFLICT = "conflict"
    WARNING = "warning"
    NEVER = "never"

    def reached(self, worst: Severity | None) -> bool:
        """Whether findings with this worst severity (None: no finding) are a failure."""
        if self is FailOn.NEVER or worst is None:
            return False
        return worst.gravity >= Severity(self.value).gravity


class Format(StrEnum):
    """How a report is written."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    MARKDOWN = "markdown"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    SARIF = "sarif"
    GITHUB = "github"
    GRAPHML = "graphml"
    NODELINK = "nodelink"
    JSONLD = "jsonld"


class Options(TypedDict, total=False):
    """What can be set over a `Config`; None leaves a setting as it is."""

    language: str | None
    date: dt.date | str | None
    fail_on: FailOn | None
    tolerance: Decimal | None
    currency_tolerance: Decimal | None
    format: Format | None
    select: Sequence[str] | None
    ignore: Sequence[str] | None
    jobs: int | None
    model: str | None


_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Config:
    """What a user can choose.

    Values are checked and brought to their type on construction, so `Config(fail_on="never")` is the same as
    `Config(fail_on=FailOn.NEVER)`, and a `Config` that exists is right.

    Raises:
        ConfigError: a value is not possible; names the key.
    """

    language: str | None = None
    date: dt.date | None = None
    fail_on: FailOn = FailOn.CONFLICT
    tolerance: Decimal = Decimal("0.01")
    currency_tolerance: Decimal = Decimal("0.03")
    format: Format = Format.TEXT
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    jobs: int = 1
    model: str = AUTO
    max_file_size: int = _LIMITS.max_file_size
    max_article_length: int = _LIMITS.max_article_length
    max_label_length: int = _LIMITS.max_label_length
    max_page_tags: int = _LIMITS.max_page_tags
    max_tag_attributes: int = _LIMITS.max_tag_attributes

    def __post_init__(self) -> None:
        for name, reader in _READERS.items():
            try:
                value = reader(getattr(self, name))
            except ValueError as error:
                raise ConfigError(f"{_key(name)}: {error}") from error
            object.__setattr__(self, name, value)

    @property
    def limits(self) -> Limits:
        """How much one input may hold."""
        return Limits(**{field.name: getattr(self, field.name) for field in fields(Limits)})

    @classmethod
    def load(cls, start: Path | None = None) -> Self:
        """Read `[tool.claimcheck]` of the pyproject.toml nearest to `start`, upwards; without one, the defaults.

        Raises:
            ConfigError: the file cannot be read, or has an unknown key or an impossible value; names file and key.
        """
        folder = (start or Path.cwd()).absolute()
        for place in (folder, *folder.parents):
            file = place / "pyproject.toml"
            if file.is_file():
                return cls.read(file)
        return cls()

    @classmethod
    def read(cls, file: Path) -> Self:
        """Read `[tool.claimcheck]` of a file; errors are those of `load`."""
        try:
            return cls(**_arguments(_table(file)))
        except ConfigError as error:
            raise ConfigError(f"{file}: {error}") from error

    def merged(self, **options: Unpack[Options]) -> Self:
        """Return these settings with those options put over them that are not None."""
        given: dict[str, Any] = {name: value for name, value in options.items() if value is not None}
        return replace(self, **given)


def _table(file: Path) -> dict[str, Any]:
    try:
        table: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror or error}") from error
    except ValueError as error:
        raise ConfigError(f"is not TOML in UTF-8: {error}") from error
    for name in ("tool", "claimcheck"):
        table = table.get(name, {})
        if not isinstance(table, dict):
            raise ConfigError(f"{name} should be a table")
    return table


def _arguments(table: Mapping[str, Any]) -> dict[str, Any]:
    names = {_key(field.name): field.name for field in fields(Config)}
    for key in table:
        if key not in names:
            near = difflib.get_close_matches(key.replace("_", "-").lower(), names, n=1, cutoff=0)
            raise ConfigError(f'tool.claimcheck has no key "{key}"; did you mean "{near[0]}"?')
    return {names[key]: value for key, value in table.items()}


def _key(name: str) -> str:
    return name.replace("_", "-")


def _language(value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError(f"should be a language code such as en, not {value!r}")  # noqa: TRY004  # one type for all
    code = language_code(value)
    if code.partition("-")[0] not in available():
        raise ValueError(f"there is no language pack for {code!r}, only for {', '.join(available())}")
    return code


def _name(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f'should be "{AUTO}", "{NO_MODEL}" or the name of a spaCy pipeline, not {value!r}')
    return value


def _date(value: object) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if value is None or isinstance(value, dt.date):
        return value
    return day(str(value))


def _share(value: object) -> Decimal:
    try:
        # By way of its text, because 0.01 as a binary fraction is not the number that was written.
        share = Decimal(str(value))
    except InvalidOperation:
        share = Decimal("NaN")
    if not (share.is_finite() and 0 <= share < 1):
        raise ValueError(f"should be a share from 0 to below 1 (0.01 is 1 %), not {value}")
    return share


def _jobs(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(f"should be a number of processes, or 0 for one on each core, not {value!r}")
    return value or len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1))


def _limit(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError(f"should be a number from 1 on, not {value!r}")
    return value


def _choice(kind: type[StrEnum], value: object) -> StrEnum:
    try:
        return kind(str(value))
    except ValueError:
        raise ValueError(f"should be one of {', '.join(kind)}, not {value!r}") from None


_READERS: dict[str, Callable[[Any], object]] = {
    "language": _language,
    "date": _date,
    "fail_on": partial(_choice, FailOn),
    "tolerance": _share,
    "currency_tolerance": _share,
    "format": partial(_choice, Format),
    "select": wanted_codes,
    "ignore": wanted_codes,
    "jobs": _jobs,
    "model": _name,
    **dict.fromkeys((field.name for field in fields(Limits)), _limit),
}
