"""The language of an article, and its pack."""

from __future__ import annotations

import re

from claimcheck.adapters.langid import rank_languages
from claimcheck.errors import LanguageError
from claimcheck.lang import Pack, available, load_pack
from claimcheck.model import Article

__all__ = ["pack_of"]

_SHORT = 200
"""Characters below which a text is too short for the language model."""
_FEW_WORDS = 6
"""Words below which even the small words tell little, so that an unsupported language is never concluded."""
_LEAST_VOTE = 0.3
"""The share of words that must be small words of a language to tell it."""
_WORD = re.compile(r"[^\W\d_]+")


def pack_of(article: Article) -> Pack:
    """Return the pack of an article's language.

    Raises:
        LanguageError: naming the article.
    """
    code = article.language or _language_of(article.text)
    try:
        return load_pack(code.partition("-")[0].lower())
    except LanguageError as error:
        told = "" if article.language else " (told from its text; --language or front matter overrides it)"
        raise LanguageError(f"{error.message}{told}", article.path or article.id) from None


def _language_of(text: str) -> str:
    """Return the likely language of a text.

    A short text is too little for the model, which then errs between languages; the small words and verbs of the packs
    decide, and where they tell nothing, the model again, among the languages that have a pack.
    """
    ranked = rank_languages(text)
    if len(text) >= _SHORT:
        return ranked[0]
    words = _WORD.findall(text.lower())
    votes = {code: sum(_is_word_of(word, load_pack(code)) for word in words) for code in available()}
    best = max(votes.values())
    leaders = [code for code in ranked if votes.get(code, -1) == best]
    is_told = best >= len(words) * _LEAST_VOTE or ranked[0] in votes or len(words) < _FEW_WORDS
    return leaders[0] if is_told else ranked[0]


def _is_word_of(word: str, pack: Pack) -> bool:
    return word in pack.function_words or word in pack.predicates
