"""Text files: what is read, unchanged, and every way in which one cannot be."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claimcheck.errors import InputError
from claimcheck.ingest import read
from claimcheck.model import Article, DateBasis
from reading import read_all

pytestmark = pytest.mark.usefixtures("in_folder")

GOOD = b"Nvidia will invest $100 billion."


UNCHANGED = [
    pytest.param("a\nb\n", id="unix line ends"),
    pytest.param("a\r\nb\r\n", id="windows line ends"),
    pytest.param("a\rb\r", id="old mac line ends"),
    pytest.param("\n\n  a  \n", id="white space around"),
    pytest.param("a\u2028b\x0bc\x85d", id="other separators of Unicode"),
    pytest.param("“10 milliards” d’euros\u202f!", id="not ASCII"),
    pytest.param("a\n---\nb: c\n---\nd", id="rulers that are not on the first line"),
    pytest.param("----\na", id="a longer ruler"),
]


@pytest.mark.parametrize("text", UNCHANGED)
def test_text_is_kept_character_by_character(text: str) -> None:
    Path("a.txt").write_bytes(text.encode())
    articles, problems = read_all("a.txt")
    assert articles == [Article("a", text, path="a.txt")]
    assert problems == []


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "byte order mark"])
def test_front_matter_is_read_and_left_out_of_the_text(mark: bytes, line_end: str) -> None:
    head = ["---", "source: The Verge", "DATE: 2025-09-22", "", "language: EN", "---", ""]
    body = f"First.{line_end}{line_end}Second: 10 GW.{line_end}"
    Path("a.txt").write_bytes(mark + (line_end.join(head) + body).encode())
    articles, problems = read_all("a.txt")
    assert problems == []
    assert articles == [
        Article(
            "a",
            body,
            source="The Verge",
            published=date(2025, 9, 22),
            published_from=DateBasis.METADATA,
            language="en",
            path="a.txt",
            line=7 if "\n" in line_end else 1,
        )
    ]


FRONT_MATTER = [
    pytest.param("title: \"On: 'it'\"", "title", "On: 'it'", id="double quotes"),
    pytest.param("title: 'a'", "title", "a", id="single quotes"),
    pytest.param('title: "a" and "b" ', "title", '"a" and "b"', id="quotes that are not around it"),
    pytest.param("url: https://example.org/a:b", "url", "https://example.org/a:b", id="colons in a value"),
    pytest.param("source:", "source", None, id="no value"),
    pytest.param("date: 2025-09-22T23:30:00-05:00", "published", date(2025, 9, 22), id="date and time"),
    pytest.param("date: '2025-09-22 08:00'", "published", date(2025, 9, 22), id="quoted date"),
    pytest.param("date: ", "published_from", DateBasis.UNKNOWN, id="no date"),
    pytest.param("language: fr_ca", "language", "fr-CA", id="language with region"),
]


@pytest.mark.parametrize(("line", "field", "value"), FRONT_MATTER)
def test_front_matter_values(line: str, field: str, value: object) -> None:
    Path("a.txt").write_text(f"---\n{line}\n---\nText.", encoding="utf-8")
    articles, problems = read_all("a.txt")
    assert problems == []
    assert getattr(articles[0], field) == value


KNOWN = "date, language, source, title, url"
BAD = [
    pytest.param(b"", "bad.txt: is empty", id="empty"),
    pytest.param(b"\xef\xbb\xbf", "bad.txt: is empty", id="byte order mark only"),
    pytest.param(b" \r\n\t\xc2\xa0", "bad.txt: holds white space only", id="white space"),
    pytest.param(b"a\nb\0c", "bad.txt:2: is not a text: NUL byte at offset 3", id="NUL byte"),
    pytest.param(b"a\r\nb\xe9", "bad.txt:2: is not UTF-8: byte 0xe9 at offset 4", id="Latin-1"),
    pytest.param(b"\xef\xbb\xbfa\n\n\x80", "bad.txt:3: is not UTF-8: byte 0x80 at offset 6", id="mark, then Latin-1"),
    pytest.param("\N{EURO SIGN} 5".encode("utf-16"), "bad.txt:1: is in UTF-16, not UTF-8", id="UTF-16"),
    pytest.param(
        b"---\nsource: a\nauthor: b\n---\nText.",
        f'bad.txt:3: front matter knows no key "author", only {KNOWN}',
        id="unknown key",
    ),
    pytest.param(
        b"---\nsource a\n---\nText.",
        'bad.txt:2: front matter needs "key: value" or a closing "---", not "source a"',
        id="malformed line",
    ),
    pytest.param(
        b"---\nsource: a\n", 'bad.txt:1: the front matter that starts here has no closing "---"', id="no end of block"
    ),
    pytest.param(b"---\nurl: a\n\nURL: b\n---\nText.", 'bad.txt:4: front matter has "url" twice', id="key twice"),
    pytest.param(
        b"---\ndate: 22/09/2025\n---\nText.",
        'bad.txt:2: "22/09/2025" is not an ISO date such as 2025-09-23',
        id="date of another form",
    ),
    pytest.param(
        b"---\ndate: 2025-02-30\n---\nText.",
        'bad.txt:2: "2025-02-30" is not an ISO date such as 2025-09-23',
        id="no such day",
    ),
    pytest.param(
        b"---\nlanguage: English\n---\nText.",
        'bad.txt:2: "English" is not a language code such as en or fr-CA',
        id="name of a language",
    ),
    pytest.param(b"---\nsource: a\n---\n \n", "bad.txt: has no text after its front matter", id="front matter only"),
]


@pytest.mark.parametrize(("content", "message"), BAD)
def test_a_bad_file_is_one_problem_and_the_others_are_read(content: bytes, message: str) -> None:
    Path("bad.txt").write_bytes(content)
    Path("good.txt").write_bytes(GOOD)
    articles, problems = read_all("bad.txt", "good.txt")
    assert problems == [message]
    assert [article.id for article in articles] == ["good"]


def test_a_problem_names_path_and_line_apart() -> None:
    Path("bad.txt").write_bytes(b"a\n\0")
    problems: list[InputError] = []
    read("bad.txt", on_problem=problems.append)
    assert [(problem.path, problem.line) for problem in problems] == [("bad.txt", 2)]


def test_paths_that_are_no_files() -> None:
    Path("good.txt").write_bytes(GOOD)
    Path("empty").mkdir()
    articles, problems = read_all("nowhere.txt", "", "empty", "good.txt/below.txt", "x" * 300, "good.txt")
    assert [article.path for article in articles] == ["good.txt"]
    assert problems == [
        "nowhere.txt: does not exist",
        "a path is empty",
        "empty: the folder holds no article (.txt .md .html .htm .jsonl .ndjson .json)",
        "good.txt/below.txt: cannot be read: Not a directory",
        f"{'x' * 300}: cannot be read: File name too long",
    ]


def test_a_device_is_not_read() -> None:
    assert read_all(os.devnull) == ([], [f"{os.devnull}: is not a file"])


def test_a_file_without_permission(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, _: int) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    Path("a.txt").write_bytes(GOOD)
    monkeypatch.setattr(os, "open", refuse)
    assert read_all("a.txt") == ([], ["a.txt: cannot be read: Permission denied"])


def test_a_folder_without_permission(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> object:
        raise PermissionError(13, "Permission denied", path)

    Path("folder").mkdir()
    monkeypatch.setattr(os, "scandir", refuse)
    assert read_all("folder") == ([], ["folder: cannot be read: Permission denied"])


def test_a_folder_that_may_be_listed_and_not_entered(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("folder/sub").mkdir(parents=True)
    Path("folder/a.txt").write_bytes(GOOD)
    Path("b.txt").write_bytes(GOOD)
    stat, scandir = os.stat, os.scandir

    def refuse(path: Any, *arguments: Any, **options: Any) -> os.stat_result:
        if isinstance(path, str | os.PathLike) and "folder/" in os.fspath(path):
            raise PermissionError(13, "Permission denied", path)
        return stat(path, *arguments, **options)

    def refuse_below(path: Any) -> object:
        if "folder/" in os.fspath(path):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "stat", refuse)
    monkeypatch.setattr(os, "scandir", refuse_below)
    articles, problems = read_all("folder", "b.txt")
    assert [article.path for article in articles] == ["b.txt"]
    assert problems == [f"folder/{name}: cannot be read: Permission denied" for name in ("sub", "a.txt")]


def test_no_link_to_a_folder_is_followed() -> None:
    Path("a").mkdir()
    Path("b").mkdir()
    Path("b/1.txt").write_bytes(GOOD)
    for name in ("a/link", "a/link.txt"):
        Path(name).symlink_to("../b")
    Path("a/2.txt").write_bytes(GOOD)
    articles, problems = read_all("a")
    assert [article.path for article in articles] == ["a/2.txt"]
    assert problems == []


def test_a_folder_is_walked_in_order_for_articles_only() -> None:
    wanted = ["a/2.txt", "a/B.MD", "a/sub/1.txt", "a/z.txt"]
    ignored = ["a/.hidden.txt", "a/.git/x.txt", "a/README.md", "a/readme", "a/x.csv", "a/x.txt~"]
    for name in wanted + ignored:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(GOOD)
    articles, problems = read_all("a")
    assert [article.path for article in articles] == wanted
    assert problems == []


@pytest.mark.parametrize("name", ["README.md", ".hidden", "story.rtf", "story"])
def test_a_file_that_is_named_itself_may_be_called_anything(name: str) -> None:
    Path(name).write_bytes(GOOD)
    assert [article.text for article in read_all(name)[0]] == [GOOD.decode()]


def test_a_broken_link_in_a_folder_is_a_problem() -> None:
    Path("a").mkdir()
    Path("a/link.txt").symlink_to("nowhere")
    assert read_all("a") == ([], ["a/link.txt: does not exist"])


def test_a_file_is_one_article_however_often_it_is_named(tmp_path: Path) -> None:
    Path("a").mkdir()
    Path("a/1.txt").write_bytes(GOOD)
    Path("a/link.txt").symlink_to("1.txt")
    articles, problems = read_all("a", "a/1.txt", tmp_path / "a")
    assert [article.path for article in articles] == ["a/1.txt"]
    assert problems == []


def test_ids_are_unique() -> None:
    names = ["a/x.txt", "b/x-2.txt", "c/x.txt", "d/x.md", "e/x-2.txt"]
    for name in names:
        Path(name).parent.mkdir()
        Path(name).write_bytes(GOOD)
    articles, _ = read_all(*names)
    assert [article.id for article in articles] == ["x", "x-2", "x-3", "x-4", "x-2-2"]


def test_one_path_needs_no_list() -> None:
    Path("a.txt").write_bytes(GOOD)
    problems: list[InputError] = []
    for path in ("a.txt", Path("a.txt")):
        assert [article.id for article in read(path, on_problem=problems.append)] == ["a"]
    assert problems == []


def test_an_exception_of_the_caller_ends_reading() -> None:
    """A caller may stop at the first problem: its exception is not taken for another problem."""
    calls: list[InputError] = []

    def stop(problem: InputError) -> None:
        calls.append(problem)
        raise problem

    with pytest.raises(InputError, match="does not exist"):
        read(["nowhere", "neither"], on_problem=stop)
    assert len(calls) == 1


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such names")
def test_a_name_that_is_not_utf_8_can_be_written() -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        Path(name).write_bytes(GOOD)
    except OSError:
        pytest.skip("the file system refuses such names")
    article = read_all(name)[0][0]
    assert (article.id, article.path) == ("caf\\udce9", "caf\\udce9.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="other systems have no named pipes")
def test_a_pipe_is_read() -> None:
    """So that a shell can hand over `<(command)`."""
    read_end, write_end = os.pipe()
    os.write(write_end, GOOD)
    os.close(write_end)
    try:
        articles, problems = read_all(f"/dev/fd/{read_end}")
    finally:
        os.close(read_end)
    assert problems == []
    assert articles[0].text == GOOD.decode()
