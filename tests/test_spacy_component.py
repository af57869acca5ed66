"""The spaCy component: the same claims as `extract`, on Docs that are stored, sent about and parsed before."""

from __future__ import annotations

import contextlib
import io
import pickle
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from datetime import date
from importlib import reload
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

import claimcheck
from claimcheck import spacy_component
from claimcheck.adapters.parser import Parse, parser_of
from claimcheck.errors import ConfigError, LanguageError
from claimcheck.spacy_component import ClaimcheckComponent, claim_of, claims_of
from trained_pipeline import TAG_OF, train

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parent.parent
STORIES = sorted(path.parent for path in (ROOT / "fixtures").glob("*/claims.toml"))
LANGUAGES = sorted(path.stem for path in (ROOT / "fixtures" / "roles").glob("*.toml"))
DANISH = "Floden steg om natten, og beboerne forlod deres huse, før dæmningen brød sammen ved byen. " * 4
PAID = "Norrby paid Lumen $3 million on Monday."


def pipeline(own: str = "en", /, **config: str) -> Language:
    """Return a blank pipeline of a language with the component."""
    nlp = spacy.blank(own)
    nlp.add_pipe("claimcheck", config=config)
    return nlp


BLANK = pipeline()


def texts(language: str) -> list[str]:
    """Return the sentences of a language's table of roles, and its articles."""
    table = tomllib.loads((ROOT / "fixtures" / "roles" / f"{language}.toml").read_text(encoding="utf-8"))
    told = [article.text for article in claimcheck.read(STORIES) if article.language == language]
    return [row["text"] for row in table["row"]] + told


# ------------------------------------------------------------------ what is set


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_pipeline_sets_the_claims_of_extract(language: str) -> None:
    given_texts = texts(language)
    docs = list(pipeline(language).pipe(given_texts))
    expected = [tuple(claimcheck.extract(text, language=language, model="none")) for text in given_texts]
    assert sum(len(claims) for claims in expected) > len(given_texts)
    assert [doc._.claimcheck for doc in docs] == expected


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_days_and_languages_are_those_of_extract(story: Path) -> None:
    nlp = pipeline("xx")
    for article in claimcheck.read(story):
        doc = nlp.make_doc(article.text)
        doc.user_data["claimcheck.date"] = article.published.isoformat() if article.published else None
        assert list(nlp(doc)._.claimcheck) == claimcheck.extract(article.text, date=article.published, model="none")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_claim_has_a_span_of_whole_tokens(language: str) -> None:
    for doc in pipeline(language).pipe(texts(language)):
        claims, spans = doc._.claimcheck, list(doc.spans["claimcheck"])
        assert [span.id_ for span in spans] == [claim.id for claim in claims]
        assert [span._.claimcheck for span in spans] == list(claims)
        for span, claim in zip(spans, claims, strict=True):
            assert span.label_ == claim.kind.upper()
            assert doc.text[claim.start : claim.end] == claim.text
            assert span[0].idx <= claim.start < span[0].idx + len(span[0])
            assert span[-1].idx < claim.end <= span[-1].idx + len(span[-1])


@pytest.mark.parametrize(
    ("words", "claim", "span"),
    [
        (["Norrby", "paid", "$3 million", "now"], "$3 million", "$3 million"),
        (["Norrby", "paid$3", "million", "now"], "$3 million", "paid$3 million"),
        (["Norrby", "paid", "$3", "million,now"], "$3 million", "$3 million,now"),
    ],
)
def test_a_claim_inside_a_token_is_exact_and_its_span_is_wider(words: list[str], claim: str, span: str) -> None:
    nlp = pipeline()
    doc = nlp(Doc(nlp.vocab, words=words))
    (found,) = doc.spans["claimcheck"]
    assert (found._.claimcheck.text, found.text) == (claim, span)


def test_spans_overlap_where_claims_share_a_token() -> None:
    doc = BLANK(Doc(BLANK.vocab, words=["Norrby", "sold", "40", "boats,50", "carts"]))
    spans = doc.spans["claimcheck"]
    assert [(span.text, span._.claimcheck.text) for span in spans] == [
        ("40 boats,50", "40 boats"),
        ("boats,50 carts", "50 carts"),
    ]
    assert spans.has_overlap


