"""Values in a reader's words, for the sentences of findings and reports."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from claimcheck.model.quantity import Bound, Quantity, Scope, Trend
from claimcheck.model.when import When, WhenKind

if TYPE_CHECKING:
    from claimcheck.model.claim import Claim

__all__ = ["amount", "claim", "day", "quantity", "unit", "weekday", "when"]

_MAGNITUDES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_BOUND_WORDS = {
    Bound.ABOUT: "about ",
    Bound.AT_LEAST: "at least ",
    Bound.MORE_THAN: "more than ",
    Bound.AT_MOST: "up to ",
    Bound.LESS_THAN: "less than ",
}
_POWERS = {"2": "square ", "3": "cubic "}
_UNCOUNTED = frozenset({"percent", "magnitude", "hertz", "horsepower", "aircraft", "degC", "degF", ""})
_CHANGE_WORDS = {Trend.UP: "a rise of ", Trend.DOWN: "a fall of ", None: "a change of "}
_SIGNS = {"percent": "%", "degC": " °C", "degF": " °F", "fraction": " of the whole", "magnitude": ""}
# Names that do not hang on the locale of the process, as those of the standard library do.
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_BEFORE = {"magnitude": "magnitude "}
"""Units that stand before their number."""


def amount(number: Decimal) -> str:
    """Write a number with the largest magnitude word that fits.

    >>> amount(Decimal("1E11")), amount(Decimal(10500)), amount(Decimal("6.30"))
    ('100 billion', '10,500', '6.3')
    """
    for size, word in _MAGNITUDES:
        if abs(number) >= size:
            return f"{_plain(number / size)} {word}"
    return _plain(number)


def unit(name: str, *, plural: bool = False) -> str:
    """Write a unit name.

    >>> unit("USD/gigawatt"), unit("user/week", plural=True), unit("foot**2", plural=True)
    ('USD per gigawatt', 'users per week', 'square feet')
    """
    counted, *below = name.replace(" ** ", "**").replace(" / ", "/").replace("_", " ").split("/")
    base, _, power = counted.partition("**")
    below = [f"{_POWERS.get(part.partition('**')[2], '')}{part.partition('**')[0]}" for part in below]
    if plural and not base[-1:].isupper() and base not in _UNCOUNTED:
        base, of, whole = base.partition(" of ")
        *modifiers, head = base.split(" ")
        base = " ".join([*modifiers, _plural(head)]) + of + whole
    return " per ".join([f"{_POWERS.get(power, '')}{base}", *below])


@cache
def _irregular() -> Mapping[str, str]:
    """Return the plurals that no ending makes, by their singular."""
    return tomllib.loads((files("claimcheck.model") / "plurals.toml").read_text(encoding="utf-8"))


def _plural(noun: str) -> str:
    if noun in _irregular():
        return _irregular()[noun]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def quantity(stated: Quantity) -> str:
    """Write a quantity with its bound, unit and scope."""
    many = stated.value != 1
    label = _SIGNS.get(stated.unit, f" {unit(stated.unit, plural=many)}" if stated.unit else "")
    tail = f"{label} at a time" if stated.scope is Scope.INSTALMENT else label
    change = _CHANGE_WORDS[stated.trend] if stated.scope is Scope.CHANGE else ""
    before, bound = _BEFORE.get(stated.unit, ""), _BOUND_WORDS.get(stated.bound, "")
    if stated.value is not None:
        return f"{change}{before}{bound}{amount(stated.value)}{tail}"
    if stated.low is not None and stated.high is not None:
        return f"{change}{before}{bound}{amount(stated.low)} to {amount(stated.high)}{tail}"
    if stated.low is None and stated.high is None:
        return f"an unstated number of {unit(stated.unit, plural=True)}" if stated.unit else "an unstated number"
    ends = ((stated.low, "at least"), (stated.high, "up to"))
    return before + " ".join(f"{words} {amount(end)}{tail}" for end, words in ends if end is not None)


def claim(stated: Claim) -> str:
    """Write what a claim states, as it is compared."""
    if stated.quantity is not None:
        is_told = stated.quantity.scope is Scope.CHANGE  # "a rise of"
        trend = f"{stated.quantity.trend} " if stated.quantity.trend and not is_told else ""
        return trend + quantity(stated.quantity)
    if stated.when is not None:
        return when(stated.when)
    per = stated.schedule.per if stated.schedule else None
    return f"a step per {unit(per)}" if per else "in steps that are not named"


def when(stated: When) -> str:
    """Write a time as its days, or say that it is open."""
    if stated.kind is not WhenKind.VAGUE and not stated.is_dated and stated.day_of_year is not None:
        month, number = stated.day_of_year
        return f"{'' if number is None else f'{number} '}{_MONTHS[month - 1]} of no certain year"
    if stated.kind is WhenKind.VAGUE or (stated.earliest is None and stated.latest is None):
        return {1: "some time ahead", -1: "some time past"}.get(stated.form.direction, "no certain day")
    if stated.earliest == stated.latest:
        return day(stated.earliest) + (f", {stated.form.clock}" if stated.form.clock else "")
    if stated.earliest is None:
        return f"until {day(stated.latest)}"
    return (
        f"from {day(stated.earliest)} on"
        if stated.latest is None
        else f"{day(stated.earliest)} to {day(stated.latest)}"
    )


def day(stated: date | None) -> str:
    """Write a day, or that an end is open."""
    return "open" if stated is None else f"{stated.day} {_MONTHS[stated.month - 1]} {stated.year}"


def weekday(number: int) -> str:
    """Write a day of the week, counted from Monday = 0."""
    return _WEEKDAYS[number]


def _plain(number: Decimal) -> str:
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
