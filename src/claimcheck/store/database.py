"""The file of a store: opened for each operation, for DuckDB shuts out other processes while one has it open to write.

A writer commits whole batches, so that a process that is killed leaves all or nothing of each; a reader waits for a
writer to close, and the other way round, and says so when that takes too long. A folder with a snapshot in Parquet is
read as a store is, beside any writer.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from claimcheck.errors import MissingExtraError, StoreError
from claimcheck.store.entries import Entry, entries_of, tables_of
from claimcheck.store.schema import STEPS

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

__all__ = ["Database", "files_of", "is_store"]

_TABLES = ("article", "claim")
_MAGIC = slice(8, 12)
"""Where a DuckDB file says that it is one."""
_LOCKED = ("Could not set lock on file", "used by another process")
"""What DuckDB says of a file that another process has open; the second comes from Windows."""
_PAUSE = 0.05
_READ = 10_000
"""Claims that are read at a time."""


def is_store(path: Path) -> bool:
    """Whether a path is a DuckDB file, or a folder with a snapshot of a store."""
    # Unlike the methods of Path, these raise for no name and no folder at all.
    if os.path.isdir(path):  # noqa: PTH112
        return all(os.path.isfile(file) for file in files_of(path))  # noqa: PTH113
    if not os.path.isfile(path):  # noqa: PTH113  # a pipe would be waited for, and lose what is read
        return False
    try:
        with path.open("rb") as file:
            return file.read(_MAGIC.stop)[_MAGIC] == b"DUCK"
    except OSError:
        return False


def files_of(path: Path) -> list[Path]:
    """Return the files that a store consists of: its own, or those of a snapshot."""
    return [path / f"{table}.parquet" for table in _TABLES] if os.path.isdir(path) else [path]  # noqa: PTH112


class Database:
    """A store in a file, or a snapshot of one in a folder.

    Args:
        path: the file, which the first writing makes, or the folder.
        patience: seconds to wait for another process that has it open.
    """

    def __init__(self, path: Path, *, patience: float = 10.0) -> None:
        self.path, self._patience = path, patience

    def known(self) -> dict[str, tuple[str, str]]:
        """Return the id and the digest of each article, by its origin, in their order; none where there is no file."""
        if not self._is_there():
            return {}
        with self._reading() as connection:
            rows = connection.execute("SELECT origin, id, digest FROM article ORDER BY place").fetchall()
        return {origin: (name, digest) for origin, name, digest in rows}

    def put(self, entries: Sequence[Entry]) -> None:
        """Write articles with their claims in one transaction, in place of those of the same origins.

        Raises:
            StoreError: it cannot be written, or stays open elsewhere, or another article has one of the ids: one that
                another process has added since they were given.
        """
        with self._writing() as connection:
            origins, ids = [entry.origin for entry in entries], [entry.article.id for entry in entries]
            held = connection.execute(
                "SELECT origin, place, id FROM article WHERE origin IN (SELECT unnest(?)) OR id IN (SELECT unnest(?))",
                [origins, ids],
            ).fetchall()
            ((last,),) = connection.execute("SELECT coalesce(max(place), 0) FROM article").fetchall()
            owners = {name: origin for origin, _, name in held}
            if any(owners.get(entry.article.id, entry.origin) != entry.origin for entry in entries):
                raise StoreError(f"{self.path}: another process has added articles meanwhile; add yours again")
            places = {origin: place for origin, place, _ in held}
            new = dict.fromkeys(origin for origin in origins if origin not in places)
            places |= {origin: last + number for number, origin in enumerate(new, 1)}
            tables = tables_of(entries, [places[origin] for origin in origins])
            connection.execute("BEGIN")
            if held:
                replaced = "article WHERE origin IN (SELECT unnest(?))"
                connection.execute(f"DELETE FROM claim WHERE article IN (SELECT id FROM {replaced})", [origins])  # noqa: S608
                connection.execute(f"DELETE FROM {replaced}", [origins])  # noqa: S608
            for name, rows in zip(_TABLES, tables, strict=True):
                connection.register("batch", rows)
                connection.execute(f"INSERT INTO {name} BY NAME SELECT * FROM batch")  # noqa: S608
                connection.unregister("batch")
            connection.execute("COMMIT")

    def entries(self, where: str | None = None) -> Iterator[Entry]:
        """Yield articles with their claims, by file and then in the order in which they came.

        Args:
            where: a condition of SQL on the columns of `article`: only articles that fit are read; by default all are.

        Raises:
            StoreError: the condition is wrong, it is no store, or stays open elsewhere.
        """
        order = "ORDER BY split_part(origin, '#', 1), place"
        kept, chosen = "", list[list[str]]()
        with self._reading() as connection:
            if where is not None:
                ids = connection.execute(f"SELECT id FROM article WHERE ({where}\n)").fetchall()  # noqa: S608  # a comment may end it
                kept, chosen = "WHERE article.id IN (SELECT unnest(?))", [[name for (name,) in ids]]
            articles = connection.execute(f"SELECT * FROM article {kept} {order}", chosen)  # noqa: S608
            claims = connection.cursor().execute(
                "SELECT claim.article, claim.record FROM claim JOIN article ON claim.article = article.id "  # noqa: S608
                f"{kept} {order}, first, last, claim.id",
                chosen,
            )
            yield from entries_of(_rows(articles), _rows(claims))

    def query(self, statement: str) -> pa.Table:
        """Return what a statement of SQL selects, as an Arrow table; the store is open to read only.

        What the statement names itself is within its reach: `COPY ... TO` writes a file.

        Raises:
            StoreError: the statement is wrong, selects nothing or would change the store, or it is no store.
        """
        with self._reading() as connection:
            found = connection.sql(statement)
            if found is None:
                raise StoreError(f"{self.path}: the statement selects nothing")
            return found.to_arrow_table()

    def export(self, statement: str, folder: Path, rows: int) -> list[Path]:
        """Write what a statement selects as Parquet files of so many rows, and return them in order.

        Raises:
            StoreError: it is no store, or has not all columns yet, or the files cannot be written.
        """
        import pyarrow as pa  # noqa: PLC0415  # an extra
        import pyarrow.parquet as pq  # noqa: PLC0415

        files = list[Path]()
        with self._reading() as connection:
            try:
                reader = connection.sql(statement).to_arrow_reader(rows)
                for batch in reader:
                    files.append(folder / f"{len(files):06}.parquet")
                    pq.write_table(pa.Table.from_batches([batch]), files[-1])
                if not files:
                    files.append(folder / "000000.parquet")
                    pq.write_table(reader.schema.empty_table(), files[-1])
            except _duckdb().BinderException as error:
                raise StoreError(
                    f"{self.path}: an older claimcheck made it; the next addition brings it up to date"
                ) from error
            except OSError as error:
                raise StoreError(f"{folder}: cannot be written: {error}") from error
        return files

    def snapshot(self, folder: Path) -> None:
        """Write the tables as Parquet files into a folder of their own, whole or not at all.

        Raises:
            StoreError: it cannot be read, or the folder is there already or cannot be written.
        """
        if folder.exists():  # replaced under a reader, its files would be of two states
            raise StoreError(f"{folder}: is there already; a snapshot gets a folder of its own")
        with self._reading() as connection:
            try:
                folder.parent.mkdir(parents=True, exist_ok=True)
                with TemporaryDirectory(prefix=".snapshot-", dir=folder.parent) as scratch:
                    new = Path(scratch) / folder.name
                    new.mkdir()
                    for table in _TABLES:
                        connection.table(table).to_parquet(str(new / f"{table}.parquet"))
                    new.rename(folder)
            except (OSError, _duckdb().Error) as error:
                raise StoreError(f"{folder}: cannot be written: {error}") from error

    @contextmanager
    def _reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        if not self._is_there():
            raise StoreError(f"{self.path}: there is no such store; claimcheck add makes one")
        is_snapshot = self._is_snapshot()
        connect = _duckdb().connect if is_snapshot else partial(_duckdb().connect, str(self.path), read_only=True)
        with self._opened(connect) as connection:
            try:
                if is_snapshot:
                    for table, file in zip(_TABLES, files_of(self.path), strict=True):
                        connection.read_parquet(str(file)).create_view(table)
                else:
                    self._check(connection)
                yield connection
            except _duckdb().Error as error:
                raise StoreError(f"{self.path}: {error}") from error

    @contextmanager
    def _writing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        if self._is_snapshot():
            raise StoreError(f"{self.path}: is a folder; a snapshot can only be read")
        with self._opened(partial(_duckdb().connect, str(self.path))) as connection:
            try:
                tables = connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
                version = self._check(connection) if tables else 0
                connection.execute("BEGIN")
                for number, step in enumerate(STEPS[version:], version + 1):
                    connection.execute(step)
                    connection.execute("UPDATE store SET version = ?", [number])
                connection.execute("COMMIT")
                yield connection
            except _duckdb().Error as error:
                raise StoreError(f"{self.path}: cannot be written: {error}") from error

    def _is_there(self) -> bool:
        try:
            self.path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError as error:
            raise StoreError(f"{self.path}: cannot be opened: {error.strerror or error}") from error
        return True

    def _is_snapshot(self) -> bool:
        """Whether it is a folder with a snapshot; another folder is an error."""
        if not os.path.isdir(self.path):  # noqa: PTH112  # raises for no folder that may not be entered
            return False
        if not is_store(self.path):
            raise StoreError(f"{self.path}: is a folder without a snapshot; name the file of a store first")
        return True

    def _check(self, connection: duckdb.DuckDBPyConnection) -> int:
        """Return the version of a store."""
        try:
            ((version,),) = connection.execute("SELECT version FROM store").fetchall()
        except _duckdb().CatalogException as error:
            raise StoreError(f"{self.path}: is a DuckDB database, but no store of claims") from error
        if version > len(STEPS):
            raise StoreError(f"{self.path}: was written by a newer claimcheck (version {version} of the tables)")
        return int(version)

    def _opened(self, connect: Callable[[], duckdb.DuckDBPyConnection]) -> duckdb.DuckDBPyConnection:
        """Open the file, and wait while another process has it open."""
        end = time.monotonic() + self._patience
        while True:
            try:
                return connect()
            except _duckdb().Error as error:
                is_locked = any(phrase in str(error) for phrase in _LOCKED)
                if is_locked and time.monotonic() < end:
                    time.sleep(_PAUSE)
                    continue
                busy = "another process has it open; try again when that is done"
                raise StoreError(f"{self.path}: {busy if is_locked else f'cannot be opened: {error}'}") from error


def _rows(found: duckdb.DuckDBPyConnection) -> Iterator[dict[str, Any]]:
    """Yield rows as they are read, so that a large table does not stand in memory twice."""
    names = [column[0] for column in found.description or ()]
    while rows := found.fetchmany(_READ):
        for row in rows:
            yield dict(zip(names, row, strict=True))


def _duckdb() -> Any:
    try:
        import duckdb  # noqa: PLC0415  # an extra
        import pyarrow as pa  # noqa: F401, PLC0415
    except ImportError as error:
        raise MissingExtraError("a store", error.name or "duckdb", "store") from error
    return duckdb
