"""Language packs: everything that a language brings, as data."""

from claimcheck.lang.common import (
    amounts_of_one,
    dollar_marks,
    home_dollars,
    losses,
    measures_of_units,
    money_measures,
    owned_measures,
    predicate_group,
    shares_of_measures,
    units_of_measures,
    yearly_measures,
)
from claimcheck.lang.lexicon import Hit, PhraseTable, fold
from claimcheck.lang.pack import Pack, available, load_pack
from claimcheck.lang.quantities import NumberLexicon, Opener, QuantityLexicon
from claimcheck.lang.syntax import Pos, SyntaxLexicon, VerbForm
from claimcheck.lang.tokens import Tokens, tokenise

__all__ = [
    "Hit",
    "NumberLexicon",
    "Opener",
    "Pack",
    "PhraseTable",
    "Pos",
    "QuantityLexicon",
    "SyntaxLexicon",
    "Tokens",
    "VerbForm",
    "amounts_of_one",
    "available",
    "dollar_marks",
    "fold",
    "home_dollars",
    "load_pack",
    "losses",
    "measures_of_units",
    "money_measures",
    "owned_measures",
    "predicate_group",
    "shares_of_measures",
    "tokenise",
    "units_of_measures",
    "yearly_measures",
]
