"""Files that are too large, never end, are no files, or hold no text: each is one problem, and the others are read."""

from __future__ import annotations

import codecs
import os
import re
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from claimcheck.ingest import Limits
from command import run
from reading import read_all

pytestmark = pytest.mark.usefixtures("in_folder")

GOOD = "The bridge in Velme cost 30 million euros."
SMALL = Limits(max_file_size=400, max_article_length=60, max_label_length=20, max_page_tags=8, max_tag_attributes=3)
UNIX = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="other systems have no named pipes")


BYTES = [
    pytest.param(codecs.BOM_UTF32_LE + GOOD.encode("utf-32-le"), ":1: is in UTF-32, not UTF-8", id="UTF-32"),
    pytest.param(codecs.BOM_UTF32_BE + GOOD.encode("utf-32-be"), ":1: is in UTF-32, not UTF-8", id="UTF-32, big end"),
    pytest.param(codecs.BOM_UTF16_BE + GOOD.encode("utf-16-be"), ":1: is in UTF-16, not UTF-8", id="UTF-16"),
    pytest.param(GOOD.encode("utf-16-le"), ":1: is not a text: NUL byte at offset 1", id="UTF-16 without a mark"),
    pytest.param(GOOD.encode("utf-32-be"), ":1: is not a text: NUL byte at offset 0", id="UTF-32 without a mark"),
    pytest.param("Café 5 €".encode("cp1252"), ":1: is not UTF-8: byte 0xe9 at offset 3", id="Windows"),
    pytest.param("30億ドル".encode("shift_jis"), ":1: is not UTF-8: byte 0x89 at offset 2", id="Shift-JIS"),
    pytest.param(f"{GOOD}\n5 €".encode()[:-1], ":2: is not UTF-8: byte 0xe2 at offset 45", id="cut in a character"),
    pytest.param(b"5 people\xc0\xaf", ":1: is not UTF-8: byte 0xc0 at offset 8", id="overlong"),
    pytest.param(b"5 people\xed\xa0\x80", ":1: is not UTF-8: byte 0xed at offset 8", id="half a surrogate pair"),
    pytest.param(codecs.BOM_UTF8, ": is empty", id="mark only"),
    pytest.param("\u00a0\u3000\r\n".encode(), ": holds white space only", id="spaces of Unicode"),
]


@pytest.mark.parametrize(("content", "problem"), BYTES)
def test_bytes_that_are_no_text_in_utf_8_are_told(content: bytes, problem: str) -> None:
    Path("a.txt").write_bytes(content)
    Path("b.txt").write_text(GOOD, encoding="utf-8")
    articles, problems = read_all("a.txt", "b.txt")
    assert [article.text for article in articles] == [GOOD]
    assert problems == [f"a.txt{problem}"]


# ---------------------------------------------------------------- limits

LARGE = [
    pytest.param("a.txt", "x" * 401, "a.txt: holds more than 400 bytes (the setting max-file-size)", id="file"),
    pytest.param("a.txt", "x" * 61, "a.txt: holds more than 60 characters (the setting max-article-length)", id="text"),
    pytest.param(
        "a.jsonl",
        '{"text": "a"}\n{"text": "%s"}' % ("x" * 61),
        "a.jsonl:2: holds more than 60 characters (the setting max-article-length)",
        id="record",
    ),
    pytest.param(
        "a.json",
        '[{"text": "%s"}, {"text": "a"}]' % ("x" * 61),
        "a.json: record 1: holds more than 60 characters (the setting max-article-length)",
        id="record of an array",
    ),
    pytest.param(
        "a.csv",
        f"text,title\n\na,\nb,{'x' * 21}\n",
        'a.csv:4: "title": holds more than 20 characters (the setting max-label-length)',
        id="title in a row",
    ),
    *(
        pytest.param(
            "a.jsonl",
            f'{{"text": "a", "{name}": "{"x" * 21}"}}',
            f'a.jsonl:1: "{name}": holds more than 20 characters (the setting max-label-length)',
            id=name,
        )
        for name in ("id", "source", "title", "url")
    ),
    pytest.param(
        "a.txt",
        f"---\nsource: {'x' * 21}\n---\na",
        'a.txt: "source": holds more than 20 characters (the setting max-label-length)',
        id="front matter",
    ),
    pytest.param(
        "a.html", "<html><body>" + "<b>" * 8, "a.html: holds more than 8 tags (the setting max-page-tags)", id="page"
    ),
    *(
        pytest.param(
            "a.html",
            f"<html><body><p {words}>",
            "a.html: holds more than 3 attributes in a tag (the setting max-tag-attributes)",
            id=words,
        )
        for words in ("a b c d", 'a=">" b="<" c d', "a='>' b=1 c=2 d", 'a="x" b c d="')
    ),
]


@pytest.mark.parametrize(("name", "content", "problem"), LARGE)
def test_what_is_larger_than_a_limit_is_told_with_the_setting(name: str, content: str, problem: str) -> None:
    Path(name).write_text(content, encoding="utf-8")
    Path("b.txt").write_text(GOOD, encoding="utf-8")
    articles, problems = read_all(name, "b.txt", limits=SMALL)
    assert articles[-1].text == GOOD
    assert problems == [problem]


