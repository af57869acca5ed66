"""Count how telling each piece of evidence is, on clusters of articles with gold facts.

    CLAIMCHECK_EVAL=<folder> python benchmarks/link_weights.py [--write] [--check]

The folder holds `clusters/<name>.gold.json` beside `clusters/<name>/*.txt`: facts with mentions, each an article, a
surface and an anchor. Every two claims of one block and of two articles that gold mentions are a pair: of one fact, or
of two. The weight of an observation is log2 of the ratio of its shares among pairs of either sort (Fellegi and Sunter
1969), a half added to each count. What the context weighs is a line through the weights of the cosines, by tenths. The
script prints each weight beside the one in `src/claimcheck/link/weights.toml`; `--write` puts the counted ones there,
but for those that are marked as set by hand. `--check` links each cluster with weights counted on the others only, and
prints precision, recall and F1 of its pairs by the weight that a link needs.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log2
from pathlib import Path
from typing import Any

import numpy as np

import claimcheck
from claimcheck.link import link_claims
from claimcheck.link.blocks import block_of
from claimcheck.link.features import FEATURES
from claimcheck.link.scorer import Scorer, shipped_weights
from claimcheck.model import Claim, ClaimKind

_HALF = 0.5
_PLACE = Path(claimcheck.__file__).parent / "link" / "weights.toml"
_BY_HAND = "(by hand)"
_COSINE = "cosine"
_NEEDED = (0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0)

Weights = dict[str, dict[str, float]]


@dataclass(slots=True)
class _Counts:
    """How many pairs of one fact and of two there are, and how many of them show each observation."""

    pairs: Counter[bool]
    seen: dict[bool, Counter[str]]

    def __add__(self, other: _Counts) -> _Counts:
        return _Counts(self.pairs + other.pairs, {sort: self.seen[sort] + other.seen[sort] for sort in (True, False)})

    def weight(self, name: str) -> float:
        shares = [(self.seen[sort][name] + _HALF) / (self.pairs[sort] + 1) for sort in (True, False)]
        return log2(shares[0] / shares[1])


@dataclass(frozen=True, slots=True)
class _Cluster:
    """The claims of a cluster, their languages, and the fact of each that gold mentions; None for a single mention."""

    name: str
    claims: Sequence[Claim]
    languages: Mapping[str, str]
    facts: Mapping[str, str | None]

    def pairs(self) -> Iterator[tuple[Claim, Claim, bool]]:
        """Yield the pairs of claims that gold mentions, and whether they are of one fact."""
        known = [claim for claim in self.claims if claim.id in self.facts]
        for a, b in combinations(known, 2):
            if a.article != b.article and block_of(a) == block_of(b) and a.kind is not ClaimKind.SCHEDULE:
                yield a, b, self.facts[a.id] is not None and self.facts[a.id] == self.facts[b.id]


class _Recorder(dict[str, float]):
    """Weights that remember which of them were asked for."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__(weights)
        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> float:
        self.asked.add(name)
        return super().__getitem__(name)


def main() -> int:
    """Print the table; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--write", action="store_true", help="write the counted weights")
    parser.add_argument("--check", action="store_true", help="link each cluster with the weights of the others")
    args = parser.parse_args()
    folder = os.environ.get("CLAIMCHECK_EVAL")
    if folder is None:
        print("set CLAIMCHECK_EVAL to the folder of the development sets", file=sys.stderr)
        return 2
    clusters = [_read(path) for path in sorted(Path(folder, "clusters").glob("*.gold.json"))]
    counts = {cluster.name: _count(cluster) for cluster in clusters}
    if args.check:
        _check(clusters, counts)
        return 0
    whole = _sum(list(counts.values()))
    weights = _weights(whole)
    for kind, table in weights.items():
        pairs = whole[kind].pairs
        print(f"{kind}: {pairs[True]} pairs of one fact, {pairs[False]} of two")
        for name, weight in table.items():
            one, two = (whole[kind].seen[sort][name] for sort in (True, False))
            print(f"  {name:20s} {one:6d} {two:6d} {weight:+6.1f}  now {shipped_weights()[kind][name]:+.1f}")
    if args.write:
        _PLACE.write_text(_written(_PLACE.read_text("utf-8"), weights), "utf-8")
    return 0


def _read(gold: Path) -> _Cluster:
    report = claimcheck.reconcile(claimcheck.read([gold.parent / gold.name.removesuffix(".gold.json")]))
    languages = {article.id: article.language or "" for article in report.articles}
    facts = dict(_gold_facts(json.loads(gold.read_text("utf-8")), report))
    return _Cluster(gold.name.removesuffix(".gold.json"), report.claims, languages, facts)


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


def _count(cluster: _Cluster) -> dict[str, _Counts]:
    """Count the observations of a cluster's pairs, by kind of claim."""
    scorer = Scorer.of(cluster.claims, cluster.languages)
    counts: defaultdict[str, _Counts] = defaultdict(lambda: _Counts(Counter(), {True: Counter(), False: Counter()}))
    for a, b, is_one in cluster.pairs():
        mine = counts[a.kind.value]
        mine.pairs[is_one] += 1
        mine.seen[is_one].update(_observed(scorer, a, b))
    return counts


