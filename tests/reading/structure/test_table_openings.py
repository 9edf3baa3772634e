"""Rows above the heads of a table that name the area and its goals."""

import io
from itertools import pairwise
from typing import Any

import docx

from tiltak.planfile.model import Plan
from tiltak.reading import read_document

Rows = tuple[tuple[str, ...], ...]

HEADS = ("Nr.", "Tiltak", "Ansvarleg", "Kostnad")
SCHOOL: Rows = (
    ("Satsingsområde A: Skule", "<", "<", "<"),
    ("Mål", "<", "Alle born skal trivast\nFleire skal fullføra", "<"),
    ("Strategi", "<", "Tidleg innsats", "<"),
    HEADS,
    ("Trivsel", "<", "<", "<"),
    ("A1", "Skipa leksehjelp", "Rektor", "40 000"),
    ("A2", "Skipa felles frukost", "Rektor", "90 000"),
)
CARE: Rows = (
    ("Satsingsområde B: Omsorg", "<", "<", "<"),
    ("Mål", "<", "Fleire bur heime", "<"),
    HEADS,
    ("B1", "Skipa besøksvener", "Helsesjefen", "20 000"),
)


def read(*tables: Rows) -> Plan:
    """A Word document of tables; "<" goes on with the cell to the left."""
    made: Any = docx.Document()
    made.add_paragraph("Oppvekstplan for Dalen kommune 2026–2029", style="Title")
    for rows in tables:
        table = made.add_table(rows=len(rows), cols=len(rows[0]))
        for line, texts in zip(table.rows, rows, strict=True):
            cells = line.cells
            begins = [at for at, text in enumerate(texts) if text != "<"]
            for begin, end in pairwise([*begins, len(texts)]):
                cells[begin].merge(cells[end - 1]).text = texts[begin]
        made.add_paragraph()
    target = io.BytesIO()
    made.save(target)
    return read_document(target.getvalue(), "plan.docx")


def tree(plan: Plan) -> list[tuple[object, ...]]:
    return [
        (
            area.number,
            area.title,
            [goal.text for goal in area.sub_goals],
            [one.text for one in area.strategies],
            [one.text for one in area.measures],
            [(part.title, [one.text for one in part.measures]) for part in area.sections],
        )
        for area in plan.focus_areas
    ]


def test_the_rows_above_the_heads_are_the_area_and_its_goals() -> None:
    plan = read(SCHOOL, CARE)
    assert tree(plan) == [
        (
            "A",
            "Skule",
            ["Alle born skal trivast", "Fleire skal fullføra"],
            ["Tidleg innsats"],
            [],
            [("Trivsel", ["Skipa leksehjelp", "Skipa felles frukost"])],
        ),
        ("B", "Omsorg", ["Fleire bur heime"], [], ["Skipa besøksvener"], []),
    ]
    assert [row.budget.amount for row in plan.tables[0].rows if row.budget] == [40_000, 90_000]


def test_the_area_alone_above_the_heads_keeps_its_letter_apart() -> None:
    plan = read((SCHOOL[0], *SCHOOL[3:4], *SCHOOL[5:]), (CARE[0], *CARE[2:]))
    assert [row[:2] for row in tree(plan)] == [("A", "Skule"), ("B", "Omsorg")]


def test_a_table_of_levels_and_their_texts_says_what_lines_would() -> None:
    plan = read_document(
        "Oppvekstplan for Dalen kommune 2026–2029\n\nSatsingsområde 1: Skule\n"
        "Delmål 1a: Alle born skal trivast\nDelmål 1b: Fleire skal fullføra\n\n"
        "Tiltak\n- Skipa leksehjelp\n- Skipa felles frukost\n".encode(),
        "plan.txt",
    )
    goals = ["Alle born skal trivast", "Fleire skal fullføra"]
    assert [(area.title, [goal.text for goal in area.sub_goals]) for area in plan.focus_areas] == [
        ("Skule", goals)
    ]
    rows: Rows = (
        ("Satsingsområde 1: Skule", "<"),
        ("Delmål 1a", goals[0]),
        ("Delmål 1b", goals[1]),
    )
    measures: Rows = (("Tiltak", "Ansvar"), ("Skipa leksehjelp", "Rektor"))
    told = read(rows, measures)
    assert [
        (area.title, [goal.text for goal in area.sub_goals], [one.text for one in area.measures])
        for area in told.focus_areas
    ] == [("Skule", goals, ["Skipa leksehjelp"])]


def test_heads_of_columns_are_no_levels_beside_their_texts() -> None:
    plan = read((("Mål", "Tiltak"), ("Alle trivst", "Skipa leksehjelp"), ("Ro", "Skipa turar")))
    assert [goal.text for area in plan.focus_areas for goal in area.sub_goals] == [
        "Alle trivst",
        "Ro",
    ]
