"""The `claimcheck` fixture: the library for tests of one's own, and assertions that fail with the words in question."""

from __future__ import annotations

from datetime import date as Date  # noqa: N812  # the public argument is called date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from claimcheck.errors import InputError
from claimcheck.model import Article, RelationKind, Severity, Verdict
from claimcheck.pytest_plugin.judge import JUDGED, aligned, locate, overlapping
from claimcheck.pytest_plugin.show import absent, quoted, unfound, unmet
from claimcheck.pytest_plugin.story import quiet
from claimcheck.report import words
from claimcheck.report.quote import visible

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal
    from typing import Unpack

    from claimcheck.config import Config
    from claimcheck.model import Claim, Relation
    from claimcheck.pipeline import Comparison
    from claimcheck.report import Report

__all__ = ["ClaimcheckFixture", "Expected"]


class Expected(TypedDict, total=False):
    """What can be expected of a claim; what is left out is not judged, but for a value without bound: it is exact."""

    kind: str
    value: Decimal | float
    low: Decimal | float
    high: Decimal | float
    unit: str | list[str]
    bound: str
    earliest: Date
    latest: Date
    per: str | list[str]
    status: str


class ClaimcheckFixture:
    """What the fixture `claimcheck` gives a test.

    Args:
        folder: what paths are relative to.
        root: where the search for the settings of the project starts.
    """

    def __init__(self, folder: Path, root: Path) -> None:
        self._folder = folder
        self._root = root

    @cached_property
    def config(self) -> Config:
        """The settings of the project, from `[tool.claimcheck]`."""
        with quiet():
            from claimcheck.config import Config  # noqa: PLC0415  # under quiet()

            return Config.load(self._root)

    def read(self, path: str | Path) -> Article:
        """Read a file with one article.

        Raises:
            InputError: it cannot be used, or holds several.
        """
        articles = self._read([path])
        if len(articles) > 1:
            raise InputError(f"holds {len(articles)} articles; reconcile() takes them all", str(path))
        return articles[0]

    def extract(self, article: Article | str, *, language: str | None = None, date: Date | None = None) -> list[Claim]:
        """Return the claims of an article or of a text.

        Raises:
            ClaimcheckError: its language has no pack, or the pipeline that the settings name cannot be used.
        """
        settings = self.config.merged(language=language, date=date)
        with quiet():
            from claimcheck.pipeline import extract  # noqa: PLC0415  # under quiet(), and slow to import

            return extract(article, language=settings.language, date=settings.date, model=settings.model)

    def reconcile(self, *sources: str | Path | Article) -> Report:
        """Reconcile articles, files and folders.

        Raises:
            ClaimcheckError: one of them cannot be used.
        """
        given = [source for source in sources if isinstance(source, Article)]
        articles = given + self._read(source for source in sources if not isinstance(source, Article))
        with quiet():
            from claimcheck.pipeline import reconcile  # noqa: PLC0415  # under quiet(), and slow to import

            report = reconcile(articles, config=self.config)
        if report.problems:
            raise report.problems[0]
        return report

    def compare(self, a: str, b: str, *, language: str | None = None, date: Date | None = None) -> Comparison:
        """Compare two texts.

        Raises:
            ClaimcheckError: the language of one has no pack.
        """
        settings = self.config.merged(language=language, date=date)
        with quiet():
            from claimcheck.pipeline import compare  # noqa: PLC0415  # under quiet(), and slow to import

            found = compare(a, b, language=settings.language, date=settings.date)
        if found.report.problems:
            raise found.report.problems[0]
        return found

    def assert_claim(self, source: Article | str, quote: str, *, nth: int = 1, **expected: Unpack[Expected]) -> Claim:
        """Return the claim that these words of an article or text make, if it is as expected.

        Raises:
            AssertionError: there is none, or it differs; with quotes.
            TypeError: something is expected that claims do not have.
            ValueError: `nth` counts from 1.
        """
        __tracebackhide__ = True
        unknown = expected.keys() - set(JUDGED)
        if unknown:
            raise TypeError(f"a claim has no {', '.join(sorted(unknown))}, only {', '.join(JUDGED)}")
        article = Article("text", source) if isinstance(source, str) else source
        span = locate(article.text, quote, nth)
        if span is None:
            raise _failed(absent(quote, nth, visible(article.name)))
        claims = self.extract(article)
        claim = aligned({quote: (span, expected.get("kind"))}, claims).get(quote)
        if claim is None:
            raise _failed(*unfound(article, span, claims))
        if (wrong := unmet(article, span, expected, claim)) is not None:
            raise _failed(*wrong)
        return claim

    def assert_no_conflict(self, report: Report) -> None:
        """Pass where nothing is in conflict.

        Raises:
            AssertionError: something is; quotes all of it.
        """
        __tracebackhide__ = True
        findings = [finding for finding in report.findings if finding.severity is Severity.CONFLICT]
        told = {finding.fact for finding in findings}
        silent = [fact for fact in report.facts if fact.verdict is Verdict.CONFLICT and fact.id not in told]
        conflicts = [(f"{finding.why} {finding.code}", finding.claims) for finding in findings]
        conflicts += [(fact.label, fact.claims) for fact in silent]
        if conflicts:
            lines = [line for why, claims in conflicts for line in ["", visible(why), *_quotes(report, claims)]]
            raise _failed(words.count(len(conflicts), "conflict"), lines)

    def assert_conflict(self, report: Report, quote_a: str, quote_b: str) -> None:
        """Pass where two quotes, each from any of the articles, are in conflict.

        Raises:
            AssertionError: they are not; says how they stand to each other.
        """
        __tracebackhide__ = True
        of_a, of_b = _claims_of(report, quote_a), _claims_of(report, quote_b)
        pairs = [(a, b) for a in of_a for b in of_b if a.id != b.id]
        if any(_are_in_conflict(report, a, b) for a, b in pairs):
            return
        if not pairs:
            raise _failed("both quotes are one claim", _quotes(report, [of_a[0].id]))
        a, b = next(((a, b) for a, b in pairs if report.fact_of(a.id) is report.fact_of(b.id)), pairs[0])
        raise _failed(_standing(report, a, b), _quotes(report, [a.id, b.id]))

    def _read(self, paths: Iterable[str | Path]) -> list[Article]:
        problems: list[InputError] = []
        with quiet():
            from claimcheck.pipeline import read  # noqa: PLC0415  # under quiet(), and slow to import

            articles = read([self._folder / path for path in paths], on_problem=problems.append, config=self.config)
        if problems:
            raise problems[0]
        return articles


