"""OpenDocument texts → blocks: what a reader of the accepted document sees, in order.

Deleted text of tracked changes is left out, inserted text read. Headers, footers, notes, tables of
contents and hidden sections are text of the document too and stand aside from the flow.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from tiltak.reading.blocks import BlockDocument, Cell
from tiltak.reading.formats.office_flow import (
    OfficeFlow,
    ParagraphStyle,
)
from tiltak.reading.formats.opendocument.odf_package import (
    DAMAGE,
    open_package,
    parse_part,
    qn,
    repeated,
    whole,
)
from tiltak.reading.formats.opendocument.odt_lists import Counter, ListBook
from tiltak.reading.formats.opendocument.odt_shown import shown_of
from tiltak.reading.formats.opendocument.odt_styles import StyleChain, StyleSheet
from tiltak.reading.formats.opendocument.odt_tables import CELL, is_layout, rows_of
from tiltak.reading.formats.opendocument.odt_text import (
    FRAMES,
    PARAGRAPHS,
    all_paragraphs,
    boxes_of,
    notes_of,
    text_of,
)
from tiltak.reading.limits import Limits
from tiltak.reading.problems import Problem, UnreadableDocument
from tiltak.reading.structure.reasons import CONTENTS, HEADER_OR_FOOTER, HIDDEN, NOTE

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"

_POINTS_OF_INDENT = 6.0  # one step, as in Word documents
_INDEXES = frozenset(
    qn(f"text:{name}")
    for name in ("table-of-content", "illustration-index", "table-index", "alphabetical-index")
)
_HEADERS = frozenset(
    qn(f"style:{name}{kind}") for name in ("header", "footer") for kind in ("", "-left", "-first")
)
_COVERED = qn("table:covered-table-cell")


def read_odt(data: bytes, limits: Limits) -> BlockDocument:
    """A text document as blocks. Raises UnreadableDocument: damaged, unsafe, encrypted."""
    try:
        with open_package(data, limits) as archive:
            content = parse_part(archive, "content.xml")
            named = "styles.xml" in archive.namelist()
            styles = parse_part(archive, "styles.xml") if named else None
        return _Reader(content, styles, limits).read()
    except UnreadableDocument:
        raise
    except DAMAGE as error:
        raise UnreadableDocument(Problem.DAMAGED, f"{type(error).__name__}: {error}") from error


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a paragraph stands among the lists: list style, level (1 is outermost), its counter.

    `nested`: the document itself says which items lie under which.
    """

    style: str = ""
    level: int = 0
    counter: Counter | None = None
    nested: bool = False
    is_first: bool = False


