"""Sentences with their level word: "Resultatmål: …", "Strategi A: …", "Mål 1 Veg: …".

Habits read: a goal that names its area opens it; a lettered strategy heads the measures under it;
numbered measures may all be a short name and then sentences about it ("Tiltak 2: Hukommelsesteam.
Eit tverrfagleg team …").
"""

import re
from collections.abc import Iterable

from tiltak.reading.blocks import TextBlock
from tiltak.reading.structure import reasons
from tiltak.reading.structure.drafts import DraftItem, DraftMeasure, DraftSection
from tiltak.reading.structure.measures.fact_reader import FactReader
from tiltak.reading.structure.outline.block_looks import is_under
from tiltak.reading.structure.outline.entry import Entry
from tiltak.reading.structure.tree.nesting import style_of
from tiltak.reading.structure.tree.position import Position
from tiltak.reading.vocabulary import Label

_TITLE = re.compile(r"([^.!?]{3,90})\.\s+(?=[A-ZÆØÅÄÖ])")
_FEWEST_TITLES = 2


def titles_come_first(entries: Iterable[Entry]) -> bool:
    """Whether numbered measures ("Tiltak 2: …") are a short name and then sentences about it."""
    texts = [
        entry.label.rest
        for entry in entries
        if entry.kind == "labelled" and entry.label and entry.label.rest
        if entry.label.level == "measure" and entry.label.number
    ]
    named = sum(_TITLE.match(text) is not None for text in texts)
    return named >= _FEWEST_TITLES and named == len(texts)


class Labelled:
    """Takes such sentences where the walk stands."""

    def __init__(self, at: Position, facts: FactReader, *, titles_first: bool) -> None:
        """`titles_first`: what `titles_come_first` says of the plan."""
        self._at = at
        self._facts = facts
        self._titles_first = titles_first

    def take(self, label: Label, block: TextBlock) -> None:
        """One sentence; nothing is said of what follows it."""
        self._at.name_level(label.level, label.word)
        if label.title is not None:
            self._open_named(label, block)
        elif label.number and label.level == "strategy":
            self._open_lettered(label, block)
        self._at.open(None)
        self._add(label, block)

    def _open_named(self, label: Label, block: TextBlock) -> None:
        """A goal that names its area opens it."""
        self._at.leave_headings()
        section = DraftSection(
            label.title or "",
            list(block.passages),
            reasons.NAMED_BY_LEVEL_WORD,
            level=1,
            number=label.number,
        )
        self._at.enter(section)

    def _open_lettered(self, label: Label, block: TextBlock) -> None:
        """A lettered strategy heads the measures under it, as a theme of its own."""
        while self._at.here.ground is reasons.AFTER_LEVEL_WORD:
            self._at.path.pop()
        section = DraftSection(
            f"{label.word} {label.number}",
            list(block.passages),
            reasons.AFTER_LEVEL_WORD,
            level=self._at.here.level + 1,
            number=label.number,
        )
        self._at.enter(section)

    def _add(self, label: Label, block: TextBlock) -> None:
        at, level, text = self._at, label.level, label.rest or ""
        ground = reasons.UNDER_OWN_WORD if label.own else reasons.AFTER_LEVEL_WORD
        if level == "measure":
            if self._titles_first and label.number and (title := _TITLE.match(text)):
                at.add_paragraph(text[title.end() :], block.passages)
                text = title[1]
            measure = DraftMeasure(text, block.passages, ground, label.number)
            self._facts.take_from_text(measure)
            at.add_measure(measure)
            if self._has_parts(block):
                at.mode = "measure"
                at.nesting.add(measure, style_of(block, None))
        elif level in ("sub_goal", "strategy"):
            at.add_item(level, DraftItem(text, block.passages, ground))
        else:
            at.add_paragraph(block.text, block.passages)

    def _has_parts(self, block: TextBlock) -> bool:
        """Whether an item of a list is followed by one set deeper."""
        after = self._at.next.block if self._at.next is not None else None
        follows = isinstance(after, TextBlock) and after.is_list_item and block.is_list_item
        return follows and isinstance(after, TextBlock) and is_under(after, block)
