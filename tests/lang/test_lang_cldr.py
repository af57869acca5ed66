"""The names from CLDR: the committed files are what the command writes, and say what the rest of the code knows."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from claimcheck.lang import available, cldr
from claimcheck.units import is_currency

CODES = sorted(path.stem for path in cldr.FOLDER.glob("*.toml"))
HISTORICAL = {"DEM", "FRF", "ITL", "ESP", "NLG", "BEF", "ATS", "FIM", "IEP", "PTE", "GRD", "HRK"}

every_language = pytest.mark.parametrize("code", CODES)


def text(code: str) -> str:
    return (cldr.FOLDER / f"{code}.toml").read_text(encoding="utf-8")


def data(code: str) -> dict[str, Any]:
    return tomllib.loads(text(code))


def test_there_is_a_file_for_every_language() -> None:
    assert {"de", "en", "es", "fr", "it", "nl", "pt"} | set(available()) == set(CODES)


@every_language
def test_the_file_is_what_the_command_writes(code: str) -> None:
    """Any Babel with the same CLDR writes the same; the extra `test` names one, so that this is never skipped."""
    assert text(code) == cldr.generated(code), "run python -m claimcheck.lang.cldr with the Babel of the extra `test`"


@pytest.mark.parametrize(
    ("code", "section", "key", "value"),
    [
        ("en", "units", "mile/hour", ["mile per hour", "miles per hour"]),
        ("en", "units", "foot**2", ["square feet", "square foot"]),
        ("en", "currencies", "USD", ["us dollar", "us dollars"]),
        ("en", "months", "March", 3),
        ("en", "weekdays", "Monday", 0),
        ("fr", "units", "light_year", ["année-lumière", "années-lumière"]),
        ("fr", "units", "arcminute", ["minute d'arc", "minutes d'arc"]),
        ("fr", "currencies", "FRF", ["franc français", "francs français"]),
        ("de", "units", "gigawatt_hour", ["gigawattstunde", "gigawattstunden"]),
        ("de", "currencies", "DEM", ["deutsche mark"]),
        ("es", "units", "megawatt_hour", ["megavatio hora", "megavatios hora", "megawatt-hora", "megawatts-hora"]),
        ("it", "units", "kilowatt_hour", ["chilowattora"]),
        ("it", "weekdays", "domenica", 6),
        ("pt", "units", "kilometer", ["quilómetro", "quilómetros", "quilômetro", "quilômetros"]),
        ("pt", "units", "terawatt_hour", ["terawatt-hora", "terawatts-hora"]),
        ("pt", "units", "knot", ["nó", "nós"]),
        ("pt", "weekdays", "segunda-feira", 0),
        ("nl", "units", "century", ["eeuw", "eeuwen"]),
        ("nl", "units", "day", ["dag", "dagen"]),
        ("nl", "months", "maart", 3),
    ],
)
def test_entries(code: str, section: str, key: str, value: object) -> None:
    assert data(code)[section][key] == value


@every_language
def test_no_unit_is_a_quarter_or_a_short_ton(code: str) -> None:
    """Pint's quarter is a mass, and nobody can tell the tons of different countries apart."""
    assert data(code)["units"].keys() & {"quarter", "ton"} == set()
    assert "ton" not in {form for forms in data(code)["units"].values() for form in forms}


@every_language
def test_a_currency_is_one_that_claimcheck_knows(code: str) -> None:
    currencies = data(code)["currencies"]
    assert [name for name in currencies if not is_currency(name)] == []
    assert currencies.keys() >= {"USD", "EUR", "JPY", "ZAR"} | HISTORICAL


@every_language
def test_a_form_is_written_as_in_packs_and_has_one_meaning(code: str) -> None:
    forms = [form for table in ("units", "currencies") for forms in data(code)[table].values() for form in forms]
    assert [form for form in forms if not re.fullmatch(r"(?:imp\. )?[^\W\d_]+(?:[ '-][^\W\d_]+)*", form)] == []
    assert [form for form in forms if form != form.lower()] == []
    assert len(forms) == len(set(forms))


@every_language
def test_months_and_weekdays_are_whole(code: str) -> None:
    assert list(data(code)["months"].values()) == list(range(1, 13))
    assert list(data(code)["weekdays"].values()) == list(range(7))


def test_the_command_writes_the_files_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cldr, "FOLDER", tmp_path / "cldr")
    cldr.main(["sv"])
    written = tmp_path / "cldr" / "sv.toml"
    assert capsys.readouterr().out == f"{written}\n"
    before = written.read_bytes()
    cldr.main([])
    assert written.read_bytes() == before
    assert tomllib.loads(before.decode())["months"]["januari"] == 1


@pytest.mark.parametrize("code", ["xx", "../en", "english"])
def test_an_unknown_language_is_a_usage_error(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cldr.main([code])
    assert caught.value.code == 2
    assert f"CLDR has no language {code!r}" in capsys.readouterr().err


def test_a_missing_babel_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "babel", None)
    with pytest.raises(SystemExit):
        cldr.main(["en"])
    assert "Babel is missing" in capsys.readouterr().err
