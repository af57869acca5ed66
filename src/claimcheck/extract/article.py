"""Put the finders together: from an article to its claims, each with its span, its value as written and its roles."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from operator import attrgetter
from typing import Any, TypeVar

from claimcheck.adapters.parser import Parser
from claimcheck.adapters.spacy import Sentence, sentences
from claimcheck.extract.dollars import with_dollars
from claimcheck.extract.quantities import QuantitySpan, find_quantities
from claimcheck.extract.reading import turned
from claimcheck.extract.roles import Roles, read_roles
from claimcheck.extract.scan import blanked, head_end, pieces
from claimcheck.extract.schedules import ScheduleSpan, find_schedules
from claimcheck.extract.sentence import SentenceReader, SentenceView
from claimcheck.extract.sessions import period_of
from claimcheck.extract.time_context import Told
from claimcheck.extract.time_span import TimeSpan
from claimcheck.extract.times import find_times
from claimcheck.extract.unit import PERSON
from claimcheck.lang import Pack, Pos, Tokens, money_measures, predicate_group, tokenise, units_of_measures
from claimcheck.model import (
    Article,
    Bound,
    Claim,
    ClaimKind,
    Granularity,
    Quantity,
    QuantityMention,
    Schedule,
    Scope,
    Status,
    TimeForm,
    TimeMention,
    When,
    WhenKind,
)
from claimcheck.units import is_currency, is_measure, main_currency

__all__ = ["extract_claims", "quantity_mentions", "time_mentions"]

_BACK_REACH = 600
"""Characters over which "this investment" or "the money" points back to an amount."""
_NEAR = 6
"""Tokens within which a time stands beside a quantity."""
_LONGEST_NOUN = 4
_OPENING = ("(", "[")
_FISCAL = frozenset({Granularity.YEAR, Granularity.HALF, Granularity.QUARTER})
"""What accounts are drawn up for."""
_UNMEASURED = frozenset({"percent", "fraction", "fold"})
"""Units that count nothing and measure nothing: what they are of is said beside them."""
_STOPS = frozenset(",;:.!?()[]—–")
_LEAST_MONEY = 10**6
"""A bare number below this is not taken for money by its predicate, or for a count of the noun before it, alone."""


@dataclass(frozen=True, slots=True)
class _Spans:
    """What was found in one line, before roles."""

    times: list[TimeSpan]
    quantities: list[QuantitySpan]
    schedules: list[ScheduleSpan]

    def __bool__(self) -> bool:
        return bool(self.times or self.quantities or self.schedules)

    def within(self, sentence: Sentence) -> _Spans:
        """Return what starts in a sentence of it."""
        return _Spans(
            _starting(self.times, sentence), _starting(self.quantities, sentence), _starting(self.schedules, sentence)
        )


_START = attrgetter("start")
_Span = TypeVar("_Span", QuantitySpan, TimeSpan, ScheduleSpan)


def _starting(spans: list[_Span], sentence: Sentence) -> list[_Span]:
    """Return the spans, which stand in order, that start in a sentence: a line may hold thousands of both."""
    first, end = (bisect_left(spans, place, key=_START) for place in (sentence.start, sentence.end))
    return spans[first:end]


def extract_claims(article: Article, pack: Pack, parser: Parser | None = None) -> list[Claim]:
    """Return the claims of an article in the order of its text.

    Args:
        article: its text is read; its day, address and source only tell which dollar a bare sign is.
        pack: the language pack of its language.
        parser: a trained pipeline of its language, where the user has one, for subjects and objects.
    """
    text = blanked(article.text)
    claims = with_dollars(list(_walk(article, text, pack, parser)), article)
    currency = main_currency(claim.quantity.unit for claim in claims if claim.quantity is not None)
    paid = {claim.sentence for claim in claims if _is_amount(claim)}
    claims = [
        claim
        if text[claim.end : claim.end + 2].lstrip()[:1] in _OPENING  # "1.4 billion ($1.8bn)" is in another currency
        else _with_unit(claim, currency, beside_money=claim.sentence in paid)
        for claim in claims
    ]
    claims = _with_schedules(claims)
    end = head_end(text)
    return [
        replace(claim, id=f"{article.id}:{number}", in_head=claim.start < end) for number, claim in enumerate(claims, 1)
    ]


def _walk(article: Article, text: str, pack: Pack, parser: Parser | None) -> Iterator[Claim]:
    reader, told = SentenceReader(text, pack, parser), Told()
    previous: tuple[str, ...] = ()
    before: SentenceView | None = None
    skipped: tuple[int, int] | None = None
    for start, end in pieces(text, pack.abbreviations):
        tokens = tokenise(text, start, end)
        if not _may_hold(tokens, pack):
            skipped = start, end
            continue
        times = [time for time in find_times(tokens, pack, told) if not time.is_idle]
        spans = _Spans(times, find_quantities(tokens, pack, times), find_schedules(text, start, end, pack))
        if not spans and not pack.milestone_forms.find(text, start, end):
            skipped = start, end
            continue
        for sentence in sentences(text[start:end], pack.code, start):
            if skipped is not None and "\n" not in text[skipped[1] : start]:
                for last in sentences(text[slice(*skipped)], pack.code, skipped[0])[-1:]:
                    before = reader.view(last)
                    previous = _participants(before, previous)
            if before is not None and "\n" in text[before.sentence.end : sentence.start]:
                before = None
            inside = spans.within(sentence)
            at = reader.view(sentence, _places(inside.quantities), _places(inside.times), before)
            skipped, before, previous = None, at, _participants(at, previous)
            yield from _claims(article, at, inside, previous)


def _places(spans: Sequence[QuantitySpan] | Sequence[TimeSpan]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _stretches(text: str, pack: Pack) -> Iterator[Tokens]:
    """Yield the tokens of the stretches of a text that may hold a claim, a sentence or a few each."""
    for start, end in pieces(text, pack.abbreviations):
        tokens = tokenise(text, start, end)
        if _may_hold(tokens, pack):
            yield tokens


def _may_hold(tokens: Tokens, pack: Pack) -> bool:
    """Whether a stretch of text has any word or digit that a claim may hang on."""
    return not pack.triggers or tokens.has_digits or not pack.triggers.isdisjoint(tokens.present)


def _claims(article: Article, at: SentenceView, spans: _Spans, participants: tuple[str, ...]) -> Iterator[Claim]:
    """Yield the claims of one sentence from left to right."""
    found: list[Claim] = []
    for span in spans.quantities:
        claim = _quantity_claim(article, at, span, spans.times, participants)
        found.append(_in_year_of(found[-1], _with_elided(at, found[-1], claim)) if found else claim)
    for time in spans.times:
        found += _date_claim(article, at, time, participants)
    found += (_schedule_claim(article, at, clause, participants) for clause in spans.schedules)
    found += _milestones(article, at, found, participants)
    yield from sorted(found, key=lambda claim: (claim.start, claim.end))


def _claim(
    article: Article, at: SentenceView, span: tuple[int, int], roles: Roles, participants: tuple[str, ...], **said: Any
) -> Claim:
    """Make a claim of what the words around it say; `said` are the fields that its kind sets or sets otherwise."""
    start, end = span
    fields = {
        "subject": roles.subject,
        "subject_name": roles.subject_name,
        "predicate": roles.predicate,
        "predicate_text": roles.predicate_text,
        "object": roles.object,
        "object_name": roles.object_name,
        "measure": roles.measure,
        "measure_name": roles.measure_name,
        "status": roles.status,
        "attribution": roles.attribution,
        "provenance": roles.provenance,
    }
    return Claim(
        id="",
        article=article.id,
        start=start,
        end=end,
        text=article.text[start:end],
        sentence=(at.sentence.start, at.sentence.end),
        participants=participants,
        context=at.context,
        **(fields | said),
    )


def _participants(at: SentenceView, previous: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of a sentence, with those of the one before where it names none or points back ("The deal")."""
    return tuple(dict.fromkeys((*at.participants, *previous))) if at.points_back else at.participants


