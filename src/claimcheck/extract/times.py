"""Time expressions: where they stand and what their words say, before any calendar."""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.adapters.dateparser import full_date
from claimcheck.extract.time_context import Told
from claimcheck.extract.time_forms import form_of
from claimcheck.extract.time_grammar import Match, matches
from claimcheck.extract.time_guards import Guard
from claimcheck.extract.time_items import TimeItems
from claimcheck.extract.time_joins import joined
from claimcheck.extract.time_span import TimeSpan
from claimcheck.lang import Pack, Tokens
from claimcheck.model import Granularity, Mod, TimeForm, WhenKind

__all__ = ["find_times"]

_LEFTOVER = re.compile(
    r"\b\d{1,2}[-. ]{1,2}[^\W\d]{3,10}[-., ]{1,2}\d{4}\b|\b[^\W\d]{3,10}\.? \d{1,2}\w{0,2}[ ,]+\d{4}\b"
)
_IDLE = frozenset({"deictic", "set", "part_of_day"})
"""Rules whose times claim nothing by themselves, beside lengths of time."""
_TENSED = frozenset({Granularity.DAY, Granularity.MONTH, Granularity.QUARTER, Granularity.SEASON, Granularity.HALF})
"""What lies ahead or behind by the tense of its sentence, where no year or the like says it."""
_CONJUNCTIONS = frozenset({Mod.AFTER, Mod.BEFORE})
"""Bounds whose words may belong to the noun that a time describes."""
_BOUNDLESS = frozenset({WhenKind.VAGUE, WhenKind.DURATION, WhenKind.SET})


def find_times(tokens: Tokens, pack: Pack, told: Told | None = None) -> list[TimeSpan]:
    """Return the time expressions of a stretch of text, from left to right.

    Args:
        tokens: those of the stretch.
        pack: the language pack.
        told: the times that the article told before; those found are added to it.
    """
    numbers, words = pack.quantities.numbers, tokens.present
    is_timed = tokens.has_digits or not (pack.times.openers.isdisjoint(words) and numbers.counted.isdisjoint(words))
    if not is_timed and not any(map(numbers.is_compound, words)):
        return []
    spans = joined(_read(tokens, pack), tokens, pack)
    if tokens.has_digits and not spans:
        spans = _leftovers(tokens, pack)
    told = Told() if told is None else told
    told.is_near = False
    return [told.placed(span) for span in spans]


def _read(tokens: Tokens, pack: Pack) -> list[TimeSpan]:
    """Read the times that the grammar knows, at each place the longest that is one."""
    starters, may_open = pack.times.starters, pack.quantities.numbers.may_open
    articles = pack.times.articles
    guard, items = Guard(tokens, pack), TimeItems(tokens, pack)
    found: list[TimeSpan] = []
    done = 0
    for at, word in enumerate(tokens.lower[: tokens.count]):
        if at < done or not (
            word in starters or "0" <= word[0] <= "9" or may_open(word) or (word[-1] == "'" and word[:-1] in starters)
        ):
            continue
        is_article = word in articles or word in pack.articles
        if is_article and not items.at(at + 1):  # the quickest way past the commonest words
            continue
        span = next((span for match in matches(at, items.at) if (span := _time_at(guard, at, match)) is not None), None)
        if span is not None:
            found.append(span)
            done = span.past
    return found


def _time_at(guard: Guard, at: int, match: Match) -> TimeSpan | None:
    """Return the time that a match at a token is, None where it is none."""
    form = form_of(match) if guard.fits(match, at) else None
    if form is None:
        return None
    if match.rule == "duration" and (end := guard.thing_aged(match.end)) is not None:  # "86-year-old hall"
        match, form = replace(match, end=end), replace(form, direction=-1)
    return _span(guard, at, match, _with_tense(form, guard, at, match.end))


def _with_tense(form: TimeForm, guard: Guard, start: int, end: int) -> TimeForm:
    """Say of a time without a year or a direction whether the words around speak of the future."""
    if form.granularity not in _TENSED or form.year is not None or form.count is not None or form.direction:
        return form
    return replace(form, planned=True) if guard.is_planned(start, end) else form


def _span(guard: Guard, first: int, match: Match, form: TimeForm) -> TimeSpan:
    """Take in the article before a time, and a word that bounds it ("since 2019", "by Friday")."""
    tokens, lexicon, end = guard.tokens, guard.pack.times, match.end
    is_length = form.kind is WhenKind.DURATION and (form.count is not None or form.direction <= 0)
    is_idle = match.rule in _IDLE or is_length or (form.from_text and form.part_of_day is not None)
    cue = lexicon.cues.before(tokens, first)
    has_article = cue is None and first > 0 and not is_idle
    if has_article and any(kind == "the" and past == first for kind, past, _ in lexicon.at(tokens, first - 1)):
        first -= 1
        cue = lexicon.cues.before(tokens, first)
    is_free = form.mod is None or (cue is not None and cue[1] is not Mod.APPROX)  # "since the end of 2022"
    if cue is not None and is_free and form.until is None and form.kind not in _BOUNDLESS:
        is_noun = cue[1] in _CONJUNCTIONS and form.year is None and not guard.is_apart(end)  # "after Monday's attack"
        is_deadline = cue[1] is Mod.BY and form.granularity is Granularity.MONTH
        if not is_noun:
            first, form = cue[0], replace(form, mod=cue[1], planned=form.planned or is_deadline)
    past = tokens.ends[end - 1]
    last = tokens.words[end - 1]
    if last[-1] == "'" and len(last) > 1:
        past -= 1  # "Monday's"
    return TimeSpan(tokens.starts[first], past, form, first, end, is_idle=is_idle, is_counted=match.rule == "ago")


def _leftovers(tokens: Tokens, pack: Pack) -> list[TimeSpan]:
    """Ask dateparser about full dates in forms that the grammar does not read."""
    found: list[TimeSpan] = []
    for match in _LEFTOVER.finditer(tokens.text, tokens.starts[0], tokens.ends[-1]):
        day = full_date(match.group(), pack.code)
        if day is not None:
            form = TimeForm(WhenKind.POINT, Granularity.DAY, year=day.year, month=day.month, day=day.day)
            first = next(at for at in range(tokens.count) if tokens.ends[at] > match.start())
            past = next((at for at in range(first, tokens.count) if tokens.starts[at] >= match.end()), tokens.count)
            found.append(TimeSpan(match.start(), match.end(), form, first, past))
    return found
