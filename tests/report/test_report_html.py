"""The HTML page: escaped, self-contained, and exact in what it highlights."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from small_report import FACTS, REPORT

VOID = {"meta", "br"}


class Page(HTMLParser):
    """Reads a page: its tags must nest, and its ids, links, marks and cells are kept."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.found: dict[str, list[str]] = {
            name: [] for name in ("id", "href", "src", "mark", "td", "h2", "blockquote")
        }
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)
        if tag in self.found:
            self.found[tag].append("")
        for name, value in attrs:
            assert not name.startswith("on")
            if name in self.found:
                self.found[name].append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in set(self.open) & set(self.found):
            self.found[tag][-1] += data


@pytest.fixture
def page() -> Page:
    return Page(REPORT.to_html())


def test_nests_and_stands_alone(page: Page) -> None:
    assert page.open == []
    assert not page.tags & {"script", "link", "img", "iframe", "b-script"}
    assert page.found["src"] == []
    assert not re.search(r"@import|url\(", REPORT.to_html())


def test_every_permalink_leads_somewhere_once(page: Page) -> None:
    assert len(page.found["id"]) == len(set(page.found["id"]))
    local = {link[1:] for link in page.found["href"] if link.startswith("#")}
    assert {"f2", "f3", "f4", "f5", "all-conflict", "all-single"} <= local
    assert local <= set(page.found["id"])


def test_only_web_addresses_are_links(page: Page) -> None:
    assert [link for link in page.found["href"] if not link.startswith("#")] == ["https://gazette.example/lumen"]


def test_marks_exactly_the_claims(page: Page) -> None:
    assert set(page.found["mark"]) == {claim.text for claim in REPORT.claims}
    assert (
        "Corvid intends to invest up to $100 billion in Lumen as each gigawatt is deployed." in page.found["blockquote"]
    )


def test_hostile_text_stays_text(page: Page) -> None:
    html = REPORT.to_html() + REPORT._repr_html_()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "&lt;b&gt;Wire&lt;/b&gt; [bold]" in html
    assert "Both name &lt;Lumen&gt;." in html
    assert "\u202e" not in html
    assert "\x1b" not in html
    assert any("Lumen⟨U+202E⟩, a ⟨U+001B⟩[31m$100 billion" in quote for quote in page.found["blockquote"])


def test_order_of_sections(page: Page) -> None:
    assert [heading.rsplit(" ", 1)[0] for heading in page.found["h2"]] == [
        "Who says", "Conflicts", "One source is more precise", "Values fit, wording differs", "Sources agree",
        "Across facts and articles", "Said by one source only", "Articles read", "Could not be used",
    ]  # fmt: skip


def test_matrix_says_in_words_who_says_what(page: Page) -> None:
    cells = page.found["td"][:12]
    assert cells[:3] == ["A a step per gigawatt", "–", "B 10 billion USD at a time"]
    assert cells[6:] == [
        "A up to 100 billion USD", "A up to 100 billion USD", "B 100 billion USD",
        "at least 10 gigawatts", "at least 10 gigawatts", "–",
    ]  # fmt: skip


def test_only_cells_apart_from_the_widest_support_are_framed() -> None:
    assert re.findall(r'<td class="said apart">.*?</span> (.*?)</td>', REPORT.to_html()) == ["100 billion USD"]


def test_evidence_is_drawn_with_its_weights() -> None:
    html = REPORT.to_html()
    assert '<td class="number">+4.0</td>' in html
    assert '<span class="for" style="width: 75%">' in html
    assert '<span class="against" style="width: 12%">' in html
    assert "One article, two facts." not in html


def test_a_single_with_a_remark_and_a_plain_single_keep_ids_apart() -> None:
    remark = replace(REPORT.findings[1], fact="f1", claims=())
    other = replace(FACTS[0], id="f9")
    found = Page(replace(REPORT, facts=(*REPORT.facts, other), findings=(remark,)).to_html()).found
    assert found["id"].count("all-single") == 1
    assert {"f1", "f9"} <= set(found["id"])


def test_notebook_view_is_a_short_fragment() -> None:
    fragment = REPORT._repr_html_()
    assert Page(fragment).open == []
    assert "<html" not in fragment
    assert "1 fact from one source only." in fragment
    assert "100 billion USD / 10 gigawatt = 10 billion USD per gigawatt" in fragment
