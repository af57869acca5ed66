"""Texts that no newsroom writes: they are read, quickly, and what follows is read too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import claimcheck
from claimcheck.adapters.spacy import sentences
from claimcheck.extract.scan import blanked

MOST = 300
AFTER = " The bridge cost 7 million euros."


@pytest.mark.parametrize("sign", ["1", "$", "'", "“", "(", "a.", "a@", "1,"])
def test_what_is_longer_than_any_word_is_left_out(sign: str) -> None:
    kept = sign * (MOST // len(sign))
    assert blanked(kept + AFTER).endswith(AFTER)
    assert blanked(f"{kept}1{AFTER}") == " " * (len(kept) + 1) + AFTER


@pytest.mark.parametrize(
    ("door", "wanted"),
    [
        (claimcheck.extract, {"7 million euros", "5 May 2024"}),
        (claimcheck.quantities, {"7 million euros"}),
        (claimcheck.times, {"5 May 2024"}),
    ],
)
@pytest.mark.parametrize("text", ["1" * 5_000, "3" + "0" * 5_000 + " dollars", "1" * 4_400 + " May 2024"])
def test_no_number_has_too_many_digits(door: Callable[..., Any], wanted: set[str], text: str) -> None:
    found = door(f"{text}.{AFTER} It opened on 5 May 2024.", language="en")
    assert wanted <= {mention.text for mention in found}


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        ("pt", "dezessete "),
        ("fr", "quinze "),
        ("es", "3.5grado °c "),
        ("fr", "dépasse le seuil d' mille marin "),
        ("nl", "duizend miljard "),
        ("de", "1- ( "),
    ],
)
def test_what_is_said_over_and_over_breaks_nothing(language: str, piece: str) -> None:
    end = "\n\n7 km."
    found = claimcheck.extract(piece * (4_000 // len(piece)) + end, language=language)
    assert found[-1].text == "7 km"


def test_a_line_may_be_longer_than_a_trained_pipeline_takes() -> None:
    text = " " * 1_000_000 + AFTER
    (sentence,) = sentences(text, "en")
    assert text[sentence.tokens[0].start :] == AFTER.strip()
