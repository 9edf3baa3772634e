"""Measures and their parts: who is a part of whom, from list marks, indents and lead-in lines."""

import re
from dataclasses import dataclass

from tiltak.reading.blocks import TextBlock
from tiltak.reading.structure.drafts import DraftMeasure
from tiltak.reading.structure.reasons import AFTER_LEAD_IN, PART_OF_MEASURE
from tiltak.reading.values.numbering import Numbered

_INDENT_TOLERANCE = 1
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Style:
    """How a list item is set: kind of mark and indent. Siblings are set alike.

    `level` is the list level where the document states it; it then counts alone.
    """

    mark: str
    depth: int
    indent: int
    level: int | None = None

    def is_like(self, other: "Style") -> bool:
        """Whether two items are siblings by their looks."""
        if self.level is not None and other.level is not None:
            return self.level == other.level
        same = (self.mark, self.depth) == (other.mark, other.depth)
        return same and abs(self.indent - other.indent) <= _INDENT_TOLERANCE


def style_of(block: TextBlock, number: Numbered | None) -> Style:
    """The style of an item: bullets by their sign, numbers by their kind."""
    mark, indent, level = block.mark, block.indent, block.list_level
    if mark is not None:
        kind = (
            re.sub(r"\w+", lambda m: "1" if m[0].isdigit() else "a", mark)
            if len(mark) > 1
            else mark
        )
        return Style(kind, 0, indent, level)
    if number is not None:
        return Style(number.kind, number.depth, indent, level)
    return Style("•" if block.is_list_item else "", 0, indent, level)


class Nesting:
    """Takes measures in reading order and puts each under the one it is part of."""

    def __init__(self) -> None:
        self.tops: list[DraftMeasure] = []
        self._stack: list[tuple[DraftMeasure, Style]] = []
        self._with_marked: set[int] = set()

    def add(self, measure: DraftMeasure, style: Style) -> None:
        """Place a measure among those before it. Past a depth no plan has, parts are siblings."""
        del self._stack[_DEEPEST:]
        parent = self._parent(style)
        if parent is None:
            self.tops.append(measure)
        else:
            marked = bool(style.mark)
            measure.ground = PART_OF_MEASURE if marked else AFTER_LEAD_IN
            parent.children.append(measure)
            if marked:
                self._with_marked.add(id(parent))
        self._stack.append((measure, style))

    def begins_with_marks(self) -> bool:
        """Whether the measures so far are marked items, so that unmarked text is no measure."""
        return bool(self._stack) and bool(self._stack[0][1].mark)

    def last(self) -> DraftMeasure | None:
        """The measure placed last."""
        return self._stack[-1][0] if self._stack else None

    def _parent(self, style: Style) -> DraftMeasure | None:
        """The measure a new item belongs to; the stack is cut to the chain above the item."""
        while self._stack:
            measure, above = self._stack[-1]
            if above.is_like(style):
                if not style.mark and self._takes_unmarked(measure):
                    return measure
                self._stack.pop()
                return self._stack[-1][0] if self._stack else None
            if self._is_deeper(style, above):
                return measure
            self._stack.pop()
        return None

    def _is_deeper(self, style: Style, above: Style) -> bool:
        """Whether an item of another style lies under the item above rather than beside one higher."""
        if style.level is not None and above.level is not None:
            return style.level > above.level
        if any(known.is_like(style) for _, known in self._stack[:-1]):
            return False
        if not style.mark:
            return bool(above.mark) and style.indent > above.indent + _INDENT_TOLERANCE
        if style.mark == above.mark and style.depth == above.depth:
            return style.indent > above.indent
        return True

    def _takes_unmarked(self, measure: DraftMeasure) -> bool:
        """A line with a final colon leads in what follows, unless that was a marked list."""
        return measure.text.rstrip().endswith(":") and id(measure) not in self._with_marked


def leads_in(text: str, endings: tuple[str, ...]) -> bool:
    """Whether a text announces what follows: a final colon, or "mellom anna"."""
    stripped = text.rstrip()
    return stripped.endswith(":") or stripped.casefold().endswith(endings)
