"""A small table for each area: its name over the width, its levels down the left."""

import io
from collections.abc import Sequence
from typing import Any, Literal

import docx
import pytest

from tests.reading.formats.pdf.drawn import pdf_of
from tiltak.planfile.model import Plan
from tiltak.reading import read_document

Style = Literal["list", "typed", "plain"]
Told = Literal["merged", "heading", "beside"]
Area = tuple[str, tuple[tuple[str, ...], ...]]

# the title, the word for an area, those of goal, strategy and measure, and the areas
PLANS: dict[str, tuple[str, str, tuple[str, ...], tuple[Area, ...]]] = {
    "nn": (
        "Kulturplan for Nes kommune 2026–2029",
        "Satsingsområde",
        ("Mål", "Strategiar", "Tiltak"),
        (
            (
                "Museum og arkiv",
                (
                    ("Alle kjenner historia si",),
                    ("Opna magasina", "Bruka skulane"),
                    ("Digitalisera bileta", "Laga ei vandring", "Tilsetja ein arkivar"),
                ),
            ),
            ("Dans", (("Fleire dansar", "Scenen er i bruk"), ("Leiga ut sal",), ("Danseveke",))),
        ),
    ),
    "nb": (
        "Kulturplan for Nes kommune 2026–2029",
        "Satsingsområde",
        ("Delmål", "Strategier", "Tiltak"),
        (
            (
                "Museum og arkiv",
                (
                    ("Alle kjenner historien sin",),
                    ("Åpne magasinene", "Bruke skolene"),
                    ("Digitalisere bildene", "Lage en vandring"),
                ),
            ),
            ("Dans", (("Flere danser",), ("Leie ut sal",), ("Danseuke",))),
        ),
    ),
    "sv": (
        "Kulturplan för Näs kommun 2026–2029",
        "Fokusområde",
        ("Mål", "Strategier", "Åtgärder"),
        (
            (
                "Museum och arkiv",
                (
                    ("Alla känner sin historia",),
                    ("Öppna magasinen", "Använda skolorna"),
                    ("Digitalisera bilderna", "Göra en vandring"),
                ),
            ),
            ("Dans", (("Fler dansar",), ("Hyra ut sal",), ("Dansvecka",))),
        ),
    ),
    "da": (
        "Kulturplan for Næs Kommune 2026–2029",
        "Indsatsområde",
        ("Mål", "Strategier", "Indsatser"),
        (
            (
                "Museum og arkiv",
                (
                    ("Alle kender deres historie",),
                    ("Åbne magasinerne", "Bruge skolerne"),
                    ("Digitalisere billederne", "Lave en vandring"),
                ),
            ),
            ("Dans", (("Flere danser",), ("Leje sal ud",), ("Danseuge",))),
        ),
    ),
    "en": (
        "Culture plan for Nes municipality 2026–2029",
        "Focus area",
        ("Goals", "Strategies", "Actions"),
        (
            (
                "Museum and archive",
                (
                    ("Everybody knows the history",),
                    ("Open the stores", "Use the schools"),
                    ("Digitise the photographs", "Make a guided walk"),
                ),
            ),
            ("Dance", (("More people dance",), ("Rent out the hall",), ("Dance week",))),
        ),
    ),
}


def fill(cell: Any, items: Sequence[str], style: Style) -> None:
    """Put items in a cell: as a list of the program's, with typed signs, or as they are."""
    if style == "list":
        cell.paragraphs[0].style = "List Bullet"
        cell.paragraphs[0].text = items[0]
        for item in items[1:]:
            cell.add_paragraph(item, style="List Bullet")
        return
    sign = "• " if style == "typed" else ""
    cell.text = "\n".join(f"{sign}{item}" for item in items)


