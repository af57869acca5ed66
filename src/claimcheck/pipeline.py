"""The order of the stages; the only place that knows it."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date as Date  # noqa: N812  # the public argument is called date
from functools import partial
from pathlib import Path
from typing import Any

from claimcheck import ingest
from claimcheck.adapters.langid import rank_languages
from claimcheck.adapters.parser import AUTO, Parser, load_parser
from claimcheck.config import Config
from claimcheck.errors import InputError, InputWarning, LanguageError
from claimcheck.extract import extract_claims, frame_of, quantity_mentions, time_mentions
from claimcheck.lang import Pack, available, load_pack
from claimcheck.link import Weigher, link_claims
from claimcheck.model import (
    Article,
    Claim,
    ClaimKind,
    ConflictType,
    DateBasis,
    Fact,
    Link,
    QuantityMention,
    Reference,
    Relation,
    RelationKind,
    Severity,
    TimeMention,
)
from claimcheck.normalise import (
    infer_references,
    normalise_claims,
    reference_in_text,
    resolve,
    resolve_times,
    stated_reference,
)
from claimcheck.reconcile import Setting, judge_to_the_letter, lies_within, reconcile_facts, voices_of
from claimcheck.report import Report
from claimcheck.scale import Died, in_processes

_SHORT = 200
"""Characters below which a text is too short for the language model."""
_FEW_WORDS = 6
"""Words below which even the small words tell little, so that an unsupported language is never concluded."""
_LEAST_VOTE = 0.3
"""The share of words that must be small words of a language to tell it."""
_WORD = re.compile(r"[^\W\d_]+")
_DIED = "the process that read it died, so that it was left out; with one job it is read in this process"
_PAIR = 2
_SEVERITIES = {
    "agree": Severity.INFO,
    "compatible": Severity.INFO,
    "refines": Severity.INFO,
    "refined_by": Severity.INFO,
    "update": Severity.WARNING,
    "conflict": Severity.CONFLICT,
}
_GRAVE = frozenset({RelationKind.UPDATE, RelationKind.CONFLICT})

__all__ = ["Comparison", "compare", "extract", "extract_all", "languages", "quantities", "read", "reconcile", "times"]


def _warn(problem: InputError) -> None:
    warnings.warn(str(problem), InputWarning, stacklevel=3)


def read(
    given: str | Path | Iterable[str | Path] | Any, *, on_problem: Callable[[InputError], None] = _warn
) -> list[Article]:
    """Read articles from files and folders, or from a data frame.

    Args:
        given: text files with optional front matter, JSON and JSON lines records, CSV, web pages, folders of these,
            patterns, or "-" for the standard input; or a frame of pandas, polars or pyarrow with a column `text`.
        on_problem: called once for each input that cannot be used; the others are still read. By default it warns.
    """
    return ingest.read(given, on_problem=on_problem)


def extract(
    article: Article | str, *, language: str | None = None, date: Date | None = None, model: str | Parser = AUTO
) -> list[Claim]:
    """Return the claims of one article or text, in its order, normalised.

    Args:
        article: an article, or a text.
        language: ISO 639-1 code; by default the article's own, else it is told from the text.
        date: day of publication, which relative times are resolved against.
        model: a trained spaCy pipeline for subjects and objects: "auto" for the best one installed for the language, if
            any, "none", or its name; or the parse of the text, where there is one.

    Raises:
        LanguageError: there is no pack for the language.
        ModelError: the pipeline named cannot be used.
    """
    given = _article(article, language, date)
    pack = _pack(given)
    parser = load_parser(model, pack.code) if isinstance(model, str) else model.serving(pack.code)
    claims = normalise_claims(extract_claims(given, pack, parser), None)
    reference = stated_reference(given, claims)
    return claims if reference is None else resolve_times(claims, reference)


def quantities(article: Article | str, *, language: str | None = None) -> list[QuantityMention]:
    """Return the quantities of an article or text, as written, without who and what they are about.

    That is faster than `extract`, whose args and errors are the same; no `base` is set, and a bare
    "$" stays the US dollar.

    Examples:
        >>> [(found.text, found.quantity.unit) for found in quantities("It cost up to $2.5bn.", language="en")]
        [('up to $2.5bn', 'USD')]
    """
    given = _article(article, language, None)
    return quantity_mentions(given, _pack(given))


def times(article: Article | str, *, language: str | None = None, date: Date | None = None) -> list[TimeMention]:
    """Return every time expression of an article or text, durations included, whether or not a claim hangs on it.

    Args and errors are those of `extract`.
    """
    given = _article(article, language, date)
    mentions = time_mentions(given, _pack(given))
    reference = stated_reference(
        given, [replace(mention, when=resolve(mention.when.form, None)) for mention in mentions]
    )
    return [replace(mention, when=resolve(mention.when.form, reference)) for mention in mentions]


def reconcile(
    articles: Iterable[Article], *, config: Config | None = None, problems: Sequence[InputError] = ()
) -> Report:
    """Link and compare the claims of several articles, and explain where they agree and where they do not.

    An article that cannot be used, for its language or because another has its id, is left out and stands in the
    report's `problems`. Claims are extracted as the articles come, so that a bar around them shows how far it is.

    Args:
        articles: the articles.
        config: settings, by default those of `Config()`.
        problems: inputs that already failed, for the report to name.

    Raises:
        ModelError: the pipeline that the settings name cannot be used.
    """
    settings = config or Config()
    work = _extracted(articles, settings, problems)
    dated, claims, links, groups, dated_by = _link_and_date(work.articles, work.claims)
    voices = voices_of(dated, lambda article: _credits(article, work.packs[article.id]))
    setting = Setting(
        {article.id: article for article in dated},
        settings.tolerance,
        settings.currency_tolerance,
        dated_by,
        stamped={a.id: day for a in work.articles if a.published and (day := _stamp(a, work.claims[a.id])) is not None},
    )
    facts, findings, agreement = reconcile_facts(groups, claims, setting, voices)
    report = Report(
        tuple(dated),
        tuple(claims.values()),
        tuple(links),
        tuple(facts),
        tuple(findings),
        tuple(work.problems),
        work.models,
        agreement,
        Weigher(tuple(claims.values()), {article.id: article.language or "" for article in dated}),
    )
    return report.selected(settings.select, settings.ignore)


def extract_all(
    articles: Iterable[Article], *, config: Config | None = None, problems: Sequence[InputError] = ()
) -> Report:
    """Return a report with the claims of each article, as `extract` does one, and nothing compared.

    Args and errors are those of `reconcile`.
    """
    work = _extracted(articles, config or Config(), problems)
    dated, claims = [], []
    for article in work.articles:
        mine = normalise_claims(work.claims[article.id], None)
        reference = stated_reference(article, mine)
        claims += mine if reference is None else resolve_times(mine, reference)
        dated.append(_dated(article, reference))
    return Report(tuple(dated), tuple(claims), (), (), (), tuple(work.problems), work.models)


@dataclass(frozen=True, slots=True)
class _Extracted:
    """The articles that could be used, with their claims as written and the pack of each, by id."""

    articles: Sequence[Article]
    claims: Mapping[str, Sequence[Claim]]
    packs: Mapping[str, Pack]
    models: tuple[str, ...]
    problems: Sequence[InputError]


def _extracted(articles: Iterable[Article], settings: Config, problems: Sequence[InputError]) -> _Extracted:
    """Extract the claims of each article as it comes."""
    found = [*problems]
    usable: list[Article] = []
    claims: dict[str, list[Claim]] = {}
    models: set[str] = set()
    work = partial(_work, settings=settings)
    once = _once(articles, found)
    results = in_processes(work, once, settings.jobs) if settings.jobs > 1 else ((item, work(item)) for item in once)
    with closing(results):  # an interrupt in here ends the processes
        for article, result in results:
            if isinstance(result, LanguageError):
                found.append(result)
            elif isinstance(result, Died):
                found.append(InputError(_DIED, article.path or article.id))
            else:
                code, claims[article.id], model = result
                usable.append(replace(_with_settings(article, settings), language=code))
                models |= {model} if model is not None else set()
    packs = {article.id: load_pack(article.language or "") for article in usable}
    return _Extracted(usable, claims, packs, tuple(sorted(models)), found)


def _once(articles: Iterable[Article], found: list[InputError]) -> Iterator[Article]:
    """Yield the first article of each id, and note the others."""
    seen: set[str] = set()
    for article in articles:
        if not isinstance(article, Article):
            raise TypeError(f"articles are what read() returns, or Article(id, text), not {type(article).__name__}")
        if article.id in seen:
            message = f"a second article with the id {article.id!r} was left out; ids must differ"
            found.append(InputError(message, article.path))
        else:
            seen.add(article.id)
            yield article


def _work(article: Article, settings: Config) -> tuple[str, list[Claim], str | None] | LanguageError:
    """Return the language of an article, its claims as written, and the name of the pipeline that helped."""
    known = _with_settings(article, settings)
    try:
        pack = _pack(known)
    except LanguageError as error:
        return error
    parser = load_parser(settings.model, pack.code)
    claims = extract_claims(replace(known, language=pack.code), pack, parser)
    return pack.code, claims, parser.name if parser is not None else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two texts stand to each other: their gravest relation, "unrelated" where they share no fact.

    "refines" says that the first text is the more precise one, "refined_by" that the second is.
    """

    relation: str
    type: ConflictType | None
    why: str
    report: Report

    @property
    def severity(self) -> Severity | None:
        """How much the relation asks for a reader's attention; None where the texts share no fact."""
        return _SEVERITIES.get(self.relation)


