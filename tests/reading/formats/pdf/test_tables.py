"""Tables of PDF pages, drawn in the ways documents draw them."""

import pytest

from tests.reading.formats.pdf.drawn import pdf_of, table
from tiltak.reading.blocks import TableBlock, TextBlock
from tiltak.reading.formats.pdf import read_pdf
from tiltak.reading.vocabulary import Vocabulary

ROWS = [
    ["Tiltak", "Ansvarlig", "Frist", "Kostnad"],
    [
        "Rydde stien langs elva og sette opp to nye bruer før påske",
        "Teknisk etat",
        "2025",
        "40 000",
    ],
    ["Kartlegge bekker", "Miljøsjefen og kommunelegen", "2026", "125 000"],
    ["Holde kurs", "Turlaget", "Løpende", "5 000"],
    ["Gi ut kart", "Turlaget", "2027", "10 000"],
]
COLUMNS_OF_THREE = "(1fr, 3cm, 2.4cm)"
COLUMNS = "(1fr, 3cm, 2cm, 2.4cm)"


def tables(data: bytes) -> list[list[list[str]]]:
    document = read_pdf(data, Vocabulary.default())
    return [
        [[cell.text for cell in row.cells if cell.text] for row in block.rows]
        for block in document.blocks
        if isinstance(block, TableBlock)
    ]


def texts(data: bytes) -> list[str]:
    document = read_pdf(data, Vocabulary.default())
    return [block.text for block in document.blocks if isinstance(block, TextBlock)]


@pytest.mark.parametrize(
    "style",
    [
        "stroke: 0.5pt",
        "stroke: none, inset: (x: 3pt, y: 3pt)",
        "stroke: none, inset: (x: 4pt, y: 7pt)",
        "inset: 6pt, stroke: (x, y) => (bottom: 0.5pt)",
        "inset: 6pt, stroke: (x, y) => (top: if y < 2 { 0.8pt } else { 0pt })",
        "inset: 6pt, stroke: (x, y) => (left: if x > 0 { 0.5pt }, top: if y > 0 { 0.5pt })",
        "inset: 6pt, stroke: none, fill: (x, y) => if calc.even(y) { luma(235) }",
        "inset: 6pt, stroke: none, fill: (x, y) => if calc.odd(y) { luma(235) }",
        "inset: 7pt, stroke: none, fill: (x, y) => if y > 0 and calc.even(y) { luma(235) }",
        "inset: 4pt, stroke: none, fill: (x, y) => if y > 0 and calc.even(y) { luma(235) }",
        "inset: 6pt, stroke: (x, y) => (x: 1pt, top: if y < 2 { 1pt }, bottom: if y == 4 { 1pt })",
        "inset: 6pt, stroke: 2pt + white, fill: luma(235)",
        "inset: 6pt, align: (x, y) => if x == 3 { right + horizon } else { left + horizon }",
        "inset: 6pt, stroke: none, align: (x, y) => if x == 3 { right } else { left }",
    ],
    ids=[
        "ruled",
        "tight",
        "airy",
        "across",
        "book",
        "inner",
        "zebra",
        "zebra below a plain head",
        "zebra below a plain row",
        "tight zebra below a plain row",
        "columns",
        "white",
        "middle",
        "right",
    ],
)
def test_the_same_rows_in_every_style(style: str) -> None:
    prose = "Planen gjelder hele kommunen og skal følges opp hvert år i formannskapet.\n\n"
    assert tables(pdf_of(prose + table(ROWS, COLUMNS, style) + prose)) == [ROWS]


def test_a_merged_cell_stands_in_its_first_row() -> None:
    data = pdf_of(
        "#table(columns: (3cm, 1fr, 2cm), [*Mål*], [*Tiltak*], [*Frist*], "
        "table.cell(rowspan: 2)[Flere på tur], [Merke stier], [2025], [Rydde stier], [2026])"
    )
    document = read_pdf(data, Vocabulary.default())
    (block,) = document.blocks
    assert isinstance(block, TableBlock)
    assert [(c.column, c.row_span, c.text) for row in block.rows for c in row.cells] == [
        (0, 1, "Mål"), (1, 1, "Tiltak"), (2, 1, "Frist"),
        (0, 2, "Flere på tur"), (1, 1, "Merke stier"), (2, 1, "2025"),
        (1, 1, "Rydde stier"), (2, 1, "2026"),
    ]  # fmt: skip


