"""A line of a table's body as cells, before it is known which lines are one row."""

from dataclasses import dataclass

from tiltak.planfile.model import Passage

Roles = tuple[str | None, ...]
# Columns whose cells often reach over several rows.
SPANNING = ("focus_area", "theme", "sub_goal", "strategy")


@dataclass(slots=True)
class Entry:
    """A line of a table's body: for each column the text that stands there, and its place.

    `gap` is the number of blank lines above. `ruled` are the columns with a rule above the line,
    None where no rules tell the rows.
    """

    cells: dict[int, tuple[str, Passage]]
    gap: int = 0
    starts_row: bool = False
    is_group: bool = False
    ruled: frozenset[int] | None = None

    def text(self, column: int) -> str:
        """The text in a column, empty where there is none."""
        cell = self.cells.get(column)
        return cell[0] if cell else ""
