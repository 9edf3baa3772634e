"""The words that come with the program, from vocabulary.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Words:
    """All words by their use. `levels` and `columns`: role → words; `words`: the rest by section;
    `preferred`: (level, language) → the word a writer uses."""

    levels: Mapping[str, tuple[str, ...]]
    columns: Mapping[str, tuple[str, ...]]
    words: Mapping[str, Any]
    preferred: Mapping[tuple[str, str], str]


def load() -> Words:
    """Read the file."""
    raw = tomllib.loads(files("tiltak.reading").joinpath("vocabulary.toml").read_text("utf-8"))
    source = raw.pop("levels")
    levels = {
        level: tuple(dict.fromkeys(word for words in languages.values() for word in words))
        for level, languages in source.items()
    }
    preferred = {
        (level, language): words[0]
        for level, languages in source.items()
        for language, words in languages.items()
    }
    columns = {role: tuple(section["words"]) for role, section in raw.pop("columns").items()}
    return Words(levels=levels, columns=columns, words=raw, preferred=preferred)
