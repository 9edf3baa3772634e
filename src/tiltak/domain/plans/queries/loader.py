"""Fetching elements and rows as plain values and tying them to each other.

Each kind of row is one statement, whatever the size. Plain values and not model instances: a model
instance costs five times as much.
"""

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from operator import itemgetter
from typing import Any, Self, TypeVar

import msgspec
from django.db.models import Q, QuerySet, TextField
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, Coalesce

from tiltak.domain.plans.models import (
    BudgetLine,
    Element,
    PartyRole,
    PlanTable,
    RowLink,
    TableRow,
)
from tiltak.domain.plans.queries.stored_values import BUDGET_COLUMNS, budget_of, time_of
from tiltak.domain.plans.queries.values import Node, Role, RowView, TableView, Tie
from tiltak.domain.plans.queries.versions import NotFound, VersionView
from tiltak.domain.viewer import Viewer
from tiltak.planfile.model import Budget, Column

T = TypeVar("T")

# What is asked for, worked out once: naming the columns takes Django as long as asking for them.
NODES = Element.objects.order_by("position").values_list(
    "serves__position",
    "serves__goal_id",
    "id",
    "parent_id",
    "kind",
    "key",
    "number",
    "text",
    "source",
    Cast("time", TextField()),
    "responsible_raw",
    "partners_raw",
    "state",
    "initiative_id",
    "initiative__code",
    "initiative__short_title",
    "version_id",
)
ROWS = TableRow.objects.order_by("position").values_list(
    "links__position",
    "links__kind",
    "links__element_id",
    "id",
    "table_id",
    "area_id",
    "key",
    "number",
    "text",
    "focus_area",
    "section",
    Cast("time", TextField()),
    "responsible_raw",
    "partners_raw",
    "state",
    "version_id",
)
TABLES = PlanTable.objects.order_by("position").values_list("id", "key", "title", "columns")
LINKED_ROWS = RowLink.objects.order_by().values_list("row_id", flat=True)
BUDGETS = BudgetLine.objects.order_by("position", "id").values_list(
    "row_id", "element_id", *BUDGET_COLUMNS
)
ROLES = PartyRole.objects.order_by("id").values_list(
    "row_id",
    "element_id",
    "role",
    "label",
    "in_text",
    Coalesce("party__merged_into__label", "party__label"),
    Coalesce("party__merged_into__slug", "party__slug"),
)

Groups = dict[int, list[T]]
# up to here the numbers found are asked for again by number, not by the recursive subquery
SHORT_LIST = 500
PLACE = itemgetter(0)


