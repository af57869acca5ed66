"""What two numbers are of: "300 electric cars" are not all "900 cars", and net profit is no operating profit."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.lang import Pack, load_pack, predicate_group
from claimcheck.model import Claim, Scope
from claimcheck.reconcile.judgement import Setting
from claimcheck.units import is_currency, is_measure

__all__ = ["other_kinds"]

_PERCENT = "percent"
_ORDINAL = "O"
"""The class of ordinals among the time words of a pack."""
_MUCH = 2
"""How many times a part with a place of its own the whole is at least."""
_WORD = re.compile(r"[^\W\d_]{3,}")


def other_kinds(a: Claim, b: Claim, setting: Setting) -> str | None:
    """Say what two numbers are of, where words around them make that two things; None where they may be of one.

    The things are numbered ("the first plant", "the second"), the smaller number has a party or place of its own ("in
    Leeds"), or two nouns differ: see `_other_nouns`. People wear many nouns.
    """
    packs = [_pack(claim, setting) for claim in (a, b)]
    for mine, theirs in ((a.measure, b.measure), (a.subject, b.subject), (a.object, b.object)):
        one, other = _ranks(mine, packs[0]), _ranks(theirs, packs[1])
        if one and other and one.isdisjoint(other):
            return f"one is of {mine!r}, the other of {theirs!r}"
    if a.predicate not in predicate_group("tolls") and (place := _own_party(a, b) or _own_party(b, a)) is not None:
        return f"one is of {place} alone"
    if packs[0] is None or packs[0] is not packs[1] or a.counts_people or b.counts_people:
        return None
    return _other_nouns(a, b, packs[0])


def _pack(claim: Claim, setting: Setting) -> Pack | None:
    language = setting.articles[claim.article].language
    return None if language is None else load_pack(language)


def _ranks(phrase: str | None, pack: Pack | None) -> frozenset[object]:
    """Return the numbers of the ordinals in a phrase."""
    if pack is None:
        return frozenset()
    words = (word for written in _WORD.findall((phrase or "").lower()) for word in pack.times.words.get(written, ()))
    return frozenset(word.value for word in words if word.kind == _ORDINAL and not word.rest)


def _own_party(part: Claim, whole: Claim) -> str | None:
    """Return the other party of a count that is a part of a much larger one, which names none."""
    place = part.object_name
    if place is None or whole.object_name is not None or place in whole.participants:
        return None
    return place if 0 < _count(part) <= _count(whole) / _MUCH else None


def _other_nouns(a: Claim, b: Claim, pack: Pack) -> str | None:
    """Say which nouns without a name two numbers are of, about or for, where these are two things.

    Beside a noun that both measure each has another word ("net", "operating"), or the smaller of two counts has one, as
    a part of the larger. Nouns that share no word are told apart where no name is shared, those of a share and of so
    much of something always.
    """
    one, other = (_words(claim.measure, claim, pack) for claim in (a, b))
    measures = f"one is of {a.measure!r}, the other of {b.measure!r}"
    if one & other:
        part, whole = (a, b) if one - other else (b, a)
        if (one - other and other - one) or (one != other and _count(part) < _count(whole)):
            return measures
    elif _is_part_of(a) and _is_part_of(b) and _are_two(a.measure, b.measure, a, b, pack):
        return measures
    if not frozenset(a.participants).isdisjoint(b.participants):
        return None  # "the bridge" and "the project" of one firm may be one
    if a.subject_name is b.subject_name is None and _are_two(a.subject, b.subject, a, b, pack):
        return f"one is about {a.subject!r}, the other about {b.subject!r}"
    if a.object_name is b.object_name is None and _are_two(a.object, b.object, a, b, pack):
        return f"one is for {a.object!r}, the other for {b.object!r}"
    return None


def _is_part_of(claim: Claim) -> bool:
    """Whether a number is a share or so much of what it measures: "3 percent of the shops", "3 kilograms of tea"."""
    quantity = claim.quantity
    if quantity is None or quantity.scope is Scope.SHARE:
        return quantity is not None
    return quantity.unit != _PERCENT and is_measure(quantity.unit) and claim.measure != claim.subject


def _are_two(mine: str | None, theirs: str | None, a: Claim, b: Claim, pack: Pack) -> bool:
    """Whether two nouns share no word and no predicate class, and neither takes up a name or stands by the other."""
    one, other = _words(mine, a, pack), _words(theirs, b, pack)
    if not one or not other or one & other or (one | other) & pack.syntax.nominals:
        return False
    kinds = [{pack.predicates[word].name for word in words if word in pack.predicates} for words in (one, other)]
    return not (kinds[0] & kinds[1] or one & b.context or other & a.context)


def _words(phrase: str | None, claim: Claim, pack: Pack) -> frozenset[str]:
    """Return the content words of a phrase of a claim, in the singular and without names."""
    names = {word for name in claim.participants for word in _WORD.findall(name.lower())}
    words = _WORD.findall((phrase or "").lower())
    return frozenset(pack.singular(word) for word in words if word not in names and word not in pack.function_words)


def _count(claim: Claim) -> Decimal:
    """Return the number of things that a claim counts; none where it counts nothing."""
    quantity = claim.quantity
    if quantity is None or not quantity.unit or quantity.unit == _PERCENT or claim.base is None:
        return Decimal(0)
    is_other = is_currency(quantity.unit.partition("/")[0]) or is_measure(quantity.unit)
    return Decimal(0) if is_other else claim.base.number or Decimal(0)
