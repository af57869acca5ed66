"""Count how telling each piece of evidence is, on clusters of articles with gold facts.

    CLAIMCHECK_EVAL=<folder> python benchmarks/link_weights.py

The folder holds `clusters/<name>.gold.json` beside `clusters/<name>/*.txt`: facts with mentions, each an article, a
surface and an anchor. Every two claims of one block and of two articles that gold mentions are a pair: of one fact, or
of two. For each observation the script prints how many pairs of each sort show it, and log2 of the ratio of their
shares, which is its weight (Fellegi and Sunter 1969). `src/claimcheck/link/weights.toml` holds the rounded figures.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from math import log2
from pathlib import Path
from typing import Any

import claimcheck
from claimcheck.link.blocks import block_of
from claimcheck.link.evidence import Scorer
from claimcheck.model import Claim, ClaimKind

_HALF = 0.5
"""Added to each count, so that what was never seen has a finite weight."""


def main() -> int:
    """Print the table; return the exit code."""
    folder = os.environ.get("CLAIMCHECK_EVAL")
    if folder is None:
        print("set CLAIMCHECK_EVAL to the folder of the development sets", file=sys.stderr)
        return 2
    seen: dict[tuple[str, bool], Counter[str]] = defaultdict(Counter)
    pairs: Counter[tuple[str, bool]] = Counter()
    for gold in sorted(Path(folder, "clusters").glob("*.gold.json")):
        for kind, is_match, observations in _pairs(json.loads(gold.read_text("utf-8")), gold.parent / gold.name[:-10]):
            pairs[kind, is_match] += 1
            seen[kind, is_match].update(observations)
    for kind in sorted({kind for kind, _ in pairs}):
        matches, others = pairs[kind, True], pairs[kind, False]
        prior = log2((matches + _HALF) / (others + _HALF))
        print(f"{kind}: {matches} pairs of one fact, {others} of two, prior {prior:+.1f}")
        for name in sorted({*seen[kind, True], *seen[kind, False]}):
            one, two = seen[kind, True][name], seen[kind, False][name]
            weight = log2(((one + _HALF) / (matches + 1)) / ((two + _HALF) / (others + 1)))
            print(f"  {name:24s} {one:6d} {two:6d}  {weight:+.1f}")
    return 0


def _pairs(gold: dict[str, Any], texts: Path) -> Iterator[tuple[str, bool, set[str]]]:
    """Yield kind, whether of one fact, and the observations of each pair of claims that gold mentions."""
    report = claimcheck.reconcile(claimcheck.read([texts]))
    scorer = Scorer.of(report.claims, {article.id: article.language or "" for article in report.articles})
    facts = dict(_gold_facts(gold, report))
    for a, b in combinations([claim for claim in report.claims if claim.id in facts], 2):
        if a.article == b.article or block_of(a) != block_of(b) or a.kind is ClaimKind.SCHEDULE:
            continue
        observed = {
            _observation(item.feature, item.weight) for item in scorer.evidence(a, b) if item.feature != "prior"
        }
        yield a.kind.value, facts[a.id] is not None and facts[a.id] == facts[b.id], observed


def _gold_facts(gold: dict[str, Any], report: claimcheck.Report) -> Iterator[tuple[str, str | None]]:
    """Yield the id of each claim that overlaps a gold mention, and the mention's fact; None for a single mention."""
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in report.claims:
        claims[claim.article].append(claim)
    texts = {article.id: article.text for article in report.articles}
    mentions = [(mention, fact["id"]) for fact in gold["facts"] for mention in fact["mentions"]]
    mentions += [(mention, None) for mention in gold.get("singletons", [])]
    for mention, fact in mentions:
        text, surface = texts[mention["article"]], mention["surface"]
        start = text.find(surface, max(0, text.find(mention["anchor"] or surface) - len(surface)))
        for claim in claims[mention["article"]]:
            if claim.start < start + len(surface) and start < claim.end:
                yield claim.id, fact


def _observation(feature: str, weight: float) -> str:
    """Name an observation by its feature and, as features are weighed by degree, its whole weight."""
    return f"{feature} {round(weight):+d}"


if __name__ == "__main__":
    raise SystemExit(main())
