"""What is said about a pack with mistakes: each of them, with its line."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

from claimcheck.lang import available
from claimcheck.lang.check import problems
from claimcheck.lang.lexicon import fold
from claimcheck.lang.places import Places

GOOD = """\
# A pack with little in it.
[language]
code = "xx"
name = "Little"

[number]
decimal = "."
group = ","
joiners = []
range_words = []
range_and = ["and"]
range_open = ["between"]
minus = ["minus"]
minus_after = ["below zero"]
and_half = ["and a half"]
parts_alone = ["half"]
compounds = false
spelled_magnitudes = ["hundred"]
[number.words]
one = 1
[number.decimals]
"one-half-more" = "1.5"
[number.magnitudes]
million = 1000000
"Mio" = 1_000_000
[number.parts]
half = 2
[number.collectives]
dozen = 12
[number.approximate]
[number.vague]
dozens = [12, 120]
[number.ratio]
words = ["in"]

[units]
gigawatt = ["gigawatt", "GW"]
"mile/hour" = [
  "mile per hour",  # "one" a line
  "miles per hour",
]
[cldr]
drop = []
[currencies]
USD = ["dollar", 'dollars']
cent = ["cents"]
[units_as_spans]
"decade-long" = [10, "year"]
[units_before]
magnitude = ["magnitude"]
[units_as_ages]
after = ["old"]
before = []
years = []

[per]
words = ["per", "a"]
article_words = ["a"]
periods = ["day", "quarter"]
article_units = ["share"]
[per.adjectives]
day = ["daily"]

[nouns]
home = ["home", "homes"]
[singular]
endings = [["ies", "y"], ["s", ""]]
[singular.exceptions]
men = "man"

[bounds.before]
at_least = ["at least"]
[bounds.after]
at_least = ["or more"]
[bounds]
fillers = []
[followers]
words = []
partitives = []
[scope]
instalment_after = []
instalment_before = []
change_before = []
of = []
shares = []
[trend]
up = ["rise"]
down = ["fall"]
links = []
levels = []

[skip]
ordinals = []
name_before = []
definite = []
furniture = []
one_pronoun = []
[words]
articles = []
function = []
openers = []
titles = []
clause_breaks = []
adjective_before_noun = []
[predicates]
buy = { verbs = ["buy"], nouns = ["purchase"] }
[measures]
[status]
planned = ["will"]
negations = []
future_endings = []
[attribution]
before_source = []
phrases = []
credits = []
[conditions]
starters = []
progress = []
money = []
back_references = []

