"""Where a document can be read in two ways: the reading, and what else it may mean."""

from tiltak.planfile.marking import gettext_noop
from tiltak.planfile.model import Row
from tiltak.reading.structure import reasons
from tiltak.reading.structure.areas.places import Places
from tiltak.reading.structure.rows.read_rows import ReadTables


def shared_cells(tables: ReadTables) -> tuple[dict[str, str | None], ...]:
    """What is doubtful where several measures stand in one cell with one amount."""
    groups: dict[str, list[Row]] = {}
    for read in tables.rows:
        if read.row.budget is not None and read.row.budget.cell_group:
            groups.setdefault(read.row.budget.cell_group, []).append(read.row)
    return tuple(
        {
            "where": " / ".join(row.id for row in rows),
            "question": gettext_noop("Kva tiltak i cella gjeld beløpet?"),
            "reading": gettext_noop("Beløpet er lagt til tiltaket det står på linje med."),
            "alternative": gettext_noop("Tiltaka deler beløpet. Det er berre talt éin gong."),
        }
        for rows in groups.values()
        if any(row.budget is not None and row.budget.amount for row in rows)
        if not any(reasons.AMOUNT_ELSEWHERE in row.reading.warnings for row in rows)
    )


def moved_goals(places: Places) -> tuple[dict[str, str | None], ...]:
    """What is doubtful where goals stand before the first area."""
    if not places.goals_moved:
        return ()
    return (
        {
            "where": places.areas[0].identity,
            "question": gettext_noop("Kva satsingsområde gjeld måla som står før områda?"),
            "reading": reasons.GOALS_BEFORE_AREAS,
            "alternative": gettext_noop("Måla gjeld heile planen."),
        },
    )
