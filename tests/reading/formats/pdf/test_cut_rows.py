"""Rows that the end of a page cuts: put together again, whether the head is repeated or not."""

import pytest

from tests.reading.formats.pdf.drawn import pdf_of, table
from tests.reading.formats.pdf.test_tables import tables

COLUMNS = "(1cm, 5.2cm, 3cm, 2.3cm, 2cm)"
STYLES = {
    "ruled": "stroke: 0.5pt",
    "white": "stroke: none, inset: 6pt",
    "across": "inset: 6pt, stroke: (x, y) => (bottom: 0.5pt)",
    "shaded": "inset: 6pt, stroke: none, fill: (x, y) => if calc.even(y) { luma(235) }",
}
ROWS = [
    ["Nr.", "Tiltak", "Ansvarlig", "Frist", "Kostnad"],
    [
        "1.1",
        (
            "Lage en samlet plan for turveier, lysløyper og sykkelstier i hele kommunen. Den skal si "
            "hvem som eier grunnen."
        ),
        "Kommunedirektøren, Teknisk etat og Turlaget",
        "2026–2027",
        "250 000",
    ],
    [
        "1.2",
        "Merke stien rundt vatnet. Nye skilt settes opp. Benker settes ved alle innganger.",
        "Turlaget",
        "2026",
        "40 000",
    ],
    [
        "1.3",
        (
            "Bygge tre bruer over Elva. Kommunen søker om spillemidler. Frivillige setter dem opp i "
            "juni. Skolen maler rekkverket."
        ),
        "Teknisk etat",
        "2027",
        "Innenfor rammen",
    ],
    [
        "2.1",
        (
            "Holde kurs i bruk av nett. Biblioteket stiller med rom. Elever er kursholdere. De får "
            "betalt for det. Kurset er gratis."
        ),
        "Biblioteket, Oppvekst, Eldrerådet",
        "Hvert halvår",
        "15 000",
    ],
    ["2.2", "Gi ut kart", "Turlaget", "2027", "10 000"],
]


@pytest.mark.parametrize("again", [True, False], ids=["head again", "head once"])
@pytest.mark.parametrize("style", STYLES)
def test_rows_are_whole_wherever_the_page_ends(style: str, again: bool) -> None:
    made = table(ROWS, COLUMNS, STYLES[style])
    if not again:
        made = made.replace("table.header(", "").replace("*Kostnad*])", "*Kostnad*]")
    for height in (9.3, 9.9, 10.5, 11.1, 11.7, 12.3):
        page = f'#set page(height: {height}cm, width: 18cm, numbering: "1")\n'
        assert tables(pdf_of(page + made)) == [ROWS], height


def test_a_row_with_few_values_is_a_row_where_others_have_few() -> None:
    rows = [ROWS[0], *([f"1.{n}", f"Rydde sti {n}", "Turlaget", "", ""] for n in range(1, 9))]
    rows[6] = ["", "Merke stier", "Turlaget", "", ""]
    made = table(rows, COLUMNS, "stroke: 0.5pt")
    for height in (6.5, 7.0, 7.5, 8.0):
        page = f"#set page(height: {height}cm, width: 18cm)\n"
        wanted = [[cell for cell in row if cell] for row in rows]
        assert tables(pdf_of(page + made)) == [wanted], height


def test_a_sum_on_top_of_a_page_is_a_row() -> None:
    head = ["Tiltak", "Ansvarlig", "Frist", "Kostnad"]
    rows = [[f"Rydde sti nummer {n} langs elva", "Turlaget", "2026", "1 000"] for n in range(6)]
    made = table([head, *rows, ["Sum", "", "", "kr 6 000"]], "(1fr, 3cm, 2cm, 3cm)")
    for height in (7.9, 8.3, 8.7, 9.1):
        page = f"#set page(height: {height}cm)\n"
        assert tables(pdf_of(page + made)) == [[head, *rows, ["Sum", "kr 6 000"]]], height
