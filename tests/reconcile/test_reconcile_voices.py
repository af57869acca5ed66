"""Which articles speak with one voice."""

from __future__ import annotations

from itertools import permutations

import pytest

from claimcheck.model import Article
from claimcheck.reconcile import Voices, voices_of

CREDIT = "reported by "
ORIGINAL = (
    "Corvid will put up to 100 billion dollars into Lumen, the two firms said on Monday in Norrby. "
    "The first plant is to open in the second half of next year, and each gigawatt will cost ten billion."
)
FIRST_SENTENCE = ORIGINAL[: ORIGINAL.index(" The first")]
COPY = "Norrby news desk. " + ORIGINAL.replace("in Norrby. ", "today. ")
OTHER = (
    "A deal of a size that nobody in the chip trade had seen: Lumen gets its machines, Corvid gets a stake. "
    "Rivals were quick to call it a circle, in which money leaves by one door and comes back by another."
)


def article(name: str, text: str, source: str | None = None) -> Article:
    return Article(name, text, source or name.upper())


def voices(*articles: Article) -> Voices:
    def places(one: Article) -> list[int]:
        starts = [at for at in range(len(one.text)) if one.text.startswith(CREDIT, at)]
        return [at + len(CREDIT) for at in starts]

    return voices_of(articles, places)


def test_different_texts_are_voices_of_their_own() -> None:
    found = voices(article("a", ORIGINAL), article("b", OTHER))
    assert (found.voice, found.merged, found.retold) == ({"a": "a", "b": "b"}, (), {})
    assert found.count(["a", "b"]) == 2


def test_a_copy_is_no_voice() -> None:
    found = voices(article("a", ORIGINAL), article("b", COPY))
    assert found.voice["a"] == found.voice["b"]
    assert found.count(["a", "b"]) == 1
    ((first, second, why),) = found.merged
    assert (first, second) == ("a", "b")
    assert "of the shorter text" in why


def test_a_part_of_a_text_is_a_copy_of_it() -> None:
    assert voices(article("a", ORIGINAL + " " + OTHER), article("b", OTHER)).count(["a", "b"]) == 1


@pytest.mark.parametrize("text", ["Corvid", "Lumen and Corvid signed.", FIRST_SENTENCE])
def test_equal_texts_are_copies_however_short(text: str) -> None:
    assert voices(article("a", text), article("b", text)).count(["a", "b"]) == 1


def test_other_texts_too_short_to_compare_are_no_copies() -> None:
    assert voices(article("a", FIRST_SENTENCE), article("b", f"{FIRST_SENTENCE} More soon.")).count(["a", "b"]) == 2


@pytest.mark.parametrize(("one", "other"), [("Corvid", "Lumen"), ("", "Lumen and Corvid")])
def test_other_texts_of_a_few_words_are_no_copies(one: str, other: str) -> None:
    assert voices(article("a", one), article("b", other)).count(["a", "b"]) == 2


def test_the_voice_is_that_of_the_article_that_came_first() -> None:
    assert voices(article("z", ORIGINAL), article("a", COPY)).voice == {"z": "z", "a": "z"}


def test_a_copy_to_the_letter_shares_all_and_hides_no_other_copy() -> None:
    found = voices(article("a", ORIGINAL), article("b", ORIGINAL), article("c", COPY))
    assert found.merged[0] == ("a", "b", "they share 100% of the shorter text")
    assert found.count(["a", "b", "c"]) == 1


def test_half_of_the_shortest_text_that_is_compared_makes_a_copy() -> None:
    """A text of 33 words has 30 shingles; one of 63 has 60, of which the first 33 words give 30."""
    words, others = [f"word{place}" for place in range(63)], [f"other{place}" for place in range(31)]
    whole, half, less = (" ".join(text) for text in (words, words[:33] + others[:30], words[:32] + others))
    assert voices(article("a", whole), article("b", " ".join(words[:33]))).count(["a", "b"]) == 1
    assert voices(article("a", whole), article("b", " ".join(words[:32]))).count(["a", "b"]) == 2
    assert voices(article("a", whole), article("b", half)).count(["a", "b"]) == 1
    assert voices(article("a", whole), article("b", less)).count(["a", "b"]) == 2


def test_copies_of_copies_are_one_voice_in_any_order() -> None:
    texts = [article("a", ORIGINAL), article("b", COPY), article("c", COPY + " More soon."), article("d", OTHER)]
    for order in permutations(texts):
        found = voices(*order)
        assert len({found.voice[name] for name in "abc"}) == 1
        assert found.count(list("abcd")) == 2
        assert found.count(["d"]) == 1


