"""Hold the consensus that weighs its sources against majority vote, on made questions whose answers are known.

    python benchmarks/consensus.py [--questions 2000] [--sources 12] [--seeds 20]

Each source is right with a chance of its own and answers some of the questions. What is wrong is often the same wrong:
a share of the errors of a question agree. The script prints the share of right answers of both, over several seeds.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Sequence
from statistics import fmean

from claimcheck.reconcile.consensus import find_consensus

_WORLDS = {"all alike": (1.0, 0.75, 0.75), "mixed": (1.0, 0.4, 0.95), "few good": (0.3, 0.95, 0.95)}
"""The share of good sources, and the least and most likely that one of them is right."""
_POOR = 0.45
"""How likely any other source is right."""
_COVERAGE = 0.5
_SHARED_ERROR = 0.6
_WRONG = 4


def make(world: str, questions: int, sources: int, chance: random.Random) -> tuple[list[list[list[str]]], list[int]]:
    """Return the questions as positions with their sources, in random order, and the place of the right one."""
    good, least, most = _WORLDS[world]
    skill = {
        f"s{number}": chance.uniform(least, most) if chance.random() < good else _POOR for number in range(sources)
    }
    made, right = [], []
    for _ in range(questions):
        positions: defaultdict[int, list[str]] = defaultdict(list)
        for source, likely in skill.items():
            if chance.random() < _COVERAGE:
                wrong = 1 if chance.random() < _SHARED_ERROR else chance.randint(2, _WRONG)
                positions[0 if chance.random() < likely else wrong].append(source)
        if len(positions) > 1 and 0 in positions:
            order = chance.sample(sorted(positions), len(positions))
            made.append([positions[answer] for answer in order])
            right.append(order.index(0))
    return made, right


def scores(world: str, questions: int, sources: int, seed: int) -> tuple[float, float]:
    """Return the share of disputed questions that majority vote and the consensus get right."""
    made, right = make(world, questions, sources, random.Random(seed))  # noqa: S311  # a benchmark
    majority = [max(range(len(positions)), key=lambda place: (len(positions[place]), -place)) for positions in made]
    weighed = find_consensus(made).winners
    return _accuracy(majority, right), _accuracy(weighed, right)


def _accuracy(found: Sequence[int], right: Sequence[int]) -> float:
    return fmean(a == b for a, b in zip(found, right, strict=True))


def main() -> int:
    """Print one line a world; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--questions", type=int, default=2000)
    parser.add_argument("--sources", type=int, default=12)
    parser.add_argument("--seeds", type=int, default=20)
    args = parser.parse_args()
    print(f"{'sources':12s} {'majority':>9s} {'weighed':>9s}")
    for world in _WORLDS:
        got = [scores(world, args.questions, args.sources, seed) for seed in range(args.seeds)]
        print(f"{world:12s} {fmean(one for one, _ in got):9.1%} {fmean(other for _, other in got):9.1%}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
