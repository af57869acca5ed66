"""The HTML page: escaped, self-contained, and exact in what it highlights."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from itertools import combinations, pairwise

import pytest
from small_report import CLAIMS, FACTS, FINDINGS, LINKS, REPORT

from claimcheck.model import Granularity, Link, Position, TimeForm, Verdict, When, WhenKind
from claimcheck.report import Report, html

assert CLAIMS[0].quantity is not None
CAPACITY = CLAIMS[0].quantity
VOID = {"meta", "br", "input"}
HOSTILE = [
    "<script>window.pwned = 1</script>",
    "</script><script>window.pwned = 1</script>",
    "</style><script>window.pwned = 1</script>",
    "</title></textarea></svg><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)',
    "<!-- --><![CDATA[ ]]>",
    "{{ 7 * 7 }}{% raw %}${1}`",
    "&lt;b&gt;&#x202e;&amp;",
    "\u202e\u2066reversed\u2069\u200f",
    "\x00\x1b[31m\x7f",
    "javascript:alert(1)",
]  # fmt: skip


class Page(HTMLParser):
    """Reads a page: its tags must nest, and its ids, links, marks and cells are kept."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.shape: list[tuple[str, ...]] = []
        self.found: dict[str, list[str]] = {
            name: []
            for name in ("id", "href", "src", "style", "content", "mark", "td", "h2", "blockquote", "option", "title")
        }
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.shape.append((tag, *(name for name, _ in attrs)))
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

    @property
    def tags(self) -> list[str]:
        """The names of all tags, in order."""
        return [tag for tag, *_ in self.shape]


@pytest.fixture
def page() -> Page:
    return Page(REPORT.to_html())


def speaking(text: str) -> Report:
    """The small report with a text in every place where an article can put one."""
    before = replace(REPORT.articles[0], text=f"{text} 12 GW {text}", source=text, title=f"{text}!", path=None,
                     url=f"https://example.org/{text}", language=f"en{text}")  # fmt: skip
    first = replace(CLAIMS[0], start=0, end=len(text) + 3, text=f"{text} 12", sentence=(0, len(before.text)),
                    note=text, attribution=text, condition=text, as_of=text, subject_name=text, object_name=f"b{text}",
                    quantity=replace(CAPACITY, unit=text))  # fmt: skip
    claims = (first, replace(first, id="c1b"), *(replace(claim, start=0, sentence=(0, 9)) for claim in CLAIMS[1:]))
    fact = replace(FACTS[1], label=text, positions=(Position(("c1", "c1b"), 1), Position(("c5",), 1)), relations=())
    finding = replace(FINDINGS[2], fact="f2", why=text, derivation=f"{text} = 1", code=f"C{text}")
    link = replace(LINKS[0], evidence=(replace(LINKS[0].evidence[0], feature=text, why=text),))
    return replace(REPORT, articles=(before, *REPORT.articles[1:]), claims=claims, facts=(FACTS[0], fact, *FACTS[2:]),
                   findings=(finding, replace(finding, fact=None)), links=(link,), models=(text,))  # fmt: skip


def test_nests_and_stands_alone(page: Page) -> None:
    assert page.open == []
    assert not set(page.tags) & {"link", "img", "iframe", "object", "embed", "base"}
    assert page.tags.count("script") == page.tags.count("style") == 1
    assert page.found["src"] == page.found["style"][1:] == []
    assert not re.search(r"@import|url\(|fetch\(|XMLHttp|innerHTML|eval\(", REPORT.to_html())


