"""By what a reader can filter the facts of a report: the sources that speak of them, and the names they are about."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.report.quote import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimcheck.report.result import Report
    from claimcheck.report.view import FactView

__all__ = ["Facets", "facets"]

_MOST_NAMES = 200
"""A longer list of names is slower to choose from than typing the name."""
_MAIN = 3


@dataclass(frozen=True, slots=True)
class Facets:
    """The sources and names to choose from, and, for each fact, the numbers of its own in these lists.

    `main` are the names that most facts are about, as far as there is more than one.
    """

    sources: tuple[str, ...]
    names: tuple[str, ...]
    main: tuple[str, ...]
    sources_of: Mapping[str, str]
    names_of: Mapping[str, str]


def facets(report: Report, facts: Iterable[FactView]) -> Facets:
    """Collect what the facts can be filtered by: the names that most facts are about, in the order of the alphabet."""
    sources_of = {fact.id: {quote.source for quote in fact.quotes} for fact in facts}
    names_of = {fact: _names(report, fact) for fact in sources_of}
    spelled: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name in (name for names in names_of.values() for name in names):
        spelled[name.casefold()][name] += 1
    often = sorted(spelled, key=lambda key: (-spelled[key].total(), key))[:_MOST_NAMES]
    sources = sorted(set().union(*sources_of.values()), key=lambda source: (source.casefold(), source))
    spelling = {key: spelled[key].most_common(1)[0][0] for key in often}
    return Facets(
        sources=tuple(sources),
        names=tuple(spelling[key] for key in sorted(often)),
        main=tuple(spelling[key] for key in often[:_MAIN] if spelled[key].total() > 1),
        sources_of=_numbers(sources_of, {source: number for number, source in enumerate(sources)}),
        names_of=_numbers(
            {fact: {name.casefold() for name in names} for fact, names in names_of.items()},
            {key: number for number, key in enumerate(sorted(often))},
        ),
    )


def _names(report: Report, fact: str) -> list[str]:
    """The names of who and what the claims of a fact are about, each once, in the order of the claims."""
    claims = (report.claim(claim) for claim in report.fact(fact).claims)
    return list(
        dict.fromkeys(visible(name) for claim in claims for name in (claim.subject_name, claim.object_name) if name)
    )


def _numbers(chosen: Mapping[str, set[str]], number_of: Mapping[str, int]) -> dict[str, str]:
    return {
        fact: " ".join(map(str, sorted(number_of[key] for key in keys if key in number_of)))
        for fact, keys in chosen.items()
    }