def languages() -> Mapping[str, str]:
    """Return the languages that there are packs for: the name of each in itself, by its code."""
    return {code: load_pack(code).name for code in available()}


def compare(text_a: str, text_b: str, *, language: str | None = None, date: Date | None = None) -> Comparison:
    """Compare the claims of two texts, such as two sentences.

    Two texts with the same words that differ in their numbers alone are read to the letter: 30 people are not "more
    than 30 people", though 30 million may be "more than 30 million", for a magnitude word rounds.

    Examples:
        >>> compare("The plant cost 30 million dollars.", "The plant cost 35 million dollars.", language="en").relation
        'conflict'
    """
    articles = [Article(name, text, language=language, published=date) for name, text in (("a", text_a), ("b", text_b))]
    report = reconcile(articles)
    crossing = [(fact, relation) for fact in report.facts for relation in _crossing(fact, report)]
    is_grave = any(relation.relation in _GRAVE for _, relation in crossing)
    if not is_grave and (found := _to_the_letter(report, [fact for fact, _ in crossing])) is not None:
        return found
    if not crossing:
        stating = {claim.article for claim in report.claims}
        empty = [name for article, name in (("a", "first"), ("b", "second")) if article not in stating]
        why = f"no claim is found in the {' and in the '.join(empty)} text" if empty else "the texts share no fact"
        return Comparison("unrelated", None, why, report)
    fact, gravest = max(crossing, key=lambda pair: pair[1].relation.gravity)
    name = gravest.relation.value
    if gravest.relation is RelationKind.REFINES and _is_finer("b", fact, gravest, report):
        name = "refined_by"
    return Comparison(name, gravest.type, gravest.why, report)