def test_kinds_are_labels() -> None:
    doc = pipeline()("Nvidia will pay Lumen $100 billion by 2030, progressively as each gigawatt is deployed.")
    labels = {span._.claimcheck.text: span.label_ for span in doc.spans["claimcheck"]}
    assert labels["$100 billion"] == "QUANTITY"
    assert labels["by 2030"] == "DATE"
    assert labels["progressively as each gigawatt is deployed"] == "SCHEDULE"


def test_what_is_not_set_is_empty() -> None:
    nlp = pipeline(spans_key="claims")
    assert nlp("")._.claimcheck == nlp("A river.")._.claimcheck == spacy.blank("en")(PAID)._.claimcheck == ()
    doc = nlp(PAID)
    assert list(doc.spans) == ["claims"]
    assert doc[0:2]._.claimcheck is None
    assert spacy.blank("en")(PAID)[0:2]._.claimcheck is None


def test_a_second_run_replaces_the_first() -> None:
    nlp = pipeline()
    doc = nlp(PAID)
    assert nlp(doc)._.claimcheck == nlp(PAID)._.claimcheck
    assert len(doc.spans["claimcheck"]) == len(doc._.claimcheck) > 0


def test_the_pipeline_tells_what_is_assigned() -> None:
    found = pipeline().analyze_pipes()
    assert found is not None
    assert set(found["summary"]["claimcheck"]["assigns"]) == {"doc.spans", "doc._.claimcheck", "span._.claimcheck"}
    assert found["problems"] == {"claimcheck": []}


@given(st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("$€ 3.mn,%\n")), max_size=60))
@settings(max_examples=60)
def test_any_text_goes_in_and_comes_out_of_bytes(text: str) -> None:
    doc = BLANK(f"{text} $3 million")
    assert list(doc._.claimcheck) == claimcheck.extract(doc.text, language="en", model="none")
    restored = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert restored._.claimcheck == doc._.claimcheck
    assert len(restored.spans["claimcheck"]) == len(doc._.claimcheck)


# ------------------------------------------------------------------ settings


@pytest.mark.parametrize(
    ("own", "config", "text", "unit"),
    [
        ("en", {}, "Norrby paid 3 million euros.", "EUR"),
        ("de", {}, "Norrby zahlte 3 Millionen Euro.", "EUR"),
        ("en", {"language": "de"}, "Norrby zahlte 3 Millionen Euro.", "EUR"),
        ("en", {"language": "pt-BR"}, "A Norrby pagou 3 milhões de euros.", "EUR"),
        ("xx", {}, "Norrby zahlte 3 Millionen Euro.", "EUR"),
        ("en", {"language": "xx"}, "Norrby a payé 3 millions d’euros.", "EUR"),
        ("da", {"language": "en"}, "Norrby paid 3 million euros.", "EUR"),
    ],
)
def test_languages(own: str, config: dict[str, str], text: str, unit: str) -> None:
    (claim,) = pipeline(own, **config)(text)._.claimcheck
    assert claim.quantity.low == 3_000_000
    assert claim.quantity.unit == unit


@pytest.mark.parametrize(
    ("own", "config", "message"),
    [
        ("da", {}, r"no language pack for 'da', only for de, en, es, .*'xx' has"),
        ("en", {"language": "da"}, r"no language pack for 'da', only for de, en, es"),
        ("en", {"language": "English"}, "English"),
        ("en", {"date": "22/09/2025"}, "22/09/2025"),
    ],
)
def test_a_wrong_setting_is_an_error_when_the_component_is_added(
    own: str, config: dict[str, str], message: str
) -> None:
    with pytest.raises(ConfigError, match=message):
        spacy.blank(own).add_pipe("claimcheck", config=config)


@pytest.mark.parametrize(
    ("setting", "own", "day"),
    [
        (None, None, None),
        ("2025-09-23", None, date(2025, 9, 22)),
        (None, "2025-09-23", date(2025, 9, 22)),
        ("2024-01-01", "2025-09-23", date(2025, 9, 22)),
    ],
)
def test_the_day_of_publication(setting: str | None, own: str | None, day: date | None) -> None:
    nlp = pipeline(**({"date": setting} if setting else {}))
    doc = nlp.make_doc(PAID)
    if own:
        doc.user_data["claimcheck.date"] = own
    (when,) = (claim.when for claim in nlp(doc)._.claimcheck if claim.when)
    assert when.earliest == when.latest == day


