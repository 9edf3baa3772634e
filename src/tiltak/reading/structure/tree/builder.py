"""Blocks in order → a tree of headings with goals, strategies, measures and paragraphs."""

import re
from collections.abc import Iterable, Sequence

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import TableBlock, TextBlock
from tiltak.reading.structure import reasons
from tiltak.reading.structure.cards.card_facts import card_facts, is_card
from tiltak.reading.structure.drafts import DraftItem, DraftMeasure, DraftSection
from tiltak.reading.structure.measures.fact_reader import FactReader
from tiltak.reading.structure.outline.entry import Entry, is_marked, number_of_mark, own_number
from tiltak.reading.structure.tree.among_goals import is_no_goal
from tiltak.reading.structure.tree.goal_sentences import is_goal
from tiltak.reading.structure.tree.level_codes import Coded, LevelsOfCodes
from tiltak.reading.structure.tree.nesting import Nesting, leads_in, style_of
from tiltak.reading.structure.tree.old_plan import is_old
from tiltak.reading.values.numbering import read_code
from tiltak.reading.vocabulary import Label, Vocabulary


class TreeBuilder:
    """Walks the outline. `root` holds what stands before the first heading."""

    def __init__(
        self, vocabulary: Vocabulary, facts: FactReader, *, lists_are_measures: bool = False
    ) -> None:
        """`lists_are_measures`: where no level word is used at all, list items are measures."""
        self.root = DraftSection("", [], reasons.READ_AT_TOP)
        self.tables: list[tuple[DraftSection, TableBlock]] = []
        self.labels: dict[str, str] = {}
        self._vocabulary = vocabulary
        self._facts = facts
        self._path = [self.root]
        self._mode: str | None = None
        self._under = reasons.UNDER_LEVEL_WORD
        self._nesting = Nesting()
        self._since_attribute: list[DraftMeasure] = []
        self._next: Entry | None = None
        self._before: Entry | None = None
        self._bare_lists = lists_are_measures
        self._only_lists = False
        self._levels_of_codes = LevelsOfCodes({})
        self._titles_first = False
        # type size of headings, by the section they open
        self._sizes: dict[int, float] = {}

    def build(self, *outlines: Sequence[Entry]) -> DraftSection:
        """Take all entries of each document and return the root."""
        kinds = {entry.kind for entries in outlines for entry in entries}
        if kinds & {"label", "labelled", "table"}:
            self._bare_lists = False
        self._levels_of_codes = LevelsOfCodes.of(
            (entry.text for entries in outlines for entry in entries if entry.kind == "text"),
            self._vocabulary,
        )
        self._titles_first = _titles_come_first(entries for entries in outlines)
        for entries in outlines:
            # what begins a document stands under no heading of the one before
            self._path = [self.root]
            self._open(None)
            for entry, after in zip(entries, [*entries[1:], None], strict=False):
                self._next = after
                self._take(entry)
                self._before = entry
        return self.root

    @property
    def _here(self) -> DraftSection:
        return self._path[-1]

    def _take(self, entry: Entry) -> None:
        if isinstance(entry.block, TableBlock):
            if self._since_attribute and self._gives_facts(entry.block):
                return
            self.tables.append((self._here, entry.block))
            self._open(None)
        elif entry.kind == "heading":
            self._take_heading(entry, entry.block)
        elif entry.kind == "measure":
            self._take_measure_heading(entry, entry.block)
        elif entry.kind == "label" and entry.label is not None:
            self._close_old(entry.block)
            self._here.passages.extend(entry.block.passages)
            self._name_level(entry.label)
            self._open(entry.label.level, own=entry.label.own)
        elif entry.kind == "labelled" and entry.label is not None:
            self._take_labelled(entry.label, entry.block)
        elif entry.kind == "attribute":
            self._take_attribute(entry, entry.block)
        else:
            self._take_text(entry, entry.block)

    def _close_old(self, block: TextBlock) -> None:
        """A level word set as a heading ends what is told of an old plan: one with a style, or in
        type as large as the old plan's heading."""
        years, size = self._facts.plan_years, block.look.size
        while len(self._path) > 1 and is_old(self._here.title, years, self._vocabulary):
            if not block.level and (
                size is None or size < self._sizes.get(id(self._here), size + 1)
            ):
                return
            self._path.pop()

    def _gives_facts(self, table: TableBlock) -> bool:
        """A card right below a measure that it does not name: take its facts."""
        if not is_card(table, self._vocabulary):
            return False
        facts = card_facts(table, self._vocabulary)
        if any(fact.role in ("measure", "focus_area") for fact in facts):
            return False
        measure = self._since_attribute[-1]
        for fact in facts:
            if fact.role is not None and fact.value:
                self._facts.set_value(measure, fact.role, fact.value)
        measure.passages = (*measure.passages, *table.passages)
        self._since_attribute = []
        return True

    def _open(self, mode: str | None, *, own: bool = False) -> None:
        self._only_lists = False
        self._mode = "measure" if mode == "part" else mode
        self._under = reasons.UNDER_OWN_WORD if own else reasons.UNDER_LEVEL_WORD
        self._nesting = Nesting()
        self._since_attribute = []

    def _name_level(self, label: Label) -> None:
        self.labels.setdefault(label.level, label.word)

    def _take_heading(self, entry: Entry, block: TextBlock) -> None:
        label = entry.label
        while len(self._path) > 1 and self._here.level >= entry.level:
            self._path.pop()
        section = DraftSection(
            title=self._title(entry, block),
            passages=list(block.passages),
            ground=entry.ground,
            level=entry.level,
            number=entry.number.raw if entry.number else (label.number if label else None),
            transparent=label is not None and label.alone,
        )
        self._here.sections.append(section)
        self._path.append(section)
        if block.look.size is not None:
            self._sizes[id(section)] = block.look.size
        holds = next((one.holds for one in reversed(self._path) if one.holds), None)
        self._open(holds if label is None else None)
        self._only_lists = holds is not None
        if label is None:
            return
        section.holds = label.level if label.alone and label.level in _LEVELS_OF_ITEMS else None
        if section.level > 1 and label.number and label.rest and label.level in _GOALS:
            self._name_by_item(section, label, block)
        if label.level != "container":
            self._name_level(label)
        if label.alone or label.rest is None:
            # "Resultat 1.1" above a sentence: the sentence is the goal
            self._open(label.level if label.level in _LEVELS_OF_ITEMS else None)

    def _name_by_item(self, section: DraftSection, label: Label, block: TextBlock) -> None:
        """ "Delmål 1.2: …" set as a heading: a goal with its own measures below."""
        section.title = f"{label.word} {label.number}"
        section.named_by = DraftItem(label.rest or "", block.passages, reasons.AFTER_LEVEL_WORD)
        self._append(label.level, section.named_by)

    def _take_measure_heading(self, entry: Entry, block: TextBlock) -> None:
        while len(self._path) > 1 and self._here.level >= entry.level:
            self._path.pop()
        self._open(None)
        label = entry.label
        number = entry.number.raw if entry.number else (label.number if label else None)
        title = self._title(entry, block)
        if number is None and (code := read_code(title)):
            number, title = code
        measure = DraftMeasure(title, block.passages, entry.ground, number)
        self._facts.take_from_text(measure)
        self._here.measures.append(measure)
        self._since_attribute = [measure]

    def _title(self, entry: Entry, block: TextBlock) -> str:
        if entry.label is not None and entry.label.rest is not None:
            return entry.label.rest
        return entry.number.rest if entry.number is not None else block.text

    def _take_labelled(self, label: Label, block: TextBlock) -> None:
        """ "Resultatmål: …", "Strategi A: …", "Mål 1 Veg: …": a sentence with its level word."""
        self._name_level(label)
        if label.title is not None:
            self._open_named(label, block)
        elif label.number and label.level == "strategy":
            self._open_lettered(label, block)
        self._open(None)
        self._add(label, block)

    def _open_named(self, label: Label, block: TextBlock) -> None:
        """A goal that names its area opens it."""
        while len(self._path) > 1:
            self._path.pop()
        section = DraftSection(
            label.title or "",
            list(block.passages),
            reasons.NAMED_BY_LEVEL_WORD,
            level=1,
            number=label.number,
        )
        self.root.sections.append(section)
        self._path.append(section)

    def _open_lettered(self, label: Label, block: TextBlock) -> None:
        """A lettered strategy heads the measures under it, as a theme of its own."""
        while self._here.ground is reasons.AFTER_LEVEL_WORD:
            self._path.pop()
        section = DraftSection(
            f"{label.word} {label.number}",
            list(block.passages),
            reasons.AFTER_LEVEL_WORD,
            level=self._here.level + 1,
            number=label.number,
        )
        self._here.sections.append(section)
        self._path.append(section)

    def _take_attribute(self, entry: Entry, block: TextBlock) -> None:
        """ "Ansvar: …" goes to the measures since the last such line."""
        said = [fact for fact in entry.facts if fact.value]
        if not self._since_attribute or not said:
            if not self._here.is_named and self._here is not self.root:
                self._here.said |= {f.role: f.value for f in said if f.role in _SAID_FOR_ALL}
            self._add_paragraph(block.text, block.passages)
            return
        for measure in self._since_attribute:
            for fact in said:
                self._facts.set_value(measure, fact.role, fact.value)
            measure.passages = (*measure.passages, *block.passages)
        following = {fact.role for fact in self._next.facts} if self._next else set()
        if not following or following & {fact.role for fact in said}:
            self._since_attribute = []

    def _take_text(self, entry: Entry, block: TextBlock) -> None:
        mode = self._mode
        code = read_code(block.text) if mode in (None, "measure") else None
        if code and self._next is not None and self._next.kind == "attribute":
            self._take_coded(code, block)
            return
        if mode is None and self._facts.ends_in_facts(block.text):
            self._take_with_facts(entry, block)
            return
        if coded := self._levels_of_codes.read(block.text):
            self._take_by_code(coded, block)
            return
        if mode in _GOALS and is_no_goal(self._before, entry, self._next, self._vocabulary):
            self._open(None)
            self._add_paragraph(block.text, block.passages)
            return
        if self._only_lists and not is_marked(entry) and not self._is_goal(mode, block.text):
            mode = "overall_goal"
        elif mode is None and (block.is_list_item or entry.number) and self._lists_measures():
            mode = "measure"
        if mode == "overall_goal":
            self._add_paragraph(block.text, block.passages)
        elif mode in ("sub_goal", "strategy"):
            self._take_item(mode, entry, block)
        elif mode == "measure":
            self._take_measure(entry, block)
        else:
            self._add_paragraph(block.text, block.passages)

    def _is_goal(self, mode: str | None, text: str) -> bool:
        """A sentence below the heading of an area in the chapter "Mål"."""
        return mode == "sub_goal" and is_goal(text, self._vocabulary)

    def _take_coded(self, code: tuple[str, str], block: TextBlock) -> None:
        """ "WOW3 Hold a festival" with facts below ("Lead: …")."""
        number, text = code
        measure = DraftMeasure(text, block.passages, reasons.LISTED_WITH_FACTS, number)
        self._facts.take_from_text(measure)
        self._here.measures.append(measure)
        self._since_attribute = [measure]

    def _take_with_facts(self, entry: Entry, block: TextBlock) -> None:
        """ "Byggja bru. Ansvar: Fylket. Frist: 2026." as a paragraph or an item of a list."""
        numbered = own_number(entry)
        number = numbered.raw if numbered else number_of_mark(block.mark)
        text = numbered.rest if numbered and not block.mark else block.text
        if number is None and (code := read_code(text)):
            number, text = code
        measure = DraftMeasure(text, block.passages, reasons.LISTED_WITH_FACTS, number)
        self._facts.take_from_text(measure)
        self._here.measures.append(measure)
        self._since_attribute = [measure]

    def _take_by_code(self, coded: Coded, block: TextBlock) -> None:
        """ "S1.2 Samla kreftene", "T1.1 Byggja gangveg": the code says the level."""
        if coded.level == "measure":
            self._take_coded((coded.code, coded.text), block)
            return
        self._open(None)
        self._append(
            coded.level,
            DraftItem(coded.text, block.passages, reasons.AFTER_LEVEL_WORD, coded.code),
        )

    def _lists_measures(self) -> bool:
        """A list without level word holds measures when facts ("Ansvar: …") follow its items.

        So does every list under a heading in a plan that uses no level words at all.
        """
        if self._nesting.tops or (self._bare_lists and len(self._path) > 1):
            return True
        return self._next is not None and self._next.kind == "attribute"

    def _take_item(self, mode: str, entry: Entry, block: TextBlock) -> None:
        endings = self._vocabulary.list_of("lead_in", "endings")
        introduces = leads_in(block.text, endings) and not block.is_list_item
        if introduces and self._next is not None and is_marked(self._next):
            self._add_paragraph(block.text, block.passages)
            return
        numbered = own_number(entry)
        number = numbered.raw if numbered else None
        text = numbered.rest if numbered and not block.mark else block.text
        ground = self._under
        if self._here.title and self._mode == "sub_goal" and self._opened_by_number():
            ground = reasons.UNDER_GOAL_HEADING
        self._append(
            mode, DraftItem(text, block.passages, ground, number or number_of_mark(block.mark))
        )

    def _opened_by_number(self) -> bool:
        return self._here.ground is reasons.NAMED_BY_LEVEL_WORD

    def _take_measure(self, entry: Entry, block: TextBlock) -> None:
        numbered = own_number(entry)
        marked = block.is_list_item or numbered is not None
        if not marked and self._nesting.begins_with_marks():
            self._add_paragraph(block.text, block.passages)
            return
        text = numbered.rest if numbered and not block.mark else block.text
        unnamed = reasons.LISTED if self._bare_lists else reasons.LISTED_WITH_FACTS
        ground = self._under if self._mode else unnamed
        measure = DraftMeasure(
            text, block.passages, ground, numbered.raw if numbered else number_of_mark(block.mark)
        )
        self._facts.take_from_text(measure)
        tops = len(self._nesting.tops)
        self._nesting.add(measure, style_of(block, numbered))
        if len(self._nesting.tops) > tops:
            self._here.measures.append(measure)
            self._since_attribute.append(measure)

    def _add(self, label: Label, block: TextBlock) -> None:
        level, text = label.level, label.rest or ""
        ground = reasons.UNDER_OWN_WORD if label.own else reasons.AFTER_LEVEL_WORD
        if level == "measure":
            if self._titles_first and label.number and (title := _TITLE.match(text)):
                self._add_paragraph(text[title.end() :], block.passages)
                text = title[1]
            measure = DraftMeasure(text, block.passages, ground, label.number)
            self._facts.take_from_text(measure)
            self._here.measures.append(measure)
            self._since_attribute = [measure]
        elif level in ("sub_goal", "strategy"):
            self._append(level, DraftItem(text, block.passages, ground))
        else:
            self._add_paragraph(block.text, block.passages)

    def _append(self, level: str, item: DraftItem) -> None:
        place = self._here.sub_goals if level == "sub_goal" else self._here.strategies
        place.append(item)

    def _add_paragraph(self, text: str, passages: tuple[Passage, ...]) -> None:
        self._here.paragraphs.append(DraftItem(text, passages, reasons.BODY_TEXT))


# "Tiltak 2: Hukommelsesteam. Eit tverrfagleg team …": a name, then what it is
_TITLE = re.compile(r"([^.!?]{3,90})\.\s+(?=[A-ZÆØÅÄÖ])")
_FEWEST_TITLES = 2
_SAID_FOR_ALL = ("responsible", "partners", "time")
_GOALS = ("sub_goal", "strategy")
_LEVELS_OF_ITEMS = ("sub_goal", "strategy", "measure")


def _titles_come_first(outlines: Iterable[Sequence[Entry]]) -> bool:
    """Whether numbered measures ("Tiltak 2: …") are a short name and then sentences about it."""
    texts = [
        entry.label.rest
        for entries in outlines
        for entry in entries
        if entry.kind == "labelled" and entry.label and entry.label.rest
        if entry.label.level == "measure" and entry.label.number
    ]
    named = sum(_TITLE.match(text) is not None for text in texts)
    return named >= _FEWEST_TITLES and named == len(texts)
