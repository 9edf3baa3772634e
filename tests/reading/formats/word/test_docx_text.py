"""The text of Word documents as a person sees it: changes accepted, instructions and hidden text not
shown, symbols as signs."""

import pytest

from tests.reading.formats.word.word_files import (
    aside,
    cell,
    item,
    kind_of_list,
    level,
    list_of_kind,
    marked,
    para,
    row,
    run,
    table,
    tables,
    texts,
    word,
)
from tiltak.reading.blocks import TextBlock
from tiltak.reading.formats.word.docx import read_docx
from tiltak.reading.limits import Limits

NUMBERED = kind_of_list(0, level(0, "decimal", "%1.")) + list_of_kind(1, 0)
GONE = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'
BOX = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"
VANISH = "<w:vanish/>"


def sign(kind: str, inner: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'


def instruction(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def test_a_moved_item_is_read_and_counted_where_it_went() -> None:
    place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    away = para(
        f'<w:moveFrom w:id="2" w:author="x">{run("Bru")}</w:moveFrom>',
        f'{place}<w:rPr><w:moveFrom w:id="1" w:author="x"/></w:rPr>',
    )
    here = para(f'<w:moveTo w:id="3" w:author="x">{run("Bru")}</w:moveTo>', place)
    data = word(away + item("Veg", 1) + here, numbering=NUMBERED)
    assert marked(data) == [("1.", "Veg"), ("2.", "Bru")]


def test_a_paragraph_end_that_is_gone_from_a_cell_leaves_no_line() -> None:
    lost = para(f'<w:del w:id="2" w:author="x">{run("").replace("w:t", "w:delText")}</w:del>', GONE)
    data = word(table(row("Tiltak", "Tid"), row(cell(lost, para("Byggja ", GONE), "bru"), "2026")))
    block = read_docx(data, Limits()).blocks[0]
    assert not isinstance(block, TextBlock)
    (line,) = block.rows[1].cells[0].lines
    assert line.text == "Byggja bru"


def test_cells_and_tables_that_are_gone() -> None:
    gone = cell("Pris", properties='<w:cellDel w:id="1" w:author="x"/>')
    data = word(
        table(row("A", properties='<w:del w:id="1" w:author="x"/>'))
        + table(row("Tiltak", gone, "Tid"))
    )
    assert tables(data) == [[["Tiltak", "Tid"]]]


def test_boxes_go_with_the_text_they_hang_on() -> None:
    gone = f'<w:del w:id="2" w:author="x">{BOX.format(para("Borte"))}</w:del>'
    data = word(para(run("Byggja ") + BOX.format(para("I boks")), GONE) + para(run("bru") + gone))
    assert texts(data) == ["Byggja bru", "I boks"]


@pytest.mark.parametrize("style", [False, True])
def test_hidden_text_stands_aside(*, style: bool) -> None:
    hidden = run(" utkast", '<w:rStyle w:val="Skjult"/>' if style else VANISH)
    styles = (
        '<w:style w:type="character" w:styleId="Skjult"><w:name w:val="Skjult"/>'
        f"<w:rPr>{VANISH}</w:rPr></w:style>"
    )
    body = para(run("Byggja") + hidden + run(" bru"))
    data = word(body + table(row(cell(body), "2026")), styles=styles)
    assert texts(data) == ["Byggja bru"]
    assert tables(data) == [[["Byggja bru", "2026"]]]
    assert aside(data) == [("utkast", "Skjult tekst")] * 2


def test_a_hidden_item_is_not_counted() -> None:
    place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    hidden = para(run("Bru", VANISH), f"{place}<w:rPr>{VANISH}</w:rPr>")
    data = word(item("Veg", 1) + hidden + item("Skule", 1), numbering=NUMBERED)
    assert marked(data) == [("1.", "Veg"), ("2.", "Skule")]


def test_a_field_shows_its_result_and_no_field_in_its_instruction() -> None:
    inner = sign("begin") + instruction(" MERGEFIELD a ") + sign("separate") + run("2026")
    body = (
        run("Frist: ")
        + sign("begin")
        + (instruction(" IF ") + inner + sign("end") + instruction(' = 2026 "haust" ""'))
        + (sign("separate") + run("haust") + sign("end"))
        + run(" 2027")
    )
    assert texts(word(para(body))) == ["Frist: haust 2027"]


def test_a_field_that_never_ends_loses_nothing() -> None:
    assert texts(word(para(sign("begin") + instruction(" REF ") + run("Byggja bru")))) == [
        "Byggja bru"
    ]


def test_fields_of_forms_show_what_was_chosen() -> None:
    entries = '<w:listEntry w:val="Låg"/><w:listEntry w:val="Høg"/>'
    chosen = f'<w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData>'
    box = '<w:ffData><w:checkBox><w:default w:val="0"/>{}</w:checkBox></w:ffData>'
    body = "".join(
        para(run(name) + sign("begin", data) + instruction(" FORM ") + sign("end"))
        for name, data in (
            ("Prioritet: ", chosen),
            ("Vedteke: ", box.format("<w:checked/>")),
            ("Starta: ", box.format("")),
        )
    )
    assert texts(word(body)) == ["Prioritet: Høg", "Vedteke: ☒", "Starta: ☐"]


def test_symbols() -> None:
    symbols = "".join(
        f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
        for font, code in (
            ("Symbol", "F0B3"),
            ("Wingdings", "00E0"),
            ("Wingdings", "F022"),
            ("Calibri", "00A7"),
            ("Calibri", "D800"),
            ("Calibri", "-"),
        )
    )
    assert texts(word(para(run("a") + symbols))) == ["a≥→\uf022§"]


def test_how_a_box_looks_is_not_how_its_paragraph_looks() -> None:
    bold = run("Veg", "<w:b/>")
    strong = run("Bru", '<w:rStyle w:val="Strong"/>')
    (veg, box, bru) = read_docx(
        word(para(bold + BOX.format(para("Boks"))) + para(strong)), Limits()
    ).blocks
    looks = [block.look.bold for block in (veg, box, bru) if isinstance(block, TextBlock)]
    assert looks == [True, False, True]


def test_numbers_of_cells_are_seen_where_the_cell_holds_nothing_else() -> None:
    rows = [row(cell(item("", 1)), what) for what in ("Byggja bru", "Rydda skog")]
    data = word(table(row("Nr", "Tiltak"), *rows), numbering=NUMBERED)
    assert tables(data) == [[["Nr", "Tiltak"], ["1.", "Byggja bru"], ["2.", "Rydda skog"]]]


def test_one_number_alone_is_shown_in_a_cell_as_two_are() -> None:
    numbering = kind_of_list(0, level(0, "decimal", "%1", start=9)) + list_of_kind(1, 0)
    rows = [row(cell(item(what, 1)), "2026") for what in ("Byggja bru", "Rydda skog")]
    data = word(table(*rows), numbering=numbering)
    assert tables(data) == [[["9 Byggja bru", "2026"], ["10 Rydda skog", "2026"]]]


def test_cells_merged_beside_each_other_as_of_old() -> None:
    merged = [
        cell(text, properties=f'<w:hMerge w:val="{kind}"/>')
        for text, kind in (("Tiltak", "restart"), ("", "continue"))
    ]
    block = read_docx(word(table(row(*merged, "Tid"), row("1", "Bru", "2026"))), Limits()).blocks[0]
    assert not isinstance(block, TextBlock)
    assert [[(c.column, c.text, c.column_span) for c in found.cells] for found in block.rows] == [
        [(0, "Tiltak", 2), (2, "Tid", 1)],
        [(0, "1", 1), (1, "Bru", 1), (2, "2026", 1)],
    ]
