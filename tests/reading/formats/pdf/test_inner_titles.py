"""Areas and goals on lines of their own between the rows of a table without rules."""

import pytest

from tests.reading.formats.pdf.drawn import pdf_of
from tests.reading.formats.pdf.test_tables import tables
from tiltak.planfile import walk
from tiltak.reading import read_document

HEAD = ["Nr", "Tiltak", "Ansvar", "Frist", "Kostnad"]
GOAL = (
    "Alle som bur i kommunen skal kunne koma seg trygt til skule, butikk og arbeid utan bil, og dei "
    "som treng hjelp til det, skal få henne."
)
AREAS = {
    "Trygg ferdsel": [
        ["1", "Byggja gangveg frå skulen til idrettsplassen", "Teknisk", "2027", "400 000"],
        ["2", "Setja opp lys langs elva", "Kraftlaget", "2028", "90 000"],
    ],
    "Liv i sentrum": [
        ["3", "Skipa marknad på torget kvar haust", "Handelslaget", "2027", "30 000"],
        ["4", "Leiga ut tomme lokale", "Næringssjefen", "2027-2028", "15 000"],
    ],
}
# how an area stands: larger, larger with its word, bold, or with its word in plain type
TITLES = [
    '#text(size: 13pt, weight: "bold")[{}]',
    "#text(size: 12.5pt)[Satsingsområde: {}]",
    '#text(weight: "bold")[{}]',
    "Satsingsområde: {}",
]


# heads and texts to the left, or heads in the middle, or texts in the middle of their rows
ALIGNED = [
    "left + top",
    "(x, y) => if y == 0 { center } else { left }",
    "left + horizon",
    "(x, y) => horizon + if y == 0 { center } else { left }",
]


def drawn(
    title: str,
    *,
    goal: str = "",
    settings: str = "",
    head: str = "header",
    align: str = ALIGNED[0],
    columns: str = "1.4cm, 1fr, 4cm, 3cm, 3cm",
) -> bytes:
    cells = []
    for area, rows in AREAS.items():
        over = [title.format(area)] + ([f"_Mål: {goal}_"] if goal else [])
        cells += [f"table.cell(colspan: 5)[{line}]" for line in over]
        cells += [f"[{cell}]" for row in rows for cell in row]
    names = ", ".join(f"[*{name}*]" for name in HEAD)
    first = f"table.header({names})" if head == "header" else names
    return pdf_of(
        f"#set page(width: 27cm, height: 18cm)\n{settings}\n= Plan 2027\n\n"
        f"#table(columns: ({columns}), stroke: none, inset: (x: 4pt, y: 6pt), align: {align}, "
        f"{first}, {', '.join(cells)})"
    )


def plain(title: str, area: str) -> str:
    return f"Satsingsområde: {area}" if "Satsingsområde" in title else area


@pytest.mark.parametrize("goal", ["", "Det skal vera lett å gå.", GOAL])
@pytest.mark.parametrize("title", TITLES)
def test_titles_in_whatever_type_stand_over_the_rows_below_them(title: str, goal: str) -> None:
    rows = [
        row
        for area, below in AREAS.items()
        for row in ([plain(title, area)], *([[f"Mål: {goal}"]] if goal else []), *below)
    ]
    data = drawn(title, goal=goal)
    assert tables(data) == [[HEAD, *rows]]
    plan = read_document(data, "plan.pdf")
    assert [(row.text, row.focus_area) for row in walk.rows(plan)] == [
        (row[1], area) for area, below in AREAS.items() for row in below
    ]
    goals = [[one.text for one in area.sub_goals] for area in plan.focus_areas]
    assert goals == [[goal] if goal else []] * 2


@pytest.mark.parametrize("head", ["header", "once"])
@pytest.mark.parametrize("height", ["6.5cm", "7cm", "7.6cm", "8.2cm", "8.8cm"])
def test_a_page_that_ends_between_them_changes_nothing(head: str, height: str) -> None:
    data = drawn(
        TITLES[0], goal="Ein stad å vera.", settings=f"#set page(height: {height})", head=head
    )
    rows = [
        row for area, below in AREAS.items() for row in ([area], ["Mål: Ein stad å vera."], *below)
    ]
    assert tables(data) == [[HEAD, *rows]]


