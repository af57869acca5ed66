"""Phrases and clauses of a sentence, by rules over parts of speech: who does what to whom, as far as order tells.

A shallow parse in one pass over the tokens: noun phrases with the preposition before them, verb groups, and which of
them make a clause (chunks in the sense of Abney 1991). A sentence has a greatest length, which bounds its cost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.adapters.spacy import Token
from claimcheck.extract.syntax import Clause, NounPhrase, Syntax, VerbGroup, owner_of
from claimcheck.extract.tagging import tag
from claimcheck.extract.word_order import settle_order
from claimcheck.lang import Pack, Pos, VerbForm

__all__ = ["analyse"]

_STOPS = frozenset(";:—–!?.")
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_IN_PHRASE = Pos.NOUN | Pos.PROPN | Pos.NUM | Pos.POSS
_LINKS = frozenset("-/&")
_LONGEST = 12
"""Words of one noun phrase; a longer run is a list or a headline in capitals."""


def analyse(tokens: Sequence[Token], pack: Pack, known: Mapping[int, int], starts: frozenset[int]) -> Syntax:
    """Take a sentence apart.

    Args:
        tokens: those of the sentence.
        pack: the language pack.
        known: tokens whose part of speech is settled.
        starts: the first tokens of quantities.
    """
    return _Parser(tokens, pack, tag(tokens, pack, known), starts).syntax()


class _Parser:
    def __init__(self, tokens: Sequence[Token], pack: Pack, tags: Sequence[int], starts: frozenset[int]) -> None:
        self._tokens, self._pack, self._tags, self._starts = tokens, pack, tags, starts
        self._clause = Clause()
        self._phrases: list[NounPhrase] = []
        self._verbs: list[VerbGroup] = []
        self._case: int | None = None
        self._joined = False
        self._comma = False
        self._apart = False
        """Whether a comma has come since a clause was opened last."""
        self._last: NounPhrase | VerbGroup | None = None
        """The phrase or verb before, unless a comma, a time or a clause has come between."""
        self._outer: list[tuple[Clause, NounPhrase | VerbGroup | None]] = []
        may_be_finite = (at for at in range(len(tags) - 1, -1, -1) if tags[at] & Pos.AUX or self._is_sure(at))
        self._last_verb = next(may_be_finite, -1)
        """The last token that is surely a finite verb."""
        self._has_more = False
        """Whether such a verb is still to come."""
        self._waiting: dict[Clause, NounPhrase] = {}
        """The first phrase of each clause that may be its subject."""

    def syntax(self) -> Syntax:
        index = 0
        clauses: list[Clause] = []
        while index < len(self._tokens):
            index = self._step(index)
            clauses += [self._clause] * (index - len(clauses))
        settle_order(self._tokens, self._pack, self._phrases, self._verbs, self._starts)
        by_token = {at: phrase for phrase in self._phrases for at in range(phrase.first, phrase.end)}
        return Syntax(self._tags, self._phrases, self._verbs, clauses, by_token)

    def _step(self, index: int) -> int:
        pos, text = self._tags[index], self._tokens[index].text
        if pos & (Pos.AUX | Pos.VERB | Pos.PART):
            return self._verb_group(index)
        if pos & (_IN_PHRASE | Pos.DET | Pos.PRON) and not (pos & Pos.POSS):
            return self._noun_phrase(index)
        if pos & Pos.ADP:
            is_second = index > 0 and self._case == index - 1  # "according to"
            self._case = self._case if is_second else index
        elif pos & Pos.CCONJ:
            self._joined = True
        elif pos & Pos.SCONJ:
            self._open(Clause(parent=self._clause))
        elif pos & Pos.REL:
            is_other = self._case is not None or self._tokens[index].lower in self._pack.syntax.oblique
            antecedent = None if is_other else self._antecedent()  # "in which", "whom"
            self._open(Clause(is_relative=True, parent=self._clause, subject=antecedent))
        elif pos & Pos.TIME:
            self._case = self._last = None
        elif pos & Pos.PUNCT:
            self._sign(text)
        return index + 1

    def _sign(self, text: str) -> None:
        if text in _OPENING:
            self._outer.append((self._clause, self._last))
            self._open(Clause(parent=self._clause))
        elif text in _CLOSING and self._outer:
            self._clause, self._last = self._outer.pop()
            self._case, self._joined = None, False
        elif text in _STOPS:
            self._open(Clause())
        elif text == ",":
            self._apart = True
            self._comma, self._case, self._joined, self._last = True, None, False, None

    def _open(self, clause: Clause) -> None:
        self._clause, self._case, self._joined, self._comma, self._last = clause, None, False, False, None
        self._apart = False

    def _antecedent(self) -> NounPhrase | None:
        """Return what a relative pronoun speaks of: the noun phrase before it, after a comma too."""
        if isinstance(self._last, NounPhrase):
            return self._last
        phrase = self._clause.phrases[-1] if self._clause.phrases else None
        while (
            phrase is not None and phrase.host is not None and self._pack.syntax.is_head_first and self._is_of(phrase)
        ):
            phrase = phrase.host  # "o fundo da Noruega, que detém"
        return phrase

    def _is_of(self, phrase: NounPhrase) -> bool:
        case = phrase.case
        return case is not None and self._pack.is_of(self._tokens[case].lower)

    # ---------------------------------------------------------------- noun phrases

    def _noun_phrase(self, first: int) -> int:
        end = self._phrase_end(first)
        if all(self._tags[at] & (Pos.DET | Pos.QUOTE) for at in range(first, end)):
            return end  # "such" as
        is_pronoun = end == first + 1 and bool(self._tags[first] & Pos.PRON)
        phrase = NounPhrase(
            first, end, self._case, is_pronoun, self._tokens[first].lower in self._pack.syntax.oblique, self._joined
        )
        phrase.clause = self._clause
        phrase.verb = self._clause.verbs[-1] if self._clause.verbs else None
        if (
            self._case is None
            and first > 0
            and self._tags[first - 1] & Pos.TIME
            and self._may_be_preposition(first - 1)
        ):
            phrase.case = first - 1  # "two years after" the quake
        elif self._case is not None:
            phrase.host = self._last if isinstance(self._last, NounPhrase) else self._across_participle(phrase)
        elif self._is_genitive(first):
            phrase.case, phrase.host = first, self._last if isinstance(self._last, NounPhrase) else None
        elif self._joined and isinstance(self._last, NounPhrase):
            phrase.case = self._last.case  # "with Intel and AMD"
        self._clause.phrases.append(phrase)
        self._phrases.append(phrase)
        is_free = phrase.case is None and not phrase.is_oblique and not self._is_remark(phrase)
        if is_free and self._clause not in self._waiting and (phrase.verb is None or self._comma):
            self._waiting[self._clause] = phrase
        self._last, self._case, self._joined, self._comma = phrase, None, False, False
        return end

    def _may_be_preposition(self, index: int) -> bool:
        return bool(self._pack.syntax.small.get(self._tokens[index].lower, 0) & Pos.ADP)

    def _is_remark(self, phrase: NounPhrase) -> bool:
        """Whether a phrase is all that stands between a conjunction and a comma: "when complete," it opens."""
        is_all = phrase.first > 0 and bool(self._tags[phrase.first - 1] & Pos.SCONJ)
        return is_all and phrase.end < len(self._tokens) and self._tokens[phrase.end].text == ","

    def _across_participle(self, phrase: NounPhrase) -> NounPhrase | None:
        """Return the noun before a participle that an "of" reaches across: "un bénéfice consolidé de" 3 millions."""
        last, before = self._last, self._phrases[-1] if self._phrases else None
        is_participle = isinstance(last, VerbGroup) and not last.is_finite and last.end - last.first == 1
        is_tied = is_participle and before is not None and last is not None and before.end == last.first
        return before if is_tied and self._is_of(phrase) else None

    def _is_genitive(self, first: int) -> bool:
        """Whether a determiner right after a noun phrase does the work of "of": "die Zahl der Toten"."""
        last = self._last
        if not self._pack.syntax.is_verb_second or not self._tags[first] & Pos.DET or not isinstance(last, NounPhrase):
            return False
        return self._pack.is_of(self._tokens[first].lower) and last.end == first and not last.is_pronoun

    def _phrase_end(self, first: int) -> int:
        """Return the token after a noun phrase that starts at one."""
        if self._tags[first] & Pos.PRON:
            return first + 1
        index = first + 1
        while index < len(self._tokens) and index - first < _LONGEST and self._goes_on(first, index):
            index += 1
        return index

    def _goes_on(self, first: int, index: int) -> bool:
        """Whether a noun phrase that starts at one token goes on with another."""
        pos, before = self._tags[index], self._tags[index - 1]
        if pos & (Pos.NOUN | Pos.PROPN | Pos.NUM):
            return not (index in self._starts and self._is_full(first, index))
        if pos & Pos.POSS or (pos & Pos.DET and before & Pos.DET):
            return True
        is_link = self._tokens[index].text in _LINKS or pos & Pos.QUOTE or (pos & Pos.ADV and before & Pos.DET)
        return bool(is_link) and self._is_in_phrase(index + 1)

    def _is_in_phrase(self, index: int) -> bool:
        return index < len(self._tags) and bool(self._tags[index] & _IN_PHRASE)

    def _is_full(self, first: int, index: int) -> bool:
        """Whether the words before a quantity are a phrase of their own: "cost buyers $40", but "a record $40"."""
        opening, last = self._tokens[first], self._tokens[index - 1]
        if self._tags[index - 1] & (Pos.DET | Pos.POSS) or opening.lower in self._pack.articles:
            return False
        if any(tag & Pos.POSS for tag in self._tags[first:index]) or last.lower in self._pack.premodifiers:
            return False
        if self._pack.syntax.verb_form(last.lower) & (VerbForm.PARTICIPLE | VerbForm.GERUND):
            return False
        return bool(self._tags[index - 1] & Pos.PROPN) or self._pack.is_plural(last.text) or index - first > 1

    # ---------------------------------------------------------------- verbs

    def _verb_group(self, first: int) -> int:
        end, head, has_verb = self._verb_end(first)
        self._has_more = first < self._last_verb
        group = VerbGroup(first, end, head, self._is_finite(first, end), has_verb)
        if group.is_finite:
            self._finite(group)
        else:
            self._other(group)
        group.clause = self._clause
        self._clause.verbs.append(group)
        self._verbs.append(group)
        self._last, self._case, self._joined, self._comma = group, None, False, False
        return end

    def _verb_end(self, first: int) -> tuple[int, int, bool]:
        """Return the token after a verb group, the one that says what happens, and whether it is no auxiliary."""
        end = head = index = first
        while index < len(self._tokens):
            pos = self._tags[index]
            if pos & Pos.VERB:
                return index + 1, index, True
            if pos & (Pos.AUX | Pos.PART) and not (pos & Pos.PART and index > first):
                head, end = index, index + 1
            elif not pos & (Pos.ADV | Pos.QUOTE):
                break
            index += 1
        return end, head, False

    def _is_finite(self, first: int, end: int) -> bool:
        """Whether a verb group that starts at a token has a subject of its own."""
        pos, form = self._tags[first], self._pack.syntax.verb_form(self._tokens[first].lower)
        if pos & Pos.PART or form & VerbForm.GERUND:
            return False
        is_wanted = not form and first > 0 and bool(self._tags[first - 1] & (Pos.REL | Pos.PRON))
        if pos & Pos.AUX or is_wanted:
            return True  # what no list knows was taken for a verb because of the pronoun before it
        if self._pack.syntax.is_verb_second and form & VerbForm.INFINITIVE:
            is_followed = end < len(self._tags) and bool(self._tags[end] & (Pos.AUX | Pos.PART))
            return not self._clause.is_finite and not is_followed  # the plural: "investieren die Stadtwerke"
        is_bare = bool(form & VerbForm.PARTICIPLE) and not form & VerbForm.PRESENT
        is_finite = bool(form & (VerbForm.FINITE | VerbForm.PRESENT))
        return is_finite and not (is_bare and not self._may_be_finite())

    def _may_be_finite(self) -> bool:
        """Whether a form that may be a participle too ("founded") is the verb of its clause, or of one it opens."""
        last, clause = self._last, self._clause
        if not clause.is_finite:
            if isinstance(last, NounPhrase) and last.case is not None and self._apart and self._has_more:
                return False  # "households, according to a survey published in May, have"
            return clause in self._waiting or clause.subject is not None or isinstance(last, NounPhrase)
        is_first = self._pack.syntax.is_verb_second and clause.parent is not None and self._comma and last is None
        if self._joined or is_first:
            return True  # "weil der Preis steigt," verkauft die Firma
        is_free = not isinstance(last, NounPhrase) or not self._has_more
        if clause.is_relative and self._is_waiting(clause.parent) and is_free:
            return True  # "60% of those who voted" approved
        if self._said() is not None:
            return True
        return isinstance(last, NounPhrase) and last.case is None and last.is_pronoun

    def _said(self) -> NounPhrase | None:
        """Return the noun phrase after a verb of saying: "said profits" increased, "say the couple, in May," sold."""
        verb, last = self._clause.verbs[-1] if self._clause.verbs else None, self._last
        if verb is None or self._pack.attributions.get(self._tokens[verb.head].lower) is None:
            return None
        first = next((p for p in self._clause.phrases if p.verb is verb and p.case is None), None)
        return first if last is first or (last is None and self._apart) else None

    def _finite(self, group: VerbGroup) -> None:
        """Find the clause of a finite verb, and its subject."""
        if self._pack.syntax.is_verb_second and not self._joined:
            self._return()
        clause, last = self._clause, self._last
        if clause.is_finite and not self._joined:
            outer = clause.parent
            if clause.is_relative and outer is not None and self._is_waiting(outer):
                self._clause = outer  # "the firm that has a site in Velme" plans
            elif (said := self._said()) is not None:
                self._embed(said)
            elif isinstance(last, NounPhrase) and (
                last.case is None or last.is_joined or self._is_ambiguous(last.case)
            ):
                self._embed(last)
        clause = self._clause
        is_free = isinstance(last, NounPhrase) and last.is_pronoun and last.case is None and not clause.verbs
        if (
            isinstance(last, NounPhrase)
            and is_free
            and (not self._pack.syntax.is_head_first or clause not in self._waiting)
        ):
            clause.subject = last
        elif clause.subject is None or (
            clause.is_relative and not clause.verbs and not self._pack.syntax.is_verb_second
        ):
            waiting = self._waiting.get(clause)
            if waiting is not None and not (clause.is_relative and waiting.first in self._starts):
                clause.subject = waiting
            elif clause.subject is None and isinstance(last, NounPhrase) and self._is_ambiguous(last.case):
                clause.subject = last  # "after the firm bought": the preposition was a conjunction
        group.subject = clause.subject

    def _embed(self, subject: NounPhrase) -> None:
        """Open a clause whose subject was taken for an object: "said" profits rose."""
        outer, self._clause = subject.clause or self._clause, Clause(parent=self._clause, subject=subject)
        at = outer.phrases.index(subject)
        before = outer.phrases[at - 1] if at else None
        is_pair = before is not None and subject.is_joined and before.end == subject.first - 1
        if before is not None and is_pair and before.first and self._tokens[before.first - 1].text == ",":
            subject, at = before, at - 1  # ", Corvid and Lumen" met
            self._clause.subject = subject
        self._clause.phrases, outer.phrases = outer.phrases[at:], outer.phrases[:at]
        for phrase in self._clause.phrases:
            phrase.clause, phrase.verb = self._clause, None
        subject.case = None

    def _is_sure(self, index: int) -> bool:
        if not self._tags[index] & Pos.VERB:
            return False
        form = self._pack.syntax.verb_form(self._tokens[index].lower)
        return bool(form & VerbForm.FINITE) and not form & VerbForm.PARTICIPLE

    def _return(self) -> None:
        """Go back to the clause around one that has its verb, at the end: "Weil der Preis steigt, will der Konzern"."""
        inner, last = self._clause, self._last
        while self._clause.is_finite and self._clause.parent is not None:
            self._clause = self._clause.parent
        if isinstance(last, NounPhrase) and last.clause is inner is not self._clause and last.case is None:
            inner.phrases.remove(last)
            self._clause.phrases.append(last)
            last.clause, last.verb = self._clause, None
            self._waiting.setdefault(self._clause, last)

    def _is_waiting(self, clause: Clause | None) -> bool:
        """Whether a clause has a subject and no verb yet."""
        return clause is not None and not clause.is_finite and clause in self._waiting

    def _is_ambiguous(self, case: int | None) -> bool:
        small = self._pack.syntax.small
        return case is not None and bool(small.get(self._tokens[case].lower, 0) & Pos.SCONJ)

    def _other(self, group: VerbGroup) -> None:
        """Give an infinitive, participle or gerund its subject: the phrase right before it, else that of the clause."""
        last, verbs = self._last, self._clause.verbs
        form = self._pack.syntax.verb_form(self._tokens[group.first].lower)
        is_bound = bool(self._tags[group.first] & Pos.PART) or form == VerbForm.INFINITIVE
        is_bound = is_bound or (self._pack.syntax.is_verb_second and bool(verbs) and not verbs[-1].has_verb)
        owner = self._planner(last) if is_bound or self._case is not None else None
        if owner is not None:
            group.subject = owner
        elif isinstance(last, NounPhrase) and not is_bound and self._case is None and self._clause.is_finite:
            is_amount = last.first in self._starts and last.host is not None
            group.subject = last.host if is_amount else last  # "a deal of 10 years" covering
        else:
            group.subject = self._clause.subject or self._waiting.get(self._clause)

    def _planner(self, last: NounPhrase | VerbGroup | None) -> NounPhrase | None:
        """Return who a noun that an infinitive explains belongs to: "Lumen's plan to", "le projet de Lumen de"."""
        if not isinstance(last, NounPhrase):
            return None
        if (owner := owner_of(last, self._tags)) is not None:
            return owner
        is_named = bool(self._tags[last.first] & Pos.PROPN) and self._is_of(last)
        return last if is_named and self._pack.syntax.is_head_first else None
