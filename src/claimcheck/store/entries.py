"""What a store holds of an article, and how it becomes rows and comes back unchanged."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date as Date  # noqa: N812  # as elsewhere
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from claimcheck.errors import MissingExtraError
from claimcheck.model import Article, Claim

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Entry", "digest_of", "entries_of", "origin_of", "rows_of_claims", "tables_of"]


@dataclass(frozen=True, slots=True)
class Entry:
    """An article with its claims as written, and the trained pipeline that helped to extract them, if any.

    `origin` tells the article from all others, `digest` what it and its claims were made from. `rows` are what
    `rows_of_claims` makes of the claims, where that was done elsewhere, and `claims` may be left out then; `day` is the
    day of the article as far as it tells. They are written and not read again.
    """

    article: Article
    claims: Sequence[Claim]
    model: str | None
    origin: str
    digest: str
    rows: bytes | None = field(default=None, compare=False)
    day: Date | None = field(default=None, compare=False)


def origin_of(article: Article) -> str:
    """Return what tells an article from all others: its file, whole, and its id, or its id alone."""
    return article.id if article.path is None else f"{os.path.abspath(article.path)}#{article.id}"  # noqa: PTH100  # keeps symbolic links


def digest_of(article: Article, made_with: Sequence[str]) -> str:
    """Return a digest that changes with anything in an article but its name, or in what it is read with."""
    content = _articles().dump_json(replace(article, id="", path=None))
    return hashlib.sha256(content + json.dumps([*made_with]).encode()).hexdigest()


def tables_of(entries: Iterable[Entry], places: Iterable[int]) -> tuple[pa.Table, pa.Table]:
    """Return the rows of the tables `article` and `claim`."""
    arrow, articles = _pyarrow(), list[dict[str, Any]]()
    claims: list[pa.RecordBatch] = []
    for entry, place in zip(entries, places, strict=True):
        article = entry.article
        articles.append(
            {
                "id": article.id,
                "source": article.source,
                "title": article.title,
                "url": article.url,
                "published": entry.day or article.published,
                "language": article.language,
                "path": article.path,
                "model": entry.model,
                "text": article.text,
                "place": place,
                "origin": entry.origin,
                "digest": entry.digest,
                "record": _articles().dump_json(replace(article, text=""), exclude_defaults=True).decode(),
            }
        )
        rows = rows_of_claims(entry.claims) if entry.rows is None else entry.rows
        claims.append(arrow.ipc.read_record_batch(arrow.py_buffer(rows), _schema()))
    # In one piece, for DuckDB takes its time over each.
    return arrow.Table.from_pylist(articles), arrow.Table.from_batches(claims, _schema()).combine_chunks()


def rows_of_claims(claims: Sequence[Claim], normal: Sequence[Claim] | None = None) -> bytes:
    """Return the rows of the table `claim`, as a batch of Arrow in its format for messages.

    Args:
        claims: the claims of an article, as written.
        normal: the same as far as the article alone dates them, by default `claims`.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    rows = [_claim_row(claim, plain) for claim, plain in zip(claims, normal or claims, strict=True)]
    written: bytes = _pyarrow().RecordBatch.from_pylist(rows, schema=_schema()).serialize().to_pybytes()
    return written


@cache
def _schema() -> pa.Schema:
    """Return the columns of the table `claim`."""
    arrow = _pyarrow()
    words = (
        "id", "article", "kind", "text", "unit", "bound", "scope", "trend", "subject", "predicate", "object", "measure",
        "status", "attribution", "name", "base_unit", "record",
    )  # fmt: skip
    numbers = ("value", "low", "high", "base_number", "base_rounding", "base_low", "base_high")
    types = (
        (arrow.string(), words),
        (arrow.float64(), numbers),
        (arrow.int32(), ("first", "last")),
        (arrow.date32(), ("earliest", "latest", "day")),
    )
    return arrow.schema([(name, kind) for kind, names in types for name in names])


def _pyarrow() -> Any:
    try:
        import pyarrow as pa  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("a store", error.name or "pyarrow", "store") from error
    return pa


def entries_of(articles: Iterable[dict[str, Any]], claims: Iterable[dict[str, Any]]) -> Iterator[Entry]:
    """Return the entries that rows were made of, those of each table in one order of articles."""
    source = iter(claims)
    claim = next(source, None)
    for row in articles:
        mine = []
        while claim is not None and claim["article"] == row["id"]:
            mine.append(_claims().validate_json(claim["record"]))
            claim = next(source, None)
        article = replace(_articles().validate_json(row["record"]), text=row["text"])
        yield Entry(article, mine, row["model"], row["origin"], row["digest"])


def _claim_row(claim: Claim, normal: Claim) -> dict[str, Any]:
    quantity, when = claim.quantity, claim.when
    numbers = {
        name: _float(getattr(quantity, name) if quantity is not None else None) for name in ("value", "low", "high")
    }
    words = {
        name: None if quantity is None or (word := getattr(quantity, name)) is None else str(word)
        for name in ("unit", "bound", "scope", "trend")
    }
    return {
        "id": claim.id,
        "article": claim.article,
        "kind": str(claim.kind),
        "text": claim.text,
        "first": claim.start,
        "last": claim.end,
        **numbers,
        **words,
        "earliest": when.earliest if when else None,
        "latest": when.latest if when else None,
        "subject": claim.subject_name or claim.subject,
        "predicate": claim.predicate or claim.predicate_text,
        "object": claim.object_name or claim.object,
        "measure": claim.measure_name or claim.measure,
        "status": str(claim.status),
        "attribution": claim.attribution,
        "name": claim.subject_name or claim.object_name,
        **_base_columns(normal),
        "record": _claims().dump_json(claim, exclude_defaults=True).decode(),
    }


def _base_columns(claim: Claim) -> dict[str, Any]:
    """Return what a quantity is compared by: numbers in base units, the ends of what it allows, its day."""
    base = claim.quantity.base if claim.quantity is not None else None
    reach = base.reach if base is not None else None
    return {
        "base_unit": base.unit if base is not None else None,
        "base_number": _float(base.number if base is not None else None),
        "base_rounding": _float(base.rounding if base is not None else None),
        "base_low": _float(reach.low if reach is not None else None),
        "base_high": _float(reach.high if reach is not None else None),
        "day": claim.period.earliest if claim.period is not None else None,
    }


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


@cache
def _articles() -> TypeAdapter[Article]:
    return TypeAdapter(Article)


@cache
def _claims() -> TypeAdapter[Claim]:
    return TypeAdapter(Claim)
