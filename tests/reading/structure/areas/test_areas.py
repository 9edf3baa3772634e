"""Where areas are named apart from what belongs to them."""

import io
from typing import Any

import docx

from tiltak.planfile.model import Plan
from tiltak.planfile.walk import sections_of
from tiltak.reading import read_document

TOP = "Folkehelseplan for Dalen kommune 2026–2029\nVedteken av kommunestyret 12. desember 2025\n\n"
HEADINGS = ("Heading 1", "Heading 2", "Heading 3")


def document(*parts: tuple[str, str] | list[list[str]]) -> bytes:
    """A Word document: paragraphs as (style, text), tables as rows."""
    made: Any = docx.Document()
    for part in (("Title", "Turplan for Dalen kommune 2026–2029"), *parts):
        if isinstance(part, tuple):
            style, text = part
            made.add_paragraph(text, style=style or None)
            continue
        table = made.add_table(rows=len(part), cols=len(part[0]))
        for cells, texts in zip(table.rows, part, strict=True):
            for cell, text in zip(cells.cells, texts, strict=True):
                cell.text = text
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def read(text: str) -> Plan:
    return read_document(f"{TOP}{text}".encode(), "plan.txt")


def tree(plan: Plan) -> list[tuple[str, list[str], list[str]]]:
    """Each area with its goals and measures."""
    return [
        (
            area.title,
            [goal.text for section in sections_of(area) for goal in section.sub_goals],
            [one.text for section in sections_of(area) for one in section.measures],
        )
        for area in plan.focus_areas
    ]


def test_a_chapter_of_goals_and_one_of_measures_with_the_same_areas() -> None:
    plan = read(
        "1 Innleiing\nPlanen byggjer på oversikta.\n\n"
        "2 Mål\n\n2.1 Barn og unge\n- Alle born skal trivast\n- Færre skal falla utanfor\n\n"
        "2.2 Aktivitet\n- Fleire skal vera aktive\n\n"
        "3 Tiltak\n\n3.1 Barn og unge\n- Innføra skulefrukost\n\n3.2 Aktivitet\n- Merka turstiar\n"
    )
    assert tree(plan) == [
        (
            "Barn og unge",
            ["Alle born skal trivast", "Færre skal falla utanfor"],
            ["Innføra skulefrukost"],
        ),
        ("Aktivitet", ["Fleire skal vera aktive"], ["Merka turstiar"]),
    ]


def test_the_same_in_headings_of_a_word_processor() -> None:
    one, two, _ = HEADINGS
    plan = read_document(
        document(
            (one, "Mål"),
            (two, "Barn"),
            ("List Bullet", "Alle born skal trivast"),
            (two, "Eldre"),
            ("", "Eldre skal bu trygt heime."),
            (one, "Tiltak"),
            (two, "Barn"),
            ("List Bullet", "Innføra skulefrukost"),
            (two, "Eldre"),
            ("List Bullet", "Skipa besøksvener"),
        ),
        "plan.docx",
    )
    assert tree(plan) == [
        ("Barn", ["Alle born skal trivast"], ["Innføra skulefrukost"]),
        ("Eldre", ["Eldre skal bu trygt heime."], ["Skipa besøksvener"]),
    ]


def test_headings_under_tiltak_with_prose_below_are_measures() -> None:
    one, two, three = HEADINGS
    plan = read_document(
        document(
            (one, "Barn"),
            (two, "Mål"),
            ("", "Fleire born skal gå til skulen."),
            (two, "Tiltak"),
            (three, "Hjartesoner"),
            ("", "Skulane finn sjølve grensene for sonene."),
            (three, "Gåbuss"),
            ("", "Foreldre går med borna."),
            (one, "Eldre"),
            (two, "Tiltak"),
            (three, "Benker langs turvegane"),
            ("", "Kommunen set ut ti benker."),
        ),
        "plan.docx",
    )
    assert tree(plan) == [
        ("Barn", ["Fleire born skal gå til skulen."], ["Hjartesoner", "Gåbuss"]),
        ("Eldre", [], ["Benker langs turvegane"]),
    ]


def test_goals_that_name_their_area_before_a_colon() -> None:
    plan = read(
        "Mål\n- Landbruk: Jordbruksarealet skal ikkje gå ned.\n- Reiseliv: Gjestene skal verta fleire.\n\n"
        "Landbruk\nTiltak\n- Starta mentorordning\n- Laga rettleiar\n\nReiseliv\nTiltak\n- Merka kystleia\n"
    )
    assert tree(plan) == [
        (
            "Landbruk",
            ["Jordbruksarealet skal ikkje gå ned."],
            ["Starta mentorordning", "Laga rettleiar"],
        ),
        ("Reiseliv", ["Gjestene skal verta fleire."], ["Merka kystleia"]),
    ]


