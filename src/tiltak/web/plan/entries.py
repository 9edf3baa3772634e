"""What a table of a plan lists: the rows of the document, then what stands in no row.

The parts of a measure are listed only where they have money of their own: otherwise they are
found on the page of their measure.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tiltak.domain.plans.queries.money import lines_of_some
from tiltak.domain.plans.queries.values import Node, PlanTree, Role, RowView
from tiltak.planfile.model import Budget, Time
from tiltak.planfile.sums import Line
from tiltak.web.plan.numbering import shown_number


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One line of the table: a row with the measures it is about, or a measure without a row."""

    row: RowView | None
    nodes: Sequence[Node]

    @property
    def _owner(self) -> RowView | Node:
        return self.row or self.nodes[0]

    @property
    def group(self) -> str:
        """The area's code; else its name in the table; "" for none."""
        if self.row is not None:
            return self.row.group
        area = self.nodes[0].area
        return area.code if area else ""

    @property
    def number(self) -> str:
        return shown_number(self._owner.number)

    @property
    def text(self) -> str:
        return self._owner.text

    @property
    def time(self) -> Time | None:
        return self._owner.time

    @property
    def budgets(self) -> Sequence[Budget]:
        return self._owner.budgets

    @property
    def roles(self) -> Sequence[Role]:
        return self._owner.roles

    def everybody(self) -> Iterable[Role]:
        """All who have a part in it, by the table or by the text."""
        yield from self._owner.roles
        if self.row is not None:
            for node in self.nodes:
                yield from node.roles

    def cells(self) -> Iterable[tuple[int, str]]:
        """The physical cells its money stands in, where other rows may share them."""
        if self.row is not None:
            for budget in self.row.budgets:
                if budget.cell_group:
                    yield self.row.table_id, budget.cell_group


# a cell of a table that several rows share → those rows
Sharing = Mapping[tuple[int, str], Sequence[Entry]]


def entries(tree: PlanTree) -> list[Entry]:
    """All lines, in the order of the document; measures without a row after the rows."""
    rows = [Entry(row, row.measures) for row in tree.rows]
    rest = [Entry(None, [node]) for node in tree.rowless_measures if _is_listed(node)]
    return rows + rest


def _is_listed(node: Node) -> bool:
    return bool(node.budgets) or not node.is_part


def lines_of(chosen: Iterable[Entry]) -> list[Line]:
    """The budget lines of some entries, each once."""
    listed = list(chosen)
    rows = [entry.row for entry in listed if entry.row is not None]
    return lines_of_some(rows, [entry.nodes[0] for entry in listed if entry.row is None])


def sharing(listed: Iterable[Entry]) -> Sharing:
    """The cells that several rows share, with those rows."""
    cells: dict[tuple[int, str], list[Entry]] = {}
    for entry in listed:
        for cell in entry.cells():
            cells.setdefault(cell, []).append(entry)
    return {cell: rows for cell, rows in cells.items() if len(rows) > 1}


def has_amount(entry: Entry) -> bool:
    """Whether the line itself has an amount; a word such as «innanfor ramma» is none."""
    return any(budget.amount is not None or budget.per_year for budget in entry.budgets)


def sharers(shared: Sharing) -> set[Entry]:
    """The lines of cells that hold an amount for several rows."""
    cells = (rows for rows in shared.values() if any(map(has_amount, rows)))
    return {entry for rows in cells for entry in rows}
