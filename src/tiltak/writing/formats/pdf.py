"""A plan as a tagged PDF (PDF/UA-1), the same paper as the Word file.

Typst sets the pages from `paper.typ`. Text goes in as JSON and is never read as markup; the
fonts are those that come with typst, so that a PDF looks the same on every machine.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import Any

import typst

from tiltak.writing.cells import mark_of
from tiltak.writing.document import PlanPaper
from tiltak.writing.formats.glyphs import FONTS, bundled_fonts, without_missing_glyphs
from tiltak.writing.grid import grid_of
from tiltak.writing.layout import laid_out
from tiltak.writing.notes import notes_of
from tiltak.writing.outline import Heading, LevelName, ListItem, OutlineBlock, outline_of
from tiltak.writing.table import PaperTable, plan_total, tables_of

Json = dict[str, Any]


def write_pdf(paper: PlanPaper) -> bytes:
    """The paper as a PDF file."""
    data = _shown(_data(paper))
    made: bytes = typst.compile(
        _template(),
        format="pdf",
        pdf_standards=["ua-1"],
        font_paths=bundled_fonts(),
        ignore_system_fonts=True,
        timestamp=int(paper.generated_at.timestamp()),
        sys_inputs={"paper": json.dumps(data, ensure_ascii=False)},
    )
    return made


def _shown(value: Any) -> Any:
    """The value with all its texts made fit to be shown."""
    match value:
        case str():
            return without_missing_glyphs(value)
        case dict():
            return {key: _shown(one) for key, one in value.items()}
        case list() | tuple():
            return [_shown(one) for one in value]
        case _:
            return value


@cache
def _template() -> bytes:
    return files("tiltak.writing.formats").joinpath("paper.typ").read_bytes()


def _data(paper: PlanPaper) -> Json:
    """All text of the paper, as `paper.typ` reads it."""
    return {
        "title": paper.heading,
        "council": paper.council,
        "state": paper.state,
        "language": paper.language,
        "fonts": FONTS,
        "origin": paper.origin(),
        "page_numbers": paper.words.gettext("Side %(page)s av %(pages)s"),
        "blocks": list(_blocks(paper)),
        "tables": _tables(paper),
    }


def _blocks(paper: PlanPaper) -> Iterator[Json]:
    blocks = list(outline_of(paper))
    if not blocks and not paper.plan.tables:
        empty = paper.words.gettext("Planen har ikkje noko innhald enno.")
        yield {"kind": "paragraph", "text": empty}
    run: list[ListItem] = []
    for block in blocks:
        if isinstance(block, ListItem):
            run.append(block)
            continue
        yield from _list(run)
        run = []
        yield _block(block)
    yield from _list(run)


def _block(block: OutlineBlock) -> Json:
    match block:
        case Heading():
            text = f"{block.number} {block.text}" if block.number else block.text
            return {"kind": "heading", "level": block.level, "text": text}
        case LevelName():
            return {"kind": "level", "level": block.level, "text": block.text}
        case _:
            return {"kind": "paragraph", "text": block.text}


def _list(run: list[ListItem]) -> Iterator[Json]:
    """A run of items as a tree, each with its parts."""
    tops: list[Json] = []
    open_items: list[Json] = []
    for item in run:
        made: Json = {"text": item.text, "mark": mark_of(item.number), "parts": []}
        del open_items[item.depth :]
        (open_items[-1]["parts"] if open_items else tops).append(made)
        open_items.append(made)
    if tops:
        yield {"kind": "list", "items": tops}


def _tables(paper: PlanPaper) -> list[Json]:
    tables = tables_of(paper)
    notes = notes_of(paper, tables)
    made = []
    on_its_side = False
    for number, table in enumerate(tables, start=1):
        one = _table(paper, table, is_last=number == len(tables), on_its_side=on_its_side)
        on_its_side = one["landscape"]
        made.append({**one, "notes": notes if number == len(tables) else []})
    return made


def _table(paper: PlanPaper, table: PaperTable, *, is_last: bool, on_its_side: bool) -> Json:
    table, layout = laid_out(table, paper.words, on_its_side=on_its_side)
    lines = grid_of(table, paper, plan_total(paper.plan) if is_last else None)
    return {
        "title": table.title,
        "landscape": layout.landscape,
        "widths": layout.widths,
        "first_column": int(table.columns[0].kind == "area"),
        "lines": [asdict(line) for line in lines],
    }
