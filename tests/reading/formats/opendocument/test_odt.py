"""OpenDocument texts: what a reader of the accepted document sees."""

import pytest

from tests.reading.accounts import accounted_for
from tests.reading.formats.opendocument.odf_files import (
    COVERED,
    MANIFEST,
    odt,
    packed,
    row,
    sheet,
    text_cell,
)
from tiltak.planfile import walk
from tiltak.planfile.model import Plan
from tiltak.reading import Limits, Problem, UnreadableDocument, read_document
from tiltak.reading.blocks import TableBlock, TextBlock
from tiltak.reading.formats.opendocument.odt import read_odt

LISTS = """
<text:list-style style:name="L1">
 <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
 <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>
</text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/>
</text:list-style>"""
OUTLINE = """
<text:outline-style style:name="Outline">
 <text:outline-level-style text:level="1" style:num-format="1"/>
 <text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>
</text:outline-style>"""


def blocks(data: bytes) -> list[TextBlock | TableBlock]:
    return list(read_odt(data, Limits()).blocks)


def marked(data: bytes) -> list[tuple[str | None, str]]:
    return [(b.mark, b.text) for b in blocks(data) if isinstance(b, TextBlock)]


def aside(data: bytes) -> list[tuple[str, str]]:
    document = read_odt(data, Limits())
    return [(document.text[p.start : p.end], reason) for p, reason in document.aside]


def heading(text: str, level: int) -> str:
    return f'<text:h text:outline-level="{level}">{text}</text:h>'


def listed(*items: str, style: str = "L1", attributes: str = "") -> str:
    inside = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f'<text:list text:style-name="{style}" {attributes}>{inside}</text:list>'


def p(text: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def measures(plan: Plan) -> list[tuple[str, list[str]]]:
    return [
        (top.text, [part.text for part in walk.with_parts(top)][1:])
        for _, _, top in walk.top_measures(plan)
    ]


def test_headings_lists_and_parts() -> None:
    inner = listed(p("Teikna"), p("Søkja pengar"), style="")
    body = (
        p("Handlingsplan 2026", "Title")
        + heading("Veg", 1)
        + heading("Tiltak", 2)
        + listed(p("Byggja bru") + inner, p("Rydda skog"))
    )
    data = odt(body, automatic=LISTS, styles=OUTLINE)
    plan = read_document(data, "x.odt")
    assert plan.document.title == "Handlingsplan 2026"
    assert [(area.number, area.title) for area in plan.focus_areas] == [("1", "Veg")]
    assert measures(plan) == [("Byggja bru", ["Teikna", "Søkja pengar"]), ("Rydda skog", [])]
    assert marked(data) == [
        (None, "Handlingsplan 2026"),
        ("1", "Veg"),
        ("1.1", "Tiltak"),
        ("1.", "Byggja bru"),
        ("a)", "Teikna"),
        ("b)", "Søkja pengar"),
        ("2.", "Rydda skog"),
    ]
    assert accounted_for(plan) == "".join(plan.sources[0].text.split())


def test_headings_that_are_not_counted_and_that_begin_anew() -> None:
    body = (
        heading("Veg", 1)
        + '<text:h text:outline-level="1" text:is-list-header="true">Forord</text:h>'
        + heading("Skule", 1)
        + '<text:h text:outline-level="1" text:restart-numbering="true" text:start-value="7">Helse</text:h>'
    )
    assert marked(odt(body, styles=OUTLINE)) == [
        ("1", "Veg"),
        (None, "Forord"),
        ("2", "Skule"),
        ("7", "Helse"),
    ]


def test_lists_that_count_on_and_lists_that_begin_anew() -> None:
    body = (
        listed(p("A"), p("B"))
        + p("Tekst")
        + listed(p("C"), attributes='text:continue-numbering="true"')
        + listed(p("D"))
        + '<text:list text:style-name="L1"><text:list-item text:start-value="5"><text:p>E</text:p>'
        "</text:list-item><text:list-header><text:p>Utan tal</text:p></text:list-header></text:list>"
    )
    assert marked(odt(body, automatic=LISTS)) == [
        ("1.", "A"),
        ("2.", "B"),
        (None, "Tekst"),
        ("3.", "C"),
        ("1.", "D"),
        ("5.", "E"),
        (None, "Utan tal"),
    ]


def test_large_bold_paragraphs_are_headings() -> None:
    styles = "".join(
        f'<style:style style:name="{name}" style:family="{family}"><style:text-properties {text}/>'
        "</style:style>"
        for name, family, text in (
            ("Standard", "paragraph", 'fo:font-size="11pt"'),
            ("T1", "text", 'fo:font-weight="bold" fo:font-size="14pt"'),
            ("T2", "text", 'fo:font-weight="700" fo:font-size="200%"'),
        )
    )
    body = (
        p('<text:span text:style-name="T2">Kulturplan 2026</text:span>')
        + p('<text:span text:style-name="T1">Scene</text:span>')
        + p("Tiltak")
        + p("Leiga lys")
    )
    data = odt(body, automatic=styles)
    looks = [(b.look.bold, b.look.size) for b in blocks(data) if isinstance(b, TextBlock)]
    assert looks == [(True, 22.0), (True, 14.0), (False, 11.0), (False, 11.0)]
    plan = read_document(data, "x.odt")
    assert [area.title for area in plan.focus_areas] == ["Scene"]
    assert measures(plan) == [("Leiga lys", [])]


def test_tracked_changes_are_accepted() -> None:
    body = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>veg</text:p>'
        "<draw:frame><draw:text-box><text:p>boks</text:p></draw:text-box></draw:frame>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        + p('Byggja <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>bru')
    )
    assert read_odt(odt(body), Limits()).text == "Byggja bru"


