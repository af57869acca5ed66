"""The day of an article: stated by itself, or inferred from what it and others say.

An inferred reference is a span of days. Where a weekday takes it from a day of another article, the two claims are
named, so that the claim that dated another is never counted as confirming it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from claimcheck.lang import predicate_group
from claimcheck.model import (
    Article,
    Claim,
    ClaimKind,
    DateBasis,
    Granularity,
    Link,
    Reference,
    Status,
    TimeMention,
    WhenKind,
)

__all__ = ["infer_references", "reference_in_text", "stated_reference"]

_HEADER_LINES = 6
_ADDRESS = re.compile(r"https?://\S+")
_ADDRESS_DAY = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})([/-])(0[1-9]|1[0-2])\2([0-3][0-9])(?![0-9])")
_SENTENCE_ENDS = (".", "!", "?")
_BESIDE_STAMP = 30
"""Characters beside the date that a date stamp may hold ("Updated on ... at 11:05 p.m.")."""
_NEWS_SPAN = timedelta(days=14)
"""How long after an event its news is still written: the span that an inferred reference covers."""
_REST_OF_WEEK = timedelta(days=6)
_DATELINE = 40
"""Characters that the place before the day of a dateline may take."""
_LEAD_SENTENCES = 3
_LEAD = 600
"""Characters at the head of a text in which its first sentences begin."""
_SHARED_FACTS = 2


def stated_reference(article: Article, claims: Sequence[Claim | TimeMention]) -> Reference | None:
    """Return the reference that the article itself gives.

    That is its date, else a date stamp at the head of its text, else the date in its web address, which may be a line
    there.
    """
    if article.published is not None:
        return Reference(article.published, article.published, article.published_from)
    return reference_in_text(article, claims) or _reference_in_address(article)


def reference_in_text(article: Article, claims: Sequence[Claim | TimeMention]) -> Reference | None:
    """Return the reference that a date stamp at the head of an article's text gives.

    A stamp is no sentence, and says of nothing that it happened then: "Plant opens on 15 December 2031" is a title.
    """
    for start, line in _head(article):
        stamps = [claim for claim in claims if start <= claim.start and claim.end <= start + len(line)]
        end = start + len(line.rstrip())
        if article.text[:end].endswith(_SENTENCE_ENDS) and all(claim.end < end for claim in stamps):  # but "11 p.m."
            continue
        if len(line.strip()) - sum(len(claim.text) for claim in stamps) > _BESIDE_STAMP:
            continue
        for claim in stamps:
            when = claim.when
            if when is None or (isinstance(claim, Claim) and claim.predicate is not None):
                continue
            form = when.form if when.form.base is None else when.form.base  # the day that a time of day is of
            if form.year is not None and form.granularity is Granularity.DAY and when.earliest is not None:
                return Reference(when.earliest, when.earliest, DateBasis.TEXT)
    return None


def _reference_in_address(article: Article) -> Reference | None:
    """Return the reference that the web address of an article gives, or one that is a line at the head of its text."""
    lines = (line.strip() for _, line in _head(article))
    addresses = [article.url or "", *(line for line in lines if _ADDRESS.fullmatch(line))]
    day = next((day for address in addresses for day in _days_in(address)), None)
    return None if day is None else Reference(day, day, DateBasis.TEXT)


def _head(article: Article) -> Iterator[tuple[int, str]]:
    """Yield the first lines of a text with their places."""
    start = 0
    for line in article.text.splitlines(keepends=True)[:_HEADER_LINES]:
        yield start, line
        start += len(line)


def _days_in(address: str) -> Iterator[date]:
    """Yield the days that a web address names: ".../2031/06/17/...", ".../2031-06-17-..."."""
    for match in _ADDRESS_DAY.finditer(address):
        try:
            yield date(int(match[1]), int(match[3]), int(match[4]))
        except ValueError:
            continue


def infer_references(
    articles: Sequence[Article],
    claims: Mapping[str, Claim],
    links: Iterable[Link],
    known: Mapping[str, Reference],
) -> tuple[dict[str, Reference], frozenset[frozenset[str]]]:
    """Infer the reference of each undated article.

    Three kinds of evidence, the strongest first: a weekday linked to a dated day of another article; a day named in
    full at the head of the article itself; facts shared with an article whose date is known or inferred. The day of a
    dateline without a year then picks one of the days that are left.

    Args:
        articles: all articles.
        claims: their claims by id.
        links: the links between claims.
        known: references already known, by article id.

    Returns:
        References by article id, and the pairs of claims of which one dated the other.
    """
    pairs = [(claims[link.a], claims[link.b]) for link in links]
    mine: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims.values():
        mine[claim.article].append(claim)
    found, used = _from_weekdays(pairs, known)
    for article in articles:
        if (
            article.id not in known
            and article.id not in found
            and (reference := _from_lead(mine[article.id])) is not None
        ):
            found[article.id] = reference
    found |= _from_story(articles, pairs, {**found, **known})
    for article in articles:
        if article.id in found and (day := _in_dateline(article, mine[article.id], found[article.id])) is not None:
            found[article.id] = Reference(day, day, DateBasis.INFERRED)
    return found, frozenset(used)


def _in_dateline(article: Article, claims: Sequence[Claim], span: Reference) -> date | None:
    """Return the day of a dateline without a year ("NORRBY, Feb 27 -") that lies in the span inferred."""
    first = min(claims, key=lambda claim: claim.start, default=None)
    form = None if first is None or first.when is None else first.when.form
    if first is None or form is None or form.year is not None or form.month is None or form.day is None:
        return None
    line = article.text[: first.start].rpartition("\n")[2]
    days = (span.earliest + timedelta(days=past) for past in range((span.latest - span.earliest).days + 1))
    fitting = [day for day in days if (day.month, day.day) == (form.month, form.day)]
    return fitting[0] if len(fitting) == 1 and len(line) <= _DATELINE else None


def _from_weekdays(
    pairs: Sequence[tuple[Claim, Claim]], known: Mapping[str, Reference]
) -> tuple[dict[str, Reference], set[frozenset[str]]]:
    """Date articles by weekdays linked to dated days: each narrows the span, one that speaks against it voids it."""
    spans: dict[str, list[Reference]] = {}
    used: dict[str, set[frozenset[str]]] = {}
    for pair in pairs:
        for undated, dated in (pair, pair[::-1]):
            if undated.article in known or undated.article == dated.article:
                continue
            reference = _from_weekday(undated, dated)
            if reference is not None:
                spans.setdefault(undated.article, []).append(reference)
                used.setdefault(undated.article, set()).add(frozenset((undated.id, dated.id)))
    found = {}
    for article, references in spans.items():
        earliest, latest = max(r.earliest for r in references), min(r.latest for r in references)
        if earliest <= latest:
            found[article] = Reference(earliest, latest, DateBasis.INFERRED)
    return found, set().union(*(used[article] for article in found))


def _from_weekday(undated: Claim, dated: Claim) -> Reference | None:
    """Read "on Monday" linked to a day that was a Monday: the article is of that day or the six after it."""
    form = undated.when.form if undated.when is not None else None
    day = dated.when.earliest if dated.when is not None and dated.when.is_dated else None
    if form is None or day is None or dated.when is None or dated.when.form.year is None:
        return None
    if form.weekday is None or form.count is not None or form.month is not None or undated.status is Status.PLANNED:
        return None
    if dated.when.granularity is not Granularity.DAY or day.weekday() != form.weekday:
        return None
    return Reference(day, day + _REST_OF_WEEK, DateBasis.INFERRED)


def _from_lead(claims: Sequence[Claim]) -> Reference | None:
    """Read a past day named in full in the first sentences: the news is of that day or shortly after."""
    mine = sorted((claim for claim in claims if claim.sentence[0] < _LEAD), key=lambda claim: claim.start)
    lead = sorted({claim.sentence for claim in mine})[:_LEAD_SENTENCES]
    for claim in mine:
        when = claim.when
        if (
            claim.kind is not ClaimKind.DATE
            or claim.sentence not in lead
            or claim.status is Status.PLANNED
            or when is None
        ):
            continue
        is_day = when.form.kind is WhenKind.POINT and when.form.year is not None and when.earliest is not None
        if is_day and when.earliest is not None and claim.predicate in predicate_group("news"):
            return Reference(when.earliest, when.earliest + _NEWS_SPAN, DateBasis.INFERRED)
    return None


def _from_story(
    articles: Sequence[Article], pairs: Sequence[tuple[Claim, Claim]], dated: Mapping[str, Reference]
) -> dict[str, Reference]:
    """Give an article the dates of those it shares at least two facts with."""
    shared: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for pair in pairs:
        for mine, other in (pair, pair[::-1]):
            if mine.article not in dated and other.article in dated and mine.kind is not ClaimKind.DATE:
                shared[mine.article][other.article].add(mine.id)
    found: dict[str, Reference] = {}
    for article in articles:
        near = [dated[other] for other, ids in shared[article.id].items() if len(ids) >= _SHARED_FACTS]
        if near:
            earliest = min(reference.earliest for reference in near)
            latest = max(reference.latest for reference in near)
            found[article.id] = Reference(earliest, max(latest, earliest + _NEWS_SPAN), DateBasis.INFERRED)
    return found
