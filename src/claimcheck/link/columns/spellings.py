"""One code for each name, however records spell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

import networkx as nx
import numpy as np

from claimcheck.adapters.arrays import Flags, Ints, best, roots, runs
from claimcheck.adapters.rapidfuzz import slips_apart
from claimcheck.link.columns.records import Records
from claimcheck.link.names import canonical_spellings, possible_spellings

__all__ = ["one_spelling", "related_names"]

_LEAST = 5
"""Letters of a word from which on a slip in it is a slip and not another word."""
_AGREEING = 0.5
"""The share of what is said of the rarer spelling that must be said of the other one too, of about the same day."""
_DAYS = 30
"""How far apart about the same day may be."""


def related_names(names: Iterable[str]) -> dict[str, str]:
    """Map each name to one of the names that may, by spelling alone, be the same, directly or through others.

    Records of names that are not related are never linked, so that they may be linked in different places.
    """
    given = list(names)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(given)
    graph.add_edges_from(possible_spellings(given))
    graph.add_edges_from((given[a], given[b]) for a, b in _slips(given))
    return {name: min(group) for group in nx.connected_components(graph) for name in group}


def one_spelling(records: Records) -> Ints:
    """Return a code for each record, the same where its name is a spelling of one name; shape (records,).

    Short forms are what they are in the linking of articles. A slip in the first word, which also tells many different
    names apart, makes one name of two only where most of what is said of the rarer is said of the other as well.
    """
    table = canonical_spellings(records.names, _Sharing(records).count)
    places = {name: place for place, name in enumerate(dict.fromkeys(table.values()))}
    who = np.array([places[table[name]] for name in records.names], dtype=np.int64)[records.who]
    pairs = np.array(_slips(list(places)), dtype=np.int64).reshape(-1, 2)
    return _joined(who, pairs, records, len(places))[who]


class _Sharing:
    """Counts the articles that have two names both."""

    def __init__(self, records: Records) -> None:
        self._places = {name: place for place, name in enumerate(records.names)}
        self._order = np.argsort(records.who, kind="stable")
        self._ends = np.cumsum(np.bincount(records.who, minlength=len(records.names)))
        self._articles = records.article

    def count(self, a: str, b: str) -> int:
        """Return how many articles have both names."""
        return len(self._of(a) & self._of(b))

    def _of(self, name: str) -> set[int]:
        place = self._places[name]
        begin = 0 if place == 0 else self._ends[place - 1]
        return set(self._articles[self._order[begin : self._ends[place]]].tolist())


def _slips(names: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of names whose first words are a slip of one another: a letter more, less, other or swapped."""
    alike: defaultdict[str, list[int]] = defaultdict(list)
    words = [name.casefold().partition(" ")[0] for name in names]
    for place, word in enumerate(words):
        if len(word) >= _LEAST and word.isalpha():
            for key in {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}:
                alike[key].append(place)
    pairs = {pair for places in alike.values() for pair in combinations(places, 2)}
    return sorted((a, b) for a, b in pairs if slips_apart(words[a], words[b]) == 1)


def _joined(who: Ints, pairs: Ints, records: Records, count: int) -> Ints:
    """Return the name that each name is a slip of, or itself; shape (count,)."""
    sizes = np.bincount(who, minlength=count)
    is_rarer = (sizes[pairs[:, 0]] < sizes[pairs[:, 1]])[:, None]
    rarer, other = np.where(is_rarer, pairs, pairs[:, ::-1]).T
    said = _Said(who, records, count)
    pair, row = said.of(rarer)
    is_said = said.is_said(row, other[pair])
    agreeing = np.bincount(pair, weights=is_said, minlength=len(pairs)) / np.bincount(pair, minlength=len(pairs))
    is_one = agreeing >= _AGREEING
    rarer, other, agreeing = rarer[is_one], other[is_one], agreeing[is_one]
    chosen = best(rarer, -agreeing, -sizes[other])
    parents = np.arange(count)
    parents[rarer[chosen]] = other[chosen]
    return roots(parents)


class _Said:
    """What is said of each name: statements of one predicate, unit and number, and their days."""

    def __init__(self, who: Ints, records: Records, count: int) -> None:
        self._who, self._count = who, count
        self._statement = runs(records.what, records.unit, records.number.view(np.int64))
        self._day = (records.published - records.published.min(initial=0.0)).astype(np.int64)
        # Statements and days on one axis, where statements lie further apart than days.
        self._statements = int(self._statement.max(initial=0)) + 1
        self._width = int(self._day.max(initial=0)) + 2 * _DAYS + 1
        self._line = np.sort(self._places(np.arange(len(who)), who))

    def of(self, names: Ints) -> tuple[Ints, Ints]:
        """Return a row for each statement about each of the names: the name's place among them, the record."""
        rows = best(self._who * self._statements + self._statement, self._day)
        sizes = np.bincount(self._who[rows], minlength=self._count)
        begins = np.cumsum(sizes) - sizes
        wanted = sizes[names]
        place = np.repeat(np.arange(len(names)), wanted)
        inside = np.arange(len(place)) - np.repeat(np.cumsum(wanted) - wanted, wanted)
        return place, rows[begins[names[place]] + inside]

    def is_said(self, rows: Ints, names: Ints) -> Flags:
        """Whether what each row says is said of another name too, on about the same day."""
        asked = self._places(rows, names)
        after: Flags = np.searchsorted(self._line, asked + _DAYS, side="right") > np.searchsorted(
            self._line, asked - _DAYS
        )
        return after

    def _places(self, rows: Ints, names: Ints) -> Ints:
        places: Ints = (names * self._statements + self._statement[rows]) * self._width + self._day[rows]
        return places
