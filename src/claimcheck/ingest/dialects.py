"""Records of other tools, told by their keys, and where they keep what ours keep in `text`, `date` and so on.

trafilatura (its JSON output), news-please (`NewsArticle`) and IPTC ninjs 1.x and 2.x are known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

__all__ = ["translated"]

Content = Mapping[str, Any]


def translated(content: Content) -> Content:
    """Return a record under our keys; one that is no other tool's is returned as it is."""
    for marks, reader in _DIALECTS:
        if marks & content.keys():
            return {key: value for key, value in reader(content) if value is not None}
    return content


def _trafilatura(content: Content) -> Iterator[tuple[str, Any]]:
    yield "text", content.get("text") or content.get("raw_text")
    yield "source", content.get("source-hostname") or content.get("hostname")
    yield "url", content.get("source")
    yield from ((key, content.get(key)) for key in ("id", "title", "date", "language"))


def _news_please(content: Content) -> Iterator[tuple[str, Any]]:
    yield "text", content.get("maintext")
    yield "source", content.get("source_domain")
    yield "date", content.get("date_publish")
    yield from ((key, content.get(key)) for key in ("title", "url", "language"))


def _ninjs(content: Content) -> Iterator[tuple[str, Any]]:
    uri = content.get("uri")
    yield "text", content.get("body_text") or _plain(content.get("bodies"))
    yield "title", content.get("headline") or _plain(content.get("headlines"))
    yield "source", content.get("source") or _named(content.get("infosources")) or content.get("copyrightholder")
    yield "date", next((content[key] for key in ("firstcreated", "versioncreated") if content.get(key)), None)
    yield "url", uri if isinstance(uri, str) and uri.startswith(("https://", "http://")) else None
    yield "id", uri
    yield "language", content.get("language")


def _plain(parts: object) -> object:
    """Return the text among the parts of a ninjs 2 item that is plain."""
    if not isinstance(parts, list):
        return None
    plain = (part for part in parts if isinstance(part, dict) and "html" not in str(part.get("contenttype", "")))
    return next((part.get("value") for part in plain), None)


def _named(parts: object) -> object:
    """Return the name of the first part that has one."""
    named = (part.get("name") for part in parts if isinstance(part, dict)) if isinstance(parts, list) else iter(())
    return next(named, None)


_DIALECTS: tuple[tuple[frozenset[str], Callable[[Content], Iterator[tuple[str, Any]]]], ...] = (
    (frozenset({"source-hostname", "raw_text"}), _trafilatura),
    (frozenset({"maintext"}), _news_please),
    (frozenset({"body_text", "bodies"}), _ninjs),
)
"""Keys of which any tells a tool's records, and how these are read."""