# ------------------------------------------------------------------ errors


def test_an_error_of_one_doc_goes_to_the_handler_of_the_pipeline() -> None:
    nlp = pipeline("xx")
    failed: list[tuple[str, str]] = []

    def handle(name: str, _: object, docs: list[Doc], error: Exception) -> None:
        failed.append((name, f"{type(error).__name__} {docs[0].text}"))

    nlp.set_error_handler(handle)  # type: ignore[arg-type]  # spaCy declares that a handler never returns; its own do
    found = list(nlp.pipe([PAID, DANISH, PAID]))
    assert [doc.text for doc in found] == [PAID, PAID]
    assert failed == [("claimcheck", f"LanguageError {DANISH}")]
    assert nlp(DANISH)._.claimcheck == ()


def test_an_error_is_raised_without_a_handler() -> None:
    nlp = pipeline("xx")
    with pytest.raises(LanguageError, match="told from the text of a Doc has no pack; there are de, en, es"):
        nlp(DANISH)
    doc = nlp.make_doc(PAID)
    doc.user_data["claimcheck.date"] = "Monday"
    with pytest.raises(ConfigError, match="Monday"):
        nlp(doc)


# ------------------------------------------------------------------ storing


def by_bytes(doc: Doc) -> Doc:
    return Doc(doc.vocab).from_bytes(doc.to_bytes())


def by_disk(doc: Doc, folder: Path) -> Doc:
    doc.to_disk(folder / "doc")
    return Doc(Vocab()).from_disk(folder / "doc")


def by_bin(doc: Doc) -> Doc:
    data = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (restored,) = DocBin().from_bytes(data).get_docs(Vocab())
    return restored


def by_pickle(doc: Doc) -> Doc:
    restored: Doc = pickle.loads(pickle.dumps(doc))  # noqa: S301  # our own
    return restored


@pytest.mark.parametrize("way", [by_bytes, by_bin, by_pickle, Doc.copy])
@pytest.mark.parametrize("language", LANGUAGES)
def test_claims_survive_storing(way: Callable[[Doc], Doc], language: str) -> None:
    for doc in pipeline(language, date="2025-09-22").pipe(texts(language)):
        restored = way(doc)
        assert restored._.claimcheck == doc._.claimcheck
        spans = restored.spans["claimcheck"]
        assert [span._.claimcheck for span in spans] == list(doc._.claimcheck)
        assert [span.label_ for span in spans] == [span.label_ for span in doc.spans["claimcheck"]]


def test_claims_survive_a_file(tmp_path: Path) -> None:
    doc = pipeline()(PAID)
    assert by_disk(doc, tmp_path)._.claimcheck == doc._.claimcheck != ()


def test_a_bin_without_user_data_keeps_the_spans_alone() -> None:
    doc = pipeline()(PAID)
    (restored,) = DocBin(docs=[doc]).get_docs(doc.vocab)
    assert [span.text for span in restored.spans["claimcheck"]] == ["$3 million", "Monday"]
    assert restored._.claimcheck == ()
    assert restored.spans["claimcheck"][0]._.claimcheck is None


def test_several_processes_give_the_docs_of_one() -> None:
    nlp = pipeline(date="2025-09-22")
    given_texts = texts("en")[:12]
    one, two = list(nlp.pipe(given_texts)), list(nlp.pipe(given_texts, n_process=2, batch_size=4))
    assert [doc._.claimcheck for doc in two] == [doc._.claimcheck for doc in one]
    assert [doc.to_bytes() for doc in two] == [doc.to_bytes() for doc in one]


def test_several_processes_get_the_day_of_a_doc() -> None:
    nlp = pipeline()
    docs = [nlp.make_doc(PAID), nlp.make_doc(PAID)]
    docs[1].user_data["claimcheck.date"] = "2025-09-23"
    days = [doc._.claimcheck[1].when.earliest for doc in nlp.pipe(docs, n_process=2)]
    assert days == [None, date(2025, 9, 22)]


