"""Tables of OpenDocument texts: their rows, and which only lay out other tables."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tiltak.reading.formats.office_flow import LEAST_OF_CHAPTER, lays_out_chapters
from tiltak.reading.formats.opendocument.odf_package import qn, within
from tiltak.reading.formats.opendocument.odt_text import all_paragraphs, text_of

CELL = qn("table:table-cell")

_ROW_GROUPS = frozenset(
    qn(name)
    for name in (
        "table:table-header-rows",
        "table:table-rows",
        "table:table-row-group",
        "text:change",
    )
)


def rows_of(table: Element) -> Iterator[Element]:
    """The rows of a table, those of its head and its groups too."""
    return within(table, qn("table:table-row"), _ROW_GROUPS)


def is_layout(table: Element) -> bool:
    """Whether a table only puts other tables, or chapters of the text, beside or under one another.

    Cells hold tables, and no row has two texts beside each other that are none: a table of values
    has them in its head at least. A cell that is split holds no table of its own.
    """
    rows = [[cell for cell in row if cell.tag == CELL] for row in rows_of(table)]
    if lays_out_chapters([[_holds_chapter(c) for c in row if _has_text(c)] for row in rows]):
        return True
    if not any(_holds_table(cell) for row in rows for cell in row):
        return False
    bare = [sum(1 for cell in row if not _holds_table(cell) and _has_text(cell)) for row in rows]
    return max(bare) < 2


def _holds_chapter(cell: Element) -> bool:
    filled = (paragraph for paragraph in all_paragraphs(cell) if text_of(paragraph).strip())
    first = next(filled, None)
    if first is None or first.tag != qn("text:h"):
        return False
    return len(list(filled)) >= LEAST_OF_CHAPTER - 1


def _holds_table(cell: Element) -> bool:
    return any(
        table.get(qn("table:is-sub-table")) != "true" for table in cell.findall(qn("table:table"))
    )


def _has_text(cell: Element) -> bool:
    return any(text_of(paragraph).strip() for paragraph in all_paragraphs(cell))