def _to_the_letter(report: Report, facts: Sequence[Fact]) -> Comparison | None:
    """Compare two texts that differ in their numbers alone; None for others, and where their facts hold the numbers.

    Args:
        report: the report on the two texts.
        facts: the facts that both speak of.
    """
    if len(report.articles) != _PAIR or len({article.language for article in report.articles}) > 1:
        return None
    a, b = (frame_of(article.text, _pack(article)) for article in report.articles)
    if a.words != b.words:
        return None
    differing = [(x, y) for x, y in zip(a.slots, b.slots, strict=True) if x.values != y.values]
    known = [claim for fact in facts for name in fact.claims if (claim := report.claim(name)).article == "a"]
    if all(
        (x.is_rounded or y.is_rounded or not (x.is_bounded or y.is_bounded))
        and any(claim.start < x.end and x.start < claim.end for claim in known)
        for x, y in differing
    ):
        return None
    judgement, is_second_finer = judge_to_the_letter([x.values for x, _ in differing], [y.values for _, y in differing])
    name = "refined_by" if is_second_finer else judgement.relation.value
    return Comparison(name, judgement.type, judgement.why, report)


def _is_finer(article: str, fact: Fact, relation: Relation, report: Report) -> bool:
    """Whether it is an article whose claim lies within that of the other, where one position refines another."""
    claims = [report.claim(claim) for place in (relation.a, relation.b) for claim in fact.positions[place].claims]
    inner = [claim for claim in claims if claim.article == article]
    outer = [claim for claim in claims if claim.article != article]
    return any(lies_within(one, other) for one in inner for other in outer)


def _crossing(fact: Fact, report: Report) -> list[Relation]:
    """Return the relations of a fact that claims of both texts share."""
    articles = {report.claim(claim).article for claim in fact.claims}
    if len(articles) == 1:
        return []
    return list(fact.relations) or [Relation(0, 0, RelationKind.AGREE, None, "both say the same")]


