"""Quoting: what is cut, what is marked, what is made visible."""

from __future__ import annotations

import pytest

from claimcheck.model import Article
from claimcheck.report.quote import Place, excerpt, place_of, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, déjà-vu, 100 Mrd. €", "plain, déjà-vu, 100 Mrd. €"),
        ("a\n\t b\u00a0c\u2028d", "a b c d"),
        ("\x1b[31mred", "⟨U+001B⟩[31mred"),
        ("10\u202e0\u2066x\u2069", "10⟨U+202E⟩0⟨U+2066⟩x⟨U+2069⟩"),
        ("zero\u200bwidth\ufeff", "zero⟨U+200B⟩width⟨U+FEFF⟩"),
        ("lone \ud800", "lone ⟨U+D800⟩"),
        ("soft\u00adhyphen", "softhyphen"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🔬 ☎\ufe0f 5", "👩\u200d🔬 ☎\ufe0f 5"),
        ("3\u200d0 or 3\u200c0", "3⟨U+200D⟩0 or 3⟨U+200C⟩0"),
        ("3\u034f0\ufe0f0\u31640\u28000", "3⟨U+034F⟩0⟨U+FE0F⟩0⟨U+3164⟩0⟨U+2800⟩0"),
        ("none\uffff\U0001fffe", "none⟨U+FFFF⟩⟨U+1FFFE⟩"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "claim", "room", "shown"),
    [
        ("They pay 10 euros now.", "10 euros", 99, "They pay |10 euros| now."),
        ("Before. They pay 10 euros now. After.", "10 euros", 99, "They pay |10 euros| now."),
        ("They will one day pay 10 euros.", "10 euros", 12, "… day pay |10 euros|."),
        ("Pay 10 euros whenever they can afford it.", "10 euros", 20, "Pay |10 euros| whenever they …"),
        ("Some time they pay 10 euros for what they get.", "10 euros", 16, "… pay |10 euros| for …"),
        ("Paywithoutanyspaces10euros", "10euros", 6, "… spaces|10euros|"),
        ("Pay\n10 euros", "10 euros", 9, "Pay |10 euros|"),
    ],
)
def test_excerpt_marks_the_span_and_cuts_between_words(text: str, claim: str, room: int, shown: str) -> None:
    start = text.index(claim)
    end = start + len(claim)
    first = text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0
    last = text.find(". ", end) + 1 or len(text)
    assert "|".join(excerpt(text, start, end, (first, last), room)) == shown


def test_excerpt_of_a_claim_that_its_sentence_does_not_cover() -> None:
    assert excerpt("one two three", 4, 13, (6, 9), 9) == ("", "two three", "")


TEXT = "one\n\n\nxy"


@pytest.mark.parametrize(
    ("start", "end", "line", "place"),
    [
        (0, 3, 1, (1, 1, 1, 4)),
        (3, 4, 1, (1, 4, 2, 1)),
        (6, 8, 1, (4, 1, 4, 3)),
        (7, 8, 1, (4, 2, 4, 3)),
        (6, 8, 7, (10, 1, 10, 3)),
        (6, 8, None, (4, 1, 4, 3)),
    ],
)
def test_a_place_is_of_the_file(start: int, end: int, line: int | None, place: tuple[int, int, int, int]) -> None:
    assert place_of(Article("a", TEXT, line=line), start, end) == Place(*place)
