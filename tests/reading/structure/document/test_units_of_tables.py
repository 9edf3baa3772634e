"""What bare amounts of a table stand for, said outside of it."""

import pytest

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import (
    Block,
    BlockDocument,
    Cell,
    CellLine,
    TableBlock,
    TableRow,
    TextBlock,
)
from tiltak.reading.structure.document.units_of_tables import SaidUnits
from tiltak.reading.structure.reasons import CONTENTS, NOTE
from tiltak.reading.vocabulary import Vocabulary

TABLE = "Tiltak | Byggja bru"
THOUSANDS, MILLIONS = "Alle beløp i tkr", "Alle beløp i mill. kr"


def document(*texts: str, aside: tuple[tuple[str, str], ...] = ()) -> BlockDocument:
    """Paragraphs and tables in order, then what stands aside."""
    blocks: list[Block] = []
    whole = ""
    for text in texts:
        place = Passage(len(whole), len(whole) + len(text))
        cells = (Cell(0, (CellLine(text, place, 0),)),)
        blocks.append(
            TableBlock((TableRow(cells),)) if text == TABLE else TextBlock(text, (place,))
        )
        whole += f"{text}\n"
    left_out = []
    for text, reason in aside:
        left_out.append((Passage(len(whole), len(whole) + len(text)), reason))
        whole += f"{text}\n"
    return BlockDocument(whole, "text/plain", tuple(blocks), tuple(left_out))


def units(read: BlockDocument) -> list[int | None]:
    said = SaidUnits(read, Vocabulary.default())
    return [said.of(block) for block in read.blocks if isinstance(block, TableBlock)]


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (document(TABLE), [None]),
        (document("Plan", THOUSANDS, TABLE, "Skule", TABLE), [1_000, 1_000]),
        (document(TABLE, TABLE, THOUSANDS), [1_000, 1_000]),
        # where they differ, each its own: above, or close below
        (document(THOUSANDS, TABLE, MILLIONS, TABLE), [1_000, 1_000_000]),
        (document(TABLE, THOUSANDS, "Skule", TABLE, MILLIONS), [1_000, 1_000_000]),
        (document(TABLE, aside=((THOUSANDS, NOTE),)), [1_000]),
        (document(TABLE, aside=((THOUSANDS, CONTENTS),)), [None]),
    ],
)
def test_the_unit_of_each_table(read: BlockDocument, expected: list[int | None]) -> None:
    assert units(read) == expected
