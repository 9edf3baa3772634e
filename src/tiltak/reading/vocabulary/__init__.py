"""The words plans use: loaded from vocabulary.toml, extended by a council, asked by the rules.

Shared by reading and writing: a reader asks what a word means, a writer which word to use.
"""

from tiltak.reading.vocabulary.fact_words import FACT_ROLES, Fact
from tiltak.reading.vocabulary.head_words import Head
from tiltak.reading.vocabulary.level_words import CONTAINER, LEVELS, Label
from tiltak.reading.vocabulary.patterns import alternatives, whole_words
from tiltak.reading.vocabulary.vocabulary import Vocabulary

__all__ = [
    "CONTAINER",
    "FACT_ROLES",
    "LEVELS",
    "Fact",
    "Head",
    "Label",
    "Vocabulary",
    "alternatives",
    "whole_words",
]
