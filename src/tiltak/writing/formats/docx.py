"""A plan as a Word paper: the text with real lists, then the council's table."""

from io import BytesIO
from typing import Any

from tiltak.writing.cells import mark_of, numbered
from tiltak.writing.document import PlanPaper
from tiltak.writing.formats.docx_elements import Element, paragraph, table
from tiltak.writing.formats.docx_styles import (
    BULLET_LIST,
    DEEPEST_LEVEL,
    LIST_STYLES,
    PLAIN_LIST,
    landscape_section,
    new_document,
)
from tiltak.writing.formats.docx_table import table_spec
from tiltak.writing.grid import grid_of
from tiltak.writing.layout import laid_out
from tiltak.writing.notes import notes_of
from tiltak.writing.outline import Heading, LevelName, OutlineBlock, Paragraph, outline_of
from tiltak.writing.table import plan_total, tables_of


def write_docx(paper: PlanPaper) -> bytes:
    """The paper as a DOCX file."""
    document = new_document(paper, paper.heading)
    for made in (*_opening(paper), *_text(paper)):
        append(document, made)
    _tables(document, paper)
    return saved(document)


def saved(document: Any) -> bytes:
    """The bytes of a document."""
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _opening(paper: PlanPaper) -> list[Element]:
    return [
        paragraph("Title", paper.heading),
        paragraph("State", paper.state),
    ]


def _text(paper: PlanPaper) -> list[Element]:
    made = [_block(block) for block in outline_of(paper)]
    if made or paper.plan.tables:
        return made
    return [paragraph("Normal", paper.words.gettext("Planen har ikkje noko innhald enno."))]


def _block(block: OutlineBlock) -> Element:
    match block:
        case Heading():
            text = f"{block.number} {block.text}" if block.number else block.text
            return paragraph(f"Heading{block.level}", text)
        case LevelName():
            return paragraph("Heading3" if block.level > 2 else "Level", block.text)
        case Paragraph():
            return paragraph("Normal", block.text)
        case _:
            return list_item(block.depth, block.number, block.text)


def list_item(depth: int, number: str | None, text: str) -> Element:
    """An item with a bullet, or with the number it was printed with."""
    level = min(depth, DEEPEST_LEVEL)
    style = LIST_STYLES[min(depth, len(LIST_STYLES) - 1)]
    list_id = PLAIN_LIST if mark_of(number) else BULLET_LIST
    return paragraph(style, numbered(number, text), numbering=(list_id, level))


def _tables(document: Any, paper: PlanPaper) -> None:
    """Each table under its title; pages on their side from the first table that needs it."""
    tables = tables_of(paper)
    on_its_side = False
    for number, made in enumerate(tables, start=1):
        fitted, layout = laid_out(made, paper.words, on_its_side=on_its_side)
        if layout.landscape and not on_its_side:
            landscape_section(document)
        on_its_side = layout.landscape
        is_last = number == len(tables)
        lines = grid_of(fitted, paper, plan_total(paper.plan) if is_last else None)
        notes = notes_of(paper, tables) if is_last else []
        spec = table_spec(made.title, lines, layout.widths, notes)
        append(document, paragraph("Heading1", made.title))
        append(document, table(spec))
        # Word wants a paragraph after a table, and runs two tables together without one
        append(document, paragraph("Note"))


def append(document: Any, made: Element) -> None:
    """At the end of the text, before the properties of the last section."""
    document.element.body.sectPr.addprevious(made)
