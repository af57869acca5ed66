"""Language packs: everything that a language brings, as data."""

from claimcheck.lang.lexicon import Hit, PhraseTable, fold
from claimcheck.lang.pack import Pack, available, load_pack, predicate_group

__all__ = ["Hit", "Pack", "PhraseTable", "available", "fold", "load_pack", "predicate_group"]
