"""Text files that were printed: nothing but line ends and white space says what belongs together."""

import pytest

from tests.reading.formats.pdf.drawn import pdf_of
from tiltak.reading import read_document
from tiltak.reading.blocks import BlockDocument, TableBlock, TextBlock
from tiltak.reading.formats.pdf import read_pdf
from tiltak.reading.formats.text.plain_text import read_text
from tiltak.reading.vocabulary import Vocabulary

TEXT = """Handlingsplan 2026

1 Nærmiljø

Strategi
Byggja opp eit nettverk av grendelag som møtest kvar haust og vår, og som deler røynsler
Prosjekt/tiltak
Rydda stien rundt vatnet.
Setja opp benkar for dei som går til skulen. Rådet betaler materialane.
Fjerna gjerdet ved badeplassen i Nordvik.
Halda dugnad kvar vår, med mat til alle som kjem.
Måla samfunnshuset.
Kjøpa inn tre nye bålpanner til leikeplassen.
Skriva brev til Vegvesenet om fortauet.
Leggja ut kart over stiane.
Spørja Nordvik idrettslag om lån av hengar.
Rydda gravplassen, Nordvik kyrkjelyd er med.

Satsing Prosjekt/tiltak 2026 Tid Budsjett  Ansvar

Nærmiljø 1) Rydda stien rundt vatnet og setja opp skilt på norsk, tysk og engelsk ved alle fire
inngangane

2026

100 000 Grendelaget (GL)

2) Halda dugnad kvar vår, og be inn alle som bur i bygda

2026-2027 250 000 GL

Oppvekst
i bygda

1) Kjøpa inn bålpanner
2) Setja opp benkar

2026
2026


40 000

GL
Skulen/FAU

"""

ROWS = [
    ["Satsing", "Prosjekt/tiltak 2026", "Tid", "Budsjett", "Ansvar"],
    [
        "Nærmiljø",
        (
            "1) Rydda stien rundt vatnet og setja opp skilt på norsk, tysk og engelsk ved alle fire "
            "inngangane"
        ),
        "2026",
        "100 000",
        "Grendelaget (GL)",
    ],
    [
        "2) Halda dugnad kvar vår, og be inn alle som bur i bygda",
        "2026-2027",
        "250 000",
        "GL",
    ],
    [
        "Oppvekst i bygda",
        "1) Kjøpa inn bålpanner 2) Setja opp benkar",
        "2026 2026",
        "40 000",
        "GL Skulen/FAU",
    ],
]


def printed(text: str, style: str = "") -> bytes:
    """The PDF of a text, a blank line as high as others."""
    lines = ", ".join('"' + line.replace('"', '\\"') + '"' for line in text.split("\n"))
    return pdf_of(f"{style}\n#for line in ({lines},) [#line \\ ]\n")


def document(text: str, style: str = "") -> BlockDocument:
    return read_pdf(printed(text, style), Vocabulary.default())


def texts(found: BlockDocument) -> list[str]:
    return [block.text for block in found.blocks if isinstance(block, TextBlock)]


def tables(found: BlockDocument) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row.cells] for row in block.rows]
        for block in found.blocks
        if isinstance(block, TableBlock)
    ]


def test_its_table_is_read_cell_after_cell() -> None:
    assert tables(document(TEXT)) == [ROWS]


def test_the_table_in_narrow_lines() -> None:
    assert tables(document(TEXT, '#set text(font: "DejaVu Sans Mono", size: 8pt)')) == [ROWS]
    assert tables(document(TEXT, "#set page(margin: 4.5cm)")) == [ROWS]


def test_an_empty_line_in_a_cell_keeps_the_amount_at_its_measure() -> None:
    plan = read_document(printed(TEXT), "plan.pdf")
    rows = [(row.text, row.budget and row.budget.amount) for row in plan.tables[0].rows]
    assert rows[2:] == [("Kjøpa inn bålpanner", None), ("Setja opp benkar", 40_000)]


@pytest.mark.parametrize("height", [8.4, 8.8, 10.0, 13.2, 22.4])
def test_a_page_that_begins_lower_begins_with_an_empty_line(height: float) -> None:
    plan = read_document(printed(TEXT, f"#set page(height: {height}cm)"), "plan.pdf")
    rows = [(row.text, row.budget and row.budget.amount) for row in plan.tables[0].rows]
    assert rows[2:] == [("Kjøpa inn bålpanner", None), ("Setja opp benkar", 40_000)]


def test_a_text_without_spaces_at_its_line_ends_is_read_so_too() -> None:
    found = read_text(TEXT.encode(), Vocabulary.default())
    assert tables(found) == [ROWS]
    plan = read_document(TEXT.encode(), "plan.txt")
    rows = [(row.text, row.budget and row.budget.amount) for row in plan.tables[0].rows]
    assert rows[2:] == [("Kjøpa inn bålpanner", None), ("Setja opp benkar", 40_000)]


def test_a_full_line_ends_a_paragraph_where_paragraphs_end_with_their_line() -> None:
    found = texts(document(TEXT))
    assert found == [line for line in TEXT.split("\n\nSatsing", maxsplit=1)[0].split("\n") if line]
    for right in (3.0, 3.5, 4.0, 4.5, 5.0, 5.5, 6.0):
        style = f"#set page(margin: (left: 2cm, right: {right}cm))"
        assert texts(document(TEXT, style)) == found, right


def test_a_sentence_goes_on_below_a_blank_line() -> None:
    half = "Rådet skal samarbeida med grendelaga om å rydda alle stiane i kommunen, og dei skal"
    found = document(f"{half}\n\nmelda frå til rådet kvar haust.\n\nNye stiar vert rydda.")
    assert texts(found) == [f"{half} melda frå til rådet kvar haust.", "Nye stiar vert rydda."]


def test_a_year_on_top_of_a_page_is_no_page_number() -> None:
    pages = "#pagebreak()\n".join(f"{year}\n\nHalda møte {year} gonger.\n" for year in (2026, 2024))
    found = read_pdf(pdf_of(pages), Vocabulary.default())
    assert found.aside == ()
    counted = '#set page(numbering: "1")\n#counter(page).update(2018)\n' + pages
    found = read_pdf(pdf_of(counted), Vocabulary.default())
    assert [found.text[p.start : p.end] for p, _ in found.aside] == ["2018", "2019"]
