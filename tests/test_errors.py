"""Errors that cross processes."""

from __future__ import annotations

import pickle

import pytest

from claimcheck.errors import ClaimcheckError, InputError, LanguageError, MissingExtraError

ERRORS = [
    InputError("is empty", "a.txt", 3),
    LanguageError("no language pack for 'xx'"),
    MissingExtraError("a store", "duckdb", "store"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_comes_out_of_a_process_as_it_was(error: ClaimcheckError) -> None:
    restored = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own
    assert (type(restored), str(restored)) == (type(error), str(error))
