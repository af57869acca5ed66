"""Show how the cost of linking and reconciling grows with the number of claims, on stories made by rule.

    python benchmarks/growth.py [--sizes 1000 10000 100000] [--hot 20000] [--seed 7]

A generated corpus has stories of very unequal size; an article states some of its story's facts, seldom with another
value, sometimes rounded or in another unit. `--hot` puts that many claims into one story, and so into few blocks. The
script prints CPU seconds of each stage, microseconds a claim, the most memory that the process has taken so far, and
how well the facts found are those made (pairs of claims, Fellegi-Sunter weights as shipped; nothing here is fitted to
the generator).
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.link import link_claims
from claimcheck.model import Article, Bound, Claim, ClaimKind, Quantity
from claimcheck.normalise import normalise_claims
from claimcheck.reconcile import Setting, reconcile_facts, voices_of

_ARTICLE = 10
"""Claims of an article."""
_SHARE_OTHER = 0.03
_SHARE_ROUNDED = 0.2
_MILES = Decimal("1.609344")
_UNITS = (("USD", 10**6, 10**11), ("person", 2, 10**5), ("kilometer", 5, 2000), ("percent", 1, 99), ("gigawatt", 1, 50))
_PREDICATES = ("invest", "buy", "kill", "injure", "employ", "cost", "earn", "build", "displace", "reach")


@dataclass(frozen=True, slots=True)
class _Made:
    """A fact of a story: what every claim of it says."""

    name: str
    value: Decimal
    unit: str
    predicate: str
    subject: str
    words: tuple[str, ...]


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(4))


def _facts(chance: random.Random, story: int, count: int) -> list[_Made]:
    """Make the facts of a story about four names of its own and one that many stories share."""
    names = [*(_word(chance).title() for _ in range(4)), f"Land{chance.randrange(40)}"]
    made = []
    for number in range(count):
        unit, low, high = chance.choice(_UNITS)
        value = Decimal(int(low * (high / low) ** chance.random()))
        digits = max(0, value.adjusted() - 2)
        value = value.quantize(Decimal(1).scaleb(digits)).normalize()
        words = tuple(_word(chance) for _ in range(5))
        made.append(_Made(f"{story}.{number}", value, unit, chance.choice(_PREDICATES), chance.choice(names), words))
    return made


def corpus(size: int, chance: random.Random, hot: int = 0) -> tuple[list[Article], list[Claim], dict[str, str]]:
    """Return articles, their normalised claims, and the fact that each claim was made from.

    Args:
        size: how many claims; the last article is cut short.
        chance: where all chance comes from.
        hot: how many of them one story has; the others follow a heavy tail.
    """
    articles: list[Article] = []
    claims: list[Claim] = []
    truth: dict[str, str] = {}
    for story, wanted in enumerate(_story_sizes(size, chance, hot)):
        facts = _facts(chance, story, max(3, min(60, int(3 * wanted**0.35))))
        left = wanted
        while left > 0:
            name = f"a{len(articles)}"
            articles.append(Article(name, " ".join(_word(chance) for _ in range(30)), language="en"))
            stated = chance.sample(facts, min(len(facts), _ARTICLE, left))
            mine = [_claim(chance, name, number, fact) for number, fact in enumerate(stated)]
            truth.update({claim.id: fact.name for claim, fact in zip(mine, stated, strict=True)})
            claims += normalise_claims(mine, None)
            left -= len(mine)
    return articles, claims, truth


def _story_sizes(size: int, chance: random.Random, hot: int) -> Iterator[int]:
    if hot:
        yield hot
    left = size - hot
    while left > 0:
        wanted = min(left, int(3 * chance.paretovariate(1.1)), 5000)
        yield wanted
        left -= wanted


def _claim(chance: random.Random, article: str, number: int, fact: _Made) -> Claim:
    value, unit = fact.value, fact.unit
    roll = chance.random()
    if roll < _SHARE_OTHER:
        value = (value * Decimal(chance.choice(("1.2", "0.8", "1.5")))).quantize(Decimal(1)) or Decimal(1)
    elif roll < _SHARE_OTHER + _SHARE_ROUNDED and value.adjusted() > 1:
        value = value.quantize(Decimal(1).scaleb(value.adjusted() - 1))
    if unit == "kilometer" and chance.random() < _SHARE_ROUNDED:
        value, unit = (value / _MILES).quantize(Decimal(1)), "mile"
    significant = max(1, len(value.normalize().as_tuple().digits))
    quantity = Quantity(value, value, value, unit, Bound.EXACT, significant=significant)
    words = {*chance.sample(fact.words, 3), *(_word(chance) for _ in range(3))}
    return Claim(
        f"{article}:{number}",
        article,
        ClaimKind.QUANTITY,
        number * 100,
        number * 100 + 10,
        f"{value} {unit}",
        (number * 100, number * 100 + 90),
        quantity=quantity,
        subject=fact.subject,
        subject_name=fact.subject,
        predicate=fact.predicate,
        predicate_text=fact.predicate,
        participants=(fact.subject,),
        context=frozenset(words),
    )


def score(groups: Sequence[Sequence[str]], truth: Mapping[str, str]) -> tuple[float, float]:
    """Return precision and recall over pairs of claims."""
    found = sum(len(group) * (len(group) - 1) // 2 for group in groups)
    right = sum(n * (n - 1) // 2 for group in groups for n in Counter(truth[claim] for claim in group).values())
    wanted = sum(n * (n - 1) // 2 for n in Counter(truth.values()).values())
    return right / max(found, 1), right / max(wanted, 1)


def run(size: int, seed: int, hot: int = 0) -> dict[str, float]:
    """Link and reconcile a generated corpus; return seconds of CPU by stage, megabytes, precision and recall."""
    articles, claims, truth = corpus(size, random.Random(seed), hot)  # noqa: S311  # a benchmark
    seconds: dict[str, float] = defaultdict(float)
    start = time.process_time()
    _, groups = link_claims(claims, {article.id: "en" for article in articles})
    seconds["link"] = time.process_time() - start
    start = time.process_time()
    voices = voices_of(articles, lambda _: ())
    seconds["voices"] = time.process_time() - start
    start = time.process_time()
    setting = Setting({article.id: article for article in articles})
    reconcile_facts(groups, {claim.id: claim for claim in claims}, setting, voices)
    seconds["reconcile"] = time.process_time() - start
    precision, recall = score(groups, truth)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {**seconds, "MB": peak, "precision": precision, "recall": recall, "claims": len(claims)}


def main() -> int:
    """Print one line a size; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    parser.add_argument("--hot", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    print(
        f"{'claims':>10} {'link s':>8} {'voices s':>9} {'reconcile s':>12} {'us/claim':>9} {'MB':>7} {'P':>6} {'R':>6}"
    )
    for size, hot in [*((size, 0) for size in args.sizes), *([(args.hot, args.hot)] if args.hot else [])]:
        got = run(size, args.seed, hot)
        whole = got["link"] + got["voices"] + got["reconcile"]
        print(
            f"{got['claims']:10,.0f} {got['link']:8.2f} {got['voices']:9.2f} {got['reconcile']:12.2f}"
            f" {whole / got['claims'] * 1e6:9.0f} {got['MB']:7.0f} {got['precision']:6.3f} {got['recall']:6.3f}"
            f"{'  one story' if hot else ''}"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
