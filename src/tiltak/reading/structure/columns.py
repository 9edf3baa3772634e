"""What the columns of a table hold: from their heads, or from what stands in them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tiltak.reading.blocks import Cell, TableBlock, TableRow
from tiltak.reading.values.amounts import is_amount, unit_factor
from tiltak.reading.values.times import is_time
from tiltak.reading.vocabulary import Vocabulary

_HEAD_WITHIN = 4
_SAMPLE = 40
_FEWEST_KNOWN = 2
_OF_MEASURES = ("responsible", "partners", "time", "start", "end")
_UNLIKE = 0.8
_SHORTEST_MAIN = 18
_MOST_GROUPS = 0.6
_LONGEST_GROUP = 60
_MARKS = frozenset("x×✓✔√•●■+▪❌☒☑")
_LETTER = re.compile(r"[^\W\d_]")
_UNIT = re.compile(r"\([^)]+\)")


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: its head as printed, what it holds (`also`: who and when in one cell), the year
    and unit of its amounts."""

    index: int
    name: str
    role: str | None
    year: int | None = None
    unit: int | None = None
    also: str | None = None


@dataclass(frozen=True)  # no slots: the columns are looked up for every row and kept by role
class Columns:
    """The columns of a table, the index of its first row below the head, and of the head's first."""

    columns: tuple[TableColumn, ...]
    body: int
    head: int = 0

    def of(self, role: str) -> TableColumn | None:
        """The first column of a role."""
        return self._by_role.get(role)

    @cached_property
    def _by_role(self) -> dict[str | None, TableColumn]:
        named = [column for column in self.columns if column.year is None]
        return {column.role: column for column in reversed(named)}

    @cached_property
    def roles(self) -> frozenset[str | None]:
        """What any column holds, years aside; both roles of a column with who and when."""
        return frozenset({*self._by_role, *(column.also for column in self.columns)})

    def among(self, roles: tuple[str, ...]) -> tuple[TableColumn, ...]:
        """The columns of any of the roles."""
        if roles not in self._among:
            self._among[roles] = tuple(c for c in self.columns if c.role in roles)
        return self._among[roles]

    @cached_property
    def _among(self) -> dict[tuple[str, ...], tuple[TableColumn, ...]]:
        return {}

    @cached_property
    def years(self) -> tuple[TableColumn, ...]:
        """The columns that hold one year's amounts each."""
        return tuple(c for c in self.columns if c.year is not None and c.role == "budget")

    @cached_property
    def marked_years(self) -> tuple[TableColumn, ...]:
        """The columns where a mark says that something is done that year."""
        return tuple(c for c in self.columns if c.year is not None and c.role == "time")

    @cached_property
    def shares(self) -> tuple[TableColumn, ...]:
        """The columns that hold a share of the amount each, by who pays or what for."""
        return tuple(c for c in self.columns if c.role == "share")


def read_columns(table: TableBlock, vocabulary: Vocabulary) -> Columns | None:
    """The columns of a table of measures; None for a table of something else."""
    for index, row in enumerate(table.rows[:_HEAD_WITHIN]):
        columns = head_columns(row, vocabulary)
        columns = with_roles_by_content(columns, table.rows[index + 1 :], vocabulary)
        roles = {column.role for column in columns}
        if "measure" in roles and len(roles - {None}) >= 2:
            below = table.rows[index + 1] if index + 1 < len(table.rows) else TableRow(())
            body = index + 1
            if _parts_head(row, below) or _is_second_head(below, columns, vocabulary):
                columns, body = _two_heads(columns, below, vocabulary), index + 2
            columns = _with_marks(columns, table.rows[body:])
            columns = _without_ranks(columns, table.rows[body:], vocabulary)
            return Columns(one_each(_with_shares(columns, vocabulary)), body, index)
    return _from_content(table, vocabulary)


def _parts_head(head: TableRow, row: TableRow) -> bool:
    """Whether a row names the parts of heads over several columns, beside heads that reach down
    over it: "Finansiering" over "Kommunen" and "Andre", whatever the names."""
    filled = [cell for cell in row.cells if cell.text]
    above = [head.cell(cell.column) for cell in filled]
    under_wide = all(cell is not None and cell.column_span > 1 for cell in above)
    reaching = any(cell.text and cell.row_span > 1 for cell in head.cells)
    return len(filled) > 1 and under_wide and reaching


def _is_second_head(row: TableRow, columns: Sequence[TableColumn], vocabulary: Vocabulary) -> bool:
    """Whether a row parts the columns above it: "Budsjett" over "2026" and "2027".

    It names nothing to be done, and every cell is a year or a word for a column.
    """
    filled = [cell for cell in row.cells if cell.text]
    measure = next(column.index for column in columns if column.role == "measure")
    if not filled or row.cell(measure) in filled:
        return False
    heads = [vocabulary.head(cell.text) for cell in filled]
    parts = sum(head.year is not None for head in heads)
    return all(head.role for head in heads) and (parts > 1 or len(filled) > parts)


