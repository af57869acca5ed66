"""The command `claimcheck`: one file for each subcommand, `app` puts them together.

The result goes to stdout, everything else to stderr. Exit codes are those of linters: 0 clean, 1 findings at or above
`--fail-on`, 2 wrong usage or an input that could not be read (the others are still reported). spaCy and its kin are
imported inside the commands, so that `--help` is quick.
"""

from claimcheck.cli.app import app, main

__all__ = ["app", "main"]
