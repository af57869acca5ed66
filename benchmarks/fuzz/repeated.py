"""Look for texts whose cost grows faster than their length: words and signs of a language, over and over.

    python benchmarks/fuzz/repeated.py [--languages en de] [--seconds 60] [--seed 1]

A piece is drawn from the words of a language pack and from signs, and repeated to a length and to four times that. It
is printed where the longer text takes more than six times as long, or where reading it fails. Times are CPU time, the
better of two tries; what is printed may still be noise.
"""

from __future__ import annotations

import argparse
import random
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import claimcheck
from claimcheck.lang import available

PACKS = Path(claimcheck.__file__).resolve().parent / "lang" / "data"
SIGNS = [*",.;:-–—()[]/%$€£'\"°+~<>=&*#!?", "1", "12", "3.5", "1,000", "1.000,5", "2024", "12:30", "\u00a0"]
LENGTH = 4_000
GROWTH = 6.0
_LONGEST_WORD = 30
_LEAST = 0.05
"""Seconds below which nothing is measured, as the clock's steps would show."""


def words(language: str) -> list[str]:
    """Return the words of a language pack, keys of its tables among them."""
    with (PACKS / f"{language}.toml").open("rb") as file:
        return sorted({word for word in _strings(tomllib.load(file)) if len(word) < _LONGEST_WORD and "\n" not in word})


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, dict):
        yield from value
        yield from _strings([*value.values()])


def piece(chance: random.Random, known: list[str]) -> str:
    """Draw what is repeated: up to four words and signs, apart or glued."""
    return "".join(
        chance.choice(known if chance.random() < 0.6 else SIGNS) + chance.choice(["", " "])  # noqa: PLR2004
        for _ in range(chance.randint(1, 4))
    )


def cost(drawn: str, length: int, language: str) -> float:
    """Return the seconds of CPU that a text of so many characters takes, the better of two tries."""
    text = (drawn * (length // len(drawn) + 1))[:length]
    tries = []
    for _ in range(2):
        start = time.process_time()
        claimcheck.extract(text, language=language)
        tries.append(time.process_time() - start)
    return min(tries)


def main() -> int:
    """Try pieces of each language for a while; return 1 where one grew or failed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--languages", nargs="+", default=available())
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    bad = 0
    for language in args.languages:
        chance, known, tried = random.Random(args.seed), words(language), 0  # noqa: S311  # no secret
        cost("1 km. ", LENGTH, language)
        end = time.monotonic() + args.seconds
        while time.monotonic() < end:
            drawn = piece(chance, known)
            tried += 1
            try:
                short = cost(drawn, LENGTH, language)
                grown = cost(drawn, 4 * LENGTH, language) / short if short > _LEAST else 0.0
            except Exception as error:  # noqa: BLE001  # whatever breaks is what is looked for
                bad += 1
                print(f"{language} {drawn!r}: {type(error).__name__}: {error}")
                continue
            if grown > GROWTH:
                bad += 1
                print(f"{language} {drawn!r}: {short:.2f} s, {grown:.1f} times that at four times the length")
        print(f"{language}: {tried} pieces")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
