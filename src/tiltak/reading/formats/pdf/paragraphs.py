"""Lines of running text → paragraphs and list items, by how they are set on the page."""

import re
from collections.abc import Container
from dataclasses import dataclass, field

from tiltak.planfile.model import Passage
from tiltak.planfile.running_text import SOFT_HYPHENS, join_lines
from tiltak.reading.blocks import Look, TextBlock
from tiltak.reading.formats.pdf.flow_line import FlowLine
from tiltak.reading.formats.pdf.layout import PIECE_GAP
from tiltak.reading.formats.pdf.paragraph_ends import ParagraphEnds, is_full
from tiltak.reading.formats.pdf.typography import Typography
from tiltak.reading.formats.text.item_marks import split_mark, starts_item
from tiltak.reading.formats.text.lines import has_open_bracket
from tiltak.reading.vocabulary import Vocabulary

_SAME_SIZE = 0.6
_HAIR = 1.11
_FAR, _LONG = 2.6, 0.75
# more than this between two lines parts paragraphs where a sentence ends too
_A_LITTLE = 1.12
_INDENT_STEP = 6.0
_TERMINAL = ".!?:;"
# "jf. pkt" over "1.4, og seinare"
_GOES_ON = re.compile(r"\d+(?:\.\d+)*[,;)]? [a-zæøåäö]")

# "Om planen", and the number of its page at the right side
_PAGE_APART = re.compile(rf"[^\W\d].*{PIECE_GAP}\d{{1,3}}$")


@dataclass(slots=True)
class _Open:
    """The paragraph being gathered."""

    lines: list[FlowLine]
    mark: str | None
    texts: list[str]
    gap: int
    text_x: float
    passages: list[Passage] = field(default_factory=list)


