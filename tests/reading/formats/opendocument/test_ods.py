"""OpenDocument workbooks as a person reads them."""

import pytest

from tests.reading.accounts import accounted_for
from tests.reading.formats.opendocument.odf_files import (
    COVERED,
    ods,
    packed,
    row,
    sheet,
    text_cell,
    value_cell,
)
from tiltak.planfile import walk
from tiltak.reading import Limits, Problem, UnreadableDocument, Vocabulary, read_document
from tiltak.reading.blocks import TableBlock
from tiltak.reading.formats.opendocument.ods import read_ods

HEAD = row("Satsing", "Tiltak", "Frist", "Kostnad i 1000 kr", "Ansvarleg")


def test_dates_numbers_and_a_unit_in_the_head() -> None:
    data = ods(
        sheet(
            row("Handlingsplan 2026-2027"),
            row(attributes='table:number-rows-repeated="3"'),
            HEAD,
            row(
                "Veg",
                "Byggja bru",
                value_cell("date", "2026-06-01", "1. juni 2026"),
                value_cell("float", "250", "250"),
                "Teknisk",
            ),
            row(
                "Veg",
                "Rydda skog",
                value_cell("date", "2027-03-01T00:00:00", "mars 2027"),
                value_cell("currency", "1200", "1 200 kr"),
                "FK",
            ),
        )
    )
    plan = read_document(data, "plan.ods")
    assert plan.document.title == "Handlingsplan 2026-2027"
    assert [
        (r.text, r.time and r.time.raw, r.budget and r.budget.amount) for r in walk.rows(plan)
    ] == [("Byggja bru", "2026-06-01", 250_000), ("Rydda skog", "2027-03-01", 1_200_000)]
    assert next(walk.rows(plan)).reading.passages[0].cell == "B6"
    assert accounted_for(plan) == "".join(plan.sources[0].text.split())


def test_what_is_hidden_is_no_part_of_the_plan() -> None:
    hiding = '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
    columns = (
        "<table:table-column table:number-columns-repeated='3'/>"
        "<table:table-column table:visibility='collapse'/><table:table-column/>"
    )
    gone = 'table:visibility="collapse"'
    data = ods(
        sheet(
            row("Satsing", "Tiltak", "Tid", "Notat", "Ansvar"),
            row("Veg", "Byggja bru", "2026", "Hemmeleg", "FK"),
            row("Veg", "Tunnel", "2027", "", "FK", attributes=gone),
            row("Veg", "Rydda skog", "2027", "", "FK"),
            columns=columns,
        ),
        sheet(row("Løyndom"), name="Ark2", style="ta2"),
        automatic=hiding,
    )
    plan = read_document(data, "plan.ods")
    assert [r.text for r in walk.rows(plan)] == ["Byggja bru", "Rydda skog"]
    left_out = {rest.text: rest.reason for rest in plan.unplaced}
    assert left_out == {
        "Notat\nHemmeleg": "Skjult kolonne",
        "Veg\nTunnel\n2027\nFK": "Skjult rad",
        "Løyndom": "Skjult ark",
    }


def test_an_amount_over_several_rows() -> None:
    data = ods(
        sheet(
            row("Satsing", "Tiltak", "Tid", "Budsjett"),
            row("Veg", "Bru", "2026", text_cell("90 000", 'table:number-rows-spanned="2"')),
            row("Veg", "Tunnel", "2026", COVERED),
            row("Veg", "Ferje", "2026", "10 000"),
        )
    )
    found = [r.budget for r in walk.rows(read_document(data, "plan.ods"))]
    assert [(b.amount, b.cell_group) for b in found if b] == [
        (90_000, "c1"),
        (90_000, "c1"),
        (10_000, None),
    ]


def test_two_rows_of_heads() -> None:
    data = ods(
        sheet(
            row(
                "Satsing",
                "Tiltak",
                text_cell("Budsjett", 'table:number-columns-spanned="2"'),
                COVERED,
            ),
            row("", "", "2026", "2027"),
            row("Veg", "Bru", "10 000", "20 000"),
            row("Veg", "Tunnel", "", "5 000"),
        )
    )
    found = [r.budget and r.budget.per_year for r in walk.rows(read_document(data, "plan.ods"))]
    assert found == [{"2026": 10_000, "2027": 20_000}, {"2027": 5_000}]


@pytest.mark.parametrize(
    "endless",
    [
        row("Veg", "Bru", "2026", attributes='table:number-rows-repeated="1000000"'),
        row("Veg", text_cell("Bru", 'table:number-columns-repeated="16000"')) * 100,
    ],
)
def test_a_sheet_that_repeats_itself_without_end(endless: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(ods(sheet(HEAD, endless)), "plan.ods")
    assert caught.value.code is Problem.TOO_LARGE


def test_text_far_from_the_table_is_kept_aside() -> None:
    far = text_cell("", 'table:number-columns-repeated="500"')
    data = ods(sheet(HEAD, row("Veg", "Bru", "2026", "", "FK", far, "Langt borte")))
    plan = read_document(data, "plan.ods", limits=Limits(sheet_columns=100))
    assert [(rest.text, rest.reason) for rest in plan.unplaced] == [
        ("Langt borte", "Langt utanfor tabellen")
    ]


def test_entities_are_refused_wherever_they_stand() -> None:
    hostile = b"<!--" + b" " * 9_000 + b'--><!DOCTYPE a [<!ENTITY b "c">]>'
    data = packed("spreadsheet", content=f"{hostile.decode()}<a>&b;</a>")
    with pytest.raises(UnreadableDocument) as caught:
        read_document(data, "plan.ods")
    assert caught.value.code is Problem.UNSAFE


def test_values_are_read_as_they_are_shown() -> None:
    heads = row("Nr", "Tiltak", "Kostnad", "Framdrift")
    shown = row(
        value_cell("float", "1.1", "1,10"),
        "Byggja bru",
        value_cell("float", "1500000", "1 500"),
        value_cell("date", "2026-06-01", "2026"),
    )
    broken = row(
        value_cell("float", "", "#REF!"),
        "Rydda skog",
        value_cell("float", "0", ""),
        '<table:table-cell office:value-type="float" office:value="3"/>',
    )
    (table,) = read_ods(ods(sheet(heads, shown, broken)), Limits(), Vocabulary.default()).blocks
    assert isinstance(table, TableBlock)
    assert [[cell.text for cell in found.cells] for found in table.rows[1:]] == [
        ["1.10", "Byggja bru", "1 500", "2026"],
        ["#REF!", "Rydda skog", "3"],
    ]


def test_formulas_that_nobody_computed_and_boxes() -> None:
    formula = '<table:table-cell table:formula="of:=1+1"/>'
    box = (
        "<table:shapes><draw:frame><draw:text-box><text:p>Vedteken</text:p></draw:text-box>"
        "</draw:frame></table:shapes>"
    )
    rows = row("Tiltak", "Frist", "Ansvar"), row("Byggja bru", formula, "FAU")
    document = read_ods(ods(sheet(box, *rows)), Limits(), Vocabulary.default())
    (warning,) = document.warnings
    assert warning.endswith("Cellene er: Ark1!B2.")
    assert [(document.text[p.start : p.end], why) for p, why in document.aside] == [
        ("Vedteken", "Tekstboks på arket")
    ]
