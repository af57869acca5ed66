"""Times that other times of the text tell, and what is no time where it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import claimcheck
from claimcheck.extract.times import find_times
from claimcheck.lang import load_pack, tokenise

DAY = date(2025, 10, 22)
"""A Wednesday."""


def read(text: str, language: str = "en", day: date | None = DAY) -> list[tuple[str, str]]:
    """Return the times of a text, each with its days as EDTF or its TIMEX3 value."""
    return [
        (found.text, found.when.edtf or found.when.timex3)
        for found in claimcheck.times(text, language=language, date=day)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # counted from the time told before
        ("It opened on May 3, 2024. Three days later it burned.", ("Three days later", "2024-05-06")),
        ("It opened on May 3, 2024. Two weeks earlier it was sold.", ("Two weeks earlier", "2024-04-19")),
        ("It was sold in 2019 and reopened a year later.", ("a year later", "2020")),
        # the same, the next, the quarter just spoken of
        ("It opened on May 3, 2024. It closed the same day.", ("the same day", "2024-05-03")),
        ("It opened on May 3, 2024. It closed the following day.", ("the following day", "2024-05-04")),
        ("It opened on May 3, 2024. It closed the following Monday.", ("the following Monday", "2024-05-06")),
        ("In the second quarter of 2024 sales rose. Costs fell in the quarter.", ("the quarter", "2024-34")),
        # what is compared with the year before
        ("In the third quarter sales rose from $2 million a year ago.", ("a year ago", "2024-35")),
        ("In the third quarter sales rose from $2 million a year earlier.", ("a year earlier", "2024-35")),
        ("In the third quarter sales beat the year-earlier period.", ("the year-earlier period", "2024-35")),
        # times of day are of the day just spoken of
        ("It opened on May 3, 2024. Doors closed at 8 p.m.", ("8 p.m.", "2024-05-03")),
        # with nothing told before
        ("Sales fell in the quarter.", ("the quarter", "2025-35")),
        ("It closed the following week.", ("the following week", "2025-10-27/2025-11-02")),
        ("Three days later it burned.", ("Three days later", "PRESENT_REF")),
        ("It closed the same day.", ("the same day", "PRESENT_REF")),
        ("Doors closed at 8 p.m.", ("8 p.m.", "T20:00")),
    ],
)
def test_a_time_is_told_by_another(text: str, expected: tuple[str, str]) -> None:
    assert read(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("It burned in an 86-year-old building.", "en", [("86-year-old", "1939-10-22/2025-10-21")]),
        ("A three-month-old company won.", "en", [("three-month-old", "2025-07-22/2025-10-21")]),
        ("Ein 86 Jahre altes Gebäude brannte.", "de", [("86 Jahre altes", "1939-10-22/2025-10-21")]),
        ("An 86-year-old man won.", "en", []),
    ],
)
def test_the_age_of_a_thing_tells_since_when_it_is(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert read(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("In May 40 people came.", "en", [("May", "2025-05")]),
        ("Im Mai 40 Boote.", "de", [("Mai", "2025-05")]),
        ("En mayo 40 personas huyeron.", "es", [("mayo", "2025-05")]),
        ("It was sold in May 45.", "en", [("May 45", "1945-05")]),
        ("Les années 60 furent belles.", "fr", [("Les années 60", "196X")]),
        ("Los años ochenta fueron buenos.", "es", [("Los años ochenta", "198X")]),
        ("Es war der Mai 68.", "de", [("der Mai 68", "1968-05")]),
        ("Das Gesetz vom 24. Juli 1998 gilt.", "de", [("24. Juli 1998", "1998-07-24")]),
        ("Il a ouvert ce jeudi 2 octobre.", "fr", [("ce jeudi 2 octobre", "2025-10-02")]),
        ("Mardi, deux autres ont ouvert.", "fr", [("Mardi", "2025-10-21")]),
        ("Il est ouvert depuis 24 heures.", "fr", [("24 heures", "PT24H")]),
        ("Dieci anni dopo la guerra tornò la pace.", "it", [("Dieci anni dopo", "PRESENT_REF")]),
        ("It has been open since the end of 2022.", "en", [("since the end of 2022", "2022-01-01/..")]),
        ("It runs in mid-November.", "en", [("mid-November", "2025-11-01/2025-11-30")]),
        ("It opens on 4 and 5 October.", "en", [("4 and 5 October", "2025-10-04/2025-10-05")]),
        ("It opens on Sept. 27 and 28.", "en", [("Sept. 27 and 28", "2025-09-27/2025-09-28")]),
        ("It opens on 4 and 8 October.", "en", [("8 October", "2025-10-08")]),
        ("Es öffnet am 4. und 5. Oktober.", "de", [("4. und 5. Oktober", "2025-10-04/2025-10-05")]),
        ("It opens Tuesday nights.", "en", [("Tuesday nights", "XXXX-WXX-2")]),
        ("Sales rose over the past decade.", "en", [("the past decade", "2015-10-22/2025-10-21")]),
        ("In zwei Jahren hatte sich der Umsatz verdoppelt.", "de", [("zwei Jahren", "P2Y")]),
        ("In zwei Jahren öffnet das Werk.", "de", [("In zwei Jahren", "2027")]),
        ("The 2023/24 season began.", "en", [("The 2023/24", "2023-01-01/2024-12-31")]),
        ("The third quarter of the match was long.", "en", []),
        ("In the second half of the match they scored.", "en", []),
        ("They won 20:15.", "en", []),
        ("It was a second attempt.", "en", []),
        ("June Carter sang.", "en", []),
        ("Elle conduit une Peugeot 2008.", "fr", []),
        ("El Real Decreto 1514/2007 y la Directiva 2014/65.", "es", []),
        ("Foi ontem, no Rio de Janeiro.", "pt", [("ontem", "2025-10-21")]),
        ("Het begint om half acht 's avonds.", "nl", [("'s avonds", "PRESENT_REF")]),
    ],
)
def test_what_a_careful_reader_takes_it_for(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert read(text, language) == expected


@pytest.mark.parametrize(("language", "text"), [("fr", "La firme Mars a gagné."), ("es", "La firma Mayo ganó.")])
def test_the_order_of_dates_in_digits_tells_nothing_of_capitals(language: str, text: str) -> None:
    pack = load_pack(language)
    swapped = replace(pack, times=replace(pack.times, month_first=not pack.times.month_first))
    assert [find_times(tokenise(text), each) for each in (pack, swapped)] == [[], []]


def test_a_time_told_by_an_unknown_day_stays_unknown() -> None:
    assert read("It opened on Monday. Three days later it burned.", day=None) == [
        ("Monday", "PRESENT_REF"),
        ("Three days later", "PRESENT_REF"),
    ]


def test_a_long_row_of_times_told_by_each_other_is_read() -> None:
    text = "It opened on May 3, 2024. " + "A day later it rained. " * 2000
    assert len(read(text)) == 2001


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They march on.", "en"),
        ("She may come.", "en"),
        ("The sun rose and we sat down.", "en"),
        ("The fall of the wall was slow.", "en"),
        ("Over 2000 people came.", "en"),
        ("They sold 2024 homes.", "en"),
        ("Model 1998 sold well at $1999.", "en"),
        ("It has a 16:9 screen.", "en"),
        ("Ann Lee, 41 years old, won.", "en"),
        ("The row 10-11-12 is odd.", "en"),
        ("Call 08 00 55 50 14.", "fr"),
        ("Il a été vu.", "fr"),
        ("Elle a investi 300 milliards.", "fr"),
        ("Un homme de 38 ans est mort.", "fr"),
        ("Es kamen 2000 Menschen.", "de"),
        ("La segunda fase y la quinta tentativa.", "pt"),
        ("Dat was het jaar dat de molen brandde.", "nl"),
        ("It was the month that the mill burned.", "en"),
    ],
)
def test_what_is_no_time(text: str, language: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened on 31 February 2026.", [("31 February 2026", "PRESENT_REF")]),
        ("It opened on 31 June.", [("31 June", "PRESENT_REF")]),
        ("Updated 31/02/2026.", []),
        ("It ran from 2018 to 2014.", [("2018", "2018"), ("2014", "2014")]),
        ("The 2025-26 budget passed.", [("The 2025-26", "2025-01-01/2026-12-31")]),
    ],
)
def test_a_day_that_never_was_is_not_asserted(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened the week of October 10.", [("the week of October 10", "2025-10-06/2025-10-12")]),
        ("It ran from May to September.", [("May to September", "2025-05-01/2025-09-30")]),
        ("It ran from November to February.", [("November to February", "2024-11-01/2025-02-28")]),
        ("It runs from Friday to Monday.", [("Friday to Monday", "2025-10-17/2025-10-20")]),
        ("It ran April-July 2003.", [("April-July 2003", "2003-04-01/2003-07-31")]),
        ("It ran October-March 2019.", [("October-March 2019", "2018-10-01/2019-03-31")]),
        ("It opens on Easter Monday.", [("Easter Monday", "2026-04-06")]),
        ("It opened at Easter 2018.", [("Easter 2018", "2018-04-01")]),
        ("It opens next Easter.", [("next Easter", "2026-04-05")]),
        ("It opens three weeks after Good Friday.", [("three weeks after Good Friday", "2026-04-24")]),
        ("It opens within three weeks.", [("within three weeks", "2025-10-22/2025-11-11")]),
        ("It shook five minutes ago.", [("five minutes ago", "2025-10-22")]),
        ("It shook five hours ago.", [("five hours ago", "PAST_REF")]),
        ("It closed on the 18th.", [("the 18th", "2025-10-18")]),
        ("They live on the 4th floor.", []),
        ("It opened on 7 March in 2019.", [("7 March in 2019", "2019-03-07")]),
        ("It opened on 10/14.", [("10/14", "2025-10-14")]),
        ("It won 9/14 of the votes.", []),
        ("It opened Friday 1 p.m.", [("Friday 1 p.m.", "2025-10-17")]),
        ("It closes tomorrow from 3:30 to 4:45pm.", [("tomorrow from 3:30 to 4:45pm", "2025-10-23")]),
    ],
)
def test_stretches_and_days(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the tense of the words around decides on which side a bare time lies
        ("It will open on Monday.", "2025-10-27"),
        ("It opened on Monday.", "2025-10-20"),
        ("They announced on Monday that it will open.", "2025-10-20"),
        ("It will open in March.", "2026-03"),
        ("It opened in March.", "2025-03"),
    ],
)
def test_tense_decides(text: str, expected: str) -> None:
    assert [edtf for _, edtf in read(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Le groupe a ouvert un hôtel à Sandrera en mai.", "fr", "2025-05"),
        ("Le groupe ouvrira un hôtel à Norval en mai.", "fr", "2026-05"),
        ("En mai, Sandrera ferme.", "fr", "2025-05"),
        ("En mai, elle fermera.", "fr", "2026-05"),
        ("El club de Bará abrió en mayo.", "es", "2025-05"),
        ("El club de Norval abrirá en mayo.", "es", "2026-05"),
        ("Il club di Barà apriva a maggio.", "it", "2025-05"),
        ("Il club di Norval aprirà a maggio.", "it", "2026-05"),
        ("O clube de Mirará abriu em maio.", "pt", "2025-05"),
        ("O clube de Norval mudará em maio.", "pt", "2026-05"),
    ],
)
def test_a_name_with_the_ending_of_the_future_tense_is_no_tense(text: str, language: str, expected: str) -> None:
    assert [edtf for _, edtf in read(text, language)] == [expected]


def test_a_time_is_the_same_on_any_day_that_the_program_runs() -> None:
    text = "It opened on Monday, in March, at 8 p.m., in the third quarter, and two weeks ago."
    assert {edtf for _, edtf in read(text, day=None)} == {"PRESENT_REF", "PAST_REF", "T20:00"}


@pytest.mark.parametrize(
    ("text", "language", "clock", "zone"),
    [
        ("It shook at 0440 GMT.", "en", "04:40", "gmt"),
        ("It shook on Sunday at 0440 GMT.", "en", "04:40", "gmt"),
        ("It shook at 4:40 a.m. EDT on Sunday.", "en", "04:40", "edt"),
        ("It shook at 4:40 p.m. local time.", "en", "16:40", "local time"),
        ("Il a tremblé à 4h40 GMT dimanche.", "fr", "04:40", "gmt"),
        ("Es bebte am Sonntag um 4.40 Uhr Ortszeit.", "de", "04:40", "ortszeit"),
        ("Tembló el domingo a las 4:40 hora local.", "es", "04:40", "hora local"),
        ("Ha tremato domenica alle 4:40 ora locale.", "it", "04:40", "ora locale"),
        ("Het beefde zondag om 4.40 uur lokale tijd.", "nl", "04:40", "lokale tijd"),
        ("Tremeu no domingo às 4h40 hora local.", "pt", "04:40", "hora local"),
        # no zone
        ("It shook at 4:40 a.m. on Sunday.", "en", "04:40", None),
        ("It shook at 4:40 a.m. and local time stood still.", "en", "04:40", None),
        ("It shook on Sunday.", "en", None, None),
    ],
)
def test_a_time_of_day_has_the_zone_that_is_named_beside_it(
    text: str, language: str, clock: str | None, zone: str | None
) -> None:
    (found,) = claimcheck.times(text, language=language, date=DAY)
    assert (found.when.form.clock, found.when.form.zone) == (clock, zone)


@pytest.mark.parametrize("year", ["0000", "10000", "99999"])
def test_a_year_off_the_calendar_is_no_year(year: str) -> None:
    assert read(f"It opened in {year}.") == []


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
@pytest.mark.parametrize(
    "text",
    [
        "last century",
        "next century",
        "the next 9999 years",
        "the last 9999 years",
        "9999 years ago",
        "yesterday and tomorrow",
    ],
)
def test_what_leaves_the_calendar_stays_symbolic(text: str, day: date) -> None:
    times = claimcheck.times(f"It opened {text}.", language="en", date=day)
    assert times
    for found in times:
        assert found.when.earliest is None or found.when.latest is None or found.when.earliest <= found.when.latest


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Since 2019 some 340 mills until 2024 closed.", "en", ["Since 2019", "until 2024"]),
        ("From 2019 about 340 posts by 2024 will go.", "en", ["2019", "by 2024"]),
        ("Seit 2019 fielen 340 Stellen bis 2024 weg.", "de", ["Seit 2019", "bis 2024"]),
        ("Desde 2019 unos 340 empleos hasta 2024 se perdieron.", "es", ["Desde 2019", "hasta 2024"]),
        ("Dal 2019 circa 340 posti entro il 2024 sono spariti.", "it", ["Dal 2019", "entro il 2024"]),
        ("Sinds 2019 ongeveer 340 banen tegen 2024 verdwenen.", "nl", ["Sinds 2019", "tegen 2024"]),
        ("Since 2019 until 2024 it grew.", "en", ["Since 2019 until 2024"]),
        ("Es wuchs seit 2019 bis 2024.", "de", ["seit 2019 bis 2024"]),
    ],
)
def test_two_times_are_a_stretch_only_where_nothing_else_stands_between(
    text: str, language: str, expected: list[str]
) -> None:
    assert [time for time, _ in read(text, language)] == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [("Ha aperto mezz'ora fa.", "it"), ("It opened half an hour ago.", "en"), ("Abriu há meia hora.", "pt")],
)
def test_a_length_of_time_that_counts_a_time_is_no_quantity(text: str, language: str) -> None:
    assert [claim.kind.value for claim in claimcheck.extract(text, language=language, date=DAY)] == ["date"]
