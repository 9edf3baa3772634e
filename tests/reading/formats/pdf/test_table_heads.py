"""Heads of tables without rules: over two lines, side by side without a gap, with a unit below."""

import pytest

from tests.reading.accounts import accounted_for
from tests.reading.formats.pdf.drawn import pdf_of
from tests.reading.formats.pdf.test_tables import tables
from tiltak.planfile import walk
from tiltak.reading import read_document

STYLES = ["stroke: none", "stroke: (x, y) => (bottom: 0.5pt)"]
BODY = "[Bygge bru], [Teknisk], [200], [300], [Rydde sti], [Turlaget], [], [40])"
YEARS = (
    "table.cell(rowspan: 2)[*Tiltak*], table.cell(rowspan: 2)[*Ansvar*], "
    "table.cell(colspan: 2)[*Kostnad*], [*2026* \\ (1000 kr)], [*2027* \\ (1000 kr)], "
)
UNIT = (
    "[*Tiltak*], [*Ansvar*], [*Investering*], [*Drift*], [], [], "
    "table.cell(colspan: 2)[(beløp i 1000 kr)], "
)


def drawn(head: str, style: str) -> bytes:
    columns = "columns: (1fr, 2.6cm, 2cm, 2cm), inset: 5pt"
    return pdf_of(f"= Plan 2026\n\n= Veg\n#table({columns}, {style}, {head}{BODY}")


@pytest.mark.parametrize("style", STYLES)
def test_years_and_units_below_a_wide_head(style: str) -> None:
    data = drawn(YEARS, style)
    assert tables(data)[0][0] == ["Tiltak", "Ansvar", "Kostnad 2026 (1000 kr)", "2027 (1000 kr)"]
    plan = read_document(data, "plan.pdf")
    assert [(row.text, row.budget and row.budget.amount) for row in walk.rows(plan)] == [
        ("Bygge bru", 500_000),
        ("Rydde sti", 40_000),
    ]
    assert accounted_for(plan) == "".join(plan.sources[0].text.split())


@pytest.mark.parametrize("style", STYLES)
def test_heads_without_a_gap_between_them_and_one_unit_below_both(style: str) -> None:
    data = drawn(UNIT, style)
    assert tables(data) == [
        [
            ["Tiltak", "Ansvar", "Investering (beløp i 1000 kr)", "Drift (beløp i 1000 kr)"],
            ["Bygge bru", "Teknisk", "200", "300"],
            ["Rydde sti", "Turlaget", "40"],
        ]
    ]
    plan = read_document(data, "plan.pdf")
    assert accounted_for(plan) == "".join(plan.sources[0].text.split())


def test_words_that_english_breaks_are_closed() -> None:
    cells = (
        "Implementation of environmental sustainability programmes",
        "Neighbourhood partnerships",
    )
    markup = '#set text(lang: "en", hyphenate: true)\n#table(columns: (3cm, 2.4cm), [*Action*], [*Lead*], '
    data = pdf_of(f"{markup}[{cells[0]}], [{cells[1]}])")
    assert tables(data) == [[["Action", "Lead"], list(cells)]]
