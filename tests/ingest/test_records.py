"""JSON lines and JSON files: records become articles, bad ones are problems of their own."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from claimcheck.model import Article, DateBasis
from reading import read_all

pytestmark = pytest.mark.usefixtures("in_folder")

FULL = {
    "id": "v1",
    "text": "10 GW.\r\nMore.",
    "source": " The Verge ",
    "date": "2025-09-22T10:00:00Z",
    "language": "en",
    "url": "https://example.org",
    "title": "",
    "author": {"unknown": "keys are ignored"},
}
ARTICLE = Article(
    "v1",
    "10 GW.\r\nMore.",
    source="The Verge",
    url="https://example.org",
    published=date(2025, 9, 22),
    published_from=DateBasis.METADATA,
    language="en",
    line=None,
)


def read_as(name: str, content: str) -> tuple[list[Article], list[str]]:
    Path(name).write_bytes(content.encode())
    articles, problems = read_all(name)
    assert {article.path for article in articles} <= {name}
    return articles, problems


FORMS = [
    pytest.param("a.jsonl", json.dumps(FULL), id="JSON lines"),
    pytest.param("a.NDJSON", "\n\r\n" + json.dumps(FULL) + "\r\n\n", id="empty lines"),
    pytest.param("a.jsonl", "\ufeff" + json.dumps(FULL), id="byte order mark"),
    pytest.param("a.json", json.dumps(FULL, indent=2), id="one object"),
    pytest.param("a.json", json.dumps([FULL], indent=2), id="array"),
]


@pytest.mark.parametrize(("name", "content"), FORMS)
def test_a_record_becomes_an_article(name: str, content: str) -> None:
    articles, problems = read_as(name, content)
    assert problems == []
    assert [(a.id, a.text, a.source, a.title, a.url) for a in articles] == [
        (ARTICLE.id, ARTICLE.text, ARTICLE.source, None, ARTICLE.url)
    ]
    assert (articles[0].published, articles[0].published_from) == (ARTICLE.published, ARTICLE.published_from)


VALUES = [
    pytest.param({"text": "a"}, Article("a", "a", path="a.json", line=None), id="text only"),
    pytest.param({"text": "a", "id": 7}, Article("7", "a", path="a.json", line=None), id="number as id"),
    pytest.param({"text": "a", "id": " "}, Article("a", "a", path="a.json", line=None), id="blank id"),
    pytest.param({"text": " a\n"}, Article("a", " a\n", path="a.json", line=None), id="white space is text"),
    pytest.param({"text": "---\nb"}, Article("a", "---\nb", path="a.json", line=None), id="no front matter in records"),
    pytest.param(
        dict.fromkeys(["id", "date", "language", "source", "url", "title"]) | {"text": "a"},
        Article("a", "a", path="a.json", line=None),
        id="nulls",
    ),
    pytest.param(
        dict.fromkeys(["date", "language", "source", "url", "title"], "") | {"text": "a"},
        Article("a", "a", path="a.json", line=None),
        id="empty strings",
    ),
]


@pytest.mark.parametrize(("record", "article"), VALUES)
def test_values(record: dict[str, object], article: Article) -> None:
    assert read_as("a.json", json.dumps(record)) == ([article], [])


BAD = [
    pytest.param("{", "is not JSON: Expecting property name enclosed in double quotes (column 2)", id="not JSON"),
    pytest.param('"text"', 'should be an object with a "text", not "text"', id="no object"),
    pytest.param("[" * 100_000, "is not JSON that can be read: ", id="nested too deep"),
    pytest.param(f'{{"text": {"9" * 5000}}}', "is not JSON that can be read: ", id="number too long"),
    pytest.param('{"body": "a"}', '"text": ', id="no text"),
    pytest.param('{"text": null}', '"text": input should be a valid string', id="null as text"),
    pytest.param('{"text": " "}', '"text": is empty', id="blank text"),
    pytest.param(r'{"text": "a\u0000"}', '"text": holds a NUL character', id="NUL in text"),
    pytest.param(
        r'{"text": "a\ud800"}', '"text": holds half of a surrogate pair at character 1', id="half a surrogate pair"
    ),
    pytest.param('{"text": "a", "date": "yesterday"}', '"date": "yesterday" is not an ISO date', id="date in words"),
    pytest.param('{"text": "a", "date": 1758499200}', '"date": should be a string with an ISO date', id="timestamp"),
    pytest.param('{"text": "a", "language": "English"}', '"language": "English" is not a language code', id="language"),
    pytest.param('{"text": "a", "source": ["b"]}', '"source": input should be a valid string', id="list as source"),
    pytest.param(r'{"text": "a", "id": "\ud800"}', '"id": holds half of a surrogate pair', id="half a pair as id"),
    pytest.param(r'{"text": "a", "language": "\ud800"}', '"language": holds half of a', id="half a pair as language"),
    pytest.param(r'{"text": "a", "date": "\ud800"}', '"date": holds half of a', id="half a pair as date"),
    pytest.param(r'{"\ud800": "a"}', '"text": ', id="half a pair as key"),
    pytest.param(r'"\ud800"', 'should be an object with a "text", not "\\ud800"', id="half a pair alone"),
    pytest.param("[5]", 'should be an object with a "text", not a list', id="list"),
    pytest.param(f'{{"text": "a", "language": "en{"-ab" * 99}"}}', '"language": "en-ab-ab', id="endless language"),
    pytest.param('{"text": "a", "id": [1]}', '"id": input should be a valid string', id="list as id"),
]


@pytest.mark.parametrize(("line", "message"), BAD)
def test_a_bad_line_is_one_problem_and_the_others_are_kept(line: str, message: str) -> None:
    articles, problems = read_as("a.jsonl", f'{{"text": "1"}}\n\n{line}\n{{"text": "2"}}\n')
    assert [article.text for article in articles] == ["1", "2"]
    assert len(problems) == 1
    assert problems[0].startswith(f"a.jsonl:3: {message}")


def test_no_depth_of_brackets_is_more_than_a_problem() -> None:
    """Reading gives up at some depth, and what could just be read is told too."""
    depths = range(900, 1100)
    articles, problems = read_as("a.jsonl", "\n".join("[" * depth + "]" * depth for depth in depths))
    assert (articles, len(problems)) == ([], len(depths))


def test_separators_of_unicode_do_not_end_a_record() -> None:
    articles, problems = read_as("a.jsonl", '{"text": "a\u2028b\x85c"}')
    assert problems == []
    assert articles[0].text == "a\u2028b\x85c"


def test_bad_records_of_an_array_are_named_by_number() -> None:
    articles, problems = read_as("a.json", '[{"text": "1"}, 5, {"text": "2"}, {"text": "", "url": 5}]')
    assert [article.text for article in articles] == ["1", "2"]
    assert problems == [
        'a.json: record 2: should be an object with a "text", not 5',
        'a.json: record 4: "text": is empty; "url": input should be a valid string',
    ]


FILES = [
    pytest.param('{"text": "a",\n "date": }', "a.json:2: is not JSON: Expecting value (column 10)", id="not JSON"),
    pytest.param("[]", "a.json: holds an empty array, and no article", id="empty array"),
    pytest.param("5", 'a.json: should be an object with a "text", not 5', id="number"),
    pytest.param(" ", "a.json: holds white space only", id="white space"),
]


@pytest.mark.parametrize(("content", "message"), FILES)
def test_a_bad_file_is_one_problem(content: str, message: str) -> None:
    assert read_as("a.json", content) == ([], [message])


LONG = "x" * 10_000
LONG_VALUES = [
    ("a.jsonl", json.dumps(LONG)),
    ("a.jsonl", json.dumps({"text": "a", "date": LONG})),
    ("a.jsonl", json.dumps({"text": "a", "language": LONG})),
    ("a.txt", f"---\n{LONG}\n---\na"),
    ("a.txt", f"---\n{LONG}: a\n---\na"),
    ("a.txt", f"---\ndate: {LONG}\n---\na"),
    ("a.csv", f"{LONG}\na\n"),
]


@pytest.mark.parametrize(("name", "content"), LONG_VALUES)
def test_a_message_repeats_only_the_start_of_a_value(name: str, content: str) -> None:
    articles, problems = read_as(name, content)
    assert articles == []
    assert [len(problem) < 200 for problem in problems] == [True]


def test_ids_are_unique_and_given_by_the_file_where_records_have_none() -> None:
    lines = ['{"text": "1"}', '{"text": "2", "id": "v"}', '{"text": "3"}', '{"text": "4", "id": "v"}']
    articles, _ = read_as("a.jsonl", "\n".join(lines))
    assert [article.id for article in articles] == ["a", "v", "a-2", "v-2"]
