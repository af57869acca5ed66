"""`claimcheck compare`: how two sentences stand to each other."""

from enum import StrEnum
from typing import Annotated

import typer

from claimcheck.cli.options import CLEAN, ERROR, FINDINGS, ConfigFile, Date, FailOnOption, Language, configured
from claimcheck.cli.output import complain, finish, write
from claimcheck.config import Config

__all__ = ["compare"]


class _Form(StrEnum):
    """How a comparison is written."""

    TEXT = "text"
    JSON = "json"


def compare(  # noqa: PLR0913  # one parameter for each option
    text_a: Annotated[str, typer.Argument(metavar="TEXT", help="A sentence, or a few.")],
    text_b: Annotated[str, typer.Argument(metavar="TEXT", help="Another.")],
    *,
    format_: Annotated[_Form, typer.Option("--format", help="How to write it.")] = _Form.TEXT,
    fail_on: FailOnOption = None,
    date: Date = None,
    language: Language = None,
    config: ConfigFile = None,
) -> None:
    """Compare what two texts claim: agree, compatible, refines, refined_by, update, conflict or unrelated."""
    finish(lambda: _run(text_a, text_b, configured(config, fail_on=fail_on, date=date, language=language), format_))


def _run(text_a: str, text_b: str, settings: Config, form: _Form) -> int:
    from claimcheck import pipeline  # noqa: PLC0415  # imports spaCy

    found = pipeline.compare(text_a, text_b, config=settings)
    for problem in found.report.problems:
        complain(problem)
    if form is _Form.JSON:
        import json  # noqa: PLC0415

        said = {"relation": found.relation, "type": found.type, "why": found.why}
        write(json.dumps(said, ensure_ascii=False, indent=2), None)
    else:
        kind = f" ({found.type})" if found.type else ""
        write(f"{found.relation}{kind}: {found.why}", None)
    return ERROR if found.report.problems else FINDINGS if settings.fail_on.reached(found.severity) else CLEAN
