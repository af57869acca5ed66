"""The consensus of sources that weigh each other."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.reconcile.consensus import find_consensus

Questions = Sequence[Sequence[Sequence[str]]]

# Questions as positions with their sources, and the position that each goes to.
WINNERS: list[tuple[str, Questions, tuple[int, ...]]] = [
    ("nothing asked", [], ()),
    ("one source", [[["a"]]], (0,)),
    ("the larger side", [[["a"], ["b", "c"]]], (1,)),
    ("no position", [[], [["a"], ["b", "c"]]], (0, 1)),
    ("a question of one source before one of many", [[["a"]], [["a"], ["b", "c"]]], (0, 1)),
    ("the first of two equal sides", [[["b"], ["a"]]], (0,)),
    (
        "of two equal sides that of the source which is with the others elsewhere",
        [[["x"], ["a"]], [["a", "b", "c"], ["x"]], [["a", "b", "d"], ["x"]]],
        (1, 0, 0),
    ),
    (
        "two that are always wrong against one that never is",
        [
            [["x", "y"], ["a"]],
            *([["a", "b", "c"], ["x"], ["y"]] for _ in range(6)),
        ],
        (1, 0, 0, 0, 0, 0, 0),
    ),
]


@pytest.mark.parametrize(("questions", "winners"), [case[1:] for case in WINNERS], ids=[case[0] for case in WINNERS])
def test_which_position_a_question_goes_to(questions: Questions, winners: tuple[int, ...]) -> None:
    assert find_consensus(questions).winners == winners


def test_agreement_is_the_share_of_disputable_questions_on_the_winning_side() -> None:
    found = find_consensus([[["a", "b"], ["c"]], [["a", "b", "c"]], [["d"]]])
    assert found.agreement == {"a": 1.0, "b": 1.0, "c": 0.5}
    assert found.weights["a"] == found.weights["b"] > found.weights["c"]


def test_two_sources_can_be_in_dispute() -> None:
    assert find_consensus([[["a"], ["b"]], [["c"]]]).agreement == {"a": 1.0, "b": 0.0}


def test_a_question_that_nobody_shares_ends_nothing() -> None:
    assert find_consensus([[["c"]], [["a"], ["b"]]]).agreement == {"a": 1.0, "b": 0.0}


def test_a_source_weighs_minus_the_logarithm_of_its_share_in_all_losses() -> None:
    """With a doubt of a half, who is wrong once in two answers loses a half, and who never is a sixth."""
    found = find_consensus([[["a", "b"], ["c"]], [["a", "b", "c"]]])
    losses = {"a": 0.5 / 3, "b": 0.5 / 3, "c": 1.5 / 3}
    assert found.weights == pytest.approx({name: -log(loss / sum(losses.values())) for name, loss in losses.items()})


def test_no_tie_hangs_on_the_order_of_names() -> None:
    questions = [
        ["afdc", "abcf", "ca"], ["a", "da", "ecdf", "bfac"], ["ef", "e"], ["d", "adb", "ce", "dce"],
        ["fab", "e", "dcbf"], ["cbe"], ["fec", "aebc", "c", "dab"],
    ]  # fmt: skip
    ordered = [[sorted(names) for names in positions] for positions in questions]
    assert find_consensus(questions).winners == find_consensus(ordered).winners


sources = st.lists(st.sampled_from("abcdef"), min_size=1, max_size=4, unique=True)


@given(st.lists(st.lists(sources, min_size=1, max_size=4), max_size=8))
def test_every_question_has_a_winner_and_every_agreement_is_a_share(questions: Questions) -> None:
    found = find_consensus(questions)
    assert all(0 <= winner < len(positions) for winner, positions in zip(found.winners, questions, strict=True))
    assert all(0 <= share <= 1 for share in found.agreement.values())
    assert find_consensus([[sorted(names) for names in positions] for positions in questions]).winners == found.winners


@given(st.lists(st.lists(sources, min_size=1, max_size=1), max_size=6))
def test_without_dispute_all_agree(questions: Questions) -> None:
    assert set(find_consensus(questions).agreement.values()) <= {1.0}
