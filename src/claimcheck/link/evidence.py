"""Evidence for and against two claims speaking of one fact.

Each feature looks at one property of two claims and gives weights in bits, in the sense of Fellegi and Sunter (1969);
the figures stand in `weights.toml`, with how they were counted.
"""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from math import log2, prod

import networkx as nx

from claimcheck.adapters.rapidfuzz import phrase_similarity
from claimcheck.lang import measures_of_units, owned_measures, predicate_group
from claimcheck.link.blocks import value_key
from claimcheck.link.names import canonical_names
from claimcheck.model import (
    Base,
    Bound,
    Claim,
    ClaimKind,
    Evidence,
    Quantity,
    Scope,
    Status,
    TimeRelation,
    describe,
)
from claimcheck.units import is_currency, is_measure

__all__ = ["STRANGER", "Scorer", "Weights", "near", "shipped_weights", "total"]

_SAME_MEASURE = 0.75
_SMALL_COUNT = 20
SLIPS = frozenset({Decimal(10) ** 3, Decimal(10) ** 6, Decimal(10) ** 9})
"""Quotients of two numbers of which one lost or gained a scale word."""
_MORE_NAMES = 2
STRANGER = "stranger"
"""The feature of two claims of which each is about somebody whom the other does not name."""
_UNTOLD = frozenset({"person", "percent"})
"""Base units that count or share out many things in one story, as money and measures do."""
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


def total(evidence: Sequence[Evidence], *, without: frozenset[str] = frozenset()) -> float:
    """Return the sum of the weights, leaving out some features."""
    return sum(item.weight for item in evidence if item.feature not in without)