@contextmanager
def no_collecting() -> Iterator[None]:
    """Hold the garbage collector back while a tree is built.

    Some ten thousand values come into being and none goes: searching them for garbage again and
    again takes longer than making them. Whatever other threads do, it is on again afterwards.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Loader:
    """Elements and rows of some versions, tied to each other; `scope` narrows the elements."""

    def __init__(self, which: Mapping[str, object], scope: RawSQL | None) -> None:
        self.which = which
        self.scope: RawSQL | list[int] | None = scope
        self.row_ids: list[int] | None = None

    @classmethod
    def of_one(cls, viewer: Viewer, version: VersionView, scope: RawSQL | None) -> Self:
        """One version that was looked up already, or what `scope` holds of it.

        Raises NotFound if the version is not for this viewer.
        """
        if not version.is_for(viewer):
            raise NotFound(version.numbered_ref)
        # naming the version beside a scope that names it leads SQLite astray
        return cls({} if scope else {"version_id": version.id}, scope)

    def of_version(self, found: QuerySet[Any, T], scoped: Q) -> QuerySet[Any, T]:
        """What is of the versions; where the elements are narrowed, only what is `scoped`."""
        if isinstance(self.scope, list):
            # their numbers are of these versions alone
            return found.filter(scoped)
        return found.filter(scoped if self.scope else Q(), **self.which)

    def _owned(self, found: QuerySet[Any, T]) -> QuerySet[Any, T]:
        """What belongs to rows and elements, of those in scope."""
        rows = self._loaded_rows() if self.scope else None
        return self.of_version(found, Q(element__in=self.scope) | Q(row__in=rows))

    def _loaded_rows(self) -> QuerySet[Any, int] | list[int]:
        """The rows that were loaded; by the subquery where a list of them would be too long."""
        return self.rows_in_scope() if self.row_ids is None else self.row_ids

    def rows_in_scope(self) -> QuerySet[Any, int]:
        return self.of_version(LINKED_ROWS, Q(element__in=self.scope))

    def nodes(self) -> dict[int, Node]:
        """The elements in reading order, each tied to what it stands below and what it serves."""
        nodes: dict[int, Node] = {}
        serving = []
        for place, goal_id, *values in self.of_version(NODES, Q(pk__in=self.scope)):
            node = nodes.get(values[0])
            if node is None:
                nodes[values[0]] = node = Node(*values)
                node.time = time_of(values[7])
            if goal_id is not None:
                serving.append((place, node, goal_id))
        if self.scope is not None:
            if not nodes:
                raise NotFound
            if len(nodes) <= SHORT_LIST:
                self.scope = list(nodes)
        _tie_below(nodes)
        _tie_goals(
            (measure, nodes[goal_id])
            for _, measure, goal_id in sorted(serving, key=PLACE)
            if goal_id in nodes
        )
        return nodes

    def tables(self, nodes: dict[int, Node]) -> tuple[list[TableView], dict[int, RowView]]:
        """The tables with their rows, in document order, each row tied to its measures."""
        tables = {table.id: table for table in self._tables()}
        rows: dict[int, RowView] = {}
        links = []
        in_scope = Q(pk__in=self.rows_in_scope()) if self.scope else Q()
        for place, kind, element_id, *values in self.of_version(ROWS, in_scope):
            row = rows.get(values[0])
            if row is None:
                rows[values[0]] = row = _row(values, nodes)
                if row.table_id in tables:
                    tables[row.table_id].rows.append(row)
            if element_id in nodes:
                links.append((place, Tie(kind, row, nodes[element_id])))
        if self.scope is not None and len(rows) <= SHORT_LIST:
            self.row_ids = list(rows)
        _tie_rows(tie for _, tie in sorted(links, key=PLACE))
        return list(tables.values()), rows

    def _tables(self) -> Iterator[TableView]:
        if self.scope is not None:
            return
        for pk, key, title, columns in TABLES.filter(**self.which):
            yield TableView(pk, key, title, msgspec.convert(columns, tuple[Column, ...]))

    def add_money_and_parties(self, nodes: dict[int, Node], rows: dict[int, RowView]) -> None:
        """Budget lines and roles to the rows and measures they stand on.

        Lines that say the same are one value: a plan repeats itself, and values do not change.
        """
        known_budgets: dict[tuple[Any, ...], Budget] = {}
        for owner, said in _grouped(self._owned(BUDGETS), nodes, rows):
            owner.budgets = [
                known_budgets.get(one) or known_budgets.setdefault(one, budget_of(one))
                for one in said
            ]
        known_roles: dict[tuple[Any, ...], Role] = {}
        for owner, said in _grouped(self._owned(ROLES), nodes, rows):
            owner.roles = [
                known_roles.get(one) or known_roles.setdefault(one, Role(*one)) for one in said
            ]


def _row(values: Sequence[Any], nodes: Mapping[int, Node]) -> RowView:
    row = RowView(*values)
    row.time = time_of(values[8])
    row.area = nodes.get(row.area_id) if row.area_id else None
    return row


def _tie_below(nodes: Mapping[int, Node]) -> None:
    """Elements to what they stand below, where that is loaded."""
    below: Groups[Node] = defaultdict(list)
    for node in nodes.values():
        if node.parent_id is not None:
            below[node.parent_id].append(node)
    for parent_id, children in below.items():
        if parent := nodes.get(parent_id):
            parent.children = children
            for child in children:
                child.parent = parent


def _tie_goals(serving: Iterable[tuple[Node, Node]]) -> None:
    """Measures to the goals they serve, in the order they come in."""
    serves: dict[Node, list[Node]] = defaultdict(list)
    served: dict[Node, list[Node]] = defaultdict(list)
    for measure, goal in serving:
        serves[measure].append(goal)
        served[goal].append(measure)
    for measure, goals in serves.items():
        measure.serves = goals
    for goal, measures in served.items():
        goal.served_by = measures


def _tie_rows(ties: Iterable[Tie]) -> None:
    """Rows to their measures, in the order they come in."""
    of_rows: dict[RowView, list[Tie]] = defaultdict(list)
    of_nodes: dict[Node, list[Tie]] = defaultdict(list)
    for tie in ties:
        of_rows[tie.row].append(tie)
        of_nodes[tie.node].append(tie)
    for row, group in of_rows.items():
        row.links = group
    for node, group in of_nodes.items():
        node.rows = group


def _grouped(
    found: Iterable[tuple[Any, ...]], nodes: dict[int, Node], rows: dict[int, RowView]
) -> Iterator[tuple[Node | RowView, list[tuple[Any, ...]]]]:
    """What rows and elements own, by owner; the first two columns are row and element."""
    of_rows: Groups[tuple[Any, ...]] = defaultdict(list)
    of_nodes: Groups[tuple[Any, ...]] = defaultdict(list)
    for values in found:
        if values[0] is not None:
            of_rows[values[0]].append(values[2:])
        else:
            of_nodes[values[1]].append(values[2:])
    for row_id, said in of_rows.items():
        if row_id in rows:
            yield rows[row_id], said
    for element_id, said in of_nodes.items():
        if element_id in nodes:
            yield nodes[element_id], said
