"""Boxes and tables inside the columns of a page: each is read where it stands in its column."""

import pytest

from tests.reading.accounts import accounted_for
from tests.reading.formats.pdf.drawn import pdf_of
from tests.reading.formats.pdf.test_flow import read, texts
from tests.reading.formats.pdf.test_tables import tables
from tiltak.reading import read_document
from tiltak.reading.formats.pdf.pages import read_pages

# title, two paragraphs, what the box says, goal, measures with who, when and cost
AREAS = [
    (
        "Warm homes",
        (
            "Most houses in the district were built before 1940 and lose more heat than they need to, "
            "and one household in five keeps only one room warm in winter."
        ),
        (
            "Residents told us that they would insulate their homes if they knew whom to trust, and all "
            "three workshops in the village halls were full."
        ),
        ["8,400 homes in the district", "62 per cent rated D or worse", "One in five too cold"],
        "Two thousand homes shall be insulated by the end of 2030.",
        [
            ("Advice with home visits in every parish", "Housing team", "2026", "£120,000"),
            (
                "Grants for insulation of lofts and walls to households with low incomes",
                "Housing team and Age Concern",
                "2026–2029",
                "£900,000",
            ),
            ("Register of trusted builders", "Trading Standards", "Spring 2027", "£15,000"),
        ],
    ),
    (
        "Clean travel",
        (
            "Buses run every two hours on weekdays and not at all on Sundays, so that nearly everyone "
            "drives, and the contracts will be put out to tender again in 2027."
        ),
        (
            "Cycle lanes end at the boundary of the town, and people from the villages said that they "
            "would cycle to the station if they did not have to use the main road."
        ),
        ["74 per cent drive to work", "Three stations, one with parking for cycles"],
        "Car traffic shall fall by a tenth.",
        [
            ("Hourly bus between the town and the stations", "County Council", "2027", "£450,000"),
            ("Safe cycle parking at all three stations", "Network Rail", "2026", "£60,000"),
            ("Car club with ten electric cars", "District Council", "2028", "£85,000"),
        ],
    ),
    (
        "Living land",
        (
            "Farmers manage four fifths of the land, many have planted hedges already, and most of them "
            "want to do more if the work is paid for."
        ),
        (
            "The river has been straightened since the war, and the meadows beside it flood nearly every "
            "winter, although they could hold far more water than they do."
        ),
        ["Forty miles of new hedge since 2015", "Six floods in the past ten years"],
        "The river shall be in good ecological condition.",
        [
            ("Plant twenty miles of hedge with farmers", "Wildlife Trust", "2026–2030", "£200,000"),
            ("Let the river meander at Long Meadow", "Environment Agency", "2028", "£1.2 million"),
        ],
    ),
]
BOXES = {
    "shaded": 'block(width: 100%, fill: rgb("#f3e6c8"), inset: 7pt, breakable: false)[{}]',
    "ruled": "block(width: 100%, stroke: 0.7pt, inset: 7pt, breakable: false)[{}]",
}


def _box(lines: list[str], style: str) -> str:
    if style == "table":
        cells = ", ".join(f"[{line}], [{at}]" for at, line in enumerate(lines, 11))
        return f"#table(columns: (1fr, auto), stroke: 0.5pt, inset: 4pt, {cells})"
    return "#" + BOXES[style].format("*Facts*\n\n" + "\n\n".join(lines))


def drawn(columns: int, style: str, size: float, facts: str, justify: str) -> bytes:
    """A plan in columns; a box between the two paragraphs of each area."""
    wide = str(columns > 2).lower()
    markup = (
        f'#set page(columns: {columns}, flipped: {wide}, numbering: "1")\n'
        f'#set columns(gutter: 7mm)\n#set text(size: {size}pt, lang: "en", hyphenate: {justify})\n'
        f"#set par(justify: {justify})\n"
        '#place(top, scope: "parent", float: true)[#text(size: 22pt)[*Climate action plan 2026–2030*]]\n'
    )
    for number, (area, first, second, lines, goal, measures) in enumerate(AREAS, 1):
        markup += (
            f'#block(width: 100%, fill: rgb("#14606b"), inset: 6pt, sticky: true, '
            f'text({size + 4}pt, white, weight: "bold")[{number} #h(8pt) {area}])\n\n'
            f"{first}\n\n{_box(lines, style)}\n\n{second}\n\n"
            f"#block(stroke: (left: 3pt), inset: (left: 7pt, y: 3pt))[*Objective* \\ {goal}]\n\n"
            f'#block(sticky: true, text({size + 1.5}pt, weight: "bold")[Actions])\n\n'
        )
        for at, (text, who, when, cost) in enumerate(measures, 1):
            said = facts.format(f"Lead: {who}", f"When: {when}", f"Cost: {cost}")
            markup += (
                f"#block(breakable: false)[#grid(columns: ({size * 0.9}mm, 1fr), [*{number}.{at}*], "
                f"[{text} \\ #text(size: {size - 1}pt)[{said}]])]\n\n"
            )
    return pdf_of(markup)


