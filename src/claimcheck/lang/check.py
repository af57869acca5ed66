"""Say what is wrong with a language pack, all at once, each mistake with its line.

Loading a pack only finds out that something is wrong. This is asked then, so that who edits a pack is told where;
nothing here costs anything while articles are read.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from claimcheck.lang.places import Path, Places
from claimcheck.lang.schema import Table, schema

__all__ = ["problems"]


class _Mistake(NamedTuple):
    """What is wrong, and with what: an entry of the pack, or the n-th item of its value."""

    path: Path
    item: int | None
    message: str


def problems(data: Mapping[str, Any], sources: Mapping[str, str]) -> list[str]:
    """Return what is wrong with a pack, file by file in the order of its lines: "lang/data/fr.toml:123: units: ...".

    Args:
        data: the pack, as parsed from all its sources.
        sources: the text of each file of the pack, by what to call the file; what is missing, the first one misses.
    """
    files = [(name, tomllib.loads(text).keys(), Places(text)) for name, text in sources.items()]
    found: dict[tuple[int, int, str], None] = {}
    for path, item, message in [*_in_table(schema(), data, ()), *_beside_another(data)]:
        rank = next((rank for rank, (_, sections, _) in enumerate(files) if path and path[0] in sections), 0)
        found[rank, files[rank][2].line(path, item), message] = None
    return [f"{files[rank][0]}:{line}: {message}" for rank, line, message in sorted(found, key=lambda key: key[:2])]


def _in_table(table: Table, data: Any, path: Path) -> Iterator[_Mistake]:
    if not isinstance(data, Mapping):
        yield _Mistake(path, None, f"{_label(path)}{data!r} is no table")
        return
    for key, check in table.keys.items():
        if key not in data and key not in table.optional:
            what = f"section [{'.'.join((*path, key))}]" if isinstance(check, Table) else f"key {key!r}"
            yield _Mistake(path, None, f"{_label(path)}the {what} is missing")
    for key, value in data.items():
        yield from _in_entry(table, key, value, path)
    if table.is_one_meaning:
        yield from _two_meanings({key: value for key, value in data.items() if key not in table.loose}, path)
    if table.is_by_form:
        yield from _two_values(data, path)


def _in_entry(table: Table, key: str, value: Any, path: Path) -> Iterator[_Mistake]:
    here = (*path, key)
    check = table.keys.get(key, table.rest)
    if check is None:
        yield _Mistake(here, None, f"{_label(path)}{key!r} is unknown; there are {', '.join(table.keys)}")
        return
    if key not in table.keys and table.unknown is not None and (message := table.unknown(key)) is not None:
        yield _Mistake(here, None, f"{_label(path)}{message}")
    if isinstance(check, Table):
        yield from _in_table(check, value, here)
    else:
        yield from (_Mistake(here, item, f"{_label(here)}{message}") for item, message in check(value))


def _two_meanings(data: Mapping[str, Any], path: Path) -> Iterator[_Mistake]:
    """Name the forms that stand under two keys; capitals make no other form."""
    first: dict[str, str] = {}
    for key, value in data.items():
        for place, item, form in _forms(value, (*path, key)):
            other = first.setdefault(form.lower(), key)
            if other != key:
                yield _Mistake(place, item, f"{_label(path)}{form!r} stands under both {other!r} and {key!r}")


def _two_values(data: Mapping[str, Any], path: Path) -> Iterator[_Mistake]:
    """Name the forms that stand there twice, in capitals and not, for two things."""
    first: dict[str, Any] = {}
    for form, value in data.items():
        if first.setdefault(form.lower(), value) != value:
            yield _Mistake((*path, form), None, f"{_label(path)}{form!r} stands here twice, with two values")


def _forms(value: Any, path: Path) -> Iterator[tuple[Path, int, str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _forms(inner, (*path, key))
    elif isinstance(value, list):
        yield from ((path, i, form) for i, form in enumerate(value) if isinstance(form, str))


def _beside_another(data: Mapping[str, Any]) -> Iterator[_Mistake]:
    """Name what is wrong only because of what stands elsewhere."""
    match data.get("number"):
        case {"parts_alone": [*alone], "parts": {**parts}}:
            for i, form in enumerate(alone):
                if isinstance(form, str) and form not in parts:
                    message = f"number.parts_alone: {form!r} is not in [number.parts]"
                    yield _Mistake(("number", "parts_alone"), i, message)


def _label(path: Path) -> str:
    return f"{'.'.join(path)}: " if path else ""
