"""Measures with two rows: their cells, and below them a remark over the whole width."""

import io
from typing import Any

import docx

from tests.reading.structure.rows.word_tables import read_table
from tiltak.planfile.model import Plan
from tiltak.reading import read_document

SENT = "Søknaden er send. Svar kjem i mai."
HEADS = "Nr.|Tiltak|Ansvar|Frist"


def _said(plan: Plan) -> list[tuple[object, ...]]:
    return [
        (
            row.focus_area,
            row.text,
            row.responsible.parties if row.responsible else (),
            row.time.years if row.time else (),
            row.budget.amount if row.budget else None,
            row.state,
            row.extra,
        )
        for table in plan.tables
        for row in table.rows
    ]


def test_a_remark_below_a_measure_is_said_of_it() -> None:
    plan = read_table(
        HEADS,
        "Energi|<|<|<",
        "1|Bytta oljefyren|Eigedom|2026",
        "Status og merknad: Søknaden er send. Svar kjem i mai.|<|<|<",
        "2|Merka bygga|Kommunane|2027",
        "Merknad: Ventar på tilbod|<|<|<",
        "Transport|<|<|<",
        "3|Kjøpa elbilar|Innkjøp|2026",
        "Status: Ikkje starta|<|<|<",
        title="Tiltaksplan 2026–2027",
    )
    assert _said(plan) == [
        ("Energi", "Bytta oljefyren", ("Eigedom",), (2026,), None, SENT, {}),
        (
            "Energi",
            "Merka bygga",
            ("Kommunane",),
            (2027,),
            None,
            None,
            {"Merknad": "Ventar på tilbod"},
        ),
        ("Transport", "Kjøpa elbilar", ("Innkjøp",), (2026,), None, "Ikkje starta", {}),
    ]
    assert [area.title for area in plan.focus_areas] == ["Energi", "Transport"]


def test_facts_below_a_measure_fill_what_its_cells_do_not_say() -> None:
    plan = read_table(
        "Nr.|Tiltak|Frist",
        "1|Rydda stiar|2026",
        "Ansvar: Turlaget. Kostnad: 40 000|<|<",
        "2|Setja ut benker|2027",
        "Ansvar: Teknisk. Frist: 2030|<|<",
        title="Tiltaksplan 2026–2027",
    )
    assert [row[1:] for row in _said(plan)] == [
        ("Rydda stiar", ("Turlaget",), (2026,), 40_000, None, {}),
        ("Setja ut benker", ("Teknisk",), (2027,), None, None, {}),
    ]


def test_a_remark_cut_off_by_the_page_is_of_the_last_measure_before_it() -> None:
    """A table on the new page has the head and the remark only; its heading stays an area."""
    made: Any = docx.Document()
    made.add_paragraph("Klimaplan 2026–2027", style="Title")
    for area, measures in (("Energi", ("Merka bygga", "Bytta fyren")), ("Hav", ("Lyfta kaia",))):
        made.add_paragraph(area, style="Heading 1")
        _table(
            made,
            [
                ["Nr.", "Tiltak", "Ansvar", "Frist"],
                *(
                    row
                    for measure in measures
                    for row in (["1", measure, "Eigedom", "2026"], ["Merknad: Er i gang"])
                ),
            ][: None if area == "Energi" else -1],
        )
    made.add_paragraph("")
    _table(made, [["Nr.", "Tiltak", "Ansvar", "Frist"], ["Merknad: Ventar"]])
    target = io.BytesIO()
    made.save(target)
    plan = read_document(target.getvalue(), "plan.docx")
    began = {"Merknad": "Er i gang"}
    assert _said(plan) == [
        ("Energi", "Merka bygga", ("Eigedom",), (2026,), None, None, began),
        ("Energi", "Bytta fyren", ("Eigedom",), (2026,), None, None, began),
        ("Hav", "Lyfta kaia", ("Eigedom",), (2026,), None, None, {"Merknad": "Ventar"}),
    ]
    assert [area.title for area in plan.focus_areas] == ["Energi", "Hav"]


def _table(made: Any, rows: list[list[str]]) -> None:
    """A table of four columns; a row of one text has it over the whole width."""
    table = made.add_table(rows=len(rows), cols=4)
    for at, texts in enumerate(rows):
        if len(texts) == 1:
            table.cell(at, 0).merge(table.cell(at, 3)).text = texts[0]
        for column, text in enumerate(texts if len(texts) > 1 else ()):
            table.cell(at, column).text = text
