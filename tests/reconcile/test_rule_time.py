"""Times on the calendar."""

from __future__ import annotations

import pytest
from statements import SETTING, amount, by, calendar, setting, symbolic, vague_time, yearless

from claimcheck.model import Claim, Mod, RelationKind, Status
from claimcheck.reconcile.rules.time import judge

YEAR, SECOND_HALF = ("2026-01-01", "2026-12-31"), ("2026-07-01", "2026-12-31")

CASES = [
    (calendar("a1", "2025-09-22"), calendar("b1", "2025-09-22"), "agree", None, "both name 22 September 2025"),
    (calendar("a1", *SECOND_HALF), calendar("b1", *YEAR), "refines", None, "one time lies in the other"),
    (calendar("a1", *YEAR), calendar("b1", "2026-03-01"), "refines", None, "1 March 2026"),
    (calendar("a1", *SECOND_HALF), calendar("b1", "2026-05-01", "2026-08-31"), "compatible", None, "overlap"),
    (calendar("a1", "2025-09-22"), calendar("b1", "2025-09-23"), "conflict", "date", "22 September 2025 / 23"),
    (
        calendar("a1", "2025-09-22", status=Status.PLANNED),
        calendar("b1", "2025-10-02", status=Status.PLANNED),
        "update",
        "date",
        "the later article moves the time",
    ),
    (
        calendar("a1", "2025-09-22", status=Status.DONE),
        calendar("b1", "2025-10-02", status=Status.PLANNED),
        "conflict",
        "date",
        "the times are apart",
    ),
    (
        calendar("b1", "2025-09-22", status=Status.PLANNED),
        calendar("c1", "2025-10-02", status=Status.PLANNED),
        "conflict",
        "date",
        "the times are apart",
    ),
    (calendar("a1", "2025-09-22", mod=Mod.APPROX), calendar("b1", "2025-09-25"), "compatible", "date", "approximate"),
    (
        calendar("a1", "2025-09-22", basis="given"),
        calendar("b1", "2025-09-23"),
        "compatible",
        "date",
        "counted from the day of its article",
    ),
    (calendar("a1", "2025-09-22", basis="given"), calendar("b1", "2025-09-24"), "conflict", "date", "apart"),
    (by("a1", "2028-12-31"), calendar("b1", "2028-01-01", "2028-12-31"), "refines", None, "until 31 December 2028"),
    (by("a1", "2028-12-31"), calendar("b1", "2029-03-01"), "conflict", "date", "apart"),
    (symbolic("a1", 0), symbolic("b1", 0), "agree", None, "in the same terms"),
    (symbolic("a1", 0), symbolic("b1", 1), "compatible", None, "cannot be compared"),
    (symbolic("a1", 0), calendar("b1", "2025-09-23"), "compatible", None, "cannot be compared"),
    (yearless("a1", 5, 13), yearless("b1", 5, 13), "agree", None, "both name 13 May of no certain year"),
    (yearless("a1", 5, 13), yearless("b1", 5), "refines", None, "13 May of no certain year / May of no certain year"),
    (yearless("a1", 5, 13), calendar("b1", "2025-05-13"), "refines", None, "13 May of no certain year / 13 May 2025"),
    (yearless("a1", 5, 13), yearless("b1", 5, 14), "conflict", "date", "the times are apart"),
    (yearless("a1", 5, 13), calendar("b1", "2025-05-14"), "conflict", "date", "the times are apart"),
    (yearless("a1", 5), symbolic("b1", 1), "compatible", None, "cannot be compared"),
    (vague_time("a1", 1), vague_time("b1", 1), "agree", None, "in the same terms"),
    (vague_time("a1", 1), vague_time("b1", -1), "compatible", None, "cannot be compared"),
    (vague_time("a1", 1), calendar("b1", "2020-01-01"), "compatible", None, "cannot be compared"),
]


@pytest.mark.parametrize(("a", "b", "relation", "kind", "why"), CASES)
def test_times(a: Claim, b: Claim, relation: str, kind: str | None, why: str) -> None:
    found, back = judge(a, b, SETTING), judge(b, a, SETTING)
    assert found is not None
    assert back is not None
    assert (found.relation, found.type) == (back.relation, back.type) == (relation, kind)
    assert why in found.why


def test_a_time_that_dated_the_other_does_not_confirm_it() -> None:
    a, b = calendar("a1", "2025-09-22"), calendar("b1", "2025-09-22")
    found = judge(a, b, setting(dated_by=frozenset({frozenset({"a1", "b1"})})))
    assert found is not None
    assert found.relation is RelationKind.COMPATIBLE
    assert "neither confirms it" in found.why


@pytest.mark.parametrize("other", [amount("b1", "30"), calendar("b1", "2025-09-22")])
def test_the_rule_is_silent_on_numbers(other: Claim) -> None:
    assert judge(amount("a1", "30"), other, SETTING) is None
