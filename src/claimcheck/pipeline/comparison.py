"""Two texts, such as two sentences, held against each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as Date  # noqa: N812  # the public argument is called date

from claimcheck.config import Config
from claimcheck.extract import frame_of
from claimcheck.model import Article, ConflictType, Fact, Relation, RelationKind, Severity
from claimcheck.pipeline.language import pack_of
from claimcheck.pipeline.run import reconcile
from claimcheck.reconcile import judge_to_the_letter, lies_within
from claimcheck.report import Report

__all__ = ["Comparison", "compare"]

_PAIR = 2
_SEVERITIES = {
    "agree": Severity.INFO,
    "compatible": Severity.INFO,
    "refines": Severity.INFO,
    "refined_by": Severity.INFO,
    "update": Severity.WARNING,
    "conflict": Severity.CONFLICT,
}
_GRAVE = frozenset({RelationKind.UPDATE, RelationKind.CONFLICT})


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two texts stand to each other: their gravest relation, "unrelated" where they share no fact.

    "refines" says that the first text is the more precise one, "refined_by" that the second is.
    """

    relation: str
    type: ConflictType | None
    why: str
    report: Report

    @property
    def severity(self) -> Severity | None:
        """How much the relation asks for a reader's attention; None where the texts share no fact."""
        return _SEVERITIES.get(self.relation)


def compare(
    text_a: str,
    text_b: str,
    *,
    language: str | None = None,
    date: Date | None = None,
    config: Config | None = None,
) -> Comparison:
    """Compare the claims of two texts, such as two sentences.

    Two texts with the same words that differ in their numbers alone are read to the letter: 30 people are not "more
    than 30 people", though 30 million may be "more than 30 million", for a magnitude word rounds.

    Args:
        text_a: a text.
        text_b: another.
        language: the language of both; by default that of the settings, else it is told from each text.
        date: the day of both; by default that of the settings.
        config: settings, of which the tolerances and the model count here too; by default those of `Config()`.

    Examples:
        >>> compare("The plant cost 30 million dollars.", "The plant cost 35 million dollars.", language="en").relation
        'conflict'
    """
    settings = config or Config()
    language, date = language or settings.language, date or settings.date
    articles = [Article(name, text, language=language, published=date) for name, text in (("a", text_a), ("b", text_b))]
    # The articles have their language and day, and for two texts no process is worth its start.
    report = reconcile(articles, config=replace(settings, language=None, date=None, jobs=1))
    crossing = [(fact, relation) for fact in report.facts for relation in _crossing(fact, report)]
    is_grave = any(relation.relation in _GRAVE for _, relation in crossing)
    if not is_grave and (found := _to_the_letter(report, [fact for fact, _ in crossing])) is not None:
        return found
    if not crossing:
        stating = {claim.article for claim in report.claims}
        empty = [name for article, name in (("a", "first"), ("b", "second")) if article not in stating]
        why = f"no claim is found in the {' and in the '.join(empty)} text" if empty else "the texts share no fact"
        return Comparison("unrelated", None, why, report)
    fact, gravest = max(crossing, key=lambda pair: pair[1].relation.gravity)
    name = gravest.relation.value
    if gravest.relation is RelationKind.REFINES and _is_finer("b", fact, gravest, report):
        name = "refined_by"
    return Comparison(name, gravest.type, gravest.why, report)


def _to_the_letter(report: Report, facts: Sequence[Fact]) -> Comparison | None:
    """Compare two texts that differ in their numbers alone; None for others, and where their facts hold the numbers.

    Args:
        report: the report on the two texts.
        facts: the facts that both speak of.
    """
    if len(report.articles) != _PAIR or len({article.language for article in report.articles}) > 1:
        return None
    a, b = (frame_of(article.text, pack_of(article)) for article in report.articles)
    if a.words != b.words:
        return None
    differing = [(x, y) for x, y in zip(a.slots, b.slots, strict=True) if x.values != y.values]
    known = [claim for fact in facts for name in fact.claims if (claim := report.claim(name)).article == "a"]
    if all(
        (x.is_rounded or y.is_rounded or not (x.is_bounded or y.is_bounded))
        and any(claim.start < x.end and x.start < claim.end for claim in known)
        for x, y in differing
    ):
        return None
    judgement, is_second_finer = judge_to_the_letter([x.values for x, _ in differing], [y.values for _, y in differing])
    name = "refined_by" if is_second_finer else judgement.relation.value
    return Comparison(name, judgement.type, judgement.why, report)


def _is_finer(article: str, fact: Fact, relation: Relation, report: Report) -> bool:
    """Whether it is an article whose claim lies within that of the other, where one position refines another."""
    claims = [report.claim(claim) for place in (relation.a, relation.b) for claim in fact.positions[place].claims]
    inner = [claim for claim in claims if claim.article == article]
    outer = [claim for claim in claims if claim.article != article]
    return any(lies_within(one, other) for one in inner for other in outer)


def _crossing(fact: Fact, report: Report) -> list[Relation]:
    """Return the relations of a fact that claims of both texts share."""
    articles = {report.claim(claim).article for claim in fact.claims}
    if len(articles) == 1:
        return []
    return list(fact.relations) or [Relation(0, 0, RelationKind.AGREE, None, "both say the same")]
