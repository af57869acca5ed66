"""Loading this module reads one article, so that processes made from one that has it are ready for the next.

English, for most archives have some of it; other packs are loaded by the processes that meet them.
"""

from __future__ import annotations

from claimcheck.adapters.langid import rank_languages
from claimcheck.extract import extract_claims
from claimcheck.lang import load_pack
from claimcheck.model import Article

__all__: list[str] = []

_TEXT = "$3.5, 40 %, 12 km, 2024-05-03."
rank_languages(_TEXT)
extract_claims(Article("", _TEXT, language="en"), load_pack("en"), None)
