"""Who and what a claim is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest

import claimcheck
from claimcheck import Claim
from claimcheck.adapters.parser import Parse, Parser
from claimcheck.extract import extract_claims
from claimcheck.lang import load_pack


def the_claim(text: str, span: str, language: str) -> Claim:
    (claim,) = (claim for claim in claimcheck.extract(text, language=language) if claim.text == span)
    return claim


# language, text, claim, and the roles that the words give it
ROLES: list[tuple[str, str, str, dict[str, Any]]] = [
    (
        "en",
        "The firm Corvid invested $3 billion in Lumen.",
        "$3 billion",
        {
            "subject": "firm Corvid",
            "subject_name": "Corvid",
            "predicate": "invest",
            "predicate_text": "invested",
            "object": "Lumen",
            "object_name": "Lumen",
        },
    ),
    (
        "en",
        "The firm Corvid paid $3 billion for Lumen, which employs 400 people.",
        "400 people",
        {"predicate": "employ", "measure": "people"},
    ),
    (
        "en",
        "The flood killed 12 people and injured 30 others in Velme.",
        "12 people",
        {"predicate": "kill", "predicate_text": "killed"},
    ),
    (
        "en",
        "The flood killed 12 people and injured 30 others in Velme.",
        "30 others",
        {"predicate": "injure", "predicate_text": "injured"},
    ),
    # What is estimated at an amount is what it measures, also where the verb is part of the claim, or late, or first.
    (
        "en",
        "Losses are estimated at $24 million.",
        "estimated at $24 million",
        {"measure": "Losses", "measure_name": "loss"},
    ),
    ("en", "They plan a mill estimated at $24 million.", "estimated at $24 million", {"measure": "mill"}),
    ("en", "It raised at least $24 million.", "at least $24 million", {"measure": None}),
    ("fr", "Le coût est estimé à 40 millions d'euros.", "estimé à 40 millions d'euros", {"measure_name": "cost"}),
    (
        "es",
        "Los daños se estiman en 40 millones de euros.",
        "se estiman en 40 millones de euros",
        {"measure_name": "damage"},
    ),
    (
        "pt",
        "Os danos são estimados em 24 milhões de euros.",
        "estimados em 24 milhões de euros",
        {"measure_name": "damage"},
    ),
    ("nl", "De schade wordt geschat op 24 miljoen euro.", "geschat op 24 miljoen euro", {"measure_name": "damage"}),
    ("nl", "De schade wordt op 24 miljoen euro geschat.", "24 miljoen euro", {"measure_name": "damage"}),
    (
        "de",
        "Den Schaden schätzt die Polizei auf 3 Millionen Euro.",
        "3 Millionen Euro",
        {"subject": "Polizei", "measure": "Schaden", "measure_name": "damage"},
    ),
    (
        "de",
        "Den Schaden hat die Polizei auf 3 Millionen Euro geschätzt.",
        "3 Millionen Euro",
        {"subject": "Polizei", "measure_name": "damage"},
    ),
    (
        "de",
        "Den Opfern zahlt die Firma 3 Millionen Euro.",
        "3 Millionen Euro",
        {"subject": "Firma", "object": "Opfern"},
    ),
    # What opens, begins, in all languages.
    ("en", "Corvid is to inaugurate the Velme plant in October 2027.", "October 2027", {"predicate": "begin"}),
    ("es", "La planta de Velme abrirá en marzo de 2027.", "marzo de 2027", {"predicate": "begin"}),
    ("es", "Corvid inaugurará la planta de Velme en marzo de 2027.", "marzo de 2027", {"predicate": "begin"}),
    ("fr", "L'usine de Velme ouvrira en mars 2027.", "mars 2027", {"predicate": "begin"}),
    ("nl", "De fabriek in Velme gaat in maart 2027 open.", "maart 2027", {"predicate": "begin"}),
    ("en", "The toll rose to 12.", "12", {"predicate": "kill", "measure": "toll"}),
    # A present form that may be a noun is the verb of a sentence that has no other.
    ("en", "The line reopens on 1 December 2025.", "1 December 2025", {"subject": "line", "predicate": "begin"}),
    ("en", "The plant costs 30 million dollars.", "30 million dollars", {"subject": "plant", "predicate": "cost"}),
    # Who says it says nothing of the number, and a pronoun is nobody.
    ("en", "The line opened on 1 May, the railway said.", "1 May", {"predicate": "begin", "attribution": "railway"}),
    ("en", "It has 400 rooms, he said.", "400 rooms", {"attribution": None}),
    # A share is a measure of its own, and of a market it is the market share.
    ("en", "Corvid bought a 10 percent stake in Lumen.", "10 percent", {"measure": "stake", "measure_name": "share"}),
    ("en", "Corvid has 10 percent of the market.", "10 percent", {"measure": "market", "measure_name": "market share"}),
    ("en", "Corvid has a 10 percent share of the market.", "10 percent", {"measure_name": "market share"}),
    ("es", "Corvid tiene una cuota de mercado del 10 %.", "10 %", {"measure_name": "market share"}),
    ("en", "Corvid wants a share of the $42 billion market.", "$42 billion", {"measure_name": "market"}),
    ("en", "Corvid paid 10 percent of the price.", "10 percent", {"measure_name": "price"}),
    # An age is of the noun that it describes, and of a name that this noun ends in or stands behind.
    ("en", "The 34-year-old driver survived.", "34-year-old", {"subject": "driver", "measure": "age"}),
    ("en", "The 34-year-old driver Ann Lee survived.", "34-year-old", {"subject_name": "Ann Lee"}),
    ("en", "Ann Lee, a 34-year-old driver, survived.", "34-year-old", {"subject_name": "Ann Lee"}),
    ("en", "Officer Ann Lee questioned a 34-year-old driver.", "34-year-old", {"subject": "driver"}),
    ("de", "Der 34 Jahre alte Fahrer hat überlebt.", "34 Jahre alte", {"subject": "Fahrer", "measure": "age"}),
    ("nl", "De 34-jarige machinist overleefde.", "34-jarige", {"subject": "machinist", "measure": "age"}),
    ("es", "Un bombero de 34 años murió.", "34 años", {"subject": "bombero", "measure": "age"}),
    ("fr", "Un homme de 34 ans a été arrêté.", "34 ans", {"subject": "homme", "measure": "age"}),
    ("it", "Ada Rossi, 34 anni, guidava il treno.", "34 anni", {"subject_name": "Ada Rossi", "measure": "age"}),
    # After a preposition a number is its owner's, unless the owner is a time.
    ("en", "Corvid won 7 percent, compared with Lumen's 10 percent share.", "10 percent", {"subject_name": "Lumen"}),
    ("en", "Corvid spent $2 million after last year's $5 million budget.", "$5 million", {"subject_name": "Corvid"}),
    ("en", "The firm Corvid has $3 billion in cash.", "$3 billion", {"subject_name": "Corvid", "measure": "cash"}),
    (
        "en",
        "The firm Corvid earned revenue of $3 billion.",
        "$3 billion",
        {"predicate": "earn", "measure": "revenue", "measure_name": "revenue"},
    ),
    ("en", "Sales were 2.6 billion euros in 2024, up 8.3 percent.", "8.3 percent", {"as_of": "2024"}),
    ("it", "I ricavi hanno raggiunto nel 2024 i 40 milioni, crescendo del 7%.", "7%", {"as_of": "2024"}),
    (
        "en",
        "Sales were 26 million euros in 2024, while its stores cut prices by 4 percent.",
        "4 percent",
        {"as_of": None},
    ),
    ("en", "Sales were 2.6 billion euros on Monday, up 8.3 percent.", "8.3 percent", {"as_of": None}),
    ("en", "Shares closed at $38.26 on Monday.", "$38.26", {"as_of": "Monday", "predicate": "end"}),
    ("en", "The mill earned $1.16bn a year ago.", "$1.16bn", {"as_of": "a year ago", "predicate": "earn"}),
    (
        "en",
        "The mill posted sales of 40 million euros, profit was 3 million euros.",
        "40 million euros",
        {"measure": "sales", "measure_name": "revenue"},
    ),
    (
        "en",
        "The mill posted sales of 40 million euros and a profit of 3 million euros.",
        "40 million euros",
        {"measure": "sales", "measure_name": "revenue"},
    ),
    ("en", "The boss, Bo Kim, 42 years old, left.", "42 years old", {"subject": "Bo Kim", "measure": "age"}),
    ("en", "The firm Corvid announced on Monday that it opens.", "Monday", {"predicate": "announce", "measure": None}),
    (
        "fr",
        "La société Corvid investira 3 milliards d’euros dans Lumen.",
        "3 milliards d’euros",
        {"subject": "société Corvid", "subject_name": "Corvid", "predicate": "invest", "predicate_text": "investira"},
    ),
    (
        "en",
        "Lumen sold a mill in May. The company invested $3 billion in Corvid.",
        "$3 billion",
        {"subject": "company", "subject_name": "Lumen", "object_name": "Corvid"},
    ),
    ("en", "Lumen closed. It lost $3 billion.", "$3 billion", {"subject": "It", "subject_name": "Lumen"}),
    ("en", "Lumen met Corvid. A company lost $3 billion.", "$3 billion", {"subject_name": None}),
    ("en", "Lumen's $3 billion takeover of Corvid failed.", "$3 billion", {"subject": "Lumen", "object": "Corvid"}),
    ("en", "Lumen's plan to buy 30 boats failed.", "30 boats", {"subject": "Lumen", "predicate": "buy"}),
    (
        "en",
        "It paid 85 million euros ($100 million) for a mill.",
        "$100 million",
        {"predicate": "pay", "object": "mill"},
    ),
    ("en", "The mill cost the town 40 euros.", "40 euros", {"object": "town", "measure": None}),
    ("en", "Lumen lowered its guidance to $3 billion.", "$3 billion", {"measure": "guidance", "subject": "Lumen"}),
    ("en", "Boat sales up 4 percent.", "4 percent", {"measure": "Boat sales", "predicate_text": "up"}),
    ("en", "Lumen, which employs 400 people, sold a boat.", "400 people", {"subject": "Lumen", "predicate": "employ"}),
    ("en", "They made a payment of 3 dollars.", "3 dollars", {"predicate": "pay", "predicate_text": "made payment"}),
    (
        "de",
        "Im Mai hat Lumen 3 Milliarden Euro in das Werk investiert.",
        "3 Milliarden Euro",
        {"subject": "Lumen", "predicate": "invest", "object": "Werk"},
    ),
    ("de", "3 Milliarden Euro will Lumen zahlen.", "3 Milliarden Euro", {"subject": "Lumen", "predicate": "pay"}),
    ("de", "Weil der Preis steigt, zahlt Lumen 3 Euro.", "3 Euro", {"subject": "Lumen", "predicate": "pay"}),
    ("nl", "De omzet van Lumen is met 3 procent gestegen.", "3 procent", {"measure": "omzet van Lumen"}),
    ("es", "Lumen compró la empresa por 3 millones de euros.", "3 millones de euros", {"measure": "empresa"}),
    ("it", "Lumen ha investito 3 milioni di euro.", "3 milioni di euro", {"subject": "Lumen", "predicate": "invest"}),
    ("pt", "Foram vendidos 400 carros.", "400 carros", {"measure": "carros", "predicate": "sell", "subject": "carros"}),
    ("fr", "Le projet de Lumen d’investir 3 euros a échoué.", "3 euros", {"subject": "Lumen", "predicate": "invest"}),
    ("fr", "La crue a tué 12 personnes à Velme.", "12 personnes", {"predicate": "kill", "measure": "personnes"}),
    (
        "en",
        "A violent earthquake hit northern Leeds on Sunday, killing 12 people.",
        "Sunday",
        {"predicate": "strike", "subject": "violent earthquake", "object_name": "Leeds"},
    ),
    (
        "en",
        "A tremor with a magnitude of almost 4.4 hit northern Leeds.",
        "magnitude of almost 4.4",
        {"subject": "tremor", "predicate_text": "hit", "measure": None, "measure_name": "magnitude"},
    ),
    ("en", "The band played 12 hit songs.", "12 hit songs", {"subject": "band", "measure": "hit songs"}),
]


@pytest.mark.parametrize(("language", "text", "span", "roles"), ROLES)
def test_roles(language: str, text: str, span: str, roles: dict[str, Any]) -> None:
    claim = the_claim(text, span, language)
    assert {name: getattr(claim, name) for name in roles} == roles


# language, text, time, and the event whose noun the time is part of: its class and its word
DATED_EVENTS = [
    ("en", "Bo Kim was caught after the Friday evening attack in Velme.", "the Friday evening", "strike", "attack"),
    ("en", "Bo Kim left after the Monday explosion.", "the Monday", "strike", "explosion"),
    ("en", "They saw a Monday raid.", "Monday", "strike", "raid"),
    ("en", "Monday's shooting left 12 dead.", "Monday", "shoot", "shooting"),
    ("en", "They spoke of Monday's raid.", "Monday", "strike", "raid"),
    ("en", "They spoke of Monday's arrest raid.", "Monday", "strike", "raid"),
    ("en", "The firm Corvid closed after the raid of 3 May 2024.", "3 May 2024", "strike", "raid"),
    ("en", "Police arrested Bo Kim in a raid Monday.", "Monday", "strike", "raid"),
    ("en", "Police arrested Bo Kim two days after the raid this week.", "this week", "strike", "raid"),
    ("en", "Two days after the raid this week, Bo Kim was arrested.", "this week", "strike", "raid"),
    ("es", "Tras el ataque del lunes fue detenido un hombre.", "lunes", "strike", "ataque"),
    ("de", "Nach dem Angriff vom Montag wurde ein Mann festgenommen.", "Montag", "strike", "Angriff"),
    ("fr", "Après l'attaque de lundi, un homme a été arrêté.", "lundi", "strike", "attaque"),
    ("nl", "Na de aanval van maandag is een man aangehouden.", "maandag", "strike", "aanval"),
    ("it", "Dopo il terremoto del 24 agosto la scuola ha chiuso.", "24 agosto", "strike", "terremoto"),
    ("pt", "Após o ataque de segunda-feira, um homem foi preso.", "segunda-feira", "strike", "ataque"),
]


@pytest.mark.parametrize(("language", "text", "span", "predicate", "word"), DATED_EVENTS)
def test_a_time_in_the_noun_phrase_of_an_event_is_that_of_the_event(
    language: str, text: str, span: str, predicate: str, word: str
) -> None:
    claim = the_claim(text, span, language)
    assert (claim.predicate, claim.predicate_text) == (predicate, word)
    assert (claim.subject, claim.subject_name, claim.object, claim.object_name) == (None, None, None, None)
    assert (claim.measure, claim.provenance) == (None, ())


# language, text, time that is part of no event's noun phrase, and the predicate and subject of its verb
OTHER_TIMES = [
    ("en", "On Monday police said three people were killed.", "Monday", None, "police"),
    ("en", "He was arrested on Monday.", "Monday", "arrest", "He"),
    ("en", "Bo Kim was arrested Monday.", "Monday", "arrest", "Bo Kim"),
    ("en", "After the explosion, Bo Kim was arrested on Monday.", "Monday", "arrest", "Bo Kim"),
    ("en", "On Monday explosions shook Velme.", "Monday", "strike", "explosions"),
    ("en", "Police arrested Bo Kim in Velme Monday.", "Monday", "arrest", "Police"),
    ("en", "Bo Kim saw the explosion Monday.", "Monday", "strike", "Bo Kim"),
    ("en", "This morning police arrested Bo Kim.", "This morning", "arrest", "police"),
    ("en", "The Monday meeting was filmed.", "The Monday", None, "meeting"),
    ("en", "Monday's talks ended.", "Monday", "end", "talks"),
    ("es", "El lunes un ataque mató a 12 personas.", "El lunes", "kill", "ataque"),
    ("de", "Nach dem Angriff wurde am Montag ein Mann festgenommen.", "Montag", "arrest", "Mann"),
    ("fr", "Après l'attaque, un homme a été arrêté lundi.", "lundi", "arrest", "homme"),
    ("nl", "Na de aanval is maandag een man aangehouden.", "maandag", "arrest", "man"),
    ("it", "Dopo il terremoto la scuola ha chiuso il 24 agosto.", "il 24 agosto", "end", "scuola"),
    ("pt", "Um homem foi preso na segunda-feira.", "segunda-feira", "arrest", "homem"),
]


@pytest.mark.parametrize(("language", "text", "span", "predicate", "subject"), OTHER_TIMES)
def test_any_other_time_is_that_of_its_verb(
    language: str, text: str, span: str, predicate: str | None, subject: str
) -> None:
    claim = the_claim(text, span, language)
    assert (claim.predicate, claim.subject) == (predicate, subject)


@pytest.mark.parametrize(
    ("text", "status", "source"),
    [
        ("Bo Kim left after Monday's attack.", "stated", None),
        ("Bo Kim left after Monday's attack, police said.", "attributed", "police"),
        ("According to Ann Lee, Bo Kim left after Monday's attack.", "attributed", "Ann Lee"),
        ("Did Bo Kim leave after Monday's attack?", "stated", None),
        ("Bo Kim was not hurt in Monday's attack.", "stated", None),
        ("Bo Kim will speak of Monday's attack.", "stated", None),
        ("Bo Kim was held after the May 3 attack.", "stated", None),
    ],
)
def test_the_time_of_an_event_is_put_as_its_sentence_is(text: str, status: str, source: str | None) -> None:
    claim = the_claim(text, "the May 3" if "May 3" in text else "Monday", "en")
    assert (claim.predicate, claim.status, claim.attribution) == ("strike", status, source)


@pytest.mark.parametrize(
    ("text", "words", "predicate"),
    [
        ("Corvid closed after Monday's fire.", "Monday", "end"),
        ("The attack came on Monday.", "Monday", "strike"),
        ("This morning shootings killed 12 people.", "This morning", "kill"),
        ("Floods hit southern Norrby on Sunday.", "Sunday", "strike"),
    ],
)
def test_what_is_no_event_of_its_own_time_has_its_verb(text: str, words: str, predicate: str) -> None:
    assert the_claim(text, words, "en").predicate == predicate


@pytest.mark.parametrize(
    ("language", "text", "span"),
    [
        ("en", "The mill earned $1.16bn a year ago.", "$1.16bn"),
        ("fr", "Il a gagné 3 millions d’euros il y a un an.", "3 millions d’euros"),
    ],
)
def test_a_time_after_a_quantity_is_what_it_belongs_to_and_never_its_per(language: str, text: str, span: str) -> None:
    claim = the_claim(text, span, language)
    assert claim.quantity is not None
    assert (claim.quantity.per, claim.quantity.scope) == (None, "total")
    assert claim.period is not None
    assert (claim.period.form.unit, claim.period.form.count) == ("year", -1)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Doctors sent home 20 of the 90 wounded."), ("fr", "La ville a accueilli 20 des 90 blessés.")],
)
def test_a_part_is_counted_in_what_the_whole_is(language: str, text: str) -> None:
    quantities = [claim.quantity for claim in claimcheck.extract(text, language=language)]
    assert [quantity and (int(quantity.value or 0), quantity.unit) for quantity in quantities] == [
        (20, "person"),
        (90, "person"),
    ]


STATUS = [
    ("en", "The firm Corvid invested $3 billion.", "stated"),
    ("en", "The firm Corvid has invested $3 billion.", "done"),
    ("en", "The firm Corvid will invest $3 billion.", "planned"),
    ("en", "The firm Corvid plans to invest $3 billion.", "planned"),
    ("en", "The firm Corvid may invest $3 billion.", "hedged"),
    ("en", "The firm Corvid and Will Lee invested $3 billion.", "stated"),
    ("en", 'Then "May I invest $3 billion" was heard.', "hedged"),
    ("en", "The firm Corvid never invested $3 billion.", "negated"),
    ("en", "The firm Corvid will not invest $3 billion.", "negated"),
    ("en", "According to Bo Kim, the firm Corvid invested $3 billion.", "attributed"),
    ("en", "According to Bo Kim, the firm Corvid will invest $3 billion.", "planned"),
    ("en", "Will the firm Corvid invest $3 billion?", "asked"),
    ("en", "“Is it $3 billion?”", "asked"),
    ("en", "The firm Corvid would have invested $3 billion.", "hedged"),
    ("en", "The $3 billion was never a commitment.", "negated"),
    ("en", "The $3 billion was never a commitment, Bo Kim said.", "negated"),
    ("en", "The $3 billion was a commitment.", "stated"),
    ("en", "The 3 gigawatts are not a promise.", "negated"),
    ("en", "The 30 dead were not tourists.", "stated"),
    ("de", "Die 3 Milliarden Euro waren nie eine Zusage.", "negated"),
    ("de", "Die 3 Milliarden Euro sind keine Zusage.", "negated"),
    ("nl", "De 3 miljard euro was nooit een toezegging.", "negated"),
    ("nl", "De 3 miljard euro is geen toezegging.", "negated"),
    ("fr", "Les 3 milliards d'euros n'ont jamais été un engagement.", "negated"),
    ("es", "Los 3.000 millones nunca fueron un compromiso.", "negated"),
    ("it", "I 3 miliardi di euro non sono mai stati un impegno.", "negated"),
    ("pt", "Os 3 bilhões de euros nunca foram um compromisso.", "negated"),
    ("fr", "La société Corvid a investi $3.", "done"),
    ("fr", "La société Corvid investira $3.", "planned"),
    ("fr", "La société Corvid pourrait investir $3.", "hedged"),
    # a project is a thing, and may be done
    ("fr", "Le projet a coûté $3.", "done"),
    ("es", "El proyecto costó $3.", "stated"),
    ("it", "Il progetto costò $3.", "stated"),
    ("pt", "O projeto custou $3.", "stated"),
    ("fr", "Corvid a pris rendez-vous pour $3.", "planned"),
    # a name with the ending of the future tense is no plan, a verb at the head of a sentence or in capitals is
    ("fr", "La société Sandrera paie $3.", "stated"),
    ("es", "La empresa Bará pagó $3.", "stated"),
    ("it", "La ditta Barà paga $3.", "stated"),
    ("pt", "A empresa Mirará pagou $3.", "stated"),
    ("fr", "Investira aussi $3 la société Corvid.", "planned"),
    ("fr", "LA SOCIÉTÉ CORVID INVESTIRA $3.", "planned"),
]


@pytest.mark.parametrize(("language", "text", "status"), STATUS)
def test_the_status_is_the_gravest_cue(language: str, text: str, status: str) -> None:
    (claim,) = claimcheck.extract(text, language=language)
    assert claim.status == status


# language, text, and the predicate of what is counted
LOSSES = [
    ("en", "Corvid will cut 450 jobs in Leeds.", "dismiss"),
    ("en", "Corvid plans to eliminate 450 jobs.", "dismiss"),
    ("de", "Corvid streicht 450 Stellen in Leipzig.", "dismiss"),
    ("fr", "Corvid supprime 450 postes à Lyon.", "dismiss"),
    ("es", "Corvid recortará 450 empleos en Lugo.", "dismiss"),
    ("es", "Corvid suprimirá 450 puestos de trabajo.", "dismiss"),
    ("it", "Corvid taglierà 450 posti di lavoro.", "dismiss"),
    ("pt", "A Corvid cortará 450 postos de trabalho.", "dismiss"),
    ("nl", "Corvid schrapt 450 banen in Breda.", "dismiss"),
    ("en", "Corvid creates 450 jobs in Leeds.", "employ"),
    ("en", "Employment fell by 450 jobs.", "employ"),
    ("en", "Corvid cut 450 trees in Leeds.", "fall"),
]


@pytest.mark.parametrize(("language", "text", "predicate"), LOSSES)
def test_who_cuts_jobs_dismisses(language: str, text: str, predicate: str) -> None:
    (claim,) = claimcheck.extract(text, language=language)
    assert claim.predicate == predicate


# language, text, and what each of its lengths measures
DIMENSIONS = [
    ("en", "The bridge is 300 metres long and 30 metres wide.", ["length", "width"]),
    ("en", "The 300-metre-long bridge stands on piers 12 metres tall.", ["length", "height"]),
    ("en", "The snow is 30 cm deep, and the ice 3 inches thick.", ["depth", "thickness"]),
    ("en", "The village is 30 km south of Leeds.", ["distance"]),
    ("en", "The talks were two hours long.", [None]),
    ("de", "Die 300 Meter lange Brücke ist 30 Meter breit und 12 Meter hoch.", ["length", "width", "height"]),
    ("fr", "Le pont, long de 300 mètres, fait 30 mètres de large.", ["length", "width"]),
    ("es", "El puente mide 300 metros de largo y 30 metros de ancho.", ["length", "width"]),
    ("it", "Il ponte è lungo 300 metri e largo 30 metri.", ["length", "width"]),
    ("pt", "A ponte tem 300 metros de comprimento e 30 metros de largura.", ["length", "width"]),
    ("nl", "De brug is 300 meter lang en 30 meter breed.", ["length", "width"]),
]


@pytest.mark.parametrize(("language", "text", "measures"), DIMENSIONS)
def test_a_length_measures_what_the_word_beside_it_says(language: str, text: str, measures: list[str | None]) -> None:
    found = claimcheck.extract(text, language=language)
    assert [claim.measure_name for claim in found if claim.quantity is not None] == measures


# language, text, the bound that is left once a denial is taken in, and the status
DENIED_BOUNDS = [
    ("en", "The bridge did not cost more than $3 million.", "at_most", "stated"),
    ("en", "The bridge didn't cost less than $3 million.", "at_least", "stated"),
    ("en", "The bridge is not expected to cost more than $3 million.", "at_most", "planned"),
    ("en", "Corvid has never paid more than $3 million.", "at_most", "done"),
    ("en", "Corvid did not pay at least $3 million.", "less_than", "stated"),
    ("en", "Corvid does not pay up to $3 million.", "more_than", "stated"),
    ("fr", "Le pont n'a pas coûté plus de 3 millions d'euros.", "at_most", "done"),
    ("de", "Die Brücke hat nie weniger als 3 Millionen Euro gekostet.", "at_least", "stated"),
    ("es", "El puente no costó más de 3 millones de euros.", "at_most", "stated"),
    ("it", "Il ponte non è costato più di 3 milioni di euro.", "at_most", "done"),
    ("pt", "A ponte não custará menos de 3 milhões de euros.", "at_least", "planned"),
    ("nl", "De brug heeft nooit meer dan 3 miljoen euro gekost.", "at_most", "done"),
    # the denial is part of the bound already
    ("en", "The damage did not exceed $3 million.", "at_most", "stated"),
    ("es", "Los daños no superan los 3 millones de euros.", "at_most", "stated"),
    ("it", "I danni non superano i 3 milioni di euro.", "at_most", "stated"),
    ("pt", "Os danos não ultrapassam 3 milhões de euros.", "at_most", "stated"),
    # it denies something else, or it is no denial of the amount
    ("en", "The bridge not only cost more than $3 million, it fell.", "more_than", "negated"),
    ("en", "Corvid denied that it paid more than $3 million.", "more_than", "negated"),
    ("en", "It is not clear if more than 3 people died.", "more_than", "negated"),
    ("en", "Bo Kim did not say that more than 3 people died.", "more_than", "negated"),
    ("en", "The bridge should not be seen as more than $3 million.", "more_than", "negated"),
    ("en", "The bridge did not cost $3 million.", "exact", "negated"),
]


@pytest.mark.parametrize(("language", "text", "bound", "status"), DENIED_BOUNDS)
def test_a_denied_bound_is_the_opposite_one(language: str, text: str, bound: str, status: str) -> None:
    (claim,) = claimcheck.extract(text, language=language)
    assert claim.quantity is not None
    quantity = claim.quantity
    assert (quantity.bound, claim.status) == (bound, status)
    assert (quantity.low is None, quantity.high is None) == (
        bound in {"at_most", "less_than"},
        bound in {"at_least", "more_than"},
    )


def test_a_denied_bound_is_noted() -> None:
    (denied,) = claimcheck.extract("The bridge did not cost more than $3 million.", language="en")
    (stated,) = claimcheck.extract("The damage did not exceed $3 million.", language="en")
    assert (denied.text, stated.text) == ("more than $3 million", "not exceed $3 million")
    assert denied.note == "is denied in its sentence, so that the opposite bound holds"
    assert stated.note is None


ATTRIBUTION = [
    ("en", "According to Bo Kim, 12 people died.", "Bo Kim"),
    ("en", "It killed 12 people, Bo Kim said.", "Bo Kim"),
    ("en", "A spokesman told reporters that 12 people died.", "spokesman"),
    ("en", "The flood killed 12 people.", None),
    ("en", "The fire, Bo Kim said, killed 12 people.", "Bo Kim"),
    ("en", "At least 12 people died, police said.", "police"),
    ("de", "12 Menschen starben, sagte ein Sprecher der Polizei.", "Sprecher der Polizei"),
    ("fr", "Selon Bo Kim, 12 personnes sont mortes.", "Bo Kim"),
]


@pytest.mark.parametrize(("language", "text", "source"), ATTRIBUTION)
def test_who_says_it(language: str, text: str, source: str | None) -> None:
    assert {claim.attribution for claim in claimcheck.extract(text, language=language)} == {source}


# language, text, and who says each of its claims
SOURCES: list[tuple[str, str, list[tuple[str, str | None]]]] = [
    (
        "en",
        "The mayor said 12 people died, while police said 15 died.",
        [("12 people", "mayor"), ("15", "police")],
    ),
    (
        "en",
        "The institute put the magnitude at 4.3, but the Corvid Survey in Norrby said it was 4.7.",
        [("magnitude at 4.3", "institute"), ("4.7", "Corvid Survey")],
    ),
    (
        "en",
        "Police said 12 people died, and Ann Lee said 15 people died.",
        [("12 people", "Police"), ("15 people", "Ann Lee")],
    ),
    (
        "en",
        "According to police, 12 people died, while the mayor said 15 people died.",
        [("12 people", "police"), ("15 people", "mayor")],
    ),
    (
        "en",
        "12 people died, police said, but the mayor said 15 people died.",
        [("12 people", "police"), ("15 people", "mayor")],
    ),
    (
        "de",
        "Laut Bo Kim starben 12 Menschen, laut Ann Lee starben 15 Menschen.",
        [("12 Menschen", "Bo Kim"), ("15 Menschen", "Ann Lee")],
    ),
    (
        "es",
        "El alcalde dijo que murieron 12 personas, mientras la policía dijo que murieron 15 personas.",
        [("12 personas", "alcalde"), ("15 personas", "policía")],
    ),
    (
        "fr",
        "Selon le maire, 12 personnes sont mortes, mais selon la police, 15 personnes sont mortes.",
        [("12 personnes", "maire"), ("15 personnes", "police")],
    ),
    (
        "it",
        "Secondo Bo Kim sono morte 12 persone, ma secondo Ann Lee sono morte 15 persone.",
        [("12 persone", "Bo Kim"), ("15 persone", "Ann Lee")],
    ),
    (
        "nl",
        "De burgemeester zei dat 12 mensen omkwamen, maar de politie zei dat 15 mensen omkwamen.",
        [("12 mensen", "burgemeester"), ("15 mensen", "politie")],
    ),
    # who says something else says nothing of what went before
    (
        "en",
        "12 people died, but the mayor said 15 people died.",
        [("12 people", None), ("15 people", "mayor")],
    ),
    (
        "en",
        "The mill lost 12 boats and Bo Kim said the farm lost 30 carts.",
        [("12 boats", None), ("30 carts", "Bo Kim")],
    ),
    (
        "de",
        "12 Menschen starben, aber Bo Kim sagte, 15 Menschen seien gestorben.",
        [("12 Menschen", None), ("15 Menschen", "Bo Kim")],
    ),
    # one source for all
    ("en", "Ten people were killed, officials said.", [("Ten people", "officials")]),
    (
        "en",
        "The mill lost 12 boats and the farm lost 30 carts, Bo Kim said.",
        [("12 boats", "Bo Kim"), ("30 carts", "Bo Kim")],
    ),
    (
        "en",
        "Police said 12 people died, but 15 people are missing.",
        [("12 people", "Police"), ("15 people", "Police")],
    ),
    (
        "en",
        "The flood killed 12 people and, Bo Kim said, hurt 30 people.",
        [("12 people", "Bo Kim"), ("30 people", "Bo Kim")],
    ),
]


@pytest.mark.parametrize(("language", "text", "sources"), SOURCES)
def test_each_clause_has_its_own_source(language: str, text: str, sources: list[tuple[str, str | None]]) -> None:
    assert [(claim.text, claim.attribution) for claim in claimcheck.extract(text, language=language)] == sources


def test_names_of_the_sentence_take_part() -> None:
    claim = the_claim("The firms Corvid and Lumen put $3 billion into Norrby.", "$3 billion", "en")
    assert claim.participants == ("Corvid", "Lumen", "Norrby")
    assert {"firm", "billion", "into"} & claim.context == {"firm", "billion"}


def test_a_sentence_without_names_takes_those_of_the_one_before() -> None:
    claim = the_claim("The firms Corvid and Lumen met. It cost $3 billion.", "$3 billion", "en")
    assert claim.participants == ("Corvid", "Lumen")


def test_a_clause_that_breaks_off_keeps_its_verb_to_itself() -> None:
    claim = the_claim("Stores closed, while the firm Corvid hired 40 people.", "40 people", "en")
    assert claim.predicate == "employ"


@pytest.mark.parametrize(
    ("order", "parsed", "subject", "provenance", "doubtful"),
    [
        ("Corvid", "Corvid", "Corvid", "order and parse", False),
        ("Corvid", None, "Corvid", "order", False),
        ("Corvid", "Lumen", "Lumen", "parse against order", True),
    ],
)
def test_a_parse_wins_over_word_order_and_costs_confidence_where_they_differ(
    order: str, parsed: str | None, subject: str, provenance: str, *, doubtful: bool
) -> None:
    def parse(words: Sequence[str]) -> Parse:
        heads = [words.index("invested")] * len(words)
        relations = ["nsubj" if word == parsed else "obj" if word == "50" else "dep" for word in words]
        tags = ["VERB" if word == "invested" else "NOUN" for word in words]
        return Parse(tuple(words), tuple(tags), tuple(heads), tuple(relations))

    article = claimcheck.Article("a", f"{order} invested $3 billion with Lumen.", language="en")
    (claim,) = extract_claims(article, load_pack("en"), Parser("literal", parse))
    (plain,) = extract_claims(article, load_pack("en"))
    assert claim.subject == subject
    assert dict(claim.provenance)["subject"] == provenance
    assert (claim.confidence < plain.confidence) is doubtful


# Text that is no sentence: roles may be empty, what is there stands in the text, and nothing is lost.
NO_SENTENCES = [
    "LUMEN TO BUY CORVID FOR $3 BILLION",
    "Revenue $3 billion Profit $1 billion Staff 400 people",
    "- 30 boats - 40 carts - 50 mills -",
    "Lumen$3 billion Corvid40 people",
    "“Lumen will pay $3 billion",
    "$3 billion. $4 billion; ($5 billion) — $6 billion",
    "( ( ( $3 billion",
]


@pytest.mark.parametrize("text", NO_SENTENCES)
def test_text_that_is_no_sentence_loses_no_claim_and_invents_no_word(text: str) -> None:
    claims = claimcheck.extract(text, language="en")
    assert [(c.start, c.end) for c in claims] == [(q.start, q.end) for q in claimcheck.quantities(text, language="en")]
    roles = [role for claim in claims for role in (claim.subject, claim.object, claim.measure) if role is not None]
    assert {word for role in roles for word in re.findall(r"\w+", role)} <= set(re.findall(r"\w+", text))


def test_a_sentence_of_ten_thousand_words_keeps_every_claim() -> None:
    text = "and the firm Corvid paid 30 dollars to Lumen " * 1100
    claims = claimcheck.extract(text, language="en")
    assert len(claims) == 1100
    assert {claim.predicate for claim in claims} == {"pay"}
    assert max(claim.sentence[1] - claim.sentence[0] for claim in claims) < len(text) / 10


@pytest.mark.parametrize(
    ("language", "text", "number", "subject"),
    [
        ("de", "MORSEN - Der Konzern Corvid zahlt 30 Millionen Euro.", "30 Millionen Euro", "Corvid"),
        ("nl", "OOSTERVELD - Corvid betaalt 30 miljoen euro.", "30 miljoen euro", "Corvid"),
        ("en", "VELME, Norrby (Wire) -- Corvid will pay $30 million.", "$30 million", "Corvid"),
        ("en", "VELME pays $30 million - and more.", "$30 million", "VELME"),
        ("en", "CORVID-Lumen pays $30 million.", "$30 million", "CORVID-Lumen"),
    ],
)
def test_the_place_in_a_dateline_is_no_subject(language: str, text: str, number: str, subject: str) -> None:
    assert the_claim(text, number, language).subject_name == subject


# language, text, the length, and the place that it is the distance from; None for any other length
DISTANCES = [
    ("en", "Norrby lies 140 kilometers west of Velme.", "140 kilometers", "Velme"),
    ("en", "The mine lies about 29 km (18 miles) north-east of Velme.", "about 29 km", "Velme"),
    ("en", "The mine lies about 29 km (18 miles) north-east of Velme.", "18 miles", "Velme"),
    ("en", "Bo Kim was found 50 miles from Norrby.", "50 miles", "Norrby"),
    ("en", "The mill stands 12 miles to the north of the Velme.", "12 miles", "Velme"),
    ("fr", "Le village est situé à 40 km au sud de Norrby.", "40 km", "Norrby"),
    ("de", "Das Werk liegt 30 Kilometer südlich von Norrby.", "30 Kilometer", "Norrby"),
    ("es", "El taller está a 40 kilómetros al norte de Norrby.", "40 kilómetros", "Norrby"),
    ("it", "Il paese si trova a 12 chilometri da Norrby.", "12 chilometri", "Norrby"),
    ("nl", "Het dorp ligt 15 kilometer ten zuiden van Norrby.", "15 kilometer", "Norrby"),
    ("pt", "A vila fica a 20 quilómetros de Norrby.", "20 quilómetros", "Norrby"),
    ("en", "The road to Velme is 12 miles long.", "12 miles", None),
    ("en", "Corvid built 12 miles of road south of the river.", "12 miles", None),
    ("en", "Corvid paid 12 dollars south of Velme.", "12 dollars", None),
    ("fr", "Corvid a construit 40 km de routes.", "40 km", None),
]


@pytest.mark.parametrize(("language", "text", "length", "place"), DISTANCES)
def test_a_length_that_leads_from_a_place_is_a_distance(
    language: str, text: str, length: str, place: str | None
) -> None:
    claim = the_claim(text, length, language)
    assert (claim.measure_name == "distance") == (place is not None)
    if place is not None:
        assert claim.object_name == place