[time]
numeric_order = "dmy"
[time.months]
May = 5
[time.weekdays]
Monday = 0
[time.units]
day = ["days"]
[time.shifts]
-1 = ["last"]
[time.days]
today = 0
[time.parts]
early = "start"
[time.halves]
1 = ["H1"]
[time.quarters]
1 = ["Q1"]
[time.seasons]
spring = ["spring"]
[time.halves_of_day]
pm = 12
[time.cues]
since = []
after = []
by = []
before = []
approx = []
bare = []
[time.words]
the = ["the"]
[time.relative]
Vorjahr = ["year", -1]
[time.counts]
several = 0
[time.vague]
-1 = ["recently"]
[syntax]
determiners = ["the"]
pronouns = ["it"]
adpositions = ["of"]
infinitive_marks = ["to"]
coordinators = ["and"]
subordinators = ["if"]
relatives = ["which"]
auxiliaries = ["is"]
adverbs = ["not"]
adverb_endings = ["ly"]
possessives = ["'s"]
goals = ["into"]
oblique = []
copulas = ["is"]
nominals = ["firm"]
bearings = ["south"]
away = ["of"]
[verbs]
finite = ["went"]
not = ["bed"]
nouns = []
[verbs.endings]
finite_and_participle = ["ed"]
[verbs.conjugations.plain]
present = ["", "s"]
stems = ["walk"]
"""
COMPOUND = """\
[compound_spans.days]
unit = "day"
endings = ["-day-long"]
numbers = [
  ["one", 1],
  ["two", 2],
]
[units_before]"""


def told(text: str) -> list[str]:
    """Return what is said about a text, without file, without what there is instead, and without missing classes."""
    lines = problems(tomllib.loads(text), {"xx.toml": text})
    assert all(line.startswith("xx.toml:") for line in lines)
    known = [re.split("; there are | none of ", line)[0].removeprefix("xx.toml:") for line in lines]
    return [line for line in known if "the section [predicates." not in line]


def test_a_good_pack_has_no_problems() -> None:
    assert told(GOOD) == []


@pytest.mark.parametrize("code", available())
def test_the_packs_have_no_problems(code: str) -> None:
    parts = (f"{code}.toml", f"verbs/{code}.toml")
    sources = {part: (files("claimcheck.lang") / "data" / part).read_text(encoding="utf-8") for part in parts}
    assert problems(tomllib.loads("".join(sources.values())), sources) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # sections and keys
        ("[cldr]\ndrop = []\n", "", ["1: the section [cldr] is missing"]),
        ("[number.ratio]\nwords", "[number.ratios]\nwords", [
            "6: number: the section [number.ratio] is missing",
            "33: number: 'ratios' is unknown",
        ]),
        ("partitives", "partitive", [
            "77: followers: the key 'partitives' is missing",
            "79: followers: 'partitive' is unknown",
        ]),
        ('verbs = ["buy"], ', "", ["106: predicates.buy: the key 'verbs' is missing"]),
        ("[measures]", "[[measures]]", ["107: measures: [{}] is no table"]),
        ("compounds = false\n", "", ["6: number: the key 'compounds' is missing"]),
        ('minus_after = ["below zero"]\n', "", ["6: number: the key 'minus_after' is missing"]),
        # kinds of values
        ("compounds = false", 'compounds = "no"', ["17: number.compounds: 'no' is neither true nor false"]),
        ('decimal = "."', "decimal = 1", ["7: number.decimal: 1 is no text in quotes"]),
        ('minus = ["minus"]', 'minus = "minus"', ["13: number.minus: 'minus' is no list"]),
        ('["old"]', '["old", 7]', ["52: units_as_ages.after: 7 is no text in quotes"]),
        ("one = 1", 'one = "1"', ["20: number.words.one: '1' is no whole number"]),
        ("one = 1", "one = true", ["20: number.words.one: True is no whole number"]),
        ('"1.5"', '"1,5"', ["22: number.decimals.one-half-more: '1,5' is no number"]),
        ("dozen = 12", "dozen = -12", ["29: number.collectives.dozen: -12 is not above zero"]),
        ("half = 2", "half = 1", ["27: number.parts.half: 1 is not 2 or more"]),
        ("[12, 120]", "[120, 12]", ["32: number.vague.dozens: [120, 12] is not a lowest and a highest number"]),
        ("[12, 120]", "12", ["32: number.vague.dozens: 12 is not a lowest and a highest number"]),
        ('[10, "year"]', '["year", 10]', [
            "48: units_as_spans.decade-long: ['year', 10] is not a number and a unit",
        ]),
        ("[units_before]", '[scaled_currencies]\nmdx = [1000000, "XXD"]\n[units_before]', [
            "50: scaled_currencies.mdx: 'XXD' is no unit that claimcheck knows",
        ]),
        ("[units_before]", COMPOUND.replace('"day"', '"dya"'), [
            "50: compound_spans.days.unit: 'dya' is no unit that claimcheck knows",
        ]),
        ("[units_before]", COMPOUND.replace("unit = ", "units = "), [
            "49: compound_spans.days: the key 'unit' is missing",
            "50: compound_spans.days: 'units' is unknown",
        ]),
        ("[units_before]", COMPOUND.replace('["two", 2]', '"two"'), [
            "54: compound_spans.days.numbers: 'two' is not a word and its number",
        ]),
        ("[units_before]", COMPOUND.replace('["two", 2]', '["two", 0]'), [
            "54: compound_spans.days.numbers: 0 is not above zero",
        ]),
        ('["s", ""]', '["s"]', ["67: singular.endings: ['s'] is not a plural ending and a singular one"]),
        ("May = 5", "May = 13", ["125: time.months.May: 13 is not between 1 and 12"]),
        ("Monday = 0", "Monday = 7", ["127: time.weekdays.Monday: 7 is not between 0 and 6"]),
        ("pm = 12", "pm = 11", ["143: time.halves_of_day.pm: 11 is"]),
        ('["", "s"]', '["", "s", "s"]', ["184: verbs.conjugations.plain.present: 's' stands here twice"]),
        ('["", "s"]', '["", "s "]', ["184: verbs.conjugations.plain.present: 's ' is no ending: it holds a space"]),
        ('stems = ["walk"]\n', "", ["183: verbs.conjugations.plain: the key 'stems' is missing"]),
        ('finite = ["went"]', 'finit = ["went"]', ["178: verbs: 'finit' is unknown"]),
        # names that the code knows
        ("gigawatt = ", "gigawat = ", ["37: units: 'gigawat' is no unit that claimcheck knows"]),
        ('"mile/hour"', '"mile/our"', ["38: units: 'mile/our' is no unit that claimcheck knows"]),
        ('[10, "year"]', '[10, "yaer"]', [
            "48: units_as_spans.decade-long: 'yaer' is no unit that claimcheck knows",
        ]),
        ("USD", "usd", ["45: currencies: 'usd' is no currency or coin that claimcheck knows"]),
        ("USD", "UDS", ["45: currencies: 'UDS' is no currency or coin that claimcheck knows"]),
        ("cent = ", "cnet = ", ["46: currencies: 'cnet' is no currency or coin that claimcheck knows"]),
        ('at_least = ["at', 'at_lest = ["at', [
            "72: bounds.before: 'at_lest' is no bound",
        ]),
        ("planned", "planed", [
            "109: status: 'planed' is no status",
        ]),
        ('up = ["r', 'upp = ["r', [
            "86: trend: the key 'up' is missing",
            "87: trend: 'upp' is unknown",
        ]),
        ('day = ["days', 'dya = ["days', [
            "129: time.units: 'dya' is no granularity",
        ]),
        ('["day", "quarter"]', '["day",\n  "quater"]', [
            "60: per.periods: 'quater' is",
        ]),
        ("today = 0", "today = 8", ["133: time.days.today: 8 is not between -7 and 7"]),
        ("today = 0", 'today = [0, "DAWN"]', ["133: time.days.today: 'DAWN' is no part of the day"]),
        ('["year", -1]', '["yaer", -1]', [
            "154: time.relative.Vorjahr: ['yaer', -1] is not a period and what is said of it",
        ]),
        ("several = 0", "several = -1", ["156: time.counts.several: -1 is not above zero"]),
        ('the = ["the"]', 'teh = ["the"]', ["152: time.words: 'teh' is unknown"]),
        ("[time.counts]", "[time.holidays]\nnewyear = [13, 1]\n[time.counts]", [
            "156: time.holidays.newyear: [13, 1] is neither a month and a day nor a number of days from Easter",
        ]),
        ('"dmy"', '"ydm"', ["123: time.numeric_order: 'ydm' is"]),
        ('"start"', '"begin"', ["135: time.parts.early: 'begin' is"]),
        # forms
        ('"miles per hour"', '" miles per hour"', [
            "40: units.mile/hour: ' miles per hour' starts or ends with a space",
        ]),
        ('"miles per hour"', '""', ["40: units.mile/hour: a form is empty"]),
        ('"miles per hour"', '"mile per hour"', ["40: units.mile/hour: 'mile per hour' stands here twice"]),
        ('"miles per hour"', '"Gigawatt"', ["40: units: 'Gigawatt' stands under both 'gigawatt' and 'mile/hour'"]),
        ('["fall"]', '["fall", "rise"]', ["88: trend: 'rise' stands under both 'up' and 'down'"]),
        ("May = 5", 'May = 5\n" May" = 5', ["126: time.months: ' May' starts or ends with a space"]),
        ('"Mio" = 1_000_000', "Million = 1_000", [
            "25: number.magnitudes: 'Million' stands here twice, with two values",
        ]),
        ('parts_alone = ["half"]', 'parts_alone = ["third"]', [
            "16: number.parts_alone: 'third' is not in [number.parts]",
        ]),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line(old: str, new: str, expected: list[str]) -> None:
    assert old in GOOD
    assert told(GOOD.replace(old, new, 1)) == expected


def test_number_and_unit_may_be_put_together() -> None:
    assert told(GOOD.replace("[units_before]", COMPOUND)) == []


@pytest.mark.parametrize("unit", ["fraction", "fold", "percent", "kilometer/second", "exajoule", "decibel"])
def test_a_unit_may_be_of_measurement_or_a_ratio(unit: str) -> None:
    assert told(GOOD.replace("gigawatt = ", f'"{unit}" = ').replace('[10, "year"]', f'[10, "{unit}"]')) == []


@pytest.mark.parametrize("coin", ["penny", "centime", "satoshi"])
def test_a_coin_stands_among_the_currencies(coin: str) -> None:
    assert told(GOOD.replace("cent = ", f"{coin} = ")) == []


def test_an_unknown_name_is_told_what_there_is_instead() -> None:
    text = GOOD.replace("planned", "planed").replace('"start"', '"begin"')
    text = text.replace("partitives", "partitive")
    instead = [
        line.split("; there are ")[-1].split(" none of ")[-1] for line in problems(tomllib.loads(text), {"": text})
    ]
    assert [line for line in instead if "missing" not in line] == [
        "words, partitives",
        "stated, attributed, hedged, planned, done, negated",
        "start, mid, end",
    ]


def test_all_mistakes_are_named_in_the_order_of_the_lines() -> None:
    text = GOOD.replace("one = 1", "one = []").replace("gigawatt = ", "gigawat = ").replace("USD", "usd")
    assert [line.split(":")[0] for line in told(text.replace('name = "Little"\n', ""))] == ["2", "19", "36", "44"]


def test_an_empty_pack_lacks_every_section() -> None:
    assert len(problems({}, {"xx.toml": ""})) == len(tomllib.loads(GOOD))


@pytest.mark.parametrize("value", [1, "x", [], [1], [[]], {}, {"x": 1}, {"x": [1]}, {"x": {"y": {}}}])
def test_no_value_is_a_crash(value: object) -> None:
    for section, content in tomllib.loads(GOOD).items():
        data = tomllib.loads(GOOD)
        problems({**data, section: value}, {"xx.toml": GOOD})
        for key in content:
            problems({**data, section: {**content, key: value}}, {"xx.toml": GOOD})


PLACES = '''\
a.b = 1
"c d" = [
  [1, "x"],  # ] = "
  'it''s' , """
two""", 5,
]
[e]
f.'g.h' = { i = [1, 2], j = 3 }
[e . "k"]
[[l]]
'''.replace("'it''s'", '"it\'s"')


@pytest.mark.parametrize(
    ("path", "item", "line"),
    [
        (("a",), None, 1),
        (("a", "b"), 0, 1),
        (("c d",), None, 2),
        (("c d",), 0, 3),
        (("c d",), 2, 4),
        (("c d",), 3, 4),
        (("c d",), 4, 5),
        (("c d",), 9, 2),
        (("e",), None, 7),
        (("e", "f", "g.h"), None, 8),
        (("e", "f", "g.h", "i"), 1, 8),
        (("e", "k"), None, 9),
        (("l",), None, 10),
        (("nowhere",), None, 1),
        (("e", "nowhere", "at all"), None, 7),
    ],
)
def test_places(path: tuple[str, ...], item: int | None, line: int) -> None:
    assert Places(PLACES).line(path, item) == line


def test_a_form_in_another_case_is_the_same_form_when_it_is_looked_for() -> None:
    """That is why the check compares forms in lower case."""
    assert fold("Gigawatt") == "gigawatt"