def test_a_credit_to_an_article_that_is_here_joins_the_two() -> None:
    found = voices(article("a", ORIGINAL, "Cloud Wire"), article("b", f"{OTHER} First reported by Cloud Wire."))
    assert found.count(["a", "b"]) == 1
    assert found.merged == (("a", "b", "the second credits the first: 'Cloud Wire'"),)
    assert found.retold == {}


@pytest.mark.parametrize("credited", [": Cloud Wire", "Cloud Wire, it said", "Cloud Wire:"])
def test_a_credit_is_quoted_without_the_signs_around_it(credited: str) -> None:
    found = voices(article("a", ORIGINAL), article("b", f"{OTHER} As reported by {credited}"))
    assert found.retold == {"b": credited.strip(" :")}


def test_a_credit_to_oneself_hides_no_other() -> None:
    credited = "As reported by Daily Post. First reported by Cloud Wire."
    found = voices(article("a", ORIGINAL, "Cloud Wire"), article("b", f"{OTHER} {credited}", "Daily Post"))
    assert found.count(["a", "b"]) == 1


def test_of_two_sources_that_a_credit_names_the_longer_name_is_meant() -> None:
    texts = article("a", ORIGINAL, "Wire"), article("b", OTHER, "A Cloud Wire")
    third = article("c", f"{FIRST_SENTENCE} Nothing more. As reported by A Cloud Wire")
    assert voices(*texts, third).voice == {"a": "a", "b": "b", "c": "b"}


def test_a_credit_does_not_reach_beyond_its_line() -> None:
    found = voices(article("a", ORIGINAL, "Cloud Wire"), article("b", f"{OTHER} As reported by\nCloud Wire"))
    assert found.count(["a", "b"]) == 2


def test_a_credit_to_an_absent_source_makes_a_retelling() -> None:
    found = voices(article("a", ORIGINAL), article("b", f"{OTHER} As reported by Reuters"))
    assert found.retold == {"b": "Reuters"}
    assert found.merged == ()


def test_a_credit_to_no_name_is_none() -> None:
    found = voices(article("a", ORIGINAL), article("b", f"{OTHER} As reported by several people"))
    assert found.retold == {}


COUNTS = [
    ([], 0),
    (["a"], 1),
    (["a", "a"], 1),
    (["a", "b"], 1),
    (["a", "c"], 2),
    (["d"], 1),
    (["d", "e"], 1),
    (["a", "d"], 1),
    (["a", "c", "d", "e"], 2),
]


@pytest.mark.parametrize(("articles", "expected"), COUNTS)
def test_counting(articles: list[str], expected: int) -> None:
    """The articles a and b are copies, c stands alone, d and e retell somebody who is not here."""
    known = Voices({"a": "a", "b": "a", "c": "c", "d": "d", "e": "e"}, (), {"d": "Reuters", "e": "AFP"})
    assert known.count(articles) == expected


def test_naming_oneself_is_no_retelling() -> None:
    found = voices(article("a", f"{ORIGINAL} As reported by Cloud Wire", "Cloud Wire"), article("b", OTHER))
    assert (found.retold, found.merged) == ({}, ())


@pytest.mark.parametrize("credited", ["Cloud Wired", "McCloud Wire", "Cloud-Wire"])
def test_a_credit_names_a_source_in_whole_words_only(credited: str) -> None:
    found = voices(article("a", ORIGINAL, "Cloud Wire"), article("b", f"{OTHER} As reported by {credited}"))
    assert (found.retold, found.merged) == ({"b": credited}, ())


def test_a_copy_that_credits_another_does_not_silence_its_original() -> None:
    found = voices(
        article("a", ORIGINAL), article("b", f"{COPY} As reported by Reuters"), article("c", OTHER + " It was.")
    )
    assert found.retold == {"b": "Reuters"}
    assert [found.count(names) for names in (["a", "c"], ["b", "c"], ["a", "b", "c"])] == [2, 1, 2]


def test_copies_are_found_in_a_large_corpus_as_in_a_small_one() -> None:
    crowd = [article(f"n{number}", " ".join(f"word{number}x{at}" for at in range(60))) for number in range(1100)]
    found = voices(article("a", ORIGINAL + " " + OTHER), *crowd, article("b", COPY + " " + OTHER))
    assert found.voice["a"] == found.voice["b"]
    assert len(found.merged) == 1
    assert found.count(list(found.voice)) == 1101


def test_a_source_is_found_in_a_credit_whatever_its_letters() -> None:
    found = voices(article("a", ORIGINAL, "Straße Wire"), article("b", f"{OTHER} First reported by STRASSE WIRE."))
    assert found.voice["a"] == found.voice["b"]
