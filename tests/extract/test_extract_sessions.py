"""The part of a trading day that a price or its move belongs to."""

from __future__ import annotations

import pytest

import claimcheck

# language, text, and for each quantity the words of its time and the part of the trading day
SESSIONS: list[tuple[str, str, list[tuple[str | None, str | None]]]] = [
    ("en", "Corvid shares fell 3 percent in early trading.", [("early trading", "early")]),
    ("en", "Corvid shares fell 3 percent in early trading on Monday.", [("Monday", "early")]),
    ("en", "Corvid shares were up 4 percent in premarket trading.", [("premarket", "premarket")]),
    ("en", "Corvid shares rose 4 percent after hours.", [("after hours", "after_hours")]),
    ("en", "Corvid shares closed at $41, up 5 percent.", [("closed at", "close"), ("closed at", "close")]),
    (
        "en",
        "Corvid rose 3 percent before the bell, after closing at $41.",
        [("before the bell", "premarket"), ("closing at", "close")],
    ),
    (
        "de",
        "Die Aktie verlor im frühen Handel 3 Prozent und schloss bei 41 Euro.",
        [("im frühen Handel", "early"), ("schloss bei", "close")],
    ),
    ("fr", "L'action a clôturé à 41 euros.", [("a clôturé", "close")]),
    ("es", "La acción cerró en 41 euros.", [("cerró en", "close")]),
    (
        "it",
        "Il titolo ha chiuso a 41 euro dopo aver perso il 3% nei primi scambi.",
        [("ha chiuso a", "close"), ("nei primi scambi", "early")],
    ),
    ("pt", "As ações fecharam em 41 reais.", [("fecharam em", "close")]),
    (
        "nl",
        "Het aandeel sloot op 41 euro en steeg nabeurs 3 procent.",
        [("sloot op", "close"), ("nabeurs", "after_hours")],
    ),
    # what is no price or move, or far from the words, has none
    ("en", "At the close of the inquiry it closed 30 shops.", [(None, None)]),
    ("en", "Revenue closed in on $3 billion.", [(None, None)]),
    (
        "en",
        "In early trading all eyes were on the merger of the two firms, for which Corvid had promised $3 billion.",
        [(None, None)],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), SESSIONS)
def test_a_price_belongs_to_a_part_of_the_trading_day(
    language: str, text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    found = [claim for claim in claimcheck.extract(text, language=language) if claim.quantity is not None]
    assert [(claim.as_of, claim.period and claim.period.form.session) for claim in found] == expected
