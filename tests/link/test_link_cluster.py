"""Groups from links, without chains."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.link.cluster import cluster
from claimcheck.model import Link


def links(*texts: str) -> list[Link]:
    """Make links from texts such as "a b 5"."""
    return [Link(a, b, float(weight), ()) for a, b, weight in (text.split() for text in texts)]


def always(_left: Sequence[str], _right: Sequence[str]) -> bool:
    return True


def never(_left: Sequence[str], _right: Sequence[str]) -> bool:
    return False


CASES = [
    ("", [], []),
    ("a b c", [], ["a", "b", "c"]),
    ("a b c", ["a c 5"], ["a c", "b"]),
    ("a b c d", ["a b 5", "c d 4"], ["a b", "c d"]),
    ("a b c d", ["a b 5", "b c 3", "d c 4"], ["a b c d"]),
    ("c b a", ["a b 5"], ["c", "b a"]),
]


@pytest.mark.parametrize(("ids", "held", "expected"), CASES)
def test_links_make_groups(ids: str, held: list[str], expected: list[str]) -> None:
    assert [" ".join(group) for group in cluster(ids.split(), links(*held), always)] == expected


def test_nothing_joins_against_a_veto() -> None:
    assert cluster("abc", links("a b 9", "b c 9"), never) == [["a"], ["b"], ["c"]]


def test_a_chain_does_not_glue_its_ends_together() -> None:
    held = links("a b 9", "b c 8", "c d 7")

    def may_join(left: Sequence[str], right: Sequence[str]) -> bool:
        return not {"a", "c"} <= {*left, *right} and not {"b", "d"} <= {*left, *right}

    assert cluster("abcd", held, may_join) == [["a", "b"], ["c", "d"]]


def test_the_strongest_link_is_taken_first() -> None:
    held = links("a b 3", "b c 6")

    def may_join(left: Sequence[str], right: Sequence[str]) -> bool:
        return len(left) + len(right) < 3

    for order in permutations(held):
        assert cluster("abc", order, may_join) == [["a"], ["b", "c"]]


names = st.sampled_from("abcdef")
pairs = st.lists(st.tuples(names, names, st.integers(2, 9)).filter(lambda pair: pair[0] != pair[1]), max_size=12)


@given(pairs, st.integers(1, 6))
def test_every_claim_is_in_one_group_whatever_the_order_of_links(drawn: list[tuple[str, str, int]], most: int) -> None:
    held = [Link(a, b, float(weight), ()) for a, b, weight in dict.fromkeys(drawn)]

    def may_join(left: Sequence[str], right: Sequence[str]) -> bool:
        return len(left) + len(right) <= most

    groups = cluster("abcdef", held, may_join)
    assert sorted(claim for group in groups for claim in group) == list("abcdef")
    assert all(len(group) <= max(most, 1) for group in groups)
    if len({link.weight for link in held}) == len(held):  # without ties, the weights settle the order
        assert cluster("abcdef", held[::-1], may_join) == groups