def _quantity_claim(
    article: Article, at: SentenceView, span: QuantitySpan, times: list[TimeSpan], participants: tuple[str, ...]
) -> Claim:
    roles = read_roles(at, span.start, span.end, span)
    quantity = turned(span.quantity) if roles.turns_bound else span.quantity
    measure, predicate = roles.measure, roles.predicate
    if not quantity.unit and (counted_in := units_of_measures().get(roles.measure_name or "")) is not None:
        quantity = replace(quantity, unit=counted_in)
    elif (
        not quantity.unit
        and roles.measure_name not in money_measures()  # "revenues have reached 2.6 billion"
        and not roles.is_tied
        and (noun := _subject_unit(at, roles, span)) is not None
    ):
        quantity, measure = replace(quantity, unit=noun[0], per=noun[0].partition("/")[2] or None), noun[1]
        counted = at.pack.predicates.get(noun[1].lower())  # "the death toll rose to five" says how many were killed
        predicate = counted.name if counted is not None and predicate in predicate_group("counting") else predicate
    elif quantity.unit == PERSON and span.measure is None and predicate in {None, *predicate_group("counting")}:
        predicate = _toll(at, span.start) or predicate
    period = period_of(at, span, _time_of(at, span, times))
    text = article.text[span.start : span.end]
    return _claim(
        article,
        at,
        (span.start, span.end),
        roles,
        participants,
        kind=ClaimKind.QUANTITY,
        quantity=quantity,
        measure=measure,
        predicate=predicate,
        as_of=period[1] if period is not None else None,
        period=period[0] if period is not None else None,
        note=_note(span, roles, text),
        confidence=_confidence(quantity, roles),
    )


