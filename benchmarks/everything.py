"""Run all benchmarks of speed, memory and growth, one after the other, beside the peers that are installed.

    CLAIMCHECK_EVAL=... python benchmarks/everything.py [--articles 10000] [--claims 100000 1000000]

Without CLAIMCHECK_EVAL, the folder of the development sets, `records.py` is left out, and the others print no accuracy
that needs them. Peers are quantulum3 and Recognizers-Text (extra `peers`) and Splink (`pip install splink`).
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def commands(articles: int, claims: list[int]) -> list[list[str]]:
    """Return the scripts to run, with their arguments."""
    sizes = [str(size) for size in claims]
    peers = ["--peers"] if importlib.util.find_spec("quantulum3") is not None else []
    splink = ["--splink"] if importlib.util.find_spec("splink") is not None else []
    evaluated = [["records.py", "--claims", *sizes, *splink]]
    return [
        ["scale.py", "--articles", str(articles)],
        ["growth.py"],
        ["quantities.py", *peers],
        ["times.py"],
        ["roles.py", "--speed"],
        *(evaluated if "CLAIMCHECK_EVAL" in os.environ else []),
    ]


def main() -> int:
    """Run each script in a process of its own; return the number of those that failed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--claims", type=int, nargs="*", default=[100_000, 1_000_000])
    args = parser.parse_args()
    failed = 0
    for script, *arguments in commands(args.articles, args.claims):
        print(f"\n== {' '.join((script, *arguments))}", flush=True)
        failed += subprocess.run([sys.executable, str(HERE / script), *arguments], check=False).returncode != 0  # noqa: S603
    return failed


if __name__ == "__main__":
    raise SystemExit(main())
