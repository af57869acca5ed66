"""Which dollar a bare "$" is: the one of the source's country, or the one that an equivalent in brackets shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from urllib.parse import urlsplit

from claimcheck.extract.unit import DOLLAR
from claimcheck.lang import dollar_marks, home_dollars
from claimcheck.model import Article, Claim
from claimcheck.units import exchange_rate

__all__ = ["with_dollars"]

_MARKED = re.compile(r"[A-Z]\.? ?\$|\$ ?[A-Za-z]")
"""A dollar sign with letters of a country before or after it."""
_TOLERANCE = Decimal("0.06")
_DOMAIN = re.compile(r"(?:^|\.)([a-z]{2})$")


def with_dollars(claims: Sequence[Claim], article: Article) -> list[Claim]:
    """Return the claims with each bare dollar amount in the dollar that the article means.

    Args:
        claims: the claims of the article, where a bare dollar sign is read as the US dollar.
        article: its address tells its country, and its day the rates of its conversions.
    """
    bare = [claim for claim in claims if _is_bare(claim)]
    if not bare:
        return list(claims)
    shown = _shown(claims, article)
    meant, why = (
        (shown, "an equivalent in the article shows it")
        if shown
        else (_home(article), "as the source's country has it")
    )
    if meant is None or meant == DOLLAR:
        return list(claims)
    return [_in(claim, meant, why) if _is_bare(claim) else claim for claim in claims]


def _is_bare(claim: Claim) -> bool:
    quantity = claim.quantity
    return (
        quantity is not None
        and quantity.unit.partition("/")[0] == DOLLAR
        and "$" in claim.text
        and not _is_marked(claim.text)
    )


def _is_marked(text: str) -> bool:
    """Whether an amount says which dollar it is, beside its sign or at its end: "US$5", "$5 million U.S."."""
    return _MARKED.search(text) is not None or text.endswith(tuple(dollar_marks()))


def _in(claim: Claim, code: str, why: str) -> Claim:
    if claim.quantity is None:
        return claim
    _, slash, below = claim.quantity.unit.partition("/")
    quantity = replace(claim.quantity, unit=f"{code}{slash}{below}")
    return replace(claim, quantity=quantity, note=f"is taken as {code}, {why}")


def _home(article: Article) -> str | None:
    """Return the dollar of the country that the address of the source names."""
    for address in (article.url, article.source):
        host = _host(address) if address else ""
        if (match := _DOMAIN.search(host.lower())) is not None and match[1] in home_dollars():
            return home_dollars()[match[1]]
    return None


def _host(address: str) -> str:
    """Return the host of an address, and what names none as it is."""
    try:
        return urlsplit(address).hostname or address
    except ValueError:  # brackets, which hold the numbers of a host
        return address


def _shown(claims: Sequence[Claim], article: Article) -> str | None:
    """Return the dollar whose rate on the article's day fits an amount that is restated in a marked currency."""
    if article.published is None:
        return None
    for stated, again in pairwise(sorted(claims, key=lambda claim: claim.start)):
        is_restated = (
            article.text[stated.end : again.start].strip() == "(" and article.text[again.end : again.end + 1] == ")"
        )
        if not is_restated or not _is_bare(stated) or _is_bare(again):
            continue
        first, second = stated.quantity, again.quantity
        if first is None or second is None or not first.value or not second.value:
            continue
        fitting = [
            code
            for code in (DOLLAR, *home_dollars().values())
            if _fits(code, second.unit, second.value / first.value, article.published)
        ]
        if len(fitting) == 1:
            return fitting[0]
    return None


def _fits(origin: str, target: str, rate: Decimal, day: date) -> bool:
    known = exchange_rate(origin, target, day)
    return known is not None and abs(rate / known.rate - 1) <= _TOLERANCE
