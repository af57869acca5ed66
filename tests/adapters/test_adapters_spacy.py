"""Sentences with offsets of the article, and phrases found among their tokens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.adapters import spacy as adapter
from claimcheck.adapters.spacy import PhraseFinder, Sentence, sentences

TEXT = "The dam broke. It’s 10 GW  now!"


def spans(found: list[Sentence], text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in found]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (TEXT, ["The dam broke.", "It’s 10 GW  now!"]),
        ("  One. ", ["One."]),
        ("   ", []),
        ("", []),
        ("No stop", ["No stop"]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert spans(sentences(text, "en"), text) == parts


@pytest.mark.parametrize("start", [0, 7])
def test_offsets_are_those_of_the_article(start: int) -> None:
    article = "x" * start + TEXT
    found = sentences(TEXT, "en", start)
    assert spans(found, article) == ["The dam broke.", "It’s 10 GW  now!"]
    tokens = [token for sentence in found for token in sentence.tokens]
    assert [article[token.start : token.end] for token in tokens] == [token.text for token in tokens]
    assert all(token.text.strip() for token in tokens)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), st.integers(0, 5))
def test_tokens_slice_any_text(text: str, start: int) -> None:
    article = "x" * start + text
    for sentence in sentences(text, "fr", start):
        assert sentence.start == sentence.tokens[0].start
        assert sentence.end == sentence.tokens[-1].end
        assert [article[token.start : token.end] for token in sentence.tokens] == [t.text for t in sentence.tokens]


def test_index_at_is_the_first_token_that_ends_after_a_place() -> None:
    sentence = sentences("The dam  broke.", "en", 100)[0]
    assert [token.text for token in sentence.tokens] == ["The", "dam", "broke", "."]
    assert [sentence.index_at(place) for place in (0, 100, 103, 104, 107, 109, 114, 999)] == [0, 0, 1, 1, 2, 2, 3, 4]


@pytest.mark.parametrize(
    ("text", "lower", "capitalised"),
    [
        ("Paris", "paris", True),
        ("iPhone", "iphone", True),
        ("L’An", "l'an", True),
        ("dam", "dam", False),
        ("3D", "3d", False),
    ],
)
def test_token(text: str, lower: str, capitalised: bool) -> None:  # noqa: FBT001  # a table
    (token,) = sentences(text, "en")[0].tokens
    assert (token.lower, token.is_capitalised) == (lower, capitalised)


FINDER = {"roll": "go", "roll out": "deploy", "out of it": "lost", "chiffre d'affaires": "revenue"}


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "They roll it.", [(1, 2, "go")]),
        ("en", "They ROLL Out now.", [(1, 3, "deploy")]),
        ("en", "Roll out of it.", [(0, 1, "go"), (1, 4, "lost")]),
        ("en", "Rolled out.", []),
        ("en", "Roll, roll out.", [(0, 1, "go"), (2, 4, "deploy")]),
        ("fr", "Le chiffre d'affaires monte.", [(1, 4, "revenue")]),
        ("fr", "Le chiffre d’affaires monte.", [(1, 4, "revenue")]),
    ],
)
def test_the_longest_phrase_wins(language: str, text: str, found: list[tuple[int, int, str]]) -> None:
    assert PhraseFinder(language, FINDER).find(sentences(text, language)[0]) == found


def test_tokens_are_counted_as_the_sentence_counts_them() -> None:
    """A double space is a token of spaCy's and none of ours."""
    sentence = sentences("They  will roll out.", "en")[0]
    ((first, end, _),) = PhraseFinder("en", FINDER).find(sentence)
    assert [token.text for token in sentence.tokens[first:end]] == ["roll", "out"]


def test_a_sentence_without_an_end_is_cut_and_loses_nothing() -> None:
    text = "and 30 boats " * 400
    found = sentences(text.strip(), "en")
    assert len(found) > 1
    assert [token.text for sentence in found for token in sentence.tokens] == text.split()
    assert all(text[token.start : token.end] == token.text for sentence in found for token in sentence.tokens)


def test_a_long_run_does_not_remember_all_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    finder = PhraseFinder("en", {"went up": "rise"})
    (sentence,) = sentences("A start.", "en")
    known = len(sentence.span.vocab.strings)
    monkeypatch.setattr(adapter, "_MOST_WORDS", known + 50)
    for number in range(200):
        (sentence,) = sentences(f"Norlia{number} went up.", "en")
        assert finder.find(sentence) == [(1, 3, "rise")]
    assert len(sentence.span.vocab.strings) < known + 60