def test_areas_that_stand_only_before_colons() -> None:
    plan = read(
        "Mål\n- Barn: Fleire born skal gå.\n- Eldre: Eldre skal koma seg ut.\n\n"
        "Tiltak\n- Barn: Innføra hjartesoner\n- Barn: Laga gåbuss\n- Eldre: Setja ut benker\n"
    )
    assert tree(plan) == [
        ("Barn", ["Fleire born skal gå."], ["Innføra hjartesoner", "Laga gåbuss"]),
        ("Eldre", ["Eldre skal koma seg ut."], ["Setja ut benker"]),
    ]


def test_maal_og_tiltak_above_the_areas_is_the_name_of_a_chapter() -> None:
    plan = read(
        "Mål og tiltak\n\nLandbruk\nMål: Arealet skal ikkje gå ned.\nMål: Fleire unge skal ta over.\n"
        "Tiltak: Starta mentorordning\n\nReiseliv\nMål: Gjestene skal verta fleire.\n"
        "Tiltak: Merka kystleia\n"
    )
    assert tree(plan) == [
        (
            "Landbruk",
            ["Arealet skal ikkje gå ned.", "Fleire unge skal ta over."],
            ["Starta mentorordning"],
        ),
        ("Reiseliv", ["Gjestene skal verta fleire."], ["Merka kystleia"]),
    ]


def test_several_goals_in_the_row_above_their_measures() -> None:
    plan = read_document(
        document(
            [
                ["Tiltak", "Ansvar", "Frist"],
                ["Barn\nMål: Fleire born skal gå.\nMål: Færre skal køyrast.", "", ""],
                ["Innføra hjartesoner", "Oppvekst", "2026"],
                ["Eldre\nMål: Eldre skal koma seg ut.", "", ""],
                ["Setja ut benker", "Teknisk", "2027"],
            ]
        ),
        "plan.docx",
    )
    assert tree(plan) == [
        ("Barn", ["Fleire born skal gå.", "Færre skal køyrast."], ["Innføra hjartesoner"]),
        ("Eldre", ["Eldre skal koma seg ut."], ["Setja ut benker"]),
    ]


def test_short_texts_alone_above_rows_with_values_are_areas() -> None:
    plan = read_document(
        document(
            [
                ["Tiltak", "Ansvar", "Frist"],
                ["Barn", "", ""],
                ["Innføra hjartesoner", "Oppvekst", "2026"],
                ["Eldre", "", ""],
                ["Setja ut benker", "Teknisk", "2027"],
            ]
        ),
        "plan.docx",
    )
    assert tree(plan) == [("Barn", [], ["Innføra hjartesoner"]), ("Eldre", [], ["Setja ut benker"])]


def test_what_stands_above_the_head_of_a_table() -> None:
    plan = read_document(
        document(
            [
                ["Satsingsområde 1: Næring", "", ""],
                ["Delmål: Fleire arbeidsplassar", "", ""],
                ["Tiltak", "Ansvar", "Frist"],
                ["Skipa næringshage", "Næringssjef", "2026"],
                ["Laga kurs", "Næringssjef", "2027"],
            ]
        ),
        "plan.docx",
    )
    assert tree(plan) == [("Næring", ["Fleire arbeidsplassar"], ["Skipa næringshage", "Laga kurs"])]


def test_lines_of_a_cell_are_goals_of_their_own() -> None:
    plan = read_document(
        document(
            [
                ["Område", "Mål", "Tiltak"],
                ["Kultur", "Fleire skal delta\nFleire frivillige", "Opna kulturhuset"],
                ["Næring", "Fleire bedrifter", "Skipa næringshage"],
            ]
        ),
        "plan.docx",
    )
    assert tree(plan) == [
        ("Kultur", ["Fleire skal delta", "Fleire frivillige"], ["Opna kulturhuset"]),
        ("Næring", ["Fleire bedrifter"], ["Skipa næringshage"]),
    ]


def test_a_table_of_goals_and_strategies_is_read() -> None:
    plan = read_document(
        document(
            ("Heading 1", "Mål og strategiar"),
            [
                ["Område", "Mål", "Strategi"],
                ["Næring", "Fleire bedrifter", "Samla miljøa"],
                ["Kultur", "Fleire skal delta", "Opna husa"],
            ],
            ("Heading 1", "Tiltak"),
            [
                ["Område", "Tiltak", "Ansvar"],
                ["Næring", "Skipa næringshage", "Næringssjef"],
                ["Kultur", "Opna kulturhuset", "Kultursjef"],
            ],
        ),
        "plan.docx",
    )
    strategies = [[one.text for one in area.strategies] for area in plan.focus_areas]
    assert tree(plan) == [
        ("Næring", ["Fleire bedrifter"], ["Skipa næringshage"]),
        ("Kultur", ["Fleire skal delta"], ["Opna kulturhuset"]),
    ]
    assert strategies == [["Samla miljøa"], ["Opna husa"]]


