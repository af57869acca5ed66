"""How much one input may hold: what comes from the web may be endless, and must not take all memory or all day."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """The settings of the same names, which every message on a limit names."""

    max_file_size: int = 100_000_000
    """Bytes of a file or of the standard input."""
    max_article_length: int = 1_000_000
    """Characters of a text."""
    max_label_length: int = 4_000
    """Characters of an id, a source, a title or an address: each claim of the article repeats some of them."""
    max_page_tags: int = 50_000
    """Tags of a web page: finding its article takes longer and longer with their number."""
    max_tag_attributes: int = 10_000
    """Attributes of one tag of a web page: the cost of reading them grows as the square of their number."""

    def passed(self, name: str, unit: str) -> str:
        """Say that an input holds more than the limit of a name permits."""
        return f"holds more than {getattr(self, name):,} {unit} (the setting {name.replace('_', '-')})"
