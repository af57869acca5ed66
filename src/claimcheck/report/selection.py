"""Which codes are wanted, as a user names them: whole, or by their beginnings."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from claimcheck.model import codes

__all__ = ["wanted_codes"]


def wanted_codes(value: object) -> tuple[str, ...]:
    """Check a list of codes or their beginnings, and write them in capitals.

    >>> wanted_codes(["cc1", "CC206"])
    ('CC1', 'CC206')

    Raises:
        ValueError: it is no list, or holds what no code begins with.
    """
    if isinstance(value, str) or not isinstance(value, Sequence) or not all(isinstance(part, str) for part in value):
        raise ValueError(f'should be a list of codes such as ["CC1", "CC206"], not {value!r}')
    wanted = tuple(part.upper() for part in value)
    for part in wanted:
        if not part or not any(code.startswith(part) for code in codes()):
            families = sorted({code[:3] for code in codes()})
            near = difflib.get_close_matches(part, [*codes(), *families], n=1, cutoff=0)[0]
            raise ValueError(f'"{part}" is no code, and none begins so; did you mean {near}?')
    return wanted