def _two_heads(
    columns: Sequence[TableColumn], row: TableRow, vocabulary: Vocabulary
) -> tuple[TableColumn, ...]:
    """The columns of two rows of heads, named by both."""
    above = {column.index: column for column in columns}
    for below in head_columns(row, vocabulary):
        if not below.name:
            continue
        top = above.get(below.index)
        if top is None:
            above[below.index] = below
            continue
        name, unit = f"{top.name} {below.name}".strip(), below.unit or top.unit
        role = top.role if top.role == "budget" else below.role
        year = top.year if below.year is None else below.year  # "Kv 1" below "2026"
        above[below.index] = TableColumn(below.index, name, role, year, unit)
    return tuple(above[index] for index in sorted(above))


def head_columns(row: TableRow, vocabulary: Vocabulary) -> tuple[TableColumn, ...]:
    """The columns a head row names."""
    columns = []
    for cell in row.cells:
        head = vocabulary.head(cell.text)
        unit = unit_factor(head.unit, vocabulary)
        columns += [
            TableColumn(index, cell.text, head.role, head.year, unit, head.also)
            for index in range(cell.column, cell.column + cell.column_span)
        ]
    return tuple(columns)


def _with_marks(
    columns: tuple[TableColumn, ...], rows: Sequence[TableRow]
) -> tuple[TableColumn, ...]:
    """Year columns that hold crosses instead of amounts are about time."""
    years = {column.index for column in columns if column.year is not None}
    filled = [
        cell.text
        for row in rows[:_SAMPLE]
        for cell in row.cells
        if cell.column in years
        if cell.text
    ]
    if not filled or sum(text.casefold() in _MARKS for text in filled) < 0.8 * len(filled):
        return columns
    return tuple(replace(c, role="time") if c.index in years else c for c in columns)


def _without_ranks(
    columns: tuple[TableColumn, ...], rows: Sequence[TableRow], vocabulary: Vocabulary
) -> tuple[TableColumn, ...]:
    """A column that says how much each row matters is neither its number nor its area:
    "Prioritet" or "Priority" above "Høg" and "1" more than once."""
    heads = vocabulary.list_of("table", "priority")
    ranks = vocabulary.list_of("table", "ranks")

    def ranked(column: TableColumn) -> bool:
        if vocabulary.head_words(column.name) not in heads:
            return False
        texts = _texts(rows[:_SAMPLE], column)
        if not all(len(text) == 1 or text.casefold() in ranks for text in texts):
            return False
        counted = len(set(texts)) == len(texts) and all(text.isdecimal() for text in texts)
        return column.role == "focus_area" or not counted

    return tuple(replace(c, role="note") if ranked(c) else c for c in columns)


def _with_shares(
    columns: tuple[TableColumn, ...], vocabulary: Vocabulary
) -> tuple[TableColumn, ...]:
    """Several columns of money: the one with the sum counts, else each holds a share of it."""
    money = [c for c in columns if c.role == "budget" and c.year is None]
    if len(money) < 2:
        return columns
    whole = next((c for c in money if vocabulary.sum_row.match(c.name)), None)
    if whole is not None and len(money) > 2:
        parts = {c.index for c in money if c is not whole}
        return tuple(replace(c, role="note") if c.index in parts else c for c in columns)
    if whole is not None or not all(c.unit or _UNIT.search(c.name) for c in money):
        return columns
    shares = {c.index for c in money}
    return tuple(replace(c, role="share") if c.index in shares else c for c in columns)


def one_each(columns: tuple[TableColumn, ...]) -> tuple[TableColumn, ...]:
    """A second column of the same role is kept as a note: "Mål" and "Resultatmål" side by side.

    A second column for areas is for themes: "Satsing" and "Tema".
    """
    seen: set[str] = set()
    kept = []
    for column in columns:
        role = column.role
        if role is not None and column.year is None and role != "note":
            if role in seen:
                role = "theme" if role == "focus_area" and "theme" not in seen else "note"
            seen.add(role)
        kept.append(column if role == column.role else replace(column, role=role))
    return tuple(kept)


def with_roles_by_content(
    columns: tuple[TableColumn, ...], rows: Sequence[TableRow], vocabulary: Vocabulary
) -> tuple[TableColumn, ...]:
    """Columns whose heads are no known words, by what stands below: times beside a column of
    known parties, and the measures where no head names them."""
    roles = {column.role for column in columns}
    if len(roles - {None}) < _FEWEST_KNOWN or not any(c.role is None for c in columns):
        return columns
    texts = {c.index: _texts(rows[:_SAMPLE], c) for c in columns if c.role is None and c.name}
    found = {i: _content_role(column, vocabulary) for i, column in texts.items()}
    named = []
    for column in columns:
        role = found.get(column.index) if column.role is None else column.role
        if column.role is None and role == "time" and "start" in roles:
            role = "end"
        if column.role is None and role in roles:
            role = None
        roles.add(role)
        named.append(replace(column, role=role))
    if "measure" not in roles and roles & set(_OF_MEASURES):
        main = _main_by_content({i: t for i, t in texts.items() if found[i] is None})
        named = [replace(c, role="measure") if c.index == main else c for c in named]
    return tuple(named)


