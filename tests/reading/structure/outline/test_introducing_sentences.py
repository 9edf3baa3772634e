"""Lines between the word for measures and a table: measures themselves, or told of the table."""

from tiltak.reading import read_document

GOAL = "Delmål\nGjestene skal koma heile året.\n"
PLAN = """Handlingsplan 2027 for Fjordrådet

1 Reiseliv

{first}
2 Kompetanse

Tiltak
{second}

Tiltak                                          Tid     Ansvar

Skaffa ti læreplassar i kommunane               2027    Fjordrådet
Skipa ei yrkesmesse                             2028    Kommunane
"""


def read(first: str, second: str) -> list[tuple[str, list[str], list[str]]]:
    """Title, measures and other texts of each area."""
    plan = read_document(PLAN.format(first=first, second=second).encode(), "plan.txt")
    return [
        (area.title, [one.text for one in area.measures], [one.text for one in area.paragraphs])
        for area in plan.focus_areas
    ]


def test_measures_are_lines_elsewhere_so_lines_close_above_a_table_are_measures() -> None:
    first = "Tiltak\nUtarbeida ein felles plan for turstiar.\nStøtta ei heilårsrute med båt.\n"
    assert read(first, "Laga ein brosjyre om yrkesfag.\nInvitera bedrifter til skulane.") == [
        (
            "Reiseliv",
            ["Utarbeida ein felles plan for turstiar.", "Støtta ei heilårsrute med båt."],
            [],
        ),
        (
            "Kompetanse",
            [
                "Laga ein brosjyre om yrkesfag.",
                "Invitera bedrifter til skulane.",
                "Skaffa ti læreplassar i kommunane",
                "Skipa ei yrkesmesse",
            ],
            [],
        ),
    ]


def test_a_line_that_a_row_repeats_is_a_measure() -> None:
    assert read(GOAL, "Skaffa ti læreplassar i kommunane.")[-1] == (
        "Kompetanse",
        ["Skaffa ti læreplassar i kommunane.", "Skipa ei yrkesmesse"],
        [],
    )


def test_a_lone_line_that_no_row_repeats_tells_of_the_table() -> None:
    told = "Alt skal gjerast i løpet av perioden."
    assert read(GOAL, told)[-1] == (
        "Kompetanse",
        ["Skaffa ti læreplassar i kommunane", "Skipa ei yrkesmesse"],
        [told],
    )


def test_a_line_about_the_table_is_no_measure_where_measures_are_lines() -> None:
    first = "Tiltak\nUtarbeida ein felles plan for turstiar.\n"
    told = "Tabellen viser resten av tiltaka."
    assert read(first, told)[-1] == (
        "Kompetanse",
        ["Skaffa ti læreplassar i kommunane", "Skipa ei yrkesmesse"],
        [told],
    )
