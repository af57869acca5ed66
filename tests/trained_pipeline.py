"""A small trained pipeline, for the tests of what a parser tells."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import spacy
from spacy.training import Example
from thinc.api import fix_random_seed

__all__ = ["TAG_OF", "Rows", "train"]

TAGS = {"VERB": "invested paid sold", "PROPN": "Corvid Lumen Norrby", "ADP": "in to", "DET": "The",
        "NOUN": "mill boats million", "NUM": "50", "SYM": "$", "PUNCT": "."}  # fmt: skip
TAG_OF = {word: tag for tag, words in TAGS.items() for word in words.split()}

Rows = Sequence[tuple[str, list[int], list[str]]]
"""Words, and the head and relation of each."""


def train(rows: Rows, name: str, folder: Path) -> str:
    """Train a pipeline on a few sentences; return the folder that it is saved to."""
    fix_random_seed(0)
    pipeline = spacy.blank("en", meta={"name": name, "version": "0.0.1"})
    pipeline.add_pipe("morphologizer")
    pipeline.add_pipe("parser", config={"min_action_freq": 1})
    examples = [
        Example.from_dict(
            pipeline.make_doc(text), {"heads": heads, "deps": deps, "pos": [TAG_OF[word] for word in text.split()]}
        )
        for text, heads, deps in rows
    ]
    optimizer = pipeline.initialize(lambda: examples)
    for _ in range(40):
        pipeline.update(examples, sgd=optimizer)
    pipeline.to_disk(folder)
    return str(folder)
