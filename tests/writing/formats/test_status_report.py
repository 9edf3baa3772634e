"""The status report: figures first, then trouble, then area by area."""

from io import BytesIO

from docx import Document

from tests.factories.papers import STATE, paper_of, sample_statuses
from tests.factories.planfiles import empty_plan
from tiltak.writing.document import PlanPaper
from tiltak.writing.formats.status_report import write_status_report


def lines_of(paper: PlanPaper) -> list[str]:
    """Paragraphs outside tables."""
    document = Document(BytesIO(write_status_report(paper)))
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text]


def tables_of(paper: PlanPaper) -> list[list[list[str]]]:
    document = Document(BytesIO(write_status_report(paper)))
    return [
        [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in table.rows]
        for table in document.tables
    ]


def test_figures_then_what_needs_attention() -> None:
    assert lines_of(paper_of(statuses=sample_statuses()))[:24] == [
        "Status for Handlingsplan 2026",
        "Slik er det meldt per 15. januar 2026",
        STATE,
        "Kort fortalt",
        "Planen har 10 tiltak.",
        "Korleis det går: 1 ikkje i rute, 1 i rute, 1 ikkje vurdert.",
        "Kor langt dei er komne: 1 i gang, 1 sett på vent, 1 fullført.",
        "Ingen status er meld for 7 tiltak.",
        "Tala gjeld tiltaka i planen. Deltiltak er ikkje talde med.",
        "Dette treng merksemd",
        "Prøva ei heilårsrute med båt mellom Nordvik og Sørvåg:",
        "■ ikkje i rute, sett på vent",
        "Reiarlaget har trekt seg.",
        "Meldt 1. november 2025 (for 75 dagar sidan) av Båtselskapet",
        "Deltiltak: Finna ut kor mange bustader kvar kommune manglar",
        "▲ fare for avvik, i gang",
        "To kommunar manglar tal.",
        "Meldt 14. januar 2026 (i går) av Leiaren",
        "Delmål: Ingen skal ha lenger enn 45 minutt til regionsenteret.",
        "▲ fare for avvik, i gang",
        "Ferja er ute av ruta.",
        "Meldt 3. januar 2026 (for 12 dagar sidan) av SR",
        "1 Arbeid og næring",
        "Ingen status er meld enno",
    ]


def test_what_was_said_in_an_area_is_a_table() -> None:
    tables = tables_of(paper_of(statuses=sample_statuses()))
    assert tables[1] == [
        ["Prosjekt/tiltak", "Korleis det går", "Siste melding"],
        [
            "Delta på tre utdanningsmesser for studentar.",
            "ikkje vurdert\nfullført",
            "Meldt 15. januar 2026 (i dag) av Sekretæren. Dette er eit døme.",
        ],
        [
            "Deltiltak: Finna ut kor mange bustader kvar kommune manglar",
            "▲ fare for avvik\ni gang",
            "To kommunar manglar tal.\nMeldt 14. januar 2026 (i går) av Leiaren",
        ],
    ]


def test_the_money_of_the_plan_by_area() -> None:
    assert tables_of(paper_of())[-1] == [
        ["Satsing", "Planlagde midlar", "Utan beløp"],
        ["Arbeid og næring", "1 450 000 kr", ""],
        ["Gode bygder å bu i", "165 000 kr", "1"],
        ["Samferdsle", "Planen oppgir ikkje beløp", "1"],
        ["Sum i alt", "1 615 000 kr", "2"],
    ]


def test_silence_and_emptiness_are_said() -> None:
    silent = lines_of(paper_of())
    assert "Ingen status er meld for 10 tiltak." in silent
    assert "Ingen har meldt avvik eller fare for avvik." in silent
    assert "Planen har ingen tiltak enno." in lines_of(paper_of(empty_plan()))
