"""Accuracy and speed of quantity extraction, claimcheck's beside those of other libraries.

    python benchmarks/quantities.py                        the speed on the texts in fixtures/
    CLAIMCHECK_EVAL=<folder> python benchmarks/quantities.py   also the accuracy, and the speed, on the sets in a folder
    python benchmarks/quantities.py --peers                also quantulum3 and Recognizers-Text (`.[peers]`)
    python benchmarks/quantities.py --sets NewsQuant English --rounds 0   some sets, without the speed

The folder holds the development sets with their own scorers below `quantity`; accuracy is what those scorers say.
claimcheck was developed on these sets, and the cases that go by a language's name are Recognizers-Text's own tests.
Time is CPU time of one process in which the systems take turns; a ratio is taken in each round. The first run over the
texts stands apart: it loads what is loaded at first use, and fills the caches, most of all blank spaCy's of words.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from quantity_speed import YARDSTICK, Speed, Spread, fixture_texts, speeds
from quantity_systems import CODES, Row, System, attempt, own_systems, peer_systems, versions

PROTOCOLS = {"paper": ("value", "value+unit", "value+change"), "strict": ("value", "value+unit", "all")}
CASE_MEASURES = ("value", "value+unit")
TIMED_SET = "NewsQuant"


class EvaluationError(Exception):
    """The folder of the development sets cannot be used."""


# Accuracy


@dataclass(slots=True)
class Score:
    """F1 in percent on one set, by system and measure."""

    set: str
    texts: int
    protocol: str
    f1: dict[str, dict[str, float]] = field(default_factory=dict)


class Evaluation:
    """The sets in a folder, and what its own scorers say of a system."""

    def __init__(self, folder: str) -> None:
        home = Path(folder, "quantity")
        if not (home / "score.py").is_file():
            raise EvaluationError(f"CLAIMCHECK_EVAL names {folder}, in which there is no quantity/score.py")
        sys.path.insert(0, str(home))
        self.score, self.recognizers = (importlib.import_module(name) for name in ("score", "recognizers"))
        self.errata = json.loads((home / "errata.json").read_text(encoding="utf-8"))
        specs = home / "recognizers" / "Specs"
        found = {path.name for kind in ("Number", "NumberWithUnit") for path in (specs / kind).glob("*")}
        self.languages = {name: CODES[name] for name in sorted(CODES.keys() & found)}
        self.notes = [f"{name} is left out: CODES has no code for it" for name in sorted(found - CODES.keys())]
        self.failures: Counter[str] = Counter()

    @property
    def names(self) -> list[str]:
        """The sets of sentences, and the languages of the cases."""
        return [*self.score.SETS, *self.languages]

    def gold(self, name: str) -> tuple[list[Any], set[int]]:
        """Return the gold of a set, and the ids of those of its texts whose gold is wrong."""
        return self.score.load_gold(name), {int(number) for number in self.errata.get(name, {})}

    def texts(self, name: str) -> list[str]:
        """Return the texts of a set whose gold holds."""
        gold, wrong = self.gold(name)
        return [text for number, text, _ in gold if number not in wrong]

    def on_sets(self, names: Iterable[str], systems: Sequence[System]) -> list[Score]:
        """Score systems on those of the named sets that are here."""
        here = [name for name in self.names if name in names]
        return [
            score
            for name in here
            for score in (self.on_cases if name in self.languages else self.on_set)(name, systems)
        ]

    def on_set(self, name: str, systems: Sequence[System]) -> list[Score]:
        """Score systems on a set of sentences, by both protocols."""
        gold, wrong = self.gold(name)
        scores = [Score(name, len(self.texts(name)), protocol) for protocol in PROTOCOLS]
        for system in systems:
            if run := system.rows("en"):
                said = self._predictions(system.name, run, [(name, number, text) for number, text, _ in gold])
                figures = self.score.evaluate(gold, said, name, wrong)[0]
                for score in scores:
                    kept = [measure for measure in PROTOCOLS[score.protocol] if (score.protocol, measure) in figures]
                    score.f1[system.name] = {key: 100 * figures[score.protocol, key][2] for key in kept}
        return scores

    def on_cases(self, name: str, systems: Sequence[System]) -> list[Score]:
        """Score systems on the cases of a language, by kind and in all."""
        loaded = {model: self.recognizers.load(name, model) or [] for model in self.recognizers.MODELS}
        cases = {f"{name}/{model}": (model, found) for model, found in loaded.items() if found}
        scores = {key: Score(key, len(found), "cases") for key, (_, found) in cases.items()}
        total = Score(f"{name}/all", sum(score.texts for score in scores.values()), "cases")
        for system in systems:
            if run := system.rows(self.languages[name]):
                texts = [(key, case[0], case[1]) for key, (_, found) in cases.items() for case in found]
                said = self._predictions(system.name, run, texts)
                counts = {key: self._count(key, *cases[key], said) for key in cases}
                for key, counted in counts.items():
                    scores[key].f1[system.name] = self._f1(counted)
                total.f1[system.name] = self._f1(sum(counts.values(), Counter()))
        return [*scores.values(), total]

    def _count(self, key: str, model: str, cases: Iterable[Any], said: Mapping[Any, Any]) -> Counter[str]:
        criteria = self.recognizers.criteria(model)
        counted: Counter[str] = Counter()
        for number, _, gold, _ in cases:
            kept = [found for found in said[key, number][1] if self.recognizers.keep(model, found)]
            counted.update(gold=len(gold), said=len(kept))
            counted.update({name: self.score.matching(gold, kept, criteria[name])[0] for name in CASE_MEASURES})
        return counted

    def _f1(self, counted: Counter[str]) -> dict[str, float]:
        return {key: 100 * self.score.prf(counted[key], counted["gold"], counted["said"])[2] for key in CASE_MEASURES}

    def _predictions(self, system: str, run: Callable[[str], list[Row]], texts: Iterable[tuple[str, int, str]]) -> Any:
        """Return what a system says of texts, as the scorer loads it; where it fails it says nothing."""
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch, "said.jsonl")
            with path.open("w", encoding="utf-8") as lines:
                for name, number, text in texts:
                    rows = attempt(run, text)
                    self.failures[system] += rows is None
                    lines.write(json.dumps({"set": name, "id": number, "text": text, "quantities": rows or []}) + "\n")
            return self.score.load_preds(path)


# Tables


def table(header: Sequence[str], rows: Iterable[Sequence[str]], left: int) -> str:
    """Return rows in columns: so many to the left, the others to the right; what repeats in the first is left out."""
    lines = [list(header), *(list(row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for above, line in reversed(list(pairwise(lines))):
        line[0] = "" if line[0] == above[0] else line[0]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if place < left else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def accuracy_table(scores: Sequence[Score], systems: Sequence[str]) -> str:
    """Return F1 by set and protocol, a system a column."""
    rows = [
        [f"{score.set} ({score.texts})", _measures(score), *(_percents(score.f1.get(name)) for name in systems)]
        for score in scores
    ]
    return table(["set (texts)", "F1 in percent", *systems], rows, left=2)


def _measures(score: Score) -> str:
    names = next(iter(score.f1.values()), {})
    return f"{score.protocol}: " + " / ".join(name.replace("value+", "+") for name in names)


def _percents(figures: Mapping[str, float] | None) -> str:
    return " / ".join(f"{figure:.1f}" for figure in figures.values()) if figures else "-"


def speed_table(measured: Sequence[Speed]) -> str:
    """Return CPU times by texts and system, and what each is a ratio to as columns."""
    bases = sorted({base for speed in measured for base in speed.ratios}, key=lambda name: (name != YARDSTICK, name))
    rows = [
        [
            f"{speed.set} ({speed.texts}, {speed.kilobytes:.0f} kB)",
            speed.system,
            f"{speed.first_milliseconds:.0f}",
            show(speed.milliseconds),
            *(show(speed.ratios.get(base)) for base in bases),
        ]
        for speed in measured
    ]
    return table(
        ["texts", "CPU time, median (least-most)", "first ms", "ms", *(f"/ {base}" for base in bases)], rows, left=2
    )


def show(found: Spread | None) -> str:
    """Return a spread in three digits."""
    if found is None:
        return "-"
    median, low, high = (f"{figure:.0f}" if figure >= 100 else f"{figure:#.3g}" for figure in found)  # noqa: PLR2004
    return f"{median} ({low}-{high})"


# Command line


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and write the figures; return the exit code."""
    parser = argparse.ArgumentParser(description="Measure the accuracy and the speed of quantity extraction.")
    parser.add_argument("--peers", action="store_true", help="measure quantulum3 and Recognizers-Text as well")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of timing; 0 leaves the speed out")
    parser.add_argument("--sets", nargs="+", help="only these sets, languages of cases, or fixtures")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file")
    options = parser.parse_args(arguments)
    folder = os.environ.get("CLAIMCHECK_EVAL")
    try:
        evaluation = Evaluation(folder) if folder else None
    except EvaluationError as error:
        print(error, file=sys.stderr)
        return 2
    known = ["fixtures", *(evaluation.names if evaluation else ())]
    sets = options.sets or known
    if unknown := sorted({*sets} - {*known}):
        parser.error(f"there is no set {', '.join(unknown)}; there are: {', '.join(known)}")
    peers, notes = peer_systems() if options.peers else ([], [])
    _report([*own_systems(), *peers], evaluation, sets, options, notes)
    return 0


