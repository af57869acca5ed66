"""Cues around a number: bounds, scope and trend, in the words of the pack."""

from __future__ import annotations

from claimcheck.extract.line import CLOSERS, Line
from claimcheck.lang import Pos
from claimcheck.model import Bound, Scope, Trend

__all__ = ["bound_after", "bound_before", "compared", "scope_after", "scope_before", "trend_after", "trend_before"]

_FILLERS = 3
_LINKS = 3
_OBJECT = 6
"""Words of an object between a verb and the change, at most."""
_CLAUSE = 10
"""Tokens between the two parts of a verb, at most."""
_IN_NAMES = Pos.CCONJ | Pos.ADP | Pos.DET


def bound_before(line: Line, first: int) -> tuple[Bound | None, int]:
    """Read a bound before a token, past filler words ("up to a mere"); return it and where it starts.

    It may stand between commas ("de, no máximo, R$ 800").
    """
    at, words = first, line.words
    if line.tokens.words[first - 1] == "," and (cue := words.bound_before.before(line.tokens, first - 1)) is not None:
        return (cue[1], cue[0]) if line.floor < cue[0] and line.tokens.words[cue[0] - 1] == "," else (None, first)
    for _ in range(_FILLERS):
        cue = words.bound_before.before(line.tokens, at)
        if cue is not None and cue[0] >= line.floor:
            level = words.trend_links.before(line.tokens, at)
            is_parted = line.tokens.words[line.floor] == ","
            after_change = line.change is not None and cue[0] == line.floor + is_parted
            is_moved = words.trend.before(line.tokens, cue[0]) or _over_object(line, cue[0], first)
            if level == (cue[0], True) and (after_change or is_moved):
                return None, first  # "steeg tot", "subió un 12 % hasta": the level, where the word alone is a bound
            return cue[1], cue[0]
        filler = words.bound_fillers.before(line.tokens, at)
        before = _described(line, at) if filler is None else filler[0]
        if before is None or before < line.floor:
            break
        at = before
    return None, first


def _described(line: Line, end: int) -> int | None:
    """Return where an article and one word, which is no unit and no number, start before a token ("a mere")."""
    tokens = line.tokens
    at = end - 1
    if at > line.floor + 1 and tokens.words[at - 1] == "-" and tokens.is_glued(at):
        at -= 2  # "a well-paid"
    if at < line.floor + 1 or tokens.lower[at - 1] not in line.pack.articles or not tokens.words[end - 1].isalpha():
        return None
    known = (line.words.units, line.words.numbers.magnitudes)
    return None if any(table.after(tokens, end - 1) is not None for table in known) else at - 1


def bound_after(line: Line, end: int) -> tuple[Bound | None, int]:
    """Read a bound that starts at a token ("or more"); return it and where it ends."""
    hit = line.words.bound_after.after(line.tokens, end)
    if hit is None or _opens_bound(line, end, hit[0]) or _is_other_verb(line, hit[0]):
        return None, end
    return hit[1], hit[0]


def _is_other_verb(line: Line, end: int) -> bool:
    """Whether a bound is a verb that goes on, so that the quantity is its subject: "40 Euro übersteigen das Budget"."""
    syntax, tokens = line.pack.syntax, line.tokens
    goes_on = tokens.words[end] not in CLOSERS and not syntax.small.get(tokens.lower[end], 0) & Pos.AUX
    return goes_on and bool(syntax.verb_form(tokens.lower[end - 1]))


def _opens_bound(line: Line, first: int, end: int) -> bool:
    """Whether the words of a bound rather belong to the number after them: "is 60 or more than 55"."""
    for place in range(end, end + _LINKS):
        if line.tokens.words[place : place + 1] and line.tokens.words[place][:1].isdigit():
            before = line.words.bound_before.before(line.tokens, place)
            return before is not None and first < before[0] < end
    return False


def scope_after(line: Line, end: int) -> tuple[Scope | None, int]:
    """Read a scope that starts at a token ("at a time"); return it and where it ends."""
    hit = line.words.scope_after.after(line.tokens, end)
    return (None, end) if hit is None else (hit[1], hit[0])


def scope_before(line: Line, first: int) -> Scope | None:
    """Read a scope before a token ("tranches of")."""
    hit = line.words.scope_before.before(line.tokens, first)
    return hit[1] if hit is not None and hit[1] is Scope.INSTALMENT else None


