"""The features of two claims, each of which looks at one property and gives evidence for or against one fact.

A weight is in bits, in the sense of Fellegi and Sunter (1969); the figures stand in `weights.toml`, with how they were
counted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from math import inf, log2

from claimcheck.adapters.rapidfuzz import phrase_similarity
from claimcheck.lang import amounts_of_one, measures_of_units, owned_measures, predicate_group
from claimcheck.link.corpus import Corpus
from claimcheck.link.values import SHARED_OUT, is_slip, is_toll, near
from claimcheck.model import Base, Bound, Claim, Quantity, Scope, Status, TimeRelation, When, describe
from claimcheck.units import is_currency, is_measure

__all__ = ["FEATURES", "OTHER_MEASURE", "STRANGER", "Clue", "Feature", "Weights", "story", "time", "value"]

_SAME_MEASURE = 0.75
_SMALL_COUNT = 20
_MORE_NAMES = 2
STRANGER = "stranger"
"""The feature of two claims of which each is about somebody whom the other does not name."""
OTHER_MEASURE = "other measure"
"""The feature of two claims of which each measures by name what the other does not."""
_STORY = 50
"""Articles among which names in common need not tell one story from another."""
_DISTANCE = "distance"
_SHARE = "share"
_AGE = "age"
"""The measure that belongs to one person only."""

_GAPS = (
    (Decimal("1.1"), "gap_tenth"),
    (Decimal("1.25"), "gap_quarter"),
    (Decimal(2), "gap_double"),
    (Decimal(5), "gap_fivefold"),
)
"""Quotients of the larger and the smaller of two values, and the observation that they stay below it."""

_WITHIN_A_STORY = frozenset({"gap_double", "gap_fivefold"})
"""How far a count that only grows may come while a story runs."""

Weights = Mapping[str, float]
"""One table of `weights.toml`: a weight by observation."""
Clue = tuple[str, float, Callable[[], str]]
"""A feature, its weight, and what says why: most pairs that are weighed are not linked, and nobody asks."""


def value(corpus: Corpus, weights: Weights, a: Claim, b: Claim) -> Clue | None:
    """Weigh equal values by how much they identify; a difference says little, or no conflict could be found."""
    left, right = a.quantity, b.quantity
    if left is None or right is None or left.base is None or right.base is None or left.base.unit != right.base.unit:
        return None  # two currencies: the reconcile stage converts, a link must not rest on a rate
    if Bound.VAGUE in {left.bound, right.bound}:
        return _vague(weights, left, right)
    closeness = near(left, right)
    if closeness is None:
        if is_slip(left, right):
            return "value", weights["value_slip"], lambda: "the digits are the same, the scale is not"
        is_growing = a.predicate == b.predicate and is_toll(a)
        return _gap(weights, left.base, right.base, is_growing=is_growing, is_count=corpus.counting[a.id])
    number = left.value or left.high or left.low or 0
    is_small = number <= _SMALL_COUNT and (left.base.unit in SHARED_OUT or not is_measure(left.unit))
    weight = weights["value_equal_small" if is_small else "value_equal"] if closeness == 1 else weights["value_near"]
    roles = max(corpus.uses[a.id], corpus.uses[b.id])
    return (
        "value",
        round(weight - log2(roles), 2),
        lambda: f"both are {describe.quantity(left)} to the precision stated",
    )


def _vague(weights: Weights, left: Quantity, right: Quantity) -> Clue | None:
    if (left.bound, left.low, left.high) == (right.bound, right.low, right.high):
        return "value", weights["vague_equal"], lambda: "both give the same vague count"
    if not left.interval.overlaps(right.interval):
        return "value", weights["vague_beyond"], lambda: "the number is out of reach of the vague count"
    return None


def _gap(weights: Weights, a: Base, b: Base, *, is_growing: bool, is_count: bool) -> Clue:
    """Weigh how far two values are apart: sources that disagree on one fact seldom differ by much."""
    if a.number is None or b.number is None or min(a.number, b.number) <= 0:
        return "gap", weights["gap_open"], lambda: "the values differ"
    quotient = max(a.number, b.number) / min(a.number, b.number)
    step = next((name for most, name in _GAPS if quotient < most), "gap_beyond")
    if is_growing and step in _WITHIN_A_STORY:
        step = "gap_growing"
    elif is_count and step == "gap_double" and abs(a.number - b.number) == 1:
        step = "gap_one"
    return "gap", weights[step], lambda: f"the values differ {quotient:.2f} times"


def time(corpus: Corpus, weights: Weights, a: Claim, b: Claim) -> Clue | None:
    """Weigh how two times stand to each other; half open ones reach too much to tell."""
    one, other = a.when, b.when
    if one is None or other is None:
        return None
    relation = one.relation(other)
    is_apart = relation is TimeRelation.DISJOINT and not one.may_be_same(other)
    if (one.form.clock is None) != (other.form.clock is None) and not is_apart:
        return "time", weights["clock_in_day"], lambda: "one gives the hour, the other only the day"
    match relation:
        case TimeRelation.EQUAL:
            roles = max(corpus.uses[a.id], corpus.uses[b.id])
            weight = round(weights["time_equal"] - 2 * log2(roles), 2)
            return "time", weight, lambda: f"both name {describe.when(one)}"
        case TimeRelation.WITHIN | TimeRelation.OVERLAPS if not (one.is_open or other.is_open):
            return "time", weights["time_touching"], lambda: "one time lies in the other"
        case TimeRelation.DISJOINT if not all(time.is_dated or time.is_open for time in (one, other)):
            return None  # days of no certain year: too little to hold two times for two events
        case TimeRelation.DISJOINT if not is_apart:
            return "time", 0.0, lambda: "the times are a day apart, and one was counted from the day of its article"
        case TimeRelation.DISJOINT:
            is_day = one.earliest == other.earliest  # apart by the clock alone
            return "time", weights["clock_apart" if is_day else "time_apart"], lambda: "the times are apart"
        case _:  # not on the calendar, or half open: what reaches that far touches too much to tell
            return _symbolic(weights, one, other)


def _symbolic(weights: Weights, a: When, b: When) -> Clue | None:
    """Compare times of which one has no calendar: a weekday that fits a day, or two that look the same way."""
    for bare, dated in ((a, b), (b, a)):
        if bare.form.weekday is not None and not bare.is_dated and dated.is_dated and dated.earliest == dated.latest:
            if dated.earliest is not None and dated.earliest.weekday() == bare.form.weekday:
                return "time", weights["weekday_fits"], lambda: "the weekday fits the day"
            return "time", weights["time_apart"], lambda: "another weekday"
    if a.named is not None and a.named == b.named:
        return "time", weights["time_touching"], lambda: "both name one time, of which one is open to a side"
    if a.form == b.form or a.form.direction * b.form.direction > 0:
        return "time", weights["time_alike"], lambda: "the same words for the time, or both look the same way"
    return None


def _predicate(corpus: Corpus, weights: Weights, a: Claim, b: Claim) -> Clue | None:
    if a.predicate is None or b.predicate is None:
        mine, theirs = ((claim.predicate_text or "").casefold() for claim in (a, b))
        if a.predicate == b.predicate and mine and mine == theirs and corpus.same_language(a, b):
            return "verb", weights["verb_same"], lambda: f"both say {mine!r}"
        return None
    if a.predicate == b.predicate:
        weight = weights["predicate_same"]
        if a.when is not None and a.predicate in predicate_group("milestones"):
            weight += weights["milestone"]
        return "predicate", weight, lambda: f"both say {a.predicate} ({a.predicate_text!r}, {b.predicate_text!r})"
    if a.measure_name is not None and a.measure_name == b.measure_name:  # what measures one thing may stand by any verb
        return None
    groups = (predicate_group(name) for name in (("price",) if a.when is None else ("harm", "completed")))
    is_kin = any(a.predicate in group and b.predicate in group for group in groups)
    weight = weights["predicate_kin" if is_kin else "predicate_other"]
    return "predicate", weight, lambda: f"one says {a.predicate}, the other {b.predicate}"


def _names(corpus: Corpus, weights: Weights, a: Claim, b: Claim) -> Clue | None:
    mine, theirs = corpus.participants(a), corpus.participants(b)
    if shared := mine & theirs:
        weight = weights["name_shared"] + weights["name_more"] * min(len(shared) - 1, _MORE_NAMES)
        return "name", round(weight, 2), lambda: f"both involve {', '.join(sorted(shared))}"
    if mine and theirs:
        return "name", weights["name_none"], lambda: "no name in common"
    return None


def story(corpus: Corpus, weights: Weights, a: Claim, b: Claim) -> Clue | None:
    """Weigh the names that two articles share: names that thousands of articles have tell no story from another."""
    if a.article == b.article or (expected := corpus.expected(a.article, b.article)) is None:
        return None
    if expected <= _STORY:
        return None
    if expected == inf:
        return "story", weights["other_story"], lambda: "the articles have no name in common"
    weight = max(weights["other_story"], -log2(expected / _STORY))
    why = f"some {expected:,.0f} articles have the names that these two share"
    return "story", round(weight, 2), lambda: why


def _subject(corpus: Corpus, weights: Weights, a: Claim, b: Claim) -> Clue | None:
    if a.subject_name is None or b.subject_name is None:
        return None
    mine, theirs = corpus.canonical[a.subject_name], corpus.canonical[b.subject_name]
    if mine == theirs:
        return "subject", weights["subject_same"], lambda: f"both are about {mine}"
    if a.measure_name == b.measure_name == _AGE:
        return "subject", weights["other_person"], lambda: f"the age of {mine} is not the age of {theirs}"
    if {a.measure_name, b.measure_name} <= owned_measures():
        return "subject", weights["other_owner"], lambda: f"what {mine} has is not what {theirs} has"
    why = f"one is about {mine}, the other about {theirs}"
    if mine not in corpus.participants(b) and theirs not in corpus.participants(a):
        return STRANGER, weights["subject_absent"], lambda: f"{why}, and neither names the other's"
    return "subject", weights["subject_other"], lambda: why


def _measure(corpus: Corpus, weights: Weights, a: Claim, b: Claim) -> Clue | None:
    mine, theirs = a.measure_name or a.measure, b.measure_name or b.measure
    if not mine or not theirs or a.quantity is None or b.quantity is None:
        return None
    if a.measure_name is not None and a.measure_name == b.measure_name and a.measure_name not in _common_measures():
        return "measure", weights["measure_named"], lambda: f"both measure the {a.measure_name}"
    if _are_other_measures(a, b):
        why = f"one measures the {a.measure_name}, the other the {b.measure_name}"
        return OTHER_MEASURE, weights["measure_other"], lambda: why
    if mine == theirs or phrase_similarity(mine, theirs) >= _SAME_MEASURE:
        return "measure", weights["measure_same"], lambda: f"both measure {mine!r}"
    if corpus.same_language(a, b) and not a.counts_people and not _count_one_thing(corpus, a, b):
        return "measure", weights["measure_other"], lambda: f"one measures {mine!r}, the other {theirs!r}"
    return None  # people wear many nouns


def _are_other_measures(a: Claim, b: Claim) -> bool:
    """Whether two claims measure by name what is never one; in money the price and the value of a deal may be."""
    mine, theirs = a.measure_name, b.measure_name
    if mine is None or theirs is None or mine == theirs or not _common_measures().isdisjoint((mine, theirs)):
        return False
    is_money = any(claim.quantity is not None and is_currency(claim.quantity.unit) for claim in (a, b))
    return not (is_money and {mine, theirs} <= amounts_of_one())


@cache
def _common_measures() -> frozenset[str]:
    """The measures that many things of one story have, and those that the unit of a block tells."""
    return frozenset({_AGE, _DISTANCE, _SHARE, *measures_of_units().values()})


def _count_one_thing(corpus: Corpus, a: Claim, b: Claim) -> bool:
    """Whether two claims count what one noun of the pack names, whatever words they have for it."""
    if a.quantity is None or b.quantity is None or not corpus.counting[a.id]:
        return False
    return a.quantity.unit == b.quantity.unit


def _alone(corpus: Corpus, weights: Weights, a: Claim, b: Claim) -> Clue | None:
    """Weigh that two articles give one value each of one kind: one toll of what happened, or one length."""
    kind = corpus.kinds[a.id]
    if kind is None or kind != corpus.kinds[b.id] or a.article == b.article:
        return None
    if corpus.given[a.article, kind] != 1 or corpus.given[b.article, kind] != 1:
        return None
    if is_toll(a):
        return "toll", weights["toll_alone"], lambda: f"each article gives one toll of what {kind} says"
    if a.quantity is not None and b.quantity is not None and near(a.quantity, b.quantity) is None:
        return "alone", weights["unit_alone"], lambda: f"each article gives one value in {kind}"
    return None


def _scope(_: Corpus, weights: Weights, a: Claim, b: Claim) -> Clue | None:
    one, other = a.quantity, b.quantity
    if one is None or other is None or one.scope is other.scope:
        return None
    scopes = {one.scope, other.scope}
    is_other_part = Scope.SHARE in scopes and near(one, other) is None
    if is_other_part or scopes & {Scope.INSTALMENT, Scope.CHANGE}:
        return "scope", weights["scope_other"], lambda: f"one is a {one.scope}, the other a {other.scope}"
    return None


def _period(_: Corpus, weights: Weights, a: Claim, b: Claim) -> Clue | None:
    """Weigh the times that two quantities belong to: the profit of one year is not that of another."""
    one, other = a.period, b.period
    if one is None or other is None or {a.predicate, b.predicate} & predicate_group("news"):
        return None  # the day of the news
    if not (a.may_recur and b.may_recur) and {a.predicate, b.predicate} & predicate_group("decided"):
        return None  # the day of a deed is no period of its number
    match one.relation(other):
        case TimeRelation.DISJOINT if not one.may_be_same(other):
            return "period", weights["period_other"], lambda: f"one is of {a.as_of!r}, the other of {b.as_of!r}"
        case TimeRelation.EQUAL:
            return "period", weights["period_same"], lambda: f"both are of {describe.when(one)}"
    return None


def _object(corpus: Corpus, weights: Weights, a: Claim, b: Claim) -> Clue | None:
    if a.object_name is None or b.object_name is None:
        return None
    mine, theirs = corpus.canonical[a.object_name], corpus.canonical[b.object_name]
    if mine == theirs:
        return "object", weights["object_same"], lambda: f"both go to {mine}"
    if mine not in corpus.participants(b) and theirs not in corpus.participants(a):
        return STRANGER, weights["object_other"], lambda: f"one goes to {mine}, the other to {theirs}"
    return None


def _trend(_: Corpus, weights: Weights, a: Claim, b: Claim) -> Clue | None:
    one, other = (None if claim.quantity is None else claim.quantity.trend for claim in (a, b))
    if one is None or other is None or one is other:
        return None
    return "trend", weights["trend_other"], lambda: "one is a rise, the other a fall"


def _status(_: Corpus, weights: Weights, a: Claim, b: Claim) -> Clue | None:
    if a.status is b.status:
        return None
    both = (a.status, b.status)
    if Status.NEGATED in both:
        return "status", weights["denied"], lambda: "one is denied"
    if Status.HEDGED in both:
        return "status", weights["hedged"], lambda: "one says only what may be"
    if Status.PLANNED in both and a.when is not None and a.predicate != b.predicate:
        return "status", weights["planned"], lambda: "one is planned, the other is something else"
    return None


def _context(corpus: Corpus, weights: Weights, a: Claim, b: Claim) -> Clue | None:
    """Weigh the content words that two sentences of one language share, rare ones more (a cosine)."""
    if not a.context or not b.context or not corpus.same_language(a, b):
        return None
    shared = a.context & b.context
    if not shared:
        return "context", weights["context_none"], lambda: "the sentences share no word"
    rarity, theirs = (corpus.rarity[corpus.stories[claim.article]] for claim in (a, b))
    cosine = sum(rarity[word] * theirs[word] for word in shared) / (corpus.norms[a.id] * corpus.norms[b.id])
    weight = min(weights["context_most"], weights["context_base"] + weights["context_slope"] * cosine)

    def why() -> str:
        return f"shared words: {', '.join(sorted(shared, key=lambda word: (-rarity[word], word))[:3])}"

    return "context", round(weight, 2), why


Feature = Callable[[Corpus, Weights, Claim, Claim], Clue | None]
"""Looks at one property of two claims of one block, and says nothing where it tells nothing."""
FEATURES: tuple[Feature, ...] = (
    value,
    time,
    _predicate,
    _names,
    story,
    _subject,
    _object,
    _measure,
    _alone,
    _period,
    _scope,
    _trend,
    _status,
    _context,
)