def test_a_rule_that_leaves_a_column_out_merges_its_cell() -> None:
    data = pdf_of(
        "#table(columns: (3cm, 1fr, 2cm, 2.4cm), inset: 6pt, stroke: (x, y) => "
        "(top: if y < 2 or x != 3 or y == 4 { 0.5pt }), "
        "[*Satsing*], [*Tiltak*], [*Frist*], [*Kostnad*], "
        "[Gode bygder å bu i], [Merke stier], [2025], [40 000], "
        "[], [Rydde stier], [2026], [], [], [Sette opp bruer], [2027], [], "
        "[Sum alle bygder vi bur i], [], [], [40 000], [Samferdsle], [Ringe fylket], [2027], [])"
    )
    (block,) = read_pdf(data, Vocabulary.default()).blocks
    assert isinstance(block, TableBlock)
    assert [[(c.column, c.row_span, c.text) for c in row.cells] for row in block.rows] == [
        [(0, 1, "Satsing"), (1, 1, "Tiltak"), (2, 1, "Frist"), (3, 1, "Kostnad")],
        [(0, 3, "Gode bygder å bu i"), (1, 1, "Merke stier"), (2, 1, "2025"), (3, 3, "40 000")],
        [(1, 1, "Rydde stier"), (2, 1, "2026")],
        [(1, 1, "Sette opp bruer"), (2, 1, "2027")],
        [(0, 1, "Sum alle bygder vi bur i"), (3, 2, "40 000")],
        [(0, 1, "Samferdsle"), (1, 1, "Ringe fylket"), (2, 1, "2027")],
    ]


@pytest.mark.parametrize("style", ["stroke: none, inset: 7pt", "inset: 6pt, stroke: (top: 0.5pt)"])
def test_a_head_may_end_in_a_full_stop(style: str) -> None:
    rows = [
        ["Nr.", "Tiltak", "Ansv.", "Frist"],
        ["1", "Rydde stien langs elva før påske", "Teknisk etat", "2025"],
        ["2", "Kartlegge bekker", "Miljøsjefen", "2026"],
        ["3", "Holde kurs for alle som vil", "Turlaget", "2027"],
    ]
    assert tables(pdf_of(table(rows, "(1.5cm, 1fr, 3cm, 2cm)", style))) == [rows]


def test_rows_between_rules_are_no_columns_of_prose() -> None:
    what = "Byggja ferjesamband i regionen saman med kommunane og fylket, med vekt på samordning"
    rows = [["Nr", "Tiltak", "Tid", "Budsjett", "Ansvar"]] + [
        [str(n), f"{what} over grensene ({n})", "2026-2027", f"{n}00 000 kr frå fylket", "Rådet"]
        for n in range(1, 16)
    ]
    style = "inset: 4pt, stroke: (top: 0.5pt)"
    page = "#set page(flipped: true)\n#set text(size: 9pt)\n"
    assert tables(pdf_of(page + table(rows, "(1.2cm, 1fr, 1.9cm, 1.9cm, 1.9cm)", style))) == [rows]


@pytest.mark.parametrize("style", ["stroke: 0.5pt", "stroke: none, inset: 7pt"])
def test_a_table_over_pages_is_one(style: str) -> None:
    many = [ROWS[0]] + [
        [f"Tiltak nummer {n} i planen", "Rådmannen", "2025", f"{n} 000"] for n in range(1, 61)
    ]
    data = pdf_of(table(many, COLUMNS, style))
    assert tables(data) == [many]
    document = read_pdf(data, Vocabulary.default())
    assert {reason for _, reason in document.aside} == {"Tabellhovud som går att på ny side"}


def test_words_broken_in_narrow_cells_are_closed() -> None:
    data = pdf_of(
        "#table(columns: (2.05cm, 1fr), inset: 5pt, [*Ansvar*], [*Tiltak*], "
        "[Kommunaltekni\\ kk], [Legge om vei], [Ordfører\\ og rådmann], [Holde møte])"
    )
    document = read_pdf(data, Vocabulary.default())
    cells = [row[0] for row in tables(data)[0]]
    assert cells == ["Ansvar", "Kommunalteknikk", "Ordfører og rådmann"]
    assert document.warnings == (
        "Ord som var delte i smale celler, er sette saman att: «Kommunalteknikk».",
    )


def test_a_word_too_wide_for_its_cell_stays_in_it() -> None:
    rows = [["Tiltak", "Ansvar", "Tid"], ["Tur", "Folkehelsekoordinator", "2025"]]
    data = pdf_of(table(rows, "(1fr, 2.2cm, 2cm)", "inset: 3pt, stroke: 0.5pt"))
    assert tables(data) == [rows]


