"""Sentences between the word for measures and the table or list of them: no measures themselves.

Habits read: "Tabellen viser tiltaka. Beløpa er i tusen kroner." or "1 = skal gjerast, 2 = bør
gjerast" above a table; "Under står tiltaka i prioritert rekkjefølgje." above a list with marks.
"""

import re
from collections.abc import Iterator, Sequence

from tiltak.reading.blocks import TableBlock, TextBlock
from tiltak.reading.structure.columns.by_heads import read_columns
from tiltak.reading.structure.outline.entry import IN_AREA, Entry, is_marked
from tiltak.reading.vocabulary import Vocabulary

_ENDS = (".", ":")
_FIRST_WORDS = 3
_WORD = re.compile(r"[^\W\d_]+")


def take_introducing_sentences(entries: Sequence[Entry], vocabulary: Vocabulary) -> None:
    """Give the kind "prose" to them."""
    below_words = list(_below_words(entries))
    plain = _has_plain_measures(below_words, vocabulary)
    for level, sentences, below in below_words:
        measures = level == "measure"
        for sentence in sentences:
            if measures and (plain or _is_row_too(sentence, below)):
                introduces = _is_about(sentence.text, below, vocabulary, measures=False)
            else:
                alone = measures and len(sentences) == 1 and _lists_measures(below, vocabulary)
                introduces = alone or _is_about(sentence.text, below, vocabulary, measures=measures)
            if introduces:
                sentence.kind = "prose"


def _below_words(entries: Sequence[Entry]) -> Iterator[tuple[str, list[Entry], Entry | None]]:
    """Each word for a level that stands alone on its line: the level, the texts without marks
    below it, and what comes after them."""
    for index, entry in enumerate(entries):
        label = entry.label
        if entry.kind not in ("label", "heading") or label is None or label.level not in IN_AREA:
            continue
        if label.alone:
            yield label.level, *_until_list(entries, index + 1)


def _has_plain_measures(
    below_words: Sequence[tuple[str, list[Entry], Entry | None]], vocabulary: Vocabulary
) -> bool:
    """Whether the plan writes its measures as lines without marks somewhere: then the last of
    them, with the table close below, is a measure as well."""
    return any(
        level == "measure"
        and not _is_list(below)
        and any(
            not _is_about(sentence.text, below, vocabulary, measures=False)
            for sentence in sentences
        )
        for level, sentences, below in below_words
    )


def _is_list(below: Entry | None) -> bool:
    """Whether a table or a list with marks comes, which sentences may tell of."""
    if below is None:
        return False
    return isinstance(below.block, TableBlock) or (below.kind == "text" and is_marked(below))


def _is_row_too(sentence: Entry, below: Entry | None) -> bool:
    """Whether the table below has a cell of the very words."""
    if below is None or not isinstance(below.block, TableBlock):
        return False
    words = _words(sentence.text)
    cells = (cell for row in below.block.rows for cell in row.cells)
    # a table of a plain text may hold several rows in one
    return any(
        words in (_words(cell.text), *(_words(line.text) for line in cell.lines)) for cell in cells
    )


def _words(text: str) -> list[str]:
    """Without the item's number and the full stop, which only one of the two may have."""
    return _WORD.findall(text.casefold())


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
