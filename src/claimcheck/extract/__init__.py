"""The extract stage: from an article to its claims as written."""

from claimcheck.extract.article import extract_claims, quantity_mentions, time_mentions
from claimcheck.extract.frame import frame_of

__all__ = ["extract_claims", "frame_of", "quantity_mentions", "time_mentions"]
