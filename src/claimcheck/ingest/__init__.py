"""First stage: files and folders become articles.

    walk           paths -> files, in a fixed order
    limits         how much an input may hold
    origin         where a text comes from, and what its articles keep to
    decoding       a file -> its characters, unchanged
    front_matter   a text file -> one article
    records        JSON and JSON lines -> articles
    dialects       records of other tools -> ours
    rows           CSV -> articles
    html           a web page -> one article
    frames         a data frame -> articles
    reader         all of it, one problem per unusable input

Nothing here looks at what an article says: its language may be unknown and its day missing.
"""

from claimcheck.ingest.decoding import STDIN
from claimcheck.ingest.limits import Limits
from claimcheck.ingest.reader import each, read, unique_id

__all__ = ["STDIN", "Limits", "each", "read", "unique_id"]