def _article(article: Article | str, language: str | None, date: Date | None) -> Article:
    given = Article("text", article, language=language) if isinstance(article, str) else article
    if date is None and (language is None or given.language == language):
        return given
    return _with_settings(given, Config(language=language, date=date))


def _with_settings(article: Article, settings: Config) -> Article:
    if settings.language is not None:
        article = replace(article, language=settings.language)
    if article.published is None and settings.date is not None:
        article = replace(article, published=settings.date, published_from=DateBasis.GIVEN)
    return article


def _pack(article: Article) -> Pack:
    """Return the pack of an article's language.

    Raises:
        LanguageError: naming the article.
    """
    code = article.language or _language_of(article.text)
    try:
        return load_pack(code.partition("-")[0].lower())
    except LanguageError as error:
        told = "" if article.language else " (told from its text; --language or front matter overrides it)"
        raise LanguageError(f"{error.message}{told}", article.path or article.id) from None


def _language_of(text: str) -> str:
    """Return the likely language of a text.

    A short text is too little for the model, which then errs between languages; the small words and verbs of the packs
    decide, and where they tell nothing, the model again, among the languages that have a pack.
    """
    ranked = rank_languages(text)
    if len(text) >= _SHORT:
        return ranked[0]
    words = _WORD.findall(text.lower())
    votes = {code: sum(_is_word_of(word, load_pack(code)) for word in words) for code in available()}
    best = max(votes.values())
    leaders = [code for code in ranked if votes.get(code, -1) == best]
    is_told = best >= len(words) * _LEAST_VOTE or ranked[0] in votes or len(words) < _FEW_WORDS
    return leaders[0] if is_told else ranked[0]


def _is_word_of(word: str, pack: Pack) -> bool:
    return word in pack.function_words or word in pack.predicates


def _link_and_date(
    articles: Sequence[Article], extracted: Mapping[str, Sequence[Claim]]
) -> tuple[list[Article], dict[str, Claim], list[Link], list[list[str]], frozenset[frozenset[str]]]:
    """Normalise and link; where articles have no date, infer it from the links and link once more."""
    languages = {article.id: article.language or "" for article in articles}
    known = {}
    for article in articles:
        reference = stated_reference(article, normalise_claims(extracted[article.id], None))
        if reference is not None:
            known[article.id] = reference
    normal = {article.id: normalise_claims(extracted[article.id], known.get(article.id)) for article in articles}
    claims = {claim.id: claim for group in normal.values() for claim in group}
    links, groups = link_claims(list(claims.values()), languages)
    inferred, dated_by = infer_references(articles, claims, links, known)
    if inferred:
        normal |= {article: resolve_times(normal[article], reference) for article, reference in inferred.items()}
        claims = {claim.id: claim for group in normal.values() for claim in group}
        links, groups = link_claims(list(claims.values()), languages)
    claims = _without_idle_milestones(claims, groups)
    groups = [kept for group in groups if (kept := [claim for claim in group if claim in claims])]
    links = [link for link in links if link.a in claims and link.b in claims]
    return (
        [_dated(article, {**inferred, **known}.get(article.id)) for article in articles],
        claims,
        links,
        groups,
        dated_by,
    )


def _stamp(article: Article, claims: Sequence[Claim]) -> Date | None:
    """Return the day that the head of an article's text names."""
    reference = reference_in_text(article, normalise_claims(claims, None))
    return reference.earliest if reference is not None else None


def _dated(article: Article, reference: Reference | None) -> Article:
    if reference is None or article.published is not None:
        return article
    until = reference.latest if reference.basis is DateBasis.INFERRED else None
    return replace(article, published=reference.earliest, published_from=reference.basis, published_until=until)


def _without_idle_milestones(claims: Mapping[str, Claim], groups: Sequence[Sequence[str]]) -> dict[str, Claim]:
    """Drop milestones without a time that no other article speaks of: alone they say nothing to compare."""
    idle = {
        claim
        for group in groups
        for claim in group
        if claims[claim].kind is ClaimKind.DATE
        and claims[claim].note is not None
        and all(claims[other].note is not None or other == claim for other in group)
    }
    return {name: claim for name, claim in claims.items() if name not in idle}


def _credits(article: Article, pack: Pack) -> list[int]:
    return [hit.end for hit in pack.credits.find(article.text, 0, len(article.text))]
