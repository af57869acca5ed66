"""What changes nothing in a report: the order of its articles, a stranger among them, a copy of one."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from stories import PLACES, sentences, stories

import claimcheck
from claimcheck import Article, Finding, Report
from claimcheck.model import Severity
from facts_held import facts, grave, said

STRANGER = Article(
    "z", "Pupils of Ostwick borrowed 5,217 audiobooks in the summer holidays.", "Ostwick Library News", language="en"
)
# The same stories each time: what links claims is weighed, and one story in some hundreds crosses a threshold. Whoever
# changes the linking draws others, and more.
quick = settings(max_examples=60, derandomize=True)


def findings(report: Report) -> Counter[tuple[str, str, frozenset[tuple[str, str]]]]:
    """Return what is found on claims; remarks on the whole, such as on the number of articles, are left out."""
    return Counter(_finding(report, finding) for finding in report if finding.claims)


def _finding(report: Report, finding: Finding) -> tuple[str, str, frozenset[tuple[str, str]]]:
    return finding.code, str(finding.severity), said(report, finding.claims)


@given(stories(), st.randoms(use_true_random=False))
@quick
def test_the_order_of_articles_changes_nothing(story: list[Article], random: object) -> None:
    shuffled = [*story]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = claimcheck.reconcile(story), claimcheck.reconcile(shuffled)
    assert facts(one) == facts(other)
    assert findings(one) == findings(other)


@given(stories(PLACES[:1]))
@quick
def test_an_unrelated_article_changes_no_finding(story: list[Article]) -> None:
    alone, beside = claimcheck.reconcile(story), claimcheck.reconcile([*story, STRANGER])
    strange = facts(claimcheck.reconcile([STRANGER]))
    assert facts(beside) == facts(alone) + strange
    assert findings(beside) == findings(alone)


def test_an_unrelated_article_joins_no_two_claims() -> None:
    texts = (
        "The flood in Velme killed 3 people.",
        "The flood in Velme killed 31 people.",
        "Corvid employs 30 people in Velme.",
    )
    story = [Article(name, text, name, language="en") for name, text in zip("abc", texts, strict=True)]
    assert findings(claimcheck.reconcile([*story, STRANGER])) == findings(claimcheck.reconcile(story))


@given(stories(PLACES[:1]), st.integers(0, 3))
@quick
def test_a_copy_changes_no_verdict(story: list[Article], place: int) -> None:
    copy = replace(story[place % len(story)], id="z")
    once, again = claimcheck.reconcile(story), claimcheck.reconcile([*story, copy])
    assert grave(again) == grave(once)
    assert (again.worst is Severity.CONFLICT) == (once.worst is Severity.CONFLICT)


def test_a_copy_parts_no_two_claims() -> None:
    texts = ("The path to Norrby is 400 kilometres long.", "The path to Velme is 1,200 kilometres long.")
    one, other = (Article(name, text, name, language="en") for name, text in zip("ab", texts, strict=True))
    copy = replace(one, id="z")
    assert grave(claimcheck.reconcile([one, other, copy])) == grave(claimcheck.reconcile([one, other]))


MIRROR = {"refines": "refined_by", "refined_by": "refines"}


@given(sentences(), sentences())
@settings(max_examples=150, derandomize=True)
def test_swapping_two_texts_mirrors_their_relation(a: str, b: str) -> None:
    there, back = (claimcheck.compare(*pair, language="en") for pair in ((a, b), (b, a)))
    assert (back.relation, back.type) == (MIRROR.get(there.relation, there.relation), there.type)