def trend_before(
    line: Line, first: int, *, is_changing: bool = False, is_told: bool = False
) -> tuple[Trend | None, bool]:
    """Read a word of rise or fall before a token; the flag says that the number is the change itself.

    Before a share any verb of these classes is one, and the share is the change ("growing 8.3 %"), also where the verb
    has an object or is left out ("cut its forecast by 10 %", "Velme fell 2 %, Norrby by 3 %"). That the share is a
    change is told by such a "by", or as `is_told` says ("subió los tipos 25 puntos básicos").
    """
    at, is_change, is_level = first, is_changing, False
    words, tokens = line.words, line.tokens
    for _ in range(_LINKS):
        scope = words.scope_before.before(tokens, at)
        is_told = is_told or (scope is not None and scope[1] is Scope.CHANGE)
        is_change = is_change or is_told
        trend = words.trend.before(tokens, at) or (words.moves.before(tokens, at) if is_changing else None)
        if trend is not None:
            is_other = words.phrasal.before(tokens, at) is not None
            return (None, False) if is_other else (trend[1], is_change and not is_level)
        link = words.trend_links.before(tokens, at)
        if link is None or link[0] < line.floor:
            break
        is_level = is_level or link[1]
        at = link[0]
    if is_changing and is_told and not is_level:
        direction = _over_object(line, at, first) or _left_out(line, at)
        return direction, direction is not None
    return None, False


def _over_object(line: Line, end: int, first: int) -> Trend | None:
    """Return the trend of the verb whose object ends at a token, where its amount starts at another."""
    tokens = line.tokens
    if line.words.shares.before(tokens, end) is not None and line.words.of.before(tokens, first) is not None:
        return None  # "réduit sa part de 35 %": what the object comes to
    for at in range(end - 1, max(line.floor, end - _OBJECT), -1):
        if not tokens.words[at].isalpha():
            return None
        if (parted := _parted(line, at, first)) is not None:
            return parted
        if (trend := line.words.moves.before(tokens, at) or line.words.trend.before(tokens, at)) is not None:
            return trend[1] if trend[0] >= line.floor else None
    return None


def _parted(line: Line, at: int, first: int) -> Trend | None:
    """Return the trend of a verb at a token whose particle ends its clause: "hob den Zins um 2 auf 4 Prozent an"."""
    tokens, separable = line.tokens, line.words.separable
    for place in range(first, min(first + _CLAUSE, tokens.count)):
        if tokens.words[place] in CLOSERS:
            verbs = separable.get(tokens.lower[place - 1])
            return None if verbs is None else verbs.get(tokens.lower[at])
    return None


def _left_out(line: Line, end: int) -> Trend | None:
    """Return the trend of the change before, where nothing but a name stands between the two."""
    if line.change is None or end == line.floor:
        return None
    tokens, small = line.tokens, line.pack.syntax.small
    for at in range(line.floor, end):
        word = tokens.words[at]
        if word.isalnum() and not word[0].isupper() and not small.get(tokens.lower[at], 0) & _IN_NAMES:
            return None
    return line.change.trend


def trend_after(line: Line, first: int, end: int) -> Trend | None:
    """Read a word of rise or fall after a quantity: "a 3 percent drop", "19 cents higher", "nam met 3 procent af"."""
    hit = line.words.trend.after(line.tokens, end)
    return _around(line, first, end) if hit is None else hit[1]


def compared(line: Line, first: int, end: int) -> Trend | None:
    """Read "more" or "less" beside a share: what it is compared with may be a former level, or another thing."""
    words, tokens = line.words, line.tokens
    before, after = words.comparatives.before(tokens, first), words.comparatives.after(tokens, end)
    if before is not None:
        return before[1]
    following = "" if after is None else tokens.lower[after[0]]
    is_describing = following[:1].isalpha() and following not in line.pack.function_words
    return None if after is None or is_describing else after[1]  # not "el uno por ciento más rico"


def _around(line: Line, first: int, end: int) -> Trend | None:
    """Return the trend of a verb before a quantity whose particle stands after it."""
    verbs = line.words.separable.get(line.tokens.lower[end])
    if verbs is None:
        return None
    for at in range(first - 1, max(line.floor, first - _CLAUSE) - 1, -1):
        if line.tokens.lower[at] in line.pack.clause_breaks:
            return None
        if (trend := verbs.get(line.tokens.lower[at])) is not None:
            return trend
    return None
