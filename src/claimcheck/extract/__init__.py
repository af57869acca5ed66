"""The extract stage: from an article to its claims as written.

Where to read, from the text up:

    scan                                                  what of the text is read, cut into stretches
    digits, spelled, magnitudes -> numbers                what number stands there
    units and what it imports, cues, shares, ages,
        ranges, joins -> quantities                       what it counts and how: a quantity
    time_items -> time_grammar -> time_forms,
        time_guards, time_joins, time_context -> times    a time as its words say it, before any calendar
    tagging -> clauses, names -> sentence                 a sentence with its clauses, names and sources
    measures, parties, standing -> roles                  who and what a claim is about, and how it is put
    schedules, dollars -> article                         all of it: the claims of an article

Numbers and times read `lang.Tokens`, sentences those of spaCy; `docs/decisions.md` says why.
"""

from claimcheck.extract.article import extract_claims, quantity_mentions, time_mentions
from claimcheck.extract.frame import frame_of

__all__ = ["extract_claims", "frame_of", "quantity_mentions", "time_mentions"]
