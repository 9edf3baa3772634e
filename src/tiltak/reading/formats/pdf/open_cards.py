"""Cards without rules: names of facts below one another, their values in a column beside them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tiltak.reading.blocks import Cell, CellLine, TableBlock, TableRow
from tiltak.reading.formats.pdf.fact_names import CARD_NAMES
from tiltak.reading.formats.pdf.flow_line import FlowLine
from tiltak.reading.formats.pdf.layout import PIECE_GAP, PageLine
from tiltak.reading.formats.pdf.tables import TablePart
from tiltak.reading.vocabulary import Vocabulary

Item = FlowLine | TablePart

_LEAST_FACTS = 2
# Points by which values may begin at different places.
_SAME_PLACE = 3.0
# How far below is the next line of a value, the next fact, in sizes of the type.
_NEXT_LINE, _NEXT_FACT = 1.7, 4.2


@dataclass(slots=True)
class OpenCard:
    """A card: its rows, and how many items it takes."""

    rows: list[TableRow] = field(default_factory=list)
    taken: int = 0

    @property
    def block(self) -> TableBlock:
        return TableBlock(tuple(self.rows), seen_lines=True)


def read_open_card(items: Sequence[Item], at: int, vocabulary: Vocabulary) -> OpenCard | None:
    """The card whose first line is item `at`, None where none begins there."""
    card = _facts(items, at, vocabulary)
    return card if len(card.rows) >= _LEAST_FACTS else None


def read_rest(
    items: Sequence[Item], at: int, before: TablePart, vocabulary: Vocabulary
) -> OpenCard:
    """The last facts of a ruled card, alone on top of the next page: a row is too little for a
    table. Item `at` is the first after the card's."""
    names = {" ".join(line.text for line in lines) for lines in _column(before, 0)}
    values = [line.x0 for lines in _column(before, 1) for line in lines]
    first = items[at] if at < len(items) else before
    if (
        isinstance(first, FlowLine)
        and first.page.number == before.page.number + 1
        and len(before.table.xs) == 3
        and (value := _value_at(first, vocabulary)) is not None
        and abs(first.line.places[value].x0 - min(values, default=0.0)) <= _SAME_PLACE
    ):
        card = _facts(items, at, vocabulary)
        if names.isdisjoint(row.cells[0].text for row in card.rows):
            return card
    return OpenCard()


def _column(part: TablePart, column: int) -> list[tuple[PageLine, ...]]:
    """The lines of each cell of a column."""
    cells = (cell for cell in part.table.cells if cell.column == column and cell.column_span == 1)
    return [cell.lines for cell in cells if cell.lines]


def _facts(items: Sequence[Item], at: int, vocabulary: Vocabulary) -> OpenCard:
    """The facts below one another from item `at` on."""
    card = OpenCard()
    names: set[str] = set()
    above: FlowLine | None = None
    place = 0.0
    for item in items[at:]:
        if not isinstance(item, FlowLine):
            break
        value = _value_at(item, vocabulary)
        if above is not None and (above.line.named is None) != (item.line.named is None):
            break
        if item.line.named == 0:
            if not card.rows:
                break
            card.rows[-1] = _with_line(card.rows[-1], item)
            above = item
            card.taken += 1
            continue
        if not _is_near(above, item, _NEXT_FACT if value is not None else _NEXT_LINE):
            break
        if value is None or (
            above is not None
            and item.line.named is None
            and abs(item.line.places[value].x0 - place) > _SAME_PLACE
        ):
            if above is None or not _goes_on(item, place):
                break
            card.rows[-1] = _with_line(card.rows[-1], item)
        else:
            row = _row(item, value)
            if row.cells[0].text in names:
                break  # the next card
            names.add(row.cells[0].text)
            place = item.line.places[value].x0
            card.rows.append(row)
        above = item
        card.taken += 1
    return card


def _is_near(above: FlowLine | None, below: FlowLine, most: float) -> bool:
    if above is None:
        return True
    if above.page is not below.page:
        # a page may end within a card: its next line is the first of the next page
        return below.page.number == above.page.number + 1
    return 0 < below.line.baseline - above.line.baseline < most * below.line.size


def _value_at(line: FlowLine, vocabulary: Vocabulary) -> int | None:
    """The first word of a line's value: after a wide gap, behind the name of a fact."""
    if line.line.named:
        return line.line.named
    pieces = line.line.text.split(PIECE_GAP)
    if len(pieces) != 2 or vocabulary.column_role(pieces[0].rstrip(" :")) not in CARD_NAMES:
        return None
    begin = len(pieces[0]) + len(PIECE_GAP)
    return next(i for i, place in enumerate(line.line.places) if place.begin == begin)


def _row(line: FlowLine, value: int) -> TableRow:
    begin = line.line.places[value].begin
    name, text = line.line.text[: begin - len(PIECE_GAP)], line.line.text[begin:]
    return TableRow(
        (
            Cell(0, (CellLine(name, line.passage(0, len(name)), 0),)),
            Cell(1, (CellLine(text, line.passage(begin), 0),)),
        )
    )


def _goes_on(line: FlowLine, place: float) -> bool:
    """Whether a line stands under the values alone."""
    return PIECE_GAP not in line.line.text and abs(line.line.x0 - place) <= _SAME_PLACE


def _with_line(row: TableRow, line: FlowLine) -> TableRow:
    name, value = row.cells
    more = CellLine(line.text, line.passage(), len(value.lines))
    return TableRow((name, Cell(1, (*value.lines, more))))
