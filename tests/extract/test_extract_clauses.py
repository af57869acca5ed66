"""Phrases and clauses: which verb has which subject, and which phrases follow it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.adapters.spacy import sentences
from claimcheck.extract.clauses import analyse
from claimcheck.extract.syntax import NounPhrase, Syntax, VerbGroup
from claimcheck.lang import Pos, available, load_pack


def analysed(text: str, language: str) -> tuple[Syntax, list[str]]:
    """Take the first sentence apart; numbers are known as quantities."""
    tokens = sentences(text, language)[0].tokens
    numbers = [at for at, token in enumerate(tokens) if token.text[0].isdigit()]
    syntax = analyse(tokens, load_pack(language), dict.fromkeys(numbers, Pos.NUM), frozenset(numbers))
    return syntax, [token.text for token in tokens]


def words(of: NounPhrase | VerbGroup | None, tokens: list[str]) -> str | None:
    return None if of is None else " ".join(tokens[of.first : of.end])


# language, sentence, and the subject of each verb
SUBJECTS = [
    ("en", "The mill sold 40 boats.", {"sold": "The mill"}),
    ("en", "The mill that sold 40 boats closed.", {"sold": "The mill", "closed": "The mill"}),
    ("en", "The mill which has 40 boats in Velme has said nothing.", {"has": "The mill", "has said": "The mill"}),
    ("en", "The mill, founded in Velme, makes 40 boats.", {"founded": "The mill", "makes": "The mill"}),
    ("en", "Founded in Velme, the mill makes 40 boats.", {"makes": "the mill"}),
    ("en", "To save money, the mill sold a boat.", {"sold": "the mill"}),
    ("en", "The mill said profits rose.", {"said": "The mill", "rose": "profits"}),
    ("en", "The mill said profits increased by 4.", {"said": "The mill", "increased": "profits"}),
    ("en", "They say the mill, sold in May, lost 40 boats.", {"say": "They", "lost": "the mill"}),
    ("en", "The mill bought a boat and sold a cart.", {"bought": "The mill", "sold": "The mill"}),
    ("en", "The mill bought a boat and the farm sold a cart.", {"bought": "The mill", "sold": "the farm"}),
    ("en", "If the mill paid them it would save 40.", {"paid": "the mill", "would save": "it"}),
    ("en", "The mill sold the unit based in Velme.", {"sold": "The mill", "based": "the unit"}),
    ("en", "Sales fell after the mill lost a boat.", {"fell": "Sales", "lost": "the mill"}),
    ("en", "The mill (a ruin) sold a boat.", {"sold": "The mill"}),
    ("en", "It has begun to build a boat.", {"has begun": "It", "to build": "It"}),
    ("en", "The mill cut costs by 5.", {"cut": "The mill"}),
    ("de", "Im Mai kaufte die Firma 40 Boote.", {"kaufte": "die Firma"}),
    ("de", "Die Firma, die 40 Boote verkaufte, schweigt.", {"verkaufte": "Die Firma"}),
    ("de", "Weil der Preis steigt, verkauft die Firma 40 Boote.", {"steigt": "der Preis", "verkauft": "die Firma"}),
    (
        "de",
        "Die Stadt meldet, dass das Wasser stieg bis zum Abend und 40 Boote zerstörte.",
        {"meldet": "Die Stadt", "stieg": "das Wasser"},
    ),
    ("nl", "In mei kocht het bedrijf 40 boten.", {"kocht": "het bedrijf"}),
    (
        "nl",
        "De bank zei dat de winst daalde tijdens de crisis en 3 miljoen bedroeg.",
        {"zei": "De bank", "daalde": "de winst"},
    ),
    ("fr", "Le moulin qui a vendu 40 bateaux a fermé.", {"a vendu": "Le moulin", "a fermé": "Le moulin"}),
    ("fr", "Dans un port qui remodèle la côte, Corvid et Lumen ont vendu 40 bateaux.", {"ont vendu": "Corvid"}),
    ("fr", "Les villes veulent les fermer.", {"veulent": "Les villes", "fermer": "Les villes"}),
    ("es", "La empresa que compró 40 barcos ganó 3 millones.", {"compró": "La empresa", "ganó": "La empresa"}),
    ("it", "L'azienda ha detto che i prezzi sono saliti.", {"sono saliti": "i prezzi"}),
    ("pt", "A empresa vendeu 40 barcos e comprou 3 carros.", {"vendeu": "A empresa", "comprou": "A empresa"}),
]


@pytest.mark.parametrize(("language", "text", "expected"), SUBJECTS)
def test_a_verb_has_its_subject(language: str, text: str, expected: dict[str, str]) -> None:
    syntax, tokens = analysed(text, language)
    found = {words(verb, tokens): words(verb.subject, tokens) for verb in syntax.verbs}
    assert {verb: found[verb] for verb in expected} == expected


# language, sentence, and its noun phrases, with the preposition before each
PHRASES = [
    ("en", "The mill cost the town 40 euros.", [("The mill", None), ("the town", None), ("40 euros", None)]),
    ("en", "It made a record 40 euros.", [("It", None), ("a record 40 euros", None)]),
    ("en", "It paid buyers 40 euros.", [("It", None), ("buyers", None), ("40 euros", None)]),
    ("en", "The mill's boat lay in the bay.", [("The mill 's boat", None), ("the bay", "in")]),
    (
        "en",
        "A set of tools, according to police data.",
        [("A set", None), ("tools", "of"), ("police data", "according")],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), PHRASES)
def test_noun_phrases_and_their_prepositions(language: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    syntax, tokens = analysed(text, language)
    assert [(words(p, tokens), None if p.case is None else tokens[p.case]) for p in syntax.phrases] == expected


CORES = {code: sorted(load_pack(code).syntax.small)[::3] for code in available()}
VERBS = {
    code: sorted(load_pack(code).syntax.verbs)[:: max(1, len(load_pack(code).syntax.verbs) // 60)] for code in CORES
}


@given(st.data())
def test_any_row_of_words_of_any_language_is_taken_apart(data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(sorted(CORES)))
    word = (
        st.sampled_from(CORES[code])
        | st.sampled_from(VERBS[code])
        | st.sampled_from([*"30,();:—“”-/", "Lumen", "mill"])
    )
    text = " ".join(data.draw(st.lists(word, min_size=1, max_size=40)))
    tokens = sentences(text, code)[0].tokens
    numbers = [at for at, token in enumerate(tokens) if token.text[0].isdigit()]
    syntax = analyse(tokens, load_pack(code), dict.fromkeys(numbers, Pos.NUM), frozenset(numbers))
    assert len(syntax.tags) == len(syntax.clauses) == len(tokens)
    for one, other in pairwise(syntax.phrases):
        assert one.first < one.end <= other.first < other.end
    for phrase in syntax.phrases:
        assert phrase.clause is not None
        assert phrase in phrase.clause.phrases


def test_a_sentence_twice_as_long_has_twice_the_phrases() -> None:
    clause = "the mill that sold 40 boats to a town said it had bought 30 carts , and "
    for count in (8, 16):
        tokens = sentences(clause * count, "en")[0].tokens
        syntax = analyse(tokens, load_pack("en"), {}, frozenset())
        assert len(syntax.phrases) == len(analysed(clause, "en")[0].phrases) * count
