"""Accuracy and speed of time expressions.

    python benchmarks/times.py                 the speed on the texts in fixtures/, beside dateparser's search
    CLAIMCHECK_EVAL=<folder> python benchmarks/times.py   also the accuracy on the sets in a folder

The folder holds the development sets with their own scorer below `temporal`; sets that it cannot read are named and
left out. claimcheck was developed on these sets. Time is CPU time of one process in which the systems take turns.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import claimcheck
from quantities import EvaluationError, speed_table, table
from quantity_speed import fixture_texts, speeds
from quantity_systems import System

MEASURES = ("strict", "relaxed", "value", "dated")


def to_row(mention: Any) -> dict[str, Any]:
    """Write a time as the scorer reads it."""
    when = mention.when
    row = {"start": mention.start, "end": mention.end, "text": mention.text}
    row |= {"value": when.timex3, "type": when.timex3_type}
    if when.earliest is not None and when.latest is not None:
        row["interval"] = [when.earliest.isoformat(), when.latest.isoformat()]
    return row


def accuracy(folder: str) -> tuple[list[list[str]], list[str]]:
    """Return a row of F1 in percent for each set of a folder, and which sets cannot be read."""
    home = Path(folder, "temporal")
    if not (home / "score.py").is_file():
        raise EvaluationError(f"CLAIMCHECK_EVAL names {folder}, in which there is no temporal/score.py")
    sys.path.insert(0, str(home))
    gold, score = importlib.import_module("gold"), importlib.import_module("score")
    rows, notes = [], []
    for name in gold.SETS:
        try:
            documents = gold.load(name)
        except Exception as error:  # noqa: BLE001  # whatever the scorer's loader raises
            notes.append(f"{name} is left out: {type(error).__name__}")
            continue
        said = {
            document["doc"]: [
                to_row(mention)
                for mention in claimcheck.times(
                    document["text"], language=document["lang"], date=date.fromisoformat(document["dct"][:10])
                )
            ]
            for document in documents
        }
        figures: Mapping[str, tuple[float, float, float]] = score.evaluate(name, said)[2]
        rows.append([name, str(len(documents)), *(f"{100 * figures[measure][2]:.1f}" for measure in MEASURES)])
    return rows, notes


def systems() -> list[System]:
    """Return what is timed: times, quantities, which read the times as well, and dateparser's search."""

    def search(language: str) -> Callable[[str], object]:
        from dateparser.search import search_dates  # noqa: PLC0415

        return partial(search_dates, languages=[language])

    calls: dict[str, Callable[[str], Callable[[str], object] | None]] = {
        "claimcheck.times": lambda language: partial(claimcheck.times, language=language),
        "claimcheck.quantities": lambda language: partial(claimcheck.quantities, language=language),
        "dateparser.search": search,
    }
    return [System(name, call, lambda _: None) for name, call in calls.items()]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print the figures; return the exit code."""
    parser = argparse.ArgumentParser(description="Measure the accuracy and the speed of time expressions.")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of timing; 0 leaves the speed out")
    options = parser.parse_args(arguments)
    notes = ["the accuracy is left out: CLAIMCHECK_EVAL does not name the folder of the development sets"]
    if options.rounds > 0:
        measured = [
            speed
            for language, texts in fixture_texts().items()
            for speed in speeds(f"fixtures {language}", language, texts, systems(), options.rounds)
        ]
        print(speed_table(measured))
    if folder := os.environ.get("CLAIMCHECK_EVAL"):
        try:
            rows, notes = accuracy(folder)
        except EvaluationError as error:
            print(error, file=sys.stderr)
            return 2
        print("", table(["set", "texts", *MEASURES], rows, left=1), sep="\n")
    print("", *notes, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
