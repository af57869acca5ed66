"""The test tables of the language packs: what must be read from short phrases, and what must not.

A table, `fixtures/phrases/<language>.toml`, has three lists. Each entry has a `text`; a `todo` says why today's result
differs from the entry, and is taken out with its mend.

`quantity`
    `span`, the words of the claim; `unit`; `value`, or `low` and `high` of a range or vague count; where they are not
    the usual ones also `bound` (exact), `scope` (total, or rate where the unit has a "/"), `trend`, `measure` and
    `significant`.
`time`
    `span`; `earliest` and `latest`, an end without a day being open; `edtf`, `timex3`, `mod` and `kind` where given;
    `date`, the day of publication if it is not Wednesday 24 September 2025.
`none`
    text without any claim.
"""

from __future__ import annotations

from datetime import date

import pytest
from phrase_tables import LANGUAGES, Entry, cases, table

import claimcheck
from claimcheck.lang import available
from claimcheck.model import Bound, Claim, ClaimKind, TimeMention

PUBLISHED = date(2025, 9, 24)
LEAST = {"quantity": 60, "time": 40, "none": 25}
KEYS = {
    "quantity": {"span", "value", "low", "high", "unit", "bound", "scope", "trend", "measure", "significant"},
    "time": {"span", "date", "earliest", "latest", "edtf", "timex3", "mod", "kind"},
    "none": set[str](),
}


def claims(text: str, language: str) -> list[Claim]:
    return claimcheck.extract(text, language=language, date=PUBLISHED)


def the_mention(entry: Entry, language: str) -> TimeMention:
    """Return the time expression that an entry is about."""
    mentions = claimcheck.times(entry["text"], language=language, date=entry.get("date", PUBLISHED))
    assert [mention.text for mention in mentions] == [entry["span"]]
    return mentions[0]


def test_every_pack_has_a_table() -> None:
    assert set(available()) <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", LEAST)
def test_a_table_is_large_and_well_formed(language: str, section: str) -> None:
    entries = table(language)[section]
    assert len(entries) >= LEAST[section]
    assert [entry["text"] for entry in entries if entry.keys() - KEYS[section] - {"text", "todo"}] == []
    assert [entry["text"] for entry in entries if entry.get("span", "") not in entry["text"]] == []
    texts = [entry["text"] for entry in entries]
    assert sorted(set(texts)) == sorted(texts)


@pytest.mark.parametrize(("language", "entry"), cases("quantity"))
def test_a_quantity_is_read(language: str, entry: Entry) -> None:
    found = claims(entry["text"], language)
    assert [(claim.kind, claim.text) for claim in found] == [(ClaimKind.QUANTITY, entry["span"])]
    quantity = found[0].quantity
    assert quantity is not None
    bound = Bound(entry.get("bound", "exact"))
    value = entry.get("value")
    low = entry.get("low", None if bound in {Bound.AT_MOST, Bound.LESS_THAN} else value)
    high = entry.get("high", None if bound in {Bound.AT_LEAST, Bound.MORE_THAN} else value)
    scope = entry.get("scope", "rate" if "/" in entry["unit"] else "total")
    assert (quantity.value, quantity.low, quantity.high, quantity.unit) == (value, low, high, entry["unit"])
    assert (quantity.bound, quantity.scope, quantity.trend) == (bound, scope, entry.get("trend"))
    assert found[0].measure == entry.get("measure", found[0].measure)
    assert quantity.significant == entry.get("significant", quantity.significant)


@pytest.mark.parametrize(("language", "entry"), cases("time"))
def test_a_time_is_read(language: str, entry: Entry) -> None:
    when = the_mention(entry, language).when
    assert (when.earliest, when.latest) == (entry.get("earliest"), entry.get("latest"))
    assert when.edtf == entry.get("edtf", when.edtf)
    assert when.timex3 == entry.get("timex3", when.timex3)
    assert when.mod == entry.get("mod")
    assert when.kind == entry.get("kind", when.kind)


@pytest.mark.parametrize(("language", "entry"), cases("none"))
def test_no_claim_is_read(language: str, entry: Entry) -> None:
    assert [claim.text for claim in claims(entry["text"], language)] == []


@pytest.mark.parametrize("before", ["more than a decade", "more than a million", "more than the usual"])
def test_a_cue_does_not_reach_past_another_number_or_a_definite_noun(before: str) -> None:
    found = claims(f"After {before} 40 seals remain.", "en")
    assert found[-1].text == "40 seals"
