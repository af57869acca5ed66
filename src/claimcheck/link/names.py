"""One spelling for each name of a corpus."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.adapters.rapidfuzz import name_similarity
from claimcheck.model import Claim

__all__ = ["canonical_names"]

_SAME = 0.9
"""From this similarity on, two spellings are one name ("Openai", "OpenAI")."""
_LEAST_PART = 4


def canonical_names(claims: Iterable[Claim]) -> dict[str, str]:
    """Map each name to the longest one, case-folded, that differs by case, small slips, left-out words or initials."""
    table: dict[str, str] = {}
    heads: list[str] = []
    names = {name for claim in claims for name in (*claim.participants, claim.subject, claim.object) if name}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        head = next((head for head in heads if is_same_name(head, name)), None)
        if head is None:
            heads.append(name)
            head = name
        table[name] = head.casefold()
    return table


def is_same_name(longer: str, shorter: str) -> bool:
    """Whether a name is a spelling of a longer one, its beginning or end, or its initials.

    >>> is_same_name("Electronic Data Systems", "EDS"), is_same_name("Ann Lee", "Lee"), is_same_name("Lee", "Leeds")
    (True, False, False)
    """
    if name_similarity(longer, shorter) >= _SAME:
        return True
    words = longer.replace("-", " ").split()
    if len(words) == 1:
        return False
    if shorter.isupper() and len(shorter) > 1:
        return shorter == "".join(word[0] for word in words[: len(shorter)]).upper()
    whole, part = longer.split(), shorter.split()
    return len(shorter) >= _LEAST_PART and part in (whole[: len(part)], whole[-len(part) :])