def _texts(rows: Sequence[TableRow], column: TableColumn) -> list[str]:
    return [text for row in rows if (text := cell_text(row, column))]


def _main_by_content(columns: Mapping[int, Sequence[str]]) -> int | None:
    """The column of the longest texts, no two alike: what the rows are about."""
    lengths = {
        index: sum(map(len, texts)) / len(texts)
        for index, texts in columns.items()
        if len(texts) > 1 and len(set(texts)) >= _UNLIKE * len(texts)
    }
    main = max(lengths, key=lengths.__getitem__, default=None)
    return main if main is not None and lengths[main] >= _SHORTEST_MAIN else None


def with_area_by_content(
    columns: Columns, rows: Sequence[TableRow], vocabulary: Vocabulary
) -> Columns:
    """A column to the left of the measures that says the same for several rows in a run groups
    them: the areas of a plan that is one table, whatever its head is called."""
    rows = [row for row in rows if not is_sum(row, vocabulary)]
    main = columns.of("measure")
    if main is None or columns.of("focus_area") or columns.of("theme"):
        return columns
    goals = [c.index for c in columns.columns if c.role in ("sub_goal", "strategy")]
    last = min([main.index, *goals])
    for column in columns.columns:
        if column.role is None and column.name and column.index < last:
            texts = [text for row in rows if (text := cell_text(row, column))]
            if _groups(texts, len(rows)):
                named = replace(column, role="focus_area")
                changed = tuple(named if c is column else c for c in columns.columns)
                return Columns(changed, columns.body, columns.head)
    return columns


def has_merged_groups(columns: Columns, rows: Sequence[TableRow]) -> bool:
    """Whether cells over several rows stand to the left of the measures, in a column whose head
    is no known word: they name groups."""
    main = columns.of("measure")
    unnamed = {c.index for c in columns.columns if c.role is None}
    return main is not None and any(
        cell.row_span > 1 and cell.text and cell.column < main.index and cell.column in unnamed
        for row in rows
        for cell in row.cells
    )


def is_sum(row: TableRow, vocabulary: Vocabulary) -> bool:
    """Whether a row adds up others: "Sum", "Totalt for området". A row that also says who or when
    does not: "Samla inn tekstilar", "Total ombygging av skulen"."""
    first, *others = [cell.text for cell in row.cells if cell.text] or [""]
    if vocabulary.sum_row.match(first) is None:
        return False
    bare = vocabulary.sum_row.fullmatch(first.strip(" :")) or first[:3].casefold() == "sum"
    return bool(bare) or all(_adds_up(text, vocabulary) for text in others)


def _adds_up(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text may stand in a row of sums: no words but those of money."""
    plain = not _LETTER.search(text) and not is_time(text, vocabulary)
    return plain or is_amount(text, vocabulary) or vocabulary.sum_row.match(text) is not None


def _groups(texts: Sequence[str], rows: int) -> bool:
    """Whether the values of a column come in runs, each value in one place."""
    runs = [text for index, text in enumerate(texts) if index == 0 or text != texts[index - 1]]
    several = 1 < len(runs) <= rows * _MOST_GROUPS
    plain = all(not text[0].isdigit() and len(text) <= _LONGEST_GROUP for text in runs)
    return several and plain and len(set(runs)) == len(runs)


def _from_content(table: TableBlock, vocabulary: Vocabulary) -> Columns | None:
    """A table without a head: a time or amount column beside one of longer texts."""
    rows = table.rows[:_SAMPLE]
    width = max((cell.column + 1 for row in rows for cell in row.cells), default=0)
    if len(rows) < 3 or width < 3:
        return None
    texts = [
        [cell.text for row in rows if (cell := row.cell(i)) and cell.text] for i in range(width)
    ]
    roles: list[str | None] = [_content_role(column, vocabulary) for column in texts]
    if not {"time", "budget"} & set(roles):
        return None
    lengths = [
        sum(map(len, column)) / len(column) if column and role is None else 0.0
        for column, role in zip(texts, roles, strict=True)
    ]
    main = max(range(width), key=lengths.__getitem__)
    if lengths[main] < 15:
        return None
    roles[main] = "measure"
    return Columns(tuple(TableColumn(i, "", role) for i, role in enumerate(roles)), 0)


def _content_role(texts: Sequence[str], vocabulary: Vocabulary) -> str | None:
    if len(texts) < 2:
        return None
    if sum(is_time(text, vocabulary) for text in texts) >= 0.8 * len(texts):
        return "time"
    if sum(is_amount(text, vocabulary) for text in texts) >= 0.8 * len(texts):
        return "budget"
    return None


def cell_text(row: TableRow, column: TableColumn | None) -> str:
    """The text under a column, empty where the row has none."""
    cell = row.cell(column.index) if column is not None else None
    return cell.text if cell else ""


def cell_at(row: TableRow, column: TableColumn | None) -> Cell | None:
    """The cell under a column."""
    return row.cell(column.index) if column is not None else None
