"""Plan documents in Word and Excel made for the tests, with python-docx and xlsxwriter alone.

Each function gives the bytes of one document; what a person reads in it stands in
further/<name>.truth.json.
"""

import io
from collections.abc import Callable, Sequence
from typing import Any

import docx
from xlsxwriter import Workbook

Rows = Sequence[Any]


def _saved(document: Any) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _add_table(document: Any, rows: Rows) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text


def ungdomsstrategi() -> bytes:
    """Danish; the table names the measure first and its area last."""
    document = docx.Document()
    document.add_paragraph("Ungestrategi 2025-2028", style="Title")
    document.add_paragraph("Godkendt af byrådet den 28. januar 2025")
    document.add_paragraph("Handleplan", style="Heading 1")
    document.add_paragraph("Beløb i tkr. Strategien følges op hvert år i udvalget.")
    _add_table(
        document,
        [
            ["Tiltag", "Mål", "Indsatsområde", "Tidsplan", "Beløb (tkr.)", "Ansvarlig"],
            [
                "Åbne et ungehus ved havnen",
                "Unge skal have et sted at være",
                "Fritid",
                "2025-2026",
                "1.200",
                "Kulturforvaltningen",
            ],
            [
                "Natbus fredag og lørdag",
                "Unge skal have et sted at være",
                "Fritid",
                "Løbende",
                "350",
                "Teknik og Miljø",
            ],
            [
                "Fritidsjob til alle 15-årige",
                "Ingen unge uden job eller uddannelse",
                "Job og uddannelse",
                "Efterår 2025",
                "inden for rammen",
                "Jobcentret, Erhvervsforeningen",
            ],
            ["I alt", "", "", "", "1.550", ""],
        ],
    )
    return _saved(document)


def klimaplan() -> bytes:
    """Norwegian (bokmål); a card and two tables with different columns."""
    document = docx.Document()
    document.add_paragraph("Klimaplan 2024-2030 for Nesøya kommune", style="Title")
    document.add_paragraph("Høringsutkast 01.09.2023")
    document.add_paragraph("Kapittel 1 Transport", style="Heading 1")
    document.add_paragraph("Mål: Utslippene fra biltrafikk skal halveres.")
    _add_table(
        document,
        [
            ["ID", "Tiltak", "Effekt", "Frist", "Kostnad i mill. kr"],
            ["T-01", "Ladestasjoner ved alle kommunale bygg", "Middels", "2025", "1,4"],
            ["T-02", "Sykkelvei fra Nes til Øya", "Stor", "2026–2028", "22"],
        ],
    )
    document.add_paragraph("Kapittel 2 Bygg", style="Heading 1")
    document.add_paragraph("Mål: Alle kommunale bygg skal være fossilfrie innen 2027.")
    _add_table(
        document,
        [
            ["Aktivitet", "Hvem", "Når", "Pris"],
            ["Fase ut oljefyren i rådhuset", "Eiendom", "Innen utgangen av 2025", "kr 800 000"],
            [
                "Solceller på svømmehallen",
                "Eiendom og Nesøya Energi",
                "1. halvår 2026",
                "ca. kr 2 500 000",
            ],
            ["Totalt", "", "", "kr 3 300 000"],
        ],
    )
    return _saved(document)


