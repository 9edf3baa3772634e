"""Lines of a page or text file → paragraphs and list items: wrapped lines rejoined.

Used by every format that gives lines (plain text now; text of PDF pages the same way).
"""

import re
from collections import Counter, deque
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from tiltak.planfile.model import Passage
from tiltak.planfile.running_text import SOFT_HYPHENS, join_lines
from tiltak.reading.blocks import Look, TextBlock
from tiltak.reading.formats.text.item_marks import (
    is_lone_mark,
    split_mark,
    starts_item,
    text_begins,
)
from tiltak.reading.formats.text.wrapped_items import ItemSoFar, Wrapping, room_of, usual_width
from tiltak.reading.vocabulary import FACT_ROLES, Vocabulary

# "Handlingsplan 2025–" over "2028"
_OPEN_YEARS = re.compile(r"\b(?:19|20)\d\d\s?[-–—]$")
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d\b")
_TERMINAL = ".!?:;"
_PLAIN = Look()
_CROSSES = ("x", "✓", "✔")
# pdftotext takes the dash of "kr 250 000,-" at a line's end for a hyphen, and the next line follows
_CLOSED_AMOUNT = re.compile(r"\d[ .\u00a0]\d{3},(?=[A-ZÆØÅÄÖ])")

_FEWEST_REPEATED = 2
_LONGEST_LABEL = 30


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands. `start` is the offset of its first character in the document's text,
    `number` counts the lines of a text file."""

    text: str
    start: int
    number: int | None
    page: int | None = None

    def passage(self, begin: int = 0, end: int | None = None) -> Passage:
        """The place of the line's characters `begin` to `end`, white space around left out."""
        piece = self.text[begin:end]
        lead = len(piece) - len(piece.lstrip())
        first = self.start + begin + lead
        return Passage(
            start=first, end=first + len(piece.strip()), page=self.page, line=self.number
        )


def split_lines(text: str) -> list[Line]:
    """The lines of a text. A form feed begins a new page; it belongs to no line.

    A line ends behind an amount that pdftotext has closed with the next line."""
    lines: list[Line] = []
    page, offset = 1, 0
    paged = "\f" in text
    for number, raw in enumerate(text.split("\n"), start=1):
        start = offset
        for part in raw.split("\f"):
            if start > offset:
                page += 1
            at = 0
            for match in (*_CLOSED_AMOUNT.finditer(part), None):
                end = match.end() if match else len(part)
                lines.append(Line(part[at:end], start + at, number, page if paged else None))
                at = end
            start += len(part) + 1
        offset += len(raw) + 1
    return lines


@dataclass(slots=True)
class _Open:
    """The paragraph being gathered. `hang`: where the text behind its mark or number begins, `end`:
    where its last line ends."""

    gap: int
    mark: str | None = None
    indent: int = 0
    hang: int = 0
    end: int = 0
    texts: list[str] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)

    def item(self) -> ItemSoFar:
        """What tells whether a line below goes on with it."""
        first = "" if self.mark else self.texts[0]
        return ItemSoFar(first, self.texts[-1], self.hang, self.indent, self.end)

    def close(self, look: Look) -> TextBlock:
        return TextBlock(
            text=join_lines(self.texts),
            passages=tuple(self.passages),
            mark=self.mark,
            indent=self.indent,
            gap=self.gap,
            is_list_item=self.mark is not None,
            look=look,
        )


