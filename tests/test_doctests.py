"""Examples in docstrings do what they show."""

from __future__ import annotations

import doctest
import pkgutil
from importlib import import_module

import pytest

import claimcheck

MODULES = sorted(found.name for found in pkgutil.walk_packages(claimcheck.__path__, "claimcheck."))
SHOWING = [name for name in MODULES if name != "claimcheck.__main__" and not name.endswith("pytest_plugin")]


@pytest.mark.parametrize("name", SHOWING)
def test_examples_in_docstrings_do_what_they_show(name: str) -> None:
    failed, _ = doctest.testmod(import_module(name))
    assert failed == 0


def test_some_docstrings_have_examples() -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    examples = sum(len(test.examples) for name in SHOWING for test in finder.find(import_module(name)))
    assert examples > 40
