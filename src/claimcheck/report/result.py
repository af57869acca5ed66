"""The result of a run, and the doors to every form it can be given out in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar, overload

from claimcheck.model import Article, Claim, Fact, Finding, Link, Severity
from claimcheck.report import layout, words
from claimcheck.report.selection import wanted_codes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import networkx as nx

    from claimcheck.errors import InputError
    from claimcheck.model import Evidence
    from claimcheck.report.explanation import Explanation

__all__ = ["FORMATS", "Report"]

FORMATS = (
    "text",
    "json",
    "html",
    "markdown",
    "jsonl",
    "csv",
    "parquet",
    "sarif",
    "github",
    "graphml",
    "nodelink",
    "jsonld",
)
"""The formats, by the names that users give them; each is the function `render` of the module of that name."""


@dataclass(frozen=True, slots=True, repr=False)
class Report(Sequence[Finding]):
    """What several articles claim, linked, compared and explained: a sequence of findings.

    `problems` are the inputs that could not be used; the report speaks of the others only. `models` are the
    trained pipelines that helped, with their versions. `agreement` says of each source, for those that share a fact
    with another, on what share of these facts it is with the consensus, from 0 to 1.

    >>> report = Report((), (), (), (), ())
    >>> report, len(report), report.worst
    (<Report: 0 articles, 0 claims, 0 facts, 0 conflicts>, 0, None)
    """

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    problems: tuple[InputError, ...] = ()
    models: tuple[str, ...] = ()
    agreement: Mapping[str, float] = field(default_factory=dict)
    weigh: Callable[[Claim, Claim], tuple[Evidence, ...]] | None = field(default=None, compare=False)
    """Weighs two claims, for `explain`; of claims that are never compared it has no evidence."""
    _articles: Mapping[str, Article] = field(init=False, compare=False)
    _claims: Mapping[str, Claim] = field(init=False, compare=False)
    _facts: Mapping[str, Fact] = field(init=False, compare=False)
    _fact_of: Mapping[str, Fact] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "facts", tuple(fact.within(self) for fact in self.facts))
        for name, records in (("_articles", self.articles), ("_claims", self.claims), ("_facts", self.facts)):
            object.__setattr__(self, name, {record.id: record for record in records})
        object.__setattr__(self, "_fact_of", {claim: fact for fact in self.facts for claim in fact.claims})

    def __reduce__(self) -> tuple[type[Report], tuple[Any, ...]]:
        return Report, tuple(getattr(self, known.name) for known in fields(self) if known.init)

    def __len__(self) -> int:
        return len(self.findings)

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Finding, ...]: ...
    def __getitem__(self, index: int | slice) -> Finding | tuple[Finding, ...]:
        return self.findings[index]

    def __repr__(self) -> str:
        counts = ((self.articles, "article"), (self.claims, "claim"), (self.facts, "fact"))
        parts = [words.count(len(records), noun) for records, noun in counts]
        return f"<Report: {', '.join(parts)}, {words.count(layout.conflicts(self), 'conflict')}>"

    def _repr_html_(self) -> str:
        from claimcheck.report import html  # noqa: PLC0415

        return html.summary(self)

    @property
    def worst(self) -> Severity | None:
        """The gravest severity among the findings, None without findings."""
        return max((finding.severity for finding in self.findings), key=lambda severity: severity.gravity, default=None)

    def article(self, identifier: str) -> Article:
        """Return the article with this id.

        Raises:
            KeyError: the report holds no such article.
        """
        return _look_up(self._articles, identifier, "article")

    def claim(self, identifier: str) -> Claim:
        """Return the claim with this id.

        Raises:
            KeyError: the report holds no such claim.
        """
        return _look_up(self._claims, identifier, "claim")

    def fact(self, identifier: str) -> Fact:
        """Return the fact with this id.

        Raises:
            KeyError: the report holds no such fact.
        """
        return _look_up(self._facts, identifier, "fact")

    def fact_of(self, claim: str, *others: str) -> Fact | None:
        """Return the fact that the claims with these ids are of, None where they are of several or of none."""
        fact = self._fact_of.get(claim)
        return fact if all(self._fact_of.get(other) is fact for other in others) else None

    def explain(self, claim_a: str, claim_b: str) -> Explanation:
        """Return what speaks for and against two claims being of one fact, as a waterfall, and what came of it.

        Args:
            claim_a: the id of a claim.
            claim_b: the id of another.

        Raises:
            KeyError: the report holds no such claim.
            ValueError: the claims are of two kinds or units, which are never compared, or the report was not made by
                `reconcile`, so that there is nothing to weigh with.
        """
        from claimcheck.report import explanation  # noqa: PLC0415

        return explanation.explain(self, self.claim(claim_a), self.claim(claim_b))

    def rows(self) -> list[dict[str, Any]]:
        """Return one flat row for each claim, ready for a data frame; numbers stay Decimal and days stay dates."""
        from claimcheck.report import claim_rows  # noqa: PLC0415

        return claim_rows.rows(self)

    def to_graph(self) -> nx.Graph[str]:
        """Return the claims as nodes and the links as edges, with plain attributes that every graph file can hold."""
        from claimcheck.report import graph  # noqa: PLC0415

        return graph.build(self)

    def render(self, form: str) -> str | bytes:
        """Write the report in a format; Parquet is bytes, all others are text.

        Args:
            form: one of `FORMATS`.

        Raises:
            ValueError: there is no such format.
            MissingExtraError: the format needs a package that is not installed.
        """
        if form not in FORMATS:
            raise ValueError(f"no format {form!r}; there are {', '.join(FORMATS)}")
        written: str | bytes = import_module(f"claimcheck.report.{form}").render(self)
        return written

    def selected(self, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Report:
        """Return the report with only those findings whose codes are wanted, and without facts that lose all of theirs.

        With `select`, facts that no finding is on are left out too.

        Args:
            select: codes or their beginnings ("CC1") to keep, by default all.
            ignore: codes or their beginnings to leave out; the longer of two that fit decides.

        Raises:
            ValueError: one of the two is no list, or holds what no code begins with.
        """
        kept_codes, left_out = wanted_codes(select) or ("",), wanted_codes(ignore)

        def fit(code: str, wanted: Sequence[str]) -> int:
            return max((len(part) for part in wanted if code.startswith(part)), default=-1)

        def is_wanted(code: str) -> bool:
            return fit(code, kept_codes) > fit(code, left_out)

        findings = tuple(finding for finding in self.findings if is_wanted(finding.code))
        kept = {finding.fact for finding in findings}
        lost = {finding.fact for finding in self.findings} - kept
        facts = (fact for fact in self.facts if (fact.id in kept if select else fact.id not in lost))
        return replace(self, findings=findings, facts=tuple(facts))

    def to_frame(self, backend: str = "pandas") -> Any:
        """Return the claims as a data frame of the library that is named: "pandas", "polars", "pyarrow" and others.

        Raises:
            ValueError: there is no such library, or its data frames hold no rows of their own.
            ClaimcheckError: the library is not installed.
            MissingExtraError: pyarrow or narwhals is not installed.
        """
        from claimcheck.report import frame  # noqa: PLC0415

        return frame.build(self, backend)

    def plot(self, fact: str | None = None) -> Any:
        """Draw sources by facts, coloured by verdict, as an altair chart; or one fact, its values on one axis.

        Args:
            fact: the id of a fact.

        Raises:
            KeyError: the report holds no such fact.
            MissingExtraError: altair is not installed.
        """
        from claimcheck.report import plot  # noqa: PLC0415

        return plot.overview(self) if fact is None else plot.of_fact(self, self.fact(fact))

    def plot_links(self) -> Any:
        """Draw the graph of `to_graph` as an altair chart: linked claims as points, links as lines.

        Raises:
            MissingExtraError: altair is not installed.
        """
        from claimcheck.report import plot  # noqa: PLC0415

        return plot.links(self)

    def fact_html(self, fact: Fact) -> str:
        """Write one fact as a notebook shows it: its findings, and who says what."""
        from claimcheck.report import html  # noqa: PLC0415

        return html.fact(self, fact)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Give the claims to pandas, polars, DuckDB and other readers of Arrow, a row each; needs pyarrow."""
        from claimcheck.report import arrow  # noqa: PLC0415

        return arrow.table(self).__arrow_c_stream__(requested_schema)

    def to_text(self, width: int = 80, *, colour: bool = False) -> str:
        """Write the report for a terminal.

        Args:
            width: columns to fill; below 60 the lines get uncomfortably short.
            colour: add colour and bold; without it the claims are marked by signs.
        """
        from claimcheck.report import text  # noqa: PLC0415

        return text.render(self, width, colour=colour)

    def to_json(self) -> str:
        """Write the report as JSON that follows the shipped JSON Schema `schema/report-1.json`."""
        from claimcheck.report import json  # noqa: PLC0415

        return json.render(self)

    def to_html(self) -> str:
        """Write the report as one HTML page that needs nothing else; its script is only for comfort."""
        from claimcheck.report import html  # noqa: PLC0415

        return html.render(self)


_Record = TypeVar("_Record")


def _look_up(records: Mapping[str, _Record], identifier: str, noun: str) -> _Record:
    try:
        return records[identifier]
    except KeyError:
        some: Iterable[str] = list(records)[:5]
        raise KeyError(f"no {noun} {identifier!r} in this report; it starts with {', '.join(some) or 'none'}") from None
