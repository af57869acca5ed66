"""The command: exit codes, streams and options, with a stand-in for the pipeline behind it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from claimcheck import ingest
from claimcheck.cli import app, main
from claimcheck.config import Config, FailOn, Format
from claimcheck.errors import ClaimcheckError, InputError, LanguageError
from claimcheck.lang import available
from claimcheck.model import Article, Severity, codes
from command import run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


@dataclass
class FakeReport:
    """What the command needs of a report."""

    articles: Sequence[Article]
    problems: tuple[InputError, ...] = ()
    worst: Severity | None = None

    def to_text(self, *, width: int, colour: bool) -> str:
        return f"report on {' '.join(article.id for article in self.articles)} ({width} columns, colour {colour}) €"

    def render(self, form: str) -> str | bytes:
        return b"<\0parquet>" if form == "parquet" else f"<{form}>"


class FakePipeline(ModuleType):
    """Stands for `claimcheck.pipeline`; finds what `worst` says, and remembers its settings."""

    def __init__(self) -> None:
        super().__init__("claimcheck.pipeline")
        self.worst: Severity | None = None
        self.met_later: tuple[InputError, ...] = ()
        self.error: Exception | None = None
        self.config: Config | None = None
        self.client: object = None

    def read(self, given: Sequence[str], *, on_problem: Callable[[InputError], None], config: Config) -> list[Article]:
        return ingest.read(given, on_problem=on_problem, limits=config.limits)

    def reconcile(
        self, articles: Sequence[Article], *, config: Config, problems: Iterable[InputError] = (), client: object = None
    ) -> FakeReport:
        self.config, self.client = config, client
        if self.error:
            raise self.error
        return FakeReport(list(articles), (*problems, *self.met_later), self.worst)


@pytest.fixture
def pipeline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakePipeline:
    """Work in a folder with one good article, on a fake pipeline."""
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text("Nvidia will invest.", encoding="utf-8")
    fake = FakePipeline()
    monkeypatch.setitem(sys.modules, "claimcheck.pipeline", fake)
    return fake


TEXT = "report on good (100 columns, colour False) €\n"

EXIT_CODES = [
    (None, "conflict", 0),
    (Severity.INFO, "warning", 0),
    (Severity.WARNING, "conflict", 0),
    (Severity.WARNING, "warning", 1),
    (Severity.CONFLICT, "conflict", 1),
    (Severity.CONFLICT, "warning", 1),
    (Severity.CONFLICT, "never", 0),
]


@pytest.mark.parametrize(("worst", "fail_on", "code"), EXIT_CODES)
def test_findings_set_the_exit_code(pipeline: FakePipeline, worst: Severity | None, fail_on: str, code: int) -> None:
    pipeline.worst = worst
    assert run("report", "good.txt", "--fail-on", fail_on) == (code, TEXT, "")


@pytest.mark.parametrize("fail_on", ["conflict", "never"])
def test_a_bad_input_is_2_and_the_others_are_reported(pipeline: FakePipeline, fail_on: str) -> None:
    pipeline.worst = Severity.CONFLICT
    Path("bad.txt").write_bytes(b"a\n\xff")
    code, out, err = run("report", "bad.txt", "good.txt", "nowhere", "--fail-on", fail_on)
    assert (code, out) == (2, TEXT)
    assert err.splitlines() == [
        "claimcheck: bad.txt:2: is not UTF-8: byte 0xff at offset 2",
        "claimcheck: nowhere: does not exist",
    ]


def test_a_problem_met_after_reading_is_told_too(pipeline: FakePipeline) -> None:
    pipeline.met_later = (LanguageError("is in\nKlingon", "good.txt"),)
    assert run("report", "good.txt") == (2, TEXT, "claimcheck: good.txt: is in Klingon\n")


def test_without_any_article_there_is_no_report(pipeline: FakePipeline) -> None:
    assert run("report", "nowhere", "") == (
        2, "", "claimcheck: nowhere: does not exist\nclaimcheck: a path is empty\n"
    )  # fmt: skip
    assert pipeline.config is None


@pytest.mark.usefixtures("pipeline")
def test_a_text_in_place_of_a_path_is_a_problem() -> None:
    text = "Lumen paid 3 million dollars. " * 12
    assert run("report", text) == (2, "", f"claimcheck: {text}: cannot be read: File name too long\n")


def test_an_error_of_the_pipeline_is_one_line_after_the_problems(pipeline: FakePipeline) -> None:
    pipeline.error = ClaimcheckError("en.toml:3: is broken")
    code, out, err = run("report", "good.txt", "nowhere")
    assert (code, out) == (2, "")
    assert err == "claimcheck: nowhere: does not exist\nclaimcheck: en.toml:3: is broken\n"


USAGE = [
    pytest.param(["report"], "PATH", id="no path"),
    pytest.param(["reprot"], "reprot", id="unknown command"),
    pytest.param(["report", "good.txt", "--frmat", "json"], "--frmat", id="unknown option"),
    pytest.param(["report", "good.txt", "--format", "xml"], "--format", id="unknown format"),
    pytest.param(["report", "good.txt", "--fail-on", "info"], "--fail-on", id="unknown severity"),
    pytest.param(["report", "good.txt", "--date", "soon"], '--date: "soon" is not an ISO date', id="date"),
    pytest.param(["report", "good.txt", "--language", "English"], '--language: "English" is not', id="language"),
    pytest.param(["report", "good.txt", "--model", " "], '--model: should be "auto"', id="model"),
    pytest.param(["report", "good.txt", "--select", "CC9"], '--select: "CC9" is no code', id="code"),
    pytest.param(["report", "good.txt", "--language", "ja"], "no language pack for 'ja', only for de,", id="no pack"),
    pytest.param(["explain", "CC1O1"], 'there is no code "CC1O1"; did you mean CC101?', id="code to explain"),
    pytest.param(["reprot"], "Did you mean 'report'?", id="what was meant"),
]


@pytest.mark.usefixtures("pipeline")
@pytest.mark.parametrize(("arguments", "named"), USAGE)
def test_wrong_usage_is_2(arguments: list[str], named: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert named in err


def test_wrong_settings_are_2(pipeline: FakePipeline) -> None:
    Path("pyproject.toml").write_text("[tool.claimcheck]\ntolerence = 0.1", encoding="utf-8")
    code, out, err = run("report", "good.txt")
    assert (code, out) == (2, "")
    assert err.startswith("claimcheck: ")
    assert err.endswith('pyproject.toml: tool.claimcheck has no key "tolerence"; did you mean "tolerance"?\n')
    assert pipeline.config is None


def test_options_win_over_settings(pipeline: FakePipeline) -> None:
    Path("pyproject.toml").write_text(
        '[tool.claimcheck]\nlanguage = "fr"\nfail-on = "never"\nformat = "html"', encoding="utf-8"
    )
    run("report", "good.txt", "--fail-on", "warning", "--date", "2025-09-23", "--format", "json")
    assert pipeline.config == Config(
        language="fr",
        date="2025-09-23",  # type: ignore[arg-type]
        fail_on=FailOn.WARNING,
        format=Format.JSON,
    )
    run("report", "good.txt", "--language", "DE", "--model", "none")
    assert pipeline.config == Config(language="de", fail_on=FailOn.NEVER, format=Format.HTML, model="none")


@pytest.mark.usefixtures("pipeline")
@pytest.mark.parametrize(("form", "text"), [("text", TEXT), ("json", "<json>\n"), ("sarif", "<sarif>\n")])
def test_formats_on_stdout_and_in_a_file(form: str, text: str) -> None:
    assert run("report", "good.txt", "--format", form) == (0, text, "")
    assert run("report", "good.txt", "--format", form, "-o", "out") == (0, "", "")
    assert Path("out").read_bytes() == text.encode()


@pytest.mark.usefixtures("pipeline")
@pytest.mark.parametrize(
    ("options", "written"),
    [
        (["-o", "a.md"], "<markdown>\n"),
        (["-o", "a.SARIF"], "<sarif>\n"),
        (["-o", "a.md", "--format", "json"], "<json>\n"),
        (["-o", "a.log"], TEXT),
    ],
)
def test_the_suffix_of_a_file_tells_its_format(options: list[str], written: str) -> None:
    assert run("report", "good.txt", *options) == (0, "", "")
    assert Path(options[1]).read_text(encoding="utf-8") == written


@pytest.mark.usefixtures("pipeline")
def test_a_format_that_is_no_text_goes_to_a_file_or_a_pipe(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("report", "good.txt", "--format", "parquet", "-o", "out") == (0, "", "")
    assert Path("out").read_bytes() == b"<\0parquet>"
    assert run("report", "good.txt", "--format", "parquet") == (0, "<\0parquet>", "")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert app(["report", "good.txt", "--format", "parquet"], standalone_mode=False) == 2
    assert capsys.readouterr().err == "claimcheck: this format is no text; write it to a file with --output\n"


def test_settings_of_another_file(pipeline: FakePipeline) -> None:
    Path("pyproject.toml").write_text('[tool.claimcheck]\nlanguage = "fr"', encoding="utf-8")
    Path("other.toml").write_text('[tool.claimcheck]\nignore = ["CC3"]', encoding="utf-8")
    run("report", "good.txt", "--config", "other.toml", "--select", "CC1", "--select", "CC206")
    assert pipeline.config == Config(select=("CC1", "CC206"), ignore=("CC3",))
    code, _, err = run("report", "good.txt", "--config", "none.toml")
    assert (code, err) == (2, "claimcheck: none.toml: cannot be read: No such file or directory\n")


@pytest.mark.parametrize("place", ["nowhere/out", "folder"])
def test_a_file_that_cannot_be_written_is_2(pipeline: FakePipeline, place: str) -> None:
    pipeline.worst = Severity.CONFLICT
    Path("folder").mkdir()
    code, out, err = run("report", "good.txt", "gone.txt", "-o", place)
    assert (code, out) == (2, "")
    assert err.startswith(f"claimcheck: gone.txt: does not exist\nclaimcheck: {place}: cannot be written: ")
    assert len(err.splitlines()) == 2


@pytest.mark.usefixtures("pipeline")
def test_an_article_is_not_overwritten() -> None:
    before = Path("good.txt").read_bytes()
    code, _, err = run("report", "good.txt", "-o", "./good.txt")
    assert (code, err) == (2, "claimcheck: good.txt: is what the result is made from, and is not overwritten\n")
    assert Path("good.txt").read_bytes() == before


@pytest.mark.usefixtures("pipeline")
def test_an_article_that_could_not_be_read_is_not_overwritten() -> None:
    Path("bad.txt").write_bytes(b"a\n\xff")
    assert run("report", "good.txt", "bad.txt", "-o", "bad.txt")[0] == 2
    assert Path("bad.txt").read_bytes() == b"a\n\xff"
    assert run("report", "good.txt", "x" * 300, "-o", "good.md")[2].endswith("File name too long\n")
    run("report", "good.txt", "x" * 300, "-o", "good.md")
    assert Path("good.md").read_text(encoding="utf-8") == "<markdown>\n"


TERMINALS: list[tuple[dict[str, str], list[str], str]] = [
    ({}, [], "(60 columns, colour True)"),
    ({"NO_COLOR": "1"}, [], "(60 columns, colour False)"),
    ({"TERM": "dumb"}, [], "(60 columns, colour False)"),
    ({}, ["-o", "out"], "(100 columns, colour False)"),
]


@pytest.mark.usefixtures("pipeline")
@pytest.mark.parametrize(("environment", "options", "shown"), TERMINALS)
def test_colour_and_width_are_those_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    environment: dict[str, str],
    options: list[str],
    shown: str,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in ({"COLUMNS": "60", "TERM": "xterm"} | environment).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    app(["report", "good.txt", *options], standalone_mode=False)
    assert shown in (Path("out").read_text(encoding="utf-8") if options else capsys.readouterr().out)


def test_codes_are_explained() -> None:
    code, out, err = run("explain", "cc102")
    assert (code, err) == (0, "")
    assert out.startswith(f"CC102  {codes()['CC102'].title}\n")
    assert codes()["CC102"].example[0] in out
    assert max(map(len, out.splitlines())) <= 100


def test_codes_are_listed() -> None:
    code, out, err = run("explain")
    assert (code, err) == (0, "")
    assert [line.split("  ")[0] for line in out.splitlines()] == list(codes())


def test_languages_are_listed() -> None:
    code, out, err = run("languages")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "de  Deutsch"
    assert len(out.splitlines()) == len(available())


COMPARED = [
    ("It cost 30 million dollars.", "It cost 35 million dollars.", (), 1, "conflict (value): "),
    ("It cost 30 million dollars.", "It cost 35 million dollars.", ("--fail-on", "never"), 0, "conflict (value): "),
    ("It cost 30 million dollars.", "It cost 30 million dollars.", (), 0, "agree: "),
    ("It cost 30 million.", "It has 9 rooms.", ("--language", "en"), 0, "unrelated: the texts share no fact"),
    ("It cost 30 million dollars.", "It rains.", (), 0, "unrelated: no claim is found in the second text"),
    ("It snows.", "It rains.", (), 0, "unrelated: no claim is found in the first and in the second text"),
]


@pytest.mark.parametrize(("a", "b", "options", "code", "start"), COMPARED)
def test_two_texts_are_compared(a: str, b: str, options: Sequence[str], code: int, start: str) -> None:
    found = run("compare", a, b, *options)
    assert found[0] == code
    assert found[1].startswith(start)
    assert found[2] == ""


def test_a_comparison_as_json() -> None:
    _, out, _ = run("compare", "It cost 30 million dollars.", "It cost 35 million dollars.", "--format", "json")
    assert {key: json.loads(out)[key] for key in ("relation", "type")} == {"relation": "conflict", "type": "value"}


def test_claims_are_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("---\nlanguage: en\n---\nCorvid paid up to $3 billion for Lumen.\n", encoding="utf-8")
    code, out, err = run("extract", "a.txt", "nowhere")
    assert (code, err) == (2, "claimcheck: nowhere: does not exist\n")
    assert re.split(r"  +", out.splitlines()[2]) == [
        "a.txt:4:13", "up to $3 billion", "up to 3 billion USD", "Corvid pay Lumen",
    ]  # fmt: skip
    code, out, _ = run("extract", "a.txt", "--format", "csv")
    assert code == 0
    assert out.splitlines()[1].startswith("a:1,a,,,up to $3 billion,")
    assert run("extract", "nowhere")[:2] == (2, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="other systems have no full device")
@pytest.mark.parametrize("arguments", [["languages"], ["explain"], ["explain", "CC101"]])
def test_a_full_output_is_one_line(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "claimcheck", *arguments], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"claimcheck: stdout cannot be written: No space left on device\n")
    assert b"Traceback" not in done.stderr


def test_the_suffix_of_a_file_tells_the_format_of_claims(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Corvid paid up to $3 billion for Lumen.\n", encoding="utf-8")
    assert run("extract", "a.txt", "--format", "csv", "-o", "a.log")[0] == 0
    assert run("extract", "a.txt", "-o", "a.csv") == (0, "", "")
    assert Path("a.csv").read_text(encoding="utf-8") == Path("a.log").read_text(encoding="utf-8")
    told = "claimcheck: a.html: html is not written here; choose one by --format: text, jsonl, csv, parquet, jsonld\n"
    assert run("extract", "a.txt", "-o", "a.html") == (2, "", told)
    assert not Path("a.html").exists()


@pytest.mark.parametrize("command", [["extract"], ["report"], ["add", "s.duckdb"]])
def test_problems_of_reading_are_told_where_an_error_follows(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Corvid paid up to $3 billion for Lumen.\n", encoding="utf-8")
    code, out, err = run(*command, "nowhere", "a.txt", "--model", "no_such_model")
    assert (code, out) == (2, "")
    assert err.startswith("claimcheck: nowhere: does not exist\nclaimcheck: ")
    assert "no_such_model" in err.splitlines()[1]
    assert len(err.splitlines()) == 2


def test_a_bar_is_around_the_articles_whose_claims_are_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Corvid paid up to $3 billion for Lumen.\n", encoding="utf-8")
    seen = []

    def bar(articles: Iterable[Article]) -> Iterable[Article]:
        for article in articles:
            seen.append(article.id)
            yield article

    monkeypatch.setattr("claimcheck.cli.extract.with_bar", bar)
    assert run("extract", "a.txt")[0] == 0
    assert seen == ["a"]


def test_texts_are_compared_by_the_tolerances_of_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    texts = ("The mill in Velme makes 50.0 megawatts.", "The mill in Velme makes 0.0509 gigawatts.")
    assert run("compare", *texts)[1].startswith("conflict")
    Path("pyproject.toml").write_text("[tool.claimcheck]\ntolerance = 0.05\njobs = 2", encoding="utf-8")
    assert run("compare", *texts)[0] == 0
    assert not run("compare", *texts)[1].startswith("conflict")


def test_help_has_a_short_form() -> None:
    assert run("-h") == run("--help")


def test_version() -> None:
    code, out, err = run("--version")
    assert (code, err) == (0, "")
    assert out.startswith("claimcheck 0.")


def test_main_exits_with_the_code(pipeline: FakePipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline.worst = Severity.CONFLICT
    monkeypatch.setattr(sys, "argv", ["claimcheck", "report", "good.txt"])
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 1


def test_the_module_is_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "claimcheck", "reprot"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("Usage: claimcheck ")


# In a process of its own, since it is about the real streams: prints a long report, or one that ASCII cannot hold.
SCRIPT = """
import sys
from types import ModuleType, SimpleNamespace
from claimcheck import Article, cli

report = SimpleNamespace(problems=(), worst=None, to_text=lambda **_: {text})
fake = sys.modules["claimcheck.pipeline"] = ModuleType("claimcheck.pipeline")
fake.read = lambda paths, on_problem, config: [Article("a", "a")]
fake.reconcile = lambda articles, config, problems, client: report
sys.argv = ["claimcheck", "report", "a"]
cli.main()
"""


def start(text: str, **options: Any) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", SCRIPT.format(text=text)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)  # noqa: S603


@pytest.mark.parametrize("kind", ["", "b"])
def test_a_reader_that_stops_is_no_error(kind: str) -> None:
    with start(f"{kind}'long ' * 1_000_000") as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(1)
        process.stdout.close()
        errors = process.stderr.read()
    assert (process.returncode, errors) == (0, b"")


def test_a_terminal_without_the_characters_gets_escapes() -> None:
    with start("'10 €'", env=os.environ | {"PYTHONIOENCODING": "ascii"}) as process:
        out, errors = process.communicate()
    assert (process.returncode, out.rstrip(), errors) == (0, b"10 \\u20ac", b"")