class _Reader:
    """Walks a document once."""

    def __init__(self, content: Element, styles: Element | None, limits: Limits) -> None:
        roots = [root for root in (styles, content) if root is not None]
        self._body = content.find(f"{qn('office:body')}/{qn('office:text')}")
        self._masters = styles
        self._limits = limits
        self._sheet = StyleSheet(roots)
        self._lists = ListBook(roots)
        self._flow = OfficeFlow()
        self._notes: list[Element] = []
        self._rows = 0

    def read(self) -> BlockDocument:
        """The body, then what stands aside."""
        if self._body is None:
            raise UnreadableDocument(Problem.DAMAGED, "no office:text")
        self._read_flow(self._body, _Place())
        for note in self._notes:
            self._leave_aside(note, NOTE)
        for element in self._masters.iter() if self._masters is not None else ():
            if element.tag in _HEADERS and element.get(qn("style:display")) != "false":
                self._leave_aside(element, HEADER_OR_FOOTER)
        return self._flow.document(MEDIA_TYPE)

    def _read_flow(self, container: Element, place: _Place) -> None:
        for element in container:
            if element.tag in PARAGRAPHS:
                self._read_paragraph(element, place)
                place = replace(place, is_first=False)
            elif element.tag == qn("text:list"):
                self._read_list(element, place)
                place = replace(place, is_first=False)
            elif element.tag == qn("table:table"):
                self._read_table(element)
            elif element.tag in _INDEXES:
                self._leave_aside(element, CONTENTS)
            elif element.tag == qn("text:section") and _is_hidden(element):
                self._leave_aside(element, HIDDEN)
            elif element.tag in FRAMES:
                for box in boxes_of([element]):
                    self._read_flow(box, _Place())
            elif element.tag != qn("text:tracked-changes"):
                self._read_flow(element, place)

    def _read_list(self, element: Element, around: _Place) -> None:
        for item, place in self._items(element, around):
            self._read_flow(item, place)

    def _items(self, element: Element, around: _Place) -> Iterator[tuple[Element, _Place]]:
        """The items of a list, each with its place."""
        style = element.get(qn("text:style-name")) or around.style
        level = around.level + 1
        counter = around.counter
        if counter is None:
            style = style if self._lists.is_known(style) else self._style_of_items(element)
            counter = self._lists.counter(element, style)
        nested = around.nested or element.find(f"*/{qn('text:list')}") is not None
        for item in element:
            if item.tag not in (qn("text:list-item"), qn("text:list-header")):
                continue
            start = whole(item.get(qn("text:start-value")))
            if start is not None:
                counter.begin(level, start)
            counted = item.tag == qn("text:list-item")
            own = item.get(qn("text:style-override"), style)
            yield item, _Place(own, level, counter, nested, counted)

    def _style_of_items(self, element: Element) -> str:
        """The list style that the items' paragraphs name, where the list names none."""
        for paragraph in all_paragraphs(element):
            return self._sheet.paragraph(paragraph.get(qn("text:style-name"))).list_style or ""
        return ""

    def _read_paragraph(self, paragraph: Element, place: _Place) -> None:
        chain = self._sheet.paragraph(paragraph.get(qn("text:style-name")))
        shown = shown_of(paragraph, chain, self._sheet)
        if shown.hidden and chain.hidden and not shown.text.strip():
            self._flow.leave_aside(shown.hidden, HIDDEN)  # no list counts it
            return
        style = self._style(paragraph, chain, place)
        self._flow.add_paragraph(shown.text, style, shown.look)
        self._flow.leave_aside(shown.hidden, HIDDEN)
        self._notes += notes_of(paragraph)
        for box in boxes_of(paragraph):
            self._read_flow(box, _Place())

    def _style(self, paragraph: Element, chain: StyleChain, place: _Place) -> ParagraphStyle:
        level = self._heading_level(paragraph, chain)
        mark = self._mark(paragraph, place, level)
        left = chain.left
        if place.level and self._lists.is_known(place.style):
            left = self._lists.left(place.style, place.level)
        listed = place.is_first and level is None
        return ParagraphStyle(
            level=level,
            mark=mark,
            is_list_item=listed,
            list_level=place.level - 1 if listed and place.nested else None,
            indent=round((left or 0.0) / _POINTS_OF_INDENT),
            bold=bool(chain.bold),
            size=chain.size(self._sheet.usual_size),
        )

    def _heading_level(self, paragraph: Element, chain: StyleChain) -> int | None:
        if chain.heading_level == 0:
            return 0
        if paragraph.tag == qn("text:h"):
            return whole(paragraph.get(qn("text:outline-level"))) or 1
        return chain.heading_level

    def _mark(self, paragraph: Element, place: _Place, level: int | None) -> str | None:
        """The mark or number the program sets before a paragraph."""
        if place.is_first and place.counter is not None:
            mark = self._lists.mark(place.style, place.level, place.counter)
            if level is None or (mark and mark[0].isalnum()):
                return mark
        if level is None or paragraph.tag != qn("text:h"):
            return None
        counted = paragraph.get(qn("text:is-list-header")) != "true"
        anew = paragraph.get(qn("text:restart-numbering")) == "true"
        start = whole(paragraph.get(qn("text:start-value"), "1")) or 0 if anew else None
        return self._lists.heading_mark(level, counted=counted, start=start)

    def _read_table(self, table: Element) -> None:
        """A table of values; one that only lays out other tables is read cell by cell."""
        if not is_layout(table):
            self._flow.add_table(self._table(table))
            return
        for row in rows_of(table):
            for cell in row:
                if cell.tag == CELL:
                    self._read_flow(cell, _Place())
                else:
                    self._leave_aside(cell, HIDDEN)

    def _table(self, table: Element) -> list[list[Cell]]:
        rows: list[list[Cell]] = []
        for element in rows_of(table):
            cells = self._row(element, len(rows))
            filled = any(cell.lines for cell in cells)
            copies = repeated(element, "table:number-rows-repeated") if filled else 1
            self._rows += copies
            if self._rows > self._limits.sheet_rows:
                raise UnreadableDocument(Problem.TOO_LARGE, f"{self._rows} rows")
            rows.append(cells)
            rows += (self._row(element, len(rows)) for _ in range(copies - 1))
        return rows

    def _row(self, row: Element, number: int) -> list[Cell]:
        cells: list[Cell] = []
        column = 0
        for element in row:
            if element.tag not in (CELL, _COVERED):
                continue
            copies = repeated(element, "table:number-columns-repeated")
            if element.tag == _COVERED:
                self._leave_aside(element, HIDDEN)
                column += copies
                continue
            down = whole(element.get(qn("table:number-rows-spanned"))) or 1
            across = whole(element.get(qn("table:number-columns-spanned"))) or 1
            for _ in range(min(copies, self._limits.sheet_columns)):
                hidden: list[str] = []
                texts = self._cell_texts(element, _Place(), hidden)
                lines = tuple(self._flow.cell_lines(texts, number, column))
                for text in hidden:
                    self._flow.leave_aside(text, HIDDEN)
                cells.append(Cell(column, lines, max(1, down), max(1, across)))
                column += 1
        return cells

    def _cell_texts(
        self, container: Element, place: _Place, hidden: list[str]
    ) -> Iterator[tuple[str, str | None]]:
        """The paragraphs of a cell with their list marks, nested tables and boxes among them.
        Text that is not shown is put to `hidden`."""
        for element in container:
            if element.tag in PARAGRAPHS:
                chain = self._sheet.paragraph(element.get(qn("text:style-name")))
                shown = shown_of(element, chain, self._sheet)
                hidden.append(shown.hidden)
                yield shown.text, self._mark(element, place, None)
                place = replace(place, is_first=False)
                self._notes += notes_of(element)
                for box in boxes_of(element):
                    yield from self._cell_texts(box, _Place(), hidden)
            elif element.tag == qn("text:list"):
                for item, inner in self._items(element, place):
                    yield from self._cell_texts(item, inner, hidden)
            else:
                yield from self._cell_texts(element, _Place(), hidden)

    def _leave_aside(self, root: Element, reason: str) -> None:
        for paragraph in all_paragraphs(root):
            self._flow.leave_aside(text_of(paragraph), reason)


def _is_hidden(section: Element) -> bool:
    display = section.get(qn("text:display"))
    return display == "none" or (
        display == "condition" and section.get(qn("text:is-hidden")) == "true"
    )
