"""PDF documents → blocks."""

from collections.abc import Iterator, Sequence

from tiltak.planfile.marking import gettext_noop, with_values
from tiltak.planfile.model import Passage
from tiltak.reading.blocks import Block, BlockDocument
from tiltak.reading.formats.pdf.beside import in_pairs
from tiltak.reading.formats.pdf.borderless import BorderlessReader
from tiltak.reading.formats.pdf.broken_words import WORDS_CLOSED, Mender
from tiltak.reading.formats.pdf.flow_line import FlowLine, contents_lines
from tiltak.reading.formats.pdf.furniture import find_furniture
from tiltak.reading.formats.pdf.last_columns import with_last_columns
from tiltak.reading.formats.pdf.layout import PAGE_BREAK, PageItem, PageLayout, PageTable
from tiltak.reading.formats.pdf.notes import (
    TableNotes,
    note_lines,
    signs_of,
    without_signs,
)
from tiltak.reading.formats.pdf.open_cards import read_open_card, read_rest
from tiltak.reading.formats.pdf.pages import read_pages
from tiltak.reading.formats.pdf.paragraph_ends import ParagraphEnds
from tiltak.reading.formats.pdf.paragraphs import ParagraphReader
from tiltak.reading.formats.pdf.stream import StreamReader
from tiltak.reading.formats.pdf.tables import TableMaker, TablePart
from tiltak.reading.formats.pdf.typography import Typography
from tiltak.reading.formats.pdf.whole_words import whole_words
from tiltak.reading.formats.text.furniture import RUNNING_HEAD
from tiltak.reading.progress import Tell, tell_nobody
from tiltak.reading.structure.reasons import CONTENTS, LETTERS_LOST, NOTE, READ_BY_OCR
from tiltak.reading.vocabulary import Vocabulary

MEDIA_TYPE = "application/pdf"
PAGES_WITHOUT_TEXT = gettext_noop("Desse sidene har bilete, men ingen tekst som kan lesast:")
_MOST_LOST = 0.01


def read_pdf(data: bytes, vocabulary: Vocabulary, tell: Tell = tell_nobody) -> BlockDocument:
    """A PDF as blocks. Raises UnreadableDocument: damaged, encrypted, or pictures of text only."""
    return _Assembler(read_pages(data, tell), vocabulary).document()