@pytest.mark.parametrize("override", [None, "2025-10-08"])
def test_a_pipeline_on_disk_keeps_the_settings_that_load_does_not_override(
    override: str | None, tmp_path: Path
) -> None:
    pipeline(date="2025-10-01", spans_key="claims").to_disk(tmp_path)
    nlp = spacy.load(tmp_path, config={"components": {"claimcheck": {"date": override}}} if override else {})
    doc = nlp(PAID)
    assert list(doc.spans) == ["claims"]
    assert doc._.claimcheck[1].when.earliest == (date(2025, 10, 6) if override else date(2025, 9, 29))


def test_a_pipeline_as_bytes_keeps_the_settings() -> None:
    data = pipeline("de", language="xx", date="2025-10-01", spans_key="claims").to_bytes()
    doc = pipeline("de").from_bytes(data)(PAID)
    assert list(doc.spans) == ["claims"]
    assert doc._.claimcheck[1].when.earliest == date(2025, 9, 29)


def test_a_component_can_be_pickled() -> None:
    component = ClaimcheckComponent("fr", "2025-10-01", "claims")
    restored = pickle.loads(pickle.dumps(component))  # noqa: S301  # our own
    assert restored.to_bytes() == component.to_bytes() != ClaimcheckComponent().to_bytes()


# ------------------------------------------------------------------ parse and entities

# Words, and the head and relation of each: with an amount as it is written, and as `extract` has it parsed.
ROWS = [
    ("Corvid invested 50 in Lumen .", [1, 1, 1, 4, 1, 1], ["nsubj", "ROOT", "obj", "case", "obl", "punct"]),
    ("Norrby paid 50 to Corvid .", [1, 1, 1, 4, 1, 1], ["nsubj", "ROOT", "obj", "case", "obl", "punct"]),
    ("The mill sold 50 to Lumen .", [1, 2, 2, 2, 5, 2, 2], ["det", "nsubj", "ROOT", "obj", "case", "obl", "punct"]),
    ("Corvid invested $ 50 million in Lumen .", [1, 1, 4, 4, 1, 6, 1, 1],
     ["nsubj", "ROOT", "compound", "nummod", "obj", "case", "obl", "punct"]),
    ("Norrby paid 50 boats to Corvid .", [1, 1, 3, 1, 5, 1, 1],
     ["nsubj", "ROOT", "nummod", "obj", "case", "obl", "punct"]),
    ("The mill sold 50 boats to Lumen .", [1, 2, 2, 4, 2, 6, 2, 2],
     ["det", "nsubj", "ROOT", "nummod", "obj", "case", "obl", "punct"]),
]  # fmt: skip


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> str:
    return train(ROWS, "rows", tmp_path_factory.mktemp("rows"))


def with_parse(nlp: Language, text: str, heads: list[int], deps: list[str]) -> Doc:
    """Return a Doc with that parse, and the tags of its words."""
    words = text.split()
    return Doc(nlp.vocab, words=words, heads=heads, deps=deps, pos=[TAG_OF.get(word, "NOUN") for word in words])


@pytest.mark.parametrize(
    "text",
    [
        "Norrby sold 50 boats to Corvid .",
        "The mill paid 50 boats to Lumen .",
        "Corvid invested $ 50 million in Lumen .",
        "The mill invested $ 50 million in Norrby .",
        "Norrby paid $50 million to Corvid.",
    ],
)
def test_a_trained_pipeline_sets_the_claims_that_extract_has_with_it(text: str, trained: str) -> None:
    nlp = spacy.load(trained)
    nlp.add_pipe("claimcheck")
    (claim,) = nlp(text)._.claimcheck
    assert [claim] == claimcheck.extract(text, language="en", model=trained)
    assert dict(claim.provenance) == {"subject": "order and parse", "object": "order and parse"}


def test_before_the_parser_there_is_no_parse(trained: str) -> None:
    nlp = spacy.load(trained)
    nlp.add_pipe("claimcheck", first=True)
    (claim,) = nlp("Norrby paid 50 boats to Corvid .")._.claimcheck
    assert dict(claim.provenance) == {"subject": "order", "object": "order"}