def _observed(scorer: Scorer, a: Claim, b: Claim) -> Iterator[str]:
    """Yield the names of the weights that two claims ask for, and the tenth that the cosine of their context is in."""
    for feature in FEATURES:
        recorder = _Recorder(shipped_weights()[a.kind.value])
        clue = feature(scorer.corpus, recorder, a, b)
        if clue is not None and {"context_base", "context_slope"} & recorder.asked:
            found = (clue[1] - recorder["context_base"]) / recorder["context_slope"]
            yield f"{_COSINE} {min(int(found * 10), 7)}"
        else:
            yield from recorder.asked


def _sum(counts: Sequence[Mapping[str, _Counts]]) -> dict[str, _Counts]:
    whole: dict[str, _Counts] = {}
    for one in counts:
        for kind, mine in one.items():
            whole[kind] = whole[kind] + mine if kind in whole else mine
    return whole


def _weights(counts: Mapping[str, _Counts]) -> Weights:
    """Return the counted weights by kind and name; those of the schedule and those set by hand are left out."""
    by_hand = set(_names_by_hand(_PLACE.read_text("utf-8")))
    found: Weights = {}
    for kind, mine in counts.items():
        names = {name for sort in mine.seen.values() for name in sort if name in shipped_weights()[kind]}
        table = {name: mine.weight(name) for name in sorted(names) if (kind, name) not in by_hand}
        table["prior"] = log2(mine.pairs[True] / mine.pairs[False])
        table["context_base"], table["context_slope"] = _line(mine)
        found[kind] = table
    return found


def _line(counts: _Counts) -> tuple[float, float]:
    """Return where the weights of the cosines start and how they rise, each tenth as heavy as its pairs are many."""
    tenths = [tenth for tenth in range(8) if counts.seen[True][f"{_COSINE} {tenth}"]]
    weights = [counts.weight(f"{_COSINE} {tenth}") for tenth in tenths]
    many = [sum(counts.seen[sort][f"{_COSINE} {tenth}"] for sort in (True, False)) for tenth in tenths]
    slope, base = np.polyfit([(tenth + _HALF) / 10 for tenth in tenths], weights, 1, w=np.sqrt(many))
    return float(base), float(slope)


def _names_by_hand(text: str) -> Iterator[tuple[str, str]]:
    kind = ""
    for line in text.splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif _BY_HAND in line:
            yield kind, line.partition(" ")[0]


def _written(text: str, weights: Weights) -> str:
    """Return the file with each counted weight in the place of the one it had."""
    kind, lines = "", []
    for line in text.splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        name = line.partition(" ")[0]
        if name in weights.get(kind, {}) and _BY_HAND not in line:
            line = re.sub(r"= \S+", f"= {weights[kind][name]:.1f}", line, count=1)  # noqa: PLW2901
        lines.append(line)
    return "\n".join(lines) + "\n"


def _check(clusters: Sequence[_Cluster], counts: Mapping[str, Mapping[str, _Counts]]) -> None:
    """Print how well each cluster is linked by the weights of the others, for links that need more or less."""
    print(f"{'least':>6} " + " ".join(f"{cluster.name:>20}" for cluster in clusters) + f" {'all':>20}")
    others = {
        cluster.name: _weights(_sum([mine for name, mine in counts.items() if name != cluster.name]))
        for cluster in clusters
    }
    for least in _NEEDED:
        scores = []
        for cluster in clusters:
            weights = {
                kind: {**table, **others[cluster.name].get(kind, {})} for kind, table in shipped_weights().items()
            }
            _, groups = link_claims(cluster.claims, cluster.languages, weights=weights, least=least)
            scores.append(_score(cluster, groups))
        scores.append(Counter({key: sum(score[key] for score in scores) for key in ("right", "false", "missed")}))
        print(f"{least:6.1f} " + " ".join(f"{_shown(score):>20}" for score in scores))


def _score(cluster: _Cluster, groups: Sequence[Sequence[str]]) -> Counter[str]:
    group = {claim: number for number, members in enumerate(groups) for claim in members}
    names = {(True, True): "right", (False, True): "false", (True, False): "missed", (False, False): "apart"}
    return Counter(names[is_one, group[a.id] == group[b.id]] for a, b, is_one in cluster.pairs())


def _shown(score: Counter[str]) -> str:
    right, false, missed = score["right"], score["false"], score["missed"]
    precision, recall = right / max(right + false, 1), right / max(right + missed, 1)
    return f"{precision:.0%} {recall:.0%} {2 * right / max(2 * right + false + missed, 1):.1%}"


if __name__ == "__main__":
    raise SystemExit(main())
