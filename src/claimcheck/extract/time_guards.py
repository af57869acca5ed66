"""Whether a shape of the time grammar is a time where it stands: "2019" may be a count, "8 uur" a length of time.

Each rule of the grammar that needs it has a guard here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from claimcheck.extract.line import past_hyphen
from claimcheck.extract.time_grammar import Match
from claimcheck.extract.unit import PERSON
from claimcheck.lang import Opener, Pack, Tokens
from claimcheck.model import Granularity, Mod
from claimcheck.units import to_base

__all__ = ["Guard"]

_FIRST_MODERN, _LAST_MODERN = 1900, 2049
"""Numbers that are rather years than anything else, where nothing is counted by them."""
_THOUSAND = 1000
_TENSE_REACH = 12
"""Tokens back, and half of it ahead, in which a word of the future governs a time."""
_STOPS = frozenset({".", ";", ":"})
_OPENERS = frozenset({"(", "'", "’", "-", "–", "—", '"', "“", "«", "/"})
"""Signs that a year may be glued to."""
_RANGE_SIGNS = frozenset({"/", "-", "–"})
_HALVES = frozenset({Opener.DECIMAL, Opener.PART})
_MINUTE = "minute"


@dataclass(frozen=True, slots=True)
class Guard:
    """The words around a time in a stretch of text."""

    tokens: Tokens
    pack: Pack

    def fits(self, match: Match, start: int) -> bool:
        """Whether a match that starts at a token is a time there."""
        if match.rule.endswith("month_first") and not self.pack.times.month_first:
            return False
        guard = self._BY_RULE.get(match.rule)
        return guard is None or guard(self, match, start)

    def is_planned(self, start: int, end: int) -> bool:
        """Whether the nearest word of tense around a time speaks of the future."""
        return self._tense(start, end) is True

    def _tense(self, start: int, end: int) -> bool | None:
        """Return whether the nearest word of tense around a time speaks of the future, None where there is none."""
        tokens, lexicon, has_verb = self.tokens, self.pack.times, False
        for at in range(start, max(0, start - _TENSE_REACH), -1):
            word = tokens.lower[at - 1]
            if word in _STOPS:
                break
            if (hit := lexicon.tense.before(tokens, at)) is not None:
                auxiliary = lexicon.tense.before(tokens, hit[0])  # "will have"
                return hit[1] or (auxiliary is not None and auxiliary[1])
            if self._is_future(at - 1):
                return True
            verb = self.pack.predicates.get(word)
            has_verb = has_verb or (verb is not None and verb.is_verb)
        return None if has_verb else self._tense_after(end)  # "announced on Monday that it will" is no plan

    def _tense_after(self, end: int) -> bool | None:
        tokens, lexicon = self.tokens, self.pack.times
        for at in range(end, min(tokens.count, end + _TENSE_REACH // 2)):
            if tokens.lower[at] in _STOPS:
                return None
            if (hit := lexicon.tense.after(tokens, at)) is not None:
                return hit[1]
            if self._is_future(at):
                return True
        return None

    def _is_future(self, at: int) -> bool:
        return self.pack.is_future(self.tokens.words[at], self.tokens.words[at - 1] if at else "")

    def is_apart(self, end: int) -> bool:
        """Whether no noun or the like follows."""
        after = self.tokens.lower[end]
        return not after[:1].isalpha() or after in self.pack.function_words

    def thing_aged(self, end: int) -> int | None:
        """Return the index past "old" after a length of time that is the age of a thing, not of a person."""
        hit = self.pack.quantities.ages.after(self.tokens, past_hyphen(self.tokens, end))
        noun = None if hit is None else self.pack.nouns.get(self.tokens.lower[hit[0]])
        return None if hit is None or noun is None or to_base(noun).unit == PERSON else hit[0]

    def _kinds_before(self, at: int) -> set[str]:
        """Return the classes of the word before a token."""
        return {kind for kind, end, _ in self.pack.times.at(self.tokens, at - 1) if end == at} if at else set()

    def _has_cue(self, at: int) -> bool:
        """Whether the word before a token, past an article, is one that a lone year or month follows."""
        cues, lower = self.pack.times.bare_cues, self.tokens.lower
        if not at:
            return False
        if lower[at - 1] in cues:
            return True
        return "the" in self._kinds_before(at) and (at == 1 or lower[at - 2] in cues)

    def _has_hour_cue(self, at: int) -> bool:
        """Whether a word before a token is one that an hour or a weekday follows."""
        lexicon, places = self.pack.times, (place for place in (at - 1, at - 2) if place >= 0)
        return any(kind == "on" and end == at for place in places for kind, end, _ in lexicon.at(self.tokens, place))

    def _counts(self, end: int) -> bool:
        """Whether a unit, a magnitude or a counted noun stands after a number."""
        words, tokens = self.pack.quantities, self.tokens
        if end >= tokens.count:
            return False
        if tokens.lower[end] in {"-", ":", "%"}:
            return True
        tables = (words.units, words.symbols, words.currencies, words.numbers.magnitudes, words.nouns)
        return any(table.after(tokens, end) is not None for table in tables)

    def _counts_things(self, end: int) -> bool:
        """Whether a unit, a magnitude or any noun in the plural stands after a number."""
        word = self.tokens.lower[end]
        is_word = word in self.pack.function_words or word in self.pack.predicates
        return self._counts(end) or (not is_word and self.pack.is_plural(self.tokens.words[end]))

    def _is_article(self, at: int) -> bool:
        word = self.tokens.lower[at]
        return word in self.pack.articles or any(kind == "the" for kind, *_ in self.pack.times.at(self.tokens, at))

    def _is_named(self, match: Match, start: int) -> bool:
        """Whether a lone name of a month, weekday or day is one: other words that look the same need a cue."""
        words, lexicon, end = self.tokens.lower, self.pack.times, match.end
        if len(match.items) == 1 and match.items[0][0] == "M" and self._is_name(start, end):
            return False
        if match.items[-1][0] == "YY" and self._counts_things(end):
            return False  # "in May 40 people"
        written = " ".join(words[start:end]).removesuffix(" .")
        if len(match.items) > 1 or written not in lexicon.doubtful:
            return len(match.items) > 1 or match.items[0][0] != "DP" or end > start + 1
        kinds = {kind for kind, *_ in lexicon.at(self.tokens, start)}
        if "D" in kinds:  # "morgen", but "der Morgen", "la mañana"
            is_noun = bool(start) and self.tokens.words[start] != words[start]
            return not is_noun and not (start and self._is_article(start - 1))
        if "W" in kinds:  # "na quinta", but "na quinta tentativa"
            return self._has_hour_cue(start) and self.is_apart(end)
        return self._has_cue(start)

    def _is_day_of_month(self, match: Match, start: int) -> bool:
        """Whether a number is a day: "Friday 12th", and "on the 12th" where nothing is numbered by it."""
        if match.items[0][0] == "the":
            is_printed = self.tokens.words[start + 1][0].isdigit()
            return is_printed and self._has_hour_cue(start) and self.is_apart(match.end)
        last = match.items[-1][0]
        if last != "N":
            return last == "rp" or self.is_apart(match.end)
        if not self.tokens.words[match.end - 1].isdecimal():
            return False  # "mardi, deux autres"
        following = {kind for kind, *_ in self.pack.times.at(self.tokens, match.end)}
        return not self._counts(match.end) and following.isdisjoint({"CL", "CM", "sl"})

    def _is_date(self, match: Match, start: int) -> bool:
        """Whether "5/12" is a day: after a word that days follow."""
        return match.items[0][0] != "dm" or bool({"on", "to", "fr", "btw"} & self._kinds_before(start))

    def _is_part_of_year(self, match: Match, start: int) -> bool:
        """Whether a lone half or season is a time there, not what something is named after ("winter games")."""
        told = [kind for kind, *_ in match.items if kind != "the"]
        if len(told) > 1 or any(letter.isdigit() for word in self.tokens.words[start : match.end] for letter in word):
            return True
        at = match.items[-2][1] if len(match.items) > 1 else start
        if self._follows_of(match.end):
            return False  # "the first half of the match"
        kinds = self._kinds_before(at)
        first = at - 1 if "the" in kinds else at
        if (
            self.tokens.lower[at] in self.pack.times.doubtful
            and self.tokens.lower[first - 1] not in self.pack.times.bare_cues
        ):
            return False  # "the fall of the wall"
        return self._has_cue(at) and ("of" not in kinds or "the" in kinds)

    def _is_quarter(self, match: Match, _start: int) -> bool:
        """Whether two digits after a quarter are its year ("1T25"), and it is no quarter of something else."""
        if len(match.items) == 1 and self._follows_of(match.end):
            return False
        return match.items[-1][0] != "YY" or self.tokens.is_glued(match.end - 1)

    def _follows_of(self, end: int) -> bool:
        """Whether what it is a part of follows, in words: "of the match", but "third quarter of $8 million"."""
        past = next((past for kind, past, _ in self.pack.times.at(self.tokens, end) if kind == "of"), None)
        return past is not None and self.tokens.words[past][:1].isalpha()

    def _is_name(self, start: int, end: int) -> bool:
        """Whether a lone word is part of a name: "June Carter", "Rio de Janeiro", a month with a capital of its own."""
        words, pack = self.tokens.words, self.pack
        if pack.has_capitals:
            return False
        is_capital = words[start][0].isupper()
        if words[end][:1].isupper() and is_capital and not self._has_cue(start):
            return True
        if "of" in self._kinds_before(start) and start > 2 and words[start - 2][0].isupper():  # noqa: PLR2004
            return words[start - 3] not in _STOPS
        return is_capital and start > 0 and not pack.times.has_capital_months and words[start - 1] not in _STOPS

    def _is_relative(self, match: Match, start: int) -> bool:
        """Whether a unit is one of the calendar; a word for a half counts it instead ("half jaar", "meio ano")."""
        is_halved = self.pack.quantities.numbers.openers.get(self.tokens.lower[start]) in _HALVES
        return not is_halved or [kind for kind, *_ in match.items] != ["P", "U"]

    def _is_years(self, _match: Match, start: int) -> bool:
        return self.pack.quantities.name_before.before(self.tokens, start) is None

    def _is_ago(self, match: Match, start: int) -> bool:
        """Whether how long ago is all there: behind "120,000" or "144K", which no calendar has, "years ago" is not."""
        tokens, counted = self.tokens, self.pack.quantities.numbers.counted
        if match.items[0][0] != "U" or not start:
            return True
        first = start - 1 - tokens.is_glued(start - 1)
        return not tokens.words[first][0].isdigit() and tokens.lower[start - 1] not in counted

    def _is_later(self, match: Match, _start: int) -> bool:
        """Whether "ten years after" is said of the time told before, not of a noun that follows."""
        at, end = match.items[-2][1], match.end
        is_after = any(kind in {"aft", "bef"} for kind, *_ in self.pack.times.at(self.tokens, at))
        return not is_after or (self.is_apart(end) and not self._is_article(end))

    def _is_year(self, match: Match, start: int) -> bool:
        """Whether a lone number is a year: after a word that years follow, or where nothing is counted by it."""
        tokens, pack, end = self.tokens, self.pack, match.end
        if len(match.items) > 1:
            return True
        has_cue = self._has_cue(start)
        if match.items[0][0] == "YS":  # "en dos mil", but "más de dos mil" neighbours
            return has_cue and pack.quantities.bound_before.before(tokens, start) is None and self.is_apart(end)
        before, after = tokens.words[start - 1] if start else "", tokens.lower[end]
        if tokens.is_glued(start) and before not in _OPENERS and not before.endswith("'"):
            return False
        if before in _RANGE_SIGNS and start > 1 and tokens.words[start - 2][-1:].isdigit():
            return False  # "31/02/2026"
        if after in {"%", "/"} or (after in {"-", ":"} and tokens.is_glued(end) and tokens.is_glued(end + 1)):
            return False
        if before == "#" or pack.quantities.signs.before(tokens, start) is not None:
            return False
        if before == "(" and after == ")":
            return True
        if has_cue or self._counts(end):
            return not self._counts(end)
        is_name = pack.quantities.name_before.before(tokens, start) is not None
        is_model = not pack.has_capitals and start > 1 and before[:1].isupper()  # "Peugeot 2008"
        is_name = is_name or (is_model and tokens.words[start - 2] not in _STOPS)
        is_told = (
            before.lower() in pack.function_words and int(tokens.words[start]) % _THOUSAND != 0
        )  # "its 1990 invasion"
        is_verb = pack.has_capitals and tokens.words[end][:1].islower()  # "wurde 2019 eröffnet"
        is_modern = _FIRST_MODERN <= int(tokens.words[start]) <= _LAST_MODERN
        return is_modern and not is_name and (is_verb or is_told or self.is_apart(end))

    def _is_again(self, match: Match, start: int) -> bool:
        """Whether a unit stands for one of the calendar: "the quarter", "am Wochenende"."""
        kinds = [kind for kind, *_ in match.items]
        if kinds == ["U"]:
            return match.items[0][2] == (Granularity.WEEKEND, False) and self._has_hour_cue(start)
        if kinds == ["U", "A"] and not self.pack.syntax.is_head_first:
            return False  # "last month that", "het jaar dat", where the word for "that" stands before its noun
        is_of = any(kind == "of" for kind, *_ in self.pack.times.at(self.tokens, match.end))  # "the week of April 10"
        return kinds[0] != "the" or is_of or self._has_cue(start)

    def _is_ahead(self, match: Match, start: int) -> bool:
        """Whether "in three years" is a time ahead: not of what is over; where the word is doubtful, only in a plan."""
        is_before = match.items[0][0] == "aheadb"
        tense = self._tense(start, match.end) if is_before else True
        return tense is True or (tense is None and self.tokens.lower[start] not in self.pack.times.doubtful)

    def _minutes_follow(self, at: int) -> bool:
        """Whether a number of minutes goes on with what ends at a token."""
        tokens, words = self.tokens, self.pack.quantities
        joint = words.numbers.range_words.after(tokens, at)
        place = at if joint is None else joint[0]
        unit = words.units.after(tokens, place + 1) or words.symbols.after(tokens, place + 1)
        return tokens.words[place].isdecimal() and unit is not None and unit[1] == _MINUTE

    def _is_clock(self, match: Match, start: int) -> bool:
        """Whether a number is a time of day: "8 uur" may be eight hours."""
        kinds = {kind for kind, *_ in match.items}
        if kinds == {"at", "N"}:
            is_range = self.tokens.lower[match.end] in self.pack.quantities.numbers.joiners
            return not is_range and not self._counts(match.end)
        if "P" in self._kinds_before(start):
            return False  # Dutch "half acht" is 7:30
        if kinds <= {"N", "col", "MM"}:  # "20:15" may be a score
            return self._has_hour_cue(start) or self._stands_by_day(start)
        if not kinds.isdisjoint({"at", "ah", "CL", "HW", "H4", "col", "MM"}) or {"HM", "CM"} <= kinds:
            return True
        if "CM" not in kinds:
            return self._has_hour_cue(start)
        if self._minutes_follow(match.end):
            return False  # "en 2 horas y 8 minutos"
        mark = next(end for kind, end, _ in match.items if kind == "CM") - 1
        is_unit = any(kind == "U" for kind, *_ in self.pack.times.at(self.tokens, mark))
        cue = self.pack.times.cues.before(self.tokens, start)
        is_length = cue is not None and cue[1] is Mod.SINCE  # "depuis 24 heures"
        return not is_unit or (self._has_hour_cue(start) and not is_length)

    def _stands_by_day(self, start: int) -> bool:
        """Whether a date or a weekday stands right before, as in a date stamp."""
        before = self.tokens.words[start - 1] if start else ""
        before = self.tokens.words[start - 2] if before == "," and start > 1 else before
        return before[:1].isdigit() or bool({"W", "D", "DP", "M"} & self._kinds_before(start))

    def _is_part_of_day(self, match: Match, start: int) -> bool:
        return len(match.items) > 1 or match.end > start + 1

    def _is_duration(self, match: Match, start: int) -> bool:
        """Whether a count of units is a length of time: not an age, nor what "a" makes a rate ("twice a day")."""
        tokens, first = self.tokens, match.items[0][0]
        if first in {"U", "ART"}:
            return first == "ART" and self._has_cue(start)
        if self.thing_aged(match.end) is not None:
            return True
        unit = next(value[0] for kind, _, value in match.items if kind == "U")
        if self._is_age(start, match.end, in_years=unit == "year"):
            return False
        return not (tokens.is_glued(start) and tokens.words[start - 1][-1:].isalnum())

    def _is_age(self, start: int, end: int, *, in_years: bool) -> bool:
        tokens, words = self.tokens, self.pack.quantities
        is_old = words.ages.after(tokens, past_hyphen(tokens, end)) is not None
        if is_old or words.ages_before.before(tokens, start) is not None:
            return True
        if not in_years:
            return False
        if "of" in self._kinds_before(start) and start > 1:  # "un homme de 38 ans"
            noun = self.pack.nouns.get(tokens.lower[start - 2])
            return noun is not None and to_base(noun).unit == PERSON
        return bool(start) and tokens.lower[start - 1] in {",", "("} and tokens.lower[end] in {",", ")", "."}

    _BY_RULE: ClassVar[Mapping[str, Callable[[Guard, Match, int], bool]]] = {
        "month": _is_named,
        "weekday": _is_named,
        "day": _is_named,
        "date": _is_date,
        "day_of_month": _is_day_of_month,
        "half": _is_part_of_year,
        "season": _is_part_of_year,
        "quarter": _is_quarter,
        "year": _is_year,
        "years": _is_years,
        "relative": _is_relative,
        "ago": _is_ago,
        "later": _is_later,
        "earlier": _is_later,
        "again": _is_again,
        "ahead": _is_ahead,
        "clock": _is_clock,
        "part_of_day": _is_part_of_day,
        "duration": _is_duration,
    }
