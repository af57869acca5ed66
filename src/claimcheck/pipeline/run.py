"""What front doors ask for: articles read, the claims of one text, the report on many."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date as Date  # noqa: N812  # the public argument is called date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck import ingest
from claimcheck.adapters.parser import AUTO, Parser, load_parser
from claimcheck.config import Config
from claimcheck.errors import InputError, InputWarning
from claimcheck.extract import extract_claims, quantity_mentions, time_mentions
from claimcheck.lang import Pack, available, load_pack
from claimcheck.link import Weigher
from claimcheck.model import Article, Claim, QuantityMention, TimeMention
from claimcheck.normalise import resolve, stated_reference
from claimcheck.pipeline.collector import collecting_later
from claimcheck.pipeline.dating import dated, dated_alone, link_and_date
from claimcheck.pipeline.extraction import Extracted, check_writable, extracted, with_settings
from claimcheck.pipeline.language import pack_of
from claimcheck.reconcile import Setting, reconcile_facts, voices_of
from claimcheck.report import Report

if TYPE_CHECKING:
    from distributed import Client

__all__ = [
    "extract",
    "extract_all",
    "languages",
    "quantities",
    "read",
    "reconcile",
    "reported",
    "times",
]


def read(
    given: str | Path | Iterable[str | Path] | Any,
    *,
    on_problem: Callable[[InputError], None] | None = None,
    config: Config | None = None,
) -> list[Article]:
    """Read articles from files and folders, or from a data frame.

    Args:
        given: text files with optional front matter, JSON and JSON lines records, CSV, web pages, folders of these,
            patterns, or "-" for the standard input; or a frame of pandas, polars or pyarrow with a column `text`.
        on_problem: called once for each input that cannot be used; the others are still read. By default it warns.
        config: settings, of which those on the size of inputs count here; by default those of `Config()`.
    """
    problems: list[InputError] = []
    articles = ingest.read(given, on_problem=on_problem or problems.append, limits=(config or Config()).limits)
    for problem in problems:  # told here, so that a warning stands at the line of the caller
        warnings.warn(str(problem), InputWarning, stacklevel=2)
    return articles


def extract(
    article: Article | str, *, language: str | None = None, date: Date | None = None, model: str | Parser = AUTO
) -> list[Claim]:
    """Return the claims of one article or text, in its order, normalised.

    Args:
        article: an article, or a text.
        language: ISO 639-1 code, which goes before the article's own; without either it is told from the text.
        date: day of publication, which relative times are resolved against, of an article that has none of its own.
        model: a trained spaCy pipeline for subjects and objects: "auto" for the best one installed for the language, if
            any, "none", or its name; or the parse of the text, where there is one.

    Raises:
        InputError: the text holds half of a surrogate pair.
        LanguageError: there is no pack for the language.
        ModelError: the pipeline named cannot be used.
    """
    given = _article(article, language, date)
    pack = pack_of(given)
    parser = load_parser(model, pack.code) if isinstance(model, str) else model.serving(pack.code)
    return dated_alone(given, extract_claims(given, pack, parser)).claims


def quantities(article: Article | str, *, language: str | None = None) -> list[QuantityMention]:
    """Return the quantities of an article or text, as written, without who and what they are about.

    That is faster than `extract`, whose args and errors are the same; no `base` is set, and a bare
    "$" stays the US dollar.

    Examples:
        >>> [(found.text, found.quantity.unit) for found in quantities("It cost up to $2.5bn.", language="en")]
        [('up to $2.5bn', 'USD')]
    """
    given = _article(article, language, None)
    return quantity_mentions(given, pack_of(given))


def times(article: Article | str, *, language: str | None = None, date: Date | None = None) -> list[TimeMention]:
    """Return every time expression of an article or text, durations included, whether or not a claim hangs on it.

    Args and errors are those of `extract`.
    """
    given = _article(article, language, date)
    mentions = time_mentions(given, pack_of(given))
    reference = stated_reference(
        given, [replace(mention, when=resolve(mention.when.form, None)) for mention in mentions]
    )
    return [replace(mention, when=resolve(mention.when.form, reference)) for mention in mentions]


def reconcile(
    articles: Iterable[Article],
    *,
    config: Config | None = None,
    problems: Sequence[InputError] = (),
    client: Client | None = None,
) -> Report:
    """Link and compare the claims of several articles, and explain where they agree and where they do not.

    An article that cannot be used, for its language or because another has its id, is left out and stands in the
    report's `problems`. Claims are extracted as the articles come, so that a bar around them shows how far it is.

    Args:
        articles: the articles.
        config: settings, by default those of `Config()`.
        problems: inputs that already failed, for the report to name.
        client: a client of a Dask cluster whose workers extract, in place of the processes that the settings say.

    Raises:
        ModelError: the pipeline that the settings name cannot be used.
    """
    settings, found = config or Config(), [*problems]
    return reported(list(extracted(articles, settings, found.append, client)), settings, found)


@collecting_later()
def reported(work: Sequence[Extracted], settings: Config, problems: Sequence[InputError] = ()) -> Report:
    """Link and compare what was extracted."""
    packs = {item.article.id: load_pack(item.article.language or "") for item in work}
    alone = {item.article.id: dated_alone(item.article, item.claims) for item in work}
    found = link_and_date([item.article for item in work], alone)
    claims = tuple(found.claims.values())
    voices = voices_of(found.articles, lambda article: _credits(article, packs[article.id]))
    setting = Setting(
        {article.id: article for article in found.articles},
        settings.tolerance,
        settings.currency_tolerance,
        found.dated_by,
        stamped={
            item.article.id: day
            for item in work
            if item.article.published and (day := alone[item.article.id].stamp) is not None
        },
    )
    facts, findings, agreement = reconcile_facts(found.groups, found.claims, setting, voices)
    report = Report(
        tuple(found.articles),
        claims,
        tuple(found.links),
        tuple(facts),
        tuple(findings),
        tuple(problems),
        _models(work),
        agreement,
        Weigher(claims, {article.id: article.language or "" for article in found.articles}),
    )
    return report.selected(settings.select, settings.ignore)


def _models(work: Sequence[Extracted]) -> tuple[str, ...]:
    return tuple(sorted({item.model for item in work if item.model is not None}))


def extract_all(
    articles: Iterable[Article], *, config: Config | None = None, problems: Sequence[InputError] = ()
) -> Report:
    """Return a report with the claims of each article, as `extract` does one, and nothing compared.

    Args and errors are those of `reconcile`.
    """
    found = [*problems]
    work = list(extracted(articles, config or Config(), found.append))
    alone = [dated_alone(item.article, item.claims) for item in work]
    return Report(
        tuple(dated(item.article, one.reference) for item, one in zip(work, alone, strict=True)),
        tuple(claim for one in alone for claim in one.claims),
        (),
        (),
        (),
        tuple(found),
        _models(work),
    )


def languages() -> Mapping[str, str]:
    """Return the languages that there are packs for: the name of each in itself, by its code."""
    return {code: load_pack(code).name for code in available()}


def _article(article: Article | str, language: str | None, date: Date | None) -> Article:
    given = Article("text", article) if isinstance(article, str) else article
    check_writable(given)
    if language is not None:  # not by way of the settings, which know another error for a language without a pack
        given = replace(given, language=language)
    return given if date is None else with_settings(given, Config(date=date))


def _credits(article: Article, pack: Pack) -> list[int]:
    return [hit.end for hit in pack.credits.find(article.text, 0, len(article.text))]
