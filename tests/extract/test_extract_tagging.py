"""Parts of speech by rules: what a word is where it stands."""

from __future__ import annotations

import pytest

from claimcheck.adapters.spacy import sentences
from claimcheck.extract.tagging import tag
from claimcheck.lang import Pos, available, load_pack


def tagged(text: str, language: str, names: tuple[str, ...] = ()) -> dict[str, str]:
    """Return the part of speech of each word of a sentence; digits are known as quantities, `names` as names."""
    tokens = sentences(text, language)[0].tokens
    known = {at: Pos.NUM for at, token in enumerate(tokens) if token.text[0].isdigit()}
    known |= {at: Pos.PROPN for at, token in enumerate(tokens) if token.text in names}
    tags = tag(tokens, load_pack(language), known)
    labels = {value: label for label, value in vars(Pos).items() if isinstance(value, int)}
    return {token.text: labels[pos] for token, pos in zip(tokens, tags, strict=True)}


# language, sentence, and what the words in question are in it
TAGS = [
    ("en", "The firm plans to cut costs.", {"plans": "VERB", "to": "PART", "cut": "VERB", "costs": "NOUN"}),
    ("en", "The plans of the firm were cut.", {"plans": "NOUN", "of": "ADP", "cut": "VERB"}),
    ("en", "The unit costs 40 euros.", {"costs": "VERB"}),
    ("en", "Unit costs of 40 euros fell.", {"costs": "NOUN", "fell": "VERB"}),
    ("en", "It rose to 40 euros.", {"It": "PRON", "to": "ADP"}),
    ("en", "The mill that it sold is old.", {"that": "REL", "sold": "VERB"}),
    ("en", "They said that it rose.", {"that": "SCONJ"}),
    ("en", "In that mill it sold boats.", {"that": "DET"}),
    ("en", "The town makes mid-sized engines.", {"sized": "NOUN", "makes": "VERB"}),
    ("en", "He paid a staggering 40 euros.", {"staggering": "NOUN"}),
    ("en", "By selling 40 mills, it gained.", {"selling": "VERB"}),
    ("en", "The building has a rate.", {"building": "NOUN"}),
    ("en", "They are building a mill.", {"building": "VERB"}),
    ("en", "Mill shares up 40 percent.", {"up": "VERB"}),
    ("en", "Shares were up 40 percent.", {"up": "ADV"}),
    ("en", "The moon quobbled, and it orbits slowly.", {"orbits": "VERB", "slowly": "ADV"}),
    ("en", "The weekly sum fell.", {"weekly": "NOUN"}),
    ("en", "12 firms see the end.", {"see": "VERB"}),
    ("en", "The firm's 40 mills closed.", {"'s": "POSS", "closed": "VERB"}),
    ("en", "They want to “build a mill”.", {"to": "PART", "build": "VERB"}),
    ("en", "Lumen cut costs.", {"cut": "VERB", "costs": "NOUN"}),
    ("en", "They are still living in Velme.", {"living": "VERB"}),
    ("fr", "Ils veulent les fermer.", {"les": "PRON", "fermer": "VERB"}),
    ("fr", "Les villes ont fermé.", {"Les": "DET", "ont": "AUX", "fermé": "VERB"}),
    ("fr", "L’entreprise qui remodèle le port ferme.", {"qui": "REL", "remodèle": "VERB"}),
    ("de", "Die Kosten von 40 Euro steigen.", {"Kosten": "NOUN", "steigen": "VERB"}),
    ("de", "Die Firma, der Chef und die Stadt zahlen.", {"der": "DET", "zahlen": "VERB"}),
    ("nl", "Het bedrijf dat 40 boten kocht, sluit.", {"dat": "REL", "kocht": "VERB"}),
    ("es", "La compra de la empresa costó 40 euros.", {"compra": "NOUN", "costó": "VERB"}),
    ("it", "La società compra 40 barche.", {"La": "DET", "compra": "VERB"}),
    ("pt", "Os feridos foram levados.", {"Os": "DET", "foram": "AUX", "levados": "VERB"}),
]


@pytest.mark.parametrize(("language", "text", "expected"), TAGS)
def test_words_are_tagged_by_form_and_place(language: str, text: str, expected: dict[str, str]) -> None:
    tags = tagged(text, language)
    assert {word: tags[word] for word in expected} == expected


# a sentence about Norrby or Lumen, which are known as names, and what the words in question are in it
TAGS_BEFORE_NAMES = [
    ("A quake hit southern Norrby.", {"hit": "VERB", "southern": "NOUN"}),
    ("A quake of 4.6 hit southern Norrby.", {"hit": "VERB", "southern": "NOUN"}),
    ("A quake of 4.6 shut old northern Norrby.", {"shut": "VERB", "northern": "NOUN"}),
    ("The storm cut northern Norrby off.", {"cut": "VERB", "northern": "NOUN"}),
    # no name after the nouns, or none that they lead to
    ("The band played 12 hit songs.", {"played": "VERB", "hit": "NOUN", "songs": "NOUN"}),
    ("A row of 12 hit songs.", {"hit": "NOUN", "songs": "NOUN"}),
    ("They sold 12 cut stones of Norrby.", {"sold": "VERB", "cut": "NOUN", "stones": "NOUN"}),
    # the clause has its verb
    ("The band played 12 hit songs Lumen wrote.", {"played": "VERB", "hit": "NOUN", "songs": "NOUN"}),
    # no past form
    ("A storm of force 9 builds northern Norrby dunes.", {"builds": "NOUN"}),
    # right after a determiner
    ("The hit song Lumen wrote sold well.", {"hit": "NOUN", "wrote": "VERB"}),
]


@pytest.mark.parametrize(("text", "expected"), TAGS_BEFORE_NAMES)
def test_a_past_form_before_nouns_that_lead_to_a_name_is_a_verb(text: str, expected: dict[str, str]) -> None:
    tags = tagged(text, "en", ("Norrby", "Lumen"))
    assert {word: tags[word] for word in expected} == expected


@pytest.mark.parametrize("code", available())
def test_every_pack_knows_forms_that_it_does_not_list(code: str) -> None:
    syntax = load_pack(code).syntax
    assert syntax.endings
    for ending, form in syntax.endings:
        word = f"xqzxqz{ending}"
        assert syntax.verb_form(word) == next(f for e, f in syntax.endings if word.endswith(e))
        assert form


@pytest.mark.parametrize("code", available())
def test_what_is_no_verb_is_none_whatever_its_ending(code: str) -> None:
    syntax = load_pack(code).syntax
    listed = [word for word, form in syntax.verbs.items() if not form]
    assert listed
    assert {syntax.verb_form(word) for word in listed} == {0}
