"""Articles: the texts that claims come from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

__all__ = ["Article", "DateBasis"]


class DateBasis(StrEnum):
    """How the day of an article is known."""

    GIVEN = "given"
    """The user said it."""
    METADATA = "metadata"
    """Front matter or a record field says it."""
    TEXT = "text"
    """A date stamp at the head of the text says it, or the web address."""
    INFERRED = "inferred"
    """Worked out from what the article and others say."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, repr=False)
class Article:
    """A text with what is known about it.

    `text` is exactly what the user gave; every span of a claim slices it. `published` is the day of publication, with
    `published_from` saying how it is known; where it is inferred, `published_until` is the last day it can be. `line`
    is the line of the file at `path` that the text starts on, None where the file does not hold the text as it is, as
    JSON does not.
    """

    id: str
    text: str
    source: str | None = None
    url: str | None = None
    title: str | None = None
    published: date | None = None
    published_from: DateBasis = DateBasis.UNKNOWN
    published_until: date | None = None
    language: str | None = None
    path: str | None = None
    line: int | None = 1

    @property
    def name(self) -> str:
        """What a reader calls this article: its source, else its title, else its file."""
        return self.source or self.title or self.path or self.id

    @property
    def web_address(self) -> str | None:
        """The address, None where it is none of the web: another kind could run a script when followed."""
        return self.url if self.url is not None and self.url.startswith(("https://", "http://")) else None

    def __repr__(self) -> str:
        known = (self.source, self.published and self.published.isoformat(), self.language)
        parts = [str(part) for part in known if part]
        return f"<Article {self.id}: {', '.join([*parts, f'{len(self.text):,} characters'])}>"
