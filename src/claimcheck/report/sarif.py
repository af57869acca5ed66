"""The findings as SARIF 2.1.0 (OASIS), which code scanning and editors show at the claims."""

from __future__ import annotations

import json
from hashlib import sha256
from importlib.metadata import version
from typing import TYPE_CHECKING, Any
from urllib.parse import quote as percent_encoded

from claimcheck.model import Severity, codes
from claimcheck.report.quote import place_of, visible

if TYPE_CHECKING:
    from claimcheck.errors import InputError
    from claimcheck.model import Article, Finding
    from claimcheck.report.result import Report

__all__ = ["render"]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.CONFLICT: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(report: Report) -> str:
    """Write the findings as the results of one run; the first claim of each is its location, the others are related."""
    run = {
        "tool": {"driver": {"name": "claimcheck", "version": version("claimcheck"), "rules": _rules()}},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {"executionSuccessful": True, "toolExecutionNotifications": [_problem(p) for p in report.problems]}
        ],
        "results": [_result(report, finding) for finding in report],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rules() -> list[dict[str, Any]]:
    return [
        {
            "id": code.name,
            "shortDescription": {"text": code.title},
            "fullDescription": {"text": code.meaning},
            "help": {"text": "\n".join(code.example)},
        }
        for code in codes().values()
    ]


def _result(report: Report, finding: Finding) -> dict[str, Any]:
    heads = [_first(article) for article in report.articles if article.path][:1]
    places = [_location(report, claim) for claim in finding.claims] or heads
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": visible(" ".join(part for part in (finding.why, finding.derivation) if part))},
        "partialFingerprints": {"claimcheck/v1": _fingerprint(report, finding)},
        "properties": {"fact": finding.fact, "derivation": finding.derivation},
    }
    if finding.code in codes():
        result["ruleIndex"] = list(codes()).index(finding.code)
    if places:
        result |= {"locations": places[:1], "relatedLocations": [{"id": n, **p} for n, p in enumerate(places[1:], 1)]}
    return result


def _first(article: Article) -> dict[str, Any]:
    """Return the head of an article, for a finding on no single claim: GitHub refuses a result without a place."""
    physical = {"artifactLocation": {"uri": _uri(article)}, "region": {"startLine": 1}}
    return {"message": {"text": visible(article.name)}, "physicalLocation": physical}


def _uri(article: Article) -> str:
    return percent_encoded((article.path or "").replace("\\", "/"))


def _location(report: Report, identifier: str) -> dict[str, Any]:
    """Return where a claim stands: in its file, if the file holds the text as it is, and in the article."""
    claim = report.claim(identifier)
    article = report.article(claim.article)
    location: dict[str, Any] = {
        "message": {"text": visible(f"{article.name}: {claim.text}")},
        "logicalLocations": [{"name": visible(article.id), "kind": "member", "fullyQualifiedName": visible(claim.id)}],
    }
    if article.path:
        physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(article)}}
        if article.line is not None:
            place = place_of(article, claim.start, claim.end)
            physical["region"] = {
                "startLine": place.line, "startColumn": place.column,
                "endLine": place.end_line, "endColumn": place.end_column,
                "snippet": {"text": claim.text},
            }  # fmt: skip
        location["physicalLocation"] = physical
    return location


def _fingerprint(report: Report, finding: Finding) -> str:
    """Return what stays the same of a finding while lines move: its code and the words of its claims."""
    said = sorted(f"{claim.article}\0{claim.text}" for claim in map(report.claim, finding.claims))
    return sha256("\0\0".join([finding.code, *said]).encode(errors="backslashreplace")).hexdigest()


def _problem(problem: InputError) -> dict[str, Any]:
    return {"level": "error", "message": {"text": visible(str(problem))}}