class ParagraphJoiner:
    """Gathers lines into paragraphs, one line after the other."""

    def __init__(
        self, lines: Sequence[Line], vocabulary: Vocabulary, underlined: Container[int] = ()
    ) -> None:
        """`underlined`: where the lines begin that a rule stands below."""
        self._vocabulary = vocabulary
        self._underlined = underlined
        self._width = usual_width(line.text.strip() for line in lines)
        full = usual_width(line.text.rstrip() for line in lines)
        room = room_of([line.text for line in lines])
        self._wrapping = Wrapping(full, self._width, vocabulary, room)
        self._repeated = _repeated_lines(lines)
        self._blocks: list[TextBlock] = []
        self._open: _Open | None = None
        self._lone_marks: deque[tuple[str, Passage, int]] = deque()
        self._gap = 0
        self._page: int | None = None

    def feed(self, line: Line) -> None:
        """Take the next line."""
        text = line.text.strip()
        if not text:
            self._gap += 1
            return
        if is_lone_mark(text):
            self._flush()
            self._lone_marks.append((text, line.passage(), _indent(line.text)))
            return
        if line.start in self._underlined:
            self._flush()
            self._begin(line, text)
            self._flush(Look(bold=True))
        elif self._open is not None and self._continues(self._open, text, line):
            self._open.texts.append(text)
            self._open.passages.append(line.passage())
            self._open.end = len(line.text.rstrip())
        else:
            self._flush()
            self._begin(line, text)
        self._gap = 0
        self._page = line.page

    def finish(self) -> list[TextBlock]:
        """The paragraphs so far; the joiner is empty afterwards."""
        self._flush()
        while self._lone_marks:
            mark, passage, indent = self._lone_marks.popleft()
            self._blocks.append(TextBlock(mark, (passage,), indent=indent))
        blocks, self._blocks = self._blocks, []
        return blocks

    def _flush(self, look: Look = _PLAIN) -> None:
        if self._open is not None:
            self._blocks.append(self._open.close(look))
            self._open = None

    def _begin(self, line: Line, text: str) -> None:
        self._open = _Open(gap=self._gap, indent=_indent(line.text), passages=[line.passage()])
        self._open.hang, self._open.end = text_begins(line.text), len(line.text.rstrip())
        mark, rest = split_mark(text)
        if mark:
            self._open.mark, text = mark, rest
        elif self._lone_marks:
            # a list whose marks were set apart from their texts (usual in text from PDF)
            self._open.mark, passage, self._open.indent = self._lone_marks.popleft()
            self._open.passages.insert(0, passage)
        self._open.texts.append(text)

    def _continues(self, paragraph: _Open, text: str, line: Line) -> bool:
        """Whether `text` goes on with the open paragraph rather than beginning a new one."""
        before = paragraph.texts[-1]
        new_page = line.page != self._page
        if self._gap == 0 and has_open_bracket(paragraph.texts):
            return not starts_item(text)
        if self._lone_marks or starts_item(text) or self._stands_alone(paragraph, text):
            return False
        if before[-1:] in SOFT_HYPHENS:
            return self._gap <= 1 or new_page
        if self._gap == 0 and self._wrapping.goes_on(paragraph.item(), line.text):
            return True
        return self._goes_on(before, text, far=self._gap > 0 and not new_page)

    def _goes_on(self, before: str, text: str, *, far: bool) -> bool:
        long = len(before) >= 0.75 * self._width
        unfinished = self._is_unfinished(before, long=long)
        if far and (self._gap > 1 or not (long or unfinished)):
            return False
        if _broken_word(before) and text[0].islower():
            return True
        if _YEAR_FIRST.match(text) and (_OPEN_YEARS.search(before) or self._ends_in_day(before)):
            return not far
        if text[0].islower() or text[0] in "(,":
            return before[-1] not in _TERMINAL or (before[-1] == "." and long and not far)
        return unfinished and not far

    def _ends_in_day(self, before: str) -> bool:
        """ "adopted on 22 January" over "2024"."""
        *_, day, month = ["", *before.rsplit(None, 2)[-2:]]
        names = self._vocabulary.list_of("time", "months")
        return day.rstrip(".").isdecimal() and any(month.casefold() in known for known in names)

    def _is_unfinished(self, before: str, *, long: bool) -> bool:
        if before[-1] == ",":
            return long
        return before.rsplit(None, 1)[-1].casefold() in self._vocabulary.unfinished

    def _stands_alone(self, paragraph: _Open, text: str) -> bool:
        """Labels take no wrapped lines and are none."""
        first = paragraph.texts[0]
        if len(paragraph.texts) == 1 and first in self._repeated and text[0].isupper():
            return True
        is_name = len(paragraph.texts) == 1 and self._vocabulary.column_role(first) in FACT_ROLES
        if (is_name and text[0] != "(") or text.casefold() in _CROSSES:
            return True  # "Kostnad" over "kr 450 000", a cell with a cross
        if text in self._repeated and text[-1] == ":":
            return True  # "Dette vil vi gjera:" again
        if len(paragraph.texts) == 1 and first[:1].isupper():
            label = self._vocabulary.label(first)
            if label is not None and label.rest is None:
                return True
        if not text[0].isupper():
            # "ansvar: Rektor" on a line of its own
            return bool(self._vocabulary.attribute(text)) and " " not in text.split(":", 1)[0]
        return self._vocabulary.label(text) is not None or bool(self._vocabulary.attribute(text))


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def has_open_bracket(texts: Sequence[str]) -> bool:
    """Whether a bracket opened in the last two lines is still open: "(Ansvar: … / Frist: 2026)"."""
    last = " ".join(texts[-2:])
    return last.rfind("(") > last.rfind(")")


def _broken_word(before: str) -> bool:
    return before[-1] == "-" and len(before) > 1 and before[-2].isalpha()


def _repeated_lines(lines: Sequence[Line]) -> frozenset[str]:
    """Short lines that stand at several places word for word ("Vi vil"): labels, not the first
    lines of paragraphs."""
    texts = Counter(line.text.strip() for line in lines)
    return frozenset(
        text
        for text, times in texts.items()
        if times >= _FEWEST_REPEATED and len(text) <= _LONGEST_LABEL and text[:1].isupper()
    )
