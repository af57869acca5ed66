"""Values of two texts with the same words, read to the letter."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model import Interval
from claimcheck.reconcile import judge_to_the_letter


def values(*texts: str) -> list[Interval]:
    """Make intervals: "30" is a number, ">30" and "<30" are open to one side, "30..40" is closed."""
    made = []
    for text in texts:
        if text[0] in "<>":
            end = Decimal(text[1:])
            made.append(Interval(end, None, low_open=True) if text[0] == ">" else Interval(None, end, high_open=True))
        else:
            low, _, high = text.partition("..")
            made.append(Interval(Decimal(low), Decimal(high or low)))
    return made


# the values of two texts, the relation of the first to the second, the type, and whether the second is the finer one
LETTERS = [
    ("30", "31", "conflict", "value", False),
    ("30", ">30", "conflict", "bound", False),
    ("30", "<30", "conflict", "bound", False),
    (">30", "<20", "conflict", "bound", False),
    ("30", ">20", "refines", None, False),
    (">20", "30", "refines", None, True),
    ("30..40", "20..50", "refines", None, False),
    ("30..40", "35..50", "compatible", "bound", False),
    ("30 50", "30 51", "conflict", "value", False),
    ("30 50", ">20 >60", "conflict", "bound", False),
    ("30 >20", ">20 30", "compatible", "bound", False),
    ("30 50", ">20 >40", "refines", None, False),
]


@pytest.mark.parametrize(("a", "b", "relation", "kind", "is_second_finer"), LETTERS)
def test_values_to_the_letter(a: str, b: str, relation: str, kind: str | None, is_second_finer: bool) -> None:  # noqa: FBT001
    found, finer = judge_to_the_letter(values(*a.split()), values(*b.split()))
    assert (found.relation, found.type, finer) == (relation, kind, is_second_finer)
    assert found.why


def test_texts_with_another_count_of_numbers_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="argument"):
        judge_to_the_letter(values("30"), values("30", "31"))


intervals = st.tuples(st.integers(-9, 9), st.integers(0, 9)).map(
    lambda ends: Interval(Decimal(ends[0]), Decimal(ends[0] + ends[1]))
)


@given(st.lists(st.tuples(intervals, intervals).filter(lambda pair: pair[0] != pair[1]), min_size=1, max_size=4))
def test_turning_the_texts_round_turns_the_relation(pairs: list[tuple[Interval, Interval]]) -> None:
    a, b = [one for one, _ in pairs], [other for _, other in pairs]
    (there, is_second_finer), (back, is_first_finer) = judge_to_the_letter(a, b), judge_to_the_letter(b, a)
    assert (there.relation, there.type) == (back.relation, back.type)
    if there.relation == "refines":
        assert is_second_finer != is_first_finer
