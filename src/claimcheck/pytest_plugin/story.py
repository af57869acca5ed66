"""A folder of articles with its expectations: read, extracted and reconciled once, when first needed."""

from __future__ import annotations

import warnings
from collections import Counter, defaultdict
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimcheck.errors import InputError
from claimcheck.pytest_plugin.expectations import CLAIMS, Expectation, read_expectations
from claimcheck.pytest_plugin.judge import Span, aligned, locate
from claimcheck.pytest_plugin.show import ExpectationError, absent, shown_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcheck.config import Config
    from claimcheck.model import Article, Claim
    from claimcheck.report import Report

__all__ = ["Story", "quiet", "story_of"]


@contextmanager
def quiet() -> Iterator[None]:
    """Ignore what libraries announce to their own users: it is no error of a suite that turns warnings into errors."""
    with warnings.catch_warnings():
        for category in (DeprecationWarning, PendingDeprecationWarning, FutureWarning):
            warnings.simplefilter("ignore", category)
        yield


def story_of(folder: Path, config: pytest.Config) -> Story:
    """Return the story of a folder, the same one whenever it is asked for in a session.

    Raises:
        ConfigError: the settings of the project are wrong.
    """
    stories = config.stash.setdefault(_STORIES, {})
    if folder not in stories:
        with quiet():
            from claimcheck.config import Config  # noqa: PLC0415  # under quiet(), and only where there are files of ours

            stories[folder] = Story(folder, Config.load(config.rootpath))
    return stories[folder]


class Story:
    """One folder. Whatever fails once is not tried again: the same error is raised each time."""

    def __init__(self, folder: Path, config: Config) -> None:
        self.folder = folder
        self._config = config
        self._problems: list[InputError] = []
        self._are_problems_told = False

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """The articles by their ids, and by the names of files that hold one, with and without suffix."""
        with quiet():
            from claimcheck.pipeline import read  # noqa: PLC0415  # under quiet(), and slow to import

            found = read([self.folder], on_problem=self._problems.append, config=self._config)
        named = {article.id: article for article in found}
        of_file = Counter(article.path for article in found)
        for article in found:
            if article.path and of_file[article.path] == 1:
                path = Path(article.path)
                named.setdefault(path.stem, article)
                named.setdefault(path.name, article)
        return named

    @cached_property
    def claims_file(self) -> Sequence[Expectation] | InputError:
        """The expected claims and non_claims, checked against the articles; or what is wrong with the file."""
        try:
            expectations = read_expectations(self.folder / CLAIMS)
            for expectation in expectations:
                self.span(expectation)
        except InputError as error:
            return error
        return expectations

    @property
    def expected_claims(self) -> dict[str, Expectation]:
        """The expected claims by their ids.

        Raises:
            InputError: claims.toml is wrong.
        """
        if isinstance(self.claims_file, InputError):
            raise self.claims_file
        return {row.name: row for row in self.claims_file if row.table == "claim"}

    def article(self, expectation: Expectation) -> Article:
        """Return the article that an expectation speaks of.

        Raises:
            InputError: there is none; names the expectation.
        """
        if expectation.article in self.articles:
            return self.articles[expectation.article]
        for problem in self._problems:
            if problem.path and expectation.article in {Path(problem.path).stem, Path(problem.path).name}:
                line = f"line {problem.line}: " if problem.line else ""
                raise expectation.wrong(f'the article "{expectation.article}" cannot be used: {line}{problem.message}')
        raise expectation.wrong(f'there is no article "{expectation.article}" in {shown_path(self.folder)}')

    def span(self, expectation: Expectation) -> Span:
        """Return where the words of an expectation stand.

        Raises:
            InputError: they are not in the article, or not so often; names the expectation.
        """
        span = locate(self.article(expectation).text, expectation.text, expectation.nth)
        if span is None:
            raise expectation.wrong(absent(expectation.text, expectation.nth, f'the article "{expectation.article}"'))
        return span

    @property
    def report(self) -> Report:
        """What claimcheck says on the folder.

        Raises:
            ClaimcheckError: it cannot say anything, such as for want of the pipeline that the settings name.
        """
        outcome = self._outcome
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    @cached_property
    def _outcome(self) -> Report | Exception:
        articles = {article.id: article for article in self.articles.values()}
        with quiet():
            from claimcheck.pipeline import reconcile  # noqa: PLC0415  # slow to import

            try:
                return reconcile(articles.values(), config=self._config, problems=self._problems)
            except Exception as error:  # noqa: BLE001  # whatever it is, each test that needs the report shows it
                return error

    def untold_problems(self) -> Sequence[InputError]:
        """Return the inputs that could not be used, the first time that they are asked for."""
        told, self._are_problems_told = self._are_problems_told, True
        return () if told else self.report.problems

    def usable(self, expectation: Expectation) -> Article:
        """Return the article of an expectation as the report has it.

        Raises:
            ExpectationError: the article was left out of the report.
        """
        article = self.article(expectation)
        for known in self.report.articles:
            if known.id == article.id:
                return known
        said = [str(problem) for problem in self.report.problems if problem.path in {article.path, article.id}]
        raise ExpectationError(f'the article "{article.id}" was left out', said)

    def claims_in(self, article: Article) -> list[Claim]:
        """Return the claims of one article."""
        return [claim for claim in self.report.claims if claim.article == article.id]

    @cached_property
    def found(self) -> Mapping[str, Claim]:
        """The claim that stands for each expected one, by its id; those that are missing are left out."""
        wanted: defaultdict[str, dict[str, tuple[Span, str | None]]] = defaultdict(dict)
        for name, row in self.expected_claims.items():
            wanted[self.article(row).id][name] = self.span(row), row.values.get("kind")
        found: dict[str, Claim] = {}
        for article, names in wanted.items():
            found |= aligned(names, [claim for claim in self.report.claims if claim.article == article])
        return found


_STORIES: pytest.StashKey[dict[Path, Story]] = pytest.StashKey()