def _note(span: QuantitySpan, roles: Roles, written: str) -> str | None:
    """Return what the words of a quantity may mean, or do not say by themselves."""
    if roles.turns_bound:
        return "is denied in its sentence, so that the opposite bound holds"
    return f"may mean {span.each} of {written.removesuffix(span.each).strip()} each" if span.each else None


def _with_elided(at: SentenceView, last: Claim, claim: Claim) -> Claim:
    """Give a bare number that opens a joined clause the noun counted before: "640 homes were hit and 86 destroyed"."""
    number, counted = claim.quantity, last.quantity
    phrase = at.syntax.phrase_at(at.sentence.index_at(claim.start))
    if number is None or number.unit or not number.is_whole or counted is None or phrase is None:
        return claim
    is_alone = phrase.case is None and at.sentence.index_at(claim.end - 1) == phrase.end - 1
    if not (is_alone and phrase.is_joined and phrase.is_subject and _counts_things(counted)):
        return claim
    return replace(claim, quantity=replace(number, unit=counted.unit, per=counted.per), measure=last.measure)


def _in_year_of(level: Claim, change: Claim) -> Claim:
    """Give a change the period of the level before it: "sales were 2.6 billion in 2024, up 8.3 percent"."""
    numbers, period = (level.quantity, change.quantity), level.period
    if period is None or change.period is not None or period.granularity not in _FISCAL:
        return change
    scopes = [number.scope for number in numbers if number is not None]
    is_one = level.measure_name == change.measure_name or level.subject == change.subject
    if scopes != [Scope.TOTAL, Scope.CHANGE] or not is_one:
        return change
    return replace(change, period=period, as_of=level.as_of)


def _counts_things(quantity: Quantity) -> bool:
    """Whether a quantity is a number of things, people among them, and no amount or share."""
    unit = quantity.unit
    is_other = unit in _UNMEASURED or is_currency(unit) or is_measure(unit)
    return bool(unit) and quantity.scope is Scope.TOTAL and quantity.is_whole and not is_other


def _toll(at: SentenceView, start: int) -> str | None:
    """Return what happened to those whom a bare number counts: "the death toll rose on Thursday to 19"."""
    first = at.sentence.index_at(start)
    told = (p.name for p in reversed(at.predicates) if p.end <= first and p.name in predicate_group("persons"))
    return next(told, None)


def _confidence(quantity: Quantity, roles: Roles) -> float:
    """Return how sure a claim is: less so without a unit or a known predicate, or where its roles are in doubt."""
    if quantity.unit and roles.predicate:
        return 0.7 if roles.is_doubtful else 0.9
    return 0.5 if roles.is_doubtful else 0.7


def _time_of(at: SentenceView, span: QuantitySpan, times: list[TimeSpan]) -> TimeSpan | None:
    """Return the time that a quantity belongs to: the one beside it, else the only one, where it opens the sentence."""
    beside = [time for time in times if _is_near(at, (span.start, span.end), (time.start, time.end))]
    if len(beside) == 1:
        return beside[0]
    opens = len(times) == 1 and at.sentence.index_at(times[0].start) <= 1
    return times[0] if opens and not beside else None


