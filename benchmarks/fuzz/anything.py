"""Whatever bytes come in, claims slice their text, files are articles or problems, and reports are written.

Coverage guides it through claimcheck's own code; `pip install atheris` first. It runs until something breaks, or for as
long as libFuzzer's options say, and an input that broke something is written to the current folder:

    python benchmarks/fuzz/anything.py -max_total_time=600 -timeout=20 corpus/

An input starts with a byte that chooses what is done with the rest.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]

with atheris.instrument_imports(include=["claimcheck"]):
    from claimcheck import Article, Config, InputError
    from claimcheck.ingest import Limits, each
    from claimcheck.lang import available
    from claimcheck.pipeline import extract, quantities, reconcile, times
    from claimcheck.report import FORMATS

    for name in ("ingest.html", "ingest.records", "ingest.rows", *(f"report.{form}" for form in FORMATS)):
        importlib.import_module(f"claimcheck.{name}")  # now, so that these are instrumented too

SUFFIXES = (".txt", ".jsonl", ".json", ".csv", ".html")
LIMITS = Limits(max_article_length=5_000, max_label_length=200, max_page_tags=500)
LANGUAGES = tuple(available())
SETTINGS = Config(model="none")


def check_extract(choice: int, content: bytes) -> None:
    """Every mention of a text slices it."""
    text, language = content.decode("utf-8", "replace"), LANGUAGES[choice % len(LANGUAGES)]
    found: list[object] = [*extract(text, language=language, model="none")]
    found += quantities(text, language=language)
    found += times(text, language=language)
    for mention in found:
        start, end, words = (getattr(mention, name) for name in ("start", "end", "text"))
        if text[start:end] != words or not words:
            raise AssertionError(f"{text!r}[{start}:{end}] is not {words!r}")


def check_ingest(choice: int, content: bytes) -> None:
    """Every file becomes articles that can be written, or problems that name it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "a").with_suffix(SUFFIXES[choice % len(SUFFIXES)])
        file.write_bytes(content)
        problems: list[InputError] = []
        articles = list(each(file, on_problem=problems.append, limits=LIMITS))
        if not articles and not problems:
            raise AssertionError("neither an article nor a problem")
        for article in articles:
            f"{article.id}{article.text}{article.source}{article.title}{article.url}".encode()
        for problem in problems:
            str(problem).encode()
            if problem.path != str(file):
                raise AssertionError(f"{problem} does not name its file")


def check_report(choice: int, content: bytes) -> None:
    """Two articles can be reconciled, and their report be written in a format."""
    text = content.decode("utf-8", "replace")
    half = len(text) // 2
    parts = (text[:half], text[half:])
    articles = [
        Article(f"{at}{part[:20]}", part, source=part[:10], title=part[-10:], url=f"https://{part[:5]}", language="en")
        for at, part in enumerate(parts)
    ]
    written = reconcile(articles, config=SETTINGS).render(tuple(FORMATS)[choice % len(FORMATS)])
    if isinstance(written, str):
        written.encode()


CHECKS: Sequence[Callable[[int, bytes], None]] = (check_extract, check_ingest, check_report)


def check(data: bytes) -> None:
    """Do with an input what its first byte says."""
    if data:
        choice = data[0]
        CHECKS[choice % len(CHECKS)](choice // len(CHECKS), data[1:])


if __name__ == "__main__":
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()
