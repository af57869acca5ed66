"""Evidence for and against two claims speaking of one fact, as a sum of weights."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claimcheck.link.corpus import Corpus
from claimcheck.link.features import FEATURES, Weights
from claimcheck.link.values import counts_things
from claimcheck.model import Claim, ClaimKind, Evidence

__all__ = ["Scorer", "shipped_weights", "total"]


def total(evidence: Sequence[Evidence], *, without: frozenset[str] = frozenset()) -> float:
    """Return the sum of the weights, leaving out some features."""
    return sum(item.weight for item in evidence if item.feature not in without)


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

    def evidence(self, a: Claim, b: Claim) -> tuple[Evidence, ...]:
        """Return the prior and the evidence of every feature that says something about two claims."""
        kinds = {a.kind, b.kind}
        weights = self.weights[(ClaimKind.SCHEDULE if ClaimKind.SCHEDULE in kinds else a.kind).value]
        prior = "prior_counted" if counts_things(a) else "prior"
        found = [Evidence("prior", weights[prior], "what two claims of a kind and unit start from")]
        for feature in FEATURES:
            found += feature(self.corpus, weights, a, b)
        return tuple(found)
