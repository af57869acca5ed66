"""How often the four roles of a quantity are right, by language, and what reading them costs.

    python benchmarks/roles.py                     figures of every language of fixtures/roles
    python benchmarks/roles.py fr de --errors      of some, with what was wrong
    python benchmarks/roles.py --speed             also words a second, roles alone and the whole extraction

A row of `fixtures/roles/<language>.toml` gives the words accepted for each role; "-" says that it may stay empty. An
answer is right when it holds one of them. Predicates count by class or as written.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import claimcheck
from claimcheck.model import Claim, ClaimKind

TABLES = Path(__file__).resolve().parent.parent / "fixtures" / "roles"
ROLES = ("measure", "predicate", "subject", "object")
_WORD = re.compile(r"[\w-]+")
_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """A quantity in a text, and the words accepted for each of its roles."""

    text: str
    claim: str
    roles: Mapping[str, Sequence[str]]


def rows(language: str) -> list[Row]:
    """Read the table of a language."""
    found = tomllib.loads((TABLES / f"{language}.toml").read_text(encoding="utf-8"))["row"]
    return [Row(row["text"], row["claim"], {role: row[role] for role in ROLES}) for row in found]


def claim_of(row: Row, language: str) -> Claim | None:
    """Return the first quantity that overlaps the words of a row."""
    start = row.text.index(row.claim)
    for claim in claimcheck.extract(row.text, language=language):
        if claim.kind is ClaimKind.QUANTITY and claim.start < start + len(row.claim) and start < claim.end:
            return claim
    return None


def answer(claim: Claim | None, role: str) -> str:
    """Return what a claim has for a role."""
    names = [role, "predicate_text"] if role == "predicate" else [role]
    return " ".join(value for name in names if (value := getattr(claim, name, None)))


def is_right(accepted: Sequence[str], got: str) -> bool:
    """Whether an answer holds an accepted word, in the singular or plural, or is rightly empty."""
    words = set(_WORD.findall(got.lower()))
    if not words:
        return "-" in accepted
    held = words | {word.rstrip("s") for word in words}
    return any(set(_WORD.findall(word.lower())) <= held or word.lower().rstrip("s") in held for word in accepted)


def judged(language: str) -> Iterator[tuple[Row, dict[str, str], dict[str, bool]]]:
    """Yield each row with the answers and whether each is right."""
    for row in rows(language):
        claim = claim_of(row, language)
        got = {role: answer(claim, role) for role in ROLES}
        yield row, got, {role: claim is not None and is_right(row.roles[role], got[role]) for role in ROLES}


def languages() -> list[str]:
    """Return the languages that have a table."""
    return sorted(path.stem for path in TABLES.glob("*.toml"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="*", default=languages())
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--speed", action="store_true")
    options = parser.parse_args(arguments)
    print(f"{'':10}{'rows':>6}" + "".join(f"{role:>11}" for role in (*ROLES, "all")))
    for language in options.languages:
        right: Counter[str] = Counter()
        total = 0
        for row, got, good in judged(language):
            total += 1
            right.update(role for role in ROLES if good[role])
            right["all"] += all(good.values())
            for role in ROLES:
                if options.errors and not good[role]:
                    print(f"  {role}: {got[role]!r}, accepted {row.roles[role]}: {row.claim!r} in {row.text}")
        print(f"{language:10}{total:6}" + "".join(f"{right[role] / total:11.1%}" for role in (*ROLES, "all")))
    if options.speed:
        for language in options.languages:
            print(_speed(language))
    return 0


def _speed(language: str) -> str:
    texts = [row.text for row in rows(language)]
    words = sum(len(text.split()) for text in texts)
    runs: dict[str, Any] = {"quantities": claimcheck.quantities, "extraction with roles": claimcheck.extract}
    parts = []
    for name, run in runs.items():
        best = min(_timed(run, texts, language) for _ in range(_ROUNDS))
        parts.append(f"{name} {words / best:,.0f} words/s")
    return f"{language}: {', '.join(parts)}"


def _timed(run: Any, texts: Sequence[str], language: str) -> float:
    start = time.process_time()
    for text in texts:
        run(text, language=language)
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
