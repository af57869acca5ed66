"""The language of a whole article, through py3langid."""

from __future__ import annotations

from collections.abc import Collection

__all__ = ["detect_language"]

_SAMPLE = 4000
"""Characters looked at; more does not change the answer for a news article."""
_SHORT = 200
"""Below this many characters the model errs between rare languages, so only the supported ones are weighed."""


def detect_language(text: str, supported: Collection[str]) -> str:
    """Return the ISO 639-1 code of the most likely language; for a short text, the most likely of the supported."""
    import py3langid  # noqa: PLC0415  # loads its model on import

    ranked = [str(code) for code, _ in py3langid.rank(text[:_SAMPLE])]
    if len(text) < _SHORT:
        return next(code for code in ranked if code in supported)
    return ranked[0]
