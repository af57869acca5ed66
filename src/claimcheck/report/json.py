"""The report as JSON, and its JSON Schema (`python -m claimcheck.report.json` prints it)."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from claimcheck.model import DateBasis
from claimcheck.report.amount import amount
from claimcheck.report.records import (
    SCHEMA,
    ArticleRecord,
    BaseRecord,
    ClaimRecord,
    EvidenceRecord,
    FactRecord,
    FindingRecord,
    LinkRecord,
    Number,
    PositionRecord,
    ProblemRecord,
    PublishedFrom,
    QuantityRecord,
    RelationRecord,
    ReportRecord,
    ScheduleRecord,
    WhenRecord,
)

if TYPE_CHECKING:
    from decimal import Decimal

    from claimcheck.model import Article, Base, Claim, Fact, Finding, Link, Quantity, When
    from claimcheck.report.result import Report

__all__ = ["document", "render", "schema"]

_PUBLISHED_FROM: dict[DateBasis, PublishedFrom] = {
    DateBasis.GIVEN: "given",
    DateBasis.METADATA: "metadata",
    DateBasis.TEXT: "text",
    DateBasis.INFERRED: "inferred",
}


def render(report: Report) -> str:
    """Write a report as indented JSON."""
    return TypeAdapter(ReportRecord).dump_json(document(report), indent=2).decode() + "\n"


def schema() -> dict[str, Any]:
    """Return the JSON Schema of `render`'s output."""
    described = TypeAdapter(ReportRecord).json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **described, "title": SCHEMA}


def document(report: Report) -> ReportRecord:
    """Return a report as the records of the contract."""
    return ReportRecord(
        schema=SCHEMA,
        articles=[_article(article) for article in report.articles],
        claims=[_claim(claim) for claim in report.claims],
        facts=[_fact(fact) for fact in report.facts],
        findings=[_finding(finding) for finding in report.findings],
        links=[_link(link) for link in report.links],
        models=list(report.models),
        agreement=dict(sorted(report.agreement.items())),
        problems=[ProblemRecord(problem.path, problem.line, problem.message) for problem in report.problems],
    )


def _number(value: Decimal | None) -> Number | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _article(article: Article) -> ArticleRecord:
    return ArticleRecord(
        id=article.id,
        path=article.path,
        source=article.source,
        published=article.published,
        published_from=_PUBLISHED_FROM.get(article.published_from),
        language=article.language,
    )


def _claim(claim: Claim) -> ClaimRecord:
    return ClaimRecord(
        id=claim.id,
        article=claim.article,
        kind=claim.kind,
        start=claim.start,
        end=claim.end,
        text=claim.text,
        sentence=claim.sentence,
        quantity=_quantity(claim.quantity) if claim.quantity else None,
        when=_when(claim.when) if claim.when else None,
        schedule=ScheduleRecord(claim.schedule.per) if claim.schedule else None,
        subject=claim.subject,
        subject_name=claim.subject_name,
        predicate=claim.predicate,
        predicate_text=claim.predicate_text,
        object=claim.object,
        object_name=claim.object_name,
        measure=claim.measure,
        measure_name=claim.measure_name,
        condition=claim.condition,
        as_of=claim.as_of,
        status=claim.status,
        attribution=claim.attribution,
        confidence=claim.confidence,
        provenance=dict(claim.provenance),
        note=claim.note,
    )


def _quantity(quantity: Quantity) -> QuantityRecord:
    value, low, high, unit = amount(quantity)
    return QuantityRecord(
        value=_number(value),
        low=_number(low),
        high=_number(high),
        unit=unit,
        bound=quantity.bound,
        trend=quantity.trend,
        per=quantity.per,
        scope=quantity.scope,
        base=_base(quantity.base) if quantity.base else None,
    )


def _base(base: Base) -> BaseRecord:
    return BaseRecord(_number(base.low), _number(base.high), base.unit)


def _when(when: When) -> WhenRecord:
    return WhenRecord(when.earliest, when.latest, when.granularity, when.edtf, when.anchor)


def _fact(fact: Fact) -> FactRecord:
    return FactRecord(
        id=fact.id,
        label=fact.label,
        kind=fact.kind,
        verdict=fact.verdict,
        conflict_type=fact.conflict_type,
        positions=[PositionRecord(list(position.claims), position.sources) for position in fact.positions],
        relations=[RelationRecord(rel.a, rel.b, rel.relation, rel.type, rel.why) for rel in fact.relations],
        independent_sources=fact.independent_sources,
        consensus=fact.consensus,
    )


def _finding(finding: Finding) -> FindingRecord:
    return FindingRecord(
        code=finding.code,
        severity=finding.severity,
        fact=finding.fact,
        why=finding.why,
        derivation=finding.derivation,
        claims=list(finding.claims),
    )


def _link(link: Link) -> LinkRecord:
    evidence = [EvidenceRecord(reason.feature, reason.weight, reason.why) for reason in link.evidence]
    return LinkRecord(link.a, link.b, link.weight, evidence)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(schema(), indent=2) + "\n")
