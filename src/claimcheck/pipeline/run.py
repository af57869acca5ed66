"""The order of the stages; the only place that knows it."""

from __future__ import annotations

import traceback
import warnings
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, fields, replace
from datetime import date as Date  # noqa: N812  # the public argument is called date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck import ingest
from claimcheck.adapters.parser import AUTO, Parser, load_parser
from claimcheck.config import Config
from claimcheck.errors import ClaimcheckError, InputError, InputWarning, LanguageError
from claimcheck.extract import extract_claims, quantity_mentions, time_mentions
from claimcheck.ingest.decoding import printable
from claimcheck.lang import Pack, available, load_pack
from claimcheck.link import Weigher, link_claims
from claimcheck.model import (
    Article,
    Claim,
    ClaimKind,
    DateBasis,
    Link,
    QuantityMention,
    Reference,
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
from claimcheck.pipeline.language import pack_of
from claimcheck.reconcile import Setting, reconcile_facts, voices_of
from claimcheck.report import Report
from claimcheck.scale import Died, in_cluster, in_processes

if TYPE_CHECKING:
    from distributed import Client

_WARM = "claimcheck.pipeline.warm"
"""What a process that extracts has loaded before it starts."""
_DIED = "the process that read it died, so that it was left out; with one job it is read in this process"

__all__ = [
    "Extracted",
    "dated_alone",
    "extract",
    "extract_all",
    "extracted",
    "languages",
    "quantities",
    "read",
    "reconcile",
    "reported",
    "times",
    "writable",
]


def _warn(problem: InputError) -> None:
    warnings.warn(str(problem), InputWarning, stacklevel=3)


def read(
    given: str | Path | Iterable[str | Path] | Any,
    *,
    on_problem: Callable[[InputError], None] = _warn,
    config: Config | None = None,
) -> list[Article]:
    """Read articles from files and folders, or from a data frame.

    Args:
        given: text files with optional front matter, JSON and JSON lines records, CSV, web pages, folders of these,
            patterns, or "-" for the standard input; or a frame of pandas, polars or pyarrow with a column `text`.
        on_problem: called once for each input that cannot be used; the others are still read. By default it warns.
        config: settings, of which those on the size of inputs count here; by default those of `Config()`.
    """
    return ingest.read(given, on_problem=on_problem, limits=(config or Config()).limits)


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
        InputError: the text holds half of a surrogate pair.
        LanguageError: there is no pack for the language.
        ModelError: the pipeline named cannot be used.
    """
    given = _article(article, language, date)
    pack = pack_of(given)
    parser = load_parser(model, pack.code) if isinstance(model, str) else model.serving(pack.code)
    return dated_alone(given, extract_claims(given, pack, parser))[0]


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
    return reported(list(extracted(articles, settings, found, client)), settings, found)


def reported(work: Sequence[Extracted], settings: Config, problems: Sequence[InputError] = ()) -> Report:
    """Link and compare what was extracted."""
    packs = {item.article.id: load_pack(item.article.language or "") for item in work}
    written = {item.article.id: item.claims for item in work}
    dated, claims, links, groups, dated_by = _link_and_date([item.article for item in work], written)
    voices = voices_of(dated, lambda article: _credits(article, packs[article.id]))
    setting = Setting(
        {article.id: article for article in dated},
        settings.tolerance,
        settings.currency_tolerance,
        dated_by,
        stamped={
            item.article.id: day
            for item in work
            if item.article.published and (day := _stamp(item.article, item.claims)) is not None
        },
    )
    facts, findings, agreement = reconcile_facts(groups, claims, setting, voices)
    report = Report(
        tuple(dated),
        tuple(claims.values()),
        tuple(links),
        tuple(facts),
        tuple(findings),
        tuple(problems),
        _models(work),
        agreement,
        Weigher(tuple(claims.values()), {article.id: article.language or "" for article in dated}),
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
    work = list(extracted(articles, config or Config(), found))
    dated, claims = [], []
    for item in work:
        mine, reference = dated_alone(item.article, item.claims)
        claims += mine
        dated.append(_dated(item.article, reference))
    return Report(tuple(dated), tuple(claims), (), (), (), tuple(found), _models(work))


def dated_alone(article: Article, written: Sequence[Claim]) -> tuple[list[Claim], Reference | None]:
    """Return the claims of an article normalised and dated by what it says itself, and its day, where it has one."""
    claims = normalise_claims(written, None)
    reference = stated_reference(article, claims)
    return claims if reference is None else resolve_times(claims, reference), reference


@dataclass(frozen=True, slots=True)
class Extracted:
    """An article that could be used, with its claims as written and the trained pipeline that helped, if any."""

    article: Article
    claims: Sequence[Claim]
    model: str | None


def extracted(
    articles: Iterable[Article], settings: Config, found: list[InputError], client: Client | None = None
) -> Generator[Extracted, None, None]:
    """Extract the claims of each article as it comes, and put what cannot be used on the list; close it when done.

    The workers of a cluster do it where there is a client of one, else as many processes as the settings say.
    """
    work = partial(_work, settings=settings)
    once = _once(articles, found)
    results: Generator[tuple[Article, _Result | Died[Article]], None, None]
    if client is not None:
        results = in_cluster(work, once, client)
    elif settings.jobs > 1:
        results = in_processes(work, once, settings.jobs, module=_WARM)
    else:
        results = ((item, work(item)) for item in once)
    with closing(results):  # an interrupt in here ends the processes
        for article, result in results:
            if isinstance(result, InputError):
                found.append(result)
            elif isinstance(result, Died):
                found.append(InputError(_DIED, article.path or article.id))
            else:
                code, claims, model = result
                yield Extracted(replace(_with_settings(article, settings), language=code), claims, model)


def _once(articles: Iterable[Article], found: list[InputError]) -> Iterator[Article]:
    """Yield the first article of each id, and note the others."""
    seen: set[str] = set()
    for article in writable(articles, found.append):
        if article.id in seen:
            message = f"a second article with the id {article.id!r} was left out; ids must differ"
            found.append(InputError(message, article.path))
        else:
            seen.add(article.id)
            yield article


def writable(articles: Iterable[Article], on_problem: Callable[[InputError], None]) -> Iterator[Article]:
    """Yield the articles that a file can hold, and hand the others to `on_problem`."""
    for article in articles:
        if not isinstance(article, Article):
            raise TypeError(f"articles are what read() returns, or Article(id, text), not {type(article).__name__}")
        try:
            _check_writable(article)
        except InputError as problem:
            on_problem(problem)
        else:
            yield article


def _check_writable(article: Article) -> None:
    """Refuse halves of surrogate pairs, which neither tokenisers nor formats take; what `read` returns has none."""
    for field in fields(article):
        value = getattr(article, field.name)
        if not isinstance(value, str):
            continue
        try:
            value.encode()
        except UnicodeEncodeError as error:
            message = f'"{field.name}": holds half of a surrogate pair at character {error.start}'
            raise InputError(message, printable(article.path or article.id)) from error


_Result = tuple[str, list[Claim], str | None] | InputError


def _work(article: Article, settings: Config) -> _Result:
    """Return the language of an article, its claims as written, and the name of the pipeline that helped."""
    known = _with_settings(article, settings)
    try:
        pack = pack_of(known)
    except LanguageError as error:
        return error
    parser = load_parser(settings.model, pack.code)
    try:
        claims = extract_claims(replace(known, language=pack.code), pack, parser)
    except ClaimcheckError:
        raise
    except Exception as error:  # noqa: BLE001  # one article must not cost the others
        return InputError(_mistake(error), printable(article.path or article.id))
    return pack.code, claims, parser.name if parser is not None else None


def _mistake(error: Exception) -> str:
    """Say what broke and where, for a report to the makers."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    what = printable("".join(traceback.format_exception_only(error)).strip())
    return f"was left out, by a mistake of claimcheck in {Path(place.filename).name}:{place.lineno}: {what}"


def languages() -> Mapping[str, str]:
    """Return the languages that there are packs for: the name of each in itself, by its code."""
    return {code: load_pack(code).name for code in available()}


def _article(article: Article | str, language: str | None, date: Date | None) -> Article:
    given = Article("text", article, language=language) if isinstance(article, str) else article
    _check_writable(given)
    if date is None and (language is None or given.language == language):
        return given
    return _with_settings(given, Config(language=language, date=date))


def _with_settings(article: Article, settings: Config) -> Article:
    if settings.language is not None:
        article = replace(article, language=settings.language)
    if article.published is None and settings.date is not None:
        article = replace(article, published=settings.date, published_from=DateBasis.GIVEN)
    return article


def _link_and_date(
    articles: Sequence[Article], written: Mapping[str, Sequence[Claim]]
) -> tuple[list[Article], dict[str, Claim], list[Link], list[list[str]], frozenset[frozenset[str]]]:
    """Normalise and link; where articles have no date, infer it from the links and link once more."""
    languages = {article.id: article.language or "" for article in articles}
    known = {}
    for article in articles:
        reference = stated_reference(article, normalise_claims(written[article.id], None))
        if reference is not None:
            known[article.id] = reference
    normal = {article.id: normalise_claims(written[article.id], known.get(article.id)) for article in articles}
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