def test_the_policy_permits_the_style_and_the_script_of_the_page_only(page: Page) -> None:
    policy = next(content for content in page.found["content"] if "default-src" in content)
    for kind in ("style", "script"):
        text = re.search(rf"<{kind}>(.*?)</{kind}>", REPORT.to_html(), re.DOTALL)
        assert text is not None
        digest = b64encode(sha256(text[1].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


def test_same_report_same_bytes() -> None:
    assert REPORT.to_html() == replace(REPORT).to_html()


def test_every_permalink_leads_somewhere_once(page: Page) -> None:
    assert len(page.found["id"]) == len(set(page.found["id"]))
    local = {link[1:] for link in page.found["href"] if link.startswith("#")}
    assert {"f2", "f3", "f4", "f5", "all-conflict", "all-single"} <= local
    assert local <= set(page.found["id"])


@pytest.mark.parametrize(
    ("address", "links"),
    [
        ("https://gazette.example/lumen", ["https://gazette.example/lumen"]),
        ("http://gazette.example", ["http://gazette.example"]),
        ('https://a/"onclick="b', ['https://a/"onclick="b']),
        ("javascript:alert(1)", []),
        (" javascript:alert(1)", []),
        ("JavaScript:alert(1)", []),
        ("data:text/html,<script>alert(1)</script>", []),
        ("vbscript:x", []),
        ("//evil.example", []),
        ("https:evil", []),
        (None, []),
    ],
)
def test_only_web_addresses_are_links(address: str | None, links: list[str]) -> None:
    articles = (replace(REPORT.articles[0], url=address), *REPORT.articles[1:])
    found = Page(replace(REPORT, articles=articles).to_html()).found["href"]
    assert list(dict.fromkeys(link.partition("#")[0] for link in found if not link.startswith("#"))) == links


def test_a_source_leads_to_the_words_in_its_article() -> None:
    first, second, third = REPORT.articles
    articles = (replace(first, url="https://a.example/"), replace(second, url="https://b.example/#top"), third)
    found = Page(replace(REPORT, articles=articles).to_html()).found["href"]
    assert "https://a.example/#:~:text=at%20least%208%20gigawatts" in found
    assert {link for link in found if "b.example" in link} == {"https://b.example/#top"}


def test_marks_exactly_the_claims(page: Page) -> None:
    assert set(page.found["mark"]) == {claim.text for claim in REPORT.claims}
    assert "Corvid is to put up to $40 billion into Lumen as each gigawatt goes online." in page.found["blockquote"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_an_article_changes_the_tags_of_the_page(text: str) -> None:
    plain, hostile = Page(speaking("plain").to_html()), Page(speaking(text).to_html())
    assert hostile.shape == plain.shape
    assert hostile.open == []


@pytest.mark.parametrize("text", HOSTILE)
def test_no_control_or_direction_character_reaches_the_page(text: str) -> None:
    for written in (speaking(text).to_html(), speaking(text)._repr_html_()):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]", written)


def test_hostile_text_stays_text(page: Page) -> None:
    written = REPORT.to_html() + REPORT._repr_html_()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in written
    assert "&lt;b&gt;Wire&lt;/b&gt; [bold]" in written
    assert "Both name &lt;Lumen&gt;." in written
    assert "<b>Wire</b> [bold]: 40 billion USD" in page.found["title"]
    assert any("Lumen⟨U+202E⟩, a ⟨U+001B⟩[31m$40 billion" in quote for quote in page.found["blockquote"])


def test_order_of_sections(page: Page) -> None:
    assert [re.sub(r" \d+$", "", heading) for heading in page.found["h2"]] == [
        "Who says what", "Conflicts", "One source is more precise", "Values fit, wording differs", "Sources agree",
        "Across facts and articles", "Said by one source only", "Articles read", "Could not be used",
    ]  # fmt: skip


def test_matrix_says_in_words_who_says_what(page: Page) -> None:
    cells = page.found["td"][:12]
    assert cells[:3] == ["A a step per gigawatt", "–", "B 5 billion USD at a time"]
    assert cells[6:] == [
        "A up to 40 billion USD", "A up to 40 billion USD", "B 40 billion USD",
        "at least 8 gigawatts", "at least 8 gigawatts", "–",
    ]  # fmt: skip


def test_only_cells_apart_from_the_widest_support_are_framed() -> None:
    assert re.findall(r'<td class="said apart">.*?</span> (.*?)</td>', REPORT.to_html()) == ["40 billion USD"]


def test_an_article_that_shares_no_fact_has_no_column() -> None:
    report = replace(REPORT, articles=(*REPORT.articles, replace(REPORT.articles[0], id="a9", source="Bystander")))
    written = report.to_html()
    assert "Shares no fact with another article: Bystander." in written
    assert '<th scope="col">Bystander' not in written


def test_a_table_too_large_for_a_browser_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "_MOST_CELLS", 6)
    written = REPORT.to_html()
    assert written.count("<tr class=") == 2
    assert "The table ends here; 2 more facts of lesser weight stand below." in written
    assert 'id="f2"' in written


def test_the_formula_stands_under_the_drawing() -> None:
    finding = replace(FINDINGS[2], fact="f4")
    written = replace(REPORT, findings=(finding,)).to_html()
    section = written[written.index('id="f4"') :]
    places = [section.index(part) for part in ("both hold if", '<figure class="chart">', 'class="formula"', "<mark>")]
    assert places == sorted(places)


def test_every_drawing_has_words() -> None:
    written = REPORT.to_html()
    drawings = re.findall(r'<svg role="img"><title>(.*?)</title>', written)
    assert len(drawings) == written.count('role="img"') == 7
    assert drawings[2:5] == [
        "The Gazette: up to 40 billion USD",
        "Le Courrier: up to 40 billion USD",
        "&lt;b&gt;Wire&lt;/b&gt; [bold]: 40 billion USD",
    ]


def test_facts_say_what_they_can_be_filtered_by() -> None:
    names = {"c1": ("Corvid", None), "c5": ("CORVID", "Lumen"), "c4": ("Corvid", "lumen"), "c9": ("Ærø", None)}
    claims = (
        replace(
            claim, subject_name=names.get(claim.id, (None, None))[0], object_name=names.get(claim.id, ("", None))[1]
        )
        for claim in CLAIMS
    )
    written = replace(REPORT, claims=tuple(claims)).to_html()
    assert Page(written).found["option"] == [
        "all", "<b>Wire</b> [bold]", "Le Courrier", "The Gazette", "anything", "Corvid", "Lumen", "Ærø",
    ]  # fmt: skip
    for fact, verdict, sources, about in (
        ("f2", "agree", "1 2", "0 1"),
        ("f1", "single", "2", "0 1"),
        ("f4", "compatible", "0 1 2", "2"),
        ("f5", "conflict", "0 2", ""),
    ):
        assert "mostly about Corvid, Lumen</p>" in written
        facets = f'id="{fact}" data-verdict="{verdict}" data-sources="{sources}" data-names="{about}"'
        assert facets in written


def test_a_source_known_by_its_file_goes_without_the_shared_folder() -> None:
    articles = tuple(
        replace(article, source=None, title=None, path=f"/long/way/{article.id}.txt") for article in REPORT.articles
    )
    written = replace(REPORT, articles=articles).to_html()
    assert '<th scope="col">a1.txt</th>' in written
    assert "<option>a2.txt</option>" in written


def test_evidence_is_drawn_with_its_weights() -> None:
    written = REPORT.to_html()
    assert '<td>+4.0</td><td><svg><rect width="100%" height="11"/></svg></td>' in written
    assert '<td>+3.0</td><td><svg><rect width="75%" height="11"/></svg></td>' in written
    assert '<td>-0.5</td><td><svg><rect class="against" width="12%" height="11"/></svg></td>' in written
    assert "One article, two facts." not in written


def test_of_many_links_those_are_shown_that_hold_the_fact_together() -> None:
    ids = [f"e{number}" for number in range(5)]
    claims = (*CLAIMS, *(replace(CLAIMS[0], id=name) for name in ids))
    links = tuple(Link(a, b, 9.0 - number, LINKS[0].evidence) for number, (a, b) in enumerate(combinations(ids, 2)))
    fact = replace(FACTS[1], positions=(Position(tuple(ids), 1),))
    written = replace(REPORT, claims=claims, links=links, facts=(fact,)).to_html()
    assert re.findall(r"weight ([+-]\d\.\d)", written) == ["+9.0", "+8.0", "+7.0", "+6.0"]
    assert "6 more pairs of these claims fit together as well; the JSON report lists them." in written


def test_a_single_with_a_remark_and_a_plain_single_keep_ids_apart() -> None:
    remark = replace(REPORT.findings[1], fact="f1", claims=())
    other = replace(FACTS[0], id="f9")
    found = Page(replace(REPORT, facts=(*REPORT.facts, other), findings=(remark,)).to_html()).found
    assert found["id"].count("all-single") == 1
    assert {"f1", "f9"} <= set(found["id"])


def test_a_report_without_facts_is_a_page() -> None:
    found = Page(Report((), (), (), (), ()).to_html())
    assert found.open == []
    assert found.found["h2"] == ["Articles read 0"]


def test_a_page_grows_with_its_facts_and_no_faster() -> None:
    few, many = (
        replace(REPORT, facts=tuple(replace(FACTS[3], id=f"g{n}", verdict=Verdict.COMPATIBLE) for n in range(number)))
        for number in (500, 2000)
    )
    small, large = len(few.to_html()), len(many.to_html())
    assert large < 4 * small
    assert large < 10_000_000


def test_notebook_view_is_a_short_fragment() -> None:
    fragment = REPORT._repr_html_()
    assert Page(fragment).open == []
    assert "<html" not in fragment
    assert "<script" not in fragment
    assert "1 fact from one source only." in fragment
    assert "40 billion USD / 8 gigawatt = 5 billion USD per gigawatt" in fragment


def test_notebook_view_of_one_fact_says_who_says_what() -> None:
    fragment = html.fact(REPORT, FACTS[3])
    assert Page(fragment).tags.count("tr") == 2
    assert "≈ Wording differs" in fragment
    assert "&lt;b&gt;Wire&lt;/b&gt; [bold]</b>: 40 billion USD (<i>$40 billion</i>)" in fragment
    assert "a limit where &lt;b&gt;Wire" in fragment


def test_the_timeline_shows_where_its_axis_is_broken() -> None:
    early = When(TimeForm(WhenKind.POINT, Granularity.DAY), date(1950, 3, 4), date(1950, 3, 4))
    signing = replace(FACTS[2], id="f9", label="Signing", positions=(Position(("e",), 1), Position(("c7",), 1)))
    report = replace(
        REPORT, claims=(*CLAIMS, replace(CLAIMS[9], id="e", when=early)), facts=(*FACTS, signing), findings=()
    )
    places = re.findall(r'<line class="break" x1="([\d.]+)%" x2="([\d.]+)%"', report.to_html())
    ends = re.findall(r'<line x1="([\d.]+)%" x2="([\d.]+)%" y1="1" y2="1"/>', report.to_html())
    pieces = [(float(start), float(end)) for start, end in ends if (start, end) not in {("0", "100"), ("0.0", "100.0")}]
    assert [float(place) for place, _ in places] == [
        pytest.approx((before[1] + after[0]) / 2, abs=0.02) for before, after in pairwise(pieces)
    ]
    assert places
