"""Linking of claim records by columns, for archives too large for the words around each claim."""

from claimcheck.link.columns.facts import link_records
from claimcheck.link.columns.spellings import related_names

__all__ = ["link_records", "related_names"]
