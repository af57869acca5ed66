"""What the sections of a language pack may hold, as `docs/language-packs.md` tells it to people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from claimcheck.lang import values
from claimcheck.lang.common import common
from claimcheck.lang.syntax import VERB_KEYS, WORD_CLASSES
from claimcheck.lang.times import CUES, TIME_WORDS
from claimcheck.model import SESSIONS, Bound, Granularity, Mod, Status
from claimcheck.units import is_coin, is_currency, is_measure

__all__ = ["Table", "schema"]

_COUNTED = frozenset({"fold", "fraction", "percent"})
"""Units that are none of measurement."""
_PERIODS = ("second", *Granularity)
_BOUNDS = (Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.LESS_THAN, Bound.ABOUT)
"""The bounds that words set; the others come from the shape of a number."""
_CUED = tuple(status for status in Status if status is not Status.ASKED)
"""The statuses that words set; a question is told by its mark."""
_SEASONS = ("spring", "summer", "autumn", "winter")
_PARTS = (Mod.START, Mod.MID, Mod.END)

Unknown = Callable[[str], str | None]
"""Says what is wrong with a key, None for nothing."""


@dataclass(frozen=True, slots=True)
class Table:
    """What a table of a pack may hold: certain keys, and others with values of one kind, which `unknown` judges.

    Where `is_one_meaning` is set, no form stands under two keys, but those in `loose`; where `is_by_form` is set, the
    keys are forms, so that none stands there twice.
    """

    keys: Mapping[str, values.Check | Table]
    optional: frozenset[str] = frozenset()
    rest: values.Check | Table | None = None
    unknown: Unknown | None = None
    is_one_meaning: bool = False
    loose: frozenset[str] = frozenset()
    is_by_form: bool = False


@cache
def schema() -> Table:
    """Return what a whole pack may hold."""
    ages = _with(
        _lists(
            "after", "before", "said_of", "years", "streets",
            optional=frozenset({"said_of", "streets", "in_brackets"}),
        ),
        in_brackets=values.flag,
    )  # fmt: skip
    return Table(
        {
            "language": Table({"code": values.text, "name": values.text}),
            "number": _number(),
            "units": _meanings(_unit),
            "cldr": _lists("drop"),
            "currencies": _meanings(_currency),
            "scaled_currencies": _by_form(values.span(is_currency)),
            "units_as_spans": _by_form(values.span(_is_unit)),
            "compound_spans": Table(
                {}, rest=Table({"unit": values.unit(_is_unit), "endings": values.forms, "numbers": values.counts})
            ),
            "units_before": _meanings(_unit),
            "units_as_ages": ages,
            "per": _with(
                _lists("words", "article_words", "article_units"),
                periods=values.named_forms(_PERIODS),
                adjectives=_meanings(_named(_PERIODS, "period")),
            ),
            "nouns": _meanings(_form),
            "singular": Table(
                {
                    "endings": values.pairs, "exceptions": _by_form(values.form), "capitalised": values.flag,
                    "modifiers": values.flag, "invariable": values.flag, "describing": values.forms,
                    "common_endings": values.forms,
                },
                optional=frozenset({"capitalised", "modifiers", "invariable", "describing", "common_endings"}),
            ),
            "bounds": _with(
                _lists("fillers", "lasting", optional=frozenset({"lasting"})),
                before=_meanings(_named(_BOUNDS, "bound")),
                after=_meanings(_named(_BOUNDS, "bound")),
            ),
            "followers": _lists("words", "partitives"),
            "scope": _lists(
                "instalment_after", "instalment_before", "change_before", "of", "shares", "restating",
                optional=frozenset({"restating"}),
            ),
            "trend": _lists(
                "up", "down", "more", "less", "raising", "lowering", "links", "levels", "phrasal",
                is_one_meaning=True,
                loose=frozenset({"links", "levels", "phrasal"}),
                optional=frozenset({"phrasal", "more", "less", "raising", "lowering"}),
            ),
            "skip": _lists("ordinals", "name_before", "definite", "furniture", "one_pronoun"),
            "words": _lists(
                "articles", "function", "openers", "titles", "clause_breaks", "adjective_before_noun", "warmth",
                "indices",
                optional=frozenset({"warmth", "indices"}),
            ),
            "syntax": _with(
                _lists(
                    *WORD_CLASSES, "adverb_endings", "goals", "oblique", "copulas", "nominals", "bearings", "away",
                    "contracted",
                    optional=frozenset({"head_first", "verb_second", "contracted"}),
                ),
                head_first=values.flag,
                verb_second=values.flag,
            ),
            "verbs": _verbs(),
            "predicates": _predicates(),
            "measures": _meanings(_form),
            "dimensions": _meanings(_form),
            "sessions": _meanings(_named(SESSIONS, "session")),
            "status": _lists(
                "future_endings", "negations", rest=values.forms, unknown=_named(_CUED, "status"), is_one_meaning=True,
                loose=frozenset({"future_endings"}),
            ),
            "attribution": _lists("before_source", "phrases", "credits"),
            "conditions": _lists("starters", "progress", "money", "back_references"),
            "time": _time(),
        },
        optional=frozenset({"compound_spans", "dimensions", "scaled_currencies", "sessions"}),
    )  # fmt: skip


def _number() -> Table:
    counts = _by_form(values.number)
    return _with(
        _lists(
            "joiners", "range_words", "range_and", "range_open", "minus", "minus_after", "points", "and_half",
            "parts_alone", "spelled_magnitudes", "before_digits", optional=frozenset({"points", "before_digits"}),
        ),
        decimal=values.text,
        group=values.text,
        compounds=values.flag,
        words=_by_form(values.whole(0)),
        decimals=counts,
        magnitudes=counts,
        parts=_by_form(values.whole(2)),
        collectives=counts,
        approximate=counts,
        vague=_by_form(values.vague),
        ratio=_lists("words", "after_noun", "each", optional=frozenset({"after_noun", "each"})),
    )  # fmt: skip


def _verbs() -> Table:
    """Return the tables of verb forms: as lists, by their endings, and by stems with the endings of their kind.

    A stem may be empty: its endings are then whole forms.
    """
    forms = frozenset(VERB_KEYS)
    endings = dict.fromkeys(VERB_KEYS, values.endings)
    conjugation = Table({"stems": values.endings, **endings}, forms)
    return Table(
        {
            **dict.fromkeys(VERB_KEYS, values.forms),
            "not": values.forms,
            "nouns": values.forms,
            "endings": Table(endings, forms),
            "conjugations": Table({}, rest=conjugation, unknown=_form),
        },
        forms,
    )


def _predicates() -> Table:
    """Return the classes that rules name, which each pack must have, and any other."""
    forms = _lists("verbs", "nouns", "parted", optional=frozenset({"parted"}))
    named = sorted({name for group in common()["predicates"].values() for name in group})
    return Table(dict.fromkeys(named, forms), rest=forms, unknown=_form, is_one_meaning=True)


def _time() -> Table:
    """Return the tables of time words; only those without which no language tells a time must be there."""
    ordinal = values.whole
    periods = _meanings(_named(Granularity, "granularity"))
    directions = _meanings(_named(range(-1, 2), "direction"))
    day_parts = _meanings(_named(values.DAY_PARTS, "part of the day"))
    tables: dict[str, values.Check | Table] = {
        "clock_marks": values.forms,
        "doubtful": values.forms,
        "numeric_order": values.one_of(("dmy", "mdy")),
        "months": _by_form(ordinal(1, 12)),
        "weekdays": _by_form(ordinal(0, 6)),
        "recurring": _by_form(ordinal(0, 6)),
        "units": periods,
        "plurals": periods,
        "shifts": directions,
        "again": directions,
        "comparable": directions,
        "days": _by_form(values.day),
        "day_parts": day_parts,
        "recurring_parts": day_parts,
        "glued_day_parts": day_parts,
        "relative": _by_form(values.period_and(ordinal(-1, 1))),
        "ends": _by_form(values.period_and(values.one_of(_PARTS))),
        "parts": _by_form(values.one_of(_PARTS)),
        "ordinals": _meanings(_named(range(1, 32), "ordinal")),
        "halves": _meanings(_named(range(1, 3), "half")),
        "quarters": _meanings(_named(range(1, 5), "quarter")),
        "seasons": _meanings(_named(_SEASONS, "season")),
        "decades": _meanings(_named(range(1800, 2100, 10), "decade")),
        "halves_of_day": _by_form(values.one_of((0, 12))),
        "hours": _by_form(ordinal(0, 23)),
        "holidays": _by_form(values.day_of_year),
        "counts": _by_form(values.open_count),
        "cues": _lists(*CUES, "bare", is_one_meaning=True, loose=frozenset({"bare"})),
        "words": _lists(*TIME_WORDS, optional=frozenset(TIME_WORDS)),
        "vague": directions,
        "deictic": directions,
    }
    return Table(tables, frozenset(tables) - {"numeric_order", "units", "cues", "words"})


def _lists(*keys: str, **more: Any) -> Table:
    """Return a table of lists of forms under certain keys."""
    return Table(dict.fromkeys(keys, values.forms), **more)


def _with(table: Table, **more: values.Check | Table) -> Table:
    return Table({**table.keys, **more}, table.optional)


def _meanings(unknown: Unknown) -> Table:
    """Return a table of lists of forms under what they stand for."""
    return Table({}, rest=values.forms, unknown=unknown, is_one_meaning=True)


def _by_form(check: values.Check) -> Table:
    """Return a table of what forms stand for."""
    return Table({}, rest=check, unknown=_form, is_by_form=True)


def _named(names: Iterable[object], what: str) -> Unknown:
    known = list(map(str, names))
    return lambda name: None if name in known else f"{name!r} is no {what}; there are {', '.join(known)}"


def _form(name: str) -> str | None:
    return next((message for _, message in values.form(name)), None)


def _unit(name: str) -> str | None:
    return None if _is_unit(name) else f"{name!r} is no unit that claimcheck knows"


def _is_unit(name: str) -> bool:
    """Whether a unit is one of measurement, a mere ratio, or one that has a symbol in every language."""
    return is_measure(name) or name in _COUNTED or name in common()["symbols"]


def _currency(name: str) -> str | None:
    """Judge a code, or the name of a coin, which is a unit of its own."""
    return None if is_currency(name) or is_coin(name) else f"{name!r} is no currency or coin that claimcheck knows"
