"""The language of a whole article, through py3langid."""

from __future__ import annotations

__all__ = ["rank_languages"]

_SAMPLE = 4000
"""Characters looked at; more does not change the answer for a news article."""


def rank_languages(text: str) -> list[str]:
    """Return the ISO 639-1 codes of all languages that the model knows, the most likely first."""
    import py3langid  # noqa: PLC0415  # loads its model on import

    return [str(code) for code, _ in py3langid.rank(text[:_SAMPLE])]
