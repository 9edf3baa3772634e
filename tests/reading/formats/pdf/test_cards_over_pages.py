"""Cards and numbered rows that a page cuts, or that end with it."""

import pytest

from tests.reading.formats.pdf.drawn import pdf_of
from tiltak.reading.blocks import TableBlock
from tiltak.reading.formats.pdf import read_pdf
from tiltak.reading.vocabulary import Vocabulary

BREAK = "#pagebreak()\n"
NEW = [["Rydde stiar"], ["Ansvarleg", "Turlaget"], ["Kostnad", "kr 20 000"]]
OLD = [["Byggje bru"], ["Ansvarleg", "Kommunen"], ["Frist", "2027"]]


def ruled(rows: list[list[str]], columns: str = "(4cm, 4cm)") -> str:
    """A table whose rows of one text have it over all columns."""
    cells = [
        f"table.cell(colspan: 2)[{row[0]}]" if len(row) == 1 else ", ".join(f"[{t}]" for t in row)
        for row in rows
    ]
    return f"#table(columns: {columns}, stroke: 0.5pt, {', '.join(cells)})\n"


def tables(markup: str) -> list[list[list[str]]]:
    document = read_pdf(pdf_of(markup), Vocabulary.default())
    return [
        [[cell.text for cell in row.cells] for row in block.rows]
        for block in document.blocks
        if isinstance(block, TableBlock)
    ]


def test_a_card_that_begins_a_page_is_not_part_of_the_one_before() -> None:
    assert tables(ruled(OLD) + BREAK + ruled(NEW)) == [OLD, NEW]


def test_a_card_that_a_page_cuts_is_one() -> None:
    assert tables(ruled(OLD[:2]) + BREAK + ruled([OLD[2], NEW[2]])) == [[*OLD, NEW[2]]]


def test_the_last_fact_of_a_card_may_stand_alone_on_the_next_page() -> None:
    alone = ruled([["Status", "Starta"]]) + "\nSlutt på planen."
    assert tables(ruled(OLD) + BREAK + alone) == [[*OLD, ["Status", "Starta"]]]
    assert tables(ruled(OLD) + "\nMeir tekst.\n" + BREAK + alone) == [OLD]
    assert tables(ruled(OLD) + BREAK + ruled([["Frist", "2028"]]) + "Slutt.") == [OLD]


def test_cards_side_by_side_go_on_each_below_itself() -> None:
    def beside(*two: list[list[str]]) -> str:
        return f"#grid(columns: 2, gutter: 5mm, {', '.join(f'[{ruled(one)}]' for one in two)})\n"

    above = beside(OLD[:2], NEW[:2])
    below = beside([OLD[2], ["Status", "Ny"]], [NEW[2], ["Status", "Ferdig"]])
    assert tables(above + BREAK + below) == [
        [*OLD, ["Status", "Ny"]],
        [*NEW, ["Status", "Ferdig"]],
    ]


def test_rows_that_count_on_go_on_whatever_their_words() -> None:
    head, columns = ["Nr", "Tiltak", "Kostnad"], "(1cm, 6cm, 3cm)"
    first = [head, ["1", "Byggje bru", "30 000 kr"], ["2", "Rydde stiar", "20 000 kr"]]
    more = [["3", "Status", "Budsjett"], ["4", "Måling av luft", "10 000 kr"]]
    assert tables(ruled(first, columns) + BREAK + ruled(more, columns)) == [[*first, *more]]


def test_an_amount_is_no_head() -> None:
    head, columns = ["Tiltak", "Kostnad", "Frist"], "(6cm, 3cm, 3cm)"
    first = [head, ["Byggje bru", "30 000 kr", "2027"]]
    more = [["Status", "kr 30 000", "Vår"]]
    assert tables(ruled(first, columns) + BREAK + ruled(more, columns)) == [[*first, *more]]


MEASURES = [
    [
        [
            "Tiltak",
            "Plante lauvtrær langs heile strandvegen saman med skulane og grendelaget på Nes",
        ],
        ["Ansvarleg", "Skogeigarlaget"],
        ["Frist", "2027"],
        ["Kostnad", "kr 45 000"],
    ],
    [
        ["Tiltak", "Halde kurs i båtbygging"],
        ["Ansvarleg", "Kystlaget"],
        ["Frist", "Løpande"],
        ["Kostnad", "kr 12 000"],
    ],
    [["Tiltak", "Måle grunnvatnet"], ["Ansvarleg", "Teknisk"], ["Frist", "2029"]],
]
STYLES = {
    "ruled": "0.5pt",
    "without rules": "none",
    "names shaded": "none, fill: (x, y) => if x == 0 { luma(230) }",
}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
@pytest.mark.parametrize("height", range(90, 230, 14))
def test_cards_are_whole_wherever_the_page_ends(height: int, style: str) -> None:
    cards = [
        f"#table(columns: (3cm, 7cm), stroke: {style}, "
        + ", ".join(f"[*{name}*], [{value}]" for name, value in card)
        + ")"
        for card in MEASURES
    ]
    page = f"#set page(width: 14cm, height: {height}pt, margin: 1cm)\n"
    assert tables(page + "\n\n".join(cards)) == MEASURES