def bibliotekplan() -> bytes:
    """Nynorsk; the old plan stands inside the new one, measures in an appendix."""
    document = docx.Document()
    document.add_paragraph("Bibliotekplan 2026–2029", style="Title")
    document.add_paragraph("Fjordaheim kommune. Vedteken av kommunestyret 18.12.2025, sak 91/25")
    document.add_paragraph("Tilbakeblikk på planen for 2020–2023", style="Heading 1")
    document.add_paragraph("Desse tiltaka stod i den gamle planen:")
    _add_table(
        document,
        [
            ["Tiltak", "Status"],
            ["Kjøpa ny bokbuss", "Gjennomført"],
            ["Byta ut utlånssystemet", "Ikkje gjennomført"],
        ],
    )
    document.add_paragraph("Formidling", style="Heading 1")
    document.add_paragraph("Delmål", style="Heading 2")
    document.add_paragraph("Alle barn skal møta biblioteket før dei byrjar på skulen.")
    document.add_paragraph("Tiltak", style="Heading 2")
    for text in ("Bokpakkar til barnehagane", "Lesesirklar på sjukeheimen"):
        document.add_paragraph(text, style="List Bullet")
    document.add_paragraph("Rom", style="Heading 1")
    document.add_paragraph("Delmål", style="Heading 2")
    document.add_paragraph("Biblioteket skal vera ope når folk har fri.")
    document.add_paragraph("Tiltak", style="Heading 2")
    document.add_paragraph("Meirope bibliotek med nøkkelkort", style="List Bullet")
    document.add_paragraph("Vedlegg 1 Handlingsdel", style="Heading 1")
    _add_table(
        document,
        [
            ["Tiltak", "Tid", "Kostnad", "Ansvar"],
            ["Bokpakkar til barnehagane", "2026-2029", "25 000 kr per år", "Biblioteket"],
            [
                "Lesesirklar på sjukeheimen",
                "Haust 2026",
                "Prosjektmidlar",
                "Biblioteket/Frivilligsentralen",
            ],
            [
                "Meirope bibliotek med nøkkelkort",
                "2027",
                "kr 450 000",
                "Biblioteket v/ biblioteksjefen",
            ],
        ],
    )
    return _saved(document)


def _book(sheets: Sequence[tuple[str, Rows]]) -> bytes:
    target = io.BytesIO()
    with Workbook(target, {"in_memory": True}) as made:
        for name, rows in sheets:
            sheet = made.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return target.getvalue()


def utviklingsplan() -> bytes:
    """Swedish; two sheets with different columns, a title above each table."""
    skola = [
        ["Utvecklingsplan 2025-2027 för Storvikens kommun"],
        ["Beslutad av kommunstyrelsen 2024-11-19"],
        [],
        ["Skola"],
        ["Nr", "Mål", "Åtgärd", "Start", "Klart", "Kostnad (tkr)", "Ansvarig"],
        [
            "1.1",
            "Fler elever ska nå gymnasiet",
            "Läxhjälp på alla skolor",
            "2025",
            "2027",
            600,
            "Rektorerna",
        ],
        ["1.2", "", "Studie- och yrkesvägledare i åk 7", "2026", "2027", 450, "Utbildningschefen"],
        ["", "", "Summa", "", "", 1050, ""],
    ]
    natur = [
        ["Natur"],
        ["Aktivitet", "När", "Vem", "Kommentar"],
        [
            "Restaurera våtmarken vid Lillsjön",
            "Vår 2025",
            "Miljökontoret / Länsstyrelsen",
            "LONA-bidrag söks",
        ],
        ["Märka om strandleden", "2025-2026", "Fritid", ""],
    ]
    return _book([("Skola", skola), ("Natur", natur)])


def handlingsprogram() -> bytes:
    """Norwegian (bokmål); codes, a column of amounts for each year, in tkr."""
    rows = [
        ["Handlingsprogram 2026-2028, Solvik kommune"],
        ["Vedtatt av formannskapet 04.12.2025. Beløp i 1000 kr"],
        [],
        ["Kode", "Satsingsområde", "Delmål", "Tiltak", "2026", "2027", "2028", "Ansvarlig"],
        [
            "S1",
            "Sentrum",
            "Flere skal bo i sentrum",
            "Regulere Torget øst",
            300,
            200,
            "",
            "Planavdelingen",
        ],
        [
            "S2",
            "Sentrum",
            "Flere skal bo i sentrum",
            "Gi tilskudd til bakgårder",
            150,
            150,
            150,
            "Planavdelingen",
        ],
        [
            "K1",
            "Kysten",
            "Strandsonen skal være åpen for alle",
            "Bygge kyststi Sol–Vika",
            "",
            1200,
            800,
            "Teknisk/Friluftsrådet",
        ],
        ["", "Sum", "", "", 450, 1550, 950, ""],
    ]
    return _book([("Program", rows)])


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "ungdomsstrategi.docx": ungdomsstrategi,
    "klimaplan.docx": klimaplan,
    "bibliotekplan.docx": bibliotekplan,
    "utviklingsplan.xlsx": utviklingsplan,
    "handlingsprogram.xlsx": handlingsprogram,
}