def test_a_parse_changes_nothing_but_roles(trained: str) -> None:
    """Even one that makes no sense, as that of articles by a pipeline trained on three sentences."""
    nlp = spacy.load(trained)
    nlp.add_pipe("claimcheck")
    fields = ("id", "kind", "start", "end", "text", "when", "sentence", "participants", "status", "attribution")
    for text in texts("en"):
        plain = claimcheck.extract(text, language="en", model="none")
        found = nlp(text)._.claimcheck
        assert [[getattr(claim, name) for name in fields] for claim in found] == [
            [getattr(claim, name) for name in fields] for claim in plain
        ]
        assert [claim for claim in found if claim.when] == [claim for claim in plain if claim.when]


UD = [1, 1, 4, 4, 1, 6, 1], ["nsubj", "ROOT", "compound", "nummod", "obj", "case", "obl"]
CLEARNLP = [1, 1, 4, 4, 1, 1, 5], ["nsubj", "ROOT", "quantmod", "compound", "dobj", "prep", "pobj"]
TIGER = [1, 1, 4, 4, 1, 1, 5], ["sb", "ROOT", "nk", "nk", "oa", "mo", "nk"]


@pytest.mark.parametrize(("heads", "deps"), [UD, CLEARNLP, TIGER])
def test_the_labels_of_a_parse_tell_their_scheme(heads: list[int], deps: list[str]) -> None:
    nlp = pipeline()
    parser = parser_of(with_parse(nlp, "Corvid invested $ 50 million in Lumen", heads, deps))
    assert parser is not None
    places = [(0, 6), (7, 15), (16, 28), (29, 31), (32, 37)]
    found = parser.parse(["Corvid", "invested", "50", "in", "Lumen"], places)
    tags, relations = ("PROPN", "VERB", "NOUN", "ADP", "PROPN"), ("nsubj", "root", "obj", "case", "obl")
    assert found == Parse(("Corvid", "invested", "million", "in", "Lumen"), tags, (1, 1, 1, 4, 1), relations)


@pytest.mark.parametrize(
    ("language", "doc_language", "subject", "provenance"),
    [
        ("en", "en", "Lumen", "parse against order"),
        ("en", "xx", "Lumen", "parse against order"),
        ("en", "de", "Corvid", "order"),
        ("xx", "en", "Lumen", "parse against order"),
    ],
)
def test_a_parse_is_used_for_its_language(language: str, doc_language: str, subject: str, provenance: str) -> None:
    """The parse is wrong on purpose, so that it shows."""
    nlp = pipeline(doc_language, language=language)
    deps = ["obl", "ROOT", "compound", "nummod", "obj", "case", "nsubj"]
    doc = nlp(with_parse(nlp, "Corvid invested $ 50 million in Lumen", UD[0], deps))
    (claim,) = doc._.claimcheck
    assert claim.subject == subject
    assert dict(claim.provenance)["subject"] == provenance


def test_a_parse_over_other_tokens_and_sentences_is_looked_up_by_place() -> None:
    nlp = pipeline()
    words = ["Norrby", "closed.", "Corvid", "invested", "$50", "million", "inLumen"]
    deps = ["nsubj", "ROOT", "nsubj", "ROOT", "nummod", "obj", "obl"]
    doc = Doc(nlp.vocab, words=words, heads=[1, 1, 3, 3, 5, 3, 3], deps=deps, pos=["PROPN", "VERB"] * 2 + ["NUM"] * 3)
    parser = parser_of(doc)
    assert parser is not None
    places = [(15, 21), (22, 30), (31, 42), (43, 45), (45, 50)]
    found = parser.parse(["Corvid", "invested", "50", "in", "Lumen"], places)
    assert [doc.text[start:end] for start, end in places] == ["Corvid", "invested", "$50 million", "in", "Lumen"]
    assert found.heads == (1, 1, 1, 1, 1)
    inside = parser.parse(["million"], [(35, 42)])  # its head is outside
    assert inside.heads == (0,)


