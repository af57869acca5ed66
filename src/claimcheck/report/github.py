"""The findings as GitHub workflow commands: annotations at the claims in a pull request.

Written as `::error file=...,line=...,col=...,title=...::message`; conflicts are errors, warnings are warnings. What is
only worth a note is left out, for GitHub shows ten annotations of a kind at most.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category

from claimcheck.model import Severity
from claimcheck.report.quote import place_of, visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.model import Finding
    from claimcheck.report.result import Report

__all__ = ["render"]

_LEVELS = {Severity.CONFLICT: "error", Severity.WARNING: "warning"}


def render(report: Report) -> str:
    """Write one line for each conflict and warning, at the first claim it rests on."""
    return "".join(f"{_annotation(report, finding)}\n" for finding in report if finding.severity in _LEVELS)


def _annotation(report: Report, finding: Finding) -> str:
    properties = {"title": f"claimcheck {finding.code}"}
    if finding.claims:
        claim = report.claim(finding.claims[0])
        article = report.article(claim.article)
        if article.path and article.line is not None:
            place = place_of(article, claim.start, claim.end)
            lines = {"line": place.line, "endLine": place.end_line}
            columns = {"col": place.column, "endColumn": place.end_column} if place.line == place.end_line else {}
            properties = {
                "file": article.path, **{name: str(value) for name, value in (lines | columns).items()}, **properties
            }  # fmt: skip
    message = " ".join(part for part in (finding.why, finding.derivation, *_other_claims(report, finding)) if part)
    written = ",".join(f"{name}={_escaped(value, ',:')}" for name, value in properties.items())
    return f"::{_LEVELS[finding.severity]} {written}::{_escaped(visible(message))}"


def _other_claims(report: Report, finding: Finding) -> Iterable[str]:
    """Quote the claims of a finding but the first, in a few words each."""
    for identifier in finding.claims[1:]:
        claim = report.claim(identifier)
        yield f"[{report.article(claim.article).name}: {claim.text!r}]"


def _escaped(text: str, also: str = "") -> str:
    """Write what ends a command or a property, and what paints a log, percent-encoded, as GitHub reads it."""
    return "".join(f"%{ord(char):02X}" if char in f"%{also}" or category(char) == "Cc" else char for char in text)
