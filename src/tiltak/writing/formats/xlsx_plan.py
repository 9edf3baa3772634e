"""The sheet with the whole plan as a list: areas, themes, goals, strategies, measures."""

from collections.abc import Iterator

from xlsxwriter.worksheet import Worksheet

from tiltak.planfile import walk
from tiltak.planfile.model import Row
from tiltak.writing.document import PlanPaper
from tiltak.writing.formats.xlsx_cells import CellValue, Look, write_cell, write_head
from tiltak.writing.records import SEPARATOR, Record, tree_records

LEVELS = ("focus_area", "theme", "sub_goal", "strategy", "measure", "part", "paragraph")


def write_plan(sheet: Worksheet, paper: PlanPaper, look: Look) -> None:
    """One line for each element, in reading order."""
    records = [r for r in tree_records(paper) if r.kind != "budget_line"]
    columns = _columns(paper, records)
    write_head(sheet, [(head, width) for head, width, _ in columns], look, last_row=len(records))
    for line, values in enumerate(_lines(paper, records), start=1):
        for at, (_, _, field) in enumerate(columns):
            value = values[field]
            shape = look.day if field == "status_date" else look.text
            write_cell(sheet, line, at, value, shape)


def _columns(paper: PlanPaper, records: list[Record]) -> list[tuple[str, float, str]]:
    """Head, width and field; what no element has is left out."""
    _ = paper.words.gettext
    every = [
        (_("Nivå"), 16.0, "level"),
        (_("Nummer"), 9.0, "number"),
        (_("Tekst"), 80.0, "text"),
        (_("Kort tittel"), 30.0, "short_title"),
        (_("Satsing"), 22.0, "focus_area"),
        (_("Tema"), 22.0, "theme"),
        (_("Rad i tabellen"), 22.0, "rows"),
        (_("Framdrift"), 18.0, "lifecycle"),
        (_("Korleis det går"), 16.0, "light"),
        (_("Statusmelding"), 50.0, "status_text"),
        (_("Meldt av"), 22.0, "status_by"),
        (_("Meldt dato"), 12.0, "status_date"),
    ]
    always = {"level", "number", "text", "focus_area", "theme"}
    return [
        column
        for column in every
        if column[2] in always or any(getattr(record, column[2]) for record in records)
    ]


def _lines(paper: PlanPaper, records: list[Record]) -> Iterator[dict[str, CellValue]]:
    words = paper.words
    rows = {row.id: _row_name(row) for row in walk.rows(paper.plan)}
    # asked for thousands of times, and each time a catalogue would be looked up
    levels = {kind: paper.label(kind) for kind in LEVELS}
    for record in records:
        yield {
            "level": _level(record, levels),
            "number": record.number,
            "text": record.text,
            "short_title": record.short_title,
            "focus_area": record.focus_area,
            "theme": record.theme,
            "rows": ", ".join(rows[key] for key in record.rows.split(SEPARATOR) if key in rows),
            "lifecycle": words.lifecycle(record.lifecycle) if record.lifecycle else "",
            "light": words.light(record.light) if record.light else "",
            "status_text": record.status_text,
            "status_by": record.status_by,
            "status_date": record.status_date,
        }


def _row_name(row: Row) -> str:
    return f"{row.focus_area or ''} {row.number or ''}".strip()


def _level(record: Record, levels: dict[str, str]) -> str:
    """The level's name; a part of a part says how deep it is: "Deltiltak 2"."""
    if record.kind != "measure" or record.depth == 0:
        return levels[record.kind]
    name = levels["part"]
    return name if record.depth == 1 else f"{name} {record.depth}"
