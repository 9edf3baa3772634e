"""A heading for each measure, and a table of facts about it below: names above, values beneath."""

import io
from typing import Any

import docx

from tiltak.planfile.model import Plan
from tiltak.planfile.walk import sections_of
from tiltak.reading import read_document

HEADS = ("Ansvarig", "Tidplan", "Kostnad", "Prioritet")


def read(*parts: tuple[str, str] | list[tuple[str, ...]]) -> Plan:
    """A Word document: paragraphs as (style, text), tables as rows."""
    made: Any = docx.Document()
    for part in (("Title", "Handlingsplan för skogarna 2026–2027"), *parts):
        if isinstance(part, tuple):
            made.add_paragraph(part[1], style=part[0] or None)
            continue
        table = made.add_table(rows=len(part), cols=len(part[0]))
        for cells, texts in zip(table.rows, part, strict=True):
            for cell, text in zip(cells.cells, texts, strict=True):
                cell.text = text
    target = io.BytesIO()
    made.save(target)
    return read_document(target.getvalue(), "plan.docx")


def measures(plan: Plan) -> list[tuple[str | None, str, tuple[str, ...], str, int | None]]:
    """Number, text, who, when and how much of each measure."""
    return [
        (
            one.number,
            one.text,
            one.responsible.parties if one.responsible else (),
            (one.time.raw or "") if one.time else "",
            one.budget.amount if one.budget else None,
        )
        for area in plan.focus_areas
        for section in sections_of(area)
        for one in section.measures
    ]


def test_the_facts_lie_side_by_side_below_a_numbered_heading() -> None:
    plan = read(
        ("Heading 1", "1. Stigar"),
        ("", "Mål: Alla ska hitta ut"),
        ("Heading 2", "Insatser"),
        ("Heading 3", "1.1 Ny bro över ån"),
        [HEADS, ("Skogschefen", "2026", "80 000 kr", "Hög")],
        ("Heading 3", "1.2 Skyltar på tre språk"),
        [HEADS, ("Turistbyrån", "Våren 2027", "25 000 kr", "Låg")],
    )
    assert [area.title for area in plan.focus_areas] == ["Stigar"]
    assert [goal.text for goal in plan.focus_areas[0].sub_goals] == ["Alla ska hitta ut"]
    assert measures(plan) == [
        ("1.1", "Ny bro över ån", ("Skogschefen",), "2026", 80_000),
        ("1.2", "Skyltar på tre språk", ("Turistbyrån",), "Våren 2027", 25_000),
    ]


def test_how_much_a_measure_matters_is_not_its_number() -> None:
    plan = read(
        ("Heading 1", "Stigar"),
        ("Heading 2", "Åtgärder"),
        ("Heading 3", "Ny bro över ån"),
        [HEADS, ("Skogschefen", "2026", "80 000 kr", "Hög")],
        ("Heading 3", "Skyltar på tre språk"),
        [HEADS, ("Turistbyrån", "2027", "", "Låg")],
    )
    assert [(number, text) for number, text, *_ in measures(plan)] == [
        (None, "Ny bro över ån"),
        (None, "Skyltar på tre språk"),
    ]


def test_a_table_with_a_column_of_measures_stays_one() -> None:
    heads = ("Åtgärd", "Ansvarig", "Tid")
    plan = read(
        ("Heading 1", "Stigar"),
        [heads, ("Ny bro över ån", "Skogschefen", "2026")],
        ("Heading 1", "Jakt"),
        [heads, ("Kurs för nya jägare", "Jaktlaget", "2027")],
    )
    assert len(plan.tables) == 2
    assert [text for _, text, *_ in measures(plan)] == ["Ny bro över ån", "Kurs för nya jägare"]
