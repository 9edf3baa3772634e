"""How wide the columns of the table are, and whether it needs the page on its side."""

from dataclasses import dataclass

from tiltak.wording import Words
from tiltak.writing.cells import cell_lines
from tiltak.writing.table import AMOUNT_KINDS, Column, PaperTable

PORTRAIT_MM = 165.0
LANDSCAPE_MM = 252.0
# a character of the table's 9 point type, and the space beside a cell's text
CHARACTER_MM = 1.7
PADDING_MM = 4.5
LONGEST_AMOUNT = len("1 140 000 kr per år")
NARROWEST_MM = 13.0
WIDEST_SIDE_MM = 42.0
# less than this and a measure's text becomes a tall thin pillar; long texts want more
LEAST_TEXT_MM, MOST_TEXT_MM = 55.0, 85.0
TEXT_MM_PER_CHARACTER = 0.65


@dataclass(frozen=True, slots=True)
class TableLayout:
    """Column widths in millimetres, which together fill the page."""

    landscape: bool
    widths: tuple[float, ...]


def layout_of(table: PaperTable, words: Words, *, on_its_side: bool = False) -> TableLayout:
    """Side columns as wide as their content asks for, the text of the measure the rest.

    `on_its_side`: the pages lie on their side already, because of a table above.
    """
    texts = [i for i, column in enumerate(table.columns) if _is_text(column)]
    sides = {
        i: _side_width(table, column, words)
        for i, column in enumerate(table.columns)
        if i not in texts
    }
    text_mm = _text_width(table)
    needed = sum(sides.values()) + text_mm * len(texts)
    landscape = on_its_side or needed > PORTRAIT_MM
    page = LANDSCAPE_MM if landscape else PORTRAIT_MM
    squeeze = min(1.0, (page - text_mm * len(texts)) / sum(sides.values())) if sides else 1.0
    squeeze = max(squeeze, 0.3)
    rest = page - squeeze * sum(sides.values())
    return TableLayout(
        landscape,
        tuple(
            squeeze * sides[i] if i in sides else rest / len(texts)
            for i in range(len(table.columns))
        ),
    )


def _text_width(table: PaperTable) -> float:
    """What the texts of the measures ask for, by their mean length."""
    lengths = [len(row.owner.text) for row in table.rows]
    mean = sum(lengths) / len(lengths) if lengths else 0
    return min(MOST_TEXT_MM, max(LEAST_TEXT_MM, mean * TEXT_MM_PER_CHARACTER))


def _is_text(column: Column) -> bool:
    return column.kind in {"measure", "extra"}


def _side_width(table: PaperTable, column: Column, words: Words) -> float:
    """As wide as the longest thing that should not be broken: a word, or a whole amount."""
    longest = max((len(word) for word in column.head.split()), default=0)
    for row in table.rows:
        for line in cell_lines(row, column, words):
            whole = column.kind in AMOUNT_KINDS and len(line) <= LONGEST_AMOUNT
            longest = max(longest, len(line) if whole else _unbroken(line))
    if column.kind in AMOUNT_KINDS:
        longest = max(longest, _longest_sum(table, words))
    return min(WIDEST_SIDE_MM, max(NARROWEST_MM, longest * CHARACTER_MM + PADDING_MM))


def _longest_sum(table: PaperTable, words: Words) -> int:
    totals = [group.total.total for group in table.groups if group.total and group.total.total]
    return len(words.kroner(sum(totals))) if totals else 0


def _unbroken(line: str) -> int:
    """The longest stretch without a place to break; a no-break space is none, a slash is one."""
    return max((len(part) for part in line.replace("/", "/ ").split(" ")), default=0)
