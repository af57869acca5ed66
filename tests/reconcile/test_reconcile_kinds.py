"""Numbers of two kinds of thing, from their words to the verdict: they are no conflict."""

from __future__ import annotations

import pytest
from statements import told_by

# language, two texts
TWO_KINDS = [
    # another word beside one noun
    ("en", "Corvid's net profit was $3 billion.", "Corvid's operating profit was $4 billion."),
    ("de", "Der Nettogewinn von Corvid betrug 3 Milliarden Euro.", "Der Umsatz von Corvid betrug 4 Milliarden Euro."),
    # a part of what is counted
    ("en", "Corvid sold 300 electric cars.", "Corvid sold 900 cars."),
    ("de", "Corvid verkaufte 300 elektrische Autos.", "Corvid verkaufte 900 Autos."),
    ("en", "Corvid sold 300 cars in Leeds.", "Corvid sold 900 cars worldwide."),
    ("de", "Corvid beschäftigt 300 Menschen in Leipzig.", "Corvid beschäftigt 4000 Menschen."),
    ("en", "Corvid has 300 employees in Leeds.", "Corvid has 3,000 employees."),
    # shares of two things
    ("en", "Some 3 percent of schools in Leeds are closed.", "Some 12 percent of shops in Leeds are closed."),
    ("en", "Corvid says 30 percent of its cars are electric.", "Corvid says 12 percent of its trucks are electric."),
    # so much of two things
    ("en", "Police in Leeds found 30 kilograms of cocaine.", "Police in Leeds found 12 kilograms of heroin."),
    ("es", "La policía incautó 30 kilos de cocaína.", "La policía incautó 12 kilos de heroína."),
    # two numbered things
    ("en", "Corvid's first plant will produce 300 cars a day.", "Corvid's second plant will produce 500 cars a day."),
    ("de", "Die erste Phase kostet 3 Millionen Euro.", "Die zweite Phase kostet 5 Millionen Euro."),
    ("fr", "La première phase coûte 3 millions d'euros.", "La deuxième phase coûte 5 millions d'euros."),
    ("es", "La primera fase cuesta 3 millones de euros.", "La segunda fase cuesta 5 millones de euros."),
    ("pt", "A primeira fase custa 3 milhões de euros.", "A segunda fase custa 5 milhões de euros."),
    ("nl", "De eerste fase kost 3 miljoen euro.", "De tweede fase kost 5 miljoen euro."),
    # two dimensions
    ("en", "The bridge is 300 metres long.", "The bridge is 30 metres wide."),
    ("de", "Die Brücke ist 300 Meter lang.", "Die Brücke ist 30 Meter breit."),
    ("fr", "Le pont mesure 300 mètres de long.", "Le pont mesure 30 mètres de large."),
    ("es", "El puente mide 300 metros de largo.", "El puente mide 30 metros de ancho."),
    ("it", "Il ponte è lungo 300 metri.", "Il ponte è largo 30 metri."),
    ("pt", "A ponte tem 300 metros de comprimento.", "A ponte tem 30 metros de largura."),
    ("nl", "De brug is 300 meter lang.", "De brug is 30 meter breed."),
    # two things without a name
    ("en", "The bridge is 300 metres long.", "The tunnel is 900 metres long."),
    ("en", "The euro rose to $1.08.", "The pound rose to $1.27."),
    ("en", "Tickets cost $30 for adults.", "Tickets cost $12 for children."),
    # two measures of money
    ("en", "Corvid's profit was $3 billion.", "Corvid's revenue was $4 billion."),
    ("fr", "Le bénéfice de Corvid a été de 3 milliards d'euros.", "La dette de Corvid est de 4 milliards d'euros."),
    (
        "es",
        "El beneficio de Corvid fue de 3.000 millones de euros.",
        "Los ingresos de Corvid fueron de 4.000 millones.",
    ),
    ("it", "L'utile di Corvid è stato di 3 miliardi di euro.", "I ricavi di Corvid sono stati di 4 miliardi di euro."),
    ("pt", "O lucro da Corvid foi de 3 bilhões de euros.", "A receita da Corvid foi de 4 bilhões de euros."),
    ("nl", "De winst van Corvid was 3 miljard euro.", "De omzet van Corvid was 4 miljard euro."),
    ("en", "Corvid paid $3 billion in taxes.", "Corvid paid $4 billion in dividends."),
    # two deeds
    ("en", "Corvid closed 30 shops.", "Corvid opened 45 shops."),
    ("en", "Corvid has 300 shops.", "Corvid opened 45 shops."),
    # a first part of the whole
    ("en", "Corvid will invest $3 billion in the first phase.", "Corvid will invest $10 billion in total."),
    ("de", "Corvid investiert 3 Milliarden Euro in einer ersten Phase.", "Corvid investiert 10 Milliarden Euro."),
    ("fr", "Corvid investira 3 milliards d'euros dans un premier temps.", "Corvid investira 10 milliards d'euros."),
    (
        "es",
        "Corvid invertirá 3.000 millones de euros en una primera fase.",
        "Corvid invertirá 10.000 millones de euros.",
    ),
    ("it", "Corvid investirà 3 miliardi di euro in una prima fase.", "Corvid investirà 10 miliardi di euro."),
    ("pt", "A Corvid investirá 3 bilhões de euros numa primeira fase.", "A Corvid investirá 10 bilhões de euros."),
    ("nl", "Corvid investeert 3 miljard euro in een eerste fase.", "Corvid investeert 10 miljard euro."),
]

