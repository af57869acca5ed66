"""The link stage: which claims speak of one fact, with the evidence for each link."""

from claimcheck.link.columns import link_records, related_names
from claimcheck.link.graph import Linker, Weigher, link_claims
from claimcheck.link.scorer import Scorer, total

__all__ = ["Linker", "Scorer", "Weigher", "link_claims", "link_records", "related_names", "total"]
