"""Word documents: what a reader of the accepted document sees."""

import io
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from tiltak.planfile import walk
from tiltak.planfile.model import Plan
from tiltak.reading import read_document
from tiltak.reading.blocks import TableBlock, TextBlock
from tiltak.reading.formats.word.docx import read_docx
from tiltak.reading.limits import Limits


def saved(document: Any) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def paragraph(xml: str) -> Any:
    return parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>")


def blocks(document: Any) -> list[TextBlock | TableBlock]:
    return list(read_docx(saved(document), Limits()).blocks)


def texts(document: Any) -> list[str]:
    return [block.text for block in blocks(document) if isinstance(block, TextBlock)]


def measures(plan: Plan) -> list[tuple[str, list[str]]]:
    return [
        (top.text, [part.text for part in walk.with_parts(top)][1:])
        for _, _, top in walk.top_measures(plan)
    ]


def test_headings_lists_and_levels() -> None:
    made = docx.Document()
    made.add_paragraph("Handlingsplan 2026", "Title")
    made.add_heading("1 Veg", 1)
    made.add_heading("Tiltak", 2)
    made.add_paragraph("Byggja bru", "List Bullet")
    made.add_paragraph("Teikna", "List Bullet 2")
    made.add_paragraph("Rydda skog", "List Bullet")
    plan = read_document(saved(made), "x.docx")
    assert plan.document.title == "Handlingsplan 2026"
    assert [(a.number, a.title) for a in plan.focus_areas] == [("1", "Veg")]
    assert measures(plan) == [("Byggja bru", ["Teikna"]), ("Rydda skog", [])]


def test_large_bold_paragraphs_are_headings() -> None:
    made = docx.Document()
    for text, size in (
        ("Kulturplan 2026", 20),
        ("Scene", 14),
        ("Tiltak", None),
        ("Leiga lys", None),
    ):
        run = made.add_paragraph().add_run(text)
        run.bold = size is not None
        run.font.size = docx.shared.Pt(size) if size else None
    plan = read_document(saved(made), "x.docx")
    assert [area.title for area in plan.focus_areas] == ["Scene"]
    assert measures(plan) == [("Leiga lys", [])]


def test_tracked_changes_are_accepted() -> None:
    made = docx.Document()
    made.element.body.insert(
        0,
        paragraph(
            "<w:r><w:t xml:space='preserve'>Byggja </w:t></w:r>"
            "<w:del><w:r><w:delText>veg</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>bru</w:t></w:r></w:ins>"
        ),
    )
    assert texts(made) == ["Byggja bru"]


def test_text_in_content_controls_links_and_boxes_is_read() -> None:
    made = docx.Document()
    body = made.element.body
    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:hyperlink><w:r><w:t>Lenkja</w:t></w:r>"
        "</w:hyperlink></w:p></w:sdtContent></w:sdt>"
    )
    body.insert(0, control)
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>I boks</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    body.insert(1, paragraph(f"<w:r><w:t>Utanfor</w:t></w:r>{box}"))
    assert texts(made) == ["Lenkja", "Utanfor", "I boks"]


def test_numbers_word_counts_itself() -> None:
    made = docx.Document()
    for text in ("Byggja bru", "Rydda skog"):
        made.add_paragraph(text, "List Number")
    found = [block for block in blocks(made) if isinstance(block, TextBlock)]
    assert [(block.mark, block.text) for block in found] == [
        ("1.", "Byggja bru"),
        ("2.", "Rydda skog"),
    ]


def test_merged_cells() -> None:
    made = docx.Document()
    table = made.add_table(rows=3, cols=3)
    for at, texts_ in enumerate(
        (("Satsing", "Tiltak", "Tid"), ("Veg", "Bru", "2026"), ("", "Tunnel", "2027"))
    ):
        for column, text in enumerate(texts_):
            table.cell(at, column).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    found = blocks(made)[0]
    assert isinstance(found, TableBlock)
    assert [(c.column, c.text, c.row_span) for c in found.rows[1].cells] == [
        (0, "Veg", 2),
        (1, "Bru", 1),
        (2, "2026", 1),
    ]
    assert [c.text for c in found.rows[2].cells] == ["Tunnel", "2027"]
    plan = read_document(saved(made), "x.docx")
    assert [row.focus_area for row in walk.rows(plan)] == ["Veg", "Veg"]


def test_several_measures_in_one_cell_share_its_amount() -> None:
    made = docx.Document()
    table = made.add_table(rows=2, cols=5)
    heads = ("Satsing", "Tiltak", "Tid", "Budsjett", "Ansvar")
    cells = ("Veg", "1) Bru\n2) Tunnel", "2026\n2027", "\n60 000", "FK\nNHO")
    for column, (head, text) in enumerate(zip(heads, cells, strict=True)):
        table.cell(0, column).text = head
        table.cell(1, column).text = text
    plan = read_document(saved(made), "x.docx")
    first, second = walk.rows(plan)
    assert first.budget is not None
    assert second.budget is not None
    assert (first.text, first.budget.amount) == ("Bru", None)
    assert (second.text, second.budget.amount) == ("Tunnel", 60_000)
    assert first.budget.cell_group == second.budget.cell_group is not None
    assert [doubt["where"] for doubt in plan.ambiguities] == ["R1 / R2"]


def test_headers_footers_and_notes_are_told_apart() -> None:
    made = docx.Document()
    made.add_heading("Veg", 1)
    made.add_heading("Tiltak", 2)
    made.add_paragraph("Byggja bru")
    made.sections[0].footer.paragraphs[0].text = "Ytre Fjord"
    plan = read_document(saved(made), "x.docx")
    assert [(rest.text, rest.reason) for rest in plan.unplaced] == [
        ("Ytre Fjord", "Topp- eller botntekst")
    ]


