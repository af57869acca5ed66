"""Numbers in words: "two hundred and fifty", "zweihundertfünfzig", "half a million", "tens of thousands"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.adapters.text2num import spelled_integer
from claimcheck.extract.digits import with_sign
from claimcheck.extract.magnitudes import with_magnitude
from claimcheck.extract.number import Number, both_ends, significant_digits
from claimcheck.lang import NumberLexicon, Pack, Tokens

__all__ = ["counting_article", "part_of_whole", "spelled_number", "vague_count", "worded_number"]

_GROUP = 3
"""Digits between two group signs."""
_HUNDRED, _THOUSAND = 100, 1000
"""From here on a spelled number of several words, or of several in one, says how large something is."""
_HALF = Decimal("0.5")
_MOST_WORDS = 24
"""Tokens that a spelled number takes at most."""
_HALVES = frozenset({2, 4})
"""Denominators of the fractions that may stand right before a unit ("a quarter mile"); others are ordinals there."""


def spelled_number(tokens: Tokens, at: int, pack: Pack) -> Number | None:
    """Read a run of number words: "two hundred and fifty", "zweihundertfünfzig"."""
    lexicon = pack.quantities.numbers
    if at > 0 and tokens.is_glued(at) and tokens.words[at - 1][-1].isalnum():
        before = tokens.words[at - 1]
        if not before.endswith("'"):
            return None
    if tokens.lower[at] in pack.articles and tokens.words[at + 1][:1].isdigit():
        return None  # "entre un 10% y un 20%"
    read = _longest(tokens, at, _run(tokens, at, lexicon), pack)
    if read is None:
        return None
    value, end = read
    is_large = value >= _HUNDRED if end - at > 1 else value >= _THOUSAND and lexicon.is_compound(tokens.lower[at])
    exact = Decimal(value)
    if (decimals := _decimals(tokens, end, pack)) is not None:
        exact, end = Decimal(f"{value}.{decimals[0]}"), decimals[1]
    number = Number(at, end, exact, exact, significant_digits(exact), spelled=True, scaled=is_large)
    number.factor = Decimal(10) ** max(0, exact.adjusted() // _GROUP * _GROUP)
    return with_sign(tokens, _as_fraction(tokens, number, pack) or with_magnitude(tokens, number, pack), pack)


def _decimals(tokens: Tokens, at: int, pack: Pack) -> tuple[str, int] | None:
    """Return the decimals that a word for the point opens, before a magnitude or a unit: "one point five million"."""
    quantities, digits, end = pack.quantities, "", at + 1
    if tokens.lower[at] not in quantities.numbers.points:
        return None
    while end < tokens.count and (value := _integer(tokens, end, end + 1, pack)) is not None and value < _HUNDRED:
        digits += str(value)
        end += 1
    place = end + 1 if tokens.lower[end] == "-" else end
    tables = (
        quantities.numbers.magnitudes,
        quantities.units,
        quantities.symbols,
        quantities.currencies,
        quantities.signs,
    )
    is_measured = any(table.after(tokens, place) is not None for table in tables)
    return (digits, end) if digits and is_measured else None


def _run(tokens: Tokens, at: int, lexicon: NumberLexicon) -> int:
    """Return the end of the run of number words that starts at a token."""
    end, last = at, min(tokens.count, at + _MOST_WORDS)
    while end < last and _is_of_run(tokens, at, end, lexicon):
        end += 1
    return end


def _longest(tokens: Tokens, at: int, end: int, pack: Pack) -> tuple[int, int] | None:
    """Return the value of the longest run from a token on that spells an integer, and where it ends.

    After "between", the word that joins two numbers does not join the words of one: "entre mil e dois mil".
    """
    lexicon = pack.quantities.numbers
    if lexicon.range_open.before(tokens, at) is not None:
        for place in reversed(range(at + 1, end - 1)):
            joint = lexicon.range_words.after(tokens, place)
            if joint is None or not joint[1]:
                continue
            low, high = _integer(tokens, at, place, pack), _integer(tokens, joint[0], end, pack)
            if low is not None and high is not None and high > low:
                return low, place
    while end > at:
        if (value := _integer(tokens, at, end, pack)) is not None:
            return value, end
        end -= 1
    return None


def _is_of_run(tokens: Tokens, at: int, end: int, lexicon: NumberLexicon) -> bool:
    """Whether a token goes on with a spelled number: a number word, or what joins it to the next."""
    word = tokens.lower[end]
    if word in lexicon.counted or lexicon.is_compound(word):
        return True
    return end > at and (word in lexicon.joiners or word == "-") and tokens.lower[end + 1] in lexicon.counted


def _integer(tokens: Tokens, at: int, end: int, pack: Pack) -> int | None:
    if end == at + 1 and (value := pack.quantities.numbers.words.get(tokens.lower[at])) is not None:
        return value
    lexicon, last = pack.quantities.numbers, tokens.lower[end - 1]
    if end > at + 1 and last not in lexicon.counted and not lexicon.is_compound(last):
        return None
    parts = [
        word if not tokens.is_glued(index) or index == at else f"\0{word}"
        for index, word in enumerate(tokens.lower[at:end], at)
    ]
    return spelled_integer(" ".join(parts).replace(" \0", ""), pack.code)


def _as_fraction(tokens: Tokens, number: Number, pack: Pack) -> Number | None:
    """Read the part that a number counts: "two thirds", "one-third"; "two quarters" alone are periods."""
    lexicon = pack.quantities.numbers
    tied = tokens.lower[number.end] == "-" and tokens.is_glued(number.end)
    hit = lexicon.parts.after(tokens, number.end + 1 if tied else number.end)
    if hit is None or number.low <= 0 or number.low >= hit[1]:
        return None
    end, under = hit
    quarter = 4
    fraction = Number(number.first, end, *both_ends(number.low / under), 2, spelled=True)
    scaled = _scaled_part(tokens, fraction, under, pack)
    if scaled is not None:
        return scaled
    quantities = pack.quantities
    is_article = number.low == 1 and tokens.lower[number.first] in pack.articles
    is_clear = tied or (under != quarter and not is_article)
    is_clear = is_clear or quantities.bound_before.before(tokens, number.first) is not None
    is_clear = (
        is_clear or quantities.of.after(tokens, end) is not None or quantities.partitives.after(tokens, end) is not None
    )
    if is_article and not is_clear:  # "un quinto" at the end of a clause; before a noun it is an ordinal
        is_clear = not tokens.words[end][:1].isalpha() or tokens.lower[end] in pack.function_words
    if not is_clear or (tokens.lower[end] == "-" and tokens.is_glued(end)):
        return None
    fraction.is_share = True
    return fraction


def part_of_whole(tokens: Tokens, at: int, pack: Pack, *, has_article: bool) -> Number | None:
    """Read a word for a fraction: "half a million", "half an hour", "a third of", "half the", "jeder dritte"."""
    quantities = pack.quantities
    lexicon = quantities.numbers
    hit, alone = lexicon.parts.after(tokens, at), lexicon.parts_alone.after(tokens, at)
    if hit is None:
        return None
    end, under = hit
    first = at - 1 if has_article else at
    number = Number(first, end, *both_ends(Decimal(1) / under), 2, spelled=True)
    if lexicon.each.after(tokens, at) is not None:
        number.is_share = tokens.lower[end] not in pack.times.openers
        return number if number.is_share else None  # "jede dritte Woche" tells how often
    scaled = _scaled_part(tokens, number, under, pack)
    if scaled is not None:
        return scaled
    if tokens.lower[end] == "-" and tokens.is_glued(end):
        return None
    links = quantities.of.after(tokens, end) or quantities.partitives.after(tokens, end)
    bounded = quantities.bound_before.before(tokens, first) is not None
    if alone is not None:
        is_share = links is not None or bounded or tokens.lower[end] in pack.function_words or not tokens.lower[end]
        is_share = is_share and (at == 0 or tokens.lower[at - 1] not in pack.capitalised or bounded)
    else:
        is_share = has_article and (links is not None or bounded)
    if not is_share:
        return None
    number.is_share = True
    return number


def _scaled_part(tokens: Tokens, number: Number, under: int, pack: Pack) -> Number | None:
    """Multiply a fraction by what follows it: a magnitude, a dozen, or a unit ("half a million", "half an hour")."""
    lexicon, place = pack.quantities.numbers, number.end
    if tokens.lower[place] == "-" and tokens.is_glued(place):
        place += 1
    if tokens.lower[place] in pack.articles:
        place += 1
    for table in (lexicon.magnitudes, lexicon.collectives):
        if (hit := table.after(tokens, place)) is not None:
            end, factor = hit
            low = number.low * factor
            return Number(number.first, end, low, low, 2, spelled=True, scaled=True)
    linked = pack.quantities.of.after(tokens, place)
    if linked is not None and not pack.is_plural(tokens.words[linked[0]]):
        place = linked[0]  # "un quart d'heure"
    if linked is None and under not in _HALVES:
        return None
    if pack.quantities.units.after(tokens, place) is not None and number.low < 1:
        number.end = place
        return number
    return None


def worded_number(tokens: Tokens, at: int, pack: Pack) -> Number | None:
    """Read one word for a number with a fraction: "anderthalb"."""
    hit = pack.quantities.numbers.decimals.after(tokens, at)
    if hit is None:
        return None
    end, value = hit
    number = with_magnitude(tokens, Number(at, end, value, value, 2, spelled=True), pack)
    links = pack.quantities.of.after(tokens, number.end) or pack.quantities.partitives.after(tokens, number.end)
    is_part = value < 1 and value != _HALF  # "driekwart van de leden"; "mezzo" alone is a means, too
    number.is_share = is_part and not number.scaled and links is not None
    return number


def vague_count(tokens: Tokens, at: int, pack: Pack) -> Number | None:
    """Read a count without a number, composed where it is: "dozens", "tens of thousands"."""
    lexicon, of = pack.quantities.numbers, pack.quantities.of
    hit = lexicon.vague.after(tokens, at)
    if hit is None:
        return None
    end, (low, high) = hit
    while True:
        linked = of.after(tokens, end)
        place = end if linked is None else linked[0]
        factor = lexicon.magnitudes.after(tokens, place)
        if factor is None and linked is not None and (scale := lexicon.vague.after(tokens, place)) is not None:
            factor = scale[0], scale[1][0]
        if factor is None:
            break
        end, low, high = factor[0], low * factor[1], high * factor[1]
    return Number(at, end, low, high, None, spelled=True, scaled=True)


def counting_article(tokens: Tokens, at: int, pack: Pack) -> Number | None:
    """Read an article as a count where a bound before or a half after its unit says so: "about an hour"."""
    quantities = pack.quantities
    unit = quantities.units.after(tokens, at + 1)
    if unit is None:
        return None
    halved = quantities.numbers.and_half.after(tokens, unit[0]) is not None
    if not halved and quantities.bound_before.before(tokens, at) is None:
        return None
    return Number(at, at + 1, Decimal(1), Decimal(1), 1, spelled=True)
