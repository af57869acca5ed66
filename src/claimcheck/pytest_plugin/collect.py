"""The tests that pytest collects: one for each expected claim, non_claim and fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claimcheck.errors import ClaimcheckError, InputError, InputWarning
from claimcheck.pytest_plugin.edit import rewrite
from claimcheck.pytest_plugin.expectations import CLAIMS, Expectation, near, read_expectations
from claimcheck.pytest_plugin.judge import Check, overlapping, rewritten
from claimcheck.pytest_plugin.show import (
    ExpectationError,
    differences,
    quoted,
    shown_path,
    table,
    unfound,
    unmet,
    value,
)
from claimcheck.pytest_plugin.story import Story, story_of
from claimcheck.report import words
from claimcheck.report.quote import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from claimcheck.model import Claim, Fact

__all__ = ["ExpectationFile"]


class ExpectationFile(pytest.File):
    """A claims.toml or facts.toml.

    Args:
        changes: collects a line for each expectation that is rewritten.
        options: what pytest gives every node.
    """

    def __init__(self, *, changes: list[str], **options: Any) -> None:
        super().__init__(**options)
        self._changes = changes

    def collect(self) -> Iterable[pytest.Item]:
        """Return a test for each row.

        Raises:
            CollectError: the file, or the settings of the project, are wrong.
        """
        try:
            story = story_of(self.path.parent, self.config)
            expectations = self._expectations(story)
        except ClaimcheckError as error:
            raise self.CollectError(visible(str(error))) from None
        for expectation in expectations:
            kind = _ITEMS[expectation.table]
            item = kind.from_parent(
                self, name=expectation.name, expectation=expectation, story=story, changes=self._changes
            )
            if "skip" in expectation.values:
                item.add_marker(pytest.mark.skip(reason=expectation.values["skip"]))
            if "xfail" in expectation.values:
                item.add_marker(pytest.mark.xfail(reason=expectation.values["xfail"]))
            yield item

    def _expectations(self, story: Story) -> Sequence[Expectation]:
        if self.path.name == CLAIMS:
            if isinstance(story.claims_file, InputError):
                raise story.claims_file
            return story.claims_file
        expectations = read_expectations(self.path)
        if not (self.path.parent / CLAIMS).is_file():
            raise InputError(f"there is no {CLAIMS} beside it, whose claims it could join", shown_path(self.path))
        if not isinstance(story.claims_file, InputError):  # else that file tells its own mistake, once
            _check_claims(expectations, story)
        return expectations


def _check_claims(facts: Iterable[Expectation], story: Story) -> None:
    known = story.expected_claims
    for fact in facts:
        for name in fact.claims:
            if name not in known:
                raise fact.wrong(f'{CLAIMS} has no claim "{name}"{near(name, known)}')


class _ExpectationItem(pytest.Item):
    """One row.

    Args:
        expectation: the row.
        story: the folder that it is in.
        changes: collects a line for each expectation that is rewritten.
        options: what pytest gives every node.
    """

    def __init__(self, *, expectation: Expectation, story: Story, changes: list[str], **options: Any) -> None:
        super().__init__(**options)
        self.expectation = expectation
        self.story = story
        self._changes = changes

    def check(self) -> None:
        """Compare; raises ExpectationError where the expectation does not hold."""
        raise NotImplementedError

    def runtest(self) -> None:
        """Compare, and rewrite the expectation where that is asked for and possible."""
        for problem in self.story.untold_problems():
            self.warn(InputWarning(visible(str(problem))))
        try:
            self.check()
        except ExpectationError as unmet:
            where = f"{shown_path(self.path)}:{self.expectation.line}"
            try:
                is_rewritten = self._is_rewritten(unmet)
            except ExpectationError as refused:
                raise ExpectationError(f"{unmet.headline}; {refused.headline}", unmet.lines).at(where) from None
            if not is_rewritten:
                raise unmet.at(where) from None

    def _is_rewritten(self, unmet: ExpectationError) -> bool:
        """Rewrite the expectation, unless nobody asks for it or a person has to."""
        is_asked = self.config.getoption("--claimcheck-update") and "xfail" not in self.expectation.values
        if not is_asked or not unmet.changes:
            return False
        self._changes += rewrite(self.expectation, unmet.changes)
        return True

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show what is wrong with the articles or the expectation, without the Python in between."""
        error = excinfo.value
        if not isinstance(error, ClaimcheckError | InputWarning):
            return super().repr_failure(excinfo, style)
        shown = excinfo.getrepr(style="value", chain=False)
        if shown.reprcrash is not None:  # what the summary, junit xml and --tb=line show
            headline = error.headline if isinstance(error, ExpectationError) else str(error)
            place = f"{shown_path(self.path)}:{self.expectation.line}: "
            shown.reprcrash.path = shown_path(self.path)
            shown.reprcrash.lineno = self.expectation.line
            shown.reprcrash.message = headline.removeprefix(place)
        return shown

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return where the expectation stands."""
        return self.path, self.expectation.line - 1, self.name


class ClaimItem(_ExpectationItem):
    """A claim that is expected."""

    def check(self) -> None:
        """Compare every key that is written.

        Raises:
            ExpectationError: there is no claim, or it differs.
        """
        article = self.story.usable(self.expectation)
        span = self.story.span(self.expectation)
        claims, claim = self.story.claims_in(article), self.story.found.get(self.expectation.name)
        if claim is None:
            headline, lines = unfound(article, span, claims)
            here = {found.id for found in overlapping(span, claims)}
            takers = [name for name, taken in self.story.found.items() if taken.id in here]
            headline = f"the claim here stands for {takers[0]} already" if takers else headline
            raise ExpectationError(headline, ["", *lines])
        if (wrong := unmet(article, span, self.expectation.values, claim)) is not None:
            headline, lines = wrong
            raise ExpectationError(headline, ["", *lines], rewritten(self.expectation.values, claim))


class NonClaimItem(_ExpectationItem):
    """Words that look like a claim and are none."""

    def check(self) -> None:
        """Look for claims that share a character with the words, and that no expected claim accounts for.

        Raises:
            ExpectationError: there is one.
        """
        article = self.story.usable(self.expectation)
        span = self.story.span(self.expectation)
        accounted = {claim.id for claim in self.story.found.values()}
        over = [claim for claim in overlapping(span, self.story.claims_in(article)) if claim.id not in accounted]
        if not over:
            return
        why = self.expectation.values.get("why")
        headline = f"read as a {over[0].kind}, and is no claim" + (f": {visible(why)}" if why else "")
        checks = [Check("claim", None, f"{claim.kind}: {words.value(claim)}", is_right=False) for claim in over]
        raise ExpectationError(headline, ["", *quoted(article, span, over[0].sentence), *table(checks)])


class FactItem(_ExpectationItem):
    """A fact that several claims speak of."""

    def check(self) -> None:
        """Compare the claims that are together, and what is said of them.

        Raises:
            ExpectationError: a claim is missing, they are of several facts, or the fact is judged otherwise.
        """
        wanted, found = self.expectation.values, self.story.found
        expected = self.story.expected_claims
        missing = [name for name in self.expectation.claims if name not in found]
        if missing:
            lines = [line for name in missing for line in self._place_of(expected[name])]
            raise ExpectationError(f"no claim is found for {', '.join(missing)}", lines)
        claims = {name: found[name] for name in self.expectation.claims}
        facts = {name: self.story.report.fact_of(claim.id) for name, claim in claims.items()}
        ids = dict.fromkeys(fact.id if fact else None for fact in facts.values())
        if len(ids) > 1:
            lines = [line for id_ in ids for line in self._group(claims, facts, id_)]
            raise ExpectationError(f"its claims are of {len(ids)} facts", lines)
        fact = next(iter(facts.values()))
        checks = [check for check in self._checks(fact) if check.key in wanted]
        if all(check.is_right for check in checks):
            return
        wrong = {check.key: check.found for check in checks if not check.is_right}
        quotes = [line for name, claim in claims.items() for line in self._quote(name, claim)]
        said = [finding.why for finding in self.story.report.findings if fact and finding.fact == fact.id]
        changes = wrong if fact and wrong.keys() <= {"verdict", "conflict_type"} else None
        raise ExpectationError(differences(checks), [*quotes, "", *table(checks), *map(visible, said)], changes)

    def _checks(self, fact: Fact | None) -> list[Check]:
        wanted = self.expectation.values
        found = {key: getattr(fact, key, None) for key in ("kind", "verdict", "conflict_type")}
        checks = [Check(key, wanted.get(key), stated, wanted.get(key) == stated) for key, stated in found.items()]
        formula = wanted.get("derivation")
        said = [finding.derivation for finding in self.story.report.findings if finding.derivation]
        is_said = any(str(formula) in derivation for derivation in said)
        return [*checks, Check("derivation", formula, formula if is_said else said or None, is_said)]

    def _place_of(self, expected: Expectation) -> list[str]:
        return ["", *quoted(self.story.article(expected), self.story.span(expected))]

    def _group(self, claims: dict[str, Claim], facts: dict[str, Fact | None], id_: str | None) -> list[str]:
        fact = next(fact for fact in facts.values() if (fact.id if fact else None) == id_)
        heading = f"{visible(fact.label)} ({fact.verdict}):" if fact else "of no fact:"
        quotes = [line for name, claim in claims.items() if facts[name] is fact for line in self._quote(name, claim)]
        return ["", heading, *quotes[1:]]

    def _quote(self, name: str, claim: Claim) -> list[str]:
        article = self.story.report.article(claim.article)
        where, *lines = quoted(article, (claim.start, claim.end), claim.sentence)
        return ["", f"{where}  {name}: {value('', words.value(claim))}", *lines]


_ITEMS: dict[str, type[_ExpectationItem]] = {"claim": ClaimItem, "non_claim": NonClaimItem, "fact": FactItem}
