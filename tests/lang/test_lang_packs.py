"""The packs as data: they load, say nothing twice, and name only what the registry knows."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from claimcheck.errors import LanguageError, PackError
from claimcheck.lang import available, load_pack
from claimcheck.lang.pack import compile_pack
from claimcheck.lang.schema import schema
from claimcheck.lang.syntax import VERB_KEYS
from claimcheck.units import is_coin, is_currency, is_hundredth, is_measure

COUNTED = {"percent", "fold", "fraction"}
"""Names of `[units]` that are their own base without being a unit of measurement."""
UNSHARED = {"dram", "quart", "stone", "ton"}
"""Units of English that another language may lack, having no word for them, or one that means something else in news.

Any other unit of the English pack is one that every language must have.
"""
SHARE_OR_INDEX = {"fr": {"point", "points"}}
"""Forms that stand under a unit and a noun: percentage points, but those of an index beside one."""
MONEY_OR_WEIGHT = {"en": {"pound", "pounds"}, "es": {"libra", "libras"}, "fr": {"livres"}}
"""Forms that stand under a unit and a currency: money after a magnitude, else a weight."""


@cache
def source(name: str) -> str:
    """Return the text of a data file, or of both files of a pack in one."""
    parts = (f"{name}.toml", f"verbs/{name}.toml") if name in available() else (f"{name}.toml",)
    return "".join((files("claimcheck.lang") / "data" / part).read_text(encoding="utf-8") for part in parts)


def data(name: str) -> dict[str, Any]:
    return tomllib.loads(source(name))


def forms(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {form: key for key, written in table.items() for form in written}


def merged(code: str, section: str) -> dict[str, str]:
    """Return what each form of a language stands for: the pack over CLDR, without what the pack drops."""
    pack = data(code)
    seed = {form: key for form, key in forms(data(f"cldr/{code}")[section]).items() if form not in pack["cldr"]["drop"]}
    return seed | forms(pack[section])


def shared_symbols() -> dict[str, str]:
    common = data("common")
    letters = common["prefix_letters"]
    prefixed = {
        letter + symbol: letters.get(letter, "") + unit
        for symbol, (unit, taken) in common["prefixed_symbols"].items()
        for letter in ("", *taken.split())
    }
    return prefixed | forms(common["symbols"])


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


def test_there_are_packs_for_seven_languages() -> None:
    assert {"de", "en", "es", "fr", "it", "nl", "pt"} <= set(available())
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
    assert str(caught.value).endswith(f"there are {', '.join(available())}")


def without(section: str) -> str:
    """Return the text of the English pack without a section and the tables in it."""
    tables = re.split(r"(?m)^(?=\[)", source("en"))
    return "".join(table for table in tables if not table.startswith((f"[{section}]", f"[{section}.")))


@pytest.mark.parametrize("section", sorted(data("en").keys() - schema().optional))
def test_a_missing_section_is_named(section: str) -> None:
    with pytest.raises(PackError, match=rf"^en\.toml:1: the section \[{section}\] is missing$"):
        compile_pack({"en.toml": without(section)}, data("common"))


def test_an_unknown_section_is_named() -> None:
    text = source("en") + "[unitz]\n"
    with pytest.raises(PackError, match=rf"^en\.toml:{text.count(chr(10))}: 'unitz' is unknown; there are "):
        compile_pack({"en.toml": text}, data("common"))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "[bounds.before]",
            '[bounds.before]\nat_lest = ["at lest"]',
            "bounds.before: 'at_lest' is no bound; there are",
        ),
        ("\nup = [", "\nup = 1\nrise = [", "trend.up: 1 is no list"),
        ("\ntens = [10, 100]\n", "\ntens = 10\n", "number.vague.tens: 10 is not a lowest and a highest number"),
        ("\nmillion = 1000000\n", '\nmillion = "1,0"\n', "number.magnitudes.million: '1,0' is no number"),
        ("\nsince = [", "\nsinse = [", "time.cues: 'sinse' is unknown; there are"),
        ("\nplanned = [", '\nplaned = ["shal"]\nplanned = [', "status: 'planed' is no status; there are"),
        ("\nminus_after = ", "\nminus_before = ", "number: the key 'minus_after' is missing"),
    ],
)
def test_a_mistake_in_a_pack_is_told_with_its_line(old: str, new: str, message: str) -> None:
    text = source("en")
    assert old in text
    with pytest.raises(PackError) as caught:
        compile_pack({"en.toml": text.replace(old, new, 1)}, data("common"))
    told = str(caught.value).splitlines()
    assert all(re.match(r"en\.toml:\d+: ", line) for line in told)
    assert any(message in line for line in told)


def test_all_mistakes_in_a_pack_are_told_at_once() -> None:
    text = source("en").replace("\none = 1\n", '\none = "x"\n').replace("\nplanned = [", "\nplaned = [")
    with pytest.raises(PackError) as caught:
        compile_pack({"en.toml": text}, data("common"))
    assert [line.split(": ", 1)[1].partition(";")[0] for line in str(caught.value).splitlines()] == [
        "number.words.one: 'x' is no whole number",
        "status: 'planed' is no status",
    ]


def test_a_mistake_is_told_with_the_file_that_it_stands_in() -> None:
    verbs = {"verbs/en.toml": "[verbs]\nfinit = 1\n"}
    with pytest.raises(PackError) as caught:
        compile_pack({"en.toml": without("verbs").replace("\none = 1\n", '\none = "x"\n'), **verbs}, data("common"))
    lines = str(caught.value).splitlines()
    assert re.match(r"en\.toml:\d+: number\.words\.one: ", lines[0])
    assert all(line.startswith("verbs/en.toml:") for line in lines[1:])
    assert any(line.startswith("verbs/en.toml:2: verbs: 'finit' is unknown") for line in lines)


def test_a_pack_without_its_verbs_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en.toml").write_text(without("verbs"), encoding="utf-8")
    monkeypatch.setattr("claimcheck.lang.pack.DATA", tmp_path)
    with pytest.raises(PackError, match=r"^lang/data/en\.toml:1: the section \[verbs\] is missing$"):
        load_pack.__wrapped__("en")


@every_language
def test_a_verb_form_stands_in_a_list_or_is_derived_but_not_both(code: str) -> None:
    verbs = data(code)["verbs"]
    for key in VERB_KEYS:
        tables = verbs["conjugations"].values()
        derived = {stem + ending for table in tables for stem in table["stems"] for ending in table.get(key, ())}
        assert derived.isdisjoint(verbs.get(key, ())), (key, sorted(derived.intersection(verbs[key])))


def test_the_empty_stem_makes_forms_of_the_endings_alone() -> None:
    verbs = source("verbs/en") + '[verbs.conjugations.zz]\nstems = ["", "over"]\nfinite = ["zzwent"]\n'
    syntax = compile_pack({"en.toml": without("verbs"), "verbs/en.toml": verbs}, data("common")).syntax
    assert {word for word in syntax.verbs if "zz" in word} == {"zzwent", "overzzwent"}


def test_a_section_in_two_files_of_a_pack_is_told() -> None:
    with pytest.raises(PackError, match=r"^verbs/en\.toml: stands in another file of the pack too: verbs$"):
        compile_pack({"en.toml": source("en"), "verbs/en.toml": "[verbs]\n"}, data("common"))


def test_what_only_the_compiler_finds_wrong_is_told_by_the_compiler() -> None:
    with pytest.raises(PackError, match=r"^en\.toml: TypeError: "):
        compile_pack({"en.toml": source("en")}, data("common"), {"units": {"meter": 1}})


def test_a_pack_that_is_no_toml_is_told_with_its_line() -> None:
    with pytest.raises(PackError, match=r"^en\.toml: .*line 2, column"):
        compile_pack({"en.toml": '[language]\ncode = "en\n'}, data("common"))


@every_language
def test_every_unit_is_a_measure(code: str) -> None:
    pack = data(code)
    spans = {unit for _, unit in pack["units_as_spans"].values()}
    compounds = {span["unit"] for span in pack.get("compound_spans", {}).values()}
    names = {*merged(code, "units").values(), *pack["units"], *pack["units_before"], *spans, *compounds}
    assert {name for name in names if not is_measure(name)} - COUNTED <= {"decibel"}


def test_every_symbol_is_of_a_measure() -> None:
    """Decibels have a symbol and are not linear, so they are counted as themselves; GPUs are counted things."""
    names = set(shared_symbols().values())
    assert {name for name in names if not is_measure(name)} == {"decibel", "percent", "GPU"}


def test_every_metric_multiple_is_a_measure() -> None:
    common = data("common")
    multiples = {prefix + unit for prefix in common["prefix_words"] for unit in common["prefixed_units"]["names"]}
    assert {name for name in multiples if not is_measure(name)} == set()


def test_what_belongs_to_a_first_amount_is_its_part() -> None:
    for part, (whole, count) in data("common")["parts_of_units"].items():
        assert is_measure(part, whole) or (is_hundredth(part) and (whole, count) == ("currency", 100))


@every_language
def test_every_period_is_a_measure(code: str) -> None:
    """A quarter of a year is a period, but pint's quarter is a mass."""
    assert {period for period in data(code)["per"]["periods"] if not is_measure(period)} == {"quarter"}


