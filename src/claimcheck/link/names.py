"""One spelling for each name of a corpus."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from claimcheck.adapters.rapidfuzz import letters_apart
from claimcheck.model import Claim

__all__ = ["canonical_names", "canonical_spellings", "possible_spellings"]

_LEAST_PART = 4


@cache
def _particles() -> frozenset[str]:
    """Return the particles that may be glued to a surname, in lower case."""
    return frozenset(tomllib.loads((files("claimcheck.link") / "particles.toml").read_text(encoding="utf-8"))["glued"])


def canonical_names(claims: Iterable[Claim]) -> dict[str, str]:
    """Map each name to the longest one, case-folded, that differs by case, small slips, left-out words or initials.

    A name that may be short for several longer ones ("Petrova") is that which its own articles name in full, and stands
    for itself where they name none of them.
    """
    articles: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for name in (*claim.participants, claim.subject_name, claim.object_name):
            if name:
                articles[name].add(claim.article)
    return canonical_spellings(articles, lambda a, b: len(articles[a] & articles[b]))


def canonical_spellings(names: Iterable[str], shared: Callable[[str, str], int]) -> dict[str, str]:
    """Map names as `canonical_names` does; `shared` counts the articles that have two of them both."""
    table: dict[str, str] = {}
    heads: defaultdict[str, list[str]] = defaultdict(list)
    for name in _longest_first(names):
        same = _spelled_longer(name, heads)
        if len(same) > 1:
            together = {head: shared(head, name) for head in same}
            same = [max(same, key=lambda head: (together[head], head.casefold() == name.casefold()))]
            same = same if together[same[0]] or same[0].casefold() == name.casefold() else []
        if not same:
            _offer(name, heads)
        table[name] = same[0].casefold() if same else name.casefold()
    return table


def possible_spellings(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each name with each other one that `canonical_spellings` may map it to, whatever the articles."""
    heads: defaultdict[str, list[str]] = defaultdict(list)
    for name in _longest_first(names):
        yield from ((name, head) for head in _spelled_longer(name, heads))
        _offer(name, heads)


def _longest_first(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (-len(name), name))


def _spelled_longer(name: str, heads: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the names under some of its keys that a name is a spelling of, the shortest first."""
    near = dict.fromkeys(head for key in asked_keys(name) for head in heads.get(key, ()))
    return sorted((head for head in near if is_same_name(head, name)), key=lambda head: (len(head), head))


def _offer(name: str, heads: defaultdict[str, list[str]]) -> None:
    for key in offered_keys(name):
        heads[key].append(name)


def offered_keys(name: str) -> Iterator[str]:
    """Yield the keys under which other spellings of a name look for it; `is_same_name` has the last word."""
    parts = name.replace("-", " ").split()
    initials = "".join(part[0] for part in parts).upper()
    yield from (f"initials {initials[:end]}" for end in range(2, len(initials) + 1))
    words = name.casefold().split()
    yield from _alike(words)
    for end in range(1, len(words)):
        yield f"part {' '.join(words[:end])}"
        yield f"part {' '.join(words[-end:])}"


def asked_keys(name: str) -> Iterator[str]:
    """Yield the keys under which a name looks for a longer spelling of itself."""
    words = name.casefold().split()
    yield f"initials {name}"
    yield f"part {' '.join(words)}"
    yield from _alike(words)


def _alike(words: Sequence[str]) -> Iterator[str]:
    """Yield keys that names share which differ by spaces, by a slip inside their words, or by a glued particle."""
    yield f"joined {''.join(words)}"
    if len(words) == 1:
        word = words[0]
        yield from (f"slip {word[:at]}{word[at + 1 :]}" for at in range(1, len(word) - 1))
        yield f"slip {word}"
    else:
        yield "ends " + " ".join(f"{word[0]}{word[-1]}" for word in words)
        yield f"given {' '.join(words[:-1])} {words[-1][-_LEAST_PART:]}"


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
    """Whether two words differ by one letter inside; ends and digits tell names apart ("Maria", "Mario"; "A320")."""
    if a == b:
        return True
    is_alike = max(len(a), len(b)) >= _LEAST_PART and a[0] == b[0] and a[-1] == b[-1] and letters_apart(a, b) == 1
    return is_alike and a.isalpha() and b.isalpha()


def _is_glued(a: str, b: str) -> bool:
    """Whether two surnames differ by a glued particle, which some leave out: "Delacroix", "Lacroix"."""
    longer, shorter = (a, b) if len(a) >= len(b) else (b, a)
    return len(shorter) > _LEAST_PART and longer.removesuffix(shorter) in _particles()
