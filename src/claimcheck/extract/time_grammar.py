"""The grammar of time expressions: sequences of word classes, the same for every language.

A rule lists the shapes that a kind of time may take. A shape is a row of classes; `?` marks one that may be left out,
`|` stands between two of which one is there. What words belong to a class is for the language packs to say.

    M month   W weekday   WS "Mondays"   D day word ("today")   DP part of the day   PS "nights"
    WP weekday and part in one word
    U unit    S shift (last, this, next)   A same, following, previous   YA "year-earlier"   PE "period"
    P start, middle or end   H half   Q quarter   SE season   RU "Vorjahr"   PU "year-end"   HD "Christmas"
    R "now"   V vague   YW "nineties"   DB, DS words around a decade   fy "the year", "fiscal year"   pos "'s"
    num numeric date   dm day and month in digits   Y year in digits   YS spelled   YY two digits of a year
    N whole number   DEC with decimals   O ordinal   X vague count ("several")   ART article that counts as one
    hf "and a half"
    CL half of the clock   CM "o'clock", "h"   HM, H4 hour and minute in one token   MM minute   HW "noon"   Z zone
    at "alle", "a las"   ah "um"   the, of, on, ev (every), agob, agoa (ago), aheadb, aheada (from now)
    ear, lat (earlier, later)   aft, bef (after, before)   to   c hy sl dot col lp rp the signs , - / . : ( )
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any

__all__ = ["Item", "Match", "matches"]

Item = tuple[str, int, Any]
"""A word class at a token, the index past the words that make it, and what they stand for."""

_COUNTED = ("N|X|DEC U", "ART DEC? U", "N|ART U hf", "X hy U")
"""So much of a unit: "two years", "half a year", "een half jaar", "a year and a half", "une demi-heure"."""
_SHAPES = {
    "date": (
        "num",
        "S W the? N|O dot? of? M c? of? Y?",
        "W? c? the? S? N|O dot? of? M c? of? fy? Y|YS",
        "W? c? the? N|O dot? of? M YY",
        "W? c? S? HD",
        "W? c? HD c? of? Y",
        "HD of? the? S U",
        "W? c? the? S? N|O dot? of? M S?",
        "W? c? the? N|O dot? of? M of? the? S U",
        "W? c? the? N|O dot? of? M of? the? U S",
        "W? c? the? N|O of? M on Y",
        "N hy|sl M hy|sl Y",
        "Y hy|sl M hy|sl N",
        "W c? dm",
        "dm",
        "N hy M",
    ),
    "date_month_first": (
        "W? c? M N|O on Y", "M sl N", "M hy N hy Y", "W? c? M N hy Y", "W? c? M the? N|O c? of? Y|YS",
        "W? c? M the? N|O",
    ),
    "day_of_month": ("the O", "S? W c? the? O", "S? W N", "S? W lp N rp"),
    "days": ("N|O dot? hy|to|and the? N|O dot? of? M c? of? Y?",),
    "days_month_first": ("M N|O hy|to|and N|O c? Y?",),
    "years": ("fy? Y hy|sl Y|YY",),
    "month": (
        "P? hy? of? the? M c? of? fy? Y|YS",
        "P? of? M of? the? S U",
        "P? of? M of? the? U S",
        "P hy? of? the? M",
        "M hy|sl Y",
        "M on Y",
        "M of? YY",
        "S M",
        "M S",
        "M",
    ),
    "half": ("P? of? the? H of? the? fy? Y", "H of? the? S U", "H of? the? U S", "H of the? U", "S U pos H", "H"),
    "quarter": (
        "P? of? the? Q of? the? fy? Y", "Y hy? Q", "Q hy Y", "Q YY", "Q of? the? S U", "Q of? the? U S", "Q of the? U",
        "S U pos Q", "Q",
    ),
    "season": ("P? of? the? SE of? the? fy? Y|YS", "S SE", "SE S", "SE of? the? S U", "SE of? the? U S", "P? the? SE"),
    "year": ("P? hy? of? the? fy Y", "P hy? of? the? Y", "Y", "YS", "P? of? the? fy YS"),
    "decade": ("P? hy? of? the? Y hy? DS hy? U?", "P? of? the? DB of? the? Y", "DB the? of? YY", "P? of? the? YW"),
    "century": ("P? of? the? O hy? U",),
    "part": (
        "the? O|S N? U of the? M of? Y?", "the? O|S N? U of the? fy? Y", "the? O|S N? U of the? S U",
        "the? O|S N? U of the? U S", "the? O|S N? U of the? Q of? Y?", "O|S W of the? M of? Y?", "O|S W of the? S U",
        "the? N O|S U of the? fy? Y", "the? N O|S U of the? M", "the? N O|S U of the? S U", "the? N O|S U of the? U S",
    ),
    "relative": (
        "P? hy? of? the? S U", "P? hy? of? the? U S", "P hy? of? the? U", "RU", "P? of? the? RU", "PU", "PU Y",
    ),
    "weekday": (
        "P? S? W hy? DP?", "W S DP?", "W of? the? S U", "S U on? W DP?", "W DP S U", "W of? the? U S", "the? DP of? W",
        "S? WP", "W of? S DP",
    ),
    "day": ("P? D DP?", "S DP", "DP of? D", "D c? W DP?", "D c? on? the? W DP?"),
    "again": ("A U|PE", "U A", "A W", "P? A DP", "the U", "U", "Y U|PE"),
    "comparable": ("the? YA U|PE|Q|H?",),
    "ago": (
        *(f"{before}{counted}{after}" for counted in _COUNTED for before, after in (
            ("agob ", ""), ("", " agoa"), ("agob ", " agoa"),
        )),
        "agob O U", "agob U", "U agoa",
    ),
    "ahead": (*(f"aheadb {counted}" for counted in _COUNTED), *(f"{counted} aheada" for counted in _COUNTED)),
    "earlier": tuple(f"{counted} ear" for counted in _COUNTED),
    "later": tuple(f"{counted} lat" for counted in _COUNTED),
    "beside": tuple(f"{counted} aft|bef" for counted in _COUNTED),
    "span": ("the? S N|X|DEC U", "the? N|X S U", "N|X U S"),
    "set": ("ev W", "ev U", "ev N|O U", "ev W|WS DP?", "ev WP", "WS DP?", "W hy? PS"),
    "clock": (
        "HM CL Z?", "at|ah? HM CM CL? Z?", "HM CM DP", "H4 CL|Z", "H4 CM CL? Z?", "N col MM CM? CL? Z?",
        "N col MM DP", "N CL Z?",
        "at|ah? N CM CL? Z?", "at|ah? N CM MM|YY CM? Z?", "at|ah? N CM DP", "N DP", "HW",
        "N hy|to N CL|CM Z?", "HM hy|to HM CM? Z?", "N hy|to N col MM CL? Z?", "N col MM hy|to N col MM CL? Z?",
        "at N DP|CL? Z?", "at HM DP|CL? Z?", "at N col MM DP|CL? Z?",
    ),
    "part_of_day": ("the? DP",),
    "duration": ("N|X|ART|DEC hy? U", "ART DEC U", "N|ART U hf", "U"),
    "vague": ("V",),
    "deictic": ("R",),
}  # fmt: skip
"""The shapes of each rule; of two that match as far, the first listed wins."""


@dataclass(slots=True)
class _Node:
    following: dict[str, _Node] = field(default_factory=dict)
    rule: str | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Match:
    """A shape found: its rule, the index past it, and what its classes stand for, in order."""

    rule: str
    end: int
    items: tuple[Item, ...]


def _tree() -> _Node:
    root, rank = _Node(), 0
    for rule, shapes in _SHAPES.items():
        for shape in shapes:
            for row in _rows(shape):
                node, rank = root, rank + 1
                for kind in row:
                    node = node.following.setdefault(kind, _Node())
                if node.rule is None:
                    node.rule, node.rank = rule, rank
    return root


def _rows(shape: str) -> Iterator[list[str]]:
    """Yield the rows of classes that a shape stands for."""
    places = [(*part.removesuffix("?").split("|"), *([""] if part.endswith("?") else [])) for part in shape.split(" ")]
    for row in product(*places):
        kinds = [kind for kind in row if kind]
        if kinds[0] not in {"c", "of", "hy"}:
            yield kinds


_TREE = _tree()


def matches(at: int, items_at: Callable[[int], Iterable[Item]]) -> list[Match]:
    """Return the shapes that start at a token, the longest first.

    Args:
        at: index of the token.
        items_at: gives the classes of the words that start at a token.
    """
    found: list[tuple[int, int, Match]] = []
    stack: list[tuple[_Node, int, tuple[Item, ...]]] = [(_TREE, at, ())]
    while stack:
        node, place, read = stack.pop()
        for item in items_at(place):
            following = node.following.get(item[0])
            if following is None:
                continue
            row = (*read, item)
            if following.rule is not None:
                found.append((-item[1], following.rank, Match(following.rule, item[1], row)))
            if following.following:
                stack.append((following, item[1], row))
    if not found:
        return []
    return [match for *_, match in sorted(found, key=lambda entry: (entry[0], len(entry[2].items), entry[1]))]
