"""Text on its side: names beside rows, and heads of narrow columns."""

import pytest

from tests.reading.formats.pdf.drawn import pdf_of
from tiltak.reading.blocks import TableBlock
from tiltak.reading.formats.pdf import read_pdf
from tiltak.reading.vocabulary import Vocabulary

HEAD = ["Område", "Tiltak", "Ansvar", "Frist"]
ROWS = [
    ["Rydde stien langs elva", "Teknisk", "2025"],
    ["Holde kurs for alle som vil lære å svømme", "Turlaget", "2026"],
    ["Gi ut kart", "Turlaget", "2027"],
]
MORE = [["Mudre havna", "Havnevesenet", "2026"], ["Male fyret", "Kystlaget", "2028"]]


def rows_of(markup: str) -> list[list[str]]:
    (block,) = read_pdf(pdf_of(markup), Vocabulary.default()).blocks
    assert isinstance(block, TableBlock)
    return [[cell.text for cell in row.filled] for row in block.rows]


def cells(*texts: str) -> str:
    return ", ".join(f"[{text}]" for text in texts)


@pytest.mark.parametrize("degrees", [-90, 90])
def test_a_name_on_its_side_is_read_line_by_line_from_where_it_begins(degrees: int) -> None:
    def beside(name: str, rows: list[list[str]]) -> str:
        turned = f"#rotate({degrees}deg, reflow: true)[{name}]"
        merged = f"table.cell(rowspan: {len(rows)}, align: center + horizon)[{turned}]"
        return ", ".join([merged, *(cells(*row) for row in rows)])

    head = cells(*(f"*{name}*" for name in HEAD))
    parts = [beside("Friluft og god \\ helse", ROWS), beside("Kyst", MORE)]
    found = rows_of(f"#table(columns: (1.6cm, 1fr, 3cm, 2cm), {head}, {', '.join(parts)})")
    assert found == [
        HEAD, ["Friluft og god helse", *ROWS[0]], *ROWS[1:], ["Kyst", *MORE[0]], MORE[1]
    ]  # fmt: skip


@pytest.mark.parametrize("align", ["top", "bottom", "horizon"])
@pytest.mark.parametrize("degrees", [-90, 90])
def test_heads_on_their_side_name_columns_without_rules(degrees: int, align: str) -> None:
    turned = [f"#rotate({degrees}deg, reflow: true)[*{name}*]" for name in HEAD[2:]]
    head = cells(f"*{HEAD[1]}*", *turned)
    body = ", ".join(cells(*row) for row in ROWS)
    found = rows_of(
        "#table(columns: (1fr, 3cm, 2cm), stroke: none, inset: 6pt, "
        f"align: (x, y) => if y == 0 {{ {align} }} else {{ top }}, {head}, {body})"
    )
    assert found == [HEAD[1:], *ROWS]
