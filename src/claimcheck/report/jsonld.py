"""The claims as schema.org `Claim` in JSON-LD, for a site or a database of claims to take up.

It says who claimed what, and where; a verdict on the truth (`ClaimReview`) is a person's to add.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimcheck.model import DateBasis
from claimcheck.report.quote import excerpt

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from claimcheck.model import Article, Claim
    from claimcheck.report.result import Report

__all__ = ["render"]

_ROOM = 10_000
"""Characters of its sentence that a claim is quoted with: all of it, short of a text without any full stop."""


def render(report: Report) -> str:
    """Write each claim as a node, with the article it appears in and the first of those that say the same."""
    firsts = _first_appearances(report)
    articles = [_article(article) for article in report.articles]
    claims = [_claim(claim, report.article(claim.article), firsts) for claim in report.claims]
    return json.dumps({"@context": "https://schema.org", "@graph": [*articles, *claims]}, ensure_ascii=False, indent=2)


def _first_appearances(report: Report) -> Mapping[str, str]:
    """Return the article that said first what a claim says, by claim, where articles with a day tell it."""
    firsts: dict[str, str] = {}
    for fact in report.facts:
        for position in fact.positions:
            dated = [
                (day, article.id)
                for claim in position.claims
                if (day := _day(article := report.article(report.claim(claim).article))) is not None
            ]
            if dated and len(dated) == len(position.claims):
                firsts |= dict.fromkeys(position.claims, min(dated)[1])
    return firsts


def _day(article: Article) -> date | None:
    """Return the day of an article where it is known, not worked out from others."""
    return None if article.published_from is DateBasis.INFERRED else article.published


def _article(article: Article) -> dict[str, Any]:
    day = _day(article)
    node = {
        "@type": "NewsArticle",
        "@id": _name(article.id),
        "headline": article.title,
        "url": article.web_address,
        "datePublished": day.isoformat() if day is not None else None,
        "inLanguage": article.language,
        "publisher": {"@type": "Organization", "name": article.source} if article.source else None,
    }
    return {key: value for key, value in node.items() if value is not None}


def _claim(claim: Claim, article: Article, firsts: Mapping[str, str]) -> dict[str, Any]:
    words = excerpt(article.text, claim.start, claim.end, claim.sentence, _ROOM)
    author = claim.attribution or article.source
    node = {
        "@type": "Claim",
        "@id": _name(claim.id),
        "name": words[1],
        "text": "".join(words),
        "appearance": {"@id": _name(article.id)},
        "firstAppearance": {"@id": _name(firsts[claim.id])} if claim.id in firsts else None,
        "author": {"@type": "Thing", "name": author} if author else None,
    }
    return {key: value for key, value in node.items() if value is not None}


def _name(identifier: str) -> str:
    """Return the name of a node within the document."""
    return f"_:{''.join(char if char.isalnum() else f'-{ord(char):x}-' for char in identifier)}"
