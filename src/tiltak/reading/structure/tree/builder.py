"""Blocks in order → a tree of headings with goals, strategies, measures and paragraphs."""

from collections.abc import Sequence

from tiltak.reading.blocks import TableBlock
from tiltak.reading.structure.drafts import DraftSection
from tiltak.reading.structure.measures.fact_reader import FactReader
from tiltak.reading.structure.outline.entry import Entry
from tiltak.reading.structure.tree.counted_codes import number_by_codes
from tiltak.reading.structure.tree.facts_below import (
    facts_of_parts,
    gives_facts,
    items_with_facts_below,
    take_facts,
)
from tiltak.reading.structure.tree.headings import Headings
from tiltak.reading.structure.tree.labelled import Labelled, titles_come_first
from tiltak.reading.structure.tree.level_codes import LevelsOfCodes
from tiltak.reading.structure.tree.position import Position
from tiltak.reading.structure.tree.texts import Texts

_MEASURES = ("measure", "part")


class TreeBuilder:
    """Walks the outlines of the documents of a plan.

    `tables` are those met, each with the heading it stands under; `labels` the plan's own words for
    its levels.
    """

    def __init__(
        self, outlines: Sequence[Sequence[Entry]], facts: FactReader, *, lists_are_measures: bool
    ) -> None:
        """`lists_are_measures`: where no level word is used at all, list items are measures."""
        every = [entry for entries in outlines for entry in entries]
        kinds = {entry.kind for entry in every}
        texts = (entry.text for entry in every if entry.kind == "text")
        self.tables: list[tuple[DraftSection, TableBlock]] = []
        self._outlines = outlines
        self._facts = facts
        self._at = Position()
        self._headings = Headings(self._at, facts)
        self._labelled = Labelled(self._at, facts, titles_first=titles_come_first(every))
        self._of_parts = frozenset(map(id, facts_of_parts(every)))
        codes = LevelsOfCodes.of(texts, facts.vocabulary)
        if not codes.levels:
            number_by_codes(every)
        self._texts = Texts(
            self._at,
            facts,
            codes,
            with_facts=frozenset(map(id, items_with_facts_below(every))),
            bare_lists=lists_are_measures
            and not kinds & {"label", "labelled", "table"}
            and not any(entry.label and entry.label.level in _MEASURES for entry in every),
        )

    @property
    def labels(self) -> dict[str, str]:
        """Level → word."""
        return self._at.labels

    def build(self) -> DraftSection:
        """Take all entries of each document and return the root, which holds what stands before
        the first heading."""
        at = self._at
        for entries in self._outlines:
            # what begins a document stands under no heading of the one before
            at.leave_headings()
            for entry, after in zip(entries, [*entries[1:], None], strict=False):
                at.next = after
                self._take(entry)
                at.before = entry
        return at.root

    def _take(self, entry: Entry) -> None:
        at, block = self._at, entry.block
        if isinstance(block, TableBlock):
            self._take_table(block)
        elif entry.kind == "heading":
            self._headings.take(entry, block)
        elif entry.kind == "measure":
            self._headings.take_measure(entry, block)
        elif entry.kind == "label" and entry.label is not None:
            self._headings.close_old(block)
            self._headings.close_introduction(block)
            at.here.passages.extend(block.passages)
            at.name_level(entry.label.level, entry.label.word)
            at.open(entry.label.level, own=entry.label.own)
        elif entry.kind == "labelled" and entry.label is not None:
            self._labelled.take(entry.label, block)
        elif entry.kind == "attribute":
            of_part = id(entry) in self._of_parts
            take_facts(at, entry, block, self._facts, of_part=of_part)
        elif entry.kind == "prose":
            at.add_paragraph(block.text, block.passages)
        elif entry.kind == "counted":
            self._texts.take_counted(entry, block)
        else:
            self._texts.take(entry, block)

    def _take_table(self, table: TableBlock) -> None:
        if not gives_facts(self._at, table, self._facts):
            self.tables.append((self._at.here, table))
            self._at.open(None)
