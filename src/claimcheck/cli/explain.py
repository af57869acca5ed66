"""`claimcheck explain`: what the code of a finding means."""

import difflib
import textwrap
from typing import Annotated

import typer

from claimcheck.cli.options import CLEAN
from claimcheck.cli.output import finish, terminal, write
from claimcheck.errors import ClaimcheckError
from claimcheck.model import Code, codes

__all__ = ["explain"]


def explain(
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="A code such as CC101; without one, all.")] = None,
) -> None:
    """Explain the code of a finding, with an example."""
    finish(lambda: _run(code))


def _run(code: str | None) -> int:
    write(_listed() if code is None else _explained(_known(code), terminal(None)[0]), None)
    return CLEAN


def _known(code: str) -> Code:
    known = codes().get(code.upper())
    if known is None:
        near = difflib.get_close_matches(code.upper(), codes(), n=1, cutoff=0)
        raise ClaimcheckError(f'there is no code "{code}"; did you mean {near[0]}?')
    return known


def _listed() -> str:
    return "\n".join(f"{known.name}  {known.title}" for known in codes().values())


def _explained(code: Code, width: int) -> str:
    indent = "  "
    lines = [f"{code.name}  {code.title}", ""]
    lines += textwrap.wrap(code.meaning, width, initial_indent=indent, subsequent_indent=indent)
    lines += ["", f"{indent}Example:", *(f"{indent * 2}{line}" for line in code.example)]
    return "\n".join(lines)
