"""One small report, written out by hand: three articles on a deal, in two languages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from claimcheck.errors import InputError
from claimcheck.model import (
    Article,
    Base,
    Bound,
    Claim,
    ClaimKind,
    ConflictType,
    DateBasis,
    Evidence,
    Fact,
    Finding,
    Granularity,
    Link,
    Position,
    Quantity,
    Reference,
    Relation,
    RelationKind,
    Schedule,
    Scope,
    Severity,
    Status,
    TimeForm,
    Verdict,
    When,
    WhenKind,
)
from claimcheck.report import Report

GAZETTE = Article(
    "a1",
    "Chips for Lumen\n\n"
    "Lumen will run turbines of at least 8 gigawatts in its new salt quarries, as both firms told reporters "
    "this Monday. Corvid is to put up to $40 billion into Lumen as each gigawatt goes online.\n"
    "Lumen counts 60 million weekly readers.\n",
    source="The Gazette",
    url="https://gazette.example/lumen",
    title="Chips for Lumen",
    published=date(2025, 9, 22),
    published_from=DateBasis.METADATA,
    language="en",
    path="gazette.txt",
)
COURRIER = Article(
    "a2",
    "Lumen et Corvid vont produire au moins 8 gigawatts de turbines. Le contrat parle de « jusqu’à 40 milliards de "
    "dollars » pour Lumen. Les travaux commencent au second semestre de 2026.\n",
    source="Le Courrier",
    url="javascript:alert(1)",
    published=date(2025, 9, 22),
    published_from=DateBasis.INFERRED,
    published_until=date(2025, 9, 24),
    language="fr",
    path="courrier.txt",
)
HOSTILE = Article(
    "a3",
    "[red]Breaking[/red] <script>alert(1)</script> Corvid pays $5 billion per stage to Lumen\u202e, a "
    "\x1b[31m$40 billion partnership. Building starts next year.\n",
    source="<b>Wire</b> [bold]",
    language="en",
    path="wire.txt",
)


def claim(identifier: str, article: Article, words: str, **parts: Any) -> Claim:
    """A claim on the given words of an article, its sentence being their line up to the full stops around them."""
    start = article.text.index(words)
    end = start + len(words)
    first = max((at + len(stop) for stop in (". ", "\n") if (at := article.text.rfind(stop, 0, start)) >= 0), default=0)
    last = article.text.find(".", end) + 1
    kind = ClaimKind.DATE if "when" in parts else ClaimKind.SCHEDULE if "schedule" in parts else ClaimKind.QUANTITY
    return Claim(identifier, article.id, kind, start, end, words, (first, last), **parts)


def quantity(value: int, unit: str, bound: Bound = Bound.EXACT, scope: Scope = Scope.TOTAL) -> Quantity:
    """A quantity whose base unit is the unit itself, gigawatts apart."""
    number = Decimal(value)
    low = None if bound is Bound.AT_MOST else number
    high = None if bound is Bound.AT_LEAST else number
    watts = Base(low and low * 10**9, high and high * 10**9, "watt")
    base = watts if unit == "gigawatt" else Base(low, high, unit)
    return Quantity(number, low, high, unit, bound, scope=scope, base=base)


HALF = When(TimeForm(WhenKind.INTERVAL, Granularity.HALF, year=2026, ordinal=2), date(2026, 7, 1), date(2026, 12, 31))
NEXT_YEAR = When(
    TimeForm(WhenKind.INTERVAL, Granularity.YEAR, unit="year", count=1),
    date(2026, 1, 1),
    date(2026, 12, 31),
    Reference(date(2025, 9, 22), date(2025, 9, 24), DateBasis.INFERRED),
)

CLAIMS = (
    claim("c1", GAZETTE, "at least 8 gigawatts", quantity=quantity(8, "gigawatt", Bound.AT_LEAST), subject="Lumen"),
    claim(
        "c2", GAZETTE, "up to $40 billion", quantity=quantity(40 * 10**9, "USD", Bound.AT_MOST), status=Status.PLANNED
    ),
    claim("c3", GAZETTE, "as each gigawatt goes online", schedule=Schedule("gigawatt")),
    claim("c4", GAZETTE, "60 million", quantity=quantity(60_000_000, "person"), measure="weekly readers"),
    claim("c5", COURRIER, "au moins 8 gigawatts", quantity=quantity(8, "gigawatt", Bound.AT_LEAST)),
    claim("c6", COURRIER, "jusqu’à 40 milliards de dollars", quantity=quantity(40 * 10**9, "USD", Bound.AT_MOST)),
    claim("c7", COURRIER, "second semestre de 2026", when=HALF, predicate="start", predicate_text="commencent"),
    claim("c8", HOSTILE, "$5 billion per stage", quantity=quantity(5 * 10**9, "USD", scope=Scope.INSTALMENT)),
    claim("c9", HOSTILE, "$40 billion", quantity=quantity(40 * 10**9, "USD"), note="a headline number"),
    claim("c10", HOSTILE, "next year", when=NEXT_YEAR),
)

FACTS = (
    Fact("f1", "Weekly readers of Lumen", ClaimKind.QUANTITY, (Position(("c4",), 1),), (), Verdict.SINGLE, None,
         "c4", 1),
    Fact("f2", "Capacity of the turbines", ClaimKind.QUANTITY, (Position(("c1", "c5"), 2),), (), Verdict.AGREE,
         None, "c1", 2),
    Fact("f3", "Start of building", ClaimKind.DATE, (Position(("c7",), 1), Position(("c10",), 1)),
         (Relation(0, 1, RelationKind.REFINES, None, "The second half of 2026 lies within 2026."),), Verdict.REFINES,
         None, "c7", 2),
    Fact("f4", "Investment of Corvid in Lumen", ClaimKind.QUANTITY, (Position(("c2", "c6"), 2), Position(("c9",), 1)),
         (Relation(0, 1, RelationKind.COMPATIBLE, ConflictType.BOUND, "A limit and a flat number."),),
         Verdict.COMPATIBLE, ConflictType.BOUND, "c2", 3),
    Fact("f5", "Instalments of the investment", ClaimKind.SCHEDULE, (Position(("c3",), 1), Position(("c8",), 1)),
         (Relation(0, 1, RelationKind.CONFLICT, ConflictType.SCOPE, "By gigawatt or by amount."),), Verdict.CONFLICT,
         ConflictType.SCOPE, "c3", 2),
)  # fmt: skip

DERIVATION = "40 billion USD / 8 gigawatt = 5 billion USD per gigawatt"
FINDINGS = (
    Finding("CC101", Severity.INFO, "f2", "Two sources say that the capacity is at least 8 gigawatt.", ("c1", "c5")),
    Finding("CC103", Severity.WARNING, "f4", "The Gazette and Le Courrier state a limit where <b>Wire</b> [bold] "
            "states a flat number.", ("c2", "c6", "c9")),
    Finding("CC102", Severity.CONFLICT, "f5", "The Gazette lets the payments follow the gigawatts, the wire pays by "
            "amount; both hold if each gigawatt costs 5 billion USD.", ("c3", "c8", "c1", "c2"), DERIVATION),
    Finding("CC201", Severity.INFO, None, "The Gazette and Le Courrier share a sentence and count as one voice.",
            ("c1",)),
)  # fmt: skip

LINKS = (
    Link("c1", "c5", 6.5, (Evidence("value", 4.0, "Both are at least 8 gigawatt."),
                           Evidence("participants", 3.0, "Both name <Lumen>."),
                           Evidence("language", -0.5, "Two languages."))),
    Link("c1", "c2", 1.0, (Evidence("nearness", 1.0, "One article, two facts."),)),
    Link("c3", "c8", 2.0, (Evidence("participants", 2.0, "Both name\x00 Corvid."),)),
)  # fmt: skip


REPORT = Report(
    (GAZETTE, COURRIER, HOSTILE),
    CLAIMS,
    LINKS,
    FACTS,
    FINDINGS,
    (InputError("it is not valid UTF-8", "broken\u202e.txt", 3),),
)
