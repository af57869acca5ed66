"""The whole path, from texts to reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import permutations
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import pytest

import claimcheck
from claimcheck import Article, Claim, Config, InputError, Report
from claimcheck.adapters.parser import Parser
from claimcheck.errors import InputWarning, LanguageError
from claimcheck.extract import extract_claims
from claimcheck.lang import Pack, available
from claimcheck.model import DateBasis, Severity
from claimcheck.scale import Died
from facts_held import facts, grave

PUBLISHED = date(2025, 9, 24)
SHARE = Decimal("0.05")
ALPHA = Article(
    "a",
    "Corvid announced on Monday that it will put up to $40 billion into Lumen as each gigawatt is completed. "
    "Lumen will build turbines of at least 8 gigawatts.\n"
    "Lumen counts 60 million weekly readers. The quake in Velme killed 30 people.",
    "Alpha",
    language="en",
)
BETA = Article(
    "b",
    "The deal of Corvid and Lumen was announced on 22 September 2025. Corvid will pay $5 billion at a time to Lumen. "
    "Lumen plans turbines of 8 gigawatts.\n"
    "More than 60 million weekly readers ask Lumen. The quake in Velme killed 42 people.",
    "Beta",
    language="en",
)
GAMMA = Article(
    "c",
    "Le 22 septembre 2025, Corvid a annoncé qu’il versera jusqu’à 40 milliards de dollars à Lumen. "
    "Lumen construira au moins 8 gigawatts. Les deux maisons se connaissent de longue date, et leurs chefs se sont "
    "parlé sans intermédiaire avant de rendre la nouvelle publique.",
    "Gamma",
    language="fr",
)
STORY = (ALPHA, BETA, GAMMA)


def reconciled(*articles: Article, config: Config | None = None) -> Report:
    return claimcheck.reconcile(articles, config=config)


# ---------------------------------------------------------------- reading


def test_texts_are_read_and_reconciled(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("---\nsource: One\ndate: 2025-09-24\n---\nA plant cost 30 million dollars.")
    (tmp_path / "two.txt").write_text("---\nsource: Two\n---\nA plant cost 30 million dollars.")
    articles = claimcheck.read(tmp_path)
    assert [article.source for article in articles] == ["One", "Two"]
    report = claimcheck.reconcile(articles)
    assert [fact.verdict for fact in report.facts] == ["agree"]


def test_what_cannot_be_read_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("A plant cost 30 million dollars.")
    problems: list[InputError] = []
    articles = claimcheck.read([tmp_path / "one.txt", tmp_path / "none.txt"], on_problem=problems.append)
    assert (len(articles), len(problems)) == (1, 1)
    assert "none.txt" in str(problems[0])
    report = claimcheck.reconcile(articles, problems=problems)
    assert report.problems == tuple(problems)


def test_what_cannot_be_read_warns_by_default(tmp_path: Path) -> None:
    with pytest.warns(InputWarning, match=r"none\.txt") as told:
        assert claimcheck.read(tmp_path / "none.txt") == []
    assert [warning.filename for warning in told] == [__file__]


# ---------------------------------------------------------------- one text


@pytest.mark.parametrize("article", STORY, ids=lambda article: article.source)
def test_every_claim_slices_back(article: Article) -> None:
    claims = claimcheck.extract(article)
    assert claims
    for claim in claims:
        assert article.text[claim.start : claim.end] == claim.text
        first, last = claim.sentence
        assert first <= claim.start
        assert claim.end <= last
        assert claim.article == article.id


@pytest.mark.parametrize("article", STORY, ids=lambda article: article.source)
def test_extracting_is_deterministic(article: Article) -> None:
    assert claimcheck.extract(article) == claimcheck.extract(article)


def test_a_text_is_read_like_an_article() -> None:
    from_text = claimcheck.extract(ALPHA.text, language="en", date=PUBLISHED)
    dated = replace(ALPHA, id="text", published=PUBLISHED, published_from=DateBasis.GIVEN)
    assert from_text == claimcheck.extract(dated)


def test_the_language_is_told_from_the_text() -> None:
    assert claimcheck.extract(GAMMA.text) == claimcheck.extract(GAMMA.text, language="fr")


def test_a_given_date_resolves_what_is_relative() -> None:
    text = "Corvid announced the deal on Monday."
    (dated,) = claimcheck.times(text, language="en", date=PUBLISHED)
    (undated,) = claimcheck.times(text, language="en")
    assert (dated.when.earliest, dated.when.anchor) == (date(2025, 9, 22), "given")
    assert (undated.when.earliest, undated.when.anchor) == (None, None)
    assert (dated.text, dated.when.form) == (undated.text, undated.when.form)


def test_the_date_of_an_article_comes_before_a_given_one() -> None:
    article = replace(ALPHA, published=date(2025, 10, 1), published_from=DateBasis.METADATA)
    claims = claimcheck.extract(article, date=PUBLISHED)
    assert {claim.when.anchor for claim in claims if claim.when is not None} == {"metadata"}


def test_times_hold_durations_and_times_without_a_claim() -> None:
    found = claimcheck.times("In 2019 it took three weeks.", language="en")
    assert {(mention.text, mention.when.timex3_type) for mention in found} >= {("three weeks", "DURATION")}
    assert any("2019" in mention.text for mention in found)


@pytest.mark.parametrize("door", [claimcheck.extract, claimcheck.times])
@pytest.mark.parametrize("given", ["Nope.", Article("a", "Nope.", language="en"), Article("a", "Nope.")])
@pytest.mark.parametrize("date", [None, PUBLISHED])
def test_an_unsupported_language_is_an_error(
    door: Callable[..., list[object]], given: str | Article, date: date | None
) -> None:
    with pytest.raises(LanguageError, match="no language pack for 'xx'"):
        door(given, language="xx", date=date)


def test_a_given_language_comes_before_that_of_an_article() -> None:
    article = Article("a", "Le pont a coûté 3 millions d’euros.", language="en")
    assert claimcheck.extract(article, language="fr") == claimcheck.extract(replace(article, language="fr"))
    assert claimcheck.extract(article, language="fr") != claimcheck.extract(article)


@pytest.mark.parametrize("text", ["", " \n ", "No number stands here."])
def test_a_text_without_claims_has_none(text: str) -> None:
    assert claimcheck.extract(text, language="en") == []
    assert claimcheck.times(text, language="en") == []


# ---------------------------------------------------------------- several articles


def test_an_unsupported_language_is_a_problem_of_one_article() -> None:
    report = reconciled(ALPHA, Article("x", "Hallo.", language="xx", path="x.txt"), BETA)
    (problem,) = report.problems
    assert str(problem) == f"x.txt: no language pack for 'xx'; there are {', '.join(available())}"
    assert [article.id for article in report.articles] == ["a", "b"]
    assert facts(report) == facts(reconciled(ALPHA, BETA))


def test_a_language_told_from_the_text_is_named_as_such() -> None:
    text = "Это длинный русский текст о наводнении в небольшом городе, где погибли тридцать человек. " * 4
    report = reconciled(ALPHA, Article("x", text))
    (problem,) = report.problems
    assert "told from its text" in str(problem)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Varnholm paid 1,500 euros.", "en"),
        ("The dam of Varnholm broke.", "en"),
        ("Le barrage de Varnholm a cédé.", "fr"),
        ("Le pont de Varnholm a coûté 3 millions d’euros.", "fr"),
        ("Die Brücke in Varnholm kostete drei Millionen Euro.", "de"),
        ("El puente de Varnholm costó tres millones de euros.", "es"),
        ("Il ponte di Varnholm è costato tre milioni di euro.", "it"),
        ("A ponte de Varnholm custou três milhões de euros.", "pt"),
        ("De brug in Varnholm kostte drie miljoen euro.", "nl"),
    ],
)
def test_the_language_of_a_short_text_is_told_by_its_small_words(text: str, code: str) -> None:
    report = reconciled(Article("x", text))
    assert (report.problems, [article.language for article in report.articles]) == ((), [code])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Bron i Varnholm kostade tre miljoner kronor.", "sv"),
        ("Most w Varnholm kosztował trzy miliony złotych.", "pl"),
        ("Silta Varnholmissa maksoi kolme miljoonaa euroa.", "fi"),
    ],
)
def test_a_short_text_in_another_language_is_a_problem(text: str, code: str) -> None:
    assert code not in available()
    report = reconciled(Article("x", text))
    (problem,) = report.problems
    assert f"no language pack for '{code}'" in str(problem)
    assert report.articles == ()


@pytest.mark.parametrize("text", ["", "10 GW", "Varnholm, 3 km."])
def test_a_text_of_few_words_is_never_refused_for_its_language(text: str) -> None:
    assert reconciled(Article("x", text)).problems == ()


@pytest.mark.parametrize("first", [ALPHA, Article("a", "Hallo.", language="xx")])
def test_a_second_article_with_one_id_is_left_out_and_named(first: Article) -> None:
    report = reconciled(first, replace(BETA, id="a", path="beta.txt"), replace(BETA, id="c"))
    assert "c" in {article.id for article in report.articles}
    assert BETA.text not in {article.text for article in report.articles if article.id == "a"}
    (problem,) = [problem for problem in report.problems if problem.path == "beta.txt"]
    assert "a second article with the id 'a' was left out" in problem.message


def test_two_texts_are_compared_by_the_settings_that_are_given() -> None:
    texts = ("The mill in Velme makes 50.0 megawatts.", "The mill in Velme makes 0.0509 gigawatts.")
    found = [claimcheck.compare(*texts, language="en", config=config) for config in (None, Config(tolerance=SHARE))]
    assert [one.relation for one in found] == ["conflict", "agree"]
    config = Config(language="fr", date=PUBLISHED, jobs=2)
    articles = claimcheck.compare(*texts, config=config).report.articles
    assert {(article.language, article.published) for article in articles} == {("fr", PUBLISHED)}
    articles = claimcheck.compare(*texts, language="en", date=date(2024, 5, 3), config=config).report.articles
    assert {(article.language, article.published) for article in articles} == {("en", date(2024, 5, 3))}
    (problem, _) = claimcheck.compare(*texts, language="xx", config=config).report.problems
    assert isinstance(problem, LanguageError)


def test_two_texts_are_read_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("claimcheck.pipeline.extraction.in_processes")
    assert claimcheck.compare("It has 9 rooms.", "It has 9 rooms.", config=Config(jobs=2)).relation == "agree"


@pytest.mark.parametrize("given", ["folder", ["a text"]])
def test_what_is_no_article_is_told(given: Any) -> None:
    with pytest.raises(TypeError, match=r"^articles are what read\(\) returns, or Article\(id, text\), not str$"):
        claimcheck.reconcile(given)


def test_several_processes_report_the_same_as_one() -> None:
    story = claimcheck.read(Path(__file__).parent.parent / "fixtures" / "velme-flood")
    foreign = Article("x", "Dette er en artikkel paa norsk om noe helt annet, med ord.", path="x.txt")
    one, two = (reconciled(*story, foreign, config=Config(jobs=jobs)) for jobs in (1, 2))
    assert two.to_json() == one.to_json()
    assert (two.claims, two.links, two.facts, two.findings) == (one.claims, one.links, one.facts, one.findings)
    assert [(str(problem), problem.path) for problem in two.problems] == [
        (str(problem), problem.path) for problem in one.problems
    ]
    assert two.problems[0].path == "x.txt"


def test_an_interrupt_between_two_articles_ends_the_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = []

    def endless(
        _: Callable[[Article], object], items: Iterable[Article], jobs: int, **_more: object
    ) -> Iterator[object]:
        try:
            for item in items:
                rude = MagicMock()
                rude.path.__bool__.side_effect = KeyboardInterrupt
                yield rude, Died(item)
        finally:
            ended.append(jobs)

    monkeypatch.setattr("claimcheck.pipeline.extraction.in_processes", endless)
    try:
        reconciled(ALPHA, config=Config(jobs=2))
    except KeyboardInterrupt:  # here the traceback still holds the generator, so that nothing but a close ends it
        assert ended == [2]
    else:
        pytest.fail("the interrupt was lost")


def test_an_article_on_which_a_process_died_is_named_and_the_others_are_reported(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def one_dies(
        function: Callable[[Article], object], items: Iterable[Article], jobs: int, **_more: object
    ) -> Iterator[object]:
        assert jobs == 2
        yield from ((item, Died(item) if item.id == "b" else function(item)) for item in items)

    monkeypatch.setattr("claimcheck.pipeline.extraction.in_processes", one_dies)
    report = reconciled(ALPHA, replace(BETA, path="beta.txt"), config=Config(jobs=2))
    assert [article.id for article in report.articles] == ["a"]
    assert [str(problem) for problem in report.problems] == [
        "beta.txt: the process that read it died, so that it was left out; with one job it is read in this process"
    ]


def test_an_article_on_which_a_rule_breaks_is_named_and_the_others_are_reported(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def breaks(article: Article, pack: Pack, parser: Parser | None) -> list[Claim]:
        if article.id == "b":
            raise ZeroDivisionError("three\nlines \ud800")
        return extract_claims(article, pack, parser)

    monkeypatch.setattr("claimcheck.pipeline.extraction.extract_claims", breaks)
    report = reconciled(ALPHA, replace(BETA, path="beta.txt"))
    assert [article.id for article in report.articles] == ["a"]
    (problem,) = (str(problem) for problem in report.problems)
    assert problem.startswith("beta.txt: was left out, by a mistake of claimcheck in test_pipeline.py:")
    assert problem.endswith(": ZeroDivisionError: three\nlines \\ud800")


def test_an_article_whose_metadata_contradict_its_text_is_told() -> None:
    text = "3 May 2021\n\nThe flood killed 12 people in Velme."
    report = reconciled(Article("a", text, "Gazette", language="en", published=date(2025, 9, 22)))
    (found,) = [finding for finding in report if finding.code == "CC207"]
    assert "22 September 2025" in found.why
    assert "3 May 2021" in found.why


def test_a_thousand_copies_are_one_voice() -> None:
    report = reconciled(*(replace(ALPHA, id=f"copy{number}") for number in range(1000)))
    assert all(fact.independent_sources == 1 for fact in report.facts)
    assert "All 1000 articles are one voice, so none confirms another." in [finding.why for finding in report]


def test_claims_without_a_name_are_compared_by_what_else_they_say() -> None:
    report = reconciled(
        Article("a", "The price of bread rose by 5 percent.", language="en"),
        Article("b", "The price of bread rose by 5 percent last month.", language="en"),
        Article("c", "The price of coal fell by 8 percent.", language="en"),
    )
    shared = [{claim.partition(":")[0] for claim in fact.claims} for fact in report.facts if len(fact.claims) > 1]
    assert shared == [{"a", "b"}]


def test_sources_agree_with_the_consensus_as_far_as_they_do() -> None:
    report = reconciled(
        Article("a", "The mill of Velme cost 30 million dollars.", "A", language="en"),
        Article("b", "The mill of Velme cost 30 million dollars.", "B", language="en"),
        Article("c", "The mill in Velme cost 45 million dollars.", "C", language="en"),
    )
    (fact,) = [fact for fact in report.facts if fact.verdict == "conflict"]
    assert report.claim(fact.consensus or "").article in {"a", "b"}
    assert report.agreement["C"] == 0
    assert max(report.agreement.values()) == 1


# an article, and the values of the fact in which it contradicts itself; none where it does not
ITSELF = [
    (
        "The Norrby Survey said the Velme quake measured magnitude 4.7, but Lumen said it measured magnitude 5.2.",
        {"4.7", "5.2"},
    ),
    ("Quake kills 12 in Velme\n\nA strong quake killed 10 people in Velme on Sunday.", {"12", "10"}),
    ("Quake kills 12 in Velme\n\nA strong quake killed 12 people in Velme. It killed 3 people in Norrby.", set()),
    ("Quake kills 12 in Velme\n\nA quake killed 10 people in Velme and 2 people in Norrby.", set()),
    ("Quake kills 12 in Velme\n\nA strong quake injured 10 people in Velme.", set()),
    ("A strong quake killed 12 people in Velme.\n\nIt killed 3 people in Norrby.", set()),
]


@pytest.mark.parametrize(("text", "values"), ITSELF)
def test_an_article_against_itself(text: str, values: set[str]) -> None:
    report = reconciled(Article("a", text, language="en"))
    found = [fact for fact in report.facts if fact.verdict == "conflict"]
    said = [report.claim(claim).quantity for fact in found for claim in fact.claims]
    assert {str(quantity.value) for quantity in said if quantity is not None} == values


def test_an_undated_article_is_dated_by_a_dated_day() -> None:
    report = reconciled(*STORY)
    alpha = report.article("a")
    assert (alpha.published, alpha.published_from) == (date(2025, 9, 22), "inferred")
    assert alpha.published_until is not None
    monday = next(claim for claim in report.claims if "Monday" in claim.text)
    assert monday.when is not None
    assert (monday.when.earliest, monday.when.anchor) == (date(2025, 9, 22), "inferred")
    assert any(finding.code == "CC304" and monday.id in finding.claims for finding in report)


def test_claims_are_linked_anew_by_the_days_that_were_inferred() -> None:
    report = reconciled(ALPHA, BETA)
    monday = next(claim.id for claim in report.claims if "Monday" in claim.text)
    (link,) = (link for link in report.links if monday in {link.a, link.b})
    assert "both name 22 September 2025" in [item.why for item in link.evidence]


def test_what_dated_an_article_does_not_confirm_it() -> None:
    report = reconciled(ALPHA, BETA)
    fact = next(f for f in report.facts if any("Monday" in report.claim(c).text for c in f.claims))
    assert fact.verdict == "compatible"
    assert "neither confirms it" in fact.relations[0].why


def test_a_given_date_dates_all_undated_articles() -> None:
    report = claimcheck.reconcile(STORY, config=Config(date=PUBLISHED))
    assert {article.published for article in report.articles} == {PUBLISHED}
    assert not any(finding.code == "CC304" for finding in report)


def test_a_lone_undated_article_stays_undated() -> None:
    report = reconciled(ALPHA)
    assert (report.articles[0].published, report.articles[0].published_from) == (None, "unknown")
    assert {fact.verdict for fact in report.facts} == {"single"}
    assert [finding.code for finding in report] == ["CC306"]


def test_the_story_is_explained() -> None:
    found = facts(reconciled(*STORY))
    by_texts = {frozenset(text for _, text in members): (verdict, kind) for members, verdict, kind in found}
    assert by_texts[frozenset({"up to $40 billion", "jusqu’à 40 milliards de dollars"})] == ("agree", None)
    assert by_texts[frozenset({"as each gigawatt is completed", "$5 billion at a time"})] == ("conflict", "scope")
    assert by_texts[frozenset({"30 people", "42 people"})] == ("conflict", "value")
    derived = [finding.derivation for finding in reconciled(*STORY) if finding.derivation]
    assert derived == ["40 billion USD / 8 GW = 5 billion USD/GW"]


def test_a_growing_toll_is_an_update_where_the_order_is_known() -> None:
    older = replace(ALPHA, published=date(2025, 9, 22), published_from=DateBasis.GIVEN)
    newer = replace(BETA, published=date(2025, 9, 24), published_from=DateBasis.GIVEN)
    report = reconciled(older, newer)
    toll = next(fact for fact in report.facts if "30 people" in {report.claim(claim).text for claim in fact.claims})
    assert (toll.verdict, toll.conflict_type) == ("update", "value")


def test_the_order_of_articles_changes_no_verdict() -> None:
    expected = facts(reconciled(*STORY))
    for order in permutations(STORY):
        assert facts(reconciled(*order)) == expected


@pytest.mark.parametrize("twice", STORY, ids=lambda article: article.source)
def test_an_article_given_twice_changes_no_verdict(twice: Article) -> None:
    copy = replace(twice, id="z")
    once, again = reconciled(*STORY), reconciled(*STORY, copy)
    assert grave(again) == grave(once)
    voices = {fact.claims[0]: fact.independent_sources for fact in again.facts}
    assert all(voices.get(fact.claims[0], 1) <= fact.independent_sources for fact in once.facts)


def test_every_finding_is_a_sentence_on_claims_and_facts_that_exist() -> None:
    report = reconciled(*STORY)
    claims, known = {claim.id for claim in report.claims}, {fact.id for fact in report.facts}
    assert len(report) > 4
    for finding in report:
        assert finding.why.endswith(".")
        assert set(finding.claims) <= claims
        assert finding.fact is None or finding.fact in known
    assert [finding.severity.gravity for finding in report] == sorted(
        (finding.severity.gravity for finding in report), reverse=True
    )


def test_every_claim_is_in_one_fact_and_every_link_ties_claims_that_exist() -> None:
    report = reconciled(*STORY)
    claims = sorted(claim.id for claim in report.claims)
    assert sorted(claim for fact in report.facts for claim in fact.claims) == claims
    assert {end for link in report.links for end in (link.a, link.b)} <= set(claims)
    for fact in report.facts:
        assert fact.consensus in fact.claims
        assert 1 <= fact.independent_sources <= len({report.claim(claim).article for claim in fact.claims})


@pytest.mark.parametrize("articles", [(), (Article("a", "", language="en"),)])
def test_nothing_to_reconcile_is_an_empty_report(articles: Sequence[Article]) -> None:
    report = claimcheck.reconcile(articles)
    assert (report.claims, report.facts) == ((), ())
    assert [finding.code for finding in report] == ["CC306"] * len(articles)


def test_settings_reach_the_rules() -> None:
    texts = ("The plant in Velme delivers 50.0 megawatts.", "The plant in Velme delivers 0.0509 gigawatts.")
    articles = [Article(name, text, language="en") for name, text in zip("ab", texts, strict=True)]
    verdicts = [
        claimcheck.reconcile(articles, config=Config(tolerance=Decimal(share))).facts[0].verdict
        for share in ("0.001", "0.05")
    ]
    assert verdicts == ["conflict", "agree"]


# ---------------------------------------------------------------- two sentences

COMPARED = [
    ("The plant in Norrby cost 30 million dollars.", "The plant in Norrby cost $30 million.", "agree", None),
    (
        "The plant in Norrby cost 30 million dollars.",
        "The plant in Norrby cost 35 million dollars.",
        "conflict",
        "value",
    ),
    ("The road to Velme is 48 kilometers long.", "The road to Velme is 30 miles long.", "agree", None),
    ("The road to Velme is 1,200 km long.", "The road to Velme is 1,200 miles long.", "conflict", "value"),
    ("Corvid runs a plant of 2 gigawatts.", "Corvid runs a plant of 2,000 megawatts.", "agree", None),
    ("Corvid paid $13 billion for Lumen.", "Corvid paid more than $13 billion for Lumen.", "compatible", "bound"),
    ("Corvid paid $12 to $13.5 billion for Lumen.", "Corvid paid $13.2 billion for Lumen.", "refined_by", None),
    (
        "Corvid will invest up to $60 billion in Lumen.",
        "Corvid will invest up to $6 billion in Lumen.",
        "conflict",
        "bound",
    ),
    ("Corvid put $1.2 million into Lumen.", "Corvid put $1.2 billion into Lumen.", "conflict", "magnitude"),
    ("Nearly 300 people were killed in Velme.", "More than 300 people were killed in Velme.", "conflict", "bound"),
    ("Corvid laid off dozens of workers.", "Corvid laid off 48 workers.", "refined_by", None),
    ("Corvid bought Lumen on 3 May 2024.", "Corvid bought Lumen on 3 May 2024.", "agree", None),
    ("Corvid bought Lumen on 3 May 2024.", "Corvid bought Lumen on 9 May 2024.", "conflict", "date"),
    ("Corvid opens the plant in the second half of 2026.", "Corvid opens the plant in 2026.", "refines", None),
    (
        "The deal of Corvid and Lumen was finalized.",
        "Corvid and Lumen will finalize the deal in the coming weeks.",
        "conflict",
        "status",
    ),
    ("Shares of Corvid rose 3.9%.", "Shares of Corvid fell 3.9%.", "conflict", "value"),
    ("Corvid is worth $4.46 trillion.", "Corvid is worth $4.5 trillion.", "agree", None),
    ("Halvorn earned $210 million in 2024.", "Halvorn earned $180 million in 2023.", "unrelated", None),
    ("Halvorn earned $210 million.", "Halvorn earned $180 million in 2023.", "compatible", "date"),
    ("Halvorn earned $210 million in 2024.", "Halvorn earned $180 million in 2024.", "conflict", "value"),
    (
        "The mill in Norrby employs 400 people.",
        "The mill in Norrby does not employ 400 people.",
        "compatible",
        "status",
    ),
    ("Corvid paid $30 million for Lumen.", "Corvid denied that it paid $30 million for Lumen.", "compatible", "status"),
    ("Corvid paid $30 million for Lumen.", "Corvid will pay $35 million for Lumen.", "conflict", "value"),
    ("The road to Velme is 50 km long.", "The road to Velme is 52 km long.", "compatible", "value"),
    ("The road to Velme is 50 km long.", "The road to Velme is 60 km long.", "conflict", "value"),
    ("The bridge of Velme cost 600 million euros.", "The bridge of Velme cost 612 million euros.", "agree", None),
    (
        "Corvid will pay Lumen $7 billion at a time.",
        "Corvid will pay Lumen 7 gigawatts at a time.",
        "unrelated",
        None,
    ),
    ("The flood killed 30 people in Velme.", "Corvid has 30 stores in Norrby.", "unrelated", None),
    ("The flood killed 30 people in Velme.", "Corvid employs 4,000 people in Norrby.", "unrelated", None),
    ("Ann Lee, 42, leads Corvid.", "Bo Kim, 57, leads Corvid.", "unrelated", None),
    ("Corvid employs 35 people in Norrby.", "Corvid employs more than 30 people in Norrby.", "refines", None),
    ("Corvid opens its mill in Norrby in 2026.", "Corvid opens its mill in Norrby in May 2026.", "refined_by", None),
    ("Nothing was said.", "The flood killed 30 people in Velme.", "unrelated", None),
    # the same words around other numbers, to the letter
    ("Ann gave Bo 2 boats.", "Ann gave Bo more than 2 boats.", "conflict", "bound"),
    ("Ann gave Bo 2 boats.", "Ann gave Bo more than 1 boats.", "refines", None),
    ("The ratio was 2 : 1.", "The ratio was 8 : 1.", "conflict", "value"),
    ("The mill cost 30 million dollars.", "The mill cost more than 30 million dollars.", "compatible", "bound"),
    ("About 30 people left Velme.", "31 people left Velme.", "refined_by", None),
]


@pytest.mark.parametrize(("first", "second", "relation", "kind"), COMPARED)
def test_comparing_two_sentences(first: str, second: str, relation: str, kind: str | None) -> None:
    turned = {"refines": "refined_by", "refined_by": "refines"}.get(relation, relation)
    for one, other, expected in ((first, second, relation), (second, first, turned)):
        found = claimcheck.compare(one, other, language="en", date=PUBLISHED)
        assert (found.relation, found.type) == (expected, kind)
        assert found.why
        assert [article.text for article in found.report.articles] == [one, other]


def test_comparing_two_languages() -> None:
    found = claimcheck.compare(
        "Corvid will invest 30 million dollars in Lumen in the spring of 2026.",
        "Corvid investira 30 millions de dollars dans Lumen au printemps 2026.",
    )
    assert found.relation == "agree"


def test_the_worst_finding_of_a_conflict_is_a_conflict() -> None:
    found = claimcheck.compare(*COMPARED[1][:2], language="en")
    assert found.report.worst is Severity.CONFLICT


INFLATION = ("en", "Inflation in Norland rose to 3.4 percent in May, the statistics office said.")
MEASURED = [
    (INFLATION, ("es", "La tasa de inflación en Norland subió al 3,6 por ciento en mayo."), "conflict"),
    (INFLATION, ("es", "La tasa de paro en Norland subió al 3,6 por ciento en mayo."), None),
    (
        ("de", "Der Leitzins in Norland liegt bei 4,25 Prozent, teilte die Zentralbank mit."),
        ("fr", "Le taux directeur de Norland est de 4,5 %, a indiqué la banque centrale."),
        "conflict",
    ),
    (
        ("it", "L'affluenza a Castelmirto è stata del 61 per cento."),
        ("en", "Turnout in Castelmirto was 64 percent."),
        "conflict",
    ),
    (
        ("nl", "De uitstoot van Norland daalde naar 140 miljoen ton."),
        ("pt", "As emissões de Norland caíram para 140 milhões de toneladas."),
        "agree",
    ),
]


@pytest.mark.parametrize(("first", "second", "verdict"), MEASURED)
def test_what_is_measured_has_one_name_in_all_languages(
    first: tuple[str, str], second: tuple[str, str], verdict: str | None
) -> None:
    articles = [Article(name, text, language=code) for name, (code, text) in zip("ab", (first, second), strict=True)]
    report = claimcheck.reconcile(articles)
    amounts = [claim.id for claim in report.claims if claim.quantity is not None]
    fact = report.fact_of(*amounts)
    assert (fact.verdict if fact is not None else None) == verdict


DEEDS = [
    ("en", "Police seized 3.2 tonnes of cocaine in Velme.", "seize"),
    ("es", "La policía se incautó de 2,6 toneladas de cocaína en Velme.", "seize"),
    ("nl", "De politie heeft 3 ton cocaïne in beslag genomen.", "seize"),
    ("de", "Der Hersteller Norvag hat 120.000 Autos zurückgerufen.", "recall"),
    ("it", "Norvag richiama 120.000 auto.", "recall"),
    ("en", "Norvair ordered 40 aircraft.", "buy"),
    ("fr", "Norvair a commandé 40 avions.", "buy"),
    ("it", "La petroliera ha sversato 4.000 barili davanti a Velme.", "leak"),
    ("pt", "O petroleiro derramou 6.000 barris perto de Velme.", "leak"),
    ("en", "The opening was postponed to 12 May 2027.", "delay"),
    ("es", "La apertura se aplazó al 19 de mayo de 2027.", "delay"),
    ("fr", "40 vols ont été annulés à Velme.", "cancel"),
    ("nl", "In Velme zijn 60 vluchten geannuleerd.", "cancel"),
    # Verbs that are parted, and such that only look so.
    ("de", "Der Hersteller Norvag ruft 120.000 Autos zurück.", "recall"),
    ("de", "Norvag baut 350 Stellen ab und schließt sein Werk.", "dismiss"),
    ("de", "Norvag baut 350 Häuser.", "build"),
    ("nl", "De politie nam 3 ton cocaïne in beslag.", "seize"),
    ("nl", "Norvag neemt de fabriek voor 40 miljoen euro over.", "buy"),
    ("de", "Die Bahn sagte ab 2027 mehr Züge zu.", None),
    ("de", "Norvag gab 2023 Milliarden für Werke aus anderen Ländern.", None),
]


@pytest.mark.parametrize(("language", "text", "predicate"), DEEDS)
def test_what_happens_has_one_name_in_all_languages(language: str, text: str, predicate: str | None) -> None:
    (claim,) = claimcheck.extract(text, language=language)
    assert claim.predicate == predicate


AHEAD = [
    ("en", "The mill will reopen in the next few weeks.", ["the next few weeks"]),
    ("de", "Die Mühle öffnet in den nächsten paar Wochen.", ["den nächsten paar Wochen"]),
    ("nl", "De molen opent in de komende paar weken.", ["de komende paar weken"]),
    ("en", "The mill was open for a few weeks.", []),
    ("en", "The past few weeks were warm.", []),
    ("en", "The lake dried up 130,000 years ago.", []),
    ("en", "The lake dried up 130K years ago.", []),
    ("it", "Il lago sparì 130.000 anni fa.", []),
    ("en", "Years ago the lake dried up.", ["Years ago"]),
]


@pytest.mark.parametrize(("language", "text", "spans"), AHEAD)
def test_what_is_not_counted_is_a_time_where_it_says_so(language: str, text: str, spans: list[str]) -> None:
    assert [claim.text for claim in claimcheck.extract(text, language=language) if claim.when is not None] == spans
