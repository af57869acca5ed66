"""Articles as JSON: one object a line, or a file with one object or an array of them.

A record has `text` and may have `id` and the keys of `fields.KEYS`; the records of some other tools are known by theirs
(`dialects`). Other keys are ignored, since exports of archives and crawlers carry dozens of them. Each bad record is
one problem; its neighbours are kept.

Annotations are evaluated here, because pydantic makes the validation from them.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date as Day  # noqa: N812  # a field is called date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, TypeAdapter, ValidationError

from claimcheck.errors import InputError
from claimcheck.ingest.decoding import printable
from claimcheck.ingest.dialects import translated
from claimcheck.ingest.fields import day, language_code, shown
from claimcheck.ingest.origin import Origin
from claimcheck.model import Article, DateBasis

__all__ = ["Record", "checked", "parse", "parse_lines", "wrong_head"]


def _encodable(value: str) -> str:
    """Refuse the half characters that JSON can spell and no file can hold."""
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"holds half of a surrogate pair at character {error.start}") from error
    return value


def _text(value: str) -> str:
    if not value.strip():
        raise ValueError("is empty")
    if "\0" in value:
        raise ValueError("holds a NUL character")
    return value


def _day(value: object) -> object:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise ValueError("should be a string with an ISO date such as 2025-09-23")  # noqa: TRY004  # pydantic's way
    return day(_encodable(value))


def _language(value: str | None) -> str | None:
    return language_code(value) if value else None


def _blank_to_none(value: str | None) -> str | None:
    return (value and value.strip()) or None


_String = Annotated[str, AfterValidator(_encodable)]
_Label = Annotated[_String | None, AfterValidator(_blank_to_none)]


@dataclass(frozen=True, slots=True)
class Record:
    """One article as a JSON object. Empty strings count as not given."""

    text: Annotated[_String, AfterValidator(_text)]
    id: _String | int | None = None
    date: Annotated[Day | None, BeforeValidator(_day)] = None
    language: Annotated[_String | None, AfterValidator(_language)] = None
    source: _Label = None
    title: _Label = None
    url: _Label = None


_RECORD = TypeAdapter(Record)
_FIELDS = frozenset(field.name for field in fields(Record))


def parse_lines(text: str, origin: Origin) -> Iterator[Article | InputError]:
    """Read JSON lines."""
    # Only "\n" ends a record: JSON may hold the other line ends of Unicode inside a string, and "\r" is white space.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _article(line, origin, number)


def parse(text: str, origin: Origin) -> Iterator[Article | InputError]:
    """Read a JSON file with one record or an array of records.

    Raises:
        InputError: the file is not JSON, or holds something else.
    """
    content = _load(text, origin)
    if not isinstance(content, list):
        yield checked(content, origin)
        return
    if not content:
        raise origin.problem("holds an empty array, and no article")
    for number, item in enumerate(content, start=1):
        yield checked(item, origin, where=f"record {number}: ")


def _article(line: str, origin: Origin, number: int) -> Article | InputError:
    try:
        return checked(_load(line, origin, number), origin, number)
    except InputError as problem:
        return problem


def _load(text: str, origin: Origin, line: int | None = None) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise origin.problem(f"is not JSON: {error.msg} (column {error.colno})", line or error.lineno) from error
    except (ValueError, RecursionError) as error:
        # Numbers of thousands of digits, and brackets nested as deep.
        raise origin.problem(f"is not JSON that can be read: {error}", line) from error


def wrong_head(head: Sequence[str]) -> str | None:
    """Say why a table with these columns holds no articles: none is the text, or one that is read stands twice."""
    read = {key: name for key, name in translated(dict(zip(head, head, strict=True))).items() if key in _FIELDS}
    if "text" not in read:
        return f'has no column "text", only {shown(", ".join(head)) or "an empty head"}'
    twice = next((name for name in read.values() if head.count(name) > 1), None)
    return None if twice is None else f'has two columns "{twice}"'


def checked(content: object, origin: Origin, line: int | None = None, where: str = "") -> Article | InputError:
    """Make an article of a record, or say what is wrong with it.

    Args:
        content: the record, ours or another tool's.
        origin: what it stands in.
        line: its line there.
        where: which record of the file it is, for a message.
    """
    if not isinstance(content, dict):
        return origin.problem(f'{where}should be an object with a "text", not {_shown(content)}', line)
    known = {key: value for key, value in translated(content).items() if key in _FIELDS}
    try:
        record = _RECORD.validate_python(known)
    except ValidationError as error:
        reasons = "; ".join(_reason(detail) for detail in _first_per_field(error))
        return origin.problem(where + printable(reasons), line)
    article = Article(
        (str(record.id).strip() if record.id is not None else "") or origin.article,
        record.text,
        source=record.source,
        url=record.url,
        title=record.title,
        published=record.date,
        published_from=DateBasis.METADATA if record.date else DateBasis.UNKNOWN,
        language=record.language,
        path=origin.path,
        line=None,
    )
    try:
        return origin.within_limits(article, line, where)
    except InputError as problem:
        return problem


def _first_per_field(error: ValidationError) -> list[tuple[str, str]]:
    """Return each wrong field with what is wrong; a union reports once per member, of which one is enough."""
    reasons: dict[str, str] = {}
    for detail in error.errors(include_url=False):
        reasons.setdefault(str(detail["loc"][0]), detail["msg"])
    return list(reasons.items())


def _reason(field: tuple[str, str]) -> str:
    name, message = field
    message = message.removeprefix("Value error, ")
    return f'"{name}": {message[0].lower()}{message[1:]}'


def _shown(content: object) -> str:
    # A list may be nested as deep as Python can go, and is written without a look into it.
    return "a list" if isinstance(content, list) else printable(shown(json.dumps(content, ensure_ascii=False)))
