"""Evidence for and against two claims speaking of one fact.

Each feature gives a weight in the sense of Fellegi and Sunter (1969): the logarithm (base 2) of how much likelier the
observation is between claims of one fact than between claims of two. The figures below are set by hand, from reading
the project's own fixtures; they are an ordering with round numbers, not an estimate.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from claimcheck.adapters.rapidfuzz import name_similarity, phrase_similarity
from claimcheck.model import Base, Bound, Claim, Evidence, Quantity, Scope, Status, TimeRelation, describe

__all__ = ["Scorer", "total"]

SAME_NAME = 0.9
"""From this similarity two spellings are one name ("Openai", "OpenAI")."""
_SAME_MEASURE = 0.75
_SMALL_COUNT = 20
_PARTLY = 0.5
_BEYOND_VAGUE = -3.0
_PART_OF_NAME = 4
_CONTEXT_WEIGHT = 5.0
_SHARED_NAME = 1.5
_OTHER_SUBJECT = -1.5
_OTHER_PERSON = -8.0
_AGE = "age"
"""The measure that belongs to one person only."""
_SAME_PREDICATE = 2.0
_OTHER_PREDICATE = -1.0
_OTHER_SCOPE = -5.0
_MEASURE = 2.0


def total(evidence: Sequence[Evidence], *, without: frozenset[str] = frozenset()) -> float:
    """Return the sum of the weights, leaving out some features."""
    return sum(item.weight for item in evidence if item.feature not in without)


@dataclass(frozen=True, slots=True)
class Scorer:
    """Weighs pairs of claims of one corpus; names and values that are frequent in it weigh less.

    Args:
        articles: how many articles there are.
        name_articles: in how many of them each name (as `canonical` gives it) occurs.
        value_uses: how often an article that has a value with its unit states it: one that returns in many roles
            ("Monday") identifies none of them.
        word_articles: in how many of them each context word occurs.
        canonical: names as written, to one spelling each.
        languages: the language of each article, by id.
    """

    articles: int
    name_articles: Counter[str]
    value_uses: dict[str, float]
    word_articles: Counter[str]
    canonical: dict[str, str] = field(default_factory=dict)
    languages: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, claims: Sequence[Claim], languages: dict[str, str]) -> Scorer:
        """Count the names, values and words of a corpus."""
        canonical = _canonical_names(claims)
        names: Counter[str] = Counter()
        uses: Counter[str] = Counter()
        users: Counter[str] = Counter()
        words: Counter[str] = Counter()
        for article in languages:
            mine = [claim for claim in claims if claim.article == article]
            names.update({canonical[name] for claim in mine for name in claim.participants})
            uses.update(value_key(claim) for claim in mine)
            users.update({value_key(claim) for claim in mine})
            words.update({word for claim in mine for word in claim.context})
        value_uses = {key: count / users[key] for key, count in uses.items()}
        return cls(len(languages), names, value_uses, words, canonical, languages)

    def evidence(self, a: Claim, b: Claim) -> tuple[Evidence, ...]:
        """Return the evidence of every feature that says something about two claims."""
        found = []
        for feature in _FEATURES:
            found += list(feature(self, a, b))
        return tuple(found)

    def names(self, claim: Claim) -> frozenset[str]:
        """Return the participants of a claim in one spelling each."""
        return frozenset(self.canonical.get(name, name.casefold()) for name in claim.participants)

    def rarity(self, counts: Counter[str], key: str) -> float:
        """Return how telling it is that two articles share something: 1 when no others have it, towards 0 when all do."""
        others = max(counts[key] - 2, 0)
        return 1.0 / (1.0 + others / max(self.articles, 1) * 2)


def value_key(claim: Claim) -> str:
    """Return a key that is equal for claims of one value in one base unit."""
    quantity, when = claim.quantity, claim.when
    if quantity is not None and quantity.base is not None:
        return f"{quantity.base.low}|{quantity.base.high}|{quantity.base.unit}"
    return f"{when.earliest}|{when.latest}" if when is not None else ""


def _canonical_names(claims: Sequence[Claim]) -> dict[str, str]:
    """Map each name to the longest spelling that is the same but for case, small slips, left-out words or initials."""
    table: dict[str, str] = {}
    heads: list[str] = []
    names = {name for claim in claims for name in (*claim.participants, claim.subject, claim.object) if name}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        head = next((head for head in heads if _same_name(head, name)), None)
        if head is None:
            heads.append(name)
            head = name
        table[name] = head.casefold()
    return table


def _same_name(longer: str, shorter: str) -> bool:
    """Whether a name is a spelling, an end or a beginning, or the initials of a longer one."""
    if name_similarity(longer, shorter) >= SAME_NAME:
        return True
    words = longer.replace("-", " ").split()
    if len(words) == 1:
        return False
    if shorter.isupper() and len(shorter) > 1:
        return shorter == "".join(word[0] for word in words[: len(shorter)]).upper()
    part = shorter.split()
    return len(shorter) >= _PART_OF_NAME and (
        longer.split()[: len(part)] == part or longer.split()[-len(part) :] == part
    )


# ---------------------------------------------------------------- features


def _value(scorer: Scorer, a: Claim, b: Claim) -> Iterator[Evidence]:
    """Weigh equal values by how rare and how exact they are; a difference says little, or no conflict could be found."""
    if a.quantity is None or b.quantity is None or a.quantity.base is None or b.quantity.base is None:
        return
    if a.quantity.bound is Bound.VAGUE or b.quantity.bound is Bound.VAGUE:
        if a.quantity.bound is b.quantity.bound and value_key(a) == value_key(b):
            yield Evidence("value", 1.5, "both give the same vague count")
        elif a.quantity.base.unit == b.quantity.base.unit and not a.quantity.interval.overlaps(b.quantity.interval):
            yield Evidence("value", _BEYOND_VAGUE, "the number is not in reach of the vague count")
        return
    if a.quantity.base.unit != b.quantity.base.unit:
        return  # two currencies: the reconcile stage converts, a link must not rest on a rate
    closeness = near(a.quantity, b.quantity)
    if closeness is None:
        yield Evidence("value", -1.0, "the values differ")
        return
    number = a.quantity.value or a.quantity.high or a.quantity.low or 0
    is_count = a.quantity.base.unit == a.quantity.unit and number <= _SMALL_COUNT
    weight = (1.5 if is_count else 4.0) * closeness / scorer.value_uses[value_key(a)]
    yield Evidence("value", round(weight, 2), f"both are {describe.quantity(a.quantity)} to the precision stated")


def near(a: Quantity, b: Quantity) -> float | None:
    """Return 1 where two quantities round to one another, less where they only overlap, None where they are apart."""
    if a.base is None or b.base is None or a.base.unit != b.base.unit:
        return None
    if a.base.number is None or b.base.number is None:
        return 1.0 if (a.base.low, a.base.high) == (b.base.low, b.base.high) else _within(a.base, b.base)
    apart = abs(a.base.number - b.base.number)
    if apart <= max(abs(a.base.number) / 1000, _rounding(a), _rounding(b)):
        return 1.0
    return _within(a.base, b.base) if Bound.ABOUT in {a.bound, b.bound} else None


def _within(a: Base, b: Base) -> float | None:
    """Return a half for a range or an approximate number that reaches the other; open bounds reach too much to tell."""
    closed = a.low is not None and a.high is not None and b.low is not None and b.high is not None
    return _PARTLY if closed and a.reach.overlaps(b.reach) else None


def _rounding(quantity: Quantity) -> Decimal:
    """Return half a unit of the last significant place, in the base unit."""
    if quantity.base is None or quantity.base.number is None or not quantity.value:
        return Decimal(0)
    return abs(quantity.base.number / quantity.value) * quantity.rounding


def _time(scorer: Scorer, a: Claim, b: Claim) -> Iterator[Evidence]:
    if a.when is None or b.when is None:
        return
    match a.when.relation(b.when):
        case TimeRelation.EQUAL:
            weight = 3.0 / scorer.value_uses[value_key(a)]
            yield Evidence("time", round(weight, 2), f"both name {describe.when(a.when)}")
        case TimeRelation.WITHIN | TimeRelation.OVERLAPS:
            yield Evidence("time", 0.5, "one time lies in the other")
        case TimeRelation.DISJOINT:
            yield Evidence("time", -4.0, "the times are apart")
        case TimeRelation.INCOMPARABLE:
            yield from _symbolic(a, b)


def _symbolic(a: Claim, b: Claim) -> Iterator[Evidence]:
    """Compare times of which one has no calendar: a weekday that fits a day, or two that look the same way."""
    if a.when is None or b.when is None:
        return
    for bare, dated in ((a.when, b.when), (b.when, a.when)):
        if bare.form.weekday is not None and not bare.is_dated and dated.is_dated and dated.earliest == dated.latest:
            fits = dated.earliest is not None and dated.earliest.weekday() == bare.form.weekday
            yield Evidence("time", 2.0 if fits else -4.0, "the weekday fits the day" if fits else "another weekday")
            return
    if a.when.form == b.when.form and a.when.form.direction == 0:
        yield Evidence("time", 1.0, "the same words for the time")
    elif a.when.form.direction * b.when.form.direction > 0:
        yield Evidence("time", 1.0, "both look the same way in time")


def _predicate(_: Scorer, a: Claim, b: Claim) -> Iterator[Evidence]:
    if a.predicate is None or b.predicate is None:
        return
    if a.predicate == b.predicate:
        yield Evidence(
            "predicate", _SAME_PREDICATE, f"both say {a.predicate} ({a.predicate_text!r}, {b.predicate_text!r})"
        )
    else:
        yield Evidence("predicate", _OTHER_PREDICATE, f"one says {a.predicate}, the other {b.predicate}")


def _names(scorer: Scorer, a: Claim, b: Claim) -> Iterator[Evidence]:
    mine, theirs = scorer.names(a), scorer.names(b)
    shared = sorted(mine & theirs)
    for name in shared[:3]:
        weight = _SHARED_NAME * scorer.rarity(scorer.name_articles, name)
        yield Evidence("name", round(weight, 2), f"both involve {name}")
    if mine and theirs and not shared:
        yield Evidence("name", -0.5, "no name in common")


def _subject(scorer: Scorer, a: Claim, b: Claim) -> Iterator[Evidence]:
    if a.subject is None or b.subject is None:
        return
    mine, theirs = (scorer.canonical.get(name, name.casefold()) for name in (a.subject, b.subject))
    if mine != theirs and a.measure == b.measure == _AGE:
        yield Evidence("subject", _OTHER_PERSON, f"the age of {mine} is not the age of {theirs}")
        return
    if mine == theirs:
        yield Evidence("subject", 1.0, f"both are about {mine}")
    elif mine not in scorer.names(b) and theirs not in scorer.names(a):
        yield Evidence("subject", _OTHER_SUBJECT, f"one is about {mine}, the other about {theirs}")
    elif a.predicate == b.predicate and mine not in scorer.names(b):
        yield Evidence("subject", _OTHER_SUBJECT, f"only one involves {mine}")
    elif a.predicate == b.predicate and theirs not in scorer.names(a):
        yield Evidence("subject", _OTHER_SUBJECT, f"only one involves {theirs}")


def _measure(scorer: Scorer, a: Claim, b: Claim) -> Iterator[Evidence]:
    if not a.measure or not b.measure:
        return
    alike = phrase_similarity(a.measure, b.measure)
    if alike >= _SAME_MEASURE:
        yield Evidence("measure", _MEASURE, f"both measure {a.measure!r}")
    elif scorer.languages.get(a.article) == scorer.languages.get(b.article) and not _counts_people(a):
        yield Evidence("measure", -_MEASURE, f"one measures {a.measure!r}, the other {b.measure!r}")


def _counts_people(claim: Claim) -> bool:
    """Whether a claim counts people, who wear many nouns: what happened to them tells the facts apart."""
    return claim.quantity is not None and claim.quantity.base is not None and claim.quantity.base.unit == "person"


def _scope(_: Scorer, a: Claim, b: Claim) -> Iterator[Evidence]:
    if a.quantity is None or b.quantity is None or a.quantity.scope is b.quantity.scope:
        return
    if {a.quantity.scope, b.quantity.scope} & {Scope.INSTALMENT, Scope.CHANGE}:
        yield Evidence("scope", _OTHER_SCOPE, f"one is a {a.quantity.scope}, the other a {b.quantity.scope}")


def _status(_: Scorer, a: Claim, b: Claim) -> Iterator[Evidence]:
    if Status.NEGATED in {a.status, b.status} and a.status is not b.status:
        yield Evidence("status", -1.0, "one is denied")


def _context(scorer: Scorer, a: Claim, b: Claim) -> Iterator[Evidence]:
    """Weigh the content words that two sentences share, by rarity (a cosine of inverse article frequencies)."""
    if not a.context or not b.context:
        return
    weights = {word: scorer.rarity(scorer.word_articles, word) for word in a.context | b.context}
    norms = [sum(weights[word] ** 2 for word in side) for side in (a.context, b.context)]
    shared = sum(weights[word] ** 2 for word in a.context & b.context)
    alike = shared / (norms[0] * norms[1]) ** 0.5
    if alike > 0:
        words = sorted(a.context & b.context, key=lambda word: -weights[word])[:3]
        yield Evidence("context", round(_CONTEXT_WEIGHT * alike, 2), f"shared words: {', '.join(words)}")


Feature = Callable[[Scorer, Claim, Claim], Iterator[Evidence]]
_FEATURES: tuple[Feature, ...] = (
    _value, _time, _predicate, _names, _subject, _measure, _scope, _status, _context,
)  # fmt: skip
