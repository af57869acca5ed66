"""The terminal report: order, marks, widths, and texts that try to paint the terminal."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from rich.cells import cell_len
from small_report import FACTS, REPORT

from claimcheck.model import Finding, Relation, Severity, Verdict


def in_order(text: str, *parts: str) -> bool:
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


def test_reading_order() -> None:
    assert in_order(
        REPORT.to_text(120),
        "claimcheck  3 articles · 10 claims · 5 facts · up to 3 independent voices",
        "Conflicts (1)", "≠ CONFLICT  Instalments of the investment", "different basis · 2 independent sources · f5",
        "⊂ MORE PRECISE  Start of building",
        "≈ WORDING DIFFERS  Investment of Corvid in Lumen",
        "= AGREE  Capacity of the turbines",
        "Across facts and articles (1)", "count as one voice.  CC201",
        "Said by one source only (1)", "Weekly readers of Lumen",
        "Articles read (3)", "Could not be used (1)",
    )  # fmt: skip


def test_facts_of_one_verdict_go_by_finding_then_by_sources() -> None:
    first, second, third = (
        replace(FACTS[1], id=name, label=name, independent_sources=sources)
        for name, sources in (("few", 2), ("many", 9), ("warned", 1))
    )
    warning = Finding("CC1", Severity.WARNING, "warned", "Look.", ())
    text = replace(REPORT, facts=(first, second, third), findings=(warning,)).to_text()
    assert in_order(text, "AGREE  warned", "AGREE  many", "AGREE  few")


def test_a_single_claim_with_a_warning_is_not_collapsed() -> None:
    warning = Finding("CC9", Severity.WARNING, "f1", "Not plausible.", ("c4",))
    text = replace(REPORT, findings=(warning,)).to_text()
    assert in_order(text, "From one source, with a remark (1)", "· ONE SOURCE  Weekly readers", "Not plausible.")
    assert "Said by one source only" not in text


def test_a_remark_on_a_collapsed_claim_is_kept() -> None:
    remark = Finding("CC8", Severity.INFO, "f1", "Counted by the company itself.", ("c4",))
    text = replace(REPORT, findings=(remark,)).to_text(160)
    assert in_order(text, "Said by one source only (1)", "Counted by the company itself.")


@pytest.mark.parametrize(
    ("paths", "said", "place"),
    [
        (("a/b/1.txt", "a/b/2.txt", "a/b/c/3.txt"), "the place in a/b.", " 1.txt:3:163"),
        (("/a/1.txt", "/a/2.txt", "/a/3.txt"), "the place in /a.", " 1.txt:3:163"),
        (("a/1.txt", "2.txt", "3.txt"), "the place.", " a/1.txt:3:163"),
        (("/a/1.txt", "a/2.txt", "3.txt"), "the place.", " /a/1.txt:3:163"),
        (("https://a/1", "https://a/2", "https://a/3"), "the place.", " https://a/1:3:163"),
        ((None, "a/2.txt", "a/3.txt"), "the place.", " a1:3:163"),
    ],
)
def test_a_shared_folder_is_said_once(paths: tuple[str | None, ...], said: str, place: str) -> None:
    articles = tuple(replace(article, path=path) for article, path in zip(REPORT.articles, paths, strict=True))
    text = replace(REPORT, articles=articles).to_text(160)
    assert said in text
    assert place in text


@pytest.mark.parametrize(
    "shown",
    [
        "▸as each gigawatt goes online◂.",
        "▸au moins 8 gigawatts◂ de turbines.",
        "« ▸jusqu’à 40 milliards de dollars◂ »",
        "▸$40 billion◂ partnership.",
        "gazette.txt:3:163",
        "courrier.txt:1:31",
    ],
)
def test_exactly_the_claim_is_marked_and_located(shown: str) -> None:
    assert shown in REPORT.to_text(200)


def test_colour_marks_by_style_instead() -> None:
    text = REPORT.to_text(160, colour=True)
    assert "\x1b[1;7mas each gigawatt goes online\x1b[0m." in text
    assert "\x1b[1;31m≠ CONFLICT\x1b[0m" in text
    assert "▸" not in text


def test_derivation_has_its_own_line_and_its_claims() -> None:
    lines = [line.strip() for line in REPORT.to_text(160).splitlines()]
    formula = lines.index("40 billion USD / 8 gigawatt = 5 billion USD per gigawatt")
    also = lines.index("Also used")
    assert formula < also
    assert "▸at least 8 gigawatts◂" in lines[also + 1]


def test_says_plainly_what_is_inferred_and_what_is_supported() -> None:
    text = REPORT.to_text(160)
    assert "22 September 2025 to 24 September 2025: inferred, not stated" in text
    assert "counted from an inferred date" in text
    assert "Widest support: A, up to 40 billion USD (2 of 3 independent sources). Support is not proof." in text
    assert text.count("Widest support") == 1


def test_without_a_finding_the_relations_speak() -> None:
    assert "A and B: more precise. The second half of 2026 lies within 2026." in REPORT.to_text()


def test_base_units_are_shown_where_units_differ() -> None:
    mixed = replace(FACTS[1], positions=(replace(FACTS[1].positions[0], claims=("c1", "c4")),))
    assert "= 8 billion watts or more" in replace(REPORT, facts=(mixed,)).to_text(160)
    assert "= 8 billion watt" not in REPORT.to_text(160)


@pytest.mark.parametrize("colour", [False, True])
def test_articles_cannot_paint_the_terminal(colour: bool) -> None:  # noqa: FBT001
    text = REPORT.to_text(400, colour=colour)
    assert "[red]Breaking[/red] <script>alert(1)</script>" in text
    assert len(re.findall(r"^  (?:\x1b\[1m)?<b>Wire</b> \[bold\]", text, re.MULTILINE)) == 4
    assert "Lumen⟨U+202E⟩, a ⟨U+001B⟩[31m" in text
    assert "broken⟨U+202E⟩.txt:3: it is not valid UTF-8" in text
    assert "\u202e" not in text
    assert "\x1b[31m$40" not in text


@pytest.mark.parametrize("width", [60, 80, 120])
def test_fills_the_width_and_loses_no_word(width: int) -> None:
    text = REPORT.to_text(width)
    assert max(map(cell_len, text.splitlines())) == width
    squeezed = text.replace("\n", "").replace(" ", "")
    for finding in REPORT:
        assert finding.why.replace(" ", "") in squeezed
    for fact in FACTS[1:]:
        assert fact.label.replace(" ", "") in squeezed


def test_letters_go_on_after_z() -> None:
    positions = tuple(replace(FACTS[4].positions[0]) for _ in range(28))
    far = (Relation(0, 27, FACTS[4].relations[0].relation, None, "Far apart."),)
    fact = replace(FACTS[4], positions=positions, relations=far, verdict=Verdict.CONFLICT)
    assert "A and AB: conflict. Far apart." in replace(REPORT, facts=(fact,), findings=()).to_text()


def test_the_first_line_names_the_trained_pipelines_that_helped() -> None:
    first = " ".join(replace(REPORT, models=("en_small 1.0",)).to_text().splitlines()[:2])
    assert "· with en_small 1.0" in re.sub(r"\s+", " ", first)
    assert "with" not in REPORT.to_text().splitlines()[0]
