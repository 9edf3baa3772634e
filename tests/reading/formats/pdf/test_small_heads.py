"""Tables without rules whose heads are smaller than their rows, and columns close to one another."""

import pytest

from tests.reading.accounts import accounted_for
from tests.reading.formats.pdf.drawn import pdf_of
from tests.reading.formats.pdf.test_tables import tables
from tiltak.planfile import walk
from tiltak.reading import read_document

HEADS = ["Tiltak", "Ansvarleg", "Frist", "Kostnad"]
ROWS = {
    "Fysisk aktivitet": [
        ["Tursti rundt vatnet", "Teknisk etat", "2026", "450 000"],
        ["Lys i løypa frå skulen og heilt inn til demninga", "Idrettslaget", "2027", "90 000"],
    ],
    "Trygge møteplassar": [
        ["Middag i grendahuset", "Sanitetsforeininga", "Løpande", "8 000"],
        ["Nye benkar ved butikken", "Teknisk etat", "Innan 1. juni 2026", "48 000"],
        ["Open hall om søndagane", "Kultur", "2028", "64 000"],
    ],
}
GOALS = {
    "Fysisk aktivitet": "Alle skal ha ein tursti nær heimen",
    "Trygge møteplassar": "Fleire skal ha nokon å vere saman med",
}
SUMS = {"Fysisk aktivitet": "540 000", "Trygge møteplassar": "120 000"}


def drawn(size: float, heads: float, columns: str, order: list[int]) -> bytes:
    """A plan in which each area has its goal as a list and below it a table with a sum row."""
    markup = (
        f'#set text(size: {size}pt, lang: "nn")\n#text(size: 20pt)[*Folkehelseplan 2026–2028*]\n\n'
    )
    sides = ", ".join("right" if at == 3 else "left" for at in order)
    for area, rows in ROWS.items():
        total = ["Sum", "", "", SUMS[area]]
        head = ", ".join(f"text(size: {heads}pt)[*{HEADS[at]}*]" for at in order)
        body = ", ".join(f"[{row[at]}]" for row in rows for at in order)
        last = ", ".join(f"[*{total[at]}*]" for at in order)
        markup += (
            f"#text(size: {size + 4}pt)[*{area}*]\n\n*Mål*\n\n- {GOALS[area]}\n\n"
            f"#table(columns: {columns}, stroke: none, inset: (x: 3pt, y: 4pt), align: ({sides}), "
            f"{head}, {body}, {last})\n\n"
        )
    return pdf_of(markup)


@pytest.mark.parametrize(
    ("size", "heads", "columns", "order"),
    [
        (9.5, 8.5, "(1fr, 4cm, 3cm, 2.2cm)", [0, 1, 2, 3]),
        (11, 8, "(1fr, 4.4cm, 3cm, 2.4cm)", [0, 1, 2, 3]),
        (10, 7.5, "(3cm, 1fr, 2.4cm, 4cm)", [2, 0, 3, 1]),
        (9, 9, "(1fr, 3.6cm, 2.6cm, 2cm)", [0, 1, 2, 3]),
        (9, 11, "(1fr, 3.6cm, 2.6cm, 2cm)", [0, 1, 2, 3]),
    ],
)
def test_heads_may_be_smaller_or_larger_than_the_rows(
    size: float, heads: float, columns: str, order: list[int]
) -> None:
    plan = read_document(drawn(size, heads, columns, order), "plan.pdf")
    assert [
        (area.title, [goal.text for goal in area.sub_goals], [m.text for m in area.measures])
        for area in plan.focus_areas
    ] == [(area, [GOALS[area]], [row[0] for row in rows]) for area, rows in ROWS.items()]
    assert [
        (
            row.responsible and row.responsible.raw,
            row.time and row.time.raw,
            row.budget and row.budget.amount,
        )
        for row in walk.rows(plan)
    ] == [(row[1], row[2], int(row[3].replace(" ", ""))) for rows in ROWS.values() for row in rows]
    assert accounted_for(plan) == "".join(plan.sources[0].text.split())


@pytest.mark.parametrize(("size", "padding"), [(10, 2), (10, 1.5), (8, 1.5)])
def test_money_to_the_right_and_texts_to_the_left_close_behind_it(
    size: int, padding: float
) -> None:
    rows = [
        ["2026", "Footpath along Mill Lane", "12,000", "Parish Council"],
        ["2027", "Speed signs in the village", "6,200", "Highways"],
        ["2027", "Phone tree for cold spells", "150", "Volunteers"],
    ]
    heads = ["When", "Action", "Cost (£)", "Lead"]
    cells = ", ".join(f"[*{head}*]" for head in heads)
    body = ", ".join(f"[{cell}]" for row in rows for cell in row)
    data = pdf_of(
        f"#set text(size: {size}pt)\n#table(columns: (2cm, 7cm, 2.2cm, 4cm), stroke: none, "
        f"inset: (x: {padding}pt, y: 5pt), align: (left, left, right, left), {cells}, {body})"
    )
    assert tables(data) == [[heads, *rows]]


@pytest.mark.parametrize("mark", ["•", "–", "▪"])
def test_a_list_below_a_heading_is_no_row_of_the_table_above(mark: str) -> None:
    """The mark stands below the first head, the text below the second."""
    rows = ", ".join(f"[202{at}], [Speed signs {at}], [12 000], [Highways]" for at in range(3))
    data = pdf_of(
        "#table(columns: (2.6cm, 6cm, 2.2cm, 4cm), stroke: none, align: (left, left, right, left), "
        f"[*Time frame*], [*Action*], [*Cost*], [*Lead*], {rows})\n"
        f"#text(size: 14pt)[*Green places*]\n\n*Objectives*\n\n"
        f"#list(marker: [{mark}], indent: 1cm, body-indent: 1.2cm, "
        "[There shall be more trees in all our streets], [The pond shall be clean])"
    )
    assert [len(table) for table in tables(data)] == [4]
