"""Evidence for and against two claims speaking of one fact, as a sum of weights."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claimcheck.link.corpus import Corpus
from claimcheck.link.features import FEATURES, Clue, Feature, Weights, story, time, value
from claimcheck.model import Claim, ClaimKind, Evidence

__all__ = ["Scorer", "differs", "shipped_weights", "told", "total"]


def total(clues: Iterable[Clue], *, without: frozenset[str] = frozenset()) -> float:
    """Return the sum of the weights, leaving out some features."""
    return sum(weight for feature, weight, _ in clues if feature not in without)


def differs(clues: Iterable[Clue]) -> bool:
    """Whether the values or times of two claims are apart."""
    return any(feature == "gap" or (feature == "time" and weight < 0) for feature, weight, _ in clues)


def told(clues: Iterable[Clue]) -> tuple[Evidence, ...]:
    """Return clues as evidence, with the words that say why."""
    return tuple(Evidence(feature, weight, why()) for feature, weight, why in clues)


@cache
def shipped_weights() -> Mapping[str, Weights]:
    """Return the weights of `weights.toml`, by kind of claim."""
    return tomllib.loads((files("claimcheck.link") / "weights.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Scorer:
    """Weighs pairs of claims of one corpus.

    Args:
        corpus: what is counted over all its claims.
        weights: the weights of observations, by kind of claim.
    """

    corpus: Corpus
    weights: Mapping[str, Weights]

    @classmethod
    def of(
        cls, claims: Sequence[Claim], languages: Mapping[str, str], weights: Mapping[str, Weights] | None = None
    ) -> Scorer:
        """Count the names, values and words of a corpus.

        Args:
            claims: all claims of the corpus.
            languages: the language of each article, by id.
            weights: the weights of observations, by kind of claim; by default those shipped.
        """
        return cls(Corpus.of(claims, languages), weights or shipped_weights())

    def clues(self, a: Claim, b: Claim) -> list[Clue]:
        """Return the prior, and what every feature that says something about two claims makes of them."""
        weights = self._weights_of(a, b)
        prior = weights["prior_counted" if self.corpus.counting[a.id] else "prior"]
        return [("prior", prior, _prior), *self._found(FEATURES, weights, a, b)]

    def are_two_stories(self, a: Claim, b: Claim) -> bool:
        """Whether two claims differ in value, and their articles in names: the cheapest to tell of what bars a link."""
        weights = self._weights_of(a, b)
        return bool(self._found((story,), weights, a, b)) and differs(self._found((value, time), weights, a, b))

    def _weights_of(self, a: Claim, b: Claim) -> Weights:
        is_schedule = a.kind is ClaimKind.SCHEDULE or b.kind is ClaimKind.SCHEDULE
        return self.weights[(ClaimKind.SCHEDULE if is_schedule else a.kind).value]

    def _found(self, features: Iterable[Feature], weights: Weights, a: Claim, b: Claim) -> list[Clue]:
        return [clue for feature in features if (clue := feature(self.corpus, weights, a, b)) is not None]


def _prior() -> str:
    return "what two claims of a kind and unit start from"