def card(
    made: Any, first: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]], style: Style
) -> None:
    """Add a table: `first` is one text over the width, two beside each other, or nothing."""
    table = made.add_table(rows=len(rows) + bool(first), cols=2)
    if len(first) == 1:
        table.cell(0, 0).merge(table.cell(0, 1)).text = first[0]
    elif first:
        table.cell(0, 0).text, table.cell(0, 1).text = first
    for at, (name, items) in enumerate(rows, start=bool(first)):
        table.cell(at, 0).text = name
        fill(table.cell(at, 1), items, style)
    made.add_paragraph()


def saved(made: Any) -> Plan:
    target = io.BytesIO()
    made.save(target)
    return read_document(target.getvalue(), "plan.docx")


def word_plan(language: str, style: Style, told: Told) -> Plan:
    title, area_word, names, areas = PLANS[language]
    made: Any = docx.Document()
    made.add_paragraph(title, style="Title")
    for area, levels in areas:
        if told == "heading":
            made.add_paragraph(area, style="Heading 1")
        first = {"merged": [area], "beside": [area_word, area], "heading": []}[told]
        card(made, first, list(zip(names, levels, strict=True)), style)
    return saved(made)


def tree(plan: Plan) -> list[Area]:
    return [
        (
            area.title,
            tuple(
                tuple(one.text for one in level)
                for level in (area.sub_goals, area.strategies, area.measures)
            ),
        )
        for area in plan.focus_areas
    ]


@pytest.mark.parametrize("told", ["merged", "heading", "beside"])
@pytest.mark.parametrize("style", ["list", "typed", "plain"])
@pytest.mark.parametrize("language", sorted(PLANS))
def test_each_item_of_a_card_stands_in_the_area_the_card_is_of(
    language: str, style: Style, told: Told
) -> None:
    plan = word_plan(language, style, told)
    assert tree(plan) == list(PLANS[language][3])
    assert plan.document.title == PLANS[language][0]
    assert plan.tables == ()
    assert plan.unplaced == ()


@pytest.mark.parametrize("language", sorted(PLANS))
def test_a_page_has_such_cards_too(language: str) -> None:
    title, _, names, areas = PLANS[language]
    markup = f"#text(size: 20pt)[*{title}*]\n\n"
    for area, levels in areas:
        cells = "".join(
            f"[{name}], [{' '.join(f'#list([{item}])' for item in items)}],"
            for name, items in zip(names, levels, strict=True)
        )
        markup += f"#table(columns: (3cm, 10cm), table.cell(colspan: 2)[*{area}*], {cells})\n\n"
    assert tree(read_document(pdf_of(markup), "plan.pdf")) == list(areas)


def test_the_number_of_an_area_is_kept() -> None:
    made: Any = docx.Document()
    made.add_paragraph("Kulturplan for Nes kommune 2026–2029", style="Title")
    rows = [("Mål", ["Fleire les"]), ("Tiltak", ["Kjøpa bøker", "Leggja ut pc-ar"])]
    for title in ("1. Bibliotek", "Satsingsområde 2: Kunst"):
        card(made, [title], rows, "list")
    found = [(one.number, one.title, len(one.measures)) for one in saved(made).focus_areas]
    assert found == [("1", "Bibliotek", 2), ("2", "Kunst", 2)]


def test_cards_without_a_gap_are_one_table() -> None:
    made: Any = docx.Document()
    made.add_paragraph("Kulturplan for Nes kommune 2026–2029", style="Title")
    rows = [
        ("Dans", ""),
        ("Mål", "Fleire dansar"),
        ("Tiltak", "• Danseveke\n• Ny scene"),
        ("Kunst", ""),
        ("Strategi", "Visa fram"),
        ("Tiltak", "Utstilling"),
    ]
    table = made.add_table(rows=len(rows), cols=2)
    for at, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.cell(at, column).text = text
    for at in (0, 3):
        table.cell(at, 0).merge(table.cell(at, 1)).text = rows[at][0]
    assert tree(saved(made)) == [
        ("Dans", (("Fleire dansar",), (), ("Danseveke", "Ny scene"))),
        ("Kunst", ((), ("Visa fram",), ("Utstilling",))),
    ]


