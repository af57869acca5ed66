"""`claimcheck explain`: what the code of a finding means."""

import difflib
import textwrap
from typing import Annotated

import typer

from claimcheck.cli.options import ERROR
from claimcheck.cli.output import complain, terminal, write
from claimcheck.model import Code, codes

__all__ = ["explain"]


def explain(
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="A code such as CC101; without one, all.")] = None,
) -> None:
    """Explain the code of a finding, with an example."""
    if code is None:
        write("\n".join(f"{known.name}  {known.title}" for known in codes().values()), None)
        return
    known = codes().get(code.upper())
    if known is None:
        near = difflib.get_close_matches(code.upper(), codes(), n=1, cutoff=0)
        complain(f'there is no code "{code}"; did you mean {near[0]}?')
        raise typer.Exit(ERROR)
    write(_explained(known, terminal(None)[0]), None)


def _explained(code: Code, width: int) -> str:
    indent = "  "
    lines = [f"{code.name}  {code.title}", ""]
    lines += textwrap.wrap(code.meaning, width, initial_indent=indent, subsequent_indent=indent)
    lines += ["", f"{indent}Example:", *(f"{indent * 2}{line}" for line in code.example)]
    return "\n".join(lines)
