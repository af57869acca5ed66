"""Stories about invented places and firms: several articles whose sentences speak of the same things or of others."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from claimcheck import Article
from claimcheck.model import DateBasis

__all__ = ["PLACES", "articles", "sentences", "stories"]

PLACES = ("Velme", "Norrby", "Halsund")
_FIRMS = st.sampled_from(["Corvid", "Lumen", "Brandt Mills"])
_COUNTS = st.sampled_from([3, 12, 30, 31, 45, 400, 1_200, 1_250])
_BOUNDS = st.sampled_from(["", "about ", "at least ", "up to ", "more than "])
_DAYS = st.dates(date(2025, 3, 1), date(2025, 3, 4))

_FORMS = [
    "The flood in {place} killed {bound}{count} people.",
    "The bridge in {place} cost {bound}{count} million euros.",
    "{firm} employs {bound}{count} people in {place}.",
    "{firm} will invest {bound}{count} million dollars in a mill in {place}.",
    "The path to {place} is {bound}{count} kilometres long.",
    "{firm} opened its office in {place} on {day:%-d %B %Y}.",
    "The price of bread in {place} rose by {bound}{count} percent.",
]


@st.composite
def sentences(draw: st.DrawFn, places: tuple[str, ...] = PLACES) -> str:
    """Build a sentence with one claim or a few, on one of these places."""
    bound = draw(_BOUNDS)
    form = draw(st.sampled_from(_FORMS))
    count = f"{draw(_COUNTS):,}"
    return form.format(
        place=draw(st.sampled_from(places)), firm=draw(_FIRMS), count=count, bound=bound, day=draw(_DAYS)
    )


@st.composite
def articles(draw: st.DrawFn, name: str, places: tuple[str, ...] = PLACES) -> Article:
    """Build an article with a source of its own, with or without a day."""
    day = draw(st.none() | _DAYS)
    basis = DateBasis.UNKNOWN if day is None else DateBasis.METADATA
    text = " ".join(draw(st.lists(sentences(places), min_size=1, max_size=3, unique=True)))
    return Article(name, text, f"The {name} Post", language="en", published=day, published_from=basis)


@st.composite
def stories(draw: st.DrawFn, places: tuple[str, ...] = PLACES) -> list[Article]:
    """Build two to four articles."""
    return [draw(articles(name, places)) for name in "abcd"[: draw(st.integers(2, 4))]]
