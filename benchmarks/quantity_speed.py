"""The CPU time of quantity extraction, as `quantities.py` prints it."""

from __future__ import annotations

import math
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

import spacy

import claimcheck
from claimcheck.adapters.langid import rank_languages
from quantity_systems import System, attempt

__all__ = ["YARDSTICK", "Speed", "Spread", "fixture_texts", "ratio", "speeds", "spread", "time_rounds"]

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
YARDSTICK = "blank spaCy"
_TURN = 0.2
"""Seconds that a turn takes at least, so that the clock's steps do not show."""
_MOST = 1000
"""How many runs make a turn at most, however coarse the clock."""


class Spread(NamedTuple):
    """The median of several rounds, and the least and the most."""

    median: float
    low: float
    high: float


@dataclass(slots=True)
class Speed:
    """CPU time of one system on one set of texts: at first sight, in later rounds, and as a ratio to that of others."""

    set: str
    texts: int
    kilobytes: float
    system: str
    first_milliseconds: float
    milliseconds: Spread
    ratios: dict[str, Spread]


def time_rounds(
    runs: Mapping[str, Callable[[], object]], rounds: int, clock: Callable[[], float] = time.process_time
) -> dict[str, list[float]]:
    """Return the seconds that each run takes in each round, where they take turns.

    A first run of each, which fills the caches, tells how many make a turn long enough to be timed.
    """
    repeats = {name: math.ceil(_TURN / max(_seconds(run, 1, clock), _TURN / _MOST)) for name, run in runs.items()}
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            times[name].append(_seconds(run, repeats[name], clock))
    return times


def _seconds(run: Callable[[], object], repeats: int, clock: Callable[[], float]) -> float:
    start = clock()
    for _ in range(repeats):
        run()
    return (clock() - start) / repeats


def spread(figures: Sequence[float]) -> Spread:
    """Return the median of figures, and their ends."""
    return Spread(statistics.median(figures), min(figures), max(figures))


def ratio(times: Sequence[float], base: Sequence[float]) -> Spread:
    """Return how many times the base each round takes."""
    return spread([one / other for one, other in zip(times, base, strict=True)])


def speeds(name: str, language: str, texts: Sequence[str], systems: Sequence[System], rounds: int) -> list[Speed]:
    """Time systems on the texts that all of them can read; claimcheck is compared with each peer as well."""
    calls = {system.name: call for system in systems if (call := system.call(language))}
    tokenise = spacy.blank("en").pipe
    readers: dict[str, Callable[[Iterable[str]], list[object]]] = {
        name: partial(_read, call) for name, call in calls.items()
    }
    readers[YARDSTICK] = lambda texts: list(tokenise(texts))
    first: dict[str, float] = {}
    readable = list(texts)
    for key, reader in readers.items():
        start = time.process_time()
        said = reader(texts)
        first[key] = time.process_time() - start
        readable = [text for text, one in zip(texts, said, strict=True) if one is not None and text in readable]
    times = time_rounds({key: partial(reader, readable) for key, reader in readers.items()}, rounds)
    kilobytes = sum(len(text.encode()) for text in readable) / 1000
    return [
        Speed(
            name,
            len(readable),
            kilobytes,
            key,
            1000 * first[key],
            spread([1000 * taken for taken in times[key]]),
            {base: ratio(times[key], times[base]) for base in _bases(key, times)},
        )
        for key in times
    ]


def _bases(name: str, others: Iterable[str]) -> list[str]:
    """Return what a system is compared with: claimcheck with everything else, the peers with the yardstick."""
    if name.startswith("claimcheck."):
        return [other for other in others if not other.startswith("claimcheck.")]
    return [] if name == YARDSTICK else [YARDSTICK]


def _read(call: Callable[[str], object], texts: Iterable[str]) -> list[object]:
    return [attempt(call, text) for text in texts]


def fixture_texts() -> dict[str, list[str]]:
    """Return the texts of the fixtures by language; none is extracted from yet, which would fill the caches."""
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for article in claimcheck.read(sorted(FIXTURES.glob("*/*.txt"))):
        texts[article.language or rank_languages(article.text)[0]].append(article.text)
    return dict(sorted(texts.items()))
