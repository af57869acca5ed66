"""The benchmark of quantity extraction: its own arithmetic and tables, and what it says where something is not here."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from claimcheck.model import Bound, Claim, ClaimKind, Granularity, Quantity, TimeForm, Trend, When, WhenKind

ROOT = Path(__file__).resolve().parent.parent
TEXT = "The wall is up 3 m since May."
THREE = Quantity(Decimal(3), Decimal(3), Decimal(3), "meter", trend=Trend.UP)
CLAIM = Claim("c", "a", ClaimKind.QUANTITY, 15, 18, "3 m", (0, len(TEXT)), THREE)
MAY = Claim(
    "d", "a", ClaimKind.DATE, 25, 28, "May", (0, len(TEXT)), when=When(TimeForm(WhenKind.POINT, Granularity.MONTH))
)
ROW = {"start": 15, "end": 18, "surface": "3 m", "value": 3.0, "low": 3.0, "high": 3.0} | {
    "bound": "=",
    "trend": "up",
    "unit": "meter",
}


@pytest.fixture
def quantities(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("quantities")


@pytest.fixture
def speed(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("quantity_speed")


@pytest.fixture
def systems(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("quantity_systems")


# Rows


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        (THREE, {}),
        (replace(THREE, trend=None, unit=""), {"trend": None, "unit": ""}),
        (replace(THREE, bound=Bound.AT_LEAST, high=None), {"bound": ">=", "high": None}),
        (
            replace(THREE, bound=Bound.RANGE, value=None, high=Decimal("4.5")),
            {"bound": "range", "value": None, "high": 4.5},
        ),
    ],
)
def test_a_claim_becomes_a_row(systems: ModuleType, quantity: Quantity, expected: dict[str, Any]) -> None:
    assert systems.to_rows(TEXT, [MAY, replace(CLAIM, quantity=quantity)]) == [ROW | expected]


def test_a_bare_quantity_with_its_place_becomes_the_same_row(systems: ModuleType) -> None:
    @dataclass
    class Bare:
        start: int
        end: int
        quantity: Quantity

    assert systems.to_rows(TEXT, [Bare(15, 18, THREE)]) == [ROW]


def test_every_bound_has_a_sign(systems: ModuleType) -> None:
    assert set(systems.SIGNS) == {str(bound) for bound in Bound}


def test_a_language_without_a_pack_has_no_figures(systems: ModuleType) -> None:
    extract, *_ = systems.own_systems()
    assert (extract.name, extract.rows("xx"), extract.call("xx")) == ("claimcheck.extract", None, None)
    assert extract.rows("en")(TEXT)[0]["surface"] == "3 m"


def test_a_peer_that_is_not_installed_is_named_with_what_installs_it(
    systems: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("quantulum3.parser", "recognizers_number"):
        monkeypatch.setitem(sys.modules, name, None)
    found, notes = systems.peer_systems()
    assert found == []
    assert [note.split()[0] for note in notes] == ["quantulum3", "Recognizers-Text"]
    assert all(note.endswith("pip install -e '.[peers]'") for note in notes)


# Speed


class FakeClock:
    """Tells the seconds that the runs it made say they took."""

    def __init__(self) -> None:
        self.now = 0.0
        self.order: list[str] = []

    def __call__(self) -> float:
        return self.now

    def run(self, name: str, *seconds: float) -> Callable[[], None]:
        left = list(seconds)

        def work() -> None:
            self.order.append(name)
            self.now += left.pop(0) if len(left) > 1 else left[0]

        return work


def test_the_runs_take_turns_after_a_first_run_of_each(speed: ModuleType) -> None:
    clock = FakeClock()
    times = speed.time_rounds({"a": clock.run("a", 5, 1, 2), "b": clock.run("b", 1)}, 2, clock)
    assert "".join(clock.order) == "ababab"
    assert times == {"a": [1, 2], "b": [1, 1]}


@pytest.mark.parametrize(("seconds", "runs"), [(0.5, 1), (0.125, 2), (0.0, 1000)])
def test_a_short_run_is_repeated_within_its_turn(speed: ModuleType, seconds: float, runs: int) -> None:
    clock = FakeClock()
    assert speed.time_rounds({"a": clock.run("a", seconds)}, 1, clock) == {"a": [seconds]}
    assert len(clock.order) == 1 + runs


def test_a_ratio_is_taken_in_each_round(speed: ModuleType) -> None:
    assert speed.ratio([2.0, 12.0, 9.0], [1.0, 2.0, 3.0]) == speed.Spread(3.0, 2.0, 6.0)


def test_claimcheck_is_compared_with_each_system_on_the_texts_that_all_can_read(
    speed: ModuleType, systems: ModuleType
) -> None:
    def fails_on_b(text: str) -> int:
        return {"a": 1}[text]

    ours = systems.System("claimcheck.extract", lambda _: len, lambda _: None)
    peer = systems.System("peer", lambda _: fails_on_b, lambda _: None)
    mute = systems.System("mute", lambda _: None, lambda _: None)
    measured = speed.speeds("letters", "en", ["a", "b"], [ours, peer, mute], 1)
    assert {one.system: set(one.ratios) for one in measured} == {
        "claimcheck.extract": {"peer", "blank spaCy"},
        "peer": {"blank spaCy"},
        "blank spaCy": set(),
    }
    assert {one.texts for one in measured} == {1}


def test_the_fixtures_are_timed_by_language(speed: ModuleType) -> None:
    texts = speed.fixture_texts()
    assert set(texts) == {"de", "en", "es", "fr", "it", "nl"}
    assert sum(map(len, texts.values())) == len(list((ROOT / "fixtures").glob("*/*.txt")))


# Tables


def test_columns_are_aligned_and_a_repeated_name_stands_once(quantities: ModuleType) -> None:
    rows = [["long set", "x", "1"], ["long set", "y", "10.5"], ["b", "x", "2"]]
    assert quantities.table(["set", "m", "one"], rows, left=2).splitlines() == [
        "set       m   one",
        "long set  x     1",
        "          y  10.5",
        "b         x     2",
    ]


def test_a_system_without_figures_has_a_dash(quantities: ModuleType) -> None:
    score = quantities.Score("French/Age", 18, "cases", {"ours": {"value": 91.44, "value+unit": 100.0}})
    _, line = quantities.accuracy_table([score], ["ours", "theirs"]).splitlines()
    assert re.split(" {2,}", line) == ["French/Age (18)", "cases: value / +unit", "91.4 / 100.0", "-"]


def test_the_speed_has_a_column_for_each_base_and_three_digits(quantities: ModuleType, speed: ModuleType) -> None:
    spread, yardstick = speed.Spread, speed.YARDSTICK
    measured = [
        speed.Speed("s", 2, 3.4, "peer", 6.4, spread(4, 3, 5), {yardstick: spread(1234.5, 99.4, 2000)}),
        speed.Speed("s", 2, 3.4, "ours", 6.4, spread(4, 3, 5), {"peer": spread(0.01234, 0.01, 0.02)}),
    ]
    head, one, other = quantities.speed_table(measured).splitlines()
    assert re.split(" {2,}", head)[-2:] == [f"/ {yardstick}", "/ peer"]
    assert one.split() == ["s", "(2,", "3", "kB)", "peer", "6", "4.00", "(3.00-5.00)", "1234", "(99.4-2000)", "-"]
    assert other.split() == ["ours", "6", "4.00", "(3.00-5.00)", "-", "0.0123", "(0.0100-0.0200)"]


# Command line


def test_without_the_development_sets_it_says_why_and_writes_what_it_has(
    quantities: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.delenv("CLAIMCHECK_EVAL", raising=False)
    assert quantities.main(["--rounds", "0", "--json", str(tmp_path / "figures.json")]) == 0
    assert "CLAIMCHECK_EVAL" in capsys.readouterr().out
    figures = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert (figures["accuracy"], figures["speed"]) == ([], [])
    assert "claimcheck" in figures["versions"]


def test_a_folder_without_scorers_is_one_sentence(
    quantities: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("CLAIMCHECK_EVAL", str(tmp_path))
    assert quantities.main([]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_an_unknown_set_is_refused_with_those_there_are(
    quantities: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CLAIMCHECK_EVAL", raising=False)
    with pytest.raises(SystemExit):
        quantities.main(["--sets", "fixtures", "NewsQuiz"])
    assert "no set NewsQuiz; there are: fixtures" in capsys.readouterr().err


@pytest.mark.evaluation
@pytest.mark.skipif("CLAIMCHECK_EVAL" not in os.environ, reason="CLAIMCHECK_EVAL is not set")
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_the_scorers_of_the_development_sets_give_figures(
    quantities: ModuleType, systems: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(os.environ["CLAIMCHECK_EVAL"])  # so that what is put on the path is taken off again
    evaluation = quantities.Evaluation(os.environ["CLAIMCHECK_EVAL"])
    scores = evaluation.on_sets(["age-model", *evaluation.languages], systems.own_systems()[:1])
    assert {"age-model", *(f"{name}/all" for name in evaluation.languages)} <= {score.set for score in scores}
    figures = [figure for score in scores for figures in score.f1.values() for figure in figures.values()]
    assert figures
    assert all(0 <= figure <= 100 for figure in figures)
    assert not evaluation.failures.total()