class ParagraphReader:
    """Takes lines in reading order and gives paragraphs."""

    def __init__(
        self,
        typography: Typography,
        ends: ParagraphEnds,
        vocabulary: Vocabulary,
        running_heads: Container[str] = (),
    ) -> None:
        """`running_heads` are the lines that stand above or below the text of many pages."""
        self._running_heads = running_heads
        self._type = typography
        self._ends = ends
        self._vocabulary = vocabulary
        self._open: _Open | None = None
        self._blocks: list[TextBlock] = []
        self._lone: FlowLine | None = None

    def feed(self, line: FlowLine) -> None:
        """Take the next line."""
        if self._takes_mark(line):
            self._flush()
            self._lone = line
            return
        if self._open is not None and self._lone is None and self._continues(self._open, line):
            self._open.lines.append(line)
            self._open.texts.append(line.text)
            self._open.passages.append(line.passage())
        else:
            self._begin(line)

    def finish(self) -> list[TextBlock]:
        """The paragraphs so far; the reader is empty afterwards."""
        self._flush()
        if self._lone is not None:
            self._blocks.append(TextBlock(self._lone.text, (self._lone.passage(),)))
            self._lone = None
        blocks, self._blocks = self._blocks, []
        return blocks

    def _takes_mark(self, line: FlowLine) -> bool:
        """A list mark alone on its line, its text below it."""
        mark, rest = split_mark(line.text + " x")
        return mark is not None and rest == "x"

    def _begin(self, line: FlowLine) -> None:
        gap = self._gap(line)
        before = self._open.lines[-1] if self._open is not None else None
        self._flush()
        mark, rest = _mark_of(line)
        passages = [line.passage()]
        if self._lone is not None and mark is None:
            mark = self._lone.text
            passages.insert(0, self._lone.passage())
            gap = 0 if before is None else gap
        self._lone = None
        places = line.line.places
        written = mark is not None and line.line.drawn_mark is None
        text_x = places[1].x0 if written and len(places) > 1 else places[0].x0
        if mark is None and starts_item(line.text) and len(places) > 1:
            text_x = places[1].x0
        self._open = _Open([line], mark, [rest], gap, text_x, passages)

    def _gap(self, line: FlowLine) -> int:
        """Blank lines above, as wide as they look."""
        if self._open is None:
            return 1
        above = self._open.lines[-1]
        if above.page is not line.page or above.line.column != line.line.column:
            return 1
        step = line.line.baseline - above.line.baseline
        leading = self._type.leading(min(line.line.size, above.line.size))
        return max(0, min(3, round((step - leading) / leading + 0.15)))

    def _flush(self) -> None:
        if self._open is not None:
            self._blocks.append(self._block(self._open))
            self._open = None

    def _block(self, paragraph: _Open) -> TextBlock:
        first = paragraph.lines[0].line
        return TextBlock(
            text=join_lines(paragraph.texts),
            passages=tuple(paragraph.passages),
            mark=paragraph.mark,
            indent=round((first.x0 - (first.left or 0.0)) / _INDENT_STEP),
            gap=paragraph.gap,
            look=self._look(paragraph),
            is_list_item=paragraph.mark is not None,
        )

    def _look(self, paragraph: _Open) -> Look:
        """How the paragraph stands out. A hair more than the usual size is no heading's."""
        size = max(one.line.size for one in paragraph.lines)
        bold = all(one.line.bold for one in paragraph.lines)
        if not bold and self._type.body < size <= _HAIR * self._type.body:
            size = self._type.body
        return Look(bold=bold, size=size)

    def _continues(self, paragraph: _Open, line: FlowLine) -> bool:
        """Whether a line goes on with the open paragraph."""
        last = paragraph.lines[-1]
        if abs(last.line.size - line.line.size) > _SAME_SIZE:
            return False
        if self._is_said_above_pages(paragraph, line):
            return True
        if self._begins_anew(paragraph, line):
            return False
        if last.page is not line.page or last.line.column != line.line.column:
            return self._goes_on_elsewhere(last, line)
        return self._goes_on_here(paragraph, line)

    def _is_said_above_pages(self, paragraph: _Open, line: FlowLine) -> bool:
        """A title over two lines that is one line above the text of each page."""
        whole = " ".join((*paragraph.texts, line.text))
        return paragraph.lines[-1].page is line.page and whole in self._running_heads

    def _goes_on_here(self, paragraph: _Open, line: FlowLine) -> bool:
        """Whether a line goes on with the paragraph above it in the same column."""
        last = paragraph.lines[-1]
        step = line.line.baseline - last.line.baseline
        leading = self._type.leading(line.line.size)
        if step > 1.3 * leading or step <= 0:
            return 0 < step <= _FAR * leading and self._goes_on_below(paragraph, line)
        if last.line.bold and not line.line.bold and len(paragraph.lines) == 1:
            # a bold word or two before a text may be most of a narrow line
            return line.text[0].islower() and self._is_wrapped(paragraph, line)
        if step > _A_LITTLE * self._usual_step(paragraph) and _is_sentence_over(last, line):
            return False
        return self._is_wrapped(paragraph, line)

    def _usual_step(self, paragraph: _Open) -> float:
        """The distance of the last two lines of a paragraph, or of lines of its size."""
        *_, last = paragraph.lines
        above = paragraph.lines[-2] if len(paragraph.lines) > 1 else last
        usual = self._type.leading(last.line.size)
        own = last.line.baseline - above.line.baseline
        return max(own, usual) if above.page is last.page else usual

    def _goes_on_below(self, paragraph: _Open, line: FlowLine) -> bool:
        """Below a blank line only what plainly is the rest of a sentence goes on."""
        last = paragraph.lines[-1]
        text = last.text
        if not line.text[0].islower() or text[-1] in _TERMINAL or last.line.bold != line.line.bold:
            return False
        if text.rsplit(None, 1)[-1].casefold() in self._vocabulary.unfinished:
            return True
        left = last.line.x0 if last.line.left is None else last.line.left
        width = self._type.right(last.line, last.page) - left
        return sum(one.line.x1 - one.line.x0 for one in paragraph.lines) >= _LONG * width

    def _begins_anew(self, paragraph: _Open, line: FlowLine) -> bool:
        text = line.text
        if line.line.drawn_mark is not None:
            return True
        if has_open_bracket(paragraph.texts):
            return False
        if starts_item(text) and not (_ends_open(paragraph.texts[-1]) and text[0].isdigit()):
            return True
        label = self._vocabulary.label(paragraph.texts[0])
        alone = label is not None and label.rest is None and len(paragraph.texts) == 1
        if alone and paragraph.texts[0][:1].isupper():
            return True
        if not text[0].isupper():
            return False
        return self._vocabulary.label(text) is not None or bool(self._vocabulary.attribute(text))

    def _is_wrapped(self, paragraph: _Open, line: FlowLine) -> bool:
        """Whether the program broke the line: the next word had no room left."""
        last = paragraph.lines[-1]
        before, after = last.line, line.line
        if paragraph.mark is not None and after.x0 < paragraph.lines[0].line.x0 - 2:
            return False
        if has_open_bracket(paragraph.texts) or before.text[-1] in SOFT_HYPHENS:
            return True
        if _PAGE_APART.search(before.text) and _PAGE_APART.search(after.text):
            return False  # two entries of a table of contents
        if _broken(before.text) and after.text[0].islower():
            return True
        if is_full(before, after, last.page, self._type):
            return not (
                self._is_indented_start(paragraph, line)
                or self._ends.end_between(last.text, line.text)
            )
        return line.text[0].islower() and before.text[-1] not in _TERMINAL

    def _is_indented_start(self, paragraph: _Open, line: FlowLine) -> bool:
        """A full line that ends a sentence, and an indented one after it: a new paragraph."""
        left = min([one.line.x0 for one in paragraph.lines[1:]] or [paragraph.text_x])
        indented = line.line.x0 > max(left, paragraph.text_x) + 0.8 * line.line.size
        return indented and paragraph.texts[-1][-1] in _TERMINAL

    def _goes_on_elsewhere(self, last: FlowLine, line: FlowLine) -> bool:
        """In the next column or on the next page a paragraph goes on in the middle of a sentence."""
        text = last.text
        if text[-1] in SOFT_HYPHENS or _broken(text):
            return line.text[0].islower()
        room = self._type.right(last.line, last.page) - last.line.x1
        full = room < 12 * line.line.size * 0.5
        goes_on = line.text[0].islower() or _GOES_ON.match(line.text) is not None
        return full and text[-1] not in _TERMINAL and goes_on


def _mark_of(line: FlowLine) -> tuple[str | None, str]:
    """A line's list mark, drawn or written, and the text after it."""
    if line.line.drawn_mark is not None:
        return line.line.drawn_mark, line.text
    return split_mark(line.text)


def _is_sentence_over(above: FlowLine, below: FlowLine) -> bool:
    return above.text[-1] in ".!?" and below.text[0].isupper()


def _broken(text: str) -> bool:
    return text[-1] == "-" and len(text) > 1 and text[-2].isalpha()


def _ends_open(text: str) -> bool:
    """Whether a line plainly goes on: "innan", "og", a comma, a hyphen."""
    return text[-1] in ",-–/(" or (text.rsplit(None, 1)[-1].islower() and len(text) > 60)
