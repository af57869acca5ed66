"""The spaCy component "claimcheck": the claims of a Doc, as spans of its tokens and as records.

`nlp.add_pipe("claimcheck")` finds it by its entry point, or once this module is imported. docs/spacy.md tells the rest.

spaCy imports the module of every entry point with the first pipeline of a process, whether or not it is used. So what
takes time to load, the other stages above all, is imported where it is needed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from spacy.language import Language
from spacy.tokens import Doc, Span

from claimcheck.adapters.parser import NO_MODEL, parser_of
from claimcheck.errors import ConfigError, LanguageError

if TYPE_CHECKING:
    from datetime import date as Date  # noqa: N812  # the setting is called date

    from pydantic import TypeAdapter

    from claimcheck.model import Claim

__all__ = ["ClaimcheckComponent", "claim_of", "claims_of", "make_component"]

_NAME = "claimcheck"
"""Of the component, of its extensions, of its spans, and of what it keeps in `doc.user_data`."""
_DAY = "claimcheck.date"
"""Where `doc.user_data` may hold the day of publication."""
_FROM_TEXT = "xx"
"""What spaCy calls the language of a pipeline for several."""
_ACTORS = frozenset({"PERSON", "PER", "ORG", "GPE", "LOC", "FAC"})
"""Labels of the entities that can be a subject or object, in the schemes of spaCy's pipelines."""


class ClaimcheckComponent:
    """Sets the claims of each Doc that it is called with.

    Args:
        language: the language of all Docs, by its code; "xx" to tell it from each text.
        date: the day of publication of Docs that bring none, as ISO 8601.
        spans_key: where `doc.spans` gets the spans.

    Raises:
        ConfigError: there is no language pack, or no such day.
    """

    def __init__(self, language: str = _FROM_TEXT, date: str | None = None, spans_key: str = _NAME) -> None:
        self._set(language, date, spans_key)
        # By force, because a second component, or this module loaded anew, sets them again.
        Doc.set_extension(_NAME, getter=claims_of, force=True)
        Span.set_extension(_NAME, getter=claim_of, force=True)

    def _set(self, language: str, date: str | None, spans_key: str) -> None:
        from claimcheck.config import Config  # noqa: PLC0415

        code = _FROM_TEXT
        if language.partition("-")[0] != _FROM_TEXT:
            try:
                code = Config(language=language).language or _FROM_TEXT
            except ConfigError as error:
                raise ConfigError(f"{error}; {_FROM_TEXT!r} has the language told from each text") from error
        self._language, self._date, self._spans_key = code, _day(date), spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Set the claims of a Doc, and their spans.

        Raises:
            LanguageError: the language told from its text has no pack.
            ConfigError: its day of publication is none.
        """
        from claimcheck.pipeline import extract  # noqa: PLC0415

        language = None if self._language == _FROM_TEXT else self._language
        day = _day(doc.user_data.get(_DAY)) or self._date
        try:
            found = extract(doc.text, language=language, date=day, model=parser_of(doc) or NO_MODEL)
        except LanguageError as error:  # its message tells of options that a pipeline does not have
            raise LanguageError(
                f"the language told from the text of a Doc has no pack; there are {', '.join(_codes())}"
            ) from error
        actors = _actors(doc)
        claims = [_with_names(claim, actors) for claim in found]
        doc.user_data[_NAME] = {claim.id: _written(claim) for claim in claims}
        doc.spans[self._spans_key] = [_span(claim, doc) for claim in claims]
        return doc

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:  # noqa: ARG002  # which spaCy passes
        """Return the settings, for `nlp.to_bytes`.

        There is no `to_disk`: `nlp.to_disk` writes them to the config of the pipeline, and what is read back from
        another file would undo the settings that a user gives to `spacy.load`.
        """
        day = None if self._date is None else self._date.isoformat()
        return json.dumps({"language": self._language, "date": day, "spans_key": self._spans_key}).encode()

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Self:  # noqa: ARG002  # which spaCy passes
        """Take over the settings that `to_bytes` returned."""
        self._set(**json.loads(data))
        return self


@Language.factory(
    _NAME,
    default_config={"language": None, "date": None, "spans_key": _NAME},
    assigns=["doc.spans", "doc._.claimcheck", "span._.claimcheck"],
)
def make_component(
    nlp: Language,
    name: str,  # noqa: ARG001  # spaCy requires it of a factory
    language: str | None,
    date: str | None,
    spans_key: str,
) -> ClaimcheckComponent:
    """Make the component of a pipeline, for the pipeline's own language unless the settings name another.

    Raises:
        ConfigError: there is no language pack, or no such day.
    """
    return ClaimcheckComponent(language or nlp.lang or _FROM_TEXT, date, spans_key)


def _codes() -> tuple[str, ...]:
    """Return the codes of the languages that there are."""
    from claimcheck.lang import available  # noqa: PLC0415

    return available()


def _day(written: Date | str | None) -> Date | None:
    """Return a day of publication.

    Raises:
        ConfigError: it is none.
    """
    from claimcheck.config import Config  # noqa: PLC0415

    return Config(date=written).date  # type: ignore[arg-type]  # which it reads from a text


def claims_of(doc: Doc) -> tuple[Claim, ...]:
    """Return the claims of a Doc in the order of its text: `doc._.claimcheck`, made anew each time."""
    return tuple(_read(row) for row in doc.user_data.get(_NAME, {}).values())


def claim_of(span: Span) -> Claim | None:
    """Return the claim of a span that the component set, None for any other: `span._.claimcheck`."""
    row = span.doc.user_data.get(_NAME, {}).get(span.id_)
    return None if row is None else _read(row)


def _span(claim: Claim, doc: Doc) -> Span:
    """Return the whole tokens of a claim."""
    return doc.char_span(  # type: ignore[return-value]  # None is for offsets outside the text
        claim.start, claim.end, claim.kind.upper(), alignment_mode="expand", span_id=claim.id
    )


@cache
def _adapter() -> TypeAdapter[Claim]:
    from pydantic import TypeAdapter  # noqa: PLC0415

    from claimcheck.model import Claim  # noqa: PLC0415

    return TypeAdapter(Claim)


def _written(claim: Claim) -> dict[str, Any]:
    """Return a claim as plain values, which every format of spaCy's can hold."""
    row: dict[str, Any] = _adapter().dump_python(claim, mode="json", exclude_defaults=True)
    if "context" in row:
        row["context"].sort()  # a set has another order in each process, and a Doc should have the same bytes
    return row


def _read(row: Mapping[str, Any]) -> Claim:
    return _adapter().validate_python(row)


def _actors(doc: Doc) -> list[tuple[int, int, str]]:
    """Return the offsets and words of the entities that can be a subject or object."""
    found = (entity for entity in doc.ents if entity.label_ in _ACTORS)
    return [(entity.start_char, entity.end_char, " ".join(entity.text.split())) for entity in found]


def _with_names(claim: Claim, actors: Sequence[tuple[int, int, str]]) -> Claim:
    """Give the subject and object the entity that stands in their words, where the rules see no name there.

    They cannot tell whether the first word of a sentence is a name: "Nokia, hurt by falling orders, posted a loss".
    """
    within = [text for start, end, text in actors if claim.sentence[0] <= start and end <= claim.sentence[1]]
    if not within:
        return claim
    return replace(
        claim,
        subject_name=claim.subject_name or _name_in(claim.subject, within),
        object_name=claim.object_name or _name_in(claim.object, within),
    )


def _name_in(words: str | None, names: Sequence[str]) -> str | None:
    """Return the first of some names that is among the words of a role."""
    return next((name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words or "")), None)
