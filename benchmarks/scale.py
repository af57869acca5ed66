"""Show what extracting from many articles costs, in one process and several, and into a store.

    python benchmarks/scale.py [--articles 2000] [--jobs 2]

The corpus is the articles of `fixtures/`, again and again, each time with other names. They are near copies all the
same, so that linking them would tell little: `growth.py` shows what that costs, on stories made by rule.
Times are wall clock; each stage runs in a process of its own, whose peak memory is printed, children left out. The
yardstick is blank spaCy, tokenising the same texts.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import spacy

import claimcheck
from claimcheck import Article, Config, Store
from claimcheck.pipeline.extraction import extracted

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
_NAME = re.compile(r"\b[A-ZÄÖÜÉ][a-zäöüßéèêáíóúãõç]{4,}\b")
STAGES = ("tokenise", "extract", "extract in processes", "add", "add again", "facts")


def corpus(count: int) -> Iterator[Article]:
    """Yield articles: the fixtures again and again, each time with other names, so that each time tells new stories."""
    originals = claimcheck.read(sorted(FIXTURES.glob("*/*.txt")))
    for number in range(count):
        article, world = originals[number % len(originals)], number // len(originals)
        yield replace(article, id=f"a{number}", text=_NAME.sub(partial(_renamed, world), article.text), path=None)


def _renamed(world: int, match: re.Match[str]) -> str:
    """Return another name for a name, the same all over one world."""
    if not world:
        return match.group()
    chance = random.Random(f"{world} {match.group()}")  # noqa: S311  # a benchmark
    return match.group()[0] + "".join(chance.choice("aeiou") + chance.choice("lmnrst") for _ in range(3))


def stage(name: str, articles: list[Article], jobs: int, store: Path) -> dict[str, float]:
    """Run one stage; return seconds and what it made."""
    made: dict[str, float] = {}
    start = time.perf_counter()
    match name:
        case "tokenise":
            tokenise = spacy.blank("en")
            start = time.perf_counter()
            made["tokens"] = sum(len(tokenise(article.text)) for article in articles)
        case "extract" | "extract in processes":
            settings = Config(model="none", jobs=1 if name == "extract" else jobs)
            made["claims"] = sum(len(item.claims) for item in extracted(articles, settings, print))
        case "facts":
            linked = Store(store).facts(store.with_name("facts"))
            made |= {"claims": linked.claims, "facts": linked.facts}
        case _:
            made["new"] = Store(store).add(articles, config=Config(model="none")).new
    made["seconds"] = time.perf_counter() - start
    made["MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return made


def main() -> int:
    """Run each stage in a process of its own and print a line for it; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--stage", help=argparse.SUPPRESS)
    parser.add_argument("--store", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    articles = list(corpus(args.articles))
    if args.stage:
        print(json.dumps(stage(args.stage, articles, args.jobs, args.store)))
        return 0
    size = sum(len(article.text.encode()) for article in articles) / 1e6
    print(f"{len(articles):,} articles, {size:.2f} MB")
    print(f"{'':24} {'seconds':>8} {'articles/s':>11} {'MB/s':>7} {'peak MB':>8}")
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.duckdb"
        for name in STAGES:
            command = [sys.executable, __file__, "--articles", str(args.articles), "--jobs", str(args.jobs)]
            out = subprocess.run(  # noqa: S603  # this script
                [*command, "--stage", name, "--store", str(store)], check=True, capture_output=True, text=True
            ).stdout
            made = json.loads(out)
            seconds = made.pop("seconds")
            speed = f"{seconds:8.2f} {len(articles) / seconds:11,.0f} {size / seconds:7.2f} {made.pop('MB'):8.0f}"
            print(f"{name:24} {speed}  {', '.join(f'{number:,.0f} {what}' for what, number in made.items())}")
        print(f"the store takes {store.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
