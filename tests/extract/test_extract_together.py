"""Quantities that share something with one beside them: a unit, what they are per, or the noun that is counted."""

from __future__ import annotations

import pytest

import claimcheck

# language, text, each quantity as written with its unit
TOGETHER = [
    ("en", "It has four-, five- and six-week courses.", {"four": "week", "five": "week", "six-week": "week"}),
    ("en", "Two-, three-, four- or five-seat boats.", {"Two": "seat", "three": "seat", "four- or five-seat": "seat"}),
    ("en", "Two-, and here is the catch, 40 seats are free.", {"40 seats": "seat"}),
    ("en", "The flat costs 900 euros ($950) a month.", {"900 euros": "EUR/month", "$950": "USD/month"}),
    ("en", "The flat costs 900 euros ($950 a month).", {"900 euros": "EUR", "$950 a month": "USD/month"}),
    ("en", "The flat costs 900 euros ($950) and a month of rent.", {"900 euros": "EUR", "$950": "USD"}),
    ("fr", "Le loyer est de 900 euros (950 $) par mois.", {"900 euros": "EUR/month", "950 $": "USD/month"}),
    ("de", "Die Miete kostet 900 Franken (950 Euro) pro Monat.", {"900 Franken": "CHF/month", "950 Euro": "EUR/month"}),
    ("en", "They ran three old 750 Velora trains.", {"three old 750 Velora trains": "old 750 Velora train"}),
    ("en", "They ran 20 Velora 750 trains.", {"20 Velora 750 trains": "Velora 750 train"}),
    ("en", "At least two Monday 14 people left.", {"At least two": "", "14 people": "person"}),
    ("en", "They carried two Velora 300 miles.", {"300 miles": "mile"}),
    # a year before spaced digits, and digits in a row
    ("fr", "En 2022 14 000 soldats ont quitté Norval.", {"14 000 soldats": "soldier"}),
    ("es", "En 2022 14 000 soldados salieron de Norval.", {"14 000 soldados": "soldier"}),
    ("it", "Nel 2022 14 000 soldati lasciarono Norval.", {"14 000 soldati": "soldier"}),
    ("pt", "Em 2022 14 000 soldados saíram de Norval.", {"14 000 soldados": "soldier"}),
    ("de", "Im Mai 2022 14 000 Boote.", {"14 000 Boote": "Boot"}),
    ("nl", "In 2022 14 000 soldaten verlieten Norval.", {"14 000 soldaten": "soldier"}),
    ("fr", "Appelez le 06 21 43 65 87 en 2022.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), TOGETHER)
def test_quantities_beside_each_other(language: str, text: str, expected: dict[str, str]) -> None:
    assert {found.text: found.quantity.unit for found in claimcheck.quantities(text, language=language)} == expected
