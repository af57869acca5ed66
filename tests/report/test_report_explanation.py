"""Why two claims are one fact or two."""

from __future__ import annotations

import pickle

import pytest
from small_report import REPORT

import claimcheck
from claimcheck import Article, Report


def deal() -> Report:
    texts = {
        "a": "Corvid will invest up to $30 billion in Lumen. The flood of 2024 killed 12 people in Velme.",
        "b": "Corvid will invest $30 billion in Lumen <at once>. Corvid opened a mill in May 2021.",
        "c": "The flood killed 42 people in Velme.",
        "d": "The museum of Arden bought a painting for $3 million.",
    }
    return claimcheck.reconcile(Article(name, text, language="en") for name, text in texts.items())


def claim_of(report: Report, article: str, words: str) -> str:
    return next(claim.id for claim in report.claims if claim.article == article and words in claim.text)


def test_a_link_is_explained_by_its_evidence() -> None:
    report = deal()
    a, b = claim_of(report, "a", "$30 billion"), claim_of(report, "b", "$30 billion")
    found = report.explain(a, b)
    (link,) = [link for link in report.links if {link.a, link.b} == {a, b}]
    assert found.evidence == link.evidence
    assert found.weight == pytest.approx(link.weight)
    assert found.is_linked
    assert found.fact is not None
    assert {a, b} <= set(found.fact.claims)
    assert found.relation is not None
    assert report.explain(b, a).weight == found.weight


def test_two_facts_are_explained_as_well() -> None:
    report = deal()
    found = report.explain(claim_of(report, "a", "$30 billion"), claim_of(report, "d", "$3 million"))
    assert (found.fact, found.relation, found.is_linked) == (None, None, False)
    assert found.weight < 0


def test_the_text_is_a_waterfall() -> None:
    report = deal()
    found = report.explain(claim_of(report, "a", "$30 billion"), claim_of(report, "b", "$30 billion"))
    first, *steps, last = str(found).splitlines()
    assert "$30 billion" in first
    assert len(steps) == len(found.evidence)
    for item, line in zip(found.evidence, steps, strict=True):
        assert item.feature in line
        assert f"{item.weight:+.2f}" in line
    assert f"{found.weight:+.2f}" in steps[-1]
    assert last.strip() == found.outcome
    assert "linked, one fact" in last


def test_the_notebook_gets_an_escaped_table() -> None:
    report = deal()
    html = report.explain(claim_of(report, "a", "$30 billion"), claim_of(report, "b", "$30 billion"))._repr_html_()
    assert html.count("<tr>") == len(report.links[0].evidence) + 2
    assert "<script" not in html
    assert "<at once>" not in html


def test_it_is_short_at_the_prompt() -> None:
    report = deal()
    a, b = claim_of(report, "a", "$30 billion"), claim_of(report, "b", "$30 billion")
    assert repr(report.explain(a, b)).startswith(f"<Explanation: {a} / {b}, +")


def test_a_claim_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match="no claim 'z:9'"):
        deal().explain("z:9", "a:1")


@pytest.mark.parametrize(("article", "words"), [("b", "May 2021"), ("a", "12 people")])
def test_claims_of_two_kinds_or_units_are_never_compared(article: str, words: str) -> None:
    report = deal()
    with pytest.raises(ValueError, match="are never compared: they are not of one kind and unit"):
        report.explain(claim_of(report, "a", "$30 billion"), claim_of(report, article, words))


def test_a_report_from_elsewhere_has_nothing_to_weigh_with() -> None:
    report = REPORT
    first, second = report.claims[:2]
    with pytest.raises(ValueError, match="nothing to weigh"):
        report.explain(first.id, second.id)


def test_a_report_can_be_pickled_and_still_explains() -> None:
    report = pickle.loads(pickle.dumps(deal()))  # noqa: S301  # our own
    assert report == deal()
    assert report.explain(claim_of(report, "a", "$30 billion"), claim_of(report, "b", "$30 billion")).is_linked


def test_what_bars_a_heavy_pair_is_said() -> None:
    text = "The Lindau line of Velme has trains on {} May 2024, says Lindau."
    report = claimcheck.reconcile(Article(name, text.format(day), language="en") for name, day in (("a", 1), ("b", 4)))
    found = report.explain(*(claim.id for claim in report.claims))
    assert (found.evidence[-1].feature, found.evidence[-1].weight, found.is_linked) == ("barred", 0, False)
    assert "only where one thing is said to happen at both" in str(found)
