"""The normalise stage: claims as written become comparable, in base units and on the calendar."""

from claimcheck.normalise.calendar import resolve
from claimcheck.normalise.claims import normalise_claims, resolve_times
from claimcheck.normalise.reference import infer_references, reference_in_text, stated_reference

__all__ = ["infer_references", "normalise_claims", "reference_in_text", "resolve", "resolve_times", "stated_reference"]
