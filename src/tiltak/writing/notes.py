"""What a reader must know to read the table's amounts right."""

from tiltak.planfile.model import Budget
from tiltak.writing.cells import cell_lines
from tiltak.writing.document import PlanPaper
from tiltak.writing.table import AMOUNT_KINDS, PaperTable, TableRow


def notes_of(paper: PlanPaper, tables: list[PaperTable]) -> list[str]:
    """Sentences below the last table; only those that concern it."""
    _ = paper.words.gettext
    missing = [_("– tyder at planen ikkje oppgir beløp. Det tyder ikkje 0 kr.")]
    has_missing = any(_without_amount(table, paper) for table in tables)
    return [*(missing if has_missing else []), *money_notes(paper, tables)]


def money_notes(paper: PlanPaper, tables: list[PaperTable]) -> list[str]:
    """Those of them that hold where a missing amount is an empty cell."""
    _ = paper.words.gettext
    rows = [row for table in tables for row in table.rows]
    notes = []
    if any(_is_unclear(row, budget) for row in rows for budget in row.budgets):
        notes.append(
            _(
                "Der eit beløp gjeld fleire år, seier ikkje planen om det er per år eller i alt. "
                "Det er rekna med éin gong."
            )
        )
    if any(row.shares_budget for row in rows):
        notes.append(_("Eit beløp som står for fleire rader, er rekna med éin gong."))
    if paper.plan.document.abbreviations:
        notes.append(_("Forkortingar: %(list)s") % {"list": _abbreviations(paper)})
    return notes


def _without_amount(table: PaperTable, paper: PlanPaper) -> bool:
    columns = [column for column in table.columns if column.kind in AMOUNT_KINDS]
    return any(not cell_lines(row, column, paper.words) for row in table.rows for column in columns)


def _is_unclear(row: TableRow, budget: Budget) -> bool:
    time = row.owner.time
    several = time is not None and len(time.years) > 1
    return several and budget.amount is not None and not budget.per and not budget.per_year


def _abbreviations(paper: PlanPaper) -> str:
    pairs = paper.plan.document.abbreviations.items()
    return ", ".join(f"{name} ({short})" for short, name in sorted(pairs))