@pytest.mark.parametrize(
    ("text", "entity", "label", "subject", "names"),
    [
        ("Nokia, hurt by falling orders, posted a loss of $3 million.", "Nokia", "ORG", "Nokia", ("Nokia", None)),
        ("adidas sold 40 boats.", "adidas", "ORG", "adidas", ("adidas", None)),
        ("Nokia, hurt by falling orders, posted a loss of $3 million.", "Nokia", "PRODUCT", "Nokia", (None, None)),
        ("Shares in lumen fell $3.", "lumen", "GPE", "Shares", (None, None)),
        (
            "Nokia, hurt by falling orders, posted a loss of $3 million. Nokia closed.",
            "Nokia",
            "ORG",
            "Nokia",
            (None, None),
        ),
        ("Farmers paid $3 million to arm.", "arm", "ORG", "Farmers", (None, None)),
        ("The firm Corvid sold 40 boats.", "firm", "ORG", "firm Corvid", ("Corvid", "Corvid")),
    ],
)
def test_entities_name_what_the_rules_cannot(
    text: str, entity: str, label: str, subject: str, names: tuple[str | None, str | None]
) -> None:
    """The names are those of the subject with the entity and without it."""
    nlp = pipeline()
    doc = nlp.make_doc(text)
    start = text.rindex(entity)
    span = doc.char_span(start, start + len(entity), label)
    assert span is not None
    doc.set_ents([span])
    claim = nlp(doc)._.claimcheck[0]
    (plain,) = claimcheck.extract(text, language="en", model="none")[:1]
    assert claim.subject == plain.subject == subject
    assert (claim.subject_name, plain.subject_name) == names


# ------------------------------------------------------------------ how it is found


def test_the_entry_point_makes_the_component() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    written = project["entry-points"]["spacy_factories"]["claimcheck"]
    assert EntryPoint("claimcheck", written, "spacy_factories").load() is spacy_component.make_component


def test_a_pipeline_finds_the_component_without_an_import(tmp_path: Path) -> None:
    """As installed: the entry point stands in the metadata of a package on the path.

    spaCy then imports the module with every pipeline, which must cost little where nobody asks for the component.
    """
    metadata = tmp_path / "claimcheck_door-1.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: claimcheck-door\nVersion: 1\n", encoding="utf-8")
    line = "[spacy_factories]\nclaimcheck = claimcheck.spacy_component:make_component\n"
    (metadata / "entry_points.txt").write_text(line, encoding="utf-8")
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "import spacy\n"
        "nlp = spacy.blank('en')\n"
        "assert 'claimcheck.pipeline' not in sys.modules\n"
        "nlp.add_pipe('claimcheck')\n"
        "import claimcheck.spacy_component\n"
        "spacy.blank('fr').add_pipe('claimcheck')\n"
        f"doc = nlp({PAID!r})\n"
        "print([span.text for span in doc.spans['claimcheck']])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "['$3 million', 'Monday']"


def test_loading_the_module_anew_is_harmless() -> None:
    old = spacy_component.make_component
    again = reload(spacy_component)
    assert again.make_component is not old
    assert len(pipeline()(PAID)._.claimcheck) == 2


def test_the_functions_read_what_the_extensions_read() -> None:
    doc = pipeline()(PAID)
    assert claims_of(doc) == doc._.claimcheck
    span: Span = doc.spans["claimcheck"][0]
    assert claim_of(span) == span._.claimcheck == doc._.claimcheck[0]


# ------------------------------------------------------------------ docs/spacy.md


def test_the_document_prints_what_it_says(monkeypatch: pytest.MonkeyPatch, trained: str) -> None:
    load = spacy.load
    monkeypatch.setattr(spacy, "load", lambda name: load(trained if name == "en_core_web_sm" else name))
    text = (ROOT / "docs" / "spacy.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```(?:\n\n```\n(.*?)```)?", text, re.DOTALL)
    names: dict[str, object] = {}
    for code, expected in blocks:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(code, names)  # noqa: S102  # our own
        assert printed.getvalue() == expected
    assert [bool(expected) for _, expected in blocks] == [True, True, True, False, True, False]
    assert isinstance(names["report"], claimcheck.Report)
    assert names["report"].problems == ()


def test_the_limits_are_as_they_are_told() -> None:
    doc = pipeline()(PAID)
    assert doc[2:6].as_doc()._.claimcheck == ()
    with pytest.warns(UserWarning, match="W102"):
        Doc.from_docs([doc, doc])
    merged = Doc.from_docs([doc, doc], exclude=["user_data"])  # type: ignore[call-arg]  # missing in its stub
    assert merged is not None
    assert merged._.claimcheck == ()
    with pytest.raises(ValueError, match="E107"):
        doc.to_json(underscore=["claimcheck"])