def test_what_is_as_large_as_a_limit_is_read() -> None:
    Path("a.txt").write_text(f"---\nsource: {'x' * 20}\n---\n{'x' * 60}", encoding="utf-8")
    Path("b.jsonl").write_text('{"text": "a"}'.ljust(400), encoding="utf-8")
    articles, problems = read_all("a.txt", "b.jsonl", limits=SMALL)
    assert (len(articles), problems) == (2, [])


def test_a_stream_without_an_end_is_read_as_far_as_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless:
        taken = 0

        def read(self, size: int) -> bytes:
            self.taken += size
            return b"1" * size

    endless = Endless()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=endless))
    assert read_all("-", limits=SMALL) == ([], ["<stdin>: holds more than 400 bytes (the setting max-file-size)"])
    assert endless.taken == 401


@pytest.mark.parametrize("command", [["report"], ["extract"], ["add", "s.duckdb"]])
def test_the_limits_of_the_command_are_those_of_its_settings(command: list[str]) -> None:
    Path("pyproject.toml").write_text("[tool.claimcheck]\nmax-article-length = 10\n", encoding="utf-8")
    Path("a.txt").write_text(GOOD, encoding="utf-8")
    code, _, problems = run(*command, "a.txt")
    assert code == 2
    assert problems == "claimcheck: a.txt: holds more than 10 characters (the setting max-article-length)\n"


# ---------------------------------------------------------------- pipes, links, folders


@UNIX
def test_a_pipe_in_a_folder_is_not_read() -> None:
    os.mkfifo("a.txt")
    Path("b.txt").write_text(GOOD, encoding="utf-8")
    articles, problems = read_all(".")
    assert [article.path for article in articles] == ["b.txt"]
    assert problems == ["a.txt: is a pipe; name it to have it read"]


@UNIX
def test_a_pipe_that_nobody_writes_to_is_not_waited_for() -> None:
    os.mkfifo("a.txt")
    assert read_all("a.txt") == ([], ["a.txt: is empty"])


def test_links_in_a_circle_end() -> None:
    Path("a.txt").write_text(GOOD, encoding="utf-8")
    for name in ("one", "two"):
        Path(name).symlink_to(".")
    Path("round.txt").symlink_to("round.txt")
    for pattern in (".", "**/*.txt"):
        articles, problems = read_all(pattern)
        assert [article.path for article in articles] == ["a.txt"]
        assert len(problems) == 1
        assert re.fullmatch(r"round\.txt: cannot be read: .+", problems[0])


PATTERNS = [
    ("**/*.txt", ["a.txt", "b/c.txt"]),
    ("b/**", ["b/c.txt"]),
    ("**b/*.txt", ["b/c.txt"]),
    ("../*/a.t*", ["../here/a.txt"]),
    (".*.txt", [".hidden.txt"]),
    ("b/.d/*", ["b/.d/e.txt"]),
]


@pytest.mark.parametrize(("pattern", "paths"), PATTERNS)
def test_hidden_files_match_only_patterns_that_ask_for_them(
    pattern: str, paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("here/b/.d").mkdir(parents=True)
    monkeypatch.chdir("here")
    for name in ("a.txt", ".hidden.txt", "b/c.txt", "b/.d/e.txt"):
        Path(name).write_text(GOOD, encoding="utf-8")
    articles, problems = read_all(pattern)
    assert [article.path for article in articles] == paths
    assert problems == []


@UNIX
def test_folders_may_be_nested_as_deep_as_the_system_lets_them() -> None:
    here, depth = Path.cwd(), 1_200
    try:
        for _ in range(depth):
            Path("d").mkdir()
            os.chdir("d")
        Path("a.txt").write_text(GOOD, encoding="utf-8")
        os.chdir(here)
        articles, problems = read_all(".")
        assert [article.path for article in articles] == ["d/" * depth + "a.txt"]
        assert problems == []
        assert read_all("**/*.txt") == ([], ["**/*.txt: leads to folders nested too deep"])
    finally:  # Python cannot remove them in one call either
        os.chdir(here)
        for _ in range(depth):
            os.chdir("d")
        Path("a.txt").unlink(missing_ok=True)
        for _ in range(depth):
            os.chdir("..")
            Path("d").rmdir()


def test_a_path_with_a_nul_is_told() -> None:
    Path("a.txt").write_text(GOOD, encoding="utf-8")
    articles, problems = read_all("a\0.txt", "*\0", "a.txt")
    assert len(articles) == 1
    assert problems == ["a path holds a NUL character"] * 2


@pytest.mark.parametrize("argument", ["\x1b[31m.txt", "a\u202e.txt", "a\nb.txt"])
def test_no_message_paints_the_terminal(argument: str) -> None:
    code, _, problems = run("report", argument)
    assert code == 2
    assert problems.count("\n") == 1
    assert problems.removesuffix("\n").isprintable()
