"""The tables of a store, as steps: the version of a store is how many of them it has had."""

from __future__ import annotations

__all__ = ["STEPS", "VERSION"]

STEPS = (
    """
    CREATE TABLE store (version INTEGER);
    INSERT INTO store VALUES (0);
    CREATE TABLE article (
        id VARCHAR, source VARCHAR, title VARCHAR, url VARCHAR, published DATE, language VARCHAR, path VARCHAR,
        model VARCHAR, text VARCHAR, place INTEGER, origin VARCHAR, digest VARCHAR, record VARCHAR
    );
    CREATE TABLE claim (
        id VARCHAR, article VARCHAR, kind VARCHAR, text VARCHAR, first INTEGER, last INTEGER, value DOUBLE, low DOUBLE,
        high DOUBLE, unit VARCHAR, bound VARCHAR, scope VARCHAR, trend VARCHAR, earliest DATE, latest DATE,
        subject VARCHAR, predicate VARCHAR, object VARCHAR, measure VARCHAR, status VARCHAR, attribution VARCHAR,
        record VARCHAR
    );
    """,
    """
    ALTER TABLE claim ADD COLUMN name VARCHAR;
    ALTER TABLE claim ADD COLUMN base_unit VARCHAR;
    ALTER TABLE claim ADD COLUMN base_number DOUBLE;
    ALTER TABLE claim ADD COLUMN base_rounding DOUBLE;
    ALTER TABLE claim ADD COLUMN base_low DOUBLE;
    ALTER TABLE claim ADD COLUMN base_high DOUBLE;
    ALTER TABLE claim ADD COLUMN day DATE;
    """,
    """
    UPDATE article SET digest = '';
    """,
)
"""`record` holds an article or claim whole, as JSON; the other columns are for queries. `origin` tells articles apart
by file and id; `place` is their order. The columns of the second step are what claims are compared by. The third
changes no table: `published` is also the day that a text states, so that each article is extracted anew. No column
has an index: every reading here takes whole tables.
"""

VERSION = len(STEPS)
"""The version of the tables; what an older one lacks is extracted anew."""
