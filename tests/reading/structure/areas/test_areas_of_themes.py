"""Themes that rows of a table are grouped by: the areas of the plan, or themes of the area above."""

import io
from typing import Any

import docx
import pytest

from tiltak.planfile.model import Plan, Section
from tiltak.reading import read_document

HEADS = ("Nr.", "Tiltak", "Ansvar", "Kostnad")
WAYS = [
    ("TEMA 1: Veg", "Mål: Alle skal fram"),
    ("1.1", "Byggja gangveg", "Teknisk etat", "40 000"),
    ("1.2", "Setja opp lys", "Kraftlaget", "9 000"),
]
BUSES = [
    ("TEMA 2: Buss", "Mål: Buss til alle"),
    ("2.1", "Prøva bestillingsbuss", "Fylket", "70 000"),
]


def read(*parts: tuple[str, list[tuple[str, ...]]]) -> Plan:
    """A document of headings, each with a table below; a row of two texts is two bars."""
    made: Any = docx.Document()
    made.add_paragraph("Plan 2027–2028", style="Title")
    for heading, rows in parts:
        made.add_heading(heading, 1)
        made.add_paragraph("Planen vert rullert kvart år.")
        table = made.add_table(rows=1, cols=len(HEADS))
        for cell, name in zip(table.rows[0].cells, HEADS, strict=True):
            cell.text = name
        for row in rows:
            if len(row) == len(HEADS):
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
                continue
            for text in row:
                cells = table.add_row().cells
                cells[0].merge(cells[-1]).text = text
    target = io.BytesIO()
    made.save(target)
    return read_document(target.getvalue(), "plan.docx")


Tree = tuple[str | None, str, list[str], list[str | None]]


def of(section: Section) -> Tree:
    return (
        section.number,
        section.title,
        [goal.text for goal in section.sub_goals],
        [measure.number for measure in section.measures],
    )


@pytest.mark.parametrize("heading", ["Vegen vidare", "Bakgrunn", "Tiltak"])
def test_themes_are_the_areas_of_a_plan_without_others(heading: str) -> None:
    plan = read((heading, WAYS + BUSES))
    assert [(of(area), area.sections) for area in plan.focus_areas] == [
        (("1", "Veg", ["Alle skal fram"], ["1.1", "1.2"]), ()),
        (("2", "Buss", ["Buss til alle"], ["2.1"]), ()),
    ]
    assert [row.focus_area for table in plan.tables for row in table.rows] == ["Veg", "Veg", "Buss"]


def test_below_an_area_they_are_its_themes_each_once() -> None:
    plan = read(("Satsingsområde: Ferdsel", WAYS + BUSES))
    (area,) = plan.focus_areas
    assert area.title == "Ferdsel"
    assert [of(section)[1:] for section in area.sections] == [
        ("Veg", ["Alle skal fram"], ["1.1", "1.2"]),
        ("Buss", ["Buss til alle"], ["2.1"]),
    ]


def test_where_several_headings_have_a_table_the_headings_are_the_areas() -> None:
    plan = read(("Ferdsel", WAYS), ("Reiser", BUSES))
    assert [
        (area.title, [section.title for section in area.sections]) for area in plan.focus_areas
    ] == [("Ferdsel", ["Veg"]), ("Reiser", ["Buss"])]