@every_language
def test_every_currency_is_known(code: str) -> None:
    common = data("common")
    codes = {*merged(code, "currencies").values(), *data(code)["currencies"]}
    assert [name for name in sorted(codes) if not is_currency(name) and not is_coin(name)] == []
    shared = {*common["currency_signs"].values(), *common["dollar_marks"].values(), *common["home_dollars"].values()}
    shared |= {*common["dollar_codes"]["codes"], *common["scaled_codes"]["codes"]}
    shared |= {name.upper() for name in common["lower_codes"]["codes"]}
    assert [name for name in sorted(shared) if not is_currency(name)] == []


@every_language
def test_a_form_that_is_dropped_is_one_that_there_is(code: str) -> None:
    seed = data(f"cldr/{code}")
    known = {*forms(seed["units"]), *forms(seed["currencies"]), *shared_symbols()}
    assert [form for form in data(code)["cldr"]["drop"] if form not in known] == []


@every_language
def test_no_pack_lacks_a_unit_of_the_news(code: str) -> None:
    wanted = data("en")["units"].keys() - UNSHARED
    assert wanted - set(merged(code, "units").values()) - set(shared_symbols().values()) == set()
    assert wanted >= {"percent", "megawatt", "kilometer", "meter**2", "metric_ton", "degC", "year", "fold"}


@every_language
def test_no_pack_lacks_a_currency(code: str) -> None:
    assert data("en")["currencies"].keys() - set(merged(code, "currencies").values()) == set()


@every_language
def test_no_pack_lacks_the_words_of_a_predicate(code: str) -> None:
    predicates = data(code)["predicates"]
    assert data("en")["predicates"].keys() - predicates.keys() == set()
    assert [name for name, words in predicates.items() if not words["verbs"]] == []


@every_language
@pytest.mark.parametrize("section", ["units", "currencies", "nouns", "measures", "units_before"])
def test_no_key_of_a_pack_is_without_a_form(code: str, section: str) -> None:
    assert [key for key, written in data(code)[section].items() if not written] == []


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
    units, currencies = ({form.lower() for form in merged(code, section)} for section in ("units", "currencies"))
    nouns = {form.lower() for form in forms(data(code)["nouns"])}
    assert units & currencies == MONEY_OR_WEIGHT.get(code, set())
    assert (units | currencies) & nouns == SHARE_OR_INDEX.get(code, set())


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
    assert pack.is_plural(word) is (word != singular or pack.has_invariables)
