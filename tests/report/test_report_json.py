"""The JSON contract and its schema."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from small_report import CLAIMS, REPORT, quantity

from claimcheck.report.json import render, schema

KEYS = {
    "": "schema articles claims facts findings links models agreement problems",
    "articles.0": "id path source published published_from language",
    "claims.0": (
        "id article kind start end text sentence quantity when schedule subject subject_name predicate predicate_text "
        "object object_name measure measure_name condition as_of status attribution confidence provenance note"
    ),
    "claims.0.quantity": "value low high unit bound trend per scope base",
    "claims.0.quantity.base": "low high unit",
    "claims.6.when": "earliest latest precision edtf anchor",
    "claims.2.schedule": "per",
    "facts.0": "id label kind verdict conflict_type positions relations independent_sources consensus",
    "facts.1.positions.0": "claims sources",
    "facts.2.relations.0": "a b relation type why",
    "findings.0": "code severity fact why derivation claims",
    "links.0": "a b weight evidence",
    "links.0.evidence.0": "feature weight why",
    "problems.0": "path line message",
}

VALUES: dict[str, Any] = {
    "schema": "claimcheck.report/1",
    "articles.0.published": "2025-09-22",
    "articles.0.published_from": "metadata",
    "articles.1.published_from": "inferred",
    "articles.2.published_from": None,
    "claims.0.quantity.value": 8,
    "claims.0.quantity.high": None,
    "claims.0.quantity.bound": "at_least",
    "claims.0.quantity.base.low": 8 * 10**9,
    "claims.0.when": None,
    "claims.0.schedule": None,
    "claims.2.schedule.per": "gigawatt",
    "claims.6.when.edtf": "2026-41",
    "claims.6.when.precision": "half",
    "claims.6.predicate_text": "commencent",
    "claims.8.note": "a headline number",
    "claims.9.when.anchor": "inferred",
    "facts.3.positions": [{"claims": ["c2", "c6"], "sources": 2}, {"claims": ["c9"], "sources": 1}],
    "facts.4.conflict_type": "scope",
    "findings.2.severity": "conflict",
    "findings.3.fact": None,
    "problems.0": {"path": "broken\u202e.txt", "line": 3, "message": "it is not valid UTF-8"},
}


def at(document: Any, path: str) -> Any:
    for part in filter(None, path.split(".")):
        document = document[int(part) if part.isdigit() else part]
    return document


@pytest.mark.parametrize("path", KEYS)
def test_keys_and_their_order(path: str) -> None:
    assert list(at(json.loads(render(REPORT)), path)) == KEYS[path].split()


@pytest.mark.parametrize("path", VALUES)
def test_values(path: str) -> None:
    assert at(json.loads(render(REPORT)), path) == VALUES[path]


@pytest.mark.parametrize(
    ("value", "written"), [("1E11", "100000000000"), ("10", "10"), ("6.30", "6.3"), ("1E30", "1" + "0" * 30)]
)
def test_numbers_are_whole_where_they_can_be(value: str, written: str) -> None:
    claim = replace(CLAIMS[0], quantity=replace(quantity(1, "USD"), value=Decimal(value)))
    assert f'"value": {written},' in render(replace(REPORT, claims=(claim,)))


def test_spans_slice_the_article() -> None:
    for claim in json.loads(render(REPORT))["claims"]:
        assert REPORT.article(claim["article"]).text[claim["start"] : claim["end"]] == claim["text"]


def test_the_shipped_schema_is_fresh_and_holds() -> None:
    """`python -m claimcheck.report.json > src/claimcheck/report/schema/report-1.json` refreshes it."""
    shipped = json.loads(files("claimcheck.report").joinpath("schema/report-1.json").read_text("utf-8"))
    assert shipped == json.loads(json.dumps(schema()))
    validator = Draft202012Validator(shipped)
    document = json.loads(render(REPORT))
    assert not list(validator.iter_errors(document))
    document["facts"][0]["verdict"] = "true"
    del document["claims"][0]["schedule"]
    assert len(list(validator.iter_errors(document))) == 2
