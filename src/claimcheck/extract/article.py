"""Put the finders together: from an article to its claims, each with its span, its value as written and its roles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.adapters.spacy import sentences
from claimcheck.extract.names import seen_names
from claimcheck.extract.quantities import QuantitySpan, find_quantities
from claimcheck.extract.roles import Roles, SentenceView, view
from claimcheck.extract.scan import blanked, lines
from claimcheck.extract.schedules import ScheduleSpan, find_schedules
from claimcheck.extract.times import TimeSpan, find_times
from claimcheck.lang import Pack, predicate_group
from claimcheck.model import (
    Article,
    Bound,
    Claim,
    ClaimKind,
    Granularity,
    Schedule,
    Status,
    TimeForm,
    TimeMention,
    When,
    WhenKind,
)
from claimcheck.units import is_currency, main_currency

__all__ = ["extract_claims", "time_mentions"]

_BACK_REACH = 600
"""Characters over which "this investment" or "the money" points back to an amount."""
_LEAST_MONEY = 10**6
"""A bare number below this is not taken for money by its predicate alone."""


@dataclass(frozen=True, slots=True)
class _Spans:
    """What was found in one line, before roles."""

    times: list[TimeSpan]
    quantities: list[QuantitySpan]
    schedules: list[ScheduleSpan]

    def __bool__(self) -> bool:
        return bool(self.times or self.quantities or self.schedules)


def extract_claims(article: Article, pack: Pack) -> list[Claim]:
    """Return the claims of an article in the order of its text.

    Args:
        article: its text is read; its date is not.
        pack: the language pack of its language.
    """
    text = blanked(article.text)
    claims = list(_walk(article, text, pack))
    currency = main_currency(claim.quantity.unit for claim in claims if claim.quantity is not None)
    claims = [_with_unit(claim, currency) for claim in claims]
    claims = _with_schedules(claims)
    return [replace(claim, id=f"{article.id}:{number}") for number, claim in enumerate(claims, 1)]


def _walk(article: Article, text: str, pack: Pack) -> Iterator[Claim]:
    seen = seen_names(text)
    previous: tuple[str, ...] = ()
    for start, end in lines(text):
        times = find_times(text, start, end, pack)
        spans = _Spans(times, find_quantities(text, start, end, pack, times), find_schedules(text, start, end, pack))
        if not spans and not pack.milestone_forms.find(text, start, end):
            continue
        for sentence in sentences(text[start:end], pack.code, start):
            sentence_view = view(text, sentence, pack, seen)
            yield from _claims(article, sentence_view, spans, previous)
            previous = _participants(sentence_view, previous)


def _claims(article: Article, at: SentenceView, spans: _Spans, previous: tuple[str, ...]) -> Iterator[Claim]:
    """Yield the claims of one sentence from left to right."""
    inside = at.sentence
    found = [
        _quantity_claim(article, at, span, spans.times, previous)
        for span in spans.quantities
        if inside.start <= span.start < inside.end
    ]
    for time in spans.times:
        if inside.start <= time.start < inside.end:
            found += _date_claim(article, at, time, previous)
    for clause in spans.schedules:
        if inside.start <= clause.start < inside.end:
            found.append(_schedule_claim(article, at, clause, previous))
    found += _milestones(article, at, found, previous)
    yield from sorted(found, key=lambda claim: (claim.start, claim.end))


def _claim(article: Article, at: SentenceView, span: tuple[int, int], roles: Roles, previous: tuple[str, ...]) -> Claim:
    start, end = span
    return Claim(
        id="",
        article=article.id,
        kind=ClaimKind.QUANTITY,
        start=start,
        end=end,
        text=article.text[start:end],
        sentence=(at.sentence.start, at.sentence.end),
        subject=roles.subject,
        predicate=roles.predicate,
        predicate_text=roles.predicate_text,
        object=roles.object,
        measure=roles.measure,
        status=roles.status,
        attribution=roles.attribution,
        participants=_participants(at, previous),
        context=at.context,
    )


def _participants(at: SentenceView, previous: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of a sentence, with those of the one before where it names none or points back ("The deal")."""
    if at.participants and at.back_reference() is None:
        return at.participants
    return tuple(dict.fromkeys((*at.participants, *previous)))


def _quantity_claim(
    article: Article, at: SentenceView, span: QuantitySpan, times: list[TimeSpan], previous: tuple[str, ...]
) -> Claim:
    roles = at.roles(span.start, span.end, span.measure)
    quantity, measure, predicate = span.quantity, roles.measure, roles.predicate
    if not quantity.unit and (noun := _subject_unit(at, roles, span)) is not None:
        quantity, measure = replace(quantity, unit=noun[0], per=noun[0].partition("/")[2] or None), noun[1]
        counted = at.pack.predicates.get(noun[1].lower())  # "the death toll rose to five" says how many were killed
        predicate = counted.name if counted is not None and predicate in predicate_group("counting") else predicate
    clock = _clock(at, span, [time for time in times if at.sentence.start <= time.start < at.sentence.end])
    claim = _claim(article, at, (span.start, span.end), roles, previous)
    return replace(
        claim,
        quantity=quantity,
        measure=measure,
        predicate=predicate,
        as_of=article.text[clock.start : clock.end] if clock is not None else None,
        period=When(clock.form) if clock is not None else None,
        note=f"may mean {span.each} of {claim.text.removesuffix(span.each).strip()} each" if span.each else None,
        confidence=0.9 if quantity.unit and roles.predicate else 0.7,
    )


