"""Articles -> their claims as written: in this process, in several, or on a cluster, and one problem a bad article."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, fields, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from claimcheck.adapters.parser import load_parser
from claimcheck.config import Config
from claimcheck.errors import ClaimcheckError, InputError, LanguageError
from claimcheck.extract import extract_claims
from claimcheck.ingest.decoding import printable
from claimcheck.model import Article, Claim, DateBasis
from claimcheck.pipeline.language import pack_of
from claimcheck.scale import Died, in_cluster, in_processes

if TYPE_CHECKING:
    from distributed import Client

__all__ = ["Extracted", "check_writable", "extracted", "made_of_each", "with_settings", "writable"]

Made = TypeVar("Made")

_WARM = "claimcheck.pipeline.warm"
"""What a process that extracts has loaded before it starts."""
_DIED = "the process that read it died, so that it was left out; with one job it is read in this process"


@dataclass(frozen=True, slots=True)
class Extracted:
    """An article that could be used, with its claims as written and the trained pipeline that helped, if any."""

    article: Article
    claims: Sequence[Claim]
    model: str | None


def extracted(
    articles: Iterable[Article],
    settings: Config,
    on_problem: Callable[[InputError], None],
    client: Client | None = None,
) -> Generator[Extracted, None, None]:
    """Extract the claims of each article as it comes, and tell what cannot be used; close it when done.

    The workers of a cluster do it where there is a client of one, else as many processes as the settings say.
    """
    with closing(made_of_each(articles, _claims, settings, on_problem, client)) as results:
        for article, claims, model in results:
            yield Extracted(article, claims, model)


def made_of_each(
    articles: Iterable[Article],
    make: Callable[[Article, list[Claim]], Made],
    settings: Config,
    on_problem: Callable[[InputError], None],
    client: Client | None = None,
) -> Generator[tuple[Article, Made, str | None], None, None]:
    """Yield each article that could be used, what is made of it and its claims, and the pipeline that helped.

    That is made where the claims are extracted, so that they need not travel; else as `extracted`.
    """
    work = partial(_work, make=make, settings=settings)
    once = _once(articles, on_problem)
    results: Generator[tuple[Article, _Result[Made] | Died[Article]], None, None]
    if client is not None:
        results = in_cluster(work, once, client)
    elif settings.jobs > 1:
        results = in_processes(work, once, settings.jobs, module=_WARM)
    else:
        results = ((item, work(item)) for item in once)
    with closing(results):  # an interrupt in here ends the processes
        for article, result in results:
            if isinstance(result, InputError):
                on_problem(result)
            elif isinstance(result, Died):
                on_problem(InputError(_DIED, article.path or article.id))
            else:
                code, made, model = result
                yield replace(with_settings(article, settings), language=code), made, model


def _claims(_: Article, claims: list[Claim]) -> list[Claim]:
    return claims


def with_settings(article: Article, settings: Config) -> Article:
    """Return an article in the language that the settings say, and of their day where it has none."""
    if settings.language is not None:
        article = replace(article, language=settings.language)
    if article.published is None and settings.date is not None:
        article = replace(article, published=settings.date, published_from=DateBasis.GIVEN)
    return article


def writable(articles: Iterable[Article], on_problem: Callable[[InputError], None]) -> Iterator[Article]:
    """Yield the articles that a file can hold, and hand the others to `on_problem`."""
    for article in articles:
        if not isinstance(article, Article):
            raise TypeError(f"articles are what read() returns, or Article(id, text), not {type(article).__name__}")
        try:
            check_writable(article)
        except InputError as problem:
            on_problem(problem)
        else:
            yield article


def check_writable(article: Article) -> None:
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


def _once(articles: Iterable[Article], on_problem: Callable[[InputError], None]) -> Iterator[Article]:
    """Yield the first article of each id, and tell the others."""
    seen: set[str] = set()
    for article in writable(articles, on_problem):
        if article.id in seen:
            message = f"a second article with the id {article.id!r} was left out; ids must differ"
            on_problem(InputError(message, article.path))
        else:
            seen.add(article.id)
            yield article


_Result = tuple[str, Made, str | None] | InputError


def _work(article: Article, make: Callable[[Article, list[Claim]], Made], settings: Config) -> _Result[Made]:
    """Return the language of an article, what is made of its claims, and the name of the pipeline that helped."""
    known = with_settings(article, settings)
    try:
        pack = pack_of(known)
    except LanguageError as error:
        return error
    parser = load_parser(settings.model, pack.code)
    known = replace(known, language=pack.code)
    try:
        made = make(known, extract_claims(known, pack, parser))
    except ClaimcheckError:
        raise
    except Exception as error:  # noqa: BLE001  # one article must not cost the others
        return InputError(_mistake(error), printable(article.path or article.id))
    return pack.code, made, parser.name if parser is not None else None


def _mistake(error: Exception) -> str:
    """Say what broke and where, for a report to the makers."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    what = printable("".join(traceback.format_exception_only(error)).strip())
    return f"was left out, by a mistake of claimcheck in {Path(place.filename).name}:{place.lineno}: {what}"
