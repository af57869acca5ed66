"""The link stage: which claims speak of one fact, with the evidence for each link."""

from claimcheck.link.cluster import cluster
from claimcheck.link.columns import link_records, related_names
from claimcheck.link.evidence import Scorer, total
from claimcheck.link.graph import Weigher, link_claims

__all__ = ["Scorer", "Weigher", "cluster", "link_claims", "link_records", "related_names", "total"]
