"""What a careful reader finds in the stories of `fixtures/`; their README tells the keys."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.pytest_plugin.judge import Span, locate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"


class GateError(Exception):
    """The gold files or the floors cannot be used as they are."""


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim as `claims.toml` states it; what is None or empty is not judged."""

    id: str
    article: str
    text: str
    kind: str
    nth: int = 1
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: tuple[str, ...] = ()
    bound: str = "exact"
    earliest: date | None = None
    latest: date | None = None
    per: tuple[str, ...] = ()
    status: str | None = None

    @property
    def judged(self) -> dict[str, object]:
        """What a claim has to hold: value, unit, bound and ends, or the days, or the step of a schedule."""
        match self.kind:
            case "date":
                held: dict[str, object] = {"earliest": self.earliest, "latest": self.latest}
            case "schedule":
                held = {"per": self.per or None}
            case _:
                held = {"value": self.value, "unit": self.unit or None, "bound": self.bound}
        stated = {key: value for key, value in held.items() if value is not None}
        return {"kind": self.kind, **stated, **(self._ends if self.kind == "quantity" else {})}

    @property
    def _ends(self) -> dict[str, float | None]:
        """Both ends of the interval, none of them where the bound does not settle them."""
        match self.bound:
            case "exact":
                return {"low": self.value, "high": self.value}
            case "at_least" | "more_than":
                return {"low": self.value, "high": None}
            case "at_most" | "less_than":
                return {"low": None, "high": self.value}
            case "range":
                return {"low": self.low, "high": self.high}
        return {}


@dataclass(frozen=True, slots=True)
class GoldFact:
    """What two or more articles speak of."""

    id: str
    what: str
    verdict: str
    claims: tuple[str, ...]
    derivation: str | None = None


@dataclass(frozen=True, slots=True)
class NonClaim:
    """Text that looks like a claim and is none."""

    article: str
    text: str
    why: str
    nth: int = 1


@dataclass(frozen=True, slots=True)
class Story:
    """The gold of one fixture folder."""

    name: str
    claims: tuple[GoldClaim, ...]
    non_claims: tuple[NonClaim, ...]
    facts: tuple[GoldFact, ...]


def stories() -> list[Path]:
    """Return the fixture folders that hold gold, in order."""
    return sorted(path.parent for path in FIXTURES.glob("*/claims.toml"))


def read_story(folder: Path) -> Story:
    """Read the gold files of one folder."""
    claims = tomllib.loads((folder / "claims.toml").read_text(encoding="utf-8"))
    facts = tomllib.loads((folder / "facts.toml").read_text(encoding="utf-8"))
    return Story(
        folder.name,
        tuple(_gold_claim(row) for row in claims["claim"]),
        tuple(NonClaim(**row) for row in claims.get("non_claim", [])),
        tuple(
            GoldFact(row["id"], row["what"], row["verdict"], tuple(row["claims"]), row.get("derivation"))
            for row in facts["fact"]
        ),
    )


def _gold_claim(row: dict[str, Any]) -> GoldClaim:
    """Return a claim without the keys that say how pytest is to take it."""
    known = {field.name for field in fields(GoldClaim)}
    given = {key: value for key, value in row.items() if key in known}
    for key in {"unit", "per"} & given.keys():
        given[key] = (given[key],) if isinstance(given[key], str) else tuple(given[key])
    return GoldClaim(**given)


def span_of(gold: GoldClaim | NonClaim, texts: Mapping[str, str]) -> Span:
    """Return where the words of gold stand in its article.

    Raises:
        GateError: they are not there, or not so often.
    """
    span = locate(texts[gold.article], gold.text, gold.nth)
    if span is None:
        raise GateError(f"occurrence {gold.nth} of {gold.text!r} is not in {gold.article}")
    return span
