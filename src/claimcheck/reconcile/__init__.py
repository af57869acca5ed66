"""The reconcile stage: from groups of claims to facts with relations, derivations and findings."""

from claimcheck.reconcile.columns import compare_records
from claimcheck.reconcile.facts import reconcile_facts
from claimcheck.reconcile.judgement import Setting, lies_within
from claimcheck.reconcile.letter import judge_to_the_letter
from claimcheck.reconcile.voices import Voices, voices_of

__all__ = ["Setting", "Voices", "compare_records", "judge_to_the_letter", "lies_within", "reconcile_facts", "voices_of"]