@pytest.mark.parametrize(
    ("columns", "style", "size", "facts", "justify"),
    [
        (2, "shaded", 9.5, "{}. {}. {}.", "true"),
        (2, "ruled", 10.5, r"{} \ {} \ {}", "false"),
        (2, "table", 9, "{} | {} | {}", "false"),
        (2, "shaded", 13, "{}. {}. {}.", "true"),
        (3, "ruled", 10, "{}. {}. {}.", "true"),
        (3, "shaded", 12, r"{} \ {} \ {}", "false"),
    ],
)
def test_boxes_between_the_paragraphs_of_columns(
    columns: int, style: str, size: float, facts: str, justify: str
) -> None:
    """The larger ones go on to a second page, which has text in its left column alone."""
    plan = read_document(drawn(columns, style, size, facts, justify), "plan.pdf")
    read_so = []
    for area in plan.focus_areas:
        parts = [area, *area.sections]
        goals = [goal.text for part in parts for goal in part.sub_goals]
        measures = [measure for part in parts for measure in part.measures]
        read_so.append((area.title, goals, measures))
    assert [(title, goals) for title, goals, _ in read_so] == [
        (area[0], [area[4]]) for area in AREAS
    ]
    assert [
        (
            measure.text,
            measure.responsible and measure.responsible.raw,
            measure.time and measure.time.raw,
            measure.budget and measure.budget.raw,
        )
        for _, _, measures in read_so
        for measure in measures
    ] == [measure for area in AREAS for measure in area[5]]
    assert accounted_for(plan) == "".join(plan.sources[0].text.split())


LEFT = (
    "Fyrst står dette i den venstre spalta, som er full av ord heile vegen ned til botnen av sida. "
)
RIGHT = (
    "Så står dette i den høgre spalta, som er like full av ord, og like brei som den venstre er. "
)
BOX = "#block(width: 100%, stroke: 0.7pt, inset: 6pt)[{}]"


def test_a_box_over_both_columns_parts_them() -> None:
    over = BOX.format("Ein ramme over begge spaltene, så brei som heile sida er.")
    document = read(
        f"#columns(2)[{LEFT * 4} #colbreak() {RIGHT * 4}]\n\n{over}\n\n"
        f"#columns(2)[{LEFT * 3} #colbreak() {RIGHT * 3}]"
    )
    assert texts(document) == [
        (LEFT * 4).strip(),
        (RIGHT * 4).strip(),
        "Ein ramme over begge spaltene, så brei som heile sida er.",
        (LEFT * 3).strip(),
        (RIGHT * 3).strip(),
    ]


def test_cards_side_by_side_are_read_row_by_row() -> None:
    """Boxes and little else: no columns that the eye follows down."""
    cards = ", ".join(f"[{BOX.format(f'Kort {at}: ' + LEFT * 2)}]" for at in range(1, 5))
    document = read(f"= Tiltak\n#grid(columns: 2, gutter: 12pt, {cards})")
    assert [text[:6] for text in texts(document)] == [
        "Tiltak",
        *(f"Kort {at}" for at in range(1, 5)),
    ]


def test_the_number_of_a_page_is_in_neither_column() -> None:
    """It stands below the gutter, and would make the left column wider than its lines are."""
    data = pdf_of(
        '#set page(numbering: "1", height: 14cm)\n'
        f"#columns(2)[{LEFT * 3} #v(4cm) {LEFT * 3} #colbreak() {RIGHT * 3}]"
    )
    lines = [line for line in read_pages(data)[0].lines() if line.x0 < 60]
    assert {line.right for line in lines} == {max(line.x1 for line in lines)}


@pytest.mark.parametrize("stroke", ["0.5pt", "(bottom: 0.5pt)"])
@pytest.mark.parametrize("again", [True, False])
def test_a_table_goes_on_at_the_top_of_the_next_column(stroke: str, again: bool) -> None:
    rows = [["Tiltak", "Ansvar"], *([f"Rydde sti nummer {at}", "Turlaget"] for at in range(1, 9))]
    head, *body = (", ".join(f"[{cell}]" for cell in row) for row in rows)
    first = f"table.header({head})" if again else head
    data = pdf_of(
        "#set page(columns: 2, height: 12cm)\n"
        f"{LEFT * 3}\n\n#table(columns: (1fr, 2cm), stroke: {stroke}, {first}, {', '.join(body)})\n\n"
        f"{RIGHT * 2}"
    )
    assert tables(data) == [rows]


def test_tables_that_begin_at_one_height_are_two() -> None:
    table = "#table(columns: (1fr, 2cm), stroke: 0.5pt, [Tiltak], [Ansvar], [Rydde], [Turlaget])"
    data = pdf_of(f"#grid(columns: 2, gutter: 12pt, [{table}], [{table}])")
    assert tables(data) == [[["Tiltak", "Ansvar"], ["Rydde", "Turlaget"]]] * 2
