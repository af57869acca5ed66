"""The command `claimcheck`, as a user types it."""

from __future__ import annotations

from typer.testing import CliRunner

from claimcheck.cli import app

__all__ = ["run"]


def run(*arguments: str, stdin: str | None = None) -> tuple[int, str, str]:
    """Run the command; return its exit code and what it writes. What it does not tell as a user's mistake is raised."""
    result = CliRunner().invoke(app, arguments, input=stdin, prog_name="claimcheck", catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr
