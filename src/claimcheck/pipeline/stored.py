"""Articles in a store: only what is new or changed is extracted, and a report is made of all of it."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date as Date  # noqa: N812  # as elsewhere
from importlib import metadata
from itertools import starmap
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from claimcheck import ingest
from claimcheck.config import Config
from claimcheck.errors import InputError, StoreError
from claimcheck.model import Article, Claim
from claimcheck.pipeline.archive import Linked, link_archive
from claimcheck.pipeline.dating import dated_alone
from claimcheck.pipeline.extraction import Extracted, made_of_each, writable
from claimcheck.pipeline.run import reported
from claimcheck.report import Report
from claimcheck.scale import Engine, in_turn, on_dask, on_processes, workers_of
from claimcheck.store import VERSION, Database, Entry, digest_of, origin_of, rows_of_claims

if TYPE_CHECKING:
    import pyarrow as pa
    from distributed import Client

__all__ = ["Added", "Store"]

_MOST = 500
"""Articles that wait to be written, at most; a process that is killed loses them."""
_SECONDS = 2.0
"""How long they wait, at most: opening a store again costs more than writing to it."""
_RECORDS = """
    SELECT claim.id AS claim, article.id AS article, claim.name AS subject, coalesce(claim.predicate, '') AS predicate,
        claim.base_unit AS unit, claim.base_number AS number, claim.base_rounding AS rounding, claim.base_low AS low,
        claim.base_high AS high, article.published AS published, claim.day AS day
    FROM claim JOIN article ON claim.article = article.id
    WHERE claim.name IS NOT NULL AND claim.base_number IS NOT NULL
    ORDER BY article.place, claim.first, claim.id
