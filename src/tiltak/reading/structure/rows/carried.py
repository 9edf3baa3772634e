"""Areas, themes and goals that hold for the rows below the one they stand in."""

from collections.abc import Iterable, Mapping, Sequence

from tiltak.reading.blocks import Cell, TableRow
from tiltak.reading.structure.columns.column import Columns, cell_at
from tiltak.reading.structure.rows.counted_groups import counted_names
from tiltak.reading.structure.rows.logical_rows import items_of
from tiltak.reading.structure.rows.read_rows import ReadRow, Said
from tiltak.reading.structure.rows.said_levels import (
    SPANNING,
    parts_of_cell,
    parts_of_group,
    said_level,
)
from tiltak.reading.structure.rows.upper_goals import GoalLevel
from tiltak.reading.structure.titles import without_unit
from tiltak.reading.values.times import find_years
from tiltak.reading.vocabulary import Vocabulary

_LONGEST_TITLE = 60
_ITEMS = {"sub_goal": "sub_goals", "strategy": "strategies"}


class Carried:
    """What was said last of each level. `is_grouped`: a row of its own said it; `area_is_called`:
    with the area's word ("Innsatsområde: Tidleg innsats"). `upper`: goals that are areas. `names`:
    texts of rows that are counted → number and name."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._said: dict[str, tuple[Said, ...]] = {}
        self._rows_since_group = False
        self.is_grouped = False
        self.area_is_called = False
        self.upper: GoalLevel | None = None
        self.names: Mapping[str, str] = {}
        self._themes_are_areas: bool | None = None

    def open_group(self, group: str, row: TableRow) -> None:
        """Take a row that names a level; its later lines may name others ("Mål: …")."""
        for part in parts_of_group(row, self._vocabulary):
            self._open(group, part)

    def _open(self, group: str, row: TableRow) -> None:
        text = _text_of_group(row)
        text = self.names.get(text, text)
        label = self._vocabulary.label(text) if text[:1].isupper() else None
        is_area = group == "focus_area"
        if is_area:
            self.area_is_called = False
        if label is not None and label.rest and label.level in SPANNING:
            group = "focus_area" if GoalLevel.of(label) == self.upper else label.level
            self.area_is_called |= group == "focus_area"
            if group == "theme" and is_area and self._has_no_area():
                group = "focus_area"
            elif group == "focus_area":
                self._themes_are_areas = False
            text = label.rest
            if label.number and group in ("focus_area", "theme"):
                text = f"{label.number}{'.' * label.number.isalpha()} {text}"
        if group in ("focus_area", "theme"):
            text = without_unit(text, self._vocabulary)
        # several goals one below the other are all those of the rows that follow
        several = group in _ITEMS and not self._rows_since_group
        beside = self._said.get(group, ()) if several else ()
        self._keep_above(group)
        self._said[group] = (*beside, (text, row.passages))
        self.is_grouped, self._rows_since_group = True, False

    def _has_no_area(self) -> bool:
        """Whether the themes of a table ("Tema 1: …") have nothing above them, and so are its areas."""
        if self._themes_are_areas is None:
            self._themes_are_areas = "focus_area" not in self._said
        return self._themes_are_areas

    def take_cells(self, row: TableRow, columns: Columns, *, seen_lines: bool) -> None:
        """Take the areas and goals in the columns of a row of values."""
        for role in SPANNING:
            cell = cell_at(row, columns.of(role))
            if cell is not None and cell.text:
                if role in ("focus_area", "theme"):
                    self._keep_above(role)
                first, *more = parts_of_cell(cell, self._vocabulary)
                self._said[role] = ((first.text, first.passages),)
                if role in _ITEMS and not more:
                    items = items_of(cell, seen_lines=seen_lines)
                    self._said[role] = tuple((one.text, one.passages) for one in items)
                if more:
                    self._take_parts(more)

    def take_titles(self, rows: Sequence[TableRow], *, under_heading: bool) -> None:
        """Take what stands above the head of a table: "Mål: …", or the area where no heading of
        the text names one."""
        for row in rows:
            filled = [cell.text for cell in row.filled]
            if len(filled) != 1:
                continue
            if said := said_level(filled[0], self._vocabulary):
                self.open_group(said[0], row)
            elif not under_heading and self._may_be_area(filled[0]):
                self.open_group("focus_area", row)

    def _may_be_area(self, text: str) -> bool:
        names_plan = any(w in text.casefold() for w in self._vocabulary.list_of("facts", "titles"))
        labelled = self._vocabulary.label(text) is not None
        is_title = len(text) <= _LONGEST_TITLE and text[-1] not in ".:;" and text[0].isupper()
        return is_title and not (names_plan or labelled or find_years(text))

    def _take_parts(self, parts: Sequence[Cell]) -> None:
        """What an area's cell says below the area's name: "Mål: …", once or more."""
        found: dict[str, list[Said]] = {}
        for part in parts:
            if said := said_level(part.text, self._vocabulary):
                found.setdefault(said[0], []).append((said[1], part.passages))
        self._said |= {level: tuple(said) for level, said in found.items()}

    def _keep_above(self, level: str) -> None:
        kept = SPANNING[: SPANNING.index(level)]
        self._said = {role: said for role, said in self._said.items() if role in kept}

    def put_in(self, read: ReadRow) -> None:
        """Give a row what holds for it."""
        self._rows_since_group = True
        read.is_grouped, read.area_is_called = self.is_grouped, self.area_is_called
        for role, said in self._said.items():
            if role in _ITEMS:
                setattr(read, _ITEMS[role], said)
            else:
                text, passages = said[-1]
                setattr(read, "area" if role == "focus_area" else role, text)
                read.passages[role] = passages


def names_of_groups(rows: Iterable[TableRow], vocabulary: Vocabulary) -> dict[str, str]:
    """What the rows that name groups are called, where they are counted."""
    firsts = (parts_of_group(row, vocabulary)[0] for row in rows)
    return counted_names(map(_text_of_group, firsts), vocabulary)


def _text_of_group(row: TableRow) -> str:
    """The text of a row that names a level. A letter in the column of numbers counts the group:
    "A" beside "Avfall" is "A. Avfall"."""
    texts = [cell.text for cell in row.filled]
    if len(texts) > 1 and len(texts[0]) == 1 and texts[0].isupper():
        texts[0] += "."
    return " ".join(texts)
