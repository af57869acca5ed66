"""The accuracy gate: measures claimcheck on the stories in `fixtures/` and holds the figures to their floors.

    python benchmarks/gate.py                            print the figures; fail if one is below its floor
    python benchmarks/gate.py --errors                   also print what was missed, wrong or too much
    python benchmarks/gate.py --update                   write the figures, rounded down, as the new floors
    python benchmarks/gate.py --update --allow-regression   the same where a floor gets lower

The floors in `gate.toml` go with a digest of the fixtures, so that changed fixtures do not pass unseen. What the gold
files hold is told in `fixtures/README.md`.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import sys
import tomllib
from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import claimcheck

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from claimcheck import Report
    from claimcheck.model import Claim, When

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures"
FLOORS = Path(__file__).with_name("gate.toml")
_TOLERANCE = 1e-6
"""Relative; only for what binary floats in the gold files lose, so far below any rounding in a text."""


class GateError(Exception):
    """The gold files or the floors cannot be used as they are."""


# Gold


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
    def ends(self) -> tuple[float | None, float | None] | None:
        """Both ends of the interval, or None where the bound does not settle them."""
        match self.bound:
            case "exact":
                return self.value, self.value
            case "at_least" | "more_than":
                return self.value, None
            case "at_most" | "less_than":
                return None, self.value
            case "range":
                return self.low, self.high
        return None


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
    fields = dict(row)
    for key in {"unit", "per"} & row.keys():
        fields[key] = (row[key],) if isinstance(row[key], str) else tuple(row[key])
    return GoldClaim(**fields)


def locate(text: str, surface: str, nth: int = 1) -> tuple[int, int]:
    """Return where the nth occurrence of a surface is in a text.

    Raises:
        GateError: there are fewer occurrences.
    """
    start = -1
    for _ in range(nth):
        start = text.find(surface, start + 1)
        if start < 0:
            raise GateError(f"occurrence {nth} of {surface!r} is not in the text")
    return start, start + len(surface)


# Scoring


@dataclass(frozen=True, slots=True)
class Count:
    """How many of the things said are right, and of those wanted are found."""

    right: int = 0
    said: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(
            self.right + other.right, self.said + other.said, self.found + other.found, self.wanted + other.wanted
        )

    @property
    def precision(self) -> float:
        """Right among said; 1 where nothing is said."""
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        """Found among wanted; 1 where nothing is wanted."""
        return self.found / self.wanted if self.wanted else 1.0


@dataclass(frozen=True, slots=True)
class Score:
    """The counts of one story, or of several added up. In `values`, `statuses` and `derivations` only recall counts."""

    claims: Count = Count()
    values: Count = Count()
    statuses: Count = Count()
    links: Count = Count()
    conflicts: Count = Count()
    derivations: Count = Count()
    non_claims: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()

    def __add__(self, other: Score) -> Score:
        return Score(
            self.claims + other.claims,
            self.values + other.values,
            self.statuses + other.statuses,
            self.links + other.links,
            self.conflicts + other.conflicts,
            self.derivations + other.derivations,
            self.non_claims + other.non_claims,
            self.errors + other.errors,
        )


def figures(total: Score) -> dict[str, float]:
    """Return the figures that have floors."""
    return {
        "claims_precision": total.claims.precision,
        "claims_recall": total.claims.recall,
        "values_accuracy": total.values.recall,
        "status_accuracy": total.statuses.recall,
        "links_precision": total.links.precision,
        "links_recall": total.links.recall,
        "conflicts_precision": total.conflicts.precision,
        "conflicts_recall": total.conflicts.recall,
        "derivations_recall": total.derivations.recall,
    }


def measure(folder: Path) -> Score:
    """Run claimcheck on one story and score what it says."""
    return score(read_story(folder), claimcheck.reconcile(claimcheck.read([folder])))


def score(story: Story, report: Report) -> Score:
    """Judge a report against the gold of its story."""
    stems = {article.id: Path(article.path or article.id).stem for article in report.articles}
    texts = {stems[article.id]: article.text for article in report.articles}
    spoken = [(stems[claim.article], claim) for claim in report.claims]
    matched = align(story.claims, spoken, texts)
    taken = {claim.id for claim in matched.values()}
    spare = [(stem, claim) for stem, claim in spoken if claim.id not in taken]

    pairs = [(gold, matched[gold.id]) for gold in story.claims if gold.id in matched]
    wrong = [(gold, claim) for gold, claim in pairs if not value_right(gold, claim)]
    told = [(gold, claim) for gold, claim in pairs if gold.status]
    misput = [(gold, claim) for gold, claim in told if gold.status != claim.status]
    links, link_errors = _score_links(story, report, matched)
    conflicts, conflict_errors = _score_conflicts(story, report, matched)
    derivations, derivation_errors = _score_derivations(story, report)
    hits = _non_claims_hit(story, spare, texts)
    errors = [
        *(f"missed     {gold.id}: {gold.text}" for gold in story.claims if gold.id not in matched),
        *(f"too much   {stem}: {claim.text} ({claim.kind})" for stem, claim in spare),
        *(f"value      {gold.id}: {gold.text} -> {_stated(claim)}" for gold, claim in wrong),
        *(f"status     {gold.id}: {gold.text} -> {claim.status}" for gold, claim in misput),
        *link_errors,
        *conflict_errors,
        *derivation_errors,
        *(f"non-claim  {hit}" for hit in hits),
    ]
    return Score(
        claims=Count(len(pairs), len(spoken), len(pairs), len(story.claims)),
        values=Count(found=len(pairs) - len(wrong), wanted=len(pairs)),
        statuses=Count(found=len(told) - len(misput), wanted=len(told)),
        links=links,
        conflicts=conflicts,
        derivations=derivations,
        non_claims=tuple(f"{story.name}: {hit}" for hit in hits),
        errors=tuple(f"{story.name}: {error}" for error in errors),
    )


def align(gold: Iterable[GoldClaim], spoken: Sequence[tuple[str, Claim]], texts: Mapping[str, str]) -> dict[str, Claim]:
    """Match gold claims to claims of the same article and kind whose spans overlap, one to one, best overlap first.

    Returns:
        The matched claim for each id of a gold claim that has one.
    """
    candidates = []
    for wanted in gold:
        span = locate(texts[wanted.article], wanted.text, wanted.nth)
        for stem, claim in spoken:
            if stem == wanted.article and claim.kind == wanted.kind:
                shared = _shared(span, (claim.start, claim.end))
                union = (span[1] - span[0]) + (claim.end - claim.start) - shared
                if shared > 0:
                    candidates.append((shared / union, wanted.id, claim))
    matched: dict[str, Claim] = {}
    taken: set[str] = set()
    for _, wanted_id, claim in sorted(candidates, key=lambda row: (-row[0], row[1], row[2].id)):
        if wanted_id not in matched and claim.id not in taken:
            matched[wanted_id] = claim
            taken.add(claim.id)
    return matched


def value_right(gold: GoldClaim, claim: Claim) -> bool:
    """Whether a matched claim holds what gold says: value, unit and bound, or the days, or the step of a schedule."""
    if gold.kind == "date":
        return claim.when is not None and _days_right(gold, claim.when)
    if gold.kind == "schedule":
        return claim.schedule is not None and (not gold.per or claim.schedule.per in gold.per)
    stated = claim.quantity
    if stated is None or stated.bound != gold.bound or (gold.unit and stated.unit not in gold.unit):
        return False
    if gold.value is not None and not _close(gold.value, stated.value):
        return False
    return gold.ends is None or (_close(gold.ends[0], stated.low) and _close(gold.ends[1], stated.high))


def _days_right(gold: GoldClaim, when: When) -> bool:
    if gold.earliest is None and gold.latest is None:
        return not when.is_dated
    pairs = ((gold.earliest, when.earliest), (gold.latest, when.latest))
    return all(wanted is None or wanted == stated for wanted, stated in pairs)


def _close(wanted: float | None, stated: object) -> bool:
    if wanted is None or stated is None:
        return wanted is stated
    return math.isclose(wanted, float(str(stated)), rel_tol=_TOLERANCE)


def _shared(one: tuple[int, int], other: tuple[int, int]) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def _score_links(story: Story, report: Report, matched: Mapping[str, Claim]) -> tuple[Count, list[str]]:
    wanted = _pairs_across(story, (fact.claims for fact in story.facts))
    gold_of = {claim.id: gold_id for gold_id, claim in matched.items()}
    said = _pairs_across(story, ([gold_of[c] for c in fact.claims if c in gold_of] for fact in report.facts))
    errors = [f"unlinked   {' / '.join(sorted(pair))}" for pair in sorted(wanted - said, key=sorted)]
    errors += [f"mislinked  {' / '.join(sorted(pair))}" for pair in sorted(said - wanted, key=sorted)]
    right = len(said & wanted)
    return Count(right, len(said), right, len(wanted)), errors


def _pairs_across(story: Story, groups: Iterable[Iterable[str]]) -> set[frozenset[str]]:
    """Return the pairs of gold claims of one group that come from two articles."""
    article = {claim.id: claim.article for claim in story.claims}
    pairs = (pair for group in groups for pair in combinations(sorted(set(group)), 2))
    return {frozenset(pair) for pair in pairs if article[pair[0]] != article[pair[1]]}


def _score_conflicts(story: Story, report: Report, matched: Mapping[str, Claim]) -> tuple[Count, list[str]]:
    """Count facts told as conflicts; one is right if it joins two articles of a gold conflict."""
    gold_of = {claim.id: gold_id for gold_id, claim in matched.items()}
    wanted = {fact.id: _pairs_across(story, [fact.claims]) for fact in story.facts if fact.verdict == "conflict"}
    found: set[str] = set()
    false: list[str] = []
    said = [fact for fact in report.facts if fact.verdict == "conflict"]
    for fact in said:
        pairs = _pairs_across(story, [[gold_of[claim] for claim in fact.claims if claim in gold_of]])
        hits = {fact_id for fact_id, gold_pairs in wanted.items() if gold_pairs & pairs}
        found |= hits
        if not hits:
            false.append(f"alarm      {fact.label}")
    errors = false + [f"no alarm   {fact_id}" for fact_id in wanted if fact_id not in found]
    return Count(len(said) - len(false), len(said), len(found), len(wanted)), errors


def _score_derivations(story: Story, report: Report) -> tuple[Count, list[str]]:
    said = [finding.derivation for finding in report.findings if finding.derivation]
    wanted = [fact.derivation for fact in story.facts if fact.derivation]
    missed = [formula for formula in wanted if not any(formula in derivation for derivation in said)]
    errors = [f"underived  {formula}" for formula in missed]
    return Count(found=len(wanted) - len(missed), wanted=len(wanted)), errors


def _non_claims_hit(story: Story, spare: Sequence[tuple[str, Claim]], texts: Mapping[str, str]) -> list[str]:
    hits = []
    for trap in story.non_claims:
        span = locate(texts[trap.article], trap.text, trap.nth)
        over = [claim for stem, claim in spare if stem == trap.article and _shared(span, (claim.start, claim.end)) > 0]
        hits += [f"{trap.article}: {claim.text} ({trap.why})" for claim in over]
    return hits


def _stated(claim: Claim) -> str:
    if claim.quantity:
        stated = claim.quantity
        return f"{stated.bound} {stated.value} [{stated.low}, {stated.high}] {stated.unit}"
    if claim.when:
        return f"{claim.when.earliest} to {claim.when.latest}"
    return f"per {claim.schedule.per}" if claim.schedule else "nothing"


# Floors


@dataclass(frozen=True, slots=True)
class Floors:
    """What `gate.toml` holds."""

    digest: str
    floors: dict[str, float]


def digest() -> str:
    """Return the SHA-256 over the names and bytes of all files of the stories."""
    summed = hashlib.sha256()
    for path in sorted(path for folder in stories() for path in folder.iterdir() if path.is_file()):
        content = path.read_bytes()
        summed.update(f"{path.relative_to(FIXTURES).as_posix()} {len(content)}\n".encode())
        summed.update(content)
    return summed.hexdigest()


def read_floors(path: Path | None = None) -> Floors:
    """Read the floors.

    Raises:
        GateError: there are none yet.
    """
    path = path or FLOORS
    if not path.exists():
        raise GateError(f"there is no {path.name}: run `python benchmarks/gate.py --update` and commit it")
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    return Floors(content["digest"], content["floors"])


def lowered(old: Mapping[str, float], new: Mapping[str, float]) -> list[str]:
    """Return the floors that the new figures would lower or drop."""
    return [
        f"{name}: {floor:.2f} -> {_floor(new.get(name, 0.0)):.2f}"
        for name, floor in old.items()
        if new.get(name, 0.0) < floor
    ]


def to_toml(summed: str, measured: Mapping[str, float]) -> str:
    """Write the figures, rounded down, as the text of `gate.toml`."""
    lines = [f"{name} = {_floor(figure):.2f}" for name, figure in measured.items()]
    head = "# Written by `python benchmarks/gate.py --update`: each figure may not fall below its floor.\n"
    return head + f'digest = "{summed}"\n\n[floors]\n' + "\n".join(lines) + "\n"


def _floor(figure: float) -> float:
    return math.floor(figure * 100 + _TOLERANCE) / 100


# Command line


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and check or update the floors; 0 is a pass."""
    parser = argparse.ArgumentParser(description="Measure accuracy on the fixtures and hold it to its floors.")
    parser.add_argument("--errors", action="store_true", help="print what was missed, wrong or too much")
    parser.add_argument("--update", action="store_true", help="write the figures as the new floors")
    parser.add_argument("--allow-regression", action="store_true", help="let --update lower a floor")
    options = parser.parse_args(arguments)

    scores = {folder.name: measure(folder) for folder in stories()}
    total = reduce(Score.__add__, scores.values(), Score())
    known = read_floors() if FLOORS.exists() else None
    _print_table(scores | {"all": total}, known)
    if options.errors:
        print("", *total.errors, sep="\n")
    if options.update:
        return _update(total, known, allow_regression=options.allow_regression)
    return _check(total, known)


