"""Claims: one statement of a quantity or a time, at one place of one article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from html import escape

from claimcheck.model import describe
from claimcheck.model.quantity import Base, Quantity
from claimcheck.model.when import When

__all__ = ["Claim", "ClaimKind", "Provenance", "Schedule", "Status"]

_PERSON = "person"
"""The base unit of people."""


class ClaimKind(StrEnum):
    """What a claim states."""

    QUANTITY = "quantity"
    DATE = "date"
    """A time of an event, or, with a vague time, that an event happened or is planned."""
    SCHEDULE = "schedule"
    """What the steps of a payment or build-out hang on ("as each gigawatt is deployed")."""


class Status(StrEnum):
    """How a claim is put forward."""

    STATED = "stated"
    ATTRIBUTED = "attributed"
    HEDGED = "hedged"
    PLANNED = "planned"
    DONE = "done"
    NEGATED = "negated"
    ASKED = "asked"


class Provenance(StrEnum):
    """How a role was found."""

    ORDER = "order"
    """By rules over word order."""
    PARSE = "parse"
    """By a dependency parse alone."""
    BOTH = "order and parse"
    DISPUTED = "parse against order"
    """By a parse, where word order says otherwise."""
    FALLBACK = "fallback"
    """The nearest name, for want of anything better."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """The step that a payment or build-out advances by: a unit or counted noun, or None where none is named."""

    per: str | None


@dataclass(frozen=True, slots=True, repr=False)
class Claim:
    """One statement, with who and what it is about and how it is put.

    `start` and `end` are character offsets into the article's text, which `text` repeats; `sentence` is the same for
    the sentence around. Exactly one of `quantity`, `when` and `schedule` is set. `predicate` is a class shared by all
    languages ("invest"); `predicate_text`, `subject`, `object` and `measure` are words as written. `subject_name` and
    `object_name` are the names that these words hold or stand for ("the company"), `measure_name` is the name that all
    packs share for a measure. `provenance` says how subject and object were found. `as_of` are the words for the time
    that a quantity belongs to, `period` that time on the calendar. `condition` are the words for what a payment hangs
    on. `status` says how the claim is put forward, `attribution` who is named as its source, and `confidence` how sure
    the claim was read, from 0 to 1. `participants` are the names in reach of the claim, `context` the content words of
    its sentence. `note` says in words what a reader should know: a second reading, a bound that is denied, a currency
    that was assumed, or that no time is stated. `in_head` says that the claim stands in the title or what goes with it,
    above the first sentence.
    """

    id: str
    article: str
    kind: ClaimKind
    start: int
    end: int
    text: str
    sentence: tuple[int, int]
    quantity: Quantity | None = None
    when: When | None = None
    schedule: Schedule | None = None
    subject: str | None = None
    subject_name: str | None = None
    predicate: str | None = None
    predicate_text: str | None = None
    object: str | None = None
    object_name: str | None = None
    measure: str | None = None
    measure_name: str | None = None
    condition: str | None = None
    as_of: str | None = None
    period: When | None = None
    status: Status = Status.STATED
    attribution: str | None = None
    confidence: float = 1.0
    provenance: tuple[tuple[str, Provenance], ...] = ()
    participants: tuple[str, ...] = ()
    context: frozenset[str] = frozenset()
    note: str | None = None
    in_head: bool = False

    @property
    def base(self) -> Base | None:
        """The quantity in base units, None for another claim and before the normalise stage."""
        return None if self.quantity is None else self.quantity.base

    @property
    def counts_people(self) -> bool:
        """Whether the quantity is one of people, whatever noun they have."""
        return self.base is not None and self.base.unit == _PERSON

    @property
    def may_recur(self) -> bool:
        """Whether the next month or year may have another such number: "sold 300 cars in May", not "bought Lumen"."""
        is_of_name = self.object_name is not None or any(name in (self.measure or "") for name in self.participants)
        return self.period is not None and self.period.is_long and not is_of_name

    @property
    def is_untimed(self) -> bool:
        """Whether the claim is a step that is told without a time ("the talks have ended"), which `note` says then."""
        return self.kind is ClaimKind.DATE and self.note is not None

    def __repr__(self) -> str:
        return f"<Claim {self.id} {self.text!r}: {describe.claim(self)}>"

    def _repr_html_(self) -> str:
        who = (
            self.subject_name or self.subject,
            self.predicate or self.predicate_text,
            self.object_name or self.object,
        )
        rows = {
            "claim": self.text,
            "value": describe.claim(self),
            "who and what": " ".join(part for part in who if part),
            "measure": self.measure_name or self.measure,
            "status": self.status,
            "according to": self.attribution,
            "hangs on": self.condition,
            "as of": self.as_of,
            "place": f"{self.article}, characters {self.start} to {self.end}",
        }
        cells = (f"<tr><th>{name}</th><td>{escape(str(value))}</td></tr>" for name, value in rows.items() if value)
        return f"<table>{''.join(cells)}</table>"
