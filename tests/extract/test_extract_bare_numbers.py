"""Bare numbers: what they count or cost is told by the words around them."""

from __future__ import annotations

import pytest

import claimcheck

# language, text, the number, its unit ("" for none) and the class of what happened; None where there is no claim
TOLLS = [
    ("en", "The death toll rose on Thursday to 19.", "19", "person", "kill"),
    ("en", "The injured are now 243.", "243", "person", "injure"),
    ("es", "La cifra de muertos ascendió este jueves a 19.", "19", "person", "kill"),
    ("es", "Los heridos son ya 243.", "243", "person", "injure"),
    ("fr", "Le nombre de morts est monté jeudi à 19.", "19", "person", "kill"),
    ("it", "Il numero dei feriti è salito giovedì a 19.", "19", "person", "injure"),
    ("en", "The flood killed 10 people, injuring other 70.", "70", "person", "injure"),
    ("en", "The dead were found in room 12.", "12", None, None),
    ("en", "The killer was 34.", "34", None, None),
    ("en", "He was injured, and the score was 3.", "3", None, None),
]


@pytest.mark.parametrize(("language", "text", "number", "unit", "predicate"), TOLLS)
def test_a_number_to_which_a_toll_leads_counts_people(
    language: str, text: str, number: str, unit: str | None, predicate: str | None
) -> None:
    found = [claim for claim in claimcheck.extract(text, language=language) if claim.text == number]
    assert [(c.quantity and c.quantity.unit, c.predicate) for c in found] == ([(unit, predicate)] if unit else [])


# language, text, the number, and its unit
COUNTED = [
    ("en", "Weekly users have climbed to 45 million.", "45 million", "user/week"),
    ("en", "Applications rose to 3,700 on Friday.", "3,700", "application"),
    ("en", "The applications are now 3,700.", "3,700", "application"),
    ("it", "Le candidature arrivate finora sono 2.300.", "2.300", "candidatura"),
    ("es", "Los desplazados suman 3.100.", "3.100", "person"),
    ("de", "Rund 60 weitere wurden nach Angaben der Polizei verletzt.", "Rund 60", "person"),
    ("en", "The shares fell to 38.26.", "38.26", ""),
    ("de", "Der Wert ist 35 oder mehr.", "35 oder mehr", ""),
    # The noun that was counted before, left out where a joined clause begins.
    ("en", "Some 640 homes were damaged and more than 860 were destroyed.", "more than 860", "home"),
    ("es", "Se han derrumbado 180 casas y más de 860 han resultado dañadas.", "más de 860", "house"),
    ("es", "Catorce personas han muerto y más de un centenar ha sufrido heridas.", "más de un centenar", "person"),
    ("en", "The index fell 20 points and 30 billion was wiped out.", "30 billion", ""),
    ("en", "The pipe is 640 metres long and more than 860 were needed.", "more than 860", ""),
    ("en", "It lost 640 homes and 3 percent, and more than 860 were needed.", "more than 860", ""),
]


@pytest.mark.parametrize(("language", "text", "number", "unit"), COUNTED)
def test_a_bare_number_counts_what_its_verb_or_the_clause_before_counts(
    language: str, text: str, number: str, unit: str
) -> None:
    (found,) = [claim for claim in claimcheck.extract(text, language=language) if claim.text == number]
    assert found.quantity is not None
    assert found.quantity.unit == unit


# language, text, the number, and its unit
MONEY = [
    ("en", "Corvid spent 3 million euros, of which 2 million came from Lumen.", "2 million", "EUR"),
    ("en", "Corvid paid 3 million euros. Revenue reached 2.6 million.", "2.6 million", "EUR"),
    ("it", "Corvid ha pagato 3 milioni di euro. I ricavi hanno raggiunto i 2,6 miliardi.", "2,6 miliardi", "EUR"),
    ("en", "Corvid paid 3 million euros. It has 2 million users.", "2 million users", "user"),
    ("en", "Corvid paid 3 million euros. The video was seen 2 million times.", "2 million times", "fold"),
    ("en", "Corvid has 2 million.", "2 million", ""),
    ("en", "Assets of 2.41 billion ($2.87bn) were named.", "2.41 billion", ""),
]


