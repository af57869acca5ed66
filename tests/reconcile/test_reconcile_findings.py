"""What the report says of a fact: code, severity and one plain sentence."""

from __future__ import annotations

import inspect
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from statements import SETTING, amount, calendar, schedule, setting, vague_time

from claimcheck.model import Article, Claim, Finding, Scope, Severity, Status, Trend, codes
from claimcheck.reconcile import Setting, Voices, reconcile_facts
from claimcheck.reconcile.stamps import stamp_findings

APART = Voices({"a": "a", "b": "b", "c": "c"}, (), {})
FRIDAY = date(2024, 6, 14)
KILLED = {"unit": "person", "predicate": "kill"}
DONE, PLANNED = {"status": Status.DONE}, {"status": Status.PLANNED}


def findings(*claims: Claim, known: Setting = SETTING, voices: Voices = APART) -> list[Finding]:
    return reconciled([[claim.id for claim in claims]], claims, known, voices)


def reconciled(
    groups: Sequence[Sequence[str]], claims: Sequence[Claim], known: Setting = SETTING, voices: Voices = APART
) -> list[Finding]:
    """Return the findings but for the one that says that nothing could be compared."""
    _, found, _ = reconcile_facts(groups, {claim.id: claim for claim in claims}, known, voices)
    return [finding for finding in found if finding.code != "CC306"]


CASES: list[tuple[Sequence[Claim], str, str]] = [
    ([amount("a1", "30"), amount("b1", "35")], "CC101", "conflict"),
    ([schedule("a1", "gigawatt"), amount("b1", "3", scope=Scope.INSTALMENT)], "CC102", "conflict"),
    ([amount("a1", "10E9", "EUR"), amount("b1", "90E9", "USD")], "CC103", "conflict"),
    ([calendar("a1", "2025-09-22"), calendar("b1", "2025-09-23")], "CC104", "conflict"),
    ([vague_time("a1", -1, **DONE), vague_time("b1", 1, **PLANNED)], "CC105", "conflict"),
    ([amount("a1", "1.2E6"), amount("b1", "1.2E9")], "CC106", "conflict"),
    ([amount("a1", "100", bound="at_most"), amount("b1", "10", bound="at_most")], "CC107", "conflict"),
    ([amount("a1", "30", **KILLED), amount("b1", "42", **KILLED)], "CC201", "warning"),
    ([vague_time("a1", 1, **PLANNED), vague_time("b1", -1, **DONE)], "CC201", "warning"),
    ([amount("a1", "13", bound="more_than"), amount("b1", "13")], "CC202", "warning"),
    ([schedule("a1", "gigawatt"), schedule("b1", "plant")], "CC202", "warning"),
    ([amount("a1", "12..120", bound="vague"), amount("b1", "500")], "CC202", "info"),
    ([vague_time("a1", 1), vague_time("b1", -1)], "CC202", "info"),
    ([amount("a1", "12..14"), amount("b1", "13")], "CC203", "info"),
    ([amount("a1", "30"), amount("b1", "30")], "CC301", "info"),
]
DATED = setting({"a": FRIDAY, "b": FRIDAY})


@pytest.mark.parametrize(("claims", "code", "severity"), CASES)
def test_code_and_severity(claims: Sequence[Claim], code: str, severity: str) -> None:
    known = DATED if code == "CC103" else SETTING
    (finding,) = findings(*claims, known=known)
    assert (finding.code, finding.severity, finding.fact) == (code, severity, "f1")
    assert sorted(finding.claims) == sorted(claim.id for claim in claims)


@pytest.mark.parametrize(("claims", "code", "severity"), CASES)
def test_a_finding_is_one_plain_sentence(claims: Sequence[Claim], code: str, severity: str) -> None:
    (finding,) = findings(*claims, known=DATED if code == "CC103" else SETTING)
    assert finding.why[0].isupper() or finding.why[0] in "'\"0123456789"
    assert finding.why.endswith(".")
    assert not finding.why.endswith("..")
    assert re.search(r"[.!?] [A-Z]", finding.why) is None, severity


def test_every_code_that_can_be_emitted_is_documented() -> None:
    files = Path(inspect.getfile(reconcile_facts)).parent.rglob("*.py")
    source = "".join(path.read_text(encoding="utf-8") for path in files)
    emitted = set(re.findall(r'"(CC\d{3})"(?!:)', source))
    assert emitted == set(codes())
    assert all(code.title.endswith(".") and code.meaning.endswith(".") and code.example for code in codes().values())
    assert {code[:3] for code in codes()} == {"CC1", "CC2", "CC3"}


def test_a_single_claim_needs_no_finding() -> None:
    assert findings(amount("a1", "30")) == []
    assert findings(amount("a1", "30"), amount("a2", "30")) == []


