"""The subcommands under one name, and how the process begins."""

import sys
from typing import Annotated

import typer

from claimcheck.cli.add import add
from claimcheck.cli.compare import compare
from claimcheck.cli.explain import explain
from claimcheck.cli.extract import extract
from claimcheck.cli.facts import facts
from claimcheck.cli.languages import languages
from claimcheck.cli.query import query
from claimcheck.cli.report import report

__all__ = ["app", "main"]

# Without rich markup, help texts may speak of [tool.claimcheck], and errors are lines instead of boxes.
_HELP = {"help_option_names": ["-h", "--help"]}
app = typer.Typer(context_settings=_HELP, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)


def main() -> None:
    """Run the command with the arguments of the process, and exit."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show "€" gets an escape instead of ending the program.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    app(prog_name="claimcheck")


def _print_version(wanted: bool) -> None:  # noqa: FBT001  # typer calls it so
    if wanted:
        from claimcheck import __version__  # noqa: PLC0415  # looked up on disk, for this option only

        typer.echo(f"claimcheck {__version__}")
        raise typer.Exit


@app.callback()
def claimcheck(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Reconcile what several news articles claim: numbers and dates, linked, compared and explained."""


for _command in (report, extract, compare, explain, languages, add, query, facts):
    app.command()(_command)