def _is_near(at: SentenceView, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two spans stand close to each other in one clause."""
    left, right = sorted((one, other))
    first, last = at.sentence.index_at(max(left[0], left[1] - 1)) + 1, at.sentence.index_at(right[0])
    between = at.sentence.tokens[first:last]
    return len(between) <= _NEAR and not any(t.text in _STOPS or t.lower in at.pack.clause_breaks for t in between)


def _subject_unit(at: SentenceView, roles: Roles, span: QuantitySpan) -> tuple[str, str] | None:
    """Give a bare whole number the noun that its verb counts: "users have reached 700 million"."""
    pack = at.pack
    if roles.predicate in predicate_group("persons"):
        return PERSON, roles.predicate_text or ""
    if not span.quantity.is_whole:
        return None  # "the shares fell to 31.70"
    noun: tuple[str, str] | None
    if roles.measure is not None:
        noun = _head(roles.measure, pack), roles.measure
    elif roles.predicate_span is not None and roles.predicate_span[1] <= span.start:
        noun = _noun_before(at, at.sentence.index_at(roles.predicate_span[0]))
    else:
        is_large = (span.quantity.high or span.quantity.low or 0) >= _LEAST_MONEY
        noun = _noun_before(at, at.sentence.index_at(span.start)) if is_large else None  # "users at 700 million"
    if noun is not None:
        head, phrase = noun
        singular = pack.singular(head.lower())
        is_plural = pack.is_plural(head) and singular != head.lower()  # any noun may be, for all German tells
        name = pack.nouns.get(head) or (singular if is_plural else None)
        if name is not None:
            return _with_period(name, phrase, pack), phrase
    toll = next(iter(pack.nouns.find(at.text, 0, max(0, span.start - at.sentence.start))), None)
    if roles.predicate in predicate_group("counting") and toll is not None:
        return toll.value, at.text[toll.start : toll.end]
    return None


def _head(phrase: str, pack: Pack) -> str:
    """Return the noun of a phrase that the words around it describe: "active users of the app"."""
    words = list(takewhile(lambda word: word.lower() not in pack.function_words, phrase.split()))
    return words[0 if pack.syntax.is_head_first else -1] if words else ""


def _noun_before(at: SentenceView, first: int) -> tuple[str, str] | None:
    """Return (head, phrase) of the plain noun phrase right before a token: "weekly active users have" reached."""
    tokens = at.sentence.tokens
    index = first - 1
    while index >= 0 and tokens[index].lower in at.pack.function_words and tokens[index].text.isalpha():
        if at.syntax.tags[index] & Pos.CCONJ:
            return None  # "it fell 20 points and 30 billion was lost"
        index -= 1
    end = index + 1
    while index >= 0 and end - index <= _LONGEST_NOUN and tokens[index].text.isalpha():
        if tokens[index].lower in at.pack.function_words:
            break
        index -= 1
    return (tokens[end - 1].text, at.words(index + 1, end)) if end - index > 1 else None


def _with_period(name: str, phrase: str, pack: Pack) -> str:
    """Add the period of a phrase to its unit: "weekly active users" are users a week."""
    periods = (pack.quantities.period_adjectives.get(word.lower()) for word in phrase.split())
    period = next((period for period in periods if period), None)
    return f"{name}/{period}" if period else name


def _date_claim(article: Article, at: SentenceView, time: TimeSpan, participants: tuple[str, ...]) -> list[Claim]:
    """Make the claim of a time; a vague one ("of late") claims something only with a verb that it dates."""
    roles = read_roles(at, time.start, time.end)
    if time.form.kind is WhenKind.SET or (time.form.kind is WhenKind.VAGUE and not roles.has_event):
        return []
    span = time.start, time.end
    return [_claim(article, at, span, roles, participants, kind=ClaimKind.DATE, when=When(time.form), measure=None)]


def _schedule_claim(article: Article, at: SentenceView, clause: ScheduleSpan, participants: tuple[str, ...]) -> Claim:
    """Make the claim of a schedule; its predicate is left open where the sentence points back to an amount."""
    roles = read_roles(at, clause.start, clause.end)
    points_back = clause.is_stepwise or not at.pack.condition_money.isdisjoint(at.context)
    predicate = at.back_reference() or (None if points_back else roles.predicate)
    return _claim(
        article,
        at,
        (clause.start, clause.end),
        roles,
        participants,
        kind=ClaimKind.SCHEDULE,
        schedule=Schedule(clause.per),
        condition=article.text[clause.start : clause.end],
        predicate=predicate,
    )


def _milestones(
    article: Article, at: SentenceView, found: list[Claim], participants: tuple[str, ...]
) -> Iterator[Claim]:
    """Yield a claim for a milestone that is said to be done or planned without any time."""
    timed = {claim.predicate for claim in found if claim.kind is ClaimKind.DATE}
    tokens = at.sentence.tokens
    for predicate in at.predicates:
        if not predicate.is_verb or predicate.name not in predicate_group("milestones") or predicate.name in timed:
            continue
        start, end = tokens[predicate.first].start, tokens[predicate.end - 1].end
        roles = read_roles(at, start, end)
        direction = {Status.DONE: -1, Status.PLANNED: 1}.get(roles.status)
        if direction is None:
            continue
        form = TimeForm(WhenKind.VAGUE, Granularity.DAY, direction=direction)
        yield _claim(
            article,
            at,
            (start, end),
            roles,
            participants,
            kind=ClaimKind.DATE,
            when=When(form),
            confidence=0.5,
            note="no time stated",
        )


def _with_unit(claim: Claim, currency: str | None, *, beside_money: bool) -> Claim:
    """Take a large bare number for one in the currency of the article.

    It must be of what is spent, earned or measured in money, or stand beside an amount: "of which 360 million".
    """
    quantity = claim.quantity
    is_money = claim.predicate in predicate_group("money") or claim.measure_name in money_measures() or beside_money
    if quantity is None or quantity.unit or currency is None or not is_money:
        return claim
    if (quantity.high or quantity.low or 0) < _LEAST_MONEY:
        return claim
    note = f"no currency is written; {currency} is the article's"
    return replace(claim, quantity=replace(quantity, unit=currency), confidence=claim.confidence / 2, note=note)


def _with_schedules(claims: list[Claim]) -> list[Claim]:
    """Tie each schedule to the amount it pays out: in its sentence, else the last one before it on the same predicate.

    A schedule that ties to no amount is dropped; one that points back ("this investment") takes over who is involved.
    """
    kept: list[Claim] = []
    for claim in claims:
        if claim.kind is not ClaimKind.SCHEDULE:
            kept.append(claim)
            continue
        amounts = [c for c in kept if _is_amount(c) and (c.sentence == claim.sentence or _points_back(claim, c))]
        if not amounts:
            continue
        amount = amounts[-1]
        participants = tuple(dict.fromkeys((*claim.participants, *amount.participants)))
        kept[kept.index(amount)] = replace(amount, condition=claim.text)
        kept.append(
            replace(
                claim,
                participants=participants,
                predicate=amount.predicate,
                subject=amount.subject,
                subject_name=amount.subject_name,
                object=amount.object,
                object_name=amount.object_name,
                provenance=amount.provenance,
                confidence=amount.confidence,
            )
        )
    return kept


def _is_amount(claim: Claim) -> bool:
    quantity = claim.quantity
    return quantity is not None and is_currency(quantity.unit) and quantity.bound is not Bound.VAGUE


def _points_back(schedule: Claim, amount: Claim) -> bool:
    is_near = schedule.start - amount.end <= _BACK_REACH
    return is_near and schedule.predicate in {None, amount.predicate}


def quantity_mentions(article: Article, pack: Pack) -> list[QuantityMention]:
    """Return every quantity of an article as written, without roles.

    Args:
        article: its text is read.
        pack: the language pack of its language.
    """
    text, found = blanked(article.text), []
    for tokens in _stretches(text, pack):
        for span in find_quantities(tokens, pack, [time for time in find_times(tokens, pack) if not time.is_idle]):
            written = article.text[span.start : span.end]
            found.append(QuantityMention(span.start, span.end, written, span.quantity, span.measure))
    return found


def time_mentions(article: Article, pack: Pack) -> list[TimeMention]:
    """Return every time expression of an article as written, lengths of time included.

    Args:
        article: its text is read.
        pack: the language pack of its language.
    """
    text, told = blanked(article.text), Told()
    return [
        TimeMention(time.start, time.end, article.text[time.start : time.end], When(time.form))
        for tokens in _stretches(text, pack)
        for time in find_times(tokens, pack, told)
    ]
