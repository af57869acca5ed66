"""Show what linking and comparing claim records by columns costs and finds, beside Splink 5 on the same records.

    CLAIMCHECK_EVAL=... python benchmarks/records.py [--claims 100000 1000000] [--jobs 2] [--splink]

Records with known truth are made by `scale/generate.py` of the evaluation: stories of very unequal size, near twins,
aliases, and conflicts planted. Each system runs in a process of its own, reading the records included. Seconds are wall
clock, CPU time and peak memory those of that process; where it starts others, it does not know theirs, and neither is
given. Precision and recall are over pairs of claims, `conflicts R` over those that are in conflict. Splink (`pip
install splink`) is run by `scale/run_splink.py`, and shown at the best of its thresholds.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from claimcheck.pipeline.archive import CLAIMS, link_archive
from claimcheck.scale import in_turn, on_processes

_PART = 100_000
_ABOUT = 0.05


def records(made: pa.Table) -> pa.Table:
    """Return generated claims as the records that `link_archive` takes."""
    number = made["value_base"].to_numpy()
    rounding = _rounding(number)
    bound = made["bound"].to_numpy(zero_copy_only=False)
    slack = rounding + np.where(bound == "~", _ABOUT * np.abs(number), 0.0)
    return pa.table(
        {
            "claim": made["claim_id"],
            "article": made["article_id"],
            "subject": made["subject"],
            "predicate": made["predicate"],
            "unit": made["dimension"],
            "number": number,
            "rounding": rounding,
            "low": pa.array(number - slack, mask=bound == "<="),
            "high": pa.array(number + slack, mask=bound == ">="),
            "published": made["published"],
            "day": made["event_date"],
        }
    )


def _rounding(numbers: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Return half a unit of the last significant place of each number."""
    size = np.floor(np.log10(np.maximum(np.abs(numbers), 1e-300)))
    leading = np.abs(numbers) / 10**size
    digits = np.full(len(numbers), 15)
    for count in range(14, 0, -1):
        scaled = leading * 10 ** (count - 1)
        digits = np.where(np.abs(np.round(scaled) - scaled) < 1e-6, count, digits)  # noqa: PLR2004  # float noise
    return np.asarray(0.5 * 10 ** (size - digits + 1))


def ours(folder: Path, jobs: int) -> dict[str, float]:
    """Link the files of a folder; return what it cost."""
    files = sorted((folder / "records").glob("*.parquet"))
    engine = on_processes(jobs, module=link_archive.__module__) if jobs > 1 else in_turn
    link_archive(files, folder / "out", engine=engine, at_once=jobs)
    if jobs > 1:  # only the cost of this process is known
        return {"cpu": math.nan, "peak_rss_mb": math.nan}
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return {"cpu": usage.ru_utime + usage.ru_stime, "peak_rss_mb": usage.ru_maxrss / 1024}


def compare(claims: int, jobs: int, evaluation: Path, *, splink: bool) -> list[tuple[str, dict[str, Any]]]:
    """Make records and run the systems on them; return a row of figures for each."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        table = _module(evaluation / "generate.py").generate(claims)
        pq.write_table(table, folder / "made.parquet")
        (folder / "records").mkdir()
        given = records(table)
        for number, first in enumerate(range(0, claims, _PART)):
            pq.write_table(given.slice(first, _PART), folder / "records" / f"{number:04}.parquet")
        rows = []
        for count in dict.fromkeys((1, jobs)):
            cost = _run(__file__, "--folder", str(folder), "--jobs", str(count))
            linked = pq.read_table(folder / "out" / CLAIMS, columns=["claim", "fact"]).sort_by("claim")
            found = _module(evaluation / "evaluate.py").score(
                linked["fact"].to_numpy(),
                table.sort_by("claim_id")["gold_fact"].to_numpy(),
                table.sort_by("claim_id")["conflict"].to_numpy(zero_copy_only=False) != "none",
            )
            rows.append((f"claimcheck, {count} process{'es' if count > 1 else ''}", {**cost, **found}))
        if splink:
            said = _run(str(evaluation / "run_splink.py"), "--claims", str(folder / "made.parquet"))
            best = max(said["at_threshold"].values(), key=lambda scores: scores["f1"])
            rows.append((str(said["tool"]), {**said, **best}))
        return rows


def _run(script: str, *arguments: str) -> dict[str, Any]:
    start = time.perf_counter()
    done = subprocess.run([sys.executable, script, *arguments], check=True, capture_output=True, text=True)  # noqa: S603
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return {**said, "wall": time.perf_counter() - start}


def _module(file: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(file.stem, file)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{file}: cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> int:
    """Print a row of figures for each size and system; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--claims", type=int, nargs="*", default=[100_000, 1_000_000])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--splink", action="store_true")
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.folder is not None:
        print(json.dumps(ours(args.folder, args.jobs)))
        return 0
    if "CLAIMCHECK_EVAL" not in os.environ:
        parser.error("set CLAIMCHECK_EVAL to the folder of the evaluation")
    evaluation = Path(os.environ["CLAIMCHECK_EVAL"]) / "scale"
    heads = ("seconds", "CPU s", "us/claim", "MB", "P", "R", "F1", "conflicts R")
    print(f"{'claims':>9}  {'system':<26}", *(f"{head:>8}" for head in heads))
    for claims in args.claims:
        for system, row in compare(claims, args.jobs, evaluation, splink=args.splink):
            figures = (
                *(f"{figure:8.1f}" for figure in (row["wall"], row["cpu"], row["cpu"] / claims * 1e6)),
                f"{row['peak_rss_mb']:8.0f}",
                *(f"{row[name]:8.3f}" for name in ("precision", "recall", "f1", "conflict_pair_recall")),
            )
            print(f"{claims:9,}  {system:<26}", *figures)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
