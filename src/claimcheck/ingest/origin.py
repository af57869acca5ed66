"""What is known of a text before it is read, and what every article made of it must keep to."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.errors import InputError
from claimcheck.ingest.limits import Limits
from claimcheck.model import Article

__all__ = ["Origin"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text comes from.

    `article` is the id of the articles in it that bring none, `path` the file, where there is one.
    """

    article: str
    path: str | None
    limits: Limits

    def problem(self, message: str, line: int | None = None) -> InputError:
        """Make an error that names the place."""
        return InputError(message, self.path, line)

    def within_limits(self, article: Article, line: int | None = None, where: str = "") -> Article:
        """Return an article as it is.

        Args:
            article: one that was read from here.
            line: its line in the file, for a message.
            where: what else tells which it is, for a message.

        Raises:
            InputError: it is longer than the limits permit.
        """
        if len(article.text) > self.limits.max_article_length:
            raise self.problem(where + self.limits.passed("max_article_length", "characters"), line)
        labels = {"id": article.id, "source": article.source, "title": article.title, "url": article.url}
        for name, label in labels.items():
            if label is not None and len(label) > self.limits.max_label_length:
                raise self.problem(f'{where}"{name}": {self.limits.passed("max_label_length", "characters")}', line)
        return article
