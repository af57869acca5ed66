"""The accuracy gate: measures claimcheck on the stories in `fixtures/` and holds the figures to their floors.

    python benchmarks/gate.py                            print the figures; fail if one is below its floor
    python benchmarks/gate.py --errors                   also print what was missed, wrong or too much
    python benchmarks/gate.py --update                   write the figures, rounded down, as the new floors
    python benchmarks/gate.py --update --allow-regression   the same where a floor gets lower

The floors in `gate.toml` go with a digest of the fixtures, so that changed fixtures do not pass unseen. What the gold
files hold is told in `fixtures/README.md`. Gold is read in `gate_gold.py`, scored in `gate_score.py`; `gate_floors.py`
keeps the floors.
"""

from __future__ import annotations

import argparse
import sys
from functools import reduce
from typing import TYPE_CHECKING

import gate_floors
from gate_gold import stories
from gate_score import Score, figures, measure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and check or update the floors; 0 is a pass."""
    parser = argparse.ArgumentParser(description="Measure accuracy on the fixtures and hold it to its floors.")
    parser.add_argument("--errors", action="store_true", help="print what was missed, wrong or too much")
    parser.add_argument("--update", action="store_true", help="write the figures as the new floors")
    parser.add_argument("--allow-regression", action="store_true", help="let --update lower a floor")
    options = parser.parse_args(arguments)

    scores = {folder.name: measure(folder) for folder in stories()}
    total = reduce(Score.__add__, scores.values(), Score())
    known = gate_floors.read_floors() if gate_floors.FLOORS.exists() else None
    _print_table(scores | {"all": total}, known)
    if options.errors:
        print("", *total.errors, sep="\n")
    if options.update:
        return _update(total, known, allow_regression=options.allow_regression)
    return _check(total, known)


def _print_table(scores: Mapping[str, Score], known: gate_floors.Floors | None) -> None:
    columns = {name: figures(scored) for name, scored in scores.items()}
    width = max(len(name) for name in columns)
    print(f"{'':22}" + "".join(f"{name:>{width + 2}}" for name in columns) + "   floor")
    for figure in figures(Score()):
        row = "".join(f"{column[figure]:>{width + 2}.3f}" for column in columns.values())
        floor = known.floors.get(figure) if known else None
        print(f"{figure:22}{row}" + ("       -" if floor is None else f"{floor:8.2f}"))
    hits = "".join(f"{len(scored.non_claims):>{width + 2}}" for scored in scores.values())
    print(f"{'non_claims_hit':22}{hits}       0")


def _update(total: Score, known: gate_floors.Floors | None, *, allow_regression: bool) -> int:
    measured = figures(total)
    worse = gate_floors.lowered(known.floors, measured) if known else []
    worse += [f"non-claim {hit}" for hit in total.non_claims]
    if worse and not allow_regression:
        print("\nnot updated, this is worse than before (--allow-regression does it all the same):", *worse, sep="\n  ")
        return 1
    gate_floors.FLOORS.write_text(gate_floors.to_toml(gate_floors.digest(), measured), encoding="utf-8")
    print(f"\nwrote {gate_floors.FLOORS.name}")
    return 0


def _check(total: Score, known: gate_floors.Floors | None) -> int:
    if known is None:
        print(f"\nthere is no {gate_floors.FLOORS.name}: run with --update")
        return 1
    failures = [f"below its floor: {line}" for line in gate_floors.lowered(known.floors, figures(total))]
    failures += [f"non-claim {hit}" for hit in total.non_claims]
    if known.digest != gate_floors.digest():
        failures.append("the fixtures have changed: run with --update and look at the diff")
    if failures:
        print("", *failures, sep="\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