def test_agreement_counts_articles_languages_and_voices() -> None:
    claims = [amount("a1", "30", "plant"), amount("b1", "30", "plant"), amount("c1", "30", "plant")]
    assert findings(*claims)[0].why == "3 sources say 30 plants."
    copies = Voices({"a": "a", "b": "b", "c": "b"}, (), {})
    assert findings(*claims, voices=copies)[0].why == "3 sources, 2 of them independent, say 30 plants."
    articles = SETTING.articles | {"c": replace(SETTING.articles["c"], language="fr")}  # type: ignore[operator]  # a dict
    assert findings(*claims, known=Setting(articles))[0].why == "3 sources in 2 languages say 30 plants."
    assert findings(*claims, known=Setting(articles), voices=copies)[0].why == (
        "3 sources in 2 languages, 2 of them independent, say 30 plants."
    )


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        (amount("a1", "100E9", bound="at_most"), amount("b1", "100E9", bound="at_most"), "up to 100 billion USD"),
        (calendar("a1", "2025-09-22"), calendar("b1", "2025-09-22"), "22 September 2025"),
        (vague_time("a1", 1, text="in the weeks ahead"), vague_time("b1", 1), "the same (in the weeks ahead)"),
    ],
)
def test_agreement_names_the_value(a: Claim, b: Claim, said: str) -> None:
    assert findings(a, b)[0].why == f"2 sources say {said}."


def test_further_pairs_are_counted() -> None:
    found = findings(amount("a1", "30"), amount("b1", "35"), amount("c1", "42"))
    assert "(2 more such pairs.)" in found[0].why


def test_one_further_pair_is_in_the_singular() -> None:
    found = findings(amount("a1", "30"), amount("b1", "35"), amount("c1", "34..40"))
    assert "(1 more such pair.)" in found[0].why


def test_the_sentence_is_of_the_type_that_gives_the_code() -> None:
    (found,) = findings(amount("a1", "13", bound="more_than"), amount("b1", "13"), amount("c1", "9"))
    assert found.code == "CC101"
    assert "13 USD / 9 USD" in found.why
    assert "more than" not in found.why


def test_an_ambiguous_claim_is_told_even_where_it_stands_alone() -> None:
    (found,) = findings(amount("a1", "10", "gigawatt", note="may mean sites of 10 gigawatts each", text="10 gigawatt"))
    assert (found.code, found.severity, found.fact, found.claims) == ("CC305", "info", "f1", ("a1",))
    assert found.why.startswith("'10 gigawatt' may mean sites of 10 gigawatts each")


def test_a_note_on_a_milestone_is_not_told() -> None:
    assert findings(vague_time("a1", -1, note="no time stated")) == []


def test_an_inferred_day_is_told_once_for_a_fact() -> None:
    resting = [calendar(f"{name}1", "2025-09-22", basis="inferred", text="on Monday") for name in "ab"]
    found = findings(*resting, calendar("c1", "2025-09-22"))
    assert [finding.code for finding in found] == ["CC301", "CC304"]
    assert (found[1].fact, found[1].claims) == ("f1", ("a1", "b1"))
    assert found[1].why == (
        "The articles carry no date; it was inferred from what they and others say: "
        "'on Monday' in A is taken as 22 September 2025; 'on Monday' in B is taken as 22 September 2025."
    )
    assert [finding.code for finding in findings(resting[0])] == []


@pytest.mark.parametrize("basis", ["given", "metadata", "text", None])
def test_a_known_day_is_not_told(basis: str | None) -> None:
    found = findings(calendar("a1", "2025-09-22", basis=basis), calendar("b1", "2025-09-22"))
    assert [finding.code for finding in found] == ["CC301"]


STORY = [
    amount("a1", "100E9", bound="at_most", condition="as each gigawatt opens"),
    amount("a2", "10", "gigawatt"),
    schedule("a3", "gigawatt", condition="as each gigawatt opens"),
    amount("b1", "10E9", scope=Scope.INSTALMENT, text="$10 billion at a time"),
]


def test_a_derivation_stands_with_the_conflict_that_it_reconciles() -> None:
    found = reconciled([["a1"], ["a2"], ["a3", "b1"]], STORY)
    assert [(f.code, f.fact, f.derivation) for f in found] == [
        ("CC102", "f3", "100 billion USD / 10 GW = 10 billion USD/GW")
    ]
    assert "10 instalments of 10 billion USD are one per gigawatt, so both can hold." in found[0].why
    assert found[0].claims == ("a3", "b1", "a1", "a2")


def test_a_derivation_without_a_conflict_stands_alone() -> None:
    claims = [
        amount("a1", "10E9", "USD/gigawatt", scope=Scope.RATE),
        amount("a2", "50E9"),
        amount("a3", "5", "gigawatt"),
    ]
    found = reconciled([[claim.id] for claim in claims], claims)
    assert [(f.code, f.severity, f.fact, f.derivation) for f in found] == [
        ("CC302", Severity.INFO, "f1", "10 billion USD/GW x 5 GW = 50 billion USD")
    ]


def test_a_derivation_beside_agreement_is_told() -> None:
    claims = [
        amount("a1", "10E9", "USD/gigawatt", scope=Scope.RATE),
        amount("b1", "10E9", "USD/gigawatt", scope=Scope.RATE),
        amount("a2", "50E9"),
        amount("a3", "5", "gigawatt"),
    ]
    found = reconciled([["a1", "b1"], ["a2"], ["a3"]], claims)
    assert [(f.code, f.fact, f.claims, f.derivation) for f in found] == [
        ("CC301", "f1", ("a1", "b1"), None),
        ("CC302", "f1", ("a1", "a3", "a2"), "10 billion USD/GW x 5 GW = 50 billion USD"),
    ]


