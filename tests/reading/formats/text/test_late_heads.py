"""Small tables written cell by cell, where the last heads come on one line after the first cells."""

from tiltak.reading.blocks import TableBlock
from tiltak.reading.formats.text.plain_text import blocks_of_text
from tiltak.reading.vocabulary import Vocabulary


def rows(text: str) -> list[dict[str, str]]:
    """The rows of the only table, by head."""
    (table,) = (
        block
        for block in blocks_of_text(text, Vocabulary.default()).blocks
        if isinstance(block, TableBlock)
    )
    head, *body = table.rows
    names = {cell.column: cell.text for cell in head.cells}
    return [{names[cell.column]: cell.text for cell in row.cells} for row in body]


NORWEGIAN = """
Område

Tiltak

Frist

Song og dans

Skipa dansekurs i alle bygdene

2026–2027 90 000

Kostnad Ansvarleg
Ungdomslaget

Song og dans

Kjøpa inn notar

2026

12 000

Koret

Teikning

Rusta opp atelieret i den gamle meieribygningen 2027

250 000

Kunstlaget

Teikning

Halda årleg haustutstilling

2026–2028 1,2 mill. Kommunane

Resten går over drifta, som årsmøtet vedtek kvart år.
"""


def test_late_heads_and_values_on_one_line() -> None:
    assert rows(NORWEGIAN) == [
        {
            "Område": "Song og dans",
            "Tiltak": "Skipa dansekurs i alle bygdene",
            "Frist": "2026–2027",
            "Kostnad": "90 000",
            "Ansvarleg": "Ungdomslaget",
        },
        {
            "Område": "Song og dans",
            "Tiltak": "Kjøpa inn notar",
            "Frist": "2026",
            "Kostnad": "12 000",
            "Ansvarleg": "Koret",
        },
        {
            "Område": "Teikning",
            "Tiltak": "Rusta opp atelieret i den gamle meieribygningen",
            "Frist": "2027",
            "Kostnad": "250 000",
            "Ansvarleg": "Kunstlaget",
        },
        {
            "Område": "Teikning",
            "Tiltak": "Halda årleg haustutstilling",
            "Frist": "2026–2028",
            "Kostnad": "1,2 mill.",
            "Ansvarleg": "Kommunane",
        },
    ]


ENGLISH = """
Action

Timescale

Build a boardwalk round the pond

2026–2027

Cost Lead
£12,000 Wardens

Plant six hundred oaks

2026

£900

Scouts

Train ten guides

2027

£2,500

Museum

Everything else is done by volunteers in their own time.
"""


def test_late_heads_with_the_cells_of_their_first_row_on_one_line() -> None:
    assert [tuple(row.values()) for row in rows(ENGLISH)] == [
        ("Build a boardwalk round the pond", "2026–2027", "£12,000", "Wardens"),
        ("Plant six hundred oaks", "2026", "£900", "Scouts"),
        ("Train ten guides", "2027", "£2,500", "Museum"),
    ]


BEFORE_CELLS = """
Tiltak

Periode

Rydda strender

2026–2028 60 000

Kroner Ansvar
Velforeiningane

Setja ut førti containarar

2027

240 000

Kommunen/foreininga

Gje alle tiåringar symjekurs 2026

95 000

Symjelaget

Henga opp redningsbøyer på alle kaiane

2027–2028 Innanfor ramma

Hamnevesenet

Anna går over drifta, som årsmøtet fastset kvart år.
"""


def test_cells_between_the_first_and_the_last_heads_are_no_heads() -> None:
    assert [tuple(row.values()) for row in rows(BEFORE_CELLS)] == [
        ("Rydda strender", "2026–2028", "60 000", "Velforeiningane"),
        ("Setja ut førti containarar", "2027", "240 000", "Kommunen/foreininga"),
        ("Gje alle tiåringar symjekurs", "2026", "95 000", "Symjelaget"),
        ("Henga opp redningsbøyer på alle kaiane", "2027–2028", "Innanfor ramma", "Hamnevesenet"),
    ]