def test_white_space_is_as_shown() -> None:
    body = p("  Byggja\n   bru<text:s text:c='2'/>no<text:tab/>ja <text:span> nei</text:span>")
    assert read_odt(odt(body), Limits()).text == "Byggja bru  no\tja nei"


def test_boxes_notes_headers_and_contents() -> None:
    body = (
        "<text:table-of-content><text:index-body>"
        + p("Veg 3")
        + "</text:index-body></text:table-of-content>"
        + p(
            "Byggja bru<text:note><text:note-citation>1</text:note-citation><text:note-body>"
            "<text:p>Med atterhald</text:p></text:note-body></text:note>"
            "<draw:frame><draw:text-box><text:p>I boks</text:p></draw:text-box></draw:frame>"
            "<office:annotation><text:p>Merknad</text:p></office:annotation>"
        )
        + "<draw:custom-shape><text:p>I figur</text:p></draw:custom-shape>"
        + '<text:section text:display="none"><text:p>Løynd</text:p></text:section>'
    )
    headers = "<style:master-page><style:footer><text:p>Ytre Fjord</text:p></style:footer></style:master-page>"
    data = odt(body, headers=headers)
    assert [text for _, text in marked(data)] == ["Byggja bru", "I boks", "I figur"]
    assert aside(data) == [
        ("Veg 3", "Innhaldsliste"),
        ("Løynd", "Skjult tekst"),
        ("Med atterhald", "Fotnote"),
        ("Ytre Fjord", "Topp- eller botntekst"),
    ]


def test_merged_cells() -> None:
    table = sheet(
        row("Satsing", "Tiltak", "Tid"),
        row(text_cell("Veg", 'table:number-rows-spanned="2"'), "Bru", "2026"),
        row(COVERED, "Tunnel", "2027"),
    )
    data = odt(table)
    (found,) = blocks(data)
    assert isinstance(found, TableBlock)
    assert [(c.column, c.text, c.row_span) for c in found.rows[1].cells] == [
        (0, "Veg", 2),
        (1, "Bru", 1),
        (2, "2026", 1),
    ]
    assert [(c.column, c.text) for c in found.rows[2].cells] == [(1, "Tunnel"), (2, "2027")]
    assert [r.focus_area for r in walk.rows(read_document(data, "x.odt"))] == ["Veg", "Veg"]