@cache
def shipped_weights() -> Mapping[str, Weights]:
    """Return the weights of `weights.toml`, by kind of claim."""
    return tomllib.loads((files("claimcheck.link") / "weights.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Scorer:
    """Weighs pairs of claims of one corpus.

    Args:
        languages: the language of each article, by id.
        names: the participants of each article, in canonical spelling, by id.
        holders: how many articles have each name.
        canonical: names as written, to one spelling each.
        involved: the participants of each claim, in canonical spelling.
        given: how many values an article gives of people to whom one thing happened, by predicate, and in one unit of
            measurement, by unit.
        stories: the number of the story of each article, by id: articles that names connect, through others too.
        uses: how often an article of the story that has a claim's value states it, by claim: one that returns in many
            roles ("Monday") identifies none of them.
        rarity: how telling each context word is where two claims share it, by story: 1 where no other article has it,
            towards 0 where all do. Counted by story, so that an article of another changes nothing.
        norms: the length of the vector of a claim's context words, each as rare as it is, by claim.
        weights: the weights of observations, by kind of claim.
    """

    languages: Mapping[str, str]
    names: Mapping[str, frozenset[str]]
    holders: Mapping[str, int]
    canonical: Mapping[str, str]
    involved: Mapping[str, frozenset[str]]
    given: Mapping[tuple[str, str], int]
    stories: Mapping[str, int]
    uses: Mapping[str, float]
    rarity: Mapping[int, Mapping[str, float]]
    norms: Mapping[str, float]
    weights: Mapping[str, Weights]

    @classmethod
    def of(
        cls, claims: Sequence[Claim], languages: Mapping[str, str], weights: Mapping[str, Weights] | None = None
    ) -> Scorer:
        """Count the names, values and words of a corpus.

        Args:
            claims: all claims of the corpus.
            languages: the language of each article, by id.
            weights: the weights of observations, by kind of claim; by default those shipped.
        """
        canonical = canonical_names(claims)
        uses: Counter[tuple[int, str]] = Counter()
        users: Counter[tuple[int, str]] = Counter()
        words: defaultdict[int, Counter[str]] = defaultdict(Counter)
        names: dict[str, frozenset[str]] = dict.fromkeys(languages, frozenset())
        articles: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            articles[claim.article].append(claim)
        for article, mine in articles.items():
            names[article] = frozenset(canonical[name] for claim in mine for name in claim.participants)
        stories = _stories(names)
        sizes = Counter(stories.values())
        for article, mine in articles.items():
            story = stories[article]
            uses.update((story, value_key(claim)) for claim in mine)
            users.update({(story, value_key(claim)) for claim in mine})
            words[story].update({word for claim in mine for word in claim.context})
        involved = {claim.id: frozenset(canonical[name] for name in claim.participants) for claim in claims}
        keys = {claim.id: (stories[claim.article], value_key(claim)) for claim in claims}
        used = {claim: uses[key] / users[key] for claim, key in keys.items()}
        values = {(claim.article, kind, value_key(claim)) for claim in claims if (kind := _given(claim)) is not None}
        given = Counter((article, kind) for article, kind, _ in values)
        rarity = {
            story: {word: 1 / (1 + 2 * max(count - 2, 0) / sizes[story]) for word, count in counts.items()}
            for story, counts in words.items()
        }
        norms = {
            claim.id: sum(rarity[stories[claim.article]][word] ** 2 for word in claim.context) ** 0.5
            for claim in claims
        }
        holders = Counter(name for mine in names.values() for name in mine)
        return cls(
            languages,
            names,
            holders,
            canonical,
            involved,
            given,
            stories,
            used,
            rarity,
            norms,
            weights or shipped_weights(),
        )

    def evidence(self, a: Claim, b: Claim) -> tuple[Evidence, ...]:
        """Return the prior and the evidence of every feature that says something about two claims."""
        kinds = {a.kind, b.kind}
        weights = self.weights[(ClaimKind.SCHEDULE if ClaimKind.SCHEDULE in kinds else a.kind).value]
        prior = "prior_counted" if _counts_things(a) else "prior"
        found = [Evidence("prior", weights[prior], "what two claims of a kind and unit start from")]
        for feature in FEATURES:
            found += feature(self, weights, a, b)
        return tuple(found)

    def participants(self, claim: Claim) -> frozenset[str]:
        """Return the participants of a claim in canonical spelling."""
        return self.involved[claim.id]

    def same_language(self, a: Claim, b: Claim) -> bool:
        """Whether two claims are in one language, so that their words can be compared."""
        return self.languages.get(a.article) == self.languages.get(b.article)


def _stories(names: Mapping[str, frozenset[str]]) -> dict[str, int]:
    """Return a number for each article, the same where names connect articles; one without names is by itself."""
    graph: nx.Graph[tuple[str, str]] = nx.Graph()
    for article, mine in names.items():
        graph.add_node(("article", article))
        graph.add_edges_from((("article", article), ("name", name)) for name in mine)
    return {
        key: number
        for number, nodes in enumerate(nx.connected_components(graph))
        for kind, key in nodes
        if kind == "article"
    }


# ---------------------------------------------------------------- features


def _value(scorer: Scorer, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
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
            is_growing = _is_toll(a) and a.predicate == b.predicate
            yield _gap(weights, left.base, right.base, is_growing=is_growing, is_count=_counts_things(a))
        return
    number = left.value or left.high or left.low or 0
    is_small = number <= _SMALL_COUNT and (left.base.unit in _UNTOLD or not is_measure(left.unit))
    weight = weights["value_equal_small" if is_small else "value_equal"] if closeness == 1 else weights["value_near"]
    roles = max(scorer.uses[a.id], scorer.uses[b.id])
    yield Evidence(
        "value", round(weight - log2(roles), 2), f"both are {describe.quantity(left)} to the precision stated"
    )


def _vague(weights: Weights, left: Quantity, right: Quantity) -> Iterator[Evidence]:
    if (left.bound, left.low, left.high) == (right.bound, right.low, right.high):
        yield Evidence("value", weights["vague_equal"], "both give the same vague count")
    elif not left.interval.overlaps(right.interval):
        yield Evidence("value", weights["vague_beyond"], "the number is out of reach of the vague count")


def near(a: Quantity, b: Quantity) -> float | None:
    """Return 1 where two quantities round to one another, a half where they only overlap, None where they are apart."""
    if a.base is None or b.base is None or a.base.unit != b.base.unit:
        return None
    if a.base.number is None or b.base.number is None:
        return 1.0 if (a.base.low, a.base.high) == (b.base.low, b.base.high) else _overlap(a.base, b.base)
    apart = abs(a.base.number - b.base.number)
    if apart <= max(abs(a.base.number) / 1000, abs(b.base.number) / 1000, a.base.rounding, b.base.rounding):
        return 1.0
    return _overlap(a.base, b.base) if Bound.ABOUT in {a.bound, b.bound} else None


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


def is_slip(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers of more than one digit differ by exactly a scale word ("1.2 million", "1.2 billion")."""
    low, high = sorted(abs(q.value) for q in (a, b) if q.value) if a.value and b.value else (Decimal(1), Decimal(1))
    return a.unit == b.unit and high / low in SLIPS and len(low.normalize().as_tuple().digits) > 1


def _overlap(a: Base, b: Base) -> float | None:
    """Return a half for closed values that overlap; open bounds reach too much to tell."""
    is_closed = a.low is not None and a.high is not None and b.low is not None and b.high is not None
    return 0.5 if is_closed and a.reach.overlaps(b.reach) else None


def _time(scorer: Scorer, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    if a.when is None or b.when is None:
        return
    relation = a.when.relation(b.when)
    is_apart = relation is TimeRelation.DISJOINT and not a.when.may_be_same(b.when)
    if (a.when.form.clock is None) != (b.when.form.clock is None) and not is_apart:
        yield Evidence("time", weights["clock_in_day"], "one gives the hour, the other only the day")
        return
    match relation:
        case TimeRelation.EQUAL:
            roles = max(scorer.uses[a.id], scorer.uses[b.id])
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


def _predicate(scorer: Scorer, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    if a.predicate is None or b.predicate is None:
        mine, theirs = ((claim.predicate_text or "").casefold() for claim in (a, b))
        if a.predicate == b.predicate and mine and mine == theirs and scorer.same_language(a, b):
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


def _names(scorer: Scorer, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    mine, theirs = scorer.participants(a), scorer.participants(b)
    shared = sorted(mine & theirs)
    if shared:
        weight = weights["name_shared"] + weights["name_more"] * min(len(shared) - 1, _MORE_NAMES)
        yield Evidence("name", round(weight, 2), f"both involve {', '.join(shared)}")
    elif mine and theirs:
        yield Evidence("name", weights["name_none"], "no name in common")
    if a.article != b.article:
        yield from _story(scorer, weights, a, b)


def _story(scorer: Scorer, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    """Weigh the names that two articles share: names that thousands of articles have tell no story from another."""
    mine, theirs = (scorer.names.get(claim.article, frozenset()) for claim in (a, b))
    if not mine or not theirs:
        return
    size, held = len(scorer.languages), scorer.holders
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


def _subject(scorer: Scorer, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    if a.subject_name is None or b.subject_name is None:
        return
    mine, theirs = scorer.canonical[a.subject_name], scorer.canonical[b.subject_name]
    if mine == theirs:
        yield Evidence("subject", weights["subject_same"], f"both are about {mine}")
    elif a.measure_name == b.measure_name == _AGE:
        yield Evidence("subject", weights["other_person"], f"the age of {mine} is not the age of {theirs}")
    elif {a.measure_name, b.measure_name} <= owned_measures():
        yield Evidence("subject", weights["other_owner"], f"what {mine} has is not what {theirs} has")
    else:
        is_absent = mine not in scorer.participants(b) and theirs not in scorer.participants(a)
        why = f"one is about {mine}, the other about {theirs}"
        if is_absent:
            yield Evidence(STRANGER, weights["subject_absent"], f"{why}, and neither names the other's")
        else:
            yield Evidence("subject", weights["subject_other"], why)


def _measure(scorer: Scorer, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    mine, theirs = a.measure_name or a.measure, b.measure_name or b.measure
    if not mine or not theirs or a.quantity is None or b.quantity is None:
        return
    if a.measure_name is not None and a.measure_name == b.measure_name and a.measure_name not in _common_measures():
        yield Evidence("measure", weights["measure_named"], f"both measure the {a.measure_name}")
    elif phrase_similarity(mine, theirs) >= _SAME_MEASURE:
        yield Evidence("measure", weights["measure_same"], f"both measure {mine!r}")
    elif scorer.same_language(a, b) and not _counts_people(a) and not _count_one_thing(a, b):
        why = f"one measures {mine!r}, the other {theirs!r}"
        yield Evidence("measure", weights["measure_other"], why)


@cache
def _common_measures() -> frozenset[str]:
    """The measures that many things of one story have, and those that the unit of a block tells."""
    return frozenset({_AGE, _DISTANCE, _SHARE, *measures_of_units().values()})


def _counts_things(claim: Claim) -> bool:
    """Whether the unit of a claim is a counted noun, which itself says what is counted."""
    quantity = claim.quantity
    return quantity is not None and quantity.base is not None and bool(quantity.base.unit) and not _measures(quantity)


def _measures(quantity: Quantity) -> bool:
    """Whether the unit of a quantity is money, a part, or one of measurement, and no counted noun."""
    unit = quantity.base.unit if quantity.base is not None else quantity.unit
    return unit in _UNTOLD or is_currency(unit.partition("/")[0]) or is_measure(quantity.unit)


def _count_one_thing(a: Claim, b: Claim) -> bool:
    """Whether two claims count what one noun of the pack names, whatever words they have for it."""
    return (
        _counts_things(a) and a.quantity is not None and b.quantity is not None and a.quantity.unit == b.quantity.unit
    )


def _counts_people(claim: Claim) -> bool:
    """Whether a claim counts people, who wear many nouns: what happened to them tells the facts apart."""
    return claim.quantity is not None and claim.quantity.base is not None and claim.quantity.base.unit == "person"


def _alone(scorer: Scorer, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    """Weigh that two articles give one value each of one kind: one toll of what happened, or one length."""
    kind = _given(a)
    if a.article == b.article or kind is None or kind != _given(b):
        return
    if all(scorer.given[claim.article, kind] == 1 for claim in (a, b)):
        if _is_toll(a):
            yield Evidence("toll", weights["toll_alone"], f"each article gives one toll of what {kind} says")
        elif a.quantity is not None and b.quantity is not None and near(a.quantity, b.quantity) is None:
            yield Evidence("alone", weights["unit_alone"], f"each article gives one value in {kind}")


def _given(claim: Claim) -> str | None:
    """Return the kind of value that an article may give one of: a toll by its predicate, a measurement by its unit."""
    if _is_toll(claim):
        return claim.predicate
    quantity = claim.quantity
    if quantity is None or quantity.base is None or not is_measure(quantity.unit) or quantity.base.unit in _UNTOLD:
        return None
    return quantity.base.unit


def _is_toll(claim: Claim) -> bool:
    """Whether a claim counts people to whom something happened."""
    return claim.predicate in predicate_group("tolls") and _counts_people(claim)


def _scope(_: Scorer, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    if a.quantity is None or b.quantity is None or a.quantity.scope is b.quantity.scope:
        return
    scopes = {a.quantity.scope, b.quantity.scope}
    is_other_part = Scope.SHARE in scopes and near(a.quantity, b.quantity) is None
    if is_other_part or scopes & {Scope.INSTALMENT, Scope.CHANGE}:
        why = f"one is a {a.quantity.scope}, the other a {b.quantity.scope}"
        yield Evidence("scope", weights["scope_other"], why)


def _period(_: Scorer, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    """Weigh the times that two quantities belong to: the profit of one year is not that of another."""
    events = predicate_group("decided") | predicate_group("news")
    if a.period is None or b.period is None or {a.predicate, b.predicate} & events:
        return  # the day of a deed is no period of its number
    match a.period.relation(b.period):
        case TimeRelation.DISJOINT if not a.period.may_be_same(b.period):
            yield Evidence("period", weights["period_other"], f"one is of {a.as_of!r}, the other of {b.as_of!r}")
        case TimeRelation.EQUAL:
            yield Evidence("period", weights["period_same"], f"both are of {describe.when(a.period)}")


def _object(scorer: Scorer, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    if a.object_name is None or b.object_name is None:
        return
    mine, theirs = scorer.canonical[a.object_name], scorer.canonical[b.object_name]
    if mine == theirs:
        yield Evidence("object", weights["object_same"], f"both go to {mine}")
    elif mine not in scorer.participants(b) and theirs not in scorer.participants(a):
        yield Evidence(STRANGER, weights["object_other"], f"one goes to {mine}, the other to {theirs}")


def _trend(_: Scorer, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    trends = {claim.quantity.trend for claim in (a, b) if claim.quantity is not None}
    if len(trends) > 1 and None not in trends:
        yield Evidence("trend", weights["trend_other"], "one is a rise, the other a fall")


def _status(_: Scorer, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    if a.status is b.status:
        return
    if Status.NEGATED in {a.status, b.status}:
        yield Evidence("status", weights["denied"], "one is denied")
    elif Status.HEDGED in {a.status, b.status}:
        yield Evidence("status", weights["hedged"], "one says only what may be")
    elif Status.PLANNED in {a.status, b.status} and a.when is not None and a.predicate != b.predicate:
        yield Evidence("status", weights["planned"], "one is planned, the other is something else")


def _context(scorer: Scorer, weights: Weights, a: Claim, b: Claim) -> Iterator[Evidence]:
    """Weigh the content words that two sentences of one language share, rare ones more (a cosine)."""
    if not a.context or not b.context or not scorer.same_language(a, b):
        return
    shared = a.context & b.context
    if not shared:
        yield Evidence("context", weights["context_none"], "the sentences share no word")
        return
    rarity, theirs = (scorer.rarity[scorer.stories[claim.article]] for claim in (a, b))
    cosine = sum(rarity[word] * theirs[word] for word in shared) / (scorer.norms[a.id] * scorer.norms[b.id])
    weight = min(weights["context_most"], weights["context_base"] + weights["context_slope"] * cosine)
    words = ", ".join(sorted(shared, key=lambda word: (-rarity[word], word))[:3])
    yield Evidence("context", round(weight, 2), f"shared words: {words}")


Feature = Callable[[Scorer, Weights, Claim, Claim], Iterator[Evidence]]
FEATURES: tuple[Feature, ...] = (
    _value,
    _time,
    _predicate,
    _names,
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