def _print_table(scores: Mapping[str, Score], known: Floors | None) -> None:
    columns = {name: figures(scored) for name, scored in scores.items()}
    width = max(len(name) for name in columns)
    print(f"{'':22}" + "".join(f"{name:>{width + 2}}" for name in columns) + "   floor")
    for figure in figures(Score()):
        row = "".join(f"{column[figure]:>{width + 2}.3f}" for column in columns.values())
        floor = known.floors.get(figure) if known else None
        print(f"{figure:22}{row}" + ("       -" if floor is None else f"{floor:8.2f}"))
    hits = "".join(f"{len(scored.non_claims):>{width + 2}}" for scored in scores.values())
    print(f"{'non_claims_hit':22}{hits}       0")


def _update(total: Score, known: Floors | None, *, allow_regression: bool) -> int:
    measured = figures(total)
    worse = lowered(known.floors, measured) if known else []
    worse += [f"non-claim {hit}" for hit in total.non_claims]
    if worse and not allow_regression:
        print("\nnot updated, this is worse than before (--allow-regression does it all the same):", *worse, sep="\n  ")
        return 1
    FLOORS.write_text(to_toml(digest(), measured), encoding="utf-8")
    print(f"\nwrote {FLOORS.name}")
    return 0


def _check(total: Score, known: Floors | None) -> int:
    if known is None:
        print(f"\nthere is no {FLOORS.name}: run with --update")
        return 1
    failures = [f"below its floor: {line}" for line in lowered(known.floors, figures(total))]
    failures += [f"non-claim {hit}" for hit in total.non_claims]
    if known.digest != digest():
        failures.append("the fixtures have changed: run with --update and look at the diff")
    if failures:
        print("", *failures, sep="\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
