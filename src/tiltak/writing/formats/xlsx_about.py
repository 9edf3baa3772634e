"""The sheet that says what the file is: source, date, licence, and what the columns mean."""

from collections.abc import Iterator, Sequence

from xlsxwriter.worksheet import Worksheet

from tiltak.writing.document import PlanPaper
from tiltak.writing.formats.xlsx_cells import Look

FIRST_LINE = 3
WIDTHS = (12, 20, 100)


def write_about(sheet: Worksheet, paper: PlanPaper, notes: Sequence[str], look: Look) -> None:
    """Title and state as on a paper; below, a list of facts and of columns."""
    _ = paper.words.gettext
    sheet.write_string(0, 0, paper.heading, look.title)
    sheet.write_string(1, 0, paper.state)
    for column, (head, width) in enumerate(
        zip((_("Gjeld"), _("Namn"), _("Innhald")), WIDTHS, strict=True)
    ):
        sheet.set_column(column, column, width)
        sheet.write_string(FIRST_LINE, column, head, look.head)
    entries = (*_facts(paper, notes), *_table_columns(paper), *_plan_columns(paper))
    for line, entry in enumerate(entries, start=FIRST_LINE + 1):
        for column, text in enumerate(entry):
            sheet.write_string(line, column, text, look.text)


def _facts(paper: PlanPaper, notes: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    _ = paper.words.gettext
    empty = _("Heile kroner. Ei tom rute tyder at planen ikkje oppgir beløp, ikkje 0.")
    facts = (
        (_("Råd"), paper.council),
        (_("Slag plan"), paper.words.plan_kind(paper.kind)),
        (_("Versjon"), paper.version),
        (_("Adresse"), paper.address),
        (_("Henta"), paper.words.long_date(paper.generated_at.date())),
        (_("Lisens"), paper.licence),
        (_("Beløp"), empty),
        *((_("Merk"), note) for note in notes),
    )
    for name, value in facts:
        yield _("Fila"), name, value


def _table_columns(paper: PlanPaper) -> Iterator[tuple[str, str, str]]:
    _ = paper.words.gettext
    columns = (
        (_("Nr."), _("Nummeret rada har i tabellen.")),
        (_("Tid"), _("Tida slik ho står i planen.")),
        (_("Budsjett"), _("Beløpet planen oppgir, eller orda planen har i staden.")),
        (_("I alt"), _("Beløpet for alle åra og alle som betaler. Summane er av denne kolonnen.")),
        (_("Ansvar"), _("Dei ansvarlege slik dei står i planen.")),
    )
    for name, meaning in columns:
        yield _("Tabell"), name, meaning


def _plan_columns(paper: PlanPaper) -> Iterator[tuple[str, str, str]]:
    _ = paper.words.gettext
    columns = (
        (_("Nivå"), _("Kva elementet er. Eit deltiltak er ein del av tiltaket over det.")),
        (_("Tekst"), _("Teksten slik planen har han.")),
        (_("Kort tittel"), _("Sett av rådet. Ikkje ein del av planteksten.")),
        (_("Rad i tabellen"), _("Kva rader i tabellen tiltaket står i.")),
        (_("Statusmelding"), _("Siste statusmelding. Ikkje ein del av planteksten.")),
    )
    for name, meaning in columns:
        yield _("Plan"), name, meaning
