"""Parts of speech without a trained model: small words from the pack, verbs by form and place, the rest nouns.

The tags are coarse, after Universal Dependencies (Nivre et al. 2020), where adjectives go with their nouns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.adapters.spacy import Token
from claimcheck.lang import Pack, Pos, VerbForm

__all__ = ["tag"]

_NOMINAL = Pos.NOUN | Pos.PROPN | Pos.NUM
_OPENS_PHRASE = Pos.DET | Pos.NUM | Pos.PROPN | Pos.PRON
_LESS = VerbForm.PARTICIPLE | VerbForm.GERUND
_CLAUSE = 16
"""Tokens looked over for the verb of a clause."""
_CLAUSE_ENDS = frozenset(",;:")
_RUN = 5
"""Words of the longest object that is looked at for its plural."""
_SURE = VerbForm.FINITE | VerbForm.PARTICIPLE
_HYPHENS = frozenset("-‐‑")
_QUOTES = frozenset({*"\"'“”‘’„«»‹›`", "''", "``"})
_PREFERRED = (Pos.ADP, Pos.SCONJ, Pos.CCONJ, Pos.DET, Pos.PRON, Pos.AUX, Pos.PART)
_SENTENCE_ENDS = frozenset(".!?")
_BEHIND_VERB = Pos.ADP | Pos.TIME | Pos.DET | Pos.NUM | Pos.PUNCT
"""What may follow the verb of a short sentence."""
_CLEAR = Pos.ADV | Pos.QUOTE
"""What one looks through for the neighbours of a word."""
_OPEN = Pos.NOUN | Pos.VERB | Pos.ADV
"""What may be another part of speech all the same by its neighbours."""


def tag(tokens: Sequence[Token], pack: Pack, known: Mapping[int, int]) -> list[int]:
    """Return the part of speech of each token.

    Args:
        tokens: those of a sentence.
        pack: the language pack.
        known: tokens whose tag is settled: of quantities, times and names.
    """
    return _Tagger(tokens, pack, known).tags()


class _Tagger:
    def __init__(self, tokens: Sequence[Token], pack: Pack, known: Mapping[int, int]) -> None:
        self._tokens, self._pack, self._syntax, self._known = tokens, pack, pack.syntax, known
        hyphens = (index for index, token in enumerate(tokens) if token.text in _HYPHENS)
        self._glued = {index + 1 for index in hyphens if self._joins(index)}
        """The words that are the second part of one with a hyphen: "mid-sized"."""
        self._may = [self._candidates(index) for index in range(len(tokens))]
        self._tags: list[int] = []

    def tags(self) -> list[int]:
        for index, may in enumerate(self._may):
            self._tags.append(self._settle(index, may))
        if not any(tag & (Pos.VERB | Pos.AUX) for tag in self._tags):
            self._find_verb()
        return self._tags

    def _find_verb(self) -> None:
        """Take the last present form after a noun for the verb of a sentence that has none: "The line reopens on".

        Only where a present form may be a noun by itself, and not in headlines and captions, which need no verb.
        """
        if self._syntax.has_infinitives or not self._tokens or self._tokens[-1].text not in _SENTENCE_ENDS:
            return
        for index in range(len(self._tags) - 1, 0, -1):
            is_after_noun = self._tags[index] == Pos.NOUN and self._tags[index - 1] & (Pos.NOUN | Pos.PROPN)
            if is_after_noun and self._may[index] & Pos.VERB and self._after(index) & _BEHIND_VERB:
                self._tags[index] = Pos.VERB
                return

    def _candidates(self, index: int) -> int:
        """Return what a word may be by itself."""
        token = self._tokens[index]
        if (known := self._known.get(index)) is not None:
            return known
        if index in self._glued:
            return Pos.NOUN
        if token.text in _HYPHENS:
            return Pos.NOUN if index + 1 in self._glued else Pos.PUNCT
        if (small := self._syntax.small.get(token.lower)) is not None:
            return small
        if not token.text[0].isalnum():
            if token.text in _QUOTES:
                return Pos.QUOTE
            return Pos.NOUN if token.text[-1].isalpha() and len(token.text) > 1 else Pos.PUNCT
        if token.text[0].isdigit():
            return Pos.NUM
        form = self._syntax.verb_form(token.lower)
        if form and not (self._pack.has_capitals and index and token.is_capitalised):
            return Pos.VERB if form & _SURE and not form & VerbForm.PRESENT else Pos.VERB | Pos.NOUN
        is_adverb = token.lower.endswith(self._syntax.adverb_endings) and token.lower not in self._syntax.nouns
        return Pos.ADV if is_adverb and token.lower not in self._pack.premodifiers else Pos.NOUN

    def _settle(self, index: int, may: int) -> int:
        if not may & _OPEN and may.bit_count() <= 1:
            return may
        if may & Pos.VERB:
            if self._tags and self._tags[-1] & self._after(index) & Pos.TIME:
                return Pos.TIME  # "the quarter ended March 31"
            return Pos.VERB if self._is_verb(index) else Pos.NOUN
        if may == Pos.NOUN and self._is_after_nominative(index):
            return Pos.NOUN if self._after(index) & (Pos.VERB | Pos.AUX) else Pos.VERB
        if may == Pos.NOUN and self._tags and self._tags[-1] == Pos.REL and self._after(index) & (Pos.DET | Pos.NUM):
            return Pos.VERB  # "qui rabote le plancher"
        if may & Pos.ADV and self._is_trend(index):
            return Pos.VERB
        if may.bit_count() <= 1:
            return may
        return self._settle_small(index, may)

    def _before(self, index: int) -> int:
        """Return the tag before a token, past adverbs and quotation marks."""
        index -= 1
        while index >= 0 and self._tags[index] & _CLEAR:
            index -= 1
        return self._tags[index] if index >= 0 else Pos.PUNCT

    def _after(self, index: int) -> int:
        """Return what the word after a token may be, past adverbs and quotation marks."""
        index += 1
        while index < len(self._may) and not self._may[index] & ~_CLEAR:
            index += 1
        return self._may[index] if index < len(self._may) else Pos.PUNCT

    def _is_after_nominative(self, index: int) -> bool:
        """Whether a pronoun that only a subject is stands before, so that a verb no list has follows: "it orbits"."""
        if not index or self._may[index - 1] != Pos.PRON or self._syntax.is_verb_second:
            return False
        is_governed = index > 1 and bool(self._tags[index - 2] & Pos.ADP)
        return not is_governed and self._tokens[index - 1].lower not in self._syntax.oblique

    def _is_trend(self, index: int) -> bool:
        """Whether a word of direction stands in for a verb: "shares up 4 percent"."""
        if not self._after(index) & Pos.NUM or not self._before(index) & (Pos.NOUN | Pos.PROPN):
            return False
        return self._is_direction(index) and not self._has_finite(index)

    def _is_direction(self, index: int) -> bool:
        lower = self._tokens[index].lower if index < len(self._tokens) else ""
        words = self._pack.quantities
        before = self._tokens[index - 1].lower if index else ""
        return words.trend.single(lower) is not None and words.phrasal.get(f"{before} {lower}") is None

    def _joins(self, index: int) -> bool:
        """Whether nothing stands around a sign between two words."""
        if not 0 < index < len(self._tokens) - 1:
            return False
        first, sign, second = self._tokens[index - 1 : index + 2]
        return first.end == sign.start and sign.end == second.start

    # ---------------------------------------------------------------- small words

    def _settle_small(self, index: int, may: int) -> int:
        """Choose among the parts of speech of a small word by its neighbours."""
        before, after = self._before(index), self._after(index)
        if may & Pos.PART and self._is_infinitive(index + 1) and not before & Pos.DET:
            return Pos.PART
        if may & Pos.REL and self._is_relative(index, may, before, after):
            return Pos.REL
        if may & Pos.AUX and may & Pos.DET:
            return Pos.DET if after & Pos.NOUN and not before & (_NOMINAL | Pos.PRON) else Pos.AUX
        if may & Pos.SCONJ and may & Pos.ADP and self._syntax.is_verb_second:
            is_apart = index > 0 and self._tokens[index - 1].text == ","
            return Pos.SCONJ if is_apart or self._opens_infinitive(index) else Pos.ADP
        if may & Pos.SCONJ and not may & Pos.ADP:
            is_clause = bool(before & (Pos.VERB | Pos.AUX) or after & (Pos.DET | Pos.PRON))
            if is_clause or not may & Pos.DET:
                return Pos.SCONJ
        if may & Pos.DET and may & Pos.ADP:
            is_article = bool(before & Pos.VERB) and self._pack.is_of(self._tokens[index].lower)
            is_tie = bool(before & _NOMINAL or after & Pos.NUM) or self._is_infinitive(index + 1)
            is_tie = is_tie and not is_article  # "mettre des centaines"
            return Pos.ADP if is_tie else Pos.DET
        if may & Pos.DET and may & Pos.PRON:
            return (
                Pos.PRON
                if self._is_verb_next(index, before, after) or not after & (_NOMINAL | Pos.DET | Pos.VERB)
                else Pos.DET
            )
        if may & Pos.ADV and may & (Pos.ADP | Pos.DET):
            other = Pos.ADP if may & Pos.ADP else Pos.DET
            return other if after & (_NOMINAL | Pos.DET | Pos.PRON | Pos.TIME) else Pos.ADV
        return next((pos for pos in _PREFERRED if may & pos), may)

    def _is_verb_next(self, index: int, before: int, after: int) -> bool:
        """Whether a verb comes next, before which a pronoun stands and no determiner: "veulent les finaliser"."""
        form = self._syntax.verb_form(self._tokens[index + 1].lower) if index + 1 < len(self._tokens) else 0
        if form == VerbForm.INFINITIVE:
            return bool(before & (Pos.VERB | Pos.AUX | Pos.ADP))
        return bool(after & Pos.AUX) or (
            bool(after & Pos.VERB) and not after & Pos.NOUN and form != VerbForm.PARTICIPLE
        )

    def _is_relative(self, index: int, may: int, before: int, after: int) -> bool:
        """Whether a word that may be a relative pronoun is one here."""
        if index > 0 and self._tokens[index - 1].text == ",":
            return not (may & Pos.DET and self._syntax.is_verb_second and self._opens_main(index))
        if may & Pos.DET:
            is_clear = bool(after & (Pos.VERB | Pos.AUX | Pos.PRON | Pos.DET | Pos.PROPN))
            return bool(before & _NOMINAL) and is_clear and not self._syntax.is_verb_second
        return bool(before & (_NOMINAL | Pos.DET)) or (bool(before & Pos.ADP) and not may & Pos.SCONJ)

    def _opens_main(self, index: int) -> bool:
        """Whether what a comma and a determiner open is no relative clause: its verb does not end it, or none comes."""
        for at in range(index + 1, min(index + _CLAUSE, len(self._may))):
            if self._may[at] == Pos.PUNCT:
                return True  # ", der Chef des Konzerns,"
            is_finite = bool(self._syntax.verb_form(self._tokens[at].lower) & VerbForm.FINITE)
            if self._may[at] & Pos.AUX or (self._may[at] & Pos.VERB and is_finite):
                return not self._after(at) & (Pos.PUNCT | Pos.CCONJ | Pos.VERB | Pos.AUX)
        return True

    def _opens_infinitive(self, index: int) -> bool:
        """Whether an infinitive with its mark comes before any other verb: "om 3 miljard te investeren"."""
        for at in range(index + 1, min(index + _CLAUSE, len(self._may))):
            if self._may[at] & Pos.PART and self._is_infinitive(at + 1):
                return True
            if self._may[at] in {Pos.VERB, Pos.AUX} or self._tokens[at].text in _CLAUSE_ENDS:
                return False
        return False

    def _is_infinitive(self, index: int) -> bool:
        """Whether the next word past adverbs is the bare form of a verb."""
        while index < len(self._may) and self._may[index] & _CLEAR and not self._may[index] & Pos.VERB:
            index += 1
        if index >= len(self._may) or index in self._known:
            return False
        lower = self._tokens[index].lower
        form = self._syntax.verb_form(lower)
        is_bare = bool(form & VerbForm.PRESENT) and not self._syntax.has_infinitives
        is_bare = is_bare and not self._pack.is_plural(lower)
        return is_bare or bool(form & VerbForm.INFINITIVE) or bool(self._may[index] & Pos.AUX)

    # ---------------------------------------------------------------- verbs

    def _is_verb(self, index: int) -> bool:
        """Whether a word that may be a verb is one here."""
        lower = self._tokens[index].lower
        form, before, after = self._syntax.verb_form(lower), self._before(index), self._after(index)
        bare = VerbForm.INFINITIVE if self._syntax.has_infinitives else VerbForm.PRESENT
        if before & (Pos.AUX | Pos.PART) and (form & bare or self._is_after_copula(index)):
            return True
        if lower in self._syntax.nouns and not after & _OPENS_PHRASE:
            return False
        if before & (Pos.AUX | Pos.PART):
            return True
        if form & VerbForm.PRESENT:
            return self._is_present(index, form, before, after)
        if form & VerbForm.INFINITIVE:
            return not before & Pos.DET
        if form & VerbForm.GERUND:
            is_inside = bool(before & _NOMINAL) and after == Pos.NOUN and self._tags[index - 1] != Pos.ADV
            is_described = index > 0 and self._tokens[index - 1].lower in self._pack.premodifiers  # "a new footing"
            return not (before & (Pos.DET | Pos.POSS) or is_inside or is_described)
        if form & VerbForm.PARTICIPLE:
            if before & (Pos.DET | Pos.POSS | Pos.ADP):
                return False
            is_before_noun = bool(after & Pos.NOUN) and not after & (Pos.VERB | Pos.ADP)
            return bool(form & VerbForm.FINITE) or not (before & (Pos.VERB | Pos.CCONJ) and is_before_noun)
        return not before & (Pos.DET | Pos.POSS | Pos.ADP)

    def _is_after_copula(self, index: int) -> bool:
        """Whether a form of "be" is the last word before a token that is no adverb: "are still" living."""
        at = index - 1
        while at > 0 and self._tags[at] & _CLEAR:
            at -= 1
        return at >= 0 and self._tokens[at].lower in self._syntax.copulas

    def _is_present(self, index: int, form: int, before: int, after: int) -> bool:
        """Whether a word that may be a present form or a noun is a verb here."""
        if self._tags and self._tags[-1] & Pos.PRON:
            return True
        if before & (Pos.DET | Pos.ADP | Pos.POSS | Pos.VERB):
            return False
        if before & (Pos.PUNCT | Pos.CCONJ | Pos.SCONJ):
            return self._resumes(index, before, after)
        if before & Pos.REL:
            return True
        if self._has_finite(index):
            return False
        if before & Pos.NUM:
            is_past = bool(form & VerbForm.FINITE) and self._ends_in_name(index + 1)  # "of 4.6" hit southern Leeds
            return is_past or bool(after & (Pos.DET | Pos.PRON))  # "12 firms" see the
        if before & Pos.PROPN:
            is_past = bool(form & VerbForm.FINITE) and bool(after & Pos.NOUN)  # "Lumen cut costs"
            is_headline = is_past or (after == Pos.NOUN and self._pack.is_plural(self._tokens[index].text))
            return is_headline or bool(after & (_OPENS_PHRASE | Pos.PART | Pos.SCONJ | Pos.ADP | Pos.TIME))
        return self._agrees(index, form, after)

    def _resumes(self, index: int, before: int, after: int) -> bool:
        """Whether a verb goes on after a comma or "and": "the firm, based in Velme, makes a", "builds and sells 3"."""
        if not index or not (after & (Pos.DET | Pos.NUM | Pos.PRON) or self._leads_to(index + 1)):
            return False
        if before & Pos.CCONJ:
            return Pos.VERB in self._tags
        return self._tokens[index - 1].text == "," and not self._has_finite(index)

    def _agrees(self, index: int, form: int, after: int) -> bool:
        """Whether a form goes with the noun before it in number, and with what follows as a verb does."""
        if form & VerbForm.FINITE and self._ends_in_name(index + 1):
            return True
        is_plural = self._pack.is_plural(self._tokens[index - 1].text)
        is_alike = is_plural == self._pack.is_plural(self._tokens[index].text)
        if not form & VerbForm.FINITE and is_alike != self._syntax.is_head_first:
            return False  # in English the verb has its s where the noun has none
        opens = bool(after & _OPENS_PHRASE) or self._leads_to(index + 1)
        opens = opens and not self._is_direction(index + 1)  # "shares" up 4 percent
        following = index + 1 < len(self._may) and self._may[index + 1]
        is_part = bool(following) and bool(following & Pos.PART) and self._is_infinitive(index + 2)
        is_object = bool(following) and bool(following & Pos.NOUN) and self._is_plural_run(index + 1)
        is_singular = not is_plural and bool(is_object)  # "the firm builds homes"
        return opens or is_part or is_singular or (is_plural and bool(after & (Pos.ADP | Pos.TIME)))

    def _is_plural_run(self, index: int) -> bool:
        """Whether the nouns from a token on end in a plural: "mid-sized engines"."""
        end = index
        while end < min(index + _RUN, len(self._may)) and self._may[end] & Pos.NOUN:
            end += 1
        return self._pack.is_plural(self._tokens[end - 1].text)

    def _ends_in_name(self, index: int) -> bool:
        """Whether the nouns from a token on lead to a name, and no verb follows: "southern Leeds"."""
        end = index
        while end < min(index + _RUN, len(self._may)) and end not in self._known and self._may[end] & Pos.NOUN:
            end += 1
        if end == index or self._known.get(end) != Pos.PROPN:
            return False
        while self._known.get(end) == Pos.PROPN:
            end += 1
        return end >= len(self._may) or not self._may[end] & (Pos.VERB | Pos.AUX)

    def _leads_to(self, index: int) -> bool:
        """Whether a preposition, other than "of", stands at a token with a number after it: "drops" to 87."""
        while index + 1 < len(self._may) and self._may[index] == Pos.ADV:
            index += 1
        if index + 1 >= len(self._may) or not self._may[index] & Pos.ADP:
            return False
        return not self._pack.is_of(self._tokens[index].lower) and bool(self._after(index) & Pos.NUM)

    def _has_finite(self, index: int) -> bool:
        """Whether the clause up to a token has its verb already; what a comma parts from it may be a participle."""
        has_comma = False
        for at in range(index - 1, max(-1, index - _CLAUSE), -1):
            lower = self._tokens[at].lower
            if self._syntax.small.get(lower, 0) & (Pos.SCONJ | Pos.REL) or lower in {";", ":"}:
                return False
            if self._tags[at] & Pos.AUX:
                return True
            has_comma = has_comma or lower == ","
            is_apart = has_comma or at == 0 or self._tokens[at - 1].text == ","
            is_reduced = is_apart and bool(self._syntax.verb_form(lower) & _LESS)
            if self._tags[at] & Pos.VERB and not is_reduced:
                return True
        return False