@pytest.mark.parametrize("head", ["header", "once"])
@pytest.mark.parametrize("align", ALIGNED)
@pytest.mark.parametrize("width", ["3cm", "4.5cm", "6cm"])
def test_texts_of_several_lines_wherever_they_stand_in_their_rows(
    width: str, align: str, head: str
) -> None:
    data = drawn(
        TITLES[0],
        goal="Ein stad å vera.",
        align=align,
        columns=f"1.4cm, {width}, 2.4cm, 3cm, 3cm",
        settings="#set page(height: 11cm)",
        head=head,
    )
    rows = [
        row for area, below in AREAS.items() for row in ([area], ["Mål: Ein stad å vera."], *below)
    ]
    assert tables(data) == [[HEAD, *rows]]


@pytest.mark.parametrize("align", ALIGNED)
@pytest.mark.parametrize("title", TITLES[:1])
def test_measures_in_the_first_column_begin_above_the_rest_of_their_rows(
    title: str, align: str
) -> None:
    """No number stands before them, and the title begins where they do."""
    head, rows = HEAD[1:], [[row[1:] for row in below] for below in AREAS.values()]
    cells = "".join(
        f"table.cell(colspan: 4)[{title.format(area)}], "
        + ", ".join(f"[{cell}]" for row in below for cell in row)
        + ", "
        for area, below in zip(AREAS, rows, strict=True)
    )
    data = pdf_of(
        "#table(columns: (3.2cm, 4cm, 3cm, 3cm), stroke: none, inset: (x: 4pt, y: 6pt), "
        f"align: {align}, {', '.join(f'[*{name}*]' for name in head)}, {cells})"
    )
    assert tables(data) == [
        [head, *(row for area, below in zip(AREAS, rows, strict=True) for row in ([area], *below))]
    ]


def test_a_heading_that_ends_a_page_is_none_inside_the_table_above() -> None:
    """Each area has a table of its own, and the page ends between its heading and its table."""
    head = ", ".join(f"[*{name}*]" for name in HEAD)
    parts = [
        f"#text(size: 14pt)[*{area}*]{gap}#table(columns: (1.4cm, 1fr, 3cm, 2cm, 2.4cm), stroke: none, "
        f"{head}, {', '.join(f'[{cell}]' for row in rows for cell in row)})\n"
        for (area, rows), gap in zip(AREAS.items(), ("\n\n", "#pagebreak()"), strict=True)
    ]
    data = pdf_of("= Plan 2027\n\n" + "\n".join(parts))
    assert tables(data) == [[HEAD, *rows] for rows in AREAS.values()]
    assert [area.title for area in read_document(data, "plan.pdf").focus_areas] == list(AREAS)


def test_a_heading_after_the_table_ends_it() -> None:
    data = pdf_of(
        "#table(columns: (1cm, 7cm, 3cm), stroke: none, [*Nr*], [*Tiltak*], [*Ansvar*], "
        "[1], [Rydde stier], [Turlaget])\n= Økonomi\nDette dekkes av budsjettet.\n"
    )
    assert tables(data) == [[["Nr", "Tiltak", "Ansvar"], ["1", "Rydde stier", "Turlaget"]]]


RULED = (
    "#table(columns: (1.4cm, 1fr, 3.4cm, 2cm, 2.4cm), inset: (x: 4pt, y: {inset}), "
    "stroke: (x, y) => if y in ({rules}) {{ (top: 0.6pt) }}, {cells})"
)


@pytest.mark.parametrize("inset", ["3pt", "6pt"])
@pytest.mark.parametrize("numbered", [True, False])
def test_rules_around_sums_are_none_between_rows(inset: str, *, numbered: bool) -> None:
    rows = [
        HEAD,
        *AREAS["Trygg ferdsel"],
        ["5", "Måla fotgjengarfelt ved skulane", "Teknisk", "2027", "10 000"],
        ["", "Sum trygg ferdsel", "", "", "500 000"],
        *AREAS["Liv i sentrum"],
        ["", "Sum liv i sentrum", "", "", "45 000"],
    ]
    kept = [row if numbered else row[1:] for row in rows]
    cells = ", ".join(f"[{cell}]" for row in kept for cell in row)
    ruled = RULED.format(inset=inset, rules="0, 1, 4, 5, 7, 8", cells=cells)
    data = pdf_of(ruled if numbered else ruled.replace("1.4cm, ", ""))
    assert tables(data) == [[[cell for cell in row if cell] for row in kept]]
