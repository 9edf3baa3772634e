"""Notes under tables and the signs that stand raised in their cells."""

from tests.reading.formats.pdf.drawn import pdf_of, table
from tiltak.reading.blocks import BlockDocument, TableBlock, TextBlock
from tiltak.reading.formats.pdf import read_pdf
from tiltak.reading.vocabulary import Vocabulary

ROWS = [
    ["Tiltak", "Ansvarleg"],
    ["Rydde stiar", "Turlaget#super[1], grunneigarane#super[1] og laget på Åsen i Vik#super[2]"],
    ["Kjøpe 40 m#super[2] mark", "Kommunen#super[3]"],
]
NOTES = """#text(size: 8pt)[#super[1] I samråd med kommunen.]

#text(size: 8pt)[#super[2] Laget vedtek dette sjølv, og det melder frå til kommunen og til
grunneigarane når arbeidet er gjort og når skilta er sette opp langs heile stien fram til hytta.]

"""


def read(markup: str) -> BlockDocument:
    return read_pdf(pdf_of(markup), Vocabulary.default())


def cells(document: BlockDocument) -> list[list[str]]:
    tables = [block for block in document.blocks if isinstance(block, TableBlock)]
    return [[cell.text for cell in row.cells] for block in tables for row in block.rows]


def test_notes_under_a_table_stand_aside_and_their_signs_are_no_part_of_its_cells() -> None:
    document = read(f"{table(ROWS, '(5cm, 4cm)')}\n{NOTES}Slutt på planen.")
    assert cells(document) == [
        ["Tiltak", "Ansvarleg"],
        ["Rydde stiar", "Turlaget, grunneigarane og laget på Åsen i Vik"],
        ["Kjøpe 40 m2 mark", "Kommunen3"],
    ]
    assert [b.text for b in document.blocks if isinstance(b, TextBlock)] == ["Slutt på planen."]
    aside = [(document.text[p.start : p.end].split()[0], reason) for p, reason in document.aside]
    assert aside == [("1", "Fotnote"), ("2", "Fotnote"), ("til", "Fotnote")]


def test_a_line_that_begins_with_a_raised_figure_no_word_has_is_text() -> None:
    document = read(f"{table(ROWS[:2], '(5cm, 4cm)')}\n#super[7] laget ryddar.")
    assert [b.text for b in document.blocks if isinstance(b, TextBlock)] == ["7 laget ryddar."]


def test_small_type_raised_by_the_page_itself() -> None:
    """Browsers set raised signs little smaller, and far from the first word of a line."""
    sign = "#text(size: 8.5pt, baseline: -3.6pt)[1]"
    rows = [
        ["Tiltak", "Ansvarleg"],
        ["Rydde stiar", f"Turlaget på Åsen og laget i Vik{sign} og Nes"],
    ]
    document = read(f"{table(rows, '(5cm, 4cm)')}\n#text(size: 8pt)[#super[1] I år.]")
    assert cells(document)[1:] == [["Rydde stiar", "Turlaget på Åsen og laget i Vik og Nes"]]