def _report(
    systems: Sequence[System],
    evaluation: Evaluation | None,
    sets: Sequence[str],
    options: argparse.Namespace,
    notes: list[str],
) -> None:
    print(*(f"{name} {version}" for name, version in versions().items()), sep=", ")
    measured: list[Speed] = []
    # Before the accuracy, which would fill the caches.
    for name, language, texts in _timed_texts(evaluation, sets) if options.rounds > 0 else ():
        timed = speeds(name, language, texts, systems, options.rounds)
        measured += timed
        if timed[0].texts < len(texts):
            notes.append(f"{name} is timed without {len(texts) - timed[0].texts} texts on which a system fails")
    scores = evaluation.on_sets(sets, systems) if evaluation else []
    if evaluation:
        notes += evaluation.notes
        notes += [f"{name} fails on {count} texts of the sets" for name, count in evaluation.failures.items() if count]
    else:
        notes.append("the accuracy is left out: CLAIMCHECK_EVAL does not name the folder of the development sets")
    if scores:
        print("", accuracy_table(scores, [system.name for system in systems]), sep="\n")
    if measured:
        print("", speed_table(measured), sep="\n")
    print("", *notes, sep="\n")
    if options.json:
        figures = {
            "versions": versions(),
            "accuracy": [asdict(score) for score in scores],
            "speed": [asdict(speed) for speed in measured],
            "notes": notes,
        }
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _timed_texts(evaluation: Evaluation | None, sets: Sequence[str]) -> Iterator[tuple[str, str, list[str]]]:
    """Yield name, language and texts of what the speed is measured on."""
    if evaluation and TIMED_SET in sets:
        yield TIMED_SET, "en", evaluation.texts(TIMED_SET)
    if "fixtures" in sets:
        for language, texts in fixture_texts().items():
            yield f"fixtures {language}", language, texts


if __name__ == "__main__":
    sys.exit(main())
