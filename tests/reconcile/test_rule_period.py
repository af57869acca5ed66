"""What belongs to two times is two facts, whatever other rules would say."""

from __future__ import annotations

from typing import Any

import pytest
from statements import SETTING, amount, calendar, year

from claimcheck.model import Claim, Scope, Trend
from claimcheck.reconcile.rules import judge as judge_by_all
from claimcheck.reconcile.rules.period import judge

SHARE: dict[str, Any] = {"unit": "percent", "scope": Scope.CHANGE}
LAST: dict[str, Any] = {"period": year(2023)}
THIS: dict[str, Any] = {"period": year(2024)}
OF_LUMEN: dict[str, Any] = {"measure": "Lumen shop", "participants": ("Corvid", "Lumen")}
TO_LUMEN: dict[str, Any] = {"object_name": "Lumen"}
MONDAY, TUESDAY = calendar("a2", "2025-09-22").when, calendar("b2", "2025-09-23").when

APART = [
    pytest.param(amount("a1", "30", **LAST), amount("b1", "35", **THIS), id="values"),
    pytest.param(amount("a1", "30", **LAST), amount("b1", "30", **THIS), id="one value"),
    pytest.param(
        amount("a1", "3", trend=Trend.UP, **SHARE, **LAST),
        amount("b1", "2", trend=Trend.DOWN, **SHARE, **THIS),
        id="trends",
    ),
    pytest.param(
        amount("a1", "100E9", bound="at_most", **LAST), amount("b1", "10E9", bound="at_most", **THIS), id="limits"
    ),
    pytest.param(
        amount("a1", "30", predicate="announce", **LAST), amount("b1", "35", predicate="announce", **THIS), id="news"
    ),
    pytest.param(
        amount("a1", "30", predicate="sell", **LAST), amount("b1", "35", predicate="sell", **THIS), id="sales"
    ),
    pytest.param(amount("a1", "1.2E6", **LAST), amount("b1", "1.2E9", **THIS), id="scales"),
    pytest.param(amount("a1", "30E6", "EUR", **LAST), amount("b1", "90E6", "USD", **THIS), id="currencies"),
]


@pytest.mark.parametrize(("a", "b"), APART)
def test_two_times_are_two_facts(a: Claim, b: Claim) -> None:
    for found in (judge(a, b, SETTING), judge(b, a, SETTING), judge_by_all(a, b, SETTING)):
        assert found is not None
        assert (found.relation, found.type) == ("compatible", "date")
        assert "two times" in found.why


SILENT = [
    (amount("a1", "30", **LAST), amount("b1", "35", **LAST)),
    (amount("a1", "30", **LAST), amount("b1", "35")),
    # one deed has one number, whenever the two say it was done
    (amount("a1", "30", predicate="buy", period=MONDAY), amount("b1", "35", predicate="buy", period=TUESDAY)),
    (amount("a1", "30", predicate="buy", period=MONDAY), amount("b1", "35", predicate="buy", **LAST)),
    (amount("a1", "30", predicate="buy", **OF_LUMEN, **LAST), amount("b1", "35", predicate="buy", **OF_LUMEN, **THIS)),
    (amount("a1", "30", predicate="buy", **TO_LUMEN, **LAST), amount("b1", "35", predicate="buy", **TO_LUMEN, **THIS)),
    (amount("a1", "30", **LAST), calendar("b1", "2025-09-22")),
]


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_other_claims_are_left_to_other_rules(a: Claim, b: Claim) -> None:
    assert judge(a, b, SETTING) is None
    assert judge(b, a, SETTING) is None
