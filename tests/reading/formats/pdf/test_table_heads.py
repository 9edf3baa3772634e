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


AREAS = ("Natur og besøksforvaltning", "Helårs opplevelser for alle")


def with_sums(*, break_before_sum: bool) -> bytes:
    """Rows of two areas with rules across alone, the last year right-set close to the next column; the
    page ends right before the sum of the first area, or nowhere."""
    head = "[*Tiltak*], [*Ansvar*], [*2026*], [*2027*], [*Status*]"
    row = "[Rydde stien langs elva], [Turlaget], [100], [80], [Ikke startet], "
    sums = [f"table.cell(colspan: 3)[*Sum {area.lower()}*], [*4 390*], [], " for area in AREAS]
    style = (
        "columns: (4.2cm, 3cm, 1.3cm, 1.3cm, 1fr), inset: (x: 4pt, y: 6pt), "
        "stroke: (x, y) => (bottom: 0.5pt), fill: (x, y) => if y == 0 { rgb(190, 220, 200) }, "
        "align: (x, y) => if x in (2, 3) { right } else { left }"
    )
    page = "#set page(height: 7cm)\n" if break_before_sum else ""
    body = row * 3 + sums[0] + row * 2 + sums[1]
    return pdf_of(f"{page}#table({style}, table.header({head}), {body.rstrip(', ')})")


HEAD_OF_SUMS = ["Tiltak", "Ansvar", "2026", "2027", "Status"]
ROW_OF_SUMS = ["Rydde stien langs elva", "Turlaget", "100", "80", "Ikke startet"]
SUMS = [[f"Sum {area.lower()}", "4 390"] for area in AREAS]
ALL_OF_SUMS = [HEAD_OF_SUMS, *[ROW_OF_SUMS] * 3, SUMS[0], *[ROW_OF_SUMS] * 2, SUMS[1]]


def test_the_last_of_several_years_and_the_name_close_to_it_are_two_heads() -> None:
    assert tables(with_sums(break_before_sum=False)) == [ALL_OF_SUMS]


def test_a_head_printed_again_right_above_a_sum_goes_on_with_the_table() -> None:
    assert tables(with_sums(break_before_sum=True)) == [ALL_OF_SUMS]
