"""The HTML page in a browser: filter, links, keyboard, widths, and what it must never do."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from small_report import CLAIMS, FACTS, REPORT

from claimcheck.model import Position
from claimcheck.report import Report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

playwright = pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")
CHROMIUM = shutil.which("chromium")
AXE = os.environ.get("CLAIMCHECK_AXE")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium is installed")

QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
FACT_IDS = ["f5", "f3", "f4", "f2", "f1"]
WIDTHS = [360, 768, 1280]
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3


def crowded() -> Report:
    """The small report with long words and many articles, which strain a narrow page."""
    articles = tuple(replace(REPORT.articles[0], id=f"w{n}", source=f"{LONG} {n}", path=LONG) for n in range(12))
    claims = tuple(replace(CLAIMS[0], id=f"w{n}", article=f"w{n}", condition=LONG) for n in range(12))
    fact = replace(
        FACTS[1], id="w", label=LONG, positions=(*FACTS[1].positions, Position(tuple(c.id for c in claims), 12))
    )
    return replace(
        REPORT,
        articles=(*REPORT.articles, *articles),
        claims=(*(replace(claim, subject_name="Corvid", object_name=claim.object) for claim in CLAIMS), *claims),
        facts=(*FACTS, fact),
        findings=tuple(replace(finding, derivation=f"{LONG} = 1") for finding in REPORT.findings),
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1280, "height": 900})
    yield opened
    opened.close()


@pytest.fixture
def address(tmp_path: Path) -> str:
    return saved(tmp_path, REPORT.to_html())


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    """The small report, opened; that it asks for nothing and complains of nothing is checked after each test."""
    opened = context.new_page()
    troubles: list[str] = []
    opened.on("console", lambda message: troubles.append(message.text))
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.on("dialog", lambda dialog: troubles.append(dialog.message))
    opened.on("request", lambda request: troubles.append(request.url) if not request.url.startswith("file:") else None)
    opened.goto(address)
    yield opened
    assert troubles == []


def saved(folder: Path, written: str) -> str:
    path = folder / "report.html"
    path.write_text(written, encoding="utf-8")
    return path.as_uri()


def shown(page: Page) -> list[str]:
    """The ids of the facts that can be seen."""
    ids: list[str] = page.evaluate("[...document.querySelectorAll('[data-verdict]:not([hidden])')].map((f) => f.id)")
    return ids


def settled(page: Page, words: str) -> list[str]:
    playwright.expect(page.locator("output")).to_have_text(words)
    return shown(page)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", FACT_IDS),
        ("?verdict=conflict", ["f5"]),
        ("?verdict=conflict&verdict=agree", ["f5", "f2"]),
        ("?source=Le+Courrier", ["f3", "f4", "f2"]),
        ("?q=INVESTMENT", ["f5", "f4"]),
        ("?q=investment+limit", ["f4"]),
        ("?q=jusqu%E2%80%99%C3%A0", ["f4"]),
        ("?verdict=agree&source=%3Cb%3EWire%3C%2Fb%3E+%5Bbold%5D", []),
        ("?source=Nobody&verdict=", FACT_IDS),
        ("?q=one+article+two+facts", []),
    ],
)
def test_an_address_keeps_the_filter(page: Page, address: str, query: str, expected: list[str]) -> None:
    page.goto(address + query)
    assert shown(page) == expected


def test_a_filter_is_written_to_the_address_and_can_be_taken_back(page: Page, address: str) -> None:
    page.get_by_label("Conflict").check(force=True)
    page.get_by_label("Agree").check(force=True)
    assert settled(page, "2 of 5 facts") == ["f5", "f2"]
    page.get_by_role("combobox", name="Source").select_option("Le Courrier")
    assert settled(page, "1 of 5 facts") == ["f2"]
    page.get_by_label("Search").fill("capacity")
    page.wait_for_url(f"{address}?q=capacity&source=Le+Courrier&verdict=conflict&verdict=agree")
    assert page.locator("tr[data-for]:visible").count() == 1
    assert page.get_by_role("heading", name="Conflicts").is_hidden()
    page.reload()
    assert shown(page) == ["f2"]
    page.get_by_role("button", name="Show all").click()
    assert settled(page, "5 facts") == FACT_IDS
    page.wait_for_url(address)


def test_names_can_be_chosen(context: BrowserContext, tmp_path: Path) -> None:
    page = context.new_page()
    names = {"c2": "Corvid", "c4": "Lumen"}
    claims = tuple(replace(claim, subject_name=names.get(claim.id), object_name=None) for claim in CLAIMS)
    page.goto(saved(tmp_path, replace(REPORT, claims=claims).to_html()))
    page.get_by_role("combobox", name="About").select_option("Lumen")
    assert settled(page, "1 of 5 facts") == ["f1"]


def test_a_link_to_a_fact_shows_it_whatever_the_filter_says(page: Page, address: str) -> None:
    page.goto(f"{address}?verdict=conflict#f2")
    assert shown(page) == FACT_IDS
    assert page.locator("#f2").evaluate("fact => fact.matches(':target')")
    page.locator("tr[data-for=f4] a").click()
    page.wait_for_url(f"{address}#f4")
    top = page.locator("#f4").evaluate("fact => fact.getBoundingClientRect().top")
    bar = page.locator(".filter").evaluate("bar => bar.getBoundingClientRect().bottom")
    assert bar <= top < 300


def test_a_link_to_a_folded_fact_opens_it(page: Page, address: str) -> None:
    page.goto(f"{address}#f1")
    assert page.get_by_text("Lumen counts").is_visible()


def test_the_state_and_the_fact_share_one_address(page: Page, address: str) -> None:
    page.goto(f"{address}?source=Le+Courrier")
    page.locator("#f4 .permalink").click()
    page.wait_for_url(f"{address}?source=Le+Courrier#f4")
    assert shown(page) == ["f3", "f4", "f2"]


def test_slash_goes_to_the_search_and_escape_leaves_it(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("jk/")
    assert page.get_by_label("Search").input_value() == "jk/"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement === document.body")


def test_j_and_k_go_from_fact_to_fact(page: Page, address: str) -> None:
    went = []
    for key in "jjkjjjjjk":
        page.keyboard.press(key)
        went.append(page.evaluate("document.activeElement.id"))
    assert went == ["f5", "f3", "f5", "f3", "f4", "f2", "f1", "f1", "f2"]
    assert page.url == f"{address}#f2"


def test_j_leaves_out_what_is_filtered(page: Page, address: str) -> None:
    page.goto(f"{address}?verdict=agree&verdict=single")
    for expected in ("f2", "f1", "f1"):
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement.id") == expected


def test_tab_reaches_everything_with_a_visible_focus(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    wanted = page.evaluate(
        "[...document.querySelectorAll('a[href], input, select, summary, [tabindex=\"0\"]')]"
        ".filter((part) => part.checkVisibility()).length"
    )
    seen = set()
    for _ in range(wanted):
        page.keyboard.press("Tab")
        number, outlined = page.evaluate(
            "(() => { const now = document.activeElement;"
            "const ring = (part) => part && getComputedStyle(part).outlineStyle !== 'none';"
            "return [[...document.querySelectorAll('*')].indexOf(now), ring(now) || ring(now.nextElementSibling)] })()"
        )
        assert outlined
        seen.add(number)
    assert len(seen) == wanted


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scripted", [True, False])
def test_no_width_needs_sideways_scrolling(browser: Browser, tmp_path: Path, width: int, scripted: bool) -> None:  # noqa: FBT001
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=scripted)
    page = context.new_page()
    page.goto(saved(tmp_path, crowded().to_html()))
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_without_script_everything_can_be_read(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}?verdict=conflict#f2")
    assert page.locator(".filter").is_hidden()
    assert page.locator("[data-verdict]:visible").count() == len(FACT_IDS)
    assert page.locator("svg[role=img]").count() == 7
    page.locator("#f1 summary").click()
    assert page.get_by_text("Lumen counts").is_visible()
    context.close()


def test_print_shows_what_is_folded_and_leaves_controls_out(page: Page) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator(".filter").is_hidden()
    assert page.locator("#f1 blockquote").evaluate("part => part.getBoundingClientRect().height") > 0
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--conflict')") == "#b3261e"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0


def test_a_table_of_many_sources_fits_on_paper(context: BrowserContext, tmp_path: Path) -> None:
    page = context.new_page()
    page.goto(saved(tmp_path, crowded().to_html()))
    page.set_viewport_size({"width": 700, "height": 900})
    page.emulate_media(media="print")
    assert page.locator(".matrix").evaluate("table => table.getBoundingClientRect().right") <= 700


def test_a_script_that_is_not_ours_does_not_run(context: BrowserContext, tmp_path: Path) -> None:
    foreign = "<script>window.pwned = 1</script><img src=x onerror='window.pwned = 1'>"
    page = context.new_page()
    page.goto(saved(tmp_path, REPORT.to_html().replace("<header>", f"<header>{foreign}", 1)))
    assert page.evaluate("window.pwned") is None
    assert shown(page) == FACT_IDS


@pytest.mark.skipif(AXE is None, reason="CLAIMCHECK_AXE does not name the script of axe-core")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [WIDTHS[0], WIDTHS[-1]])
def test_axe_finds_nothing(browser: Browser, tmp_path: Path, scheme: str, width: int) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light", bypass_csp=True
    )
    page = context.new_page()
    page.goto(saved(tmp_path, crowded().to_html()))
    # What is not laid out yet is measured against the colours of something else.
    page.add_style_tag(content=".fact { content-visibility: visible !important }")
    page.add_script_tag(path=str(AXE))
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    found = page.evaluate(
        "axe.run().then((r) => r.violations.map((v) => [v.id, v.nodes.map((n) => n.html).slice(0, 5)]))"
    )
    assert found == []
    context.close()
