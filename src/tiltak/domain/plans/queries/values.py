"""A version as a tree of plain values. No model instances: nothing here can ask the database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tiltak.domain.plans.models import Element, RowLink
from tiltak.domain.plans.queries.versions import VersionView
from tiltak.planfile.model import Budget, Column, Time

Kind = Element.Kind
# as plain strings: comparing with a member of an enumeration costs three times as much
MEASURE = str(Kind.MEASURE)
RELATED = str(RowLink.Kind.RELATED)


@dataclass(frozen=True, slots=True)
class Role:
    """A party's part in a measure or row. `label` as the plan has it, `name` what it stands for.

    `slug` is the address of the party; of the one it was merged into, where it was.
    """

    role: str
    label: str
    in_text: bool
    name: str
    slug: str


@dataclass(slots=True, eq=False)
class Node:
    """One element: area, theme, goal, strategy, measure or paragraph."""

    id: int
    parent_id: int | None
    kind: str
    key: str
    number: str | None
    text: str
    source: str | None
    time: Time | None
    responsible_raw: str | None
    partners_raw: str | None
    state: str | None
    initiative_id: int
    code: str
    short_title: str
    version_id: int
    parent: "Node | None" = None
    children: Sequence["Node"] = ()
    rows: Sequence["Tie"] = ()
    budgets: Sequence[Budget] = ()
    roles: Sequence[Role] = ()
    serves: Sequence["Node"] = ()
    served_by: Sequence["Node"] = ()

    @property
    def title(self) -> str:
        """The short title, else the text itself, without the colon that leads on to its parts."""
        return self.short_title or self.text.rstrip(": ")

    @property
    def is_measure(self) -> bool:
        return self.kind == MEASURE

    @property
    def is_part(self) -> bool:
        """A measure below another one."""
        return self.kind == MEASURE and self.parent is not None and self.parent.kind == MEASURE

    @property
    def own_rows(self) -> list["RowView"]:
        """The rows the measure stands in; not those that only mention it."""
        return [tie.row for tie in self.rows if tie.kind != RELATED]

    @property
    def themes(self) -> list["Node"]:
        return self.of(Kind.THEME)

    @property
    def goals(self) -> list["Node"]:
        return self.of(Kind.SUB_GOAL)

    @property
    def strategies(self) -> list["Node"]:
        return self.of(Kind.STRATEGY)

    @property
    def measures(self) -> list["Node"]:
        """The measures right below: of a measure its parts."""
        return self.of(Kind.MEASURE)

    @property
    def paragraphs(self) -> list["Node"]:
        return self.of(Kind.PARAGRAPH)

    def of(self, kind: str) -> list["Node"]:
        """The children of a kind, in reading order."""
        return [child for child in self.children if child.kind == kind]

    def above(self) -> Iterator["Node"]:
        """What it stands below, nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    @property
    def area(self) -> "Node | None":
        """The focus area it stands in; itself for an area."""
        if self.kind == Kind.AREA:
            return self
        return next((node for node in self.above() if node.kind == Kind.AREA), None)

    def below(self) -> Iterator["Node"]:
        """Everything below, in reading order, depth first."""
        for child in self.children:
            yield child
            yield from child.below()


@dataclass(slots=True, eq=False)
class TableView:
    """A table of the document, with its columns as the document names them."""

    id: int
    key: str
    title: str | None
    columns: tuple[Column, ...]
    rows: list["RowView"] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class RowView:
    """One row of a table, with the measures it is about.

    `beside`: what other rows have in the cells of money they share with it; filled in by
    `shared_cells.tie_sharers`.
    """

    id: int
    table_id: int
    area_id: int | None
    key: str
    number: str | None
    text: str
    focus_area: str | None
    section: str | None
    time: Time | None
    responsible_raw: str | None
    partners_raw: str | None
    state: str | None
    version_id: int
    area: Node | None = None
    links: Sequence["Tie"] = ()
    budgets: Sequence[Budget] = ()
    roles: Sequence[Role] = ()
    beside: Sequence["CellLine"] = ()

    @property
    def group(self) -> str:
        """What a table is summed up by: the area's code, else its name in the table."""
        return self.area.code if self.area else self.focus_area or ""

    @property
    def measures(self) -> list[Node]:
        """The measures of the row; not those it only mentions."""
        return [tie.node for tie in self.links if tie.kind != RELATED]

    @property
    def mentioned(self) -> list[Node]:
        return [tie.node for tie in self.links if tie.kind == RELATED]


@dataclass(frozen=True, slots=True)
class CellLine:
    """A budget line of a row, with the cell of the table it stands in. `group` as in RowView."""

    row_id: int
    table_id: int
    number: str | None
    group: str
    time: Time | None
    budget: Budget

    @property
    def cell(self) -> tuple[int, str | None]:
        """The physical cell; several rows may share it."""
        return self.table_id, self.budget.cell_group


@dataclass(slots=True, eq=False)
class Tie:
    """A row is about a measure; `kind` as in `RowLink.Kind`."""

    kind: str
    row: RowView
    node: Node


@dataclass(frozen=True, slots=True)
class Counts:
    """How many measures there are, and how that was counted.

    `in_text`: measures of the text that are no part of another. `only_in_table`: measures and
    rows that the text does not have. `parts` are counted beside, never in `measures`.
    """

    in_text: int
    only_in_table: int
    parts: int
    rows: int
    areas: int

    @property
    def measures(self) -> int:
        return self.in_text + self.only_in_table


@dataclass(eq=False)
class PlanTree:
    """A version: its areas and opening paragraphs (`roots`) and its tables."""

    version: VersionView
    roots: list[Node]
    nodes: dict[int, Node]
    tables: list[TableView]
    rows: list[RowView]

    @cached_property
    def areas(self) -> list[Node]:
        return [node for node in self.roots if node.kind == Kind.AREA]

    @cached_property
    def paragraphs(self) -> list[Node]:
        """Paragraphs before the first area."""
        return [node for node in self.roots if node.kind == Kind.PARAGRAPH]

    @cached_property
    def measures(self) -> list[Node]:
        """All measures in reading order, parts included."""
        return [node for node in self.nodes.values() if node.kind == MEASURE]

    @cached_property
    def top_measures(self) -> list[Node]:
        """The measures that are no part of another."""
        return [node for node in self.measures if not node.is_part]

    @cached_property
    def rowless_measures(self) -> list[Node]:
        """The measures, parts included, that stand in no row."""
        return [node for node in self.measures if not node.rows or not node.own_rows]

    def by_code(self, code: str) -> Node | None:
        """The element with a permanent address."""
        return next((node for node in self.nodes.values() if node.code == code), None)

    def counts(self) -> Counts:
        """How many measures, parts, rows and areas there are."""
        tops = self.top_measures
        only_in_table = sum(node.source == "table" for node in tops)
        return Counts(
            in_text=len(tops) - only_in_table,
            only_in_table=only_in_table + sum(not row.measures for row in self.rows),
            parts=len(self.measures) - len(tops),
            rows=len(self.rows),
            areas=len(self.areas),
        )