def test_an_age_that_does_not_fit_is_a_warning() -> None:
    age = amount("a1", "71", "year_of_age", measure_name="age", subject_name="Ann Lee", text="71")
    birth = calendar("b1", "1958-01-01", "1958-12-31", predicate="bear", subject_name="Ann Lee")
    (found,) = reconciled([["a1"], ["b1"]], [age, birth])
    assert (found.code, found.severity, found.fact, found.claims) == ("CC206", "warning", "f1", ("a1", "b1"))
    assert found.why == "The age of Ann Lee ('71') does not fit the year of birth in B."


def test_a_formula_that_the_sentence_tells_is_not_told_twice() -> None:
    stock = {"subject_name": "Corvid", "measure_name": "price"}
    change = amount("a2", "0.31", scope=Scope.CHANGE, trend=Trend.UP, **stock)
    claims = [amount("a1", "38.52", **stock), change, amount("b1", "38.21", **stock)]
    (found,) = reconciled([["a1", "b1"], ["a2"]], claims)
    assert (found.code, found.claims, found.derivation) == (
        "CC201", ("a1", "b1", "a2"), "38.52 USD - 0.31 USD = 38.21 USD"
    )  # fmt: skip
    assert found.why.count("the level before the change") == 1


def test_a_formula_is_told_once_though_the_sentence_begins_with_the_name_of_a_source() -> None:
    parts = [amount(name, number, "person", predicate="kill") for name, number in (("a1", "8"), ("a2", "5"))]
    whole = amount("b1", "13", "person", predicate="kill")
    small = replace(
        SETTING, articles={**SETTING.articles, "a": replace(SETTING.articles["a"], source="herald.example")}
    )
    (found,) = reconciled([["a1", "b1"], ["a2"]], [*parts, whole], small)
    assert found.why == "Herald.example gives the parts, B the whole: 8 + 5 = 13."
    assert found.derivation == "8 + 5 = 13"


def test_voices_are_told() -> None:
    voices = Voices(
        {"a": "a", "b": "a", "c": "c"}, (("a", "b", "they share 80% of the shorter text"),), {"c": "Reuters"}
    )
    found = findings(amount("a1", "30"), voices=voices)
    assert [(f.code, f.severity, f.fact, f.claims) for f in found] == [("CC303", "info", None, ())] * 2
    assert [f.why for f in found] == [
        "A and B count as one voice: they share 80% of the shorter text.",
        "C retells another outlet (Reuters), so it adds no voice of its own.",
    ]


TWO = {name: SETTING.articles[name] for name in "ab"}

# the articles, the claims of each fact, who speaks with one voice, and what is said
COVERAGE = [
    ({}, [], "", None),
    ({"a": TWO["a"]}, [["a1"]], "", "Only one article was read"),
    (TWO, [["a1"], ["b1"]], "", "None of the 2 articles speaks of a fact of another"),
    (TWO, [["a1", "a2"], ["b1"]], "", "None of the 2 articles speaks of a fact of another"),
    (TWO, [["a1", "b1"]], "ab", "All 2 articles are one voice"),
    (TWO, [["a1", "b1"]], "", None),
]


@pytest.mark.parametrize(("articles", "groups", "copies", "words"), COVERAGE)
def test_where_nothing_could_be_compared_the_report_says_so(
    articles: dict[str, Article], groups: list[list[str]], copies: str, words: str | None
) -> None:
    claims = {name: amount(name, "30") for group in groups for name in group}
    voices = Voices({name: copies[0] if name in copies else name for name in articles}, (), {})
    _, found, _ = reconcile_facts(groups, claims, replace(SETTING, articles=articles), voices)
    told = [finding.why for finding in found if finding.code == "CC306"]
    assert len(told) == (words is not None)
    assert words is None or told[0].startswith(words)


# the day of the metadata, that at the head of the text, and whether they contradict each other
STAMPS = [
    (date(2025, 9, 22), date(2025, 9, 22), False),
    (date(2025, 9, 22), date(2025, 9, 24), False),
    (date(2025, 9, 22), date(2025, 9, 25), True),
    (date(2025, 9, 22), date(2021, 5, 3), True),
    (date(2025, 9, 22), None, False),
    (None, date(2021, 5, 3), False),
]


@pytest.mark.parametrize(("published", "stamp", "is_told"), STAMPS)
def test_an_article_with_two_days_is_told(published: date | None, stamp: date | None, is_told: bool) -> None:  # noqa: FBT001
    article = Article("a", "", "Gazette", published=published)
    found = stamp_findings(Setting({"a": article}, stamped={} if stamp is None else {"a": stamp}))
    assert [finding.code for finding in found] == ["CC207"] * is_told
    assert all("Gazette is dated 22 September 2025 by its metadata" in finding.why for finding in found)