"""
"""What archives are linked by: each quantity that has a number and a name."""
_PART = 100_000
"""Claims of a file, at most, when a store is taken apart."""


@dataclass(frozen=True, slots=True)
class Added:
    """How many articles an addition found new, changed, and as they were, and what it could not use."""

    new: int
    changed: int
    same: int
    problems: tuple[InputError, ...]


class Store:
    """Articles and their claims in one file, which grows with each addition and which any DuckDB reader can open.

    Other processes may read it while one adds to it: each operation opens it for itself, and waits for its turn.

    Args:
        path: the file, made by the first addition, or a folder that `snapshot` wrote, which can only be read.

    Examples:
        >>> store = Store("archive.duckdb")  # doctest: +SKIP
        >>> store.add("articles/")  # doctest: +SKIP
        Added(new=5, changed=0, same=0, problems=())
        >>> store.report()  # doctest: +SKIP
        <Report: 5 articles, 45 claims, 26 facts, 3 conflicts>
    """

    def __init__(self, path: str | Path) -> None:
        self._database = Database(Path(path))

    def __repr__(self) -> str:
        return f"Store({str(self._database.path)!r})"

    def add(
        self,
        given: str | Path | Iterable[str | Path | Article] | Any,
        *,
        config: Config | None = None,
        on_problem: Callable[[InputError], None] | None = None,
        watch: Callable[[Iterable[Article]], Iterable[Article]] = iter,
        client: Client | None = None,
    ) -> Added:
        """Extract the claims of articles that are new or have changed, and write them in place of what was there.

        Articles are told apart by their file and id, by their id alone where they come from none, and texts of the
        standard input by what they say. They have changed where their text, what is known about them, the
        settings `language`, `date` and `model` or the version of claimcheck has. What is done is written as it goes
        on: a call that was cut short loses little, and the next takes up what is missing.

        Args:
            given: what `read` takes, or articles, also among files and folders.
            config: settings, by default those of `Config()`.
            on_problem: called at once for each input that cannot be used, so that none is lost where an error ends the
                addition; they are returned in any case.
            watch: put around the articles as they are read, such as a bar.
            client: a client of a Dask cluster whose workers extract.

        Raises:
            StoreError: the store cannot be written, or another process keeps it open.
        """
        settings, problems = config or Config(), list[InputError]()

        def told(problem: InputError) -> None:
            problems.append(problem)
            if on_problem is not None:
                on_problem(problem)

        version = f"{metadata.version('claimcheck')} {VERSION}"
        made_with = [version, str(settings.language), str(settings.date), settings.model]
        intake = _Intake(self._database.known(), made_with)
        read = ingest.each(given, on_problem=told, limits=settings.limits)
        articles = watch(writable(read, told))
        with closing(made_of_each(intake.wanted(articles), _filed, settings, told, client)) as results:
            for batch in _batches(starmap(intake.entry, results)):
                self._database.put(batch)
        return Added(intake.new, intake.changed, intake.same, tuple(problems))

    def report(self, *, where: str | None = None, config: Config | None = None) -> Report:
        """Return the report on the articles of the store, the same as `reconcile` makes of them.

        Args:
            where: a condition of SQL on the columns of `article`, such as "published >= '2025-09-01'": only articles
                that fit are read and reported on, and only they take memory. By default all are.
            config: settings for comparing and choosing findings; by default those of `Config()`.

        Raises:
            StoreError: the condition is wrong, it is no store, or another process keeps it open.
        """
        work = [Extracted(entry.article, entry.claims, entry.model) for entry in self._database.entries(where)]
        return reported(work, config or Config())

    def facts(self, folder: str | Path, *, jobs: int = 1, client: Client | None = None) -> Linked:
        """Link the quantities of the store that have a name, by their columns, and write facts and claims as Parquet.

        That is for archives that are too large for a report: who, what, how much and when are compared, and not the
        words around, so that fewer claims find each other. Memory does not grow with the store.

        Args:
            folder: gets `facts/*.parquet` and `claims/*.parquet`, in place of those of an earlier run.
            jobs: how many processes of this machine link.
            client: a client of a Dask cluster that links in their place, and whose workers reach the folder.

        Raises:
            StoreError: it is no store, or another process keeps it open, or the folder cannot be written.
            ClusterError: workers died of what they were given.
        """
        target = Path(folder).absolute()  # workers stand elsewhere
        try:
            target.mkdir(parents=True, exist_ok=True)
            with TemporaryDirectory(prefix=".records-", dir=target) as scratch:
                files = self._database.export(_RECORDS, Path(scratch), _PART)
                engine, at_once = _engine(jobs, client)
                return link_archive(files, target, engine=engine, at_once=at_once)
        except OSError as error:
            raise StoreError(f"{folder}: cannot be written: {error.strerror or error}") from error

    def query(self, statement: str) -> pa.Table:
        """Return what a statement of SQL selects from the tables `article` and `claim`.

        What the statement names itself is within its reach: `COPY ... TO` writes a file.

        Raises:
            StoreError: the statement is wrong, selects nothing or would change the store, or it is no store.
        """
        return self._database.query(statement)

    def snapshot(self, folder: str | Path) -> None:
        """Write the tables as Parquet files, to be read beside additions, here or by other tools.

        Raises:
            StoreError: the store cannot be read, or the folder not be written.
        """
        self._database.snapshot(Path(folder))


def _engine(jobs: int, client: Client | None) -> tuple[Engine, int]:
    """Return what links, the cluster, several processes or this one, and how much it does at once."""
    if client is not None:
        return on_dask(client), workers_of(client)
    return (on_processes(jobs, module=link_archive.__module__) if jobs > 1 else in_turn), jobs


@dataclass(slots=True)
class _Intake:
    """Tells which articles are to be extracted, and names and counts them.

    `known` has the id and digest of each article of the store, by origin.
    """

    known: Mapping[str, tuple[str, str]]
    made_with: Sequence[str]
    new: int = 0
    changed: int = 0
    same: int = 0
    _seen: Counter[str] = field(default_factory=Counter)
    _taken: dict[str, int] = field(init=False)
    _marks: dict[str, tuple[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._taken = {name: 1 for name, _ in self.known.values()}

    def wanted(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield the articles that are new or changed, under the ids that they have in the store."""
        for article in articles:
            digest = digest_of(article, self.made_with)
            is_piped = article.path == ingest.STDIN  # each text is an article of its own
            origin = f"{ingest.STDIN}#{digest}" if is_piped else origin_of(article)
            self._seen[origin] += 1
            if self._seen[origin] > 1:  # two records of a file with one id
                origin = f"{origin}#{self._seen[origin]}"
            name, before = self.known.get(origin, (None, None))
            if digest == before:
                self.same += 1
                continue
            name = name or ingest.unique_id(article.id, self._taken)
            self._marks[name] = origin, digest
            yield replace(article, id=name)

    def entry(self, article: Article, filed: _Filed, model: str | None) -> Entry:
        """Make the entry of an article that was extracted."""
        origin, digest = self._marks.pop(article.id)
        if origin in self.known:
            self.changed += 1
        else:
            self.new += 1
        rows, day = filed
        return Entry(article, (), model, origin, digest, rows, day)


_Filed = tuple[bytes, Date | None]
"""The rows of the claims of an article, and its day."""


def _filed(article: Article, claims: Sequence[Claim]) -> _Filed:
    alone = dated_alone(article, claims)
    return rows_of_claims(claims, alone.claims), alone.reference.earliest if alone.reference is not None else None


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Yield entries by the hundreds, or what has come after a while."""
    batch, end = list[Entry](), time.monotonic() + _SECONDS
    for entry in entries:
        batch.append(entry)
        if len(batch) >= _MOST or time.monotonic() >= end:
            yield batch
            batch, end = [], time.monotonic() + _SECONDS
    if batch:
        yield batch