def test_a_paragraph_that_ends_in_facts_is_a_measure() -> None:
    plan = read_document(
        document(
            ("Heading 1", "Næring"),
            ("", "Delmål 1: Fleire arbeidsplassar"),
            ("", "T1 Skipa næringshage. Ansvar: Næringssjef. Frist: 2026."),
            ("", "Næringslivet er variert. Kommunen har mange bedrifter."),
            ("", "T2 Laga kurs. Ansvar: Næringssjef. Frist: 2027."),
        ),
        "plan.docx",
    )
    area = plan.focus_areas[0]
    assert [(m.number, m.text, m.time and m.time.years) for m in area.measures] == [
        ("T1", "Skipa næringshage.", (2026,)),
        ("T2", "Laga kurs.", (2027,)),
    ]


def test_who_and_when_in_one_column() -> None:
    plan = read_document(
        document(
            ("Heading 1", "Næring"),
            [
                ["Tiltak", "Ansvar/frist"],
                ["Skipa næringshage", "Næringssjef / 2026"],
                ["Laga kurs", "Næringssjef, kommunane / årleg"],
                ["Opna kontor", "Næringssjef haust 2028"],
            ],
        ),
        "plan.docx",
    )
    assert [
        (row.responsible and row.responsible.parties, row.time and row.time.years)
        for row in plan.tables[0].rows
    ] == [
        (("Næringssjef",), (2026,)),
        (("Næringssjef", "kommunane"), ()),
        (("Næringssjef",), (2028,)),
    ]


def test_a_level_word_in_brackets_behind_the_plan_s_own() -> None:
    plan = read(
        "Bygd\n\nMål 1: Fleire skal bu her\n\nVegen dit (strategiar)\n- Ta vare på dei unge\n\n"
        "Tiltak\n- Laga tomtebase\n"
    )
    (area,) = plan.focus_areas
    assert [one.text for one in area.strategies] == ["Ta vare på dei unge"]
    assert [one.text for one in area.measures] == ["Laga tomtebase"]


def bands(word: str) -> list[list[list[str]]]:
    """Two tables of actions with a row above every two that says its area, perhaps with a word."""
    head = ["Nr", "Tiltak", "Ansvar", "2026"]
    return [
        [
            head,
            [f"{word}{name}"] * 4,
            *([f"{number}.{i}", text, "Kultur", "200"] for i, text in enumerate(texts, 1)),
        ]
        for number, name, texts in (
            (1, "Gode skulebygg", ("Byta ventilasjon", "Laga nytt uteområde")),
            (2, "Trygg heime", ("Kjøpa digitalt tilsyn", "Byggja om elleve bustader")),
        )
    ]


def banded(word: str) -> Plan:
    one = HEADINGS[0]
    first, second = bands(word)
    content = document((one, "Oppvekst – alle tal i 1000 kr"), first, (one, "Helse"), second)
    made: Any = docx.Document(io.BytesIO(content))
    for table in made.tables:
        cells = table.rows[1].cells
        for cell in cells[1:]:
            cell.text = ""
        cells[0].merge(cells[-1])
    target = io.BytesIO()
    made.save(target)
    return read_document(target.getvalue(), "plan.docx")


def test_rows_that_say_the_word_of_the_area_are_areas_in_chapters_of_sectors_too() -> None:
    assert [(area.title, len(area.measures)) for area in banded("Innsatsområde: ").focus_areas] == [
        ("Gode skulebygg", 2),
        ("Trygg heime", 2),
    ]


def test_without_the_word_they_are_themes_and_the_chapter_s_title_says_no_unit() -> None:
    areas = banded("").focus_areas
    assert [(area.title, [theme.title for theme in area.sections]) for area in areas] == [
        ("Oppvekst", ["Gode skulebygg"]),
        ("Helse", ["Trygg heime"]),
    ]


def test_a_line_about_the_unit_of_the_amounts_is_no_area() -> None:
    rows = [["Tiltak", "Ansvar", "Kostnad"], ["Rydda sti", "Turlaget", "110"]]
    plan = read_document(document(("", "Alle tal i 1000 kr"), rows), "plan.docx")
    assert [area.title for area in plan.focus_areas] == [plan.document.title]
    assert plan.tables[0].rows[0].budget is not None
    assert plan.tables[0].rows[0].budget.amount == 110_000


def test_an_area_may_be_called_by_a_word_for_measures() -> None:
    plan = document(
        *(("Heading 1", "Anlegg"), ("Normal", "Mål:"), ("List Bullet", "Alle har ein bane.")),
        *(("Normal", "Tiltak:"), ("List Bullet", "Byggja bane.")),
        *(("Heading 1", "Aktivitet"), ("Normal", "Mål:"), ("List Bullet", "Fleire er med.")),
        *(("Normal", "Tiltak:"), ("List Bullet", "Låna ut utstyr.")),
    )
    assert tree(read_document(plan, "plan.docx")) == [
        ("Anlegg", ["Alle har ein bane."], ["Byggja bane."]),
        ("Aktivitet", ["Fleire er med."], ["Låna ut utstyr."]),
    ]