def test_a_box_around_text_is_no_table() -> None:
    data = pdf_of("Før.\n\n#rect[Visjon: Sammen er vi sterke.]\n\nEtter.")
    assert tables(data) == []
    assert texts(data) == ["Før.", "Visjon: Sammen er vi sterke.", "Etter."]


def test_a_text_over_all_columns_between_rules_is_a_row_of_its_own() -> None:
    goal = "Mål: Flere skal gå til skole og jobb, og alle skal komme trygt fram hele året igjennom."
    markup = (
        "#table(columns: (1fr, 3cm, 2cm), inset: 6pt, stroke: (bottom: 0.5pt), "
        "[*Tiltak*], [*Ansvar*], [*Frist*], table.cell(colspan: 3)[Gange], "
        f"table.cell(colspan: 3)[{goal}], [Merke stier], [Turlaget], [2025], "
        "[Rydde snø på alle gang- og sykkelveier før klokka sju om morgenen], [Teknisk], [2026])"
    )
    data = pdf_of(markup.replace("[Gange]", "[*Gange*]"))
    (block,) = read_pdf(data, Vocabulary.default()).blocks
    assert isinstance(block, TableBlock)
    found = [[(c.column_span, c.text) for c in row.cells] for row in block.rows]
    assert found[1:4] == [
        [(3, "Gange")],
        [(3, goal)],
        [(1, "Merke stier"), (1, "Turlaget"), (1, "2025")],
    ]


def test_rows_without_rules_inside_keep_to_the_columns_of_the_others() -> None:
    style = "inset: 6pt, stroke: (x, y) => if calc.even(y) { 0.5pt } else { (left: if x == 0 { 0.5pt }, right: if x == 3 { 0.5pt }) }"
    assert tables(pdf_of(table(ROWS, COLUMNS, style))) == [ROWS]


@pytest.mark.parametrize("style", ["stroke: 0.5pt", "stroke: none, inset: (x: 4pt, y: 7pt)"])
def test_a_row_cut_by_the_page_is_one(style: str) -> None:
    long = "Kartlegge bekker og elver " + "som renner gjennom gamle rør og skal åpnes " * 9
    rows = [ROWS[0], ["Rydde stien", "Teknisk", "2025", "40 000"]]
    rows += [[long.strip(), "Fylket", "2026", "9 000"], ["Holde kurs", "Turlaget", "2027", "5 000"]]
    data = pdf_of("#set page(height: 6.4cm)\n" + table(rows, "(1fr, 3cm, 2cm, 2.4cm)", style))
    assert tables(data) == [rows]


def test_an_ending_below_a_long_word_that_fills_its_cell_closes_it() -> None:
    data = pdf_of(
        "#table(columns: (2.45cm, 1fr), inset: 5pt, [*Ansvar*], [*Tiltak*], "
        "[Folkehelseråd\\ et og NAV], [Holde møte], [Samordneråde\\ et nytt lag], [Legge om vei])"
    )
    assert [row[0] for row in tables(data)[0]][1:] == [
        "Folkehelserådet og NAV",
        "Samordneråde et nytt lag",
    ]


def test_small_tables_one_below_the_other_stay_apart() -> None:
    card = "#table(columns: (3cm, 6cm), inset: 3pt, stroke: 0.5pt + gray, [Tiltak], [{}], [Frist], [{}])"
    facts = [("Merke stier", "2025"), ("Rydde snø", "2026"), ("Holde kurs", "2027")]
    data = pdf_of("#set text(size: 8pt)\n" + "\n\n".join(card.format(*fact) for fact in facts))
    assert tables(data) == [[["Tiltak", what], ["Frist", when]] for what, when in facts]


def test_a_word_that_begins_where_a_column_does_cuts_no_text_over_all_columns() -> None:
    markup = (
        "#context table(columns: (measure[Mål: Alle skal gå trygt#h(2.6pt)].width, 3cm, 2cm), "
        "inset: (x: 0pt, y: 4pt), stroke: 0.5pt, [Tiltak], [Ansvar], [Frist], "
        "table.cell(colspan: 3)[Mål: Alle skal gå trygt hele veien], "
        "[Merke stier], [Turlaget], [2025])"
    )
    assert tables(pdf_of(markup)) == [
        [
            ["Tiltak", "Ansvar", "Frist"],
            ["Mål: Alle skal gå trygt hele veien"],
            ["Merke stier", "Turlaget", "2025"],
        ]
    ]


def test_rows_as_far_apart_as_the_head_are_rows_of_one_table() -> None:
    rows = [["Tiltak", "Ansvar", "Frist"]] + [
        [f"Rydde og merke stien til {place}, og setje opp skilt", "Turlaget", "2026"]
        for place in ("Nes", "Vik", "Li")
    ]
    style = "stroke: (x, y) => (bottom: 0.5pt), inset: (x: 4pt, y: 18pt), align: center + horizon"
    made = table(rows, "(4.2cm, 2.6cm, 2cm)", style)
    assert tables(pdf_of(made)) == [rows]


