"""The packs as data: they load, say nothing twice, and name only what the registry knows."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any

import pytest

from claimcheck.errors import LanguageError, PackError
from claimcheck.lang import available, load_pack
from claimcheck.lang.pack import compile_pack
from claimcheck.units import is_currency

COUNTED = {"percent", "cent", "dimensionless"}
"""Names of `[units]` that are their own base without being a unit of measurement."""


def data(name: str) -> dict[str, Any]:
    return tomllib.loads((files("claimcheck.lang") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


def spread(table: Mapping[str, Any], fold: Callable[[str], str] = str.lower) -> dict[str, set[str]]:
    """Return the keys that each form of a table of lists stands under."""
    keys: dict[str, set[str]] = {}
    for key, forms in table.items():
        for form in forms:
            keys.setdefault(fold(form), set()).add(key)
    return keys


def double(keys: Mapping[str, set[str]]) -> dict[str, set[str]]:
    return {form: names for form, names in keys.items() if len(names) > 1}


every_language = pytest.mark.parametrize("code", available())


def test_there_are_packs_for_english_and_french() -> None:
    assert {"en", "fr"} <= set(available())
    assert list(available()) == sorted(available())
    assert "common" not in available()


@every_language
def test_a_pack_says_its_code(code: str) -> None:
    pack = load_pack(code)
    assert (pack.code, bool(pack.name)) == (code, True)
    assert load_pack(code) is pack


@pytest.mark.parametrize("code", ["xx", "", "common", "EN", "../en"])
def test_an_unknown_language_is_named_with_those_there_are(code: str) -> None:
    with pytest.raises(LanguageError) as caught:
        load_pack(code)
    assert repr(code) in str(caught.value)
    assert "en, fr" in str(caught.value)


@pytest.mark.parametrize("section", sorted(data("en")))
def test_a_missing_section_is_named(section: str) -> None:
    pack = data("en")
    del pack[section]
    with pytest.raises(PackError, match=rf"en\.toml: missing or unknown section: {section}$"):
        compile_pack(pack, data("common"), "en.toml")


def test_an_unknown_section_is_named() -> None:
    with pytest.raises(PackError, match=r"en\.toml: missing or unknown section: unitz$"):
        compile_pack({**data("en"), "unitz": {}}, data("common"), "en.toml")


@pytest.mark.parametrize(
    ("section", "key", "value", "words"),
    [
        ("bounds", "before", {"at_lest": ["at least"]}, "ValueError: 'at_lest' is not a valid Bound"),
        ("number", "words", ["one"], "AttributeError"),
        ("trend", "up", None, "TypeError"),
        ("time", "patterns", {"year": ["(?P<year>"]}, "PatternError|error:"),
        ("time", "patterns", {"year": ["{yaer}"]}, "KeyError: 'yaer'"),
        ("status", "planed", ["will"], "ValueError: 'planed' is not a valid Status"),
    ],
)
def test_a_wrong_value_is_a_pack_error(section: str, key: str, value: Any, words: str) -> None:
    pack = data("en")
    pack[section][key] = value
    with pytest.raises(PackError, match=rf"^en\.toml: .*({words})"):
        compile_pack(pack, data("common"), "en.toml")


def measures() -> set[str]:
    lines = (files("claimcheck.units") / "measures.txt").read_text(encoding="utf-8").splitlines()
    return {name for line in lines if not line.startswith("#") for name in line.split()}


@every_language
def test_every_unit_is_listed_as_a_measure(code: str) -> None:
    pack = data(code)
    spans = {unit for _, unit in pack["units_as_spans"].values()}
    assert {*pack["units"], *pack["units_before"], *spans} - measures() - COUNTED == set()


def test_every_symbol_is_listed_as_a_measure() -> None:
    """Decibels have a symbol and are not linear, so they are counted as themselves; GPUs are counted things."""
    assert data("common")["symbols"].keys() - measures() - COUNTED == {"decibel", "GPU"}


@every_language
def test_every_period_is_listed_as_a_measure(code: str) -> None:
    """A quarter of a year is a period, but pint's quarter is a mass."""
    assert set(data(code)["per"]["periods"]) - measures() == {"quarter"}


@every_language
def test_every_currency_is_known(code: str) -> None:
    names = {*data(code)["currencies"], *data("common")["currency_signs"].values()} - {"cent"}
    assert [name for name in sorted(names) if not is_currency(name)] == []


def test_packs_share_their_keys() -> None:
    """The keys are what claims of two languages are compared by: a key of one pack alone would never be met."""
    english = data("en")
    for code in available():
        other = data(code)
        assert english["nouns"].keys() == other["nouns"].keys()
        assert english["predicates"].keys() == other["predicates"].keys()
        assert english["measures"].keys() == other["measures"].keys()


@every_language
@pytest.mark.parametrize("section", ["units", "currencies", "nouns", "measures", "status"])
def test_a_form_stands_for_one_thing(code: str, section: str) -> None:
    assert double(spread(data(code)[section])) == {}


@every_language
def test_a_form_is_a_unit_or_a_currency_or_a_noun(code: str) -> None:
    pack = data(code)
    tables = {section: spread(pack[section]) for section in ("units", "currencies", "nouns")}
    assert double(spread(tables)) == {}


def test_a_symbol_stands_for_one_unit() -> None:
    assert double(spread(data("common")["symbols"], fold=str)) == {}


@every_language
@pytest.mark.parametrize("place", ["before", "after"])
def test_a_bound_cue_has_one_meaning(code: str, place: str) -> None:
    assert double(spread(data(code)["bounds"][place])) == {}


@every_language
def test_a_word_of_change_has_one_direction(code: str) -> None:
    trend = data(code)["trend"]
    assert double(spread({"up": trend["up"], "down": trend["down"]})) == {}


@every_language
def test_a_predicate_form_belongs_to_one_class(code: str) -> None:
    classes = {name: [*forms["verbs"], *forms["nouns"]] for name, forms in data(code)["predicates"].items()}
    assert double(spread(classes)) == {}


@every_language
def test_predicates_that_rules_name_exist(code: str) -> None:
    named = {name for names in data("common")["predicates"].values() for name in names}
    assert named - data(code)["predicates"].keys() == set()


@every_language
def test_no_list_holds_a_form_twice(code: str) -> None:
    def repeated(value: Any, path: str) -> list[str]:
        if isinstance(value, dict):
            return [found for key, inner in value.items() for found in repeated(inner, f"{path}.{key}")]
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return [f"{path}: {item}" for item in sorted(set(value)) if value.count(item) > 1]
        return []

    assert repeated(data(code), code) == []


@pytest.mark.parametrize(
    ("code", "word", "singular"),
    [
        ("en", "gigawatts", "gigawatt"),
        ("en", "cities", "city"),
        ("en", "boxes", "box"),
        ("en", "churches", "church"),
        ("en", "glasses", "glass"),
        ("en", "bus", "bus"),
        ("en", "gas", "gas"),
        ("en", "glass", "glass"),
        ("en", "crisis", "crisis"),
        ("en", "women", "woman"),
        ("en", "series", "series"),
        ("en", "GPUs", "GPU"),
        ("en", "houses", "house"),
        ("fr", "bateaux", "bateau"),
        ("fr", "hôpitaux", "hôpital"),
        ("fr", "maisons", "maison"),
        ("fr", "mois", "mois"),
        ("fr", "voix", "voix"),
        ("fr", "feux", "feux"),
    ],
)
def test_singular(code: str, word: str, singular: str) -> None:
    pack = load_pack(code)
    assert pack.singular(word) == singular
    assert pack.is_plural(word) is (word != singular)