def test_who_is_responsible_for_a_card_is_so_for_all_its_measures() -> None:
    made: Any = docx.Document()
    made.add_paragraph("Kulturplan for Nes kommune 2026–2029", style="Title")
    rows = [
        ("Mål", ["Fleire les"]),
        ("Tiltak", ["Kjøpa bøker", "Leggja ut pc-ar"]),
        ("Ansvar", ["Biblioteksjefen"]),
    ]
    card(made, ["Bibliotek"], rows, "typed")
    (area,) = saved(made).focus_areas
    assert [
        (one.text, one.responsible.parties if one.responsible else ()) for one in area.measures
    ] == [("Kjøpa bøker", ("Biblioteksjefen",)), ("Leggja ut pc-ar", ("Biblioteksjefen",))]


def test_a_card_with_facts_and_no_list_is_of_one_measure() -> None:
    made: Any = docx.Document()
    made.add_paragraph("Kulturplan for Nes kommune 2026–2029", style="Title")
    made.add_paragraph("Bibliotek", style="Heading 1")
    for title, who in (("Ny filial", "Biblioteksjefen"), ("Bokbuss", "Kultursjefen")):
        rows = [("Mål", ["Fleire les"]), ("Tiltak", [title]), ("Ansvar", [who])]
        card(made, [], rows, "plain")
    (area,) = saved(made).focus_areas
    assert area.title == "Bibliotek"
    assert [
        (one.text, one.responsible.parties if one.responsible else ()) for one in area.measures
    ] == [("Ny filial", ("Biblioteksjefen",)), ("Bokbuss", ("Kultursjefen",))]


def test_a_fact_that_nobody_has_filled_in_is_of_one_measure_too() -> None:
    made: Any = docx.Document()
    made.add_paragraph("Kulturplan for Nes kommune 2026–2029", style="Title")
    made.add_paragraph("Bibliotek", style="Heading 1")
    for title, who in (("Ny filial", "Biblioteksjefen"), ("Bokbuss", "")):
        rows = [("Mål", ["Fleire les"]), ("Tiltak", ["Setja i gang"]), ("Ansvar", [who])]
        card(made, [title], rows, "plain")
    (area,) = saved(made).focus_areas
    assert area.title == "Bibliotek"
    assert [one.text for one in area.measures] == ["Ny filial", "Bokbuss"]


def test_the_word_for_an_area_may_have_its_number() -> None:
    made: Any = docx.Document()
    made.add_paragraph("Kulturplan for Nes kommune 2026–2029", style="Title")
    rows = [("Mål", ["Fleire les"]), ("Tiltak", ["Kjøpa bøker", "Leggja ut pc-ar"])]
    for number, title in enumerate(("Bibliotek", "Kunst"), start=1):
        card(made, [f"Satsingsområde {number}", title], rows, "list")
    found = [(one.number, one.title, len(one.measures)) for one in saved(made).focus_areas]
    assert found == [("1", "Bibliotek", 2), ("2", "Kunst", 2)]


def test_what_else_a_card_tells_of_its_area_is_text() -> None:
    made: Any = docx.Document()
    made.add_paragraph("Kulturplan for Nes kommune 2026–2029", style="Title")
    for title, measures in (("Bibliotek", ["Kjøpa bøker", "Ny filial"]), ("Kunst", ["Utstilling"])):
        rows = [("Utfordringar", ["Få kjem."]), ("Mål", ["Fleire kjem"]), ("Tiltak", measures)]
        card(made, [title], rows, "typed")
    plan = saved(made)
    assert tree(plan) == [
        ("Bibliotek", (("Fleire kjem",), (), ("Kjøpa bøker", "Ny filial"))),
        ("Kunst", (("Fleire kjem",), (), ("Utstilling",))),
    ]
    assert [[one.text for one in area.paragraphs] for area in plan.focus_areas] == [
        ["Få kjem."],
        ["Få kjem."],
    ]