def test_lists_and_lines_in_cells() -> None:
    inside = listed(p("Bru"), p("Tunnel"))
    cell = (
        f"<table:table-cell>{inside}<text:p>2026<text:line-break/>2027</text:p></table:table-cell>"
    )
    (found,) = blocks(odt(sheet(row("Tiltak", cell)), automatic=LISTS))
    assert isinstance(found, TableBlock)
    assert [line.text for line in found.rows[0].cells[1].lines] == [
        "1. Bru",
        "2. Tunnel",
        "2026",
        "2027",
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (packed("text", content="<office:document-content"), Problem.DAMAGED),
        (packed("text", content="<a/>"), Problem.DAMAGED),
        (packed("presentation", content="<a/>"), Problem.UNSUPPORTED_FORMAT),
        (packed("text", content='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), Problem.UNSAFE),
        (
            packed("text", content="<a/>", manifest=f"<a>{MANIFEST}<encryption-data/></a>"),
            Problem.ENCRYPTED,
        ),
    ],
)
def test_unreadable(data: bytes, code: Problem) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(data, "x.odt")
    assert caught.value.code is code


def test_a_table_that_repeats_itself_without_end() -> None:
    endless = sheet(row("Tiltak", "Bru", attributes='table:number-rows-repeated="1000000"'))
    with pytest.raises(UnreadableDocument) as caught:
        read_odt(odt(endless), Limits())
    assert caught.value.code is Problem.TOO_LARGE


def test_a_table_that_only_lays_out_others_is_no_table() -> None:
    def card(name: str) -> str:
        inner = sheet(row(text_cell("Tiltak"), text_cell(name)), name=name)
        return f"<table:table-cell>{inner}{p('')}</table:table-cell>"

    read = blocks(odt(sheet(row(text_cell("Veg"), COVERED), row(card("Bru"), card("Skog")))))
    assert [b.text for b in read if isinstance(b, TextBlock)] == ["Veg"]
    assert [
        [[cell.text for cell in one.cells] for one in block.rows]
        for block in read
        if isinstance(block, TableBlock)
    ] == [[["Tiltak", "Bru"]], [["Tiltak", "Skog"]]]


NUMBERED = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1"'
    ' style:num-format="1" style:num-suffix="." text:start-value="{}"/></text:list-style>'
)


def test_lists_that_are_continued_by_name_count_on_each_by_itself() -> None:
    body = (
        listed(p("Bru"), attributes='xml:id="a"')
        + listed(p("Skule"), attributes='xml:id="b"')
        + listed(p("Veg"), attributes='text:continue-list="a"')
        + listed(p("Bad"), p("Hall"), attributes='text:continue-list="b"')
    )
    found = marked(odt(body, automatic=NUMBERED.format(1)))
    assert [mark for mark, _ in found] == ["1.", "1.", "2.", "2.", "3."]


def test_a_list_may_begin_with_nought() -> None:
    found = marked(odt(listed(p("Samandrag"), p("Veg")), automatic=NUMBERED.format(0)))
    assert found == [("0.", "Samandrag"), ("1.", "Veg")]


def test_hidden_text_stands_aside_and_is_not_counted() -> None:
    styles = "".join(
        f'<style:style style:name="H{family[0]}" style:family="{family}">'
        '<style:text-properties text:display="none"/></style:style>'
        for family in ("text", "paragraph")
    )
    span = '<text:span text:style-name="Ht"> utkast</text:span>'
    items = "".join(
        f"<text:list-item>{paragraph}</text:list-item>"
        for paragraph in (p(f"Byggja{span} bru"), p("Løynd", "Hp"), p("Rydda skog"))
    )
    data = odt(
        f'<text:list text:style-name="L1">{items}</text:list>'
        + sheet(row(f"Måla{span}", "2026", "FAU"))
        + '<text:section text:display="condition" text:is-hidden="true">'
        + f"{p('Vilkår')}</text:section>",
        automatic=NUMBERED.format(1) + styles,
    )
    assert marked(data) == [("1.", "Byggja bru"), ("2.", "Rydda skog")]
    assert aside(data) == [
        (text, "Skjult tekst") for text in ("utkast", "Løynd", "utkast", "Vilkår")
    ]


def test_an_item_may_have_a_list_style_of_its_own() -> None:
    own = (
        NUMBERED.format(1).replace('"L1"', '"L2"').replace('format="1"', 'format="01, 02, 03, ..."')
    )
    items = (
        f"<text:list-item{override}>{p(text)}</text:list-item>"
        for text, override in (("Bru", ""), ("Veg", ' text:style-override="L2"'))
    )
    body = f'<text:list text:style-name="L1">{"".join(items)}</text:list>'
    assert marked(odt(body, automatic=NUMBERED.format(1) + own)) == [("1.", "Bru"), ("02.", "Veg")]