def _failed(headline: str, lines: Iterable[str] = ()) -> AssertionError:
    return AssertionError("\n".join([headline, *lines]))


def _claims_of(report: Report, quote: str) -> list[Claim]:
    """Return the claims at every place where some words stand.

    Raises:
        AssertionError: there are no such words, or no claim is in them.
    """
    __tracebackhide__ = True
    found: dict[str, Claim] = {}
    place = None
    for article in report.articles:
        claims = [claim for claim in report.claims if claim.article == article.id]
        nth = 1
        while (span := locate(article.text, quote, nth)) is not None:
            place = place or (article, span, claims)
            found |= {claim.id: claim for claim in overlapping(span, claims)}
            nth += 1
    if place is None:
        raise _failed(f'"{visible(quote)}" is in none of the articles')
    if not found:
        raise _failed(*unfound(*place))
    return list(found.values())


def _are_in_conflict(report: Report, a: Claim, b: Claim) -> bool:
    """Whether two claims are of positions that contradict each other."""
    relation = _relation(report, a, b)
    return relation is not None and relation.relation is RelationKind.CONFLICT


def _relation(report: Report, a: Claim, b: Claim) -> Relation | None:
    """Return how the positions of two claims stand to each other, None where they have one, or are of two facts."""
    fact = report.fact_of(a.id, b.id)
    return None if fact is None else fact.relation(a.id, b.id)


def _standing(report: Report, a: Claim, b: Claim) -> str:
    relation = _relation(report, a, b)
    if relation is not None:
        return f"no conflict, but {relation.relation}: {visible(relation.why)}"
    if report.fact_of(a.id) is not report.fact_of(b.id):
        return "no conflict: claimcheck takes them for two facts"
    return "no conflict: they say the same"


def _quotes(report: Report, claims: Iterable[str]) -> list[str]:
    lines = []
    for claim in map(report.claim, dict.fromkeys(claims)):
        where, *quote = quoted(report.article(claim.article), (claim.start, claim.end), claim.sentence)
        lines += [f"{where}  {words.value(claim)}", *quote]
    return lines
