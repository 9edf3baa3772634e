"""A plan as a workbook: the council's table, the whole plan as a list, and what the file is.

Texts are written as texts whatever they begin with; nothing in a plan becomes a formula or a
link. The only formulas are the sums, each with the value the program has calculated.
"""

from datetime import UTC
from io import BytesIO

from xlsxwriter import Workbook

from tiltak.writing.document import PlanPaper
from tiltak.writing.formats.xlsx_about import write_about
from tiltak.writing.formats.xlsx_cells import Look
from tiltak.writing.formats.xlsx_plan import write_plan
from tiltak.writing.formats.xlsx_table import write_table
from tiltak.writing.notes import money_notes
from tiltak.writing.table import tables_of


def write_xlsx(paper: PlanPaper) -> bytes:
    """The workbook as an XLSX file."""
    _ = paper.words.gettext
    tables = tables_of(paper)
    target = BytesIO()
    # constant_memory was slower at 2 000 measures, and cannot merge cells over rows
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(target, options) as book:
        book.set_properties(_properties(paper))
        look = Look.of(book, paper.words)
        for number, table in enumerate(tables, start=1):
            name = _("Tabell") if number == 1 else f"{_('Tabell')} {number}"
            is_last = number == len(tables)
            write_table(book.add_worksheet(name), table, paper, look, is_last=is_last)
        write_plan(book.add_worksheet(_("Plan")), paper, look)
        write_about(book.add_worksheet(_("Om")), paper, money_notes(paper, tables), look)
    return target.getvalue()


def _properties(paper: PlanPaper) -> dict[str, object]:
    return {
        "title": paper.heading,
        "subject": paper.state,
        "author": paper.council,
        "comments": paper.origin(),
        # the properties of an Office file are told in UTC
        "created": paper.generated_at.astimezone(UTC).replace(tzinfo=None),
    }
