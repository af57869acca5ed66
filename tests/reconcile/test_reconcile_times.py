"""Times of two texts, from their words to the verdict."""

from __future__ import annotations

import pytest
from statements import told_by

# language, two texts without a date that tell one step on two days
TWO_DAYS = [
    ("en", "Corvid announced the purchase of Lumen on May 13.", "Corvid announced the purchase of Lumen on May 14."),
    (
        "de",
        "Corvid hat am 13. Mai den Kauf von Lumen angekündigt.",
        "Corvid kündigte am 14. Mai den Kauf von Lumen an.",
    ),
    ("fr", "Corvid a annoncé le 13 mai l'achat de Lumen.", "Corvid a annoncé le 14 mai l'achat de Lumen."),
    ("es", "Corvid anunció el 13 de mayo la compra de Lumen.", "Corvid anunció el 14 de mayo la compra de Lumen."),
    (
        "it",
        "Corvid ha annunciato il 13 maggio l'acquisto di Lumen.",
        "Corvid ha annunciato il 14 maggio l'acquisto di Lumen.",
    ),
    ("pt", "A Corvid anunciou em 13 de maio a compra da Lumen.", "A Corvid anunciou em 14 de maio a compra da Lumen."),
    (
        "nl",
        "Corvid kondigde op 13 mei de aankoop van Lumen aan.",
        "Corvid kondigde op 14 mei de aankoop van Lumen aan.",
    ),
]

# language, two texts that count in two months or years
TWO_PERIODS = [
    ("en", "Corvid sold 300 cars in May 2030.", "Corvid sold 400 cars in June 2030."),
    ("en", "Corvid sold 300 cars in 2029.", "Corvid sold 400 cars in 2030."),
    ("en", "Corvid sold 300 cars in the first quarter of 2030.", "Corvid sold 400 cars in the second quarter of 2030."),
    ("en", "Corvid sold 300 cars in May.", "Corvid sold 400 cars in June."),
    ("en", "Corvid paid $3 billion in taxes in 2029.", "Corvid paid $4 billion in taxes in 2030."),
    ("de", "Corvid verkaufte 2029 300 Autos.", "Corvid verkaufte 2030 400 Autos."),
    ("fr", "Corvid a vendu 300 voitures en mai 2030.", "Corvid a vendu 400 voitures en juin 2030."),
    ("es", "Corvid vendió 300 coches en mayo de 2030.", "Corvid vendió 400 coches en junio de 2030."),
    ("it", "Corvid ha venduto 300 auto nel maggio 2030.", "Corvid ha venduto 400 auto nel giugno 2030."),
    ("pt", "A Corvid vendeu 300 carros em maio de 2030.", "A Corvid vendeu 400 carros em junho de 2030."),
    ("nl", "Corvid verkocht in mei 2030 300 auto's.", "Corvid verkocht in juni 2030 400 auto's."),
]

# language, two texts about two parts of a trading day
TWO_SESSIONS = [
    ("en", "Corvid shares fell 3 percent in early trading.", "Corvid shares fell 5 percent at the close."),
    ("en", "Corvid shares fell 3 percent in premarket trading.", "Corvid shares fell 5 percent."),
    ("en", "Corvid shares fell 3 percent after hours on Monday.", "Corvid shares fell 5 percent on Monday."),
    (
        "de",
        "Die Aktie von Corvid fiel im frühen Handel um 3 Prozent.",
        "Die Aktie von Corvid schloss mit minus 5 Prozent.",
    ),
    ("fr", "L'action Corvid perdait 3 % à l'ouverture.", "L'action Corvid a perdu 5 % à la clôture."),
    ("es", "Las acciones de Corvid caían un 3 % en la apertura.", "Las acciones de Corvid cayeron un 5 % al cierre."),
]

# two texts about the close, which is what a day is told by
ONE_SESSION = [
    ("Corvid shares fell 3 percent at the close.", "Corvid shares fell 5 percent at the close."),
    ("Corvid shares fell 3 percent.", "Corvid shares fell 5 percent at the close."),
    ("Corvid shares closed at $41 on Monday.", "Corvid shares closed at $43 on Monday."),
]

# two texts that give one deed two prices, and two years
ONE_DEED = [
    ("Corvid bought Lumen in 2029 for $3 billion.", "Corvid bought Lumen in 2030 for $4 billion."),
    (
        "Corvid built the Harrow bridge in 2029 for $3 billion.",
        "Corvid built the Harrow bridge in 2030 for $4 billion.",
    ),
]


def verdicts(language: str, one: str, other: str) -> list[tuple[str, str]]:
    """Return the kind and verdict of each fact that both texts tell."""
    facts = told_by(language, one, other).facts
    return [(fact.kind.value, fact.verdict.value) for fact in facts if len(fact.claims) > 1]


@pytest.mark.parametrize(("language", "one", "other"), TWO_DAYS)
def test_two_days_of_one_step_conflict_whatever_the_year(language: str, one: str, other: str) -> None:
    assert verdicts(language, one, other) == [("date", "conflict")]


@pytest.mark.parametrize(("language", "one", "other"), TWO_PERIODS)
def test_what_is_counted_in_two_periods_is_no_conflict(language: str, one: str, other: str) -> None:
    assert "conflict" not in [verdict for _, verdict in verdicts(language, one, other)]


@pytest.mark.parametrize(("language", "one", "other"), TWO_SESSIONS)
def test_two_parts_of_a_trading_day_are_no_conflict(language: str, one: str, other: str) -> None:
    assert "conflict" not in [verdict for _, verdict in verdicts(language, one, other)]


@pytest.mark.parametrize(("one", "other"), ONE_SESSION)
def test_the_close_speaks_for_the_day(one: str, other: str) -> None:
    assert ("quantity", "conflict") in verdicts("en", one, other)


@pytest.mark.parametrize(("one", "other"), ONE_DEED)
def test_one_deed_has_one_number_in_whatever_year(one: str, other: str) -> None:
    assert ("quantity", "conflict") in verdicts("en", one, other)
