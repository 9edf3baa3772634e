"""Bars of theme and goal between the rows of a table: coloured, ruled, or neither."""

import pytest

from tests.reading.formats.pdf.drawn import pdf_of
from tiltak.planfile.model import Plan
from tiltak.reading import read_document

HEAD = ("Nr.", "Indsats", "Tovholder", "Tidsramme", "1.000 kr.")
THEMES = {
    "Mødesteder": (
        "Der er et åbent hus i alle landsbyer.",
        [
            (
                "1a",
                "Renovere huset i Tved, så alle kan bruge det hele året",
                "Kultur",
                "2027",
                "180",
            ),
            ("1b", "Mobilt bibliotek hver anden uge", "Kultur", "2027-2028", "90"),
        ],
        "270",
    ),
    "Natur og stier": (
        "Alle kan gå en tur fra egen dør.",
        [("2a", "Anlægge ti nye stier", "Teknik", "2028", "300")],
        "300",
    ),
}
STYLES = {
    "lines": ("stroke: (x, y) => (bottom: 0.5pt)", "rgb(40, 90, 40)", "rgb(225, 235, 225)"),
    "colours": ("stroke: none", "rgb(40, 90, 40)", "rgb(225, 235, 225)"),
    "one colour": ("stroke: none", "luma(220)", "luma(220)"),
    "ruled": ("stroke: 0.5pt", "luma(220)", "luma(240)"),
    "plain": ("stroke: none", "none", "none"),
}
WORDS = {
    "TEMA {}: {}": "da",
    "Tema {}. {}": "da",
    "FOKUSOMRÅDE {}: {}": "sv",
    "Innsatsområde {}: {}": "nb",
    "SATSINGSOMRÅDE {}: {}": "nn",
    "Theme {}: {}": "en",
}


def drawn(style: str, word: str = "TEMA {}: {}", *, sums: bool = True, chapter: str = "") -> bytes:
    stroke, dark, light = STYLES[style]
    cells = [f"[*{name}*]" for name in HEAD]
    for number, (theme, (goal, rows, total)) in enumerate(THEMES.items(), start=1):
        cells.append(f"table.cell(colspan: 5, fill: {dark})[*{word.format(number, theme)}*]")
        cells.append(f"table.cell(colspan: 5, fill: {light})[_Mål: {goal}_]")
        cells += [f"[{text}]" for row in rows for text in row]
        if sums:
            names = ("", f"*I alt tema {number}*", "", "", f"*{total}*")
            cells += [f"table.cell(fill: {light})[{text}]" for text in names]
    return pdf_of(
        f"#text(20pt)[*Landsbyplan 2027–2028*]\n\n{chapter}\n"
        f"#table(columns: (1.2cm, 1fr, 3cm, 3cm, 2cm), {stroke}, inset: 5pt, {', '.join(cells)})\n"
    )


def tree(plan: Plan) -> list[tuple[str | None, str, list[str], list[str | None], list[int | None]]]:
    amounts = {row.id: row.budget.amount for one in plan.tables for row in one.rows if row.budget}
    return [
        (
            area.number,
            area.title,
            [goal.text for goal in area.sub_goals],
            [one.number for one in area.measures],
            [amounts.get(row) for one in area.measures for row in one.rows],
        )
        for area in plan.focus_areas
    ]


EXPECTED = [
    ("1", "Mødesteder", [THEMES["Mødesteder"][0]], ["1a", "1b"], [180_000, 90_000]),
    ("2", "Natur og stier", [THEMES["Natur og stier"][0]], ["2a"], [300_000]),
]


@pytest.mark.parametrize("sums", [False, True])
@pytest.mark.parametrize("style", STYLES)
def test_a_theme_and_its_goal_stand_over_the_rows_below(style: str, *, sums: bool) -> None:
    assert tree(read_document(drawn(style, sums=sums), "plan.pdf")) == EXPECTED


@pytest.mark.parametrize("word", WORDS)
def test_the_theme_may_have_any_word_for_it(word: str) -> None:
    assert tree(read_document(drawn("lines", word, sums=False), "plan.pdf")) == EXPECTED


@pytest.mark.parametrize("style", STYLES)
def test_the_chapter_above_the_table_is_no_area_of_it(style: str) -> None:
    chapter = "= Videre proces\nUdkastet sendes til landsbyerne, som kan svare inden sommer.\n"
    assert tree(read_document(drawn(style, chapter=chapter), "plan.pdf")) == EXPECTED
