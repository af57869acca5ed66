"""The features of two claims, each of which looks at one property and gives evidence for or against one fact.

A weight is in bits, in the sense of Fellegi and Sunter (1969); the figures stand in `weights.toml`, with how they were
counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from math import log2, prod

from claimcheck.adapters.rapidfuzz import phrase_similarity
from claimcheck.lang import measures_of_units, owned_measures, predicate_group
from claimcheck.link.corpus import Corpus
from claimcheck.link.values import SHARED_OUT, counts_things, is_slip, is_toll, kind_given, near
from claimcheck.model import Base, Bound, Claim, Evidence, Quantity, Scope, Status, TimeRelation, describe
from claimcheck.units import is_currency, is_measure

__all__ = ["FEATURES", "OTHER_MEASURE", "STRANGER", "Feature", "Weights"]

_SAME_MEASURE = 0.75
_SMALL_COUNT = 20
_MORE_NAMES = 2
STRANGER = "stranger"
"""The feature of two claims of which each is about somebody whom the other does not name."""
OTHER_MEASURE = "other measure"
"""The feature of two claims of which each measures by name what the other does not."""
_LEAST_WORD = 4
_STORY = 50
"""Articles among which names in common need not tell one story from another."""
_CORPUS = 0.5
"""The share of all articles from which on a name is what the corpus is about."""
_TELLING = 4
"""The rarest names that two articles share which are taken to be independent."""
_DISTANCE = "distance"
_SHARE = "share"
_AGE = "age"
"""The measure that belongs to one person only."""

_GAPS = (("1.1", "gap_tenth"), ("1.25", "gap_quarter"), ("2", "gap_double"), ("5", "gap_fivefold"))
"""Quotients of the larger and the smaller of two values, and the observation that they stay below it."""

_WITHIN_A_STORY = frozenset({"gap_double", "gap_fivefold"})
"""How far a count that only grows may come while a story runs."""

Weights = Mapping[str, float]
"""One table of `weights.toml`: a weight by observation."""


def _value(corpus: Corpus, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    """Weigh equal values by how much they identify; a difference says little, or no conflict could be found."""
    left, right = a.quantity, b.quantity
    if left is None or right is None or left.base is None or right.base is None or left.base.unit != right.base.unit:
        return  # two currencies: the reconcile stage converts, a link must not rest on a rate
    if Bound.VAGUE in {left.bound, right.bound}:
        yield from _vague(weights, left, right)
        return
    closeness = near(left, right)
    if closeness is None:
        if is_slip(left, right):
            yield Evidence("value", weights["value_slip"], "the digits are the same, the scale is not")
        else:
            is_growing = is_toll(a) and a.predicate == b.predicate
            yield _gap(weights, left.base, right.base, is_growing=is_growing, is_count=counts_things(a))
        return
    number = left.value or left.high or left.low or 0
    is_small = number <= _SMALL_COUNT and (left.base.unit in SHARED_OUT or not is_measure(left.unit))
    weight = weights["value_equal_small" if is_small else "value_equal"] if closeness == 1 else weights["value_near"]
    roles = max(corpus.uses[a.id], corpus.uses[b.id])
    yield Evidence(
        "value", round(weight - log2(roles), 2), f"both are {describe.quantity(left)} to the precision stated"
    )


def _vague(weights: Weights, left: Quantity, right: Quantity) -> Iterator[Evidence]:
    if (left.bound, left.low, left.high) == (right.bound, right.low, right.high):
        yield Evidence("value", weights["vague_equal"], "both give the same vague count")
    elif not left.interval.overlaps(right.interval):
        yield Evidence("value", weights["vague_beyond"], "the number is out of reach of the vague count")


def _gap(weights: Weights, a: Base, b: Base, *, is_growing: bool, is_count: bool) -> Evidence:
    """Weigh how far two values are apart: sources that disagree on one fact seldom differ by much."""
    if a.number is None or b.number is None or min(a.number, b.number) <= 0:
        return Evidence("gap", weights["gap_open"], "the values differ")
    quotient = max(a.number, b.number) / min(a.number, b.number)
    step = next((name for most, name in _GAPS if quotient < Decimal(most)), "gap_beyond")
    if is_growing and step in _WITHIN_A_STORY:
        step = "gap_growing"
    elif is_count and step == "gap_double" and abs(a.number - b.number) == 1:
        step = "gap_one"
    return Evidence("gap", weights[step], f"the values differ {quotient:.2f} times")


def _time(corpus: Corpus, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    if a.when is None or b.when is None:
        return
    relation = a.when.relation(b.when)
    is_apart = relation is TimeRelation.DISJOINT and not a.when.may_be_same(b.when)
    if (a.when.form.clock is None) != (b.when.form.clock is None) and not is_apart:
        yield Evidence("time", weights["clock_in_day"], "one gives the hour, the other only the day")
        return
    match relation:
        case TimeRelation.EQUAL:
            roles = max(corpus.uses[a.id], corpus.uses[b.id])
            yield Evidence(
                "time", round(weights["time_equal"] - 2 * log2(roles), 2), f"both name {describe.when(a.when)}"
            )
        case TimeRelation.WITHIN | TimeRelation.OVERLAPS if not (a.when.is_open or b.when.is_open):
            yield Evidence("time", weights["time_touching"], "one time lies in the other")
        case TimeRelation.DISJOINT if not is_apart:
            yield Evidence("time", 0.0, "the times are a day apart, and one was counted from the day of its article")
        case TimeRelation.DISJOINT:
            is_day = a.when.earliest == b.when.earliest  # apart by the clock alone
            weight = weights["clock_apart" if is_day else "time_apart"]
            yield Evidence("time", weight, "the times are apart")
        case _:  # not on the calendar, or half open: what reaches that far touches too much to tell
            yield from _symbolic(weights, a, b)


def _symbolic(weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    """Compare times of which one has no calendar: a weekday that fits a day, or two that look the same way."""
    if a.when is None or b.when is None:
        return
    for bare, dated in ((a.when, b.when), (b.when, a.when)):
        if bare.form.weekday is not None and not bare.is_dated and dated.is_dated and dated.earliest == dated.latest:
            if dated.earliest is not None and dated.earliest.weekday() == bare.form.weekday:
                yield Evidence("time", weights["weekday_fits"], "the weekday fits the day")
            else:
                yield Evidence("time", weights["time_apart"], "another weekday")
            return
    if a.when.named is not None and a.when.named == b.when.named:
        yield Evidence("time", weights["time_touching"], "both name one time, of which one is open to a side")
    elif a.when.form == b.when.form or a.when.form.direction * b.when.form.direction > 0:
        yield Evidence("time", weights["time_alike"], "the same words for the time, or both look the same way")


def _predicate(corpus: Corpus, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    if a.predicate is None or b.predicate is None:
        mine, theirs = ((claim.predicate_text or "").casefold() for claim in (a, b))
        if a.predicate == b.predicate and mine and mine == theirs and corpus.same_language(a, b):
            yield Evidence("verb", weights["verb_same"], f"both say {mine!r}")
        return
    if a.predicate == b.predicate:
        why = f"both say {a.predicate} ({a.predicate_text!r}, {b.predicate_text!r})"
        weight = weights["predicate_same"]
        if a.when is not None and a.predicate in predicate_group("milestones"):
            weight += weights["milestone"]
        yield Evidence("predicate", weight, why)
    elif a.measure_name is None or a.measure_name != b.measure_name:  # what measures one thing may stand by any verb
        groups = (predicate_group(name) for name in (("price",) if a.when is None else ("harm", "completed")))
        is_kin = any(a.predicate in group and b.predicate in group for group in groups)
        why = f"one says {a.predicate}, the other {b.predicate}"
        yield Evidence("predicate", weights["predicate_kin" if is_kin else "predicate_other"], why)


def _names(corpus: Corpus, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    mine, theirs = corpus.participants(a), corpus.participants(b)
    shared = sorted(mine & theirs)
    if shared:
        weight = weights["name_shared"] + weights["name_more"] * min(len(shared) - 1, _MORE_NAMES)
        yield Evidence("name", round(weight, 2), f"both involve {', '.join(shared)}")
    elif mine and theirs:
        yield Evidence("name", weights["name_none"], "no name in common")


def _story(corpus: Corpus, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    """Weigh the names that two articles share: names that thousands of articles have tell no story from another."""
    if a.article == b.article:
        return
    mine, theirs = (corpus.names.get(claim.article, frozenset()) for claim in (a, b))
    if not mine or not theirs:
        return
    size, held = len(corpus.languages), corpus.holders
    if mine.isdisjoint(theirs) and _words(mine).isdisjoint(_words(theirs)):
        yield Evidence("story", weights["other_story"], "the articles have no name in common")
    if size <= _STORY:
        return
    shares = sorted(held[name] / size for name in mine & theirs)
    if shares and shares[-1] <= _CORPUS and (expected := size * prod(shares[:_TELLING])) > _STORY:
        weight = max(weights["other_story"], -log2(expected / _STORY))
        yield Evidence("story", round(weight, 2), f"some {expected:,.0f} articles have the names that these two share")


@lru_cache(maxsize=4096)
def _words(names: frozenset[str]) -> frozenset[str]:
    """Return the longer words of names: "Leeds Castle" and "Leeds" are of one story, if not one name."""
    return frozenset(word for name in names for word in name.split() if len(word) >= _LEAST_WORD)


def _subject(corpus: Corpus, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    if a.subject_name is None or b.subject_name is None:
        return
    mine, theirs = corpus.canonical[a.subject_name], corpus.canonical[b.subject_name]
    if mine == theirs:
        yield Evidence("subject", weights["subject_same"], f"both are about {mine}")
    elif a.measure_name == b.measure_name == _AGE:
        yield Evidence("subject", weights["other_person"], f"the age of {mine} is not the age of {theirs}")
    elif {a.measure_name, b.measure_name} <= owned_measures():
        yield Evidence("subject", weights["other_owner"], f"what {mine} has is not what {theirs} has")
    else:
        is_absent = mine not in corpus.participants(b) and theirs not in corpus.participants(a)
        why = f"one is about {mine}, the other about {theirs}"
        if is_absent:
            yield Evidence(STRANGER, weights["subject_absent"], f"{why}, and neither names the other's")
        else:
            yield Evidence("subject", weights["subject_other"], why)


def _measure(corpus: Corpus, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    mine, theirs = a.measure_name or a.measure, b.measure_name or b.measure
    if not mine or not theirs or a.quantity is None or b.quantity is None:
        return
    if a.measure_name is not None and a.measure_name == b.measure_name and a.measure_name not in _common_measures():
        yield Evidence("measure", weights["measure_named"], f"both measure the {a.measure_name}")
    elif _are_other_measures(a, b):
        why = f"one measures the {a.measure_name}, the other the {b.measure_name}"
        yield Evidence(OTHER_MEASURE, weights["measure_other"], why)
    elif phrase_similarity(mine, theirs) >= _SAME_MEASURE:
        yield Evidence("measure", weights["measure_same"], f"both measure {mine!r}")
    elif corpus.same_language(a, b) and not a.counts_people and not _count_one_thing(a, b):  # people wear many nouns
        why = f"one measures {mine!r}, the other {theirs!r}"
        yield Evidence("measure", weights["measure_other"], why)


def _are_other_measures(a: Claim, b: Claim) -> bool:
    """Whether two claims measure by name what is never one; the price and the value of a deal may be, in money."""
    names = {a.measure_name, b.measure_name}
    is_money = any(claim.quantity is not None and is_currency(claim.quantity.unit) for claim in (a, b))
    return len(names) > 1 and None not in names and names.isdisjoint(_common_measures()) and not is_money


@cache
def _common_measures() -> frozenset[str]:
    """The measures that many things of one story have, and those that the unit of a block tells."""
    return frozenset({_AGE, _DISTANCE, _SHARE, *measures_of_units().values()})


def _count_one_thing(a: Claim, b: Claim) -> bool:
    """Whether two claims count what one noun of the pack names, whatever words they have for it."""
    return counts_things(a) and a.quantity is not None and b.quantity is not None and a.quantity.unit == b.quantity.unit


def _alone(corpus: Corpus, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    """Weigh that two articles give one value each of one kind: one toll of what happened, or one length."""
    kind = kind_given(a)
    if a.article == b.article or kind is None or kind != kind_given(b):
        return
    if all(corpus.given[claim.article, kind] == 1 for claim in (a, b)):
        if is_toll(a):
            yield Evidence("toll", weights["toll_alone"], f"each article gives one toll of what {kind} says")
        elif a.quantity is not None and b.quantity is not None and near(a.quantity, b.quantity) is None:
            yield Evidence("alone", weights["unit_alone"], f"each article gives one value in {kind}")


def _scope(_: Corpus, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    if a.quantity is None or b.quantity is None or a.quantity.scope is b.quantity.scope:
        return
    scopes = {a.quantity.scope, b.quantity.scope}
    is_other_part = Scope.SHARE in scopes and near(a.quantity, b.quantity) is None
    if is_other_part or scopes & {Scope.INSTALMENT, Scope.CHANGE}:
        why = f"one is a {a.quantity.scope}, the other a {b.quantity.scope}"
        yield Evidence("scope", weights["scope_other"], why)


def _period(_: Corpus, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    """Weigh the times that two quantities belong to: the profit of one year is not that of another."""
    events = predicate_group("decided") | predicate_group("news")
    if a.period is None or b.period is None or {a.predicate, b.predicate} & events:
        return  # the day of a deed is no period of its number
    match a.period.relation(b.period):
        case TimeRelation.DISJOINT if not a.period.may_be_same(b.period):
            yield Evidence("period", weights["period_other"], f"one is of {a.as_of!r}, the other of {b.as_of!r}")
        case TimeRelation.EQUAL:
            yield Evidence("period", weights["period_same"], f"both are of {describe.when(a.period)}")


def _object(corpus: Corpus, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    if a.object_name is None or b.object_name is None:
        return
    mine, theirs = corpus.canonical[a.object_name], corpus.canonical[b.object_name]
    if mine == theirs:
        yield Evidence("object", weights["object_same"], f"both go to {mine}")
    elif mine not in corpus.participants(b) and theirs not in corpus.participants(a):
        yield Evidence(STRANGER, weights["object_other"], f"one goes to {mine}, the other to {theirs}")


def _trend(_: Corpus, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    trends = {claim.quantity.trend for claim in (a, b) if claim.quantity is not None}
    if len(trends) > 1 and None not in trends:
        yield Evidence("trend", weights["trend_other"], "one is a rise, the other a fall")


def _status(_: Corpus, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    if a.status is b.status:
        return
    if Status.NEGATED in {a.status, b.status}:
        yield Evidence("status", weights["denied"], "one is denied")
    elif Status.HEDGED in {a.status, b.status}:
        yield Evidence("status", weights["hedged"], "one says only what may be")
    elif Status.PLANNED in {a.status, b.status} and a.when is not None and a.predicate != b.predicate:
        yield Evidence("status", weights["planned"], "one is planned, the other is something else")


def _context(corpus: Corpus, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    """Weigh the content words that two sentences of one language share, rare ones more (a cosine)."""
    if not a.context or not b.context or not corpus.same_language(a, b):
        return
    shared = a.context & b.context
    if not shared:
        yield Evidence("context", weights["context_none"], "the sentences share no word")
        return
    rarity, theirs = (corpus.rarity[corpus.stories[claim.article]] for claim in (a, b))
    cosine = sum(rarity[word] * theirs[word] for word in shared) / (corpus.norms[a.id] * corpus.norms[b.id])
    weight = min(weights["context_most"], weights["context_base"] + weights["context_slope"] * cosine)
    words = ", ".join(sorted(shared, key=lambda word: (-rarity[word], word))[:3])
    yield Evidence("context", round(weight, 2), f"shared words: {words}")


Feature = Callable[[Corpus, Weights, Claim, Claim], Iterator[Evidence]]
FEATURES: tuple[Feature, ...] = (
    _value,
    _time,
    _predicate,
    _names,
    _story,
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
