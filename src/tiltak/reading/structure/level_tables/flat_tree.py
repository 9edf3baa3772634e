"""A plan as a list: each row says what level it is, its text, and where it belongs.

Workbooks written by this program and by plan systems have it: columns "Nivå", "Nummer",
"Tekst", perhaps "Satsing", "Tema" and "Rad i tabellen".
"""

import re
from dataclasses import dataclass, field

from tiltak.planfile.model import LinkKind, Passage, Row
from tiltak.reading.blocks import TableBlock, TableRow
from tiltak.reading.structure import reasons
from tiltak.reading.structure.columns.by_heads import head_columns, one_each
from tiltak.reading.structure.columns.column import TableColumn, cell_text
from tiltak.reading.structure.drafts import DraftItem, DraftMeasure, DraftSection
from tiltak.reading.structure.measures.fact_reader import FactReader
from tiltak.reading.structure.rows.read_rows import ReadTables

_DEPTH = re.compile(r"\d+$")


@dataclass(slots=True)
class FlatTree:
    """What a flat tree gave. `stands_in`: measure → the rows it names ("Veg 1")."""

    head: tuple[Passage, ...] = ()
    left_out: list[tuple[Passage, str]] = field(default_factory=list)
    stands_in: list[tuple[DraftMeasure, str]] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    tops: list[DraftMeasure] = field(default_factory=list)


def flat_columns(table: TableBlock, facts: FactReader) -> dict[str, TableColumn] | None:
    """The columns of a flat tree by role, None for any other table."""
    if not table.rows:
        return None
    columns = one_each(head_columns(table.rows[0], facts.vocabulary))
    roles = {column.role: column for column in columns if column.role}
    return roles if {"level", "text"} <= roles.keys() else None


def read_flat_tree(
    root: DraftSection, table: TableBlock, columns: dict[str, TableColumn], facts: FactReader
) -> FlatTree:
    """Put every row in the tree under `root`."""
    reader = _Reader(root, columns, facts)
    for row in table.rows[1:]:
        reader.take(row)
    reader.result.head = table.rows[0].passages
    return reader.result


class _Reader:
    """Takes rows in reading order."""

    def __init__(
        self, root: DraftSection, columns: dict[str, TableColumn], facts: FactReader
    ) -> None:
        self._root = root
        self._columns = columns
        self._facts = facts
        self._area: DraftSection | None = None
        self._here: DraftSection | None = None
        self._chain: list[DraftMeasure] = []
        self.result = FlatTree()

    def take(self, row: TableRow) -> None:
        """One row: an area, theme, goal, strategy, measure or part."""
        text = self._cell(row, "text")
        level, depth = self._level(row, text)
        if not text or level is None:
            self.result.left_out += [(p, reasons.EMPTY_ROW) for p in row.passages]
        elif level == "focus_area":
            self._area = self._here = self._section(self._root, row, text, 1)
        elif level == "theme":
            self._here = self._section(self._area or self._root, row, text, 2)
        elif level in ("sub_goal", "strategy", "paragraph"):
            self._take_item(level, row, text)
        else:
            self._take_measure(row, text, depth)

    def _cell(self, row: TableRow, role: str) -> str:
        return cell_text(row, self._columns.get(role))

    def _level(self, row: TableRow, text: str) -> tuple[str | None, int]:
        """The level a row says it is, and for a part how deep: "Deltiltak 2" is 2."""
        said = self._cell(row, "level")
        # a council's own word for areas and themes shows in the columns of the same name
        if said and text == self._cell(row, "focus_area") and not self._cell(row, "theme"):
            return self._named("focus_area", said), 0
        if said and text == self._cell(row, "theme"):
            return self._named("theme", said), 0
        if said.casefold() in self._facts.vocabulary.list_of("flat_tree", "paragraph"):
            return "paragraph", 0
        label = self._facts.vocabulary.label(said)
        if label is None:
            return None, 0
        if label.level == "part":
            deep = _DEPTH.search(said)
            return "part", int(deep[0]) if deep else 1
        return self._named(label.level, said), 0

    def _named(self, level: str, said: str) -> str:
        self.result.labels.setdefault(level, said)
        return level

    def _section(self, above: DraftSection, row: TableRow, text: str, level: int) -> DraftSection:
        section = DraftSection(
            text,
            list(row.passages),
            reasons.FLAT_TREE,
            level=level,
            number=self._cell(row, "number") or None,
        )
        above.sections.append(section)
        self._chain = []
        return section

    def _take_item(self, level: str, row: TableRow, text: str) -> None:
        here = self._here or self._root
        number = self._cell(row, "number") or None
        places = {
            "sub_goal": here.sub_goals,
            "strategy": here.strategies,
            "paragraph": here.paragraphs,
        }
        places[level].append(DraftItem(text, row.passages, reasons.FLAT_TREE, number))

    def _take_measure(self, row: TableRow, text: str, depth: int) -> None:
        measure = DraftMeasure(
            text, row.passages, reasons.FLAT_TREE, self._cell(row, "number") or None
        )
        self._facts.take_from_text(measure)
        del self._chain[depth:]
        if self._chain:
            self._chain[-1].children.append(measure)
        else:
            (self._here or self._root).measures.append(measure)
            self.result.tops.append(measure)
        self._chain.append(measure)
        if rows := self._cell(row, "rows"):
            self.result.stands_in.append((measure, rows))


def named_rows(flat: FlatTree, tables: ReadTables) -> list[tuple[str, DraftMeasure, LinkKind]]:
    """The rows measures say they stand in, as links.

    A measure with the number and words of its only row stands in the table alone.
    """
    names: dict[str, list[Row]] = {}
    for read in tables.rows:
        names.setdefault(_row_name(read.row), []).append(read.row)
    found: dict[str, list[DraftMeasure]] = {}
    for measure, said in flat.stands_in:
        for name in _named_in(said, list(names)):
            row = _of_that_name(names[name], measure)
            found.setdefault(row.id, []).append(measure)
            measure.rows.append(row.id)
    by_id = {read.row.id: read.row for read in tables.rows}
    tops = {id(measure) for measure in flat.tops}
    links: list[tuple[str, DraftMeasure, LinkKind]] = []
    for identity, measures in found.items():
        only = measures[0] if len(measures) == 1 else None
        row = by_id[identity]
        if only is not None and only.rows == [row.id] and _is_row_itself(only, row):
            only.from_table = True
        for measure in measures:
            part: LinkKind = "same" if id(measure) in tops else "part"
            links.append((identity, measure, "merged" if len(measures) > 1 else part))
    return links


def _row_name(row: Row) -> str:
    return f"{row.focus_area or ''} {row.number or ''}".strip()


def _is_row_itself(measure: DraftMeasure, row: Row) -> bool:
    same = (measure.number, measure.text) == (row.number, row.text)
    return same and (row.number is None or row.number.strip("()").isalnum() or "." in row.number)


def _of_that_name(rows: list[Row], measure: DraftMeasure) -> Row:
    """Two rows can have one name; the one with the measure's words is meant."""
    return next((row for row in rows if row.text == measure.text), rows[0])


def _named_in(said: str, names: list[str]) -> list[str]:
    """The row names of "Veg 1, Mat, kultur og reiseliv 2": names may hold commas themselves."""
    found, rest = [], said.strip()
    for _ in names:
        fitting = [name for name in names if rest == name or rest.startswith(f"{name}, ")]
        if not fitting:
            break
        name = max(fitting, key=len)
        found.append(name)
        rest = rest[len(name) :].removeprefix(", ").strip()
    return found
