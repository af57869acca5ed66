"""How often the four roles of a quantity are right, by language, and what reading them costs.

    python benchmarks/roles.py                     figures of every language of fixtures/roles
    python benchmarks/roles.py fr de --errors      of some, with what was wrong
    python benchmarks/roles.py --speed             also words a second, without and with roles
    python benchmarks/roles.py --speed --model X   the same with a trained spaCy pipeline, by name or folder
    python benchmarks/roles.py --update            write the figures, rounded down, as the floors of roles.toml

A row of `fixtures/roles/<language>.toml` gives the words accepted for each role; "-" says that it may stay empty. An
answer of a dozen words at most is right when it holds one of them. Predicates count by class or as written. No floor is
ever lowered here: that is done by hand, with a reason.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import claimcheck
from claimcheck.adapters.parser import NO_MODEL
from claimcheck.model import Claim, ClaimKind
from gate_floors import rounded_down

TABLES = Path(__file__).resolve().parent.parent / "fixtures" / "roles"
FLOORS = Path(__file__).with_name("roles.toml")
ROLES = ("measure", "predicate", "subject", "object")
_WORD = re.compile(r"[\w-]+")
_ROUNDS = 5
_LONGEST = 12
"""Words of an answer; one that is longer holds the right word by chance."""


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


def claim_of(row: Row, language: str, model: str) -> Claim | None:
    """Return the first quantity that overlaps the words of a row."""
    start = row.text.index(row.claim)
    for claim in claimcheck.extract(row.text, language=language, model=model):
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
    if not words or len(words) > _LONGEST:
        return not words and "-" in accepted
    held = words | {word.rstrip("s") for word in words}
    return any(set(_WORD.findall(word.lower())) <= held or word.lower().rstrip("s") in held for word in accepted)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The answers for a row, and which of them are right."""

    row: Row
    got: Mapping[str, str]
    right: Mapping[str, bool]


def judged(language: str, model: str) -> list[Judgement]:
    """Read the roles of every row of a language, and judge them."""
    found = []
    for row in rows(language):
        claim = claim_of(row, language, model)
        got = {role: answer(claim, role) for role in ROLES}
        right = {role: claim is not None and is_right(row.roles[role], got[role]) for role in ROLES}
        found.append(Judgement(row, got, right))
    return found


def figures(language: str, model: str = NO_MODEL) -> dict[str, float]:
    """Return the share of rows in which each role is right, and that in which all are."""
    found = judged(language, model)
    shares = {role: sum(one.right[role] for one in found) / len(found) for role in ROLES}
    return shares | {"all": sum(all(one.right.values()) for one in found) / len(found)}


def floors() -> dict[str, dict[str, float]]:
    """Read the floors, by language and role."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def languages() -> list[str]:
    """Return the languages that have a table."""
    return sorted(path.stem for path in TABLES.glob("*.toml"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="*", default=languages())
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--model", default=NO_MODEL)
    options = parser.parse_args(arguments)
    if options.update and options.model != NO_MODEL:
        parser.error("--update writes the floors that hold without a trained pipeline: run it without --model")
    measured = {language: figures(language, options.model) for language in options.languages}
    print(f"{'':10}{'rows':>6}" + "".join(f"{role:>11}" for role in (*ROLES, "all")))
    for language, shares in measured.items():
        print(f"{language:10}{len(rows(language)):6}" + "".join(f"{share:11.1%}" for share in shares.values()))
    if options.errors:
        _print_errors(options.languages, options.model)
    if options.speed:
        for language in options.languages:
            print(_speed(language, options.model))
    if options.update:
        _update(measured)
    return 0


def _print_errors(codes: Sequence[str], model: str) -> None:
    for language in codes:
        for one in judged(language, model):
            for role in (role for role in ROLES if not one.right[role]):
                wanted = ", ".join(one.row.roles[role])
                print(f"{language} {role}: {one.got[role]!r}, not {wanted}: {one.row.claim!r} in {one.row.text}")


def _update(measured: Mapping[str, Mapping[str, float]]) -> None:
    """Raise the floors to what was measured, where that is higher."""
    known = floors()
    lines = ["# Written by `python benchmarks/roles.py --update`: the share of rows may not fall below."]
    for language in sorted({*known, *measured}):
        lines.append(f"\n[{language}]")
        new, old = measured.get(language, {}), known.get(language, {})
        best = {role: max(rounded_down(new.get(role, 0.0)), old.get(role, 0.0)) for role in (*ROLES, "all")}
        lines += [f"{role} = {floor:.2f}" for role, floor in best.items()]
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _speed(language: str, model: str) -> str:
    texts = [row.text for row in rows(language)]
    words = sum(len(text.split()) for text in texts)
    runs: dict[str, Callable[[str], object]] = {
        "quantities alone": lambda text: claimcheck.quantities(text, language=language),
        "with roles": lambda text: claimcheck.extract(text, language=language, model=NO_MODEL),
    }
    if model != NO_MODEL:
        runs["with roles and a parse"] = lambda text: claimcheck.extract(text, language=language, model=model)
    parts = [f"{name} {words / min(_timed(run, texts) for _ in range(_ROUNDS)):,.0f}" for name, run in runs.items()]
    return f"{language}, words a second: {', '.join(parts)}"


def _timed(run: Callable[[str], object], texts: Sequence[str]) -> float:
    start = time.process_time()
    for text in texts:
        run(text)
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