@pytest.mark.parametrize(("language", "text", "number", "unit"), MONEY)
def test_a_large_number_of_money_is_in_the_currency_of_the_article(
    language: str, text: str, number: str, unit: str
) -> None:
    (found,) = [claim for claim in claimcheck.extract(text, language=language) if claim.text == number]
    assert found.quantity is not None
    assert found.quantity.unit == unit


# language, text, the words of the claim
MISSING = [
    ("en", "Three people are missing in Velme.", "Three people"),
    ("fr", "Trois personnes sont portées disparues à Velme.", "Trois personnes"),
    ("de", "Drei Menschen werden in Velme vermisst.", "Drei Menschen"),
    ("es", "Hay tres desaparecidos en Velme.", "tres desaparecidos"),
    ("it", "Ci sono tre dispersi a Velme.", "tre dispersi"),
    ("pt", "Há três desaparecidos em Velme.", "três desaparecidos"),
    ("nl", "Drie mensen worden in Velme vermist.", "Drie mensen"),
]


@pytest.mark.parametrize(("language", "text", "words"), MISSING)
def test_the_missing_are_a_class_of_their_own(language: str, text: str, words: str) -> None:
    (found,) = [claim for claim in claimcheck.extract(text, language=language) if claim.text == words]
    assert found.predicate == "miss"


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("it", "La centrale ha una potenza di 85 MW. Il gruppo Corvid impiega 4.300 dipendenti.", "4.300 dipendenti"),
        ("de", "Der Schaden liegt bei 24 Mrd. Euro. Die Corvid AG zahlt 3 Millionen Euro.", "3 Millionen Euro"),
    ],
)
def test_a_unit_is_no_name(language: str, text: str, words: str) -> None:
    found = claimcheck.extract(text, language=language)
    assert words in {claim.text for claim in found}
    assert not {"MW", "Mrd", "Mrd."} & {name for claim in found for name in claim.participants}


@pytest.mark.parametrize(
    ("language", "text", "quantities"),
    [
        ("es", "Hubo cerca de 250 heridos y tres desaparecidos.", ["cerca de 250 heridos", "tres desaparecidos"]),
        ("es", "Más de dos mil vecinos dejaron Velme.", ["Más de dos mil vecinos"]),
        ("es", "Cuesta de 14 a 23 euros.", ["de 14 a 23 euros"]),
    ],
)
def test_a_bound_opens_no_range_and_no_year(language: str, text: str, quantities: list[str]) -> None:
    assert [claim.text for claim in claimcheck.extract(text, language=language)] == quantities


def test_a_year_in_words_stands_apart() -> None:
    (found,) = claimcheck.extract("El taller nació en dos mil tres.", language="es")
    assert found.when is not None
    assert found.when.edtf == "2003"


# language, text, the number, and the unit that it takes over; "" for none
ELIDED = [
    ("en", "Some 1,400 people sleep in halls, and another 3,500 wait.", "3,500", "person"),
    ("es", "Han caído 180 casas y otras 860 tienen daños.", "860", "house"),
    ("de", "Acht Menschen starben, rund 60 weitere kamen davon.", "rund 60", "person"),
    ("it", "Ci saranno 850 addetti e altri 600 nell'indotto.", "600", "employee"),
    ("fr", "Dix maisons sont détruites et 20 autres touchées.", "20", "house"),
    ("en", "It took 3 hours and another 2,000 were waiting.", "2,000", ""),
    ("en", "The mill has 30 boats. Another 2,000 followed.", "2,000", ""),
]


@pytest.mark.parametrize(("language", "text", "number", "unit"), ELIDED)
def test_another_number_takes_the_noun_that_was_counted(language: str, text: str, number: str, unit: str) -> None:
    (found,) = [claim for claim in claimcheck.extract(text, language=language) if claim.text == number]
    assert found.quantity is not None
    assert found.quantity.unit == unit