class _Assembler:
    """Pages in order → blocks: what only the whole document tells."""

    def __init__(self, pages: Sequence[PageLayout], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._offsets = _offsets(pages)
        self._furniture = find_furniture(pages, vocabulary)
        self._pages = pages = with_last_columns(pages, self._furniture)
        self._type = Typography.of(pages, self._furniture)
        self._table_notes = TableNotes(pages)
        self._aside: list[tuple[Passage, str]] = []
        self._mender = Mender(whole_words(pages), vocabulary)
        self._tables = TableMaker(vocabulary, self._mender)

    def document(self) -> BlockDocument:
        """The document as blocks."""
        blocks = list(self._blocks())
        if self._mender.knows_better:
            self._mender.begin_again()
            self._aside, self._tables.aside = [], []
            blocks = list(self._blocks())
        return BlockDocument(
            text=PAGE_BREAK.join(page.text for page in self._pages),
            media_type=MEDIA_TYPE,
            blocks=tuple(blocks),
            aside=tuple(self._aside + self._tables.aside),
            method="ocr" if any(page.seen for page in self._pages) else "text",
            warnings=tuple(self._warnings()),
        )

    def _blocks(self) -> Iterator[Block]:
        ends = ParagraphEnds.of(self._pages, self._type, self._furniture, self._vocabulary)
        paragraphs = ParagraphReader(self._type, ends, self._vocabulary, self._running_heads())
        borderless = BorderlessReader(self._type, self._vocabulary, self._mender)
        streams = StreamReader(self._type, ends, self._vocabulary)
        items = in_pairs(list(self._items()))
        at = 0
        while at < len(items):
            item = items[at]
            if isinstance(item, TablePart):
                parts = self._parts(items, at)
                yield from paragraphs.finish()
                at += len(parts)
                rest = read_rest(items, at, parts[-1], self._vocabulary)
                yield self._tables.block(parts, rest.rows)
                at += rest.taken
            elif found := borderless.read(items, at):
                yield from paragraphs.finish()
                yield found.block
                self._aside += found.aside
                at += found.taken
            elif card := read_open_card(items, at, self._vocabulary):
                yield from paragraphs.finish()
                yield card.block
                at += card.taken
            elif stream := streams.read(items, at):
                yield from paragraphs.finish()
                yield stream.block
                at += stream.taken
            else:
                for part in item.parts(self._vocabulary):
                    paragraphs.feed(part)
                at += 1
        yield from paragraphs.finish()

    def _running_heads(self) -> frozenset[str]:
        """What stands above or below the text on page after page."""
        return frozenset(
            " ".join(line.text.split())
            for page in self._pages
            for line in page.lines()
            if self._furniture.get((page.number, line.start)) == RUNNING_HEAD
        )

    def _parts(self, items: Sequence[FlowLine | TablePart], at: int) -> list[TablePart]:
        """The ruled table at an item and those on the next pages that go on with it."""
        parts: list[TablePart] = []
        for item in items[at:]:
            if not isinstance(item, TablePart):
                break
            if parts and not self._tables.follows(parts, item):
                break
            parts.append(item)
        return parts

    def _items(self) -> Iterator[FlowLine | TablePart]:
        """Lines and tables of all pages; furniture, footnotes and contents are set aside."""
        for page, offset in zip(self._pages, self._offsets, strict=True):
            notes = note_lines(page, self._type.body)
            signs = signs_of(page, notes) | self._table_notes.signs
            notes |= self._table_notes.note_lines(page)
            bare = [without_signs(item, signs) for item in page.items] if signs else page.items
            items = [self._placed(item, page, offset) for item in bare]
            flow = [one for one in items if isinstance(one, FlowLine)]
            aside = dict.fromkeys(notes, NOTE) | self._set_aside(page, flow)
            for item in items:
                if isinstance(item, FlowLine) and (reason := aside.get(item.line.start)):
                    self._aside.append((item.passage(), reason))
                else:
                    yield item

    def _set_aside(self, page: PageLayout, lines: Sequence[FlowLine]) -> dict[int, str]:
        """Start of each line of a page that is no text of the plan → what it is."""
        aside = {lines[index].line.start: CONTENTS for index in contents_lines(lines)}
        aside |= {
            line.line.start: reason
            for line in lines
            if (reason := self._furniture.get((page.number, line.line.start)))
        }
        return aside

    def _placed(self, item: PageItem, page: PageLayout, offset: int) -> FlowLine | TablePart:
        if isinstance(item, PageTable):
            return TablePart(item, page, offset)
        return FlowLine(item, page, offset)

    def _warnings(self) -> Iterator[str]:
        if any(page.seen for page in self._pages):
            yield READ_BY_OCR
        blank = [page.number for page in self._pages if not page.letters and page.pictured]
        if blank:
            yield with_values(PAGES_WITHOUT_TEXT, map(str, blank))
        letters = sum(page.letters for page in self._pages)
        lost = sum(page.lost for page in self._pages)
        if lost > _MOST_LOST * letters:
            yield LETTERS_LOST
        if self._mender.closed:
            yield with_values(WORDS_CLOSED, (f"«{word}»" for word in self._mender.closed))


def _offsets(pages: Sequence[PageLayout]) -> list[int]:
    """Where each page's text begins in the document's text."""
    offsets, at = [], 0
    for page in pages:
        offsets.append(at)
        at += len(page.text) + len(PAGE_BREAK)
    return offsets
