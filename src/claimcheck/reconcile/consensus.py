"""Which position the sources support, where those count for more that are with the others elsewhere.

Conflict resolution on heterogeneous data (CRH, Li et al., SIGMOD 2014) for categorical values: in turns, each question
goes to the position with the heaviest support, and each source weighs minus the logarithm of its share in all losses.
The categories are positions, so that what a number is rounded to and what it is written as are settled before. The
outcome is what most of the trusted say, never the truth.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import fsum, log

__all__ = ["Consensus", "find_consensus"]

_ROUNDS = 20
_DOUBT = 0.5
"""Added to what a source got wrong, and twice to what it said, so that one answer makes no source infallible."""


@dataclass(frozen=True, slots=True)
class Consensus:
    """The position that each question goes to, by index, and for each source its weight and agreement.

    The agreement of a source is the share of the questions it shares with others on which it is with the consensus.
    """

    winners: tuple[int, ...]
    weights: Mapping[str, float]
    agreement: Mapping[str, float]


def find_consensus(questions: Sequence[Sequence[Collection[str]]]) -> Consensus:
    """Weigh sources and positions against each other until they are settled.

    Args:
        questions: for each question the sources that support each of its positions. Of two positions with equal support
            the first wins.

    >>> find_consensus([[["a", "b"], ["c"]], [["a"], ["c"]]]).winners
    (0, 0)
    """
    said: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, positions in enumerate(questions):
        if len({source for sources in positions for source in sources}) < 2:  # noqa: PLR2004  # nobody to agree with
            continue
        for place, sources in enumerate(positions):
            for source in sources:
                said[source].append((number, place))
    weights = dict.fromkeys(said, 1.0)
    winners = _winners(questions, weights)
    for _ in range(_ROUNDS):
        weights = _weights(said, winners)
        previous, winners = winners, _winners(questions, weights)
        if winners == previous:
            break
    agreement = {
        source: sum(winners[number] == place for number, place in answers) / len(answers)
        for source, answers in said.items()
    }
    return Consensus(winners, weights, agreement)


def _winners(questions: Sequence[Sequence[Collection[str]]], weights: Mapping[str, float]) -> tuple[int, ...]:
    """Return the position with the heaviest support of each question."""
    return tuple(
        max(
            range(len(positions)),
            key=lambda place: (fsum(weights.get(source, 1.0) for source in positions[place]), -place),
            default=0,
        )
        for positions in questions
    )


def _weights(said: Mapping[str, Sequence[tuple[int, int]]], winners: Sequence[int]) -> dict[str, float]:
    """Weigh each source by its share in the losses of all."""
    losses = {
        source: (_DOUBT + sum(winners[number] != place for number, place in answers)) / (2 * _DOUBT + len(answers))
        for source, answers in said.items()
    }
    whole = fsum(losses.values())  # exact, so that no tie hangs on the order of sources
    return {source: -log(loss / whole) for source, loss in losses.items()}