def test_a_heading_above_a_table_that_names_its_areas_is_its_title() -> None:
    made = docx.Document()
    made.add_heading("Tabell over tiltaka", 1)
    table = made.add_table(rows=2, cols=3)
    for column, (head, text) in enumerate((("Satsing", "Veg"), ("Tiltak", "Bru"), ("Tid", "2026"))):
        table.cell(0, column).text = head
        table.cell(1, column).text = text
    plan = read_document(saved(made), "x.docx")
    assert [area.title for area in plan.focus_areas] == ["Veg"]
    assert [table.title for table in plan.tables] == ["Tabell over tiltaka"]


def test_a_style_may_switch_numbering_off() -> None:
    made = docx.Document()
    listed = made.add_paragraph("Ikkje eit punkt", "List Bullet")
    properties = listed._p.get_or_add_pPr()
    properties.get_or_add_numPr().get_or_add_numId().set(qn("w:val"), "0")
    (found,) = blocks(made)
    assert isinstance(found, TextBlock)
    assert found.mark is None


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    made = docx.Document()
    ended = (
        "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space='preserve'>Byggja </w:t></w:r>"
    )
    made.element.body.insert(0, paragraph(ended))
    made.element.body.insert(1, paragraph("<w:r><w:t>bru</w:t></w:r>"))
    assert texts(made) == ["Byggja bru"]


def test_a_deleted_row_is_gone() -> None:
    made = docx.Document()
    table = made.add_table(rows=3, cols=2)
    for at, (what, year) in enumerate((("Tiltak", "Tid"), ("Tunnel", "2026"), ("Bru", "2027"))):
        table.cell(at, 0).text, table.cell(at, 1).text = what, year
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {nsdecls('w')}/>"))
    (found,) = blocks(made)
    assert isinstance(found, TableBlock)
    assert [[cell.text for cell in row.cells] for row in found.rows] == [
        ["Tiltak", "Tid"],
        ["Bru", "2027"],
    ]


def test_what_older_programs_show_is_not_read_twice() -> None:
    made = docx.Document()
    box = "<w:txbxContent><w:p><w:r><w:t>I boks</w:t></w:r></w:p></w:txbxContent>"
    both = (
        "<w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
        f"<mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    table = made.add_table(rows=1, cols=1)
    table.cell(0, 0)._tc.append(paragraph(both))
    made.element.body.insert(0, paragraph(both))
    assert read_docx(saved(made), Limits()).text.split() == ["I", "boks", "I", "boks"]


def test_lists_of_one_kind_count_on_until_one_begins_anew() -> None:
    made = docx.Document()
    kind = made.add_paragraph("Fyrst", "List Number").style.element.pPr.numPr.numId.val
    numbering = made.part.numbering_part.element
    abstract = numbering.num_having_numId(kind).abstractNumId.val
    anew = numbering.add_num(abstract)
    anew.add_lvlOverride(ilvl=0).add_startOverride(1)
    for text, number in (("Så", numbering.add_num(abstract)), ("Nytt", anew)):
        listed = made.add_paragraph(text)
        listed._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number.numId
    found = [block.mark for block in blocks(made) if isinstance(block, TextBlock)]
    assert found == ["1.", "2.", "1."]


def test_footnotes_stand_aside() -> None:
    made = docx.Document()
    made.add_heading("Veg", 1)
    made.add_paragraph("Byggja bru", "List Bullet")
    xml = f"<w:footnotes {nsdecls('w')}><w:footnote w:id='1'>{{}}</w:footnote></w:footnotes>"
    notes = xml.format("<w:p><w:r><w:t>Med atterhald</w:t></w:r></w:p>").encode()
    name = PackURI("/word/footnotes.xml")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    made.part.relate_to(Part(name, kind, notes, made.part.package), RT.FOOTNOTES)
    found = read_docx(saved(made), Limits())
    assert [(found.text[p.start : p.end], why) for p, why in found.aside] == [
        ("Med atterhald", "Fotnote")
    ]


def card(cell: Any, name: str, frist: str) -> None:
    inner = cell.add_table(rows=2, cols=2)
    for place, text in zip(inner._cells, ("Tiltak", name, "Frist", frist), strict=True):
        place.text = text


def tables(made: Any) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row.cells] for row in block.rows]
        for block in blocks(made)
        if isinstance(block, TableBlock)
    ]


def test_a_table_that_only_lays_out_others_is_no_table() -> None:
    made = docx.Document()
    outer = made.add_table(rows=2, cols=2)
    outer.cell(0, 0).merge(outer.cell(0, 1)).text = "Veg"
    card(outer.cell(1, 0), "Byggja bru", "2026")
    card(outer.cell(1, 1), "Rydda skog", "2027")
    assert texts(made) == ["Veg"]
    assert tables(made) == [
        [["Tiltak", "Byggja bru"], ["Frist", "2026"]],
        [["Tiltak", "Rydda skog"], ["Frist", "2027"]],
    ]


def test_a_table_of_values_keeps_what_stands_in_a_table_in_one_of_its_cells() -> None:
    made = docx.Document()
    outer = made.add_table(rows=2, cols=2)
    outer.cell(0, 0).text, outer.cell(0, 1).text = "Tiltak", "Delar"
    outer.cell(1, 0).text = "Byggja bru"
    card(outer.cell(1, 1), "Teikna", "2026")
    assert tables(made) == [
        [["Tiltak", "Delar"], ["Byggja bru", "Tiltak Teikna Frist 2026"]],
    ]
