"""The sheet that says what the file is: source, date, licence, and what the columns mean."""

from xlsxwriter.worksheet import Worksheet

from tiltak.writing.document import PlanPaper
from tiltak.writing.formats.xlsx_cells import Look
from tiltak.writing.notes import money_notes
from tiltak.writing.table import tables_of


def write_about(sheet: Worksheet, paper: PlanPaper, look: Look) -> None:
    """Two columns: what, and the value."""
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 100)
    sheet.write_string(0, 0, paper.heading, look.title)
    for line, (name, value) in enumerate((*_facts(paper), *_columns(paper)), start=2):
        sheet.write_string(line, 0, name, look.text)
        sheet.write_string(line, 1, value, look.text)


def _facts(paper: PlanPaper) -> list[tuple[str, str]]:
    _ = paper.words.gettext
    notes = money_notes(paper, tables_of(paper))
    return [
        (_("Råd"), paper.council),
        (_("Slag plan"), paper.words.plan_kind(paper.kind)),
        (_("Tilstand"), paper.state),
        (_("Versjon"), paper.version),
        (_("Adresse"), paper.address),
        (_("Henta"), paper.words.long_date(paper.generated_at.date())),
        (_("Lisens"), paper.licence),
        (
            _("Om beløpa"),
            _("Heile kroner. Ei tom rute tyder at planen ikkje oppgir beløp, ikkje 0."),
        ),
        *((_("Merk"), note) for note in notes),
    ]


def _columns(paper: PlanPaper) -> list[tuple[str, str]]:
    """What the columns of the two other sheets hold."""
    _ = paper.words.gettext
    return [
        ("", ""),
        (_("Arket Tabell"), _("Tabellen slik rådet kjenner han, ei line for kvar rad.")),
        (_("Nr."), _("Nummeret rada har i tabellen.")),
        (_("Tid"), _("Tida slik ho står i planen.")),
        (_("Budsjett"), _("Beløpet planen oppgir, eller orda planen har i staden.")),
        (_("I alt"), _("Beløpet for alle åra og alle som betaler. Summane er av denne kolonnen.")),
        (_("Ansvar"), _("Dei ansvarlege slik dei står i planen.")),
        ("", ""),
        (_("Arket Plan"), _("Heile planen, ei line for kvart element.")),
        (_("Nivå"), _("Kva elementet er. Eit deltiltak er ein del av tiltaket over det.")),
        (_("Tekst"), _("Teksten slik planen har han.")),
        (_("Kort tittel"), _("Sett av rådet. Ikkje ein del av planteksten.")),
        (_("Rad i tabellen"), _("Kva rader i tabellen tiltaket står i.")),
        (_("Statusmelding"), _("Siste statusmelding. Ikkje ein del av planteksten.")),
    ]
