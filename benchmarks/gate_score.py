"""How much of the gold of a story claimcheck says, and how much of what it says is gold."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import claimcheck
from claimcheck.pytest_plugin.judge import aligned, check_claim, overlapping
from gate_gold import GoldClaim, Story, read_story, span_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck import Report
    from claimcheck.model import Claim


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
    by_id = {wanted.id: wanted for wanted in gold}
    matched: dict[str, Claim] = {}
    for stem in texts:
        spans = {name: (span_of(one, texts), one.kind) for name, one in by_id.items() if one.article == stem}
        matched |= aligned(spans, [claim for place, claim in spoken if place == stem])
    return {name: claim for name, claim in matched.items() if claim.kind == by_id[name].kind}


def value_right(gold: GoldClaim, claim: Claim) -> bool:
    """Whether a matched claim holds what gold says."""
    return all(check.is_right for check in check_claim(gold.judged, claim))


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
        over = overlapping(span_of(trap, texts), [claim for stem, claim in spare if stem == trap.article])
        hits += [f"{trap.article}: {claim.text} ({trap.why})" for claim in over]
    return hits


def _stated(claim: Claim) -> str:
    if claim.quantity:
        stated = claim.quantity
        return f"{stated.bound} {stated.value} [{stated.low}, {stated.high}] {stated.unit}"
    if claim.when:
        return f"{claim.when.earliest} to {claim.when.latest}"
    return f"per {claim.schedule.per}" if claim.schedule else "nothing"