ONE_KIND = [
    ("en", "Corvid's net profit was $3 billion.", "Corvid's profit was $4 billion."),
    ("en", "Corvid sold 300 cars.", "Corvid sold 900 cars."),
    ("en", "Corvid sold 900 electric cars.", "Corvid sold 300 cars."),  # a part is no larger than the whole
    ("en", "Corvid sold 300 cars in Leeds.", "Corvid sold 350 cars."),
    ("en", "Corvid's first plant in Leeds costs $3 billion.", "Corvid's first plant in Leeds costs $4 billion."),
    ("en", "Some 3 percent of schools in Leeds are closed.", "Some 12 percent of schools in Leeds are closed."),
    ("en", "Corvid sold 300 cars in Leeds.", "Corvid sold 900 cars in Leeds."),
    ("en", "The bridge is 300 metres long.", "The bridge is 400 metres long."),
    ("en", "Police found 30 kilograms of cocaine.", "Police found 12 kilograms of cocaine."),
    ("en", "The damage from the flood in Leeds is $3 billion.", "The cost of the flood in Leeds is $4 billion."),
    ("en", "Corvid shares fell 3 percent on Monday.", "Corvid shares lost 5 percent on Monday."),
    ("en", "The Harrow bridge cost $30 million.", "The Harrow bridge was built for $45 million."),
    ("en", "The deal is worth $3 billion.", "The agreement is worth $4 billion."),
    ("en", "The firm's plant in Leeds costs $3 billion.", "The project in Leeds costs $4 billion."),
]


def has_conflict(language: str, one: str, other: str) -> bool:
    return any(fact.verdict.value == "conflict" for fact in told_by(language, one, other).facts)


@pytest.mark.parametrize(("language", "one", "other"), TWO_KINDS)
def test_numbers_of_two_kinds_are_no_conflict(language: str, one: str, other: str) -> None:
    assert not has_conflict(language, one, other)


@pytest.mark.parametrize(("language", "one", "other"), ONE_KIND)
def test_numbers_of_one_kind_are_one(language: str, one: str, other: str) -> None:
    assert has_conflict(language, one, other)


# language, two texts with one number
BY_CHANCE = [
    ("en", "Corvid's profit was $3 billion.", "Corvid's debt is $3 billion."),
    ("en", "Inflation was 3 percent.", "Unemployment was 3 percent."),
    ("fr", "L'inflation a atteint 3 %.", "Le chômage a atteint 3 %."),
    ("en", "The bridge is 30 metres wide.", "The bridge is 30 metres high."),
    ("en", "Corvid closed 30 shops.", "Corvid opened 30 shops."),
    ("en", "The fire injured 30 people.", "Police arrested 30 people."),
    ("de", "Der Brand verletzte 30 Menschen.", "Die Polizei nahm 30 Menschen fest."),
]


@pytest.mark.parametrize(("language", "one", "other"), BY_CHANCE)
def test_one_number_of_two_measures_or_deeds_is_no_agreement(language: str, one: str, other: str) -> None:
    report = told_by(language, one, other)
    assert len(report.claims) == 2
    assert all(len(fact.claims) == 1 for fact in report.facts)
