"""One spelling for each name of a corpus."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.adapters.rapidfuzz import letters_apart
from claimcheck.model import Claim

__all__ = ["canonical_names"]

_LEAST_PART = 4
_PARTICLE = 2
"""Letters of a particle glued to a surname: "La", "De", "Mc", "Al"."""


def canonical_names(claims: Iterable[Claim]) -> dict[str, str]:
    """Map each name to the longest one, case-folded, that differs by case, small slips, left-out words or initials."""
    table: dict[str, str] = {}
    heads: list[str] = []
    names = {name for c in claims for name in (*c.participants, c.subject_name, c.object_name) if name}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        head = next((head for head in heads if is_same_name(head, name)), None)
        if head is None:
            heads.append(name)
            head = name
        table[name] = head.casefold()
    return table


def is_same_name(longer: str, shorter: str) -> bool:
    """Whether a name is a spelling of a longer one, its beginning or end, or its initials.

    >>> is_same_name("Grand Data Works", "GDW"), is_same_name("Ann Petrova", "Petrova"), is_same_name("Leeds", "Lee")
    (True, True, False)
    """
    words = longer.replace("-", " ").split()
    initials = "".join(word[0] for word in words[: len(shorter)]).upper()
    if len(words) > 1 and len(shorter) > 1 and shorter == initials:
        return True
    whole, part = longer.casefold().split(), shorter.casefold().split()
    if "".join(whole) == "".join(part):
        return True
    if len(whole) == len(part):
        is_one = all(_is_slip(a, b) for a, b in zip(whole, part, strict=True))
        return is_one or (len(whole) > 1 and whole[:-1] == part[:-1] and _is_glued(whole[-1], part[-1]))
    return len(shorter) >= _LEAST_PART and part in (whole[: len(part)], whole[-len(part) :])


def _is_slip(a: str, b: str) -> bool:
    """Whether two words differ by one letter inside; their ends tell names apart ("Maria", "Mario")."""
    return a == b or (
        max(len(a), len(b)) >= _LEAST_PART and a[0] == b[0] and a[-1] == b[-1] and letters_apart(a, b) == 1
    )


def _is_glued(a: str, b: str) -> bool:
    """Whether two surnames differ by a glued particle, which some leave out: "Delacroix", "Lacroix"."""
    longer, shorter = (a, b) if len(a) >= len(b) else (b, a)
    return len(shorter) > _LEAST_PART and len(longer) - len(shorter) == _PARTICLE and longer.endswith(shorter)
