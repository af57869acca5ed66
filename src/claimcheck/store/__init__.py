"""Articles and their claims in one DuckDB file, for archives that grow.

    database   the file: opened for each operation, written in whole transactions, brought up to date on writing
    entries    an article with its claims <-> rows of the tables `article` and `claim`
    schema     the tables, as steps from one version to the next

What is stored is what extraction gives, before anything is compared: a report is made from all of it, as from memory.
"""

from claimcheck.store.database import Database, files_of, is_store
from claimcheck.store.entries import Entry, digest_of, origin_of, rows_of_claims
from claimcheck.store.schema import VERSION

__all__ = ["VERSION", "Database", "Entry", "digest_of", "files_of", "is_store", "origin_of", "rows_of_claims"]
