"""A sheet of a workbook as its rows and columns, put together from the cells of all passages."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tiltak.domain.plans.queries.reviewing import ReviewView
from tiltak.planfile.model import Passage

CELL = re.compile(r"([A-Z]{1,3})(\d+)")
# rows shown before and after the ones asked for
BEFORE, AFTER = 8, 24


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell; `mark` is "" or "asked" or "unplaced"."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class SheetRow:
    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A part of a sheet. `columns` are the letters of those that hold something."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[SheetRow, ...]


def sheet_of(review: ReviewView, index: int, asked: Sequence[Passage]) -> Sheet | None:
    """The rows around the first of the passages; None for a source that has no cells."""
    if not asked or asked[0].sheet is None:
        return None
    name, text = asked[0].sheet, review.content.sources[index].text
    found: dict[tuple[int, str], Cell] = {}
    # what comes later goes over what came before
    for mark, passages in _marked(review, asked):
        for one in passages:
            place = CELL.fullmatch(one.cell or "")
            if one.source == index and one.sheet == name and place:
                found[int(place[2]), place[1]] = Cell(text[one.start : one.end], mark)
    first = min((row for (row, _), cell in found.items() if cell.mark == "asked"), default=1)
    shown = {key: cell for key, cell in found.items() if first - BEFORE <= key[0] <= first + AFTER}
    columns = tuple(sorted({column for _, column in shown}, key=lambda word: (len(word), word)))
    return Sheet(name, columns, tuple(_rows(shown, columns)))


def _rows(shown: dict[tuple[int, str], Cell], columns: Sequence[str]) -> Iterator[SheetRow]:
    for number in sorted({row for row, _ in shown}):
        yield SheetRow(number, tuple(shown.get((number, one), Cell("")) for one in columns))


def _marked(
    review: ReviewView, asked: Sequence[Passage]
) -> Iterator[tuple[str, Iterable[Passage]]]:
    content = review.content
    yield "", content.document.reading.passages
    for table in content.tables:
        yield "", table.reading.passages
    for row in review.rows.values():
        yield "", row.reading.passages
    for element in review.elements.values():
        yield "", element.node.reading.passages
    yield "unplaced", [one.passage for one in content.unplaced]
    yield "asked", asked
