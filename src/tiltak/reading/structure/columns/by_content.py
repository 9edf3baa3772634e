"""What columns hold by what stands in them, where no head says so."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tiltak.reading.blocks import Cell, TableBlock, TableRow
from tiltak.reading.structure.columns.column import Columns, TableColumn, cell_text
from tiltak.reading.values.amounts import is_amount
from tiltak.reading.values.sums import adds_up
from tiltak.reading.values.times import is_time
from tiltak.reading.vocabulary import Vocabulary

SAMPLE = 40
_FEWEST_KNOWN = 2
_FEWEST_UPPER = 2
_WHAT_COSTS = ("focus_area", "theme", "funder", "responsible", "partners")
_OF_MEASURES = ("responsible", "partners", "time", "start", "end")
_UNLIKE = 0.8
_SHORTEST_MAIN = 18
_MOST_GROUPS = 0.6
_LONGEST_GROUP = 60
_LETTER = re.compile(r"[^\W\d_]")


def with_roles_by_content(
    columns: tuple[TableColumn, ...], rows: Sequence[TableRow], vocabulary: Vocabulary
) -> tuple[TableColumn, ...]:
    """Columns whose heads are no known words, by what stands below: times beside a column of
    known parties, and the measures where no head names them."""
    roles = {column.role for column in columns}
    if len(roles - {None}) < _FEWEST_KNOWN or not any(c.role is None for c in columns):
        return columns
    texts = {c.index: column_texts(rows[:SAMPLE], c) for c in columns if c.role is None and c.name}
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


def column_texts(rows: Sequence[TableRow], column: TableColumn) -> list[str]:
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
    them: the areas of a plan that is one table, whatever its head is called. Of two columns of
    goals the upper one's are the areas."""
    main = columns.of("measure")
    if main is None or columns.of("focus_area") or columns.of("theme"):
        return columns
    rows = [row for row in rows if not is_sum(row, vocabulary)]
    if upper := _with_upper_goals(columns, rows, vocabulary):
        return upper
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


def _with_upper_goals(
    columns: Columns, rows: Sequence[TableRow], vocabulary: Vocabulary
) -> Columns | None:
    """The columns where two of them hold goals, the left one over several of the other's: "Hovudmål"
    beside "Delmål". None where none does."""
    upper = columns.of("sub_goal")
    lower = next((c for c in columns.columns if _is_lower_goal(c, upper, vocabulary)), None)
    if upper is None or lower is None:
        return None
    begun = [sum(bool(cell_text(row, column)) for row in rows) for column in (upper, lower)]
    pairs = [(cell_text(row, upper), cell_text(row, lower)) for row in rows]
    if not _holds(pairs) or begun[1] < begun[0]:
        return None
    roles = {upper.index: "focus_area", lower.index: "sub_goal"}
    changed = (replace(c, role=roles.get(c.index, c.role)) for c in columns.columns)
    return Columns(tuple(changed), columns.body, columns.head)


def _is_lower_goal(column: TableColumn, upper: TableColumn | None, vocabulary: Vocabulary) -> bool:
    if upper is None or column.role != "note" or column.index <= upper.index:
        return False
    return vocabulary.head(column.name).role == "sub_goal" and column.name != upper.name


def _holds(pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether each goal to the right stands beside one of several goals to the left, and some of
    these have more than one; an empty cell goes on with what is above."""
    above: dict[str, set[str]] = {}
    left = ""
    for upper, lower in pairs:
        left = upper or left
        if lower:
            above.setdefault(lower, set()).add(left)
    lefts = [one for of_goal in above.values() for one in of_goal]
    several = _FEWEST_UPPER <= len(set(lefts)) < len(lefts)
    return several and all(len(of_goal) == 1 for of_goal in above.values())


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
    """Whether a row adds up others."""
    filled = row.filled
    if not filled or vocabulary.sum_row.match(filled[0].text) is None:
        return False
    return adds_up([cell.text for cell in filled], vocabulary)


def _groups(texts: Sequence[str], rows: int) -> bool:
    """Whether the values of a column come in runs, each value in one place."""
    runs = [text for index, text in enumerate(texts) if index == 0 or text != texts[index - 1]]
    several = 1 < len(runs) <= rows * _MOST_GROUPS
    plain = all(not text[0].isdigit() and len(text) <= _LONGEST_GROUP for text in runs)
    return several and plain and len(set(runs)) == len(runs)


def from_content(table: TableBlock, vocabulary: Vocabulary) -> Columns | None:
    """A table without a head: a time or amount column beside one of longer texts."""
    if not table.rows or _sums_of_money(table.rows, vocabulary):
        return None
    rows = table.rows[:SAMPLE]
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


def _sums_of_money(rows: Sequence[TableRow], vocabulary: Vocabulary) -> bool:
    """Whether a head says what the areas cost ("Område | 2026 | 2027 | Sum"), what those get who spend
    it ("Nämnd | Budget 2025 | Budget 2026"), or where the money comes from ("Source | 2025/26 |
    2026/27"): such a table is about the plan's money, and no measure stands in it. A head may say
    anything where nothing but amounts stands below ("Av dette staten").
    """
    cells = rows[0].cells
    if len(cells) < _FEWEST_KNOWN or not _has_money(cells[0].text, vocabulary):
        return False
    return all(_is_of_money(cell, rows[1:SAMPLE], vocabulary) for cell in cells[1:])


def _has_money(head: str, vocabulary: Vocabulary) -> bool:
    """Whether a head is about those who have the money, not what is done for it."""
    if vocabulary.head(head).role in _WHAT_COSTS:
        return True
    return vocabulary.head_words(head) in vocabulary.list_of("table", "accounts")


def _is_of_money(head: Cell, rows: Sequence[TableRow], vocabulary: Vocabulary) -> bool:
    if vocabulary.head(head.text).role == "budget" or is_time(head.text, vocabulary):
        return True
    texts = [cell.text for row in rows if (cell := row.cell(head.column)) and cell.text]
    return bool(texts) and all(is_amount(text, vocabulary) for text in texts)


def _content_role(texts: Sequence[str], vocabulary: Vocabulary) -> str | None:
    if len(texts) < 2:
        return None
    if sum(is_time(text, vocabulary) for text in texts) >= 0.8 * len(texts):
        return "time"
    if sum(is_amount(text, vocabulary) for text in texts) >= 0.8 * len(texts):
        return "budget"
    return None
