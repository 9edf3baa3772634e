"""Paragraphs and items of lists: goals, strategies, measures with their parts, or plain text.

What one is follows from the level word or heading above it; else from a code, from facts it ends in
or that follow, or from standing in a list where the plan has no other words.
"""

import re
from collections.abc import Container

from tiltak.reading.blocks import TextBlock
from tiltak.reading.structure import reasons
from tiltak.reading.structure.drafts import DraftItem, DraftMeasure
from tiltak.reading.structure.measures.fact_reader import FactReader
from tiltak.reading.structure.outline.entry import Entry, is_marked, number_of_mark, own_number
from tiltak.reading.structure.outline.goal_sentence import is_goal
from tiltak.reading.structure.tree.among_goals import is_no_goal, says_several
from tiltak.reading.structure.tree.headings import GOALS
from tiltak.reading.structure.tree.level_codes import Coded, LevelsOfCodes
from tiltak.reading.structure.tree.nesting import leads_in, style_of
from tiltak.reading.structure.tree.position import Position
from tiltak.reading.values.numbering import read_code
from tiltak.reading.vocabulary import Vocabulary

# A text with the name of an area in front.
_NAMED = re.compile(r"[^:.]{3,50}:\s+\S")


class Texts:
    """Takes texts where the walk stands."""

    def __init__(
        self,
        at: Position,
        facts: FactReader,
        codes: LevelsOfCodes,
        *,
        bare_lists: bool,
        with_facts: Container[int] = (),
    ) -> None:
        """`bare_lists`: where no level word is used at all, list items are measures; `with_facts`:
        the items (by id of their entries) whose facts stand below their parts."""
        self._at = at
        self._facts = facts
        self._codes = codes
        self._bare_lists = bare_lists
        self._with_facts = with_facts

    def take(self, entry: Entry, block: TextBlock) -> None:
        """One paragraph or item."""
        at, mode = self._at, self._at.mode
        code = read_code(block.text) if mode in (None, "measure") else None
        if code and at.next is not None and at.next.kind == "attribute":
            self._take_coded(code, block)
        elif mode is None and self._facts.ends_in_facts(block.text):
            self._take_with_facts(entry, block)
        elif coded := self._codes.read(block.text):
            self._take_by_code(coded, block)
        elif mode in GOALS and is_no_goal(at.before, entry, at.next, self._facts.vocabulary):
            at.open(None)
            at.add_paragraph(block.text, block.passages)
        else:
            self._take_by_level(self._level(entry, block), entry, block)

    def _level(self, entry: Entry, block: TextBlock) -> str | None:
        """The level of a text by what stands around it; None for plain text."""
        at = self._at
        if at.only_lists and not is_marked(entry) and not self._is_goal(block.text):
            return None
        if at.mode is None and (block.is_list_item or entry.number) and self._lists_measures(entry):
            return "measure"
        return at.mode

    def _take_by_level(self, level: str | None, entry: Entry, block: TextBlock) -> None:
        if level in GOALS and level is not None:
            self._take_item(level, entry, block)
        elif level == "measure":
            self._take_measure(entry, block)
        else:
            self._at.add_paragraph(block.text, block.passages)

    def take_counted(self, entry: Entry, block: TextBlock) -> None:
        """ "1.1.2 Byggja bru" below the heading 1.1: a list of measures begins, or goes on."""
        if self._at.mode != "measure":
            self._at.open("measure")
            self._at.under = reasons.LISTED
        self._take_measure(entry, block)

    def _is_goal(self, text: str) -> bool:
        """A sentence below the heading of an area in the chapter "Mål"."""
        return self._at.mode == "sub_goal" and is_goal(text, self._facts.vocabulary)

    def _take_coded(self, code: tuple[str, str], block: TextBlock) -> None:
        """ "WOW3 Hold a festival" with facts below ("Lead: …")."""
        number, text = code
        self._add_alone(text, number, block)

    def _take_with_facts(self, entry: Entry, block: TextBlock) -> None:
        """ "Byggja bru. Ansvar: Fylket. Frist: 2026." as a paragraph or an item of a list."""
        number, text = _number_and_text(entry, block)
        if number is None and (code := read_code(text)):
            number, text = code
        self._add_alone(text, number, block)

    def _add_alone(self, text: str, number: str | None, block: TextBlock) -> None:
        measure = DraftMeasure(text, block.passages, reasons.LISTED_WITH_FACTS, number)
        self._facts.take_from_text(measure)
        self._at.add_measure(measure)

    def _take_by_code(self, coded: Coded, block: TextBlock) -> None:
        """ "S1.2 Samla kreftene", "T1.1 Byggja gangveg": the code says the level."""
        if coded.level == "measure":
            self._take_coded((coded.code, coded.text), block)
            return
        self._at.open(None)
        self._at.add_item(
            coded.level,
            DraftItem(coded.text, block.passages, reasons.AFTER_LEVEL_WORD, coded.code),
        )

    def _lists_measures(self, entry: Entry) -> bool:
        """A list without level word holds measures when facts ("Ansvar: …") follow its items.

        So does every list under a heading in a plan that uses no level words at all.
        """
        at = self._at
        if at.nesting.tops or (self._bare_lists and at.is_under_heading):
            return True
        if id(entry) in self._with_facts:
            return True
        return at.next is not None and at.next.kind == "attribute"

    def _take_item(self, level: str, entry: Entry, block: TextBlock) -> None:
        at = self._at
        endings = self._facts.vocabulary.list_of("lead_in", "endings")
        introduces = leads_in(block.text, endings) and not block.is_list_item
        if introduces and at.next is not None and _is_led_in(at.next, block):
            at.add_paragraph(block.text, block.passages)
            return
        number, text = _number_and_text(entry, block)
        opened_by_number = at.here.ground is reasons.NAMED_BY_LEVEL_WORD
        ground = at.under
        if at.here.title and at.mode == "sub_goal" and opened_by_number:
            ground = reasons.UNDER_GOAL_HEADING
        at.add_item(level, DraftItem(text, block.passages, ground, number))

    def _introduces(self, block: TextBlock) -> bool:
        """Whether a paragraph tells of the chapter it stands first in: several sentences below
        "Satsingsområde og tiltak", with the areas or a table after it."""
        at = self._at
        if at.before is None or at.before.kind != "heading" or at.next is None:
            return False
        label = at.before.label
        if label is None or not label.alone:
            return False
        if self._facts.vocabulary.level_of(label.word) is not None:
            return False  # one level word alone: what stands below it is of that level
        return at.next.kind in ("heading", "table") and says_several(block.text)

    def _take_measure(self, entry: Entry, block: TextBlock) -> None:
        """A measure of a list, or a part of the one above it."""
        at = self._at
        numbered = own_number(entry)
        marked = block.is_list_item or numbered is not None
        if not marked and (at.nesting.begins_with_marks() or self._introduces(block)):
            at.add_paragraph(block.text, block.passages)
            return
        number, text = _number_and_text(entry, block)
        if at.next is not None and is_marked(at.next):
            text = _without_and(text, self._facts.vocabulary)
        unnamed = reasons.LISTED if self._bare_lists else reasons.LISTED_WITH_FACTS
        measure = DraftMeasure(text, block.passages, at.under if at.mode else unnamed, number)
        self._facts.take_from_text(measure)
        tops = len(at.nesting.tops)
        at.nesting.add(measure, style_of(block, numbered))
        if len(at.nesting.tops) > tops:
            at.here.measures.append(measure)
            at.waiting.append(measure)


def _is_led_in(entry: Entry, above: TextBlock) -> bool:
    """Whether a text is of the list that the one above it announces: marked, set further in, or with
    the name of its area before a colon."""
    block = entry.block
    if is_marked(entry) or not isinstance(block, TextBlock):
        return is_marked(entry)
    return entry.kind == "text" and (
        block.indent > above.indent or _NAMED.match(block.text) is not None
    )


def _without_and(text: str, vocabulary: Vocabulary) -> str:
    """ "a) rydda stiar og" above "b) merka løyper": the last word but one item of a sentence ends
    in is no part of it."""
    before, _, last = text.rpartition(" ")
    ends = before and text[0].islower() and last in vocabulary.list_of("party", "and")
    return before.rstrip(" ,;") if ends else text


def _number_and_text(entry: Entry, block: TextBlock) -> tuple[str | None, str]:
    """The number in front of a text, or its list mark, and the text without it."""
    numbered = own_number(entry)
    coded = numbered is not None and numbered.kind == "code"
    text = numbered.rest if numbered and (coded or not block.mark) else block.text
    return numbered.raw if numbered else number_of_mark(block.mark), text
