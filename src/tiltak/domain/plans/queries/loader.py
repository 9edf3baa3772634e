"""Fetching elements and rows as plain values and tying them to each other.

Each kind of row is one statement, whatever the size. Plain values and not model instances: a model
instance costs five times as much.
"""

import gc
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, TypeVar

import msgspec
from django.db.models import Model, Q, QuerySet, TextField
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, Coalesce

from tiltak.domain.plans.models import (
    BudgetLine,
    Element,
    PartyRole,
    PlanTable,
    RowLink,
    Serving,
    TableRow,
)
from tiltak.domain.plans.queries.values import Node, Role, RowView, TableView, Tie
from tiltak.domain.plans.queries.versions import NotFound, VersionView, visible_versions
from tiltak.domain.viewer import Viewer
from tiltak.planfile.model import Budget, Column, Time

T = TypeVar("T")

NODE_COLUMNS = (
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
ROW_COLUMNS = (
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
BUDGET_COLUMNS = (
    "row_id",
    "element_id",
    "raw",
    "amount",
    "least",
    "most",
    "currency",
    Cast("per_year", TextField()),
    "basis",
    "per",
    "cell_group",
    "funder",
    "kind",
)
ROLE_COLUMNS = (
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

    def __init__(self, viewer: Viewer, versions: Collection[int], scope: RawSQL | None) -> None:
        # by the subquery, not by the number alone: what the viewer may not see is not fetched
        self.which: dict[str, Any] = {
            "version__in": visible_versions(viewer).filter(pk__in=versions).order_by()
        }
        self.scope: RawSQL | list[int] | None = scope
        self.row_ids: list[int] | None = None

    @classmethod
    def of_one(cls, viewer: Viewer, version: VersionView, scope: RawSQL | None) -> "Loader":
        """One version that was looked up already. Raises NotFound if not for this viewer."""
        if not version.is_for(viewer):
            raise NotFound(version.numbered_ref)
        loader = cls(viewer, (), scope)
        loader.which = {"version_id": version.id}
        return loader

    def of_version(self, model: type[Model], **scoped: Any) -> QuerySet[Any]:
        found = model._default_manager.filter(**self.which)
        return found.filter(**scoped) if self.scope is not None else found

    def _owned(self, model: type[Model]) -> QuerySet[Any]:
        """What belongs to rows and elements, of those in scope."""
        if self.scope is None:
            return self.of_version(model)
        wanted = Q(element__in=self.scope) | Q(row__in=self._loaded_rows())
        if isinstance(self.scope, list) and self.row_ids is not None:
            # their numbers are of these versions alone; naming the version too leads SQLite astray
            return model._default_manager.filter(wanted)
        return self.of_version(model).filter(wanted)

    def _loaded_rows(self) -> QuerySet[Any, int] | list[int]:
        """The rows that were loaded; by the subquery where a list of them would be too long."""
        return self.rows_in_scope() if self.row_ids is None else self.row_ids

    def rows_in_scope(self) -> QuerySet[Any, int]:
        return self.of_version(RowLink, element__in=self.scope).values_list("row_id", flat=True)

    def nodes(self) -> dict[int, Node]:
        """The elements in reading order, each tied to what it stands below."""
        found = self.of_version(Element, pk__in=self.scope).order_by("position")
        nodes: dict[int, Node] = {}
        below: Groups[Node] = defaultdict(list)
        for values in found.values_list(*NODE_COLUMNS):
            node = Node(*values)
            node.time = _time(values[7])
            nodes[node.id] = node
            if node.parent_id is not None:
                below[node.parent_id].append(node)
        if not nodes and self.scope is not None:
            raise NotFound
        if self.scope is not None and len(nodes) <= SHORT_LIST:
            self.scope = list(nodes)
        for parent_id, children in below.items():
            if parent := nodes.get(parent_id):
                parent.children = children
                for child in children:
                    child.parent = parent
        return nodes

    def tables(self, nodes: dict[int, Node]) -> tuple[list[TableView], dict[int, RowView]]:
        """The tables with their rows, in document order."""
        tables = {table.id: table for table in self._tables()}
        rows = {}
        in_scope = {} if self.scope is None else {"pk__in": self.rows_in_scope()}
        found = self.of_version(TableRow, **in_scope).order_by("position")
        for values in found.values_list(*ROW_COLUMNS):
            row = RowView(*values)
            row.time = _time(values[8])
            row.area = nodes.get(row.area_id) if row.area_id else None
            rows[row.id] = row
            if row.table_id in tables:
                tables[row.table_id].rows.append(row)
        if self.scope is not None and len(rows) <= SHORT_LIST:
            self.row_ids = list(rows)
        return list(tables.values()), rows

    def _tables(self) -> Iterator[TableView]:
        if self.scope is not None:
            return
        found = self.of_version(PlanTable).order_by("position")
        for pk, key, title, columns in found.values_list("id", "key", "title", "columns"):
            yield TableView(pk, key, title, msgspec.convert(columns, tuple[Column, ...]))

    def tie(self, nodes: dict[int, Node], rows: dict[int, RowView]) -> None:
        """Rows to measures, measures to the goals they serve."""
        in_scope = {} if self.scope is None else {"row__in": self._loaded_rows()}
        found = self.of_version(RowLink, **in_scope).order_by("position")
        of_rows: Groups[Tie] = defaultdict(list)
        of_nodes: Groups[Tie] = defaultdict(list)
        for row_id, element_id, kind in found.values_list("row_id", "element_id", "kind"):
            if element_id in nodes and row_id in rows:
                tie = Tie(kind, rows[row_id], nodes[element_id])
                of_rows[row_id].append(tie)
                of_nodes[element_id].append(tie)
        for row_id, ties in of_rows.items():
            rows[row_id].links = ties
        for element_id, ties in of_nodes.items():
            nodes[element_id].rows = ties
        self._tie_goals(nodes)

    def _tie_goals(self, nodes: dict[int, Node]) -> None:
        found = self.of_version(Serving).order_by("position")
        serves: Groups[Node] = defaultdict(list)
        served: Groups[Node] = defaultdict(list)
        for measure_id, goal_id in found.values_list("measure_id", "goal_id"):
            if measure_id in nodes and goal_id in nodes:
                serves[measure_id].append(nodes[goal_id])
                served[goal_id].append(nodes[measure_id])
        for measure_id, goals in serves.items():
            nodes[measure_id].serves = goals
        for goal_id, measures in served.items():
            nodes[goal_id].served_by = measures

    def add_money_and_parties(self, nodes: dict[int, Node], rows: dict[int, RowView]) -> None:
        """Budget lines and roles to the rows and measures they stand on.

        Lines that say the same are one value: a plan repeats itself, and values do not change.
        """
        known_budgets: dict[tuple[Any, ...], Budget] = {}
        lines = self._owned(BudgetLine).order_by("position", "id").values_list(*BUDGET_COLUMNS)
        for owner, said in _grouped(lines, nodes, rows):
            owner.budgets = [
                known_budgets.get(one) or known_budgets.setdefault(one, _budget(one))
                for one in said
            ]
        known_roles: dict[tuple[Any, ...], Role] = {}
        roles = self._owned(PartyRole).order_by("id").values_list(*ROLE_COLUMNS)
        for owner, said in _grouped(roles, nodes, rows):
            owner.roles = [
                known_roles.get(one) or known_roles.setdefault(one, Role(*one)) for one in said
            ]


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


def _budget(values: tuple[Any, ...]) -> Budget:
    raw, amount, least, most, currency, per_year, basis, per, cell_group, funder, kind = values
    return Budget(
        raw=raw,
        amount=amount,
        min=least,
        max=most,
        currency=currency,
        per_year=_per_year(per_year),
        basis=basis,
        per=per,
        cell_group=cell_group,
        funder=funder,
        kind=kind,
    )


# A plan says the same few times and splits over and over: each is decoded once.
@lru_cache(maxsize=1024)
def _decoded_time(text: str) -> Time | None:
    return msgspec.json.decode(text, type=Time | None)


def _time(text: str | None) -> Time | None:
    return None if text is None else _decoded_time(text)


@lru_cache(maxsize=1024)
def _decoded_split(text: str) -> dict[str, int]:
    return msgspec.json.decode(text, type=dict[str, int])


def _per_year(text: str | None) -> dict[str, int]:
    return {} if text in {None, "{}"} else _decoded_split(text or "{}")
