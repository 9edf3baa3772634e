"""The columns of a table, and what stands under them in a row."""

from dataclasses import dataclass
from functools import cached_property

from tiltak.reading.blocks import Cell, TableRow


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: its head as printed, what it holds (`also`: who and when in one cell), the year
    and unit of its amounts; `part`: what it says below a head over several columns."""

    index: int
    name: str
    role: str | None
    year: int | None = None
    unit: int | None = None
    also: str | None = None
    part: str = ""


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

    @cached_property
    def names(self) -> dict[int, str]:
        """The head of each column by its index."""
        return {column.index: column.name for column in self.columns}

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


def cell_text(row: TableRow, column: TableColumn | None) -> str:
    """The text under a column, empty where the row has none."""
    cell = row.cell(column.index) if column is not None else None
    return cell.text if cell else ""


def cell_at(row: TableRow, column: TableColumn | None) -> Cell | None:
    """The cell under a column."""
    return row.cell(column.index) if column is not None else None
