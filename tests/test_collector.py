"""The garbage collector is as it was, whatever becomes of the work."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from claimcheck.pipeline.collector import collecting_later


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    yield
    gc.enable()


@pytest.mark.parametrize("was_on", [True, False])
def test_it_rests_meanwhile_and_is_as_before_afterwards(*, was_on: bool) -> None:
    (gc.enable if was_on else gc.disable)()
    with collecting_later():
        assert not gc.isenabled()
    assert gc.isenabled() == was_on


def test_it_is_on_again_after_an_error() -> None:
    @collecting_later()
    def breaks() -> None:
        raise ValueError

    for _ in range(2):
        with pytest.raises(ValueError):  # noqa: PT011
            breaks()
        assert gc.isenabled()
