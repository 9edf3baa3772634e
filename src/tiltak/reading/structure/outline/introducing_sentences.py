"""Sentences between the word for measures and the table or list of them: no measures themselves.

Habits read: "Tabellen viser tiltaka. Beløpa er i tusen kroner." or "1 = skal gjerast, 2 = bør
gjerast" above a table; "Under står tiltaka i prioritert rekkjefølgje." above a list with marks.
"""

from collections.abc import Sequence

from tiltak.reading.blocks import TableBlock, TextBlock
from tiltak.reading.structure.columns.by_heads import read_columns
from tiltak.reading.structure.outline.entry import IN_AREA, Entry, is_marked
from tiltak.reading.vocabulary import Vocabulary

_ENDS = (".", ":")
_FIRST_WORDS = 3


def take_introducing_sentences(entries: Sequence[Entry], vocabulary: Vocabulary) -> None:
    """Give the kind "prose" to them."""
    for index, entry in enumerate(entries):
        label = entry.label
        if entry.kind not in ("label", "heading") or label is None or label.level not in IN_AREA:
            continue
        if not label.alone:
            continue
        sentences, below = _until_list(entries, index + 1)
        measures = label.level == "measure"
        alone = measures and len(sentences) == 1 and _lists_measures(below, vocabulary)
        for sentence in sentences:
            if alone or _is_about(sentence.text, below, vocabulary, measures=measures):
                sentence.kind = "prose"


def _until_list(entries: Sequence[Entry], at: int) -> tuple[list[Entry], Entry | None]:
    """The texts without marks from here on, and what comes after them."""
    found: list[Entry] = []
    for entry in entries[at:]:
        if entry.kind != "text" or not isinstance(entry.block, TextBlock) or is_marked(entry):
            return found, entry
        found.append(entry)
    return found, None


def _lists_measures(below: Entry | None, vocabulary: Vocabulary) -> bool:
    """Whether a table of measures comes: a lone line above it tells of it, full stop or not."""
    table = below.block if below is not None else None
    return isinstance(table, TableBlock) and read_columns(table, vocabulary) is not None


def _is_about(text: str, below: Entry | None, vocabulary: Vocabulary, *, measures: bool) -> bool:
    """Whether a sentence tells of what stands below it."""
    if below is None or text[-1] not in _ENDS:
        return False
    words = text.casefold().split()
    begins = vocabulary.list_of("about_list", "begins")
    about = words[0] in begins or " ".join(words[:2]) in begins
    if isinstance(below.block, TableBlock):
        return about or (measures and text[-1] == "." and _lists_measures(below, vocabulary))
    if below.kind == "heading":
        return about
    verbs = vocabulary.list_of("about_list", "verbs")
    tells = any(word in verbs for word in words[1:_FIRST_WORDS])
    return is_marked(below) and below.kind == "text" and tells and (about or measures)
