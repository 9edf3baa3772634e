"""Cards whose first row a page has cut off: "Hvad Ny bro" as a text above "Hvem", "Hvornår".

One row alone at the foot of a page is no table. A fact is known by its name, which stands in the
same column of other cards of the document, and which the card below lacks; a title by that other
cards have one over their width.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from tiltak.reading.blocks import Block, Cell, CellLine, TableBlock, TableRow, TextBlock
from tiltak.reading.structure.cards.card_facts import asks_only, card_facts, is_card
from tiltak.reading.structure.cards.named_facts import asks_for_measure
from tiltak.reading.vocabulary import Vocabulary

_FEWEST = 2
_LONGEST_TITLE = 160


def join_cut_cards(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Block]:
    """The blocks, such texts made the first row of the card below."""
    cards = {
        index: block
        for index, block in enumerate(blocks)
        if isinstance(block, TableBlock) and is_card(block, vocabulary)
    }
    asked = {
        name
        for card in cards.values()
        for name in _names(card)
        if asks_for_measure(name, vocabulary)
    }
    titled = sum(_is_titled(card) for card in cards.values()) >= _FEWEST
    found: list[Block] = []
    for index, block in enumerate(blocks):
        above, card, row = found[-1] if found else None, cards.get(index), None
        if isinstance(above, TextBlock) and card is not None:
            row = _fact(above, card, asked)
            if row is None and titled and _lacks_title(card, vocabulary):
                row = _title(above, vocabulary)
        if row is not None and card is not None:
            found[-1] = replace(card, rows=(row, *card.rows))
        else:
            found.append(block)
    return found


def _names(table: TableBlock) -> set[str]:
    return {row.cells[0].text.rstrip(" :") for row in table.rows if len(row.filled) > 1}


def _is_titled(card: TableBlock) -> bool:
    return card.rows[0].cells[0].column_span > 1


def _lacks_title(card: TableBlock, vocabulary: Vocabulary) -> bool:
    return not _is_titled(card) and asks_only(card_facts(card, vocabulary), vocabulary)


def _fact(text: TextBlock, card: TableBlock, asked: set[str]) -> TableRow | None:
    """A text that is a name with its value: that begins with a capital or a figure."""
    for name in asked - _names(card):
        value = text.text.removeprefix(name).lstrip(" :")
        if text.text.startswith((f"{name} ", f"{name}:")) and value and not value[0].islower():
            beside = Cell(1, (CellLine(value, None, 0),))
            return TableRow((Cell(0, _lines(name, text)), beside))
    return None


def _title(text: TextBlock, vocabulary: Vocabulary) -> TableRow | None:
    """A text as the title over a card: short, in words, and of no level."""
    label = vocabulary.label(text.text) if text.text[:1].isupper() else None
    if text.is_list_item or text.text[-1] in ".:;," or len(text.text) > _LONGEST_TITLE:
        return None
    if label is not None and label.level != "measure":
        return None
    return TableRow((Cell(0, _lines(text.text, text), 1, 2),))


def _lines(text: str, block: TextBlock) -> tuple[CellLine, ...]:
    """One line of a cell that is said to stand where the block does."""
    first, *more = block.passages
    return (CellLine(text, first, 0), *(CellLine("", passage, 0) for passage in more))