def test_a_level_word_over_all_columns_is_a_title_in_whatever_type() -> None:
    goal = "Hovudmål: Alle har ein stad å bu med den hjelpa som trengst"
    markup = (
        "#table(columns: (auto, auto, auto), stroke: none, inset: 6pt, [*Tiltak*], [*Ansvar*], "
        f"[*Frist*], table.cell(colspan: 3)[Satsingsområde 1: Bustad], table.cell(colspan: 3)[{goal}], "
        "[Byggja seks småhus], [Eigedom], [2027], [Oppretta buteam], [NAV], [2026])"
    )
    assert tables(pdf_of(markup)) == [
        [
            ["Tiltak", "Ansvar", "Frist"],
            ["Satsingsområde 1: Bustad"],
            [goal],
            ["Byggja seks småhus", "Eigedom", "2027"],
            ["Oppretta buteam", "NAV", "2026"],
        ]
    ]


def test_a_plain_row_below_the_only_shaded_one_belongs_to_the_table() -> None:
    rows = [
        ["Tiltak", "Ansvar", "Frist"],
        ["Felles feiarvakt", "Brannsjefen", "2026"],
        ["Øving i tunnelbrann saman med Statens vegvesen", "Varasjefen", "Kvar haust"],
    ]
    fill = "fill: (x, y) => if y < 2 { luma(190 + 30 * y) }"
    made = table(rows, COLUMNS_OF_THREE, f"stroke: none, inset: 8pt, {fill}")
    assert tables(pdf_of(made)) == [rows]


def test_a_card_without_rules_is_a_card() -> None:
    card = [["Ansvarlig", "Turlaget og Teknisk etat"], ["Frist", "2026"], ["Kostnad", "40 000 kr"]]
    cells = ", ".join(f"[{cell}]" for row in card for cell in row)
    made = f"#table(columns: (3cm, 5cm), stroke: none, inset: 3pt, {cells})"
    data = pdf_of(f"= Rydde stien\n{made}\n= Bygge bru\n{made}\nAnsvarlig etat melder fra.")
    assert tables(data) == [card, card]
    assert texts(data) == ["Rydde stien", "Bygge bru", "Ansvarlig etat melder fra."]


def test_a_plain_title_over_columns_stands_over_the_rows_below_it() -> None:
    title = "B. Svikt i kritisk infrastruktur"
    rows = [
        ["Nr.", "Tiltak", "Ansvar", "Frist"],
        ["A1", "Rydde stien langs elva og merke han", "Turlaget", "2026"],
        [title],
        ["B1", "Kjøpe straumaggregat til helsetunet", "Eigedom", "2027"],
    ]
    cells = ", ".join(f"[{cell}]" for row in (rows[1], rows[3]) for cell in row)
    markup = (
        "#table(columns: (1cm, 4cm, 3cm, 2cm), stroke: none, inset: 8pt, [*Nr.*], [*Tiltak*], "
        "[*Ansvar*], [*Frist*], " + cells.replace("[B1]", f"table.cell(colspan: 4)[{title}], [B1]")
    )
    assert tables(pdf_of(markup + ")")) == [rows]


def test_a_card_of_facts_far_apart_is_a_card() -> None:
    card = [["Ansvarlig", "Turlaget og Teknisk etat"], ["Frist", "2026"], ["Kostnad", "40 000 kr"]]
    cells = ", ".join(f"[{cell}]" for row in card for cell in row)
    data = pdf_of(f"= Rydde stien\n#table(columns: (3cm, 5cm), stroke: none, inset: 14pt, {cells})")
    assert tables(data) == [card]


def test_the_longest_amount_set_to_the_right_is_not_cut_where_the_others_begin() -> None:
    rows = [
        ["Tiltak", "Frist", "Kostnad", "Ansvar"],
        ["Regulere utvidelse av industriområdet", "2027", "350 000 kr", "Teknisk sjef"],
        ["Bygge fiber til øvre del av dalen", "2027-2028", "2 400 000 kr", "Kraftlaget"],
        ["Skifte ut lysene i gatene", "2027", "350 000 kr", "Teknisk sjef"],
    ]
    style = "stroke: none, align: (x, y) => if x == 2 { right } else { left }"
    assert tables(pdf_of(table(rows, "(1fr, 2cm, 2.3cm, 2.4cm)", style))) == [rows]
