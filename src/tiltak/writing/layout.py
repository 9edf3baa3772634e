"""How wide the columns of the table are, and whether it needs the page on its side.

An amount is never broken and never printed over its neighbour. What gives way are the words, down
to a width where they still can be read; a table with so many years that this is not enough has
its years below each other in one column.
"""

from dataclasses import dataclass, replace

from tiltak.wording import Words
from tiltak.writing.cells import cell_lines
from tiltak.writing.table import AMOUNT_KINDS, Column, PaperTable

PORTRAIT_MM = 165.0
LANDSCAPE_MM = 252.0
# a character of the table's 9 point type, and the space beside a cell's text
CHARACTER_MM = 1.7
PADDING_MM = 4.5
# the same of a figure: the digits and no-break spaces of «12 700 000 kr», as Word's type has them
FIGURE_MM = 1.42
LONGEST_AMOUNT = len("1 140 000 kr per år")
NARROWEST_MM = 13.0
WIDEST_SIDE_MM = 42.0
# less than this and a measure's text becomes a tall thin pillar; long texts want more
LEAST_TEXT_MM, MOST_TEXT_MM = 55.0, 85.0
TEXT_MM_PER_CHARACTER = 0.65
# how narrow a column may become where there is no room, by its kind
NARROWED_MM = {"number": 9.0, "measure": 45.0}
NARROWED_WORDS_MM = 16.0


@dataclass(frozen=True, slots=True)
class TableLayout:
    """Column widths in millimetres, which together fill the page."""

    landscape: bool
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Width:
    """What a column asks for, and what it can do with."""

    wanted: float
    least: float


def laid_out(
    table: PaperTable, words: Words, *, on_its_side: bool = False
) -> tuple[PaperTable, TableLayout]:
    """The table as it fits the page, its years in one column where they must, with its layout.

    `on_its_side`: the pages lie on their side already, because of a table above.
    """
    if not _fits(_widths(table, words)):
        table = _with_years_folded(table, words)
    return table, layout_of(table, words, on_its_side=on_its_side)


def layout_of(table: PaperTable, words: Words, *, on_its_side: bool = False) -> TableLayout:
    """Columns as wide as their content asks for, the text of the measure the rest."""
    widths = _widths(table, words)
    wanted = sum(width.wanted for width in widths)
    landscape = on_its_side or wanted > PORTRAIT_MM
    page = LANDSCAPE_MM if landscape else PORTRAIT_MM
    if wanted > page:
        return TableLayout(landscape, _narrowed(table, widths, page))
    measures = [column.kind == "measure" for column in table.columns]
    share = (page - wanted) / (sum(measures) or len(widths))
    return TableLayout(
        landscape,
        tuple(
            width.wanted + (share if is_measure or not any(measures) else 0)
            for width, is_measure in zip(widths, measures, strict=True)
        ),
    )


def _fits(widths: list[_Width]) -> bool:
    return sum(width.least for width in widths) <= LANDSCAPE_MM


def _with_years_folded(table: PaperTable, words: Words) -> PaperTable:
    years = tuple(column.name for column in table.columns if column.kind == "year")
    if not years:
        return table
    folded = Column("years", words.gettext("Budsjett"), " ".join(years))
    first = next(i for i, column in enumerate(table.columns) if column.kind == "year")
    kept = [column for column in table.columns if column.kind not in {"year", "total"}]
    return replace(table, columns=(*kept[:first], folded, *kept[first:]))


def _narrowed(table: PaperTable, widths: list[_Width], page: float) -> tuple[float, ...]:
    """All that can give way gives way alike; below its least only where nothing else is left."""
    least = sum(width.least for width in widths)
    if least <= page:
        given = (page - least) / sum(width.wanted - width.least for width in widths)
        return tuple(width.least + given * (width.wanted - width.least) for width in widths)
    amounts = [column.kind in AMOUNT_KINDS for column in table.columns]
    fixed = sum(w.least for w, is_amount in zip(widths, amounts, strict=True) if is_amount)
    squeeze = max((page - fixed) / (least - fixed), 0.2) if least > fixed else 1.0
    narrow = [w.least * (1 if a else squeeze) for w, a in zip(widths, amounts, strict=True)]
    return tuple(width * page / sum(narrow) for width in narrow)


def _widths(table: PaperTable, words: Words) -> list[_Width]:
    return [_width(table, column, words) for column in table.columns]


def _width(table: PaperTable, column: Column, words: Words) -> _Width:
    if column.kind == "measure":
        return _Width(_text_width(table), NARROWED_MM["measure"])
    wanted = _side_width(table, column, words)
    if column.kind in AMOUNT_KINDS:
        return _Width(wanted, wanted)
    if column.kind == "extra":
        texts = [row.extra.get(column.name, "") for row in table.rows]
        mean = sum(map(len, texts)) / len(texts) if texts else 0
        wanted = max(wanted, min(LEAST_TEXT_MM, mean * TEXT_MM_PER_CHARACTER))
    return _Width(wanted, min(wanted, NARROWED_MM.get(column.kind, NARROWED_WORDS_MM)))


def _text_width(table: PaperTable) -> float:
    """What the texts of the measures ask for, by their mean length."""
    lengths = [len(row.owner.text) for row in table.rows]
    mean = sum(lengths) / len(lengths) if lengths else 0
    return min(MOST_TEXT_MM, max(LEAST_TEXT_MM, mean * TEXT_MM_PER_CHARACTER))


def _side_width(table: PaperTable, column: Column, words: Words) -> float:
    """As wide as the longest thing that should not be broken: a word, or a whole amount."""
    lines = [line for row in table.rows for line in cell_lines(row, column, words)]
    whole: list[str] = []
    if column.kind in AMOUNT_KINDS:
        whole = [line for line in lines if column.kind == "years" or len(line) <= LONGEST_AMOUNT]
        lines = [line for line in lines if line not in whole]
        whole.append(_longest_sum(table, column, words))
    longest_word = max(map(_unbroken, (column.head, *lines)))
    longest_amount = max(map(len, whole), default=0)
    asked = max(longest_word * CHARACTER_MM, longest_amount * FIGURE_MM) + PADDING_MM
    return min(WIDEST_SIDE_MM, max(NARROWEST_MM, asked))


def _longest_sum(table: PaperTable, column: Column, words: Words) -> str:
    totals = [group.total.total for group in table.groups if group.total and group.total.total]
    amount = words.kroner(sum(totals)) if totals else ""
    return f"{column.name.split()[0]}: {amount}" if column.kind == "years" else amount


def _unbroken(line: str) -> int:
    """The longest stretch without a place to break; a no-break space is none, a slash is one."""
    return max((len(part) for part in line.replace("/", "/ ").split(" ")), default=0)
