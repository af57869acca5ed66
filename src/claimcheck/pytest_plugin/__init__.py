"""The pytest plugin: expectations beside fixture articles become tests, and your own tests get a helper.

docs/pytest.md tells how to use it. Only pytest is imported here, because a plugin is loaded in every run, wanted or
not, and before coverage is measured; what does the work is imported when the first file of ours is found.

PYTEST_DONT_REWRITE: nothing is asserted here, and it may have been imported before pytest was started.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from claimcheck.pytest_plugin.collect import ExpectationFile
    from claimcheck.pytest_plugin.helper import ClaimcheckFixture

__all__ = ["ClaimcheckFixture"]

_FILES = frozenset({"claims.toml", "facts.toml"})
_CHANGES: pytest.StashKey[list[str]] = pytest.StashKey()


if not TYPE_CHECKING:  # a type checker that saw it would believe in every name

    def __getattr__(name: str) -> object:
        if name != "ClaimcheckFixture":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from claimcheck.pytest_plugin.helper import ClaimcheckFixture  # noqa: PLC0415  # see the docstring above

        return ClaimcheckFixture


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--claimcheck-update` and the ini option `claimcheck_files`."""
    parser.getgroup("claimcheck").addoption(
        "--claimcheck-update",
        action="store_true",
        help="Rewrite the expected values in claims.toml and facts.toml that differ; look at the diff afterwards.",
    )
    parser.addini(
        "claimcheck_files", "Collect claims.toml and facts.toml beside fixture articles.", type="bool", default=True
    )


def pytest_configure(config: pytest.Config) -> None:
    """Keep several processes from rewriting one file.

    Raises:
        UsageError: the expectations are to be rewritten by several workers.
    """
    config.stash[_CHANGES] = []
    is_spread = config.getoption("numprocesses", None) or hasattr(config, "workerinput")
    if is_spread and config.getoption("--claimcheck-update"):
        raise pytest.UsageError("--claimcheck-update rewrites files: run it without -n")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> ExpectationFile | None:
    """Collect a file of expectations; a file of the same name that is not ours is left alone."""
    if file_path.name not in _FILES or not parent.config.getini("claimcheck_files"):
        return None
    from claimcheck.pytest_plugin.ours import is_ours  # noqa: PLC0415  # see the docstring above

    if not is_ours(file_path):
        return None
    from claimcheck.pytest_plugin.collect import ExpectationFile  # noqa: PLC0415  # see the docstring above

    file: ExpectationFile = ExpectationFile.from_parent(parent, path=file_path, changes=parent.config.stash[_CHANGES])
    return file


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """List what `--claimcheck-update` has rewritten."""
    if not config.getoption("--claimcheck-update"):
        return
    changes = config.stash[_CHANGES]
    terminalreporter.section("claimcheck: expectations rewritten", sep="=")
    for line in changes:
        terminalreporter.write_line(line)
    terminalreporter.write_line("Look at the diff." if changes else "None: no expected value was rewritten.")


@pytest.fixture(scope="module", name="claimcheck")
def claimcheck_fixture(request: pytest.FixtureRequest) -> ClaimcheckFixture:
    """Read, extract, reconcile and compare, with assertions that quote; paths are relative to the test file."""
    from claimcheck.pytest_plugin.helper import ClaimcheckFixture  # noqa: PLC0415  # see the docstring above

    return ClaimcheckFixture(request.path.parent, request.config.rootpath)
