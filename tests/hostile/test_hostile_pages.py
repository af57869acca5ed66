"""Web pages made to exhaust or to mislead whoever reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.errors import InputError
from claimcheck.ingest import read

pytest.importorskip("trafilatura", reason="the extra web is not installed")
pytestmark = pytest.mark.usefixtures("in_folder")

SAID = "The bridge in Velme cost 30 million euros, as its builders said on Monday. "
SECRET = "a secret of this machine"
PAGE = "{head}<html><body><article><h1>Bridge</h1><p>" + SAID * 5 + "</p>{more}</article></body></html>"
LEVELS = 9
BOMB = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, LEVELS + 1))

PAGES = [
    pytest.param("", "<div>" * 20_000 + "deep", id="nested tags"),
    pytest.param("", "<" * 40_000, id="brackets"),
    pytest.param("", "&" * 200_000, id="ampersands"),
    pytest.param("", f'<img alt="{"A" * 2_000_000}">', id="attribute"),
    pytest.param("", f"<p {' '.join(f'a{at}=x' for at in range(9_000))}>", id="attributes"),
    pytest.param("", f"<!-- {'x' * 200_000}", id="open comment"),
    pytest.param("", f'<script type="application/ld+json">{"[" * 100_000}</script>', id="nested JSON"),
    pytest.param(f'<!DOCTYPE html [<!ENTITY e0 "boom">{BOMB}]>', f"<p>&e{LEVELS};</p>", id="entities"),
    pytest.param('<?xml version="1.0" encoding="utf-16"?>', "", id="another encoding declared"),
    pytest.param(f'<meta property="article:published_time" content="{"9" * 10_000}">', "", id="endless date"),
]


@pytest.mark.parametrize(("head", "more"), PAGES)
def test_the_article_of_a_hostile_page_is_found_and_is_no_longer_than_it_was(head: str, more: str) -> None:
    Path("a.html").write_text(PAGE.format(head=head, more=more), encoding="utf-8")
    problems: list[InputError] = []
    (article,) = read("a.html", on_problem=problems.append)
    assert problems == []
    assert "30 million euros" in article.text
    assert len(article.text) <= len(head + more) + 1_000
    assert article.text.count("boom") <= 1


def test_a_page_reads_no_other_file() -> None:
    Path("secret.txt").write_text(SECRET, encoding="utf-8")
    head = f'<!DOCTYPE html [<!ENTITY other SYSTEM "{Path("secret.txt").absolute().as_uri()}">]>'
    Path("a.html").write_text(PAGE.format(head=head, more="<p>&other;</p>"), encoding="utf-8")
    (article,) = read("a.html", on_problem=print)
    assert "30 million euros" in article.text
    assert SECRET not in article.text
