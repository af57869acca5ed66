"""What a number counts where it has no unit: "23 pirates", "700 million weekly users", "killing 12"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from claimcheck.extract.line import Line, past_hyphen, past_link
from claimcheck.extract.number import Number
from claimcheck.extract.unit import PERSON, Unit
from claimcheck.lang import Pack, Pos, VerbForm, predicate_group

__all__ = ["counted_noun", "counted_people"]

_NOUN_REACH = 5
"""Words, hyphened ones counted by their parts, in which a counted noun must be found."""
_AUXILIARIES = 2
_TIED = 3
"""Letters that a word which a hyphen ties to a number must have: "12-gauge", but not "10-K"."""
_LONGEST_MODEL = 4
_TOLL_REACH = 6
"""Tokens between a number, the verb that leads to it, and the word for those it counts."""


def counted_noun(line: Line, number: Number) -> Unit | None:
    """Read the counted noun: one of the pack, the first plural within a few words, or what a hyphen ties on.

    A period in its modifiers ("weekly active users") becomes part of the unit.
    """
    tokens, words, pack = line.tokens, line.words, line.pack
    linked = past_link(line, number)
    begin = linked if linked is not None else past_hyphen(tokens, number.end)
    tied = begin > number.end and linked is None and tokens.is_glued(begin)
    while (follower := words.followers.after(tokens, begin)) is not None:
        begin = follower[0]
    period = None
    for at in _phrase_words(line, begin):
        word = tokens.lower[at]
        if (noun := words.nouns.after(tokens, at)) is not None and not _is_modifier_of(line, noun[0], number):
            return None if _is_address(line, number, at) else _noun_unit(line, begin, at, noun, period)
        if _joins_modifiers(line, begin, at):
            continue
        if word in pack.function_words or word in pack.clause_breaks:
            return None
        if at > begin and (measured := words.units.after(tokens, at)) is not None and pack.is_plural(tokens.words[at]):
            return Unit(measured[1], measured[0], measure=line.text(begin, measured[0]))
        period = period or words.period_adjectives.get(word)
        is_modifier = word in pack.premodifiers or word in words.period_adjectives
        if not is_modifier and ((tied and len(word) >= _TIED) or _is_counted(line, number, at, is_first=at == begin)):
            name = _with_period(_phrase(line, begin, at, _head(tokens.words[at], pack)), period)
            return Unit(name, at + 1, measure=line.text(begin, at + 1), known=tied)
    return None


def _phrase_words(line: Line, begin: int) -> Iterator[int]:
    """Yield the words that may make a noun phrase.

    Hyphens between them are passed, and digits of a name ("Borno-2", "new 747 Cargo planes"); any other sign ends it.
    """
    tokens = line.tokens
    for at in range(begin, min(tokens.count, begin + _NOUN_REACH)):
        if tokens.words[at] == "-" and at > begin and tokens.is_glued(at) and tokens.is_glued(at + 1):
            continue
        if at > begin + 1 and tokens.words[at].isdigit() and tokens.words[at - 1] == "-" and tokens.is_glued(at):
            continue
        if at > begin and _is_model(line, at):
            continue
        is_hanging = at > begin and tokens.is_glued(at) and tokens.words[at - 1] != "-"
        if is_hanging or not tokens.words[at][0].isalpha():
            return
        yield at


def _is_model(line: Line, at: int) -> bool:
    """Whether digits inside a noun phrase are the name of a model, beside a capital: "Velora 750 trains"."""
    tokens, words = line.tokens, line.words
    before, word, after = tokens.words[at - 1], tokens.words[at], tokens.words[at + 1]
    if not word.isdecimal() or len(word) > _LONGEST_MODEL or tokens.is_glued(at) or tokens.is_glued(at + 1):
        return False
    is_named = after[:1].isalpha() and before.isalpha() and (before[0].isupper() or after[0].isupper())
    is_measure = any(table.after(tokens, at + 1) is not None for table in (words.units, words.symbols, words.signs))
    return is_named and not is_measure and tokens.lower[at - 1] not in line.pack.times.openers


def _joins_modifiers(line: Line, begin: int, at: int) -> bool:
    """Whether a word joins two modifiers of a plural right after them: "dozens of Roman and Greek coins"."""
    tokens, pack = line.tokens, line.pack
    if at != begin + 1 or at + 2 >= tokens.count or not pack.syntax.small.get(tokens.lower[at], 0) & Pos.CCONJ:
        return False
    one, other, head = tokens.words[begin], tokens.words[at + 1], tokens.words[at + 2]
    is_alike = other.isalpha() and one[0].isupper() == other[0].isupper() and not pack.is_plural(other)
    is_word = other.lower() not in pack.function_words and other.lower() not in line.words.numbers.words
    return is_alike and is_word and head.isalpha() and pack.is_plural(head) and head.lower() not in pack.function_words


def _is_counted(line: Line, number: Number, at: int, *, is_first: bool) -> bool:
    """Whether a word is the noun that is counted: a plural, or after "one" a word that is neither verb nor name."""
    word = line.tokens.words[at]
    if line.pack.is_plural(word):
        predicate = line.pack.predicates.get(line.tokens.lower[at])
        return not (is_first and predicate is not None and predicate.is_verb)
    if number.low != 1 or number.high != 1 or not number.spelled or number.is_share:
        return False
    lower = line.tokens.lower[at]
    return word == lower and lower not in line.pack.predicates and lower not in line.pack.premodifiers


def _is_address(line: Line, number: Number, at: int) -> bool:
    """Whether a capitalised singular ends a name after a number: "340 Larkfield Lane"."""
    word = line.tokens.words[at]
    is_name = word[0].isupper() and not line.pack.has_capitals and not word.isupper()
    return is_name and number.low != 1 and not line.pack.is_plural(word)


def _is_modifier_of(line: Line, end: int, number: Number) -> bool:
    """Whether a singular noun only describes a plural one right after it: "24 school buses"."""
    if number.low == 1 or line.pack.is_plural(line.tokens.words[end - 1]) or line.tokens.is_glued(end):
        return False
    following = line.tokens.words[end]
    return (
        line.pack.is_plural(following)
        and following.lower() not in line.pack.function_words
        and following.lower() not in line.pack.predicates
    )


def _noun_unit(line: Line, begin: int, at: int, noun: tuple[int, str], period: str | None) -> Unit:
    """Make the unit of a noun of the pack, with a period after it where none went before ("abonnés mensuels")."""
    end, name = noun
    after = line.words.period_adjectives.get(line.tokens.lower[end])
    if period is None and after is not None:
        period, end = after, end + 1
    if name != PERSON:
        name = _phrase(line, begin, at, name)
    return Unit(_with_period(name, period), end, measure=line.text(begin, end))


def _phrase(line: Line, begin: int, at: int, head: str) -> str:
    """Put the words that describe a counted noun before it, in languages where they tell what is counted."""
    if not line.pack.has_modifiers:
        return head
    periods = line.words.period_adjectives
    words = [word for word in line.tokens.words[begin:at] if word != "-" and not (head.isupper() and word[0].isupper())]
    if any(word.lower() in periods for word in words):
        return head
    dropped = line.pack.premodifiers - line.pack.describing
    return " ".join([*(word for word in words if word.lower() not in dropped), head])


def counted_people(line: Line, number: Number) -> Unit | None:
    """Read a bare number beside a word for what happens to people: "killing 12", "50 were injured"."""
    tokens, pack = line.tokens, line.pack
    at = number.first
    if (bound := line.words.bound_before.before(tokens, at)) is not None:
        at = bound[0]
    if (more := line.words.followers.before(tokens, at)) is not None:
        at = more[0]  # "injuring another 70"
    around = [tokens.lower[at - 1]] if at > 0 else []
    follower = line.words.followers.after(tokens, number.end)  # "30 more were injured"
    start = number.end if follower is None else follower[0]
    for word in tokens.lower[start : start + _AUXILIARIES + 1]:
        around.append(word)
        if word not in pack.function_words:
            break
    found = (pack.predicates.get(word) for word in around)
    if any(predicate is not None and predicate.name in predicate_group("persons") for predicate in found):
        return Unit(PERSON, number.end)
    return Unit(PERSON, number.end) if _is_toll(line, at) else None


def _is_toll(line: Line, at: int) -> bool:
    """Whether a verb that tells how many there are leads from the dead or injured to a token.

    "The injured are now 243", "the death toll rose on Thursday to 19".
    """
    tokens, pack = line.tokens, line.pack
    for verb in range(at - 1, max(at - _TOLL_REACH, line.floor, 0), -1):
        word = tokens.lower[verb]
        predicate = pack.predicates.get(word)
        is_count = predicate is not None and predicate.name in predicate_group("counting")
        if is_count or word in pack.syntax.copulas or line.words.trend.before(tokens, verb + 1) is not None:
            before = tokens.lower[max(verb - _TOLL_REACH, line.floor) : verb][::-1]
            clause = takewhile(lambda word: word[:1].isalpha(), before)
            return any(_is_casualty(word, pack) for word in clause)
        if word not in pack.function_words and word not in pack.times.openers:
            return False
    return False


def _is_casualty(word: str, pack: Pack) -> bool:
    """Whether a word is for those to whom something happened: "dead", "injured", "toll"."""
    predicate = pack.predicates.get(word)
    if predicate is None or predicate.name not in predicate_group("persons"):
        return False
    return not predicate.is_verb or bool(pack.syntax.verb_form(word) & VerbForm.PARTICIPLE)


def _head(word: str, pack: Pack) -> str:
    """Return the singular of a counted noun; names and acronyms keep their capitals."""
    if (singular := pack.singular(word)) != word and singular.isupper():
        return singular
    singular = pack.singular(word.lower())
    return word[: len(singular)] if word[:1].isupper() and word.lower().startswith(singular) else singular


def _with_period(name: str, period: str | None) -> str:
    return f"{name}/{period}" if period else name
