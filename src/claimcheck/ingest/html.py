"""A saved web page: trafilatura finds the article in it, and what the page says of it."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from typing import TypeVar

from claimcheck.ingest.fields import day, language_code
from claimcheck.ingest.origin import Origin
from claimcheck.model import Article, DateBasis

__all__ = ["parse"]

_Value = TypeVar("_Value")
_TAG = re.compile(r"""<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*+""", re.IGNORECASE)
_OURS = '<meta name="generator" content="claimcheck'


def parse(text: str, origin: Origin) -> Article:
    """Make an article out of the page of a file; its text is what was found there.

    Raises:
        InputError: no article is found, the page is one of our reports or holds more than the limits permit, or
            trafilatura is not installed.
    """
    if _OURS in text:
        raise origin.problem("is a report of claimcheck, not an article")
    if text.count("<") > origin.limits.max_page_tags:
        raise origin.problem(origin.limits.passed("max_page_tags", "tags"))
    most = origin.limits.max_tag_attributes
    if any(len(tag.group().split(maxsplit=most + 1)) > most + 1 for tag in _TAG.finditer(text)):
        raise origin.problem(origin.limits.passed("max_tag_attributes", "attributes in a tag"))
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415  # an extra
        from trafilatura.settings import Document  # noqa: PLC0415
    except ImportError as error:
        raise origin.problem("is HTML, which needs trafilatura; the extra 'web' of claimcheck installs it") from error
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # of lxml, on what trafilatura does
        page = bare_extraction(text, with_metadata=True, include_comments=False)
    if not isinstance(page, Document) or not page.text or not page.text.strip():
        raise origin.problem("holds no article that can be told from the rest of the page")
    published = _read(day, page.date)
    article = Article(
        origin.article,
        page.text,
        source=page.sitename or page.hostname or None,
        url=page.url or None,
        title=page.title or None,
        published=published,
        published_from=DateBasis.METADATA if published else DateBasis.UNKNOWN,
        language=_read(language_code, page.language),
        path=origin.path,
        line=None,
    )
    return origin.within_limits(article)


def _read(reader: Callable[[str], _Value], written: str | None) -> _Value | None:
    """Return what a page says of itself, None where it is not in the form it should have: pages are not checked."""
    try:
        return reader(written) if written else None
    except ValueError:
        return None
