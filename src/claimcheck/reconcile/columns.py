"""Claim records of one fact compared by columns: each with the number that most articles give."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from claimcheck.adapters.arrays import HAIR, Flags, Floats, Ints, best, codes, days, medians, runs
from claimcheck.lang import predicate_group
from claimcheck.model import RelationKind

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["compare_records"]

_PEOPLE = "person"


def compare_records(table: pa.Table, facts: Ints) -> tuple[pa.Table, pa.Table]:
    """Return how each record stands to its fact, and the facts.

    A record agrees where it states the number that most articles of the fact give, or one of the two rounds to the
    other; it is compatible where what both allow overlaps; an update where a count that only grows was higher later.
    What remains is a conflict. The finer rules, which need the words, are those of `reconcile_facts`.

    Args:
        table: what `link_records` takes, with `claim` (any type), `low` and `high` (floats, null where open: what the
            claim allows, in base units).
        facts: the fact of each row, as `link_records` returns them; shape (rows,).

    Returns:
        The records: `claim`, `fact` (the claim that stands first in it), `relation`. The facts: `fact`, `subject`,
        `predicate`, `unit`, `number` (what most articles give), `least` and `most` (of the numbers stated), `first` and
        `last` (days of publication), `claims`, `articles`, and the count of records of each relation.
    """
    import pyarrow as pa  # noqa: PLC0415  # an extra
    import pyarrow.compute as pc  # noqa: PLC0415

    ids = runs(facts)
    main, articles = _main(table, ids)
    relations = _relations(table, main[ids], ids)
    names = pa.array([kind.value for kind in _KINDS])
    first = table["claim"].combine_chunks().take(pa.array(best(ids, np.arange(len(ids)))))
    records = pa.table(
        {
            "claim": table["claim"],
            "fact": first.take(pa.array(ids)),
            "relation": pa.DictionaryArray.from_arrays(pa.array(relations.astype(np.int8)), names),
        }
    )
    chosen = table.select(["subject", "predicate", "unit", "number"]).take(pa.array(main))
    spans = (
        pa.table({"id": ids, "number": table["number"], "published": table["published"]})
        .group_by("id")
        .aggregate([("number", "min"), ("number", "max"), ("published", "min"), ("published", "max")])
        .sort_by("id")
    )
    counts = {
        kind.value: pa.array(np.bincount(ids[relations == code], minlength=len(main)))
        for code, kind in enumerate(_KINDS)
    }
    described = pa.table(
        {
            "fact": first,
            **{name: chosen[name] for name in chosen.column_names},
            "least": spans["number_min"],
            "most": spans["number_max"],
            "first": pc.cast(spans["published_min"], pa.date32()),
            "last": pc.cast(spans["published_max"], pa.date32()),
            "claims": pa.array(np.bincount(ids, minlength=len(main))),
            "articles": pa.array(articles),
            **counts,
        }
    )
    return records, described


_KINDS = (RelationKind.AGREE, RelationKind.COMPATIBLE, RelationKind.UPDATE, RelationKind.CONFLICT)
_AGREE, _COMPATIBLE, _UPDATE, _CONFLICT = range(len(_KINDS))


def _main(table: pa.Table, ids: Ints) -> tuple[Ints, Ints]:
    """Return a row of each fact with the number that most articles give, and how many articles have the fact."""
    article = codes(table["article"])
    stated = runs(ids, table["number"].to_numpy().view(np.int64))
    once = best(runs(stated, article))
    support = np.bincount(stated[once], minlength=int(stated.max(initial=-1)) + 1)
    main = best(ids, -support[stated], table["rounding"].to_numpy())
    return main, np.bincount(ids[best(runs(ids, article))], minlength=len(main))


def _relations(table: pa.Table, main: Ints, ids: Ints) -> Ints:
    """Return the relation of each record to the main record of its fact, as a place in `_KINDS`."""
    number, rounding = table["number"].to_numpy(), table["rounding"].to_numpy()
    apart = np.abs(number - number[main])
    hair = HAIR * np.abs(number)
    is_same = (apart <= hair) | (apart + hair < np.maximum(rounding, rounding[main]))
    low = np.nan_to_num(table["low"].to_numpy(), nan=-np.inf)
    high = np.nan_to_num(table["high"].to_numpy(), nan=np.inf)
    overlaps = (low <= high[main]) & (low[main] <= high)
    chosen: Ints = np.select(
        [is_same, overlaps, _grew(table, number, main, ids)], [_AGREE, _COMPATIBLE, _UPDATE], _CONFLICT
    ).astype(np.int64)
    return chosen


def _grew(table: pa.Table, number: Floats, main: Ints, ids: Ints) -> Flags:
    """Whether a record and the main one of its fact are counts that only grow, and the later one is higher."""
    import pyarrow as pa  # noqa: PLC0415  # an extra
    import pyarrow.compute as pc  # noqa: PLC0415

    grows = pc.or_(
        pc.is_in(table["predicate"], value_set=pa.array(sorted(predicate_group("growing")))),
        pc.equal(table["unit"], _PEOPLE),
    ).to_numpy()
    published = days(table["published"])
    # The day of those who say what most say is the middle one: each number is repeated for some days.
    is_main = number == number[main]
    middle = medians(ids[is_main], published[is_main], int(ids.max(initial=-1)) + 1)[ids]
    is_grown: Flags = grows & (np.sign(published - middle) == np.sign(number - number[main]))
    return is_grown
