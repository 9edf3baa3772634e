"""Rows above the heads of a table that name the area and its goals."""

import io
from itertools import pairwise
from typing import Any

import docx

from tests.reading.structure.rows.word_tables import read_table
from tiltak.planfile.model import Plan
from tiltak.reading import read_document
from tiltak.reading.blocks import Cell, CellLine, TableBlock, TableRow, TextBlock
from tiltak.reading.structure.rows.openings import open_tables
from tiltak.reading.vocabulary import Vocabulary

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


def test_on_a_page_a_goal_ends_where_the_next_word_had_room_above() -> None:
    lines = (
        "Alle born i kommunen skal ha ein trygg skuleveg",
        "Fleire elevar skal fullføra saman med",
        "Dalen vidaregåande skule",
    )
    rows = (
        TableRow((cell(0, "Mål"), cell(1, lines[0]))),
        TableRow((cell(0, "Mål"), cell(1, lines[1], "Borna skal trivast"))),
        TableRow((cell(0, "Mål"), cell(1, lines[0], lines[2]))),
    )
    opened = open_tables([TableBlock(rows, seen_lines=True)], Vocabulary.default())
    assert [block.text for block in opened if isinstance(block, TextBlock)] == [
        f"Mål: {lines[0]}",
        f"Mål: {lines[1]}",
        "Mål: Borna skal trivast",
        f"Mål: {lines[0]} {lines[2]}",
    ]


def test_a_goal_that_a_page_cuts_off_from_its_word_is_one_too() -> None:
    above = TableBlock((TableRow((cell(0, "Mål"), cell(1, "Alle trivst"))),), seen_lines=True)
    below = TableBlock(
        (
            TableRow((cell(0), cell(1, "Fleire fullfører"))),
            TableRow((cell(0, "Tiltak"), cell(1, "Ansvar"))),
            TableRow((cell(0, "Skipa leksehjelp"), cell(1, "Rektor"))),
        ),
        seen_lines=True,
    )
    first, second, table = open_tables([above, below], Vocabulary.default())
    assert isinstance(first, TextBlock)
    assert isinstance(second, TextBlock)
    assert (first.text, second.text) == ("Mål: Alle trivst", "Mål: Fleire fullfører")
    assert table == TableBlock(below.rows[1:], seen_lines=True)
    assert open_tables([below], Vocabulary.default()) == [below]


def cell(column: int, *lines: str) -> Cell:
    return Cell(column, tuple(CellLine(text, None, at) for at, text in enumerate(lines)))


def test_a_letter_in_the_column_of_numbers_counts_the_group() -> None:
    plan = read_table(
        "Nr|Tiltak|Ansvar|Frist",
        "A|Avfall||",
        "A1|Henta matavfall|Renovasjon|2026",
        "A2|Setja opp bytebu|Renovasjon|2027",
        "B|Natur||",
        "B1|Rydda langs elva|Turlaget|2026",
        title="Miljøplan 2026–2029",
    )
    found = [(a.number, a.title, [m.number for m in a.measures]) for a in plan.focus_areas]
    assert found == [("A", "Avfall", ["A1", "A2"]), ("B", "Natur", ["B1"])]