def _clock(at: SentenceView, span: QuantitySpan, times: list[TimeSpan]) -> TimeSpan | None:
    """Return the time that a quantity belongs to: the one beside it, else the only one, where it opens the sentence."""
    beside = [time for time in times if at.is_near(span.start, span.end, (time.start, time.end))]
    if len(beside) == 1:
        return beside[0]
    opens = len(times) == 1 and at.sentence.index_at(times[0].start) <= 1
    return times[0] if opens and not beside else None


def _subject_unit(at: SentenceView, roles: Roles, span: QuantitySpan) -> tuple[str, str] | None:
    """Give a bare number after a verb the noun that is the verb's subject: "users have reached 700 million"."""
    pack = at.pack
    if roles.predicate in predicate_group("persons"):
        return "person", roles.predicate_text or ""
    places = [at.sentence.index_at(span.start)]
    if roles.predicate_span is not None and roles.predicate_span[1] <= span.start:
        places.insert(0, at.sentence.index_at(roles.predicate_span[0]))
    for noun in filter(None, map(at.noun_before, places)):
        head, phrase = noun
        name = pack.nouns.get(head) or (pack.singular(head.lower()) if pack.is_plural(head) else None)
        if name is not None:
            return _with_period(name, phrase, pack), phrase
    toll = next(iter(pack.nouns.find(at.text, 0, max(0, span.start - at.sentence.start))), None)
    if roles.predicate in predicate_group("counting") and toll is not None:
        return toll.value, at.text[toll.start : toll.end]
    return None


def _with_period(name: str, phrase: str, pack: Pack) -> str:
    """Add the period of a phrase to its unit: "weekly active users" are users a week."""
    periods = (pack.period_adjectives.get(word.lower()) for word in phrase.split())
    period = next((period for period in periods if period), None)
    return f"{name}/{period}" if period else name


def _date_claim(article: Article, at: SentenceView, time: TimeSpan, previous: tuple[str, ...]) -> list[Claim]:
    """Make the claim of a time; a vague one ("of late") claims something only with a verb that it dates."""
    roles = at.roles(time.start, time.end, of_time=True)
    if time.form.kind is WhenKind.SET or (time.form.kind is WhenKind.VAGUE and not roles.is_verb):
        return []
    claim = _claim(article, at, (time.start, time.end), roles, previous)
    return [replace(claim, kind=ClaimKind.DATE, when=When(time.form), measure=None)]


def _schedule_claim(article: Article, at: SentenceView, clause: ScheduleSpan, previous: tuple[str, ...]) -> Claim:
    """Make the claim of a schedule; its predicate is left open where the sentence points back to an amount."""
    roles = at.roles(clause.start, clause.end)
    claim = _claim(article, at, (clause.start, clause.end), roles, previous)
    points_back = clause.is_stepwise or not at.pack.condition_money.isdisjoint(at.context)
    predicate = at.back_reference() or (None if points_back else roles.predicate)
    return replace(
        claim, kind=ClaimKind.SCHEDULE, schedule=Schedule(clause.per), condition=claim.text, predicate=predicate
    )


def _milestones(article: Article, at: SentenceView, found: list[Claim], previous: tuple[str, ...]) -> Iterator[Claim]:
    """Yield a claim for a milestone that is said to be done or planned without any time."""
    timed = {claim.predicate for claim in found if claim.kind is ClaimKind.DATE}
    tokens = at.sentence.tokens
    for predicate in at.predicates:
        if not predicate.is_verb or predicate.name not in predicate_group("milestones") or predicate.name in timed:
            continue
        start, end = tokens[predicate.first].start, tokens[predicate.end - 1].end
        roles = at.roles_of(predicate)
        direction = {Status.DONE: -1, Status.PLANNED: 1}.get(roles.status)
        if direction is None:
            continue
        form = TimeForm(WhenKind.VAGUE, Granularity.DAY, direction=direction)
        claim = _claim(article, at, (start, end), roles, previous)
        yield replace(
            claim,
            kind=ClaimKind.DATE,
            when=When(form),
            confidence=0.5,
            note="no time stated",
        )


def _with_unit(claim: Claim, currency: str | None) -> Claim:
    """Take a large bare number after "spend" or "invest" for money in the currency of the article."""
    quantity = claim.quantity
    if quantity is None or quantity.unit or currency is None or claim.predicate not in predicate_group("money"):
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
                object=amount.object,
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


def time_mentions(article: Article, claims: Sequence[Claim], pack: Pack) -> list[TimeMention]:
    """Return every time expression of an article as written, and its durations.

    Args:
        article: its text is read.
        claims: the claims of the article, for the durations among them.
        pack: the language pack of its language.
    """
    text = blanked(article.text)
    found = [
        TimeMention(time.start, time.end, article.text[time.start : time.end], When(time.form))
        for start, end in lines(text)
        for time in find_times(text, start, end, pack)
    ]
    for claim in claims:
        quantity = claim.quantity
        if quantity is not None and quantity.unit in pack.times.units.values() and quantity.value is not None:
            form = TimeForm(
                WhenKind.DURATION, Granularity(quantity.unit), unit=quantity.unit, count=int(quantity.value)
            )
            found.append(TimeMention(claim.start, claim.end, claim.text, When(form)))
    return sorted(found, key=lambda mention: mention.start)
