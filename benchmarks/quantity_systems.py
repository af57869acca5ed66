"""The libraries that `quantities.py` measures: claimcheck, and those of its peers that are installed."""

from __future__ import annotations

import importlib
import platform
import warnings
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from importlib import metadata
from typing import Any, TypeVar

import claimcheck

__all__ = ["CODES", "Row", "System", "attempt", "own_systems", "peer_systems", "to_rows", "versions"]

CODES = {
    "Arabic": "ar", "Bulgarian": "bg", "Chinese": "zh", "Dutch": "nl", "English": "en", "French": "fr", "German": "de",
    "Hindi": "hi", "Italian": "it", "Japanese": "ja", "Korean": "ko", "Portuguese": "pt", "Spanish": "es",
    "Swedish": "sv", "Turkish": "tr",
}  # fmt: skip
"""The code of each language by the name that Recognizers-Text has for it."""
SIGNS = {
    "exact": "=", "about": "~", "at_least": ">=", "more_than": ">", "at_most": "<=", "less_than": "<", "range": "range",
    "vague": "range",
}  # fmt: skip
"""The scorers' sign for each bound."""

Row = dict[str, Any]
Said = TypeVar("Said")


@dataclass(frozen=True, slots=True)
class System:
    """A library: what is timed and what is scored, each a function of a text, by language; None where it has none."""

    name: str
    call: Callable[[str], Callable[[str], object] | None]
    rows: Callable[[str], Callable[[str], list[Row]] | None]


def to_rows(text: str, found: Iterable[Any]) -> list[Row]:
    """Write the quantities among claims, or bare quantities with their places, as the scorers read them."""
    stated = ((item, item.quantity) for item in found if getattr(item, "kind", "quantity") == "quantity")
    return [
        {
            "start": item.start,
            "end": item.end,
            "surface": text[item.start : item.end],
            **{name: _number(getattr(quantity, name)) for name in ("value", "low", "high")},
            "bound": SIGNS[str(quantity.bound)],
            "trend": quantity.trend and str(quantity.trend),
            "unit": quantity.unit or "",
        }
        for item, quantity in stated
    ]


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def attempt(run: Callable[[str], Said], text: str) -> Said | None:
    """Return what a system says of a text, or None where it fails: it may meet what it was not made for."""
    with suppress(Exception):
        return run(text)
    return None


def own_systems() -> list[System]:
    """Return claimcheck's functions: whole claims and, where there is one, the light one."""
    names = [name for name in ("extract", "quantities") if hasattr(claimcheck, name)]
    return [_own(f"claimcheck.{name}", getattr(claimcheck, name)) for name in names]


def _own(name: str, function: Callable[..., Iterable[Any]]) -> System:
    def call(language: str) -> Callable[[str], Iterable[Any]] | None:
        try:
            function("1", language=language)
        except claimcheck.InputError:  # there is no pack for the language
            return None
        return partial(function, language=language)

    def rows(language: str) -> Callable[[str], list[Row]] | None:
        run = call(language)
        return run and (lambda text: to_rows(text, run(text)))

    return System(name, call, rows)


def peer_systems() -> tuple[list[System], list[str]]:
    """Return the other libraries that can be used here, and a sentence for what cannot."""
    found, notes = [], []
    for make, name in ((_quantulum3, "quantulum3"), (_recognizers, "Recognizers-Text")):
        try:
            found.append(make())
        except ImportError as error:
            notes.append(f"{name} is left out, {error}: pip install -e '.[peers]'")
    if any(system.name == "quantulum3" for system in found):
        notes.append("quantulum3 runs without its classifier: pip install -e '.[peers]'")
    return found, notes


def _quantulum3() -> System:
    with warnings.catch_warnings(action="ignore"):
        parser = importlib.import_module("quantulum3.parser")
        # An ambiguous unit loads the classifier, which no other scikit-learn than the one that made it can import.
        parser.parse("2 tons")
    has_classifier = importlib.import_module("quantulum3.classifier").USE_CLF

    def rows(language: str) -> Callable[[str], list[Row]] | None:
        # `peers` is in the folder of the development sets, which `Evaluation` puts on the path before it asks
        return importlib.import_module("peers").quantulum3() if language == "en" else None

    name = "quantulum3 + classifier" if has_classifier else "quantulum3"
    return System(name, lambda language: parser.parse if language == "en" else None, rows)


def _recognizers() -> System:
    number = importlib.import_module("recognizers_number").NumberRecognizer
    with_unit = importlib.import_module("recognizers_number_with_unit").NumberWithUnitRecognizer
    culture = importlib.import_module("recognizers_text").Culture
    names = {code: name for name, code in CODES.items() if hasattr(culture, name)}

    def call(language: str) -> Callable[[str], object] | None:
        if language not in names:
            return None
        units, numbers = (recognizer(getattr(culture, names[language])) for recognizer in (with_unit, number))
        models = [getattr(units, f"get_{kind}_model")() for kind in ("currency", "dimension", "temperature", "age")]
        models += [numbers.get_percentage_model(), numbers.get_number_model()]
        return lambda text: [model.parse(text) for model in models]

    @cache  # building the models takes longer than a set
    def rows(language: str) -> Callable[[str], list[Row]] | None:
        # See `_quantulum3` on where `peers` is.
        return importlib.import_module("peers").recognizers(names[language]) if language in names else None

    return System("Recognizers-Text", call, rows)


def versions() -> dict[str, str]:
    """Return the version of everything that has a part in the figures."""
    found = {"Python": platform.python_version()}
    for package in ("claimcheck", "spacy", "quantulum3", "scikit-learn", "recognizers-text-suite"):
        with suppress(metadata.PackageNotFoundError):
            found[package] = metadata.version(package)
    return found
