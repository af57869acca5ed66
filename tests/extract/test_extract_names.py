"""Names of people, firms and places."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimcheck.adapters.spacy import sentences
from claimcheck.extract.names import common_nouns, find_names, seen_names
from claimcheck.extract.sentence import SentenceReader
from claimcheck.lang import load_pack


def names(text: str, language: str, seen_in: str = "") -> list[str]:
    """Return the names of the first sentence of a text; `seen_in` is the rest of its article."""
    sentence = sentences(text, language)[0]
    return [name.text for name in find_names(sentence.tokens, load_pack(language), seen_names(f"{text}\n{seen_in}"))]


NAMES = [
    ("en", "The firm Corvid bought Lumen.", ["Corvid", "Lumen"]),
    ("en", "Officials in Norrby met Ann Lee on Monday.", ["Norrby", "Ann Lee"]),
    ("en", "Palo Alto is in California.", ["Palo Alto", "California"]),
    ("en", "CEO Ann Lee leaves Corvid in March.", ["Ann Lee", "Corvid"]),
    ("en", "The people of Alsace-Lorraine met.", ["Alsace-Lorraine"]),
    ("en", "It cost US$4 for John.", ["John"]),
    ("en", "The iPhone sold well.", ["iPhone"]),
    ("en", "Today Velme flooded.", ["Velme"]),
    # the code of a currency is one beside a number
    ("en", "The firms Corvid and RON met Bob Ashby and Gel.", ["Corvid", "RON", "Bob Ashby", "Gel"]),
    ("en", "Norrby paid BRL 40 and 30 billion PEN to TOP.", ["Norrby", "TOP"]),
    ("en", "Norrby gives its costs in EUR.", ["Norrby"]),
    ("de", "Corvid zahlt 40 Mrd. BRL an RON.", ["Corvid", "RON"]),
    ("es", "Corvid pagó 40 millones de BRL a Gel.", ["Corvid", "Gel"]),
    ("fr", "Bob Ashby paie 40 millions RON à Corvid.", ["Bob Ashby", "Corvid"]),
    ("it", "Corvid paga 40 milioni di BRL a Pen.", ["Corvid", "Pen"]),
    ("nl", "Corvid betaalt BRL 40 miljoen aan Gel.", ["Corvid", "Gel"]),
    ("pt", "Corvid paga 40 milhões de PEN a Ron Ashby.", ["Corvid", "Ron Ashby"]),
    ("en", "Floods were near.", []),
    ("en", "It was the best day.", []),
    ("fr", "L’alliance entre Nvidia et OpenAI est signée.", ["Nvidia", "OpenAI"]),
    ("fr", "Le président Jean Martin quitte Lyon lundi.", ["Jean Martin", "Lyon"]),
    ("fr", "Selon Météo-France, la crue baisse.", ["Météo-France"]),
    ("fr", "Personne ne parle.", []),
    ("de", "Das Unternehmen Corvid kauft das Werk Lumen mit allen Mitarbeitern.", ["Corvid", "Lumen"]),
    ("de", "Den Umsatz und die Aktien nennt Corvid in Euro.", ["Corvid"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), NAMES)
def test_names(language: str, text: str, expected: list[str]) -> None:
    assert names(text, language) == expected


def test_a_noun_behind_an_article_is_no_name_where_all_nouns_have_capitals() -> None:
    text = "Ein Feuer zerstörte das Wohnhaus in Velme. Die Deutsche Bank und Corvid melden Feuer und Schaden."
    pack, parts = load_pack("de"), sentences(text, "de")
    common = common_nouns(text, pack)
    assert {"feuer", "wohnhaus"} <= common
    assert "deutsche" not in common
    found = [name.text for part in parts for name in find_names(part.tokens, pack, seen_names(text), common)]
    assert found == ["Velme", "Deutsche Bank", "Corvid"]
    assert common_nouns("The fire hit the Mill.", load_pack("en")) == frozenset()


def test_what_is_found_is_by_the_pack_that_is_given() -> None:
    german = load_pack("de")
    own = replace(german, syntax=replace(german.syntax, articles=frozenset({"dat"})))
    assert common_nouns("Dat Feuer und ein Haus.", own) == {"feuer"}
    assert common_nouns("Dat Feuer und ein Haus.", german) == {"haus"}
    english, text = load_pack("en"), "The costs soared and frobbed."
    reader = SentenceReader(text, replace(english, predicates={"frobbed": english.predicates["soared"]}))
    (sentence,) = sentences(text, "en")
    assert [(found.first, found.name) for found in reader.view(sentence).predicates] == [(4, "rise")]


@pytest.mark.parametrize(("rest", "expected"), [("", []), ("Last year the owners of Harbour sold it.", ["Harbour"])])
def test_the_first_word_is_a_name_where_the_article_shows_it(rest: str, expected: list[str]) -> None:
    assert names("Harbour and town slept.", "en", rest) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The owners of Ångström and Östra in Élan met, said Šárka of Łącko.", "en", "ångström östra élan šárka łącko"),
        ("Les élus d'Orme et Électra ont parlé à Évane.", "fr", "électra évane"),
        ("El puerto de Ávelo es de Óbrega.", "es", "ávelo óbrega"),
        ("Floods near ötting were over.", "en", ""),
    ],
)
def test_a_capital_of_any_language_makes_a_name_inside_a_sentence(text: str, language: str, expected: str) -> None:
    assert seen_names(text) == set(expected.split())
    opening = expected.split()[:1]
    assert [name.lower() for name in names(f"{''.join(opening).title()}, in fact, slept.", language, text)] == opening


def test_a_word_with_an_inner_capital_is_a_name_anywhere() -> None:
    assert names("OpenAI closed its doors.", "en") == ["OpenAI"]


HEADLINE = "Storm Hits Coast And Corvid Loses Power"
BODY = "Nobody at the firm Corvid had seen it come."


def test_a_headline_has_the_names_that_its_article_has() -> None:
    tokens = sentences(HEADLINE, "en")[0].tokens
    assert [name.text for name in find_names(tokens, load_pack("en"), seen_names(BODY))] == ["Corvid"]


def test_a_headline_does_not_vouch_for_its_own_words() -> None:
    assert names(HEADLINE, "en", BODY) == ["Corvid"]


@pytest.mark.parametrize("stop", [".", "!", "?", "…"])
def test_a_line_that_ends_with_a_full_stop_is_no_headline(stop: str) -> None:
    line = f"The Storm Hit Norrby Hard{stop}"
    assert seen_names(line) == {"storm", "hit", "norrby", "hard"}
    assert seen_names(line.removesuffix(stop)) == frozenset()
    assert names(line, "en") == ["Storm Hit Norrby Hard"]


def test_names_keep_their_places() -> None:
    sentence = sentences("The firm Corvid met its founder Ann Lee.", "en")[0]
    found = find_names(sentence.tokens, load_pack("en"), frozenset())
    assert [[token.text for token in sentence.tokens[name.first : name.end]] for name in found] == [
        ["Corvid"],
        ["Ann", "Lee"],
    ]


@pytest.mark.parametrize("text", ["Nobody was hurt.", "Everyone died.", "Nothing was stolen."])
def test_a_pronoun_is_no_name(text: str) -> None:
    assert names(text, "en") == []


@pytest.mark.parametrize("name", ["New York", "New Zealand"])
def test_new_may_begin_a_name(name: str) -> None:
    assert names(f"They met in {name} on Monday.", "en") == [name]


def test_a_sentence_may_begin_with_a_name_of_two_words() -> None:
    assert names("Ann Lee and Bo Kim met.", "en") == ["Ann Lee", "Bo Kim"]
