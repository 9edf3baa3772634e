"""Areas in the left column of tables without rules between the rows they reach over."""

import pytest

from tests.reading.formats.pdf.drawn import pdf_of
from tiltak.reading.blocks import TableBlock
from tiltak.reading.formats.pdf import read_pdf
from tiltak.reading.vocabulary import Vocabulary

HEAD = ["Innsatsområde", "Tiltak", "Ansvarlig", "Frist"]
AREAS = {
    "Oppvekst": [
        ["Gi alle elever gratis frukt, og la dem være med på å velge hvilken", "Skolene", "2026"],
        ["Åpne svømmehallen om kvelden", "Idrettslaget og kommunen", "2027"],
        ["Male klasserommene", "Eiendom", "2026"],
    ],
    "Helse og levekår for eldre": [
        ["Starte turgruppe", "Frivilligsentralen", "2026"],
        ["Kjøre varm middag hjem til dem som ikke lager mat lenger", "Hjemmetjenesten", "2028"],
    ],
    "Havn": [["Mudre innseilingen", "Havnevesenet", "2029"]],
    "Klima": [
        ["Bytte ut oljekjelen i samfunnshuset", "Eiendom", "2026"],
        ["Sette opp ladere", "Kraftlaget", "2026"],
        ["Samle inn gamle nett", "Fiskarlaget", "2027"],
        ["Plante lauvtrær langs elva", "Skogeierlaget", "2028"],
    ],
}
LAST = sum(map(len, AREAS.values()))
STROKES = {
    "no rules": "none",
    "book": f"(x, y) => (top: if y < 2 {{ 0.5pt }}, bottom: if y == {LAST} {{ 0.5pt }})",
    "between areas": "(x, y) => (top: if (0, 1, 4, 6, 7).contains(y) { 0.5pt })",
    "beside": "(x, y) => (top: if x > 0 or (0, 1, 4, 6, 7).contains(y) { 0.5pt })",
}


def plan(at: str, stroke: str) -> bytes:
    """The areas set `at` the top, in the middle ("horizon"), or at the bottom of their rows."""
    cells = []
    for area, rows in AREAS.items():
        cells.append(f"table.cell(rowspan: {len(rows)}, align: {at})[*{area}*]")
        cells += [f"[{text}]" for row in rows for text in row]
    head = ", ".join(f"[*{name}*]" for name in HEAD)
    return pdf_of(
        f"#table(columns: (3cm, 1fr, 3cm, 1.6cm), stroke: {stroke}, inset: (x: 4pt, y: 6pt), "
        f"table.header({head}), {', '.join(cells)})\n"
    )


@pytest.mark.parametrize("at", ["top", "horizon", "bottom"])
@pytest.mark.parametrize("stroke", STROKES.values(), ids=STROKES)
def test_an_area_reaches_over_its_rows_wherever_it_stands_beside_them(stroke: str, at: str) -> None:
    (block,) = read_pdf(plan(at, stroke), Vocabulary.default()).blocks
    assert isinstance(block, TableBlock)
    found = [[(cell.row_span, cell.text) for cell in row.filled] for row in block.rows]
    expected = [[(1, name) for name in HEAD]]
    for area, rows in AREAS.items():
        expected += [[(1, text) for text in row] for row in rows]
        expected[-len(rows)].insert(0, (len(rows), area))
    assert found == expected


def test_a_name_on_more_lines_than_its_row_is_no_white_space_between_rows() -> None:
    rows = [
        ("Barn og ungdom i skolen", "Gi frukt", "2026"),
        ("Barn og ungdom i skolen", "Male klasserommene i barneskolen", "2027"),
        ("Helse og levekår", "Starte turgruppe for dem som bor alene", "2026"),
        ("Helse og levekår", "Kjøre middag", "2028"),
    ]
    cells = ", ".join(f"[{text}]" for row in rows for text in row)
    # as close as lines of a cell: the top edge of letters to their baseline, and the leading
    made = pdf_of(
        "#table(columns: (2.4cm, 5cm, 2cm), stroke: none, inset: (x: 3pt, y: 0.325em), "
        f"[*Område*], [*Tiltak*], [*Frist*], {cells})\n"
    )
    (block,) = read_pdf(made, Vocabulary.default()).blocks
    assert isinstance(block, TableBlock)
    assert [[cell.text for cell in row.filled][1:] for row in block.rows[1:]] == [
        list(row[1:]) for row in rows
    ]
