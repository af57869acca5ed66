"""Claims as written -> claims normalised, dated and linked: the links may tell the day of an article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date  # noqa: N812  # as in the modules beside

from claimcheck.link import Linker
from claimcheck.model import Article, Claim, DateBasis, Link, Reference
from claimcheck.normalise import (
    infer_references,
    normalise_claims,
    reference_in_text,
    resolve_times,
    stated_reference,
)

__all__ = ["Alone", "Together", "dated", "dated_alone", "link_and_date"]


@dataclass(frozen=True, slots=True)
class Alone:
    """What an article says by itself: its claims normalised and dated, and its day, where it has one.

    `stamp` is the day that the head of its text names, whatever its metadata say.
    """

    claims: list[Claim]
    reference: Reference | None
    stamp: Date | None


@dataclass(frozen=True, slots=True)
class Together:
    """Articles with the days that are known or inferred, their claims by id, and how these hang together.

    `dated_by` are the pairs of claims of which one dated the other.
    """

    articles: list[Article]
    claims: dict[str, Claim]
    links: list[Link]
    groups: list[list[str]]
    dated_by: frozenset[frozenset[str]]


def dated_alone(article: Article, written: Sequence[Claim]) -> Alone:
    """Normalise the claims of an article, and date them by what it says itself."""
    undated = normalise_claims(written, None)
    reference, stamp = stated_reference(article, undated), reference_in_text(article, undated)
    return Alone(
        undated if reference is None else resolve_times(undated, reference),
        reference,
        stamp.earliest if stamp is not None else None,
    )


def dated(article: Article, reference: Reference | None) -> Article:
    """Return an article with the day of a reference, where it has none."""
    if reference is None or article.published is not None:
        return article
    until = reference.latest if reference.basis is DateBasis.INFERRED else None
    return replace(article, published=reference.earliest, published_from=reference.basis, published_until=until)


def link_and_date(articles: Sequence[Article], alone: Mapping[str, Alone]) -> Together:
    """Link the claims of articles; where articles have no day, infer it from the links and link once more."""
    languages = {article.id: article.language or "" for article in articles}
    known = {name: one.reference for name, one in alone.items() if one.reference is not None}
    normal = {article.id: alone[article.id].claims for article in articles}
    claims = {claim.id: claim for group in normal.values() for claim in group}
    linker = Linker(languages)
    links, groups = linker.link(list(claims.values()))
    inferred, dated_by = infer_references(articles, claims, links, known)
    if inferred:
        normal |= {article: resolve_times(normal[article], reference) for article, reference in inferred.items()}
        claims = {claim.id: claim for group in normal.values() for claim in group}
        links, groups = linker.link(list(claims.values()))
    claims = _without_idle_milestones(claims, groups)
    return Together(
        [dated(article, {**inferred, **known}.get(article.id)) for article in articles],
        claims,
        [link for link in links if link.a in claims and link.b in claims],
        [kept for group in groups if (kept := [claim for claim in group if claim in claims])],
        dated_by,
    )


def _without_idle_milestones(claims: Mapping[str, Claim], groups: Sequence[Sequence[str]]) -> dict[str, Claim]:
    """Drop milestones without a time that no other article speaks of: alone they say nothing to compare."""
    idle = {
        claim
        for group in groups
        for claim in group
        if claims[claim].is_untimed and all(claims[other].is_untimed or other == claim for other in group)
    }
    return {name: claim for name, claim in claims.items() if name not in idle}
