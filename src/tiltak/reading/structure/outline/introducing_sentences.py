"""Sentences between the word for measures and the table or list of them: no measures themselves.

Habits read: "Tabellen viser tiltaka. Beløpa er i tusen kroner." above a table; "Under står tiltaka
i prioritert rekkjefølgje." above a list with marks.
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
        for sentence in sentences:
            if _is_about(sentence.text, below, vocabulary, measures=label.level == "measure"):
                sentence.kind = "prose"


def _until_list(entries: Sequence[Entry], at: int) -> tuple[list[Entry], Entry | None]:
    """The texts without marks from here on, and what comes after them."""
    found: list[Entry] = []
    for entry in entries[at:]:
        if entry.kind != "text" or not isinstance(entry.block, TextBlock) or is_marked(entry):
            return found, entry
        found.append(entry)
    return found, None


def _is_about(text: str, below: Entry | None, vocabulary: Vocabulary, *, measures: bool) -> bool:
    """Whether a sentence tells of what stands below it."""
    if below is None or text[-1] not in _ENDS:
        return False
    words = text.casefold().split()
    begins = vocabulary.list_of("about_list", "begins")
    about = words[0] in begins or " ".join(words[:2]) in begins
    if isinstance(below.block, TableBlock):
        whole = measures and text[-1] == "." and read_columns(below.block, vocabulary) is not None
        return about or whole
    if below.kind == "heading":
        return about
    verbs = vocabulary.list_of("about_list", "verbs")
    tells = any(word in verbs for word in words[1:_FIRST_WORDS])
    return is_marked(below) and below.kind == "text" and tells and (about or measures)
