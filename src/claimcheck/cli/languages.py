"""`claimcheck languages`: the languages that there are packs for."""

from claimcheck.cli.options import CLEAN
from claimcheck.cli.output import finish, write

__all__ = ["languages"]


def languages() -> None:
    """List the languages that articles may be in."""
    finish(_run)


def _run() -> int:
    from claimcheck import pipeline  # noqa: PLC0415  # the packs take a moment

    write("\n".join(f"{code}  {name}" for code, name in pipeline.languages().items()), None)
    return CLEAN
