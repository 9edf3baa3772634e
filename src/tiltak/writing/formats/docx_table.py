"""The council's table as rows and cells of a Word table."""

from collections.abc import Sequence

from tiltak.writing.formats.docx_elements import Cell, TableLine, TableSpec
from tiltak.writing.grid import GridCell, GridLine, with_spans_drawn


def table_spec(
    title: str, lines: list[GridLine], widths: Sequence[float], notes: Sequence[str]
) -> TableSpec:
    """Word draws every part of a merged cell: the first restarts it, the others go on.

    Notes stand in a last row: they go where the table goes, and are not text of the plan.
    """
    drawn = [
        TableLine(
            cells=[_cell(cell, line, goes_on=cell.column in carried) for cell in line.cells],
            head=line.kind == "head",
            rule=line.starts_group or line.kind == "total",
            shaded=line.kind in {"sum", "total"},
            keep_with_next=line.keeps,
        )
        for line, carried in with_spans_drawn(lines)
    ]
    if notes:
        drawn.append(TableLine([Cell(notes, "Note", span=len(widths))], bare=True))
    return TableSpec(title, widths, drawn)


def _cell(cell: GridCell, line: GridLine, *, goes_on: bool) -> Cell:
    merge = None
    if goes_on:
        merge = "continue"
    elif cell.row_span > 1:
        merge = "restart"
    return Cell(
        lines=() if goes_on else cell.lines,
        style=_style(cell, line),
        span=cell.column_span,
        merge=merge,
    )


def _style(cell: GridCell, line: GridLine) -> str:
    if line.kind == "head":
        return "TableHeadNumber" if cell.is_number else "TableHead"
    if cell.is_number:
        return "TableSum" if cell.is_strong else "TableNumber"
    return "TableStrong" if cell.is_strong else "TableText"
