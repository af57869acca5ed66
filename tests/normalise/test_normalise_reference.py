"""The day of an article: stated in its text, or inferred from others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

import claimcheck
from claimcheck.model import (
    Article,
    Claim,
    ClaimKind,
    DateBasis,
    Granularity,
    Link,
    Quantity,
    Reference,
    Status,
    TimeForm,
    When,
    WhenKind,
)
from claimcheck.normalise import infer_references, reference_in_text, resolve_times, stated_reference

BODY = "\nCorvid opened a plant in Norrby. It cost 30 million dollars."


def stated(text: str, **fields: Any) -> Reference | None:
    article = replace(Article("a", text, language="en"), **fields)
    return stated_reference(article, claimcheck.extract(Article("a", text, language="en")))


STAMPS = [
    "2025-09-23",
    "September 23, 2025",
    "23 September 2025",
    "Sept. 23, 2025",
    "Tuesday, September 23, 2025",
    "9/23/2025",
    "Published on September 23, 2025",
    "Updated on 23 September 2025 at 11:05 p.m.",
    "By Ann Lee | September 23, 2025",
    "NORRBY, Sept. 23, 2025",
    "A headline about plants\n\nBy Ann Lee\n23 September 2025",
    "Posted: Sept. 23, 2025 10:35 AM ET Updated: Sept. 24, 2025 7:15 PM ET",
    "Updated 9/23/2025 6:04 PM",
    "Tuesday, September 23-2025 at 16:12",
    f"{'x' * 28} September 23, 2025",
    "https://herald.example/2025/09/23/plant-opens",
    "https://herald.example/news/2025-09-23-plant_opens.htm",
    "https://herald.example/2025/02/31/2025/09/23/plant-opens",
    "https://herald.example/2025/09/25/plant-opens\nSeptember 23, 2025",
]


@pytest.mark.parametrize("stamp", STAMPS)
def test_a_date_stamp_dates_the_article(stamp: str) -> None:
    day = date(2025, 9, 23)
    assert stated(stamp + BODY) == Reference(day, day, DateBasis.TEXT)


def test_a_date_stamp_may_be_all_that_follows_the_headline() -> None:
    day = date(2025, 9, 23)
    assert stated("A headline about plants\nSeptember 23, 2025") == Reference(day, day, DateBasis.TEXT)


NO_STAMPS = [
    pytest.param("A headline about plants", id="no date"),
    pytest.param("September 2025", id="only a month"),
    pytest.param("September 23", id="no year"),
    pytest.param("Tuesday", id="only a weekday"),
    pytest.param("https://herald.example/2025/13/23/plant-opens", id="an address with no day of the calendar"),
    pytest.param("https://herald.example/20250923/31", id="an address with a number"),
    pytest.param("See https://herald.example/2025/09/23/plant for more", id="an address in a sentence"),
    pytest.param("31 June 2025", id="a day on no calendar"),
    pytest.param("A long headline that recalls what happened on September 23, 2025", id="a date in a sentence"),
    pytest.param("1\n2\n3\n4\n5\n6\nSeptember 23, 2025", id="below the head"),
    pytest.param("It shuts on September 23, 2025.", id="a short sentence"),
    pytest.param("Plant opens on September 23, 2025", id="a title that says what happens"),
    pytest.param(f"{'x' * 31} September 23, 2025", id="more words than a stamp has"),
]


@pytest.mark.parametrize("head", NO_STAMPS)
def test_what_is_no_date_stamp_dates_nothing(head: str) -> None:
    assert stated(head + BODY) is None


def test_the_web_address_of_an_article_dates_it() -> None:
    day = date(2025, 9, 23)
    assert stated(BODY, url="https://herald.example/2025/09/23/plant") == Reference(day, day, DateBasis.TEXT)
    assert stated(BODY, url="https://herald.example/plant") is None


@pytest.mark.parametrize(
    ("head", "url", "day"),
    [
        ("September 23, 2025", "https://herald.example/2025/05/02/plant", date(2025, 9, 23)),
        ("A headline about plants", "https://herald.example/2025/05/02/plant", None),
        ("https://herald.example/2025/05/02/plant", None, None),
    ],
)
def test_the_head_of_a_text_gives_its_stamp_and_no_address(head: str, url: str | None, day: date | None) -> None:
    article = Article("a", head + BODY, url=url, language="en", published=date(2025, 9, 20))
    found = reference_in_text(article, claimcheck.extract(Article("a", article.text, language="en")))
    assert found == (None if day is None else Reference(day, day, DateBasis.TEXT))


@pytest.mark.parametrize("basis", [DateBasis.GIVEN, DateBasis.METADATA])
def test_a_given_day_comes_before_a_stamp(basis: DateBasis) -> None:
    given = stated("September 23, 2025" + BODY, published=date(2025, 9, 25), published_from=basis)
    assert given == Reference(date(2025, 9, 25), date(2025, 9, 25), basis)


# ---------------------------------------------------------------- inferring

MONDAY_22 = Reference(date(2025, 9, 22), date(2025, 9, 22), DateBasis.GIVEN)


def point(name: str, status: Status = Status.STATED, predicate: str | None = "announce", **fields: Any) -> Claim:
    """Make a claim of a time; its name starts with the id of its article, and its place follows from the name."""
    form = TimeForm(WhenKind.POINT, Granularity.DAY, **fields)
    claim = Claim(name, name[0], ClaimKind.DATE, 0, 1, name, (0, 9), when=When(form), status=status)
    return resolve_times([replace(claim, predicate=predicate)], None)[0]


def count(name: str) -> Claim:
    quantity = Quantity(Decimal(3), Decimal(3), Decimal(3), "plant")
    return Claim(name, name[0], ClaimKind.QUANTITY, 0, 1, name, (0, 9), quantity=quantity)


def infer(
    claims: Sequence[Claim], links: Sequence[tuple[str, str]] = (), known: dict[str, Reference] | None = None
) -> tuple[dict[str, Reference], frozenset[frozenset[str]]]:
    articles = [Article(name, "") for name in sorted({claim.article for claim in claims})]
    held = [Link(a, b, 5.0, ()) for a, b in links]
    return infer_references(articles, {claim.id: claim for claim in claims}, held, known or {})


def test_a_weekday_linked_to_a_day_dates_its_article() -> None:
    claims = [point("a1", weekday=0), point("b1", predicate=None, year=2025, month=9, day=22)]
    found, dated_by = infer(claims, [("a1", "b1")])
    assert found == {"a": Reference(date(2025, 9, 22), date(2025, 9, 28), DateBasis.INFERRED)}
    assert dated_by == {frozenset({"a1", "b1"})}
    assert infer(claims, [("b1", "a1")]) == (found, dated_by)


def test_a_weekday_is_held_against_a_dated_article_whichever_comes_first() -> None:
    claims = [point("a1", weekday=0), point("b1", predicate=None, year=2025, month=9, day=22)]
    for link in (("a1", "b1"), ("b1", "a1")):
        found, _ = infer(claims, [link], {"b": MONDAY_22})
        assert found == {"a": Reference(date(2025, 9, 22), date(2025, 9, 28), DateBasis.INFERRED)}


def test_a_number_linked_to_a_day_dates_nothing() -> None:
    claims = [count("a1"), point("b1", predicate=None, year=2025, month=9, day=22)]
    assert infer(claims, [("a1", "b1")]) == ({}, frozenset())


def test_the_article_that_dated_another_is_dated_by_its_lead_alone() -> None:
    claims = [point("a1", weekday=0), point("b1", year=2025, month=9, day=22)]
    found, _ = infer(claims, [("a1", "b1")])
    assert found["b"] == Reference(date(2025, 9, 22), date(2025, 10, 6), DateBasis.INFERRED)


SEPTEMBER_FORM = TimeForm(WhenKind.INTERVAL, Granularity.MONTH, year=2025, month=9)
SEPTEMBER = resolve_times([replace(point("a1"), when=When(SEPTEMBER_FORM))], None)[0]

NO_DATING = [
    pytest.param({"weekday": 1}, {}, id="another weekday"),
    pytest.param({"weekday": 0, "count": -1}, {}, id="last Monday"),
    pytest.param({"weekday": 0, "month": 9, "day": 22}, {}, id="a weekday with its day"),
    pytest.param({"month": 9, "day": 22}, {}, id="no weekday"),
    pytest.param({"weekday": 0}, {"status": Status.PLANNED}, id="a plan"),
]


@pytest.mark.parametrize(("fields", "more"), NO_DATING)
def test_other_times_date_nothing(fields: dict[str, Any], more: dict[str, Any]) -> None:
    claims = [point("a1", **more, **fields), point("b1", predicate=None, year=2025, month=9, day=22)]
    assert infer(claims, [("a1", "b1")]) == ({}, frozenset())


def test_a_dated_article_is_not_dated_again() -> None:
    claims = [point("a1", weekday=0), point("b1", predicate=None, year=2025, month=9, day=22)]
    assert infer(claims, [("a1", "b1")], {"a": MONDAY_22}) == ({}, frozenset())


def test_a_weekday_of_the_same_article_dates_nothing() -> None:
    claims = [point("a1", weekday=0), point("a2", predicate=None, year=2025, month=9, day=22)]
    assert infer(claims, [("a1", "a2")]) == ({}, frozenset())


@pytest.mark.parametrize(
    ("claim", "is_dated"),
    [
        (point("a1", year=2025, month=9, day=22), True),
        (point("a1", Status.DONE, year=2025, month=9, day=22), True),
        (point("a1", Status.PLANNED, year=2025, month=9, day=22), False),
        (point("a1", predicate="build", year=2025, month=9, day=22), False),
        (point("a1", month=9, day=22), False),
        (SEPTEMBER, False),
    ],
)
def test_news_announced_on_a_day_in_its_lead_is_of_that_day_or_soon_after(claim: Claim, is_dated: bool) -> None:  # noqa: FBT001  # a case of a table
    expected = {"a": Reference(date(2025, 9, 22), date(2025, 10, 6), DateBasis.INFERRED)} if is_dated else {}
    assert infer([claim]) == (expected, frozenset())


@pytest.mark.parametrize(("start", "is_dated"), [(590, True), (600, False)])
def test_a_day_far_below_the_head_dates_nothing_though_nothing_else_is_claimed(start: int, is_dated: bool) -> None:  # noqa: FBT001
    late = replace(point("a1", year=2025, month=9, day=22), sentence=(start, start + 90), start=start + 20)
    assert ("a" in infer([late])[0]) is is_dated


def test_a_day_below_the_lead_dates_nothing() -> None:
    lead = [replace(count(f"a{n}"), sentence=(n, n + 1)) for n in range(3)]
    late = replace(point("a9", year=2025, month=9, day=22), sentence=(9, 10), start=9)
    assert infer([*lead, late]) == ({}, frozenset())
    assert "a" in infer([*lead[:2], late])[0]


def test_two_shared_facts_date_an_article_like_its_fellow() -> None:
    claims = [count("a1"), count("a2"), count("b1"), count("b2")]
    links = [("a1", "b1"), ("b2", "a2")]
    expected = Reference(date(2025, 9, 22), date(2025, 10, 6), DateBasis.INFERRED)
    assert infer(claims, links, {"b": MONDAY_22}) == ({"a": expected}, frozenset())


SINGLE_LINKS = [
    pytest.param([("a1", "b1")], id="one shared fact"),
    pytest.param([("a1", "b1"), ("a1", "b2")], id="one fact stated twice there"),
    pytest.param([("a1", "b1"), ("a2", "c1")], id="one shared fact with each of two"),
    pytest.param([("a1", "b1"), ("a3", "b3")], id="the second is a time"),
]


@pytest.mark.parametrize("links", SINGLE_LINKS)
def test_fewer_shared_facts_date_nothing(links: list[tuple[str, str]]) -> None:
    times = [point("a3", predicate=None, weekday=1), point("b3", predicate=None, weekday=1)]
    claims = [count(name) for name in ("a1", "a2", "b1", "b2", "c1")] + times
    assert infer(claims, links, {"b": MONDAY_22, "c": MONDAY_22})[0] == {}


DATELINES = [
    pytest.param("NORRBY, Sept. 24 (Corvid) - Corvid", 8, (9, 24), date(2025, 9, 24), id="in the span"),
    pytest.param("NORRBY, Oct. 6 (Corvid) - Corvid", 8, (10, 6), date(2025, 10, 6), id="on its last day"),
    pytest.param("NORRBY, Oct. 7 (Corvid) - Corvid", 8, (10, 7), None, id="a day after it"),
    pytest.param(
        "A plant that was long to open is open at last\nNORRBY, Sept. 24 (Corvid) - Corvid",
        54,
        (9, 24),
        date(2025, 9, 24),
        id="below a headline",
    ),
    pytest.param("NORRBY, Dec. 24 (Corvid) - Corvid", 8, (12, 24), None, id="out of the span"),
    pytest.param("A plant that was to open in Norrby in the week of Sept. 24", 51, (9, 24), None, id="in a sentence"),
]


@pytest.mark.parametrize(("text", "start", "named", "expected"), DATELINES)
def test_a_dateline_without_a_year_picks_a_day_of_the_span(
    text: str, start: int, named: tuple[int, int], expected: date | None
) -> None:
    month, day = named
    dateline = replace(point("a0", predicate=None, month=month, day=day), start=start)
    shared = [replace(count(name), start=90) for name in ("a1", "a2", "b1", "b2")]
    claims = {claim.id: claim for claim in (dateline, *shared)}
    links = [Link("a1", "b1", 5.0, ()), Link("a2", "b2", 5.0, ())]
    articles = [Article("a", text), Article("b", "", published=MONDAY_22.earliest)]
    found, _ = infer_references(articles, claims, links, {"b": MONDAY_22})
    ends = (expected, expected) if expected else (date(2025, 9, 22), date(2025, 10, 6))
    assert found["a"] == Reference(*ends, DateBasis.INFERRED)


def test_an_article_between_two_dated_ones_may_be_of_either_day() -> None:
    claims = [count(f"{article}{n}") for article in "abc" for n in (1, 2)]
    links = [(f"a{n}", f"{other}{n}") for other in "bc" for n in (1, 2)]
    later = Reference(date(2025, 10, 30), date(2025, 10, 30), DateBasis.METADATA)
    found, _ = infer(claims, links, {"b": MONDAY_22, "c": later})
    assert found == {"a": Reference(date(2025, 9, 22), date(2025, 10, 30), DateBasis.INFERRED)}


def test_two_weekdays_narrow_the_day_of_an_article() -> None:
    claims = [
        point("a1", weekday=0),
        point("a2", weekday=2),
        point("b1", predicate=None, year=2025, month=9, day=22),
        point("b2", predicate=None, year=2025, month=9, day=24),
    ]
    found, used = infer(claims, [("a1", "b1"), ("a2", "b2")])
    assert found == {"a": Reference(date(2025, 9, 24), date(2025, 9, 28), DateBasis.INFERRED)}
    assert used == {frozenset(("a1", "b1")), frozenset(("a2", "b2"))}


def test_two_weekdays_may_leave_one_day() -> None:
    claims = [
        point("a1", weekday=0),
        point("a2", weekday=6),
        point("b1", predicate=None, year=2025, month=9, day=22),
        point("b2", predicate=None, year=2025, month=9, day=28),
    ]
    found, _ = infer(claims, [("a1", "b1"), ("a2", "b2")])
    assert found == {"a": Reference(date(2025, 9, 28), date(2025, 9, 28), DateBasis.INFERRED)}


def test_weekdays_that_speak_against_each_other_date_nothing() -> None:
    claims = [
        point("a1", weekday=0),
        point("a2", weekday=0),
        point("b1", predicate=None, year=2025, month=9, day=22),
        point("b2", predicate=None, year=2025, month=9, day=29),
    ]
    assert infer(claims, [("a1", "b1"), ("a2", "b2")]) == ({}, frozenset())
