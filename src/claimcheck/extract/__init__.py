"""The extract stage: from an article to its claims as written."""

from claimcheck.extract.article import extract_claims, quantity_mentions, time_mentions

__all__ = ["extract_claims", "quantity_mentions", "time_mentions"]
